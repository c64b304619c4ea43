"""Asking a publisher for its file anew: only if it is another than before, and on from where it was cut off.

What the publisher said of the file that was fetched last (ETag, Last-Modified), and what arrived of one that
was cut off, is kept in a folder of the workspace, unlocked: public bytes, and what is followed.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from answerable.model.record import Verdict
from answerable.preserve.addresses import Policy
from answerable.preserve.exchange import Headers
from answerable.preserve.fetch import Fetched, fetch
from answerable.preserve.limits import Limits
from answerable.store.clock import Clock

Came: TypeAlias = Literal["came", "unchanged", "cut off", "not fetched"]


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


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking; ``data`` only where the whole file *came*."""

    outcome: Came
    why: str = ""
    data: bytes = field(default=b"", repr=False)
    seen: Seen = field(default_factory=Seen)
    """To be kept once the file is used, so that it is not sent again."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Where a file is published, and the folder in which is kept what is known of it, under ``name``."""

    folder: Path
    name: str
    address: str

    def ask(self, clock: Clock, policy: Policy, limits: Limits) -> Answer:
        """Ask once. The server sees this machine's address and the time."""
        seen = self._seen()
        got = fetch(self.address, clock=clock, policy=policy, limits=limits, besides=seen.asked())
        if got.status == 304:
            return Answer("unchanged", "its publisher has no other edition than the last one fetched.")
        whole = _whole(got, seen)
        if got.verdict is Verdict.PARTIAL and whole:
            self.keep(Seen(seen.etag, seen.last_modified, _strong(got), whole))
            return Answer("cut off", f"{got.reason}; asking again goes on from there.")
        if got.verdict is not Verdict.COMPLETE or not whole:
            self.keep(Seen(seen.etag, seen.last_modified))
            return Answer("not fetched", f"{got.reason or 'nothing came'}.")
        last = got.exchanges[-1]
        return Answer("came", data=whole, seen=Seen(last.header("etag"), last.header("last-modified")))

    def keep(self, seen: Seen) -> None:
        """Keep what is known of the file now; `Seen()` forgets it, so that it is sent whole again."""
        self.folder.mkdir(exist_ok=True)
        said = {name: value for name, value in asdict(seen).items() if name != "part"}
        part = self.folder / f"{self.name}.part"
        if seen.part and seen.part_etag:
            part.write_bytes(seen.part)
        else:
            part.unlink(missing_ok=True)
        (self.folder / f"{self.name}.json").write_text(json.dumps(said), "utf-8")

    def _seen(self) -> Seen:
        """What was kept; nothing where it cannot be read, since it saves work and no more."""
        try:
            said = json.loads((self.folder / f"{self.name}.json").read_text("utf-8"))
            part = self.folder / f"{self.name}.part"
            return Seen(**said, part=part.read_bytes() if part.exists() else b"")
        except (OSError, ValueError, TypeError):
            return Seen()


def _whole(got: Fetched, seen: Seen) -> bytes:
    """What is there of the file by now: the part and its rest, or what came; nothing for other answers."""
    if got.status == 200:
        return got.body
    begins = f"bytes {len(seen.part)}-"
    fits = got.status == 206 and got.exchanges[-1].header("content-range").startswith(begins)
    return seen.part + got.body if fits else b""


def _strong(got: Fetched) -> str:
    """The tag that vouches for every byte; a weak one vouches for the meaning alone, and is left out."""
    tag = got.exchanges[-1].header("etag")
    return "" if tag.startswith("W/") else tag
