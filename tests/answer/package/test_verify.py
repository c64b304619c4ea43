"""Someone changes a package after it was made; the verifier says what they changed."""

import json
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.answer.package import verify
from answerable.answer.scrub import pack
from answerable.model.audience import TEAM, parse_audience
from answerable.model.canonical import canonical_json, sha256_hex
from answerable.store.checkpoint import Checkpoint, sign
from answerable.store.log import Head
from tests.answer.package.cases import GAZETTE, harbour, members, packed, resealed

Parts: TypeAlias = dict[str, bytes]
CANADA = parse_audience("recipient:ca")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bytes]:
    with harbour(tmp_path_factory.mktemp("harbour")) as workspace:
        yield packed(workspace, CANADA)


@pytest.fixture
def parts(package: bytes) -> Parts:
    return members(package)


def run(path: Path, *more: str) -> tuple[int, str]:
    """What a stranger sees who runs the program, from a folder of their own."""
    command = [sys.executable, "-I", str(Path(verify.__file__)), str(path), *more]
    ended = subprocess.run(command, capture_output=True, check=False, cwd=path.parent)
    assert not ended.stderr, ended.stderr.decode()
    return ended.returncode, ended.stdout.decode()


def faults(package: bytes, public_key: str = "") -> list[str]:
    try:
        return verify.check(verify.open_zip(BytesIO(package)), public_key).wrong
    except verify.Broken as broken:
        return [str(broken)]


def the(parts: Parts, folder: str, holding: bytes = b"") -> str:
    (found,) = (path for path in parts if path.startswith(folder) and holding in parts[path])
    return found


def flipped(data: bytes) -> bytes:
    return data[:-5] + bytes([data[-5] ^ 1]) + data[-4:]


def edit_record(parts: Parts, kind: str, prop: str, change: Callable[[dict[str, Any]], object]) -> str:
    """Change the one thing of a kind that holds ``prop`` among its values; give back its id."""
    record = json.loads(parts["record.json"])
    one = next(one for one in record[kind] if prop in one.values())
    change(one)
    parts["record.json"] = json.dumps(record).encode()
    return str(one.get("id", one.get("sha256")))


def swap_line(parts: Parts, path: str, number: int, old: bytes, new: bytes) -> None:
    lines = parts[path].splitlines(keepends=True)
    assert old in lines[number]
    lines[number] = lines[number].replace(old, new, 1)
    parts[path] = b"".join(lines)


def test_the_package_holds_as_a_zip_and_unpacked(package: bytes, tmp_path: Path) -> None:
    path = tmp_path / "harbour.zip"
    path.write_bytes(package)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "unpacked")
    for one in (path, tmp_path / "unpacked"):
        code, said = run(one)
        assert code == 0
        assert said.rstrip().endswith("Everything that was checked holds.")
        assert "7 passages: their exact words" in said
        assert "no timestamp" in " ".join(said.split())
    code, said = run(path, "--json")
    assert (code, json.loads(said)["holds"]) == (0, True)


@given(key=st.binary(min_size=32, max_size=32), message=st.binary(max_size=80), bit=st.integers(0, 511))
def test_signatures_are_judged_as_the_usual_library_judges_them(key: bytes, message: bytes, bit: int) -> None:
    private = Ed25519PrivateKey.from_private_bytes(key)
    public, signature = private.public_key().public_bytes_raw(), private.sign(message)
    assert verify.signature_holds(public, message, signature)
    assert not verify.signature_holds(public, message + b"x", signature)
    forged = (int.from_bytes(signature, "little") ^ (1 << bit)).to_bytes(64, "little")
    assert not verify.signature_holds(public, message, forged)


@pytest.mark.parametrize(
    ("public", "message", "signature"),
    [  # RFC 8032, section 7.1, tests 1 to 3
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
            "d25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
            "387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
            "4a7c15e9716ed28dc027beceea1ec40a",
        ),
    ],
)
def test_the_signatures_of_the_standard(public: str, message: str, signature: str) -> None:
    key, signed = bytes.fromhex(public), bytes.fromhex(signature)
    assert verify.signature_holds(key, bytes.fromhex(message), signed)
    order = 2**252 + 27742317777372353535851937790883648493
    larger = (int.from_bytes(signed[32:], "little") + order).to_bytes(32, "little")
    assert not verify.signature_holds(key, bytes.fromhex(message), signed[:32] + larger)
    assert not verify.signature_holds(b"\xff" * 32, bytes.fromhex(message), signed)
    assert not verify.signature_holds(key[:31], bytes.fromhex(message), signed)


