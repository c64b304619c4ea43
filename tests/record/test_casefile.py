"""What is wrong with a casefile is told all at once, with lines, in sentences; then nothing was written."""

from pathlib import Path

import pytest

from answerable.model.errors import CasefileWrong
from answerable.record.casefile import RESERVED, read_casefile
from tests.record.papers import CASEFILE, FILES, row_counts
from tests.support import new_workspace

HEAD = """\
casefile: harbour
organisation: Selwyn Rights Desk
sources:
  gazette: {file: gazette.txt}
entities:
  lam:
    schema: Person
    cite: {source: gazette, quote: LAM Ka-ho}
    name: LAM Ka-ho
"""


def lam(more: str) -> str:
    return f"{HEAD}    {more}\n"


def instead(old: str, new: str) -> str:
    assert old in HEAD
    return HEAD.replace(old, new)


OTHER = "  post: {schema: Position, name: x, cite: {source: gazette, quote: Commissioner of Police}}\n"
HELD = "  held: {schema: Occupancy, cite: {source: gazette, quote: Police}, %s}\n"

WRONG = [
    ("", 1, "it is empty"),
    ("just words", 1, "“the file” should hold fields of its own"),
    ("[one, two]", 1, "“the file” should hold fields of its own"),
    ("%PDF-1.7 \x00\x01", 1, "it is not YAML: it holds the control character U+0000"),
    (instead("casefile: harbour\n", ""), 1, "“casefile” is missing"),
    (instead("casefile: harbour", "casefile: Harbour Street"), 1, "“casefile” should be a short name"),
    (instead("casefile: harbour", "casefile: [x]"), 1, "“casefile” should be words"),
    (instead("sources:", "source:"), 3, "there is no field “source” here"),
    (instead("file: gazette.txt", "fil: gazette.txt"), 4, "there is no field “fil” here"),
    (
        instead("gazette: {file: gazette.txt}", "the gazette: {file: gazette.txt}"),
        4,
        "“the gazette” should be a",
    ),
    (instead("gazette.txt", "nowhere.txt"), 4, "The file nowhere.txt cannot be read"),
    (instead("gazette.txt", "../gazette.txt"), 4, "it is not beside the casefile"),
    (instead("gazette.txt", "/etc/hostname"), 4, "it is not beside the casefile"),
    (instead("gazette.txt", "C:/keys.json"), 4, "it is not beside the casefile"),
    (instead("file: gazette.txt", "url: https://example.org/1"), 4, "it was not captured yet"),
    (instead("file: gazette.txt", "title: x"), 4, "it names neither a file nor an address"),
    (instead("file: gazette.txt", "file: nothing.txt"), 4, "The file nothing.txt is empty"),
    (instead("file: gazette.txt", "file: gazette.txt, grade: 2A"), 4, "“2A” cannot stand as grade"),
    (instead("file: gazette.txt", "file: gazette.txt, names: witness"), 4, "has the key “witness”"),
    (
        instead("file: gazette.txt", "file: gazette.txt, published: May 2031"),
        4,
        "“published” should be a date",
    ),
    (instead("schema: Person", "schema: Persan"), 7, "The nearest is “Person”"),
    (instead("    schema: Person\n", ""), 6, "“schema” is missing"),
    (instead("schema: Person", "schema:"), 7, "“schema” is empty"),
    (instead("schema: Person", "schema: [Person]"), 7, "“schema” should be words"),
    (instead("quote: LAM Ka-ho", "quote: LAM Kar-ho"), 9, "LAM Ka-ho”: copy the words as they stand"),
    (instead("source: gazette", "source: gazete"), 9, "there is no source “gazete” above"),
    (instead("quote: LAM Ka-ho", "qoute: LAM Ka-ho"), 8, "there is no field “qoute” here"),
    (instead("quote: LAM Ka-ho", "quote: LAM Ka-ho, page: two"), 8, "“page” should be a number"),
    (instead("quote: LAM Ka-ho", f"quote: LAM Ka-ho, page: '{'9' * 5000}'"), 8, "“page” should be a number"),
    (instead("quote: LAM Ka-ho", "quote: LAM Ka-ho, stance: for"), 8, "“stance” should be 'supports' or"),
    (instead("quote: LAM Ka-ho", "quote: LAM Ka-ho, grade: B7"), 9, "“B7” cannot stand as grade"),
    (instead("    cite: {source: gazette, quote: LAM Ka-ho}\n", ""), 8, "“name” has no words behind it"),
    (
        instead("cite: {source: gazette, quote: LAM Ka-ho}", "cite: the gazette"),
        8,
        "“cite” should hold fields",
    ),
    (instead("name: LAM Ka-ho", "name:"), 9, "it is empty or has space around it"),
    (instead("name: LAM Ka-ho", "name: {valu: x}"), 9, "there is no field “valu” here"),
    (instead("name: LAM Ka-ho", "name: [[a, b]]"), 9, "“value” should be words"),
    (lam("naem: LAM Ka-ho"), 10, "Person has no property “naem”. The nearest is “name”"),
    (lam("birthDate: 1975-19-25"), 10, "“1975-19-25” is not a date"),
    (lam("birthDate: 25 May 1975"), 10, "“25 May 1975” is not a date"),
    (lam("nationality: Tamsor"), 10, "not a two-letter country code"),
    (lam("gender: unknown"), 10, "it is none of female, male, other"),
    (lam("grade: B7"), 10, "“B7” cannot stand as grade"),
    (lam("grade: {B: 2, C: 3}"), 10, "“grade” should be words"),
    (lam("sharing: friends"), 10, "“friends” cannot stand as audience"),
    (lam("sharing: [public]"), 10, "“sharing” should be words"),
    (lam("sharing: 'recipient:'"), 10, "“recipient:” cannot stand as audience"),
    (lam("protected: Yes"), 10, "“protected” should be 'yes', 'no', 'true' or 'false'"),
    (lam("protected: [yes]"), 10, "“protected” should be 'yes', 'no', 'true' or 'false'"),
    (lam("protected:"), 10, "“protected” should be 'yes', 'no', 'true' or 'false'"),
    (lam("alias: {value: x, sharing: all}"), 10, "“all” cannot stand as audience"),
    (HEAD + OTHER + HELD % "holder: nobody, post: post", 11, "no entity of this casefile has that key"),
    (HEAD + OTHER + HELD % "holder: post, post: post", 11, "it is a Position, not a Person"),
    (HEAD + "sharing: all\n", 10, "“all” cannot stand as audience"),
    (HEAD + "grade: high\n", 10, "“high” cannot stand as grade"),
    (HEAD + "identity: [{same: [lam, li], because: x}]\n", 10, "has the key “li”"),
    (HEAD + "identity: [{same: [lam], because: x}]\n", 10, "a decision names two"),
    (HEAD + "identity: [{same: [lam, lam], because: x}]\n", 10, "a decision names two"),
    (HEAD + "identity: [{same: [lam, lam]}]\n", 10, "“because” is missing"),
    (HEAD + "identity: [{same: [lam, lam], because: ''}]\n", 10, "“because” is empty"),
    (HEAD + "case: {slug: h, title: H, subjects: [li]}\n", 10, "has the key “li”"),
    (HEAD + "case: {slug: h, title: H, subjects: [lam, lam]}\n", 10, "stands there once"),
    (HEAD + "case: {slug: h h, title: H, subjects: [lam]}\n", 10, "“slug” should be a short name"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    beside = tmp_path_factory.mktemp("beside")
    for name, content in {**FILES, "nothing.txt": ""}.items():
        (beside / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return beside


@pytest.mark.parametrize(("text", "line", "told"), WRONG)
def test_what_is_wrong_is_told_with_its_line(
    text: str, line: int, told: str, folder: Path, tmp_path: Path
) -> None:
    (folder / "case.yaml").write_text(text, "utf-8")
    with new_workspace(tmp_path) as workspace:
        with pytest.raises(CasefileWrong) as caught:
            workspace.record(folder / "case.yaml")
        assert row_counts(workspace)["entity"] == 0
    lines = [one for one in str(caught.value).splitlines() if one.startswith(f"  line {line}: ")]
    assert any(told in one for one in lines), str(caught.value)
    assert "Nothing of it was recorded." in str(caught.value)


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file(
    folder: Path, tmp_path: Path
) -> None:
    many = (
        CASEFILE.replace("sharing: public", "sharing: all")
        .replace("quote: LAM Ka-ho (林嘉豪) was made", "quote: LAM Kar-ho (林嘉豪) was made")
        .replace("nationality", "nationalty")
        .replace("2031-05-03", "2031-05-32")
        .replace("perpetrator: lam-paper", "perpetrator: nobody")
        .replace("subjects: lam", "subjects: li")
    )
    (folder / "case.yaml").write_text(many, "utf-8")
    with new_workspace(tmp_path) as workspace, pytest.raises(CasefileWrong) as caught:
        workspace.record(folder / "case.yaml")
    numbers = [int(line.split()[1].rstrip(":")) for line in str(caught.value).splitlines()[1:-1]]
    assert numbers == [3, 12, 12, 13, 22, 25, 34]
    assert "has 7 things to mend" in str(caught.value)


def test_after_a_refusal_nothing_is_written_and_the_evidence_is_kept(folder: Path, tmp_path: Path) -> None:
    wrong = CASEFILE.replace("2031-05-03", "2031-05-32")
    (folder / "case.yaml").write_text(wrong, "utf-8")
    with new_workspace(tmp_path) as workspace:
        with pytest.raises(CasefileWrong):
            workspace.record(folder / "case.yaml")
        counts = row_counts(workspace)
        said = ("entity", "statement", "citation", "passage", "identity_decision", "case_file", "search_row")
        assert {name: counts[name] for name in said} == dict.fromkeys(said, 0)
        assert (counts["capture"], counts["text"], counts["kept_object"]) == (2, 2, 2)
        (folder / "case.yaml").write_text(CASEFILE, "utf-8")
        workspace.record(folder / "case.yaml")
        assert row_counts(workspace)["capture"] == 2


def test_what_an_entity_says_of_itself_is_no_property_of_any_schema() -> None:
    from answerable.model.schemata import schemata

    assert RESERVED == ("schema", "recorded_as", "protected", "cite", "sharing", "grade")
    assert not [kind.name for kind in schemata().values() if set(RESERVED) & set(kind.properties)]


def test_one_of_something_needs_no_list() -> None:
    casefile, lined, _ = read_casefile(CASEFILE, "case.yaml")
    assert casefile.case is not None
    assert casefile.case.subjects == ["lam"]
    assert lined.line(("entities", "part", "cite", 1, "stance")) == 30
