"""The public screening set: listed entities with their names, and queries with the truth."""

import gzip
import json
from dataclasses import dataclass

from bench.names.data import SHARED

FOLDER = SHARED / "screening"
ALIAS = "heldout_alias"
"""An alias that was taken out of the list; `findable` parts these in two."""
FINDABLE, REST = f"{ALIAS}, findable", f"{ALIAS}, the rest"
LATIN = ("exact", "reorder", "droptoken", "typo", ALIAS, FINDABLE, REST)
ARABIC, CYRILLIC, OTHER_SCRIPT = "orig_script", "orig_script, Cyrillic", "orig_script, other"
UNLISTED = "negative"
NEAR = "negative, near"
"""Names of nobody, put together from the words of listed ones."""
HAN, HAN_HELD_OUT = "Han", "Han, held out"
"""Another script than the list's; of people that nothing was learned from."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One listed entity."""

    id: str
    schema: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One query, its kind, and the entity that is meant; empty where nobody is."""

    text: str
    schema: str
    kind: str
    truth: str


def entities() -> list[Entity]:
    with gzip.open(FOLDER / "list.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [Entity(one["id"], one["schema"], tuple(one["names"])) for one in map(json.loads, lines)]


def questions() -> list[Question]:
    with (FOLDER / "queries.jsonl").open(encoding="utf-8") as lines:
        return [
            Question(one["q"], one["schema"], one["kind"], one.get("truth") or "")
            for one in map(json.loads, lines)
        ]
