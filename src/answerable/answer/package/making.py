"""Making a package, searching it for what it must not hold, and checking it as a stranger would."""

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from answerable.answer.package import verify
from answerable.answer.package.commitments import Secret
from answerable.answer.package.contents import Contents
from answerable.answer.package.disclosed import Disclosed
from answerable.answer.package.leaks import find_leak
from answerable.answer.package.reach import statements_of_case
from answerable.answer.package.readme import readme
from answerable.answer.scrub import pack
from answerable.model.canonical import Json, sha256_hex
from answerable.model.errors import PackageWrong, ValueRefused, WouldReveal
from answerable.model.ids import Entropy
from answerable.model.record import Case
from answerable.record.view import View
from answerable.store.checkpoint import Checkpoint

SECRET_BYTES = 32


def make_package(
    view: View,
    case: Case,
    documents: Mapping[str, bytes],
    *,
    footnotes: Sequence[str] | None,
    public_key: str,
    checkpoints: Sequence[Checkpoint],
    made_at: str,
    entropy: Entropy,
) -> bytes:
    """The package of a case as a ZIP, for the View's audience.

    ``footnotes`` are statement ids in the order of the documents' notes; ``checkpoints`` must hold one
    signed with the key ``public_key`` after the last log row that the package needs. ``entropy`` is asked
    once for 32 bytes; whoever keeps them can open the package's commitments (`commitments.Secret`).
    The same input gives the same bytes.

    Raises `WouldReveal` where a member holds what must not appear, `PackageWrong` where the package does
    not verify, `ValueRefused` for a document's name, and what the vault raises for bytes that are gone.
    """
    signed = _newest(checkpoints, public_key, view)
    rows = view.log_rows()[: signed[-1].head.seq]
    log = Disclosed(rows)
    contents = Contents(view, Secret(entropy(SECRET_BYTES)), log)
    contents.gather(statements_of_case(view, case, footnotes or ()))
    members = {
        **contents.files,
        **_documents(documents),
        "README.txt": readme(case, view.audience),
        "verify.py": program(),
        "record.json": _json({"format": verify.FORMAT, **contents.record}),
        "log/headers.jsonl": log.headers(),
        "log/entries.jsonl": log.entries(),
        "log/checkpoints.jsonl": b"".join(one.line() + b"\n" for one in signed),
    }
    members["package.json"] = _json(
        {
            "format": verify.FORMAT,
            "made_at": made_at,
            "case": {"title": case.title, "organisation": case.organisation, "laws": list(case.laws)},
            "audience": str(view.audience),
            "chain": view.chain,
            "public_key": public_key,
            "footnotes": [_footnote(contents, view, name) for name in footnotes or ()],
            "files": _manifest(members),
        }
    )
    return _checked(members, view)


def program() -> bytes:
    """verify.py as it goes into every package: the same bytes on every system, so that it has one hash."""
    return Path(verify.__file__).read_bytes().replace(b"\r\n", b"\n")


def _newest(checkpoints: Sequence[Checkpoint], public_key: str, view: View) -> list[Checkpoint]:
    """The checkpoints to hand out: all to the own team; to others the last alone.

    Many checkpoints would tell to the second between which of them a protected source was recorded.
    """
    held = [one for one in checkpoints if one.head.chain == view.chain and one.holds(public_key)]
    if not held:
        raise PackageWrong(why="no checkpoint signed with its key was given")
    held.sort(key=lambda one: (one.head.seq, one.at))
    return held[-1:] if view.is_outside else held


def _documents(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    for name in documents:
        if "/" in name or not verify.is_safe(name):
            raise ValueRefused(value=name, prop="document", why="it is no plain file name")
    return {f"documents/{name}": data for name, data in documents.items()}


def _footnote(contents: Contents, view: View, statement: str) -> str:
    if statement not in contents.statement_ids:
        raise PackageWrong(
            why=f"a footnote rests on statement {statement}, which {view.audience} does not see"
        )
    return contents.statement_ids[statement]


def _manifest(members: Mapping[str, bytes]) -> list[Json]:
    return [
        {"path": path, "sha256": sha256_hex(members[path]), "size": len(members[path])}
        for path in sorted(members)
    ]


def _json(value: Json) -> bytes:
    """JSON that a person can read; its hash is that of these bytes, whatever their form."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _checked(members: Mapping[str, bytes], view: View) -> bytes:
    leak = find_leak(members, view.must_not_appear)
    if leak:
        raise WouldReveal(audience=view.audience, where=leak)
    package = pack(members)
    report = verify.check(verify.open_zip(BytesIO(package)))
    if report.wrong:
        raise PackageWrong(why=report.wrong[0].rstrip("."))
    return package
