"""What a name can be found by in an index: two names that share no key are not compared."""

from collections.abc import Iterator
from functools import lru_cache

from answerable.names.encode import encode
from answerable.names.parse import Name
from answerable.names.phones import SOUNDS, VOWELS
from answerable.names.tokens import Role, Token
from answerable.names.units import units

_LONG = 6
"""From this length on a word is also found by either end, so that a slip in the other does not lose it."""
_BEHIND = 12
_USUAL, _USUAL_KOREAN = 0.4, 0.05
_SMALL = (Role.PARTICLE, Role.FORM, Role.LEVEL)


def keys(name: Name) -> frozenset[str]:
    """The keys under which a name is kept: its words, their consonants and ends, its syllables and
    characters.
    """
    return frozenset(key for group in _groups(name, asked=False) for key in group)


def asked_keys(name: Name) -> tuple[frozenset[str], ...]:
    """The keys under which a name is looked for, one group for each word, syllable or character of it.

    A group also holds what a syllable could stand for in another spelling system, so that 鄧炳強,
    Tang Ping-keung and Deng Bingqiang find each other.
    """
    return tuple(group for group in _groups(name, asked=True) if group)


def _groups(name: Name, *, asked: bool) -> Iterator[frozenset[str]]:
    found = encode(name)
    for token in found.tokens.words:
        if token.role not in _SMALL:
            yield frozenset(_word_keys(token))
    for way in found.ways[:2]:
        for unit in way.units:
            yield frozenset(f"syllable:{one}" for one in (_others(unit) if asked else (unit,)))


def _word_keys(token: Token) -> Iterator[str]:
    yield from (f"group:{group}" for group, _ in token.groups)
    for reading, _ in token.readings:
        sounds = "".join(SOUNDS[place] for place in reading)
        bare = "".join(sound for sound in sounds if sound not in VOWELS)
        yield f"word:{sounds}"
        if len(bare) > 1:
            yield f"consonants:{bare}"
        if len(sounds) >= _LONG:
            yield f"start:{sounds[:4]}"
            yield f"end:{sounds[-4:]}"


@lru_cache(maxsize=1 << 13)
def _others(unit: str) -> tuple[str, ...]:
    """The unit itself, the usual characters behind it, and how these are usually spelled."""
    table = units()
    behind = table.behind.get(unit, {})
    characters = sorted(behind, key=lambda text: (-behind[text], text))[:_BEHIND]
    characters += [unit] if unit in table.spelled else []
    spelled = (
        name
        for text in characters
        for name, part in table.spelled[text].credit.items()
        if part >= (_USUAL_KOREAN if "가" <= text <= "힣" else _USUAL)
    )
    return tuple(dict.fromkeys((unit, *characters, *spelled)))
