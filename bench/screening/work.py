"""The public screening set: listed entities with their names, and queries with the truth."""

import gzip
import json
from dataclasses import dataclass

from bench.names.data import SHARED

FOLDER = SHARED / "screening"
LATIN = ("exact", "reorder", "droptoken", "typo", "heldout_alias")
ARABIC = "orig_script"
UNLISTED = "negative"


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
