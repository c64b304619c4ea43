"""The OpenAPI document says everything, and the server keeps to it whatever is sent."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.web.client import TOKEN, Client

HEADERS = {"Host": "127.0.0.1", "Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def document(client: Client) -> Any:
    return client.get("/openapi.json").json()


PLACES = [
    ("/match/{dataset}", "POST"),
    ("/search/{dataset}", "GET"),
    ("/entities/{entity_id}", "GET"),
    ("/catalog", "GET"),
    ("/healthz", "GET"),
    ("/readyz", "GET"),
    ("/reconcile/{dataset}", "GET"),
    ("/reconcile/{dataset}", "POST"),
    ("/reconcile/{dataset}/suggest/entity", "GET"),
    ("/reconcile/{dataset}/suggest/type", "GET"),
    ("/reconcile/{dataset}/suggest/property", "GET"),
    ("/reconcile/{dataset}/preview", "GET"),
]

TRIED = [
    (path, method, mode)
    for path, method in PLACES
    for mode in GenerationMode
    if path != "/healthz" or mode == GenerationMode.POSITIVE  # nothing about it can be wrong
]


@pytest.mark.parametrize(("path", "method", "mode"), TRIED)
def test_whatever_is_sent_is_answered_as_described(
    client: Client, path: str, method: str, mode: GenerationMode
) -> None:
    # One check is left out: a schema cannot say that a query has a name, or that a form's field holds JSON.
    operation = schemathesis.openapi.from_asgi("/openapi.json", client.app, headers=HEADERS)[path][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=20, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def sent(case: Any) -> None:
        case.call_and_validate(headers=HEADERS, excluded_checks=[positive_data_acceptance])

    sent()


def test_every_place_is_tried(document: Any) -> None:
    described = {(path, method.upper()) for path, told in document["paths"].items() for method in told}
    assert described == set(PLACES)


def test_every_route_and_parameter_is_described(document: Any) -> None:
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            assert told["summary"], (path, method)
            assert told["description"], (path, method)
            for parameter in told.get("parameters", []):
                assert parameter.get("description") or parameter["schema"].get("description"), (
                    path,
                    parameter,
                )


def test_the_document_says_what_match_means_and_how_a_key_is_shown(document: Any) -> None:
    assert "*review this at the stated tolerance*" in " ".join(document["info"]["description"].split())
    assert (
        "review this at the stated tolerance" in document["paths"]["/match/{dataset}"]["post"]["description"]
    )
    assert set(document["components"]["securitySchemes"]) == {"bearer", "header"}
    assert document["paths"]["/healthz"]["get"]["security"] == []


def test_the_examples_of_requests_are_answered(client: Client, document: Any) -> None:
    for example in document["components"]["schemas"]["MatchRequest"]["examples"]:
        assert client.post("/match/default", example).status == 200
    form = document["paths"]["/reconcile/{dataset}"]["post"]["requestBody"]["content"]
    example = form["application/x-www-form-urlencoded"]["example"]
    assert client.form("/reconcile/default", **example).status == 200
