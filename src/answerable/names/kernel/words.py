"""The words of a book's names as the kernel's ``Token``, each with its readings and groups."""

from collections.abc import Iterable, Sequence

import numpy as np

from answerable.names.kernel.readings import readings
from answerable.names.kernel.tables import Table, spread, starts, table
from answerable.names.tokens import Role, Token

_BITS = 64


class Words:
    """The distinct words, and rows of them in any order with what belongs to each row beside it; and whole
    names, which are only read.
    """

    def __init__(self, tokens: Iterable[Token], wholes: Sequence[bytes]) -> None:
        places: dict[Token, int] = {}
        kept: list[Token] = []
        ids = []
        for token in tokens:
            place = places.setdefault(token, len(places))
            if place == len(kept):
                kept.append(token)
            ids.append(place)
        self._ids = np.array(ids, np.int64)
        read = [reading for token in kept for reading, _ in token.readings]
        texts = [token.text.encode() if token.is_whole else b"" for token in kept]
        sounds = b"".join((*read, *wholes))
        self.bytes = sounds + b"".join(texts)
        every = readings((*read, *wholes))
        self._readings, self.wholes = every[: len(read)], every[len(read) :]
        self.groups = table(
            "Group",
            {
                "group": [group for token in kept for group, _ in token.groups],
                "credit": [credit for token in kept for _, credit in token.groups],
            },
        )
        self._words = _rows(kept, [len(text) for text in texts], len(sounds))

    def rows(self) -> tuple[Table, Table]:
        """The words in the order they came in, and their readings in the same order."""
        words = self._words[self._ids]
        places = spread(words["readings_at"].astype(np.int64), words["readings"].astype(np.int64))
        words["readings_at"] = starts(words["readings"].astype(np.int64))
        return words, self._readings[places]


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
