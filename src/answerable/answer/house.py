"""What each recipient calls places and governments, from the reviewed table beside this module.

Only our own words follow it. What a source says stays as it was spoken.
"""

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from answerable.model.data_files import read_data

FILE = Path(__file__).with_name("house.yaml")


class HouseTerm(BaseModel):
    """What ``recipient`` calls the place of ``code`` in ``language``; ``source`` says where they do."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    recipient: str = Field(min_length=1)
    language: str = Field(min_length=2)
    code: str = Field(pattern=r"^[a-z]{2}(-[a-z0-9]{1,3})?$")
    """ISO 3166-1, or 3166-2 for a part of a country: ``cn``, ``cn-xj``."""
    term: str = Field(min_length=1)
    source: str = Field(min_length=1)
    checked: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")


@cache
def table() -> tuple[HouseTerm, ...]:
    """The whole table; raise pydantic's `ValidationError` where it is wrong."""
    rows = read_data(FILE)
    return tuple(HouseTerm.model_validate(row) for row in rows)


def house_terms(recipient: str, language: str) -> dict[str, str]:
    """What a recipient calls places in a language, by code; what is missing has the language's own name."""
    return {one.code: one.term for one in table() if (one.recipient, one.language) == (recipient, language)}
