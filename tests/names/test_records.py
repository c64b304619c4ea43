"""Two records: what contradicts counts against, what is missing counts for nothing."""

from typing import Any

import pytest

from answerable.names import THRESHOLD
from answerable.names.births import birth_weight
from answerable.names.files import NoColumns, NoTable, scored_names, scored_records
from answerable.names.records import compare_records, record

KA_HO = {"names": ["譚家豪", "TAM Ka-ho"], "birth": "1961-03-05", "country": "xt", "gender": "male"}

SAME: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"names": ["Tam Ka-ho"]}, KA_HO),
    ({"names": ["谭家豪"], "birth": "1961"}, KA_HO),
    ({"names": ["Tan Jiahao", "谭家豪"], "birth": "1961-03"}, KA_HO),
    ({"names": ["TAM, Ka-ho"], "birth": "1961-05-03"}, KA_HO),  # day and month changed places
    ({"names": ["Tam Ka-ho"], "birth": "1962"}, KA_HO),  # sources are often a year off
    ({"names": ["Chris Tam Ka-ho"], "country": ["xt", "ru"], "post": ["Harbour Master"]}, KA_HO),
    ({"names": ["Dragomir Velinov"]}, {"names": ["Драгомир Петрович Велинов"], "birth": "1955"}),
    (
        {"name": "Velinov Shipping Ltd", "schema": "Company"},
        {"name": "VELINOV SHIPPING LIMITED", "schema": "Company"},
    ),
]

DIFFERENT: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"names": ["王军", "Wang Jun"]}, {"names": ["王君", "Wang Jun"]}),  # the same sound, other characters
    ({"names": ["Tam Ka-ho"], "birth": "1978"}, KA_HO),
    ({"names": ["谭家豪"], "birth": "1944-03-05"}, KA_HO),
    ({"names": ["Dragomir Velinov"], "birth": "1930"}, {"names": ["Dragomir Velinov"], "birth": "1958"}),
    ({"names": ["Sasha Velinov"], "gender": "f"}, {"names": ["Sasha Velinov"], "gender": "male"}),
    ({"names": ["Tam Ka-kit"], "birth": "1961-03-05", "country": "xt"}, KA_HO),
    ({"names": []}, KA_HO),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), SAME)
def test_may_be_one(a: dict[str, Any], b: dict[str, Any]) -> None:
    found = compare_records(record(a), record(b))
    assert found.score >= THRESHOLD
    assert found.verdict == "possible, review"
    assert found.reasons_for


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_are_not_one(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert compare_records(record(a), record(b)).score < THRESHOLD


@pytest.mark.parametrize(("a", "b"), SAME + DIFFERENT)
def test_either_way_round(a: dict[str, Any], b: dict[str, Any]) -> None:
    there, back = (compare_records(record(x), record(y)).score for x, y in ((a, b), (b, a)))
    assert there == back


@pytest.mark.parametrize("field", ["birth", "country", "gender", "post"])
def test_silence_counts_for_nothing(field: str) -> None:
    whole = {**KA_HO, "post": ["Harbour Master"]}
    bare = compare_records(record({"names": KA_HO["names"]}), record({"names": KA_HO["names"]}))
    one_sided = {"names": KA_HO["names"], field: whole[field]}
    assert compare_records(record(one_sided), record({"names": KA_HO["names"]})).weight == bare.weight


@pytest.mark.parametrize(
    ("one", "other", "better"),
    [
        ("1961-03-05", "1961-03-05", ("1961-03", "1961-03-05")),
        ("1961-03", "1961-03-05", ("1961", "1961-03-05")),
        ("1961", "1961", ("1961-03-05", "1961-04-07")),
        ("1961-05-03", "1961-03-05", ("1961-04-07", "1961-03-05")),
        ("1961", "1962", ("1961", "1963")),
        ("1961", "1963", ("1961", "1978")),
        ("1961-03-05", "1971-03-05", ("1961-03-05", "1972-04-07")),  # one figure of the year
        ("1961-01-01", "1961-07-09", ("1961-02-02", "1961-07-09")),  # the first of January stands for a year
    ],
)
def test_births_that_agree_better_weigh_more(one: str, other: str, better: tuple[str, str]) -> None:
    assert birth_weight(one, other) > birth_weight(*better)
    assert birth_weight(one, other) == birth_weight(other, one)


@pytest.mark.parametrize("text", ["", "unknown", "1975-19-25x", "19", "March 1961"])
def test_a_birth_that_cannot_be_read_counts_for_nothing(text: str) -> None:
    assert birth_weight(text, "1961") == 0


def test_reasons_name_what_agrees_and_what_does_not() -> None:
    found = compare_records(record({"names": ["Tam Ka-ho"], "birth": "1978", "country": "XT"}), record(KA_HO))
    assert "the births differ: 1978, 1961-03-05" in found.reasons_against
    assert "the country agrees: xt" in found.reasons_for


def test_a_table_of_names_keeps_its_columns() -> None:
    rows = list(scored_names(["no,a,b,schema\n", "7,譚家豪,Tam Ka-ho,Person\n", "8,,,\n"]))
    assert [list(row) for row in rows] == [["no", "a", "b", "schema", "score", "why"]] * 2
    assert float(rows[0]["score"]) >= THRESHOLD
    assert "譚 = tam" in rows[0]["why"]
    assert rows[1]["no"] == "8"
    assert float(rows[1]["score"]) < THRESHOLD


def test_a_table_without_its_columns_is_refused() -> None:
    with pytest.raises(NoColumns):
        list(scored_names(["left,right\n", "a,b\n"]))


def test_every_line_of_records_has_its_answer() -> None:
    lines = [
        '{"a": {"names": ["Tam Ka-ho"]}, "b": {"names": ["譚家豪"]}, "id": 4}',
        "",
        "{nonsense",
        '{"a": 3}',
        "[]",
    ]
    found = list(scored_records(lines))
    assert [one["score"] is None for one in found] == [False, True, True, True]
    assert found[0]["id"] == 4
    assert found[1]["why"].startswith("not compared: it is no JSON")
    assert found[2] == {"a": 3, "score": None, "why": "not compared: it has no records a and b"}


def test_a_cell_without_end_is_refused_and_the_rows_before_it_are_kept(cell_limit: None) -> None:
    rows = scored_names(["a,b\n", "譚家豪,Tam Ka-ho\n", "x" * 200_000 + ",y\n"])
    assert next(rows)["a"] == "譚家豪"
    with pytest.raises(NoTable):
        next(rows)


def test_a_line_nested_without_end_has_its_answer() -> None:
    (found,) = scored_records(['{"a":' * 5000 + "1" + "}" * 5000])
    assert found["why"] == "not compared: it is nested too deep"
