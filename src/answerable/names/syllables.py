"""The ways to read a name as Chinese, Korean or Vietnamese syllables."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product

from answerable.names.parse import Parts, Word
from answerable.names.tables import simplify, surnames
from answerable.names.units import is_spelling, share_of, units
from answerable.names.words import english, plain

GAP = 900
"""What a syllable costs that meets nothing."""
_LONGER = 250
"""The same for each syllable beyond three: in a longer name too it makes another name."""
_MARRIED = 300
"""The same for one of two surnames: a husband's is often left out."""
_TURNED = 100
"""What it costs that the surname stands last."""
_ASIDE, _ASIDE_UNKNOWN = 15, 60
"""What it costs to set aside a given name of another language, known as one or not."""
_SECOND_CUT = 40
"""What it costs that a word is not cut in the likeliest way."""
_RUN_TOGETHER = 80
"""What it costs that a whole name is written as one word."""
_MOST_WAYS = 8
_LONGEST = 6
_ARABIC = frozenset(("bin", "ibn", "bint", "binti", "al", "el", "abu"))
"""Between two words these join an Arabic name, and what stands around them is no Chinese syllable."""
_VOWELS = frozenset("aeiouy")
"""The letters that are a syllable alone; any other is an initial."""
_PER_SYLLABLE = 4.0
"""Fewer syllables are likelier."""


@dataclass(frozen=True, slots=True)
class Way:
    """One reading of a name: its units, surname first, what each costs that meets nothing, what the reading
    itself costs, in hundredths of a nat, the words it leaves out, and the units as they are written.
    """

    units: tuple[str, ...]
    gaps: tuple[int, ...]
    cost: int
    aside: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    is_pinyin: bool = False
    """Whether every unit is a usual Pinyin syllable, so that another such name is most likely another
    name.
    """


def han_ways(parts: Parts) -> tuple[Way, ...]:
    """The one reading of Chinese characters: themselves, simplified."""
    written = "".join(parts.han)
    if not 1 < len(written) <= _LONGEST:
        return ()
    return (replace(_way(tuple(simplify(written)), 0), shown=tuple(written)),)


def hangul_ways(words: Sequence[Word]) -> tuple[Way, ...]:
    """The one reading of a name in Hangul: its syllables."""
    text = "".join(word.text for word in words)
    is_hangul = all("가" <= character <= "힣" for character in text)
    return (_way(tuple(text), 0),) if is_hangul and 1 < len(text) <= _LONGEST else ()


