"""What the Reconciliation Service API 0.2 asks of answers, written from the text of the specification.

The JSON schemata that are published with it are not copied here; `test_reconcile.py` holds the answers
against them too where they are at hand.
"""

from typing import Any
from urllib.parse import urlsplit

IDS_AND_NAMES = {"id": str, "name": str}


def has(value: Any, /, **fields: type | tuple[type, ...]) -> None:
    """An object with at least these fields, each of its type."""
    assert isinstance(value, dict)
    for name, kind in fields.items():
        assert isinstance(value[name], kind), name


def check_manifest(told: Any) -> None:
    """A service manifest: versions, name, two spaces; templates with ``{{id}}``; services by address."""
    has(told, versions=list, name=str, identifierSpace=str, schemaSpace=str, defaultTypes=list)
    assert "0.2" in told["versions"]
    for space in ("identifierSpace", "schemaSpace", "documentation"):
        assert urlsplit(told[space]).scheme in ("http", "https")
    assert "{{id}}" in told["view"]["url"]
    has(told["preview"], url=str, width=int, height=int)
    assert "{{id}}" in told["preview"]["url"]
    ids = [one["id"] for one in told["defaultTypes"]]
    assert len(set(ids)) == len(ids)
    for one in told["defaultTypes"]:
        has(one, id=str, name=str)
    for kind, service in told["suggest"].items():
        assert kind in ("entity", "type", "property")
        has(service, service_url=str, service_path=str)
    assert "extend" not in told, "not offered"


def check_results(told: Any, asked: dict[str, Any]) -> None:
    """A batch of results: each query's id, and candidates from the best down."""
    assert set(told) == set(asked)
    for name, one in told.items():
        has(one, result=list)
        scores = [candidate["score"] for candidate in one["result"]]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= asked[name].get("limit", 10)
        for candidate in one["result"]:
            has(candidate, id=str, name=str, score=(int, float), match=bool, type=list, features=list)
            for kind in candidate["type"]:
                has(kind, id=str, name=str)
            for feature in candidate["features"]:
                has(feature, id=str, value=(int, float, bool))


def check_suggestions(told: Any) -> None:
    """What a suggest service gives."""
    has(told, result=list)
    for one in told["result"]:
        has(one, id=str, name=str)
