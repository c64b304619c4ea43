"""The casefile: what a researcher writes by hand, as types. Each field's description and example are
what the reference page and the error messages are made from."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from answerable.model.dates import parse_date
from answerable.model.errors import DateImpossible
from answerable.record.lined_yaml import Lined, Problems, read_yaml


def as_list(value: Any) -> Any:
    """One of something, written without a list, as the list of one that it means."""
    return value if isinstance(value, list) else [value]


Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
Keys: TypeAlias = Annotated[list[Key], BeforeValidator(as_list)]


def _as_date(text: str) -> str:
    if text:
        try:
            parse_date(text)
        except DateImpossible as error:
            why = "should be a date such as 1975, 1975-02 or 1975-02-19"
            raise PydanticCustomError("date", why) from error
    return text


PartialDay = Annotated[str, AfterValidator(_as_date)]
"""A year, a month or a day, or nothing."""


class Part(BaseModel):
    """A part of a casefile; a key nobody knows is an error, not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PicturesSpec(Part):
    """Where the pictures in a source come from, as two people found it; say `unknown` where nobody knows."""

    taken_by: str = Field(min_length=1, description="Who took them.", examples=["unknown"])
    taken_on: str = Field(min_length=1, description="When.", examples=["2031-05-03, by its shadow"])
    came_from: str = Field(
        min_length=1, description="From whom, or where, the file came.", examples=["the harbour forum"]
    )
    checked_by: str = Field(min_length=1, description="Who found this out.", examples=["I. Roe"])
    reviewed_by: str = Field(min_length=1, description="Who looked at it besides.", examples=["M. Ode"])


class SourceSpec(Part):
    """Where something was said."""

    file: str = Field("", description="A file, beside the casefile.", examples=["gazette.pdf"])
    url: str = Field("", description="An address captured before.", examples=["https://example.org/n/1"])
    title: str = Field("", description="What to call it in a footnote.", examples=["Gazette no. 41"])
    author: str = Field("", description="Who wrote it, by name.", examples=["Ode Bray"])
    publisher: str = Field("", description="Who put it out.", examples=["Office of the Gazette"])
    published: PartialDay = Field("", description="When: a year, a month or a day.", examples=["2031-05-04"])
    language: str = Field("", description="Its language, as a BCP 47 tag.", examples=["zh-Hant"])
    origin: str = Field(
        "",
        description="The first-hand source it goes back to, by any one name: two with the same are one.",
        examples=["Selwyn Wire 3 May"],
    )
    said_by: str = Field(
        "", description="Who is speaking in it, unless a citation says otherwise.", examples=["gazette"]
    )
    grade: str = Field("", description="Admiralty grade, unless a citation says otherwise.", examples=["A2"])
    names: Keys = Field(
        default=[],
        description="Protected people it names; it is sealed under their keys.",
        examples=["witness-1"],
    )
    pictures: PicturesSpec | None = Field(
        None, description="Where the pictures in it come from.", examples=["{taken_by: unknown, …}"]
    )


class CiteSpec(Part):
    """The exact words that support, or contradict, what is said."""

    source: Key = Field(description="One of the sources above.", examples=["gazette"])
    quote: str = Field(description="The words as they stand there.", examples=["Commissioner LAM Ka-ho"])
    page: str = Field(
        "", description="The page, where the words stand on several.", examples=["3"], pattern=r"^[0-9]{0,6}$"
    )
    before: str = Field(
        "", description="Words just before, where the quote stands twice.", examples=["It added that"]
    )
    stance: Literal["supports", "contradicts"] = Field(
        "supports", description="Whether the words are for or against.", examples=["contradicts"]
    )
    said_by: str = Field("", description="Who is speaking: an entity here, or a name.", examples=["ministry"])
    via: str = Field("", description="Through whom it was relayed.", examples=["Selwyn Wire"])
    grade: str = Field("", description="Admiralty grade of this piece of information.", examples=["B2"])


Cites: TypeAlias = Annotated[list[CiteSpec], BeforeValidator(as_list)]


class ValueSpec(Part):
    """One value, where it needs more than the bare word."""

    value: str = Field(description="What is said.", examples=["2031-05-03"])
    cite: Cites = Field(
        default=[], description="The words for it, in place of the entity's own.", examples=["(see cite)"]
    )
    sharing: str = Field("", description="Who may see it.", examples=["coalition, recipient:ca"])
    grade: str = Field("", description="Admiralty grade of the statement.", examples=["B2"])


class EntityHead(Part):
    """What an entity says of itself; every other key is a property of its schema."""

    kind: str = Field(
        alias="schema",
        min_length=1,
        description="What kind of thing it is; not needed beside `recorded_as`.",
        examples=["Person"],
    )
    recorded_as: str = Field(
        "",
        description="Who or what it is in the record already, by name or id; it then needs no `schema`.",
        examples=["LAM Ka-ho"],
    )
    protected: Literal["yes", "no", "true", "false"] = Field(
        "no",
        description="Whether what identifies this person is sealed, and a pseudonym shown instead.",
        examples=["yes"],
    )
    cite: Cites = Field(
        default=[],
        description="The words for every value that has none of its own.",
        examples=["{source: gazette, quote: Commissioner LAM Ka-ho}"],
    )
    sharing: str = Field("", description="Who may see what is said of it.", examples=["public"])
    grade: str = Field("", description="Admiralty grade of what is said of it.", examples=["A1"])


