"""What lists write where one value was meant: odd dates, several names in a field, references used again."""

import pytest

from answerable.identify import ListedName
from answerable.identify.readers.aliases import LONGEST, note_on, packed
from answerable.identify.readers.dates import iso_day, notes_on
from answerable.identify.readers.keys import Keys


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("26354", "is a spreadsheet's number for the day 1972-02-25"),
        ("dd/mm/1945", "says only the year"),
        ("00/00/1975", "says only the year"),
        ("dd/07/1978", "says only the month and year"),
        ("15/08/19yy", "does not say the year"),
        ("Feb-72", "does not say the century"),
        ("1975-19-25", "is a day that does not exist"),
        ("31/02/1980", "is a day that does not exist"),
    ],
)
def test_odd_dates_are_kept_and_explained(published: str, said: str) -> None:
    assert notes_on([published]) == (f"“{published}” {said}",)


@pytest.mark.parametrize("plain", ["1975", "1975-02", "1975-02-19", "19/02/1975", "02/19/1975", "circa 1955"])
def test_of_plain_dates_nothing_is_said(plain: str) -> None:
    assert notes_on([plain]) == ()


def test_days() -> None:
    assert (iso_day("30/06/2031", "%d/%m/%Y"), iso_day("31/06/2031", "%d/%m/%Y")) == ("2031-06-30", "")


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Selwyn Works, Selwyn Trading Co., Ltd.", ["Selwyn Works", "Selwyn Trading Co., Ltd."]),
        ("ODE, Marit; ODE, Mary", ["ODE, Marit", "ODE, Mary"]),
        ("Marit Ode a.k.a. Mary Ode A.K.A. M. Ode", ["Marit Ode", "Mary Ode", "M. Ode"]),
        ("a) Marit Ode b) Mary Ode", ["Marit Ode", "Mary Ode"]),
        ("Selwyn Works (of Port Selwyn, Tamsor), Works", ["Selwyn Works (of Port Selwyn, Tamsor)", "Works"]),
        ("AKA Works", ["AKA Works"]),
        ("Марит Оде; Марыт Одэ", ["Марит Оде", "Марыт Одэ"]),
        ("Mаrit Oдe", ["Mаrit Oдe"]),  # Latin look-alikes among Cyrillic letters: kept as published
        ("", []),
    ],
)
def test_names_in_one_field(field: str, names: list[str]) -> None:
    assert [name.text for name in packed(field)] == names


def test_a_comma_belongs_to_the_name_where_a_list_parts_names_otherwise() -> None:
    assert [name.text for name in packed("ODE, Marit", commas=False)] == ["ODE, Marit"]


@pytest.mark.parametrize(
    "field", ["Russian: Марит Оде", "Марит Оде (Russian)", "(Russian: Марит Оде)", "in Russian: Марит Оде"]
)
def test_a_language_that_stands_as_a_label(field: str) -> None:
    names = packed(field)
    assert names == (ListedName("Марит Оде", "strong", relation="Russian"),)
    assert note_on("aliases", field, names) == (f"aliases as published: {field}",)


def test_a_label_inside_a_name() -> None:
    assert packed("Marit Ode (Russian: Марит Оде)") == (
        ListedName("Marit Ode", "strong", relation="a.k.a."),
        ListedName("Марит Оде", "strong", relation="Russian"),
    )


def test_a_field_without_end_is_kept_whole() -> None:
    field = "(a," * LONGEST
    assert [name.text for name in packed(field)] == [field]


def test_a_reference_used_again_and_one_that_is_missing() -> None:
    keys = Keys()
    given = [keys.give(*asked) for asked in (("7", "A"), ("7", "B"), ("7", "B"), ("", "C"), ("", "C"))]
    assert [key for key, _ in given] == ["7", "7 · B", "7 · B · 2", "C", "C · 2"]
    assert given[0][1] == ()
    assert given[1][1] == ("the list gives the reference 7 to another entry too",)
    assert given[3][1] == ("the list gives it no reference of its own",)
