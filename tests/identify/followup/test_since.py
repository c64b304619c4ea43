"""Since when somebody is on a list, as far as the editions prove it."""

import pytest

from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.followup.since import Listed, Since, listed_since
from answerable.identify.lists import Edition


def entry(key: str, *names: str, listed_on: str = "", proven: bool = False) -> ListEntry:
    listed = tuple(ListedName(name, "primary") for name in names)
    return ListEntry(key, "person", listed, listed_on=listed_on, listed_on_proven=proven)


SHUM = entry("7", "SHUM, Cho-hang", "岑礎衡")
RENUMBERED = entry("9", "Shum,  Cho-Hang")
REUSED = entry("7", "ODE, Marit")
OTHER = entry("8", "ODE, Marit")

UNSHOWN = "the editions here do not show whether after the submission of 2020-01-10"
HISTORIES = [
    ("in the first edition there is", [[SHUM]], Since(by="2031-01-01")),
    ("it came with the second", [[OTHER], [SHUM, OTHER]], Since(after="2031-01-01", by="2031-02-01")),
    ("from the first on", [[SHUM], [SHUM], [SHUM]], Since(by="2031-01-01")),
    ("it came, left and came", [[SHUM], [OTHER], [SHUM]], Since(after="2031-02-01", by="2031-03-01")),
    ("under another number before", [[RENUMBERED], [SHUM]], Since(by="2031-02-01")),
    ("its number was another's before", [[OTHER], [REUSED], [SHUM]], Since(by="2031-03-01")),
]


@pytest.mark.parametrize(("told", "history", "since"), HISTORIES, ids=[one[0] for one in HISTORIES])
def test_nothing_is_said_that_the_editions_do_not_prove(
    told: str, history: list[list[ListEntry]], since: Since
) -> None:
    every = {f"e{number}": entries for number, entries in enumerate(history, 1)}
    known = [
        Edition(own, EditionInfo("norrmark", "", "", f"2031-0{place}-01"), "", "", "", 1, 0)
        for place, own in enumerate(every, 1)
    ]
    assert listed_since(SHUM, known, lambda edition: Listed(every[edition])) == since


@pytest.mark.parametrize(
    ("unreadable", "second", "since"),
    [
        (1, "2031-02-01", Since(by="2031-02-01")),
        (0, "2031-01-01", Since(by="2031-01-01")),
        (0, "", Since(after="2031-01-01")),
    ],
)
def test_an_edition_with_parts_unread_or_of_the_same_day_proves_no_absence(
    unreadable: int, second: str, since: Since
) -> None:
    first = Edition("e1", EditionInfo("norrmark", "", "", "2031-01-01"), "", "", "", 1, unreadable)
    last = Edition("e2", EditionInfo("norrmark", "", "", second), "", "", "", 1, 0)
    on = {"e1": Listed([OTHER]), "e2": Listed([SHUM])}
    assert listed_since(SHUM, [first, last], lambda edition: on[edition]) == since


@pytest.mark.parametrize(
    ("listed_on", "proven", "since"),
    [
        ("2030-05-06", True, Since(on="2030-05-06")),
        ("2030-05-06", False, Since(by="2030-05-06")),
        ("2030-05", True, Since(after="2030-04-30", by="2030-05-31")),
        ("2030", False, Since(by="2030-12-31")),
        ("in spring", True, Since(by="2031-01-01")),
        ("", False, Since(by="2031-01-01")),
    ],
)
def test_the_day_that_the_list_gives(listed_on: str, proven: bool, since: Since) -> None:
    known = [Edition("e1", EditionInfo("norrmark", "", "", "2031-01-01"), "", "", "", 1, 0)]
    one = entry("7", "SHUM", listed_on=listed_on, proven=proven)
    assert listed_since(one, known, lambda _: Listed([one])) == since


@pytest.mark.parametrize(
    ("since", "when", "days"),
    [
        (Since(on="2021-03-21"), "on 2021-03-21", "436 days after the submission of 2020-01-10"),
        (Since(on="2020-01-11"), "on 2020-01-11", "1 day after the submission of 2020-01-10"),
        (
            Since(after="2020-06-01", by="2021-03-22"),
            "after 2020-06-01, on or before 2021-03-22",
            "at most 437 days after the submission of 2020-01-10",
        ),
        (
            Since(by="2021-03-22"),
            "on or before 2021-03-22",
            UNSHOWN + "; at most 437 days after it",
        ),
        (
            Since(after="2019-01-01", by="2021-03-22"),
            "after 2019-01-01, on or before 2021-03-22",
            UNSHOWN + "; at most 437 days after it",
        ),
        (Since(after="2020-06-01"), "after 2020-06-01", "some time after the submission of 2020-01-10"),
        (
            Since(),
            "on a day that no edition here tells",
            UNSHOWN,
        ),
    ],
)
def test_how_long_after_is_told_with_what_is_not_known(since: Since, when: str, days: str) -> None:
    assert (since.in_words(), since.days_after("2020-01-10")) == (when, days)


@pytest.mark.parametrize(
    ("since", "before"),
    [
        (Since(on="2020-01-09"), True),
        (Since(on="2020-01-10"), False),
        (Since(by="2020-01-10"), True),
        (Since(by="2020-01-11"), False),
        (Since(after="2020-01-01", by="2020-01-09"), True),
        (Since(), False),
    ],
)
def test_what_was_before_for_certain_is_no_outcome(since: Since, before: bool) -> None:
    assert since.is_before("2020-01-10") is before


@pytest.mark.parametrize(
    ("others", "stands"), [([SHUM], True), ([RENUMBERED], None), ([REUSED], None), ([OTHER], False)]
)
def test_a_number_or_a_name_alone_proves_nothing(others: list[ListEntry], stands: bool | None) -> None:
    assert Listed(others).has(SHUM) is stands
