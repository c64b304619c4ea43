"""A thousand small files in one batch, against writing the same files durably with nothing else done."""

import tempfile
import time
from pathlib import Path

from answerable.store.disk import Disk, write_durably
from bench.measure import peak_megabytes
from tests.support import new_workspace

FILES, SIZE = 1000, 4096


def run() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox = folder / "inbox"
        inbox.mkdir()
        for number in range(FILES):
            (inbox / f"{number:04}.txt").write_bytes(f"{number} ".encode() * (SIZE // 5))
        bare = _bare(folder, inbox)
        before = peak_megabytes()
        with new_workspace(folder) as workspace:
            began = time.perf_counter()
            batch = workspace.import_files([inbox])
            ours = time.perf_counter() - began
            lines = workspace.receipt(batch)
    kept = sum(line.outcome == "kept" for line in lines)
    print(f"{FILES} files in, {len(lines)} receipt lines, {kept} kept")
    print(f"{FILES / ours:.0f} files/s; durable writes alone {FILES / bare:.0f} files/s")
    print(f"{ours / bare:.2f} times the durable writes alone")
    print(f"peak memory {peak_megabytes():.0f} MB ({peak_megabytes() - before:.0f} MB of it for the batch)")


def _bare(folder: Path, inbox: Path) -> float:
    began = time.perf_counter()
    for path in sorted(inbox.iterdir()):
        write_durably(Disk(), folder / "bare" / path.name[:2] / path.name, path.read_bytes())
    return time.perf_counter() - began
