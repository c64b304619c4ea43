"""Generated cases with much to withhold, what each reader is handed, and all that can be read in it."""

import json
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from hypothesis import strategies as st

from answerable.answer.package.leaks import ENCODINGS, folded, texts_in
from answerable.model.audience import parse_audience
from answerable.record.consenting import Agreed
from answerable.record.ftm_export import Profile
from answerable.workspace import Workspace
from answerable.workspace.answering import package, submit
from answerable.workspace.consenting import Meant, give_consent, withdraw_consent
from answerable.workspace.recording import export_ftm
from tests.support import recorded

READERS = ("ca", "us", "public")
ON = date(2031, 7, 1)
SHARED = ("public", "recipients", "recipient:ca", "recipient:us", "coalition", "team")
CONSENTS = ("", "", "recipients", "recipient:ca", "public", "team", "withdrawn")
_HAN = "凌善柔林家豪陳大文黃志明李國強"
_SCRIPTS = ("abcdefghijklmnoprstuvz", "абвгдежзиклмнопрст", _HAN, "ابتثجحخدرزسشصضطعغفق")


@dataclass(frozen=True)
class Witness:
    """One protected person; every word of these is theirs alone."""

    name: str
    alias: str
    address: str
    secret: str
    """What their testimony says and nobody quotes."""
    shared: str
    consent: str


@dataclass(frozen=True)
class Case:
    """One case: its witnesses, with whom each remark is shared, and where a name was left by mistake."""

    witnesses: tuple[Witness, ...]
    remarks: tuple[tuple[str, str], ...]
    """A sentence that stands nowhere else, and its sharing."""
    careless: bool
    """Whether a witness's name stands in the title, in a narrative, and in why nobody was asked."""


def _word(alphabet: str, least: int) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=least, max_size=least + 3)


@st.composite
def names(draw: st.DrawFn) -> str:
    """A name in one script, long enough to be no other word."""
    alphabet = draw(st.sampled_from(_SCRIPTS))
    if alphabet == _HAN:
        return draw(_word(alphabet, 4))
    given, family = draw(_word(alphabet, 5)), draw(_word(alphabet, 6))
    return f"{given.capitalize()} {family.capitalize()}"


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case with one to three witnesses and up to four remarks."""
    count = draw(st.integers(1, 3))
    called = draw(st.lists(names(), min_size=2 * count, max_size=2 * count, unique_by=folded))
    latin = st.text("bdfgkmpvxz", min_size=9, max_size=12)
    secrets = draw(st.lists(latin, min_size=2 * count + 4, max_size=2 * count + 4, unique=True))
    witnesses = tuple(
        Witness(
            name=called[2 * n],
            alias=called[2 * n + 1],
            address=f"{secrets[2 * n].capitalize()} Lane",
            secret=f"{secrets[2 * n + 1]} was there",
            shared=draw(st.sampled_from(SHARED[:4])),
            consent=draw(st.sampled_from(CONSENTS)),
        )
        for n in range(count)
    )
    shares = draw(st.lists(st.sampled_from(SHARED), max_size=4))
    remarks = tuple(
        (f"He is said to like {word}.", share) for word, share in zip(secrets[-4:], shares, strict=False)
    )
    return Case(witnesses, remarks, draw(st.booleans()))


def file_of(number: int) -> str:
    """What a witness's testimony is called: a name of a file that no reader is told."""
    return f"interview-{number}-quayroom.txt"


def interview(one: Witness) -> str:
    """What a witness says."""
    return (
        f"My name is {one.name}, called {one.alias}, of {one.address}.\n"
        f"He came in while {one.name} was beaten. It rained, and {one.secret}.\n"
    )


