"""What somebody agreed to of what they said: who may read it, until they take it back.

Consent is for a use, told in the words of a sharing set (``recipient:ca``, ``coalition``, ``public``), and
for all that a person said or for one source or statement alone. Taking it back wins: a consent that was
noted without knowing of that does not undo it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from answerable.model.audience import PRIVILEGED, Audience, Kind, parse_audience, parse_sharing
from answerable.model.errors import ValueRefused

NAMED = "name:"
"""What a use begins with by which a protected person agrees to be named to one recipient: ``name:ca``."""


class Consented(StrEnum):
    """Where a person's consent stands, for one thing they said and one reader."""

    GIVEN = "given"
    UNKNOWN = "nobody noted whether they agree"
    OTHERWISE = "they agreed to other uses, not to this one"
    WITHDRAWN = "they took their consent back"

    @property
    def forbids(self) -> bool:
        """Whether what they said may not be used for this reader, whoever decides."""
        return self in (Consented.OTHERWISE, Consented.WITHDRAWN)


def parse_uses(text: str) -> frozenset[str]:
    """Read uses: a sharing set, and with it ``name:ca`` where they agree to be named to that recipient.

    Raises `ValueRefused`, also where the recipient may not read what they say: to be named is more than that.
    """
    labels = {one.strip() for one in text.split(",")}
    named = {one for one in labels if one.startswith(NAMED)}
    uses = parse_sharing(",".join(labels - named))
    if PRIVILEGED in uses:
        raise ValueRefused(value=text, prop="uses", why="what is privileged is for nobody")
    for one in named:
        to = parse_audience(f"{Kind.RECIPIENT}:{one.removeprefix(NAMED)}")
        if not to.may_see(uses):
            raise ValueRefused(value=one, prop="uses", why=f"it goes with “{to}”: they may read the words")
    return uses | named


@dataclass(frozen=True, slots=True)
class Scope:
    """What of all that a person said is meant; everything where both are empty."""

    source: str = ""
    statement: str = ""

    def covers(self, source: str, statement: str) -> bool:
        """Whether a statement with words from that source is meant."""
        return self.source in ("", source) and self.statement in ("", statement)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a person took consent back."""

    id: str
    person: str
    scope: Scope
    on: str
    because: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Consent:
    """That a person agreed to uses of what they said."""

    id: str
    person: str
    scope: Scope
    uses: frozenset[str]
    on: str
    how: str
    """How it was given: signed, spoken before whom, in which language."""
    limits: str
    """What they asked for besides, in words; nothing is worked out from them."""
    after: frozenset[str]
    """The withdrawals that were known when it was noted: it was given after them."""
    by: str
    at: str

    def stands(self, withdrawals: Iterable[Withdrawal], source: str, statement: str) -> bool:
        """Whether nothing took it back for that statement since."""
        return all(one.id in self.after for one in withdrawals if one.scope.covers(source, statement))


@dataclass(frozen=True, slots=True)
class Said:
    """All that is noted of one person's consent."""

    consents: Sequence[Consent] = ()
    withdrawals: Sequence[Withdrawal] = ()

    def to(self, audience: Audience, source: str, statement: str) -> Consented:
        """How it stands for a statement with words from that source, and that reader.

        The own team needs none but must not take silence for it: for the team any consent counts.
        """
        meant = [one for one in self.consents if one.scope.covers(source, statement)]
        stands = [one for one in meant if one.stands(self.withdrawals, source, statement)]
        if any(audience.kind is Kind.TEAM or audience.may_see(one.uses) for one in stands):
            return Consented.GIVEN
        if any(one.scope.covers(source, statement) for one in self.withdrawals):
            return Consented.WITHDRAWN
        return Consented.OTHERWISE if meant else Consented.UNKNOWN

    def named_to(self, recipient: str) -> Consent | None:
        """The latest consent that stands to be named to a recipient; None where there is none."""
        named = (one for one in self.consents if f"{NAMED}{recipient}" in one.uses and one.scope == Scope())
        standing = [one for one in named if one.stands(self.withdrawals, "", "")]
        return standing[-1] if standing else None
