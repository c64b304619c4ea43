"""What goes into a package, and what does not, for each audience."""

import gzip
import hashlib
import json
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.answer.package import verify
from answerable.answer.package.commitments import Secret
from answerable.answer.package.leaks import folded, texts_in
from answerable.answer.package.making import make_package, program
from answerable.answer.scrub import pack
from answerable.model.audience import PUBLIC, TEAM, parse_audience
from answerable.model.errors import PackageWrong, ValueRefused, WouldReveal
from answerable.preserve.addresses import Policy
from answerable.record.view import View
from answerable.workspace.erasing import erase_person
from tests.answer.package.cases import (
    CASEFILE,
    FILES,
    TESTIMONY,
    WITNESS,
    harbour,
    members,
    packed,
    record_of,
)
from tests.preserve.servers import page, says, serving
from tests.support import new_workspace, seeded

CANADA, AMERICA = parse_audience("recipient:ca"), parse_audience("recipient:us")
QUOTE = f"stood by while {WITNESS} was beaten"


@dataclass(frozen=True)
class Made:
    """One case, packed for everyone."""

    team: bytes
    canada: bytes
    america: bytes
    public: bytes
    own_ids: frozenset[str]
    """Ids of the protected person, and of the passages, sources, captures and texts that name them."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with harbour(tmp_path_factory.mktemp("harbour")) as workspace:
        canada = packed(workspace, CANADA, seed=1)
        america = packed(workspace, AMERICA, seed=2)
        public, team = packed(workspace, PUBLIC, seed=3), packed(workspace, TEAM, seed=4)
        yield Made(team, canada, america, public, frozenset(protected_ids(team)))


def protected_ids(team: bytes) -> Iterator[str]:
    record = record_of(team)
    yield from (one["id"] for one in record["entities"] if one["protected"])
    testimony = hashlib.sha256(TESTIMONY.encode()).hexdigest()
    yield testimony
    for passage in record["passages"]:
        if passage["text"] == testimony:
            yield from (passage["id"], passage["source"])
            yield from (one["id"] for one in record["citations"] if one["passage"] == passage["id"])
    yield from (one["id"] for one in record["captures"] if one["sha256"] == testimony)


def everything(package: bytes) -> bytes:
    return b"\n".join(path.encode() + data for path, data in members(package).items())


def test_the_team_sees_the_witness_and_the_testimony(made: Made) -> None:
    record = record_of(made.team)
    assert WITNESS in {one["caption"] for one in record["entities"]}
    assert TESTIMONY.encode() in members(made.team).values()
    assert {one["log"] for one in record["statements"]} == {"value", "keyed"}


@pytest.mark.parametrize("audience", ["canada", "america", "public"])
def test_outside_nothing_of_the_witness_is_there(made: Made, audience: str) -> None:
    found = everything(getattr(made, audience))
    assert len(made.own_ids) >= 9
    for word in (WITNESS, "Tamvale", "testimony", *made.own_ids):
        assert word.lower().encode() not in found.lower(), word


def test_a_protected_passage_has_gaps_a_commitment_and_a_month(made: Made) -> None:
    record = record_of(made.canada)
    closed = [one for one in record["passages"] if "withheld" in one]
    shown = ["stood by while ", None, " was beaten"]
    (passage,) = (one for one in closed if one["segments"] == shown)
    assert set(passage) == {"id", "source", "withheld", "segments", "commitment"}
    (source,) = (one for one in record["sources"] if one["id"] == passage["source"])
    assert source == {"id": passage["source"], "month": "2031-06"}


def test_a_commitment_opens_to_the_exact_words_for_whoever_kept_the_secret(made: Made) -> None:
    secret = Secret(seeded(1)(32))
    (inside,) = (one for one in record_of(made.team)["passages"] if one["exact"] == QUOTE)
    committed = hashlib.sha256(secret.salt(inside["id"]) + QUOTE.encode()).hexdigest()
    (outside,) = (one for one in record_of(made.canada)["passages"] if one.get("commitment") == committed)
    assert outside["id"] == secret.stand_in("passage", inside["id"])


def test_two_audiences_share_nothing_that_stands_for_protected_people_or_sources(made: Made) -> None:
    def stand_ins(package: bytes) -> set[str]:
        record = record_of(package)
        closed = [one for one in record["passages"] if "withheld" in one]
        people = [one for one in record["entities"] if one["protected"]]
        cut = [
            one for kind in ("statements", "citations") for one in record[kind] if one["log"] == "withheld"
        ]
        named = {one["id"] for one in [*closed, *people, *cut]} | {one["commitment"] for one in closed}
        return named | {one["caption"] for one in people} | {one["source"] for one in closed}

    packages = [stand_ins(one) for one in (made.canada, made.america, made.public)]
    assert all(len(one) > 10 for one in packages)
    assert len(set().union(*packages)) == sum(map(len, packages))


def test_a_pseudonym_stays_the_same_for_one_audience(made: Made, tmp_path: Path) -> None:
    with harbour(tmp_path) as workspace:
        packages = [packed(workspace, CANADA, seed=seed) for seed in (8, 9)]
    first, second = ([o["caption"] for o in record_of(p)["entities"] if o["protected"]] for p in packages)
    assert first == second


def test_what_touches_the_witness_has_a_month_for_a_time_and_no_log_entry(made: Made) -> None:
    withheld = [one for one in record_of(made.public)["statements"] if one["log"] == "withheld"]
    assert {one["prop"] for one in withheld} >= {"position", "victim", "degree", "perpetrator", "act"}
    assert {one["at"] for one in withheld} == {"2031-06"}
    told = members(made.public)["log/entries.jsonl"].decode()
    assert not [one["id"] for one in withheld if one["id"] in told]


def test_other_recipients_are_not_told_of(made: Made) -> None:
    assert b"recipient:us" not in everything(made.canada)
    (summary,) = (one for one in record_of(made.canada)["statements"] if one["prop"] == "summary")
    assert (summary["value"], summary["log"]) == ("Ordered the clearing of the street.", "withheld")
    assert "summary" not in {one["prop"] for one in record_of(made.public)["statements"]}


def test_only_the_last_checkpoint_goes_outside(made: Made) -> None:
    assert len(members(made.team)["log/checkpoints.jsonl"].splitlines()) > 1
    assert len(members(made.public)["log/checkpoints.jsonl"].splitlines()) == 1


def test_the_program_goes_along_as_it_is(made: Made) -> None:
    assert members(made.public)["verify.py"] == program() == Path(verify.__file__).read_bytes()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        with harbour(tmp_path / name) as workspace:
            made.append(packed(workspace, CANADA))
    assert made[0] == made[1]
    assert str(tmp_path).encode() not in everything(made[0])


def test_footnotes_lead_to_statements(tmp_path: Path) -> None:
    def degrees(view: View) -> list[str]:
        (lam,) = view.case("harbour").subjects
        (role,) = {said.canonical for said in view.referring(lam, "perpetrator")}
        return [said.id for said in view.statements(role, ["degree"])]

    with harbour(tmp_path) as workspace:
        package = packed(workspace, CANADA, footnotes=degrees)
        by_id = {one["id"]: one["value"] for one in record_of(package)["statements"]}
        footnotes = json.loads(members(package)["package.json"])["footnotes"]
        assert [by_id[one] for one in footnotes] == ["commanded", "ordered"]
        with pytest.raises(PackageWrong, match="a footnote rests on statement 00"):
            packed(workspace, CANADA, footnotes=lambda view: ["00"])


def test_without_a_checkpoint_there_is_no_package(tmp_path: Path) -> None:
    refused = pytest.raises(PackageWrong, match="no checkpoint signed with its key was given")
    with harbour(tmp_path) as workspace, workspace.view(PUBLIC) as view, refused:
        make_package(
            view,
            view.case("harbour"),
            {},
            footnotes=None,
            public_key=workspace.keys.public_key,
            checkpoints=[],
            made_at="2031-06-02T10:00:00Z",
            entropy=seeded(),
        )


@pytest.mark.parametrize("name", ["../a", "a/b", "a:b", "", "a\n"])
def test_documents_have_plain_names(tmp_path: Path, name: str) -> None:
    with harbour(tmp_path) as workspace, pytest.raises(ValueRefused, match="no plain file name"):
        packed(workspace, PUBLIC, {name: b""})


def word_file(words: str) -> bytes:
    runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in words.split("|"))
    return pack({"word/document.xml": f"<w:p>{runs}</w:p>".encode()})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plain.txt", f"Thanks to {WITNESS}.".encode()),
        ("case.txt", b"thanks to OREN  TAMVALE"),
        ("wide.txt", "Ｏｒｅｎ\u3000Ｔａｍｖａｌｅ".encode()),
        ("broken.txt", b"Oren\n   Tam\xc2\xadvale"),
        ("notes.html", b"<p>Oren <b>Tam</b>vale</p>"),
        ("entity.html", b"<p>Oren&nbsp;Tamv&#97;le</p>"),
        ("utf16.bin", b"\0" + WITNESS.encode("utf-16-le")),
        ("word.docx", word_file("by Oren Tam|vale")),
        ("note.json", json.dumps({"by": WITNESS}).encode()),
        ("packed.gz", gzip.compress(WITNESS.encode(), mtime=0)),
        (f"{WITNESS}.txt", b""),
    ],
)
def test_a_document_that_names_the_witness_is_stopped(tmp_path: Path, name: str, data: bytes) -> None:
    with harbour(tmp_path) as workspace:
        with pytest.raises(WouldReveal) as caught:
            packed(workspace, CANADA, {name: data})
        packed(workspace, TEAM, {name: data})
    assert caught.value.facts == {"audience": CANADA, "where": f"documents/{name}"}
    assert WITNESS not in str(caught.value) or WITNESS in name


def pdf_saying(words: str) -> bytes:
    """A PDF of one page whose words are packed, so that no search of its bytes finds them."""
    stream = zlib.compress(f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode())
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (i, p) for i, p in enumerate(parts, start=1))
    return body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n"


def test_the_pages_of_a_pdf_are_read(tmp_path: Path) -> None:
    data = pdf_saying(f"Thanks to {WITNESS}")
    assert "Tamvale" in " ".join(texts_in("documents/a.pdf", data))
    with harbour(tmp_path) as workspace:
        with pytest.raises(WouldReveal, match=r"documents/a\.pdf"):
            packed(workspace, PUBLIC, {"a.pdf": data})
        packed(workspace, PUBLIC, {"a.pdf": pdf_saying("Thanks to a porter")})


def test_a_case_title_that_names_the_witness_is_withheld(tmp_path: Path) -> None:
    titled = CASEFILE.replace("title: The clearing", f"title: What {WITNESS} saw of the clearing")
    with harbour(tmp_path, titled) as workspace:
        readme = members(packed(workspace, CANADA))["README.txt"].decode()
    assert "What ▮▮▮ saw of the clearing" in readme


def test_an_open_source_that_names_the_witness_is_stopped(tmp_path: Path) -> None:
    told = f"A market porter called {WITNESS} was"
    files = {**FILES, "report.html": str(FILES["report.html"]).replace("A market porter was", told)}
    casefile = CASEFILE.replace("A market porter was", told)
    with harbour(tmp_path, casefile, files) as workspace, pytest.raises(WouldReveal, match="evidence/"):
        packed(workspace, CANADA)


def test_once_the_witness_is_erased_the_package_still_holds(tmp_path: Path) -> None:
    with harbour(tmp_path) as workspace:
        with workspace.view(TEAM) as view:
            (person,) = view.protected
        erase_person(workspace, person, "they asked")
        for audience in (TEAM, CANADA):
            passages = record_of(packed(workspace, audience))["passages"]
            gone = [one for one in passages if "withheld" in one]
            assert {one["withheld"] for one in gone} == {"erased"}
            assert not any("commitment" in one for one in gone)


NAMES = st.text(st.characters(categories=["Lu", "Ll", "Lo"], max_codepoint=0x9FFF), min_size=4, max_size=12)


@settings(max_examples=12, deadline=None)
@given(given_name=NAMES, family_name=NAMES)
def test_no_name_is_in_any_outside_package(given_name: str, family_name: str) -> None:
    name = f"{given_name} {family_name}"
    casefile = CASEFILE.replace(WITNESS, name)
    files = {path: str(data).replace(WITNESS, name) for path, data in FILES.items()}
    with tempfile.TemporaryDirectory() as folder, harbour(Path(folder), casefile, files) as workspace:
        for audience in (CANADA, PUBLIC):
            try:
                package = packed(workspace, audience)
            except WouldReveal:
                assert len(name.casefold()) != len(name)  # such a name is not withheld, and so is stopped
                continue
            for path, data in members(package).items():
                for text in (path, data.decode(), *texts_in(path, data)):
                    assert folded(name) not in folded(text)


# --- pages that came over the network ---------------------------------------------------------------

PAGE = b"<html><body><p>Commissioner LAM Ka-ho gave the order himself.</p></body></html>"


def answered(packing: str) -> bytes:
    if packing == "gzip":
        return page(gzip.compress(PAGE), "Content-Type: text/html", "Content-Encoding: gzip")
    if packing == "deflate":
        return page(zlib.compress(PAGE), "Content-Type: text/html", "Content-Encoding: deflate")
    if packing == "chunked":
        body = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (PAGE[:20], PAGE[20:])) + b"0\r\n\r\n"
        return page(body, "Content-Type: text/html", "Transfer-Encoding: chunked")
    return page(PAGE, "Content-Type: text/html")


@pytest.mark.loopback
@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("packing", ["plain", "gzip", "deflate", "chunked"])
def test_a_warc_file_holds_the_page_that_is_quoted(tmp_path: Path, packing: str) -> None:
    with serving(says(answered(packing))) as server, new_workspace(tmp_path) as workspace:
        workspace.capture([server.url("/news")], Policy(frozenset({("127.0.0.1", server.port)})))
        (tmp_path / "case.yaml").write_text(
            f"""
