"""The commands, as they say of themselves."""

from typing import Any

import typer.main

from answerable.cli.app import program

WIDTH = 100
"""Columns, whatever the terminal at hand has."""


def whole() -> Any:
    """The program with every command."""
    return typer.main.get_command(program())


def commands(group: Any = None, before: str = "answerable") -> list[tuple[str, Any]]:
    """Every command with its full name, groups opened up."""
    found: list[tuple[str, Any]] = []
    for name, command in (group or whole()).commands.items():
        full = f"{before} {name}"
        found += commands(command, full) if hasattr(command, "commands") else [(full, command)]
    return found


def help_of(command: Any, name: str) -> str:
    """What a command prints when it is asked for help."""
    sizes = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    context = command.make_context(name, ["--help"], resilient_parsing=True, **sizes)
    return str(command.get_help(context)).rstrip()


def help_page() -> str:
    """What ``answerable --help`` prints."""
    return help_of(whole(), "answerable") + "\n"


def page() -> str:
    """The reference page."""
    parts = [
        "# Commands",
        "",
        "Made from the commands themselves; `answerable COMMAND --help` says the same. The options that say",
        "which workspace is meant stand before the command's name. Every command takes `--json`. Environment",
        "variables are in [Work as a team](../teams.md); errors and their codes in [Errors](errors.md).",
        "",
        "```text",
        help_page().rstrip(),
        "```",
        "",
    ]
    for name, command in commands():
        parts += [f"## {name}", "", "```text", help_of(command, name), "```", ""]
    return "\n".join(parts)
