"""The committed tables: what they hold, and that the scripts make them."""

import importlib
import os
import re
import runpy
import sys
from collections import Counter
from pathlib import Path

import pytest

from answerable.names.tables import DATA, mandarin, rows, simplify, surnames
from scripts import make_units

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("ANSWERABLE_SHARED", ROOT.parent / "shared")) / "data"
TABLES = SHARED / "names" / "tables"
FILES = sorted(str(path.relative_to(DATA)) for path in DATA.rglob("*.tsv"))

COLUMNS = {
    "abbreviations.tsv": (2, 3),
    "common_words.tsv": (2, 2),
    "concepts.tsv": (3, 6),
    "elements_mongolian.tsv": (5, 5),
    "elements_other.tsv": (5, 5),
    "elements_tibetan.tsv": (5, 5),
    "elements_turkic.tsv": (5, 5),
    "equivalents.tsv": (3, 3),
    "given_english.tsv": (1, 2),
    "han.tsv": (3, 6),
    "hangul.tsv": (3, 3),
    "japanese.tsv": (3, 3),
    "letters.tsv": (38, 38),
    "particles.tsv": (2, 2),
    "patronymics.tsv": (3, 3),
    "regional.tsv": (3, 3),
    "sinoxenic.tsv": (2, 5),
    "surnames.tsv": (2, 2),
    "titles.tsv": (3, 3),
    "transcribing.tsv": (2, 2),
    "spellings.tsv": (4, 4),
    "units.tsv": (4, 4),
}
"""The fewest and the most columns of each table."""
ONCE = {
    "abbreviations.tsv": 1,
    "common_words.tsv": 1,
    "concepts.tsv": 1,
    "given_english.tsv": 1,
    "han.tsv": 1,
    "hangul.tsv": 1,
    "japanese.tsv": 2,
    "letters.tsv": 1,
    "particles.tsv": 2,
    "patronymics.tsv": 2,
    "regional.tsv": 2,
    "sinoxenic.tsv": 1,
    "surnames.tsv": 1,
    "titles.tsv": 3,
    "transcribing.tsv": 1,
    "spellings.tsv": 1,
    "units.tsv": 1,
}
"""How many first columns name a row, which then stands once."""
MADE_BY = {
    "han.tsv": "make_han_table",
    "units.tsv": "make_units",
    "spellings.tsv": "make_units",
    "common_words.tsv": "make_common_words",
    "letters.tsv": "train_letters",
    "transcribing.tsv": "make_transcribing",
    "sinoxenic.tsv": "make_sinoxenic_table",
}
ELEMENTS = sorted(file for file in FILES if file.startswith("elements_"))


def header(file: str) -> str:
    lines = (DATA / file).read_text("utf-8").splitlines()
    return " ".join(line.lstrip("# ") for line in lines if line.startswith("#"))


def test_every_table_is_tested() -> None:
    assert {file for file in FILES if "/" not in file} == COLUMNS.keys()


@pytest.mark.parametrize("file", FILES)
def test_a_table_begins_by_saying_what_it_is_and_where_it_is_from(file: str) -> None:
    text = (DATA / file).read_text("utf-8")
    assert text.startswith("# ")
    assert re.search(r"[Dd]rafted|Learned by scripts/|[Mm]ade by scripts/|Sources?:|[Cc]ounted", header(file))
    assert text.endswith("\n")
    assert "\r" not in text


@pytest.mark.parametrize("file", FILES)
def test_the_cells_of_a_table_are_clean(file: str) -> None:
    for row in rows(file):
        assert all(cell == cell.strip() for cell in row if file != "han.tsv"), row
        assert row[0] or file.startswith("scripts/"), row


@pytest.mark.parametrize(("file", "columns"), COLUMNS.items())
def test_rows_have_their_columns(file: str, columns: tuple[int, int]) -> None:
    found = {len(row) for row in rows(file)}
    assert found
    assert columns[0] <= min(found) <= max(found) <= columns[1]


