"""The keys, kept apart from both vault and record.

The key folder holds ``keys.json`` (a locked box with the workspace's own keys) and ``people/``: one
small box for each protected person. Destroying a person's box is what erasing that person means, so
the folder is never part of a backup of the data.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import x25519

from answerable.model.errors import Erased, FileUnreadable, KeysMissing, NewerFormat
from answerable.model.ids import Entropy, new_id
from answerable.store.box import Secret, seal, unseal
from answerable.store.disk import Disk, make_folders, remove_durably, write_durably

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Keys:
    """What a workspace's key box holds. ``record``, ``names`` and ``people`` are 32 bytes each."""

    record: bytes
    names: bytes
    people: bytes
    vault: str
    """An age identity (``AGE-SECRET-KEY-…``)."""
    signing: bytes
    actor: str
    """The opaque id of the person at work in this workspace."""

    @property
    def signer(self) -> Ed25519PrivateKey:
        """Signs checkpoints."""
        return Ed25519PrivateKey.from_private_bytes(self.signing)

    @property
    def public_key(self) -> str:
        """What checks the signatures: 64 hexadecimal characters."""
        return self.signer.public_key().public_bytes_raw().hex()


def new_keys(entropy: Entropy) -> Keys:
    """Fresh keys; the age identity draws its own randomness."""
    return Keys(
        record=entropy(32),
        names=entropy(32),
        people=entropy(32),
        vault=str(x25519.Identity.generate()),
        signing=entropy(32),
        actor=new_id(entropy),
    )


def _pack(keys: Keys) -> bytes:
    fields = {
        "record": keys.record.hex(),
        "names": keys.names.hex(),
        "people": keys.people.hex(),
        "vault": keys.vault,
        "signing": keys.signing.hex(),
        "actor": keys.actor,
    }
    return json.dumps(fields).encode()


def _unpack(data: bytes) -> Keys:
    fields = json.loads(data)
    raw = {name: bytes.fromhex(fields[name]) for name in ("record", "names", "people", "signing")}
    return Keys(vault=fields["vault"], actor=fields["actor"], **raw)


class KeyFolder:
    """The folder with a workspace's keys."""

    def __init__(self, folder: Path, disk: Disk, entropy: Entropy) -> None:
        self.folder = folder
        self._disk = disk
        self._entropy = entropy

    @property
    def _box(self) -> Path:
        return self.folder / "keys.json"

    def create(self, keys: Keys, secret: Secret | None) -> None:
        """Write the box; without a ``secret`` it stands open, which only a plain workspace may have."""
        salt = self._entropy(16)
        body = seal(secret.key(salt), _pack(keys), self._entropy) if secret else _pack(keys)
        how = "open" if secret is None else "passphrase" if secret.is_passphrase else "key file"
        box = {
            "format": FORMAT,
            "how": how,
            "salt": b64encode(salt).decode(),
            "box": b64encode(body).decode(),
        }
        make_folders(self._disk, self.folder)
        self.folder.chmod(0o700)
        write_durably(self._disk, self._box, json.dumps(box, indent=1).encode())

    def how(self) -> str:
        """How the box is locked: ``passphrase``, ``key file`` or ``open``. Raises `KeysMissing`."""
        return str(self._read()["how"])

    def open(self, secret: Secret | None) -> Keys:
        """The keys; raise `KeysMissing`, `WrongKey`, `NewerFormat`, or `FileUnreadable` for a damaged box."""
        box = self._read()
        try:
            body, salt = b64decode(box["box"]), b64decode(box["salt"])
            if box["how"] != "open":
                body = unseal(secret.key(salt) if secret else bytes(32), body)
            return _unpack(body)
        except (KeyError, TypeError, ValueError) as error:
            raise FileUnreadable(file=self._box.name, why="it is damaged") from error

    def _read(self) -> dict[str, Any]:
        if not self._box.exists():
            raise KeysMissing(folder=self.folder)
        try:
            box: dict[str, Any] = dict(json.loads(self._box.read_bytes()))
            form, _ = int(box["format"]), box["how"]
        except (KeyError, TypeError, ValueError) as error:
            raise FileUnreadable(file=self._box.name, why="it is damaged") from error
        if form > FORMAT:
            raise NewerFormat(what="The key folder", format=form)
        return box


class PeopleKeys:
    """One key for each protected person; without it what identifies them cannot be read by anyone."""

    def __init__(self, folder: Path, wrapping: bytes, disk: Disk, entropy: Entropy) -> None:
        self._folder = folder / "people"
        self._wrapping = wrapping
        self._disk = disk
        self._entropy = entropy

    def _file(self, person: str) -> Path:
        return self._folder / f"{person}.key"

    def make(self, person: str) -> bytes:
        """The person's key, made now if there was none."""
        if not self.has(person):
            box = seal(self._wrapping, self._entropy(32), self._entropy)
            write_durably(self._disk, self._file(person), box)
        return self.get(person)

    def has(self, person: str) -> bool:
        """Whether the key exists still; one of zeros was being destroyed when something stopped that."""
        file = self._file(person)
        return file.exists() and any(file.read_bytes())

    def get(self, person: str) -> bytes:
        """The person's key; raise `Erased` when it was destroyed."""
        if not self.has(person):
            raise Erased(what="What identified this person", at="an earlier day")
        return unseal(self._wrapping, self._file(person).read_bytes())

    def destroy(self, person: str) -> None:
        """Destroy the key: nothing sealed under it can be read again, here or from any backup.

        What a crash may have left of its writing goes too.
        """
        for path in self._folder.glob(f"{person}.key*"):
            remove_durably(self._disk, path)

    def seal(self, person: str, data: bytes) -> bytes:
        """Lock ``data`` under the person's key."""
        return seal(self.get(person), data, self._entropy)

    def unseal(self, person: str, box: bytes) -> bytes:
        """Open what `seal` made; raise `Erased` when the key was destroyed."""
        return unseal(self.get(person), box)
