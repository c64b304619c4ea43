import zipfile
from io import BytesIO

from answerable.answer.scrub import pack, scrub_pdf

PDF = (
    b"%PDF-1.7\n1 0 obj\n"
    b"<</Title(/Creator\\(mine\\) <?xpacket begin)/Creator(Typst 9.9)/Trapped/False>>\nendobj\n"
    b'2 0 obj\nstream\n<?xpacket begin="" id="W"?><x:xmpmeta x:xmptk="writer"><t>/Creator(mine)</t>'
    b"<xmp:CreatorTool>Typst 9.9</xmp:CreatorTool><stEvt:softwareAgent>Typst</stEvt:softwareAgent>\nend\n"
    b"trailer\n<</Size 3/Info 1 0 R>>\n"
)


def test_programs_are_blanked_and_nothing_moves() -> None:
    scrubbed = scrub_pdf(PDF)
    assert len(scrubbed) == len(PDF)
    assert b"Typst" not in scrubbed
    assert b"writer" not in scrubbed
    assert scrubbed.index(b"trailer") == PDF.index(b"trailer")


def test_the_same_words_in_a_title_stay() -> None:
    assert scrub_pdf(PDF).count(b"mine") == 2


def test_an_archive_has_one_form() -> None:
    parts = {"word/a.xml": b"a", "[Content_Types].xml": b"types", "_rels/.rels": b"r"}
    packed = pack(parts)
    assert packed == pack(dict(reversed(parts.items())))
    entries = zipfile.ZipFile(BytesIO(packed)).infolist()
    assert [entry.filename for entry in entries] == ["[Content_Types].xml", "_rels/.rels", "word/a.xml"]
    assert {(entry.date_time, entry.create_system, entry.extra) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, b"")
    }
