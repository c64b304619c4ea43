"""Lists in rows: CSV, tab text, a sheet, JSON; invented entries in the published shapes."""

import io
import json
import zipfile

import openpyxl
import pytest

from answerable.identify import Identifier, ListedName, Unreadable
from answerable.model.errors import ListUnreadable
from tests.identify.readers.reading import read

UK_HEAD = (
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,Nationality,"
    "Passport Details,NI Number,Position,"
    "Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,"
    "Other Information,Group Type,Alias Type,Regime,Listed On,Last Updated,Group ID"
)


def uk_row(surname: str, given: str, born: str, kind: str, group: str) -> str:
    cells = [
        surname,
        given,
        *[""] * 5,
        born,
        *[""] * 14,
        "Minister.",
        "Individual",
        kind,
        "Tamsor",
        "02/01/2030",
    ]
    return ",".join([*cells, "02/01/2030", group])


def test_the_uk_by_group() -> None:
    rows = [
        uk_row("TAM", "Sok", "00/00/1975", "AKA", "7"),
        uk_row("TAN", "Suo", "00/00/1975", "Prime Alias", "7"),
        uk_row("TAN", "Suo", "01/02/1976", "Prime Alias", "7"),
        uk_row("ODE", "Marit", "", "Prime Alias", ""),
        uk_row("", "", "", "AKA", "8"),
        "cut,off",
    ]
    edition, (first, second), unreadable = read("\n".join(["Last Updated,30/06/2031", UK_HEAD, *rows]))
    assert (edition.list_id, edition.published) == ("gb-ofsi", "2031-06-30")
    assert first.names == (ListedName("Suo TAN", "primary"), ListedName("Sok TAM", "strong", relation="AKA"))
    assert first.birth_dates == ("00/00/1975", "01/02/1976")
    assert first.notes == ("“00/00/1975” says only the year",)
    assert (first.key, first.listed_in_words()) == ("7", "listed on 2030-01-02")
    assert (second.key, second.notes) == ("Marit ODE", ("the list gives it no reference of its own",))
    assert unreadable == [
        Unreadable("line 7", "it has no name"),
        Unreadable("line 8", "it has 2 cells, and the headings are 29"),
    ]


SDN = (
    '36,"SELWYN WORKS",-0- ,"[TAM] [SEA]",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    '37,"TAN, Suo","individual","TAM","Minister",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"DOB 19 Feb 1975; alt. DOB 1976; nationality Tamsor."\r\n\x1a\r\n'
)
ALT = '37,1,"aka","TAM, Sok",-0- \r\n37,2,"fka","The Port","weak"\r\n99,3,"aka","NOBODY",-0- \r\n'
ADD = '37,1,"1 Quay","Port Selwyn","Tamsor",-0- \r\n'


