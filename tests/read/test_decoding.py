"""Encodings as pages and files of the region really come: declared, misdeclared, not declared."""

import pytest

from answerable.model.errors import TextUnreadable
from answerable.read.decoding import decode

繁 = "譚索共和國警務處處長林家豪於十一月十九日宣布，警方將調查有關事件，並就傷者的情況發表聲明。"
简 = "谭索共和国警务处处长林家豪于十一月十九日宣布，警方将调查有关事件，并就伤者的情况发表声明。"
日 = "タムソル共和国の警察長官は、十一月十九日に発表した声明の中で、事件の調査を行うと述べた。"
РУС = "Начальник полиции Республики Тамсор заявил, что расследование будет проведено."


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("Big5", "big5", 繁),
        ("Big5-HKSCS", "big5hkscs", 繁),
        ("GB2312", "gb2312", 简),
        ("gb18030", "gb18030", 简),
        ("Shift_JIS", "shift_jis", 日),
        ("windows-1251", "cp1251", РУС),
        ("koi8-r", "koi8_r", РУС),
        ("utf-8", "utf-8", 繁 + РУС),
        ("UTF-8", "utf-8-sig", 繁),
        ("utf-16", "utf-16", 繁),
        ("utf-16le", "utf-16-le", РУС + "\n"),
    ],
)
def test_the_words_are_right_declared_or_not(label: str, codec: str, text: str, declared: bool) -> None:
    assert decode(text.encode(codec), label if declared else "", "page", html=False).text == text


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        pytest.param("é".encode() + b" and more", "iso-8859-1", "é and more", id="a server's default"),
        pytest.param(b"\xe9t\xe9", "iso-8859-1", "été", id="a true one-byte label"),
        pytest.param(b"\x93no\x94", "iso-8859-1", "“no”", id="Latin-1 that is windows-1252"),
        pytest.param("朱镕基".encode("gb18030"), "gb2312", "朱镕基", id="GB2312 that is more"),
        pytest.param("𠮷".encode("gb18030"), "gbk", "𠮷", id="GBK that is GB18030"),
        pytest.param("\ufeff繁".encode("utf-16-le"), "utf-8", "繁", id="the byte-order mark overrules HTTP"),
        pytest.param(繁.encode(), "not-a-charset", 繁, id="a label nobody knows"),
        pytest.param(繁.encode(), "zlib", 繁, id="a label that is no text encoding"),
        pytest.param(繁.encode("big5"), "utf-8", 繁, id="a wrong label"),
        pytest.param(
            b"<p>" + 繁.encode("big5") * 9 + b"\xff", "big5", "<p>" + 繁 * 9 + "\ufffd", id="one bad byte"
        ),
    ],
)
def test_labels_are_believed_as_far_as_they_can_be(data: bytes, charset: str, text: str) -> None:
    assert decode(data, charset, "page", html=False).text == text


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="big5">', "big5"),
        ("<META http-equiv=Content-Type content='text/html; charset=BIG5'>", "big5"),
        ('<meta charset="utf-16">', "utf-8"),
    ],
)
def test_a_page_says_its_own_encoding(head: str, codec: str) -> None:
    page = head + 繁
    assert decode(page.encode(codec), "", "page", html=True).text == page


def test_the_tool_says_who_knew_the_encoding() -> None:
    assert decode(繁.encode("big5"), "big5", "page", html=False).tool == "python-codecs/big5hkscs"
    assert decode(繁.encode("big5"), "", "page", html=False).tool == "charset-normalizer/big5"


def test_bytes_in_no_encoding_are_refused() -> None:
    with pytest.raises(TextUnreadable, match="fit no encoding"):
        decode(bytes(range(128, 256)) * 3 + b"\x00\x01\x02", "utf-8", "noise", html=False)
