"""The names on which false alerts are counted."""

import pytest

from answerable.identify.entry import ListedName, ListEntry
from answerable.identify.match import bearing
from bench.names.data import SHARED
from bench.screening.strangers import unlisted

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SHARED.exists(), reason="the public lists are not here (ANSWERABLE_SHARED)"),
]
WORDS = ["OSKELL, Vard", "MUNCK, Tilde", "BRASK, Quillon Eno", "RAUD, Eno"]


def test_there_are_four_kinds_and_nobody_has_the_words_of_a_listed_name() -> None:
    entries = [
        ListEntry(str(n), "person", (ListedName(WORDS[n % 4], "primary"),), countries=("Tamsor",))
        for n in range(40)
    ]
    names, same = unlisted(entries, 50)
    assert len(names) == 4
    listed = {bearing(word) for word in WORDS}
    assert not [name for some in names.values() for name in some if bearing(name) in listed]
    made = names["made of words in listed people's names of one country"]
    assert {word for name in made for word in name.split()} <= {"Vard", "Tilde", "Quillon", "Eno"} | {
        "OSKELL", "MUNCK", "BRASK", "RAUD",
    }  # fmt: skip
    assert same > 0
    assert (names, same) == unlisted(entries, 50)
