"""What reconciliation tools offer while somebody types, and the small page about an entry."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from answerable.identify.match import matches_of
from answerable.identify.served import Listed, entry_id
from answerable.model.errors import NothingHere
from answerable.web.asking import asked, no_other_parameters, server_of
from answerable.web.entities import KINDS, PROPERTIES, SCHEMATA
from answerable.web.match import Dataset
from answerable.web.pages import about, as_page
from answerable.web.recon_shapes import Named, Suggestion, Suggestions
from answerable.web.replies import AS_JSON, PROBLEMS

router = APIRouter(tags=["Reconciliation"], dependencies=[Depends(no_other_parameters)])

MOST = 20
"""Suggestions given at once."""
Prefix = Annotated[str, Query(max_length=500, description="What was typed so far.", examples=["shum"])]
Passed = Annotated[int, Query(ge=0, le=1000, description="Suggestions to pass over.")]


@router.get("/reconcile/{dataset}/suggest/entity", summary="Suggest an entry", responses=PROBLEMS)
def suggest_entity(request: Request, dataset: Dataset, prefix: Prefix, cursor: Passed = 0) -> Suggestions:
    """Entries that the whole of what was typed may name, in any script; then those with a word that begins
    with it.
    """
    served = server_of(request).lists.now()
    lists = served.within(dataset)
    meant: list[Listed] = []
    if prefix.strip():
        groups = served.ask(asked([prefix.strip()], "Thing"), lists, served.tolerance(lists))
        ids = [entry_id(one.edition.list_id, one.entry.key) for one in matches_of(groups)]
        meant = [served.by_id[one] for one in ids if one in served.by_id]
    begun = served.beginning(prefix, lists, cursor + MOST)
    every = list({one.id: one for one in (*meant, *begun)}.values())
    return Suggestions(result=[_suggestion(one) for one in every[cursor : cursor + MOST]])


def _suggestion(one: Listed) -> Suggestion:
    schema = SCHEMATA[one.entry.kind]
    return Suggestion(
        id=one.id,
        name=one.entry.primary_name,
        description=f"{one.edition.info.standing}, {one.edition.info.title}",
        notable=[Named(id=schema, name=schema)],
    )


@router.get("/reconcile/{dataset}/suggest/type", summary="Suggest a type", responses=PROBLEMS)
def suggest_type(request: Request, dataset: Dataset, prefix: Prefix, cursor: Passed = 0) -> Suggestions:
    """The kinds that can be asked about."""
    server_of(request).lists.now().within(dataset)
    return _named(prefix, {kind: kind for kind in KINDS}, cursor)


@router.get("/reconcile/{dataset}/suggest/property", summary="Suggest a property", responses=PROBLEMS)
def suggest_property(request: Request, dataset: Dataset, prefix: Prefix, cursor: Passed = 0) -> Suggestions:
    """The properties that count for or against."""
    server_of(request).lists.now().within(dataset)
    return _named(prefix, PROPERTIES, cursor)


def _named(prefix: str, known: Mapping[str, str], cursor: int) -> Suggestions:
    typed = prefix.casefold().strip()
    found = [
        Suggestion(id=one, name=name)
        for one, name in known.items()
        if typed in one.casefold() or typed in name.casefold()
    ]
    return Suggestions(result=found[cursor : cursor + MOST])


@router.get(
    "/reconcile/{dataset}/preview",
    summary="A small page about an entry",
    responses=AS_JSON,
    response_class=HTMLResponse,
)
def preview(
    request: Request,
    dataset: Dataset,
    id: Annotated[str, Query(max_length=500, description="As a result has it.")],
) -> HTMLResponse:
    """What the list says of an entry, as HTML without scripts."""
    served = server_of(request).lists.now()
    one = served.by_id.get(id)
    if one is None or one.edition.info.list_id not in served.within(dataset):
        raise NothingHere(what="entry")
    return as_page(one.entry.primary_name, about(one), request.app.state.frames)
