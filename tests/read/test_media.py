"""What a file is, whatever it is called."""

import io
import zipfile

import pytest

from answerable.model.errors import FileEmpty, TextUnreadable
from answerable.read.media import Kind, kind_of, looks_like_utf16


def zipped(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


WORD = zipped("[Content_Types].xml", b"wordprocessingml.document.main+xml")


@pytest.mark.parametrize(
    ("data", "media_type", "name", "kind"),
    [
        (b"%PDF-1.7 \n", "text/html", "a.html", Kind.PDF),
        (b"\r\n junk %PDF-1.4", "", "", Kind.PDF),
        (WORD, "application/zip", "a.zip", Kind.DOCX),
        (b"<!DOCTYPE html><p>x", "text/plain", "a.txt", Kind.HTML),
        (b"\xef\xbb\xbf<!-- made by hand -->\n<HTML lang=en>", "", "", Kind.HTML),
        ("<!doctype html><p>x".encode("utf-16"), "", "", Kind.HTML),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "", "", Kind.HTML),
        (b"<p>no beginning", "text/html; charset=big5", "", Kind.HTML),
        (b"<p>no beginning", "", "page.HTM", Kind.HTML),
        (b"<p>no beginning", "text/plain", "page.htm", Kind.PLAIN),
        (b"plain words", "", "notes", Kind.PLAIN),
        (b"plain words", "application/octet-stream", "notes.txt", Kind.PLAIN),
        (b'{"a": 1}', "application/json", "", Kind.PLAIN),
        (b"<headline>x</headline>", "application/xml", "", Kind.PLAIN),
        ("plain words".encode("utf-16-le"), "text/plain", "", Kind.PLAIN),
    ],
)
def test_the_bytes_decide_before_the_declared_type(
    data: bytes, media_type: str, name: str, kind: Kind
) -> None:
    assert kind_of(data, media_type, name) is kind


@pytest.mark.parametrize(
    ("data", "media_type", "why"),
    [
        (b"\x89PNG\r\n\x1a\n....", "text/html", "it is a picture, and its words need to be recognised first"),
        (b"\xff\xd8\xff\xe0", "application/pdf", "it is a picture"),
        (b"GIF89a", "", "it is a picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "", "it is a picture"),
        (b"\x00\x00\x00\x18ftypheic", "", "it is a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "it is a picture"),
        (b"\x00\x00\x00\x18ftypisom", "", "it is a sound or film recording"),
        (b"ID3\x03\x00", "", "it is a sound or film recording"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword", "old Office format"),
        (b"{\\rtf1\\ansi", "application/msword", "old Office format"),
        (b"\x1f\x8b\x08\x00", "", "packed archive"),
        (zipped("notes.txt", b"x"), "application/zip", "a zip archive with no Word document in it"),
        (zipped("[Content_Types].xml", b"spreadsheetml"), "", "a zip archive with no Word document in it"),
        (b"PK\x03\x04 and then the line broke", "", "a damaged zip archive or Word document"),
        (WORD[:-30], "", "a damaged zip archive or Word document"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00", "text/plain", "binary data"),
        (b"words", "application/pdf", "declared as application/pdf, and its bytes are not that"),
    ],
)
def test_what_holds_no_words_is_refused_with_the_reason(data: bytes, media_type: str, why: str) -> None:
    with pytest.raises(TextUnreadable, match=why):
        kind_of(data, media_type, "harbour.docx")


def test_an_empty_file_is_called_empty() -> None:
    with pytest.raises(FileEmpty, match=r"The file harbour\.docx is empty"):
        kind_of(b"", "text/plain", "harbour.docx")


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        ("Port Selwyn".encode("utf-16-le"), "utf-16-le"),
        ("Port Selwyn".encode("utf-16-be"), "utf-16-be"),
        ("譚索警方2020年3月\n".encode("utf-16-le"), "utf-16-le"),
        (b"Port Selwyn", ""),
        (b"\0\0\0\0", ""),
        (b"", ""),
    ],
)
def test_unmarked_utf16_is_told_by_its_empty_halves(data: bytes, codec: str) -> None:
    assert looks_like_utf16(data) == codec
