"""The commands about lists: what a person types, and what they are told."""

import pytest

from tests.cli.editions import EDITIONS, edition, entry
from tests.cli.terminal import Terminal


@pytest.fixture
def listed(inside: Terminal) -> Terminal:
    """A terminal in a workspace with two editions of a list."""
    for name, text in EDITIONS.items():
        told = inside("lists", "import", inside.file(name, text))
        assert told.splitlines()[0] == "United Nations Security Council Consolidated List: 3 entries."
        assert told.splitlines()[1].endswith(" names of all lists in use are ready to be asked about.")
    return inside


def test_what_changed_is_told_in_words(listed: Terminal) -> None:
    assert listed("lists", "changes", "un-sc").splitlines() == [
        "United Nations Security Council Consolidated List, from 2030-01-01 to 2031-01-01:",
        "1 added, 1 removed, 1 of 2 altered.",
        "  added: ENO RAUD (4)",
        "  removed: VARD OSKELL (2)",
        "  altered: QUILLON BRASK (1): dates of birth: from 1955 to 1956",
    ]


def test_what_changed_between_two_days(listed: Terminal) -> None:
    found = listed.json("lists", "changes", "un-sc", "--from", "2031-01-01", "--to", "2030-01-01")
    assert [one["key"] for one in found["changes"]["added"]] == ["2"]
    assert found["changes"]["altered"][0]["what"] == [
        {"field": "dates of birth", "was": ["1956"], "now": ["1955"]}
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["changes", "un-cs"], "There is no list called “un-cs” that you may see. Nothing was changed."),
        (["changes", "un-sc", "--from", "1999-01-01"], "There is no edition called “1999-01-01”"),
        (["show", "un-sc", "99"], "There is no entry called “99”"),
    ],
)
def test_what_is_not_there(listed: Terminal, words: list[str], said: str) -> None:
    told = listed.refused("lists", *words)
    assert told[0].startswith(said)
    assert told[-1] == "[nothing-called]"


def test_one_edition_alone_is_compared_with_nothing(listed: Terminal) -> None:
    told = listed.refused("lists", "changes", "un-sc", "--to", "2030-01-01")
    assert told[0].startswith("No edition of the list un-sc from before 2030-01-01 is here")
    assert told[-1] == "[one-edition]"


def test_the_editions_of_a_list(listed: Terminal) -> None:
    assert [one["info"]["published"] for one in listed.json("lists", "show", "un-sc")] == [
        "2030-01-01",
        "2031-01-01",
    ]
    assert "un-sc" in listed("lists", "show")


def test_all_that_a_list_says_of_one(listed: Terminal) -> None:
    told = listed("lists", "show", "un-sc", "1")
    assert "birth dates  1956\n" in told
    assert "positions    Minister\n" in told
    assert "listed on 2029-01-02\n" in told
    assert told.endswith(
        "From United Nations Security Council Consolidated List, 2031-01-01: officially listed.\n"
    )
    assert listed.json("lists", "show", "un-sc", "1")["birth_dates"] == ["1956"]


def test_a_list_that_shrank_is_refused_unless_that_is_right(listed: Terminal) -> None:
    small = listed.file("un-2032.xml", edition("2032-01-01", entry("1", "QUILLON BRASK")))
    told = listed.refused("lists", "import", small)
    assert told == [
        "The edition un-2032.xml has lost more than half of its list: entries now 1, before 3. "
        "The last good edition stays in use. Compare it with what its publisher says; if it is right, "
        "import it with --shrunk-is-right.",
        "[list-shrunk]",
    ]
    assert [one["entries"] for one in listed.json("lists", "show")] == [3]
    assert "1 entries" in listed("lists", "import", small, "--shrunk-is-right")
    assert [one["entries"] for one in listed.json("lists", "show")] == [1]


def test_one_file_that_is_no_list_holds_up_no_other(inside: Terminal) -> None:
    good = inside.file("un.xml", edition("2031-01-01", entry("1", "QUILLON BRASK")))
    bad = [inside.file(f"bad-{number}.xml", "<odd/>") for number in (1, 2)]
    told = inside("lists", "import", bad[0], good, bad[1], ends=1)
    assert "1 entries.\n" in told
    assert told.index("bad-1.xml") < told.index("bad-2.xml")
    assert [one["info"]["list_id"] for one in inside.json("lists", "show")] == ["un-sc"]


def test_a_name_put_forward_takes_no_place_of_an_official_list(inside: Terminal) -> None:
    map_ = inside.file("map.yaml", MAP.replace("map: tamsor-coalition", "map: gb-uksl"))
    told = inside.refused("lists", "import", inside.file("names.csv", SHEET), "--map", map_)
    assert "line 2: “gb-uksl” is the id of an official list; choose another." in "\n".join(told)


