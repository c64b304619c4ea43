"""Signed notes of where a chain stood."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from answerable.store.checkpoint import (
    count_lines,
    file_for,
    read_checkpoint,
    read_checkpoints,
    sign,
    write_checkpoint,
)
from answerable.store.disk import Disk
from answerable.store.log import Head
from tests.store.support import CHAIN

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw().hex()
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(32))


def stands(seq: int) -> Head:
    return Head(CHAIN, seq, f"{seq:064x}")


SIGNED = sign(stands(7), "2031-06-01T09:00:00Z", KEY)


def test_a_checkpoint_is_read_as_it_was_written_and_its_signature_holds() -> None:
    assert read_checkpoint(SIGNED.line()) == SIGNED
    assert SIGNED.holds(PUBLIC)
    assert json.loads(SIGNED.line())["seq"] == 7


@pytest.mark.parametrize(
    "false",
    [
        replace(SIGNED, head=stands(8)),
        replace(SIGNED, head=replace(SIGNED.head, chain="d" * 32)),
        replace(SIGNED, head=replace(SIGNED.head, hash="0" * 64)),
        replace(SIGNED, at="2031-06-02T09:00:00Z"),
        replace(SIGNED, signature=SIGNED.signature[::-1]),
        replace(SIGNED, signature=""),
        replace(SIGNED, signature="not hexadecimal"),
        sign(SIGNED.head, SIGNED.at, STRANGER),
    ],
)
def test_what_was_altered_or_signed_by_another_does_not_hold(false: object) -> None:
    assert not false.holds(PUBLIC)  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", ["", "00", "no key", "00" * 32])
def test_it_does_not_hold_for_what_is_no_key_of_its(key: str) -> None:
    assert not SIGNED.holds(key)


def test_each_head_is_noted_once_whatever_the_order(tmp_path: Path) -> None:
    path = file_for(tmp_path, CHAIN)
    for seq in (3, 5, 5, 3, 4, 5):
        write_checkpoint(path, sign(stands(seq), f"2031-06-01T09:00:0{seq}Z", KEY), Disk())
    assert [one.head.seq for one in read_checkpoints(path, PUBLIC)] == [3, 5, 4]
    assert count_lines(path) == 3


HOSTILE = [
    b"", b"not JSON", b"\xff\xfe\x00", b"[]", b"7", b"null", b'"text"', b"{}", b'{"chain": []}', b"[" * 50,
    SIGNED.line()[:-5], SIGNED.line().replace(b'"seq":7', b'"seq":true'),
    SIGNED.line().replace(b'"seq":7', b'"seq":1e999'), SIGNED.line().replace(b'"seq":7', b'"seq":"7"'),
    SIGNED.line().replace(b'"seq":7', b'"seq":8'), sign(SIGNED.head, SIGNED.at, STRANGER).line(),
]  # fmt: skip


@pytest.mark.parametrize("line", HOSTILE)
def test_a_line_that_is_none_is_passed_over_and_kept(tmp_path: Path, line: bytes) -> None:
    path = file_for(tmp_path, CHAIN)
    path.write_bytes(line)
    write_checkpoint(path, sign(stands(9), SIGNED.at, KEY), Disk())
    assert [one.head.seq for one in read_checkpoints(path, PUBLIC)] == [9]
    assert path.read_bytes().startswith(line)


def test_where_there_is_no_file_there_is_no_checkpoint(tmp_path: Path) -> None:
    assert read_checkpoints(tmp_path / "none", PUBLIC) == []
    assert count_lines(tmp_path / "none") == 0


def test_those_of_another_workspace_lie_apart(tmp_path: Path) -> None:
    assert file_for(tmp_path, CHAIN) != file_for(tmp_path, CHAIN, seen_by="d" * 32)
