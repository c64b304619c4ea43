"""Reading OFAC's classic XML: invented entries in the published shape, and hostile files."""

import gzip
import io
from collections.abc import Iterable

import pytest

from answerable.identify import Identifier, ListedName, ListEntry, Unreadable, read_ofac
from answerable.model.errors import ListUnreadable

NEW = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"
OLD = "http://tempuri.org/sdnList.xsd"
PERSON = """
<sdnEntry><uid>7</uid><firstName>Suo</firstName><lastName>TAN</lastName><title>Minister</title>
<sdnType>Individual</sdnType><remarks>(Linked To: PORT SELWYN WORKS)</remarks>
<programList><program>TAMSOR</program></programList>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>X1</idNumber><idCountry>Tamsor</idCountry></id></idList>
<akaList><aka><uid>8</uid><type>a.k.a.</type><category>strong</category><lastName>TAM</lastName>
<firstName>Sok</firstName></aka>
<aka><uid>9</uid><type>f.k.a.</type><category>weak</category><lastName>譚索</lastName></aka>
<aka><uid>10</uid><type>a.k.a.</type><category>strong</category></aka></akaList>
<addressList><address><uid>2</uid><city>Port Selwyn</city><country>Tamsor</country></address></addressList>
<dateOfBirthList><dateOfBirthItem><uid>3</uid><dateOfBirth>circa 1955</dateOfBirth></dateOfBirthItem>
</dateOfBirthList></sdnEntry>"""


def xml(*entries: str, namespace: str = NEW, count: int | str = "", doctype: str = "") -> io.BytesIO:
    head = f"<publshInformation><Publish_Date>05/07/2024</Publish_Date><Record_Count>{count}</Record_Count>"
    text = f'<?xml version="1.0"?>{doctype}<sdnList xmlns="{namespace}">{head}</publshInformation>'
    return io.BytesIO((text + "".join(entries) + "</sdnList>").encode())


def entries(found: Iterable[ListEntry | Unreadable]) -> list[ListEntry]:
    return [one for one in found if isinstance(one, ListEntry)]


@pytest.mark.parametrize("namespace", [NEW, OLD])
def test_a_person(namespace: str) -> None:
    edition, found = read_ofac(xml(PERSON, namespace=namespace, count=1))
    (entry,) = entries(found)
    assert (edition.list_id, edition.published, edition.standing) == (
        "us-ofac-sdn", "2024-05-07", "officially listed",
    )  # fmt: skip
    assert entry == ListEntry(
        key="7",
        kind="person",
        names=(
            ListedName("TAN, Suo", "primary"),
            ListedName("TAM, Sok", "strong", relation="a.k.a."),
            ListedName("譚索", "weak", relation="f.k.a."),
        ),
        birth_dates=("circa 1955",),
        countries=("Tamsor",),
        positions=("Minister",),
        programmes=("TAMSOR",),
        identifiers=(Identifier("Passport", "X1", "Tamsor"),),
        remarks="(Linked To: PORT SELWYN WORKS)",
        listed_on="2024-05-07",
        addresses=("Port Selwyn, Tamsor",),
    )
    assert entry.listed_in_words() == "listed on or before 2024-05-07"


def test_what_identifies_nobody_is_no_identifier() -> None:
    said = "".join(
        f"<id><uid>{uid}</uid><idType>{kind}</idType><idNumber>{text}</idNumber></id>"
        for uid, (kind, text) in enumerate({"Gender": "Male", "Secondary sanctions risk:": "E.O. 1"}.items())
    )
    (entry,) = entries(read_ofac(xml(PERSON.replace("</idList>", f"{said}</idList>"), count=1))[1])
    assert entry.identifiers == (Identifier("Passport", "X1", "Tamsor"),)
    assert entry.remarks == "(Linked To: PORT SELWYN WORKS); Gender: Male; Secondary sanctions risk: E.O. 1"


def test_what_cannot_be_read_is_told() -> None:
    nameless = "<sdnEntry><uid>5</uid><sdnType>Entity</sdnType></sdnEntry>"
    _, found = read_ofac(xml(PERSON, nameless, "<sdnEntry><lastName>X</lastName></sdnEntry>", count=4))
    assert [one for one in found if isinstance(one, Unreadable)] == [
        Unreadable("sdnEntry 1 (uid 7), aka 10", "it has no name"),
        Unreadable("sdnEntry 2 (uid 5)", "it has no name"),
        Unreadable("sdnEntry 3 (uid missing)", "it has no uid"),
        Unreadable("Record_Count", "the file says it has 4 entries and has 3"),
    ]


def test_a_kind_it_does_not_know_is_unknown() -> None:
    odd = "<sdnEntry><uid>5</uid><lastName>X</lastName><sdnType>Airship</sdnType></sdnEntry>"
    assert entries(read_ofac(xml(odd, count=1))[1])[0].kind == "unknown"


BOMB = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, '<!DOCTYPE l SYSTEM "http://127.0.0.1/x.dtd">'])
def test_entities_are_refused(doctype: str) -> None:
    with pytest.raises(ListUnreadable, match="document type"):
        read_ofac(xml(PERSON, doctype=doctype))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "damaged or cut off"),
        (b"not xml", "damaged or cut off"),
        (b"<html/>", "does not begin as an sdnList"),
        (b'<sdnList xmlns="http://other.example"/>', "does not begin as an sdnList"),
        (f'<sdnList xmlns="{NEW}"></sdnList>'.encode(), "when it was published"),
        (xml(count=0).getvalue().replace(b"05/07/2024", b"07.05.2024"), "is not its date"),
    ],
)
def test_what_is_no_such_list(data: bytes, why: str) -> None:
    with pytest.raises(ListUnreadable, match=why):
        read_ofac(io.BytesIO(data))


def test_a_file_that_is_cut_off_is_no_edition() -> None:
    data = xml(PERSON, PERSON, count=2).getvalue()
    _, found = read_ofac(io.BytesIO(data[: len(data) - 40]))
    with pytest.raises(ListUnreadable, match="cut off"):
        list(found)


def test_a_compressed_file_that_is_cut_off_is_no_edition() -> None:
    data = gzip.compress(xml(PERSON, PERSON, count=2).getvalue())
    with gzip.open(io.BytesIO(data[:-12])) as stream, pytest.raises(ListUnreadable, match="cut off"):
        list(read_ofac(stream)[1])  # type: ignore[arg-type]
