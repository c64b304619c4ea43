"""The counts of the publishers themselves: every entry, name and row of a real edition is accounted for."""

import csv
import gzip
import io
from collections import defaultdict

import pytest

from answerable.identify.changes import compare_editions
from answerable.identify.readers.uk_csv import NAMES
from tests.identify.readers.reading import Read, read
from tests.identify.test_real_lists import SHARED

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the public lists are not at hand"),
]


def raw(file: str) -> bytes:
    data = (SHARED / "lists" / file).read_bytes()
    return gzip.decompress(data) if file.endswith(".gz") else data


def real(file: str) -> Read:
    return read(raw(file), file.removesuffix(".gz"))


@pytest.mark.parametrize(
    ("file", "list_id", "published", "entries", "names"),
    [
        ("ofac_sdn_2024-05-07.xml.gz", "us-ofac-sdn", "2024-05-07", 14_966, 14_966 + 21_754),
        ("ofac_nonsdn_2024-05.xml.gz", "us-ofac-cons", "2024-05-06", 443, 1_569),
        ("eu_fsf_2024-05-13.xml.gz", "eu-fsf", "2024-05-13", 4_811, 25_257),
        ("un_consolidated_2026-02-27.xml.gz", "un-sc", "2026-02-27", 730 + 273, 4_182),
        ("canada_sema-lmes_2020-04-15.xml", "ca-sema", "", 1_369, 1_525),
        ("bis_dpl.txt", "us-bis-dpl", "", 546, 546),
        # Of the present XML of the UK only this sample of three entries was to be had.
        ("UK_Sanctions_List_sample.xml", "gb-uksl", "2026-09-10", 3, 9),
    ],
)
def test_every_entry_is_read(file: str, list_id: str, published: str, entries: int, names: int) -> None:
    edition, found, unreadable = real(file)
    assert (edition.list_id, edition.published, unreadable) == (list_id, published, [])
    assert (len(found), sum(len(entry.names) for entry in found)) == (entries, names)
    assert len({entry.key for entry in found}) == entries


def test_the_security_council_has_730_individuals_and_273_entities() -> None:
    _, found, _ = real("un_consolidated_2026-02-27.xml.gz")
    kinds = [entry.kind for entry in found]
    assert (kinds.count("person"), kinds.count("entity")) == (730, 273)


def test_every_row_of_the_uk_list_is_in_the_entry_of_its_group() -> None:
    text = raw("uk_ofsi_conlist_2018-04-13.csv.gz").decode("cp1252")
    head, *rows = list(csv.reader(io.StringIO(text, "")))[1:]
    by_group: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        said = dict(zip(head, row, strict=True))
        by_group[said["Group ID"]].add(" ".join(" ".join(said[column] for column in NAMES).split()))
    _, found, unreadable = real("uk_ofsi_conlist_2018-04-13.csv.gz")
    assert (len(rows), len(found), unreadable) == (9_487, 2_106, [])
    assert {entry.key: {name.text for name in entry.names} for entry in found} == by_group


def test_every_row_of_the_denied_persons_is_an_entry() -> None:
    rows = list(csv.reader(io.StringIO(raw("bis_dpl.txt").decode(), ""), delimiter="\t"))
    _, found, _ = real("bis_dpl.txt")
    assert [entry.primary_name for entry in found] == [
        " ".join(row[0].split()) for row in rows[1:] if any(row)
    ]


@pytest.mark.parametrize(
    ("before", "after", "added", "removed", "common"),
    [
        ("ofac_sdn_2021-03-10.xml.gz", "ofac_sdn_2024-05-07.xml.gz", 7_083, 949, 7_883),
        ("eu_fsf_2021-03-05.xml.gz", "eu_fsf_2024-05-13.xml.gz", 2_738, 178, 2_070),
    ],
)
def test_what_changed_in_three_years(before: str, after: str, added: int, removed: int, common: int) -> None:
    found = compare_editions(real(before)[1], real(after)[1])
    assert (len(found.added), len(found.removed), found.common) == (added, removed, common)
