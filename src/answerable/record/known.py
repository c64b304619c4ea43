"""Those whom a casefile takes up from the record: recorded before by a spreadsheet or another casefile."""

from typing import Any

from answerable.model.errors import AnswerableError
from answerable.record.casefile import Casefile
from answerable.record.gather import told
from answerable.record.lined_yaml import Lined, Problems
from answerable.record.view import View

RECORDED_AS = "recorded_as"


def take_up(
    view: View, casefile: Casefile, lined: Lined, problems: Problems
) -> tuple[Casefile, dict[str, str]]:
    """The casefile with the kind of each whom it takes up, and who they are in the record, by their keys.

    Whoever is protected there is protected here. Raises `CasefileWrong` where nobody, or more than one, is
    called so, and where the casefile says that they are of another kind.
    """
    entities, known = dict(casefile.entities), dict[str, str]()
    for key, fields in casefile.entities.items():
        if RECORDED_AS not in fields:
            continue
        line = lined.line(("entities", key, RECORDED_AS))
        try:
            known[key] = view.find_entity(str(fields[RECORDED_AS]))
        except AnswerableError as error:
            problems.add(line, told(error))
            continue
        entities[key] = _as_recorded(view, known[key], fields)
        kind = entities[key]["schema"]
        if view.protected.get(view.resolve(known[key])) is False:
            problems.add(line, "they were erased: nothing more of them is kept.")
        if fields.get("schema", kind) != kind:
            problems.add(lined.line(("entities", key, "schema")), f"it is recorded as {kind}.")
    problems.raise_if_any()
    return casefile.model_copy(update={"entities": entities}), known


def _as_recorded(view: View, own: str, fields: dict[str, Any]) -> dict[str, Any]:
    protected = {"protected": "yes"} if view.resolve(own) in view.protected else {}
    return {**fields, "schema": view.schema_of(own), **protected}
