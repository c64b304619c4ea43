"""Files that a person names: refused with a reason, and unread where they are too large."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from answerable.model.errors import FileUnreadable
from answerable.workspace.files import read_bytes_of, read_text_of

READING: list[Callable[[Path], object]] = [read_bytes_of, read_text_of]


@pytest.mark.parametrize("reading", READING)
def test_two_gigabytes_are_refused_unread(tmp_path: Path, reading: Callable[[Path], object]) -> None:
    large = tmp_path / "case.yaml"
    large.touch()
    with large.open("r+b") as stream:
        stream.truncate(2_000_000_000)  # a hole: there is nothing on the disk
    tracemalloc.start()
    try:
        with pytest.raises(FileUnreadable, match="larger than 200,000,000 bytes"):
            reading(large)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("reading", READING)
def test_what_is_not_there_is_told(tmp_path: Path, reading: Callable[[Path], object]) -> None:
    with pytest.raises(FileUnreadable, match="No such file"):
        reading(tmp_path / "case.yaml")


def test_what_is_not_utf8_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(FileUnreadable, match="not UTF-8"):
        read_text_of(tmp_path / "case.yaml")
