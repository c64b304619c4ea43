"""Commands for what people agreed to of what they said."""

import datetime
from collections.abc import Sequence
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.model.consent import Scope
from answerable.record.consenting import Agreed
from answerable.record.sharing import as_text
from answerable.workspace.consenting import (
    Meant,
    consents,
    give_consent,
    outputs_with,
    withdraw_consent,
)
from answerable.workspace.consenting import Person as Noted
from answerable.workspace.tracing import Output

commands = typer.Typer(help="What those who speak agreed to, and where their words went.")

Person = Annotated[str, typer.Argument(help="Who speaks, by name or id.")]
Source = Annotated[str, typer.Option(help="Only what they said in this source: a title, address or capture.")]
Statement = Annotated[str, typer.Option(help="Only this statement, by its id.")]
Day = Annotated[str, typer.Option(help="The day, as 2031-05-20; today if not said.")]


@commands.command("give")
def give(
    context: typer.Context,
    person: Person,
    to: Annotated[
        str,
        typer.Option(
            "--for", help="Uses, with commas between: recipient:ca, recipients, coalition, public; name:ca."
        ),
    ],
    how: Annotated[str, typer.Option(help="How they agreed: signed, or spoken before whom.")],
    on: Day = "",
    limits: Annotated[str, typer.Option(help="What they asked for besides.")] = "",
    source: Source = "",
    statement: Statement = "",
    json: Json = False,
) -> None:
    """Note that a person agrees to uses of what they said; “--for team” notes that they agree to none."""
    with opened(context) as workspace:
        agreed = Agreed(on or _today(), to, how, limits)
        done = give_consent(workspace, person, Meant(source, statement), agreed)
    as_json({"consent": done}) if json else say(f"Noted ({done[:8]}).")


@commands.command("withdraw")
def withdraw(
    context: typer.Context,
    person: Person,
    because: Annotated[str, typer.Option(help="The reason.")],
    on: Day = "",
    source: Source = "",
    statement: Statement = "",
    json: Json = False,
) -> None:
    """Note that a person took consent back, and list every output that carries their words.

    From then on no output uses them, whoever decides. What was handed out stays where it is until you recall
    it.
    """
    with opened(context) as workspace:
        meant = Meant(source, statement)
        done, found = withdraw_consent(workspace, person, meant, on=on or _today(), because=because)
    if json:
        as_json({"withdrawal": done, "outputs": found})
        return
    say(f"Noted ({done[:8]}). No output uses their words from now on.")
    _tell_outputs(found)


@commands.command("show")
def show(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="One person, by name or id; otherwise everyone.")] = "",
    json: Json = False,
) -> None:
    """Show what is noted of everyone's consent, or of one person's, with every output of their words."""
    with opened(context) as workspace:
        noted = consents(workspace, person)
        found = outputs_with(workspace, person, Meant()) if person else []
    if json:
        as_json({"consents": noted, "outputs": found})
        return
    for one in noted:
        say(f"{one.caption}  ({one.id})")
        _tell_person(one)
    if not noted:
        say("Nothing is noted of anybody's consent.")
    if person:
        _tell_outputs(found)


def _tell_person(one: Noted) -> None:
    for given in one.said.consents:
        limits = f"; limits: {given.limits}" if given.limits else ""
        say(f"   {given.on}: agreed to {as_text(given.uses)}{_of(given.scope)}: {given.how}{limits}")
    for taken in one.said.withdrawals:
        say(f"   {taken.on}: took it back{_of(taken.scope)}: {taken.because}")


def _of(scope: Scope) -> str:
    parts = [f"source {scope.source[:8]}"] if scope.source else []
    parts += [f"statement {scope.statement[:8]}"] if scope.statement else []
    return f", for {' and '.join(parts)} alone" if parts else ""


def _tell_outputs(found: Sequence[Output]) -> None:
    if not found:
        say("No output carries their words.")
        return
    say("Outputs that carry their words:")
    table(
        ("made", "what", "for", "carries", "file and hash"),
        [(one.at[:10], one.action, one.to, _carries(one), _files(one)) for one in found],
    )
    for one in found:
        for sent in one.sent:
            say(f"sent: {sent.called} on {sent.on}, version {sent.sha256[:12]}…")


def _carries(one: Output) -> str:
    if one.action == "export":
        return "the whole record"
    if one.action == "annex":
        return "their name"
    return f"{len(one.statements)} statements" if one.is_sure else "perhaps: made before this was noted"


def _files(one: Output) -> str:
    return "\n".join(f"{name} {sha256[:12]}…" for name, sha256 in one.files.items())


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(commands, name="consent")
