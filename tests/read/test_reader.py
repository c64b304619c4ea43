"""Documents through the bounded process: what it reads, what it survives."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from answerable.model.errors import AnswerableError, FileEmpty, ReadingExceeded, TextUnreadable
from answerable.read.passages import find
from answerable.read.reader import Limits, Reader
from tests.read.test_docx import packed

SHARED = Path(os.environ.get("ANSWERABLE_SHARED", Path(__file__).parents[3] / "shared"))
SLOW = b"<p>x" * 3_000_000
posix = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its bounds")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def test_one_process_reads_many_kinds(reader: Reader) -> None:
    document = docx.Document()
    document.add_paragraph("譚索 Word")
    assert reader.read(packed(document), "", "", "a.docx").text == "譚索 Word\n"
    first = reader._process
    assert reader.read(b"<p>One", "text/html", "", "a.html").text == "One"
    assert reader.read("譚索".encode("big5"), "text/plain", "big5", "a.txt").text == "譚索"
    assert reader._process is first


@pytest.mark.parametrize("data", [b"One\r\ntwo\rthree\n", b"One\ntwo\nthree\n"])
def test_line_ends_are_made_one_and_nothing_else_changes(reader: Reader, data: bytes) -> None:
    assert (
        reader.read(data + b" \t four\x0c", "text/plain", "", "a.txt").text == "One\ntwo\nthree\n \t four\x0c"
    )


@pytest.mark.parametrize(
    ("data", "error", "why"),
    [
        (b"", FileEmpty, "harbour is empty"),
        (b" \n\t ", TextUnreadable, "it holds no words"),
        (b"<script>x</script>", TextUnreadable, "it holds no words"),
        (b"\x89PNG\r\n\x1a\n", TextUnreadable, "recognised first"),
        (b"%PDF-1.7\n", TextUnreadable, "cut off"),
        (b"PK\x03\x04", TextUnreadable, "damaged"),
        (b"<div>" * 3000 + b"x", ReadingExceeded, "nesting"),
    ],
)
def test_errors_come_back_with_the_documents_name(
    reader: Reader, data: bytes, error: type[AnswerableError], why: str
) -> None:
    with pytest.raises(error, match="harbour.*" + why if error is TextUnreadable else why) as caught:
        reader.read(data, "text/html", "", "harbour")
    assert "harbour" in str(caught.value)
    assert reader.read(b"<p>next", "text/html", "", "next").text == "next"


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with Reader(Limits(seconds=1.5)) as reader:
        with pytest.raises(ReadingExceeded, match=r"more time than is allowed \(1\.5 seconds\)"):
            reader.read(SLOW, "text/html", "", "slow")
        assert reader.read(b"<p>next", "text/html", "", "next").text == "next"


@posix
def test_a_document_that_takes_too_much_memory_is_given_up_and_the_next_is_read() -> None:
    with Reader(Limits(memory=300_000_000)) as reader:
        with pytest.raises((ReadingExceeded, TextUnreadable), match="big"):
            reader.read("字 ".encode() * 30_000_000, "text/html", "utf-8", "big")
        assert reader.read(b"<p>next", "text/html", "", "next").text == "next"


@posix
def test_a_process_that_dies_is_replaced() -> None:
    with Reader() as reader:
        reader.read(b"first", "", "", "first")
        assert reader._process is not None
        killer = threading.Timer(0.5, os.kill, (reader._process.pid, signal.SIGSEGV))
        killer.start()
        with pytest.raises(TextUnreadable, match="second: the program that reads such files broke down"):
            reader.read(SLOW, "text/html", "", "second")
        killer.join()
        assert reader.read(b"third", "", "", "third").text == "third"


def test_a_process_lost_between_documents_is_blamed_on_none() -> None:
    with Reader() as reader:
        reader.read(b"first", "", "", "first")
        assert reader._process is not None
        reader._process.kill()
        reader._process.wait()
        assert reader.read(b"second", "", "", "second").text == "second"


def test_sizes_in_and_out_are_bounded() -> None:
    with Reader(Limits(size=10, characters=5)) as reader:
        with pytest.raises(ReadingExceeded, match="more bytes than is allowed"):
            reader.read(b"x" * 11, "", "", "long")
        with pytest.raises(ReadingExceeded, match="more characters than is allowed"):
            reader.read(b"x" * 6, "", "", "long")


def test_closing_ends_the_process() -> None:
    with Reader() as reader:
        reader.read(b"first", "", "", "first")
        process = reader._process
    assert process is not None
    assert process.poll() is not None


@pytest.mark.real
@pytest.mark.skipif(not SHARED.exists(), reason="ANSWERABLE_SHARED points at no folder of public files")
def test_published_texts_are_read_as_they_are_and_their_words_found(reader: Reader) -> None:
    for path in sorted((SHARED / "data" / "documents").glob("*.txt")):
        data = path.read_bytes()
        text = reader.read(data, "text/plain", "", path.name).text
        assert text == data.decode().replace("\r\n", "\n"), path.name
        middle = " ".join(text.split()[40:60])
        assert find(text, middle).exact.split() == middle.split()
