"""A whole submission in a language other than English."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from answerable.answer.document import Heading, Paragraph, Run
from answerable.answer.pdf import write_pdf
from answerable.answer.shown import contents, footnotes, texts
from answerable.answer.submission import Submission, compose
from answerable.answer.word import write_docx
from answerable.identify.match import Listings
from answerable.model.errors import NothingCalled
from tests.answer.submission.case import CANADA, NORRMARK, composed, listed, weighed, workspace

OUR_ENGLISH = re.compile(
    r"\b(the|and|which|is alleged|Who will see|Exhibit|Standard of proof|no statement|first-hand)\b"
)


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Submission:
    with workspace(tmp_path_factory.mktemp("french")) as opened, opened.view(CANADA) as view:
        return composed(view, language="fr")


def fixed_words(submission: Submission) -> list[str]:
    """Headings, headers, captions and plain paragraphs: nothing of them comes from a source."""
    told: list[str] = []
    for block in submission.document.blocks:
        if isinstance(block, (Heading, Paragraph)):
            for content in contents(block):
                told.append("".join(one.text for one in content if isinstance(one, Run)))
    return told


def noted(submission: Submission) -> list[str]:
    """The words of each note."""
    return ["".join(run.text for run in note.runs) for note in footnotes(submission.document)]


def test_no_sentence_of_ours_is_english(french: Submission) -> None:
    english = [
        one
        for one in fixed_words(french)
        if OUR_ENGLISH.search(one.replace("The night in the customs shed", ""))
    ]
    assert english == []


def test_the_law_speaks_french(french: Submission) -> None:
    told = "\n".join(texts(french.document))
    assert "Norme de preuve : L’avis du gouverneur en conseil" in told.replace("\u202f", " ")
    assert re.search(r"fr/ca-jvcfoa\.yaml, empreinte SHA-256 [0-9a-f]{64}", told)
    assert "vérifiée pour la dernière fois" in told
    marked = [one for one in texts(french.document) if "[pas encore en français]" in one]
    assert [one for one in marked if "Answerable maintainers" not in one] == []


def test_quotations_stay_as_they_were_spoken(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        english, french = composed(view), composed(view, language="fr")
    assert english.notes == french.notes
    quotes = [quote for one in noted(english) for quote in re.findall("“(.+?)”", one)]
    spoken = [one.replace("[withheld]", "[retiré]") for one in quotes]
    told = "\n".join(noted(french))
    assert len(spoken) > 10
    assert [one for one in spoken if f"«\u202f{one}\u202f»" not in told] == []


def test_what_nobody_translated_is_marked(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        lam = view.case("harbour").subjects[0]
        listings = Listings((NORRMARK,), {lam: listed("LAM Ka-ho")})
        told = "\n".join(texts(composed(view, listings, language="fr").document))
    assert "Norrmark list, Ministry of Norrmark, 1er juin 2031" in told
    assert re.search(r"the list has 1971.* \[pas encore en français\]", told)


def test_a_law_without_french_says_so_under_its_heading(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        case, matrix = view.case("harbour"), weighed(view)
        made = compose(view, case, matrix, recipient="le public", made_on="2031-07-01", language="fr")
    assert any(one.startswith("Cette loi est décrite en anglais") for one in fixed_words(made))


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_the_same_record_gives_the_same_bytes(tmp_path: Path, language: str) -> None:
    with workspace(tmp_path) as opened:
        with opened.view(CANADA) as view:
            first = composed(view, language=language).document
        with opened.view(CANADA) as view:
            second = composed(view, language=language).document
    assert write_docx(first) == write_docx(second)
    assert write_pdf(first) == write_pdf(second)


def test_chinese_has_chinese_headings_and_marks_what_it_lacks(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        made = composed(view, language="zh")
    headings = [block.text for block in made.document.blocks if isinstance(block, Heading)]
    assert {"1. 提交者", "4. 指稱的事實", "7. 相反及開脫性資料"} <= set(headings)
    lacking = [one for one in fixed_words(made) if one.endswith("〔尚無中文〕")]
    assert len(lacking) > 5


def test_a_language_that_nobody_wrote_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened, opened.view(CANADA) as view:
        case, matrix = view.case("harbour"), replace(weighed(view))
        with pytest.raises(NothingCalled):
            compose(view, case, matrix, recipient="x", made_on="2031-07-01", language="frr")
