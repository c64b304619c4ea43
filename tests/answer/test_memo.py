"""The memo of a screening: one page for any result, and nothing left out unsaid."""

import io
from dataclasses import replace

import docx
import pypdfium2
import pytest

from answerable.answer.memo import NOT_SAID, Asker, memo
from answerable.answer.pdf import write_pdf
from answerable.answer.shown import texts
from answerable.answer.word import write_docx
from answerable.identify.decisions import Answer, MatchDecision, Reasons
from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.index import NameIndex
from answerable.identify.lists import Edition
from answerable.identify.match import matches_of
from answerable.identify.screened import Screened
from answerable.identify.screening import Query, screen
from answerable.identify.standing import Held
from answerable.identify.tolerance import tolerated

ASKED = Query("Shum Cho Hang", "1974", "Tamsor")
ASKER = Asker("Ines Roe", "Selwyn Rights Desk")
ENGLISH = ["", *(f" {name}" for name in ["Ada", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hal", "Ida"])]
REMARKS = "Commissioner of the Port Selwyn Police and of the Harbour Guard, " * 6


def edition(number: int) -> Edition:
    info = EditionInfo(f"list-{number}", f"Norrmark list {number}", "Treasury of Norrmark", "2031-06-30")
    return Edition("e" * 32, info, "OFAC XML", f"{number:064x}", "2031-07-01T09:00:00Z", 12, number)


def screened(
    matches: int, lists: int = 1, decided: bool = False, limit: int = 10, together: bool = False
) -> Screened:
    """So many entries of several names, or ``together`` of one."""
    entries = [
        ListEntry(
            str(number),
            "person",
            (ListedName(f"SHUM, Cho-hang{'' if together else ENGLISH[number]}", "primary"),),
            birth_dates=("1974", "1975"),
            countries=("Norrmark",),
            positions=(REMARKS,),
            listed_on="2029-01-02",
        )
        for number in range(matches)
    ]
    index = NameIndex({edition(1).info: entries})
    reasons = Reasons("he is a baker", by="Ines Roe", until="2032-06-30")
    decision = MatchDecision(
        "d" * 32, ASKED, "list-1", "0", "", "", Answer.CLEARED, reasons, "a" * 32, "2031-07-01T09:00:00Z"
    )
    held = Held(decision, True, "") if decided else None
    found = screen(index, ASKED, limit)
    taken = {match.place: held for match in matches_of(found) if held}
    editions = tuple(map(edition, range(1, lists + 1)))
    tolerance = tolerated(20, matches)
    return Screened(ASKED, "2031-07-02T10:11:12Z", editions, tolerance, found, taken, limit, ())


def words_of(asked: Screened) -> str:
    return "\n".join(texts(memo(asked, ASKER)))


@pytest.mark.parametrize("decided", [False, True])
@pytest.mark.parametrize(("matches", "lists"), [(0, 0), (0, 1), (1, 1), (3, 6), (10, 1), (10, 6)])
def test_it_is_one_page_for_any_result(matches: int, lists: int, decided: bool) -> None:
    document = memo(screened(matches, lists, decided), ASKER)
    with pypdfium2.PdfDocument(write_pdf(document)) as pdf:
        assert len(pdf) == 1
        assert "What this does not say" in pdf[0].get_textpage().get_text_range()
    assert "\n".join(texts(document)).count("SHUM, Cho-hang") == matches


def test_it_tells_who_asked_what_when_on_which_editions() -> None:
    told = words_of(screened(1, 2))
    for words in (
        "Shum Cho Hang",
        "Birth given: \n1974",
        "Ines Roe, Selwyn Rights Desk",
        "2 July 2031, 10:11:12 UTC",
        "Norrmark list 2, Treasury of Norrmark",
        "30 June 2031",
        "12 (2 not read)",
        f"{2:064x}",
        "officially listed, Norrmark list 1, 0; listed on or before 2029-01-02",
        "the year of birth agrees: 1974, and the list has 1974; 1975",
        "the country differs: Tamsor, but the list has Norrmark",
        "1 listed name: 1 entry possible, to be reviewed by a person, and 0 unlikely; decided: 0 of 1.",
        "decided: not yet",
        NOT_SAID,
    ):
        assert words in told


def test_a_decision_is_told_in_whole() -> None:
    asked = screened(1, decided=True)
    taken = "cleared on 2031-07-01 by Ines Roe: he is a baker; it stands until 2032-06-30"
    assert taken in words_of(asked)
    held = asked.on(asked.matches[0])
    assert held
    fell = replace(held, stands=False, why="the entry is no longer there")
    told = words_of(replace(asked, found=(), gone=(fell,)))
    assert "list-1 0, listed no longer\ndecided: cleared on 2031-07-01 by Ines Roe" in told


@pytest.mark.parametrize(
    ("asked", "result"),
    [
        (screened(0), "Nothing found on the lists searched. This is no clearance."),
        (screened(0, 0), "No list is imported here, so nothing was searched. This is no clearance."),
        (screened(3, limit=2), "decided: 0 of 2. No more than 2 names were asked for."),
    ],
)
def test_no_result_is_a_clearance(asked: Screened, result: str) -> None:
    assert result in words_of(asked)


def test_what_does_not_fit_is_told_by_name_and_place() -> None:
    told = words_of(screened(10, 3))
    assert "more, with reasons in answerable screen\nSHUM, Cho-hang " in told
    assert told.count("for: 3 of 3 parts agree") >= 1


def test_word_says_the_same_and_both_are_the_same_each_time() -> None:
    document = memo(screened(2, 2, decided=True), ASKER)
    assert write_docx(document) == write_docx(memo(screened(2, 2, decided=True), ASKER))
    word = docx.Document(io.BytesIO(write_docx(document)))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert f"{2:064x}" in cells
    assert "Ines Roe, Selwyn Rights Desk" in "\n".join(one.text for one in word.paragraphs)
    assert any("he is a baker" in cell for cell in cells)


@pytest.mark.parametrize("matches", [2, 5, 40])
def test_those_of_one_name_are_one_row_and_none_is_left_out(matches: int) -> None:
    asked = screened(matches, together=True)
    document = memo(asked, ASKER)
    with pypdfium2.PdfDocument(write_pdf(document)) as pdf:
        assert len(pdf) == 1
    told = "\n".join(texts(document))
    assert f"1 listed name: {matches} entries possible" in told
    in_full, in_brief = f"{matches} entries of the lists bear this name", f"Cho-hang, {matches} entries ("
    assert in_full in told or in_brief in told
    assert told.count("the country differs: Tamsor, but the list has Norrmark") == (in_full in told)
    assert [n for n in range(matches) if f" {n}; listed" not in told and f"list-1 {n}, " not in told] == []


def test_the_tolerance_is_told_in_the_users_words() -> None:
    told = words_of(screened(1))
    assert "The tolerance was one false alert in 20 names of people who are not listed" in told


def test_however_many_lists_were_searched_the_reasons_stand_there() -> None:
    told = "\n".join(texts(memo(screened(1, lists=9), ASKER)))
    assert "for: " in told
    assert "in all, with reasons in" not in told
    for number in range(1, 10):
        assert f"Norrmark list {number}, 30 June 2031, 12, {edition(number).sha256[:16]}…" in told
