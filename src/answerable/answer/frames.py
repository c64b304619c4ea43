"""How a submission is set for each recipient, from the reviewed table beside this module."""

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from answerable.model.data_files import read_data

SECTIONS = (
    "submitter",
    "named",
    "summary",
    "facts",
    "responsibility",
    "law",
    "contrary",
    "national-interest",
    "confidentiality",
    "further",
    "exhibits",
    "method",
)
"""In the order of DOMAIN.md §1.6; a recipient's frame may set them in another."""

LAST = SECTIONS[-4:]
"""What tells about the rest of the document, and so comes after it for every recipient."""

FILE = Path(__file__).with_name("frames.yaml")


class Frame(BaseModel):
    """A recipient's frame. Its wording stands in the wording file of each language, under its ``id``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    order: tuple[str, ...]
    """Every section, in the order in which this recipient reads them."""
    cover: tuple[str, ...] = ()
    """The rows of the cover that only some recipients have: what is asked, who must propose it."""
    source: str = Field(min_length=1)
    """Where the order and what the cover says were learnt."""
    obtain_source: str
    """Where it was learnt who may obtain the submission; empty for the public, who has it."""
    unverified: str = ""
    """On what the frame rests, where nobody read the sources themselves."""
    checked: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if sorted(self.order) != sorted(SECTIONS):
            raise ValueError("a frame names every section once")
        if self.order[-len(LAST) :] != LAST:
            raise ValueError("what tells about the document stands last, in its usual order")
        return self


@cache
def frames() -> dict[str, Frame]:
    """Every frame by its recipient; raise pydantic's `ValidationError` where the table itself is wrong."""
    table = read_data(FILE)
    return {name: Frame.model_validate({"id": name, **row}) for name, row in table.items()}
