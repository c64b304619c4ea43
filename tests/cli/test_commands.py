"""Each command as its user types it, in words and for programs."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.reference.commands import commands
from tests.answer.submission.case import CASEFILE, FILES
from tests.answer.submission.case import workspace as harbour
from tests.cli.editions import EDITIONS
from tests.cli.terminal import Terminal
from tests.databases import ON_POSTGRES

DEMO = Path(__file__).parents[2] / "src" / "answerable" / "demo"
LIST = DEMO / "site" / "lists" / "norrmark.xml"
NAMES = DEMO / "names.csv"
NAMES_MAP = """
map: names
organisation: Tamsor Coalition
id: No.
person: {name: [Name (English), Name (Chinese)], summary: Reason}
post: {name: Post}
source: {url: Source address, quote: Words}
"""
SHEET = "No.,Name,姓名,Post\n1,LAM Ka-ho,林家豪,Commissioner\n2,ODE Marit,,Judge\n"
MAP = """
map: names
organisation: Selwyn Rights Desk
id: No.
person: {name: [Name, 姓名]}
post: {name: Post}
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace with the case of the harbour in it; nothing is taken back in it."""
    folder = tmp_path_factory.mktemp("harbour")
    with harbour(folder) as workspace:
        workspace.import_list(LIST)
        for name, text in EDITIONS.items():
            (folder / name).write_text(text, "utf-8")
            workspace.import_list(folder / name)
        yield workspace.root


@pytest.fixture
def at(terminal: Terminal, case: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in that workspace."""
    monkeypatch.chdir(case)
    return terminal


@pytest.fixture
def own(inside: Terminal) -> Terminal:
    """A terminal in a workspace of its own with the case in it."""
    for name, content in FILES.items():
        inside.file(f"notes/{name}", content)
    told = inside("record", inside.file("notes/case.yaml", CASEFILE))
    assert told.endswith("; 45 new.\nTaken into the narrative: summary.\n")
    return inside


def statement(terminal: Terminal, thing: str, prop: str) -> str:
    """The id of what is said of one property of a thing."""
    shown = terminal.json("show", thing)["statements"]
    return next(str(one["id"]) for one in shown if one["prop"] == prop)


FOR_PROGRAMS: dict[str, list[str]] = {
    "verify": [],
    "rebuild": [],
    "receipt": [],
    "log": ["--last", "0"],
    "read": ["Tamsor Gazette no. 41"],
    "search": ["Harbour Choir"],
    "show": ["LAM Ka-ho"],
    "weigh": ["harbour", "--all"],
    "override": [
        *("harbour", "--person", "LAM Ka-ho", "--law", "ca-jvcfoa", "--requirement", "victim-abroad"),
        *("--because", "It is known from elsewhere.", "--by", "Marit Ode"),
    ],
    "names compare": ["林家豪", "LAM Ka-ho"],
    "names score": ["{pairs}"],
    "names score-records": ["{records}"],
    "lists show": [],
    "lists publish": ["harbour", "--out", "{out}/l", "--for", "recipient:ca", "--dispute-to", "Box 7"],
    "lists changes": ["un-sc"],
    "lists update": ["ca-justice"],
    "lists import": [str(LIST)],
    "screen": ["SHUM Cho-hang"],
    "decide": ["--list"],
    "watch add": ["{staff}"],
    "watch list": [],
    "watch run": [],
    "followup list": [],
    "followup recipients": [],
    "followup outcomes": [],
    "demands list": [],
    "sign-on list": ["harbour"],
    "laws list": [],
    "laws show": ["ca-jvcfoa"],
    "laws check": [],
    "laws update": ["us-gloman"],
    "who-commanded": ["Port Selwyn Police", "--on", "2031-05-03"],
    "workspace address": [],
    "workspace show": [],
    "capture": ["http://127.0.0.1/"],
    "import": [str(LIST)],
    "comments": ["harbour"],
    "narratives": ["harbour"],
    "consent show": [],
    "origins show": ["harbour"],
    "submit": ["harbour", "--to", "ca,public", "--out", "{out}"],
    "package": ["harbour", "--to", "ca", "--out", "{out}"],
    "brief": ["harbour", "--to", "ca", "--out", "{out}", "--next", "A meeting on 4 July."],
    "bulk-list": ["harbour", "--to", "ca", "--out", "{out}"],
    "ftm export": ["{out}/people.json", "--for", "public"],
    "ftm import": ["{people}", "--organisation", "Desk"],
    "backup": ["{out}/backup.zip"],
    "record": ["{sheet}", "--map", "{map}"],
    "workspace export": ["{out}/export.age", "--to", "{address}"],
}
ELSEWHERE = {"init", "restore", "workspace import", "same", "different", "undo", "withdraw", "regrade"}
ELSEWHERE |= {f"followup {name}" for name in ("sent", "response", "deadline", "mistake", "show")}
ELSEWHERE |= {f"followup {name}" for name in ("confirm", "reject", "reopen")}
ELSEWHERE |= {f"demands {name}" for name in ("show", "add", "progress", "event", "stage", "sign")}
ELSEWHERE |= {
    "returned",
    "supplement",
    "consent give",
    "consent withdraw",
    "origins same",
    "origins different",
    "origins undo",
    "annex",
    "sign-on add",
    "sign-on withdraw",
    "share",
    "erase",
    "demo",
    "serve",
    "watch remove",
    "lists verify",
}


