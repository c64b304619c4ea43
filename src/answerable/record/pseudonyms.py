"""What protected people are called in an output.

The same within one audience, different between audiences, so that two outputs cannot be joined by it;
made with a key of the workspace, so that it cannot be tried out from the list of names.
"""

import hashlib
import hmac
import re
from base64 import b32encode
from collections.abc import Iterable, Sequence
from functools import cache

from answerable.model.audience import Audience
from answerable.model.schemata import schemata
from answerable.record.half_names import half_places
from answerable.record.letters import Letters, Stretch, bare_letters, letters

NAMES = ("name", "alias", "previousName")
SHORT = 8
"""A name of fewer letters is also found inside other words."""
WITHHELD = "▮▮▮"
"""What stands in a quotation in place of words withheld."""

_PSEUDONYM = re.compile("Protected person ([A-Z2-7]{6})")
_YEAR = re.compile(r"\d{4}")


@cache
def identifying() -> tuple[str, ...]:
    """Every property that can identify a protected person."""
    every = (prop for kind in schemata().values() for prop in kind.properties.values())
    return tuple(sorted({prop.name for prop in every if prop.identifying}))


def pseudonym(key: bytes, audience: Audience, entity: str) -> str:
    """“Protected person K7QWMB”: six letters, 30 bits, from a keyed hash of audience and entity."""
    digest = hmac.new(key, f"{audience}\x1f{entity}".encode(), hashlib.sha256).digest()
    return f"Protected person {b32encode(digest)[:6].decode()}"


def code_of(caption: str) -> str:
    """The six letters of a pseudonym, for another language's words around them; empty for any other name."""
    found = _PSEUDONYM.fullmatch(caption)
    return found[1] if found else ""


def turned_round(name: str, shortest: int = SHORT) -> tuple[str, ...]:
    """A name with its family name at the other end: “Bell Marta” for “Marta Bell”. One word has no other.

    One of fewer letters than ``shortest`` is not turned: those of “Na Li” stand in “finalise” by chance.
    """
    parts = name.split()
    if len(parts) < 2 or len(bare_letters(name)) < shortest:
        return ()
    turned = [parts[-1], *parts[:-1]], [*parts[1:], *parts[:1]]
    return tuple(dict.fromkeys(map(" ".join, turned)))


def withhold(words: str, names: Sequence[str], halves: frozenset[str] = frozenset()) -> str:
    """The words with every one of ``names`` blacked out, however it is written, and the rest as it was;
    so is every part of a name in ``halves``, where it stands as a word (see `half_names`).

    A year alone is let pass: it names nobody, and blacking out every “1990” would tell of it.
    """
    return withhold_around(("", words, ""), names, halves)[1]


def black_out(words: str, names: Sequence[str]) -> str:
    """The same for words that are kept so: a short name goes only where it is a word of its own."""
    found = letters(words)
    places = ((name, place) for name in names for place in _places(found, name))
    hidden = [at for name, at in places if len(bare_letters(name)) >= SHORT or found.is_word(*at)]
    return _black_out(words, _joined(hidden), 0, len(words))


def withhold_around(
    parts: tuple[str, str, str], names: Sequence[str], halves: frozenset[str] = frozenset()
) -> tuple[str, str, str]:
    """A quotation with what stands before and after it, each with every one of ``names`` blacked out.

    They are looked at together, for a name may begin in one and end in the next; and what stands around
    was cut off somewhere, so that it may begin or end in the middle of a name.
    """
    sought = [name for name in names if not _YEAR.fullmatch(name)]
    before, exact, after = parts
    if not (sought or halves):
        return parts
    found = letters(before + exact + after)
    hidden = [place for name in sought for place in _places(found, name)]
    for name in sought:
        hidden += filter(None, (found.cut_at_start(name) if before else None,))
        hidden += filter(None, (found.cut_at_end(name) if after else None,))
    joined = _joined([*hidden, *half_places(found.words, halves)])
    first, second = len(before), len(before) + len(exact)
    return (
        _black_out(found.words, joined, 0, first),
        _black_out(found.words, joined, first, second),
        _black_out(found.words, joined, second, len(found.words)),
    )


def _places(found: Letters, name: str) -> Iterable[Stretch]:
    """Where a name stands; one without letters or figures is looked for as it is."""
    if bare_letters(name):
        return found.places(name)
    return [match.span() for match in re.finditer(re.escape(name), found.words) if name]


def _joined(hidden: Iterable[Stretch]) -> list[Stretch]:
    """Stretches that overlap or touch, as one."""
    joined: list[Stretch] = []
    for start, end in sorted(hidden):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _black_out(words: str, hidden: Iterable[Stretch], begin: int, finish: int) -> str:
    """The words from ``begin`` to ``finish``, with the hidden stretches in them blacked out."""
    pieces, at = [], begin
    for start, end in hidden:
        if start < finish and end > begin:
            pieces += [words[at : max(start, begin)], WITHHELD]
            at = min(end, finish)
    return "".join([*pieces, words[at:finish]])
