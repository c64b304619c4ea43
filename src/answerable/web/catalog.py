"""What is served, and whether it can be asked."""

from fastapi import APIRouter, Depends, Request

from answerable.identify.lists import Edition
from answerable.identify.served import EVERY_LIST, dataset_of
from answerable.web.asking import no_other_parameters, server_of
from answerable.web.replies import ALWAYS, PROBLEMS
from answerable.web.shapes import Catalog, Dataset, Publisher, Status

router = APIRouter(tags=["What is served"])


@router.get("/catalog", summary="The lists", responses=PROBLEMS, dependencies=[Depends(no_other_parameters)])
def catalog(request: Request) -> Catalog:
    """Every imported list with the date of the edition in use, and `default`, which is all of them."""
    editions = server_of(request).lists.now().editions
    names = [dataset_of(edition.info.list_id) for edition in editions]
    whole = Dataset(
        name=EVERY_LIST,
        title="Every imported list",
        entity_count=sum(edition.entries for edition in editions),
        unreadable=sum(edition.unreadable for edition in editions),
        children=names,
    )
    return Catalog(datasets=[whole, *map(_dataset, editions)], current=[EVERY_LIST, *names])


def _dataset(edition: Edition) -> Dataset:
    return Dataset(
        name=dataset_of(edition.info.list_id),
        title=edition.info.title,
        publisher=Publisher(name=edition.info.publisher),
        version=edition.info.published,
        index_version=edition.id,
        entity_count=edition.entries,
        unreadable=edition.unreadable,
    )


@router.get(
    "/healthz",
    summary="Whether the server answers",
    responses=ALWAYS,
    dependencies=[Depends(no_other_parameters)],
)
async def healthz() -> Status:
    """Needs no key, waits for nothing, and tells nothing but that the server is there."""
    return Status()


@router.get(
    "/readyz",
    summary="Whether there are lists to ask",
    responses=PROBLEMS,
    dependencies=[Depends(no_other_parameters)],
)
def readyz(request: Request) -> Status:
    """503 as long as no list was imported: an answer of “nothing found” would then mislead."""
    server_of(request).lists.now().within(EVERY_LIST)
    return Status()
