"""Kana: Hepburn, and the names from abroad behind it."""

from answerable.names.scripts.tables import letters, pieces

_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def kana(word: str) -> list[str]:
    """A word in katakana or hiragana; in the second reading a u or o put in for a foreign name is ``°``."""
    found = pieces(word.translate(_HIRAGANA), letters("kana"))
    readings = []
    for k in range(3):
        text, doubled = "", False
        for piece in found:
            sound = piece[k]
            if sound == "+":
                doubled = True
                continue
            if doubled and sound[:1] not in ("", *"aeiou"):
                text += "t" if sound.startswith("ch") else sound[0]
            text += sound
            doubled = False
        readings.append(text)
    return readings
