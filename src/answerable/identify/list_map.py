"""The map of a list that comes as a plain sheet: which of its columns say what."""

from typing import Literal

from pydantic import Field, ValidationError

from answerable.identify.entry import EditionInfo
from answerable.identify.manifests import manifests
from answerable.model.record import Standing
from answerable.record.casefile import Key, Part, PartialDay, in_our_words
from answerable.record.column_map import Column, Columns
from answerable.record.lined_yaml import Problems, read_yaml


class ListMap(Part):
    """A whole map. A column is named by its heading, or by its letter in brackets, as in a column map."""

    map: Key = Field(description="An id for the list; its editions are kept under it.")
    title: str = Field(min_length=1, description="What the list is called.")
    publisher: str = Field(min_length=1, description="Who published it.")
    standing: Standing = Field(
        description="What being on it amounts to: officially listed, recommended, named."
    )
    published: PartialDay = Field("", description="The day of this edition, where the sheet itself bears it.")
    sheet: str = Field("", description="Which sheet of a workbook; else the first.")
    header_row: str = Field("1", pattern="^[0-9]{1,7}$", description="The row with the headings; 0 for none.")
    encoding: str = Field("", description="The encoding of a CSV file, if not UTF-8.")
    id: str = Field("", description="The column with the list's own number of each entry.")
    kind: Literal["person", "entity", "vessel", "aircraft", "unknown"] = Field(
        "unknown", description="What all of them are."
    )
    names: Columns = Field(min_length=1, description="The columns with names; the first has the primary one.")
    aliases: Columns = Field([], description="The columns in which several aliases stand together.")
    birth_dates: Columns = Field([], description="The columns with dates of birth.")
    countries: Columns = Field([], description="The columns with countries.")
    positions: Columns = Field([], description="The columns with posts.")
    programmes: Columns = Field([], description="The columns with programmes or laws.")
    addresses: Columns = Field([], description="The columns with addresses.")
    identifiers: dict[str, Column] = Field({}, description="Each kind of number, and the column with it.")
    remarks: Columns = Field([], description="The columns with anything else worth keeping.")
    listed_on: str = Field("", description="The column with the day of listing.")
    reason: str = Field("", description="The column with the reason that the list gives.")

    def columns(self) -> list[str]:
        """Every column the map names."""
        several = (
            self.names, self.aliases, self.birth_dates, self.countries, self.positions, self.programmes,
            self.addresses, self.remarks, list(self.identifiers.values()),
        )  # fmt: skip
        named = [self.id, self.listed_on, self.reason, *(one for columns in several for one in columns)]
        return list(dict.fromkeys(filter(None, named)))

    def edition(self) -> EditionInfo:
        """The edition that a sheet read with this map is."""
        return EditionInfo(self.map, self.title, self.publisher, self.published, self.standing)


def read_list_map(text: str, file: str) -> ListMap:
    """Read the map of a list; raise `CasefileWrong` naming every line to mend."""
    problems = Problems(file)
    lined = read_yaml(text, problems)
    try:
        made = ListMap.model_validate(lined.tree)
        if made.standing is not Standing.OFFICIALLY_LISTED and made.map in manifests():
            problems.add(lined.line(("map",)), f"“{made.map}” is the id of an official list; choose another.")
            problems.raise_if_any()
        return made
    except ValidationError as error:
        for wrong in error.errors():
            words = in_our_words(wrong["loc"], wrong["type"], wrong["msg"])
            problems.add(lined.line(tuple(wrong["loc"])), words)
        problems.raise_if_any()
        raise