def packed(**files: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
    return kept.getvalue()


def test_ofac_in_its_old_csv() -> None:
    edition, (body, person), unreadable = read(SDN, "SDN.CSV")
    assert (edition.list_id, edition.published) == ("us-ofac-sdn", "")
    assert (body.key, body.kind, body.positions, body.remarks) == ("36", "entity", (), "")
    assert body.programmes == ("TAM", "SEA")
    assert (person.birth_dates, person.countries) == (("19 Feb 1975", "1976"), ("Tamsor",))
    assert [one.where for one in unreadable] == ["ALT.CSV", "ADD.CSV"]
    assert unreadable[0].why == "the aliases are in this file, which was not handed in"


def test_ofac_in_its_old_csv_with_its_companions() -> None:
    _, (_, person), unreadable = read(packed(SDN=SDN, ALT=ALT, ADD=ADD), "sdn.zip")
    assert person.names == (
        ListedName("TAN, Suo", "primary"),
        ListedName("TAM, Sok", "strong", relation="a.k.a."),
        ListedName("The Port", "weak", relation="f.k.a."),
    )
    assert person.addresses == ("1 Quay, Port Selwyn, Tamsor",)
    assert unreadable == [
        Unreadable("ALT.CSV and ADD.CSV, ent_num 99", "SDN.CSV has no entry of that number")
    ]


def test_a_zip_that_is_cut_off() -> None:
    with pytest.raises(ListUnreadable, match="damaged or cut off"):
        read(packed(SDN=SDN)[:-30], "sdn.zip")


BIS = (
    '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t'
    '"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"\n'
)
BIS_ROW = (
    '" SUO TAN"\t"1 QUAY"\t"SELWYN"\t""\t"TM"\t""\t"01/02/2030"\t""\t"Y"\t"2030-01-03"\t"ADDED"\t"9 F.R. 1"\n'
)


def test_the_denied_persons() -> None:
    _, (first, second), unreadable = read(BIS + BIS_ROW + BIS_ROW + '"X"\t"cut"\n')
    assert (first.key, second.key) == (
        "SUO TAN, 01/02/2030, 9 F.R. 1", "SUO TAN, 01/02/2030, 9 F.R. 1 · SUO TAN",
    )  # fmt: skip
    assert (first.kind, first.addresses) == ("unknown", ("1 QUAY, SELWYN, TM",))
    assert first.listed_in_words() == "listed on 2030-01-02"
    assert unreadable == [Unreadable("line 4", "it has 2 cells, and the headings are 12")]


def test_text_that_ends_inside_a_cell_is_cut_off() -> None:
    with pytest.raises(ListUnreadable, match="cut off at line 2"):
        read((BIS + BIS_ROW)[:-5])


CSL = {
    "id": "a1", "source": "Entity List (EL)", "type": "Individual", "name": "Suo Tan", "programs": ["TAM"],
    "alt_names": ["Sok Tam; Tam Sok", "TAM, S."], "dates_of_birth": ["1975"], "nationalities": ["TM"],
    "start_date": "2030-01-02", "federal_register_notice": "9 FR 1", "license_policy": None,
    "addresses": [{"address": "1 Quay", "city": "Selwyn", "country": "TM"}],
    "ids": [{"type": "Passport", "number": "X1", "country": "TM"}], "entity_number": "37",
}  # fmt: skip


def test_the_screening_list_as_json() -> None:
    _, (entry,), unreadable = read(json.dumps({"results": [CSL, {"id": "a2", "source": "x"}]}))
    assert [name.text for name in entry.names] == ["Suo Tan", "Sok Tam", "Tam Sok", "TAM, S."]
    assert entry.notes == ("alt_names as published: Sok Tam; Tam Sok",)
    assert entry.identifiers == (
        Identifier("Passport", "X1", "TM"),
        Identifier("OFAC uid or entity number", "37"),
    )
    assert (entry.programmes, entry.addresses) == (("Entity List (EL)", "TAM"), ("1 Quay, Selwyn, TM",))
    assert unreadable == [Unreadable("result 2", "it has no name")]


def test_the_screening_list_as_csv() -> None:
    head = "_id,source,entity_number,type,programs,name,alt_names,dates_of_birth,addresses,ids,start_date\n"
    row = 'a1,Entity List (EL),37,Individual,TAM,Suo Tan,Sok Tam; Tam Sok,1975; 1976,"1 Quay, TM",X1,\n'
    _, (entry,), unreadable = read(head + row)
    assert [name.text for name in entry.names] == ["Suo Tan", "Sok Tam", "Tam Sok"]
    assert (entry.birth_dates, entry.addresses) == (("1975", "1976"), ("1 Quay, TM",))
    assert entry.identifiers[0] == Identifier("ids as published", "X1")
    assert unreadable == []


@pytest.mark.parametrize("text", ['{"results": [{"source": "x", "name": "y"', '{"source": 1, "name": 2}'])
def test_json_that_is_no_screening_list(text: str) -> None:
    with pytest.raises(ListUnreadable, match=r"cut off|no results"):
        read(text)


AU_HEAD: list[str | int] = [
    "Reference",
    "Name of Individual or Entity",
    "Type",
    "Name Type",
    "Alias Strength",
    "Date of Birth",
]
AU_HEAD += ["Citizenship", "Address", "Additional Information", "Control Date", "IMO Number"]
AU_ROWS: list[list[str | int]] = [
    [1, "Suo TAN", "Individual", "Primary Name", "", 26354, "Tamsor", "1 Quay", "Minister", "2/01/2030", ""],
    ["1a", "Sok TAM; The Port", "Individual", "Alias", "Weak", "", "", "", "", "", ""],
    ["1b", "譚索", "Individual", "Original Script", "", "", "", "", "", "", ""],
    [1, "Selwyn Star", "Vessel", "Primary Name", "", "", "", "", "", "", "1234567"],
    ["1a", "Star", "Vessel", "Alias", "Strong", "", "", "", "", "", ""],
    [2, "", "Individual", "Primary Name", "", "", "", "", "", "", ""],
]


def test_the_sheet_of_australia_with_a_reference_used_again() -> None:
    workbook = openpyxl.Workbook()
    for row in [AU_HEAD, *AU_ROWS]:
        workbook.active.append(row)  # type: ignore[union-attr]
    kept = io.BytesIO()
    workbook.save(kept)
    _, (person, ship), unreadable = read(kept.getvalue(), "list.xlsx")
    assert person.names == (
        ListedName("Suo TAN", "primary"),
        ListedName("Sok TAM", "weak", relation="Alias"),
        ListedName("The Port", "weak", relation="Alias"),
        ListedName("譚索", "strong", relation="original script"),
    )
    assert (person.key, ship.key) == ("1", "1 · Selwyn Star")
    assert person.birth_dates == ("26354",)
    assert person.notes == (
        "name as published: Sok TAM; The Port",
        "“26354” is a spreadsheet's number for the day 1972-02-25",
    )
    assert person.listed_in_words() == "listed on or before 2030-01-02"
    assert ship.names == (
        ListedName("Selwyn Star", "primary"),
        ListedName("Star", "strong", relation="Alias"),
    )
    assert ship.notes == ("the list gives the reference 1 to another entry too",)
    assert unreadable == [Unreadable("row 7", "it has no name")]


def test_a_workbook_that_is_damaged() -> None:
    with pytest.raises(ListUnreadable, match="damaged"):
        read(b"PK\x03\x04nothing", "list.xlsx")


FTM = [
    {"id": "p", "schema": "Person", "datasets": ["tam"], "properties": {
        "name": ["Suo Tan", "TAN Suo"], "alias": ["Sok Tam"], "weakAlias": ["The Port"],
        "birthDate": ["1975"], "topics": ["sanction"], "nationality": ["tm"], "passportNumber": ["X1"],
        "sanctions": [{"properties": {"listingDate": ["2030-01-02"], "program": ["TAM"]}}],
    }},
    {"id": "a", "schema": "Address", "properties": {"full": ["1 Quay"]}},
    {"id": "q", "schema": "Person", "properties": {}},
]  # fmt: skip


def test_entities_of_followthemoney() -> None:
    text = "\n".join(map(json.dumps, FTM)) + '\n{"id": "r", "sch'
    edition, (entry,), unreadable = read(text)
    assert (edition.list_id, edition.standing) == ("opensanctions", "named")
    assert entry.names == (
        ListedName("Suo Tan", "primary"),
        ListedName("TAN Suo", "strong"),
        ListedName("Sok Tam", "strong", relation="alias"),
        ListedName("The Port", "weak", relation="weak alias"),
    )
    assert (entry.programmes, entry.remarks) == (("TAM",), "Data sets: tam; Topics: sanction")
    assert entry.listed_in_words() == "listed on or before 2030-01-02"
    assert unreadable == [
        Unreadable("line 3 (id q)", "it has no name"),
        Unreadable("line 4", "it is damaged or cut off, or no entity"),
        Unreadable("1 lines of Address", "they are about entries, and none of their own"),
    ]


def test_a_form_that_is_not_known() -> None:
    with pytest.raises(ListUnreadable, match="in no form that is known"):
        read("name,country\nTAN,Tamsor\n")
