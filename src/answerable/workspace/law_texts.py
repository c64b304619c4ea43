"""The official texts of laws: fetched from their publishers when somebody asks, and kept in the workspace.

They are public bytes in the folder ``laws``, unlocked, so that a law can be read beside its text without a
key. What was fetched stands in the evidence log by its hash.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from answerable.model.canonical import sha256_hex
from answerable.model.errors import LawTextUnreadable
from answerable.preserve.addresses import Policy
from answerable.preserve.limits import Limits
from answerable.store.clock import stamp
from answerable.store.disk import write_durably
from answerable.weigh.law import Law
from answerable.weigh.official import OfficialText, changed_since, read_official
from answerable.workspace.publisher import Publisher, Seen
from answerable.workspace.workspace import Workspace

Outcome: TypeAlias = Literal["new", "kept already", "unchanged", "cut off", "not fetched", "not used"]
LARGEST = 50_000_000
"""Bytes of one law; the longest in Canada's collection has a fifth of that."""
LIMITS = Limits(total_bytes=LARGEST, unpacked_bytes=LARGEST, total_seconds=300)


@dataclass(frozen=True, slots=True)
class LawUpdated:
    """What came of asking for the official text of one law."""

    law: str
    outcome: Outcome
    why: str = ""
    sha256: str = ""
    current_to: str = ""
    changed: tuple[str, ...] = ()
    """What in the text is younger than the law file's check, in sentences."""

    def in_words(self) -> str:
        """A sentence for it."""
        if self.sha256:
            return f"{self.law}: {self.outcome}, current to {self.current_to}, SHA-256 {self.sha256}."
        return f"{self.law}: {self.outcome}: {self.why}"


@dataclass(frozen=True, slots=True)
class Kept:
    """An official text that was fetched, and when."""

    text: OfficialText
    fetched_at: str
    address: str


def update_law(
    workspace: Workspace, law: Law, *, policy: Policy | None = None, address: str = ""
) -> LawUpdated:
    """Ask the publisher of a law for its text, and keep it; the one kept stays if that fails.

    ``address`` takes the place of the one in the law file. The server sees this machine's address.
    """
    source = address or law.address
    if not source:
        return LawUpdated(law.id, "not fetched", "its publisher has no one file of it that could be fetched.")
    with workspace.changing():
        return _update(workspace, law, source, policy or Policy())


def _update(workspace: Workspace, law: Law, address: str, policy: Policy) -> LawUpdated:
    folder = folder_of(workspace.root)
    publisher = Publisher(folder, f"{law.id}.asked", address)
    answer = publisher.ask(workspace.store.clock, policy, LIMITS)
    if answer.outcome != "came":
        return LawUpdated(law.id, answer.outcome, answer.why)
    try:
        text = read_official(answer.data, f"{law.id}.xml")
    except LawTextUnreadable as error:
        publisher.keep(Seen())
        return LawUpdated(law.id, "not used", error.sentence())
    before = folder / f"{law.id}.xml"
    new = not before.exists() or sha256_hex(before.read_bytes()) != text.sha256
    about = {"sha256": text.sha256, "fetched_at": stamp(workspace.store.clock()), "address": address}
    folder.mkdir(exist_ok=True)
    write_durably(workspace.disk, before, answer.data)
    write_durably(workspace.disk, folder / f"{law.id}.json", json.dumps(about).encode())
    with workspace.store.change() as change:
        change.log("law-text", {"law": law.id, "file": law.sha256, **about})
    publisher.keep(answer.seen)
    outcome: Outcome = "new" if new else "kept already"
    return LawUpdated(law.id, outcome, "", text.sha256, text.current_to, tuple(changed(text, law)))


def folder_of(root: Path) -> Path:
    """Where a workspace keeps the official texts."""
    return root / "laws"


def kept_text(root: Path, law: Law) -> Kept | None:
    """The text of a law that was fetched last; None where none was.

    Raises `LawTextUnreadable` where what is kept is not what was fetched.
    """
    file = folder_of(root) / f"{law.id}.xml"
    if not file.exists():
        return None
    about = json.loads(file.with_suffix(".json").read_text("utf-8"))
    data = file.read_bytes()
    if sha256_hex(data) != about["sha256"]:
        raise LawTextUnreadable(file=file.name, why="it is not the file that was fetched")
    return Kept(read_official(data, file.name), about["fetched_at"], about["address"])


def changed(text: OfficialText, law: Law) -> list[str]:
    """What in the text is younger than the law file's check; nothing where it was never checked."""
    return changed_since(text, law, date.fromisoformat(law.checked_on)) if law.checked_on else []
