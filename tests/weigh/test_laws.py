"""Law files: what is refused, with its line, and what a law tells of its own age."""

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.model.errors import LawFileWrong
from answerable.weigh.laws import FOLDER, read_law, shipped_laws

GOOD = """\
id: xt-act
title: Act on Answering for Abuse
citation: Laws of Tamsor 2031, no. 4
jurisdiction: xt
standard: Reasonable grounds to believe
decided_by: The Council of Tamsor
measure: A freeze
in_force: "2031-01-01"
amended: "2031-02-01"
official_text: Gazette of Tamsor no. 4
checked_on: "2031-03-01"
checked_by: The tests
requirements:
  - id: part
    about: link
    provision: art. 1
    asks: Did they take part?
    met_by:
      - involved: {degree: [ordered]}
    gap: nobody says so
  - id: place
    about: act
    provision: art. 1
    asks: Was it in Tamsor?
    met_by:
      - act: {property: country, in: [xt]}
    against:
      - act: {property: country, not_in: [xt]}
        gap: it was elsewhere
    unsettled:
      - act: {property: location}
    open: Whether a place without a country will do.
    gap: nobody says where
  - id: kin
    about: link
    provision: art. 2
    asks: Are they related to someone who took part?
    met_by:
      - tie: {by: Family, subject: relative, other: person, limbs: [one]}
    gap: nobody says so
limbs:
  - id: one
    provision: art. 1
    says: Those who took part
    reaches: [Person]
    beyond: persons alone
    requirements: [part, place]
  - id: two
    provision: art. 2
    says: Their relatives
    reaches: [Person]
    beyond: persons alone
    requirements: [kin]
"""


