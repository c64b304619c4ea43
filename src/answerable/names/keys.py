"""What a name can be found by in an index: two names that share no key are not compared."""

from collections.abc import Iterator
from functools import lru_cache

from answerable.names.parse import Name, parts
from answerable.names.spelling import HONG_KONG, PINYIN, SYSTEMS, name_spellings, split
from answerable.names.tables import characters, set_aside, simplify

_LONG = 7
"""From this length on a word is also found by either end, so that a slip in the other does not lose it."""


def keys(name: Name) -> frozenset[str]:
    """The keys under which a name is kept: its words, their syllables, its characters, their readings."""
    return frozenset(key for group in _groups(name, asked=False) for key in group)


def asked_keys(name: Name) -> tuple[frozenset[str], ...]:
    """The keys under which a name is looked for, one group for each word or character of it.

    A group also holds what the word could stand for in another spelling system, so that 鄧炳強,
    Tang Ping-keung and Deng Bingqiang find each other.
    """
    return tuple(_groups(name, asked=True))


def _groups(name: Name, *, asked: bool) -> Iterator[frozenset[str]]:
    found = parts(name)
    for word in found.words:
        yield from _word_keys(word, asked)
    for character, spelled in zip(simplify(found.han), name_spellings(found.han), strict=True):
        forms = {form for system in SYSTEMS for form in spelled[system]}
        yield frozenset({f"han:{character}", *(f"syllable:{form}" for form in forms)})


@lru_cache(maxsize=1 << 16)
def _word_keys(word: str, asked: bool) -> tuple[frozenset[str], ...]:
    """One group for the word itself, and one for each place in it where a syllable can stand."""
    if word in set_aside("small"):
        return ()
    whole = {f"word:{word}"}
    if len(word) >= _LONG:
        whole |= {f"start:{word[:4]}", f"end:{word[-4:]}"}
    ways = {way for system in SYSTEMS for way in split(word, system) if len(way) <= 3}
    places: list[set[str]] = [set() for _ in range(max(map(len, ways), default=0))]
    for way in ways:
        for place, syllable in enumerate(way):
            places[place] |= {syllable, *(_others(syllable) if asked else ())}
    return (frozenset(whole), *(frozenset(f"syllable:{form}" for form in place) for place in places))


@lru_cache(maxsize=1 << 12)
def _others(syllable: str) -> tuple[str, ...]:
    """The syllables of other systems for the commonest characters that are spelled so."""
    counts: dict[str, int] = {}
    for entry, forms in _common():
        if syllable in forms:
            for form in forms:
                counts[form] = counts.get(form, 0) + entry
    return tuple(sorted(counts, key=lambda form: (-counts[form], form))[:8])


@lru_cache(maxsize=1)
def _common() -> tuple[tuple[int, frozenset[str]], ...]:
    return tuple(
        (entry.count, frozenset(_usual(text))) for text, entry in characters().items() if entry.count > 1
    )


def _usual(character: str) -> Iterator[str]:
    spelled = name_spellings(character)[0]
    for system in SYSTEMS:
        size = 2 if system in (PINYIN, HONG_KONG) else 1
        yield from list(spelled[system])[:size]
