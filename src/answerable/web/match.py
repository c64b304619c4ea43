"""Asking about people and bodies by example, as yente's clients do."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request

from answerable.model.errors import RequestWrong
from answerable.web.asking import ALGORITHMS, asked_of, no_other_parameters, server_of
from answerable.web.entities import as_stated, every_scored
from answerable.web.replies import PROBLEMS
from answerable.web.shapes import Matches, MatchRequest, MatchResponse, Total

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
    tolerance: Annotated[
        int | None,
        Query(
            ge=1,
            description="One false alert in so many names of people who are not listed: so alike a name must "
            "be for `match` to be true. Otherwise as the server was started.",
        ),
    ] = None,
    threshold: Annotated[
        float | None,
        Query(ge=0, le=1, description="Instead of a tolerance: from this score on, `match` is true."),
    ] = None,
    cutoff: Annotated[
        float,
        Query(
            ge=0,
            le=1,
            description="Results below this score, unless `match` is true, are left out.",
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
    query's own id, the entries that might be meant, those of one name together, the best name first, with
    the reasons for and against.

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
    stated = served.tolerance(lists, tolerance)
    responses = {}
    for name, example in body.queries.items():
        asked = asked_of(example)
        scored = every_scored(served.ask(asked, lists, stated), threshold)
        found = [one for one in scored if one.match or one.score >= cutoff]
        kept = [one for one in found if not (one.schema_ in exclude_schema or one.id in exclude_entity_ids)]
        total = Total(value=len(kept))
        responses[name] = Matches(results=kept[:limit], total=total, note=asked.note, query=example)
    return MatchResponse(responses=responses, matcher=FEATURES, limit=limit, tolerance=as_stated(stated))
