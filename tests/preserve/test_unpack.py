"""Packing undone within bounds, damaged and hostile packing included."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.preserve.unpack import Unpacked, media_type, unpack


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


TEXT = bytes(range(256)) * 100
ZIPPED = gzip.compress(TEXT, mtime=0)


@pytest.mark.parametrize(
    ("content", "codings", "expected"),
    [
        (b"as it is", "", Unpacked(b"as it is")),
        (b"as it is", "identity", Unpacked(b"as it is")),
        (b"", "gzip", Unpacked(b"")),
        (ZIPPED, "gzip", Unpacked(TEXT)),
        (ZIPPED, "x-GZip", Unpacked(TEXT)),
        (zlib.compress(TEXT), "deflate", Unpacked(TEXT)),
        (raw_deflate(TEXT), "deflate", Unpacked(TEXT)),
        (gzip.compress(ZIPPED, mtime=0), "gzip, gzip", Unpacked(TEXT)),
        (gzip.compress(zlib.compress(TEXT), mtime=0), "deflate,gzip", Unpacked(TEXT)),
        (ZIPPED + ZIPPED, "gzip", Unpacked(TEXT + TEXT)),
        (ZIPPED + b"\0" * 9000, "gzip", Unpacked(TEXT)),
        (ZIPPED + b"padding", "gzip", Unpacked(TEXT)),
        (b"\x0b\x02", "br", Unpacked(b"\x0b\x02", unread="br")),
        (ZIPPED, "br, gzip", Unpacked(ZIPPED, unread="br, gzip")),
        (ZIPPED, "gzip, gzip, gzip", Unpacked(ZIPPED, unread="gzip, gzip, gzip")),
        (b"plain after all", "gzip", Unpacked(b"", "its gzip packing is damaged")),
        (ZIPPED[:5], "gzip", Unpacked(b"", "its gzip packing ends too early")),
        (ZIPPED[:-4], "gzip", Unpacked(TEXT, "its gzip packing ends too early")),
        (zlib.compress(TEXT)[:-2], "deflate", Unpacked(TEXT, "its deflate packing ends too early")),
        (ZIPPED[:-4] + b"ABCD", "gzip", Unpacked(TEXT, "its gzip packing is damaged")),
    ],
)
def test_unpack(content: bytes, codings: str, expected: Unpacked) -> None:
    got = unpack(content, codings, 1_000_000)
    assert (got.trouble, got.unread) == (expected.trouble, expected.unread)
    assert got.body == expected.body or (got.trouble and expected.body.startswith(got.body))


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
@pytest.mark.parametrize(("limit", "whole"), [(99, False), (100, True), (101, True)])
def test_the_limit_is_exact(coding: str, limit: int, whole: bool) -> None:
    content = gzip.compress(b"a" * 100) if coding == "gzip" else zlib.compress(b"a" * 100)
    got = unpack(content, coding, limit)
    assert len(got.body) == min(limit, 100)
    assert (got.trouble == "") is whole


def test_a_bomb_inside_a_bomb_is_stopped_at_the_outer_one() -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 10_000_000))
    got = unpack(bomb, "gzip, gzip", 5_000)
    assert (len(got.body), got.trouble) == (5_000, "it unpacks to more than the limit of 5,000 bytes")


def test_thousands_of_empty_members_are_borne() -> None:
    assert unpack(gzip.compress(b"") * 20_000, "gzip", 10) == Unpacked(b"")


@given(st.binary(max_size=2_000), st.sampled_from(["gzip", "deflate"]))
def test_what_was_packed_comes_back(data: bytes, coding: str) -> None:
    for packed in [gzip.compress(data)] if coding == "gzip" else [zlib.compress(data), raw_deflate(data)]:
        assert unpack(packed, coding, 2_000) == Unpacked(data)


@given(st.binary(max_size=200), st.text(max_size=30), st.integers(1, 100))
def test_nothing_breaks_it(content: bytes, codings: str, limit: int) -> None:
    got = unpack(content, codings, limit)
    assert got.body == content or len(got.body) <= limit


@pytest.mark.parametrize(
    ("header", "kind", "charset"),
    [
        ("", "", ""),
        ("text/html", "text/html", ""),
        ("Text/HTML; charset=UTF-8", "text/html", "utf-8"),
        ('text/html;charset="gb18030"', "text/html", "gb18030"),
        ("text/html; boundary=x; Charset = Big5 ", "text/html", "big5"),
        ("application/xhtml+xml;charset='x'", "application/xhtml+xml", "x"),
        ("text/html; charset=", "text/html", ""),
        ("nonsense", "", ""),
        ("text/html\x00", "", ""),
        ("; charset=utf-8", "", "utf-8"),
        ("text/html, text/html; charset=utf-8", "text/html", "utf-8"),
    ],
)
def test_media_type(header: str, kind: str, charset: str) -> None:
    assert media_type(header, Unpacked(b"<p>")) == (kind, charset)


def test_what_is_still_packed_is_not_called_a_page() -> None:
    still = unpack(b"\x0b\x02", "br", 10)
    assert media_type("text/html; charset=utf-8", still) == ("application/octet-stream", "")
