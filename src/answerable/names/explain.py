"""What a comparison says in words, made from the same pieces and weights as its score."""

import math
from collections.abc import Iterable, Mapping, Sequence

from answerable.names.encode import Encoded
from answerable.names.evidence import Aligned, Piece
from answerable.names.parse import is_han
from answerable.names.tables import simplify
from answerable.names.ties import systems
from answerable.names.units import share_of, units

SYSTEMS = {
    "p": "Hanyu Pinyin", "h": "Hong Kong spelling", "w": "Wade-Giles", "t": "Taiwan spelling",
    "k": "Hokkien or Teochew spelling", "a": "Hakka spelling", "m": "Macau spelling",
    "y": "Malaysian Cantonese spelling", "e": "Korean spelling", "v": "Vietnamese spelling",
}  # fmt: skip
UNKNOWN = "how many people bear this name is not known"
_MANY, _SOME = 1e-5, 1e-6
"""How often a name of such characters is met, if they went together freely: a rough guide, from 41,000
names of Hong Kong and the usual surnames of the mainland.
"""
_WEAK = 150
"""A piece that says less than this is not worth a sentence of its own."""


def aligned(pieces: Sequence[Piece]) -> tuple[Aligned, ...]:
    """What met what, and how, with the one spelling system that explains every syllable where there is
    one.
    """
    tied = [set(tie) for p in pieces if p.weight > 0 and (tie := _systems(p))]
    usual = set.intersection(*tied) if tied else set()
    return tuple(Aligned(p.left, p.right, _how(p, usual)) for p in pieces if p.left or p.right)


def _systems(piece: Piece) -> Mapping[str, float]:
    return systems(simplify(piece.left), simplify(piece.right)) if piece.left and piece.right else {}


def _how(piece: Piece, usual: set[str]) -> str:
    if piece.how:
        return piece.how
    if not piece.left or not piece.right:
        return "met nothing"
    if simplify(piece.left) == simplify(piece.right):
        kind = "character" if is_han(piece.left[0]) else "word"
        return f"the same {kind}" + (" in another form" if piece.left != piece.right else "")
    shared = _systems(piece)
    if shared:
        ranked = sorted(shared, key=lambda one: (one not in usual, -shared[one]))
        return SYSTEMS[ranked[0]]
    if piece.weight <= 0:
        return "different"
    character = _behind(piece.left, piece.right)
    if character:
        return f"both can spell {character}"
    short = min(len(piece.left), len(piece.right)) == 1 or piece.left[-1:] == "." or piece.right[-1:] == "."
    return "initial" if short and not is_han(piece.left[0]) else "the same name in another spelling"


def _behind(one: str, other: str) -> str:
    """The most usual character that both syllables spell; empty where they are no syllables."""
    table = units()
    left, right = table.behind.get(one, {}), table.behind.get(other, {})
    return max(left.keys() & right.keys(), key=lambda text: left[text] * right[text], default="")


def in_favour(weight: int, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """What speaks for one bearer, the strongest first."""
    met = sorted((p for p in pieces if p.weight > 0 and p.left and p.right), key=lambda p: -p.weight)
    if not met:
        return ()
    of = len([p for p in pieces if (p.left or p.right) and "set aside" not in p.how])
    said = [f"{len(met)} of {of} parts agree: " + ", ".join(f"{p.left} = {p.right}" for p in met)]
    if weight > 0:
        said.append(
            f"they agree about {_times(weight)} times more often in names of one bearer than by chance"
        )
    return tuple(said)


def _times(weight: int) -> str:
    """The ratio behind a weight, to one figure."""
    ratio = math.exp(min(weight, 2000) / 100)
    digits = max(0, int(math.log10(ratio)))
    rounded = round(ratio / 10**digits) * 10**digits
    return f"{'over ' if weight > 2000 else ''}{rounded:,}"


def against(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """What speaks against it, or is left open."""
    return tuple(said for piece in pieces if (said := _against(piece)))


def _against(piece: Piece) -> str:
    if piece.weight >= 0:
        if "" in (piece.left, piece.right) or piece.weight >= _WEAK or piece.left == piece.right:
            return ""
        return f"“{piece.left}” and “{piece.right}” agree only weakly"
    if piece.how and not (piece.left and piece.right):
        return piece.how
    if piece.left and piece.right:
        return _differ(piece)
    return f"only one of the names has “{piece.left or piece.right}”"


def _differ(piece: Piece) -> str:
    one, other = piece.left, piece.right
    if is_han(one[0]) and is_han(other[0]):
        sounds = [_mandarin(simplify(character)) for character in (one, other)]
        if sounds[0] & sounds[1]:
            return f"{one} and {other} sound alike but are different characters"
        return f"{one} and {other} are different characters"
    if is_han(one[0]) or is_han(other[0]):
        return f"{one} and {other}: no spelling that is known joins them"
    return f"“{one}” and “{other}” differ"


def _mandarin(character: str) -> set[str]:
    known = units().spelled.get(character)
    return {name for name, by in known.systems.items() if "p" in by} if known else set()


def bearers(left: Encoded, right: Encoded) -> str:
    """Whether to expect namesakes, by how usual the characters of the name are; how many there are is
    never known.
    """
    way = next((way for name in (left, right) if name.is_han for way in name.ways), None)
    if way is None or left.is_transcribed or right.is_transcribed:
        return UNKNOWN
    chance = math.prod(min(1.0, len(way.units) * share_of(unit)) for unit in way.units)
    if chance >= _MANY:
        return "its characters are very usual: expect many people of this name; how many is not known"
    if chance >= _SOME:
        return "its characters are usual: expect other people of this name; how many is not known"
    return UNKNOWN
