"""Spreadsheets of names as coalitions keep them, with what goes wrong in them."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from answerable.model.audience import PUBLIC, TEAM
from answerable.model.errors import (
    AnswerableError,
    CasefileWrong,
    FileEmpty,
    FileUnreadable,
    ReadingExceeded,
    SpreadsheetWrong,
    TextUnreadable,
)
from answerable.read.limits import Limits
from answerable.read.reader import Reader
from answerable.read.sheets import read_sheet
from answerable.record.column_map import ColumnMap, read_column_map
from answerable.record.spreadsheet import SheetRecorded, SheetRecorder
from answerable.workspace import Workspace
from tests.support import new_workspace

HEAD = ["Name (EN)", "姓名", "Also known as", "Born", "Post", "Unit", "From"]
LAM = ["LAM Ka-ho", "林嘉豪", "K.H. Lam; Lam Sir", "1975-02-19", "Commissioner", "Harbour Police", "2029"]
ODE = ["ODE Marit", "", "", "1981", "Judge", "District Court, Port Selwyn", "2027-05"]
MAP = """
map: names
organisation: Selwyn Rights Desk
sharing: public
grade: C3
person: {name: [Name (EN), 姓名], alias: Also known as, birthDate: Born}
post: {name: Post, organization: Unit, startDate: From}
"""


def comma_separated(rows: list[list[str]], between: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=between).writerows(rows)
    return out.getvalue()


def workbook(rows: list[list[Any]], title: str = "Officials") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def record(
    workspace: Workspace, data: bytes | str, file: str = "names.csv", *, by: str = MAP
) -> SheetRecorded:
    with Reader() as reader:
        recorder = SheetRecorder(workspace.store, workspace.vault, workspace.people, reader)
        raw = data if isinstance(data, bytes) else data.encode()
        return recorder.record(raw, file, read_column_map(by, "names.yaml"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with new_workspace(tmp_path) as made:
        yield made


def outcomes(recorded: SheetRecorded) -> list[tuple[int, str]]:
    return [(row.row, row.outcome) for row in recorded.rows]


def values(workspace: Workspace, name: str) -> dict[str, list[str]]:
    with workspace.view(TEAM) as view:
        found: dict[str, list[str]] = {}
        for said in view.statements(view.find(name)):
            found.setdefault(said.prop, []).append(said.value)
        return found


def test_a_row_becomes_a_person_with_the_post_they_held(workspace: Workspace) -> None:
    recorded = record(workspace, comma_separated([HEAD, LAM, ODE]))
    assert outcomes(recorded) == [(2, "recorded"), (3, "recorded")]
    assert values(workspace, "林嘉豪") == {
        "name": ["LAM Ka-ho", "林嘉豪"],
        "alias": ["K.H. Lam; Lam Sir"],  # as the sheet has it: what is packed in a cell is not taken apart
        "birthDate": ["1975-02-19"],
    }
    with workspace.view(PUBLIC) as view:
        [held] = view.referring(view.find("LAM Ka-ho"), "holder")
        said = {one.prop: one.value for one in view.statements(held.canonical)}
        assert view.caption(said["post"]) == "Commissioner"
        [body] = view.statements(said["post"], ["organization"])
        assert view.caption(body.value) == "Harbour Police"
        assert said["startDate"] == "2029"


def test_every_value_cites_its_row(workspace: Workspace) -> None:
    record(workspace, comma_separated([HEAD, LAM, ODE]))
    with workspace.view(PUBLIC) as view:
        [born] = view.statements(view.find("ODE Marit"), ["birthDate"])
        [cited] = view.citations(born.id)
        passage = view.passage(cited.passage)
        text = view.kept(passage.text_sha256).decode()
        assert passage.selector == "row=3"
        assert passage.exact == "\t".join(ODE)
        assert text[passage.start : passage.end] == passage.exact
        assert text.splitlines()[3 - 1] == passage.exact
        assert view.source(passage.source).title == "names.csv"
        assert (str(born.grade), str(cited.grade)) == ("C3", "C3")


def test_recording_twice_changes_nothing_and_a_new_edition_adds(workspace: Workspace) -> None:
    sheet = comma_separated([HEAD, LAM])
    assert record(workspace, sheet).recorded.new_statements == 10
    again = record(workspace, sheet)
    assert again.recorded.new_statements == 0
    assert outcomes(again) == [(2, "already there")]
    later = record(workspace, comma_separated([HEAD, ODE, LAM]), "names-2.csv")
    assert outcomes(later) == [(2, "recorded"), (3, "already there")]
    assert values(workspace, "LAM Ka-ho")["name"] == ["LAM Ka-ho", "林嘉豪"]


def test_five_hundred_rows(workspace: Workspace) -> None:
    head = ["No.", "Name", "Post", "Unit"]
    rows = [[str(n), f"AU Tin-{n}", f"Constable {n}", f"Unit {n % 7}"] for n in range(1, 501)]
    by = (
        MAP.partition("person:")[0]
        + "id: No.\nperson: {name: Name}\npost: {name: Post, organization: Unit}\n"
    )
    recorded = record(workspace, comma_separated([head, *rows]), by=by)
    assert outcomes(recorded) == [(n + 1, "recorded") for n in range(1, 501)]
    assert recorded.recorded.entities == 500 + 500 + 7 + 500 * 1
    assert recorded.recorded.new_statements == 500 + 500 * 2 + 7 + 500 * 2


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"Born": "1975-19-25"}, "row 2, “Born”: “1975-19-25” is not a date"),
        ({"Born": "27444"}, "row 2, “Born”: “27444” is not a date"),
        ({"Born": "19/02/1975"}, "row 2, “Born”: “19/02/1975” is not a date"),
        ({"Name (EN)": "", "姓名": ""}, "row 2, there is no name"),
        ({"Post": ""}, "row 2, “Post” is empty, yet something stands in “Unit”, “From”"),
        ({"Name (EN)": '=HYPERLINK("http://x","LAM")'}, "row 2, “Name (EN)”: it is a formula"),
        ({"Unit": "#REF!"}, "row 2, “Unit”: its formula came to an error"),
        ({"Unit": "a\x07b"}, "row 2, “Unit”: it holds a control character"),
        ({"Name (EN)": "ODE Marit", "姓名": "", "Post": "Judge"}, "row 3, it has the name and post of row 2"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_recorded(
    workspace: Workspace, change: dict[str, str], told: str
) -> None:
    bad = [change.get(column, value) for column, value in zip(HEAD, LAM, strict=True)]
    sheet = comma_separated([HEAD, bad, ODE])
    with pytest.raises(SpreadsheetWrong) as raised:
        record(workspace, sheet)
    assert told in str(raised.value)
    with workspace.view(TEAM) as view:
        assert view.everything() == []
    skipping = record(workspace, sheet, by=MAP + 'skip_bad_rows: "yes"\n')
    assert [row.outcome for row in skipping.rows].count("recorded") == 1
    assert [
        f"row {row.row}, {row.why}"[: len(told)] for row in skipping.rows if row.outcome == "skipped"
    ] == [told]


def test_every_problem_is_told_at_once(workspace: Workspace) -> None:
    bad = [*LAM[:3], "c. 1975", *LAM[4:]]
    worse = ["", "", *ODE[2:6], "last May"]
    with pytest.raises(SpreadsheetWrong, match="3 things to mend") as raised:
        record(workspace, comma_separated([HEAD, bad, [], worse]))
    assert [line.split(",")[0].strip() for line in str(raised.value).splitlines()[1:4]] == [
        "row 2",
        "row 4",
        "row 4",
    ]


def test_empty_rows_and_rows_said_twice_have_an_outcome(workspace: Workspace) -> None:
    recorded = record(workspace, comma_separated([HEAD, LAM, ["", "", ""], LAM, ODE, [], []]))
    assert outcomes(recorded) == [(2, "recorded"), (3, "empty"), (4, "already there"), (5, "recorded")]
    assert recorded.rows[2].why == "it says the same as row 2"


def test_two_of_one_name_and_post_are_told_apart_by_the_sheets_own_numbers(workspace: Workspace) -> None:
    head, by = ["No.", *HEAD], MAP + "id: No.\n"
    other = ["LAM Ka-ho", "林家浩", "", "1990", *LAM[4:]]
    recorded = record(workspace, comma_separated([head, ["1", *LAM], ["2", *other]]), by=by)
    assert outcomes(recorded) == [(2, "recorded"), (3, "recorded")]
    assert values(workspace, "林家浩")["birthDate"] == ["1990"]
    second = ["1", *LAM[:4], "Secretary", "Cabinet Office", "2031"]
    record(workspace, comma_separated([head, ["1", *LAM], second]), by=by)
    with workspace.view(TEAM) as view:
        assert len(view.referring(view.find("林嘉豪"), "holder")) == 2
    with pytest.raises(SpreadsheetWrong, match="row 3, it has the number of row 2 and another name"):
        record(workspace, comma_separated([head, ["1", *LAM], ["1", *ODE]]), by=by)
    with pytest.raises(SpreadsheetWrong, match=r"row 2, “No\.” is empty"):
        record(workspace, comma_separated([head, ["", *LAM]]), by=by)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_encodings_and_separators(workspace: Workspace, encoding: str, between: str) -> None:
    sheet = comma_separated([HEAD, LAM], between).encode(encoding)
    declared = f"encoding: {encoding}\n" if encoding in ("gb18030", "big5") else ""
    record(workspace, sheet, by=MAP + declared)
    assert values(workspace, "林嘉豪")["name"] == ["LAM Ka-ho", "林嘉豪"]


def test_a_row_that_names_its_own_words_cites_them_too(workspace: Workspace, tmp_path: Path) -> None:
    page = "https://wire.example.org/harbour"
    captured(workspace, page, "Commissioner LAM Ka-ho (林嘉豪) gave the order at noon.")
    head = [*HEAD, "Link", "Words"]
    by = MAP + "source: {url: Link, quote: Words}\n"
    quoting = [*LAM, page, "LAM Ka-ho gave the order"]
    with pytest.raises(SpreadsheetWrong, match="row 2, The words “LAM Ka-ho gave the order” are not in"):
        record(workspace, comma_separated([head, quoting]), by=by)
    quoting = [*LAM, page, "LAM Ka-ho （林嘉豪） gave the order"]
    unseen = [*ODE, "https://wire.example.org/other", "Judge ODE"]
    recorded = record(workspace, comma_separated([head, quoting, unseen]), by=by)
    assert recorded.rows[1].why == (
        "https://wire.example.org/other was not captured yet, so the row alone is cited"
    )
    with workspace.view(TEAM) as view:
        [born] = view.statements(view.find("LAM Ka-ho"), ["birthDate"])
        cited = [view.passage(one.passage) for one in view.citations(born.id)]
        assert {one.exact for one in cited} == {"LAM Ka-ho (林嘉豪) gave the order", "\t".join(quoting)}
        assert {view.source(one.source).url for one in cited} == {page, ""}


def captured(workspace: Workspace, url: str, words: str) -> None:
    """Keep a page as a capture would, without a network."""
    from answerable.model.record import Verdict
    from answerable.preserve.captures import Taken, add_capture, add_source, keep_object

    data = words.encode()
    sha256 = workspace.vault.put(data)
    taken = Taken(sha256, len(data), "text/plain", "utf-8", "", "http", Verdict.COMPLETE, "", 200)
    with workspace.store.change() as change:
        keep_object(change, sha256, len(data), "bytes")
        add_capture(change, add_source(change, "Selwyn Wire", url), taken, workspace.store.actor)


# --- workbooks ------------------------------------------------------------------------------------


def test_a_workbook_with_a_merged_heading_above_its_headings(workspace: Workspace) -> None:
    book = workbook([["Names recommended by the coalition"], ["Person", "", "", "", "Post"], HEAD, LAM, ODE])
    sheet = book["Officials"]
    sheet.merge_cells("A1:G1")
    sheet.merge_cells("A2:D2")
    book.create_sheet("Notes", 0).append(["not this one"])
    by = MAP + 'sheet: Officials\nheader_row: "3"\n'
    recorded = record(workspace, saved(book), "names.xlsx", by=by)
    assert outcomes(recorded) == [(4, "recorded"), (5, "recorded")]
    with workspace.view(TEAM) as view:
        [born] = view.statements(view.find("ODE Marit"), ["birthDate"])
        passage = view.passage(view.citations(born.id)[0].passage)
        assert passage.selector == "Officials!row=5"
        assert view.text(passage.text_sha256, passage.source).tool == "openpyxl"


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (date(1975, 2, 19), "yyyy-mm-dd", "1975-02-19"),
        (date(1975, 2, 19), "d. mmmm yyyy", "1975-02-19"),
        (datetime.fromisoformat("1975-02-01"), 'mmm" day "yyyy', "1975-02"),
        (datetime.fromisoformat("1975-01-01"), "yyyy", "1975"),
        (datetime.fromisoformat("1975-02-19T14:30"), "yyyy-mm-dd hh:mm", "1975-02-19 14:30:00"),
        (27444, "General", "27444"),
        (1975.0, "General", "1975"),
        (0.5, "0.0", "0.5"),
        (True, "General", "TRUE"),
        ("  spaced\nover lines ", "General", "spaced over lines"),
        ("林　嘉豪", "General", "林　嘉豪"),
        (None, "General", ""),
    ],
)
def test_cells_are_shown_as_they_are(value: object, number_format: str, shown: str) -> None:
    book = workbook([["Born", "after"], [None, "end"]])
    cell = book["Officials"]["A2"]
    cell.value, cell.number_format = value, number_format
    assert read_sheet(saved(book), "names.xlsx").rows[1] == (shown, "end")


def test_a_date_written_as_a_date_is_whole_whatever_its_format_leaves_open() -> None:
    book = workbook([["Born"], [date(1975, 2, 19)]])
    book.iso_dates = True
    book["Officials"]["A2"].number_format = "General"
    assert read_sheet(saved(book), "names.xlsx").rows[1] == ("1975-02-19",)


def test_a_formula_is_its_saved_result_and_is_never_calculated() -> None:
    book = workbook([["Name"], ['="LAM"&" Ka-ho"'], ["=1+1"]])
    unsaved = read_sheet(saved(book), "names.xlsx")
    assert unsaved.rows[1:] == (('="LAM"&" Ka-ho"',), ("=1+1",))
    formula = '<f>"LAM"&amp;" Ka-ho"</f>'
    with_result = replaced(
        saved(book), '<c r="A2">', '<c r="A2" t="str">', f"{formula}<v></v>", f"{formula}<v>LAM Ka-ho</v>"
    )
    assert read_sheet(with_result, "names.xlsx").rows[1:] == (("LAM Ka-ho",), ("=1+1",))


def replaced(data: bytes, *pairs: str) -> bytes:
    """The workbook with words of its first sheet replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                for before, after in zip(pairs[::2], pairs[1::2], strict=True):
                    part = part.replace(before.encode(), after.encode())
            new.writestr(entry.filename, part)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return out.getvalue()


