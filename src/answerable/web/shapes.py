"""What goes in and out at the addresses that answer as yente does."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

MOST_QUERIES = 100
"""Queries in one request."""
MOST_VALUES = 20
"""Values of one property of a query."""

Value = Annotated[str, Field(max_length=500)]


class Out(BaseModel):
    """Something that is answered; its field ``schema_`` is called ``schema`` outside."""

    model_config = ConfigDict(populate_by_name=True)


class Problem(Out):
    """What went wrong. The message never repeats what was asked."""

    code: str = Field(
        examples=["request-wrong"], description="Stays the same; docs/reference/errors.md has all."
    )
    message: str = Field(description="What happened, what was kept, what to do.")


class Status(Out):
    """That the server answers."""

    status: str = Field(default="ok", examples=["ok"])


class EntityExample(BaseModel):
    """A person or body that is asked about."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: Annotated[str | None, Field(max_length=200)] = Field(default=None, description="Of no consequence.")
    schema_: str = Field(
        alias="schema",
        max_length=50,
        examples=["Person"],
        description="What it is: Person, Organization, Company, PublicBody, LegalEntity, Vessel, Airplane "
        "or Thing. It narrows the answer to entries of that kind, and to those whose kind no list tells.",
    )
    properties: dict[str, Value | Annotated[list[Value], Field(max_length=MOST_VALUES)]] = Field(
        examples=[{"name": ["岑礎衡", "SHUM Cho-hang"], "birthDate": ["1961"], "nationality": ["xa"]}],
        description="`name`, `alias`, `weakAlias` and `previousName` are compared, each by itself; the "
        "first `birthDate`, and the first `nationality`, `country`, `citizenship` or `jurisdiction`, count "
        "for or against. Others are not looked at. Countries are two-letter codes or words.",
    )


class MatchRequest(BaseModel):
    """A batch of queries, each under an id of the asker's own."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "queries": {
                        "q1": {
                            "schema": "Person",
                            "properties": {"name": ["SHUM Cho-hang"], "birthDate": ["1961"]},
                        }
                    }
                }
            ]
        },
    )

    queries: dict[str, EntityExample] = Field(min_length=1, max_length=MOST_QUERIES)
    weights: dict[str, float] = Field(
        default={}, max_length=0, description="There are none to set; must be empty."
    )
    config: dict[str, Any] = Field(
        default={}, max_length=0, description="There is none to set; must be empty."
    )


class Entity(Out):
    """An entry of a list, as FollowTheMoney would say it."""

    id: str = Field(examples=["demo-norrmark-70001"])
    caption: str = Field(examples=["SHUM Cho-hang"], description="The name the list puts first.")
    schema_: str = Field(alias="schema", examples=["Person"])
    properties: dict[str, list[str]] = Field(examples=[{"name": ["SHUM Cho-hang"], "topics": ["sanction"]}])
    datasets: list[str] = Field(examples=[["demo_norrmark"]], description="The list it stands on.")
    referents: list[str] = Field(
        default=[], description="Always empty: entries of different lists are never merged."
    )
    target: bool = Field(default=True, description="Always true: the entry itself is listed.")
    first_seen: str | None = Field(default=None, description="The day of listing, where the list proves it.")
    last_seen: str | None = Field(
        default=None, description="The date of the edition, as its publisher gives it."
    )
    last_change: str | None = Field(default=None, description="Not known.")
    standing: str = Field(examples=["officially listed"], description="How the name comes to be on the list.")


class Explanation(Out):
    """A part of the score, in words."""

    detail: str | None
    score: float
    query: str | None = None
    candidate: str | None = None


class Scored(Entity):
    """An entry that a name might mean. It is never said to be the one."""

    score: float = Field(
        examples=[0.93], description="0 to 1: how well the name agrees, less what speaks against."
    )
    match: bool = Field(
        description="**Review this at the stated tolerance**, or threshold. It is not a finding that this is "
        "the same person; that is for a person to decide."
    )
    features: dict[str, float] = Field(description="The score once more, by feature; there is one.")
    explanations: dict[str, Explanation]
    verdict: str = Field(examples=["possible, review"])
    reasons_for: list[str] = Field(examples=[["the characters agree"]])
    reasons_against: list[str] = Field(examples=[["the country differs: Tamsor, but the list has Norrmark"]])
    not_known: list[str] = Field(examples=[["whether the year of birth agrees"]])
    listed: str = Field(examples=["listed on or before 2030-01-05"])
    bearers: int = Field(description="How many entries of that list bear this name.")
    group: int = Field(
        description="Which of the listed names it bears, the best first; entries of one are together."
    )
    group_size: int = Field(description="How many entries of all the lists asked bear that name.")
    namesakes: str = Field(
        examples=["how many people bear this name is not known"],
        description="What is known of how many people bear the name anywhere.",
    )


class Stated(Out):
    """The tolerance of an answer. It holds of the name alone; a birth or country that speaks against an entry
    leaves fewer.
    """

    one_in: int = Field(examples=[50], description="One false alert in so many names.")
    in_words: str = Field(examples=["one false alert in 20 names of people who are not listed"])
    score: float = Field(description="What a name must score for that among the entries asked.")
    listed_entries: int = Field(description="How many entries the lists asked have.")


class Total(Out):
    """How many there are."""

    value: int
    relation: str = "eq"


class Matches(Out):
    """What came of one query."""

    status: int = 200
    results: list[Scored]
    total: Total = Field(description="How many were found before `limit` cut them off.")
    note: str = Field(default="", description="What of the query could not be read, and was not compared.")
    query: EntityExample


class MatchResponse(Out):
    """What came of each query, under the id it was asked under."""

    responses: dict[str, Matches]
    matcher: dict[str, dict[str, Any]] = Field(description="What the score is made of.")
    limit: int
    tolerance: Stated


class SearchResponse(Out):
    """A page of entries."""

    results: list[Entity]
    facets: dict[str, Any] = Field(default={}, description="Always empty.")
    total: Total
    limit: int
    offset: int


class Publisher(Out):
    """Whose list it is."""

    name: str


class Dataset(Out):
    """A list, or all of them together."""

    name: str = Field(examples=["demo_norrmark"])
    title: str
    publisher: Publisher | None = None
    version: str | None = Field(
        default=None, description="The date of the edition, as its publisher gives it."
    )
    index_version: str | None = Field(default=None, description="The id of the edition in use.")
    index_current: bool = True
    load: bool = True
    entity_count: int
    unreadable: int = Field(description="Parts of the list that could not be read, and so cannot be found.")
    children: list[str] = []


class Catalog(Out):
    """What can be asked."""

    datasets: list[Dataset]
    current: list[str]
    outdated: list[str] = []
    index_stale: bool = False