def line_of(words: str, text: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_good_file_is_read_with_its_hash() -> None:
    law = read_law(GOOD.encode(), "xt-act.yaml")
    assert (law.id, law.file) == ("xt-act", "xt-act.yaml")
    assert law.sha256 == hashlib.sha256(GOOD.encode()).hexdigest()
    assert [one.id for one in law.required_by(law.limb("one"))] == ["part", "place"]
    assert [one.is_of_an_act for one in law.requirements] == [True, True, False]


# what is replaced, by what, the words on the line that is named, and the reason
WRONG = [
    ("measure: A freeze", "measures: A freeze", "measures:", "there is no field “measures”"),
    ("measure: A freeze\n", "", "id: xt-act", "“measure” is missing"),
    ("measure: A freeze", "measure: ''", "measure:", "“measure” is empty"),
    ("measure: A freeze", "measure: [A freeze]", "measure:", "“measure” should be words"),
    ("measure: A freeze", "measure: A freeze\nmeasure: A ban", "measure: A ban", "stands twice"),
    ("measure: A freeze", "measure: &m A freeze", "measure:", "anchors"),
    ("measure: A freeze", "measure: 'A freeze", "xt-act", "it is not YAML"),
    ("measure: A freeze", "sha256: '00'\nmeasure: A freeze", "sha256", "there is no field “sha256”"),
    ('"2031-02-01"', '"2030-12-31"', "amended", "“amended” is before “in_force”"),
    ('amended: "2031-02-01"', 'lapsed: "2030-12-31"', "lapsed", "“lapsed” is before “in_force”"),
    ('"2031-02-01"', '"2031-02"', "amended", "“amended”: it is not a whole date"),
    ('"2031-02-01"', '"2031-02-30"', "amended", "“amended”: it is not a date"),
    ("    provision: art. 2\n    asks", "    asks", "- id: kin", "“provision” is missing"),
    ("id: kin", "id: place", "id: place\n    about: link", "“place” stands twice"),
    ("about: act", "about: weather", "about: weather", "“about”: input should be 'who'"),
    ("{degree: [ordered]}", "{degree: [ordered], says: hats}", "hats", "there is no property “hats”"),
    ("{degree: [ordered]}", "{degree: [ordered], whose: aunt}", "aunt", "“whose”: input should be"),
    (
        "involved: {degree: [ordered]}",
        "post: {on_the_day: no}",
        "on_the_day",
        "“on_the_day”: input should be",
    ),
    ("checked_by: The tests\n", "", "id: xt-act", "says in “unverified” on what it rests"),
    ("checked_by: The tests", "checked_by: The tests\nunverified: a book", "id: xt", "says in “unverified”"),
    ("  - id: two", "  - id: one", "  - id: one\n    provision: art. 2", "“one” stands twice"),
    ("[part, place]", "[part]", "- id: place", "no limb requires “place”"),
    ("[part, place]", "[part, place, time]", "requirements: [part", "there is no requirement “time”"),
    ("reaches: [Person]", "reaches: [Human]", "reaches", "there is no schema “Human”"),
    ("[ordered]", "[masterminded]", "- involved", "“masterminded” cannot stand as degree"),
    ("[ordered]", "[]", "- involved", "“degree” is empty"),
    ("{degree: [ordered]}", "{rank: [ordered]}", "- involved", "there is no field “rank” here"),
    (
        "act: {property: country, in",
        "act: {property: weather, in",
        "weather",
        "there is no property “weather”",
    ),
    ("in: [xt]}", "in: [Tamsor]}", "Tamsor]", "“Tamsor” cannot stand as country"),
    ("in: [xt]}", "in: [xt], not_in: [xt]}", "in: [xt], not", "no value of “country” is left"),
    ("country, in: [xt]", "victim, is: Human", "is: Human", "“victim” cannot be a “Human”"),
    ("country, in: [xt]", "country, is: Person", "is: Person", "“country” cannot be a “Person”"),
    ("involved: {degree: [ordered]}", "post: {}", "post: {}", "it asks nothing of the post"),
    ("involved: {degree: [ordered]}", "post: {branch: [navy]}", "navy", "“navy” cannot stand as branch"),
    ("by: Family", "by: Friendship", "Friendship", "there is no schema “Friendship”"),
    ("subject: relative", "subject: cousin", "cousin", "“Family” has no end called “cousin”"),
    ("limbs: [one]", "limbs: [two]", "limbs: [two]", "“two” is no limb that stands before this one"),
    ("      - act: {property: location}", "      - {}", "- {}", "it is one of subject, act"),
    ("    open: Whether a place without a country will do.\n", "", "- id: place", "needs the open question"),
]


@pytest.mark.parametrize(("old", "new", "where", "why"), WRONG, ids=lambda words: str(words)[:20])
def test_a_wrong_file_is_refused_at_its_line(old: str, new: str, where: str, why: str) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    with pytest.raises(LawFileWrong) as refused:
        read_law(text.encode(), "xt-act.yaml")
    assert why in str(refused.value.facts["why"])
    if "not YAML" not in why:
        assert refused.value.facts["line"] == line_of(where, text)
    assert refused.value.facts["file"] == "xt-act.yaml"


@pytest.mark.parametrize(
    ("data", "line", "why"),
    [
        (b"", 1, "it is empty"),
        (b"just words", 1, "it should hold fields"),
        (b"id: xt\ntitle: \xff", 2, "it is not UTF-8 text"),
        (b"id: xt\n\x00", 2, "it is not YAML"),
    ],
)
def test_what_is_no_law_file_is_refused(data: bytes, line: int, why: str) -> None:
    with pytest.raises(LawFileWrong) as refused:
        read_law(data, "xt-act.yaml")
    assert refused.value.facts["line"] == line
    assert why in str(refused.value.facts["why"])


@given(st.integers(0, len(GOOD)), st.text(max_size=8), st.integers(0, 12))
def test_a_file_is_read_or_refused_and_nothing_else(place: int, put: str, cut: int) -> None:
    text = GOOD[:place] + put + GOOD[place + cut :]
    line = 1
    try:
        read_law(text.encode("utf-8", "replace"), "xt-act.yaml")
    except LawFileWrong as refused:
        line = int(str(refused.facts["line"]))
    assert 1 <= line <= text.count("\n") + 2


@pytest.mark.parametrize(
    ("today", "stale"), [("2031-03-01", False), ("2031-05-30", False), ("2031-05-31", True)]
)
def test_a_check_holds_for_ninety_days(today: str, stale: bool) -> None:
    law = read_law(GOOD.encode(), "xt-act.yaml")
    assert law.is_stale(date.fromisoformat(today)) is stale
    assert (law.notes(date.fromisoformat(today)) == ("last checked on 2031-03-01",)) is stale


@pytest.mark.parametrize(
    ("old", "new", "notes"),
    [
        (
            'checked_on: "2031-03-01"\nchecked_by: The tests',
            "unverified: a textbook",
            ("not checked against the official text; it rests on a textbook",),
        ),
        (
            "checked_by: The tests",
            'checked_by: The tests\nfiscal_year: "2031"',
            ("enacted for the fiscal year 2031; see that it was enacted again",),
        ),
        ('in_force: "2031-01-01"\n', "", ("not known to be in force",)),
        ('"2031-01-01"\namended: "2031-02-01"', '"2032-01-01"', ("in force from 2032-01-01",)),
        (
            'amended: "2031-02-01"',
            'lapsed: "2031-03-02"',
            ("in force from 2031-01-01", "lapsed on 2031-03-02"),
        ),
        (
            "checked_by: The tests",
            'checked_by: The tests\ncurrent_to: "2030-12-01"',
            ("the official text it was checked against is current to 2030-12-01",),
        ),
    ],
)
def test_a_law_tells_what_must_be_known_of_it(old: str, new: str, notes: tuple[str, ...]) -> None:
    assert old in GOOD
    law = read_law(GOOD.replace(old, new, 1).encode(), "xt-act.yaml")
    assert law.notes(date(2031, 3, 2)) == notes


CHECKED = {"ca-irpa", "ca-jvcfoa", "ca-sema-prc"}
"""Those whose official text was at hand."""


def test_the_shipped_laws_are_named_as_their_files_and_say_whether_they_were_checked() -> None:
    assert [law.file for law in shipped_laws()] == [f"{law.id}.yaml" for law in shipped_laws()]
    assert {law.file for law in shipped_laws()} == {path.name for path in FOLDER.glob("*.yaml")}
    assert {law.id for law in shipped_laws() if not law.is_unverified} == CHECKED


def test_no_limb_of_the_magnitsky_law_asks_for_support_of_abuse() -> None:
    """Section 4(2)(d) is about corruption: whoever supplied an act of abuse is not reached by it."""
    law = next(one for one in shipped_laws() if one.id == "ca-jvcfoa")
    with_support = [limb.requirements for limb in law.limbs if "support" in limb.requirements]
    assert with_support == [("foreign-national", "support", "corruption", "significant")]
