"""Habits of spelling that no single script explains: other readings that a word may have."""

import re

from answerable.names.scripts import romanise

_GERMAN = re.compile(r"tsch|sch|[eo]w(a|ski|skij)?$|^j|^w|skij$|in$")
_AS_ENGLISH = (
    ("schtsch", "щ"), ("tsch", "č"), ("sch", "š"), ("ch", "kh"), ("w", "v"), ("j", "y"), ("z", "ts"), ("щ",
    "shch"),
)  # fmt: skip
"""How German spells Russian sounds, in the order of replacing."""
_LATVIAN = re.compile(r"[a-z]{2}(js|[oe]vs|ins|drs)$")
_LONG_VOWEL = re.compile(r"^[a-z]*(ou|oo|uu)[a-z]*$")


def readings_of(text: str) -> tuple[str, ...]:
    """How a word may be read in plain letters, the most usual first."""
    first, *others = romanise(text) or ("",)
    told = (*_without_genitive(text), *_from_german(text), *_from_latvian(text))
    found = (first, *told, *others, *_short_vowels(text))
    return tuple(filter(None, found))


def _without_genitive(text: str) -> tuple[str, ...]:
    """A Mongolian father's name as it stands alone: Ukhnaagiin is of Ukhnaa."""
    for ending in ("гийн", "ийн", "ын", "giin", "iin"):
        if text.endswith(ending) and len(text) - len(ending) >= 3:
            return romanise(text.removesuffix(ending))[:1]
    return ()


def _from_german(text: str) -> tuple[str, ...]:
    """A Russian name as German spells it (Lawrow, Chruschtschow, Jelzin), read as English would."""
    if not _GERMAN.search(text):
        return ()
    for spelled, other in _AS_ENGLISH:
        text = text.replace(spelled, other)
    return romanise(text)[:1]


def _from_latvian(text: str) -> tuple[str, ...]:
    """A name as Latvian declines it: Sergejs Lavrovs is Sergej Lavrov."""
    return romanise(text[:-1])[:1] if _LATVIAN.search(text) else ()


def _short_vowels(text: str) -> tuple[str, ...]:
    """A Japanese name without its long vowels: Tarou is Taro."""
    return (
        (text.replace("ou", "o").replace("oo", "o").replace("uu", "u"),) if _LONG_VOWEL.search(text) else ()
    )
