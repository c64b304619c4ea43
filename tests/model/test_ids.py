"""Ids: random ones that never clash, and derived ones that are always the same."""

import re
import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.model.ids import derived_id, new_id

PARTS = st.lists(st.text(st.characters(exclude_characters="\x1f", exclude_categories=["Cs"])), min_size=1)


def test_a_new_id_is_128_random_bits() -> None:
    ids = {new_id(secrets.token_bytes) for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in ids)


@settings(deadline=None)
@given(PARTS, PARTS)
def test_the_same_parts_and_no_others_have_the_same_id(left: list[str], right: list[str]) -> None:
    assert (derived_id(*left) == derived_id(*right)) == (left == right)


def test_where_one_part_ends_and_the_next_begins_matters() -> None:
    assert len({derived_id("ab", "c"), derived_id("a", "bc"), derived_id("abc"), derived_id("abc", "")}) == 4


def test_a_part_with_the_separator_in_it_is_refused() -> None:
    with pytest.raises(ValueError, match="separator"):
        derived_id("a\x1fb")
