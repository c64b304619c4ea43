#!/usr/bin/env python3
"""Checks an Answerable evidence package (format 1) without trusting whoever made it.

    python3 verify.py [FOLDER or .zip] [--json] [--public-key HEX]

Needs Python 3.8 or newer and nothing else. It writes no file and uses no network. It says what it
checked, what holds and what it cannot vouch for; it ends with 0 where everything holds, else with 1.
The format is described in docs/package-format.md of the Answerable project.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import os
import re
import stat
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    _Point = tuple[int, int, int, int]

FORMAT = 1
MOST_FILES = 50_000
MOST_BYTES = 4 * 1024**3
"""Of a package, packed and unpacked."""
MOST_JSON = 64 * 1024**2
MOST_TEXT = 256 * 1024**2
MOST_DIRECTORY = 64 * 1024**2
"""Of a ZIP's list of what is in it."""
LONGEST_LINE = 1024**2
MOST_CHECKPOINTS = 2_000
MOST_SHOWN = 100
"""Sentences on what is wrong; the rest are counted."""
NOTHING = "0" * 64
"""What the first row of a log names as the row before it."""

FIXED = {"README.txt", "record.json", "verify.py"}
LOG = {"log/headers.jsonl", "log/entries.jsonl", "log/checkpoints.jsonl"}
_ID = re.compile(r"[0-9a-f]{32}")
_HASH = re.compile(r"[0-9a-f]{64}")
_MONTH = re.compile(r"\d{4}-\d{2}")


class Broken(Exception):
    """Something cannot be read or does not fit; the words say what."""


# --- the files --------------------------------------------------------------------------------------


class Files:
    """The package's files by name, read within bounds."""

    def __init__(self, sizes: dict[str, int], opener: Callable[[str], IO[bytes]]) -> None:
        self.sizes = sizes
        self._opener = opener
        if len(sizes) > MOST_FILES:
            raise Broken(f"The package holds {len(sizes):,} files; more than {MOST_FILES:,} are not read.")
        if sum(sizes.values()) > MOST_BYTES:
            raise Broken(f"The package unpacks to more than {MOST_BYTES:,} bytes, which are not read.")

    def parts(self, name: str) -> Iterator[bytes]:
        """The file in pieces, never more of it than was declared."""
        left = self.sizes[name]
        try:
            with self._opener(name) as file:
                while left >= 0:
                    part = file.read(min(1024**2, left + 1))
                    if not part:
                        return
                    left -= len(part)
                    yield part
        except (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error) as error:
            raise Broken(f"{shown(name)} is damaged and cannot be read.") from error
        raise Broken(f"{shown(name)} is longer than it says.")

    def read(self, name: str, limit: int) -> bytes:
        """The whole file, where it is there and no larger than ``limit``."""
        if name not in self.sizes:
            raise Broken(f"{shown(name)} is missing.")
        if self.sizes[name] > limit:
            raise Broken(f"{shown(name)} is larger than {limit:,} bytes and was not read.")
        return b"".join(self.parts(name))

    def words(self, name: str, limit: int) -> str:
        """The whole file as text."""
        try:
            return self.read(name, limit).decode("utf-8")
        except UnicodeDecodeError as error:
            raise Broken(f"{shown(name)} is not UTF-8 text (byte {error.start}).") from error

    def lines(self, name: str) -> Iterator[str]:
        """The lines of a file, one at a time, each ended by a line feed."""
        if name not in self.sizes:
            raise Broken(f"{shown(name)} is missing.")
        rest, number = b"", 0
        for part in self.parts(name):
            found = (rest + part).split(b"\n")
            rest = found.pop()
            for line in found:
                number += 1
                yield _line(name, number, line)
            if len(rest) > LONGEST_LINE:
                raise Broken(f"{shown(name)} has a line longer than {LONGEST_LINE:,} bytes.")
        if rest:
            raise Broken(f"{shown(name)} ends in the middle of a line.")


