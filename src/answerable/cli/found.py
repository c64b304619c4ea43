"""What screening found, as a person reads it and as a program does."""

import shlex
from dataclasses import asdict
from typing import Any

from answerable.cli.output import say
from answerable.identify.match import Group, Match
from answerable.identify.screened import Screened
from answerable.identify.standing import Held
from answerable.identify.tolerance import Tolerance

SHOWN = 10
"""Bearers of one name that are told in full; the others by their keys alone."""


def screened_json(screened: Screened) -> dict[str, Any]:
    """For programs: the tolerance, and the listed names, each with who bears it and the decisions."""
    return {
        "tolerance": asdict(screened.tolerance),
        "found": [_group_json(screened, group) for group in screened.found],
    }


def _group_json(screened: Screened, group: Group) -> dict[str, Any]:
    members = [(match, screened.on(match)) for match in group.members]
    return {
        "name": group.name,
        "size": group.size,
        "namesakes": group.best.namesakes,
        "score": group.best.score,
        "verdict": group.best.verdict,
        "reasons_for": group.reasons_for,
        "reasons_against": group.reasons_against,
        "not_known": group.not_known,
        "members": [{**asdict(match), "decision": asdict(held) if held else None} for match, held in members],
    }


def tell_screened(screened: Screened) -> None:
    """The listed names, each with who bears it and the decisions; then decisions whose entry is gone."""
    for group in screened.found:
        if group.size == 1:
            tell_match(group.best, screened.on(group.best))
        else:
            _tell_group(screened, group)
    if not screened.found:
        say("Nothing found on the lists imported here. That is no clearance.")
        if len(screened.asked.name.split()) == 1 and _parts_words(screened.asked.name):
            say("One word was asked: longer names that have it may not be found. Ask with the whole name.")
    for held in screened.gone:
        say(f"Decided on {held.decision.list_id}, {held.decision.key}: {held.in_words()}")
    say(tolerance_in_words(screened.tolerance))


def _parts_words(name: str) -> bool:
    """Whether it is in a script that has small letters: those put spaces between words."""
    return any(one.isupper() or one.islower() for one in name)


def tolerance_in_words(tolerance: Tolerance) -> str:
    """How strictly it was asked, in the user's words, and the score that this is."""
    return (
        f"At a tolerance of {tolerance.in_words}: from a score of {tolerance.score} on,"
        f" among {tolerance.listed_entries:,} listed entries."
    )


def tell_match(match: Match, held: Held | None = None) -> None:
    """One entry as a few lines: what, where, for and against, and what was decided."""
    _tell_name(match, match.listed_name.text)
    _tell_place(match)
    _tell_reasons(match.reasons_for, match.reasons_against, match.not_known)
    say(f"      bearers: {match.namesakes}")
    if held:
        say(f"      decided: {held.in_words()}")


def _tell_group(screened: Screened, group: Group) -> None:
    """One name, what all its bearers share, and under it each with what is its own."""
    _tell_name(group.best, group.name)
    say(f"      bearers: {group.in_words}")
    _tell_reasons(group.reasons_for, group.reasons_against, group.not_known)
    for number, match in enumerate(group.members[:SHOWN], 1):
        entry = match.entry
        own = "; ".join([*entry.birth_dates, *entry.countries, *entry.programmes])
        say(f"   {number:>2}. {match.listed_name.text}: {match.score:.2f}, {match.verdict}{_aside(own)}")
        _tell_place(match)
        if entry.identifiers:
            numbers = "; ".join(f"{one.kind} {one.number}" for one in entry.identifiers)
            say(f"      identifiers: {numbers}")
        _tell_reasons(*group.apart(match))
        if held := screened.on(match):
            say(f"      decided: {held.in_words()}")
    if rest := group.members[SHOWN:]:
        keys = ", ".join(f"{one.edition.list_id} {shlex.quote(one.entry.key)}" for one in rest)
        say(f"      and {len(rest)} more, in full with --json: {keys}")


def _aside(words: str) -> str:
    return f" ({words})" if words else ""


def _tell_name(match: Match, name: str) -> None:
    say(f"{match.score:.2f}  {match.verdict}: {name}")


def _tell_place(match: Match) -> None:
    say(f"      {match.standing}, {match.edition.title}; {match.entry.listed_in_words()}")
    say(f"      entry: {match.edition.list_id} {shlex.quote(match.entry.key)}")


def _tell_reasons(
    reasons_for: tuple[str, ...], reasons_against: tuple[str, ...], not_known: tuple[str, ...]
) -> None:
    for side, reasons in (("for", reasons_for), ("against", reasons_against), ("not known", not_known)):
        for reason in reasons:
            say(f"      {side}: {reason}")
