"""How Chinese characters are spelled in Latin letters: Hanyu Pinyin, Hong Kong, Wade-Giles."""

import re
from functools import cache, lru_cache
from itertools import product

from answerable.names.tables import characters, set_aside, simplify, surnames

PINYIN = "Hanyu Pinyin"
HONG_KONG = "Hong Kong spelling"
WADE_GILES = "Wade-Giles"
SYSTEMS = (PINYIN, HONG_KONG, WADE_GILES)

_INITIALS = {
    "b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k", "j": "ch", "q": "ch", "zh": "ch",
    "ch": "ch", "z": "ts", "c": "ts", "x": "hs", "r": "j",
}  # fmt: skip
_WHOLE = {
    "zi": "tzu", "ci": "tzu", "si": "szu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih",
    "ge": "ko", "ke": "ko", "he": "ho", "e": "o", "gui": "kuei", "kui": "kuei", "er": "erh", "you": "yu",
    "yan": "yen", "ye": "yeh", "yong": "yung", "yue": "yueh",
}  # fmt: skip
_FINALS = (("ian", "ien"), ("ong", "ung"), ("ie", "ieh"), ("ue", "ueh"), ("üe", "ueh"))
_KEEPS_UO = ("g", "k", "h", "sh")
_SPLIT = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.*)")


def wade_giles(syllable: str) -> str:
    """A pinyin syllable in Wade-Giles, without its apostrophes, as passports and newspapers write it."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial, final = _SPLIT.fullmatch(syllable).groups()  # type: ignore[union-attr]
    for pinyin, other in _FINALS:
        if final.endswith(pinyin):
            final = final[: -len(pinyin)] + other
            break
    if final == "uo" and initial not in _KEEPS_UO:
        final = "o"
    return _INITIALS.get(initial, initial) + final.replace("ü", "u")


def _taiwan_forms(syllable: str) -> tuple[str, ...]:
    """How Taiwan's passports write a syllable beside Wade-Giles: ``ing`` for ying, ``ih`` for yi, and
    Mandarin Phonetic Symbols II (``jau`` for zhao, ``shie`` for xie).
    """
    if syllable == "yi":
        return ("i", "ih", "yih")
    if syllable.startswith("yi"):
        return (syllable[1:],)
    initial, final = _SPLIT.fullmatch(syllable).groups()  # type: ignore[union-attr]
    other = {"zh": "j", "q": "ch", "x": "sh", "z": "tz", "c": "ts"}.get(initial, initial)
    return (other + final.replace("ao", "au").replace("ü", "iu"),)


def pinyin_forms(syllable: str) -> tuple[str, ...]:
    """The ways a pinyin syllable is typed: ü is written u, v, yu or ü (passports: yu)."""
    return tuple(dict.fromkeys(syllable.replace("ü", u) for u in ("yu", "u", "v")))


@lru_cache(maxsize=1 << 15)
def spellings(character: str, surname_readings: tuple[str, ...] = ()) -> dict[str, dict[str, float]]:
    """System to spelling to credit (1 for the usual ones, a little less for the rarer).

    Readings as a surname come first, and the others stay allowed at a lower credit.
    """
    entry = characters().get(character)
    if entry is None:
        return {system: {} for system in SYSTEMS}
    simple = characters().get(entry.simplified, entry)
    readings = list(dict.fromkeys((*surname_readings, *entry.pinyin, *simple.pinyin)))
    found: dict[str, dict[str, float]] = {system: {} for system in SYSTEMS}
    usual = max(1, len(surname_readings))
    for place, reading in enumerate(readings):
        credit = 1.0 if place < usual else 0.96
        for form in pinyin_forms(reading):
            found[PINYIN].setdefault(form, credit)
        found[WADE_GILES].setdefault(wade_giles(reading), credit - 0.02)
        for form in _taiwan_forms(reading):
            found[WADE_GILES].setdefault(form, 0.92)
    for place, spelling in enumerate(dict.fromkeys((*entry.hong_kong, *simple.hong_kong))):
        found[HONG_KONG][spelling] = 1.0 if place < 3 else 0.95
    return found


def name_spellings(han: str) -> list[dict[str, dict[str, float]]]:
    """For each character of a name, its spellings; the surname's own readings come first."""
    simple = simplify(han)
    surname = surnames().get(simple[:2]) or surnames().get(simple[:1]) or ()
    return [spellings(c, surname[i] if i < len(surname) else ()) for i, c in enumerate(han)]


@cache
def syllables(system: str) -> frozenset[str]:
    """Every syllable that some character has in that system."""
    return frozenset(s for c in characters() for s in spellings(c)[system])


@lru_cache(maxsize=1 << 15)
def split(token: str, system: str) -> tuple[tuple[str, ...], ...]:
    """The ways to cut a word into at most three syllables of the system; empty where there is none."""
    if not token.isalpha() or len(token) > 18:
        return ()
    known = syllables(system)
    ways: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(token) + 1):
        starts = range(max(0, end - 6), end)
        ways.append(
            [(*way, token[i:end]) for i in starts if token[i:end] in known for way in ways[i] if len(way) < 3]
        )
    return tuple(ways[-1])


@cache
def _common() -> dict[tuple[str, str], float]:
    """How often names in Hong Kong hold a character spelled so there, and read so in Mandarin."""
    found: dict[tuple[str, str], float] = {}
    for text, entry in characters().items():
        spelled = spellings(text)
        for place, pair in enumerate(product(entry.hong_kong[:3], spelled[PINYIN])):
            found[pair] = found.get(pair, 0.0) + entry.count / (1 + place)
    return found


@cache
def _totals() -> dict[str, float]:
    totals: dict[str, float] = {}
    for (spelling, _), count in _common().items():
        totals[spelling] = totals.get(spelling, 0.0) + count
    return totals


def same_character(hong_kong: str, pinyin: str) -> float:
    """The share of characters spelled ``hong_kong`` that are read ``pinyin``: could both be one character?"""
    total = _totals().get(hong_kong, 0.0)
    return _common().get((hong_kong, pinyin), 0.0) / total if total else 0.0


def syllabic(word: str) -> bool:
    """Whether a word could be one or two Chinese syllables, in any of the systems."""
    return any(len(way) <= 2 for s in SYSTEMS for way in split(word, s))


def given_name(word: str) -> bool:
    """Whether a word beside a Chinese name is to be read as an English given name."""
    return word in set_aside("given") or not syllabic(word)