def _line(name: str, number: int, line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Broken(f"Line {number} of {shown(name)} is not UTF-8 text.") from error


def open_folder(root: str) -> Files:
    """A folder's files; a link in it is refused, since it leads elsewhere."""
    sizes: dict[str, int] = {}
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        for entry in os.scandir(os.path.join(root, inside) if inside else root):
            name = f"{inside}/{entry.name}" if inside else entry.name
            kind = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISDIR(kind):
                waiting.append(name)
            elif stat.S_ISREG(kind):
                sizes[name] = entry.stat(follow_symlinks=False).st_size
            else:
                raise Broken(f"{shown(name)} is a link or a device, not a file; nothing was followed.")
            if len(sizes) + len(waiting) > MOST_FILES:
                raise Broken(f"The folder holds more than {MOST_FILES:,} files, which are not read.")
    return Files(sizes, lambda name: open(os.path.join(root, *name.split("/")), "rb"))


def open_zip(file: IO[bytes]) -> Files:
    """A ZIP's files, read in place: nothing is unpacked to the disk."""
    _check_directory(file)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise Broken("The ZIP is damaged: its list of files cannot be read.") from error
    sizes: dict[str, int] = {}
    folded: set[str] = set()
    for entry in archive.infolist():
        name = entry.filename
        _check_entry(entry)
        if name.endswith("/"):
            continue
        if unicodedata.normalize("NFC", name).casefold() in folded:
            raise Broken(f"The ZIP holds {shown(name)} twice; which one would be unpacked is left to chance.")
        folded.add(unicodedata.normalize("NFC", name).casefold())
        sizes[name] = entry.file_size
    return Files(sizes, lambda name: archive.open(name))


def _check_directory(file: IO[bytes]) -> None:
    """Look at the end of the ZIP before its list of files is read into memory."""
    size = file.seek(0, io.SEEK_END)
    if not 22 <= size <= MOST_BYTES:
        raise Broken("This is neither a folder nor a ZIP of a size that is read.")
    file.seek(max(0, size - 42))
    end = file.read(42)
    record = end[-22:]
    if record[:4] != b"PK\x05\x06" or record[20:] != b"\x00\x00":
        raise Broken("This is not a ZIP, or something was added after its end.")
    if end[:4] == b"PK\x06\x07" or int.from_bytes(record[12:16], "little") > MOST_DIRECTORY:
        raise Broken("The ZIP's list of files is larger than any package's.")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if entry.orig_filename != name or not is_safe(name[:-1] if name.endswith("/") else name):
        raise Broken(
            f"The ZIP holds a file called {shown(entry.orig_filename)}, which leads out of its folder."
        )
    if name.endswith("/") and entry.file_size:
        raise Broken(f"{shown(name)} is called a folder but holds bytes.")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Broken(f"{shown(name)} is a link or a device, not a file.")
    if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Broken(f"{shown(name)} is encrypted or packed in a way that packages are not.")


def is_safe(name: str) -> bool:
    """Whether a name stays within its folder on every system."""
    if not name or len(name) > 500 or any(ord(c) < 32 or c in '\\:*?"<>|\x7f' for c in name):
        return False
    return all(part not in ("", ".", "..") and part[-1] not in ". " for part in name.split("/"))


def shown(text: Any) -> str:
    """Words out of the package made harmless for a terminal, and short."""
    words = str(text)
    kept = "".join(c if c.isprintable() and unicodedata.category(c) != "Cf" else "?" for c in words[:160])
    return f"“{kept}{'…' if len(words) > 160 else ''}”"


# --- the data ---------------------------------------------------------------------------------------


class Fields:
    """One object of JSON, whose fields are asked for by the kind they must have."""

    def __init__(self, where: str, given: Any) -> None:
        if not isinstance(given, dict):
            raise Broken(f"{where} is not an object with fields.")
        self.where = where
        self.given = given

    def text(self, name: str) -> str:
        return str(self._of(name, str))

    def number(self, name: str) -> int:
        value = self._of(name, int)
        if isinstance(value, bool) or value < 0:
            raise Broken(f"{self.where}: “{name}” is not a number of things.")
        return int(value)

    def flag(self, name: str) -> bool:
        return bool(self._of(name, bool))

    def items(self, name: str) -> list[Any]:
        return list(self._of(name, list))

    def object(self, name: str) -> Fields:
        return Fields(f"{self.where}, “{name}”", self._of(name, dict))

    def digest(self, name: str) -> str:
        value = self.text(name)
        if not _HASH.fullmatch(value):
            raise Broken(f"{self.where}: “{name}” is not a SHA-256.")
        return value

    def has(self, name: str) -> bool:
        return name in self.given

    def _of(self, name: str, kind: type) -> Any:
        if not isinstance(self.given.get(name), kind):
            raise Broken(f"{self.where}: “{name}” is missing or not of its kind.")
        return self.given[name]


def parse(where: str, words: str) -> Fields:
    """One object of JSON; a field that stands twice is refused, since readers differ on which counts."""
    try:
        found = json.loads(words, object_pairs_hook=_once, parse_int=_whole, parse_float=_fraction)
    except (ValueError, RecursionError) as error:
        raise Broken(f"{where} is not JSON as packages write it.") from error
    return Fields(where, found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field stands twice")
    return found


def _whole(digits: str) -> int:
    if len(digits) > 18:
        raise ValueError("the number is too large")
    return int(digits)


def _fraction(digits: str) -> float:
    raise ValueError("there are no fractions in a package")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def derived(*parts: str) -> str:
    """The id that these parts always have."""
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))[:32]


class Report:
    """What was found: sentences, and the two fingerprints to compare by another way."""

    def __init__(self) -> None:
        self.checked: list[str] = []
        self.wrong: list[str] = []
        self.cannot: list[str] = []
        self.about: dict[str, str] = {}

    def fault(self, sentence: str) -> None:
        self.wrong.append(sentence)

    def attempt(self, job: Callable[..., None], *given: Any) -> None:
        """Do a part of the work; what breaks it is a fault, and the next part is still done."""
        try:
            job(*given)
        except Broken as broken:
            self.fault(str(broken))


