"""How words are folded for search: a table of real spellings, and pieces that lose no phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.record.search_words import OVERLAP, PIECE, fold, phrases, pieces

FOLDED = [
    ("LAM Ka-ho", "lam ka ho"),
    ("Núñez, José", "nunez jose"),
    ("Stra\u00dfe", "strasse"),
    ("王毅", "王 毅"),
    ("警務處處長岑礎衡Shum", "警 務 處 處 長 岑 礎 衡 shum"),
    ("ＬＡＭ　嘉豪", "lam 嘉 豪"),
    ("ئۇيغۇر", "ئۇيغۇر"),
    ("O’Brien (O'Brien)", "o brien o brien"),
    ("a\u200bb soft\u00adhyphen", "ab softhyphen"),
    ("2031-05-03, +852 555 0147", "2031 05 03 852 555 0147"),
    ('a\0b"c*', "a b c"),
    ("Đặng", "đang"),
]


@pytest.mark.parametrize(("words", "folded"), FOLDED)
def test_words_are_folded(words: str, folded: str) -> None:
    assert fold(words) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("王毅", ["王 毅"]),
        ("Lam Ka-ho", ["lam", "ka ho"]),
        ("“Lam Ka-ho” 保釋", ["lam ka ho", "保 釋"]),
        ('"harbour street" x"y', ["harbour street", "x y"]),
        ("“” -- *", []),
        ("", []),
    ],
)
def test_a_query_is_phrases(query: str, found: list[str]) -> None:
    assert phrases(query) == found


@given(st.integers(0, 3 * PIECE), st.integers(0, 3 * PIECE), st.integers(1, OVERLAP + 1))
def test_no_phrase_is_cut_in_two(length: int, start: int, size: int) -> None:
    words = [f"w{place}" for place in range(length)]
    cut = [piece.split() for piece in pieces(" ".join(words))]
    assert all(len(piece) <= PIECE for piece in cut)
    assert {word for piece in cut for word in piece} == set(words)
    phrase = words[start : start + size]
    if phrase:
        assert any(phrase[0] in one and one[one.index(phrase[0]) :][: len(phrase)] == phrase for one in cut)


@given(st.text(), st.text())
def test_folding_is_stable_and_holds_no_punctuation(one: str, other: str) -> None:
    assert fold(fold(one)) == fold(one)
    assert '"' not in fold(one + '"' + other)
