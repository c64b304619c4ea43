"""One version of a list of names recommended, and what was corrected since the one before."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from answerable.answer.publishing.rows import Row

Marks = Mapping[str, Mapping[str, str]]
"""By row, a keyed hash of each of its fields: enough to see what changed, and nothing to read."""

_FIELDS = {
    "kind": "what kind of thing it is",
    "names": "the names",
    "posts": "the posts",
    "reasons": "the reason",
    "sources": "the sources",
}


@dataclass(frozen=True, slots=True)
class Correction:
    """What one version took away or changed of the one before, and why. The row is told by its id."""

    version: int
    date: str
    id: str
    what: str
    because: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A whole version. ``previous`` is the hash of the manifest before it; empty for the first."""

    title: str
    organisation: str
    audience: str
    dispute_to: str
    version: int
    date: str
    previous: str
    rows: tuple[Row, ...]
    corrections: tuple[Correction, ...] = field(default=())

    @property
    def standing(self) -> str:
        """What stands in every row, so that no row can be taken for an official listing."""
        return f"recommended by {self.organisation}, not an official sanctions list"


def marks_of(rows: Sequence[Row], key: bytes) -> dict[str, dict[str, str]]:
    """The marks by which a later version sees what changed."""
    return {row.id: {name: _mark(key, asdict(row)[name]) for name in _FIELDS} for row in rows}


def _mark(key: bytes, value: object) -> str:
    words = value if isinstance(value, str) else "\x1f".join(value)  # type: ignore[arg-type]
    return hmac.new(key, words.encode(), hashlib.sha256).hexdigest()


def corrected(before: Marks, now: Marks) -> dict[str, str]:
    """What is gone or says something else, by row, in words. What was added is no correction."""
    told: dict[str, str] = {}
    for one, marks in before.items():
        if one not in now:
            told[one] = "removed"
        elif dict(marks) != dict(now[one]):
            changed = [words for name, words in _FIELDS.items() if marks.get(name) != now[one].get(name)]
            told[one] = f"changed: {', '.join(changed)}"
    return told
