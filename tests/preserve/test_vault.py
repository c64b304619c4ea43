"""The vault: what goes in comes out the same, or it is said that it does not."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.model.canonical import sha256_hex
from answerable.model.errors import BytesChanged, BytesMissing, DiskFull, Erased
from answerable.preserve.vault import Vault
from answerable.store.disk import Disk
from answerable.store.keys import PeopleKeys, new_keys
from tests.store.test_disk import NotedDisk
from tests.support import seeded

WORDS = "I am Mei Tan 陳美, and I saw it from the quay.".encode()
PERSON, OTHER = "1" * 32, "2" * 32


def vault_in(folder: Path, *, encrypted: bool = False, disk: Disk | None = None) -> Vault:
    keys = new_keys(seeded())
    people = PeopleKeys(folder / "keys", keys.people, Disk(), seeded(2))
    for person in (PERSON, OTHER):
        if not (folder / "keys").exists() or not people.has(OTHER):
            people.make(person)
    (folder / "vault").mkdir(exist_ok=True)
    return Vault(folder / "vault", keys if encrypted else None, people, disk or Disk())


EITHER = pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])


def files(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "vault").rglob("*") if path.is_file())


@EITHER
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(), protect=st.sampled_from([(), (PERSON,), (PERSON, OTHER)]))
def test_what_goes_in_comes_out(
    tmp_path: Path, encrypted: bool, data: bytes, protect: tuple[str, ...]
) -> None:
    vault = vault_in(tmp_path, encrypted=encrypted)
    sha256 = vault.put(data, protect)
    assert sha256 == sha256_hex(data)
    assert vault.get(sha256) == data
    assert vault.has(sha256)
    vault.destroy(sha256)
    with pytest.raises(BytesMissing):
        vault.get(sha256)


@EITHER
def test_the_same_bytes_are_kept_once(tmp_path: Path, encrypted: bool) -> None:
    vault = vault_in(tmp_path, encrypted=encrypted)
    assert vault.put(WORDS) == vault.put(WORDS)
    assert len(files(tmp_path)) == 1


def test_an_encrypted_vault_holds_no_words_and_confirms_no_hash(tmp_path: Path) -> None:
    vault = vault_in(tmp_path, encrypted=True)
    sha256 = vault.put(WORDS)
    (file,) = files(tmp_path)
    assert b"Mei Tan" not in file.read_bytes()
    assert sha256[:8] not in str(file.relative_to(tmp_path))
    assert len(file.name) == 64


@EITHER
def test_what_is_sealed_cannot_be_read_without_the_persons_key(tmp_path: Path, encrypted: bool) -> None:
    vault = vault_in(tmp_path, encrypted=encrypted)
    sha256 = vault.put(WORDS, [PERSON, OTHER])
    assert vault.is_sealed(sha256)
    assert all(b"Mei Tan" not in file.read_bytes() for file in files(tmp_path))
    (tmp_path / "keys" / "people" / f"{OTHER}.key").unlink()
    with pytest.raises(Erased):
        vault.get(sha256)


@EITHER
def test_sealing_takes_the_open_copy_and_what_a_crash_left_of_it_away(
    tmp_path: Path, encrypted: bool
) -> None:
    vault = vault_in(tmp_path, encrypted=encrypted)
    sha256 = vault.put(WORDS)
    path = vault.path(sha256)
    path.with_name(path.name + ".4711.part").write_bytes(WORDS[:20])
    vault.seal(sha256, [PERSON])
    assert files(tmp_path) == [path.with_suffix(".sealed")]
    assert vault.get(sha256) == WORDS
    vault.seal(sha256, [PERSON, OTHER])
    assert vault.get(sha256) == WORDS
    assert vault.put(WORDS) == sha256
    assert files(tmp_path) == [path.with_suffix(".sealed")]


@EITHER
@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "open"])
def test_any_byte_that_changed_is_noticed(tmp_path: Path, encrypted: bool, sealed: bool) -> None:
    vault = vault_in(tmp_path, encrypted=encrypted)
    sha256 = vault.put(WORDS, [PERSON] if sealed else [])
    (file,) = files(tmp_path)
    before = file.read_bytes()
    for place, byte in enumerate(before):
        for altered in (bytes([byte ^ 1]), bytes([byte ^ 128]), b""):
            file.write_bytes(before[:place] + altered + before[place + 1 :])
            with pytest.raises((BytesChanged, Erased)):
                vault.get(sha256)
        file.write_bytes(before[:place])
        with pytest.raises(BytesChanged):
            vault.get(sha256)
    file.write_bytes(before)
    assert vault.get(sha256) == WORDS


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\n",
        b"not JSON\n",
        b"7\nx",
        b"null\nx",
        b'{"a": 1}\nx',
        b'["../../x"]\nx',
        b"[7]\nx",
        b"[]\nx",
        b"[" * 9,
    ],
)
def test_a_sealed_object_that_somebody_else_made_is_only_ever_changed_bytes(
    tmp_path: Path, body: bytes
) -> None:
    vault = vault_in(tmp_path)
    vault.put_sealed(sha256_hex(WORDS), body)
    with pytest.raises((BytesChanged, Erased)):
        vault.get(sha256_hex(WORDS))
    with pytest.raises((BytesChanged, Erased)):
        vault.put(WORDS)  # never silently taken for kept


def test_a_damaged_copy_is_mended_by_the_same_bytes(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    sha256 = vault.put(WORDS)
    vault.path(sha256).write_bytes(WORDS[:5])
    vault.put(WORDS)
    assert vault.get(sha256) == WORDS


def test_what_travels_sealed_is_kept_sealed_and_opens_where_its_key_is(tmp_path: Path) -> None:
    here, there = vault_in(tmp_path), vault_in(tmp_path, encrypted=True)
    sha256 = here.put(WORDS, [PERSON])
    body = here.get_sealed(sha256)
    assert json.loads(body.split(b"\n")[0]) == [PERSON]
    here.destroy(sha256)
    there.put_sealed(sha256, body)
    there.put_sealed(sha256, b"not put over it")
    assert there.get(sha256) == WORDS


@contextmanager
def interrupted_at(step: int) -> Iterator[NotedDisk]:
    disk = NotedDisk(fails=step)
    with pytest.raises(DiskFull):
        yield disk


@pytest.mark.parametrize("step", range(1, 7))
def test_a_full_disk_leaves_nothing_half_kept(tmp_path: Path, step: int) -> None:
    before = vault_in(tmp_path).put(b"kept before")
    with interrupted_at(step) as disk:
        vault_in(tmp_path, disk=disk).put(WORDS)
    vault = vault_in(tmp_path)
    assert vault.get(before) == b"kept before"
    assert not list((tmp_path / "vault").rglob("*.part"))
    assert vault.get(vault.put(WORDS)) == WORDS


def test_what_crashes_left_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    kept = [vault.put(WORDS), vault.put(b"other", [PERSON])]
    path = vault.path(kept[0])
    path.with_name(path.name + ".12.part").write_bytes(WORDS)
    vault.sweep()
    assert len(files(tmp_path)) == 2
    assert [vault.get(sha256) for sha256 in kept] == [WORDS, b"other"]
