"""Pages taken into a workspace: each address has its line, and its bytes are kept before any row."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from answerable.model.errors import DiskFull
from answerable.preserve.addresses import Policy
from answerable.preserve.capturing import Capturer
from answerable.preserve.receipts import NOT_REACHED
from answerable.preserve.tables import capture, kept_object, source
from answerable.preserve.vault import Vault
from answerable.workspace import Workspace
from tests.preserve.servers import Server, page, says, serving
from tests.store.test_disk import NotedDisk
from tests.support import new_workspace

pytestmark = [pytest.mark.loopback, pytest.mark.allow_hosts(["127.0.0.1"])]

WORDS = "<p>譚索 was there</p>".encode()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with new_workspace(tmp_path) as made:
        yield made


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(says(page(WORDS, "Content-Type: text/html; charset=utf-8"))) as found:
        yield found


def outcomes(workspace: Workspace, server: Server, *urls: str) -> list[tuple[str, str]]:
    policy = Policy(frozenset({("127.0.0.1", server.port)}))
    batch = workspace.capture(urls, policy)
    return [(one.outcome, one.reason) for one in workspace.receipt(batch)]


def test_every_address_has_its_line(workspace: Workspace, server: Server) -> None:
    kept, refused, again = outcomes(
        workspace, server, server.url("/a"), "http://127.0.0.1:1/", server.url("/a")
    )
    assert (kept, again) == (("kept", ""), ("kept", ""))
    assert refused[0] == "refused"
    assert refused[1]
    result = workspace.verify()
    assert result.holds
    assert result.objects == 3  # the page once, and what went over the wire each time
    with workspace.store.reading() as connection:
        sources = connection.execute(select(source.c.url).order_by(source.c.url)).scalars().all()
        taken = connection.execute(
            select(capture.c.sha256, capture.c.warc_sha256, capture.c.media_type)
        ).all()
    assert sources == sorted({server.url("/a"), "http://127.0.0.1:1/"})
    assert [workspace.vault.get(row.sha256) for row in taken if row.sha256] == [WORDS, WORDS]
    assert {row.media_type for row in taken if row.sha256} == {"text/html"}
    assert all(workspace.vault.get(row.warc_sha256) for row in taken if row.sha256)


def test_what_was_erased_is_not_kept_again_nor_what_went_over_the_wire(
    workspace: Workspace, server: Server
) -> None:
    outcomes(workspace, server, server.url())
    with workspace.store.reading() as connection:
        objects = connection.execute(select(kept_object.c.sha256)).scalars().all()
    with workspace.store.change() as change:
        change.execute(update(kept_object).values(erased=change.at))
        change.log("erase", {})
    for sha256 in objects:
        workspace.vault.destroy(sha256)
    ((outcome, reason),) = outcomes(workspace, server, server.url())
    assert (outcome, reason[:16]) == ("refused", "it was erased on")
    assert not [path for path in workspace.vault.folder.rglob("*") if path.is_file()]
    assert workspace.verify().holds


def test_where_the_disk_fills_up_the_rest_is_told_as_not_reached(
    workspace: Workspace, server: Server
) -> None:
    full = Vault(workspace.vault.folder, None, workspace.people, NotedDisk(fails=3))
    policy = Policy(frozenset({("127.0.0.1", server.port)}))
    with pytest.raises(DiskFull):
        Capturer(workspace.store, full, policy).capture([server.url("/a"), server.url("/b")])
    assert [one.outcome for one in workspace.receipt()] == [NOT_REACHED, NOT_REACHED]
    assert workspace.verify().holds
