"""Asking whether a name is listed: invented people of Tamsor."""

import pytest

from answerable.identify import EditionInfo, Group, ListedName, ListEntry, Match, NameIndex, Query
from answerable.identify.match import matches_of
from answerable.identify.particulars import Side, weighed, years_of
from answerable.identify.screening import Bars, screen, screen_any
from answerable.model.errors import DateImpossible

TAMSOR = EditionInfo("xt-one", "Tamsor list", "Republic of Tamsor", "2026-01-01")


def entry(key: str, *names: str, weak: str = "", born: str = "", country: str = "") -> ListEntry:
    listed = [ListedName(name, "strong" if place else "primary") for place, name in enumerate(names)]
    if weak:
        listed.append(ListedName(weak, "weak"))
    return ListEntry(
        key,
        "person",
        tuple(listed),
        birth_dates=(born,) if born else (),
        countries=(country,) if country else (),
    )


INDEX = NameIndex(
    {
        TAMSOR: [
            entry("1", "TAN, Suoming", born="Nov 1955", country="Tamsor"),
            entry("2", "TAM, Chris", "TAM, Ka-ho", born="circa 1960"),
            entry("3", "VELINOV, Dragomir", weak="IRON DRAGO"),
            entry("4", "CHEN, Yun"),
            entry("5", "LAM, Sok"),
            entry("6", "LAM, Sok"),
        ]
    }
)


def keys(found: tuple[Group, ...]) -> list[str]:
    return [match.entry.key for match in matches_of(found)]


def only(asked: Query, bars: Bars | None = None) -> Match:
    """The one entry that is found."""
    (match,) = matches_of(screen(INDEX, asked, bars=bars))
    return match


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("譚索明", "1"),
        ("Suo Ming Tan", "1"),
        ("譚家豪", "2"),
        ("Tan Jiahao", "2"),
        ("Dragomir Velinof", "3"),
        ("Iron Drago", "3"),
    ],
)
def test_found(name: str, key: str) -> None:
    match = only(Query(name))
    assert match.entry.key == key
    assert match.verdict == "possible, review"
    assert match.standing == "officially listed"


@pytest.mark.parametrize("name", ["Chen Yuan", "譚索克", "Vladimir Velinov", "譚", "", "!!", "Suo"])
def test_not_found(name: str) -> None:
    assert screen(INDEX, Query(name)) == ()


def test_the_best_name_of_an_entry_is_shown() -> None:
    match = only(Query("譚家豪"))
    assert match.listed_name.text == "TAM, Ka-ho"


@pytest.mark.parametrize(
    ("born", "verdict", "sentence"),
    [
        ("1955-11-19", "possible, review", "the year of birth agrees: 1955, and the list has Nov 1955"),
        ("1956", "possible, review", "the year of birth differs: 1956, but the list has Nov 1955"),
        ("1972", "unlikely", "the year of birth differs: 1972, but the list has Nov 1955"),
        ("", "possible, review", "whether the year of birth agrees"),
    ],
)
def test_the_year_of_birth_counts(born: str, verdict: str, sentence: str) -> None:
    match = only(Query("譚索明", born=born))
    assert match.verdict == verdict
    assert (sentence in match.reasons_for) == ("agrees:" in sentence)
    assert (sentence in match.reasons_against) == ("differs:" in sentence)
    assert (sentence in match.not_known) == sentence.startswith("whether")


def test_about_a_year_allows_one_either_side() -> None:
    match = only(Query("譚家豪", born="1961"))
    assert "the year of birth agrees: 1961, and the list has circa 1960" in match.reasons_for


@pytest.mark.parametrize(
    ("asked", "listed", "agrees"),
    [
        ("Russian Federation", "Russia", True),
        ("RU", "Russia", True),
        ("rus", "RUSSIAN FEDERATION", True),
        ("Russie", "Russia / Russie", True),
        ("North Korea", "Korea, North", True),
        ("South Korea", "Korea, North", False),
        ("China; Hong Kong", "Hong Kong", True),
        ("Tamsor", "Norrmark / Tamsor", True),
    ],
)
def test_a_country_is_the_same_in_whatever_words(asked: str, listed: str, agrees: bool) -> None:
    _, (side, loss, _) = weighed(range(0), asked, entry("1", "TAN, Suoming", country=listed))
    assert (side is Side.FOR, loss == 0) == (agrees, agrees)


@pytest.mark.parametrize(
    ("born", "year"),
    [
        ("1952", 1952),
        ("1952-10", 1952),
        ("1952-10-07", 1952),
        ("07/10/1952", 1952),
        ("03.02.1970", 1970),
        ("Oct 1970", 1970),
        ("1961.0", 1961),
        ("1975年2月19日", 1975),
    ],
)
def test_the_year_is_taken_wherever_it_stands_plainly(born: str, year: int) -> None:
    assert years_of(born) == range(year, year + 1)


