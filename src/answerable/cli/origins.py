"""Commands on which sources of a case go back to the same first-hand source."""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.model.audience import parse_audience
from answerable.read.origins import Answer
from answerable.weigh.origin_graph import CaseOrigins, Pair, case_origins
from answerable.workspace.deciding import decide_origins, undo_origins
from answerable.workspace.origin_pages import write_origins

ASKED = {Answer.YES: "One origin", Answer.NO: "Different origins", Answer.UNKNOWN: "Unknown"}


class _OfACase(TyperGroup):
    """``origins CASE`` is short for ``origins show CASE``."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        named = args[:1] and (args[0] in self.commands or args[0].startswith("-"))
        return super().resolve_command(ctx, args if named else ["show", *args])


commands = typer.Typer(
    cls=_OfACase, help="Which sources of a case go back to the same first-hand source: origins CASE."
)

Source = Annotated[
    str, typer.Argument(help="A source's id, its first six figures or more, address or title.")
]
Because = Annotated[str, typer.Option(help="The reason; it stays in the record.")]
By = Annotated[str, typer.Option(help="Who answers for it, by name; shown to the team alone.")]


@commands.command("show")
def show(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="The case's short name.")],
    every: Annotated[bool, typer.Option("--all", help="Pairs of which nothing is known, too.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE.html", help="Write a page with the graph, to look at or print."),
    ] = None,
    audience: Annotated[
        str, typer.Option(help="Who will see this: team, coalition, recipient:NAME, public.")
    ] = "team",
    json: Json = False,
) -> None:
    """Show which sources of a case have one origin, with the words that show it, and which are unknown."""
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        found = case_origins(view, view.case(case))
        if out:
            write_origins(workspace, view, found, out)
    if json:
        as_json(found)
        return
    _tell(found, every)
    if out:
        say(f"Written: {out}")


def _tell(found: CaseOrigins, every: bool) -> None:
    counts = found.origins
    say(f"{len(found.titles)} sources: {counts.known} known first-hand, {counts.unknown} of unknown origin")
    for number, group in enumerate(counts.groups, 1):
        say()
        how = "; ".join(map(str, group.known)) or "nobody knows where it comes from"
        say(f"Origin {number}{'' if number - 1 in counts.counted else '?'}: {how}")
        for source in group.sources:
            say(f"   {source[:8]}  {found.titles[source]}")
    for one in found.contradictions:
        say()
        say(f"Contradiction: {found.titles[one.left]} / {found.titles[one.right]}: {one.because}")
    for pair in found.pairs:
        if every or pair.kinds or pair.decisions:
            _tell_pair(found, pair)


def _tell_pair(found: CaseOrigins, pair: Pair) -> None:
    say()
    say(f"{ASKED[pair.answer]}: {found.titles[pair.left]} / {found.titles[pair.right]}")
    say(f"   {pair.because}")
    for one in pair.words:
        say(f"   {one.source[:8]}  “{one.words}”")
    for decision in pair.decisions:
        by = f" by {decision.decided_by}" if decision.decided_by else ""
        say(f"   decided {decision.at}{by} ({decision.id})")


@commands.command("same")
def same(
    context: typer.Context, left: Source, right: Source, because: Because, by: By = "", json: Json = False
) -> None:
    """Decide that two sources go back to one first-hand source. It wins over the method."""
    _decide(context, left, right, True, because, by, json)


@commands.command("different")
def different(
    context: typer.Context, left: Source, right: Source, because: Because, by: By = "", json: Json = False
) -> None:
    """Decide that two sources go back to different first-hand sources. It wins over the method."""
    _decide(context, left, right, False, because, by, json)


def _decide(
    context: typer.Context, left: str, right: str, same: bool, because: str, by: str, json: bool
) -> None:
    with opened(context) as workspace:
        done = decide_origins(workspace, left, right, same=same, because=because, decided_by=by)
    if json:
        as_json({"decision": done})
        return
    say(f"Decided ({done}). Take it back with: answerable origins undo {done} --because …")


@commands.command("undo")
def undo(
    context: typer.Context,
    decision: Annotated[str, typer.Argument(help="The decision's id.")],
    because: Because,
    json: Json = False,
) -> None:
    """Take back a decision on origins; what the method finds holds again."""
    with opened(context) as workspace:
        undo_origins(workspace, decision, because)
    as_json({"undone": decision}) if json else say("Undone: what the method finds holds again.")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(commands, name="origins")