def latin_ways(words: Sequence[Word], *, surname_first: bool = False) -> tuple[Way, ...]:
    """The readings of words in Latin letters, in either order, given names of other languages left out.

    None where what is left is not two to five syllables that begin with a surname. ``surname_first``: the
    first word is said to be the surname, and stays.
    """
    found: dict[tuple[str, ...], Way] = {}
    if len(words) == 1 and len(words[0].pieces) == 1:
        run = (way for way in _split(_ascii(words[0].text)) if len(way) == 3 and _is_surname(way[0]))
        return tuple(_way(way, _RUN_TOGETHER) for way in run)
    for left, cost in _without_given(words, surname_first=surname_first):
        for order, turned in _orders(left)[: 1 if surname_first else 2]:
            for cut, rank in islice(_cuts(order), _MOST_WAYS // 2):
                if 2 <= len(cut) <= 5 and _begins_with_surname(order[0], cut):
                    aside = tuple(word.text for word in words if word not in left)
                    found.setdefault(cut, _way(cut, cost + turned + _SECOND_CUT * rank, aside))
    return tuple(islice(found.values(), _MOST_WAYS))


def _begins_with_surname(word: Word, cut: tuple[str, ...]) -> bool:
    """Whether the first word is a surname: one syllable, or two that are a surname or two surnames."""
    size = len(cuts(word)[0])
    if size == 2:
        return all(map(_is_surname, cut[:2]))
    return size == 1 and _is_surname(cut[0])


def _orders(words: list[Word]) -> list[tuple[list[Word], int]]:
    return [(words, 0), *([(words[-1:] + words[:-1], _TURNED)] if len(words) > 1 else [])]


def _without_given(words: Sequence[Word], *, surname_first: bool) -> Iterator[tuple[list[Word], int]]:
    """What is left once given names of other languages are set aside, and what that costs; where some may
    themselves be syllables (Kim, Anna), once without and once with these.
    """
    unknown = [word for word in words if not cuts(word) and word.text not in english()]
    if len(unknown) > 1 or len(words) > 6 or any(word.text in _ARABIC for word in words[1:-1]):
        return
    if any(not word.text.isalpha() for word in words) or (surname_first and not cuts(words[0])):
        return
    stays = words[:1] if surname_first else ()
    sure = [one for one in words if one in stays or (cuts(one) and english().get(one.text) is not False)]
    plain_ones = [word for word in sure if word in stays or word.text not in english()]
    for left in (sure, plain_ones) if plain_ones != sure else (sure,):
        if left and _are_syllables(left, beside_unknown=bool(unknown)):
            aside = len(words) - len(left) - len(unknown)
            yield left, _ASIDE * aside + _ASIDE_UNKNOWN * len(unknown)


def _are_syllables(left: Sequence[Word], *, beside_unknown: bool) -> bool:
    """Whether they are a Chinese name and no other that can be cut so. Beside a word that nobody knows, as in
    Raul Velinov or Mike de Velinov, two of them must be no given names of other languages, or one hyphened;
    else one word alone must not be such a name, as in Mike Casey.
    """
    if any(len(word.pieces) > 1 for word in left):
        return True
    own = sum(len(word.text) > 1 and word.text not in english() for word in left)
    return own > 1 if beside_unknown else own > 0 or len(left) > 1


def _cuts(words: Sequence[Word]) -> Iterator[tuple[tuple[str, ...], int]]:
    """The ways to cut all the words, the most usual first, each with the rank of its worst cut."""
    ranked = [list(enumerate(cuts(word))) for word in words]
    for chosen in sorted(product(*ranked), key=lambda one: sum(rank for rank, _ in one)):
        yield tuple(unit for _, cut in chosen for unit in cut), sum(rank for rank, _ in chosen)


def _way(cut: tuple[str, ...], cost: int, aside: tuple[str, ...] = ()) -> Way:
    married = len(cut) >= 4 and all(_is_surname(unit) for unit in cut[:2])
    compound = "".join(cut[:2]) in surnames()
    gap = GAP + _LONGER * max(0, len(cut) - 3)
    gaps = (_MARRIED, _MARRIED) if married and not compound else (gap, gap)
    return Way(cut, (gaps + (gap,) * (len(cut) - 2))[: len(cut)], cost, aside, cut, _is_pinyin(cut))


def _is_pinyin(cut: tuple[str, ...]) -> bool:
    return all(unit in units().pinyin for unit in cut)


def _is_surname(unit: str) -> bool:
    return unit in units().surnames


@lru_cache(maxsize=1 << 17)
def cuts(word: Word) -> tuple[tuple[str, ...], ...]:
    """The two best ways to cut a word into at most three syllables; an initial is itself with a dot."""
    pieces = tuple(_ascii(piece) for piece in word.pieces)
    text = "".join(pieces)
    if not text.isascii() or not text.isalpha():
        return ()
    is_initials = len(text) == 2 and not set(text) & set("aeiou") and not is_spelling(text)
    if len(text) == 1 and text in _VOWELS and is_spelling(text):
        return ((text,), (f"{text}.",))
    if len(text) == len(pieces) or is_initials:
        return (tuple(f"{letter}." for letter in text),)
    parted = [_split(piece) for piece in pieces]
    ways = [tuple(unit for cut in way for unit in cut) for way in product(*parted)]
    ways = [way for way in ways if len(way) <= max(2, len(pieces))]
    if len(pieces) > 1 and not all(parted):
        ways += _split(text)
    return _best(way for way in ways if len(way) <= 3)


def _best(ways: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The likeliest way and the next of as many syllables: fang-an, fan-gan."""
    ranked = sorted(ways, key=_rarity)
    return tuple(way for way in ranked if len(way) == len(ranked[0]))[:2]


def _ascii(piece: str) -> str:
    """Without marks; ü becomes u, as passports have it."""
    return plain(piece.replace("đ", "d")) if not piece.isascii() else piece


def _rarity(cut: tuple[str, ...]) -> float:
    return sum(_PER_SYLLABLE - math.log(share_of(unit)) for unit in cut)


@lru_cache(maxsize=1 << 16)
def _split(piece: str) -> tuple[tuple[str, ...], ...]:
    """The ways to cut a piece into at most three known syllables; a usual syllable is not cut further."""
    if len(piece) > 16:
        return ()
    if len(piece) == 1 or piece in units().usual:
        return ((piece,),) if is_spelling(piece) else ()
    ways: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(piece) + 1):
        heads = [(i, piece[i:end]) for i in range(max(0, end - 7), end - 1)]
        known = [(i, syllable) for i, syllable in heads if is_spelling(syllable) and syllable != "ng"]
        ways.append([(*way, syllable) for i, syllable in known for way in ways[i] if len(way) < 3])
    return _best(ways[-1])
