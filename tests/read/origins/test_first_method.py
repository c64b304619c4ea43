"""What ties two sources, and what only looks like it; the words that show it are the source's own."""

import pytest

from answerable.read.origins import FirstMethod, Kind, SourceText, Tie, origins, repeated
from tests.read.origins.stories import APART, FOOTER, QUOTED, SHORT, WIRE, copies, source, 中文轉載, 中文電訊

FAR = " Nothing else was heard of it that day." * 12


def ties(*sources: SourceText) -> list[Tie]:
    method = FirstMethod()
    return [*method.lasting(sources), *method.bearing(sources)]


def told(*sources: SourceText) -> list[tuple[str, bool, str]]:
    return [(str(one.kind), one.holds, one.because) for one in ties(*sources)]


def known(*sources: SourceText) -> tuple[int, int]:
    found = origins(sources, ties(*sources))
    return found.known, found.unknown


def test_five_papers_with_one_wire_story_are_one_origin_and_nobody_knows_whose() -> None:
    assert known(*(source(f"s{n}", text) for n, text in enumerate(copies()))) == (0, 1)
    wire = source("wire", WIRE, declared="South Wire")
    assert known(wire, *(source(f"s{n}", text) for n, text in enumerate(copies()))) == (1, 0)


def test_texts_that_resemble_nothing_are_unknown_and_never_count() -> None:
    assert known(*(source(f"s{n}", text) for n, text in enumerate(APART))) == (0, 3)


def test_a_declared_origin_joins_whatever_the_words() -> None:
    one, other = (
        source("a", APART[0], declared="Tamsor Wire"),
        source("b", APART[1], declared="  TAMSOR  wire"),
    )
    assert told(one, other) == [("declared", True, "both are declared to go back to Tamsor Wire")]
    assert known(one, other, source("c", APART[2], declared="Harbour Watch")) == (2, 0)


def test_a_copy_declared_to_be_something_else_is_still_a_copy() -> None:
    one, other = copies()[:2]
    assert known(source("a", one, declared="North Wire"), source("b", other, declared="South Wire")) == (1, 0)


@pytest.mark.parametrize("text", ["", "Two dead.", "開槍"])
def test_texts_too_short_to_tell_are_unknown(text: str) -> None:
    assert told(source("a", text + " ", cited=(" ",)), source("b", text + " ", cited=(" ",))) == []


def test_menus_and_footers_make_no_two_pages_alike() -> None:
    frame = "Home\nNews from the islands\nSubscribe\nAbout us\nContact\nAll rights reserved\n" * 40
    assert told(source("a", frame + APART[0]), source("b", frame + APART[1])) == []
    assert told(source("a", f"{SHORT}\n{FOOTER}"), source("b", f"{APART[0]}\n{FOOTER}")) == []


@pytest.mark.parametrize(
    ("one", "other", "known_and_unknown"),
    [
        ({"said_by": "witness 7"}, {"said_by": "Witness 7"}, (1, 0)),
        ({"said_by": "witness 7"}, {"said_by": "witness 8"}, (2, 0)),
        ({"said_by": "Harbour Watch"}, {"declared": "harbour watch"}, (1, 0)),
        ({"said_by": "witness 7"}, {}, (1, 1)),
    ],
)
def test_who_speaks_is_the_origin(
    one: dict[str, str], other: dict[str, str], known_and_unknown: tuple[int, int]
) -> None:
    sources = (
        source("a", APART[0], said_by=one.get("said_by", ""), declared=one.get("declared", "")),
        source("b", APART[1], said_by=other.get("said_by", ""), declared=other.get("declared", "")),
    )
    assert known(*sources) == known_and_unknown


def test_two_papers_that_also_quote_one_minister_are_not_one_as_a_whole() -> None:
    minister = source("a", APART[0], cited=(QUOTED,), said_by="The Minister").cited
    papers = [
        SourceText(key, key, "", "", own.texts, (*own.cited, *minister))
        for key, own in (("a", source("a", APART[0])), ("b", source("b", APART[1])))
    ]
    ((kind, holds, because),) = told(*papers)
    assert (kind, holds) == ("witness", False)
    assert because == "The Minister speaks in both, and so do others: only what The Minister says is one"
    assert known(*papers) == (0, 2)


AGENCY = "The gates were shut at nine, Selwyn Wire reports."
ANEW = "At nine o'clock nobody could pass any more, according to Selwyn Wire."


@pytest.mark.parametrize(
    ("one", "other", "holds", "because"),
    [
        (source("a", AGENCY), source("b", ANEW), True, "both have it from Selwyn Wire"),
        (
            source("a", AGENCY),
            source("b", SHORT, publisher="Selwyn Wire"),
            True,
            "both have it from Selwyn Wire",
        ),
        (
            source("a", AGENCY),
            source("b", SHORT, declared="Selwyn Wire, 3 May 2031"),
            True,
            "both have it from Selwyn Wire",
        ),
        (
            source("a", AGENCY),
            source("b", ANEW, about="another fact"),
            False,
            "both name Selwyn Wire, but they are cited for no fact in common",
        ),
        (
            source("a", AGENCY),
            source("b", ANEW + FAR + SHORT, cited=(SHORT,)),
            False,
            "both name Selwyn Wire, but not beside all the words that are cited",
        ),
    ],
    ids=["both", "its own page", "declared", "two stories", "elsewhere in the text"],
)
def test_an_agency_that_is_named(one: SourceText, other: SourceText, holds: bool, because: str) -> None:
    assert told(one, other) == [("attribution", holds, because)]
    assert told(other, one) == [("attribution", holds, because)]


def test_a_name_that_only_begins_alike_is_another() -> None:
    assert told(source("a", AGENCY), source("b", SHORT, declared="Selwyn Wireless Company")) == []


def test_a_sentence_that_everybody_quotes_ties_nobody_and_a_long_passage_does() -> None:
    assert told(source("a", APART[0]), source("b", APART[1])) == []
    order = "“" + " ".join(f"word{n}" for n in range(40)) + "”"
    one = source("a", f"{APART[0]} {APART[2]} {order}", cited=("word3 word4",))
    other = source("b", f"{APART[1]} {WIRE} {order}", cited=("word5 word6",))
    assert told(one, other) == [("document", True, "both quote the same long passage")]
    beyond = source("b", f"{APART[1]} {WIRE} {order}", cited=("word5 word6", APART[1][:20]))
    assert told(one, beyond) == [
        ("document", False, "both quote the same long passage, but are cited for other words too")
    ]


@pytest.mark.parametrize(("one", "other"), [(WIRE, copies()[0]), (中文電訊, 中文轉載)], ids=["en", "zh"])
def test_the_words_that_repeat_are_shown_as_they_stand_in_each(one: str, other: str) -> None:
    first, second = source("a", one), source("b", other)
    (tie,) = (tie for tie in ties(first, second) if tie.kind is Kind.TEXT)
    assert tie.because.endswith("% of the shorter text is in the other, word for word")
    text = {"a": one, "b": other}
    shown = [text[place.source][place.start : place.end] for place in repeated(first, second, most=1)]
    assert shown[0] == shown[1]
    assert len(shown[0]) > 60
    assert repeated(source("a", APART[0]), source("b", SHORT)) == ()
