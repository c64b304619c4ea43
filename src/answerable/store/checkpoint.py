"""Signed notes of where a chain stood, kept outside the workspace.

A chain cannot see that its own tail was cut off; a checkpoint kept elsewhere can. Each is one line of
RFC 8785 JSON: chain, sequence, hash, time, and an Ed25519 signature over the rest.
"""

import json
from collections.abc import Iterable
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


def read_checkpoint(line: str) -> Checkpoint:
    """Read one line; raise `ValueError` or `KeyError` where it is not a checkpoint."""
    fields = json.loads(line)
    return Checkpoint(
        Head(fields["chain"], int(fields["seq"]), fields["hash"]), fields["at"], fields["signature"]
    )


def file_for(folder: Path, chain: str) -> Path:
    """Where the checkpoints of a chain are."""
    return folder / f"{chain}.checkpoints.jsonl"


def write_checkpoint(folder: Path, checkpoint: Checkpoint, disk: Disk) -> None:
    """Add the checkpoint to the chain's file, durably, unless the chain has not moved since the last."""
    path = file_for(folder, checkpoint.head.chain)
    lines = path.read_bytes().splitlines() if path.exists() else []
    if lines and read_checkpoint(lines[-1].decode()).head == checkpoint.head:
        return
    write_durably(disk, path, b"\n".join([*lines, checkpoint.line()]) + b"\n")


def read_checkpoints(path: Path, public_key: str) -> Iterable[Checkpoint]:
    """The checkpoints in a file whose signatures hold; lines that do not are passed over by the caller."""
    if not path.exists():
        return
    for line in path.read_text("utf-8").splitlines():
        try:
            checkpoint = read_checkpoint(line)
        except (ValueError, KeyError):
            continue
        if checkpoint.holds(public_key):
            yield checkpoint