@pytest.mark.parametrize(
    ("words", "segments", "stands"),
    [
        ("he was beaten", ["he was beaten"], True),
        ("he was beaten", ["he was ", None], True),
        ("he was beaten", [None, " beaten"], True),
        ("he was beaten", ["he ", None, " beaten"], True),
        ("aa bb aa", [None, "aa"], True),
        ("he was beaten", ["he was beaten", None], False),
        ("he was beaten", ["he ", None, " was ", None, " beaten"], False),
        ("he was beaten", ["he was"], False),
        ("he was beaten", ["was beaten"], False),
        ("he was beaten", ["he ", "beaten"], False),
        ("", [""], False),
        ("aa", ["a", None, "a"], False),
        ("aba", ["a", None, "a"], True),
        ("x", [None], True),
    ],
)
def test_words_with_gaps(words: str, segments: list[str | None], stands: bool) -> None:
    assert verify.words_stand(words, segments) is stands


def test_it_insists_on_the_key_it_is_given(package: bytes, parts: Parts) -> None:
    key = json.loads(parts["package.json"])["public_key"]
    assert faults(package, key) == []
    assert faults(package, "0" * 64) == ["The package was signed with another key than the one you gave."]


@pytest.mark.parametrize(
    ("folder", "holding"),
    [
        ("evidence/", b"<html>"),
        ("texts/", b"Harbour Street"),
        ("documents/", b"submission"),
        ("record.json", b""),
        ("README.txt", b""),
        ("verify.py", b""),
    ],
)
def test_one_byte_of_a_file(parts: Parts, folder: str, holding: bytes) -> None:
    path = the(parts, folder, holding)
    parts[path] = flipped(parts[path])
    assert any(path[:60] in one and "was changed" in one for one in faults(pack(parts)))


@pytest.mark.parametrize(("folder", "holding"), [("evidence/", b"<html>"), ("texts/", b"Harbour Street")])
def test_one_byte_of_evidence_with_package_json_mended(parts: Parts, folder: str, holding: bytes) -> None:
    path = the(parts, folder, holding)
    parts[path] = flipped(parts[path])
    assert f"The file {verify.shown(path)} is not the bytes that its own name says." in faults(
        resealed(parts)
    )


def test_evidence_put_in_place_of_other_evidence_with_everything_mended(parts: Parts) -> None:
    old = the(parts, "evidence/", b"<html>")
    data = parts.pop(old).replace(b"ordered", b"forbade")
    parts[f"evidence/{sha256_hex(data)}"] = data
    edit_record(parts, "captures", old[9:], lambda one: one.update(sha256=sha256_hex(data), size=len(data)))
    assert any("its log entry says another sha256" in one for one in faults(resealed(parts)))


