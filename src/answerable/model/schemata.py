"""The kinds of things a record can speak of, read from the reviewed YAML beside this module.

The vocabulary is FollowTheMoney's where it has a word, ours (Act, Involvement) where it has none; a
property of ours inside a schema of theirs is marked ``origin: Answerable``.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from answerable.model.data_files import read_data
from answerable.model.errors import UnknownProperty, UnknownSchema
from answerable.model.nearest import nearest

FOLDER = Path(__file__).with_name("schemata")


@dataclass(frozen=True, slots=True)
class Property:
    """One thing that can be said of a subject."""

    name: str
    type: str
    label: str
    help: str
    origin: str
    range: str = ""
    choices: tuple[str, ...] = ()
    identifying: bool = False
    """Whether it can identify a protected person, and so is sealed when it is said of one."""


@dataclass(frozen=True, slots=True)
class Schema:
    """One kind of thing, with its own properties and those it takes over from ``extends``."""

    name: str
    label: str
    help: str
    source: str
    extends: str
    properties: dict[str, Property] = field(hash=False)

    @property
    def is_ours(self) -> bool:
        """True for kinds that stock FollowTheMoney does not know: Act, Involvement, Demand …"""
        return self.source.startswith("Answerable")

    def property(self, name: str) -> Property:
        """The property of that name; raise `UnknownProperty` with the nearest one there is."""
        if name not in self.properties:
            raise UnknownProperty(schema=self.name, prop=name, nearest=nearest(name, self.properties))
        return self.properties[name]


def _read(name: str) -> Schema:
    data = read_data(FOLDER / f"{name}.yaml")
    extends = data.get("extends", "")
    properties = dict(_read(extends).properties) if extends else {}
    origin = "Answerable" if data["source"].startswith("Answerable") else "FollowTheMoney"
    for prop, spec in data.get("properties", {}).items():
        properties[prop] = Property(
            name=prop,
            type=spec["type"],
            label=spec["label"],
            help=spec["help"],
            origin=spec.get("origin", origin),
            range=spec.get("range", ""),
            choices=tuple(spec.get("choices", ())),
            identifying=spec.get("identifying") == "yes",
        )
    return Schema(name, data["label"], data["help"], data["source"], extends, properties)


@cache
def schemata() -> dict[str, Schema]:
    """Every schema by name."""
    return {path.stem: _read(path.stem) for path in sorted(FOLDER.glob("*.yaml"))}


def schema(name: str) -> Schema:
    """The schema of that name; raise `UnknownSchema` with the nearest one there is."""
    if name not in schemata():
        raise UnknownSchema(schema=name, nearest=nearest(name, schemata()))
    return schemata()[name]


@cache
def is_a(name: str, ancestor: str) -> bool:
    """Whether things of schema ``name`` are also ``ancestor``: a PublicBody is an Organization."""
    while name:
        if name == ancestor:
            return True
        name = schema(name).extends
    return False
