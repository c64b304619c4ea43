"""What is known of each official list: whose it is, where it is published, in what form and how often."""

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from answerable.model.data_files import read_data
from answerable.model.record import Standing

LISTS = Path(__file__).with_name("data") / "lists.yaml"


class Manifest(BaseModel):
    """One list. ``source`` says where this was learnt, and ``checked`` on which day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1)
    publisher: str = Field(min_length=1)
    address: str = Field(pattern="^(https://.+)?$")
    """Where it is downloaded from; empty where there is no one address."""
    file: str = ""
    """What the file is called, where the address does not say it."""
    format: str = Field(min_length=1)
    terms: str = Field(min_length=1)
    rhythm: str = Field(min_length=1)
    standing: Standing
    source: str = Field(min_length=1)
    checked: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")


@cache
def manifests() -> dict[str, Manifest]:
    """Every list by its id; raise pydantic's `ValidationError` where the file itself is wrong."""
    data = read_data(LISTS)
    return {list_id: Manifest.model_validate(said) for list_id, said in data.items()}


def manifest(list_id: str) -> Manifest:
    """The manifest of a list that has one."""
    return manifests()[list_id]
