"""The documentation is held against the code: what is generated is current, and nothing is left out."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from answerable.cli.app import ROOMS
from answerable.model.errors import AnswerableError
from answerable.model.schemata import schemata
from answerable.record import casefile, column_map
from answerable.weigh.law import Law
from answerable.weigh.laws import shipped_laws
from scripts import generate
from scripts.reference import casefile as casefile_page
from scripts.reference import commands, errors, routes

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WRITTEN_BY_HAND = [page for page in PAGES if "reference" not in page.parts]
COMMANDS = dict(commands.commands())
ERRORS = errors.every()
TABLES = dict((*casefile_page.CASEFILE, *casefile_page.MAP))
VARIABLE = re.compile(r"\bANSWERABLE_[A-Z_]+\b")
READ = re.compile(rf'"({VARIABLE.pattern})"')
LINK = re.compile(r"\]\(([^)\s]+)\)")
SHOWN = re.compile(r"^ {4,}answerable (.+)$", re.MULTILINE)


def part(page: str, heading: str) -> str:
    """What stands on a reference page under a heading."""
    text = (ROOT / "docs" / "reference" / f"{page}.md").read_text("utf-8")
    level = heading.partition(" ")[0]
    return re.split(rf"^{level} ", text.split(f"{heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def in_one_line(words: str) -> str:
    return " ".join(words.split())


def test_the_front_page_leads_to_every_page_but_those_of_single_laws() -> None:
    linked = set(LINK.findall((ROOT / "README.md").read_text("utf-8")))
    pages = {page.relative_to(ROOT).as_posix() for page in PAGES if page.parent.name != "laws"}
    assert pages - linked - {"README.md"} == set()


@pytest.mark.parametrize("name", sorted(generate.generated()))
def test_a_generated_file_is_what_the_code_makes(name: str) -> None:
    assert (ROOT / name).read_bytes().decode() == generate.generated()[name], "run: make generate"


def test_a_fresh_process_in_a_narrow_terminal_makes_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.generate", "--check"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"COLUMNS": "60", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_differs_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    (tmp_path / "docs" / "reference" / "laws.md").write_text("# Laws\n", "utf-8")
    (tmp_path / "src" / "answerable" / "cli" / "help.txt").unlink()
    assert generate.main(["--check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in told] == ["docs/reference/laws.md", "src/answerable/cli/help.txt"]


def test_asking_for_help_prints_the_kept_page() -> None:
    start = "from answerable.cli.start import main; main()"
    asked = [sys.executable, "-X", "utf8", "-c", start, "--help"]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == commands.help_page()
    assert max(map(len, done.stdout.splitlines())) <= commands.WIDTH


def test_every_room_has_the_commands_it_is_said_to_have() -> None:
    named = sorted(name for names in ROOMS.values() for name in names)
    assert sorted({name.split()[1] for name in COMMANDS}) == named
    listed = re.findall(r"^  (\S+)  +\S", commands.help_page().partition("Commands:")[2], re.MULTILINE)
    assert sorted(listed) == named


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_with_its_options(name: str) -> None:
    told = in_one_line(part("commands", f"## {name}"))
    assert f"Usage: {name} " in told
    assert in_one_line(COMMANDS[name].help.split("\n\n")[0]) in told
    for parameter in COMMANDS[name].params:
        assert parameter.help, f"{parameter.name} has no help"
        assert in_one_line(parameter.help) in told
        assert parameter.opts[0] in told or not parameter.opts[0].startswith("--")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_speak_json(name: str) -> None:
    assert "--json" in part("commands", f"## {name}")


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: str(error.code))
def test_an_error_is_documented_with_its_three_sentences(error: type[AnswerableError]) -> None:
    told = part("errors", f"## {error.code}").replace("`", "")
    for sentence in (error.happened, error.kept, error.todo):
        assert in_one_line(sentence) in told


@pytest.mark.parametrize(("name", "described"), routes.routes(), ids=lambda one: str(one)[:60])
def test_a_route_is_documented_with_its_parameters(name: str, described: dict[str, Any]) -> None:
    told = in_one_line(part("routes", f"## {name}"))
    assert in_one_line(described["description"]) in told
    for parameter in described.get("parameters", []):
        assert f"| `{parameter['name']}` | {parameter['in']} |" in told


def test_every_field_that_goes_in_or_out_is_documented() -> None:
    for name, shape in routes.document()["components"]["schemas"].items():
        told = part("routes", f"## {name}")
        assert shape["description"]
        assert [field for field in shape.get("properties", {}) if f"| `{field}` |" not in told] == []


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [error.code for error in ERRORS]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code)] == []


def variables(*folders: str) -> set[str]:
    """The environment variables of ours that code below these folders reads."""
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return {name for path in files for name in READ.findall(path.read_text("utf-8"))}


def test_every_setting_is_documented_and_no_other() -> None:
    told = set(VARIABLE.findall((ROOT / "docs" / "teams.md").read_text("utf-8")))
    assert told == variables("src") != set()
    for_developers = set(VARIABLE.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    assert for_developers >= variables("tests", "bench", "scripts") - variables("src")


@pytest.mark.parametrize("title", TABLES)
def test_every_field_says_what_it_is_and_shows_one(title: str) -> None:
    told = part("casefile", f"### {title}")
    for name, field in TABLES[title].model_fields.items():
        assert field.description
        assert field.examples
        assert f"| `{field.alias or name}` | {'needed' if field.is_required() else ''} |" in told


def test_every_part_of_a_casefile_and_of_a_column_map_has_its_table() -> None:
    assert {casefile.Casefile, column_map.ColumnMap} < set(TABLES.values())
    ours = [one for one in casefile.Part.__subclasses__() if one.__module__.startswith("answerable.record")]
    assert set(TABLES.values()) == set(ours)


@pytest.mark.parametrize("name", sorted(schemata()))
def test_a_schema_is_documented_with_its_properties(name: str) -> None:
    told, above = "", name
    while above:
        told += part("schemata", f"## {above}")
        above = schemata()[above].extends
    assert [prop for prop in schemata()[name].properties if f"| `{prop}` |" not in told] == []


@pytest.mark.parametrize("law", shipped_laws(), ids=lambda law: str(law.id))
def test_a_law_is_documented_with_limbs_requirements_and_the_day_it_was_checked(law: Law) -> None:
    told = (ROOT / "docs" / "reference" / "laws" / f"{law.id}.md").read_text("utf-8")
    assert f"| Checked on | {law.checked_on or 'not checked against the official text'} |" in told
    assert in_one_line(law.unverified) in told
    assert all(f"### {limb.provision}\n\n{in_one_line(limb.says)}" in told for limb in law.limbs)
    for one in law.requirements:
        assert f"**{one.id}**, {one.provision}: " in told
        assert in_one_line(one.open) in told


def anchors(path: Path) -> set[str]:
    """What can be linked to on a page: its headings, as code hosts name them, and marks of its own."""
    text = path.read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    plain = {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}
    return plain | set(re.findall(r'<a id="([^"]+)">', text))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    for link in LINK.findall(path.read_text("utf-8")):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if "://" not in link and not link.startswith("mailto:"):
            assert target.exists(), link
            assert target.is_relative_to(ROOT), link
            assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("path", WRITTEN_BY_HAND, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_commands_that_a_page_shows_are_there(path: Path) -> None:
    for line in SHOWN.findall(path.read_text("utf-8")):
        words = line.partition(" #")[0].split()
        tried = [f"answerable {' '.join(words[:size])}" for size in (2, 1)]
        name = next((one for one in tried if one in COMMANDS), "")
        assert name, f"answerable {line}"
        options = {one for parameter in COMMANDS[name].params for one in parameter.opts}
        used = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert used <= options, f"answerable {line}"
