"""Names of nobody: words of real listed names put together anew, with a fixed seed.

A name is made on the pattern of a listed one: as many words, each drawn from the words that stand in that
place (first, last, between) in names of that kind of bearer and that script, as often as they do there.
"""

import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bench.screening.work import Entity

Place = tuple[str, str, str]
"""A kind of bearer, a script, and a place in the name."""


def script_of(text: str) -> str:
    """The script of the first letter (LATIN, CYRILLIC, ARABIC, CJK …)."""
    first = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(first, "").split(" ")[0] if first else ""


def bag(text: str) -> tuple[str, ...]:
    """The words of a name, whatever their case and order: two names with the same are one here."""
    return tuple(sorted("".join(c if c.isalnum() else " " for c in text.casefold()).split()))


def recombined(entities: Sequence[Entity], seed: float) -> Iterator[tuple[str, str]]:
    """Without end: kinds of bearers and names, each name once, none of them listed."""
    patterns = [
        (entity.schema, name.split()) for entity in entities for name in entity.names if " " in name.strip()
    ]
    pools: dict[Place, list[str]] = defaultdict(list)
    for schema, words in patterns:
        for place, word in _placed(schema, words):
            pools[place].append(word)
    seen = {bag(name) for entity in entities for name in entity.names}
    draw = random.Random(seed)
    while True:
        schema, words = draw.choice(patterns)
        name = " ".join(draw.choice(pools[place]) for place, _ in _placed(schema, words))
        if (made := bag(name)) not in seen:
            seen.add(made)
            yield schema, name


def _placed(schema: str, words: Sequence[str]) -> Iterator[tuple[Place, str]]:
    script = script_of(words[0])
    for at, word in enumerate(words):
        where = "first" if at == 0 else "last" if at == len(words) - 1 else "between"
        yield (schema, script, where), word
