"""The bulk list as a workbook: every cell is text, and the file tells nothing of who made it."""

import io
import zipfile

import openpyxl
import pytest

from answerable.answer.bulk_list import write_sheets
from tests.answer.bulk_list.test_making import made
from tests.answer.submission.case import CANADA, CASEFILE, workspace

FORMULA = '=HYPERLINK("http://a.example")'


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The same list written twice, of a case in which somebody's other name is a formula."""
    folder = tmp_path_factory.mktemp("sheets")
    cite = f"{{value: '{FORMULA}', cite: {{source: paper, quote: 林家豪說}}}}"
    named = "{value: 林家豪, cite: {source: paper, quote: 林家豪說}}"
    assert named in CASEFILE
    with workspace(folder, CASEFILE.replace(f"- {named}", f"- {named}\n      - {cite}")) as opened:
        with opened.view(CANADA) as view:
            one = write_sheets(made(view))
        with opened.view(CANADA) as view:
            return one, write_sheets(made(view))


def test_the_header_stays_in_sight_and_filters(files: tuple[bytes, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files[0]))
    assert book.sheetnames == ["Names", "Exhibits", "To be read"]
    sheet = book["Names"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:K{sheet.max_row}"
    assert sheet.max_row == 3
    assert [cell.value for cell in sheet[1]][:3] == ["No.", "Name in Latin letters", "Name in its own script"]
    assert min(sheet.column_dimensions[letter].width for letter in "BCDEFGHIJK") >= 16
    assert sheet.page_setup.orientation == "landscape"


def test_which_lists_were_searched_is_to_be_read(files: tuple[bytes, bytes]) -> None:
    about = openpyxl.load_workbook(io.BytesIO(files[0]))["To be read"]
    assert about.cell(about.max_row, 1).value == "Norrmark list, Ministry of Norrmark, 1 June 2031"


def test_no_cell_is_a_formula(files: tuple[bytes, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files[0]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert f"'{FORMULA}" in [cell.value for cell in cells]


def test_a_row_that_is_copied_alone_says_where_its_words_stand(files: tuple[bytes, bytes]) -> None:
    row = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(files[0]))["Names"][2]]
    assert "“Commissioner Lam gave the order by radio, two officers said”" in str(row[8])
    [radio] = [line for line in str(row[8]).splitlines() if "gave the order by radio" in line]
    assert "Selwyn Wire, 4 May 2031" in radio
    assert "Coast Mail, 5 May 2031" in radio
    assert "“Nobody was beaten.”" in str(row[10])


def test_the_same_list_is_the_same_bytes_and_tells_of_nobody(files: tuple[bytes, bytes]) -> None:
    assert files[0] == files[1]
    with zipfile.ZipFile(io.BytesIO(files[0])) as archive:
        every = b"".join(archive.read(name) for name in archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for trace in (b"openpyxl", b"Microsoft Excel", b"creator", b"created", b"modified"):
        assert trace not in every
