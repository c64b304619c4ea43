"""Locked boxes, the key folder, and the keys of protected people."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.model.errors import (
    Erased,
    FileUnreadable,
    KeysMissing,
    NewerFormat,
    WrongKey,
)
from answerable.store.box import Secret, seal, unseal
from answerable.store.disk import Disk
from answerable.store.keys import KeyFolder, Keys, PeopleKeys, new_keys
from tests.support import seeded

PASSPHRASE = Secret(b"five words nobody else knows", is_passphrase=True)
KEY_FILE = Secret(bytes(range(32)), is_passphrase=False)
PERSON, OTHER = "1" * 32, "2" * 32


@settings(deadline=None)
@given(st.binary(), st.binary(min_size=32, max_size=32), st.data())
def test_a_box_opens_with_its_key_whole_and_with_nothing_else(
    words: bytes, key: bytes, data: st.DataObject
) -> None:
    box = seal(key, words, seeded())
    assert unseal(key, box) == words
    assert len(words) < 4 or words not in box
    place = data.draw(st.integers(0, len(box) - 1))
    altered = box[:place] + bytes([box[place] ^ data.draw(st.integers(1, 255))]) + box[place + 1 :]
    for false_key, false_box in [(key, altered), (key, box[:-1]), (key, b""), (key[::-1] + b"", altered)]:
        with pytest.raises(WrongKey):
            unseal(false_key, false_box)


def test_the_same_words_never_make_the_same_box() -> None:
    entropy, key = seeded(), bytes(32)
    assert seal(key, b"words", entropy) != seal(key, b"words", entropy)


@pytest.mark.parametrize("secret", [PASSPHRASE, KEY_FILE])
def test_a_key_depends_on_the_secret_the_salt_and_its_kind(secret: Secret) -> None:
    salt = bytes(16)
    assert len(secret.key(salt)) == 32
    assert secret.key(salt) == secret.key(salt)
    assert secret.key(salt) != secret.key(bytes([1] * 16))
    assert secret.key(salt) != Secret(secret.material + b"x", secret.is_passphrase).key(salt)
    assert secret.key(salt) != Secret(secret.material, not secret.is_passphrase).key(salt)


def made(folder: Path, secret: Secret | None) -> tuple[KeyFolder, Keys]:
    keys = new_keys(seeded())
    kept = KeyFolder(folder / "keys", Disk(), seeded(2))
    kept.create(keys, secret)
    return kept, keys


@pytest.mark.parametrize(
    ("secret", "how"),
    [(PASSPHRASE, "passphrase"), (KEY_FILE, "key file"), (None, "open")],
    ids=["passphrase", "key file", "open"],
)
def test_the_key_folder_gives_back_the_keys(tmp_path: Path, secret: Secret | None, how: str) -> None:
    folder, keys = made(tmp_path, secret)
    assert folder.how() == how
    assert folder.open(secret) == keys
    assert (keys.vault.encode() in (folder.folder / "keys.json").read_bytes()) is False


@pytest.mark.parametrize(
    ("secret", "tried"),
    [
        (PASSPHRASE, None),
        (PASSPHRASE, Secret(PASSPHRASE.material, is_passphrase=False)),
        (PASSPHRASE, Secret(b"other words", is_passphrase=True)),
        (PASSPHRASE, Secret(b"", is_passphrase=True)),
        (KEY_FILE, None),
        (KEY_FILE, Secret(KEY_FILE.material, is_passphrase=True)),
        (KEY_FILE, Secret(bytes(32), is_passphrase=False)),
    ],
)
def test_another_secret_opens_nothing(tmp_path: Path, secret: Secret, tried: Secret | None) -> None:
    folder, _ = made(tmp_path, secret)
    with pytest.raises(WrongKey, match="nobody, the makers of Answerable included"):
        folder.open(tried)


def test_where_there_is_no_key_folder_it_is_said_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(KeysMissing, match="elsewhere"):
        KeyFolder(tmp_path / "elsewhere", Disk(), seeded()).open(PASSPHRASE)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"[1]", b"{}", b'"words"', b'{"format": "x"}'])
def test_a_damaged_key_folder_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    folder, _ = made(tmp_path, None)
    (folder.folder / "keys.json").write_bytes(content)
    with pytest.raises(FileUnreadable, match="damaged"):
        folder.open(None)


@pytest.mark.parametrize(("secret", "part"), [(KEY_FILE, "box"), (KEY_FILE, "salt"), (None, "box")])
@pytest.mark.parametrize("value", ["", "AAAA", "no base64 é", 7, None])
def test_a_key_box_that_was_tampered_with_is_refused(
    tmp_path: Path, secret: Secret | None, part: str, value: object
) -> None:
    folder, _ = made(tmp_path, secret)
    box = json.loads((folder.folder / "keys.json").read_bytes())
    (folder.folder / "keys.json").write_text(json.dumps({**box, part: value}), "utf-8")
    with pytest.raises((FileUnreadable, WrongKey)):
        folder.open(secret)


def test_a_key_folder_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    folder, _ = made(tmp_path, None)
    box = json.loads((folder.folder / "keys.json").read_bytes())
    (folder.folder / "keys.json").write_text(json.dumps({**box, "format": 2}), "utf-8")
    with pytest.raises(NewerFormat, match="The key folder was made by a newer"):
        folder.open(None)


def people_in(folder: Path, wrapping: bytes = bytes(32), seed: int = 3) -> PeopleKeys:
    return PeopleKeys(folder, wrapping, Disk(), seeded(seed))


def test_each_person_has_a_key_of_their_own(tmp_path: Path) -> None:
    people = people_in(tmp_path)
    assert people.make(PERSON) == people.make(PERSON) == people.get(PERSON)
    assert people.make(OTHER) != people.get(PERSON)
    box = people.seal(PERSON, b"Mei Tan")
    assert people_in(tmp_path, seed=4).unseal(PERSON, box) == b"Mei Tan"
    with pytest.raises(WrongKey):
        people.unseal(OTHER, box)
    with pytest.raises(WrongKey):
        people_in(tmp_path, wrapping=bytes([1] * 32)).get(PERSON)


def test_what_was_sealed_under_a_destroyed_key_is_gone_and_the_rest_is_not(tmp_path: Path) -> None:
    people = people_in(tmp_path)
    people.make(PERSON)
    people.make(OTHER)
    box, other_box = people.seal(PERSON, b"Mei Tan"), people.seal(OTHER, b"Jo Reyes")
    kept = people.get(PERSON)
    (tmp_path / "people" / f"{PERSON}.key.4711.part").write_bytes(kept)
    people.destroy(PERSON)
    people.destroy(PERSON)
    assert not people.has(PERSON)
    for attempt in (people.get, lambda person: people.unseal(person, box)):
        with pytest.raises(Erased):
            attempt(PERSON)
    assert [path.name for path in (tmp_path / "people").iterdir()] == [f"{OTHER}.key"]
    assert people.unseal(OTHER, other_box) == b"Jo Reyes"
    people.make(PERSON)
    with pytest.raises(WrongKey):
        people.unseal(PERSON, box)