def test_a_row_with_more_cells_than_headings_is_not_guessed_at(inside: Terminal) -> None:
    sheet = inside.file("names.csv", SHEET.replace("1,OSKELL Vard,,,,", "1,OSKELL Vard,,,,,,P7"))
    (done,) = inside.json("lists", "import", sheet, "--map", inside.file("map.yaml", MAP))
    assert {"where": "row 3", "why": "the row has 8 cells under 6 headings"} in done["unreadable"]


def test_white_space_is_no_change(inside: Terminal) -> None:
    for day, born in (("2031-01-01", "about 1956"), ("2031-02-01", "about  1956")):
        inside("lists", "import", inside.file("un.xml", edition(day, entry("1", "QUILLON BRASK", born))))
    assert "0 added, 0 removed, 0 of 1 altered" in inside("lists", "changes", "un-sc")


def test_an_edition_of_no_day_is_refused(listed: Terminal) -> None:
    file = listed.file("un-of-no-day.xml", edition("2031-02-30", entry("1", "ENO RAUD")))
    told = listed.refused("lists", "import", file)
    assert "the day it says it was published, “2031-02-30”, is no day such as 2031-07-01" in told[0]
    assert [one["info"]["published"] for one in listed.json("lists", "show")] == ["2031-01-01"]


def test_an_older_edition_may_be_smaller(listed: Terminal) -> None:
    listed("lists", "import", listed.file("un-2020.xml", edition("2020-01-01", entry("1", "QUILLON BRASK"))))
    assert [one["info"]["published"] for one in listed.json("lists", "show")] == ["2031-01-01"]


def test_a_long_account_of_what_is_not_read_is_cut_in_words_only(inside: Terminal) -> None:
    nameless = "".join(entry(str(number), "") for number in range(30))
    file = inside.file("un.xml", edition("2030-01-01", entry("1", "QUILLON BRASK"), nameless))
    told = inside("lists", "import", file).splitlines()
    assert told[-2] == "  and 10 more; --json has all"
    assert len(inside.json("lists", "import", file)[0]["unreadable"]) == 30


def test_rebuilding_reads_every_edition_the_same_way_again(listed: Terminal) -> None:
    assert listed.json("rebuild")["same"] is True


MAP = """
map: tamsor-coalition
title: Names put forward
publisher: Tamsor Coalition
standing: recommended
published: 2031-06-30
kind: person
id: No.
names: [Name, 姓名]
aliases: Also
birth_dates: Born
identifiers: {Passport: "[F]"}
"""
SHEET = """No.,Name,姓名,Also,Born,Paper
1,BRASK Quillon,譚索,Q. Brask; Brask Q.,26354,X1
1,OSKELL Vard,,,,
3,,,,1955,
"""


def test_a_sheet_of_any_columns_with_its_map(inside: Terminal) -> None:
    files = inside.file("names.csv", SHEET), "--map", inside.file("map.yaml", MAP)
    (done,) = inside.json("lists", "import", *files)
    assert done["edition"]["info"]["standing"] == "recommended"
    assert done["unreadable"] == [{"where": "row 4", "why": "it has no name"}]
    entry = inside.json("lists", "show", "tamsor-coalition", "1")
    assert [name["text"] for name in entry["names"]] == ["BRASK Quillon", "譚索", "Q. Brask", "Brask Q."]
    assert entry["identifiers"] == [{"kind": "Passport", "number": "X1", "country": ""}]
    assert entry["notes"] == [
        "aliases as published: Q. Brask; Brask Q.",
        "“26354” is a spreadsheet's number for the day 1972-02-25",
    ]
    assert inside.json("lists", "show")[0]["info"]["standing"] == "recommended"
    assert inside.json("rebuild")["same"] is True
    (group,) = inside.json("screen", "Quillon Brask")["found"]
    assert [one["standing"] for one in group["members"]] == ["recommended"]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("names: [Name", "names: [Nmae", "[spreadsheet-wrong]"),
        ("standing: recommended", "standing: guilty", "[casefile-wrong]"),
        ("published: 2031-06-30", "published: June 2031", "[casefile-wrong]"),
    ],
)
def test_a_map_that_is_wrong(inside: Terminal, before: str, after: str, code: str) -> None:
    sheet, map_ = inside.file("names.csv", SHEET), inside.file("map.yaml", MAP.replace(before, after))
    assert inside.refused("lists", "import", sheet, "--map", map_)[-1] == code
