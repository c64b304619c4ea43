"""The whole job on the invented case, step by step, as a person would do it with the commands.

It serves the invented pages on loopback, and permits its own workspace that one address and port.
"""

import secrets
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from answerable.answer.package.making import program
from answerable.demo.case import CAMPAIGN, lay_out
from answerable.demo.consent import agree
from answerable.demo.followup import ask, change_list, clock_of_the_case, send
from answerable.demo.site import GONE, ISSUERS, pages, serve_site
from answerable.preserve.addresses import Policy
from answerable.workspace import Making, Unlocking, Workspace, init, open_workspace
from answerable.workspace.answering import package, submit
from answerable.workspace.settings import FILE

CASE = "harbour-street"
Say = Callable[[str], None]


@dataclass(slots=True)
class Steps:
    """Tells each step when it is done, and how long it took."""

    say: Say
    number: int = 0

    @contextmanager
    def step(self, what: str) -> Iterator[list[str]]:
        """One step; what is put on the list is told under it."""
        self.number += 1
        began = time.monotonic()
        notes: list[str] = []
        yield notes
        self.say(f"{self.number:>2}. {what}  ({time.monotonic() - began:.1f} s)")
        for note in notes:
            self.say(f"      {note}")


def run_demo(folder: Path, today: date, say: Say) -> None:
    """Do all of it in ``folder`` and end with what to try next."""
    root = folder.absolute()
    _clear(root)
    say("Everything here is invented: the country, the people, the pages and the lists.")
    say("The workspace is PLAIN so that you can look into it; real ones are encrypted.")
    say("")
    steps = Steps(say)
    with serve_site() as site:
        with steps.step("Made a workspace and laid out the casefile"):
            casefile = lay_out(root / "casefile", site)
            workspace = _made(root)
        try:
            _keep(steps, workspace, site)
            _record(steps, workspace, casefile)
        finally:
            workspace.close()
    workspace = open_workspace(root / "workspace", Unlocking())
    try:
        made = _answer(steps, workspace, root / "out", today)
    finally:
        workspace.close()
    workspace = open_workspace(root / "workspace", Unlocking(clock=clock_of_the_case()))
    try:
        _follow(steps, workspace, casefile.parent, root / "out" / f"{CASE}-ca.zip")
    finally:
        workspace.close()
    _next(say, root, made)


def _clear(root: Path) -> None:
    """Take away what an earlier demonstration left; never anything else."""
    if (root / "workspace" / FILE).exists():
        for name in ("workspace", "keys", "checkpoints", "casefile", "out"):
            shutil.rmtree(root / name, ignore_errors=True)


def _made(root: Path) -> Workspace:
    init(
        Making(
            root=root / "workspace",
            organisation="Selwyn Rights Desk",
            home=root,
            secret=None,
            entropy=secrets.token_bytes,
            keys=root / "keys",
            checkpoints=root / "checkpoints",
        )
    )
    return open_workspace(root / "workspace", Unlocking())


def _keep(steps: Steps, workspace: Workspace, site: str) -> None:
    with steps.step("Saved the pages over HTTP, with request and response") as notes:
        left_out = {*ISSUERS, "/style.css", "/missing.html"}
        paths = [path for path in pages() if path not in left_out]
        address = urlsplit(site)
        permit = Policy(frozenset({(address.hostname or "", address.port or 0)}))
        batch = workspace.capture([site + path for path in (*paths, GONE)], permit)
        for line in workspace.receipt(batch):
            notes.append(f"{line.outcome:<8} {urlsplit(line.input).path} {line.reason}")


def _record(steps: Steps, workspace: Workspace, casefile: Path) -> None:
    with steps.step("Read them, found every quotation, and recorded the casefile") as notes:
        done = workspace.record(casefile)
        notes.append(f"{done.statements} statements about {done.entities} people and things")
    with steps.step("Noted what the witness agreed to: governments, and nobody else") as notes:
        notes += agree(workspace)
    with steps.step("Imported two official lists, and looked the people up") as notes:
        for path, issuer in ISSUERS.items():
            file = casefile.parent / Path(path).name
            file.write_bytes(pages()[path].body)
            imported = workspace.import_list(file, issuer)
            notes.append(f"{imported.edition.info.publisher}: {imported.edition.entries} entries")


def _answer(steps: Steps, workspace: Workspace, out: Path, today: date) -> list[Path]:
    with steps.step("Weighed the case under two Canadian laws, drafted the submission") as notes:
        made, paths = submit(workspace, CASE, "ca", out, today=today)
        for ready in made.weighed.readiness:
            state = "ready to file" if ready.is_ready else f"not ready: {ready.gaps[0].sentence}"
            with workspace.view(made.recipient.audience) as view:
                notes.append(f"{view.caption(ready.subject)} · {ready.law.id}: {state}")
    with steps.step("Packaged the evidence with its verifier"):
        packed = package(workspace, CASE, "ca", out, today=today)
    with steps.step("Ran that verifier, as a stranger would") as notes:
        verifier = out / "verify.py"
        verifier.write_bytes(program())
        notes += _verified(verifier, packed)
    with steps.step("Hashed everything kept again, and walked the evidence log") as notes:
        result = workspace.verify()
        notes.append(f"{result.objects} kept objects match their hashes")
        notes += [chain.in_words() for chain in result.chains]
    return [*paths, packed, verifier]


def _follow(steps: Steps, workspace: Workspace, beside: Path, packed: Path) -> None:
    with steps.step("Noted that it was sent, and what came back (it is January 2032 by now)") as notes:
        notes += send(workspace, CASE, packed, beside)
    with steps.step("A list changed: an outcome is proposed, and two people confirm it") as notes:
        notes += change_list(workspace, beside)
    with steps.step("Recorded the campaign: five demands, and how far each came") as notes:
        notes += ask(workspace, beside / CAMPAIGN[0])


def _verified(verifier: Path, packed: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-I", str(verifier), str(packed)], capture_output=True, text=True, check=True
    )
    with zipfile.ZipFile(packed) as archive:
        count = len(archive.namelist())
    return [f"{count} files checked", done.stdout.strip().splitlines()[-1]]


def _next(say: Say, root: Path, made: list[Path]) -> None:
    say("")
    say("Made:")
    for path in made:
        say(f"  {_from_here(path)}")
    say("")
    say("Now try:")
    program = _from_here(Path(sys.argv[0]))
    where = f"{program} --workspace {_from_here(root / 'workspace')}"
    say(f"  {where} weigh {CASE}")
    say(f"  {where} followup show {CASE}/ca")
    say(f'  {where} demands show "End exports of restraint equipment"')
    say(f"  {where} search 清場")
    say(f"  {where} screen 岑礎衡")
    say(f'  {program} names compare 岑礎衡 "SHUM Cho-hang"')


def _from_here(path: Path) -> Path:
    """A path as one would type it where one stands."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