casefile: order
organisation: Selwyn Rights Desk
sharing: public
sources: {{page: {{url: "{server.url("/news")}", title: The news}}}}
entities: {{lam: {{schema: Person, name: LAM Ka-ho, cite: {{source: page, quote: Commissioner LAM Ka-ho}}}}}}
case: {{slug: harbour, title: The order, subjects: lam}}
""",
            "utf-8",
        )
        workspace.record(tmp_path / "case.yaml")
        parts = members(packed(workspace, PUBLIC))
    assert {path.split("/")[0] for path in parts} >= {"warc", "evidence", "texts"}
    assert wrong_after(parts, {}) == []
    forged = gzip.compress(gzip.decompress(parts[warc_of(parts)]).replace(b"news", b"olds"))
    (first, *_) = wrong_after(parts, {warc_of(parts): forged})
    assert "was changed" in first


def warc_of(parts: dict[str, bytes]) -> str:
    return next(path for path in parts if path.startswith("warc/"))


def wrong_after(parts: dict[str, bytes], changed: dict[str, bytes]) -> list[str]:
    return verify.check(verify.open_zip(BytesIO(pack({**parts, **changed})))).wrong


def test_every_record_has_the_fields_that_the_format_names(made: Made) -> None:
    described = (Path(__file__).parents[3] / "docs" / "package-format.md").read_text("utf-8")
    for package in (made.team, made.canada):
        about: dict[str, Any] = json.loads(members(package)["package.json"])
        named = set(about) | {key for kind in KINDS for one in record_of(package)[kind] for key in one}
        assert [name for name in sorted(named) if f"`{name}`" not in described] == []


KINDS = verify.KINDS
