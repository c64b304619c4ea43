"""How far two strings of sounds speak for one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.names.letters import FLOOR, alike, steps, weights
from answerable.names.phones import SOUNDS, coded

WORDS = st.text(alphabet="aeioubdghkmnrstvy°", max_size=12).map(coded)


def weight(one: str, other: str) -> int:
    return alike(coded(one), coded(other))


@pytest.mark.parametrize(
    ("word", "nearer", "further"),
    [
        ("velinov", "velinov", "velinof"),
        ("velinov", "velinof", "velinos"),
        ("velinov", "velniov", "velkiov"),
        ("velinov", "velinof", "petrov"),
        ("mohamed", "muhammad", "mahmoud"),
        ("ahmed", "ahmad", "hamad"),
        ("sergei", "serguei", "sergio"),
        ("dragomir", "dragomira", "vladimir"),
        ("yeltsin", "jeltsin", "weltsin"),
        ("lavrov", "lawrow", "lakrok"),
        ("hussein", "husayn", "hassan"),
        ("gaddafi", "qadhafi", "daddafi"),
    ],
)
def test_what_is_nearer(word: str, nearer: str, further: str) -> None:
    assert weight(word, nearer) > weight(word, further)


@pytest.mark.parametrize(
    ("one", "other"),
    [("velinov", "velinof"), ("mohamed", "muhammad"), ("velinov", "velniov"), ("sergei", "sergey")],
)
def test_spellings_of_one_word_speak_for_it(one: str, other: str) -> None:
    assert 0 < weight(one, other) <= weight(one, one)


@pytest.mark.parametrize(
    ("one", "other"), [("dragomir", "vladimir"), ("velinov", "petrov"), ("velinov", ""), ("ab", "rstkmn")]
)
def test_other_words_speak_against_it(one: str, other: str) -> None:
    assert FLOOR <= weight(one, other) < 0


def test_neighbours_that_changed_places_cost_less_than_two_other_letters() -> None:
    assert weight("velinov", "velniov") > weight("velinov", "veltkov")


def test_a_vowel_that_perhaps_is_none_meets_either() -> None:
    assert weight("m°hamm°d", "muhammad") > weight("mkhammkd", "muhammad")
    assert weight("°b", "b") > weight("kb", "b")


def test_the_table_is_square_and_the_same_either_way() -> None:
    pairs, gaps = weights()
    assert len(pairs) == len(gaps) == len(SOUNDS)
    assert all(pairs[a][b] == pairs[b][a] for a in range(len(SOUNDS)) for b in range(len(SOUNDS)))
    assert all(pairs[a][a] > 0 for a in range(len(SOUNDS)) if SOUNDS[a] not in "x°")
    assert all(gap < 0 for sound, gap in zip(SOUNDS, gaps, strict=True) if sound in "bdkmnrst")


def test_what_sounds_alike_weighs_more_than_what_does_not() -> None:
    pairs, _ = weights()
    place = SOUNDS.index
    for near, far in (("vw", "vk"), ("kq", "km"), ("iy", "ik"), ("sz", "sm"), ("bp", "bl"), ("Jj", "Jm")):
        assert pairs[place(near[0])][place(near[1])] > pairs[place(far[0])][place(far[1])]


@given(WORDS, WORDS)
def test_either_way_round(one: bytes, other: bytes) -> None:
    assert FLOOR <= alike(one, other) == alike(other, one)


@given(WORDS, WORDS)
def test_steps_walk_through_both_words(one: bytes, other: bytes) -> None:
    walked = steps(one, other)
    assert bytes(a for a, _ in walked if a >= 0) == one
    assert bytes(b for _, b in walked if b >= 0) == other
    assert (-1, -1) not in walked


def test_steps_pair_the_sounds_that_meet() -> None:
    walked = steps(coded("velinov"), coded("velnof"))
    assert (SOUNDS.index("i"), -1) in walked
    assert (SOUNDS.index("v"), SOUNDS.index("f")) in walked
