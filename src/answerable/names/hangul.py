"""How a Hangul syllable is spelled in Latin letters: by the table of name syllables, then by rule."""

from functools import cache, lru_cache
from itertools import product

from answerable.names.tables import rows

_FIRST, _LAST = ord("가"), ord("힣")
_MOST = 14


def _letters(text: str) -> tuple[tuple[str, ...], ...]:
    """For each letter its spellings; an underscore is silence."""
    return tuple(tuple(spelled.replace("_", "").split("/")) for spelled in text.split())


# For each letter in Unicode's order: Revised Romanization, then the others, the more usual first.
_ONSETS = _letters(
    "g/k kk/gg/k n d/t tt/dd/d r/l/n m b/p pp/bb/p s/sh ss/s _ j/ch jj/tch/ch ch k/kh t/th p/ph h"
)
_VOWELS = _letters(
    "a/ah ae/ai/e ya yae/yai eo/o/u/eu e/ey yeo/yo/yu/you ye/e o/oh wa wae/wai oe/oi/we yo u/oo/woo "
    "wo/weo/wu we wi/ui/wee yu/yoo eu/u/oo ui/eui/i/ee i/ee/y"
)
_CODAS = _letters("_ k/g/ck k k n n n t/d l k/lk m/lm l/lb l l l/p l m p/b p t/s t/s ng t/j t/ch k t p/f _/h")
_I_SOUNDS = frozenset({2, 6, 12, 16, 17, 20})
"""The vowels before which ㅅ is written sh: ㅑ ㅕ ㅛ ㅟ ㅠ ㅣ."""
_SH = ("s", "sh")
_MCCUNE_REISCHAUER = {4: "o", 6: "yo", 18: "u"}
"""Its vowels that differ from Revised Romanization once the breve is gone: ㅓ ㅕ ㅡ."""


@cache
def _table() -> dict[str, tuple[int, tuple[str, ...]]]:
    """Syllable to how many in 10,000 Korean names hold it, and its spellings (source: the table's header)."""
    return {row[0]: (int(row[1]), tuple(row[2].split())) for row in rows("hangul.tsv")}


def hangul_weight(syllable: str) -> int:
    """How many in 10,000 Korean names hold the syllable, by a rough estimate; 0 where it is in none."""
    return _table().get(syllable, (0, ()))[0]


@lru_cache(maxsize=1 << 14)
def hangul_spellings(syllable: str) -> tuple[str, ...]:
    """The ways one Hangul syllable is spelled, at most fourteen, the most usual first.

    Those of the table come first, then those by rule. What is not one whole syllable has none.
    """
    if len(syllable) != 1 or not _FIRST <= ord(syllable) <= _LAST:
        return ()
    _, known = _table().get(syllable, (0, ()))
    return tuple(dict.fromkeys((*known, *_by_rule(syllable))))[:_MOST]


def _by_rule(syllable: str) -> list[str]:
    """Revised Romanization, McCune-Reischauer without marks (unvoiced, voiced), then the other mixtures,
    those that stray least from the usual first.
    """
    onset, rest = divmod(ord(syllable) - _FIRST, 588)
    vowel, coda = divmod(rest, 28)
    starts, middles, ends = _ONSETS[onset], _VOWELS[vowel], _CODAS[coda]
    if starts == _SH and vowel not in _I_SOUNDS:
        starts = _SH[:1]
    middle = _MCCUNE_REISCHAUER.get(vowel, middles[0])
    unvoiced = starts[1] if starts[0] in {"g", "d", "b", "j"} else starts[0]
    found = [starts[0] + middles[0] + ends[0], unvoiced + middle + ends[0], starts[0] + middle + ends[0]]
    ranked = sorted(
        product(enumerate(starts), enumerate(middles), enumerate(ends)),
        key=lambda parts: sum(rank for rank, _ in parts),
    )
    return list(dict.fromkeys(found + ["".join(letters for _, letters in parts) for parts in ranked]))
