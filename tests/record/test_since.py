"""A View of a moment shows what it showed then, whatever was done to the record since."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from answerable.model.audience import PUBLIC, TEAM, Audience
from answerable.record.view import Moment, View
from answerable.store.clock import stamp
from answerable.workspace import Workspace
from answerable.workspace.deciding import regrade_statement, reshare_statement, withdraw_statement
from tests.answer.submission.case import CANADA, CASEFILE, workspace
from tests.workspace.two import two_in

ADDED = """
  extra:
    schema: Person
    cite: {source: gazette, quote: a senior officer of the Government}
    name: ODE Marit
"""


def shown(view: View) -> dict[str, Any]:
    """All that a View tells of statements, their citations and the lawyer's words."""
    said = [one for thing in view.everything() for one in view.statements(thing)]
    cited = {one.id: view.citations(one.id) for one in said}
    pointing = {one.value: view.referring(one.value, one.prop) for one in said if one.is_ref}
    return {
        "said": said,
        "cited": cited,
        "pointing": pointing,
        "words": view.written(view.case("harbour").id),
    }


def statement(opened: Workspace, prop: str, value: str) -> str:
    with opened.view() as view:
        every = (one for thing in view.everything() for one in view.statements(thing, [prop]))
        return next(one.id for one in every if one.value == value)


def record_more(opened: Workspace, folder: Path) -> None:
    """A statement more, a citation more of a statement that stands, and another summary."""
    more = CASEFILE.replace("entities:\n", f"entities:{ADDED}", 1)
    one = "violation: arbitrary-detention"
    two = "violation: {value: arbitrary-detention, cite: {source: reprint, quote: gave the order by radio}}"
    more = more.replace(one, two).replace("We ask that", "We ask once more that")
    assert more.count("gave the order by radio}}") == 1
    (folder / "casefile" / "case.yaml").write_text(more, "utf-8")
    opened.record(folder / "casefile" / "case.yaml")


Done = Callable[[Workspace, Path], object]
BORN, CITIZEN, WITH, COMMANDED = (
    ("birthDate", "1969"),
    ("citizenship", "xt"),
    ("instrument", "hoses"),
    ("degree", "commanded"),
)
CHANGES: dict[str, Done] = {
    "recorded more": record_more,
    "withdrew": lambda opened, _: withdraw_statement(opened, statement(opened, *CITIZEN), "a slip"),
    "regraded": lambda opened, _: regrade_statement(opened, statement(opened, *BORN), "F6", "a slip"),
    "shared less": lambda opened, _: reshare_statement(opened, statement(opened, *WITH), "team", "a slip"),
    "shared more": lambda opened, _: reshare_statement(
        opened, statement(opened, *COMMANDED), "public", "they agreed"
    ),
}


@pytest.mark.parametrize("audience", [TEAM, CANADA, PUBLIC], ids=str)
def test_what_was_shown_then_is_shown_of_that_moment(tmp_path: Path, audience: Audience) -> None:
    with workspace(tmp_path) as opened:
        moment = Moment(stamp(opened.store.clock()))
        with opened.view(audience) as view:
            then = shown(view)
        differed, last = set(), then
        for name, change in CHANGES.items():
            change(opened, tmp_path)
            with opened.view(audience) as view:
                now = shown(view)
            differed |= {name} if now != last else set()
            last = now
            with opened.view(audience, moment) as view:
                assert shown(view) == then, name
    assert differed == (set(CHANGES) if audience != PUBLIC else set(CHANGES) - {"recorded more"})


def test_what_others_recorded_by_then_can_be_passed_over(tmp_path: Path) -> None:
    """It was merged in later, though its own times are older, and nobody here could have shown it."""
    with two_in(tmp_path) as two:
        with two.desk.view() as view:
            before = shown(view)
        two.hand_over(two.guild, two.desk)
        now = Moment(stamp(two.desk.store.clock()))
        with two.desk.view(as_of=now) as view:
            assert shown(view) != before
        with two.desk.view(as_of=replace(now, is_own=True)) as view:
            assert shown(view) == before