@pytest.mark.parametrize(("file", "columns"), ONCE.items())
def test_no_row_stands_twice(file: str, columns: int) -> None:
    counted = Counter(tuple(row[:columns]) for row in rows(file))
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(("file", "script"), MADE_BY.items())
def test_a_made_table_names_its_script(file: str, script: str) -> None:
    assert f"scripts/{script}.py" in header(file)
    assert (ROOT / "scripts" / f"{script}.py").is_file()


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("衞", "卫"),
        ("譚索", "谭索"),
        ("強", "强"),
        ("杰", "杰"),
        ("傑", "杰"),
        ("臺", "台"),
        ("abc", "abc"),
        ("", ""),
    ],
)
def test_simplify(text: str, simple: str) -> None:
    assert simplify(text) == simple


def test_simplified_once_is_simplified_for_good() -> None:
    simple = {row[0]: row[1] for row in rows("han.tsv") if row[1]}
    assert [one for one in simple.values() if simplify(one) != one] == []


@pytest.mark.parametrize(
    ("character", "reading"),
    [("譚", "tan"), ("谭", "tan"), ("軍", "jun"), ("女", "nü"), ("一", "yi"), ("東", "dong")],
)
def test_mandarin(character: str, reading: str) -> None:
    assert mandarin()[character] == reading


def test_surnames_of_two_characters() -> None:
    assert {"欧阳", "司马", "诸葛", "尉迟", "上官"} <= surnames()
    assert all(len(one) == 2 and simplify(one) == one for one in surnames())


def test_every_surname_has_a_reading_for_each_character_that_is_one_of_it() -> None:
    readings = {row[0]: row[2].split() for row in rows("han.tsv") if len(row) > 2}
    for surname, spelled in rows("surnames.tsv"):
        for reading in spelled.split():
            syllables = reading.split("-")
            assert len(syllables) == len(surname), surname
            assert all(s in readings[c] for c, s in zip(surname, syllables, strict=True)), (surname, reading)


def test_units_are_simplified_and_their_cells_are_spelling_credit_and_systems() -> None:
    for text, share, surname, cells in rows("units.tsv"):
        assert len(text) == 1, text
        assert simplify(text) == text or "가" <= text <= "힣", text
        assert 0 < float(share) < 1
        assert surname in ("", "s")
        found = [re.fullmatch(r"([a-z]+|[가-힣]):([phwtkamyev]\d\d)+", cell) for cell in cells.split()]
        assert all(found), (text, cells)


def test_spellings_are_the_same_table_from_the_other_side() -> None:
    there = {(text, cell.split(":")[0]) for text, _, _, cells in rows("units.tsv") for cell in cells.split()}
    assert {(text, name) for name, _, _, behind in rows("spellings.tsv") for text in behind} == there


def test_concepts_are_of_known_kinds() -> None:
    assert {row[1] for row in rows("concepts.tsv")} == {"place", "trade", "body", "form", "level", "brand"}


@pytest.mark.parametrize("column", [2, 3, 4])
def test_a_phrase_belongs_to_one_concept_only(column: int) -> None:
    owners: dict[str, set[str]] = {}
    for row in rows("concepts.tsv"):
        for phrase in row[column].split() if len(row) > column else ():
            owners.setdefault(phrase, set()).add(row[0])
    assert {phrase: names for phrase, names in owners.items() if len(names) > 1} == {}


def test_concepts_speak_of_concepts_that_there_are() -> None:
    known = {row[0] for row in rows("concepts.tsv")}
    named = {
        (row[0], other)
        for row in rows("concepts.tsv")
        for note in row[5:6]
        for _, others in re.findall(r"\b(near|parts|apart|in)=([a-z0-9,-]+)", note)
        for other in others.split(",")
    }
    assert [pair for pair in sorted(named) if pair[1] not in known] == []


