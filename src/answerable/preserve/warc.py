"""A fetch as a WARC 1.1 file: the bytes exactly as they went over the wire, each record with its digests."""

import base64
import hashlib
import io
import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser
from warcio.warcwriter import WARCWriter

from answerable.preserve.answers import read_answer
from answerable.preserve.exchange import Exchange
from answerable.preserve.fetch import Fetched
from answerable.preserve.unpack import media_type, unpack

_ABOUT = {
    "format": "WARC File Format 1.1",
    "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
}

# 101 is no interim answer: what follows it is another protocol.
_INTERIM = re.compile(rb"HTTP/1\.\d 1(?!01)\d\d\b.*?\r?\n\r?\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Kept:
    """The last answer of a WARC file, read again."""

    url: str
    at: str
    status: int
    body: bytes
    media_type: str
    charset: str
    truncated: str


def write_warc(fetched: Fetched, *, record_id: Callable[[], str], info: Mapping[str, str]) -> bytes:
    """The WARC file of a fetch: one warcinfo record, then an answer and its request for each exchange.

    Every record is a gzip member of its own. ``record_id`` gives 32 hexadecimal characters each time;
    ``info`` goes into the warcinfo record and must not tell who is at work. The same ids and the same
    fetch give the same bytes.
    """
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    about = _urn(record_id())
    lines = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in {**info, **_ABOUT}.items())
    fields = [("WARC-Type", "warcinfo"), ("WARC-Record-ID", about), ("WARC-Date", fetched.at)]
    writer.write_record(_record("warcinfo", fields, lines.encode(), "application/warc-fields"))
    for exchange in fetched.exchanges:
        for record in _records(exchange, about, record_id):
            writer.write_record(record)
    return out.getvalue()


def read_warc(data: bytes, limit: int) -> Kept:
    """Give back the last answer of a WARC file, its content unpacked to no more than ``limit`` bytes.

    Raises ValueError where the file holds no answer; digests are not checked here (``warcio check`` does).
    """
    kept = None
    for record in ArchiveIterator(io.BytesIO(data), no_record_parse=True):
        if record.rec_type == "response":
            kept = record.rec_headers, record.raw_stream.read()
    if kept is None:
        raise ValueError("the WARC file holds no response record")
    fields, block = kept
    answer = read_answer(block)
    unpacked = unpack(answer.content, answer.headers.get("content-encoding", ""), limit)
    kind, charset = media_type(answer.headers.get("content-type", ""), unpacked)
    return Kept(
        url=fields.get_header("WARC-Target-URI"),
        at=fields.get_header("WARC-Date"),
        status=answer.status,
        body=unpacked.body,
        media_type=kind,
        charset=charset,
        truncated=fields.get_header("WARC-Truncated", ""),
    )


def _records(exchange: Exchange, about: str, record_id: Callable[[], str]) -> Iterator[ArcWarcRecord]:
    """The answer first, where any of it came, then the request and what is tied to it.

    Interim answers (1xx) go into a record beside it: a reader of the file takes the first status line of
    a response record for the page's own.
    """
    common = [
        ("WARC-Target-URI", exchange.url),
        ("WARC-Date", exchange.at),
        ("WARC-IP-Address", exchange.remote_address),
        ("WARC-Warcinfo-ID", about),
    ]
    answer, begins = _urn(record_id()), _final_answer(exchange.response_bytes)
    interim, final = exchange.response_bytes[:begins], exchange.response_bytes[begins:]
    tied = [("WARC-Concurrent-To", answer)] if final else []
    if final:
        cut = [("WARC-Truncated", exchange.truncated)] if exchange.truncated else []
        fields = [("WARC-Type", "response"), ("WARC-Record-ID", answer), *common, *cut]
        yield _record("response", fields, final, "application/http; msgtype=response")
    fields = [("WARC-Type", "request"), ("WARC-Record-ID", _urn(record_id())), *common, *tied]
    yield _record("request", fields, exchange.request_bytes, "application/http; msgtype=request")
    if interim:
        fields = [("WARC-Type", "metadata"), ("WARC-Record-ID", _urn(record_id())), *common, *tied]
        yield _record("metadata", fields, interim, "application/http; msgtype=response")


def _final_answer(block: bytes) -> int:
    """Where the answer proper begins, after interim ones; the last stands for it where none came."""
    begins = 0
    while (interim := _INTERIM.match(block, begins)) and interim.end() < len(block):
        begins = interim.end()
    return begins


def _record(kind: str, fields: list[tuple[str, str]], block: bytes, content_type: str) -> ArcWarcRecord:
    """A record around a block that is written as it is: warcio would set HTTP heads anew otherwise."""
    digests = [("WARC-Block-Digest", _digest(block))]
    if kind in ("request", "response"):
        digests.append(("WARC-Payload-Digest", _digest(_payload(block))))
    headers = StatusAndHeaders("", fields + digests, protocol="WARC/1.1")
    return ArcWarcRecord("warc", kind, headers, io.BytesIO(block), None, content_type, len(block))


def _payload(block: bytes) -> bytes:
    """What follows the HTTP head, found as warcio finds it when it checks the digest."""
    stream = io.BytesIO(block)
    StatusAndHeadersParser([], verify=False).parse(stream)
    return stream.read()


def _digest(data: bytes) -> str:
    """SHA-256 in base 32, the form that WARC tools write and compare."""
    return "sha256:" + base64.b32encode(hashlib.sha256(data).digest()).decode("ascii")


def _urn(record_id: str) -> str:
    return f"<{uuid.UUID(hex=record_id).urn}>"


def _one_line(value: str) -> str:
    if any(ord(character) < 32 for character in value):
        raise ValueError("a warcinfo field is one line")
    return value