@pytest.mark.parametrize("born", ["07/10/52", "1975-19-25", "1950 or 1955", "May", "26354"])
def test_no_year_is_guessed(born: str) -> None:
    with pytest.raises(DateImpossible):
        years_of(born)


def test_the_country_counts() -> None:
    here, there = (only(Query("譚索明", country=country)) for country in ("tamsor", "Elsewhere"))
    assert "the country agrees: tamsor" in here.reasons_for
    assert "the country differs: Elsewhere, but the list has Tamsor" in there.reasons_against
    assert here.score > there.score


def test_a_weak_alias_counts_less() -> None:
    match = only(Query("Iron Drago"))
    assert "the list calls this name a weak alias" in match.reasons_against
    assert match.score == pytest.approx(0.95, abs=0.001)


def test_those_of_one_name_are_one_group_with_its_size() -> None:
    (group,) = screen(INDEX, Query("林索"))
    assert keys((group,)) == ["5", "6"]
    assert (group.name, group.size) == ("LAM, Sok", 2)
    assert group.in_words.startswith("2 entries of the lists bear this name; ")
    assert "not known" in group.in_words


def test_an_impossible_birth_date_is_refused() -> None:
    with pytest.raises(DateImpossible):
        screen(INDEX, Query("譚索明", born="1955-19-25"))


@pytest.mark.parametrize(
    ("name", "listed"),
    [("Velinov Netwrok", "VELINOV NETWORK"), ("Resources of Velinov", "VELINOV RESOURCES")],
)
def test_a_body_is_found_by_whoever_does_not_say_that_it_is_one(name: str, listed: str) -> None:
    bodies = [
        ListEntry(one, "entity", (ListedName(one, "primary"),))
        for one in ("VELINOV NETWORK", "VELINOV RESOURCES")
    ]
    index = NameIndex({TAMSOR: [*bodies, entry("4", "CHEN, Yun")]})
    stated, found = (matches_of(screen(index, Query(name, schema=schema))) for schema in ("Organization", ""))
    assert [one.entry.key for one in found] == [listed]
    assert (found[0].score, found[0].reasons_against) == (stated[0].score, stated[0].reasons_against)


def test_an_empty_index_answers() -> None:
    assert screen(NameIndex({}), Query("譚索")) == ()


def test_the_limit_counts_names_and_not_who_bears_them() -> None:
    index = NameIndex(
        {TAMSOR: [*(entry(str(n), "OSKELL, Vard") for n in range(30)), entry("x", "OSKEL, Vard")]}
    )
    found = screen(index, Query("Vard Oskell"), limit=2)
    assert [(group.name, group.size) for group in found] == [("OSKELL, Vard", 30), ("OSKEL, Vard", 1)]
    assert len(screen(index, Query("Vard Oskell"), limit=1)) == 1


def test_a_name_that_more_bear_than_are_looked_at_is_said_to_be_so() -> None:
    index = NameIndex({TAMSOR: [entry(str(n), "OSKELL, Vard") for n in range(70)]})
    (group,) = screen(index, Query("Vard Oskell"))
    assert group.is_cut_off
    assert group.in_words.startswith("60 or more entries of the lists bear this name; ")


def test_a_bar_leaves_out_what_is_less_alike_and_never_the_very_same_words() -> None:
    slip = only(Query("Dragomir Velinof"))
    high = Bars(0.9999, 0.9999)
    assert slip.to_review
    assert screen(INDEX, Query("Dragomir Velinof"), bars=high) == ()
    shown = only(Query("Dragomir Velinof"), Bars(review=0.9999))
    assert (shown.to_review, shown.verdict, shown.score) == (False, "unlikely", slip.score)
    assert only(Query("Dragomir Velinov"), high).to_review
    assert [one.entry.key for one in matches_of(screen(INDEX, Query("Lam Sok"), bars=high))] == ["5", "6"]


def test_the_bar_is_held_against_the_name_and_not_against_the_birth() -> None:
    bars = Bars(0.95, 0.95)
    near, far = (only(Query("Tan Suoming", born=born), bars) for born in ("1956", "1972"))
    assert near.score < bars.review
    assert (near.verdict, far.verdict) == ("possible, review", "unlikely")


def test_one_of_several_names_is_found_once_by_the_best() -> None:
    asked = [Query("Chris Tam"), Query("譚家豪"), Query("Tam Ka Ho")]
    (match,) = matches_of(screen_any(INDEX, asked))
    assert (match.entry.key, match.score) == ("2", max(only(one).score for one in asked))
    assert screen_any(INDEX, asked, kinds=["vessel"]) == ()
    assert screen_any(INDEX, []) == ()
