"""Tamil: one letter for k and g, for ch and s, for t and d, for p and b, read by where it stands."""

from functools import cache

from answerable.names.scripts.indic import INHERENT, groups, is_vowel, join, table
from answerable.names.scripts.tables import Piece, rows

_PLACES = {"start": 0, "between": 1, "double": 2, "nasal": 3, "other": 4}
_NASALS = frozenset("ஙஞணநமன")
_PULLI = "்"


@cache
def _stops() -> dict[str, tuple[Piece, ...]]:
    return {row[0]: tuple(tuple(place.split()) for place in row[1:]) for row in rows("tamil")}


def _stop(letters: list[str], at: int) -> Piece:
    """The reading of a stop: at the beginning, between vowels, doubled, after a nasal, elsewhere."""
    places = _stops()[letters[at]]
    if at == 0:
        return places[_PLACES["start"]]
    if letters[at - 1] == _PULLI:
        before = letters[at - 2] if at > 1 else ""
        if before == letters[at]:
            return places[_PLACES["double"]]
        return places[_PLACES["nasal" if before in _NASALS else "other"]]
    after = letters[at + 1] if at + 1 < len(letters) else ""
    if after == _PULLI:
        follower = letters[at + 2] if at + 2 < len(letters) else ""
        return ("",) if follower == letters[at] else places[_PLACES["other"]]
    return places[_PLACES["between"]]


def tamil(word: str) -> list[str]:
    """A Tamil word; the first readings voice stops between vowels and after nasals, the third does not."""
    readings = table("Taml").readings
    found = groups(word, "Taml")
    letters = [group for group, _, _ in found]
    follows = [first for _, first, _ in found[1:]] + [""]
    pieces: list[Piece] = []
    for at, (group, _, what) in enumerate(found):
        piece = _stop(letters, at) if group in _stops() else readings.get(group)
        if what == "0" or piece is None:
            continue
        pieces.append(piece)
        if what == "C" and not is_vowel(piece, what) and follows[at] not in ("V", "0"):
            pieces.append(INHERENT)
    return join(pieces)
