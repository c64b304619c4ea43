"""The weight of two names: the best of all the ways to compare them, and the pieces it adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.names.encode import encode
from answerable.names.parse import Name
from answerable.names.score import NOTHING, Weighed, weigh


def weighed(a: str, b: str) -> Weighed:
    return weigh(encode(Name(a)), encode(Name(b)))


@pytest.mark.parametrize(
    ("a", "b", "pairs"),
    [
        ("譚家豪", "Tam Ka-ho", [("譚", "tam"), ("家", "ka"), ("豪", "ho")]),
        ("譚家豪", "Ka-ho Tam", [("譚", "tam"), ("家", "ka"), ("豪", "ho")]),
        ("林鄭月娥", "Cheng Yuet-ngor", [("林", ""), ("鄭", "cheng"), ("月", "yuet"), ("娥", "ngor")]),
        ("王建", "王建国", [("王", "王"), ("建", "建"), ("", "国")]),
        ("김정은", "Kim Jong-un", [("김", "kim"), ("정", "jong"), ("은", "un")]),
        ("金正恩", "김정은", [("金", "김"), ("正", "정"), ("恩", "은")]),
        ("Leung Chun-ying", "C.Y. Leung", [("leung", "leung"), ("chun", "c."), ("ying", "y.")]),
        ("Tam Ka-ho", "Tan Jiahao", [("tam", "tan"), ("ka", "jia"), ("ho", "hao")]),
        ("Rami Velinov", "Ramivelinov", [("Rami Velinov", "Ramivelinov")]),
    ],
)
def test_what_meets_what(a: str, b: str, pairs: list[tuple[str, str]]) -> None:
    assert [(p.left, p.right) for p in weighed(a, b).pieces] == pairs


@pytest.mark.parametrize(
    ("a", "b"),
    [("王军", "王君"), ("王军 Wang Jun", "王君 Wang Jun"), ("譚家豪 Chris Tam", "譚嘉豪 Chris Tam")],
)
def test_characters_decide_where_both_have_them(a: str, b: str) -> None:
    assert weighed(a, b).weight < 0
    assert all(len(piece.left) <= 1 and len(piece.right) <= 1 for piece in weighed(a, b).pieces)


@pytest.mark.parametrize(
    ("a", "b"), [("买买提·吐尔逊", "麦麦提·图尔荪"), ("阿不来提", "阿布来提"), ("丹增嘉措", "旦增加措")]
)
def test_characters_that_stand_for_sounds_do_not(a: str, b: str) -> None:
    assert weighed(a, b).weight > 0


@pytest.mark.parametrize(
    ("a", "b"),
    [("譚索", "Dragomir Velinov"), ("", "譚索"), ("", ""), ("Dragomir", "Theodore"), ("!", "?")],
)
def test_nothing_in_common(a: str, b: str) -> None:
    assert weighed(a, b).weight <= NOTHING
    assert weighed(a, b).pieces == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rami Makhlou", "Ramimakhlou"),
        ("Jean Claude Velinov", "Jeanclaude Velinov"),
        ("Abdel Rahman Velinov", "Abdelrahmanvelinov"),
        ("Mao Zedong", "Maozedong"),
    ],
)
def test_words_written_together(a: str, b: str) -> None:
    apart = weighed(a, a).weight
    assert 0 < weighed(a, b).weight < apart + 200


def test_what_is_written_together_must_be_the_same_all_through() -> None:
    same, other = weighed("Rami Velinov", "Ramivelinov"), weighed("Rami Velinov", "Ramimakhlou")
    assert other.weight < same.weight / 2


def test_an_order_turned_round_costs_little() -> None:
    straight, turned = (weighed("毛澤東", text).weight for text in ("Mao Zedong", "Zedong Mao"))
    assert 0.8 * straight < turned < straight


def test_a_given_name_left_out_costs_little() -> None:
    without, beside = weighed("譚家豪", "Tam Ka-ho").weight, weighed("譚家豪", "Chris Tam Ka-ho").weight
    assert 0.9 * without < beside < without


def test_one_of_two_surnames_costs_less_than_a_syllable() -> None:
    whole = weighed("林鄭月娥", "Lam Cheng Yuet-ngor").weight
    assert (
        whole > weighed("林鄭月娥", "Cheng Yuet-ngor").weight > weighed("林鄭月娥", "Lam Cheng Yuet").weight
    )


SOME = ["tam", "tan", "ka", "ho", "jia", "hao", "lam", "cheng", "suo", "c", "velinov", "chris", "ou", "xi"]
SYLLABLES = st.lists(st.sampled_from(SOME), max_size=5)


@given(SYLLABLES, SYLLABLES)
def test_either_way_round(a: list[str], b: list[str]) -> None:
    one, other = " ".join(a), " ".join(b)
    assert weighed(one, other).weight == weighed(other, one).weight


@given(SYLLABLES, st.sampled_from(["譚家豪", "林鄭月娥", "Tam Ka-ho", "譚索", "Suo-an Tan"]))
def test_the_pieces_are_of_the_names(a: list[str], b: str) -> None:
    for piece in weighed(" ".join(a), b).pieces:
        assert set(piece.left) <= set("".join(a)) | set(". ")
        assert set(piece.right) <= set(b.lower()) | set(". ") | set(b)
