"""JSON that has one form only (RFC 8785), so that it can be hashed."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import rfc8785

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"
"""What the log and the packages hold. No fractions: they have no one form worth hashing."""


def canonical_json(value: Json) -> bytes:
    """The RFC 8785 form of ``value``: UTF-8, keys sorted, no white space."""
    return rfc8785.dumps(json.loads(json.dumps(value)))


def sha256_hex(data: bytes) -> str:
    """SHA-256 of the bytes, 64 lower-case hexadecimal characters."""
    return hashlib.sha256(data).hexdigest()
