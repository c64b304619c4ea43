"""A workspace with two invented lists and a protected person in it, and the server of its lists."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.demo.site import FOLDER, ISSUERS
from answerable.web.app import Serving, make_app
from answerable.web.gate import LOOPBACK, Rules
from answerable.web.keys import one_token
from answerable.workspace import Workspace
from answerable.workspace.screening import Lists
from tests.web.client import TOKEN, Client
from tests.workspace.support import TESTIMONY, made, record_harbour

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """An event loop wakes itself over loopback where there are no unix sockets."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The workspace, with the lists of Norrmark and Aldermarch, and a witness who is protected."""
    folder = tmp_path_factory.mktemp("web")
    with made(folder) as found:
        papers = folder / "papers"
        papers.mkdir()
        (papers / "mei-tan.txt").write_text(TESTIMONY, "utf-8")
        record_harbour(found, papers)
        for path, issuer in ISSUERS.items():
            found.import_list(FOLDER / path.lstrip("/"), issuer)
        yield found


@pytest.fixture(scope="module")
def lists(workspace: Workspace) -> Lists:
    """Its lists, with a clock that stands still."""
    return Lists(workspace, lambda: 0.0)


@pytest.fixture(scope="module")
def client(lists: Lists) -> Client:
    """Somebody on this machine who holds the token."""
    return Client(make_app(Serving(lists, Rules(LOOPBACK, one_token(TOKEN)))))
