import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.answer.document import Document, Heading, Narrative, Run, Table
from answerable.answer.shown import column_shares, contents, footnotes, is_crowded, paragraphs, texts, visible

from .samples import HASH, SUBMISSION, note


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("譚索 / 谭索", "譚索 / 谭索"),
        ('#import "x"', '#import "x"'),
        ("<w:p>&amp;", "<w:p>&amp;"),
        ("=cmd()", "=cmd()"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("a\x00b\x1bc", "a[U+0000]b[U+001B]c"),
        ("pay\u202eyap", "pay[U+202E]yap"),
        ("\u2066turned\u2069", "[U+2066]turned[U+2069]"),
        ("\ufeffstart", "[U+FEFF]start"),
        ("\ud800", "[U+D800]"),
        ("\uffff \U0001fffe", "[U+FFFF] [U+1FFFE]"),
        ("\U000e0041", "[U+E0041]"),
        ("a\u200db\u200e", "a\u200db\u200e"),
    ],
)
def test_what_is_seen_of_a_text(given_text: str, shown: str) -> None:
    assert visible(given_text) == shown


@given(st.text())
def test_seen_twice_is_seen_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)


def test_a_document_tells_all_it_shows_in_order() -> None:
    shown = list(texts(SUBMISSION))
    assert shown[0] == SUBMISSION.title
    for word in (
        "For the recipient alone.",
        "To be written",
        " · summary",
        "譚索",
        "Table 1. Who is named",
        "Name",
    ):
        assert word in shown
    assert [found.runs[1].text for found in footnotes(SUBMISSION)] == [
        f", p. {number}, SHA-256 {HASH}" for number in range(1, 6)
    ]


def test_a_written_narrative_shows_the_words_alone() -> None:
    narrative = Narrative("request", "We ask.\r\n \r\nWe thank.\n\n\n", written=True)
    assert paragraphs(narrative) == ((Run("We ask."),), (Run("We thank."),))
    assert list(contents(narrative)) == [(Run("We ask."),), (Run("We thank."),)]


def test_every_column_has_room_for_its_longest_word() -> None:
    table = Table(
        ("No.", "Independent origins", "Evidence"),
        (((Run("1"),), (Run("2"), note("p. 1")), (Run("a long sentence " * 20),)),),
    )
    number, origins, evidence = column_shares(table)
    assert number < origins < evidence
    assert origins >= len("Independent") + 3


@pytest.mark.parametrize(("shares", "crowded"), [((1, 4), False), ((1, 9), True)])
def test_a_table_that_says_its_widths_is_crowded_where_a_word_has_no_room(
    shares: tuple[int, int], crowded: bool
) -> None:
    assert is_crowded(Table(("Responsible", "What"), (), shares=shares)) is crowded


@pytest.mark.parametrize(("columns", "crowded"), [(3, False), (12, True)])
def test_a_table_of_many_long_words_is_crowded(columns: int, crowded: bool) -> None:
    assert is_crowded(Table(("Responsibilities",) * columns, ())) is crowded


def test_an_empty_column_still_has_a_width() -> None:
    assert min(column_shares(Table(("", "Name"), (((), (Run("Gao Wenlin"),)),)))) > 0


@pytest.mark.parametrize("levels", [(2,), (1, 3), (0,), (1, 2, 3, 4)])
def test_headings_go_down_one_step_at_a_time(levels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="cannot follow"):
        Document("T", "en", tuple(Heading(level, "x") for level in levels))


@pytest.mark.parametrize(("header", "row"), [(("a", "b"), ((Run("1"),),)), ((), ())])
def test_every_row_has_a_cell_for_each_heading(
    header: tuple[str, ...], row: tuple[tuple[Run, ...], ...]
) -> None:
    with pytest.raises(ValueError, match="needs a cell"):
        Table(header, (row,))


def test_titles_and_headings_have_words() -> None:
    with pytest.raises(ValueError, match="needs a title"):
        Document(" ", "en", ())
    with pytest.raises(ValueError, match="needs words"):
        Heading(1, "")
