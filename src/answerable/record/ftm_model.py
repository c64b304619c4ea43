"""Our schemata in the form in which FollowTheMoney's library loads a model."""

from typing import Any

import yaml

from answerable.model.schemata import Schema, schemata

_TYPES = {"choice": "string"}
_ABSTRACT = ("Thing", "Interval")


def model_files() -> dict[str, str]:
    """A whole model, as files to lie in one folder: file name and content.

    FollowTheMoney loads it when the environment variable ``FTM_MODEL_PATH`` names the folder. It stands
    in the place of its own model, not beside it: two models cannot both define a Person.
    """
    return {f"{name}.yaml": _as_yaml(name, one) for name, one in schemata().items()}


def _as_yaml(name: str, one: Schema) -> str:
    return yaml.safe_dump({name: _spec(name, one)}, allow_unicode=True, sort_keys=False, width=110)


def _spec(name: str, one: Schema) -> dict[str, Any]:
    inherited = schemata()[one.extends].properties if one.extends else {}
    spec: dict[str, Any] = {"label": one.label, "plural": one.label, "description": one.help}
    if one.extends:
        spec["extends"] = [one.extends]
    if name in _ABSTRACT:
        spec["abstract"] = True
    if "name" in one.properties:
        spec["caption"] = ["name"]
    spec["properties"] = {
        prop.name: {
            "label": prop.label,
            "description": prop.help,
            "type": _TYPES.get(prop.type, prop.type),
            **({"range": prop.range} if prop.range else {}),
            **({"examples": list(prop.choices)} if prop.choices else {}),
        }
        for prop in one.properties.values()
        if inherited.get(prop.name) != prop
    }
    return spec
