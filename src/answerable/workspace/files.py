"""Reading a file that a person names, with a plain reason where it cannot be read."""

from pathlib import Path

from answerable.model.errors import FileThere, FileUnreadable
from answerable.read.limits import Limits


def read_bytes_of(path: Path, most: int = Limits().size) -> bytes:
    """The file's bytes; raise `FileUnreadable`, also for more than ``most``, 0 for any number."""
    try:
        with path.open("rb") as stream:
            is_larger = most and path.stat().st_size > most
            data = b"" if is_larger else stream.read(most + 1 if most else -1)
    except OSError as error:
        raise FileUnreadable(file=path.name, why=error.strerror or "it is not there") from error
    if is_larger or (most and len(data) > most):  # what has no size of its own, as a pipe, shows it only so
        raise FileUnreadable(file=path.name, why=f"it is larger than {most:,} bytes")
    return data


def check_free(to: Path, asked: Path | None = None, *, replace: bool) -> None:
    """Raise `FileThere` where it would be written over unasked; the names ``asked`` about never are."""
    if to.exists() and (not replace or (asked and asked.exists() and to.samefile(asked))):
        raise FileThere(file=to.name)


def read_text_of(path: Path) -> str:
    """A text file as UTF-8; raise `FileUnreadable`."""
    try:
        return read_bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(file=path.name, why="it is not UTF-8 text") from error
