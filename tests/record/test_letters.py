"""A name is found however it is written, and words that only look alike are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.record.letters import bare_letters, letters

PLACES = [
    ("Ms LING Sin-yau said", "LING Sin-yau", ["LING Sin-yau"]),
    ("Ms Ling,\nSin Yau said", "LING Sin-yau", ["Ling,\nSin Yau"]),
    ("ＬＩＮＧ　Ｓｉｎ-ｙａｕ", "LING Sin-yau", ["ＬＩＮＧ　Ｓｉｎ-ｙａｕ"]),
    ("L\u200bING Sin\u00adyau", "LING Sin-yau", ["L\u200bING Sin\u00adyau"]),
    ("Jose\u0301 Nu\u0301n\u0303ez", "José Núñez", ["Jose\u0301 Nu\u0301n\u0303ez"]),
    ("JOSE NUNEZ", "José Núñez", ["JOSE NUNEZ"]),
    ("Stra\u00dfe, ﬁne", "STRASSE", ["Stra\u00dfe"]),
    ("the ﬁne pier", "fine", ["ﬁne"]),
    ("證人凌善柔說", "凌善柔", ["凌善柔"]),
    ("证人谭索说", "譚索", ["谭索"]),
    ("ئابدۇرېھىم كەلدى", "ئابدۇرېھىم", ["ئابدۇرېھىم"]),
    ("call +852 555-0147", "555 0147", ["555-0147"]),
    ("banana", "ana", []),
    ("the police of Li", "Li", ["Li"]),
    ("Anna met Annabel", "Anna", ["Anna", "Anna"]),
    ("nothing here", "", []),
    ("王。毅", "王毅", ["王。毅"]),
    ("aXaXa", "XaXa", ["XaXa"]),
    ("王王王", "王王", ["王王", "王王"]),
]


@pytest.mark.parametrize(("words", "name", "found"), PLACES)
def test_where_a_name_stands(words: str, name: str, found: list[str]) -> None:
    assert [words[start:end] for start, end in letters(words).places(name)] == found


@pytest.mark.parametrize(
    ("words", "name", "cut"),
    [
        ("it was LING Sin-y", "LING Sin-yau", "LING Sin-y"),
        ("it was 凌", "凌善柔", "凌"),
        ("it was L", "LING Sin-yau", None),
        ("it was darling", "Ling Sin-yau", None),
        ("it was there", "LING Sin-yau", None),
    ],
)
def test_words_may_break_off_in_a_name(words: str, name: str, cut: str | None) -> None:
    place = letters(words).cut_at_end(name)
    assert (words[slice(*place)] if place else None) == cut
    mirrored = letters(words[::-1]).cut_at_start(name[::-1])
    assert (words[::-1][slice(*mirrored)] if mirrored else None) == (cut[::-1] if cut else None)


@given(st.text(), st.text(min_size=1), st.text())
def test_a_name_is_found_between_any_words(before: str, name: str, after: str) -> None:
    sought = bare_letters(name)
    if len(sought) > 3:
        assert list(letters(f"{before} {name} {after}").places(name))


@given(st.text())
def test_letters_stand_in_order_and_within_the_words(words: str) -> None:
    found = letters(words)
    assert found.bare == bare_letters(words)
    assert list(found.starts) == sorted(found.starts)
    assert all(0 <= start < end <= len(words) for start, end in zip(found.starts, found.ends, strict=True))
