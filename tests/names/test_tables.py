"""The committed tables: what they hold, and that the script makes them."""

import os
import runpy
from pathlib import Path

import pytest

from answerable.names.tables import DATA, characters, surnames

ROOT = Path(__file__).parents[2]
TABLES = Path(os.environ.get("ANSWERABLE_SHARED", ROOT.parent / "shared")) / "data" / "names" / "tables"


def test_every_character_of_a_surname_is_in_the_table() -> None:
    assert {c for surname in surnames() for c in surname} <= characters().keys()


def test_a_surname_has_readings_for_each_of_its_characters() -> None:
    assert all(len(surname) == len(readings) for surname, readings in surnames().items())


def test_surname_readings_are_readings_of_their_characters() -> None:
    table = characters()
    wrong = [
        (surname, reading)
        for surname, places in surnames().items()
        for character, readings in zip(surname, places, strict=True)
        for reading in readings
        if reading not in table[character].pinyin
    ]
    assert wrong == []


def test_simplified_characters_take_over_hong_kong_spellings() -> None:
    assert "wai" in characters()["卫"].hong_kong


@pytest.mark.real
@pytest.mark.skipif(not TABLES.is_dir(), reason="the public name tables are not at hand")
def test_the_script_makes_the_committed_table() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "make_han_table.py"))
    assert made["HEADER"] + "\n".join(made["lines"](TABLES)) + "\n" == (DATA / "han.tsv").read_text("utf-8")
