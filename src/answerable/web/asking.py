"""From what other programs send to what is asked of the lists."""

from dataclasses import dataclass
from typing import Any

from fastapi import Request

from answerable.identify.particulars import years_of
from answerable.identify.served import Asked
from answerable.model.errors import DateImpossible, RequestWrong
from answerable.web.entities import KINDS
from answerable.web.shapes import MOST_VALUES, EntityExample
from answerable.workspace.screening import Lists

NAMES = ("name", "alias", "previousName", "weakAlias")
COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction")
UNREAD = "no year can be told from the birthDate, so it was not compared (1961, 1961-04, 1961-04-30)"
ALGORITHMS = ("answerable", "best", "default")


@dataclass(frozen=True, slots=True)
class Server:
    """What the routes work with."""

    lists: Lists
    address: str
    openrefine: bool


def server_of(request: Request) -> Server:
    """What the application was made with."""
    found: Server = request.app.state.server
    return found


def no_other_parameters(request: Request) -> None:
    """Refuse a parameter that is not known here: one that should narrow would be passed over in silence."""
    route: Any = request.scope["route"]
    known = {parameter.alias for parameter in route.dependant.query_params}
    if set(request.query_params) - known - {"token"}:
        raise RequestWrong(why=f"it has a parameter that is not among {', '.join(sorted(known)) or 'none'}")


def asked_of(example: EntityExample) -> Asked:
    """What a query asks; raise `RequestWrong`, which never repeats it."""
    given = {name: [value] if isinstance(value, str) else value for name, value in example.properties.items()}
    names = [value.strip() for name in NAMES for value in given.get(name, [])]
    born = next((value for value in given.get("birthDate", [])), "")
    country = next((value for name in COUNTRIES for value in given.get(name, [])), "")
    return asked(names, example.schema_, born, country)


def asked(names: list[str], schema: str, born: str = "", country: str = "") -> Asked:
    """What is asked, checked; raise `RequestWrong`. A birth that no year can be told from is not compared,
    and said not to be: the others of a batch are answered, and so is the name.
    """
    if schema not in KINDS:
        raise RequestWrong(why=f"a schema is none of {', '.join(KINDS)}")
    kept = tuple(dict.fromkeys(name for name in names if name))
    if not kept or len(kept) > MOST_VALUES:
        raise RequestWrong(why=f"a query has no name, or more than {MOST_VALUES}")
    note = ""
    try:
        years_of(born)
    except DateImpossible:
        born, note = "", UNREAD
    return Asked(kept, born, country.strip(), frozenset(KINDS[schema]), note)
