"""How many false alerts are borne, turned into how alike names must be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.identify import EditionInfo, ListedName, ListEntry, NameIndex
from answerable.identify.tolerance import DEFAULT, entries_in, measured, tolerated
from answerable.model.errors import ToleranceUnmeasured
from answerable.names import THRESHOLD

ENTRIES = st.integers(1, 200_000)
ONE_IN = st.integers(1, 300)


def test_a_stricter_bar_alerts_less_and_finds_less() -> None:
    for lower, higher in pairwise(measured().bars):
        assert lower.bar < higher.bar
        assert lower.alerts >= higher.alerts
        assert lower.found >= higher.found
    assert measured().bars[0].bar >= THRESHOLD


@given(ONE_IN, ONE_IN, ENTRIES)
def test_who_bears_fewer_false_alerts_has_no_lower_bar(one: int, other: int, entries: int) -> None:
    strict, loose = (_bar(one_in, entries) for one_in in (max(one, other), min(one, other)))
    assert strict >= loose


@given(ONE_IN, ENTRIES, ENTRIES)
def test_more_listed_entries_have_no_lower_bar(one_in: int, one: int, other: int) -> None:
    assert _bar(one_in, max(one, other)) >= _bar(one_in, min(one, other))


@given(ONE_IN, ENTRIES)
def test_the_bar_is_the_lowest_that_was_measured_to_keep_it(one_in: int, entries: int) -> None:
    bar, known = _bar(one_in, entries), measured()
    for one in known.bars:
        assert (known.share(one, entries) <= 1 / one_in) is (one.bar >= bar)


def _bar(one_in: int, entries: int) -> float:
    try:
        return tolerated(one_in, entries).bar
    except ToleranceUnmeasured:
        return 2.0


def test_few_entries_need_no_more_than_names_that_are_alike() -> None:
    assert tolerated(DEFAULT, 10).bar == measured().bars[0].bar


def test_what_was_not_measured_is_refused_with_what_was() -> None:
    with pytest.raises(ToleranceUnmeasured, match=r"one false alert in 10,000,000 names") as refused:
        tolerated(10_000_000, 20_000)
    most = int(str(refused.value.facts["most"]).replace(",", ""))
    assert tolerated(most, 20_000).bar == measured().bars[-1].bar
    with pytest.raises(ToleranceUnmeasured):
        tolerated(most + 1, 20_000)


def test_it_is_said_in_the_users_words() -> None:
    assert tolerated(200, 10).in_words == "one false alert in 200 names of people who are not listed"


def test_entries_are_counted_and_not_their_names() -> None:
    info = EditionInfo("xt-one", "Tamsor list", "Republic of Tamsor", "2026-01-01")
    names = (ListedName("OSKELL, Vard", "primary"), ListedName("OSKEL, V.", "strong"))
    index = NameIndex({info: [ListEntry("1", "person", names), ListEntry("2", "person", names)]})
    assert (entries_in(index), len(index)) == (2, 4)
