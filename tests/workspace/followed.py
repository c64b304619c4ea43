"""What tests of the follow-up share: a submission that was drafted, sent, and held against lists."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from answerable.identify.followup.sent import Sent
from answerable.identify.lists import Issuer
from answerable.model.canonical import sha256_hex
from answerable.workspace import Workspace
from answerable.workspace.answering import submit
from answerable.workspace.following import note_submission
from tests.answer.submission.case import workspace as harbour
from tests.identify.editions import ODE, Listed, edition

ISSUER = Issuer("ca-norrmark", "Norrmark list", "Treasury of Norrmark")
LAM = Listed("70001", "LAM", "Ka-ho", born="1969", remarks="Held a choir in a shed.")
NAMESAKE = Listed("70002", "LAM", "Ka-ho", born="1931")
SENT = Sent("ca", "", "", "2031-06-01")
DAY = date(2031, 6, 1)


@contextmanager
def drafted(folder: Path) -> Iterator[tuple[Workspace, Path]]:
    """A workspace with the case of the harbour, and its submission to Canada in Word."""
    with harbour(folder) as workspace:
        _, paths = submit(workspace, "harbour", "ca", folder / "out", today=DAY)
        yield workspace, paths[0]


@contextmanager
def quickly_drafted(folder: Path) -> Iterator[tuple[Workspace, Path]]:
    """The same, where what is in the paper does not matter: its line is in the log, as `submit` writes it."""
    with harbour(folder) as workspace:
        paper = folder / "harbour-ca.docx"
        paper.write_bytes(b"a paper")
        with workspace.changing(), workspace.store.change() as change:
            files = {paper.name: sha256_hex(paper.read_bytes())}
            change.log("submit", {"case": "harbour", "recipient": "ca", "files": files})
        yield workspace, paper


def send(workspace: Workspace, paper: Path, sent: Sent = SENT, **said: str) -> str:
    """Note that the paper was sent; the submission's id."""
    return note_submission(workspace, "harbour", replace(sent, **said), str(paper)).id


def put_list(workspace: Workspace, folder: Path, published: str, *listed: Listed) -> None:
    """Import an edition of the list; the one who is on all of them keeps it from being empty."""
    path = folder / "list.xml"
    path.write_bytes(edition(published, ODE, *listed))
    workspace.import_list(path, ISSUER, shrunk_is_right=True)
