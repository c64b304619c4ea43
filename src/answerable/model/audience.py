"""Who will see an output, and with whom a statement is shared."""

from dataclasses import dataclass
from enum import StrEnum

from answerable.model.errors import ValueRefused

PRIVILEGED = "privileged"
"""The label of counsel's own work. It stands alone and wins over every other."""


class Kind(StrEnum):
    """The four kinds of reader, from the narrowest trust circle outward."""

    TEAM = "team"
    COALITION = "coalition"
    RECIPIENT = "recipient"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who will see this: the own team, the coalition, one named recipient, or the public."""

    kind: Kind
    recipient: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.recipient}" if self.recipient else str(self.kind)

    def may_see(self, sharing: frozenset[str]) -> bool:
        """Whether something shared with ``sharing`` may be shown to this audience.

        The team sees everything of its own workspace. What is public is seen by all. A recipient sees
        what is shared with it by name, or with ``recipients`` in general; never what is for the
        coalition alone, nor what is for another recipient. What is privileged nobody else sees at all.
        """
        if self.kind is Kind.TEAM:
            return True
        if PRIVILEGED in sharing:
            return False
        if "public" in sharing:
            return True
        if self.kind is Kind.COALITION:
            return "coalition" in sharing
        if self.kind is Kind.RECIPIENT:
            return "recipients" in sharing or str(self) in sharing
        return False


TEAM = Audience(Kind.TEAM)
PUBLIC = Audience(Kind.PUBLIC)


def parse_audience(text: str) -> Audience:
    """Read ``team``, ``coalition``, ``public`` or ``recipient:ca``; raise `ValueRefused` otherwise."""
    kind, colon, recipient = text.partition(":")
    named = recipient != "" and recipient == recipient.strip()
    if kind in tuple(Kind) and (named if kind == Kind.RECIPIENT else not colon):
        return Audience(Kind(kind), recipient)
    raise ValueRefused(
        value=text, prop="audience", why="it is none of team, coalition, recipient:NAME or public"
    )


def parse_sharing(text: str) -> frozenset[str]:
    """Read a sharing set: labels with commas between, such as ``coalition, recipient:ca``.

    Labels are ``team``, ``coalition``, ``recipients`` (any government), ``recipient:NAME`` and ``public``.
    """
    labels = frozenset(label.strip() for label in text.split(",") if label.strip())
    for label in labels - {"recipients"}:
        parse_audience(label)
    if not labels:
        raise ValueRefused(value=text, prop="sharing", why="it names nobody")
    return labels
