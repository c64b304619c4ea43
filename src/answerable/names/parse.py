"""A name as it is written, and the parts of it that are compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from answerable.names.words import burmese, suffixes, titles

_APOSTROPHES = "'’‘ʼʻ`´′ʾʿ"
_HYPHENS = "-‐‑‒–—"
_FIGURES = str.maketrans("01345789", "oieastbg")
"""Figures that are misread or typed for the letters they look like."""
_MIXED = re.compile(r"(?=.*[^\W\d_])(?=.*[^\W\d_].*[^\W\d_])\w*[01345789]\w*")
_JOINING = frozenset(_HYPHENS + _APOSTROPHES + "\u0f0b")
_DOTS = frozenset("·・‧•․．.·")
_DOT = re.compile(f"[{re.escape(''.join(sorted(_DOTS)))}]")
_LONGEST_CHINESE = 4
"""Characters of a Chinese name at most."""
_THE_HONOURABLE = {("the", "hon"), ("the", "honourable"), ("the", "rev"), ("the", "reverend")}
_BEFORE_BURMESE = frozenset(("u", "daw"))
_BURMESE = ("ဒေါ်", "ဦး")
_ASCII = [chr(code) for code in range(128)]
_CONTROLS = str.maketrans({c: " " for c in _ASCII if unicodedata.category(c) == "Cc"})
_PARTING = str.maketrans({c: " " for c in _ASCII if not c.isalnum() and c not in _JOINING})
TSHEG = "\u0f0b"
"""Parts the syllables of Tibetan, as a hyphen does elsewhere."""
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_PIECES = re.compile(rf"[{re.escape(_HYPHENS + TSHEG)}]+")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one bearer, as it is written; the text is kept as it is.

    ``schema`` says what bears it (Person, Company, Organization, PublicBody, Vessel …) where that is known.
    """

    text: str
    schema: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word in letters or figures: its text in small letters, the pieces that hyphens or apostrophes part
    it into, and those that hyphens alone do.
    """

    text: str
    pieces: tuple[str, ...]
    hyphened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a name is compared: runs of Chinese characters, words, and the titles that were set aside."""

    han: tuple[str, ...]
    words: tuple[Word, ...]
    titles: tuple[str, ...]
    surname_first: bool = False
    """Whether a comma said which word is the surname; it was then brought to the front."""


@lru_cache(maxsize=1 << 14)
def is_han(character: str) -> bool:
    """Whether it is a Chinese character (of any plane), or 〇."""
    return character == "〇" or unicodedata.name(character, "").startswith(
        ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")
    )


def fold(text: str) -> str:
    """Lower case and one width; hidden characters go. Marks stay: in some scripts they are letters."""
    if text.isascii():
        return text.lower().translate(_CONTROLS)
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = (" " if unicodedata.category(c) == "Cc" else c for c in folded)
    return unicodedata.normalize("NFC", "".join(c for c in kept if unicodedata.category(c)[0] != "C"))


def _word(raw: str) -> Word | None:
    if raw.isascii() and raw.isalpha():
        return Word(raw, (raw,), (raw,))
    hyphened = tuple(filter(None, map(_bare, _PIECES.split(raw))))
    parted = (_bare(part) for piece in _PIECES.split(raw) for part in _APOSTROPHE.split(piece))
    pieces = tuple(filter(None, parted))
    text = "".join(pieces)
    if _MIXED.fullmatch(text) and not text.isdigit():
        text = text.translate(_FIGURES)
        pieces = tuple(piece.translate(_FIGURES) for piece in pieces)
        hyphened = tuple(piece.translate(_FIGURES) for piece in hyphened)
    return Word(text, pieces, hyphened) if text else None


def _bare(text: str) -> str:
    if text.isascii():
        return text if text.isalnum() else "".join(filter(str.isalnum, text))
    return "".join(c for c in text if unicodedata.category(c)[0] in "LMN")


@lru_cache(maxsize=1 << 14)
def _kept(character: str) -> str:
    return character if character in _JOINING or unicodedata.category(character)[0] in "LMN" else " "


def words_of(text: str) -> list[Word]:
    """The words of folded text; dots and other signs part words, hyphens and apostrophes part pieces."""
    kept = text.translate(_PARTING) if text.isascii() else "".join(map(_kept, text))
    found = (_word(raw) for raw in kept.split())
    return [word for word in found if word is not None]


def _surname_first(text: str) -> tuple[list[Word], bool]:
    """The words; what stands before the only comma is a surname, and comes first as it is."""
    before, comma, after = text.partition(",")
    first, rest = words_of(before), words_of(after)
    named = [word for word in rest if word.text not in titles().words | suffixes()]
    return first + rest, bool(comma and "," not in after and first and named)


@lru_cache(maxsize=1 << 16)
def parts(text: str) -> Parts:
    """Take a person's name apart; titles and honorifics are set aside unless nothing else is there."""
    folded = fold(text)
    runs, others = _in_han(folded)
    runs, aside = _without_han_titles(runs)
    words, surname_first = _surname_first(others)
    words = [_without_burmese_title(word) for word in words]
    if len(words) > 3 and (words[0].text, words[1].text) in _THE_HONOURABLE:
        aside += [words.pop(0).text, words.pop(0).text]
    if len(words) > 1 and words[0].text in _BEFORE_BURMESE and all(w.text in burmese() for w in words[1:]):
        aside.append(words.pop(0).text)
    kept = [word for word in words if word.text not in titles().words]
    if kept or runs:
        aside += [word.text for word in words if word.text in titles().words]
    return Parts(tuple(runs), tuple(kept or words), tuple(aside), surname_first)


def _in_han(folded: str) -> tuple[list[str], str]:
    """The runs of Chinese characters, and the text without them."""
    if folded.isascii():
        return [], folded
    chinese = "".join(c if is_han(c) or c in _DOTS else " " for c in folded)
    others = "".join(" " if is_han(c) else c for c in folded)
    return [run for part in _DOT.split(chinese) for run in _runs(part)], others


def _runs(part: str) -> list[str]:
    """The runs of characters between dots; a space between surname and given name parts nothing."""
    found = part.split()
    return ["".join(found)] if 0 < sum(map(len, found)) <= _LONGEST_CHINESE else found


def _without_burmese_title(word: Word) -> Word:
    """U and Daw are written joined to a Burmese name."""
    for title in _BURMESE:
        if word.text.startswith(title) and len(word.text) > len(title) + 1:
            return Word(word.text.removeprefix(title), (word.text.removeprefix(title),))
    return word


def _without_han_titles(runs: list[str]) -> tuple[list[str], list[str]]:
    if not runs:
        return [], []
    last = runs[-1]
    for title in titles().han:
        if last.endswith(title) and len("".join(runs)) - len(title) >= 2:
            kept = last.removesuffix(title)
            return [*runs[:-1], *([kept] if kept else [])], [title]
    return runs, []
