"""Looking entries up, and what is said of what is served."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.demo.site import FOLDER, ISSUERS
from answerable.identify.lists import Edition
from answerable.identify.served import entry_id
from answerable.web.app import Serving, make_app
from answerable.web.gate import LOOPBACK, Rules
from answerable.web.keys import one_token
from answerable.workspace import Workspace
from answerable.workspace.screening import LOOK_AGAIN_AFTER, Lists
from tests.support import new_workspace
from tests.web.client import TOKEN, Client


def test_search_finds_by_a_name_and_pages(client: Client) -> None:
    first = client.get("/search/default", q="CEN Chuheng").json()
    assert first["results"][0]["id"] == "demo-norrmark-90001"
    second = client.get("/search/default", q="CEN Chuheng", offset=1).json()
    assert second["results"] == first["results"][1:]
    assert second["total"] == first["total"]
    assert client.get("/search/default", q="CEN Chuheng", schema="Vessel").json()["results"] == []


def test_an_entry_by_its_id_is_as_it_was_found(client: Client) -> None:
    found = client.get("/search/default", q="CEN Chuheng").json()["results"][0]
    assert client.get(f"/entities/{found['id']}", nested="false").json() == found


@pytest.mark.parametrize("path", ["/entities/nobody", "/search/nowhere?q=x", "/nowhere", "/docs", "/match"])
def test_what_is_not_there(client: Client, path: str) -> None:
    name, _, query = path.partition("?")
    answer = client.get(name, **({"q": "x"} if query else {}))
    assert (answer.status, answer.code) == (404, "nothing-here")
    assert "nowhere" not in answer.body.decode()


def test_another_method(client: Client) -> None:
    assert (client.get("/match/default").status, client.get("/match/default").code) == (405, "method-wrong")


def test_the_catalog_has_every_list_and_all_of_them_together(client: Client) -> None:
    told = client.get("/catalog").json()
    assert told["current"] == ["default", "demo_aldermarch", "demo_norrmark"]
    whole, *each = told["datasets"]
    assert whole["children"] == told["current"][1:]
    assert whole["entity_count"] == sum(one["entity_count"] for one in each) == 18
    assert each[1]["version"] == "2031-06-30"


def test_ready_and_healthy(client: Client) -> None:
    assert client.get("/readyz").json() == client.get("/healthz").json() == {"status": "ok"}


def test_ids_are_fit_for_an_address_and_never_meet() -> None:
    assert entry_id("us-ofac-sdn", "90001") == "us-ofac-sdn-90001"
    one, other = entry_id("ca", "Schedule 1, item 5"), entry_id("ca", "Schedule 1. item 5")
    assert one.startswith("ca-Schedule-1-item-5-")
    assert one != other


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    with new_workspace(tmp_path) as workspace:
        yield workspace


def test_without_a_list_it_says_so_until_one_is_imported(empty: Workspace) -> None:
    now = [0.0]
    app = make_app(Serving(Lists(empty, lambda: now[0]), Rules(LOOPBACK, one_token(TOKEN))))
    client = Client(app)
    for path, query in (("/readyz", {}), ("/search/default", {"q": "x"}), ("/reconcile/default", {})):
        answer = client.get(path, **query)
        assert (answer.status, answer.code) == (503, "no-lists")
    assert client.get("/healthz").status == 200
    path, issuer = next(iter(ISSUERS.items()))
    empty.import_list(FOLDER / path.lstrip("/"), issuer)
    assert client.get("/readyz").status == 503
    now[0] = LOOK_AGAIN_AFTER
    assert client.get("/readyz").status == 200
    assert client.get("/search/default", q="CEN Chuheng").json()["total"]["value"] >= 1


def test_the_lists_are_looked_at_no_more_often_than_that(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, looked = [0.0], list[int]()
    lists = Lists(empty, lambda: now[0])

    def look(_: Workspace) -> list[Edition]:
        looked.append(1)
        return []

    monkeypatch.setattr("answerable.workspace.screening.editions_in_use", look)
    for _ in range(5):
        served = lists.now()
    assert looked == []
    now[0] = LOOK_AGAIN_AFTER
    assert lists.now() is lists.now() is served
    assert len(looked) == 1
