"""Two readers of one case: neither finds what is withheld, and their files cannot be joined by it.

What both may hold, because it is of what both may read: ids of statements, citations, passages, sources and
captures that are shared with both; SHA-256 of open sources and their texts; hashes of law files; and what
says that both packages come from one workspace (its chain, its public key, the headers of its log, which tell
neither what a row is about nor when it was written).
"""

import json
import os
import re
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from answerable.answer.document import Document
from answerable.answer.html import write_html
from answerable.answer.package.verify import KINDS
from answerable.answer.pdf import write_pdf
from answerable.answer.word import write_docx
from answerable.model.audience import parse_audience
from answerable.record.ftm_export import Profile
from answerable.record.view import View
from answerable.weigh.laws import shipped_laws
from answerable.workspace import Workspace
from tests.answer.apart import (
    COUNSEL,
    HOW,
    READERS,
    Case,
    Witness,
    cases,
    file_of,
    handed_out,
    holds,
    interview,
    laid_out,
    opened,
    read,
    shown,
)

MANY = int(os.environ.get("ANSWERABLE_TEST_CASES", "6"))
SETTINGS = settings(
    max_examples=MANY,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # a case takes seconds, and making it smaller as long each time
    suppress_health_check=list(HealthCheck),
)
TOKEN = re.compile("[0-9a-f]{8,}")
PSEUDONYM = re.compile(r"Protected\s+person\s+([A-Z2-7]{6})\b")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z?")
STREAM = re.compile(rb"stream\r?\n.*?\r?\nendstream", re.DOTALL)
EVERYONE = ("verify.py", "log/headers.jsonl")
NOTHING = Document("x", "en", ())
BLANK = {"1980-01-01T00:00:00Z"} | {
    one
    for data in (write_docx(NOTHING), write_pdf(NOTHING), write_html(NOTHING))
    for _, part in opened("", data)
    for one in TOKEN.findall(part.decode("utf-8", "replace"))
}
"""What stands in an empty document too, and the moment that is written where a form asks for one."""
LAWS = {one for law in shipped_laws() for one in (law.sha256, law.words_sha256)}
ALONE = Witness("Mira Odefgh", "Tan", "Bdf Lane", "kmpvxz sat", "recipients", "recipient:ca")
PLAIN = Case((ALONE,), (), False)


@SETTINGS
@given(cases())
def test_no_reader_finds_what_is_withheld_nor_can_join_it_with_another(case: Case) -> None:
    with laid_out(case) as workspace, tempfile.TemporaryDirectory() as folder:
        handed = handed_out(workspace, Path(folder))
        own = of_protected(workspace)
    for to in READERS:
        assert found_by(to, case, handed[to]) == {}, to
    marks = {to: marks_in(handed[to]) for to in READERS}
    assert [to for to in READERS if own & marks[to]] == []
    pseudonyms = {to: pseudonyms_in(handed[to]) for to in READERS}
    for one, other in (("ca", "us"), ("ca", "public"), ("us", "public")):
        assert not pseudonyms[one] & pseudonyms[other]
        openly = shown_openly(handed[one]) & shown_openly(handed[other])
        assert (marks[one] & marks[other]) - openly == set(), (one, other)


def test_what_is_looked_for_can_be_found() -> None:
    with laid_out(PLAIN) as workspace, tempfile.TemporaryDirectory() as folder:
        handed = handed_out(workspace, Path(folder))
    assert found_by("ca", PLAIN, {"a.txt": interview(PLAIN.witnesses[0]).encode()}) != {}
    assert len(holds(read(handed["ca"]), "He came in while")) == 4  # three formats, and the package
    assert holds(read(handed["us"]), "He came in while") == []
    assert [len(pseudonyms_in(handed[to])) for to in READERS] == [1, 0, 0]
    assert marks_in(handed["ca"]) - shown_openly(handed["ca"])  # stand-ins, commitments, bookmarks
    assert len(marks_in(handed["ca"]) & marks_in(handed["public"])) > 20


