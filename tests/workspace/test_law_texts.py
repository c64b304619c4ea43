"""Official texts fetched from a real server on loopback, kept, compared, and shown beside the law."""

import json
import socket
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from answerable.model.errors import LawTextUnreadable
from answerable.preserve.addresses import Policy
from answerable.store.log import rows
from answerable.weigh.law import Law
from answerable.weigh.laws import read_law
from answerable.workspace import Workspace
from answerable.workspace.law_texts import LawUpdated, folder_of, kept_text, update_law
from tests.preserve.servers import Server, page, serving
from tests.support import new_workspace
from tests.weigh.test_laws import GOOD
from tests.weigh.weighing import law

pytestmark = [pytest.mark.loopback, pytest.mark.allow_hosts(["127.0.0.1"])]

TAMSOR = read_law(GOOD.replace("art. ", "s. ").encode(), "xt-act.yaml")
"""An invented Act, checked on 2031-03-01 and then amended last on 2031-02-01."""


def official(amended: str = "2031-02-01", since: str = "2031-01-01", second: str = "2") -> bytes:
    """The invented Act as its publisher would have it."""
    lims = 'xmlns:lims="http://justice.gc.ca/lims"'
    return f"""<Statute {lims} lims:current-date="2031-06-01" lims:lastAmendedDate="{amended}"><Body>
    <Section><Label>1</Label><Text>Whoever took part</Text>
    <Paragraph lims:inforce-start-date="{since}"><Label>(a)</Label>
    <Text>in Tamsor</Text></Paragraph></Section>
    <Section><Label>{second}</Label><Text>Their kin.</Text></Section>
    </Body></Statute>""".encode()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with new_workspace(tmp_path) as made:
        yield made


def ask(workspace: Workspace, server: Server, about: Law = TAMSOR) -> LawUpdated:
    policy = Policy(frozenset({("127.0.0.1", server.port)}))
    return update_law(workspace, about, policy=policy, address=server.url("/act.xml"))


def answering(*answers: bytes) -> AbstractContextManager[Server]:
    left = iter(answers)

    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(next(left))

    return serving(answer)


def test_a_text_is_fetched_kept_logged_and_not_sent_twice(workspace: Workspace) -> None:
    with answering(page(official(), 'ETag: "one"'), page(b"", status="304 Not Modified")) as server:
        first, second = ask(workspace, server), ask(workspace, server)
        assert b'If-None-Match: "one"' in server.asked[1]
    assert (first.outcome, first.current_to, first.changed) == ("new", "2031-06-01", ())
    assert second.outcome == "unchanged"
    kept = kept_text(workspace.root, TAMSOR)
    assert kept is not None
    assert (kept.text.sha256, kept.text.words("1")) == (first.sha256, "1 Whoever took part\n   (a) in Tamsor")
    assert kept.text.words("1(b)") == ""
    with workspace.store.reading() as connection:
        (noted,) = [row for row in rows(connection, workspace.store.chain) if "law-text" in row.entry]
    assert first.sha256 in noted.entry
    assert TAMSOR.sha256 in noted.entry


# what the publisher has then, and what is told of it
YOUNGER = [
    (official(amended="2031-05-01"), "the text was amended on 2031-05-01; the file knows of 2031-02-01"),
    (official(since="2031-04-01"), "s. 1 has other words since 2031-04-01"),
    (official(second="3"), "s. 2 is not in the text"),
]


@pytest.mark.parametrize(("text", "sentence"), YOUNGER)
def test_what_is_younger_than_the_check_is_told(workspace: Workspace, text: bytes, sentence: str) -> None:
    with answering(page(official()), page(text)) as server:
        assert ask(workspace, server).changed == ()
        assert ask(workspace, server).changed == (sentence,)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (page(b"<html>Maintenance</html>"), "not used"),
        (page(official()[:-20]), "not used"),
        (page(b'<!DOCTYPE x [<!ENTITY a "b">]>' + official()), "not used"),
        (page(b"gone", status="404 Not Found"), "not fetched"),
    ],
)
def test_the_text_that_is_kept_stays(workspace: Workspace, answer: bytes, outcome: str) -> None:
    with answering(page(official()), answer) as server:
        first = ask(workspace, server)
        assert ask(workspace, server).outcome == outcome
    kept = kept_text(workspace.root, TAMSOR)
    assert kept is not None
    assert kept.text.sha256 == first.sha256


def test_a_text_that_was_altered_where_it_is_kept_is_refused(workspace: Workspace) -> None:
    with answering(page(official())) as server:
        ask(workspace, server)
    file = folder_of(workspace.root) / "xt-act.xml"
    file.write_bytes(official(since="1999-01-01"))
    with pytest.raises(LawTextUnreadable):
        kept_text(workspace.root, TAMSOR)


def test_a_law_without_one_file_is_not_fetched(workspace: Workspace) -> None:
    assert update_law(workspace, law("us-gloman")).outcome == "not fetched"
    assert kept_text(workspace.root, law("us-gloman")) is None


@pytest.mark.real
@pytest.mark.parametrize(
    ("law_id", "file", "number", "words"),
    [
        ("ca-jvcfoa", "eng_acts_J-2.3.xml", "4(2)(a)(ii)", "to obtain, exercise, defend or promote"),
        ("ca-sema-prc", "eng_regulations_SOR-2021-49.xml", "2(b)", "current or former senior official"),
        ("ca-irpa", "eng_acts_I-2.5.xml", "35(1)(b)", "in the opinion of the Minister"),
    ],
)
def test_the_real_texts_are_kept_and_say_nothing_new(
    workspace: Workspace, shared: Path, law_id: str, file: str, number: str, words: str
) -> None:
    with answering(page((shared / "law" / file).read_bytes())) as server:
        done = ask(workspace, server, law(law_id))
    kept = kept_text(workspace.root, law(law_id))
    assert kept is not None
    assert (done.outcome, done.changed) == ("new", ())
    assert words in kept.text.words(number)
    assert json.loads((folder_of(workspace.root) / f"{law_id}.json").read_text())["sha256"] == done.sha256
