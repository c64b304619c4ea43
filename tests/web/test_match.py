"""Asking by example: what a yente client sends, and what it gets."""

from typing import Any

import pytest

from answerable.workspace import Workspace
from tests.web.client import Client


def query(*names: str, schema: str = "Person", **properties: Any) -> dict[str, Any]:
    return {"queries": {"q": {"schema": schema, "properties": {"name": list(names), **properties}}}}


def results(client: Client, asked: dict[str, Any], dataset: str = "default", **more: Any) -> list[Any]:
    answer = client.post(f"/match/{dataset}", asked, **more)
    assert answer.status == 200, answer.body
    return list(answer.json()["responses"]["q"]["results"])


def test_an_entry_that_may_be_meant_has_its_reasons(client: Client) -> None:
    found = results(client, query("岑礎衡", birthDate=["1961"]))
    cen = next(one for one in found if one["id"] == "demo-norrmark-90001")
    assert cen["caption"] == "CEN, Chuheng"
    assert cen["schema"] == "Person"
    assert cen["datasets"] == ["demo_norrmark"]
    assert cen["standing"] == "officially listed"
    assert cen["properties"]["birthDate"] == ["1974"]
    assert cen["properties"]["weakAlias"] == ["CEN, Leonard"]
    assert "the year of birth differs: 1961, but the list has 1974" in cen["reasons_against"]
    assert cen["match"] is False
    assert "against: the year of birth differs" in cen["explanations"]["name_and_birth"]["detail"]


def test_match_means_review_at_the_tolerance_and_the_answer_says_which(client: Client) -> None:
    answer = client.post("/match/default", query("CEN Chuheng"), tolerance=500).json()
    assert answer["tolerance"]["one_in"] == 500
    assert answer["tolerance"]["in_words"] == "one false alert in 500 names of people who are not listed"
    assert 0.7 <= answer["tolerance"]["score"] <= 1
    assert answer["responses"]["q"]["results"][0]["match"] is True
    assert client.post("/match/default", query("CEN Chuheng")).json()["tolerance"]["one_in"] == 20
    refused = client.post("/match/default", query("Secret Name"), tolerance=10**9)
    assert (refused.status, refused.code) == (422, "tolerance-unmeasured")


def test_entries_of_one_name_are_together_and_told_apart_from_the_next(client: Client) -> None:
    found = results(client, query("岑礎衡", "CEN Chuheng", "Cen Chu Heng", alias="SHUM Cho-hang"))
    groups = [one["group"] for one in found]
    assert groups == sorted(groups)
    assert groups[0] == 1
    for one in found:
        assert one["group_size"] >= groups.count(one["group"])
        assert one["namesakes"]


def test_a_threshold_takes_the_place_of_the_tolerance(client: Client) -> None:
    score = results(client, query("CEN Chuheng"))[0]["score"]
    for threshold, expected in ((0.0, True), (score, True), (1.0, score == 1.0)):
        found = results(client, query("CEN Chuheng"), threshold=threshold)
        assert found[0]["match"] is expected
        assert found[0]["verdict"] != "yes"


def test_a_name_that_no_list_has(client: Client) -> None:
    assert results(client, query("Bartholomew Quince")) == []


def test_several_names_give_each_entry_once(client: Client) -> None:
    found = results(client, query("岑礎衡", "CEN Chuheng", "Cen Chu Heng", alias="SHUM Cho-hang"))
    ids = [one["id"] for one in found]
    assert len(ids) == len(set(ids))
    assert {"demo-norrmark-90001", "demo-norrmark-90002"} <= set(ids)
    firsts = {one["group"]: one["score"] for one in reversed(found)}  # the best of each name
    assert [firsts[n] for n in sorted(firsts)] == sorted(firsts.values(), reverse=True)


def test_a_country_is_asked_by_its_code_or_in_words(client: Client) -> None:
    assert (
        "the country agrees: Tamsor"
        in results(client, query("CEN Chuheng", country="Tamsor"))[0]["reasons_for"]
    )
    against = results(client, query("CEN Chuheng", nationality=["no"]))[0]["reasons_against"]
    assert "the country differs: Norway, but the list has Tamsor" in against


