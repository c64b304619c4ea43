"""A recorded case with a protected witness, and packages made of it."""

import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from answerable.answer.package.making import make_package
from answerable.answer.scrub import pack
from answerable.model.audience import Audience
from answerable.model.canonical import sha256_hex
from answerable.store.checkpoint import file_for, read_checkpoints
from answerable.workspace import Workspace
from tests.support import recorded, seeded

WITNESS = "Oren Tamvale"
GAZETTE = "Office of the Gazette\nLAM Ka-ho was made Commissioner of Police on 2 January 2030.\n"
REPORT = (
    "<html><body><h1>Harbour Street</h1><p>On 3 May 2031 Commissioner LAM Ka-ho ordered the clearing of"
    " Harbour Street in Port Selwyn. A market porter was beaten in custody.</p></body></html>"
)
TESTIMONY = f"Statement of {WITNESS}, porter.\nThe commissioner stood by while {WITNESS} was beaten.\n"
FILES: dict[str, str | bytes] = {"gazette.txt": GAZETTE, "report.html": REPORT, "testimony.txt": TESTIMONY}
CASEFILE = f"""
casefile: harbour
organisation: Selwyn Rights Desk
sharing: public
grade: B2
sources:
  gazette: {{file: gazette.txt, title: Gazette no. 18, publisher: Office of the Gazette, said_by: office}}
  report: {{file: report.html, title: Report on Harbour Street, publisher: Quayside Watch}}
  testimony: {{file: testimony.txt, title: Testimony of {WITNESS}, said_by: porter, names: porter}}
entities:
  office:
    schema: PublicBody
    name: {{value: Office of the Gazette, cite: {{source: gazette, quote: Office of the Gazette}}}}
  lam:
    schema: Person
    name: LAM Ka-ho
    country: xt
    summary:
      value: Ordered the clearing of the street.
      sharing: "recipient:ca, recipient:us"
      cite: {{source: report, quote: ordered the clearing of Harbour Street}}
    cite: {{source: gazette, quote: LAM Ka-ho was made Commissioner of Police}}
  porter:
    schema: Person
    protected: "yes"
    name: {WITNESS}
    position: porter
    cite: {{source: testimony, quote: "Statement of {WITNESS}, porter"}}
  beating:
    schema: Act
    violation: torture
    date: {{value: "2031-05-03", cite: {{source: report, quote: On 3 May 2031}}}}
    victim:
      value: porter
      cite: {{source: testimony, quote: "while {WITNESS} was beaten"}}
    cite: {{source: report, quote: A market porter was beaten in custody}}
  role:
    schema: Involvement
    perpetrator: lam
    act: beating
    degree: [commanded, ordered]
    cite:
      - {{source: report, quote: ordered the clearing of Harbour Street}}
      - {{source: testimony, quote: "stood by while {WITNESS} was beaten", stance: contradicts}}
  post:
    schema: Occupancy
    holder: lam
    post: commissioner
    startDate: "2030-01-02"
    cite: {{source: gazette, quote: made Commissioner of Police on 2 January 2030}}
  commissioner:
    schema: Position
    name: Commissioner of Police
    cite: {{source: gazette, quote: Commissioner of Police}}
case:
  slug: harbour
  title: The clearing of Harbour Street
  summary: On 3 May 2031 a street was cleared.
  subjects: [lam]
  laws: [ca-jvcfoa]
"""
DOCUMENTS = {"submission.txt": b"The submission, with two notes.\n"}


@contextmanager
def harbour(
    folder: Path, casefile: str = CASEFILE, files: Mapping[str, str | bytes] = FILES
) -> Iterator[Workspace]:
    """The workspace of the case."""
    with recorded(folder, casefile, dict(files)) as workspace:
        yield workspace


def packed(
    workspace: Workspace,
    audience: Audience,
    documents: Mapping[str, bytes] = DOCUMENTS,
    *,
    seed: int = 7,
    footnotes: Callable[[Any], list[str]] | None = None,
) -> bytes:
    """The case's package for an audience, with a checkpoint signed for it."""
    with workspace.view(audience) as view:
        workspace.checkpoint()
        path = file_for(Path(workspace.settings.checkpoints), view.chain)
        return make_package(
            view,
            view.case("harbour"),
            documents,
            footnotes=footnotes(view) if footnotes else None,
            public_key=workspace.keys.public_key,
            checkpoints=list(read_checkpoints(path, workspace.keys.public_key)),
            made_at="2031-06-02T10:00:00Z",
            entropy=seeded(seed),
        )


def members(package: bytes) -> dict[str, bytes]:
    """What is in a package, by path."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def record_of(package: bytes) -> dict[str, list[dict[str, Any]]]:
    """record.json, read."""
    read: dict[str, list[dict[str, Any]]] = json.loads(members(package)["record.json"])
    return read


def resealed(parts: dict[str, bytes]) -> bytes:
    """A package put together again by someone who also mends package.json."""
    about = json.loads(parts["package.json"])
    about["files"] = [
        {"path": path, "sha256": sha256_hex(parts[path]), "size": len(parts[path])}
        for path in sorted(set(parts) - {"package.json"})
    ]
    return pack({**parts, "package.json": json.dumps(about).encode()})
