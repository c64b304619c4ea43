"""Reading a regulation's schedule: an invented regulation in the published shape."""

import io

import pytest

from answerable.identify import ListedName, ListEntry, Unreadable, read_justice
from answerable.model.errors import ListUnreadable


def item(label: str, text: str, day: str = "2021-03-21") -> str:
    return f'<Item lims:inforce-start-date="{day}"><Label>{label}</Label><Text>{text}</Text></Item>'


def regulation(*items: str, number: str = "SOR/2021-49", heading: str = "Individuals") -> io.BytesIO:
    return io.BytesIO(
        f"""\ufeff<?xml version="1.0" encoding="utf-8"?>
<Regulation lims:current-date="2025-07-24" xmlns:lims="http://justice.gc.ca/lims"><Identification>
<InstrumentNumber>{number}</InstrumentNumber><LongTitle>Tamsor Regulations</LongTitle></Identification>
<Body><Section><Label>1</Label><Text>Nobody is named here.</Text></Section></Body>
<Schedule><ScheduleFormHeading><TitleText>Persons</TitleText></ScheduleFormHeading>
<Heading><Label>PART 1</Label><TitleText>{heading}</TitleText></Heading>
<List>{"".join(items)}</List></Schedule></Regulation>""".encode()
    )


def read(stream: io.BytesIO) -> list[ListEntry | Unreadable]:
    return list(read_justice(stream)[1])


def test_an_item_with_a_birth_and_another_name() -> None:
    edition, found = read_justice(
        regulation(item("5", "TAN Suo (born on August 10 or 11, 1972) (also known as TAM Sok)", "2024-12-09"))
    )
    assert (edition.list_id, edition.published) == ("ca-sor-2021-49", "2025-07-24")
    assert list(found) == [
        ListEntry(
            key="Part 1, item 5",
            kind="person",
            names=(ListedName("TAN Suo", "primary"), ListedName("TAM Sok", "strong", relation="a.k.a.")),
            birth_dates=("August 10 or 11, 1972",),
            programmes=("SOR/2021-49",),
            listed_on="2024-12-09",
            listed_on_proven=True,
        )
    ]


@pytest.mark.parametrize(
    ("number", "day", "words"),
    [
        ("SOR/2021-49", "2021-03-21", "listed on 2021-03-21"),
        ("SOR/2017-233", "2018-11-29", "listed on or before 2018-11-29"),
        ("SOR/2017-233", "2023-08-04", "listed on 2023-08-04"),
        # an instrument that the data file does not speak of proves no day
        ("SOR/2099-1", "2023-08-04", "listed on or before 2023-08-04"),
        ("SOR/2021-49", "", "listed on or before 2025-07-24"),
    ],
)
def test_which_days_are_proven(number: str, day: str, words: str) -> None:
    (entry,) = read(regulation(item("1", "TAN Suo", day), number=number))
    assert isinstance(entry, ListEntry)
    assert entry.listed_in_words() == words


def test_items_without_a_name_are_told() -> None:
    found = read(
        regulation(item("1", "[Repealed, SOR/2099-1, s. 2]"), item("", "TAN Suo"), item("3", "TAM Sok"))
    )
    assert found[:2] == [
        Unreadable("SOR/2021-49, Part 1, item 1", "it holds no name, only “[Repealed, SOR/2099-1, s. 2]”"),
        Unreadable("SOR/2021-49, Part 1, item in place 2", "it has no number"),
    ]
    assert isinstance(found[2], ListEntry)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Individuals", "person"),
        ("Foreign Nationals", "person"),
        ("Entities", "entity"),
        ("Others", "unknown"),
    ],
)
def test_the_heading_tells_the_kind(heading: str, kind: str) -> None:
    (entry,) = read(regulation(item("1", "TAN Suo"), heading=heading))
    assert isinstance(entry, ListEntry)
    assert entry.kind == kind


@pytest.mark.parametrize(
    "data",
    [
        b"<Statute/>",
        b"<Regulation/>",
        regulation().getvalue()[:400],
        b'<!DOCTYPE r [<!ENTITY a "b">]><Regulation/>',
    ],
)
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(ListUnreadable):
        read_justice(io.BytesIO(data))
