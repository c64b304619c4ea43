"""A name as it is written, and the parts of it that are compared."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from answerable.names.tables import set_aside

_APOSTROPHES = frozenset("'’‘ʼʻ`´′")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_UMLAUT_U = {"lyu": "lu", "lv": "lu", "nyu": "nu", "nv": "nu", "lyue": "lue", "nyue": "nue"}


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one bearer, as it is written; the text is kept as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a name is compared: Chinese characters, and words folded to lower-case plain letters."""

    han: str
    words: tuple[str, ...]
    titles: tuple[str, ...]


def is_han(character: str) -> bool:
    """Whether it is a Chinese character (of any plane), or 〇."""
    return character == "〇" or unicodedata.name(character, "").startswith(
        ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")
    )


def fold(text: str) -> str:
    """Lower case, one width, Latin letters without their marks; marks of other scripts are letters there
    (Burmese, Tibetan, Thai vowels) and stay.
    """
    kept: list[str] = []
    base_is_latin = False
    for character in unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS):
        if unicodedata.category(character) in ("Cf", "Cc", "Cs", "Co", "Cn"):
            kept.append("" if unicodedata.category(character) != "Cc" else " ")
        elif "̀" <= character <= "ͯ" and base_is_latin:
            continue
        else:
            base_is_latin = character.isascii() and character.isalpha()
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


def _words(text: str) -> tuple[str, ...]:
    spaced = "".join(
        character if unicodedata.category(character)[0] in "LMN" else "" if character in _APOSTROPHES else " "
        for character in text
    )
    return tuple(_UMLAUT_U.get(word, word) for word in spaced.split())


def _given_first(text: str) -> tuple[str, ...]:
    """The words in the order they are spoken: what stands before a single comma is a surname, unless only
    legal forms follow (Co., Ltd.).
    """
    before, comma, after = text.partition(",")
    words = _words(after)
    if not comma or "," in after or set_aside("small").issuperset(words):
        return _words(text)
    return words + _words(before)


def _without_titles(han: str) -> tuple[str, tuple[str, ...]]:
    for title in sorted(set_aside("title"), key=len, reverse=True):
        if han.endswith(title) and len(han) - len(title) >= 2:
            return han.removesuffix(title), (title,)
    return han, ()


@lru_cache(maxsize=1 << 17)
def parts(name: Name) -> Parts:
    """Take a name apart: titles and honorifics are set aside, hyphens part words, a comma turns the order."""
    text = fold(name.text)
    han, titles = _without_titles("".join(c for c in text if is_han(c)))
    words = _given_first("".join(" " if is_han(c) else c for c in text))
    titles += tuple(word for word in words if word in set_aside("title"))
    kept = tuple(word for word in words if word not in titles)
    return Parts(han, kept or words, titles if kept or han else ())
