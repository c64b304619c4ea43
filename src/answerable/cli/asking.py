"""Commands that ask the record: reading, searching, showing, weighing."""

import datetime
from typing import Annotated, Any

import typer

from answerable.cli.found import tell_match
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.model.audience import parse_audience
from answerable.model.schemata import schema
from answerable.record.view import View
from answerable.weigh.findings import Finding
from answerable.weigh.matrix import LimbResult
from answerable.workspace.asking import Weighed, weigh_case
from answerable.workspace.gating import Gate

Audience = Annotated[str, typer.Option(help="Who will see this: team, coalition, recipient:NAME, public.")]
MARKS = {"nothing": "○", "thin": "◐", "carried": "●", "contradicted": "⊘"}


def read(
    context: typer.Context,
    source: Annotated[str, typer.Argument(help="A capture's id, an address or a file's name.")],
    json: Json = False,
) -> None:
    """Print the text that was read out of a kept page or file, reading it now if nobody did."""
    with opened(context) as workspace:
        kept, words = workspace.read(source)
    if json:
        as_json({"text": kept, "words": words})
        return
    say(words)


def search(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="Words; “quotation marks” keep them together.")],
    audience: Audience = "team",
    json: Json = False,
) -> None:
    """Find words in what is recorded and in the texts, in any script."""
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        found = view.search(words)
    if json:
        as_json(found)
        return
    table(("in", "of", "words"), [(one.kind, one.title, one.words) for one in found])
    if not found:
        say("Nothing found.")


def show(
    context: typer.Context,
    thing: Annotated[str, typer.Argument(help="A name or an id.")],
    audience: Audience = "team",
    json: Json = False,
) -> None:
    """Show everything said of one person or thing, for and against, with the words behind it."""
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        canonical = view.find(thing)
        profile = profile_of(view, canonical)
    if json:
        as_json(profile)
        return
    _tell_profile(profile)


def _tell_profile(profile: dict[str, Any]) -> None:
    say(f"{profile['caption']}  ({profile['kind']}, {profile['id']})")
    for line in profile["statements"]:
        say()
        value = line["value"] if not line["refers_to"] else line["refers_to"]
        taken_back = f"  WITHDRAWN: {line['withdrawn']}" if line["withdrawn"] else ""
        say(f"{line['label']}: {value}   [{line['grade']}, shared with {line['sharing']}]{taken_back}")
        for cited in line["citations"]:
            say(f"   {cited['stance']}: “{cited['words']}” — {cited['source']}")
        for change in line["history"]:
            say(f"   {change.at}: {change.field} “{change.old}” → “{change.new}”, because {change.because}")


def profile_of(view: View, canonical: str) -> dict[str, Any]:
    """Everything a View shows of one thing, ready to be printed."""
    kind = schema(view.schema_of(canonical))
    said = [*view.statements(canonical), *view.withdrawn(canonical)]
    lines = [
        {
            "id": one.id,
            "label": schema(one.schema).property(one.prop).label,
            "prop": one.prop,
            "value": one.value,
            "refers_to": view.caption(one.value) if one.is_ref else "",
            "grade": str(one.grade),
            "sharing": ", ".join(sorted(one.sharing)),
            "withdrawn": one.withdrawn,
            "history": view.history(one.id),
            "citations": [
                {
                    "stance": str(cited.stance),
                    "words": (passage := view.passage(cited.passage)).exact,
                    "source": view.source(passage.source).title,
                    "text": passage.text_sha256,
                    "start": passage.start,
                    "end": passage.end,
                }
                for cited in view.citations(one.id)
            ],
        }
        for one in said
    ]
    decisions = view.decisions(canonical)
    return {
        "id": canonical,
        "caption": view.caption(canonical),
        "kind": kind.label,
        "statements": lines,
        "decisions": decisions,
    }


def weigh(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="The case's short name.")],
    under: Annotated[list[str] | None, typer.Option(help="Only under this law.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every limb, not only the nearest.")] = False,
    audience: Audience = "team",
    json: Json = False,
) -> None:
    """Show what each law requires, what the record says for and against, and what is missing."""
    today = datetime.datetime.now(datetime.UTC).date()
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        weighed = weigh_case(workspace, view, case, under or [], today)
        if json:
            as_json(weighed_as_data(view, weighed))
            return
        tell_weighed(view, weighed, every)


def weighed_as_data(view: View, weighed: Weighed) -> list[dict[str, object]]:
    """The matrix for programs: one object for each subject, law, limb and requirement."""
    decided = {
        (ready.subject, ready.law.id, gap.requirement): gap.override.because
        for ready in weighed.readiness
        for gap in ready.gaps
        if gap.override
    }
    return [
        {
            "subject": view.caption(row.subject),
            "law": row.law.id,
            "standard": row.law.standard,
            "limb": result.limb.provision,
            "act": line.act,
            "requirement": one.requirement.id,
            "about": one.requirement.about,
            "provision": one.requirement.provision,
            "state": str(one.state),
            "for": [item.statement.id for item in one.in_favour],
            "against": [item.statement.id for item in one.against],
            "unsettled": [item.statement.id for item in one.unsettled],
            "grades": one.grades,
            "blocks": one.blocks,
            "override": decided.get((row.subject, row.law.id, one.requirement.id), ""),
            "origins": {"known": one.origins.known, "unknown": one.origins.unknown},
            "gap": one.gap,
        }
        for row in weighed.matrix.rows
        for result in row.limbs
        for line in result.lines[:1]
        for one in line.findings
    ]


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
    for subject, matches in weighed.matches.items():
        for match in matches:
            say(f"{view.caption(subject)}:")
            tell_match(match)


def _tell_gate(gate: Gate) -> None:
    """What is in the way besides the laws."""
    for one in gate.unasked:
        say(f"in the way: {one.sentence}")
        if one.override:
            who = one.override.decided_by or "the submitter"
            say(f"   to be filed all the same, says {who}: {one.override.because}")
    for sentence in gate.rewrites:
        say(f"in the way: {sentence}")
    for sentence in gate.unheard:
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
    """Add these commands to the program."""
    for command in (read, search, show, weigh):
        app.command()(command)
