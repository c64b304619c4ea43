"""Syllables as evidence, character by character."""

from itertools import product

import pytest

from answerable.names.ties import MISS, link, systems
from answerable.names.units import is_spelling, share_of, units


@pytest.mark.parametrize(
    ("one", "other", "system"),
    [
        ("谭", "tan", "p"),
        ("谭", "tam", "h"),
        ("泽", "tse", "w"),
        ("东", "tung", "w"),
        ("吴", "goh", "k"),
        ("陈", "tan", "k"),
        ("林", "lim", "k"),
        ("黄", "ng", "k"),
        ("黄", "ooi", "k"),
        ("黄", "wee", "k"),
        ("陈", "chin", "a"),
        ("贺", "ho", "m"),
        ("一", "iat", "m"),
        ("陆", "loke", "y"),
        ("金", "kim", "e"),
        ("金", "김", "e"),
        ("김", "kim", "e"),
        ("김", "gim", "e"),
        ("阮", "nguyen", "v"),
        ("吴", "ng", "h"),
        ("九", "jeou", "t"),
        ("曾", "zeng", "p"),
        ("曾", "tsang", "h"),
        ("单", "shan", "p"),
        ("仇", "qiu", "p"),
        ("解", "xie", "p"),
        ("查", "zha", "p"),
        ("区", "ou", "p"),
        ("区", "au", "h"),
        ("乐", "yue", "p"),
        ("乐", "le", "p"),
        ("朴", "piao", "p"),
        ("朴", "park", "e"),
        ("吕", "lu", "p"),
        ("吕", "lv", "p"),
        ("吕", "lyu", "p"),
        ("女", "nyu", "p"),
        ("子", "tsz", "h"),
    ],
)
def test_a_character_and_its_spellings(one: str, other: str, system: str) -> None:
    assert system in systems(one, other)
    assert bool(system) == (link(one, other) > 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("谭", "wang"),
        ("军", "君"),
        ("家", "嘉"),
        ("김", "lee"),
        ("김", "박"),
        ("tam", "wang"),
        ("zzz", "tan"),
        ("谭", "velinov"),
        ("w.", "家"),
        ("j.", "tam"),
    ],
)
def test_what_nothing_joins(one: str, other: str) -> None:
    assert link(one, other) == MISS
    assert not systems(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tam", "tan"),
        ("ka", "jia"),
        ("ho", "hao"),
        ("goh", "wu"),
        ("tse", "ze"),
        ("leung", "liang"),
        ("yoon", "yun"),
    ],
)
def test_two_spellings_of_one_character(one: str, other: str) -> None:
    assert 0 < link(one, other) < link(one, one)


@pytest.mark.parametrize(
    ("initial", "unit"), [("k.", "ka"), ("k.", "家"), ("j.", "家"), ("k.", "김"), ("n.", "阮")]
)
def test_an_initial_says_little(initial: str, unit: str) -> None:
    assert 0 < link(initial, unit) < link(unit, unit)


def test_the_usual_spelling_says_more_than_another_that_is_met_as_often() -> None:
    assert link("谭", "tam") > link("谭", "tham")


@pytest.mark.parametrize(("usual", "rare"), [("王", "谭"), ("wang", "tam"), ("김", "독"), ("国", "鏵")])
def test_rare_syllables_say_more(usual: str, rare: str) -> None:
    assert share_of(usual) > share_of(rare)
    assert link(usual, usual) < link(rare, rare)


def test_either_way_round() -> None:
    some = ("谭", "tam", "tan", "김", "kim", "金", "k.", "t.", "wang", "王", "zzz", "阮", "nguyen")
    assert all(link(one, other) == link(other, one) for one, other in product(some, some))


@pytest.mark.parametrize(
    ("text", "answer"), [("tam", True), ("nguyen", True), ("velinov", False), ("谭", False), ("", False)]
)
def test_spellings(text: str, answer: bool) -> None:
    assert is_spelling(text) is answer


def test_surnames() -> None:
    known = units().surnames
    assert {"王", "谭", "曾", "김", "wang", "tam", "kim", "nguyen", "goh", "ou"} <= known
    assert not {"velinov", "zzz"} & known


def test_shares_are_shares() -> None:
    assert sum(one.share for one in units().spelled.values()) == pytest.approx(1.0, abs=0.001)
    assert all(0 < credit <= 1 for one in units().spelled.values() for credit in one.credit.values())
