"""A submission with about 200 citations in Word and PDF, and its package: the demonstration's own case."""

import tempfile
import time
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from answerable.demo.case import lay_out
from answerable.demo.run import CASE
from answerable.demo.site import pages, serve_site
from answerable.preserve.addresses import Policy
from answerable.workspace.answering import package, submit
from bench.measure import peak_megabytes
from tests.support import new_workspace

TODAY = date(2031, 7, 1)


def run() -> None:
    with tempfile.TemporaryDirectory() as name, serve_site() as site, new_workspace(Path(name)) as workspace:
        address = urlsplit(site)
        permit = Policy(frozenset({(address.hostname or "", address.port or 0)}))
        workspace.capture([site + path for path in pages()], permit)
        workspace.record(lay_out(Path(name) / "casefile", site))
        for what in ("first", "second"):
            began = time.perf_counter()
            made, _ = submit(workspace, CASE, "ca", Path(name) / what, today=TODAY)
            drafted = time.perf_counter() - began
            began = time.perf_counter()
            package(workspace, CASE, "ca", Path(name) / what, today=TODAY)
            packed = time.perf_counter() - began
            notes = len(made.submission.notes)
            print(f"{what}: {notes} notes, weighed and written in {drafted:.2f} s (bar 3 s)")
            print(f"{what}: package {packed:.2f} s")
    print(f"peak memory {peak_megabytes():.0f} MB")
