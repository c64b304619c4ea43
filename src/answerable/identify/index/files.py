"""The index on disk: a folder for each edition, its arrays mapped into memory and shared by all who read it.

Only public lists are kept so. A folder is written under another name and moved into place, so that it is
there whole or not at all; one that was made from another edition of the list, or by other rules, is left
aside and removed.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

import answerable.names
from answerable.identify.entry import EditionInfo, ListEntry
from answerable.identify.index.nearest import NameIndex
from answerable.identify.index.segment import Segment
from answerable.model.record import Standing
from answerable.names.batch import kernel_is_there

FORMAT = 1
_WORDS = "segment.json"
_NEW = ".new-"
_HEADER = 128
"""Bytes of a file that holds an empty array."""
Told = Callable[[EditionInfo], None]
"""Is told of each edition that is about to be made, which takes about a millisecond a name."""


def _nobody(_: EditionInfo) -> None:
    """Tells nobody."""


def open_index(
    folder: Path,
    editions: Iterable[tuple[str, EditionInfo]],
    entries: Callable[[str], Iterable[ListEntry]],
    told: Told = _nobody,
) -> NameIndex:
    """The index over these editions (each by its id); what is not in the folder yet is made and kept there.

    A list that is no official one is kept in memory only.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = list(editions)
    kept = {edition: f"{edition}-{made_by()}" for edition, info in known if is_public(info)}
    for old in folder.iterdir():
        if old.name not in kept.values() and not old.name.startswith(_NEW):
            shutil.rmtree(old, ignore_errors=True)
    segments = []
    for edition, info in known:
        if edition not in kept:
            segments.append(Segment.of(info, entries(edition)))
            continue
        if not (folder / kept[edition] / _WORDS).is_file():
            told(info)
            _make(folder, kept[edition], partial(_segment, info, edition, entries))
        segments.append(read(folder / kept[edition]))
    return NameIndex.of_segments(segments)


def _segment(info: EditionInfo, edition: str, entries: Callable[[str], Iterable[ListEntry]]) -> Segment:
    return Segment.of(info, entries(edition))


def _make(folder: Path, name: str, made: Callable[[], Segment]) -> None:
    """Make and keep a segment, one maker at a time; what is half made is of one that was cut off."""
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        for half in folder.glob(f"{_NEW}*"):
            shutil.rmtree(half, ignore_errors=True)
        if not (folder / name / _WORDS).is_file():
            write(made(), folder / name)


def folders_of(folder: Path, editions: Iterable[str]) -> list[Path]:
    """Where these editions are kept, those that are."""
    found = (folder / f"{edition}-{made_by()}" for edition in editions)
    return [one for one in found if (one / _WORDS).is_file()]


def is_public(info: EditionInfo) -> bool:
    """Whether its names are no secret, and may stand on the disk in the open."""
    return info.standing is Standing.OFFICIALLY_LISTED


def write(segment: Segment, folder: Path) -> None:
    """Keep a segment. Whoever else makes the same one at that time keeps the same."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=_NEW) as made:
        here = Path(made) / "segment"
        here.mkdir()
        for name, array in segment.arrays().items():
            np.save(here / f"{name}.npy", array, allow_pickle=False)
        (here / _WORDS).write_text(json.dumps(segment.words(), ensure_ascii=False), "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        here.rename(folder)


def read(folder: Path) -> Segment:
    """A segment whose arrays stay on disk until they are looked at."""
    arrays = {path.stem: _mapped(path) for path in folder.glob("*.npy")}
    return Segment.opened(arrays, json.loads((folder / _WORDS).read_text("utf-8")))


def _mapped(path: Path) -> NDArray[Any]:
    """An array of a file; an empty one cannot be mapped."""
    is_empty = path.stat().st_size <= _HEADER
    found: NDArray[Any] = np.asarray(np.load(path, allow_pickle=False, mmap_mode=None if is_empty else "r"))
    return found


@cache
def made_by() -> str:
    """What tells the rules and tables apart that a segment was made by."""
    whole = hashlib.sha256(f"{FORMAT} {kernel_is_there()}".encode())
    room = Path(answerable.names.__file__).parent
    for path in sorted(room.rglob("*")):
        if path.suffix in (".py", ".c", ".tsv"):
            whole.update(path.read_bytes())
    return whole.hexdigest()[:16]
