"""Two names in Latin letters under different spelling systems: could each syllable be the same character?"""

from functools import lru_cache
from itertools import islice, product

from answerable.names.evidence import NOTHING, Aligned, Evidence
from answerable.names.spelling import (
    HONG_KONG,
    PINYIN,
    SYSTEMS,
    WADE_GILES,
    given_name,
    same_character,
    split,
    wade_giles,
)

Words = tuple[str, ...]


def compare_across(left: Words, right: Words) -> Evidence:
    """Could each syllable of a Hong Kong or Wade-Giles spelling be the same character as the pinyin one?"""
    found = NOTHING
    for (one, dropped), (other, also) in product(_syllables(left), _syllables(right)):
        if dropped and also and dropped != also:
            continue
        for a, b, turned in ((one, other, False), (other, one, True)):
            evidence = _same_characters(a, b)
            if evidence.score > found.score:
                found = evidence.turned() if turned else evidence
    return found


@lru_cache(maxsize=1 << 14)
def _syllables(words: Words) -> tuple[tuple[Words, Words], ...]:
    """The name as two to four syllables, and the given name dropped for it, as written and surname first."""
    ways: list[tuple[Words, Words]] = []
    dropped = tuple(word for word in words if given_name(word))
    kept = tuple(word for word in words if word not in dropped)
    if len(dropped) > 1:
        return ()
    for order in (kept, kept[-1:] + kept[:-1]):
        cuts = [list(dict.fromkeys(cut for s in SYSTEMS for cut in split(word, s))) for word in order]
        for chosen in islice(product(*cuts), 24):
            way = tuple(syllable for cut in chosen for syllable in cut)
            if 2 <= len(way) <= 4:
                ways.append((way, dropped))
    return tuple(dict.fromkeys(ways))


def _same_characters(spelled: Words, pinyin: Words) -> Evidence:
    """``spelled`` under Hong Kong or Wade-Giles spelling against ``pinyin``, syllable by syllable."""
    if len(spelled) != len(pinyin) or not all(split(syllable, PINYIN) for syllable in pinyin):
        return NOTHING
    if all(wade_giles(b) == a for a, b in zip(spelled, pinyin, strict=True)):
        return _shared(spelled, pinyin, 0.9, WADE_GILES)
    shares = [same_character(a, b) for a, b in zip(spelled, pinyin, strict=True)]
    if min(shares) < 0.02:
        return NOTHING
    return _shared(spelled, pinyin, 0.68 + 0.2 * min(1.0, min(shares) * 3), HONG_KONG)


def _shared(spelled: Words, pinyin: Words, score: float, system: str) -> Evidence:
    how = f"could be the same character: {system} and {PINYIN}"
    pieces = tuple(Aligned(a, b, how) for a, b in zip(spelled, pinyin, strict=True))
    reason = f"each of {len(pieces)} syllables could be the same character in {system} and in {PINYIN}"
    return Evidence(score, pieces, (reason,), ("neither name gives the characters",))
