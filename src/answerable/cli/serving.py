"""The command that lets other programs ask of the lists."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.found import tolerance_in_words
from answerable.cli.options import Tolerance, opened
from answerable.cli.output import Json, as_json, say
from answerable.identify.tolerance import DEFAULT

if TYPE_CHECKING:
    from answerable.web.starting import Place, Started


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8017,
    keys: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Whose keys are let in; needed away from 127.0.0.1.")
    ] = None,
    new_key: Annotated[
        str, typer.Option(metavar="NAME", help="Make a key for somebody, add its hash to --keys, and end.")
    ] = "",
    rate: Annotated[int, typer.Option(min=1, help="Requests a minute for each key.")] = 600,
    address: Annotated[
        str, typer.Option(metavar="URL", help="How it is reached from outside, where that differs.")
    ] = "",
    tolerance: Tolerance = DEFAULT,
    openrefine: Annotated[
        str, typer.Option(metavar="ORIGIN", help="Let OpenRefine's pages ask: http://127.0.0.1:3333.")
    ] = "",
    json: Json = False,
) -> None:
    """Answer other programs that ask whether names are listed: yente's shapes, and OpenRefine's.

    Nothing asked is logged. On this machine it prints a token at the start; elsewhere it wants keys.
    """
    from answerable.web.starting import Place, make_key, serve_lists  # brings in the whole web framework

    if new_key:
        key = make_key(keys, new_key)
        as_json({"name": new_key, "key": key}) if json else say(
            f"The key of {new_key}, shown only now: {key}"
        )
        return
    place = Place(host, port, keys, rate, address, openrefine)
    with opened(context) as workspace:
        serve_lists(workspace, place, tolerance, lambda started: _tell(place, started, json))


def _tell(place: "Place", started: "Started", json: bool) -> None:
    """Say where it answers, once, before the first request."""
    if json:
        as_json(started)
        return
    say(f"Serving {started.lists} lists, {started.entries} entries, at {started.address}")
    if started.tolerance:
        say(tolerance_in_words(started.tolerance))
    if started.token:
        say(f"Open {started.address}/?token={started.token}")
        say("Programs send that token as “Authorization: Bearer TOKEN”; it is a new one at every start.")
    if place.openrefine:
        more = f"?token={started.token or 'KEY'}"
        say(f"For OpenRefine: {started.address}/reconcile/default{more}")
    say("Nothing asked is logged. Ctrl-C ends it.")


def add_to(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(serve)
