"""Fetching lists from a real server on loopback: conditional, resumed, and what is in use stays."""

import gzip
import socket
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from answerable.identify.manifests import manifest
from answerable.preserve.addresses import Policy
from answerable.workspace import Workspace
from answerable.workspace.asking import editions_in_use
from answerable.workspace.updating import Updated, update_list
from tests.cli.editions import NEW, OLD, edition, entry
from tests.preserve.servers import Server, page, serving
from tests.support import new_workspace

pytestmark = [pytest.mark.loopback, pytest.mark.allow_hosts(["127.0.0.1"])]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with new_workspace(tmp_path) as made:
        yield made


def ask(workspace: Workspace, server: Server) -> Updated:
    about = manifest("un-sc").model_copy(update={"address": server.url("/consolidated.xml")})
    return update_list(
        workspace, "un-sc", policy=Policy(frozenset({("127.0.0.1", server.port)})), manifest=about
    )


def answering(*answers: bytes) -> AbstractContextManager[Server]:
    left = iter(answers)

    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(next(left))

    return serving(answer)


def test_a_new_edition_and_then_none(workspace: Workspace) -> None:
    told = 'ETag: "one"', "Last-Modified: Mon, 01 Jan 2031 00:00:00 GMT"
    with answering(page(NEW.encode(), *told), page(b"", status="304 Not Modified")) as server:
        first, second = ask(workspace, server), ask(workspace, server)
        assert b"If-None-Match" not in server.asked[0]
        assert b'If-None-Match: "one"\r\nIf-Modified-Since: Mon, 01 Jan 2031' in server.asked[1]
    assert first.outcome == "new"
    assert first.edition is not None
    assert f"SHA-256 {first.edition.sha256}" in first.in_words()
    assert second.in_words() == (
        "un-sc: unchanged: its publisher has no other edition than the last one fetched."
    )


def test_what_was_cut_off_is_taken_up_where_it_ended(workspace: Workspace) -> None:
    data, told = NEW.encode(), 'ETag: "one"'
    cut = page(data, told)[:-200]
    rest = page(
        data[-200:],
        f"Content-Range: bytes {len(data) - 200}-{len(data) - 1}/{len(data)}",
        status="206 Partial",
    )
    with answering(cut, rest) as server:
        first, second = ask(workspace, server), ask(workspace, server)
        asked = f'Range: bytes={len(data) - 200}-\r\nIf-Range: "one"'
        assert asked.encode() in server.asked[1]
    assert first.outcome == "cut off"
    assert first.in_words().endswith("; asking again goes on from there.")
    assert (second.outcome, second.edition and second.edition.entries) == ("new", 3)


def test_a_file_that_changed_meanwhile_is_taken_anew(workspace: Workspace) -> None:
    with answering(page(OLD.encode(), 'ETag: "a"')[:-50], page(NEW.encode(), 'ETag: "b"')) as server:
        ask(workspace, server)
        done = ask(workspace, server)
    assert done.edition is not None
    assert done.edition.info.published == "2031-01-01"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (page(b"<html>Maintenance</html>"), "not used"),
        (page(b"gone", status="404 Not Found"), "not fetched"),
        (page(NEW.encode()[:-40]), "not used"),
        (page(edition("2032-01-01", entry("1", "QUILLON BRASK")).encode()), "not used"),
        (page(NEW.encode(), "Content-Range: bytes 7-9/99", status="206 Partial"), "not fetched"),
    ],
)
def test_the_edition_in_use_stays(workspace: Workspace, answer: bytes, outcome: str) -> None:
    with answering(page(OLD.encode()), answer) as server:
        ask(workspace, server)
        assert ask(workspace, server).outcome == outcome
    assert [one.info.published for one in editions_in_use(workspace)] == ["2030-01-01"]


def test_a_packed_edition_is_the_edition_that_is_packed(workspace: Workspace, tmp_path: Path) -> None:
    with answering(page(gzip.compress(NEW.encode())), page(NEW.encode())) as server:
        first, second = ask(workspace, server), ask(workspace, server)
    assert (first.outcome, second.outcome) == ("new", "kept already")
    assert first.edition == second.edition
    file = tmp_path / "consolidated.xml.gz"
    file.write_bytes(gzip.compress(NEW.encode()))
    assert workspace.import_list(file).edition == first.edition


def test_the_same_edition_twice(workspace: Workspace) -> None:
    with answering(page(OLD.encode()), page(OLD.encode())) as server:
        assert [ask(workspace, server).outcome for _ in range(2)] == ["new", "kept already"]


def test_an_address_that_is_not_public_is_not_fetched(workspace: Workspace) -> None:
    about = manifest("un-sc").model_copy(update={"address": "http://127.0.0.1:8080/list.xml"})
    assert update_list(workspace, "un-sc", manifest=about).outcome == "not fetched"
