"""The Reconciliation Service API 0.2: for OpenRefine and other tools that work through a spreadsheet."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Depends, Query, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import ValidationError

from answerable import __version__
from answerable.identify.match import Match, matches_of
from answerable.identify.served import EVERY_LIST, Asked, Served, entry_id
from answerable.identify.tolerance import Tolerance
from answerable.model.errors import RequestWrong
from answerable.web.asking import Server, asked, no_other_parameters, server_of
from answerable.web.bodies import strict_json
from answerable.web.entities import KINDS, SCHEMATA
from answerable.web.match import Dataset
from answerable.web.problems import in_words
from answerable.web.recon_shapes import (
    BATCH,
    Candidate,
    Candidates,
    Feature,
    Manifest,
    Named,
    Preview,
    ReconQuery,
    Service,
    Template,
)
from answerable.web.replies import PROBLEMS

router = APIRouter(tags=["Reconciliation"], dependencies=[Depends(no_other_parameters)])

VOCABULARY = "https://followthemoney.tech/explorer/"
EXAMPLE = (
    '{"q0": {"query": "SHUM Cho-hang", "type": "Person", "properties": [{"pid": "birthDate", "v": "1961"}]}}'
)
FORM = {
    "required": True,
    "content": {
        "application/x-www-form-urlencoded": {
            "schema": {
                "type": "object",
                "required": ["queries"],
                "properties": {"queries": {"type": "string", "description": "The batch, as JSON."}},
            },
            "example": {"queries": EXAMPLE},
        }
    },
}


@router.get("/reconcile/{dataset}", summary="Manifest, or a batch of queries", responses=PROBLEMS)
def manifest_or_batch(
    request: Request,
    dataset: Dataset,
    queries: Annotated[
        str | None,
        Query(description="A batch as JSON; without it the manifest is given.", examples=[EXAMPLE]),
    ] = None,
) -> Manifest | dict[str, Candidates]:
    """What this service is and can; or, where `queries` is given, what comes of them."""
    server = server_of(request)
    served = server.lists.now()
    lists = served.within(dataset)
    if queries is not None:
        return _batch(served, lists, queries)
    titles = [one.info.title for one in served.editions if one.info.list_id in lists]
    title = "every imported list" if dataset == EVERY_LIST else ", ".join(titles)
    return _manifest(request, server, dataset, title)


@router.post(
    "/reconcile/{dataset}",
    summary="A batch of queries",
    responses=PROBLEMS,
    openapi_extra={"requestBody": FORM},
)
async def batch(request: Request, dataset: Dataset) -> dict[str, Candidates]:
    """Each query has the entries that may be meant, with a score from 0 to 100. `match` is always false:
    the reconciliation of a row is a person's decision.
    """
    sent = _form(await request.body())
    served = await run_in_threadpool(server_of(request).lists.now)
    return await run_in_threadpool(_batch, served, served.within(dataset), sent)


def _form(body: bytes) -> str:
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=4, errors="strict")
    except ValueError as error:
        raise RequestWrong(why="its form cannot be read") from error
    if len(fields.get("queries", ())) != 1 or len(fields) > 1:
        raise RequestWrong(why="its form has not one field queries and no other; extending is not offered")
    return fields["queries"][0]


def _batch(served: Served, lists: frozenset[str], sent: str) -> dict[str, Candidates]:
    try:
        queries = BATCH.validate_python(strict_json(sent))
    except ValidationError as error:
        raise RequestWrong(why=in_words(error.errors(include_input=False, include_url=False))) from None
    tolerance = served.tolerance(lists)
    return {
        name: _candidates(served, _asked(query), lists, tolerance, int(query.limit))
        for name, query in queries.items()
    }


def _candidates(
    served: Served, asked: Asked, lists: frozenset[str], tolerance: Tolerance, limit: int
) -> Candidates:
    found = matches_of(served.ask(asked, lists, tolerance))[:limit]
    return Candidates(result=[_candidate(one, asked.note) for one in found])


def _asked(query: ReconQuery) -> Asked:
    given: dict[str, list[str]] = {}
    for one in query.properties:
        values = one.v if isinstance(one.v, list) else [one.v]
        pid = one.pid.rpartition(":")[2]
        given.setdefault(pid, []).extend(_text(value) for value in values)
    types = [query.type] if isinstance(query.type, str) else query.type or ["Thing"]
    names = [query.query.strip(), *given.get("name", []), *given.get("alias", [])]
    country = [*given.get("nationality", []), *given.get("country", []), ""]
    each = [asked(names, kind, next(iter(given.get("birthDate", [])), ""), country[0]) for kind in types]
    kinds = frozenset().union(*(one.kinds for one in each)) if all(one.kinds for one in each) else frozenset()
    return replace(each[0], kinds=kinds)


def _text(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("name", ""))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _candidate(match: Match, note: str) -> Candidate:
    schema = SCHEMATA[match.entry.kind]
    against = f"; against: {'; '.join(match.reasons_against)}" if match.reasons_against else ""
    return Candidate(
        id=entry_id(match.edition.list_id, match.entry.key),
        name=match.entry.primary_name,
        description=f"{match.verdict}: {match.standing}, {match.edition.title}{against}{note and '; '}{note}",
        score=round(match.score * 100, 2),
        type=[Named(id=schema, name=schema)],
        features=[Feature(id="name_and_birth", value=match.score)],
    )


def _manifest(request: Request, server: Server, dataset: str, title: str) -> Manifest:
    base = server.address or str(request.base_url).rstrip("/")
    here = f"{base}/reconcile/{quote(dataset, safe='')}"
    token = request.query_params.get("token", "") if server.openrefine else ""
    more = f"?token={quote(token)}" if token else ""
    preview = f"{here}/preview?id={{{{id}}}}{more.replace('?', '&')}"
    return Manifest(
        name=f"Answerable: {title}",
        identifierSpace=f"{base}/entities/",
        schemaSpace=VOCABULARY,
        documentation=f"{base}/openapi.json",
        serviceVersion=__version__,
        defaultTypes=[Named(id=one, name=one) for one in KINDS],
        authentication={"type": "apiKey", "name": "X-Answerable-Token", "in": "header"},
        view=Template(url=preview),
        preview=Preview(url=preview),
        suggest={
            kind: Service(service_url=here, service_path=f"/suggest/{kind}{more}")
            for kind in ("entity", "type", "property")
        },
    )
