from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from answerable.answer.direction import directed, is_from_the_right
from answerable.answer.document import Document, Footnote, Heading, Paragraph, Run
from answerable.answer.word import write_docx

from .readers import tree

# Both are invented.
ARABIC = "سالم بن نادر الكوثري"
UYGHUR = "ئەركىن توختى ئوغلى"


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (f"Named: {ARABIC} (2031)", "", [("Named: ", ""), (ARABIC, "ar"), (" (2031)", "")]),
        (
            f"{ARABIC}, {UYGHUR}",
            "",
            [(ARABIC, "ar"), (", ", ""), (UYGHUR, "ug")],
        ),
        ("שרה לוין", "", [("שרה לוין", "he")]),
        ("چراغ", "", [("چراغ", "fa")]),
        ("في 2031 قال Reuters ذلك", "ar", [("في 2031 قال Reuters ذلك", "ar")]),
        (f"Erkin ({UYGHUR})", "ug", [("Erkin (", ""), (UYGHUR, "ug"), (")", "")]),
        ("Erkin", "ug", [("Erkin", "")]),
        ("Le préfet", "fr", [("Le préfet", "fr")]),
        ("", "fr", [("", "fr")]),
    ],
)
def test_a_name_from_the_right_is_a_piece_of_its_own(
    text: str, language: str, told: list[tuple[str, str]]
) -> None:
    assert [(piece.text, piece.language) for piece in directed(Run(text, language=language))] == told


@given(st.text(alphabet="aZ é1,.\n" + ARABIC + UYGHUR), st.sampled_from(["", "fr", "ar", "ug", "zh"]))
def test_no_character_is_lost(text: str, language: str) -> None:
    assert "".join(piece.text for piece in directed(Run(text, language=language))) == text


def test_word_sets_the_names_run_alone_from_the_right() -> None:
    blocks = (
        Heading(1, f"1. {ARABIC}"),
        Paragraph((Run(f"Held by {UYGHUR} 2017–2019."), Footnote((Run(f"“{ARABIC}”, p. 3"),)))),
    )
    written = write_docx(Document("T", "en", blocks))
    opened = docx.Document(BytesIO(written))
    runs = [run for paragraph in opened.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.font.rtl] == [ARABIC, UYGHUR]
    assert [run.text for run in runs if run.text.startswith("\u200e")] == ["\u200e", "\u200e"]
    langs = [one.get(qn("w:bidi")) for one in tree(written, "word/document.xml").iter(qn("w:lang"))]
    assert [one for one in langs if one] == ["ar", "ug"]
    assert tree(written, "word/footnotes.xml").find(".//" + qn("w:rtl")) is not None
    assert tree(written, "word/document.xml").find(".//" + qn("w:bidi")) is None


def test_the_languages_from_the_right() -> None:
    assert is_from_the_right("ug-CN")
    assert not is_from_the_right("zh-Hant")
    assert not is_from_the_right("")
