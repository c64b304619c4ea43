"""Spelling systems by the rules and by the tables."""

import pytest

from answerable.names.spelling import HONG_KONG, PINYIN, same_character, spellings, split, wade_giles
from answerable.names.tables import simplify


@pytest.mark.parametrize(
    ("pinyin", "other"),
    [
        ("deng", "teng"), ("xiao", "hsiao"), ("ping", "ping"), ("zhou", "chou"), ("qing", "ching"),
        ("guo", "kuo"), ("luo", "lo"), ("de", "te"), ("zi", "tzu"), ("jie", "chieh"), ("dong", "tung"),
        ("xue", "hsueh"), ("lü", "lu"), ("ren", "jen"),
    ],
)  # fmt: skip
def test_wade_giles(pinyin: str, other: str) -> None:
    assert wade_giles(pinyin) == other


@pytest.mark.parametrize(
    ("text", "simple"),
    [("衞", "卫"), ("譚索", "谭索"), ("強", "强"), ("杰", "杰"), ("傑", "杰"), ("abc", "abc")],
)
def test_simplify(text: str, simple: str) -> None:
    assert simplify(text) == simple


@pytest.mark.parametrize(
    ("character", "system", "spelling"),
    [
        ("譚", HONG_KONG, "tam"),
        ("谭", HONG_KONG, "tam"),
        ("子", HONG_KONG, "tsz"),
        ("吴", HONG_KONG, "ng"),
        ("女", PINYIN, "nyu"),
    ],
)
def test_spellings(character: str, system: str, spelling: str) -> None:
    assert spelling in spellings(character)[system]


def test_a_run_together_word_is_cut_every_way() -> None:
    assert {("xian",), ("xi", "an")} <= set(split("xian", PINYIN))
    assert split("velinov", PINYIN) == ()


def test_could_both_be_one_character() -> None:
    assert same_character("tam", "tan") > 0.5
    assert same_character("tam", "wang") == 0.0
