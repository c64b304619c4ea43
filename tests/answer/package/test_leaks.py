"""What counts as a protected name standing in a file."""

import pytest

from answerable.answer.package.leaks import find_leak
from answerable.model.errors import FileUnreadable


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("譚索", "證人譚索說", True),
        ("譚索", "譚\n索", True),
        ("譚索", "谭索", False),
        ("Oren Tamvale", "ORENTAMVALE", True),
        ("Oren Tamvale", "Tamvale, Oren", False),
        ("Li", "the police", False),
        ("Li", "Mr Li said", True),
        ("Ada", '{"hash": "00ada00"}', False),
        ("1975", "in 1975", False),
        ("1975-02-19", "born 1975-02-19", True),
        ("Straße", "STRASSE", True),
        (" ", "a b", False),
    ],
)
def test_names_in_words(name: str, text: str, found: bool) -> None:
    assert find_leak({"texts/a.txt": text.encode()}, [name]) == ("texts/a.txt" if found else "")


def test_hashes_are_no_words_but_everything_else_in_json_is() -> None:
    record = b'{\n"a": [{"b": "00facade00facade00facade00facade"}]}'
    assert find_leak({"record.json": record}, ["facade"]) == ""
    assert find_leak({"record.json": record.replace(b"00fa", b"a fa")}, ["facade"]) == "record.json"
    line = b'{"about":{"reason":"seen by Facade"}}\n'
    assert find_leak({"log/entries.jsonl": b"{}\n" + line}, ["facade"]) == "log/entries.jsonl"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030", "big5hkscs"])
def test_names_in_other_encodings(encoding: str) -> None:
    data = b"\0\1" + "證人陳大文".encode(encoding)
    assert find_leak({"evidence/0": data}, ["陳大文"]) == "evidence/0"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 not a zip", b"\x1f\x8b not gzip", b"\xff\xd8\xff\x00 a photograph"]
)
def test_damaged_files_are_searched_as_bytes(data: bytes) -> None:
    assert find_leak({"evidence/0": data}, ["Oren Tamvale"]) == ""
    assert find_leak({"evidence/0": data + b"Oren Tamvale"}, ["Oren Tamvale"]) == "evidence/0"


def test_a_pdf_that_cannot_be_searched_is_not_handed_out() -> None:
    with pytest.raises(FileUnreadable, match="its pages cannot be searched"):
        find_leak({"documents/a.pdf": b"%PDF-1.7 and no more"}, ["Oren Tamvale"])
