"""A packed list is unpacked within bounds; what is no packing of one file comes back as it is."""

import gzip
import io
import tracemalloc
import zipfile

import pytest

from answerable.identify.packed import unpacked
from answerable.model.errors import ListUnreadable

LIST = b"<sdnList>" + b"<entry/>" * 1_000 + b"</sdnList>"
MOST = 100_000


def zipped(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name.replace("_", "."), body)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (gzip.compress(LIST), "sdn.xml.gz", "sdn.xml"),
        (gzip.compress(LIST[:500]) + gzip.compress(LIST[500:]), "sdn.xml.gz", "sdn.xml"),
        (zipped(SDN_XML=LIST), "SDN_XML.ZIP", "SDN.XML"),
        (zipped(**{"lists/": b"", "lists/cons_xml": LIST}), "c.zip", "cons.xml"),
        (LIST, "sdn.xml", "sdn.xml"),
    ],
)
def test_the_one_file_in_it_and_its_name(data: bytes, name: str, told: str) -> None:
    assert unpacked(data, name, MOST) == (LIST, told)


@pytest.mark.parametrize("data", [zipped(sdn_csv=LIST, alt_csv=LIST), b"", b"PK", b"\x1f"])
def test_what_is_no_packing_of_one_file_stays_as_it_is(data: bytes) -> None:
    assert unpacked(data, "list", MOST) == (data, "list")


def locked() -> bytes:
    """With the mark that says it is encrypted (APPNOTE 4.4.4, bit 0), in both of its headers."""
    data = bytearray(zipped(SDN_XML=LIST))
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(head) + flags] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (gzip.compress(LIST)[:-12], "ends too early"),
        (gzip.compress(LIST)[:12] + b"\xff" * 40, "damaged"),
        (zipped(SDN_XML=LIST)[:-30], "damaged or locked"),
        (zipped(SDN_XML=LIST).replace(b"PK\x01\x02", b"PK\x01\x03"), "damaged or locked"),
        (locked(), "damaged or locked"),
        (zipped(), "there is no file in it"),
        (zipped(**{"lists/": b""}), "there is no file in it"),
        (gzip.compress(bytes(MOST + 1)), "more than the limit of 100,000 bytes"),
        (zipped(SDN_XML=bytes(MOST + 1)), "more than the limit of 100,000 bytes"),
    ],
)
def test_what_cannot_be_unpacked_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(ListUnreadable, match=why):
        unpacked(data, "sdn", MOST)


@pytest.mark.parametrize("bomb", [gzip.compress(bytes(300_000_000)), zipped(a_xml=bytes(300_000_000))])
def test_a_bomb_is_refused_in_little_memory(bomb: bytes) -> None:
    tracemalloc.start()
    with pytest.raises(ListUnreadable, match="more than the limit"):
        unpacked(bomb, "sdn", MOST)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000