def test_no_command_was_forgotten_here() -> None:
    every = {name.removeprefix("answerable ") for name, _ in commands()}
    assert every == FOR_PROGRAMS.keys() | ELSEWHERE


@pytest.mark.parametrize("command", FOR_PROGRAMS)
def test_every_command_speaks_to_people_and_to_programs(at: Terminal, command: str) -> None:
    filled = {
        "out": at.folder,
        "sheet": at.file("names.csv", SHEET),
        "map": at.file("map.yaml", MAP),
        "pairs": at.file("pairs.csv", "a,b,schema\n林家豪,LAM Ka-ho,Person\n"),
        "records": at.file("pairs.jsonl", '{"a": {"names": ["林家豪"]}, "b": {"names": ["LAM Ka-ho"]}}\n'),
        "staff": at.file("staff.csv", "name,born\nSHUM Cho-hang,\n"),
        "people": at.file("p.json", '{"id": "a", "schema": "Person", "properties": {"name": ["ODE"]}}\n'),
        "address": at("workspace", "address").strip(),
    }
    words = [*command.split(), *(word.format_map(filled) for word in FOR_PROGRAMS[command])]
    ends = 1 if command == "lists update" else 0  # it has no address, and so was not fetched
    assert at(*words, ends=ends).strip()
    for made in ("backup.zip", "export.age"):
        (at.folder / made).unlink(missing_ok=True)
    found = at.json(*words, ends=ends)
    assert isinstance(found, list | dict)


def test_what_is_read_is_what_stands_there(at: Terminal) -> None:
    assert at("read", "Selwyn Wire, 4 May 2031") == FILES["wire.txt"].decode() + "\n"  # type: ignore[union-attr]


def test_show_tells_both_sides_with_their_words(at: Terminal) -> None:
    beating = next(one["ref"] for one in at.json("search", "torture") if one["kind"] == "statement")
    told = at("show", beating)
    assert "   supports: “and\nbeat them with hoses” — Selwyn Wire, 4 May 2031\n" in told
    assert "   contradicts: “Nobody was beaten.” — Statement of 7 May 2031\n" in told


