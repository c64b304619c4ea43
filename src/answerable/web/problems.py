"""What was wrong with a request, by the places that are ours to name and never by what was sent."""

from collections.abc import Iterable, Mapping
from typing import Any

from answerable.web import recon_shapes, shapes

MODELS = (
    shapes.MatchRequest,
    shapes.EntityExample,
    recon_shapes.ReconQuery,
    recon_shapes.PropertyAsked,
)
OURS = {"body", "queries"} | {
    field.alias or name for model in MODELS for name, field in model.model_fields.items()
}
FIRST = 3
"""Problems told at once."""


def in_words(problems: Iterable[Mapping[str, Any]]) -> str:
    """Where each problem is and what the place asks for."""
    told = list(dict.fromkeys(f"{_place(one['loc'])}: {one['msg'].lower()}" for one in problems))
    more = f"; and {len(told) - FIRST} more" if len(told) > FIRST else ""
    return "; ".join(told[:FIRST]) + more


def _place(parts: Iterable[str | int]) -> str:
    """Names of fields and parameters stay; the asker's own ids become “…”, for they can be anything."""
    first, *rest = list(parts) or ["body"]
    if first in ("query", "path"):
        return str(rest[0])
    kept = [str(one) if isinstance(one, int) or one in OURS else "…" for one in (first, *rest)]
    return ".".join(kept)
