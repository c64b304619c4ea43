"""Asking whether a name is listed: invented people of Tamsor."""

import pytest

from answerable.identify import EditionInfo, ListedName, ListEntry, Match, NameIndex, Query, screen
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


def keys(found: tuple[Match, ...]) -> list[str]:
    return [match.entry.key for match in found]


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
    (match,) = screen(INDEX, Query(name))
    assert match.entry.key == key
    assert match.verdict == "possible, review"
    assert match.standing == "officially listed"


@pytest.mark.parametrize("name", ["Chen Yuan", "譚索克", "Vladimir Velinov", "譚", "", "!!", "Suo"])
def test_not_found(name: str) -> None:
    assert screen(INDEX, Query(name)) == ()


def test_the_best_name_of_an_entry_is_shown() -> None:
    (match,) = screen(INDEX, Query("譚家豪"))
    assert match.listed_name.text == "TAM, Ka-ho"


@pytest.mark.parametrize(
    ("born", "verdict", "sentence"),
    [
        ("1955-11-19", "possible, review", "the year of birth agrees: 1955, and the list has Nov 1955"),
        ("1956", "possible, review", "the year of birth differs: 1956, but the list has Nov 1955"),
        ("1972", "unlikely", "the year of birth differs: 1972, but the list has Nov 1955"),
        ("", "possible, review", "whether the year of birth agrees is not known"),
    ],
)
def test_the_year_of_birth_counts(born: str, verdict: str, sentence: str) -> None:
    (match,) = screen(INDEX, Query("譚索明", born=born))
    assert match.verdict == verdict
    assert sentence in (*match.reasons_for, *match.reasons_against)
    assert (sentence in match.reasons_for) == ("agrees:" in sentence)


def test_about_a_year_allows_one_either_side() -> None:
    (match,) = screen(INDEX, Query("譚家豪", born="1961"))
    assert "the year of birth agrees: 1961, and the list has circa 1960" in match.reasons_for


def test_the_country_counts() -> None:
    here, there = (screen(INDEX, Query("譚索明", country=country))[0] for country in ("tamsor", "Elsewhere"))
    assert "the country agrees: tamsor" in here.reasons_for
    assert "the country differs: Elsewhere, but the list has Tamsor" in there.reasons_against
    assert here.score > there.score


def test_a_weak_alias_counts_less() -> None:
    (match,) = screen(INDEX, Query("Iron Drago"))
    assert "the list calls this name a weak alias" in match.reasons_against
    assert match.score == pytest.approx(0.95, abs=0.001)


def test_namesakes_are_counted() -> None:
    found = screen(INDEX, Query("林索"))
    assert keys(found) == ["5", "6"]
    assert all(match.bearers == 2 for match in found)
    assert "2 entries of this list bear this name" in found[0].reasons_against


def test_an_impossible_birth_date_is_refused() -> None:
    with pytest.raises(DateImpossible):
        screen(INDEX, Query("譚索明", born="1955-19-25"))


def test_an_empty_index_answers() -> None:
    assert screen(NameIndex({}), Query("譚索")) == ()


def test_the_limit() -> None:
    assert keys(screen(INDEX, Query("林索"), limit=1)) == ["5"]
