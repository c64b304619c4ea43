"""Reading a file that a person names, with a plain reason where it cannot be read."""

from pathlib import Path

from answerable.model.errors import FileUnreadable


def read_bytes_of(path: Path) -> bytes:
    """The file's bytes; raise `FileUnreadable`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(file=path.name, why=error.strerror or "it is not there") from error


def read_text_of(path: Path) -> str:
    """A text file as UTF-8; raise `FileUnreadable`."""
    try:
        return read_bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(file=path.name, why="it is not UTF-8 text") from error
