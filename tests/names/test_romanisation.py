"""Spellings of Mandarin by rule."""

import pytest

from answerable.names.tables import mandarin
from scripts.romanisation import pinyin, taiwan, wade_giles


@pytest.mark.parametrize(
    ("syllable", "other"),
    [
        ("deng", "teng"),
        ("xiao", "hsiao"),
        ("ping", "ping"),
        ("zhou", "chou"),
        ("qing", "ching"),
        ("guo", "kuo"),
        ("luo", "lo"),
        ("de", "te"),
        ("zi", "tzu"),
        ("jie", "chieh"),
        ("dong", "tung"),
        ("xue", "hsueh"),
        ("lü", "lu"),
        ("ren", "jen"),
        ("si", "szu"),
        ("si", "ssu"),
        ("yi", "i"),
        ("yi", "yi"),
        ("zhi", "chih"),
        ("shi", "shih"),
        ("ge", "ko"),
        ("he", "ho"),
        ("you", "yu"),
        ("yan", "yen"),
        ("tian", "tien"),
        ("zhong", "chung"),
        ("hui", "hui"),
        ("gui", "kuei"),
        ("shuo", "shuo"),
        ("duo", "to"),
        ("er", "erh"),
        ("lüe", "lueh"),
        ("e", "o"),
        ("cai", "tsai"),
    ],
)
def test_wade_giles(syllable: str, other: str) -> None:
    assert other in wade_giles(syllable)


@pytest.mark.parametrize(
    ("syllable", "typed"),
    [
        ("lü", ("lyu", "lu", "lv")),
        ("nü", ("nyu", "nu", "nv")),
        ("ma", ("ma",)),
        ("lüe", ("lyue", "lue", "lve")),
    ],
)
def test_pinyin_as_it_is_typed(syllable: str, typed: tuple[str, ...]) -> None:
    assert pinyin(syllable) == typed


@pytest.mark.parametrize(
    ("syllable", "other"),
    [
        ("ying", "ing"),
        ("yi", "yih"),
        ("zhi", "jyh"),
        ("zhao", "jau"),
        ("xie", "shie"),
        ("cai", "tsai"),
        ("hui", "huei"),
        ("qi", "chi"),
    ],
)
def test_taiwan(syllable: str, other: str) -> None:
    assert other in taiwan(syllable)


@pytest.mark.parametrize("rule", [pinyin, wade_giles, taiwan])
def test_every_syllable_there_is_has_a_spelling_in_plain_letters(rule: type[str]) -> None:
    for syllable in set(mandarin().values()):
        assert all(one.isascii() and one.isalpha() and one.islower() for one in rule(syllable)), syllable