def test_a_text_put_in_place_of_another_with_everything_mended(parts: Parts) -> None:
    old = the(parts, "texts/", b"Harbour Street")
    data = parts.pop(old).replace(b"ordered", b"forbade")
    new = sha256_hex(data)
    parts[f"texts/{new}.txt"] = data
    parts["record.json"] = parts["record.json"].replace(old[6:70].encode(), new.encode())
    parts["record.json"] = parts["record.json"].replace(b"ordered the clearing", b"forbade the clearing")
    wrong = faults(resealed(parts))
    assert any(one.startswith(f"Text “{new[:12]}”: the log as disclosed has no entry") for one in wrong)
    assert any("its id is not that of its place in the text" in one for one in wrong)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"exact": "LAM Ka-ho was never made Commissioner"}, "its words do not stand in the text"),
        ({"exact": ""}, "its words do not stand in the text"),
        ({"start": 23}, "its words do not stand in the text"),
        ({"end": 10**9}, "its words do not stand in the text"),
        ({"start": 23, "exact": GAZETTE[23:63], "prefix": ""}, "its id is not that of its place"),
        ({"prefix": "It is not true that "}, "the words before or after it"),
        ({"text": "0" * 64}, "which the package does not hold"),
        ({"start": -4}, "“start” is not a number of things"),
        ({"start": "22"}, "“start” is missing or not of its kind"),
    ],
)
def test_a_passage(parts: Parts, change: dict[str, Any], named: str) -> None:
    quote = "LAM Ka-ho was made Commissioner of Police"
    passage = edit_record(parts, "passages", quote, lambda one: one.update(change))
    assert any(passage in one and named in one for one in faults(resealed(parts)))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"value": "genocide"}, "the log knew another value"),
        ({"organisation": "The Ministry"}, "the log knew another value, or another organisation"),
        ({"prop": "right"}, "its log entry says another prop"),
        ({"grade": "A1"}, "the log knew another grade or time"),
        ({"at": "2030-06-01T09:00:08Z"}, "the log knew another grade or time"),
        ({"log": "keyed", "value": "genocide"}, "the log knew another value"),
        ({"log": "keyed", "entity": "0" * 32}, "an entity that its subject does not count among its own"),
    ],
)
def test_a_statement(parts: Parts, change: dict[str, Any], named: str) -> None:
    statement = edit_record(parts, "statements", "torture", lambda one: one.update(change))
    wrong = faults(resealed(parts))
    assert any(statement in one and named in one for one in wrong)


def test_statements_without_their_citations(parts: Parts) -> None:
    record = json.loads(parts["record.json"])
    parts["record.json"] = json.dumps({**record, "citations": []}).encode()
    expected = [f"Statement “{one['id']}” rests on no passage." for one in record["statements"]]
    assert faults(resealed(parts)) == expected


def test_a_thing_made_another_kind_of_thing(parts: Parts) -> None:
    lam = edit_record(parts, "entities", "LAM Ka-ho", lambda one: one.update(schema="PublicBody"))
    assert faults(resealed(parts)) == [
        f"Entity “{lam}” (“LAM Ka-ho”) was changed: its log entry says another schema."
    ]


def test_a_citation_turned_round(parts: Parts) -> None:
    record = json.loads(parts["record.json"])
    logged = next(one for one in record["citations"] if one["log"] == "entry")
    logged["stance"] = "contradicts"
    parts["record.json"] = json.dumps(record).encode()
    (wrong,) = faults(resealed(parts))
    assert wrong == f"Citation “{logged['id']}” was changed: its log entry says another stance."


def test_the_tool_a_text_was_read_with(parts: Parts) -> None:
    edit_record(parts, "texts", "inscriptis", lambda one: one.update(tool="by hand"))
    assert any("its log entry says another tool" in one for one in faults(resealed(parts)))


@pytest.mark.parametrize("row", [0, 20, -1])
def test_a_log_header(parts: Parts, row: int) -> None:
    lines = parts["log/headers.jsonl"].splitlines()
    fields = json.loads(lines[row])
    lines[row] = canonical_json({**fields, "entry": "0" * 64})
    parts["log/headers.jsonl"] = b"\n".join(lines) + b"\n"
    seq = fields["seq"]
    last = len(lines)
    named = f"Row {last} of the log is not the row" if seq == last else f"between rows {seq} and {seq + 1}"
    assert any(named in one for one in faults(resealed(parts)))


def test_a_log_entry(parts: Parts) -> None:
    lines = parts["log/entries.jsonl"].splitlines()
    number = next(i for i, line in enumerate(lines) if b'"action":"capture"' in line)
    swap_line(parts, "log/entries.jsonl", number, b'"at":"2031', b'"at":"2029')
    wrong = faults(resealed(parts))
    assert any(one.startswith(f"Line {number + 1} of log/entries.jsonl (action “capture”)") for one in wrong)
    assert any("the log as disclosed has no entry for it (action “capture”)" in one for one in wrong)


@pytest.mark.parametrize(
    ("row", "named"), [(9, "broken at row 10"), (-1, "which is not in log/headers.jsonl")]
)
def test_a_row_taken_out(parts: Parts, row: int, named: str) -> None:
    lines = parts["log/headers.jsonl"].splitlines(keepends=True)
    del lines[row]
    parts["log/headers.jsonl"] = b"".join(lines)
    assert any(named in one for one in faults(resealed(parts)))


