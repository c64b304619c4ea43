"""Exports that somebody else made, or altered: refused, with nothing written anywhere."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import encrypt, x25519

from answerable.model.canonical import canonical_json, sha256_hex
from answerable.model.errors import AnswerableError, ForeignBundle, LogBroken
from answerable.store.checkpoint import Checkpoint, sign
from answerable.store.log import Head
from answerable.workspace.backup import backup
from answerable.workspace.exchange import CHECKPOINTS, HEAD, RECORD, address_of, export_to, import_from
from answerable.workspace.restoring import restore
from tests.databases import new_database
from tests.workspace.support import Place, bytes_below
from tests.workspace.two import Two, parts_of, said, two_in


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_in(tmp_path) as found:
        yield found


def test_an_export_for_another_address_is_refused(two: Two) -> None:
    bundle = two.folder / "bundle.age"
    export_to(two.desk, bundle, [address_of(two.desk)])
    assert b"Ka-ho" not in bundle.read_bytes()
    with pytest.raises(ForeignBundle, match="it was not made for this workspace"):
        import_from(two.guild, bundle)


@pytest.mark.parametrize("address", ["", "age1nothing", "postgresql://x", "AGE-SECRET-KEY-1"])
def test_what_is_no_address_is_refused(two: Two, address: str) -> None:
    with pytest.raises(ForeignBundle, match="not a workspace's address"):
        export_to(two.desk, two.folder / "bundle.age", [address])
    assert not (two.folder / "bundle.age").exists()


def refused(two: Two, bundle: Path, error: type[AnswerableError], why: str = ".") -> None:
    """It is refused, nothing of it is kept, and nothing is written anywhere else."""
    rows = said(two.guild)
    before = {path for path, _ in bytes_below(two.folder) if "sqlite" not in path.name}
    with pytest.raises(error, match=why):
        import_from(two.guild, bundle)
    after = {path for path, _ in bytes_below(two.folder) if "sqlite" not in path.name}
    assert said(two.guild) == rows
    assert {path for path in after - before if not path.is_relative_to(two.guild.vault.folder)} == set()
    assert two.guild.verify().holds


@pytest.mark.parametrize("content", [b"", b"age-encryption.org/v1\n", b"words"])
def test_what_is_no_export_is_refused(two: Two, content: bytes) -> None:
    (two.folder / "x.age").write_bytes(content)
    refused(two, two.folder / "x.age", ForeignBundle)
    refused(two, two.folder / "missing.age", ForeignBundle)


def test_an_export_that_was_cut_off_is_refused(two: Two) -> None:
    bundle = two.folder / "bundle.age"
    export_to(two.desk, bundle, [address_of(two.guild)])
    data = bundle.read_bytes()
    for length in (len(data) // 2, len(data) - 1):
        bundle.write_bytes(data[:length])
        refused(two, bundle, ForeignBundle)


Parts = dict[str, bytes]


def rewritten(two: Two, deed: Callable[[Parts], object]) -> Path:
    """The desk's export, opened by somebody who may, altered, and locked for the guild again."""
    bundle = two.folder / "bundle.age"
    export_to(two.desk, bundle, [address_of(two.guild)])
    parts = parts_of(two.guild, bundle)
    deed(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for name, data in parts.items():
            after.writestr(name, data)
    bundle.write_bytes(encrypt(buffer.getvalue(), [x25519.Recipient.from_str(address_of(two.guild))]))
    return bundle


def lines_of(parts: Parts) -> list[dict[str, Any]]:
    return [json.loads(line) for line in parts[RECORD].splitlines()]


def in_rows(table: str, alter: Callable[[dict[str, Any]], object]) -> Callable[[Parts], None]:
    """Alter every row of a table."""

    def deed(parts: Parts) -> None:
        lines = lines_of(parts)
        for line in lines:
            if line["table"] == table:
                alter(line["row"])
        parts[RECORD] = b"\n".join(json.dumps(line).encode() for line in lines)

    return deed


def first_object(parts: Parts) -> str:
    return next(name for name in parts if name.startswith("objects/"))


HOSTILE: dict[str, Callable[[Parts], object]] = {
    "no head": lambda parts: parts.pop(HEAD),
    "no record": lambda parts: parts.pop(RECORD),
    "no checkpoints": lambda parts: parts.pop(CHECKPOINTS),
    "checkpoints that are none": lambda parts: parts.update({CHECKPOINTS: b"words"}),
    "another format": lambda parts: parts.update({HEAD: b'{"format": 2}'}),
    "a head that is none": lambda parts: parts.update({HEAD: b"[]"}),
    "a record that is none": lambda parts: parts.update({RECORD: b"words"}),
    "deep nesting": lambda parts: parts.update({RECORD: b"[" * 100_000}),
    "an object left out": lambda parts: parts.pop(first_object(parts)),
    "an object that is another": lambda parts: parts.update({first_object(parts): b"other"}),
    "a hash that leads elsewhere": in_rows("kept_object", lambda row: row.update(sha256="../../../evil")),
    "an id that leads elsewhere": in_rows("entity", lambda row: row.update(id="../../../evil")),
    "a chain that leads elsewhere": in_rows("log_chain", lambda row: row.update(id="../../../evil")),
    "a statement of nobody": in_rows("statement", lambda row: row.update(entity="f" * 32)),
    "a number that is none": in_rows("capture", lambda row: row.update(size="7")),
    "a set nobody numbered": in_rows("sharing_set", lambda row: row.update(vis=99)),
}


@pytest.mark.parametrize("deed", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_not_as_we_write_it_is_refused(two: Two, deed: Callable[[Parts], object]) -> None:
    refused(two, rewritten(two, deed), ForeignBundle)


def signed_by_a_stranger(parts: Parts) -> None:
    chain = json.loads(parts[HEAD])["chain"]
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(32))
    parts[CHECKPOINTS] = sign(Head(chain, 1, "0" * 64), "2031-06-01T09:00:00Z", stranger).line()


def without_last_row(parts: Parts) -> None:
    lines = lines_of(parts)
    last = max(line["row"]["seq"] for line in lines if line["table"] == "log_row")
    kept = [line for line in lines if line["table"] != "log_row" or line["row"]["seq"] < last]
    parts[RECORD] = b"\n".join(json.dumps(line).encode() for line in kept)


BROKEN: dict[str, tuple[Callable[[Parts], object], str]] = {
    "an entry": (in_rows("log_row", lambda row: row.update(entry="{}")), "row 1 of chain"),
    "a header": (in_rows("log_row", lambda row: row.update(header="[]")), "row 1 of chain"),
    "rows of a chain not named": (in_rows("log_row", lambda row: row.update(chain="f" * 32)), "not named"),
    "its end": (without_last_row, "a checkpoint saw another row"),
    "nobody signed": (lambda parts: parts.update({CHECKPOINTS: b""}), "did not sign"),
    "a stranger signed": (signed_by_a_stranger, "did not sign"),
}


@pytest.mark.parametrize(("deed", "why"), BROKEN.values(), ids=BROKEN.keys())
def test_a_log_that_does_not_hold_is_refused(two: Two, deed: Callable[[Parts], object], why: str) -> None:
    refused(two, rewritten(two, deed), LogBroken, why)


def adding_to(chain: str) -> Callable[[Parts], None]:
    """A row more on a chain that is not theirs, well made."""

    def deed(parts: Parts) -> None:
        rows = [line["row"] for line in lines_of(parts) if line["table"] == "log_row"]
        last = max((row for row in rows if row["chain"] == chain), key=lambda row: int(row["seq"]))
        entry = canonical_json({"at": "", "actor": "", "action": "forged", "about": {}, "salt": ""})
        fields = {"format": 1, "chain": chain, "seq": last["seq"] + 1, "prev": last["hash"]}
        header = canonical_json({**fields, "entry": sha256_hex(entry)})
        row = {"chain": chain, "seq": last["seq"] + 1, "hash": sha256_hex(header)}
        row |= {"header": header.decode(), "entry": entry.decode()}
        parts[RECORD] += json.dumps({"table": "log_row", "row": row}).encode() + b"\n"

    return deed


def test_nobody_adds_to_our_own_chain(two: Two) -> None:
    two.hand_over(two.guild, two.desk)
    forged_bundle = rewritten(two, adding_to(two.guild.settings.chain))
    refused(two, forged_bundle, LogBroken)


def test_a_chain_that_was_continued_in_two_places_is_refused(two: Two) -> None:
    """As when somebody goes on from an old backup: what is here and what comes are not one log."""
    backup(two.desk, two.folder / "backup.zip")
    two.desk.import_files([two.folder / "port.yaml"])
    two.hand_over(two.desk, two.guild)
    place = Place(two.folder / "a")
    again = restore(
        two.folder / "backup.zip", two.folder / "again", lambda _: place.unlocking(), new_database()
    )
    try:
        with pytest.raises(LogBroken, match="another row than the one here"):
            two.hand_over(again, two.guild)
    finally:
        again.close()
    assert two.guild.verify().holds


def test_a_checkpoint_in_an_export_is_written_nowhere_but_beside_ours(two: Two) -> None:
    def deed(parts: Parts) -> None:
        false = Checkpoint(Head("../../../evil", 1, "0" * 64), "2031-06-01T09:00:00Z", "00" * 64)
        parts[CHECKPOINTS] += false.line() + b"\n"

    bundle = rewritten(two, deed)
    import_from(two.guild, bundle)
    assert not list(two.folder.rglob("evil*"))
    assert two.guild.verify().holds
