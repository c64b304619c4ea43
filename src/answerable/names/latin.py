"""Two names in letters: word beside word, with spelling systems and slips of the pen allowed for."""

import re
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein

from answerable.names.across import compare_across
from answerable.names.evidence import NOTHING, Aligned, Evidence
from answerable.names.spelling import given_name, syllabic
from answerable.names.tables import set_aside

_LONG = 5
"""From this length on a word may hold a slip of the pen and still be the same word."""
_CONFLICT = 0.4
"""The most two names can score when each holds a word that the other lacks."""

_HARD = str.maketrans("gqc", "kkk")

Words = tuple[str, ...]
Pairs = list[tuple[int, int, float]]


def compare_words(left: Words, right: Words) -> Evidence:
    """The better of two ways: word beside word, or syllable beside syllable across spelling systems."""
    if not left or not right:
        return NOTHING
    plain = _beside(*_joined(left, right))
    if plain.score >= 0.9:
        return plain
    across = compare_across(left, right)
    return across if across.score > plain.score else plain


def _joined(left: Words, right: Words) -> tuple[Words, Words]:
    """Join neighbours on one side that the other writes as one: Bao Long / Baolong."""
    return _join(left, frozenset(right)), _join(right, frozenset(left))


def _join(words: Words, whole: frozenset[str]) -> Words:
    for size in (3, 2):
        for start in range(len(words) - size + 1):
            one = "".join(words[start : start + size])
            if one in whole:
                return _join((*words[:start], one, *words[start + size :]), whole)
    return words


@lru_cache(maxsize=1 << 17)
def _alike(one: str, other: str) -> float:
    """How alike two words are: 1 equal, less for an initial or a slip, 0 where they are different words.

    Words that could be Chinese syllables are never taken for slips of each other: Gaoli is not Guoli.
    """
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.7 if one[0] == other[0] else 0.0
    shorter = min(len(one), len(other))
    if shorter < _LONG or (syllabic(one) and syllabic(other)):
        return 0.0
    allowed = 2 if shorter >= 9 or _consonants(one) == _consonants(other) else 1
    distance = DamerauLevenshtein.distance(one, other, score_cutoff=allowed)
    return 0.96 - 0.06 * distance if distance <= allowed else 0.0


def _consonants(word: str) -> str:
    """What stays of a word however its vowels are written: Muhammad and Mohammed, Qadhafi and Gaddafi."""
    bare = re.sub(r"(?<=[bcdfgklmnprstz])h", "", word)
    return re.sub(r"[aeiouyw]|(.)(?=\1)", "", bare.translate(_HARD))


def _pairs(left: Words, right: Words) -> Pairs:
    """The best partner of each word, best pairs first, each word once."""
    scored = [
        (likeness, -abs(i - j), i, j)
        for (i, one), (j, other) in product(enumerate(left), enumerate(right))
        if (likeness := _alike(one, other))
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for likeness, _, i, j in sorted(scored, key=lambda row: (-row[0], -row[1], row[2], row[3])):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            chosen.append((i, j, likeness))
    return sorted(chosen)


def _weight(word: str) -> float:
    if word in set_aside("small"):
        return 0.15
    return 0.5 if len(word) == 1 else 1.0 + min(len(word), 8) / 16


def _beside(left: Words, right: Words) -> Evidence:
    pairs = _pairs(left, right)
    if not pairs:
        return NOTHING
    alone = [word for i, word in enumerate(left) if i not in {pair[0] for pair in pairs}]
    also = [word for j, word in enumerate(right) if j not in {pair[1] for pair in pairs}]
    weights = [max(_weight(left[i]), _weight(right[j])) for i, j, _ in pairs]
    met = sum(weights)
    agree = sum(weight * pair[2] for weight, pair in zip(weights, pairs, strict=True))
    extra, extra_right = (sum(map(_weight, words)) for words in (alone, also))
    score = agree / met
    if min(extra, extra_right) > 0.2:
        score *= min(_CONFLICT, met / (met + min(extra, extra_right)))
    else:
        longer, places = (left, [i for i, _, _ in pairs]) if alone else (right, [j for _, j, _ in pairs])
        score *= _covered(met, longer, places)
    if not _in_order(pairs, len(left), len(right)):
        score -= 0.03
    return _evidence(max(0.0, score), left, right, pairs, alone, also)


def _covered(met: float, words: Words, places: list[int]) -> float:
    """The share left to a name that lacks words of the longer one: an English given name beside a Chinese
    name costs little, a name in the middle more, one before or after most.
    """
    extra = [(i, word) for i, word in enumerate(words) if i not in places]
    if not extra:
        return 1.0
    if len(places) > 1 and all(syllabic(words[i]) for i in places) and all(given_name(w) for _, w in extra):
        return 1.0 - (0.04 if sum(len(words[i]) for i in places) > 7 else 0.12) * len(extra)
    if len(places) > 1 and all(min(places) < i < max(places) for i, _ in extra):
        return 1.0 - 0.1 * len(extra)
    share = met / (met + sum(_weight(word) for _, word in extra))
    small = all(word in set_aside("small") for _, word in extra)
    return share if len(places) > 1 or small else share * 0.8


def _in_order(pairs: Pairs, size: int, other: int) -> bool:
    """Whether the words stand in the same order, or with the last brought to the front."""
    places = [j for _, j, _ in pairs]
    turns = range(len(places))
    return any(places[n:] + places[:n] == sorted(places) for n in turns)


def _evidence(
    score: float,
    left: Words,
    right: Words,
    pairs: Pairs,
    alone: list[str],
    also: list[str],
) -> Evidence:
    pieces = [Aligned(left[i], right[j], _how(left[i], right[j], likeness)) for i, j, likeness in pairs]
    pieces += [Aligned(word, "", "met nothing") for word in alone]
    pieces += [Aligned("", word, "met nothing") for word in also]
    total = max(len(left), len(right))
    reasons = [f"{len(pairs)} of {total} words agree: {', '.join(left[i] for i, _, _ in pairs)}"]
    against = [f"“{left[i]}” and “{right[j]}” differ in spelling" for i, j, likeness in pairs if likeness < 1]
    against += [f"only one of the names has “{word}”" for word in (*alone, *also)]
    return Evidence(score, tuple(pieces), tuple(reasons), tuple(against))


def _how(one: str, other: str, likeness: float) -> str:
    if likeness == 1.0:
        return "the same word"
    return "initial" if min(len(one), len(other)) == 1 else "nearly the same word"
