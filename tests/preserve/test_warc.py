"""WARC files: written from fetches, checked by warcio's own checker, and read again."""

import gzip
import io
import itertools
import zlib
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from answerable.model.record import Verdict
from answerable.preserve.addresses import Policy
from answerable.preserve.exchange import Exchange
from answerable.preserve.fetch import Fetched, fetch
from answerable.preserve.warc import read_warc, write_warc

from .servers import page, says, serving

AT = "2026-11-23T09:14:05Z"
REQUEST = b"GET / HTTP/1.1\r\nHost: news.example\r\n\r\n"
PLAIN = page("譚索".encode(), "Content-Type: text/html; charset=utf-8")
MOVED = page(b"moved", "Location: /next", status="302 Found")
CHUNKED = page(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "Transfer-Encoding: chunked")
ODD = page(b"z", "x-odd:no space", "X-Fold: a\r\n  b", "X-Raw: \xff\xfe", status="404 Ni\xe9 ma")
ZIPPED = gzip.compress(b"zipped", mtime=0)
GZIP = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + ZIPPED


def ids() -> Callable[[], str]:
    counter = itertools.count(1)
    return lambda: f"{next(counter):032x}"


def fetched(*answers: bytes, truncated: str = "") -> Fetched:
    exchanges = tuple(
        Exchange(f"http://news.example/{n}", REQUEST, answer, 200, (), "93.184.216.34", AT, truncated)
        for n, answer in enumerate(answers)
    )
    return Fetched("http://news.example/0", AT, exchanges, Verdict.COMPLETE, "", b"", "", "")


def written(*answers: bytes, truncated: str = "") -> bytes:
    return write_warc(fetched(*answers, truncated=truncated), record_id=ids(), info={"software": "Test 1"})


def records(data: bytes) -> list[tuple[dict[str, str], bytes]]:
    found = ArchiveIterator(io.BytesIO(data), no_record_parse=True)
    return [(dict(record.rec_headers.headers), record.raw_stream.read()) for record in found]


@pytest.mark.parametrize(
    "answers",
    [
        (),
        (PLAIN,),
        (MOVED, PLAIN),
        (CHUNKED,),
        (ODD,),
        (GZIP,),
        (b"",),
        (b"HTTP/1.1 200 OK\r\nContent-Ty",),
        (b"SSH-2.0-OpenSSH_9.2\r\n",),
        (b"\r\n\r\nx",),
        (b"HTTP/1.1 101 Switching Protocols\r\n\r\n\x00\x01",),
        (b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + PLAIN,),
        (b"HTTP/1.1 200 OK\r\nA: b\r\n \r\nContent-Length: 0\r\n\r\n",),
        (b"\xff\x00" * 40_000,),
    ],
)
def test_what_is_written_passes_warcio_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answers: tuple[bytes, ...]
) -> None:
    file = tmp_path / "page.warc.gz"
    file.write_bytes(written(*answers))
    assert Checker(Namespace(inputs=[str(file)], verbose=True)).process_all() == 0
    said = capsys.readouterr().out
    assert said.count("digest pass") == len(records(written(*answers)))
    assert "fail" not in said


