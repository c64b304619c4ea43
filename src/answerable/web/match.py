"""Asking about people and bodies by example, as yente's clients do."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request

from answerable.identify.screening import Match
from answerable.model.errors import RequestWrong
from answerable.web.asking import ALGORITHMS, TOLERANCE, asked_of, no_other_parameters, server_of
from answerable.web.entities import SCHEMATA, scored
from answerable.web.replies import PROBLEMS
from answerable.web.shapes import EntityExample, Matches, MatchRequest, MatchResponse, Total
from answerable.workspace.screening import entry_id

router = APIRouter(tags=["Screening"])

FEATURES = {
    "name_and_birth": {
        "description": "How well the names agree in any script, less what a weak alias, a differing year of "
        "birth or a differing country take off.",
        "coefficient": 1.0,
        "url": "docs/serve-screening.md",
    }
}
Dataset = Annotated[
    str,
    Path(description="`default` for every imported list, or the name of one of them.", examples=["default"]),
]
Names = Annotated[list[str], Query(max_length=50)]


@router.post(
    "/match/{dataset}",
    summary="Ask whether people or bodies may be listed",
    responses=PROBLEMS,
    dependencies=[Depends(no_other_parameters)],
)
def match(
    request: Request,
    dataset: Dataset,
    body: MatchRequest,
    limit: Annotated[int, Query(ge=1, le=100, description="Results for each query at most.")] = 5,
    threshold: Annotated[
        float, Query(ge=0, le=1, description="The tolerance: from this score on, `match` is true.")
    ] = TOLERANCE,
    cutoff: Annotated[
        float,
        Query(
            ge=0,
            le=1,
            description="Results below this score, or below the threshold if that is lower, are left out.",
        ),
    ] = 0.0,
    algorithm: Annotated[
        str, Query(description="There is one: `answerable`, also known as `best`.")
    ] = "best",
    include_dataset: Annotated[Names, Query(description="Only from these lists.")] = [],  # noqa: B006
    exclude_dataset: Annotated[Names, Query(description="Not from these lists.")] = [],  # noqa: B006
    exclude_schema: Annotated[Names, Query(description="No entries of these schemata.")] = [],  # noqa: B006
    exclude_entity_ids: Annotated[Names, Query(description="Not these entries.")] = [],  # noqa: B006
    fuzzy: Annotated[bool, Query(description="Changes nothing: names are always compared in full.")] = False,
) -> MatchResponse:
    """Each query is a person or body with its names and what else is known; the answer has, under the
    query's own id, the entries that might be meant, best first, with the reasons for and against.

    **`match: true` means: review this at the stated tolerance.** It never means that the entry is the
    person asked about. A year of birth or country that differs lowers the score and is said in the
    reasons, yet the entry stays in the answer. Nothing found is no clearance. Nothing asked is logged.
    """
    if algorithm not in ALGORITHMS:
        raise RequestWrong(why=f"the algorithm is none of {', '.join(ALGORITHMS)}")
    served = server_of(request).lists.now()
    lists = served.within(dataset) - served.named(exclude_dataset)
    if include_dataset:
        lists &= served.named(include_dataset)
    responses = {}
    for name, example in body.queries.items():
        found = [
            one
            for one in served.ask(asked_of(example), lists)
            if one.score >= min(cutoff, threshold)
            and SCHEMATA[one.entry.kind] not in exclude_schema
            and entry_id(one.edition.list_id, one.entry.key) not in exclude_entity_ids
        ]
        responses[name] = _matches(found, example, threshold, limit)
    return MatchResponse(responses=responses, matcher=FEATURES, limit=limit)


def _matches(found: list[Match], example: EntityExample, threshold: float, limit: int) -> Matches:
    results = [scored(one, threshold) for one in found[:limit]]
    return Matches(results=results, total=Total(value=len(found)), query=example)
