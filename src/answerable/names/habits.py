"""Habits of spelling that no single script explains: other readings that a word may have."""

import re

from answerable.names.scripts import romanise

_GERMAN = re.compile(r"tsch|sch|[eo]w(a|ski|skij)?$|^j|^w|skij$|in$")
_AS_ENGLISH = (
    ("schtsch", "щ"), ("tsch", "č"), ("sch", "š"), ("ch", "kh"), ("w", "v"), ("j", "y"), ("z", "ts"), ("щ",
    "shch"),
)  # fmt: skip
"""How German spells Russian sounds, in the order of replacing."""
_BELARUSIAN = re.compile(r"[іў]|дз[еёиьюя]|dz[iey]|ts[iey]|[aeiou]u([^aeiou]|$)")
_AS_RUSSIAN = tuple((re.compile(pattern), other) for pattern, other in (
    ("дз(?=[еёіьюя])", "д"), ("ц(?=[еёіьюя])", "т"), ("ў", "в"), ("(?<=[бвгдзклмнпрстф])я", "е"),
    ("dz(?=[iey])", "d"), ("(ts|c)(?=[iey])", "t"), ("(?<=[aeiou])u(?![aeiou])", "v"), ("(?<=[b-z])ia", "e"),
))  # fmt: skip
"""How Belarusian spells what Russian has in the same name (Дзямідава, Дземидова), in the order of replacing;
which a of its own is an o of Russian cannot be told."""
_FRENCH = re.compile(r"dj|ou|ie$")
_AS_READ = (("dj", "j"), ("tch", "č"), ("ch", "sh"), ("č", "ch"), ("ou", "u"), ("ie", "i"))
"""How French spells Arabic sounds (Djamel, Kheireddine, Elie), in the order of replacing."""
_LATVIAN = re.compile(r"[a-z]{2}(js|[oe]vs|ins|drs)$")
_LONG_VOWEL = re.compile(r"^[a-z]*(ou|oo|uu)[a-z]*$")


def readings_of(text: str) -> tuple[str, ...]:
    """How a word may be read in plain letters, the most usual first."""
    first, *others = romanise(text) or ("",)
    habits = (_without_genitive, _from_german, _from_latvian, _from_belarusian, _from_french)
    told = [reading for habit in habits for reading in habit(text)]
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


def _from_belarusian(text: str) -> tuple[str, ...]:
    """A name as Belarusian spells it, with the letters of Russian."""
    if not _BELARUSIAN.search(text):
        return ()
    for pattern, other in _AS_RUSSIAN:
        text = pattern.sub(other, text)
    return romanise(text)[:1]


def _from_french(text: str) -> tuple[str, ...]:
    """An Arabic name as French spells it, read as English would."""
    if not text.isascii() or not _FRENCH.search(text):
        return ()
    for spelled, other in _AS_READ:
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
