"""What goes in and out at the addresses of the Reconciliation Service API 0.2."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from answerable.web.shapes import MOST_QUERIES, MOST_VALUES, Out, Value

Scalar = Value | bool | int | float | dict[Literal["id", "name"], Value]


class PropertyAsked(BaseModel):
    """One more thing that is known of whoever is asked about."""

    model_config = ConfigDict(extra="forbid")

    pid: Annotated[str, Field(max_length=100)] = Field(description="`birthDate`, `country` or another name.")
    v: Scalar | Annotated[list[Scalar], Field(max_length=MOST_VALUES)]


class ReconQuery(BaseModel):
    """One query of a batch."""

    model_config = ConfigDict(extra="forbid")

    query: Value = ""
    type: str | Annotated[list[str], Field(max_length=10)] = "Thing"
    limit: Annotated[float, Field(ge=1, le=100)] = 10
    properties: Annotated[list[PropertyAsked], Field(max_length=MOST_VALUES)] = []
    type_strict: Literal["any", "should", "all"] = "any"


BATCH = TypeAdapter(Annotated[dict[str, ReconQuery], Field(min_length=1, max_length=MOST_QUERIES)])


class Named(Out):
    """A type or a property."""

    id: str
    name: str


class Feature(Out):
    """A part of the score."""

    id: str
    value: float


class Candidate(Out):
    """An entry that may be meant."""

    id: str
    name: str
    description: str
    score: float = Field(ge=0, le=100)
    match: Literal[False] = Field(
        default=False, description="Always false: a name is never a yes, and no person has decided here."
    )
    type: list[Named]
    features: list[Feature]


class Candidates(Out):
    """What came of one query."""

    result: list[Candidate]


class Suggestion(Out):
    """An entry, a type or a property that begins as typed."""

    id: str
    name: str
    description: str = ""
    notable: list[Named] = Field(default=[])


class Suggestions(Out):
    """What can be chosen."""

    result: list[Suggestion]


class Template(Out):
    """An address with ``{{id}}`` in it."""

    url: str


class Preview(Template):
    """Where a small page about an entry is, and how large it is shown."""

    width: int = 430
    height: int = 300


class Service(Out):
    """Where suggestions are asked for."""

    service_url: str
    service_path: str


class Manifest(Out):
    """What this reconciliation service is and can."""

    versions: list[str] = Field(default=["0.2"])
    name: str
    identifierSpace: str
    schemaSpace: str
    documentation: str
    serviceVersion: str
    defaultTypes: list[Named]
    authentication: dict[str, Any]
    view: Template
    preview: Preview
    suggest: dict[Literal["entity", "type", "property"], Service]
    batchSize: int = 50
