from pathlib import Path

import pytest

from answerable.answer.document import Document, Footnote, Heading, Paragraph, Run, Table
from answerable.answer.submission import must_not_reveal
from answerable.model.errors import WouldReveal
from tests.answer.submission.case import CANADA, CASEFILE, workspace

WITNESS = CASEFILE.replace(
    "    name: Marta Bell\n",
    "    name: [Marta Bell, 凌善柔]\n    birthDate: '1999'\n    phone: '+000 555 0147'\n",
).replace("My name is Marta Bell and I live in Cooper Lane.}", "I live in Cooper Lane}")


def document(*runs: str, note: bool = False) -> Document:
    told = tuple(Run(text) for text in runs)
    content = (Run("See"), Footnote(told)) if note else told
    return Document("A submission", "en", (Heading(1, "4. Facts"), Paragraph(content)))


@pytest.mark.parametrize(
    "runs",
    [
        ("Marta Bell saw it.",),
        ("MARTA BELL",),
        ("Marta-Bell",),
        ("MartaBell",),
        ("Ma\u200brta Bell",),
        ("Ｍａｒｔａ Bell",),
        ("Márta Bell",),
        ("Mar", "ta", " Bell"),
        ("據凌善柔說",),
        ("据 凌 善 柔 说",),
        ("+000-555-0147",),
        ("She lives in Cooper Lane.",),
    ],
)
@pytest.mark.parametrize("note", [False, True])
def test_a_protected_person_is_found_however_written(
    tmp_path: Path, runs: tuple[str, ...], note: bool
) -> None:
    with (
        workspace(tmp_path, WITNESS) as opened,
        opened.view(CANADA) as view,
        pytest.raises(WouldReveal, match=r"4\. Facts"),
    ):
        must_not_reveal(document(*runs, note=note), view)


@pytest.mark.parametrize("words", ["Martha Bellamy", "In 1999 it rained.", "Lane Cooper", "善柔"])
def test_other_words_pass(tmp_path: Path, words: str) -> None:
    with workspace(tmp_path, WITNESS) as opened, opened.view(CANADA) as view:
        must_not_reveal(document(words), view)


def test_tables_and_the_title_are_looked_through(tmp_path: Path) -> None:
    table = Document("A", "en", (Table(("x",), (((Run("Marta Bell"),),),)),))
    title = Document("Marta Bell", "en", ())
    with workspace(tmp_path, WITNESS) as opened, opened.view(CANADA) as view:
        for one in (table, title):
            with pytest.raises(WouldReveal):
                must_not_reveal(one, view)
