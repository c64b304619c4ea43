"""What a name can be found by among many: two names that share no key are not compared.

A key is a number: a checksum of what it stands for, its kind in the lowest bits. Two things may share one,
which costs a comparison and changes no answer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import combinations, pairwise
from zlib import crc32

from answerable.names.encode import BODY, encode
from answerable.names.parse import Name
from answerable.names.phones import SOUNDS, VOWELS
from answerable.names.tokens import Role, Token
from answerable.names.units import units

KIND_BITS = 3
_BEHIND = 12
_USUAL, _USUAL_KOREAN = 0.4, 0.05
_SMALL = (Role.PARTICLE, Role.FORM, Role.LEVEL)
_PAIRED = 6
"""Of a name of at most so many words each two are a key too: most namesakes share one word."""
_GRAM = 3
_GRAMMED = 2
"""So many readings of a word are cut into pieces of three sounds, its ends counted in: a slip spoils three.

"""
_SPREAD = 0x9E37_79B9
"""2^32 divided by the golden ratio: multiplying by it spreads numbers evenly (Knuth, vol. 3, 6.4)."""
_VOWELS = re.compile(f"[{''.join(sorted(VOWELS))}]")


class Kind(IntEnum):
    """What a key stands for."""

    GROUP = 0
    WORD = 1
    CONSONANTS = 2
    GRAM = 3
    SYLLABLE = 4
    PAIR = 5


def keys(name: Name) -> frozenset[int]:
    """The keys under which a name is kept: its words, their consonants and pieces, each two of them, its
    syllables and characters.
    """
    return frozenset(key for group in _groups(name, asked=False) for key in group)


def asked_keys(name: Name) -> tuple[tuple[int, ...], ...]:
    """The keys under which a name is looked for, in groups of which the best alone counts: one for each word,
    syllable or character, and one for each piece of a word.

    A group also holds what a syllable could stand for in another spelling system, so that 鄧炳強,
    Tang Ping-keung and Deng Bingqiang find each other. A name of no stated kind is looked for by its trades
    and places too, since it may be a body's.
    """
    return (*filter(None, _groups(name, asked=True)), *(() if name.schema else _concepts(name.text)))


def _concepts(text: str) -> Iterator[tuple[int, ...]]:
    """The trades, places and the like of a name, were it a body's."""
    for token in encode(Name(text, BODY)).tokens.words:
        if token.groups and token.role not in _SMALL:
            yield _of_word(token).itself


def _groups(name: Name, *, asked: bool) -> Iterator[tuple[int, ...]]:
    found = encode(name)
    words = [_of_word(token) for token in found.tokens.words if token.role not in _SMALL]
    for word in words:
        yield word.itself
        yield from word.pieces
    for pair, joined in zip(pairwise(found.tokens.words), found.tokens.joins, strict=True):
        if all(token.role is Role.NAME for token in pair):
            yield _of_word(joined).itself
    if len(words) <= _PAIRED:
        yield from _pairs([word.bones for word in words])
    for way in found.ways[:2]:
        for unit in way.units:
            yield _of_syllable(unit) if asked else (_key(Kind.SYLLABLE, unit),)


@lru_cache(maxsize=1 << 17)
def _key(kind: Kind, text: str) -> int:
    return crc32(text.encode()) >> KIND_BITS << KIND_BITS | kind


@dataclass(frozen=True, slots=True)
class _Word:
    """The keys of one word: those of which the best counts, one a piece, and checksums of its consonants."""

    itself: tuple[int, ...]
    pieces: tuple[tuple[int], ...]
    bones: tuple[int, ...]


@lru_cache(maxsize=1 << 16)
def _of_word(token: Token) -> _Word:
    sounds = ["".join(map(SOUNDS.__getitem__, reading)) for reading, _ in token.readings]
    bones = dict.fromkeys(_VOWELS.sub("", one) for one in sounds)
    itself = [_key(Kind.GROUP, str(group)) for group, _ in token.groups]
    itself += [_key(Kind.WORD, one) for one in sounds]
    itself += [_key(Kind.CONSONANTS, bare) for bare in bones if len(bare) > 1]
    whole = (f"^{one.replace('°', '')}$" for one in sounds[:_GRAMMED])
    cut = dict.fromkeys(one[at : at + _GRAM] for one in whole for at in range(max(1, len(one) - _GRAM + 1)))
    return _Word(
        tuple(dict.fromkeys(itself)),
        tuple((_key(Kind.GRAM, piece),) for piece in cut),
        tuple(crc32(bare.encode()) for bare in tuple(bones)[:2] or (token.text,)),
    )


def _pairs(bones: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    for left, right in combinations(bones, 2):
        for one in left:
            for other in right:
                yield (_pair_key(one, other),)


def _pair_key(one: int, other: int) -> int:
    """The same whichever comes first; the product's upper half is as even as its factors."""
    mixed = (((one ^ other) + _SPREAD) * _SPREAD + one + other >> 16) & 0xFFFF_FFFF
    return mixed >> KIND_BITS << KIND_BITS | Kind.PAIR


@lru_cache(maxsize=1 << 13)
def _of_syllable(unit: str) -> tuple[int, ...]:
    return tuple(_key(Kind.SYLLABLE, one) for one in _others(unit))


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
