"""Reading a file that a person names, with a plain reason where it cannot be read."""

from pathlib import Path

from answerable.model.errors import FileUnreadable


def read_bytes_of(path: Path, most: int = 0) -> bytes:
    """The file's bytes; raise `FileUnreadable`, also for more than ``most`` where that is given."""
    try:
        if most and path.stat().st_size > most:
            raise FileUnreadable(file=path.name, why=f"it is larger than {most:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(file=path.name, why=error.strerror or "it is not there") from error


def read_text_of(path: Path) -> str:
    """A text file as UTF-8; raise `FileUnreadable`."""
    try:
        return read_bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(file=path.name, why="it is not UTF-8 text") from error
