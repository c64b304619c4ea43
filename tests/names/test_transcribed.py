"""Chinese characters that stand for sounds, and names that Japanese reads its own way."""

import pytest

from answerable.names.parse import parts
from answerable.names.transcribed import han_tokens, is_transcribed, japanese, readings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("雪克来提·扎克尔", ("雪克来提", "扎克尔")),
        ("雪克來提·扎克爾", ("雪克来提", "扎克尔")),
        ("雪克来提扎克尔", ("雪克来提", "扎克尔")),
        ("努尔白克力", ("努尔", "白克力")),
        ("丹增嘉措", ("丹增", "嘉措")),
        ("弗拉基米尔·普京", ("弗拉基米尔", "普京")),
        ("弗拉基米尔", ("弗拉基米尔",)),
        ("安倍晋三", ("安倍", "晋三")),
        ("安倍晉三", ("安倍", "晋三")),
        ("菅義偉", ("菅", "义伟")),
        # ordinary Chinese names
        ("王军", ()),
        ("譚家豪", ()),
        ("欧阳修远", ()),
        ("司马相如", ()),
        ("諸葛亮", ()),
        ("", ()),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert tuple(one for one, _ in han_tokens(parts(text).han)) == words


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("雪克来提·扎克尔", True),
        ("雪克来提扎克尔", True),
        ("丹增嘉措", True),
        ("王军", False),
        ("譚家豪", False),
        ("歐陽修遠", False),
        ("司马相如", False),
    ],
)
def test_whether_the_characters_stand_for_sounds(text: str, answer: bool) -> None:
    assert is_transcribed(parts(text).han) is answer


@pytest.mark.parametrize(
    ("text", "answer"), [("福田康夫", False), ("田中角栄", False), ("林鄭月娥", False), ("安倍晋三", False)]
)
def test_japanese_names_and_two_surnames_stand_for_themselves(text: str, answer: bool) -> None:
    assert is_transcribed(parts(text).han) is answer


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("安倍晋三", ("abe", "shinzo")),
        ("高市早苗", ("takaichi", "sanae")),
        ("小泉純一郎", ("koizumi", "junichiro")),
        ("石破茂", ("ishiba", "shigeru")),
        ("王军", ()),
        ("雪克来提", ()),
        ("", ()),
    ],
)
def test_japanese(text: str, spelled: tuple[str, ...]) -> None:
    found = japanese(text)
    assert tuple(read[0] for _, read in found) == spelled


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("扎克尔", "jaker"),
        ("雪克来提", "shuekelaiti"),
        ("普京", "pujing"),
        ("齐扎拉", "chijala"),
        ("吕", "lu"),
        ("", ""),
    ],
)
def test_the_last_reading_is_pinyin_as_it_sounds(text: str, pinyin: str) -> None:
    assert readings(text)[-1] == pinyin


@pytest.mark.parametrize(
    ("character", "letters"), [("夫", "v"), ("尔", "l"), ("斯", "s"), ("基", "ki"), ("什", "sh")]
)
def test_the_first_reading_is_what_the_character_usually_stands_for(character: str, letters: str) -> None:
    assert readings(character)[0] == letters
