"""Publishing a list of names recommended, as the case of the harbour has them."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from answerable.answer.publishing.manifest import FILE, verify_folder
from answerable.model.audience import PUBLIC, Audience, parse_audience
from answerable.model.canonical import sha256_hex
from answerable.model.errors import PublicationIncomplete, PublicationWrong, WouldReveal
from answerable.workspace import Workspace
from answerable.workspace.deciding import withdraw_statement
from answerable.workspace.publishing import Publication, Wanted, publish
from tests.answer.submission.case import CASEFILE
from tests.answer.submission.case import workspace as harbour
from tests.workspace.support import rows_of

CANADA = parse_audience("recipient:ca")
OPEN = CASEFILE.replace("sharing: recipients", "sharing: public")
STANDING = "recommended by Selwyn Rights Desk, not an official sanctions list"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with harbour(tmp_path, OPEN) as opened:
        yield opened


def published(
    workspace: Workspace,
    folder: Path,
    day: date = date(2031, 7, 1),
    dispute_to: str = "lists@selwyn.example",
    because: str = "",
    audience: Audience = PUBLIC,
) -> Publication:
    return publish(workspace, "harbour", folder, Wanted(audience, day, dispute_to, because))


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def statements(workspace: Workspace, thing: str, *props: str) -> list[str]:
    with workspace.view() as view:
        said = view.statements(view.find(thing))
        return [one.id for one in said if one.prop in props]


def parts_in_acts(workspace: Workspace) -> list[str]:
    """The ids of the statements by which someone had a part in an act."""
    with workspace.view() as view:
        return [one.id for one in view.referring(view.find("LAM Ka-ho"), "perpetrator")]


def test_a_row_says_who_in_which_post_why_and_on_which_sources(workspace: Workspace, tmp_path: Path) -> None:
    made = published(workspace, tmp_path / "list")
    [row] = table(tmp_path / "list" / "names.csv")
    assert (row["name"], row["other names"], row["kind"]) == ("LAM Ka-ho", "林家豪", "Person")
    assert row["post"] == "Commissioner, Port Selwyn Police, from 1 March 2030; no end recorded"
    assert row["reason"].splitlines() == [
        "alleged arbitrary detention, 3 May 2031, the customs shed in Port Selwyn, against 40 members of the"
        " Harbour Choir: alleged to have ordered it; contradicted by Statement of 7 May 2031",
        "alleged torture, 3 May 2031: alleged to have failed to prevent it; the source for this part is"
        " withheld to protect people; contradicted by Statement of 7 May 2031",
    ]
    assert "Selwyn Wire, 4 May 2031 (Selwyn Wire), as kept on 1 June 2031" in row["sources"].splitlines()
    assert "says otherwise: Statement of 7 May 2031 (Ministry of Order)" in row["sources"]
    assert "Account" not in row["sources"]
    assert (row["standing"], row["to dispute"], row["version"]) == (STANDING, "lists@selwyn.example", "1")
    [left] = made.left_out
    assert left.why == "no part in an act is recorded that this audience may see"


def test_every_form_holds_the_same_names_with_their_standing(workspace: Workspace, tmp_path: Path) -> None:
    published(workspace, tmp_path / "list")
    [row] = table(tmp_path / "list" / "names.csv")
    book = openpyxl.load_workbook(tmp_path / "list" / "names.xlsx")
    assert [cell.value for cell in book["Names"][2]] == list(row.values())
    [entity] = map(json.loads, (tmp_path / "list" / "names.ftm.json").read_text("utf-8").splitlines())
    assert entity["id"] == row["id"]
    assert entity["properties"]["alias"] == ["林家豪"]
    assert STANDING.capitalize()[:14] in entity["properties"]["notes"][0]
    assert entity["properties"]["notes"][1] == "To dispute: lists@selwyn.example"


def test_the_library_takes_the_file_without_dropping_anything(workspace: Workspace, tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    published(workspace, tmp_path / "list")
    for line in (tmp_path / "list" / "names.ftm.json").read_text("utf-8").splitlines():
        given: dict[str, Any] = json.loads(line)
        assert model.get(given["schema"]).validate(given) is None
        kept = model.get_proxy(given).to_dict()["properties"]
        assert {p: sorted(v) for p, v in kept.items()} == {
            p: sorted(v) for p, v in given["properties"].items()
        }


def test_what_its_audience_may_not_see_is_not_on_it(tmp_path: Path) -> None:
    with harbour(tmp_path) as workspace:
        with pytest.raises(PublicationIncomplete, match="nobody named has a reason and a source"):
            published(workspace, tmp_path / "public")
        assert not (tmp_path / "public").exists()
        published(workspace, tmp_path / "ca", audience=CANADA)
        every = b"".join(path.read_bytes() for path in (tmp_path / "ca").iterdir())
    for secret in (
        "Marta Bell",
        "Cooper Lane",
        "commanded those",
    ):  # the witness, and what is the coalition's
        assert secret.encode() not in every


def test_the_same_record_is_the_same_version_byte_for_byte(workspace: Workspace, tmp_path: Path) -> None:
    first = published(workspace, tmp_path / "a")
    again = published(workspace, tmp_path / "b", day=date(2031, 8, 1), dispute_to="")
    assert (first.is_new, again.is_new, again.edition.version) == (True, False, 1)
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "b").iterdir())
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert len(rows_of(workspace)["published_list"]) == 1


def test_it_says_where_to_dispute_it_or_is_not_published(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(PublicationIncomplete, match="--dispute-to"):
        published(workspace, tmp_path / "list", dispute_to=" ")
    assert rows_of(workspace)["published_list"] == []
    published(workspace, tmp_path / "list")
    made = published(workspace, tmp_path / "list", dispute_to="Box 7, Port Selwyn")
    assert (made.edition.version, made.edition.corrections) == (2, ())
    assert published(workspace, tmp_path / "list", dispute_to="").edition.dispute_to == "Box 7, Port Selwyn"


def test_what_was_changed_is_told_with_why_in_every_later_version(
    workspace: Workspace, tmp_path: Path
) -> None:
    published(workspace, tmp_path / "list")
    before = sha256_hex((tmp_path / "list" / FILE).read_bytes())
    [_, second] = statements(workspace, "LAM Ka-ho", "name")
    withdraw_statement(workspace, second, "another man's name")
    with pytest.raises(PublicationIncomplete, match="of 1 removed or changed nobody says why"):
        published(workspace, tmp_path / "list", date(2031, 8, 1))
    assert sha256_hex((tmp_path / "list" / FILE).read_bytes()) == before
    made = published(workspace, tmp_path / "list", date(2031, 8, 1), because="a name was another man's")
    [corrected] = table(tmp_path / "list" / "corrections.csv")
    assert corrected == {
        "version": "2",
        "date": "2031-08-01",
        "id": made.edition.rows[0].id,
        "what": "changed: the names, the sources",
        "why": "a name was another man's",
    }
    assert json.loads((tmp_path / "list" / FILE).read_text())["previous"] == before
    for part in parts_in_acts(workspace):
        withdraw_statement(workspace, part, "it was his deputy")
    published(workspace, tmp_path / "list", date(2031, 9, 1), because="it was his deputy")
    assert table(tmp_path / "list" / "names.csv") == []
    told = [(one["version"], one["what"]) for one in table(tmp_path / "list" / "corrections.csv")]
    assert told == [("2", "changed: the names, the sources"), ("3", "removed")]
    assert verify_folder(tmp_path / "list")["version"] == 3


def test_whoever_is_protected_since_is_removed_and_not_named(workspace: Workspace, tmp_path: Path) -> None:
    published(workspace, tmp_path / "list")
    guarded = OPEN.replace(
        "  lam:\n    schema: Person\n", '  lam:\n    schema: Person\n    protected: "yes"\n'
    )
    (tmp_path / "casefile" / "case.yaml").write_text(guarded, "utf-8")
    workspace.record(tmp_path / "casefile" / "case.yaml")
    with pytest.raises(WouldReveal):
        published(workspace, tmp_path / "list", because="we took LAM Ka-ho off")
    made = published(workspace, tmp_path / "list", because="taken off on request")
    assert made.left_out[0].why == "protected people are on no list"
    every = b"".join(path.read_bytes() for path in (tmp_path / "list").iterdir())
    assert b"LAM Ka-ho" not in every
    assert [one["what"] for one in table(tmp_path / "list" / "corrections.csv")] == ["removed"]
    assert "LAM" not in str(rows_of(workspace)["published_list"])


def test_a_case_whose_title_names_the_witness_is_published_without_her(tmp_path: Path) -> None:
    named = OPEN.replace("title: The night in the customs shed", "title: The night of Marta Bell")
    with harbour(tmp_path, named) as workspace:
        published(workspace, tmp_path / "list")
        assert json.loads((tmp_path / "list" / FILE).read_text())["title"] == "The night of ▮▮▮"
        with pytest.raises(WouldReveal, match=r"names\.csv|about\.csv"):
            published(workspace, tmp_path / "other", dispute_to="Marta Bell, Cooper Lane")
        assert not (tmp_path / "other").exists()


def test_what_was_handed_out_is_in_the_log_by_its_hashes(workspace: Workspace, tmp_path: Path) -> None:
    published(workspace, tmp_path / "list")
    rows = rows_of(workspace)["log_row"]
    [entry] = [row["entry"] for row in rows if '"action":"publish"' in row["entry"]]
    for path in (tmp_path / "list").iterdir():
        assert sha256_hex(path.read_bytes()) in entry
    assert "LAM" not in entry
    assert workspace.verify().holds


# --- checked by a stranger ------------------------------------------------------------------------


def change_a_byte(folder: Path) -> None:
    path = folder / "names.csv"
    path.write_bytes(path.read_bytes().replace(b"alleged torture", b"alleged tortura"))


def alter_manifest(folder: Path, **fields: object) -> None:
    manifest = json.loads((folder / FILE).read_text("utf-8"))
    (folder / FILE).write_text(json.dumps({**manifest, **fields}), "utf-8")


TAMPERED = {
    "a changed row": (change_a_byte, "names.csv was changed"),
    "a missing file": (lambda folder: (folder / "names.xlsx").unlink(), "names.xlsx is missing"),
    "another file": (lambda folder: (folder / "more.csv").write_text("x"), "does not name more.csv"),
    "a changed standing": (
        lambda folder: alter_manifest(folder, standing="officially listed"),
        "the signature of its manifest does not hold",
    ),
    "a file left out": (lambda folder: alter_manifest(folder, files=[]), "signature of its manifest"),
    "another key": (lambda folder: alter_manifest(folder, public_key="0" * 64), "signature"),
    "no manifest": (lambda folder: (folder / FILE).unlink(), "no manifest that can be read"),
    "no signature": (lambda folder: alter_manifest(folder, signature="xyz"), "no manifest that can be read"),
    "not JSON": (lambda folder: (folder / FILE).write_text("[" * 100_000), "no manifest that can be read"),
}


@pytest.mark.parametrize(("tamper", "why"), TAMPERED.values(), ids=TAMPERED.keys())
def test_what_was_tampered_with_is_told(workspace: Workspace, tmp_path: Path, tamper: Any, why: str) -> None:
    published(workspace, tmp_path / "list")
    assert verify_folder(tmp_path / "list")["standing"] == STANDING
    tamper(tmp_path / "list")
    with pytest.raises(PublicationWrong, match=why):
        verify_folder(tmp_path / "list")
