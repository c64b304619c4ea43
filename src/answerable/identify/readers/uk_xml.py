"""The UK Sanctions List in its present XML, known to us from a published sample of three entries."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from answerable.identify.entry import Identifier, Kind, ListedName, ListEntry, Unreadable
from answerable.identify.readers.dates import iso_day, notes_on
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.xml import Element, elements, every, local, one, parts, records
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "UK Sanctions List XML", "gb-uksl"
KINDS: dict[str, Kind] = {"Individual": "person", "Entity": "entity", "Ship": "vessel"}
NAMES = ("Name1", "Name2", "Name3", "Name4", "Name5", "Name6")
"""Name 6 is the surname, or the whole name of a body; the others come before it."""
SCRIPTS = {
    "arabic": "Arab", "armenian": "Armn", "burmese": "Mymr", "chinese": "Hani", "cyrillic": "Cyrl",
    "georgian": "Geor", "greek": "Grek", "hangul": "Hang", "hebrew": "Hebr", "japanese": "Jpan",
    "korean": "Kore", "latin": "Latn", "persian": "Arab",
}  # fmt: skip
PERSON = "IndividualDetails/Individual"
NATIONAL = f"{PERSON}/NationalIdentifierDetails"
OWN = (("OFSI group ID", "OFSIGroupID"), ("UN reference", "UNReferenceNumber"))
PAPERS = (
    ("passport", f"{PERSON}/PassportDetails/Passport/PassportNumber"),
    ("national identification", f"{NATIONAL}/NationalIdentifier/NationalIdentifierNumber"),
    ("business registration", "EntityDetails/Entity/BusinessRegistrationNumbers/BusinessRegistrationNumber"),
    ("IMO number", "ShipDetails/Ship/IMONumbers/IMONumber"),
)  # fmt: skip
SAID = (
    ("Source", "DesignationSource"), ("Sanctions", "SanctionsImposed"), ("", "OtherInformation"),
    ("Gender", f"{PERSON}/Genders/Gender"), ("Type", "EntityDetails/Entity/TypeOfEntities/TypeOfEntity"),
    ("Parent company", "EntityDetails/Entity/ParentCompanies/ParentCompany"),
    ("Subsidiary", "EntityDetails/Entity/Subsidiaries/Subsidiary"), ("Phone", "PhoneNumbers/PhoneNumber"),
    ("Website", "Websites/Website"), ("Email", "EmailAddresses/EmailAddress"),
    ("Last updated", "LastUpdated"),
)  # fmt: skip


def read_uk_xml(stream: BinaryIO) -> Parts:
    """The edition, and its designations by their unique id, with the statement of reasons as the reason."""
    events = elements(stream, LIST_ID, FORM)
    for number, (event, element) in enumerate(events):
        if (number == 0 and local(element) != "Designations") or local(element) == "Designation":
            break
        if event == "end" and local(element) == "DateGenerated":
            published = iso_day((element.text or "").strip()[:10], "%d/%m/%Y")
            return edition_of(LIST_ID, published), _entries(events)
    raise ListUnreadable(file=LIST_ID, format=FORM, why="it does not begin as designations with their date")


def _entries(events: Iterable[tuple[str, Element]]) -> Iterator[Part]:
    keys = Keys()
    for number, element in enumerate(records(events, {"Designation"}, LIST_ID, FORM), 1):
        where = f"Designation {number} (UniqueID {one(element, 'UniqueID') or 'missing'})"
        found = sorted(
            filter(None, map(_name, parts(element, "Names/Name"))), key=lambda n: n.quality != "primary"
        )
        empty = len(parts(element, "Names/Name")) - len(found)
        if empty and found:
            yield Unreadable(where, f"{empty} of its names are empty")
        if found:
            yield _entry(element, (*found, *_native(element)), keys)
        else:
            yield Unreadable(where, "it has no name")


def _name(element: Element) -> ListedName | None:
    text = " ".join(filter(None, (one(element, tag) for tag in NAMES)))
    kind, strength = one(element, "NameType"), one(element, "AliasStrength").lower()
    if not text:
        return None
    if kind.lower() == "primary name":
        return ListedName(text, "primary")
    return ListedName(text, "weak" if strength.startswith("low") else "strong", relation=kind)


def _native(element: Element) -> Iterator[ListedName]:
    """Names in their own writing; the script where the list says which, the language as the relation."""
    for name in parts(element, "NonLatinNames/NonLatinName"):
        if text := one(name, "NameNonLatinScript"):
            script = SCRIPTS.get(one(name, "NonLatinScriptType").lower(), "")
            yield ListedName(
                text, "strong", script, one(name, "NonLatinScriptLanguage") or "non-Latin script"
            )


def _entry(element: Element, names: tuple[ListedName, ...], keys: Keys) -> ListEntry:
    key, notes = keys.give(one(element, "UniqueID"), names[0].text)
    dates = every(element, f"{PERSON}/DOBs/DOB")
    day = iso_day(one(element, "DateDesignated"), "%d/%m/%Y")
    nationalities = every(element, f"{PERSON}/Nationalities/Nationality")
    return ListEntry(
        key=key,
        kind=KINDS.get(one(element, "IndividualEntityShip"), "unknown"),
        names=names,
        birth_dates=dates,
        countries=tuple(dict.fromkeys((*nationalities, *every(element, "Addresses/Address/AddressCountry")))),
        positions=(*every(element, "Titles/Title"), *every(element, f"{PERSON}/Positions/Position")),
        programmes=every(element, "RegimeName"),
        identifiers=tuple(
            Identifier(kind, text) for kind, path in (*OWN, *PAPERS) for text in every(element, path)
        ),
        remarks="; ".join(
            f"{label}: {text}" if label else text for label, path in SAID for text in every(element, path)
        ),
        listed_on=day,
        listed_on_proven=bool(day),
        reason=one(element, "UKStatementofReasons"),
        addresses=_joined(element, "Addresses/Address"),
        birth_places=_joined(element, f"{PERSON}/BirthDetails/Location"),
        notes=(*notes, *notes_on(dates)),
    )


def _joined(element: Element, path: str) -> tuple[str, ...]:
    lines = (", ".join(every(place, "*")) for place in parts(element, path))
    return tuple(dict.fromkeys(filter(None, lines)))


UK_XML = Reader(FORM, LIST_ID, lambda head, _: b"<Designations" in head, read_uk_xml)
