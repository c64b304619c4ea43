"""The name of an organisation in any language, as concepts (place, trade, body, form, level) and the rest."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from answerable.names.glossary import ROLES, Concept, glossary, phrase_at, slipped
from answerable.names.parse import fold, is_han, words_of
from answerable.names.scripts import romanise, unmix
from answerable.names.tables import mandarin, rows, simplify
from answerable.names.tokens import MOST_TOKENS, Role, Token, named
from answerable.names.transcribed import readings
from answerable.names.words import particles, plain

_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "de",
        "la",
        "le",
        "du",
        "des",
        "der",
        "die",
        "das",
        "und",
        "y",
        "e",
        "i",
        "in",
        "on",
        "at",
    ]
)
NUMBER_SAYS = 300
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth",
)  # fmt: skip
_FEW = 3
"""Up to this many words an abbreviation stands for the whole name; in a longer one it may be a word."""
_APOSTROPHE = re.compile("['’‘ʼʻ`´′]")


@lru_cache(maxsize=1 << 15)
def organisation_tokens(text: str) -> tuple[Token, ...]:
    """The concepts and words of an organisation's name, in order, each concept once."""
    folded = fold(text)
    chinese = simplify("".join(c if is_han(c) else " " for c in folded))
    others = "".join(" " if is_han(c) else c for c in folded)
    found = [token for run in chinese.split() for token in _han(run)]
    found += _words([unmix(piece) for word in words_of(_APOSTROPHE.sub("", others)) for piece in word.pieces])
    once = tuple({_key(token): token for token in found}.values())[:MOST_TOKENS]
    empty = (Role.FORM, Role.LEVEL, Role.PARTICLE)
    return tuple(map(_as_name, once)) if all(token.role in empty for token in once) else once


def _as_name(token: Token) -> Token:
    """A legal form or level that is all there is to a name: Société Générale."""
    return replace(token, role=Role.NAME, says=400) if token.groups else token


def _key(token: Token) -> tuple[object, ...]:
    return (token.groups[0],) if token.groups else (token.text,)


def _of(concept: Concept, text: str) -> Iterator[Token]:
    """The token of a concept, or those of the concepts that it is made of."""
    if concept.parts:
        for part in concept.parts:
            yield from _of(part, text)
    elif concept.name in ORDINALS:
        yield _number(text, ORDINALS.index(concept.name) + 1)
    elif concept.kind == "brand":
        spelled = romanise(text.replace(" ", "")) if text.isascii() else (concept.name.replace("-", ""),)
        sounded = named(text, spelled, 0, ()).readings
        yield Token(text, sounded, concept.says, Role.NAME, concept.groups, is_known=True)
    else:
        yield Token(text, (), concept.says, ROLES[concept.kind], concept.groups)


def _number(text: str, number: int) -> Token:
    return Token(text, (), NUMBER_SAYS, Role.NUMBER, ((-1 - number % (1 << 20), 100),))


def _han(run: str) -> Iterator[Token]:
    """Longest phrases first; what no phrase covers is a name of its own."""
    known = glossary().han
    longest = max(map(len, known))
    rest, place = "", 0
    while place < len(run):
        size = next(
            (n for n in range(min(longest, len(run) - place), 0, -1) if run[place : place + n] in known), 0
        )
        size = 0 if size == 1 and rest and place + 1 < len(run) else size
        if not size:
            rest += run[place]
            place += 1
            continue
        if rest:
            yield _brand(rest)
            rest = ""
        yield from _of(known[run[place : place + size]], run[place : place + size])
        place += size
    if rest:
        yield _brand(rest)


def _brand(text: str) -> Token:
    spelled = "".join(mandarin().get(c, "") for c in text).replace("ü", "u")
    return replace(named(text, (spelled, *readings(text)), min(1300, 420 * len(text)), ()), is_whole=True)


def _words(words: list[str], *, alone: bool = True) -> Iterator[Token]:
    alone = alone and len(words) <= _FEW
    place = 0
    while place < len(words):
        run = _letters(words, place)
        if run > 1:
            yield from _abbreviation(words[place : place + run])
            place += run
            continue
        size, concept = phrase_at(words, place)
        if concept:
            yield from _of(concept, " ".join(words[place : place + size]))
        else:
            yield from _word(words[place], alone=alone)
        place += max(1, size)


@cache
def _abbreviations() -> dict[str, list[str]]:
    return {row[0]: row[1].split() for row in rows("abbreviations.tsv")}


def _letters(words: list[str], place: int) -> int:
    """How many single letters stand in a row."""
    size = 0
    while place + size < len(words) and len(words[place + size]) == 1 and words[place + size].isalpha():
        size += 1
    return size


def _abbreviation(letters: list[str]) -> Iterator[Token]:
    """Letters with dots: a legal form (S.A.), a word (L.X.C.), or a word and then a form (V L.P.)."""
    known = glossary().words
    for start in range(len(letters)):
        rest = letters[start:]
        concept = known.get(tuple(rest)) or known.get(("".join(rest),))
        if concept and concept.kind == "form":
            if start:
                yield from _word("".join(letters[:start]))
            yield from _of(concept, " ".join(rest))
            return
    joined = known.get(("".join(letters),))
    if joined:
        yield from _of(joined, "".join(letters))
    else:
        yield from _word("".join(letters))


def _word(word: str, *, alone: bool = False) -> Iterator[Token]:
    bare = plain(word)
    if bare in _SMALL or bare in particles():
        yield named(word, romanise(bare), 5, (), Role.PARTICLE)
    elif bare.isdecimal() or _ROMAN.fullmatch(bare):
        number = int(bare) if bare.isdecimal() else _roman(bare)
        yield _number(word, number)
    elif bare in _abbreviations() and alone:
        yield from _words(_abbreviations()[bare], alone=False)
    else:
        spelled = romanise(word)
        meant = glossary().nearly(bare)
        if meant:
            yield named(word, spelled, meant.says, slipped(meant).groups, ROLES[meant.kind])
        else:
            yield named(word, spelled, min(1200, 180 * max(map(len, spelled or (word,)))), ())


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
