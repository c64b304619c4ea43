"""A name in Chinese characters against one in Latin letters: which character meets which syllable."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from answerable.names.evidence import NOTHING, Aligned, Evidence
from answerable.names.spelling import SYSTEMS, name_spellings, split, syllabic
from answerable.names.tables import set_aside

Spelled = Sequence[dict[str, float]]
Path = tuple[float, tuple[Aligned, ...]]

_MOST_IN_A_WORD = 8
_MIXED = 0.06
"""Taken off where no one system explains every syllable."""
_HOPELESS = 0.5
"""Below this even all systems together explain too little."""
_TURNED = 0.01
"""Taken off where the surname stands last."""
_OTHERS = 0.02
"""Taken off always: a spelling in Latin letters can stand for other characters too."""


def compare_romanised(han: str, words: tuple[str, ...]) -> Evidence:
    """The best reading of the characters as these words, under any system and either order."""
    if not han or not words:
        return NOTHING
    spelled = name_spellings(han)
    tables = {system: [character[system] for character in spelled] for system in SYSTEMS}
    mixed = [_all_systems(character) for character in spelled]
    found = NOTHING
    for turned, order in _orders(words, mixed[0]):
        for system in ("", *SYSTEMS):
            credit, pieces = _align(han, tables[system] if system else mixed, order)
            score = credit - _OTHERS - (_TURNED if turned else 0.0) - (0.0 if system else _MIXED)
            if score > found.score:
                found = _evidence(score, _named(pieces, spelled, system), system)
            if not system and credit < _HOPELESS:
                break  # no single system can do better than all of them together
    return found


def _orders(words: tuple[str, ...], surname: dict[str, float]) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """As written, and with a surname of one or two words brought from the end to the front."""
    yield False, words
    for size in (1, 2):
        if len(words) > size and words[-size].startswith(tuple(surname)):
            yield True, words[-size:] + words[:-size]


def _all_systems(spelled: dict[str, dict[str, float]]) -> dict[str, float]:
    together: dict[str, float] = {}
    for name in SYSTEMS:
        for form, credit in spelled[name].items():
            together[form] = max(credit, together.get(form, 0.0))
    return together


def _align(han: str, table: Spelled, words: tuple[str, ...]) -> Path:
    """The best way to spend the words on the characters: the share of characters met, less what is left."""
    best: dict[tuple[int, int], Path] = {}

    def step(i: int, j: int) -> Path:
        if (i, j) not in best:
            best[i, j] = max(options(i, j), key=lambda path: path[0])
        return best[i, j]

    def options(i: int, j: int) -> Iterator[Path]:
        if j == len(words):
            yield 0.0, tuple(Aligned(character, "", "met nothing") for character in han[i:])
            return
        cost, how = _left_over(words[j])
        after, pieces = step(i, j + 1)
        yield after - cost * len(han), (Aligned("", words[j], how), *pieces)
        for credit, cuts in _spend(table, i, words[j]):
            after, pieces = step(i + len(cuts), j + 1)
            met = tuple(Aligned(han[i + n], cut, "") for n, cut in enumerate(cuts))
            yield credit + after, met + pieces
        if i < len(han):
            after, pieces = step(i + 1, j)
            yield after, (Aligned(han[i], "", "met nothing"), *pieces)

    credit, pieces = step(0, 0)
    return _sunk(credit / len(han), pieces), pieces


def _spend(table: Spelled, start: int, word: str, used: int = 0) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Every way in which the characters from ``start`` on, at most eight, spell the whole word."""
    if start >= len(table) or used == _MOST_IN_A_WORD:
        return
    for size in range(1, min(6, len(word)) + 1):
        credit = table[start].get(word[:size])
        if credit is None:
            continue
        if size == len(word):
            yield credit, (word,)
        for more, cuts in _spend(table, start + 1, word[size:], used + 1):
            yield credit + more, (word[:size], *cuts)


@lru_cache(maxsize=1 << 15)
def _left_over(word: str) -> tuple[float, str]:
    """What a word that meets no character takes off: little for an English given name, much for a syllable
    that could have been part of a Chinese name.
    """
    if word in set_aside("given"):
        return 0.02, "English given name, set aside"
    if word in set_aside("small"):
        return 0.05, "particle or legal form, set aside"
    if any(len(way) == 1 for system in SYSTEMS for way in split(word, system)):
        return 0.3, "met nothing"
    if syllabic(word):
        return 0.08, "another given name, set aside"
    if len(word) == 1:
        return 0.03, "initial, set aside"
    return 0.01, "English given name, set aside"


def _sunk(score: float, pieces: tuple[Aligned, ...]) -> float:
    """A character or syllable that met nothing makes it another name, however well the rest agrees."""
    han = [piece for piece in pieces if piece.left]
    lost = sum(piece.how == "met nothing" for piece in han)
    loose = sum(piece.how == "met nothing" for piece in pieces if not piece.left)
    if len(han) == 1 and len(pieces) > 1:
        return min(score, 0.45)  # a surname alone
    if lost and han[0].how == "met nothing":
        return min(score, 0.3)
    if lost and (len(han) <= 4 or loose):
        return min(score, 0.45)
    return max(0.0, min(score, 0.6) if lost or loose else score)


def _named(
    pieces: tuple[Aligned, ...], spelled: list[dict[str, dict[str, float]]], system: str
) -> tuple[Aligned, ...]:
    """Say for each syllable under which system its character is spelled so."""
    named, place = [], 0
    for piece in pieces:
        how = piece.how
        if piece.left:
            how = how or system or next(s for s in SYSTEMS if piece.right in spelled[place][s])
            place += 1
        named.append(Aligned(piece.left, piece.right, how))
    return tuple(named)


def _evidence(score: float, pieces: tuple[Aligned, ...], system: str) -> Evidence:
    han = [piece for piece in pieces if piece.left]
    met = [piece for piece in han if piece.right]
    reasons = []
    if met:
        pairs = ", ".join(f"{piece.left} = {piece.right}" for piece in met)
        how = system or "more than one system"
        reasons.append(f"{len(met)} of {len(han)} characters are spelled so in {how}: {pairs}")
    reasons += [
        f"“{piece.right}”: {piece.how}" for piece in pieces if not piece.left and "aside" in piece.how
    ]
    against = [f"{piece.left} is not spelled by any word" for piece in han if not piece.right]
    against += [
        f"“{p.right}” spells none of the characters" for p in pieces if p.right and p.how == "met nothing"
    ]
    if met and not against:
        against.append("other characters can be spelled the same in Latin letters")
    if not system and met:
        against.append("no one spelling system explains every syllable")
    return Evidence(max(0.0, score), pieces, tuple(reasons), tuple(against))