def found_by(to: str, case: Case, files: dict[str, bytes]) -> dict[str, list[str]]:
    """What a reader is not to be told, by where it can be read all the same."""
    audience = parse_audience(to if to == "public" else f"recipient:{to}")
    withheld = [COUNSEL, HOW, "quayroom", *map(file_of, range(len(case.witnesses)))]
    for one in case.witnesses:
        withheld += [one.name, one.alias, one.address, one.secret, f"Interview with {one.name}"]
        agreed = one.consent in ("", "public") or (one.consent == "recipients" and to != "public")
        if not (agreed or one.consent == f"recipient:{to}") and len(case.witnesses) == 1:
            withheld.append("He came in while")
    withheld += [words for words, share in case.remarks if not audience.may_see(frozenset({share}))]
    known = read(files)
    found = {words: holds(known, words) for words in withheld}
    return {words: where for words, where in found.items() if where}


def of_protected(workspace: Workspace) -> frozenset[str]:
    """Every id and hash of protected people and of what names them, in whole and as a note shortens it."""
    with workspace.view() as view:
        people = [member for one in view.protected for member in view.members(one)]
        every = [*people, *(one for person in people for one in _evidence(view, person))]
    return frozenset(piece for one in every for piece in (one, one[:16], one[:8]))


def _evidence(view: View, person: str) -> list[str]:
    found = []
    for said in view.statements(person):
        for cited in view.citations(said.id):
            passage = view.passage(cited.passage)
            if view.is_sealed(cited.passage):
                text = view.text(passage.text_sha256, passage.source)
                taken = view.capture(text.capture)
                found += [said.id, cited.id, passage.id, passage.source, text.sha256, taken.id, taken.sha256]
    return found


def marks_in(files: dict[str, bytes]) -> set[str]:
    """Every run of hexadecimal figures, and every moment to the minute, in all that the files hold."""
    marks: set[str] = set()
    for name, data in files.items():
        for path, part in opened(name, data):
            if not path.endswith(EVERYONE):
                marks |= _marks(f"{path} {_own_words(part).decode('utf-8', 'replace')}")
    return marks - BLANK


def _own_words(part: bytes) -> bytes:
    """What a part says itself: an archive's parts are opened by themselves, and so are a PDF's streams, of
    which those that draw hold nothing but the numbers of glyphs; the words drawn are Word's too.
    """
    if part.startswith(b"PK\x03\x04") or b" Tf" in part[:4096]:
        return b""
    return STREAM.sub(b"", part) if part.startswith(b"%PDF") else part


def _marks(words: str) -> set[str]:
    return {one for one in (*TOKEN.findall(words), *MOMENT.findall(words)) if not one.isdecimal()}


def pseudonyms_in(files: dict[str, bytes]) -> set[str]:
    """What protected people are called in any of the files."""
    parts = (part for name, data in files.items() for part in opened(name, data))
    texts = (text for path, data in parts for text in shown(path, data))
    return {one for text in texts for one in PSEUDONYM.findall(text)}


def shown_openly(files: dict[str, bytes]) -> set[str]:
    """The marks in a reader's files that are of what it is openly shown, and of the workspace itself."""
    (packed,) = (data for name, data in files.items() if name.endswith(".zip"))
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        record: dict[str, list[dict[str, Any]]] = json.loads(archive.read("record.json"))
        about = json.loads(archive.read("package.json"))
        told = json.dumps([about["chain"], about["public_key"], _open(record)])
        told += archive.read("log/entries.jsonl").decode()
        told += archive.read("log/checkpoints.jsonl").decode()
        constant = {
            one["sha256"] for one in about["files"]
        }  # what is in each member is looked through itself
    exported = map(json.loads, files[f"{Profile.ANSWERABLE}.ftm.json"].splitlines())
    things = {one["id"] for one in exported if "protected" not in one["id"]}  # also those of no case
    marks = _marks(told) | constant | LAWS | things
    return marks | {piece for one in marks for piece in (one[:16], one[:8])}


def _open(record: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    every = [one for kind in KINDS for one in record[kind]]
    return [
        one
        for one in every
        if not (one.get("protected") or one.get("log") == "withheld" or "withheld" in one)
    ]


SHAPE: set[str] = set()
