"""One word of a name as the kernel's tables have it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from answerable.names.kernel.tables import row
from answerable.names.tokens import Role, Token

_BITS = 64


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """The rows of one word: its ``Token``, its ``Reading``s and its ``Group``s, all places left for
    `kernel.lay_out` to fill in; the sounds of its readings, and its text where that is compared.
    """

    token: bytes
    readings: bytes
    groups: bytes
    sounds: bytes
    text: bytes


@lru_cache(maxsize=1 << 17)
def packed(token: Token) -> Packed:
    """Most of the words in names are usual ones, and were asked for before."""
    typed = token.typed
    text = (token.text if token.is_whole else typed).encode()
    sounds = [reading for reading, _ in token.readings]
    return Packed(
        row(
            "Token",
            seen=_bits(group for group, _ in token.groups),
            letters=_bits(map(ord, typed)),
            starts=_bits(one[0] for one in sounds),
            says=token.says,
            text_size=len(text),
            readings=len(sounds),
            groups=len(token.groups),
            kin=_bits(_partners(token.role)),
            is_plain=len(sounds) == 1 and token.role is not Role.INITIAL and not token.is_whole,
            role=token.role,
            is_syllabic=token.is_syllabic,
            is_borne=token.is_borne,
            is_known=token.is_known,
            joins_father=token.joins_father,
            is_whole=token.is_whole,
        ),
        b"".join(row("Reading", size=len(one)) for one in sounds),
        b"".join(row("Group", group=group, credit=credit) for group, credit in token.groups),
        b"".join(sounds),
        text,
    )


def _partners(role: Role) -> Iterable[int]:
    """The roles that may meet this one; see `meeting.meets`."""
    if role is Role.INITIAL:
        return Role
    named = (Role.NAME, Role.ASIDE, Role.PATRONYMIC)
    return named if role in named else (role,)


def _bits(numbers: Iterable[int]) -> int:
    found = 0
    for number in numbers:
        found |= 1 << number % _BITS
    return found
