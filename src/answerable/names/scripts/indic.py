"""Indic scripts: a consonant carries the vowel a unless a sign changes it or takes it away."""

import unicodedata
from functools import cache, lru_cache

from answerable.names.scripts.tables import Letters, Piece, compiled, letters

_DEVANAGARI = 0x0900
_BASES = {
    "Deva": 0x0900, "Beng": 0x0980, "Guru": 0x0A00, "Gujr": 0x0A80, "Orya": 0x0B00,
    "Taml": 0x0B80, "Telu": 0x0C00, "Knda": 0x0C80, "Mlym": 0x0D00,
}  # fmt: skip
_DROPS_FINAL = frozenset(("Deva", "Beng", "Guru", "Gujr"))
INDIC = tuple(code for code in (*_BASES, "Sinh") if code != "Taml")
INHERENT = ("a",)
_VOWELS = tuple("aeiou")
_CLUSTER_END = ("a", "°", "°", "a")
_MAYBE = ("", "°", "°", "")
_ROUND = ("a", "a", "o", "o")


@cache
def table(script: str) -> Letters:
    """A script's letters; the places of the block decide what it shares with Devanagari."""
    own = letters("sinhala" if script == "Sinh" else "indic", script)
    if script in ("Deva", "Sinh"):
        return own
    shift = _BASES[script] - _DEVANAGARI
    moved = {
        "".join(chr(ord(c) + shift) if 0x0900 <= ord(c) < 0x0980 else c for c in group): piece
        for group, piece in own.readings.items()
    }
    readings = moved | {g: p for g, p in own.readings.items() if not 0x0900 <= ord(g[0]) < 0x0980}
    return compiled(readings)


@lru_cache(maxsize=1 << 12)
def kind(character: str) -> str:
    """What a character does: ``C`` consonant or vowel letter, ``V`` vowel sign, ``0`` takes the vowel away,
    ``M`` mark after the vowel, empty if it does nothing.
    """
    name = unicodedata.name(character, "")
    if "VIRAMA" in name or "AL-LAKUNA" in name:
        return "0"
    if "VOWEL SIGN" in name or "LENGTH MARK" in name:
        return "V"
    if unicodedata.category(character)[0] == "L":
        return "C"
    return "M" if unicodedata.category(character)[0] == "M" else ""


def groups(word: str, script: str) -> list[tuple[str, str, str]]:
    """The word's groups of characters as the table knows them, with what the first and the last does."""
    found = []
    for group in table(script).longest.findall(f"^{word}$"):
        kinds = [kind(c) for c in group if c not in "^$" and "NUKTA" not in unicodedata.name(c, "")]
        if kinds:
            found.append((group, kinds[0], kinds[-1]))
    return found


def is_vowel(piece: Piece, what: str) -> bool:
    """Whether a group is a vowel sign or a vowel letter."""
    return what == "V" or (what == "C" and piece[0][:1] in _VOWELS)


def indic(word: str, script: str) -> list[str]:
    """A word of an Indic script. Where the north drops the inherent vowel the second reading has ``°``."""
    readings = table(script).readings
    found = groups(word, script)
    follows = [first for _, first, _ in found[1:]] + [""]
    inherent = _ROUND if script == "Beng" else INHERENT
    pieces: list[Piece] = []
    vowels: list[int] = []
    bound = False
    for (group, first, what), after in zip(found, follows, strict=True):
        piece = readings.get(group)
        if what == "0" or piece is None:
            bound = what == "0"
            continue
        pieces.append(piece)
        if is_vowel(piece, what):
            vowels.append(len(pieces) - 1)
        elif what == "C" and after not in ("V", "0"):
            vowels.append(len(pieces))
            last = after == "" and script in _DROPS_FINAL and len(pieces) > 1
            bound = bound or first == "0" or any(kind(c) == "0" for c in group)
            pieces.append((_CLUSTER_END if bound else _MAYBE) if last else inherent)
        bound = False
    if script in _DROPS_FINAL:
        _drop(pieces, vowels, inherent)
    return join(pieces)


def _drop(pieces: list[Piece], vowels: list[int], inherent: Piece) -> None:
    """The inherent vowel between single consonants with a vowel on either side is dropped, from the right."""
    spared = len(pieces)
    for k in range(len(vowels) - 2, 0, -1):
        before, at, after = vowels[k - 1], vowels[k], vowels[k + 1]
        if (
            pieces[at] is inherent
            and after < spared
            and pieces[after] not in (_MAYBE, _CLUSTER_END)
            and at - before == 2
            and after - at == 2
        ):
            pieces[at] = _MAYBE
            spared = at


def join(pieces: list[Piece]) -> list[str]:
    """The pieces put together, style by style."""
    many = max(map(len, pieces), default=1)
    return ["".join([p[k] if k < len(p) else p[0] for p in pieces]) for k in range(many)]
