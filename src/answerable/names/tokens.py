"""A name as words to be compared one by one: what each may sound like, how much it says, what part it
plays.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from answerable.names.habits import readings_of
from answerable.names.letters import own_weight
from answerable.names.parse import TSHEG, Parts, Word
from answerable.names.phones import coded
from answerable.names.scripts import script_of, unmix
from answerable.names.syllables import cuts
from answerable.names.ties import link
from answerable.names.transcribed import han_tokens
from answerable.names.words import (
    MOST_GROUPS,
    RAREST,
    Groups,
    english,
    father_groups,
    groups,
    information,
    is_borne,
    is_patronymic,
    particles,
    plain,
    suffixes,
)

MOST_TOKENS = 12
_MOST_READINGS = 5
PARTICLE_SAYS = 30
"""The most that a shared small word says."""
_GIVEN_TOO = frozenset(("ben", "van", "von", "san", "don"))
"""Small words that are given names where they stand first."""
_FATHER = frozenset(("bin", "ibn", "bint", "binti", "bn"))


class Role(IntEnum):
    """What part a word plays; words of different roles are never each other's partners, names and initials
    excepted.
    """

    NAME = 0
    INITIAL = 1
    PARTICLE = 2
    ASIDE = 3
    PATRONYMIC = 4
    PLACE = 5
    TRADE = 6
    BODY = 7
    FORM = 8
    LEVEL = 9
    NUMBER = 10


@dataclass(frozen=True, slots=True)
class Token:
    """One word: what is shown, its readings as places in the table of sounds with each one's weight against
    itself, what it says where it agrees, its role, and the groups of words that are one name.
    """

    text: str
    readings: tuple[tuple[bytes, int], ...]
    says: int
    role: Role
    groups: Groups
    is_syllabic: bool = False
    """Whether it can be read as Chinese syllables: then another spelling is another name."""
    is_whole: bool = False
    """Whether it is Chinese characters that only the same characters can meet, as a firm's name is."""
    joins_father: bool = False
    """Whether what follows it is the father: bin, ibn, bint."""
    is_borne: bool = False
    """Whether some table knows people who bear it; see `words.is_borne`."""
    is_known: bool = False
    """Whether it is a firm or, in Chinese characters, an element of a name that the tables know: another one
    that they know is another.
    """

    @property
    def typed(self) -> str:
        """The word as fingers type it, where it is in Latin letters: without marks."""
        bare = plain(self.text)
        return bare if bare.isascii() and not self.is_whole else ""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a name, each two neighbours as one word, and whether the name is made of syllables."""

    words: tuple[Token, ...]
    joins: tuple[Token, ...]
    syllabic: bool = False
    of_body: bool = False


def is_grouped(words: Iterable[Token]) -> bool:
    """Whether a table knows any of the words, legal forms apart: then they are not run together."""
    return any(token.groups and token.role is not Role.FORM for token in words)


def with_joins(words: tuple[Token, ...], *, syllabic: bool = False, of_body: bool = False) -> Tokens:
    """The words with each two neighbours joined, where both are names or small words beside one."""
    joins = []
    for one, other in pairwise(words):
        roles = {one.role, other.role}
        whole = Role.NAME in roles and roles <= {Role.NAME, Role.PARTICLE} and one.readings and other.readings
        text = one.text + other.text
        made = {a + b for a, _ in one.readings[:2] for b in _joining(other)} if whole else set()
        weighed = tuple((reading, own_weight(reading)) for reading in sorted(made))
        says = min(one.says + other.says, max((weight for _, weight in weighed), default=0), 2 * RAREST)
        role = Role.NAME if whole else Role.PARTICLE
        joins.append(Token(text, weighed, says, role, groups(text) if whole else ()))
    return Tokens(words, tuple(joins), syllabic, of_body)


def _joining(token: Token) -> Iterator[bytes]:
    """The readings that may follow another word's; the last one of an Arabic word still has its article."""
    yield from (reading for reading, _ in token.readings[:2])
    if token.text.startswith("ال") and token.readings:
        yield token.readings[-1][0]