def test_phrases_are_folded_as_their_header_says() -> None:
    for row in rows("concepts.tsv"):
        _, _, han, latin, cyrillic = (row + [""] * 3)[:5]
        assert han == simplify(han), row
        assert latin.isascii(), row
        assert latin == latin.lower(), row
        assert cyrillic == cyrillic.lower().replace("ё", "е"), row


@pytest.mark.parametrize("file", ELEMENTS)
def test_elements_hold_each_script_in_its_column(file: str) -> None:
    for lang, latin, native, han, known in rows(file):
        assert re.fullmatch("[a-z]{2,3}", lang), lang
        assert latin, known
        assert latin == latin.lower(), latin
        assert not re.search(r"[\u4e00-\u9fff]", latin + native), (latin, native)
        assert re.fullmatch(r"[\u3400-\u9fff ]*", han), han
        assert han == simplify(han), han
        assert re.match(r"official|common|by rule", known), known


def test_equivalents_are_of_known_kinds_and_plain() -> None:
    for _, kind, members in rows("equivalents.tsv"):
        assert kind in ("form", "short", "translated", "arabic"), kind
        assert len(members.split()) > 1, members
        assert re.fullmatch("[a-z ]+", members), members


def test_given_names_say_whether_they_may_be_syllables() -> None:
    assert {row[1] for row in rows("given_english.tsv") if len(row) > 1} == {"1"}


def test_particles_are_of_kinds_that_the_header_explains() -> None:
    kinds = {row[1] for row in rows("particles.tsv")}
    assert {"particle", "attached", "suffix"} <= kinds
    assert [kind for kind in kinds if f"{kind}:" not in header("particles.tsv")] == []


def test_titles_say_where_they_stand() -> None:
    assert {row[2] for row in rows("titles.tsv")} == {
        "before",
        "after",
        "any",
        "before-burmese",
        "part",
        "before-name",
        "after-name",
    }


def test_letters_are_square_and_the_same_either_way() -> None:
    table = list(rows("letters.tsv"))
    numbers = [[int(cell) for cell in row[1:-1]] for row in table]
    assert all(len(row) == len(table) for row in numbers)
    assert all(numbers[a][b] == numbers[b][a] for a in range(len(table)) for b in range(a))


def test_usual_words_stand_in_order() -> None:
    counts = [int(count) for _, count in rows("common_words.tsv")]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] >= 5


def test_the_script_makes_the_committed_units() -> None:
    for file, text in make_units.made().items():
        assert text == (DATA / file).read_text("utf-8"), file


@pytest.mark.real
@pytest.mark.skipif(not TABLES.is_dir(), reason="the public name tables are not at hand (ANSWERABLE_SHARED)")
def test_the_script_makes_the_committed_characters() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "make_han_table.py"))
    assert made["HEADER"] + "\n".join(made["lines"](TABLES)) + "\n" == (DATA / "han.tsv").read_text("utf-8")


@pytest.mark.real
@pytest.mark.skipif(
    not (SHARED / "lists").is_dir(), reason="the public lists are not at hand (ANSWERABLE_SHARED)"
)
def test_the_script_makes_the_committed_usual_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = importlib.import_module("scripts.make_common_words")
    monkeypatch.setattr(script, "TARGET", tmp_path / "common_words.tsv")
    script.main(SHARED)
    assert (tmp_path / "common_words.tsv").read_bytes() == (DATA / "common_words.tsv").read_bytes()


@pytest.mark.parametrize("script", ["train_letters", "make_transcribing"])
def test_the_scripts_that_learn_can_be_run(script: str) -> None:
    module = importlib.import_module(f"scripts.{script}")
    assert callable(module.main)
    assert all(line.startswith("# ") for line in module.HEADER.splitlines())
    assert (DATA / module.TARGET.name).read_text("utf-8").startswith(module.HEADER)
    assert module.__name__ in sys.modules