def test_a_package_holds_the_submission_that_was_asked_for(own: Terminal) -> None:
    asked = ("--to", "ca", "--under", "ca-jvcfoa", "--language", "fr", "--citations", "mcgill")
    own("package", "harbour", *asked, "--out", own.folder / "packed")
    own("submit", "harbour", *asked, "--out", own.folder / "drafted")
    with zipfile.ZipFile(own.folder / "packed" / "harbour-ca-fr.zip") as package:
        held = {name.removeprefix("documents/"): package.read(name) for name in package.namelist()}
    drafted = {path.name: path.read_bytes() for path in (own.folder / "drafted").iterdir()}
    assert sorted(drafted) == ["harbour-ca-fr.docx", "harbour-ca-fr.pdf"]
    assert held | drafted == held


def test_whoever_makes_a_list_of_names_is_told_how_many_are_left_out(own: Terminal) -> None:
    made = ("bulk-list", "harbour", "--to", "ca", "--format", "xlsx", "--out", own.folder)
    assert own(*made).startswith("For ca, 2 names:\n")
    hers = CASEFILE.replace("subjects: [lam, police]", "subjects: [witness, lam, police]")
    own("record", own.file("notes/case.yaml", hers))
    assert own(*made).startswith("For ca, 2 names; 1 left out, whose names they may not know:\n")


def test_what_is_found_can_be_shown_and_what_is_left_out_is_told(at: Terminal) -> None:
    said, _ = at.json("search", "Harbour Choir")
    assert said["words"] in at("show", said["ref"])
    assert f"   Act · victimGroup, {said['ref']}\n" in at("search", "Harbour Choir")
    left = "There is more: search with more words, or show more of it with --limit."
    assert at("search", "Harbour Choir", "--limit", "1").splitlines()[-1] == left
    assert left[:13] not in at("search", "Harbour Choir", "--limit", "2")


def test_an_audience_is_shown_no_more_than_it_may_see(at: Terminal) -> None:
    assert "Harbour Choir" in at("search", "Harbour Choir", "--audience", "recipient:ca")
    assert at("search", "Harbour Choir", "--audience", "public") == "Nothing found.\n"
    assert "Marta Bell" in at("show", "Marta Bell")
    assert at.refused("show", "Marta Bell", "--audience", "public")[-1] == "[nothing-called]"
    assert at.refused("show", "LAM Ka-ho", "--audience", "everyone")[0].startswith(
        "“everyone” cannot stand as audience: it is none of team, coalition, recipient:NAME or public."
    )


def test_weighing_tells_what_is_missing_and_what_is_listed(at: Terminal) -> None:
    told = at("weigh", "harbour")
    assert "standard of proof: " in told
    assert "○ nothing  ◐ thin  ● carried  ⊘ contradicted" in told
    assert "LAM Ka-ho under " in told
    one = at.json("weigh", "harbour", "--under", "ca-jvcfoa", "--all")
    assert {row["law"] for row in one["findings"]} == {"ca-jvcfoa"}
    assert {row["state"] for row in one["findings"]} <= {"nothing", "thin", "carried", "contradicted"}
    assert {(row["subject"], row["law"]) for row in one["readiness"]} >= {("LAM Ka-ho", "ca-jvcfoa")}
    assert [row["ready"] for row in one["readiness"]] == [not row["missing"] for row in one["readiness"]]


def test_which_lists_were_asked_is_told_to_people_and_programs(at: Terminal) -> None:
    told, data = at("weigh", "harbour"), at.json("weigh", "harbour")
    assert {one["list_id"] for one in data["lists"]} >= {"un-sc", "us-ofac-sdn"}
    for one in data["lists"]:
        assert f"asked: {one['title']}, {one['publisher']}, {one['published']}\n" in told
    lam = {"subject": "LAM Ka-ho", "asked": True, "matches": []}
    assert lam in data["listings"]
    assert "LAM Ka-ho: no official list asked holds a name that agrees.\n" in told


