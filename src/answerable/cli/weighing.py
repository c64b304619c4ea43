"""The command that weighs a case against the laws, and how its matrix and gate are told."""

import datetime
from typing import Annotated

import typer

from answerable.cli.asking import Audience
from answerable.cli.found import tell_match
from answerable.cli.handing import Under, parts
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.cli.weighed_data import weighed_as_data
from answerable.model.audience import parse_audience
from answerable.record.view import View
from answerable.weigh.findings import Finding
from answerable.weigh.matrix import LimbResult
from answerable.workspace.asking import Weighed, weigh_case
from answerable.workspace.gating import Gate

MARKS = {"nothing": "○", "thin": "◐", "carried": "●", "contradicted": "⊘"}


def weigh(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="The case's short name.")],
    under: Under = None,
    every: Annotated[bool, typer.Option("--all", help="Every limb, not only the nearest.")] = False,
    audience: Audience = "team",
    json: Json = False,
) -> None:
    """Show what each law requires, what the record says for and against, and what is missing."""
    today = datetime.datetime.now(datetime.UTC).date()
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        weighed = weigh_case(workspace, view, case, parts(under or ()), today)
        if json:
            as_json(weighed_as_data(view, weighed))
            return
        tell_weighed(view, weighed, every)


def tell_weighed(view: View, weighed: Weighed, every: bool = False) -> None:
    """The matrix as tables (of each law the limb that lacks least, unless ``every``), then the gate."""
    for row, ready in zip(weighed.matrix.rows, weighed.readiness, strict=True):
        say()
        say(f"{view.caption(row.subject)} · {row.law.title}")
        say(f"standard of proof: {row.law.standard}")
        for result in row.limbs:
            if every or result.limb.id == ready.limb.id:
                _tell_limb(result)
            else:
                say(f"  {result.limb.provision}: {_in_brief(result)}")
    say("○ nothing  ◐ thin  ● carried  ⊘ contradicted")
    for ready in weighed.readiness:
        state = "ready to file" if ready.is_ready else "not ready to file"
        say(f"{view.caption(ready.subject)} under {ready.law.title}: {state}.")
        for gap in ready.gaps:
            named = f" [{gap.requirement}]" if gap.requirement else ""
            say(f"   missing ({gap.provision}){named}: {gap.sentence}")
            if gap.override:
                who = gap.override.decided_by or "the submitter"
                say(f"      to be filed all the same, says {who}: {gap.override.because}")
        for note in ready.notes:
            say(f"   note: {note}")
    _tell_gate(weighed.gate)
    _tell_listings(view, weighed)


def _tell_listings(view: View, weighed: Weighed) -> None:
    """Where they might be on official lists, and which lists were asked."""
    for subject in weighed.case.subjects:
        matches = weighed.listings.matches.get(subject)
        if matches is None:
            say(f"{view.caption(subject)}: no official list was asked about them.")
        elif not matches:
            say(f"{view.caption(subject)}: no official list asked holds a name that agrees.")
        for match in matches or ():
            say(f"{view.caption(subject)}:")
            tell_match(match)
    for one in weighed.listings.lists:
        say(f"asked: {one.title}, {one.publisher}, {one.published or 'no date in the file'}")


def _tell_gate(gate: Gate) -> None:
    """What is in the way besides the laws."""
    for one in gate.unasked:
        say(f"in the way: {one.sentence}")
        if one.override:
            who = one.override.decided_by or "the submitter"
            say(f"   to be filed all the same, says {who}: {one.override.because}")
    for sentence in (*gate.unseen, *gate.rewrites):
        say(f"in the way: {sentence}")
    for sentence in (*gate.unheard, *gate.look_at):
        say(f"look at: {sentence}")


def _in_brief(result: LimbResult) -> str:
    if not result.lines:
        return result.beyond
    gaps = sum(finding.blocks for finding in result.lines[0].findings)
    return f"{gaps} of {len(result.lines[0].findings)} requirements are not met" if gaps else "carried"


def _tell_limb(result: LimbResult) -> None:
    if not result.lines:
        say(f"  {result.limb.provision}: {result.beyond}")
        return
    table(
        (result.limb.provision, "what the law requires", "for", "against", "origins", "gap"),
        [_cells(finding) for finding in result.lines[0].findings],
    )


def _cells(one: Finding) -> tuple[str, ...]:
    origins = f"{one.origins.known}" + (f" +{one.origins.unknown}?" if one.origins.unknown else "")
    in_favour = " ".join((str(len(one.in_favour)), *(f"({grade})" for grade in one.grades)))
    asks = f"{one.requirement.provision}: {one.requirement.asks.strip()}"
    return (MARKS[str(one.state)], asks, in_favour, str(len(one.against)), origins, one.gap)


def add_to(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(weigh)