def casefile(case: Case) -> str:
    """The case as a casefile."""
    first = case.witnesses[0].name if case.careless else "a porter"
    sources: dict[str, object] = {
        "report": {"file": "report.txt", "title": "Report on Harbour Street", "origin": "Quayside Watch"}
    }
    entities: dict[str, object] = {
        "lam": {
            "schema": "Person",
            "name": "LAM Ka-ho",
            "citizenship": "xt",
            "summary": [{"value": words, "sharing": share} for words, share in case.remarks],
            "cite": _reported("Commissioner LAM Ka-ho ordered the clearing"),
        }
    }
    for number, one in enumerate(case.witnesses):
        own, file = f"w{number}", file_of(number)
        sources[own] = {"file": file, "title": f"Interview with {one.name}", "said_by": own, "names": own}
        here = {"source": own, "quote": f"My name is {one.name}, called {one.alias}, of {one.address}"}
        entities[own] = {
            "schema": "Person",
            "protected": "yes",
            "sharing": one.shared,
            "cite": here,
            "name": one.name,
            "alias": one.alias,
            "address": one.address,
        }
        beaten = {"source": own, "quote": f"while {one.name} was beaten"}
        entities[f"act{number}"] = {
            "schema": "Act",
            "sharing": one.shared,
            "violation": {
                "value": "torture",
                "cite": [beaten, {"source": "report", "quote": "Some were beaten"}],
            },
            "date": {"value": "2031-05-03", "cite": {"source": "report", "quote": "On 3 May 2031"}},
            "victim": own,
            "cite": beaten,
        }
        entities[f"part{number}"] = {
            "schema": "Involvement",
            "sharing": one.shared,
            "perpetrator": "lam",
            "act": f"act{number}",
            "degree": "commanded",
            "cite": {"source": own, "quote": "He came in while"},
        }
    told = {
        "casefile": "harbour",
        "organisation": "Selwyn Rights Desk",
        "sharing": "public",
        "grade": "B2",
        "sources": sources,
        "entities": entities,
        "case": {
            "slug": "harbour",
            "title": f"What {first} saw of the clearing",
            "subjects": ["lam"],
            "laws": ["ca-jvcfoa", "us-8usc1182f"],
            "replies": [{"to": "lam", "not_sought": f"He would have learnt of {first}."}],
            "narrative": {"summary": f"We ask this also for {first}.", "advice": f"{COUNSEL}, says counsel."},
            "privileged": ["advice"],
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1)  # which is YAML too


def _reported(quote: str) -> dict[str, str]:
    return {"source": "report", "quote": quote}


COUNSEL = "Vgkmbd is the weak point"
HOW = "signed beside the Pzkvfd fountain"
REPORT = "On 3 May 2031 Commissioner LAM Ka-ho ordered the clearing of Harbour Street. Some were beaten.\n"


@contextmanager
def laid_out(case: Case) -> Iterator[Workspace]:
    """A workspace with the case, and what the witnesses agreed to."""
    files: dict[str, str | bytes] = {"report.txt": REPORT}
    files |= {file_of(number): interview(one) for number, one in enumerate(case.witnesses)}
    with tempfile.TemporaryDirectory() as folder, recorded(Path(folder), casefile(case), files) as workspace:
        for one in case.witnesses:
            if one.consent == "withdrawn":
                withdraw_consent(workspace, one.name, Meant(), on="2031-05-30", because=HOW)
            elif one.consent:
                give_consent(workspace, one.name, Meant(), Agreed("2031-05-20", one.consent, HOW))
        yield workspace


def handed_out(workspace: Workspace, folder: Path) -> dict[str, dict[str, bytes]]:
    """Submission, package and FollowTheMoney for each reader."""
    handed = {}
    for to in READERS:
        own = folder / to
        _, paths = submit(workspace, "harbour", to, own, formats=("docx", "pdf", "html"), today=ON)
        paths.append(package(workspace, "harbour", to, own, today=ON))
        audience = parse_audience(to if to == "public" else f"recipient:{to}")
        for profile in Profile:
            export_ftm(workspace, own / f"{profile}.ftm.json", profile, audience)
            paths.append(own / f"{profile}.ftm.json")
        handed[to] = {path.name: path.read_bytes() for path in paths}
    return handed


def opened(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file and all that is packed in it, however deep: parts of archives, streams of a PDF."""
    yield name, data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for entry in archive.infolist():
                yield f"{name}!", archive.comment + entry.comment + entry.extra
                yield from opened(entry.filename, archive.read(entry))
    if data.startswith(b"%PDF"):
        for number, stream in enumerate(re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)):
            yield f"{name}#{number}", _unpacked(stream)


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def readable(name: str, data: bytes) -> str:
    """All the words in a file, folded: those it shows, those of its parts as they stand, and their names."""
    every = []
    for path, part in opened(name, data):
        every += [path, part.decode("utf-8", "replace"), *shown(path, part)]
    return folded(" ".join(every))


def shown(path: str, part: bytes) -> Iterator[str]:
    """The words that a file or a part of one shows to whoever opens it."""
    yield from texts_in(f"documents/{path.rsplit('/', 1)[-1]}" if part.startswith(b"%PDF") else path, part)


def read(files: dict[str, bytes]) -> dict[str, tuple[bytes, str]]:
    """Each file with the bytes of all its parts one after the other, and all its words."""
    return {
        name: (b"\n".join(part for _, part in opened(name, data)), readable(name, data))
        for name, data in files.items()
    }


def holds(files: dict[str, tuple[bytes, str]], words: str) -> list[str]:
    """The files in which these words can be read, in whatever encoding."""
    raw = [one for encoding in ENCODINGS if len(one := words.encode(encoding, "ignore")) >= 8]
    sought = folded(words)
    return [name for name, (data, told) in files.items() if sought in told or any(one in data for one in raw)]
