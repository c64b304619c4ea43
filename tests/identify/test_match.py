"""Entries of one name told together: invented people of Tamsor and Norrmark."""

import pytest

from answerable.identify import EditionInfo, ListedName, ListEntry, NameIndex, Query
from answerable.identify.entry import Kind
from answerable.identify.match import Group, bearing
from answerable.identify.screening import screen

TAMSOR = EditionInfo("xt-one", "Tamsor list", "Republic of Tamsor", "2026-01-01")
NORRMARK = EditionInfo("xn-one", "Norrmark list", "Treasury of Norrmark", "2026-01-01")


def entry(key: str, name: str, born: str = "", kind: Kind = "person") -> ListEntry:
    return ListEntry(key, kind, (ListedName(name, "primary"),), birth_dates=(born,) if born else ())


def found(asked: Query, *tamsor: ListEntry, norrmark: tuple[ListEntry, ...] = ()) -> tuple[Group, ...]:
    return screen(NameIndex({TAMSOR: tamsor, NORRMARK: norrmark}), asked)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("OSKELL, Vard", "Vard Oskell", True),
        ("Oskell-Munck, Vard", "vard  oskell munck", True),
        ("OSKELL, Vard", "OSKEL, Vard", False),
        ("Vard Oskell", "Vard", False),
        ("譚索明", "譚 索明", False),
        ("ﾀﾝ", "タン", True),
        ("राम", "रम", False),  # a vowel sign is part of the name
    ],
)
def test_one_name_in_whatever_order_and_punctuation(one: str, other: str, same: bool) -> None:
    assert (bearing(one) == bearing(other)) is same


def test_those_of_several_lists_who_bear_one_name_are_one_group() -> None:
    asked = Query("Vard Oskell", "1955")
    (group,) = found(
        asked,
        entry("1", "OSKELL, Vard", "1980"),
        entry("2", "OSKELL, Vard", "1955"),
        norrmark=(entry("7", "Vard OSKELL"),),
    )
    assert [one.place for one in group.members] == [("xn-one", "7"), ("xt-one", "2"), ("xt-one", "1")]
    assert (group.size, group.on_list("xt-one"), group.on_list("xn-one")) == (3, 2, 1)
    assert group.in_words.startswith("3 entries of the lists bear this name; ")


def test_what_all_share_is_told_once_and_what_is_their_own_of_each() -> None:
    (group,) = found(
        Query("Vard Oskell", "1955"), entry("1", "OSKELL, Vard", "1980"), entry("2", "OSKELL, Vard", "1955")
    )
    born, other = group.members
    assert group.apart(born) == (("the year of birth agrees: 1955, and the list has 1955",), (), ())
    assert group.apart(other) == ((), ("the year of birth differs: 1955, but the list has 1980",), ())
    assert any("parts agree" in line for line in group.reasons_for)
    assert "whether the country agrees" in group.not_known
    for one in group.members:
        own_for, own_against, own_not_known = group.apart(one)
        assert {*group.reasons_for, *own_for} == set(one.reasons_for)
        assert {*group.reasons_against, *own_against} == set(one.reasons_against)
        assert {*group.not_known, *own_not_known} == set(one.not_known)


def test_one_who_is_alone_has_nothing_apart() -> None:
    (group,) = found(Query("Vard Oskell"), entry("1", "OSKELL, Vard"))
    assert (group.size, group.apart(group.best)) == (1, ((), (), ()))
    assert group.in_words.startswith("1 entry of the lists bears this name; ")


def test_a_person_and_a_ship_of_one_name_are_two() -> None:
    groups = found(Query("Vard Oskell"), entry("1", "VARD OSKELL"), entry("2", "VARD OSKELL", kind="vessel"))
    assert sorted(group.best.entry.kind for group in groups) == ["person", "vessel"]
