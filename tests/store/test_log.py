"""The evidence log: whatever is done to a chain is found and named."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.model.canonical import canonical_json, sha256_hex
from answerable.model.errors import LogBroken
from answerable.store.log import NOTHING, Entry, Head, LogRow, follow, head, next_row, rows
from tests.store.support import ACTOR, CHAIN, new_store
from tests.support import seeded

START = Head(CHAIN, 0, NOTHING)


def chain_of(count: int) -> list[LogRow]:
    entropy, found, at = seeded(), [], START
    for number in range(count):
        row = next_row(at, Entry("2031-06-01T09:00:00Z", ACTOR, "tested", {"名": number}), entropy(16))
        found.append(row)
        at = Head(CHAIN, row.seq, row.hash)
    return found


def walk(chain: list[LogRow]) -> Head:
    at = START
    for row in chain:
        at = follow(at, row)
    return at


WHOLE = chain_of(6)


def test_a_chain_holds() -> None:
    assert walk(WHOLE) == Head(CHAIN, 6, WHOLE[-1].hash)


def test_a_row_is_its_one_form_and_no_other() -> None:
    for row in WHOLE:
        assert canonical_json(json.loads(row.header)).decode() == row.header
        assert canonical_json(json.loads(row.entry)).decode() == row.entry
        assert row.hash == sha256_hex(row.header.encode())
        assert json.loads(row.header)["entry"] == sha256_hex(row.entry.encode())
    assert WHOLE[2].fields["action"] == "tested"


def test_two_rows_that_tell_the_same_do_not_look_the_same() -> None:
    entry, entropy = Entry("2031-06-01T09:00:00Z", ACTOR, "tested", {}), seeded()
    assert next_row(START, entry, entropy(16)).entry != next_row(START, entry, entropy(16)).entry


@settings(deadline=None, max_examples=400)
@given(st.data())
def test_altering_any_one_byte_is_found_and_the_row_named(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(WHOLE) - 1))
    part = data.draw(st.sampled_from(["header", "entry", "hash", "chain"]))
    text = getattr(WHOLE[place], part)
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda one: one != text[at]))
    altered = replace(WHOLE[place], **{part: text[:at] + other + text[at + 1 :]})
    if part == "chain":
        altered = replace(altered, header=altered.header.replace(CHAIN, altered.chain))
    with pytest.raises(LogBroken) as broken:
        walk([*WHOLE[:place], altered, *WHOLE[place + 1 :]])
    assert broken.value.facts["sequence"] == place + 1


@settings(deadline=None)
@given(st.integers(0, 4), st.integers(1, 3))
def test_taking_rows_out_is_found(place: int, count: int) -> None:
    left = WHOLE[:place] + WHOLE[place + count :]
    if place + count < len(WHOLE):
        with pytest.raises(LogBroken, match=f"row {place + 1} is missing"):
            walk(left)
    else:
        walk(left)  # a chain alone cannot see its own end cut off


@settings(deadline=None)
@given(st.permutations(range(6)).filter(lambda order: order != list(range(6))), st.booleans())
def test_another_order_is_found(order: list[int], renumbered: bool) -> None:
    shuffled = [WHOLE[place] for place in order]
    if renumbered:
        shuffled = [replace(row, seq=number) for number, row in enumerate(shuffled, start=1)]
    first = next(number for number, place in enumerate(order) if number != place)
    with pytest.raises(LogBroken) as broken:
        walk(shuffled)
    assert broken.value.facts["sequence"] == first + 1


@settings(deadline=None)
@given(st.integers(0, 5), st.integers(0, 6), st.booleans())
def test_a_row_put_in_twice_is_found(which: int, where: int, renumbered: bool) -> None:
    twice = [*WHOLE[:where], WHOLE[which], *WHOLE[where:]]
    if renumbered:
        twice = [replace(row, seq=number) for number, row in enumerate(twice, start=1)]
    with pytest.raises(LogBroken):
        walk(twice)


@pytest.mark.parametrize("header", ["", "[]", "7", "null", "not JSON", '{"a"', '"text"', "[1]", '["ab"]'])
def test_a_header_that_is_none_is_named_even_where_its_hash_fits(header: str) -> None:
    false = LogRow(CHAIN, 1, sha256_hex(header.encode()), header, "{}")
    with pytest.raises(LogBroken, match="row 1 of chain"):
        follow(START, false)


def test_an_entry_can_be_left_out_and_the_rest_still_checked() -> None:
    """What an extract rests on: headers alone make the chain, each entry is tied to its own."""
    previous = NOTHING
    for row in WHOLE:
        header = json.loads(row.header)
        assert header["prev"] == previous
        previous = sha256_hex(row.header.encode())


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    with new_store(tmp_path, rows=4) as store, store.reading() as connection:
        kept = list(rows(connection, CHAIN))
        assert walk(kept) == head(connection, CHAIN)
        assert [row.seq for row in kept] == [1, 2, 3, 4]
        assert [row.seq for row in rows(connection, CHAIN, after=2)] == [3, 4]
        assert head(connection, "d" * 32) == Head("d" * 32, 0, NOTHING)
