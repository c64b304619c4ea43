"""Whether an entry is still what it was."""

from dataclasses import replace

import pytest

from answerable.identify.entry import Identifier, ListedName, ListEntry
from answerable.identify.fingerprint import entry_hash, what_changed

SHUM = ListEntry("7", "person", (ListedName("SHUM, Cho-hang", "primary"),), listed_on="2029-01-02")
CASES = {
    "another name": (replace(SHUM, names=(ListedName("SHUM, C.", "primary"),)), "the names"),
    "a number": (replace(SHUM, identifiers=(Identifier("Passport", "K1"),)), "the numbers"),
    "a post and a remark": (replace(SHUM, positions=("Judge",), remarks="x"), "the posts and the remarks"),
    "three": (
        replace(SHUM, kind="unknown", countries=("Tamsor",), reason="x"),
        "what kind of thing it is, the countries and the reason",
    ),
    "the day, now proven": (replace(SHUM, listed_on_proven=True), "the day of listing"),
    "a day that is that of the edition": (replace(SHUM, listed_on="2030-01-02"), ""),
    "nothing": (replace(SHUM), ""),
}


@pytest.mark.parametrize(("after", "told"), CASES.values(), ids=CASES.keys())
def test_what_changed(after: ListEntry, told: str) -> None:
    assert what_changed(SHUM, after) == told
    assert (entry_hash(SHUM) == entry_hash(after)) == (told == "")
