"""Thai and Lao: vowels stand before, above, below and after their consonant, or are not written."""

import re
from functools import cache

from answerable.names.scripts.arabic import join
from answerable.names.scripts.tables import Piece, rows

_TONES = re.compile("[่้๊๋๎]")
_KILLED = re.compile("[ทตดกสษ](?=[รณ]์)|[ก-ฮ][ิุ]?์")
_OPEN_END = re.compile("[ก-ฮ]{2}[ิุ]?$")
_C = "[ก-ฮ]"
_CLUSTER = "(?:[กขคตปผพ][รลว]|ห[งญนมยรลว]|[สซศ]ร|ทร(?=[ัาิีุู])|จร(?=[ิ])|อย(?=[าูุ]))"
_SIGN = "[ะาิีึืุูัํ็ๅຽົ]"
_NO_VOWEL = f"(?!{_SIGN}|อ(?!{_SIGN}))"
_F = f"(?P<f>{_C}{_NO_VOWEL}(?:ร$)?)"


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The ways a syllable is written: ``O`` its onset, ``F`` a final, ``f`` a final that may be missing."""
    found = []
    for form, vowel in rows("thai_vowels"):
        wide = form.replace("อ", f"อ(?!{_SIGN})").replace("f", f"{_F}?").replace("F", _F)
        for onset in (_CLUSTER, _C):
            if form != "O" or onset != _CLUSTER:
                found.append((re.compile(wide.replace("O", f"(?P<o>{onset})")), vowel))
    return tuple(found)


@cache
def _values(file: str) -> dict[str, tuple[str, str, str]]:
    """Each consonant's sound at the beginning, at the end, and its letter value as in Sanskrit."""
    return {row[0]: (row[1], row[2].strip("-"), row[3]) for row in rows(file)}


@cache
def _signs() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("thai_signs")}


def _onset(group: str, values: dict[str, tuple[str, str, str]]) -> str:
    if len(group) == 2:
        if group[0] == "ห" or group == "อย":
            return values[group[1]][0]
        if group in ("ทร", "สร", "ศร", "ซร"):
            return "s"
    return "" if group == "อ" else "".join(values[c][0] for c in group if c in values)


def _spoken(word: str, values: dict[str, tuple[str, str, str]], link: str = "") -> str:
    """The word by syllables; ``link`` stands after a closed one, where compounds may have a vowel."""
    spoken = ""
    at = 0
    while at < len(word):
        for form, vowel in _forms():
            match = form.match(word, at)
            if match:
                final = (match.groupdict().get("f") or "")[:1]
                spoken += _onset(match["o"], values) + vowel.strip("-")
                spoken += "i" if final == "ย" else "o" if final == "ว" else values[final][1] if final else ""
                at = match.end()
                spoken += link if final and at < len(word) else ""
                break
        else:
            at += 1
    return spoken


def _lettered(word: str, values: dict[str, tuple[str, str, str]], column: int) -> str:
    """The letters one by one, a vowel before its consonant put after it."""
    word = re.sub("ห(?=[งญนมยรลว][ะาิีึืุูั])", "", word.replace("รร", "ัร"))
    word = re.sub(f"([เแโไใ])({_CLUSTER}(?=[ก-ฮาิีืะ])|{_C})", r"\2\1", word)
    word = re.sub(f"(?<=[ก-ฮ])อ(?!{_SIGN})", "โ", word)
    signs = _signs()
    found: list[Piece] = []
    for c in word:
        if c in values:
            found.append((values[c][column],))
        elif c in signs:
            found.append((signs[c],))
    return join(found)[0] + ("°" if _OPEN_END.search(word) else "")


def thai(word: str) -> list[str]:
    """A Thai word as it is spoken, then by its letters, as many official spellings are."""
    values = _values("thai")
    word = _TONES.sub("", word)
    heard = _KILLED.sub("", word).replace("์", "")
    letters = [_lettered(word, values, column) for column in (2, 0)]
    return [_spoken(heard, values), *letters, _spoken(heard, values, "°")]


def lao(word: str) -> list[str]:
    """A Lao word; its letters stand in the same places of the block as the Thai ones."""
    values = _values("lao")
    word = _TONES.sub("", "".join(_TO_THAI.get(c, c) for c in word))
    spoken = _spoken(_KILLED.sub("", word), values)
    return [spoken, spoken.replace("x", "s").replace("nh", "y"), spoken.replace("u", "ou")]


_TO_THAI = {chr(code): chr(code - 0x80) for code in range(0x0E81, 0x0EDE)} | {
    "ຽ": "ຽ", "ຼ": "ล", "ົ": "ົ", "ໜ": "หน", "ໝ": "หม",
}  # fmt: skip