# --- Ed25519, after RFC 8032 ------------------------------------------------------------------------

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)


def _add(p: _Point, q: _Point) -> _Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % _P, (p[1] + p[0]) * (q[1] + q[0]) % _P
    c, d = 2 * p[3] * q[3] * _D % _P, 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(number: int, point: _Point) -> _Point:
    total: _Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = _add(total, point)
        point = _add(point, point)
        number >>= 1
    return total


def _point(data: bytes) -> _Point | None:
    """Section 5.1.3: a point from its 32 bytes; None where they are none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (x == 0 and sign):
        return None
    x = _P - x if x & 1 != sign else x
    return x, y, 1, x * y % _P


_BASE = _point((4 * pow(5, _P - 2, _P) % _P).to_bytes(32, "little"))


def signature_holds(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Section 5.1.7: whether the signature over the message is that key's."""
    if len(public_key) != 32 or len(signature) != 64 or _BASE is None:
        return False
    key, r = _point(public_key), _point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= _L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % _L
    left, right = _times(s, _BASE), _add(r, _times(k, key))
    same_x = (left[0] * right[2] - right[0] * left[2]) % _P == 0
    return same_x and (left[1] * right[2] - right[1] * left[2]) % _P == 0


# --- 1. package.json and the files it names ---------------------------------------------------------


def read_about(files: Files, report: Report) -> Fields:
    """package.json, whose format decides whether the rest can be read."""
    words = files.words("package.json", MOST_JSON)
    about = parse("package.json", words)
    if about.number("format") != FORMAT:
        raise Broken(
            f"The package is of format {about.number('format')}; this program reads format {FORMAT}."
        )
    report.about = {
        "case": about.object("case").text("title"),
        "audience": about.text("audience"),
        "package_json": sha256(words.encode("utf-8")),
        "public_key": about.digest("public_key"),
    }
    return about


def check_files(files: Files, about: Fields, report: Report) -> dict[str, str]:
    """Every file against the manifest; gives back the SHA-256 of each as it is."""
    named: dict[str, tuple[str, int]] = {}
    for number, item in enumerate(about.items("files"), start=1):
        one = Fields(f"package.json, file {number}", item)
        path = one.text("path")
        if path in named or not _is_known(path):
            report.fault(
                f"package.json names {shown(path)}, which has no place in a package or stands twice."
            )
        named[path] = (one.digest("sha256"), one.number("size"))
    for path in sorted(set(FIXED | LOG) - set(named)):
        report.fault(f"package.json does not name {path}, which every package has.")
    found: dict[str, str] = {}
    for path in sorted(set(files.sizes) - {"package.json"} - set(named)):
        report.fault(f"The file {shown(path)} is extra: package.json does not name it.")
    for path in sorted(named):
        report.attempt(_check_file, files, path, named[path], found, report)
    right = sum(1 for path in named if found.get(path) == named[path][0])
    report.checked.append(f"{right} of the {len(named)} files named in package.json are the bytes it names.")
    return found


def _is_known(path: str) -> bool:
    folder, _, name = path.partition("/")
    if path in FIXED | LOG:
        return True
    if folder == "documents":
        return is_safe(path) and "/" not in name
    ends = {"texts": ".txt", "evidence": "", "warc": ".warc.gz"}
    return folder in ends and name[64:] == ends[folder] and bool(_HASH.fullmatch(name[:64]))


def _check_file(
    files: Files, path: str, named: tuple[str, int], found: dict[str, str], report: Report
) -> None:
    if path not in files.sizes:
        raise Broken(f"The file {shown(path)} is missing.")
    digest, size = hashlib.sha256(), 0
    for part in files.parts(path):
        digest.update(part)
        size += len(part)
    found[path] = digest.hexdigest()
    if (found[path], size) != named:
        report.fault(f"The file {shown(path)} was changed: it is not the bytes that package.json names.")
    own = path.partition("/")[2][:64]
    if path.split("/")[0] in ("texts", "evidence", "warc") and found[path] != own:
        report.fault(f"The file {shown(path)} is not the bytes that its own name says.")


# --- 2. the log -------------------------------------------------------------------------------------


class Log:
    """The evidence log as far as it is disclosed: ``entries`` in order, and where the chain ends."""

    def __init__(self, chain: str) -> None:
        self.chain = chain
        self.last = 0
        self.hash = NOTHING
        self.entries: list[Fields] = []
        self._by: dict[tuple[str, str], list[Fields]] = {}

    def learn(self, entry: Fields) -> None:
        """Take in an entry that was found in the chain."""
        self.entries.append(entry)
        action, about = entry.text("action"), entry.given["about"]
        names = {"citation": "id", "text": "sha256", "statement-change": "statement", "protect": "entity"}
        name = names.get(action, action)
        if isinstance(about, dict) and isinstance(about.get(name), str):
            self._by.setdefault((action, about[name]), []).append(entry)

    def about(self, action: str, name: str) -> list[Fields]:
        """The disclosed entries of an action on one thing."""
        return self._by.get((action, name), [])


