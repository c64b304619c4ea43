"""Fetching new editions of official lists from their publishers, only when somebody asks for it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from answerable.identify.lists import Edition, import_list
from answerable.identify.manifests import Manifest, manifests
from answerable.identify.packed import unpacked
from answerable.identify.readers import reader_for
from answerable.model.errors import ListShrunk, ListUnreadable, NothingCalled
from answerable.model.nearest import nearest
from answerable.preserve.addresses import Policy
from answerable.preserve.limits import Limits
from answerable.workspace.publisher import Publisher, Seen
from answerable.workspace.workspace import LARGEST_LIST, Workspace

Outcome: TypeAlias = Literal["new", "kept already", "unchanged", "cut off", "not fetched", "not used"]
LIMITS = Limits(total_bytes=LARGEST_LIST, unpacked_bytes=LARGEST_LIST, total_seconds=1800)


@dataclass(frozen=True, slots=True)
class Updated:
    """What came of asking for one list."""

    list_id: str
    outcome: Outcome
    why: str = ""
    edition: Edition | None = None

    def in_words(self) -> str:
        """A sentence for it."""
        if self.edition:
            what = f"{self.edition.entries} entries, SHA-256 {self.edition.sha256}"
            return f"{self.list_id}: {self.outcome}, {what}."
        return f"{self.list_id}: {self.outcome}: {self.why}"


def update_list(
    workspace: Workspace, list_id: str, *, policy: Policy | None = None, manifest: Manifest | None = None
) -> Updated:
    """Ask the publisher of a list for a new edition, and import it; the edition in use stays if that fails.

    Raises `NothingCalled` for a list that has no manifest. The server sees this machine's address.
    """
    about = manifest or manifests().get(list_id)
    if about is None:
        raise NothingCalled(kind="list", name=list_id, nearest=nearest(list_id, manifests()))
    if not about.address:
        return Updated(list_id, "not fetched", "it has no one address to fetch it from.")
    with workspace.changing():
        return _update(workspace, list_id, about, policy or Policy())


def _update(workspace: Workspace, list_id: str, about: Manifest, policy: Policy) -> Updated:
    publisher = Publisher(workspace.root / "lists", list_id, about.address)
    answer = publisher.ask(workspace.store.clock, policy, LIMITS)
    if answer.outcome != "came":
        return Updated(list_id, answer.outcome, answer.why)
    name = about.file or urlsplit(about.address).path.rpartition("/")[2]
    try:
        data, name = unpacked(answer.data, name, LARGEST_LIST)
        if reader_for(data, name).list_id != list_id:
            raise ListUnreadable(file=name, format=about.format, why="another list came from there")
        done = import_list(workspace.store, workspace.vault, data, name)
    except (ListUnreadable, ListShrunk) as error:
        publisher.keep(Seen())
        return Updated(list_id, "not used", error.sentence())
    publisher.keep(answer.seen)
    return Updated(list_id, "new" if done.new else "kept already", edition=done.edition)
