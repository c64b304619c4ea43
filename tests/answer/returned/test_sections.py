"""The lawyer's sections as they would be kept."""

from dataclasses import replace

import pytest

from answerable.answer.returned import Original, compare
from answerable.read.edited import NOTE, EditedParagraph
from tests.answer.returned.drafted import (
    DRAFT,
    FACT,
    FIRST,
    LABEL,
    LAST,
    SECOND,
    UNWRITTEN,
    WANTED,
    typed,
    word,
)

RECORD = (FIRST.source, SECOND.source)
File = list[Original | EditedParagraph]


def read(file: File, drafted: tuple[Original, ...] = DRAFT) -> list[str]:
    """How the section would read, paragraph by paragraph; nothing where it is as it was."""
    found = compare(drafted, word(file)).sections
    return [part for one in found for part in one.written(RECORD).split("\n\n")]


def first(text: str, *notes: str) -> File:
    """The file with its first paragraph reading so."""
    return [FACT, typed(text, *notes, at=FIRST), SECOND, LAST]


CASES: list[tuple[str, File, list[str]]] = [
    ("untouched", [*DRAFT], []),
    ("a fact changed", [typed("LAM", at=FACT), *DRAFT[1:]], []),
    (
        "words changed around notes",
        first(f"He was named.{NOTE} He gave it.{NOTE},{NOTE}", *FIRST.notes),
        ["He was named.[^11111111] He gave it.[^22222222]", SECOND.source],
    ),
    (
        "a note taken out",
        first(f"He was appointed. He ordered it.{NOTE},{NOTE}", "Exhibit 2.", "Exhibit 3."),
        ["He was appointed. He ordered it.[^22222222]", SECOND.source],
    ),
    (
        "one of two notes of a reference taken out",
        first(f"He was appointed.{NOTE} He ordered it.{NOTE}", "Exhibit 1.", "Exhibit 3."),
        ["He was appointed.[^11111111] He ordered it.[^22222222]", SECOND.source],
    ),
    (
        "a note moved",
        first(f"He ordered it.{NOTE} He was appointed.{NOTE}", "Exhibit 2.", "Exhibit 1."),
        ["He ordered it.[^22222222] He was appointed.[^11111111]", SECOND.source],
    ),
    (
        "a note of her own",
        first(f"He was appointed.{NOTE}", "See the debate of 4 May."),
        ["He was appointed. [See the debate of 4 May.]", SECOND.source],
    ),
    (
        "a reference typed",
        [FACT, FIRST, typed("The choir asks.[^33333333]", at=SECOND), LAST],
        [FIRST.source, "The choir asks.[^33333333]"],
    ),
    (
        "a note moved to the other paragraph",
        [FACT, typed("He was appointed.", at=FIRST), typed(f"It asks.{NOTE}", "Exhibit 1.", at=SECOND), LAST],
        ["He was appointed.", "It asks.[^11111111]"],
    ),
    ("one deleted", [FACT, SECOND, LAST], [SECOND.source]),
    ("all deleted", [FACT, LAST], [""]),
    ("turned round", [FACT, SECOND, FIRST, LAST], [SECOND.source, FIRST.source]),
    ("one added", [FACT, FIRST, SECOND, typed("It sang."), LAST], [FIRST.source, SECOND.source, "It sang."]),
    (
        "lines within a paragraph",
        [FACT, FIRST, typed("It  asks:\n\n an answer\t now", at=SECOND), LAST],
        [FIRST.source, "It asks:\nan answer now"],
    ),
    (
        "a French space",
        [FACT, FIRST, typed("Elle demande\u00a0: «\u202foui\u202f»", at=SECOND), LAST],
        [FIRST.source, "Elle demande\u00a0: «\u202foui\u202f»"],
    ),
    (
        "a name from the right",
        [FACT, FIRST, typed("It asks سالم بن نادر\u200e, 61, and ئەركىن\u200e.", at=SECOND), LAST],
        [FIRST.source, "It asks سالم بن نادر, 61, and ئەركىن."],
    ),
]


@pytest.mark.parametrize(("file", "reads"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_how_a_section_would_read(file: File, reads: list[str]) -> None:
    assert read(file) == reads


def test_her_own_notes_are_told() -> None:
    [one] = compare(DRAFT, word(first(f"He.{NOTE}", "See the debate."))).sections
    assert one.own_notes == ("See the debate.",)


def test_a_section_that_was_still_to_be_written_is_what_she_wrote() -> None:
    file: File = [FACT, LABEL, typed("We name LAM.", at=WANTED), typed("We ask."), LAST]
    assert read(file, UNWRITTEN) == ["We name LAM.", "We ask."]
    assert read([FACT, LAST], UNWRITTEN) == []


def test_a_reference_that_this_reader_could_not_see_stays() -> None:
    hidden = replace(SECOND, source="The choir asks.[^44444444]", unseen=("44444444",))
    file: File = [FACT, FIRST, typed("The choir demands.", at=hidden), LAST]
    assert read(file, (FACT, FIRST, hidden, LAST))[1] == "The choir demands.[^44444444]"


SAME = Original(
    "_00000000000000a3",
    f"He came.{NOTE} He went.{NOTE}",
    ("Exhibit 1 (quoted above).", "Exhibit 1 (quoted above)."),
    ("s1", "s2"),
    "summary",
    "He came.[^11111111] He went.[^22222222]",
    ("11111111", "22222222"),
)


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (f"He did come.{NOTE} He went.{NOTE}", "He did come.[^11111111] He went.[^22222222]"),
        (f"He did come. He went.{NOTE}", "He did come. He went.[^11111111][^22222222]"),
    ],
)
def test_notes_of_the_same_words_lose_no_reference(text: str, reads: str) -> None:
    file: File = [typed(text, *SAME.notes[: text.count(NOTE)], at=SAME), LAST]
    assert read(file, (SAME, LAST)) == [reads]


def test_a_section_of_an_older_draft_is_for_a_person_to_join() -> None:
    old = typed("It asked.")
    old.bookmarks.append("_00000000000000ee")
    [one] = compare(DRAFT, word([FACT, FIRST, old, SECOND, LAST])).sections
    assert one.overtaken
