"""Who may ask: a token made at the start, or keys of which only the hashes are kept."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from pathlib import Path

from answerable.model.errors import FileUnreadable, KeysFileWrong

Knows = Callable[[str], str]
"""Gives the name of whoever holds what was presented; empty where nobody does."""

_LINE = re.compile(r"(?P<name>\S+)\s+sha256:(?P<digest>[0-9a-f]{64})")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")


def new_secret() -> str:
    """A token or key: 256 bits that nobody guesses, so that a plain hash of it gives nothing away."""
    return "ans_" + secrets.token_urlsafe(32)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def one_token(token: str) -> Knows:
    """Knows whoever holds the token of this start."""
    return holders({_digest(token): "this machine"})


def holders(names: dict[str, str]) -> Knows:
    """Knows the holders of keys by their hashes; takes as long whoever asks."""

    def knows(presented: str) -> str:
        digest, found = _digest(presented), ""
        for kept, name in names.items():
            found = name if hmac.compare_digest(kept, digest) else found
        return found

    return knows


def read_keys(file: Path) -> dict[str, str]:
    """Names by the hashes of their keys; raise `FileUnreadable` or `KeysFileWrong`."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise FileUnreadable(file=file.name, why=why) from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = _LINE.fullmatch(line.strip())
        if not parts or parts["name"] in found.values():
            why = "the name is there twice" if parts else "it is no name followed by sha256: and a hash"
            raise KeysFileWrong(file=file.name, line=number, why=why)
        found[parts["digest"]] = parts["name"]
    if not found:
        raise KeysFileWrong(file=file.name, line=max(1, len(lines)), why="it holds no key")
    return found


def add_key(file: Path, name: str) -> str:
    """Make a key for somebody and add its hash to the file; the key itself is kept nowhere.

    Raises `KeysFileWrong` where the name cannot stand in the file or is there already.
    """
    known = read_keys(file) if file.exists() and file.read_bytes().strip() else {}
    if not _NAME.fullmatch(name) or name in known.values():
        why = (
            "that name is there already" if name in known.values() else "a name is letters, figures and ._@-"
        )
        raise KeysFileWrong(file=file.name, line=len(known) + 1, why=why)
    key = new_secret()
    before = file.read_text("utf-8") if file.exists() else ""
    gap = "" if not before or before.endswith("\n") else "\n"
    file.touch(mode=0o600)
    with file.open("a", encoding="utf-8", newline="\n") as out:
        out.write(f"{gap}{name} sha256:{_digest(key)}\n")
    return key