def test_warcio_check_sees_a_changed_byte(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "page.warc"
    file.write_bytes(gzip.decompress(written(PLAIN)).replace(b"\xe8\xad\x9a", b"\xe8\xad\x9b"))
    assert Checker(Namespace(inputs=[str(file)], verbose=False)).process_all() == 1
    assert "payload digest failed" in capsys.readouterr().out


def test_the_records_of_one_redirect_and_its_page() -> None:
    found = records(written(MOVED, PLAIN))
    assert [(head["WARC-Type"], block) for head, block in found[1:]] == [
        ("response", MOVED),
        ("request", REQUEST),
        ("response", PLAIN),
        ("request", REQUEST),
    ]
    about, answer, request = (head for head, _ in found[:3])
    assert found[0][1].startswith(b"software: Test 1\r\nformat: WARC File Format 1.1\r\n")
    assert answer["WARC-Record-ID"] == "<urn:uuid:00000000-0000-0000-0000-000000000002>"
    assert request["WARC-Concurrent-To"] == answer["WARC-Record-ID"]
    assert {answer["WARC-Warcinfo-ID"], request["WARC-Warcinfo-ID"]} == {about["WARC-Record-ID"]}
    assert len({head["WARC-Record-ID"] for head, _ in found}) == 5
    for head in (answer, request):
        assert head["WARC-Target-URI"] == "http://news.example/0"
        assert head["WARC-IP-Address"] == "93.184.216.34"
        assert head["WARC-Date"] == AT
        assert head["WARC-Block-Digest"].startswith("sha256:")
        assert "WARC-Truncated" not in head


def test_every_record_is_a_gzip_member_of_its_own() -> None:
    data, members = written(PLAIN), []
    while data:
        unpacker = zlib.decompressobj(31)
        members.append(unpacker.decompress(data))
        data = unpacker.unused_data
    assert [member[:10] for member in members] == [b"WARC/1.1\r\n"] * 3


def test_the_same_fetch_and_ids_give_the_same_bytes() -> None:
    assert written(MOVED, PLAIN) == written(MOVED, PLAIN)


@pytest.mark.parametrize("truncated", ["length", "time", "disconnect", "unspecified"])
def test_a_cut_answer_says_so(truncated: str) -> None:
    data = written(PLAIN[:-2], truncated=truncated)
    assert [head.get("WARC-Truncated") for head, _ in records(data)] == [None, truncated, None]
    kept = read_warc(data, 100)
    assert (kept.body, kept.truncated) == ("譚索".encode()[:-2], truncated)


def test_where_no_answer_came_the_question_is_kept() -> None:
    found = records(written(b""))
    assert [head["WARC-Type"] for head, _ in found] == ["warcinfo", "request"]
    assert "WARC-Concurrent-To" not in found[1][0]


def test_interim_answers_are_kept_beside_the_page() -> None:
    interim = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    found = records(written(interim + interim + PLAIN))
    assert [(head["WARC-Type"], block) for head, block in found[1:]] == [
        ("response", PLAIN),
        ("request", REQUEST),
        ("metadata", interim + interim),
    ]
    assert [head["WARC-Type"] for head, _ in records(written(interim))] == ["warcinfo", "response", "request"]


@pytest.mark.parametrize(
    ("answers", "status", "body", "kind", "charset"),
    [
        ((MOVED, PLAIN), 200, "譚索".encode(), "text/html", "utf-8"),
        ((PLAIN, MOVED), 302, b"moved", "", ""),
        ((CHUNKED,), 200, b"abcde", "", ""),
        ((GZIP,), 200, b"zipped", "", ""),
        ((ODD,), 404, b"z", "", ""),
        ((CHUNKED[:-12],), 200, b"abc", "", ""),
        ((b"HTTP/1.1 200 OK\r\nContent-Ty",), 0, b"", "", ""),
        ((b"HTTP/1.1 103 Early Hints\r\n\r\n" + PLAIN,), 200, "譚索".encode(), "text/html", "utf-8"),
        ((PLAIN + b"more than was announced",), 200, "譚索".encode(), "text/html", "utf-8"),
    ],
)
def test_the_last_answer_is_read_again(
    answers: tuple[bytes, ...], status: int, body: bytes, kind: str, charset: str
) -> None:
    kept = read_warc(written(*answers), 1000)
    assert (kept.status, kept.body, kept.media_type, kept.charset) == (status, body, kind, charset)
    assert (kept.url, kept.at) == (f"http://news.example/{len(answers) - 1}", AT)


def test_a_file_without_an_answer() -> None:
    with pytest.raises(ValueError, match="no response record"):
        read_warc(written(), 100)


def test_a_field_cannot_begin_another() -> None:
    with pytest.raises(ValueError, match="one line"):
        write_warc(fetched(), record_id=ids(), info={"software": "x\r\noperator: somebody"})


@given(st.binary(max_size=300), st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n"]))
def test_every_byte_comes_back_whatever_it_is(tail: bytes, start: bytes) -> None:
    blocks = [block for head, block in records(written(start + tail)) if head["WARC-Type"] == "response"]
    assert blocks == ([start + tail] if start + tail else [])


@pytest.mark.loopback
@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize(
    "answer", [PLAIN, CHUNKED, ODD, GZIP, GZIP[:-9], CHUNKED[:-12], b"HTTP/1.0 200 OK\r\n\r\nold", page(b"")]
)
def test_a_page_taken_kept_and_read_again_is_the_same(answer: bytes) -> None:
    with serving(says(answer)) as server:
        got = fetch(
            server.url(),
            clock=lambda: datetime(2026, 11, 23, 9, 14, 5, tzinfo=UTC),
            policy=Policy(frozenset({("127.0.0.1", server.port)})),
        )
    kept = read_warc(write_warc(got, record_id=ids(), info={}), 1000)
    assert (kept.url, kept.at, kept.status) == (got.exchanges[-1].url, got.at, got.status)
    assert (kept.body, kept.media_type, kept.charset) == (got.body, got.media_type, got.charset)
    assert kept.truncated == got.exchanges[-1].truncated
