"""The column map: which columns of a spreadsheet say what, written once for all its editions."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, ValidationError

from answerable.model.audience import parse_sharing
from answerable.model.errors import AnswerableError
from answerable.model.grade import parse_grade
from answerable.model.schemata import schema
from answerable.record.casefile import Key, Part, PartialDay, as_list, in_our_words
from answerable.record.gather import told
from answerable.record.lined_yaml import Lined, Problems, read_yaml

Column = Annotated[str, Field(min_length=1)]
Columns: TypeAlias = Annotated[list[Column], BeforeValidator(as_list)]


class PostSpec(Part):
    """The post a row's person held: it makes a position, the body it belongs to, and the holding of it."""

    name: Column = Field(description="The column with the post.", examples=["Post"])
    organization: str = Field("", description="The column with the body it belongs to.", examples=["Unit"])
    startDate: str = Field("", description="The column with its first day.", examples=["From"])
    endDate: str = Field("", description="The column with its last day.", examples=["Until"])
    date: str = Field("", description="The column with a day on which it was held.", examples=["As of"])
    status: str = Field("", description="The column with current, ended or unknown.", examples=["Status"])


class RowSourceSpec(Part):
    """Where the row itself names the words that support it."""

    url: Column = Field(description="The column with an address that was captured.", examples=["Link"])
    quote: Column = Field(description="The column with the words as they stand there.", examples=["Words"])


class ColumnMap(Part):
    """A whole column map. A column is named by its heading, or by its letter in brackets: ``[B]``."""

    map: Key = Field(
        description="A name for this map, so that a later edition of the sheet adds to the same people.",
        examples=["names"],
    )
    organisation: str = Field(description="For whom it is recorded.", examples=["Selwyn Rights Desk"])
    sharing: str = Field("team", description="Who may see what is recorded.", examples=["coalition"])
    grade: str = Field("F6", description="Admiralty grade of what the sheet says.", examples=["C3"])
    sheet: str = Field("", description="Which sheet of a workbook; else the first.", examples=["Officials"])
    header_row: str = Field(
        "1",
        description="The row with the headings; 0 where there are none.",
        examples=["3"],
        pattern="^[0-9]{1,7}$",
    )
    encoding: str = Field("", description="The encoding of a CSV file, if not UTF-8.", examples=["big5"])
    title: str = Field("", description="What to call the sheet in a footnote.", examples=["List of names"])
    author: str = Field("", description="Who wrote the sheet, by name.", examples=["Ode Bray"])
    publisher: str = Field("", description="Who made the sheet.", examples=["Tamsor Coalition"])
    published: PartialDay = Field("", description="When it was published.", examples=["2031-05"])
    language: str = Field("", description="Its language, as a BCP 47 tag.", examples=["zh-Hant"])
    origin: str = Field("", description="The first-hand source it goes back to.", examples=["Gazette no. 41"])
    said_by: str = Field("", description="Who is speaking in it.", examples=["Tamsor Coalition"])
    id: str = Field(
        "",
        description="The column with a number of the sheet's own for each person. Without one, a person is "
        "known by name and post.",
        examples=["No."],
    )
    person: dict[str, Columns] = Field(
        description="Each property of a person, and the columns that hold it.",
        examples=["{name: [Name (EN), 姓名], birthDate: Born}"],
    )
    post: PostSpec | None = Field(None, description="The post held.", examples=["{name: Post}"])
    source: RowSourceSpec | None = Field(
        None, description="The words a row names for itself.", examples=["{url: Link, quote: Words}"]
    )
    skip_bad_rows: Literal["yes", "no"] = Field(
        "no",
        description="Whether rows with something wrong are left out and listed; else nothing is recorded "
        "until they are mended.",
        examples=["yes"],
    )

    def columns(self) -> list[str]:
        """Every column the map names."""
        named = [self.id, *(one for columns in self.person.values() for one in columns)]
        for part in (self.post, self.source):
            named += part.model_dump().values() if part else []
        return list(dict.fromkeys(filter(None, named)))


def read_column_map(text: str, file: str) -> ColumnMap:
    """Read a column map; raise `CasefileWrong` naming every line to mend."""
    problems = Problems(file)
    lined = read_yaml(text, problems)
    try:
        column_map = ColumnMap.model_validate(lined.tree)
    except ValidationError as error:
        for wrong in error.errors():
            problems.add(
                lined.line(tuple(wrong["loc"])), in_our_words(wrong["loc"], wrong["type"], wrong["msg"])
            )
        problems.raise_if_any()
        raise
    _check(column_map, lined, problems)
    problems.raise_if_any()
    return column_map


def _check(column_map: ColumnMap, lined: Lined, problems: Problems) -> None:
    for field, parse in (("sharing", parse_sharing), ("grade", parse_grade)):
        try:
            parse(getattr(column_map, field))
        except AnswerableError as error:
            problems.add(lined.line((field,)), told(error))
    for name in column_map.person:
        try:
            prop = schema("Person").property(name)
        except AnswerableError as error:
            problems.add(lined.line(("person", name)), told(error))
            continue
        if prop.type == "entity":
            problems.add(lined.line(("person", name)), f"“{name}” is another thing, not words in a column")
    if "name" not in column_map.person:
        problems.add(lined.line(("person",)), "no column is named for “name”")