def test_a_schema_narrows_to_its_kind(client: Client) -> None:
    assert results(client, query("CEN Chuheng", schema="Vessel")) == []
    assert results(client, query("CEN Chuheng", schema="Thing"))[0]["id"] == "demo-norrmark-90001"


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ({"exclude_entity_ids": ["demo-norrmark-90001"]}, False),
        ({"exclude_dataset": ["demo_norrmark"]}, False),
        ({"include_dataset": ["demo_aldermarch"]}, False),
        ({"include_dataset": ["demo_norrmark"]}, True),
        ({"exclude_schema": ["Person"]}, False),
        ({"cutoff": 1.0, "threshold": 1.0}, False),
        ({"algorithm": "best", "fuzzy": "False"}, True),
    ],
)
def test_what_narrows(client: Client, more: dict[str, Any], left: bool) -> None:
    found = results(client, query("Cen Chu-heng"), **more)
    assert ("demo-norrmark-90001" in [one["id"] for one in found]) is left


def test_one_list_alone(client: Client) -> None:
    assert results(client, query("CEN Chuheng"), "demo-norrmark")
    assert all(
        one["datasets"] == ["demo_aldermarch"]
        for one in results(client, query("CEN Chuheng"), "demo-aldermarch")
    )


def test_the_limit_cuts_off_and_the_total_tells(client: Client) -> None:
    answer = client.post("/match/default", query("CEN Chuheng", "SHUM Cho-hang"), limit=1).json()
    assert len(answer["responses"]["q"]["results"]) == answer["limit"] == 1
    assert answer["responses"]["q"]["total"]["value"] >= 2


def test_a_batch_answers_each_under_its_own_id(client: Client) -> None:
    one = query("CEN Chuheng")["queries"]["q"]
    answer = client.post("/match/default", {"queries": {f"row {number}": one for number in range(100)}})
    assert len(answer.json()["responses"]) == 100
    many = client.post("/match/default", {"queries": {str(number): one for number in range(101)}})
    assert (many.status, many.code) == (422, "request-wrong")


def test_a_birth_that_is_no_date_leaves_the_name_and_the_others_of_the_batch(client: Client) -> None:
    batch = {
        name: query("岑礎衡", birthDate=[born])["queries"]["q"]
        for name, born in {"clear": "07/10/1961", "unclear": "in spring", "none": ""}.items()
    }
    answers = client.post("/match/default", {"queries": batch}).json()["responses"]
    assert all(one["results"] for one in answers.values())
    assert answers["unclear"]["note"].startswith("no year can be told from the birthDate")
    assert (answers["clear"]["note"], answers["none"]["note"]) == ("", "")
    assert "whether the year of birth agrees" in answers["unclear"]["results"][0]["not_known"]


@pytest.mark.parametrize(
    "asked",
    [
        {"queries": {}},
        {"queries": {"Secret Name": {"schema": "Person", "properties": {"name": ["Secret Name"]}, "x": 1}}},
        {"queries": {"q": {"schema": "Secret Name", "properties": {"name": ["Secret Name"]}}}},
        {"queries": {"q": {"schema": "Person", "properties": {"name": []}}}},
        {"queries": {"q": {"schema": "Person", "properties": {"name": ["Secret Name" * 50]}}}},
        {"queries": {"Secret Name": "Secret Name"}},
        {"queries": {"q": {"schema": "Person", "properties": {"Secret Name": 7}}}},
        {
            "queries": {"q": {"schema": "Person", "properties": {"name": ["x"]}}},
            "weights": {"Secret Name": 1.0},
        },
        ["Secret Name"],
    ],
)
def test_what_cannot_be_asked_is_refused_and_not_repeated(client: Client, asked: Any) -> None:
    answer = client.post("/match/default", asked)
    assert (answer.status, answer.code) == (422, "request-wrong")
    assert "Secret" not in answer.body.decode()
    assert "secret" not in answer.body.decode()


def test_an_unknown_parameter_is_refused_rather_than_passed_over(client: Client) -> None:
    answer = client.post("/match/default", query("x"), topics=["Secret Name"])
    assert (answer.status, answer.code) == (422, "request-wrong")
    assert "Secret" not in answer.body.decode()


def test_nobody_of_the_workspaces_own_is_asked_about(client: Client, workspace: Workspace) -> None:
    with workspace.view() as view:
        protected = [name for one in view.protected for name in view.names(one)]
    assert "Mei Tan" in protected
    for name in (*protected, "Mei"):
        assert results(client, query(name)) == []
        assert client.get("/search/default", q=name).json()["results"] == []
        told = client.get("/reconcile/default/suggest/entity", prefix=name).json()
        assert told == {"result": []}
