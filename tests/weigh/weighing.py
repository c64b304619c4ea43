"""A real record for the tests of this room, and its matrix."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

from answerable.model.audience import TEAM, Audience
from answerable.record.view import View
from answerable.weigh.findings import Finding
from answerable.weigh.law import Law
from answerable.weigh.laws import shipped_laws
from answerable.weigh.ledger import OriginCount, Origins
from answerable.weigh.matrix import LimbResult, Matrix, Row, weigh
from answerable.workspace import Workspace
from tests.support import recorded

Entities = dict[str, dict[str, Any]]
Edits = dict[str, dict[str, Any] | None]

FOR, AGAINST = "It is said to be so.", "It is said not to be so."
SOURCES = {
    "gazette": {"file": "gazette.txt", "origin": "Tamsor Gazette no. 41"},
    "wire": {"file": "wire.txt", "origin": "Selwyn Wire 3 May"},
    "reprint": {"file": "reprint.txt", "origin": "Selwyn Wire 3 May"},
    "leaflet": {"file": "leaflet.txt"},
}
BOTH = [{"source": "gazette", "quote": FOR}, {"source": "wire", "quote": FOR}]
"""Two origins, so that whatever rests on it is carried."""


def cite(*sources: str) -> list[dict[str, str]]:
    """These sources say so."""
    return [{"source": source, "quote": FOR} for source in sources]


def denied_by(source: str) -> list[dict[str, str]]:
    """This source says that it is not so."""
    return [{"source": source, "quote": AGAINST, "stance": "contradicts"}]


def said(value: str, *cites: list[dict[str, str]]) -> dict[str, Any]:
    """A value that rests on citations of its own."""
    return {"value": value, "cite": [one for some in cites for one in some]}


def with_edits(entities: Entities, edits: Edits) -> Entities:
    """The entities with some properties changed; None takes a property, or a whole entity, out."""
    edited = deepcopy(entities)
    for key, change in edits.items():
        if change is None:
            del edited[key]
            continue
        whole = edited.setdefault(key, {}) | change
        edited[key] = {prop: value for prop, value in whole.items() if value is not None}
    return edited


def declared_origins(view: View) -> Origins:
    """Counts what the sources are declared to go back to, and nothing finer."""

    def count(passages: Sequence[str]) -> OriginCount:
        sources = {
            source.id: source for source in (view.source(view.passage(one).source) for one in passages)
        }
        known = {source.origin for source in sources.values() if source.origin}
        return OriginCount(len(known), sum(not source.origin for source in sources.values()))

    return count


def law(law_id: str) -> Law:
    """The shipped law of that id."""
    return next(one for one in shipped_laws() if one.id == law_id)


def weighed(
    folder: Path, laws: Sequence[Law], entities: Entities, subject: str = "lam", audience: Audience = TEAM
) -> Matrix:
    """The matrix of a case against ``subject``, with these entities in the record."""
    with recorded_entities(folder, entities, subject) as workspace, workspace.view(audience) as view:
        return weigh(view, view.case("harbour"), laws, declared_origins(view))


@contextmanager
def recorded_entities(folder: Path, entities: Entities, subject: str) -> Iterator[Workspace]:
    """A workspace with these entities in its record, and a case against ``subject``."""
    casefile = {
        "casefile": "harbour",
        "organisation": "Selwyn Rights Desk",
        "sources": SOURCES,
        "entities": {key: {"cite": BOTH, **fields} for key, fields in entities.items()},
        "case": {"slug": "harbour", "title": "Harbour Street", "subjects": subject.split()},
    }
    files: dict[str, str | bytes] = {
        f"{name}.txt": f"The {name} of Port Selwyn. {FOR} {AGAINST}" for name in SOURCES
    }
    folder.mkdir(exist_ok=True)
    with recorded(folder, json.dumps(casefile), files) as workspace:
        yield workspace


def weighed_together(folder: Path, laws: Sequence[Law], records: Sequence[tuple[str, Entities]]) -> list[Row]:
    """Each record's subject under the law in its place, in one workspace where no two share an entity."""
    apart: Entities = {}
    subjects = []
    for number, (subject, entities) in enumerate(records):
        names = {key: f"r{number}-{key}" for key in entities}
        apart |= {names[key]: _renamed(fields, names) for key, fields in entities.items()}
        subjects.append(names[subject])
    with recorded_entities(folder, apart, " ".join(subjects)) as workspace, workspace.view(TEAM) as view:
        case, origins = view.case("harbour"), declared_origins(view)
        return [
            weigh(view, replace(case, subjects=(subject,)), [one], origins).rows[0]
            for one, subject in zip(laws, case.subjects, strict=True)
        ]


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, names) for inner in value]
    return names.get(value, value)


def limb(row: Row, limb_id: str) -> LimbResult:
    """One limb of a row."""
    return next(one for one in row.limbs if one.limb.id == limb_id)


def finding(result: LimbResult, requirement: str) -> Finding:
    """One requirement of a limb, in its best line."""
    return next(one for one in result.lines[0].findings if one.requirement.id == requirement)
