"""What a published list is made of, signed: by it a stranger sees that no file was changed."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from answerable.answer.publishing.edition import Edition
from answerable.model.canonical import Json, canonical_json, sha256_hex
from answerable.model.errors import PublicationWrong

FORMAT = 1
FILE = "manifest.json"
_NAME = re.compile(r"[a-z.]{1,40}")


def write_manifest(edition: Edition, files: Mapping[str, bytes], key: Ed25519PrivateKey) -> bytes:
    """The manifest of these files. The signature is over its RFC 8785 form without the signature."""
    fields: dict[str, Json] = {
        "format": FORMAT,
        "title": edition.title,
        "organisation": edition.organisation,
        "audience": edition.audience,
        "standing": edition.standing,
        "dispute_to": edition.dispute_to,
        "version": edition.version,
        "date": edition.date,
        "previous": edition.previous,
        "names": len(edition.rows),
        "files": [
            {"path": path, "sha256": sha256_hex(data), "size": len(data)}
            for path, data in sorted(files.items())
        ],
        "public_key": key.public_key().public_bytes_raw().hex(),
    }
    signed = {**fields, "signature": key.sign(canonical_json(fields)).hex()}
    return json.dumps(signed, ensure_ascii=False, indent=1).encode() + b"\n"


def verify_folder(folder: Path) -> dict[str, Any]:
    """What the manifest of a published list says, once all of it holds.

    Raises `PublicationWrong` for what does not: a signature, a file that is missing, changed, or not named.
    Whose key it is, nobody can tell from the folder: that is for the reader to ask the publisher.
    """
    fields = _signed(folder)
    named = {str(one["path"]): str(one["sha256"]) for one in fields["files"]}
    there = {path.name for path in folder.iterdir()} - {FILE}
    for path in sorted(named.keys() | there):
        if path not in named:
            raise _wrong(folder, f"the manifest does not name {path}")
        if path not in there or not _NAME.fullmatch(path):
            raise _wrong(folder, f"{path} is missing")
        with (folder / path).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != named[path]:
                raise _wrong(folder, f"{path} was changed")
    return fields


def _signed(folder: Path) -> dict[str, Any]:
    try:
        fields = dict(json.loads((folder / FILE).read_bytes()))
        signature = bytes.fromhex(fields.pop("signature"))
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(fields["public_key"]))
        key.verify(signature, canonical_json(fields))
        if fields["format"] != FORMAT or not all({"path", "sha256"} <= set(one) for one in fields["files"]):
            raise ValueError("it is in another form")
    except InvalidSignature as error:
        raise _wrong(folder, "the signature of its manifest does not hold") from error
    except (OSError, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise _wrong(folder, "it has no manifest that can be read") from error
    return fields


def _wrong(folder: Path, why: str) -> PublicationWrong:
    return PublicationWrong(folder=folder, why=why)