def read_log(files: Files, about: Fields, report: Report) -> Log:
    """Walk the chain from its first row, put the entries in their rows, hold both to the checkpoints."""
    log = Log(about.text("chain"))
    entries: dict[str, tuple[int, str]] = {}
    if files.sizes.get("log/entries.jsonl", 0) > MOST_JSON:
        raise Broken(f"log/entries.jsonl is larger than {MOST_JSON:,} bytes and was not read.")
    for number, line in enumerate(files.lines("log/entries.jsonl"), start=1):
        entries[sha256(line.encode("utf-8"))] = (number, line)
    points = _checkpoints(files, about, report)
    rows_seen: set[int] = set()
    report.attempt(_walk, files, log, entries, points, rows_seen, report)
    for number, line in sorted(entries.values()):
        report.fault(
            f"Line {number} of log/entries.jsonl ({_told(line)}) was changed: no row of the log has it."
        )
    for seq in sorted(set(points) - rows_seen):
        report.fault(
            f"A checkpoint of {shown(points[seq][1])} saw row {seq}, which is not in log/headers.jsonl."
        )
    if log.last not in points or log.last not in rows_seen:
        report.fault(f"No signed checkpoint stands for the last row of the log, row {log.last}.")
    else:
        report.checked.append(
            f"The log's {log.last} rows follow one another from the first, and the key signed where it"
            f" stood at row {log.last}; {len(log.entries)} of the rows are shown in full."
        )
    return log


def _told(line: str) -> str:
    try:
        return f"action {shown(parse('it', line).text('action'))}"
    except Broken:
        return "unreadable"


def _walk(
    files: Files,
    log: Log,
    entries: dict[str, tuple[int, str]],
    points: dict[int, tuple[str, str]],
    rows_seen: set[int],
    report: Report,
) -> None:
    for line in files.lines("log/headers.jsonl"):
        seq = log.last + 1
        row = parse(f"Row {seq} of the log", line)
        if row.number("format") != FORMAT or row.text("chain") != log.chain or row.number("seq") != seq:
            raise Broken(
                f"The log is broken at row {seq}: the row there is not row {seq} of this chain"
                " (a row was taken out, put in or changed)."
            )
        if row.text("prev") != log.hash:
            raise Broken(f"The log is broken between rows {seq - 1} and {seq}: one of the two was changed.")
        log.last, log.hash = seq, sha256(line.encode("utf-8"))
        disclosed = entries.pop(row.digest("entry"), None)
        if disclosed:
            log.learn(_entry(seq, disclosed[1]))
        if seq in points:
            rows_seen.add(seq)
            if points[seq][0] != log.hash:
                report.fault(
                    f"Row {seq} of the log is not the row that the checkpoint of {shown(points[seq][1])} saw."
                )


def _entry(seq: int, line: str) -> Fields:
    entry = parse(f"The entry of row {seq}", line)
    for name in ("at", "actor", "action", "salt"):
        entry.text(name)
    if "about" not in entry.given:
        raise Broken(f"The entry of row {seq} says nothing of what it is about.")
    return entry


