"""The Reconciliation Service API 0.2: as OpenRefine asks."""

import json
from typing import Any

import pytest
from jsonschema_rs import Draft7Validator, Registry  # comes with the tool that tests the description

from tests.conftest import SHARED
from tests.web.client import Client
from tests.web.specification import check_manifest, check_results, check_suggestions

PUBLISHED = SHARED / "reconciliation-0.2"
"""The schemata published with the specification, where somebody has put them."""

CEN = "demo-norrmark-90001"
BATCH: dict[str, Any] = {
    "q0": {"query": "CEN Chuheng", "type": "Person", "limit": 3},
    "q1": {
        "query": "岑礎衡",
        "properties": [{"pid": "birthDate", "v": 1961}, {"pid": "Person:country", "v": "no"}],
    },
    "q2": {"query": "Bartholomew Quince", "type": ["Person", "Organization"], "type_strict": "any"},
    "q3": {"properties": [{"pid": "name", "v": [{"id": "x", "name": "SHUM Cho-hang"}, "Shum"]}]},
    "q4": {"query": "CEN Chuheng", "type": "Vessel"},
}


def asked(client: Client, batch: Any, dataset: str = "default") -> Any:
    answer = client.form(f"/reconcile/{dataset}", queries=json.dumps(batch))
    assert answer.status == 200, answer.body
    return answer.json()


def test_the_manifest(client: Client) -> None:
    told = client.get("/reconcile/demo-norrmark").json()
    check_manifest(told)
    assert told["name"] == "Answerable: Designations (DEMONSTRATION)"
    assert told["identifierSpace"] == "http://127.0.0.1:8017/entities/"
    assert told["suggest"]["entity"]["service_url"] == "http://127.0.0.1:8017/reconcile/demo-norrmark"


def test_a_batch_by_form_or_in_the_address(client: Client) -> None:
    told = asked(client, BATCH)
    check_results(told, BATCH)
    assert client.get("/reconcile/default", queries=json.dumps(BATCH)).json() == told
    assert told["q0"]["result"][0]["id"] == CEN
    assert "the year of birth differs: 1961" in told["q1"]["result"][0]["description"]
    assert "the country differs: Norway" in told["q1"]["result"][0]["description"]
    assert told["q2"] == told["q4"] == {"result": []}
    assert told["q3"]["result"][0]["id"] == "demo-norrmark-90002"


def test_a_name_is_never_a_yes(client: Client) -> None:
    candidates = asked(client, {"q": {"query": "CEN, Chuheng", "type": "Person"}})["q"]["result"]
    assert candidates[0]["score"] > 99
    assert candidates[0]["score"] <= 100
    assert {one["match"] for one in candidates} == {False}
    assert candidates[0]["description"].startswith("possible, review: officially listed, ")


def test_a_birth_that_is_no_date_is_said_not_to_be_compared(client: Client) -> None:
    born = [{"pid": "birthDate", "v": "in spring"}]
    found = asked(client, {"a": {"query": "CEN Chuheng", "properties": born}, "b": {"query": "CEN Chuheng"}})
    assert [one["id"] for one in found["a"]["result"]] == [one["id"] for one in found["b"]["result"]]
    assert all("no year can be told" in one["description"] for one in found["a"]["result"])
    assert not any("no year can be told" in one["description"] for one in found["b"]["result"])


def test_one_list_alone(client: Client) -> None:
    found = asked(client, {"q": {"query": "CEN Chuheng"}}, "demo-aldermarch")["q"]["result"]
    assert all(one["id"].startswith("demo-aldermarch-") for one in found)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"queries": ""},
        {"queries": "{}"},
        {"queries": "[]"},
        {"queries": '{"Secret Name": {}}'},
        {"queries": '{"q": {"query": "Secret Name", "typ": "Person"}}'},
        {"queries": '{"q": {"query": "Secret Name", "type": "Secret Name"}}'},
        {"queries": '{"q": {"query": "Secret Name", "limit": 0}}'},
        {"queries": '{"q": {"query": "x"}, "q": {"query": "Secret Name"}}'},
        {"queries": json.dumps({str(number): {"query": "Secret Name"} for number in range(101)})},
        {"extend": '{"ids": ["Secret Name"], "properties": []}'},
        {"queries": '{"q": {"query": "x"}}', "extend": "{}"},
    ],
)
def test_what_cannot_be_asked_is_refused_and_not_repeated(client: Client, fields: dict[str, str]) -> None:
    answer = client.form("/reconcile/default", None, **fields)
    assert (answer.status, answer.code) == (422, "request-wrong")
    assert "secret" not in answer.body.decode().lower()


def test_a_form_that_cannot_be_read(client: Client) -> None:
    media = "application/x-www-form-urlencoded"
    for body in (b"queries=%ff", b"\xff", b"&".join(b"a=1" for _ in range(50))):
        assert client.send("POST", "/reconcile/default", body, media).code == "request-wrong"


def test_entries_are_suggested_by_a_whole_name_or_the_beginning_of_a_word(client: Client) -> None:
    whole = client.get("/reconcile/default/suggest/entity", prefix="岑礎衡").json()
    check_suggestions(whole)
    assert CEN in [one["id"] for one in whole["result"]]
    begun = client.get("/reconcile/default/suggest/entity", prefix="chuh").json()
    assert [one["id"] for one in begun["result"]] == [CEN]
    assert client.get("/reconcile/default/suggest/entity", prefix="chuh", cursor=1).json() == {"result": []}
    assert client.get("/reconcile/default/suggest/entity", prefix=" ").json() == {"result": []}


def test_types_and_properties_are_suggested(client: Client) -> None:
    types = client.get("/reconcile/default/suggest/type", prefix="pers").json()
    assert types["result"] == [{"id": "Person", "name": "Person", "description": "", "notable": []}]
    properties = client.get("/reconcile/default/suggest/property", prefix="birth").json()
    assert [one["id"] for one in properties["result"]] == ["birthDate"]
    assert client.get("/reconcile/nowhere/suggest/type", prefix="pers").status == 404


def test_the_small_page_says_what_the_list_says(client: Client) -> None:
    page = client.get("/reconcile/default/preview", id=CEN).body.decode()
    for words in (
        "CEN, Chuheng",
        "1974",
        "Commissioner of Police of Tamsor",
        "officially listed",
        "never a yes",
    ):
        assert words in page
    assert client.get("/reconcile/demo-aldermarch/preview", id=CEN).status == 404


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published schemata are not here (ANSWERABLE_SHARED)")
def test_answers_are_as_the_published_schemata_have_them(client: Client) -> None:
    known = {path.name: json.loads(path.read_text("utf-8")) for path in PUBLISHED.glob("*.json")}
    registry = Registry(
        [(place, schema) for name, schema in known.items() for place in (schema["$id"], name)]
    )
    answers = {
        "manifest.json": client.get("/reconcile/default").json(),
        "reconciliation-query-batch.json": BATCH,
        "reconciliation-result-batch.json": asked(client, BATCH),
        "suggest-entities-response.json": client.get(
            "/reconcile/default/suggest/entity", prefix="cen"
        ).json(),
        "suggest-types-response.json": client.get("/reconcile/default/suggest/type", prefix="").json(),
        "suggest-properties-response.json": client.get(
            "/reconcile/default/suggest/property", prefix=""
        ).json(),
    }
    for name, told in answers.items():
        problems = Draft7Validator(known[name], registry=registry).iter_errors(told)
        assert [one.message for one in problems] == [], name