def word_tokens(parts: Parts, *, beside_syllables: bool) -> tuple[Token, ...]:
    """The words of a person's name. ``beside_syllables``: an English given name tells little there."""
    words = [one for word in parts.words for one in _elements(word, hyphened=beside_syllables)][:MOST_TOKENS]
    found = [_token(word, len(words), beside_syllables=beside_syllables) for word in words]
    if len(found) > 1 and found[0].role is Role.PARTICLE and found[0].text in _GIVEN_TOO:
        found[0] = replace(found[0], role=Role.NAME, says=information(found[0].text))
    return tuple(found)


def _elements(word: Word, *, hyphened: bool) -> Iterator[Word]:
    """A Tibetan name parted into its elements, which are known words of one to four syllables; other words
    at their hyphens, where these part no syllables (al-Assad, Oyun-Erdene, not Jae-in).
    """
    if len(word.pieces) < 2 or script_of(word.text) != "Tibt":
        apart = not hyphened and len(word.hyphened) > 1 and all(len(piece) > 1 for piece in word.hyphened)
        yield from (Word(piece, (piece,)) for piece in word.hyphened) if apart else (word,)
        return
    place = 0
    while place < len(word.pieces):
        sizes = (n for n in (4, 3, 2) if groups(TSHEG.join(word.pieces[place : place + n])))
        size = min(next(sizes, 2), len(word.pieces) - place)
        pieces = word.pieces[place : place + size]
        yield Word(TSHEG.join(pieces), pieces)
        place += size


def chinese_tokens(parts: Parts) -> tuple[Token, ...]:
    """A name that Chinese characters transcribe or that Japanese reads its own way, as words."""
    found = han_tokens(parts.han)[:MOST_TOKENS]
    made = (named(text, readings, RAREST, groups(text)) for text, readings in found)
    return tuple(replace(token, is_known=bool(token.groups)) for token in made)


def named(text: str, readings: Sequence[str], says: int, known: Groups, role: Role = Role.NAME) -> Token:
    """A token of these readings in plain letters."""
    made = []
    for reading in list(dict.fromkeys(map(coded, readings)))[:_MOST_READINGS]:
        if reading:
            made.append((reading, own_weight(reading)))
    most = max((self for _, self in made), default=0)
    return Token(text, tuple(made), min(says, most) if made else says, role, known)


@lru_cache(maxsize=1 << 17)
def _token(word: Word, of: int, *, beside_syllables: bool) -> Token:
    text = unmix(word.text)
    if text.isdecimal():
        return Token(text, (), 400, Role.NUMBER, ((-1 - int(text) % (1 << 20), 100),))
    readings = readings_of(text)
    spelled = plain(text) if text.isascii() or not readings else readings[0].replace("°", "")
    role = _role(text, spelled, of, beside_syllables)
    known = dict(groups(text)) | dict(groups(spelled))
    if script_of(text) == "Cyrl":
        known |= {group: credit for reading in readings for group, credit in groups(reading)}
    for reading in readings if role is Role.PATRONYMIC else ():
        known |= dict(father_groups(reading))
    says = min(information(reading.replace("°", "")) for reading in readings or (text,))
    syllables = cuts(word)[:1]
    if role is Role.PARTICLE:
        says = min(says, PARTICLE_SAYS)
    if syllables and role is not Role.INITIAL:
        says = min(says, sum(link(unit, unit) for unit in syllables[0]))
    found = named(text, readings, says, tuple(known.items())[:MOST_GROUPS], role)
    borne = is_borne(text) or is_borne(spelled)
    return replace(found, is_syllabic=bool(syllables), joins_father=spelled in _FATHER, is_borne=borne)


def _role(text: str, spelled: str, of: int, beside_syllables: bool) -> Role:
    if len(text) == 1 or (len(spelled) == 1 and len(text) <= 2):
        return Role.INITIAL
    if (spelled in particles() and not beside_syllables) or spelled in suffixes():
        return Role.PARTICLE if of > 1 else Role.NAME
    if beside_syllables and spelled in english():
        return Role.ASIDE
    if of > 2 and is_patronymic(spelled):
        return Role.PATRONYMIC
    return Role.NAME
