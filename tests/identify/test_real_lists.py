"""Published facts: how many are listed, who, since when, and that names in characters find them."""

import gzip
import os
from pathlib import Path

import pytest

from answerable.identify import EditionInfo, ListEntry, NameIndex, Query, read_justice, read_ofac, screen
from answerable.identify.match import matches_of

SHARED = Path(os.environ.get("ANSWERABLE_SHARED", Path(__file__).parents[3] / "shared")) / "data"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the public lists are not at hand"),
]
Listed = tuple[EditionInfo, list[ListEntry]]


def ofac(file: str, list_id: str = "us-ofac-sdn") -> Listed:
    with gzip.open(SHARED / "lists" / file) as stream:
        edition, found = read_ofac(stream, list_id)  # type: ignore[arg-type]
        return edition, [one for one in found if isinstance(one, ListEntry)]


def canada(number: str) -> Listed:
    with (SHARED / "law" / f"eng_regulations_SOR-{number}.xml").open("rb") as stream:
        edition, found = read_justice(stream)
        return edition, [one for one in found if isinstance(one, ListEntry)]


@pytest.fixture(scope="module")
def sdn() -> Listed:
    return ofac("ofac_sdn_2024-05-07.xml.gz")


@pytest.fixture(scope="module")
def index(sdn: Listed) -> NameIndex:
    return NameIndex(dict([sdn, canada("2021-49"), canada("2017-233")]))


def test_ofac_in_may_2024(sdn: Listed) -> None:
    edition, entries = sdn
    assert edition.published == "2024-05-07"
    assert len(entries) == 14_966
    assert sum(len(entry.names) - 1 for entry in entries) == 21_754
    assert len({entry.key for entry in entries}) == 14_966


def test_ofac_non_sdn_in_may_2024() -> None:
    edition, entries = ofac("ofac_nonsdn_2024-05.xml.gz", "us-ofac-cons")
    assert (edition.published, len(entries)) == ("2024-05-06", 443)


def test_ofac_in_march_2021() -> None:
    edition, entries = ofac("ofac_sdn_2021-03-10.xml.gz")
    assert (edition.published, len(entries)) == ("2021-03-10", 8_832)
    names = {name.text for entry in entries for name in entry.names}
    assert {"LAM, Carrie", "CHEN, Quanguo", "ZHU, Hailun", "TANG, Ping-keung"} <= names
    assert "WANG, Junzheng" not in names


def test_canada_since_when() -> None:
    _, prc = canada("2021-49")
    _, officials = canada("2017-233")
    days = {entry.primary_name: entry.listed_in_words() for entry in (*prc, *officials)}
    assert (len(prc), len(officials)) == (13, 80)
    assert days["ZHU Hailun"] == days["WANG Junzheng"] == "listed on 2021-03-21"
    assert days["Xinjiang Production and Construction Corps Public Security Bureau"] == "listed on 2021-03-21"
    assert days["CHEN Quanguo"] == "listed on 2024-12-09"
    assert days["Nicolás MADURO MOROS"] == "listed on or before 2018-11-29"
    assert days["Marianne Hoayek"] == "listed on 2023-08-04"
    assert days["Min Aung HLAING"] == "listed on 2023-12-07"
    assert [entry.listed_on_proven for entry in officials] == [False] * 70 + [True] * 10
    assert [entry.birth_dates for entry in prc if entry.primary_name == "CHEN Quanguo"] == [
        ("November 1955",)
    ]
    assert sum(not entry.birth_dates for entry in officials) == 55


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("陈全国", {("us-ofac-sdn", "29220"), ("ca-sor-2021-49", "Part 1, item 5")}),
        ("陳全國", {("us-ofac-sdn", "29220"), ("ca-sor-2021-49", "Part 1, item 5")}),
        ("王君正", {("us-ofac-sdn", "31492"), ("ca-sor-2021-49", "Part 1, item 2")}),
        ("朱海仑", {("us-ofac-sdn", "29219"), ("ca-sor-2021-49", "Part 1, item 1")}),
        ("林郑月娥", {("us-ofac-sdn", "29249")}),
        ("Carrie Lam Cheng Yuet-ngor", {("us-ofac-sdn", "29249")}),
    ],
)
def test_who_is_listed(index: NameIndex, name: str, listed: set[tuple[str, str]]) -> None:
    found = matches_of(screen(index, Query(name)))
    assert {(match.edition.list_id, match.entry.key) for match in found} == listed
    assert {match.verdict for match in found} == {"possible, review"}


@pytest.mark.parametrize("name", ["鄧炳強", "邓炳强", "Chris Tang Ping-keung", "Deng Bingqiang"])
def test_one_person_in_four_spellings(index: NameIndex, name: str) -> None:
    assert screen(index, Query(name))[0].name == "TANG, Ping-keung"


@pytest.mark.parametrize("name", ["Chen Yun", "Chen Yuan", "王军", "李克强", "陳茂波"])
def test_who_is_not(index: NameIndex, name: str) -> None:
    assert screen(index, Query(name)) == ()
