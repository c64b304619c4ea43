"""Whom an annex names, how far it says who they are, and what must not stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.model.audience import Audience
from answerable.record.pseudonyms import NAMES, turned_round
from answerable.record.view import View

BORN = "birthDate"
_PARTS = ("firstName", "lastName")


@dataclass(frozen=True, slots=True)
class Called:
    """The pseudonym of somebody in a submission, and those of earlier ones."""

    now: str = ""
    before: tuple[str, ...] = ()
    """In drafts made before others were held to be the same one."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who agreed to be named."""

    person: str
    """By canonical id."""
    called: Called
    names: tuple[str, ...]
    born: tuple[str, ...]
    """Both as far as they are shared with the reader."""
    agreed_on: str


def named_for(team: View, audience: Audience, person: str, called: Called, agreed_on: str) -> Named:
    """Who somebody is, as the own team's View knows it, in what is shared with the audience."""
    said = [one for one in team.statements(person, [*NAMES, *_PARTS, BORN]) if audience.may_see(one.sharing)]
    names = dict.fromkeys(one.value for one in said if one.prop in NAMES)
    parts = " ".join(one.value for prop in _PARTS for one in said if one.prop == prop)
    born = dict.fromkeys(one.value for one in said if one.prop == BORN)
    known = tuple(names) or ((parts,) if parts else ())
    return Named(person, called, known, tuple(born), agreed_on)


def hidden_from(team: View, named: Sequence[Named]) -> tuple[str, ...]:
    """What identifies anyone else who is protected, and of those named all but their names and birth."""
    own = {one.person for one in named}
    told = [word for one in named for word in (*one.names, *one.born)]
    whole = {other for word in told for other in (word, *turned_round(word))}
    more = [
        word
        for word in team.naming(own)
        if word not in whole and not any(word.casefold() in other.casefold() for other in told)
    ]
    return (*team.naming([one for one in team.protected if one not in own]), *more)
