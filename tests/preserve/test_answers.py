"""Answers read again from kept bytes, whole, cut and senseless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.preserve.answers import Answer, read_answer

HEAD = b"HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: \xe92\r\n"
HEADERS = {"x-a": "1, é2"}


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (HEAD + b"\r\nall of it", Answer(200, HEADERS, b"all of it")),
        (HEAD + b"Content-Length: 3\r\n\r\nabcdef", Answer(200, {**HEADERS, "content-length": "3"}, b"abc")),
        (HEAD + b"Content-Length: 3\r\n\r\nab", Answer(200, {**HEADERS, "content-length": "3"}, b"ab")),
        (
            HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n2\r\nc",
            Answer(200, {**HEADERS, "transfer-encoding": "chunked"}, b"abc"),
        ),
        (b"HTTP/1.1 103 Early Hints\r\n\r\n" + HEAD + b"\r\nx", Answer(200, HEADERS, b"x")),
        (b"HTTP/1.1 304 Not Modified\r\n\r\n", Answer(304, {}, b"")),
        (HEAD, Answer(0, {}, b"")),
        (b"", Answer(0, {}, b"")),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", Answer(0, {}, b"")),
    ],
)
def test_read_answer(block: bytes, expected: Answer) -> None:
    assert read_answer(block) == expected


@given(st.binary(max_size=200), st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", HEAD + b"\r\n"]))
def test_nothing_breaks_it(tail: bytes, start: bytes) -> None:
    assert read_answer(start + tail).status in {0, *range(100, 1000)}
