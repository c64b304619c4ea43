"""The words of a book's names as the kernel's ``Token``, each with its readings and groups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from answerable.names.kernel.readings import readings
from answerable.names.kernel.tables import Table, row_type, spread, starts, table
from answerable.names.tokens import Role, Token

_BITS = 64


class Words:
    """The distinct words, and rows of them in any order with what belongs to each row beside it; and whole
    names, which are only read.
    """

    def __init__(self, tokens: Iterable[Token], wholes: Sequence[bytes]) -> None:
        places: dict[Token, int] = {}
        self._ids = np.array([places.setdefault(token, len(places)) for token in tokens], np.int64)
        kept = _packed(list(places))
        sounds, texts = b"".join(one.sounds for one in kept), b"".join(one.text for one in kept)
        self.bytes = b"".join((sounds, *wholes, texts))
        self.groups = _joined("Group", [one.groups for one in kept])
        self._readings = _joined("Reading", [one.readings for one in kept])
        self._words = _joined("Token", [one.row for one in kept])
        sizes = np.array([one.sizes for one in kept], np.int64).reshape(-1, 4)
        at = np.cumsum(sizes, axis=0) - sizes
        self._words["id"] = np.arange(len(kept))
        self._words["readings_at"], self._words["groups_at"] = at[:, 0], at[:, 1]
        self._words["text_at"] = at[:, 3] + len(self.bytes) - len(texts)
        self._readings["at"] += np.repeat(at[:, 2], sizes[:, 0]).astype(np.int32)
        self.wholes = readings(wholes)
        self.wholes["at"] += len(sounds)

    def rows(self) -> tuple[Table, Table]:
        """The words in the order they came in, and their readings in the same order."""
        words = self._words[self._ids]
        counts = words["readings"].astype(np.int64)
        places = spread(words["readings_at"].astype(np.int64), counts)
        words["readings_at"] = starts(counts)
        return words, self._readings[places]


@dataclass(frozen=True, slots=True)
class _Packed:
    """One word as bytes of the kernel's tables, each place from the word's own beginning on; and how many
    readings and groups it has, and bytes of sounds and of text.
    """

    row: bytes
    readings: bytes
    groups: bytes
    sounds: bytes
    text: bytes
    sizes: tuple[int, int, int, int]


_MOST_PACKED = 1 << 17
_PACKED: dict[Token, _Packed] = {}
"""Words that were packed before: most of the words in names are usual ones."""


def _packed(tokens: list[Token]) -> list[_Packed]:
    missing = [token for token in tokens if token not in _PACKED]
    if missing:
        if len(_PACKED) > _MOST_PACKED:
            _PACKED.clear()
            missing = tokens
        _PACKED.update(zip(missing, _pack(missing), strict=True))
    return [_PACKED[token] for token in tokens]


def _pack(tokens: list[Token]) -> Iterator[_Packed]:
    texts = [token.text.encode() if token.is_whole else b"" for token in tokens]
    rows = _rows(tokens, list(map(len, texts)), 0)
    every = readings([reading for token in tokens for reading, _ in token.readings])
    at = 0
    for token, row, text in zip(tokens, rows, texts, strict=True):
        sounds = [reading for reading, _ in token.readings]
        own = every[at : at + len(sounds)].copy()
        own["at"] = starts(np.array(list(map(len, sounds)), np.int64))
        at += len(sounds)
        groups = table(
            "Group", {"group": [g for g, _ in token.groups], "credit": [c for _, c in token.groups]}
        )
        joined = b"".join(sounds)
        sizes = (len(sounds), len(token.groups), len(joined), len(text))
        yield _Packed(row.tobytes(), own.tobytes(), groups.tobytes(), joined, text, sizes)


def _joined(struct: str, parts: list[bytes]) -> Table:
    """Rows that were bytes, as a table that can be written to."""
    return np.frombuffer(bytearray(b"".join(parts)), row_type(struct))


def _rows(kept: list[Token], text_sizes: list[int], texts_at: int) -> Table:
    counts = np.array([len(token.readings) for token in kept], np.int64)
    grouped = np.array([len(token.groups) for token in kept], np.int64)
    sizes = np.array(text_sizes, np.int64)
    return table(
        "Token",
        {
            "seen": np.array([_bits(group for group, _ in token.groups) for token in kept], np.uint64),
            "starts": np.array([_bits(one[0] for one, _ in token.readings) for token in kept], np.uint64),
            "id": np.arange(len(kept)),
            "says": [token.says for token in kept],
            "readings_at": starts(counts),
            "groups_at": starts(grouped),
            "text_at": starts(sizes) + texts_at,
            "text_size": sizes,
            "readings": counts,
            "groups": grouped,
            "kin": [_bits(_partners(token.role)) for token in kept],
            "is_plain": [_is_plain(token) for token in kept],
            "role": [int(token.role) for token in kept],
            "is_syllabic": [token.is_syllabic for token in kept],
            "is_known": [token.is_known for token in kept],
            "joins_father": [token.joins_father for token in kept],
            "is_whole": [token.is_whole for token in kept],
        },
    )


def _partners(role: Role) -> Iterable[int]:
    """The roles that may meet this one; see `meeting.meets`."""
    if role is Role.INITIAL:
        return Role
    named = (Role.NAME, Role.ASIDE, Role.PATRONYMIC)
    return named if role in named else (role,)


def _is_plain(token: Token) -> bool:
    return len(token.readings) == 1 and token.role is not Role.INITIAL and not token.is_whole


def _bits(numbers: Iterable[int]) -> int:
    found = 0
    for number in numbers:
        found |= 1 << number % _BITS
    return found
