"""Who is written to, from the reviewed table beside this module."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from answerable.model.audience import PUBLIC, Audience, Kind
from answerable.model.data_files import read_data
from answerable.model.errors import NothingCalled
from answerable.model.nearest import nearest

FILE = Path(__file__).with_name("recipients.yaml")


class Recipient(BaseModel):
    """One who is written to. ``source`` says where this was learnt, and ``checked`` on which day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str = Field(min_length=1)
    called: dict[str, str] = {}
    """The same in other languages of submissions."""
    kind: Literal["government", "public"]
    laws: tuple[str, ...]
    """The laws under which they can act; the public is shown a case under those that it names itself."""
    lists: str
    """What the ids of the official lists begin with that they publish; empty where they publish none."""
    file_at: str
    """Where a submission is filed, where that is public; empty where nobody has seen it in a source."""
    expect: str
    """What they send back, or must; empty where that is not established."""
    source: str = Field(min_length=1)
    checked: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")

    @property
    def audience(self) -> Audience:
        """The audience that an output for them is made for."""
        return PUBLIC if self.id == "public" else Audience(Kind.RECIPIENT, self.id)

    def name_in(self, language: str) -> str:
        """What to call them in a language; their English name where nobody wrote another."""
        return self.called.get(language, self.name)

    def applies(self, laws: Sequence[str]) -> list[str]:
        """Those of these laws that this recipient applies."""
        return [law for law in laws if law in self.laws or self.kind == "public"]


@cache
def recipients() -> dict[str, Recipient]:
    """Every recipient by short name; raise pydantic's `ValidationError` where the table itself is wrong."""
    table = read_data(FILE)
    return {name: Recipient.model_validate({"id": name, **row}) for name, row in table.items()}


def recipient(name: str) -> Recipient:
    """The recipient of that short name; raise `NothingCalled` with the nearest there is."""
    if name not in recipients():
        raise NothingCalled(kind="recipient", name=name, nearest=nearest(name, recipients()))
    return recipients()[name]
