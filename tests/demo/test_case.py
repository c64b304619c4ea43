"""The casefile of the invented case reads without a problem, and keeps to itself what it should."""

import re
from collections import Counter
from pathlib import Path

import pytest

from answerable.demo.case import PLACEHOLDER, casefile_text, lay_out, spreadsheet_text
from answerable.demo.site import FOLDER, pages
from answerable.model.audience import parse_sharing
from answerable.model.grade import parse_grade
from answerable.model.schemata import schema
from answerable.model.values import check_value
from answerable.read.origins import FirstMethod, origins
from answerable.record.casefile import RESERVED, Casefile, ValueSpec, read_casefile
from answerable.weigh.laws import shipped_laws
from tests.demo.support import citations, cites_of, rows
from tests.read.origins.stories import source

BASE = "http://127.0.0.1:8"
PROTECTED = ("LING Sin-yau", "凌善柔", "555 0147")


@pytest.fixture(scope="module")
def casefile() -> Casefile:
    found, _, problems = read_casefile(casefile_text(BASE), "casefile.yaml")
    assert problems.found == []
    return found


def values(casefile: Casefile, key: str) -> list[tuple[str, ValueSpec]]:
    found = []
    for name, given in casefile.entities[key].items():
        if name not in RESERVED:
            for one in given if isinstance(given, list) else [given]:
                found.append(
                    (name, ValueSpec.model_validate(one if isinstance(one, dict) else {"value": one}))
                )
    return found


def test_every_address_is_filled_in() -> None:
    for text in (casefile_text(BASE), spreadsheet_text(BASE)):
        assert BASE in text
        assert PLACEHOLDER not in text.replace("# “{site}”", "")


def test_every_value_may_stand_where_it_stands(casefile: Casefile) -> None:
    for key, fields in casefile.entities.items():
        kind = schema(fields["schema"])
        for name, spec in values(casefile, key):
            prop = kind.property(name)
            if prop.type == "entity":
                assert spec.value in casefile.entities, (key, name)
            else:
                check_value(prop, spec.value)
            parse_sharing(spec.sharing or fields.get("sharing") or casefile.sharing)
            parse_grade(spec.grade or fields.get("grade") or casefile.grade)


def test_it_holds_what_a_case_has_to_show(casefile: Casefile) -> None:
    kinds = Counter(fields["schema"] for fields in casefile.entities.values())
    assert (kinds["Person"], kinds["Act"], kinds["Event"], kinds["Occupancy"]) == (7, 4, 1, 3)
    degrees = {
        spec.value for key in casefile.entities for name, spec in values(casefile, key) if name == "degree"
    }
    assert {"ordered", "commanded", "carried-out", "failed-to-punish"} <= degrees
    assert {cite.stance for cite in citations(casefile)} == {"supports", "contradicts"}
    assert [bool(one.same) for one in casefile.identity] == [True, False]


def test_it_is_tested_against_laws_that_are_there(casefile: Casefile) -> None:
    assert casefile.case
    assert casefile.case.laws == ["ca-jvcfoa", "ca-sema-prc"]
    assert set(casefile.case.laws) <= {law.id for law in shipped_laws()}
    assert set(casefile.case.narrative) == {"summary", "national-interest", "confidentiality"}


def test_one_person_named_has_no_nationality(casefile: Casefile) -> None:
    assert casefile.case
    known = {key: "nationality" in casefile.entities[key] for key in casefile.case.subjects}
    assert known == {"shum": True, "kwong": True, "yan": False}


def test_what_only_the_witness_said_is_for_the_team_alone(casefile: Casefile) -> None:
    for key, fields in casefile.entities.items():
        own = {cite.source for cite in cites_of(fields)}
        for _, spec in values(casefile, key):
            sources = {cite.source for cite in spec.cite} or own
            if "testimony" in sources:
                assert (spec.sharing or fields.get("sharing")) == "team", key
    assert casefile.sources["testimony"].names == ["witness-1"]


@pytest.mark.parametrize("name", PROTECTED)
def test_the_protected_witness_stands_only_in_the_testimony(casefile: Casefile, name: str) -> None:
    assert name in str(casefile.entities["witness-1"])
    others = {key: fields for key, fields in casefile.entities.items() if key != "witness-1"}
    assert name not in f"{others} {casefile.sources} {casefile.case} {casefile.identity}"
    assert name not in spreadsheet_text(BASE)
    holding = [file.name for file in FOLDER.rglob("*.*") if name in file.read_text("utf-8")]
    assert holding == ["testimony-1.txt"]


def test_every_page_says_that_it_is_invented() -> None:
    for path, page in pages().items():
        if page.content_type.startswith("text/html"):
            text = page.body.decode(page.content_type.rpartition("=")[2])
            assert re.search("Everything in it is invented|內容全屬虛構|内容纯属虚构", text), path


def test_the_three_stories_of_the_wire_are_one_origin_even_where_nobody_declares_it() -> None:
    paths = ("wire/harbour-street", "papers/harbour-times", "papers/coast-mail", "quayside/report")
    texts = [re.sub("<[^>]+>", " ", (FOLDER / f"{path}.html").read_text("utf-8")) for path in paths]
    sources = [source(path, text) for path, text in zip(paths, texts, strict=True)]
    found = origins(sources, FirstMethod().lasting(sources))
    assert [group.sources for group in found.groups] == [paths[:3], paths[3:]]
    assert (found.known, found.unknown) == (0, 2)


def test_the_wire_stories_declare_one_origin_and_the_others_their_own(casefile: Casefile) -> None:
    declared = Counter(spec.origin for spec in casefile.sources.values() if spec.origin)
    assert declared.pop("Selwyn Wire, 3 May 2031") == 3
    assert set(declared.values()) == {1}


def test_the_spreadsheet_has_ten_rows_numbered_from_one() -> None:
    found = rows(spreadsheet_text(BASE))
    assert [row["No."] for row in found] == [str(number) for number in range(1, 11)]
    assert list(found[0])[1:] == [
        "Name (English)", "Name (Chinese)", "Post", "Reason", "Source address", "Words",
    ]  # fmt: skip


def test_laying_out_twice_writes_the_same_files(tmp_path: Path) -> None:
    first = lay_out(tmp_path / "one", BASE).parent
    second = lay_out(tmp_path / "two", BASE).parent
    names = sorted(path.name for path in first.iterdir())
    assert names == ["campaign.yaml", "casefile.yaml", "names.csv", "open-letter.txt", "testimony-1.docx"]
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes()
