"""Looking for entries by a name, or by their id."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request

from answerable.identify.match import matches_of
from answerable.model.errors import NothingHere
from answerable.web.asking import asked, no_other_parameters, server_of
from answerable.web.entities import entity, listed_entity
from answerable.web.match import Dataset
from answerable.web.replies import PROBLEMS
from answerable.web.shapes import Entity, SearchResponse, Total

router = APIRouter(tags=["Entries"])


@router.get(
    "/search/{dataset}",
    summary="Look for entries by a name",
    responses=PROBLEMS,
    dependencies=[Depends(no_other_parameters)],
)
def search(
    request: Request,
    dataset: Dataset,
    q: Annotated[
        str, Query(min_length=1, max_length=500, description="A name, in any script.", examples=["岑礎衡"])
    ],
    schema: Annotated[str, Query(max_length=50, description="Only entries of this schema.")] = "Thing",
    limit: Annotated[int, Query(ge=0, le=500, description="Entries on a page.")] = 10,
    offset: Annotated[int, Query(ge=0, le=9_500, description="Entries to pass over.")] = 0,
) -> SearchResponse:
    """The entries whose name agrees with this one, best first. To weigh a year of birth or a country
    as well, and to see the reasons, ask `/match` instead. Prefer it for names that must not be seen: an
    address can be kept by what stands between.
    """
    served = server_of(request).lists.now()
    lists = served.within(dataset)
    found = matches_of(served.ask(asked([q.strip()], schema), lists, served.tolerance(lists)))
    page = [entity(one.edition, one.entry) for one in found[offset : offset + limit]]
    return SearchResponse(results=page, total=Total(value=len(found)), limit=limit, offset=offset)


@router.get(
    "/entities/{entity_id}",
    summary="One entry",
    responses=PROBLEMS,
    dependencies=[Depends(no_other_parameters)],
)
def fetch(
    request: Request,
    entity_id: Annotated[str, Path(description="As `/match` and `/search` give it.")],
    nested: Annotated[bool, Query(description="Changes nothing: entries have nothing beside them.")] = True,
) -> Entity:
    """Everything that the list says of one of its entries."""
    one = server_of(request).lists.now().by_id.get(entity_id)
    if one is None:
        raise NothingHere(what="entry")
    return listed_entity(one)