def _checkpoints(files: Files, about: Fields, report: Report) -> dict[int, tuple[str, str]]:
    """The checkpoints whose signatures hold: by row, the hash it must have and the time."""
    key = bytes.fromhex(about.digest("public_key"))
    held: dict[int, tuple[str, str]] = {}
    for number, line in enumerate(files.lines("log/checkpoints.jsonl"), start=1):
        if number > MOST_CHECKPOINTS:
            raise Broken(f"There are more than {MOST_CHECKPOINTS:,} checkpoints, which are not read.")
        point = parse(f"Checkpoint {number}", line)
        signed = {
            "at": point.text("at"),
            "chain": point.text("chain"),
            "format": point.number("format"),
            "hash": point.digest("hash"),
            "seq": point.number("seq"),
        }
        message = json.dumps(signed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        signature = point.text("signature")
        if not re.fullmatch("[0-9a-f]{128}", signature) or not signature_holds(
            key, message.encode("utf-8", "surrogatepass"), bytes.fromhex(signature)
        ):
            report.fault(
                f"Checkpoint {number} (row {point.number('seq')}) is forged or changed:"
                " its signature is not that of the package's key."
            )
        elif point.text("chain") != about.text("chain") or point.number("format") != FORMAT:
            report.fault(f"Checkpoint {number} is of another log.")
        else:
            held[point.number("seq")] = (point.digest("hash"), point.text("at"))
    return held


# --- 3. the record ----------------------------------------------------------------------------------

KINDS = ("entities", "statements", "citations", "passages", "texts", "captures", "sources")
CAPTURE = (
    "source",
    "sha256",
    "size",
    "media_type",
    "charset",
    "warc_sha256",
    "how",
    "verdict",
    "reason",
    "status",
)


class Record:
    """record.json by kind and id."""

    def __init__(self, record: Fields, report: Report) -> None:
        self.kinds: dict[str, dict[str, Fields]] = {}
        for kind in KINDS:
            self.kinds[kind] = {}
            for number, item in enumerate(record.items(kind), start=1):
                one = Fields(f"record.json, {kind} {number}", item)
                name = one.text("sha256" if kind == "texts" else "id")
                if name in self.kinds[kind]:
                    report.fault(f"record.json: {kind} {shown(name)} stands twice.")
                one.where = f"record.json, {kind} {shown(name)}"
                self.kinds[kind][name] = one

    def get(self, kind: str, name: str, asked_by: str) -> Fields:
        """One of a kind; what is not there is a gap in the chain from footnote to log."""
        if name not in self.kinds[kind]:
            raise Broken(f"{asked_by} rests on {kind} {shown(name)}, which the package does not hold.")
        return self.kinds[kind][name]


class Checker:
    """Follows every footnote down to the log."""

    def __init__(self, files: Files, found: dict[str, str], log: Log, record: Record, report: Report) -> None:
        self.files = files
        self.found = found
        self.log = log
        self.record = record
        self.report = report
        self.withheld_statements = 0
        self.closed_passages = 0
        self.keyed_values = 0
        self.unopened = 0

    def all(self, about: Fields) -> None:
        jobs: list[tuple[str, Callable[[Fields], None]]] = [
            ("entities", self.entity),
            ("captures", self.capture),
            ("texts", self.text),
            ("citations", self.citation),
            ("statements", self.statement),
        ]
        for kind, job in jobs:
            for one in self.record.kinds[kind].values():
                self.report.attempt(job, one)
        self.passages()
        self.report.attempt(self.footnotes, about)
        self.nothing_unnamed()
        self._sum_up()

    def _logged(self, action: str, name: str, told: dict[str, Any], where: str) -> Fields:
        """The disclosed entry that says all of ``told``; raise what it says otherwise."""
        entries = self.log.about(action, name)
        if not entries:
            raise Broken(f"{where}: the log as disclosed has no entry for it (action “{action}”).")
        differing: list[str] = []
        for entry in entries:
            said = entry.given["about"]
            differing = [key for key, value in told.items() if said.get(key) != value]
            if not differing:
                return entry
        raise Broken(f"{where} was changed: its log entry says another {' and '.join(differing)}.")

    def entity(self, one: Fields) -> None:
        """What kind of thing it is; a protected person who goes under another id has no members."""
        where = f"Entity {shown(one.text('id'))} ({shown(one.text('caption'))})"
        if one.items("members") or not one.flag("protected"):
            told = {"entity": one.text("id"), "schema": one.text("schema")}
            self._logged("entity", one.text("id"), told, where)

    def _was_protected(self, entity: str) -> bool:
        created = self.log.about("entity", entity)
        marked = any(entry.given["about"].get("protected") is True for entry in created)
        return marked or bool(self.log.about("protect", entity))

    def capture(self, one: Fields) -> None:
        """The bytes are there, the log names them, and the WARC file holds them."""
        where = f"Capture {shown(one.text('id'))}"
        self._same_bytes(f"evidence/{one.digest('sha256')}", one.digest("sha256"), where)
        if self.files.sizes.get(f"evidence/{one.digest('sha256')}") != one.number("size"):
            self.report.fault(f"{where}: its bytes are not {one.number('size')} in number.")
        entry = self._logged("capture", one.text("id"), {key: one.given.get(key) for key in CAPTURE}, where)
        if entry.text("at") != one.text("at"):
            raise Broken(f"{where} was changed: its log entry says another time.")
        source = self.record.get("sources", one.text("source"), where)
        if one.text("warc_sha256"):
            path = f"warc/{one.digest('warc_sha256')}.warc.gz"
            self._same_bytes(path, one.digest("warc_sha256"), where)
            if one.text("verdict") == "complete":
                self._warc(path, one.digest("sha256"), source.text("url"), where)

    def _same_bytes(self, path: str, digest: str, where: str) -> None:
        if self.found.get(path) != digest:
            raise Broken(f"{where}: {shown(path)} is missing or not the bytes that were captured.")

    def _warc(self, path: str, digest: str, url: str, where: str) -> None:
        bodies, addresses = read_warc(self.files.read(path, MOST_TEXT))
        if url and url not in addresses:
            self.report.fault(f"{where}: its WARC file does not speak of the address {shown(url)}.")
        if None in bodies:
            self.unopened += 1
        elif digest not in bodies:
            raise Broken(f"{where}: no answer in its WARC file holds the captured bytes.")

    def text(self, one: Fields) -> None:
        """The text is there, and the log names the capture and the tool it was read with."""
        digest = one.digest("sha256")
        where = f"Text {shown(digest[:12])}"
        self._same_bytes(f"texts/{digest}.txt", digest, where)
        self.record.get("captures", one.text("capture"), where)
        told = {key: one.text(key) for key in ("sha256", "capture", "tool", "version")}
        entry = self._logged("text", digest, {**told, "length": one.number("length")}, where)
        if entry.text("at") != one.text("at"):
            raise Broken(f"{where} was changed: its log entry says another time.")

    def passages(self) -> None:
        """Every passage, by text, so that each text is read once."""
        by_text: dict[str, list[Fields]] = {}
        for one in self.record.kinds["passages"].values():
            by_text.setdefault(str(one.given.get("text", "")), []).append(one)
        for digest, several in by_text.items():
            if digest:
                self.report.attempt(self._in_text, digest, several)
            else:
                for one in several:
                    self.report.attempt(self._closed, one)

    def _in_text(self, digest: str, passages: list[Fields]) -> None:
        where = f"Passage {shown(passages[0].text('id'))}"
        text = self.record.get("texts", digest, where)
        words = self.files.words(f"texts/{digest}.txt", MOST_TEXT)
        if len(words) != text.number("length"):
            self.report.fault(f"Text {shown(digest[:12])} does not have the length it says.")
        for one in passages:
            self.report.attempt(self._open, one, digest, words)

    def _open(self, one: Fields, digest: str, words: str) -> None:
        """The words stand in the text where the passage says, and the log knew that place."""
        start, end = one.number("start"), one.number("end")
        where = f"Passage {shown(one.text('id'))}"
        self.record.get("sources", one.text("source"), where)
        if not words_stand(words[start:end], segments_of(one)) or end > len(words):
            raise Broken(f"{where}: its words do not stand in the text at characters {start} to {end}.")
        if not words[:start].endswith(one.text("prefix")) or not words[end:].startswith(one.text("suffix")):
            raise Broken(f"{where}: the words before or after it are not those of the text.")
        if one.text("id") != derived("passage", digest, str(start), str(end), one.text("selector")):
            raise Broken(f"{where}: its id is not that of its place in the text.")
        told = {"passage": one.text("id"), "text": digest, "start": start, "end": end}
        self._logged("passage", one.text("id"), told, where)

    def _closed(self, one: Fields) -> None:
        """A passage of a protected source: only that its parts are of the form they should be."""
        where = f"Passage {shown(one.text('id'))}"
        segments_of(one)
        source = self.record.get("sources", one.text("source"), where)
        if one.text("withheld") not in ("protected", "erased"):
            raise Broken(f"{where} names no text and does not say why.")
        if one.text("withheld") == "protected":
            one.digest("commitment")
        if not _MONTH.fullmatch(source.text("month")):
            raise Broken(f"{where}: its source's date is not a month.")
        self.closed_passages += 1

    def citation(self, one: Fields) -> None:
        where = f"Citation {shown(one.text('id'))}"
        statement = self.record.get("statements", one.text("statement"), where)
        passage = self.record.get("passages", one.text("passage"), where)
        if one.text("log") == "entry":
            keys = ("id", "statement", "passage", "stance", "grade")
            self._logged("citation", one.text("id"), {key: one.text(key) for key in keys}, where)
        elif statement.text("log") != "withheld" and not passage.has("withheld"):
            raise Broken(f"{where} shows no log entry, though neither end of it is withheld.")

    def statement(self, one: Fields) -> None:
        """It has a passage, its ends are there, and what was logged is what it says."""
        where = f"Statement {shown(one.text('id'))} ({shown(one.text('prop'))}: {shown(one.text('value'))})"
        subject = self.record.get("entities", one.text("subject"), where)
        if one.text("entity") not in [subject.text("id"), *subject.items("members")]:
            raise Broken(f"{where} was made of an entity that its subject does not count among its own.")
        candidates = [one.text("value")]
        if one.flag("is_ref"):
            other = self.record.get("entities", one.text("value"), where)
            candidates += [str(name) for name in other.items("members")]
        how = one.text("log")
        if how == "withheld":
            self.withheld_statements += 1
            return
        told = {"statement": one.text("id"), "entity": one.text("entity"), "prop": one.text("prop")}
        entry = self._logged("statement", one.text("id"), told, where)
        self._value(one, candidates, entry, where)
        self._time_and_grade(one, entry, where)

    def _value(self, one: Fields, values: list[str], entry: Fields, where: str) -> None:
        if one.text("log") == "keyed" and self._was_protected(one.text("entity")):
            self.keyed_values += 1
            return
        keys = [
            derived("statement", one.text("entity"), one.text("prop"), value, one.text("organisation"))
            for value in values
        ]
        if entry.given["about"].get("content_key") not in keys:
            raise Broken(f"{where} was changed: the log knew another value, or another organisation.")

    def _time_and_grade(self, one: Fields, entry: Fields, where: str) -> None:
        grade = entry.given["about"].get("grade")
        for change in self.log.about("statement-change", one.text("id")):
            if change.given["about"].get("field") == "grade":
                grade = change.given["about"].get("new")
        if one.text("grade") != grade or one.text("at") != entry.text("at"):
            raise Broken(f"{where} was changed: the log knew another grade or time.")

    def footnotes(self, about: Fields) -> None:
        cited = {str(one.given.get("statement")) for one in self.record.kinds["citations"].values()}
        for name in self.record.kinds["statements"]:
            if name not in cited:
                self.report.fault(f"Statement {shown(name)} rests on no passage.")
        for number, name in enumerate(about.items("footnotes"), start=1):
            self.report.attempt(self._footnote, number, str(name))

    def _footnote(self, number: int, statement: str) -> None:
        self.record.get("statements", statement, f"Footnote {number}")

    def nothing_unnamed(self) -> None:
        """A file that no capture or text speaks of was put in by someone."""
        named = {f"evidence/{one.given.get('sha256')}" for one in self.record.kinds["captures"].values()}
        named |= {
            f"warc/{c.given.get('warc_sha256')}.warc.gz" for c in self.record.kinds["captures"].values()
        }
        named |= {f"texts/{digest}.txt" for digest in self.record.kinds["texts"]}
        for path in sorted(self.found):
            if path.split("/")[0] in ("evidence", "warc", "texts") and path not in named:
                self.report.fault(f"The file {shown(path)} is extra: no capture or text in the record is it.")

    def _sum_up(self) -> None:
        count = {kind: len(found) for kind, found in self.record.kinds.items()}
        opened = count["passages"] - self.closed_passages
        self.report.checked += [
            f"{count['captures']} captures: their bytes were held against the log.",
            f"{count['texts']} texts: the log was asked from which capture and by which tool they were read.",
            f"{opened} passages: their exact words were looked for in their texts, at their places.",
            f"{count['statements'] - self.withheld_statements} statements and their citations: their values"
            " were held against the log.",
        ]
        cannot = self.report.cannot
        if self.closed_passages:
            cannot.append(
                f"{self.closed_passages} passages of protected sources: their texts are withheld;"
                " each has a commitment, against which the words can be checked once someone who"
                " has them and their salt hands you both."
            )
        if self.withheld_statements:
            cannot.append(
                f"{self.withheld_statements} statements that touch protected people, sources or"
                " recipients: their log entries are withheld."
            )
        if self.keyed_values:
            cannot.append(
                f"{self.keyed_values} values that identify protected people: the log knows them"
                " under a key alone."
            )
        if self.unopened:
            cannot.append(
                f"{self.unopened} WARC files: their answers are packed in a way this program"
                " cannot undo; their hashes were checked."
            )


def segments_of(one: Fields) -> list[str | None]:
    """The words of a passage; None stands for words withheld."""
    if one.has("exact"):
        return [one.text("exact")]
    segments = one.items("segments")
    if not segments or any(not isinstance(part, str) for part in segments if part is not None):
        raise Broken(f"{one.where}: “segments” is not a list of words and gaps.")
    return segments


def words_stand(words: str, segments: list[str | None]) -> bool:
    """Whether the segments, with one or more characters in every gap, make up exactly these words."""
    at, gap = 0, False
    for number, part in enumerate(segments):
        if part is None:
            gap = True
            continue
        last = number == len(segments) - 1
        found = (len(words) - len(part) if last else words.find(part, at + 1)) if gap else at
        if found < at + gap or words[found : found + len(part)] != part:
            return False
        at, gap = found + len(part), False
    return at < len(words) if gap else at == len(words) > 0


# --- WARC 1.1, as far as is needed ------------------------------------------------------------------


def read_warc(data: bytes) -> tuple[set[str | None], set[str]]:
    """The SHA-256 of the content of every answer (None where it cannot be undone), and the addresses."""
    bodies: set[str | None] = set()
    addresses: set[str] = set()
    for head, block in _records(_unpacked(data, 31, True)):
        addresses.add(head.get("warc-target-uri", "").strip("<>"))
        if head.get("warc-type") == "response":
            bodies.add(_content(block))
            _check_digest(head.get("warc-block-digest", ""), block)
    return bodies, addresses


def _check_digest(named: str, block: bytes) -> None:
    form, _, value = named.partition(":")
    if form == "sha256" and value != base64.b32encode(hashlib.sha256(block).digest()).decode("ascii"):
        raise Broken("A record of a WARC file is not the bytes that its own digest names.")


def _unpacked(data: bytes, wbits: int, several: bool = False) -> bytes:
    """Undo gzip or deflate, to no more than `MOST_TEXT` bytes."""
    out: list[bytes] = []
    left = MOST_TEXT
    try:
        while data:
            unpacker = zlib.decompressobj(wbits)
            out.append(unpacker.decompress(data, left))
            left -= len(out[-1])
            if not unpacker.eof or left <= 0:
                raise Broken("A WARC file is cut off, or unpacks to more than is read.")
            data = unpacker.unused_data if several else b""
    except zlib.error as error:
        raise Broken("A WARC file is damaged: it cannot be unpacked.") from error
    return b"".join(out)


def _records(data: bytes) -> Iterator[tuple[dict[str, str], bytes]]:
    at = 0
    while at < len(data):
        end = data.find(b"\r\n\r\n", at)
        head = _head(data[at:end]) if end >= 0 else {}
        length = head.get("content-length", "")
        if not data.startswith(b"WARC/1.", at) or not re.fullmatch("[0-9]{1,12}", length):
            raise Broken("A WARC file is damaged: a record in it has no proper head.")
        begin = end + 4
        at = begin + int(length) + 4
        if data[at - 4 : at] != b"\r\n\r\n":
            raise Broken("A WARC file is damaged: a record in it does not end where it should.")
        yield head, data[begin : at - 4]


def _head(lines: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines.decode("utf-8", "replace").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        found[name.strip().lower()] = value.strip()
    return found


def _content(block: bytes) -> str | None:
    """The SHA-256 of what an HTTP answer carries, freed of chunks and packing."""
    lines, gap, body = block.partition(b"\r\n\r\n")
    head = _head(lines)
    if not gap:
        return sha256(b"")
    if "chunked" in head.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    packing = head.get("content-encoding", "").lower()
    try:
        if packing in ("gzip", "x-gzip"):
            body = _unpacked(body, 31, True)
        elif packing == "deflate":
            zlib_head = len(body) > 1 and body[0] & 15 == 8 and int.from_bytes(body[:2], "big") % 31 == 0
            body = _unpacked(body, 15 if zlib_head else -15)
        elif packing not in ("", "identity"):
            return None
    except Broken:
        return None
    return sha256(body)


def _dechunked(body: bytes) -> bytes:
    at = 0
    out: list[bytes] = []
    while True:
        end = body.find(b"\r\n", at)
        size = re.match(rb"[0-9A-Fa-f]{1,8}", body[at : at + 8])
        if end < 0 or not size or int(size.group(), 16) == 0:
            return b"".join(out)
        at = end + 2 + int(size.group(), 16) + 2
        out.append(body[end + 2 : at - 2])


# --- the whole --------------------------------------------------------------------------------------

ALWAYS = (
    "When things happened: every time in the package is the maker's own clock. Format 1 holds no timestamp"
    " by a third party; a checkpoint that you, or someone you trust, were given earlier proves more.",
    "That a page said this: only that these bytes are what the makers captured.",
    "What package.json, README.txt, the documents and the titles of sources say: the log does not cover them."
    " Compare the SHA-256 of package.json with the makers by telephone.",
    "That the statements are true, that two names are one person, or that nothing was left out.",
    "A verify.py that came inside the package: use one from the Answerable project, and compare its hash.",
)


def check(files: Files, public_key: str = "") -> Report:
    """Every check, in the order of docs/package-format.md."""
    report = Report()
    report.cannot += ALWAYS
    try:
        about = read_about(files, report)
        if public_key and public_key.lower() != report.about["public_key"]:
            report.fault("The package was signed with another key than the one you gave.")
        found = check_files(files, about, report)
        log = read_log(files, about, report)
        record = Record(parse("record.json", files.words("record.json", MOST_JSON)), report)
        Checker(files, found, log, record, report).all(about)
    except Broken as broken:
        report.fault(str(broken))
    return report


def check_path(path: str, public_key: str = "") -> Report:
    """Check the folder or ZIP there; what cannot be opened is a fault like any other."""
    try:
        if os.path.isdir(path):
            return check(open_folder(path), public_key)
        with open(path, "rb") as file:
            return check(open_zip(file), public_key)
    except (Broken, OSError) as problem:
        report = Report()
        report.cannot += ALWAYS
        sentence = f"{shown(path)} cannot be read."
        report.fault(str(problem) if isinstance(problem, Broken) else sentence)
        return report


def grouped(digest: str) -> str:
    """A hash in groups of four, to be read aloud."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def in_words(report: Report) -> str:
    """The report as sentences."""
    lines = []
    if report.about:
        lines += [
            f"Case: {shown(report.about['case'])}, for the audience {shown(report.about['audience'])}",
            "",
        ]
        lines += ["Compare these two with the makers, by telephone or in person:"]
        lines += [f"  public key    {grouped(report.about['public_key'])}"]
        lines += [f"  package.json  {grouped(report.about['package_json'])}", ""]
    lines += ["What was checked:", *(f"  - {line}" for line in report.checked), ""]
    lines += ["What this cannot vouch for:", *(f"  - {line}" for line in report.cannot), ""]
    if report.wrong:
        lines += [f"What is wrong ({len(report.wrong)}):"]
        lines += [f"  - {line}" for line in report.wrong[:MOST_SHOWN]]
        return "\n".join([*lines, "", "THE PACKAGE DOES NOT HOLD."])
    return "\n".join([*lines, "Everything that was checked holds."])


def as_json(report: Report) -> str:
    """The report for programs."""
    fields = {"holds": not report.wrong, **report.about, "checked": report.checked}
    fields["wrong"], fields["cannot_vouch_for"] = report.wrong[:MOST_SHOWN], report.cannot
    return json.dumps(fields, indent=1)


def main() -> int:
    """Read the command line, check, tell."""
    parser = argparse.ArgumentParser(description="Checks an Answerable evidence package.")
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("package", nargs="?", default=here, help="a folder or a .zip (default: this folder)")
    parser.add_argument("--json", action="store_true", help="tell it as JSON")
    parser.add_argument("--public-key", default="", metavar="HEX", help="the key it must be signed with")
    asked = parser.parse_args()
    report = check_path(asked.package, asked.public_key.replace(" ", ""))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    print(as_json(report) if asked.json else in_words(report))
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