def test_a_forged_checkpoint(parts: Parts) -> None:
    seen = json.loads(parts["log/checkpoints.jsonl"])
    forger = Ed25519PrivateKey.from_private_bytes(bytes(32))
    forged = sign(Head(seen["chain"], seen["seq"], seen["hash"]), seen["at"], forger)
    parts["log/checkpoints.jsonl"] = forged.line() + b"\n"
    wrong = faults(resealed(parts))
    assert f"Checkpoint 1 (row {seen['seq']}) is forged or changed" in wrong[0]
    assert f"No signed checkpoint stands for the last row of the log, row {seen['seq']}." in wrong


def test_a_checkpoint_set_back(parts: Parts) -> None:
    seen = json.loads(parts["log/checkpoints.jsonl"])
    back = Checkpoint(
        Head(seen["chain"], seen["seq"], seen["hash"]), "2029-01-01T00:00:00Z", seen["signature"]
    )
    parts["log/checkpoints.jsonl"] = back.line() + b"\n"
    assert any("is forged or changed" in one for one in faults(resealed(parts)))


def test_a_swapped_public_key(parts: Parts) -> None:
    about = json.loads(parts["package.json"])
    other = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw().hex()
    parts["package.json"] = json.dumps({**about, "public_key": other}).encode()
    assert any("its signature is not that of the package's key" in one for one in faults(pack(parts)))


def test_extra_and_missing_files(parts: Parts) -> None:
    gone = the(parts, "evidence/", b"<html>")
    fewer = {path: data for path, data in parts.items() if path != gone}
    assert f"The file {verify.shown(gone)} is missing." in faults(pack(fewer))
    assert any("missing or not the bytes that were captured" in one for one in faults(resealed(fewer)))
    more = {**parts, "notes.txt": b"hello"}
    assert "The file “notes.txt” is extra: package.json does not name it." in faults(pack(more))
    assert any("“notes.txt”, which has no place in a package" in one for one in faults(resealed(more)))
    foreign = {**parts, f"evidence/{sha256_hex(b'x')}": b"x"}
    assert any("no capture or text in the record is it" in one for one in faults(resealed(foreign)))


def test_a_footnote_to_nothing(parts: Parts) -> None:
    about = json.loads(parts["package.json"])
    parts["package.json"] = json.dumps({**about, "footnotes": ["0" * 32]}).encode()
    assert any(one.startswith("Footnote 1 rests on statements") for one in faults(pack(parts)))


# --- packages made to harm --------------------------------------------------------------------------


def zipped(write: Callable[[zipfile.ZipFile], object]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        write(archive)
    return buffer.getvalue()


def link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("README.txt")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(entry, "/etc/passwd")


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/x", "a/../../x", "C:/x", "a\\..\\x", "a//b", "nul. ", "a\x1bb", "./a"]
)
def test_names_that_lead_out(name: str) -> None:
    assert "which leads out of its folder" in faults(zipped(lambda archive: archive.writestr(name, b"x")))[0]


def test_a_link_in_a_zip_and_in_a_folder(package: bytes, tmp_path: Path) -> None:
    assert "is a link or a device" in faults(zipped(link))[0]
    with zipfile.ZipFile(BytesIO(package)) as archive:
        archive.extractall(tmp_path / "unpacked")
    (tmp_path / "unpacked" / "README.txt").unlink()
    (tmp_path / "unpacked" / "README.txt").symlink_to("/etc/hostname")
    code, said = run(tmp_path / "unpacked")
    assert code == 1
    assert "“README.txt” is a link or a device, not a file; nothing was followed." in said


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["README.txt", "readme.TXT"])
def test_one_name_twice(second: str) -> None:
    def twice(archive: zipfile.ZipFile) -> None:
        archive.writestr("README.txt", b"one")
        archive.writestr(second, b"two")

    assert "twice; which one would be unpacked" in faults(zipped(twice))[0]


def test_a_bomb_that_says_how_large_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "MOST_BYTES", 100_000)
    bomb = zipped(lambda archive: archive.writestr("package.json", bytes(200_000)))
    assert faults(bomb) == ["The package unpacks to more than 100,000 bytes, which are not read."]


