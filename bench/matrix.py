"""The matrix of a record of 5,000 statements, for the team. The bar is 80 ms at the 95th percentile.

Of the subjects one, two or all ten are in the case; the record is the same. It is generated: people with
posts over bodies, acts of theirs and of those bodies, relatives and companies, each statement cited twice,
from five first-hand sources.
"""

import gc
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from answerable.weigh.counting import OriginCounter
from answerable.weigh.law import Law
from answerable.weigh.laws import law_called, shipped_laws
from answerable.weigh.matrix import weigh
from answerable.weigh.readiness import readiness
from answerable.workspace import Workspace
from bench.measure import in_words, milliseconds
from tests.support import recorded

SUBJECTS = 10
ACTS = 28
"""Of each subject; with what is said of posts, bodies and ties, 5,000 statements in all."""
SOURCES = 5
TODAY = date(2031, 6, 2)


def _entities() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each thing of the record, by its key."""
    for number in range(SUBJECTS):
        person, body, unit, post = (f"{kind}{number}" for kind in ("person", "body", "unit", "post"))
        yield person, {"schema": "Person", "name": f"Person {number}", "citizenship": "xt"}
        yield body, {"schema": "PublicBody", "name": f"Office {number}", "country": "xt"}
        yield unit, {"schema": "PublicBody", "name": f"Prison {number}", "parent": body}
        office = {"branch": "government", "seniority": "senior", "country": "xt"}
        yield post, {"schema": "Position", "name": f"Head of office {number}", "organization": body, **office}
        held = {"startDate": "2016", "endDate": "2030"}
        yield f"held{number}", {"schema": "Occupancy", "holder": person, "post": post, **held}
        yield from _around(number, person)
        for act in range(ACTS):
            yield from _act(f"{number}-{act}", person, unit)


def _around(number: int, person: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield f"kin{number}", {"schema": "Person", "name": f"Relative {number}"}
    yield f"family{number}", {"schema": "Family", "person": person, "relative": f"kin{number}"}
    yield f"firm{number}", {"schema": "Company", "name": f"Works {number}", "jurisdiction": "xt"}
    yield f"stake{number}", {"schema": "Ownership", "owner": person, "asset": f"firm{number}"}


def _act(name: str, person: str, unit: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield f"act{name}", {
        "schema": "Act", "violation": "torture", "gravity": ["gross", "systematic"], "country": "xt",
        "victimGroup": f"detainees {name}", "victimPursuit": "expression", "date": "2027-05-03",
        "location": "Pier Nine", "right": "physical-integrity",
    }  # fmt: skip
    yield f"part{name}", {
        "schema": "Involvement", "perpetrator": person, "act": f"act{name}",
        "degree": ["commanded", "failed-to-punish"], "knowledge": f"A report of {name} reached them.",
    }  # fmt: skip
    yield f"done{name}", {
        "schema": "Involvement", "perpetrator": unit, "act": f"act{name}", "degree": "carried-out",
    }  # fmt: skip


def _casefile() -> str:
    cited = [
        [
            {"source": f"paper{number}", "quote": "It is so."}
            for number in (place % SOURCES, (place + 1) % SOURCES)
        ]
        for place in range(SOURCES)
    ]
    entities = {
        key: {"cite": cited[place % SOURCES], **fields} for place, (key, fields) in enumerate(_entities())
    }
    return json.dumps(
        {
            "casefile": "bench",
            "organisation": "Bench",
            "sources": {
                f"paper{n}": {"file": f"paper{n}.txt", "origin": f"Paper {n}"} for n in range(SOURCES)
            },
            "entities": entities,
            "case": {"slug": "bench", "title": "Bench", "subjects": [f"person{n}" for n in range(SUBJECTS)]},
        }
    )


def run() -> None:
    """Record the case and time the matrix, with everything it asks the record for."""
    files: dict[str, str | bytes] = {f"paper{n}.txt": f"Paper {n}. It is so." for n in range(SOURCES)}
    with tempfile.TemporaryDirectory() as name, recorded(Path(name), _casefile(), files) as workspace:
        gc.freeze()  # as the program does when it has started
        with workspace.view() as view:
            said = sum(len(view.statements(one)) for one in view.everything())
        for subjects in (1, 2, SUBJECTS):
            for laws in ([law_called("ca-jvcfoa"), law_called("ca-sema-prc")], shipped_laws()):
                told = in_words(milliseconds(_matrix(workspace, subjects, laws), 20))
                print(f"{said} statements, {subjects} subjects under {len(laws)} laws: {told}")


def _matrix(workspace: Workspace, subjects: int, laws: Sequence[Law]) -> Callable[[], object]:
    def matrix() -> None:
        with workspace.view() as view:
            case = view.case("bench")
            some = replace(case, subjects=case.subjects[:subjects])
            readiness(weigh(view, some, laws, OriginCounter(view)), TODAY)

    return matrix


if __name__ == "__main__":
    run()
