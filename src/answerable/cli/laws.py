"""Commands on the laws a case can be weighed under, and on their official texts."""

import datetime
from collections.abc import Iterator
from typing import Annotated

import typer

from answerable.cli.law_texts import kept_here, put_beside_laws, today
from answerable.cli.output import Json, as_json, say, table
from answerable.weigh.law import Law, Limb
from answerable.weigh.laws import law_called, shipped_laws
from answerable.weigh.official import provisions
from answerable.workspace.law_texts import Kept, changed

commands = typer.Typer(help="The laws a case can be weighed under.")
NOT_CHECKED = "not checked"


@commands.command("list")
def list_laws(json: Json = False) -> None:
    """List the laws there are, and when each was last checked."""
    day, found = today(), shipped_laws()
    if json:
        as_json(
            [
                {
                    "id": one.id,
                    "title": one.title,
                    "citation": one.citation,
                    "standard": one.standard,
                    "checked_on": one.checked_on,
                    "unverified": one.unverified,
                    "notes": one.notes(day),
                    "sha256": one.sha256,
                }
                for one in found
            ]
        )
        return
    rows = [(one.id, one.title, _checked(one, day)) for one in found]
    table(("law", "title", "checked on"), rows)


def _checked(law: Law, day: datetime.date) -> str:
    if law.is_unverified:
        return NOT_CHECKED
    return f"{law.checked_on} (stale)" if law.is_stale(day) else law.checked_on


@commands.command("show")
def show_law(
    context: typer.Context,
    law: Annotated[str, typer.Argument(help="A law's short name.")],
    json: Json = False,
) -> None:
    """Show what one law requires, limb by limb, in our words, beside the official text if fetched."""
    found = law_called(law)
    kept = kept_here(context, found)
    if json:
        official = {one: kept.text.words(one) for one in _numbers(found)} if kept else {}
        as_json({**found.model_dump(by_alias=True), "official": official})
        return
    for line in _head(found, kept):
        say(line)
    for limb in found.limbs:
        say()
        _tell_limb(found, limb, kept)


def _numbers(law: Law) -> list[str]:
    told = [one.provision for one in law.limbs] + [one.provision for one in law.requirements]
    return list(dict.fromkeys(number for words in told for number in provisions(words)))


def _head(law: Law, kept: Kept | None) -> Iterator[str]:
    yield f"{law.title} ({' '.join(law.citation.split())})"
    yield f"Standard of proof: {' '.join(law.standard.split())}"
    yield f"Who decides: {' '.join(law.decided_by.split())}"
    if law.proposed_by:
        yield f"Who may propose: {' '.join(law.proposed_by.split())}"
    if not law.is_unverified:
        yield f"Checked on {law.checked_on} by {law.checked_by}."
    for note in law.notes(today()):
        yield f"Note: {note}"
    if kept:
        yield f"Official text fetched {kept.fetched_at}, current to {kept.text.current_to}."
        yield f"Its SHA-256 is {kept.text.sha256}."
        for sentence in changed(kept.text, law):
            yield f"Changed since the check: {sentence}"
    elif law.address:
        yield f"The official text is not here. Fetch it: answerable laws update {law.id}"
    for ground in law.background:
        yield f"{ground.provision}: {' '.join(ground.says.split())}"


def _tell_limb(law: Law, limb: Limb, kept: Kept | None) -> None:
    say(f"{limb.provision}: {limb.says}")
    _tell_official(limb.provision, kept)
    for one in law.required_by(limb):
        say(f"   [{one.about}] {one.provision}: {' '.join(one.asks.split())}")
        if one.open:
            say(f"      open: {' '.join(one.open.split())}")
        if one.unverified:
            say(f"      not checked: {' '.join(one.unverified.split())}")


def _tell_official(provision: str, kept: Kept | None) -> None:
    for number in provisions(provision) if kept else ():
        for line in kept.text.words(number).splitlines() if kept else ():
            say(f"   │ {line}")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    put_beside_laws(commands)
    app.add_typer(commands, name="laws")
