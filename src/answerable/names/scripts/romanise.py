"""One word of any script to its readings in plain Latin letters."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from itertools import groupby

from answerable.names.scripts import fallback
from answerable.names.scripts.alphabets import ALPHABETS, alphabet, cyrillic, latin
from answerable.names.scripts.arabic import arabic
from answerable.names.scripts.burmese import burmese
from answerable.names.scripts.detect import NONE, script_of_letter, unmix
from answerable.names.scripts.ethiopic import ethiopic
from answerable.names.scripts.greek import greek
from answerable.names.scripts.hebrew import hebrew
from answerable.names.scripts.indic import INDIC, indic
from answerable.names.scripts.kana import kana
from answerable.names.scripts.khmer import khmer
from answerable.names.scripts.tables import padded, styles
from answerable.names.scripts.tamil import tamil
from answerable.names.scripts.thai import lao, thai
from answerable.names.scripts.tibetan import tibetan

MOST = 4
"""How many readings a word has at most."""

_OTHER = re.compile("[^a-z°]+")
_MARKS = re.compile("°+")
_INSIDE = frozenset("་'’׳״ー")

_Reader = Callable[[str], list[str]]
_READERS: dict[str, _Reader] = {
    "Latn": latin,
    "Cyrl": cyrillic,
    "Grek": greek,
    "Arab": arabic,
    "Ethi": ethiopic,
    "Hebr": hebrew,
    "Kana": kana,
    "Mymr": burmese,
    "Thai": thai,
    "Laoo": lao,
    "Khmr": khmer,
    "Tibt": tibetan,
    "Taml": tamil,
}
_READERS |= {code: partial(alphabet, file=file) for code, file in ALPHABETS.items()}
_READERS |= {code: partial(indic, script=code) for code in INDIC}


def _prepared(word: str) -> str:
    """The word in one width and lower case, without joiners and other characters that do not show."""
    if word.isascii():
        return word.casefold()
    word = unicodedata.normalize("NFKC", word)
    folded = word.casefold()
    if folded != word:
        word = unicodedata.normalize("NFKC", folded)
    if word.isalpha():
        return word
    return "".join([c for c in word if unicodedata.category(c)[0] in "LM" or c in _INSIDE])


def _spelled(reading: str) -> str:
    """A reading held to a-z and ``°``: what is neither falls back on its Unicode name, or is dropped."""
    if reading.isascii() and reading.isalpha():
        return reading
    reading = "".join(c if c.isascii() or c == "°" else fallback.reading(c).strip("-") for c in reading)
    return _MARKS.sub("°", _OTHER.sub("", reading))


def _runs(word: str) -> Iterable[tuple[str, str]]:
    """The word's stretches of one script each; what belongs to no script goes with what stands before it."""
    codes: list[str] = []
    for character in word:
        code = script_of_letter(character)
        codes.append(codes[-1] if code == NONE and codes else code)
    for code, run in groupby(zip(codes, word, strict=True), key=lambda pair: pair[0]):
        yield code, "".join(character for _, character in run)


def _read(script: str, word: str) -> list[str]:
    read = _READERS.get(script, fallback.read)
    found = dict.fromkeys(_spelled(reading) for reading in read(word))
    found.pop("", None)
    return list(found)[:MOST]


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> tuple[str, ...]:
    """The word's readings in a-z and ``°`` (perhaps a vowel, perhaps nothing), the most usual first, at most
    four. At least one if the word has a letter; what cannot be read at all is ``°``.
    """
    text = _prepared(word)
    scripts = set(map(script_of_letter, text))
    scripts.discard(NONE)
    if len(scripts) > 1:
        text = unmix(text)
        parts = [_read(code, run) or [""] for code, run in _runs(text)]
        found = list(filter(None, styles([padded(tuple(part)) for part in parts])))
    else:
        found = _read(scripts.pop(), text) if scripts else []
    if not found and any(unicodedata.category(c)[0] == "L" for c in word):
        return ("°",)
    return tuple(dict.fromkeys(found))
