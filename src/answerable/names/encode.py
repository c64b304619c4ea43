"""A name made ready to be compared: taken apart once, compared as often as needed."""

from dataclasses import dataclass
from functools import lru_cache

from answerable.names.kind import looks_like_body
from answerable.names.organisation import organisation_tokens
from answerable.names.parse import Name, Parts, parts
from answerable.names.phones import coded
from answerable.names.syllables import Way, han_ways, hangul_ways, latin_ways
from answerable.names.tables import simplify
from answerable.names.tokens import Role, Tokens, chinese_tokens, with_joins, word_tokens
from answerable.names.transcribed import is_transcribed, readings

BODIES = frozenset({"Company", "Organization", "PublicBody", "LegalEntity", "Vessel", "Airplane"})
"""Schemata whose names are compared as those of organisations; any other, and a name of no stated kind
that does not look like one, is compared as a person's.
"""
BODY = "Organization"
"""What a name is said to be that is taken for a body's because of the other one."""
MOST_WORDS, MOST_LETTERS = 40, 60
"""Words of a name, and letters of one word, beyond which a text is no name."""


def is_no_name(text: str) -> bool:
    """Whether a text is too long to be a name."""
    words = text.split()
    return len(words) > MOST_WORDS or max(map(len, words), default=0) > MOST_LETTERS


@dataclass(frozen=True, slots=True)
class Encoded:
    """A name taken apart."""

    text: str
    parts: Parts
    ways: tuple[Way, ...]
    """The readings as syllables; none where it is no Chinese, Korean or Vietnamese name."""
    tokens: Tokens
    is_han: bool
    """Whether its ways are Chinese characters, which decide where both names have them."""
    is_transcribed: bool
    """Whether its characters stand for sounds only."""
    is_body: bool
    whole: bytes
    """All of it run together, as places in the table of sounds; legal forms and the like left out."""


def encode(name: Name, schema: str = "") -> Encoded:
    """Take a name apart as that of a person or, by its schema or its words, of an organisation.

    ``schema`` is what bears it where the name itself does not say. A text too long for a name is not taken
    apart: that would take as long as whoever sent it likes.
    """
    if is_no_name(name.text):
        return Encoded(name.text, Parts((), (), ()), (), Tokens((), ()), False, False, False, b"")
    stated = name.schema or schema
    return _encoded(name.text, stated in BODIES or (not stated and looks_like_body(name.text)))


def encode_both(a: Name, b: Name, schema: str = "") -> tuple[Encoded, Encoded]:
    """Take two names apart that are to be compared. Where one is stated to be a body's and nothing is said of
    the other, the other is taken for a body's too: “Haqqani Netwrok” is asked of a list of networks.
    """
    return encode(a, schema or _stated_body(b)), encode(b, schema or _stated_body(a))


def _stated_body(name: Name) -> str:
    return name.schema if name.schema in BODIES else ""


@lru_cache(maxsize=1 << 16)
def _encoded(text: str, is_body: bool) -> Encoded:
    return _body(text) if is_body else _person(text)


def _body(text: str) -> Encoded:
    words = with_joins(organisation_tokens(text), of_body=True)
    return Encoded(text, parts(text), (), words, False, False, True, _whole(words))


def _person(text: str) -> Encoded:
    found = parts(text)
    transcribed = bool(found.han) and is_transcribed(found.han)
    in_han = han_ways(found) if found.han and not transcribed else ()
    ways = in_han or hangul_ways(found.words) or latin_ways(found.words, surname_first=found.surname_first)
    tokens = word_tokens(found, beside_syllables=bool(ways))
    if found.han:
        tokens = chinese_tokens(found) or tokens
    words = with_joins(tokens, syllabic=bool(ways) and not found.han)
    whole = _whole(words) or coded(readings(simplify("".join(found.han)))[0])
    return Encoded(text, found, ways, words, bool(in_han) or transcribed, transcribed, False, whole)


def _whole(tokens: Tokens) -> bytes:
    kept = (token for token in tokens.words if token.role is Role.NAME and token.readings)
    return b"".join(token.readings[0][0] for token in kept)