def entities_in_it() -> bytes:
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet'
    return replaced(saved(workbook([["Name"]])), "<worksheet", doctype)


HOSTILE: list[tuple[str, bytes, str, type[AnswerableError], str]] = [
    ("text called .xlsx", b"Name,Post\n", "names.xlsx", FileUnreadable, "its name says Excel workbook"),
    ("old Excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "names.xls", FileUnreadable, "old Excel"),
    ("a web page called .csv", b"<html><table>", "names.csv", FileUnreadable, "it is a web page"),
    ("nothing", b"", "names.csv", FileEmpty, "is empty"),
    ("only empty cells", b",,,\n,,\n", "names.csv", FileUnreadable, "nothing in its cells"),
    ("a quotation mark left open", b'Name\n"LAM', "names.csv", FileUnreadable, "at line 2"),
    ("a picture", b"\x89PNG\r\n\x1a\n", "names.csv", TextUnreadable, "it is a picture"),
    ("half a workbook", saved(workbook([["Name"]]))[:900], "names.xlsx", TextUnreadable, "damaged"),
    ("an archive that is no workbook", bomb(), "names.xlsx", ReadingExceeded, "unpacked bytes"),
    ("a document type", entities_in_it(), "names.xlsx", TextUnreadable, "declares a document type"),
    (
        "XML that is not well formed",
        replaced(saved(workbook([["Name"]])), "</worksheet>", "</worksheat>"),
        "names.xlsx",
        TextUnreadable,
        "damaged",
    ),
]


@pytest.mark.parametrize(("what", "data", "file", "error", "told"), HOSTILE, ids=[one[0] for one in HOSTILE])
def test_what_is_no_spreadsheet_is_refused_with_a_sentence(
    what: str, data: bytes, file: str, error: type[AnswerableError], told: str
) -> None:
    with pytest.raises(error, match=told):
        read_sheet(data, file)


def test_what_a_workbook_holds_besides_its_cells_is_passed_over() -> None:
    dropdown = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    data = replaced(saved(workbook([["Name"], ["LAM Ka-ho"]])), "</worksheet>", dropdown)
    assert read_sheet(data, "names.xlsx").rows == (("Name",), ("LAM Ka-ho",))


def test_a_row_numbered_beyond_every_sheet_is_not_counted_to() -> None:
    far = replaced(saved(workbook([["Name"], ["LAM"]])), '<row r="2">', '<row r="99999999999">')
    with pytest.raises(TextUnreadable, match="more rows than a sheet can have"):
        read_sheet(far, "names.xlsx")


def test_a_sheet_larger_than_allowed_is_refused_not_cut() -> None:
    data = saved(workbook([["x" * 100] for _ in range(100)]))
    with pytest.raises(ReadingExceeded):
        read_sheet(data, "names.xlsx", limits=Limits(characters=5_000))


def test_a_sheet_that_is_not_there(workspace: Workspace) -> None:
    with pytest.raises(FileUnreadable, match="no sheet “Officers”, only Officials"):
        record(workspace, saved(workbook([HEAD])), "names.xlsx", by=MAP + "sheet: Officers\n")


# --- the map --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "by", "told"),
    [
        (["Name", *HEAD[1:]], MAP, "it has no column “Name \\(EN\\)” \\(the nearest is “Name”\\)"),
        ([*HEAD[:-1], "Post"], MAP.replace(", startDate: From", ""), "2 columns are headed “Post”"),
        (HEAD, MAP + 'header_row: "9"\n', "it has no row 9"),
        (HEAD, MAP.replace("alias: Also known as", "alias: '[ZZ]'"), "it has no column “\\[ZZ\\]”"),
    ],
)
def test_a_sheet_that_does_not_fit_its_map(workspace: Workspace, head: list[str], by: str, told: str) -> None:
    with pytest.raises(SpreadsheetWrong, match=told):
        record(workspace, comma_separated([head, LAM]), by=by)