def test_whose_consent_is_missing_is_told_to_people_and_programs(at: Terminal) -> None:
    told = at("weigh", "harbour", "--audience", "recipient:ca")
    gate = at.json("weigh", "harbour", "--audience", "recipient:ca")["gate"]
    assert gate["consent"]
    assert gate["blocks"] == [one["sentence"] for one in gate["consent"]]
    assert all(f"in the way: {sentence}" in told for sentence in gate["blocks"])


def test_a_draft_and_a_package_are_where_it_says(at: Terminal) -> None:
    made = at.json("submit", "harbour", "--to", "ca", "--out", at.folder / "out")
    assert [Path(file).name for file in made[0]["files"]] == ["harbour-ca.docx", "harbour-ca.pdf"]
    assert all(Path(file).stat().st_size > 1000 for file in made[0]["files"])
    told = at("package", "harbour", "--to", "ca", "--out", at.folder / "out")
    assert told == (
        f"Made {at.folder}/out/harbour-ca.zip. "
        "Whoever gets it can check it with: python3 verify.py harbour-ca.zip\n"
    )


def test_a_submission_in_html_is_written_where_it_is_asked_for(at: Terminal, tmp_path: Path) -> None:
    made = at.json("submit", "harbour", "--to", "ca", "--format", "html, pdf", "--out", str(tmp_path))
    assert [Path(file).name for file in made[0]["files"]] == ["harbour-ca.html", "harbour-ca.pdf"]
    assert (tmp_path / "harbour-ca.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_one_recipient_without_a_law_does_not_cost_the_others_theirs(at: Terminal, tmp_path: Path) -> None:
    told = at("submit", "harbour", "--to", "au,ca", "--out", tmp_path, ends=1)
    assert "Drafted for the Minister of Foreign Affairs of Canada" in told
    assert sorted(file.name for file in tmp_path.iterdir()) == ["harbour-ca.docx", "harbour-ca.pdf"]


def test_screening_never_says_yes(at: Terminal) -> None:
    told = at("screen", "SHUM Cho-hang")
    assert "possible, review" in told
    nobody, tolerance = at("screen", "Zzyzx Qwfp").splitlines()
    assert nobody == "Nothing found on the lists imported here. That is no clearance."
    assert tolerance.startswith("At a tolerance of one false alert in ")


def test_an_import_has_a_line_for_every_file(inside: Terminal) -> None:
    inside.file("papers/a.txt", "One.")
    inside.file("papers/b.txt", "One.")
    inside.file("papers/c.txt", b"")
    told = inside("import", inside.folder / "papers", inside.folder / "lost.txt")
    assert told.splitlines()[-1] == "4 inputs: 1 duplicate, 2 failed, 1 kept."
    lines = inside.json("receipt")
    assert [(one["input"], one["outcome"], one["reason"]) for one in lines] == [
        ("a.txt", "kept", ""),
        ("b.txt", "duplicate", "the same bytes are kept already"),
        ("c.txt", "failed", "it is empty"),
        ("lost.txt", "failed", "it cannot be read (No such file or directory)"),
    ]


def test_a_sheet_is_recorded_with_its_map(inside: Terminal) -> None:
    sheet, by = inside.file("names.csv", SHEET), inside.file("map.yaml", MAP)
    told = inside("record", sheet, "--map", by)
    assert told == "9 statements about 6 people and things; 9 new.\n2 rows: 2 recorded.\n"
    again = inside.json("record", sheet, "--map", by)
    assert again["recorded"]["new_statements"] == 0
    assert [(row["row"], row["outcome"]) for row in again["rows"]] == [
        (2, "already there"),
        (3, "already there"),
    ]
    assert inside.json("show", "林家豪")["caption"] == "LAM Ka-ho"
    bad = inside.file("names-2.csv", SHEET + "3,,,Clerk\n")
    assert inside.refused("record", bad, "--map", by) == [
        "The spreadsheet names-2.csv does not fit its column map: there is 1 thing to mend",
        "  row 4, there is no name. Nothing of it was recorded. Mend the map or the sheet and record it "
        "again.",
        "[spreadsheet-wrong]",
    ]
    skipping = inside.file("skip.yaml", MAP + 'skip_bad_rows: "yes"\n')
    told = inside("record", bad, "--map", skipping)
    assert "3 rows: 2 already there, 1 skipped.\n" in told
    assert "4   │ skipped │ there is no name" in told


def test_words_of_a_page_that_was_not_captured_are_told_of(inside: Terminal) -> None:
    """The sheet of the demonstration, recorded before its pages were."""
    sheet = inside.file("names.csv", NAMES.read_text("utf-8").replace("{site}", "https://papers.example"))
    told = inside("record", sheet, "--map", inside.file("map.yaml", NAMES_MAP))
    assert "10 rows: 10 recorded.\n" in told
    assert told.count("│ recorded │") == 10
    again = inside.json("record", sheet, "--map", inside.folder / "map.yaml")
    assert again["rows"][0] == {
        "row": 2,
        "outcome": "already there",
        "why": "https://papers.example/papers/suet-wan.html was not captured yet, so the row alone is cited",
    }


@pytest.mark.parametrize("name", ["names.csv", "names.XLSX"])
def test_a_sheet_without_its_map_was_mistyped(inside: Terminal, name: str) -> None:
    told = inside("record", inside.file(name, SHEET), ends=2)
    assert f"{name} is a spreadsheet: name its column map with --map." in told


def test_followthemoney_goes_out_and_comes_in(own: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    told = own("ftm", "export", own.folder / "out.json", "--profile", "answerable", "--for", "public")
    assert told.startswith(f"Wrote {own.folder}/out.json.\n")
    monkeypatch.chdir(own.init("--plain", name="other"))
    taken = own("ftm", "import", own.folder / "out.json", "--organisation", "Coast Desk", "--grade", "C3")
    assert taken.endswith(" things.\n")
    assert own.json("show", "LAM Ka-ho")["statements"][0]["grade"] == "C3"


def test_decisions_on_who_is_who_can_be_undone(own: Terminal) -> None:
    same = own.json("same", "Commissioner", "Port Selwyn Police", "--because", "a slip")["decision"]
    assert own("undo", same, "--because", "it was a slip") == "Undone: the two are apart again.\n"
    told = own("different", "Commissioner", "Port Selwyn Police", "--because", "a post and a body")
    decision = told.split("(")[1].split(")")[0]
    assert told == f"Decided ({decision}). Take it back with: answerable undo {decision} --because …\n"
    assert own.json("undo", decision, "--because", "to see") == {"undone": decision}
    assert (
        own.refused("same", "Commissioner", "Port Selwyn Police", "--because", " ")[-1] == "[value-refused]"
    )


@pytest.mark.parametrize(
    ("command", "words", "told", "for_programs"),
    [
        ("withdraw", [], "Withdrawn.\n", "withdrawn"),
        ("regrade", ["A1"], "Graded A1.\n", "graded"),
        ("share", ["coalition"], "Shared with coalition.\n", "shared"),
    ],
)
def test_a_statement_is_changed_with_a_reason(
    own: Terminal, command: str, words: list[str], told: str, for_programs: str
) -> None:
    born = statement(own, "LAM Ka-ho", "birthDate")
    because = ("--because", "the gazette was corrected")
    assert own(command, born, *words, *because) == told
    assert "because the gazette was corrected" in own("show", "LAM Ka-ho") or command == "withdraw"
    nationality = statement(own, "LAM Ka-ho", "nationality")
    assert own.json(command, nationality, *words, *because) == {for_programs: nationality}
    assert own.refused(command, "nothing", *words, *because)[-1] == "[nothing-called]"


def test_a_withdrawn_statement_stays_with_its_reason(own: Terminal) -> None:
    own("withdraw", statement(own, "LAM Ka-ho", "birthDate"), "--because", "the gazette was corrected")
    assert "WITHDRAWN: the gazette was corrected" in own("show", "LAM Ka-ho")


def test_who_is_forgotten_is_forgotten(own: Terminal) -> None:
    assert own.json("erase", "Marta Bell", "--because", "she asked", "--yes")["objects"] > 0
    assert own.refused("show", "Marta Bell")[-1] == "[nothing-called]"
    assert "were erased" in own("verify")


def test_where_somebody_wrote_the_name_of_who_is_forgotten_is_told(own: Terminal) -> None:
    own("withdraw", statement(own, "LAM Ka-ho", "birthDate"), "--because", "Marta Bell says so")
    told = own("erase", "Marta Bell", "--because", "Marta Bell asked", "--yes")
    assert "The name was blacked out in 2 titles, sections, comments and reasons." in told
    assert "WITHDRAWN: ▮▮▮ says so" in own("show", "LAM Ka-ho")


def test_forgetting_asks_first(own: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    told = own("erase", "Marta Bell", "--because", "she asked", ends=1)
    assert "Aborted" in told
    assert "These sources name them and go too" in told
    assert "\n  Account of Marta Bell\n" in told
    own("show", "Marta Bell")


@pytest.mark.skipif(ON_POSTGRES, reason="its database is there still, and holds the record")
def test_a_backup_is_restored(own: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    own("backup", own.folder / "case.zip")
    assert own.refused("backup", own.folder / "case.zip")[-1] == "[workspace-exists]"
    again = str(own.folder / "again")
    assert own.json("restore", own.folder / "case.zip", again) == {"folder": again, "holds": True}
    monkeypatch.chdir(own.folder / "again")
    assert own.json("show", "LAM Ka-ho")["caption"] == "LAM Ka-ho"


def test_a_record_is_handed_over(own: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    other = own.init("--plain", name="other")
    address = own("--workspace", other, "workspace", "address").strip()
    assert address.startswith("age1")
    own("workspace", "export", own.folder / "record.age", "--to", address)
    monkeypatch.chdir(other)
    assert own("workspace", "import", own.folder / "record.age").startswith("Merged ")
    assert own.json("workspace", "import", own.folder / "record.age") == {"added": 0}
    assert own.json("show", "LAM Ka-ho")["caption"] == "LAM Ka-ho"


def test_verify_ends_with_1_where_something_is_no_longer_what_was_kept(inside: Terminal) -> None:
    inside("import", inside.file("note.txt", "A note."))
    [kept] = [path for path in Path("vault").rglob("*") if path.is_file()]
    kept.chmod(0o600)
    kept.write_bytes(b"Another note.")
    told = inside("verify", ends=1)
    assert "PROBLEM: " in told
    assert told.endswith("NOT everything is what was kept.\n")
    found: dict[str, Any] = inside.json("verify", ends=1)
    assert found["holds"] is False


@pytest.mark.loopback
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_the_demonstration_tells_what_it_made(terminal: Terminal) -> None:
    found = terminal.json("demo", "show")
    assert found["folder"] == "show"
    assert any("harbour-street-ca.zip" in line for line in found["told"])
    assert (terminal.folder / "show" / "out" / "harbour-street-ca.pdf").exists()


@pytest.mark.parametrize("command", ["score", "score-records"])
def test_a_file_of_names_in_another_encoding_is_refused_in_a_sentence(at: Terminal, command: str) -> None:
    file = at.file("big5.csv", "a,b\n譚家豪,Tam Ka-ho\n".encode("big5"))
    told = " ".join(at.refused("names", command, file))
    assert "it is not in UTF-8" in told


def test_a_cell_without_end_is_refused_at_its_line(at: Terminal, cell_limit: None) -> None:
    file = at.file("long.csv", "a,b\n譚家豪,Tam Ka-ho\n" + "x" * 200_000 + ",y\n")
    told = " ".join(at.refused("names", "score", file))
    assert "line 3: from here on it is no table" in told
