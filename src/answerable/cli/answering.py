"""Commands that make what others are handed."""

import typer


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