RESERVED = tuple(field.alias or name for name, field in EntityHead.model_fields.items())
"""The keys of an `EntityHead`."""


class IdentitySpec(Part):
    """A decision that two entities are, or are not, the same."""

    same: Keys = Field(default=[], description="The two held to be one.", examples=["lam"])
    different: Keys = Field(default=[], description="The two held to be two.", examples=["lam"])
    because: str = Field(
        min_length=1, description="The reason.", examples=["Both hold the same post on the same day."]
    )
    reviewer: str = Field("", description="Who looked at it besides you.", examples=["M. Ode"])


class ReplySpec(Part):
    """Whether someone named was asked for their side, or why not."""

    to: Key = Field(description="One of the subjects.", examples=["lam"])
    sought: str = Field("", description="The day they were asked.", examples=["2031-05-20"])
    how: str = Field("", description="How they were asked.", examples=["a letter to the press office"])
    through: str = Field("", description="Through whom.", examples=["counsel in Port Selwyn"])
    not_sought: str = Field(
        "",
        description="Why they were not asked.",
        examples=["It would have told them who spoke to us."],
    )
    reply: str = Field(
        "", description="What they answered: an entity here with the schema Reply.", examples=["lam-reply"]
    )
    sharing: str = Field(
        "", description="Who may read how and why, if not the file's own.", examples=["team"]
    )


class CaseSpec(Part):
    """Whom the case names, and under which laws it is tested."""

    slug: Key = Field(description="Its short name in commands.", examples=["harbour"])
    title: str = Field(description="Its title.", examples=["The clearing of Harbour Street"])
    summary: str = Field("", description="A few sentences.", examples=["On 3 May 2031 …"])
    subjects: Keys = Field(description="The persons and bodies named.", examples=["lam"])
    laws: Keys = Field(default=[], description="The laws it is tested against.", examples=["ca-jvcfoa"])
    replies: list[ReplySpec] = Field(
        default=[],
        description="Whether each of them was asked for their side, or why not.",
        examples=["- {to: lam, sought: 2031-05-20, how: a letter}"],
    )
    narrative: dict[str, str] = Field(
        default={}, description="Sections you write yourself, by name.", examples=["national-interest: …"]
    )
    privileged: Keys = Field(
        default=[],
        description="Which of these sections are counsel's own work, and so never in any output.",
        examples=["[advice]"],
    )


class Casefile(Part):
    """A whole casefile."""

    casefile: Key = Field(
        description="A name for this file, so that recording it again adds to the same things.",
        examples=["harbour"],
    )
    organisation: str = Field(description="For whom it is recorded.", examples=["Selwyn Rights Desk"])
    sharing: str = Field(
        "team",
        description="Who may see what is recorded, unless a value says otherwise.",
        examples=["recipients"],
    )
    grade: str = Field("F6", description="The grade of what is not graded.", examples=["C3"])
    sources: dict[Key, SourceSpec] = Field(
        description="Where things were said.", examples=["gazette: {file: gazette.pdf}"]
    )
    entities: dict[Key, dict[str, Any]] = Field(
        description="Who and what: `schema`, `protected`, `cite`, `sharing`, `grade`, then its properties.",
        examples=["lam: {schema: Person, name: LAM Ka-ho, cite: {…}}"],
    )
    identity: list[IdentitySpec] = Field(
        default=[], description="Who is who.", examples=["- {same: [lam, lam-zh], because: …}"]
    )
    case: CaseSpec | None = Field(None, description="The case.", examples=["(see case)"])


def read_casefile(text: str, file: str) -> tuple[Casefile, Lined, Problems]:
    """Read a casefile's outer form; raise `CasefileWrong` naming every line to mend.

    What depends on the schemata and the sources is checked when it is recorded; problems found there
    are added to the ones returned here, so that they too come with their lines.
    """
    problems = Problems(file)
    lined = read_yaml(text, problems)
    try:
        casefile = Casefile.model_validate(lined.tree)
    except ValidationError as error:
        for wrong in error.errors():
            told = in_our_words(wrong["loc"], wrong["type"], wrong["msg"])
            problems.add(lined.line(tuple(wrong["loc"])), told)
        problems.raise_if_any()
        raise
    return casefile, lined, problems


def in_our_words(where: tuple[int | str, ...], kind: str, message: str) -> str:
    """What pydantic found wrong, as a sentence for whoever wrote the file."""
    name = next((part for part in reversed(where) if isinstance(part, str) and part != "[key]"), "the file")
    short_name = "a short name of letters A to Z, figures, dots, dashes and underscores"
    plain = {
        "missing": f"“{name}” is missing",
        "extra_forbidden": f"there is no field “{name}” here",
        "string_type": f"“{name}” should be words",
        "dict_type": f"“{name}” should hold fields of its own",
        "model_type": f"“{name}” should hold fields of its own",
        "list_type": f"“{name}” should be a list",
        "string_too_short": f"“{name}” is empty",
        "literal_error": f"“{name}” should be {message.removeprefix('Input should be ')}",
        "date": f"“{name}” {message}",
        "string_pattern_mismatch": f"“{name}” should be {short_name if 'A-Za-z' in message else 'a number'}",
    }
    return plain.get(kind, f"“{name}”: {message[0].lower()}{message[1:]}")
