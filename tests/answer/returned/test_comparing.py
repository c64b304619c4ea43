"""What is told of a file that came back: whose words were changed, and how."""

from dataclasses import replace

import pytest

from answerable.answer.returned import Original, compare
from answerable.read.edited import NOTE, EditedParagraph, Remark
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

ELSEWHERE = typed("What an older draft said.")
ELSEWHERE.bookmarks.append("_00000000000000ee")
ARABIC = Original("_00000000000000f3", "سالم\u200e 2031", (), ("s3",))
Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, list[Original | EditedParagraph], Told]] = [
    ("untouched", [*DRAFT], []),
    ("spaced otherwise", [FACT, FIRST, typed("The  choir\nasks. ", at=SECOND), LAST], []),
    (
        "her words",
        [FACT, FIRST, typed("The choir demands.", at=SECOND), LAST],
        [("rewritten", "summary", "The choir asks.", "The choir demands.")],
    ),
    (
        "the record's words",
        [typed(f"LAM Kar-ho{NOTE}", "Exhibit 1.", at=FACT), FIRST, SECOND, LAST],
        [("fact changed", "", "LAM Ka-ho[1]", "LAM Kar-ho[1]")],
    ),
    (
        "the words of a note",
        [typed(FACT.text, "Exhibit 9.", at=FACT), FIRST, SECOND, LAST],
        [("note changed", "", "Exhibit 1.", "Exhibit 9.")],
    ),
    (
        "a note taken out",
        [typed("LAM Ka-ho", at=FACT), FIRST, SECOND, LAST],
        [("fact changed", "", "LAM Ka-ho[1]", "LAM Ka-ho")],
    ),
    (
        "added among hers",
        [FACT, FIRST, typed("It sang."), SECOND, LAST],
        [("added", "summary", "", "It sang.")],
    ),
    (
        "added below hers",
        [FACT, FIRST, SECOND, typed("It sang."), LAST],
        [("added", "summary", "", "It sang.")],
    ),
    ("added at the end", [*DRAFT, typed("It sang.")], [("added", "", "", "It sang.")]),
    ("hers deleted", [FACT, FIRST, LAST], [("deleted", "summary", "The choir asks.", "")]),
    ("a fact deleted", [FIRST, SECOND, LAST], [("deleted", "", "LAM Ka-ho[1]", "")]),
    ("a bookmark lost", [FACT, FIRST, typed("The choir asks."), LAST], []),
    (
        "a bookmark lost with the words",
        [FACT, FIRST, typed("The choir demands."), LAST],
        [("rewritten", "summary", "The choir asks.", "The choir demands.")],
    ),
    (
        "an older draft",
        [ELSEWHERE, *DRAFT],
        [("overtaken", "", "", "What an older draft said.")],
    ),
    ("empty paragraphs", [typed(" "), FACT, typed(""), FIRST, SECOND, LAST], []),
]


@pytest.mark.parametrize(("file", "told"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_what_happened_to_each_paragraph(file: list[Original | EditedParagraph], told: Told) -> None:
    found = compare(DRAFT, word(file)).differences
    assert [(str(one.kind), one.section, one.old, one.new) for one in found] == told


def test_a_changed_fact_is_told_with_what_it_rests_on_and_whether_it_was_tracked() -> None:
    [one] = compare(DRAFT, word([typed("LAM", tracked=True, at=FACT), *DRAFT[1:]])).differences
    assert (one.statements, one.tracked, one.by_place) == (("s1",), True, False)


def test_a_paragraph_told_by_its_place_says_so() -> None:
    [one] = compare(DRAFT, word([FACT, FIRST, typed("The choir demands."), LAST])).differences
    assert one.by_place


def test_a_paragraph_pasted_twice_is_the_drafts_once() -> None:
    found = compare(DRAFT, word([FACT, FIRST, SECOND, typed("The choir asks!", at=SECOND), LAST]))
    assert [(str(one.kind), one.section, one.new) for one in found.differences] == [
        ("added", "summary", "The choir asks!")
    ]


@pytest.mark.parametrize("text", ["سالم 2031", "سالم\u200e 2031", "سالم\u200e\u200e 2031"])
def test_marks_of_direction_are_no_difference(text: str) -> None:
    assert compare([ARABIC], word([typed(text, at=ARABIC)])).differences == ()


UNWRITTEN_CASES: list[tuple[str, list[Original | EditedParagraph], Told]] = [
    ("left as it was", [*UNWRITTEN], []),
    ("the label deleted", [FACT, WANTED, LAST], []),
    (
        "written in its place",
        [FACT, LABEL, typed("We name LAM.", at=WANTED), LAST],
        [("rewritten", "summary", "Say who is named.", "We name LAM.")],
    ),
]


@pytest.mark.parametrize(
    ("file", "told"), [one[1:] for one in UNWRITTEN_CASES], ids=[one[0] for one in UNWRITTEN_CASES]
)
def test_a_section_that_was_still_to_be_written(file: list[Original | EditedParagraph], told: Told) -> None:
    found = compare(UNWRITTEN, word(file)).differences
    assert [(str(one.kind), one.section, one.old, one.new) for one in found] == told


def test_comments_come_with_the_words_they_are_on() -> None:
    on = replace(typed("The choir asks.", at=SECOND), remarks=["0", "1"])
    remarks = (
        Remark("Ines Roe", "2031-07-02T10:00:00Z", "When?"),
        Remark("", "", "Why?"),
        Remark("X", "", "?"),
    )
    found = compare(DRAFT, word([FACT, FIRST, on, LAST], *remarks)).comments
    assert [(one.author, one.text, one.paragraph, one.address) for one in found] == [
        ("Ines Roe", "When?", "The choir asks.", SECOND.address),
        ("", "Why?", "The choir asks.", SECOND.address),
        ("X", "?", "", ""),
    ]


def test_a_comment_on_two_paragraphs_is_told_once() -> None:
    every = [replace(typed(one.text, *one.notes, at=one), remarks=["0"]) for one in DRAFT]
    [one] = compare(DRAFT, word(every, Remark("Ines Roe", "", "All of it."))).comments
    assert one.paragraph == "LAM Ka-ho[1]"
