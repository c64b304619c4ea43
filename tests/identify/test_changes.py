"""What changed between two editions: by the list's own keys, each field in words."""

from dataclasses import replace

from answerable.identify import Identifier, ListedName, ListEntry
from answerable.identify.changes import EntryChange, compare_editions

SUO = ListEntry(
    key="7",
    kind="person",
    names=(ListedName("TAN, Suo", "primary"), ListedName("譚索", "strong", "Hani", "a.k.a.")),
    birth_dates=("1955",),
    identifiers=(Identifier("Passport", "X1", "Tamsor"),),
    listed_on="2030-01-02",
)


def words_of(old: list[ListEntry], new: list[ListEntry]) -> list[str]:
    return [what.in_words() for one in compare_editions(old, new).altered for what in one.what]


def words(old: ListEntry, new: ListEntry) -> list[str]:
    return words_of([old], [new])


def test_who_came_and_who_went() -> None:
    other = replace(SUO, key="8")
    found = compare_editions([SUO], [other])
    assert (found.added, found.removed) == ((EntryChange("8", "TAN, Suo"),), (EntryChange("7", "TAN, Suo"),))
    assert (found.altered, found.common) == ((), 0)


def test_what_was_altered() -> None:
    now = replace(SUO, names=SUO.names[:1], birth_dates=("1956",), reason="Ordered it", identifiers=())
    assert words(SUO, now) == [
        "names: removed “譚索” (strong, a.k.a., Hani)",
        "dates of birth: from 1955 to 1956",
        "identifiers: removed Passport X1 (Tamsor)",
        "reason: added Ordered it",
    ]
    assert words(SUO, replace(SUO, kind="entity")) == ["kind: from person to entity"]


def test_order_and_notes_and_days_that_are_not_proven_are_no_change() -> None:
    assert words(SUO, replace(SUO, names=SUO.names[::-1], notes=("odd",), listed_on="2031-01-01")) == []
    proven = replace(SUO, listed_on_proven=True)
    assert words(proven, replace(proven, listed_on="2030-02-02")) == [
        "listed on: from 2030-01-02 to 2030-02-02"
    ]


def test_those_that_share_a_reference_are_compared_together() -> None:
    again = replace(SUO, key="7 · TAN, Suo", programmes=("SEA",))
    assert words_of([SUO, again], [SUO]) == ["programmes: removed SEA"]
    assert compare_editions([SUO, again], [SUO]).common == 1