def test_columns_by_letter_where_there_are_no_headings(workspace: Workspace) -> None:
    by = MAP.partition("person:")[0] + 'header_row: "0"\nperson: {name: ["[A]", "[B]"], birthDate: "[D]"}\n'
    recorded = record(workspace, comma_separated([LAM, ODE]), by=by)
    assert outcomes(recorded) == [(1, "recorded"), (2, "recorded")]
    assert values(workspace, "ODE Marit") == {"name": ["ODE Marit"], "birthDate": ["1981"]}


@pytest.mark.parametrize(
    ("by", "told"),
    [
        (MAP.replace("birthDate", "birthday"), "line 6: Person has no property “birthday”"),
        (MAP.replace("name: [Name (EN), 姓名], ", ""), "line 6: no column is named for “name”"),
        (MAP.replace("grade: C3", "grade: C9"), "line 5: “C9” cannot stand as grade"),
        (MAP.replace("sharing: public", "sharing: all"), "line 4: “all” cannot stand as audience"),
        (MAP + "colour: red\n", "line 8: there is no field “colour” here"),
        (MAP.replace("post: {name: Post, ", "post: {"), "“name” is missing"),
        (MAP.replace("map: names", "map: &a names"), "anchors"),
        ("", "it is empty"),
    ],
)
def test_what_is_wrong_with_a_map_is_told_with_its_line(by: str, told: str) -> None:
    with pytest.raises(CasefileWrong) as raised:
        read_column_map(by, "names.yaml")
    assert told in str(raised.value)


def test_the_example_in_the_handbook_can_be_recorded(workspace: Workspace) -> None:
    page = Path(__file__).parents[2] / "docs" / "record-a-spreadsheet.md"
    (_, sheet), (_, by), _ = re.findall(r"```(csv|yaml)\n(.*?)```", page.read_text("utf-8"), re.S)
    recorded = record(workspace, sheet, by=by)
    assert outcomes(recorded) == [(2, "recorded"), (3, "recorded")]
    assert {field for field in ColumnMap.model_fields if f"`{field}`" not in page.read_text("utf-8")} <= {
        *("map", "organisation", "sharing", "grade", "person", "post")
    }
