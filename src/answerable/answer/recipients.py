"""Who is written to, from the reviewed table beside this module."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from answerable.model.audience import PUBLIC, Audience, Kind
from answerable.model.errors import NothingCalled
from answerable.model.nearest import nearest

FILE = Path(__file__).with_name("recipients.yaml")


@dataclass(frozen=True, slots=True)
class Recipient:
    """One who is written to. Without ``laws`` a case is put under those it names itself."""

    id: str
    name: str
    laws: tuple[str, ...]

    @property
    def audience(self) -> Audience:
        """The audience that an output for them is made for."""
        return PUBLIC if self.id == "public" else Audience(Kind.RECIPIENT, self.id)

    def applies(self, laws: tuple[str, ...]) -> list[str]:
        """Those of a case's laws that this recipient applies."""
        return [law for law in laws if law in self.laws or not self.laws]


@cache
def recipients() -> dict[str, Recipient]:
    """Every recipient by short name."""
    table = yaml.load(FILE.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  builds strings only
    return {name: Recipient(name, row["name"], tuple(row["laws"])) for name, row in table.items()}


def recipient(name: str) -> Recipient:
    """The recipient of that short name; raise `NothingCalled` with the nearest there is."""
    if name not in recipients():
        raise NothingCalled(kind="recipient", name=name, nearest=nearest(name, recipients()))
    return recipients()[name]
