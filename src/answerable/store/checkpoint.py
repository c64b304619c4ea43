"""Signed notes of where a chain stood, kept outside the workspace.

A chain cannot see that its own tail was cut off; a checkpoint kept elsewhere can. Each is one line of
RFC 8785 JSON: chain, sequence, hash, time, and an Ed25519 signature over the rest.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from answerable.model.canonical import Json, canonical_json
from answerable.store.disk import Disk, write_durably
from answerable.store.log import Head

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where a chain stood at a time. ``signature`` is 128 hexadecimal characters."""

    head: Head
    at: str
    signature: str

    def signed_bytes(self) -> bytes:
        """Exactly what the signature is over."""
        return canonical_json(_fields(self.head, self.at))

    def line(self) -> bytes:
        """The line as it is written to the file, without its end."""
        return canonical_json({**_fields(self.head, self.at), "signature": self.signature})

    def holds(self, public_key: str) -> bool:
        """Whether the signature is that key's."""
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(
                bytes.fromhex(self.signature), self.signed_bytes()
            )
        except (InvalidSignature, ValueError):
            return False
        return True


def _fields(at_head: Head, at: str) -> dict[str, Json]:
    return {"format": FORMAT, "chain": at_head.chain, "seq": at_head.seq, "hash": at_head.hash, "at": at}


def sign(at_head: Head, at: str, key: Ed25519PrivateKey) -> Checkpoint:
    """A checkpoint for where the chain stands."""
    unsigned = Checkpoint(at_head, at, "")
    return Checkpoint(at_head, at, key.sign(unsigned.signed_bytes()).hex())


def read_checkpoint(line: bytes) -> Checkpoint:
    """Read one line; raise `ValueError` or `KeyError` where it is not a checkpoint."""
    fields = json.loads(line)
    if not isinstance(fields, dict) or type(fields["seq"]) is not int:
        raise ValueError("a checkpoint names its chain, sequence and hash")
    at_head = Head(str(fields["chain"]), fields["seq"], str(fields["hash"]))
    return Checkpoint(at_head, str(fields["at"]), str(fields["signature"]))


def file_for(folder: Path, chain: str, seen_by: str = "") -> Path:
    """Where the checkpoints of a chain are; of another workspace's, those that ``seen_by`` was handed."""
    return folder / seen_by / f"{chain}.checkpoints.jsonl"


def write_checkpoint(path: Path, checkpoint: Checkpoint, disk: Disk) -> None:
    """Add the checkpoint to the chain's file, durably, unless there is one for the same head."""
    if checkpoint.head in [known.head for known in _readable(path)]:
        return
    before = path.read_bytes().rstrip(b"\n") + b"\n" if path.exists() else b""
    write_durably(disk, path, before + checkpoint.line() + b"\n")


def read_checkpoints(path: Path, public_key: str) -> list[Checkpoint]:
    """The checkpoints in a file whose signatures hold."""
    return [checkpoint for checkpoint in _readable(path) if checkpoint.holds(public_key)]


def count_lines(path: Path) -> int:
    """How many lines a file of checkpoints has, whatever they are worth."""
    return len(path.read_bytes().splitlines()) if path.exists() else 0


def _readable(path: Path) -> Iterator[Checkpoint]:
    for line in path.read_bytes().splitlines() if path.exists() else []:
        with suppress(ValueError, KeyError):
            yield read_checkpoint(line)
