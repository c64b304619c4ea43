"""What is known of single words in names: how usual they are, what they are beside, which are one name."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product

from answerable.names.tables import DATA, mandarin_readings, rows

RAREST = 950
"""Hundredths of a nat: what a word says that no list had."""
_PERSONS = 14_055
"""How many people the table of usual words was counted over (its header)."""
MOST_GROUPS = 12
"""Of so many languages at most a word is an element."""
CREDIT = {"form": 85, "arabic": 90, "short": 60, "translated": 30, "element": 100}
"""In per cent of what the same word would say."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Words that go with a person and are no part of the name."""

    words: frozenset[str]
    han: tuple[str, ...]
    """The longest first."""


@cache
def titles() -> Titles:
    """The titles (source: the table's header). Those that are more often names are not among them."""
    known = [row[0] for row in rows("titles.tsv") if len(row) < 3 or row[2] in ("before", "after", "any")]
    han = sorted((one for one in known if one and ord(one[0]) > 0x2E7F), key=len, reverse=True)
    return Titles(frozenset(known) - frozenset(han), tuple(han))


@cache
def burmese() -> frozenset[str]:
    """The elements of Burmese names in Latin letters: before these U and Daw are titles."""
    found = (row[1] for row in rows("elements_other.tsv") if row[0] == "my")
    return frozenset(word for latin in found for word in latin.split())


@cache
def english() -> dict[str, bool]:
    """Given names that people bear beside a Chinese name, and whether each may itself be syllables of one."""
    return {row[0]: row[-1] == "1" for row in rows("given_english.tsv")}


@cache
def particles() -> frozenset[str]:
    """Small words that tell people apart badly."""
    return frozenset(row[0] for row in rows("particles.tsv") if row[1] == "particle")


@cache
def suffixes() -> frozenset[str]:
    """Words that mark a generation (jr, ii) or join a father's name (oglu)."""
    return frozenset(row[0] for row in rows("particles.tsv") if row[1] == "suffix")


@cache
def _patronymic_endings() -> tuple[str, ...]:
    sure = (row[0] for row in rows("patronymics.tsv") if row[2].startswith("sure"))
    return tuple(sorted(sure, key=len, reverse=True))


def is_patronymic(word: str) -> bool:
    """Whether a word, beside two others, is surely the father's name."""
    return len(word) > 5 and word.endswith(_patronymic_endings())


@cache
def _counts() -> dict[str, int]:
    return {word: int(count) for word, count in rows("common_words.tsv")}


def information(word: str) -> int:
    """What it says that two names share this word, in hundredths of a nat: the rarer, the more."""
    count = _counts().get(word)
    return min(RAREST, round(100 * math.log(_PERSONS / count))) if count else RAREST


def is_borne(word: str) -> bool:
    """Whether some table knows people who bear the word: then another one beside it is another name, and no
    slip of the pen.
    """
    return word in _counts() or word in _groups() or word in english()


IN_PINYIN = ("elements_turkic.tsv", "elements_tibetan.tsv", "elements_mongolian.tsv")
"""Peoples of China, whose names documents also give in the Pinyin of their Chinese transcription."""
_FATHERS = 1 << 22
"""Added to a group's id where the father bears the name."""
Groups = tuple[tuple[int, int], ...]
"""Ids of groups of words that are one name, each with its credit in per cent."""


@cache
def _groups() -> Mapping[str, Groups]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    ids = iter(range(1 << 20))
    for _, kind, members in rows("equivalents.tsv"):
        group = next(ids)
        for word in members.split():
            found[word].append((group, CREDIT[kind]))
    for file in sorted(path.name for path in DATA.glob("elements_*.tsv")):
        for _, latin, native, han, _ in rows(file):
            group = next(ids)
            forms = [*map(plain, latin.split()), *native.split(), *han.split()]
            if file in IN_PINYIN:
                forms += [spelled for one in han.split() if len(one) > 1 for spelled in _in_pinyin(one)]
            for form in dict.fromkeys(forms):
                found[form].append((group, CREDIT["element"]))
    return {word: tuple(groups[:MOST_GROUPS]) for word, groups in found.items()}


def _in_pinyin(han: str) -> Iterator[str]:
    """Characters in Pinyin run together, with the second reading of each that has one (都 is du in names)."""
    readings = [mandarin_readings().get(character, ("",))[:2] for character in han]
    for chosen in islice(product(*readings), 8):
        yield "".join(chosen).replace("ü", "u")


def plain(word: str) -> str:
    """A word in Latin letters without its marks."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def groups(word: str) -> Groups:
    """The groups a word belongs to: other spellings, short forms, one element in several scripts."""
    return _groups().get(word, ())


def father_groups(patronymic: str) -> Groups:
    """The groups of the father's name, apart from those of the name itself: Mykolaiovych, Nikolaevich."""
    ending = next((one for one in _patronymic_endings() if patronymic.endswith(one)), patronymic)
    stem = patronymic.removesuffix(ending)
    forms = (stem, f"{stem}i", f"{stem}y", f"{stem}ii", stem.rstrip("iy")) if stem else ()
    found = {group: credit for form in forms for group, credit in groups(form)}
    return tuple((group + _FATHERS, credit) for group, credit in found.items())[:4]


@cache
def single_elements() -> dict[str, set[str]]:
    """The characters that alone are an element of a name, and of which languages."""
    found: dict[str, set[str]] = defaultdict(set)
    for language, _, _, han, _ in rows("elements_other.tsv"):
        for character in han.split():
            if len(character) == 1:
                found[character].add(language)
    return found


@cache
def longest_element() -> int:
    """The most Chinese characters that one element of a transcribed name has."""
    return max(len(form) for form in _groups() if ord(form[0]) > 0x2E7F)
