"""The vault: immutable bytes, found by their SHA-256.

In an encrypted workspace every object is an age file, and its name is keyed, so that someone who holds
a copy of a leak cannot confirm that it is here. What names a protected person is sealed under that
person's key as well (``.sealed``); without the key it is noise.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from pathlib import Path

from pyrage import DecryptError, decrypt, encrypt, x25519

from answerable.model.canonical import sha256_hex
from answerable.model.errors import BytesChanged, BytesMissing, WrongKey
from answerable.store.disk import Disk, remove_durably, write_durably
from answerable.store.keys import Keys, PeopleKeys

SEALED = ".sealed"


class Vault:
    """A folder of kept objects. ``keys`` is None for a plain workspace."""

    def __init__(self, folder: Path, keys: Keys | None, people: PeopleKeys, disk: Disk) -> None:
        self.folder = folder
        self._people = people
        self._disk = disk
        self._names = keys.names if keys else None
        self._identity = x25519.Identity.from_str(keys.vault) if keys else None

    def path(self, sha256: str) -> Path:
        """Where the object is or would be."""
        name = sha256
        if self._names:
            name = hmac.new(self._names, sha256.encode(), hashlib.sha256).hexdigest()
        return self.folder / name[:2] / name

    def has(self, sha256: str) -> bool:
        """Whether the object is kept, sealed or not."""
        path = self.path(sha256)
        return path.exists() or path.with_suffix(SEALED).exists()

    def put(self, data: bytes, protect: Sequence[str] = ()) -> str:
        """Keep the bytes and give back their hash; when this returns a crash cannot lose them.

        Keeping the same bytes twice keeps them once, and mends a copy that was damaged. ``protect`` names
        the protected people whose keys they are sealed under, one inside the other. Raises `Erased` or
        `BytesChanged` where they are kept sealed and cannot be opened: what is sealed is never kept open.
        """
        sha256 = sha256_hex(data)
        path = self.path(sha256)
        if self.is_sealed(sha256):
            self.get(sha256)
        elif protect:
            self._write(path.with_suffix(SEALED), self._seal(data, protect))
        elif not self._is_whole(sha256):
            self._write(path, data)
        self._settle(path)
        return sha256

    def _is_whole(self, sha256: str) -> bool:
        try:
            self.get(sha256)
        except (BytesMissing, BytesChanged):
            return False
        return True

    def get(self, sha256: str) -> bytes:
        """The bytes with that hash, checked against it.

        Raises `BytesMissing`, `BytesChanged`, or `Erased` where a protected person's key was destroyed.
        """
        path = self.path(sha256)
        sealed = path.with_suffix(SEALED)
        # The sealed copy comes first: after a crash in `seal` the open one may be half overwritten.
        if sealed.exists():
            data = self._unseal(self._read(sealed, sha256), sha256)
        elif path.exists():
            data = self._read(path, sha256)
        else:
            raise BytesMissing(what=sha256)
        if sha256_hex(data) != sha256:
            raise BytesChanged(what=sha256)
        return data

    def is_sealed(self, sha256: str) -> bool:
        """Whether the object is sealed under a protected person's key."""
        return self.path(sha256).with_suffix(SEALED).exists()

    def get_sealed(self, sha256: str) -> bytes:
        """A sealed object as it is, unopened: for handing it on to where its key may be."""
        return self._read(self.path(sha256).with_suffix(SEALED), sha256)

    def put_sealed(self, sha256: str, body: bytes) -> None:
        """Keep what `get_sealed` gave, here; without its key it cannot be checked against its hash."""
        path = self.path(sha256)
        if not self.has(sha256):
            self._write(path.with_suffix(SEALED), body)
        self._settle(path)

    def seal(self, sha256: str, people: Sequence[str]) -> None:
        """Seal a kept object under these people's keys, and destroy the copy that was open."""
        data = self.get(sha256)
        path = self.path(sha256)
        sealed = path.with_suffix(SEALED)
        self._write(sealed, self._seal(data, people))
        self._settle(path)
        for other in self._files(path):
            if other != sealed:
                remove_durably(self._disk, other)

    def destroy(self, sha256: str) -> None:
        """Take an object away for good; only erasure of a protected person does this."""
        for file in self._files(self.path(sha256)):
            remove_durably(self._disk, file)

    def sweep(self) -> None:
        """Take away what crashes left half-written."""
        for part in list(self.folder.rglob("*.part")):
            remove_durably(self._disk, part)

    def _files(self, path: Path) -> list[Path]:
        """Everything of an object, with what a crash may have left of its writing."""
        return list(path.parent.glob(f"{path.name}*"))

    def _write(self, path: Path, data: bytes) -> None:
        body = encrypt(data, [self._identity.to_public()]) if self._identity else data
        write_durably(self._disk, path, body)

    def _settle(self, path: Path) -> None:
        """Have the names that lead to an object reach the disk.

        A command before this one may have been stopped after it gave the file its name.
        """
        self._disk.sync_folder(path.parent)
        self._disk.sync_folder(self.folder)

    def _read(self, path: Path, sha256: str) -> bytes:
        body = path.read_bytes()
        if not self._identity:
            return body
        try:
            return bytes(decrypt(body, [self._identity]))
        except DecryptError as error:
            raise BytesChanged(what=sha256) from error

    def _seal(self, data: bytes, people: Sequence[str]) -> bytes:
        for person in people:
            data = self._people.seal(person, data)
        return json.dumps(list(people)).encode() + b"\n" + data

    def _unseal(self, body: bytes, sha256: str) -> bytes:
        header, _, data = body.partition(b"\n")
        try:
            for person in reversed(json.loads(header)):
                data = self._people.unseal(person, data)
        except (WrongKey, TypeError, ValueError) as error:
            raise BytesChanged(what=sha256) from error
        return data
