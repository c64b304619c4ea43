"""Fetching new editions of official lists from their publishers, only when somebody asks for it.

What a publisher said of the edition that was fetched last (ETag, Last-Modified), and what arrived of one that
was cut off, is kept in the folder ``lists`` of the workspace, unlocked: public bytes, and the lists followed.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from answerable.identify.lists import Edition, import_list
from answerable.identify.manifests import Manifest, manifests
from answerable.identify.readers import reader_for
from answerable.model.errors import ListShrunk, ListUnreadable, NothingCalled
from answerable.model.nearest import nearest
from answerable.model.record import Verdict
from answerable.preserve.addresses import Policy
from answerable.preserve.exchange import Headers
from answerable.preserve.fetch import Fetched, fetch
from answerable.preserve.limits import Limits
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


@dataclass(slots=True)
class Seen:
    """What is known of the publisher's file from the last time; ``part`` is what arrived of one cut off."""

    etag: str = ""
    last_modified: str = ""
    part_etag: str = ""
    part: bytes = field(default=b"", repr=False)

    def asked(self) -> Headers:
        """The headers that ask for the rest of a part, or for the whole if it is another than before."""
        plain = (("Accept", "*/*"), ("Accept-Encoding", "identity"))
        if self.part and self.part_etag:
            return (*plain, ("Range", f"bytes={len(self.part)}-"), ("If-Range", self.part_etag))
        said = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return (*plain, *((name, value) for name, value in said if value))


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
    folder = workspace.root / "lists"
    seen = _seen(folder, list_id)
    got = fetch(
        about.address, clock=workspace.store.clock, policy=policy, limits=LIMITS, besides=seen.asked()
    )
    if got.status == 304:
        return Updated(list_id, "unchanged", "its publisher has no other edition than the last one fetched.")
    whole = _whole(got, seen)
    if got.verdict is Verdict.PARTIAL and whole:
        _keep(folder, list_id, Seen(seen.etag, seen.last_modified, _strong(got), whole))
        return Updated(list_id, "cut off", f"{got.reason}; asking again goes on from there.")
    if got.verdict is not Verdict.COMPLETE or not whole:
        _keep(folder, list_id, Seen(seen.etag, seen.last_modified))
        return Updated(list_id, "not fetched", f"{got.reason or 'nothing came'}.")
    return _import(workspace, list_id, about, whole, got)


def _whole(got: Fetched, seen: Seen) -> bytes:
    """What is there of the file by now: the part and its rest, or what came; nothing for other answers."""
    if got.status == 200:
        return got.body
    begins = f"bytes {len(seen.part)}-"
    fits = got.status == 206 and got.exchanges[-1].header("content-range").startswith(begins)
    return seen.part + got.body if fits else b""


def _import(workspace: Workspace, list_id: str, about: Manifest, data: bytes, got: Fetched) -> Updated:
    name = about.file or urlsplit(about.address).path.rpartition("/")[2]
    folder, last = workspace.root / "lists", got.exchanges[-1]
    try:
        if reader_for(data, name).list_id != list_id:
            raise ListUnreadable(file=name, format=about.format, why="another list came from there")
        done = import_list(workspace.store, workspace.vault, data, name)
    except (ListUnreadable, ListShrunk) as error:
        _keep(folder, list_id, Seen())
        return Updated(list_id, "not used", error.sentence())
    _keep(folder, list_id, Seen(last.header("etag"), last.header("last-modified")))
    return Updated(list_id, "new" if done.new else "kept already", edition=done.edition)


def _strong(got: Fetched) -> str:
    """The tag that vouches for every byte; a weak one vouches for the meaning alone, and is left out."""
    tag = got.exchanges[-1].header("etag")
    return "" if tag.startswith("W/") else tag


def _seen(folder: Path, list_id: str) -> Seen:
    """What was kept; nothing where it cannot be read, since it saves work and no more."""
    try:
        said = json.loads((folder / f"{list_id}.json").read_text("utf-8"))
        part = folder / f"{list_id}.part"
        return Seen(**said, part=part.read_bytes() if part.exists() else b"")
    except (OSError, ValueError, TypeError):
        return Seen()


def _keep(folder: Path, list_id: str, seen: Seen) -> None:
    folder.mkdir(exist_ok=True)
    said = {name: value for name, value in asdict(seen).items() if name != "part"}
    part = folder / f"{list_id}.part"
    if seen.part and seen.part_etag:
        part.write_bytes(seen.part)
    else:
        part.unlink(missing_ok=True)
    (folder / f"{list_id}.json").write_text(json.dumps(said), "utf-8")
