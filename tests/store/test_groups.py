"""Groups hold every thing once and in order, and none is too large."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from answerable.store.groups import in_groups


@given(st.lists(st.integers()), st.integers(1, 7))
def test_groups_are_the_things_in_their_order(things: list[int], size: int) -> None:
    groups = list(in_groups(things, size))
    assert list(chain.from_iterable(groups)) == things
    assert all(0 < len(group) <= size for group in groups)
    assert len(groups) == -(-len(things) // size)