def test_a_bomb_that_says_it_is_small() -> None:
    bomb = bytearray(zipped(lambda archive: archive.writestr("package.json", bytes(5_000_000))))
    for field in (22, bomb.index(b"PK\x01\x02") + 24):
        bomb[field : field + 4] = (10).to_bytes(4, "little")
    assert faults(bytes(bomb)) in (["“package.json” is damaged and cannot be read."],)


def test_bytes_after_the_end_and_a_cut_zip(package: bytes) -> None:
    assert faults(package + b"x") == ["This is not a ZIP, or something was added after its end."]
    assert faults(package[: len(package) // 2])
    assert faults(b"PK")


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("package.json", b"["),
        ("package.json", b"[" * 200_000),
        ("package.json", b"[]"),
        ("package.json", b"{}"),
        ("package.json", b'{"format": 2}'),
        ("package.json", b'{"format": 1, "format": 1}'),
        ("package.json", b'{"format": ' + b"9" * 5000 + b"}"),
        ("package.json", b'{"format": 1e400}'),
        ("package.json", b"\xff\xfe"),
        ("record.json", b"{}"),
        ("record.json", b'{"entities": [1]}'),
        ("log/headers.jsonl", b"{}\n"),
        ("log/headers.jsonl", b"no end of line"),
        ("log/headers.jsonl", b"\xff\n"),
        ("log/entries.jsonl", b"[]\n"),
        ("log/checkpoints.jsonl", b'{"signature": 1}\n'),
        ("log/checkpoints.jsonl", b""),
    ],
)
def test_files_that_are_not_what_they_should_be(parts: Parts, path: str, data: bytes) -> None:
    parts[path] = data
    assert faults(resealed(parts) if path != "package.json" else pack(parts))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_one_byte_of_any_file_but_package_json(package: bytes, data: st.DataObject) -> None:
    parts = members(package)
    path = data.draw(st.sampled_from(sorted(set(parts) - {"package.json"})))
    at = data.draw(st.integers(0, len(parts[path]) - 1))
    flip = data.draw(st.integers(1, 255))
    changed = parts[path][:at] + bytes([parts[path][at] ^ flip]) + parts[path][at + 1 :]
    assert f"The file {verify.shown(path)} was changed" in " ".join(faults(pack({**parts, path: changed})))


JUNK: list[Any] = [None, -1, 10**17, [], {}, "", "\ud800", [[]], "0" * 64, True]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_value_in_the_record_makes_it_stumble(package: bytes, data: st.DataObject) -> None:
    parts = members(package)
    path = data.draw(st.sampled_from(["record.json", "package.json"]))
    tree = json.loads(parts[path])
    kind = data.draw(st.sampled_from(sorted(tree)))
    junk = data.draw(st.sampled_from(JUNK))
    if isinstance(tree[kind], list) and tree[kind] and isinstance(tree[kind][0], dict):
        one = data.draw(st.sampled_from(tree[kind]))
        one[data.draw(st.sampled_from(sorted(one)))] = junk
    else:
        tree[kind] = junk
    parts[path] = json.dumps(tree).encode()
    report = verify.check(verify.open_zip(BytesIO(resealed(parts) if path == "record.json" else pack(parts))))
    verify.in_words(report).encode()
    assert json.loads(verify.as_json(report))["holds"] is (not report.wrong)


def test_what_is_not_there(tmp_path: Path) -> None:
    code, said = run(tmp_path / "nothing.zip")
    assert code == 1
    assert "nothing.zip” cannot be read." in said


def test_what_a_package_says_cannot_write_to_the_terminal(parts: Parts) -> None:
    about = json.loads(parts["package.json"])
    about["case"]["title"] = "\x1b[2J\u202eevil" + "x" * 1000
    parts["package.json"] = json.dumps(about).encode()
    said = verify.in_words(verify.check(verify.open_zip(BytesIO(pack(parts)))))
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert len(max(said.splitlines(), key=len)) < 400


def test_the_team_package_needs_no_withholding(tmp_path: Path) -> None:
    with harbour(tmp_path) as workspace:
        package = packed(workspace, TEAM)
    report = verify.check(verify.open_zip(BytesIO(package)))
    assert report.wrong == []
    assert not any("withheld" in one for one in report.cannot)
