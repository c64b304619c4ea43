"""Arabic letters: as an abjad (Arabic, Persian, Urdu, Pashto), or with all vowels (Uyghur, Sorani Kurdish).

In the table ``W``, ``Y`` and ``H`` stand for و, ي and ه, whose reading hangs on their neighbours; ``+`` joins
a reading closely to the letter before (no vowel can stand between), ``=`` doubles that letter.
"""

from answerable.names.scripts.alphabets import tongue_of
from answerable.names.scripts.tables import Piece, letters, pieces, sized, styles, with_usual

_VOWELS = frozenset("اآأىإيیېےۍةەو")
_MARKS = dict.fromkeys((0x0640, *range(0x064B, 0x0651), *range(0x0652, 0x065F), 0x0670))
_SHADDA = "\u0651"
_PASHTO = frozenset("ټډړږښځڅڼۍ")
_SORANI = frozenset("ێڵڕ")
_KURDISH_KEYS = frozenset("یکڤ")
_UYGHUR = frozenset("ۇۈڭۋەۆ")
_CONSONANT = frozenset("bcdfghjklmnpqrstvwxyz")
_SINGLE = _CONSONANT - {"h"}
_NOT_DOUBLED = frozenset("aeiou°")
_SEATED = ("ئا", "ئە", "ئو", "ئۇ", "ئۆ", "ئۈ", "ئې", "ئى", "ئی", "ئێ")


def join(found: list[Piece]) -> list[str]:
    """The pieces put together, style by style, with ``°`` between two consonants."""
    readings = []
    for k in range(max(map(len, found), default=1)):
        text = ""
        for piece in found:
            sound = piece[k] if k < len(piece) else piece[0]
            if sound == "=":
                text += text[-1:] if text[-1:] in _SINGLE and text[-2:-1] in _NOT_DOUBLED else ""
            elif sound.startswith("+"):
                text += sound[1:]
            elif text and sound and text[-1] in _CONSONANT and sound[0] in _CONSONANT:
                text += "°" + sound
            elif text.endswith("°") and sound.startswith("°"):
                text += sound[1:]
            else:
                text += sound
        readings.append(text)
    return readings


def _tongue(word: str) -> str:
    if _is_sorani(word):
        return "ckb"
    if not _UYGHUR.isdisjoint(word) or word.startswith(_SEATED) or "ى" in word[:-1]:
        return "ug"
    if "ې" in word and "ی" not in word and _PASHTO.isdisjoint(word):
        return "ug"
    return tongue_of(word, "Arab")


def _waw(before: str, after: str) -> Piece:
    if not before:
        return ("w", "w", "v", "o")
    if not after:
        return ("u", "o", "w", "v") if before not in "اآ" else ("w", "o", "v")
    if before in "اآ":
        return ("w", "u", "v", "v")
    if after in _VOWELS or after == _SHADDA:
        return ("w", "w", "v", "v")
    return ("u", "o", "aw", "u")


def _yeh(before: str, after: str) -> Piece:
    if not before:
        return ("y",)
    if not after:
        return ("i", "i", "i", "ay")
    if before in "اآ":
        return ("y", "i", "y", "e")
    if after in _VOWELS or after == _SHADDA:
        return ("y", "iy", "i", "y")
    return ("i", "ay", "e", "ey")


def _abjad(word: str, tongue: str) -> list[str]:
    table = letters("arabic", "fa" if tongue in ("fa", "ps") else "")
    found: list[Piece] = []
    for piece, before, after in sized(word, table):
        if piece[0] == "W":
            found.append(_waw(before, after))
        elif piece[0] == "Y":
            found.append(_yeh(before, after))
        elif piece[0] == "H" and not after and before and before not in _VOWELS:
            found.append(("a", "ah", "eh", "°h"))
        else:
            found.append(("h",) if piece[0] == "H" else piece)
    return join(found)


def _is_sorani(word: str) -> bool:
    return not _SORANI.isdisjoint(word) or ("ە" in word and not _KURDISH_KEYS.isdisjoint(word))


def arabic(word: str) -> list[str]:
    """A word in Arabic letters; with the article ال, first without it."""
    word = word.translate(_MARKS)
    tongue = _tongue(word)
    if tongue == "ug":
        return styles(pieces(word, letters("uyghur")))
    if tongue == "ckb":
        return _sorani(word)
    return with_usual(word.replace(_SHADDA, ""), "arabic_names", _articled(word, tongue))


def _articled(word: str, tongue: str) -> list[str]:
    if not word.startswith("ال") or len(word) < 5 or word.startswith(("الله", "الیاس", "الياس")):
        return _abjad(word, tongue)
    bare = with_usual(word[2:], "arabic_names", _abjad(word[2:], tongue))
    return [*bare[:3], "al" + bare[0].removeprefix("°")]


def _sorani(word: str) -> list[str]:
    """Sorani writes every vowel but a short i."""
    found: list[Piece] = []
    for piece, before, after in sized(word, letters("sorani")):
        vowel = bool(before) and before not in "اەۆێویئ" and (not after or after not in "اەۆێوی")
        if piece[0] == "W":
            found.append(("u", "w") if vowel else ("w", "u"))
        elif piece[0] == "Y":
            found.append(("i", "y") if vowel else ("y", "i"))
        else:
            found.append(piece)
    return join(found)
