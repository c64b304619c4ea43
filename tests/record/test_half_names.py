"""A surname alone tells who is meant, unless somebody else of the record has it too."""

from pathlib import Path

import pytest

from answerable.model.audience import TEAM
from answerable.record.half_names import half_names, half_places
from answerable.record.pseudonyms import withhold
from tests.answer.submission.case import CANADA, CASEFILE, workspace

PROTECTED = ["Dr Leila AMANI", "TULLO, Zarema", "Sue-Ann O'Neill", "Li", "Na Li", "凌善柔"]


@pytest.mark.parametrize(
    ("others", "halves"),
    [
        ([], {"leila", "amani", "tullo", "zarema", "sueann", "oneill"}),
        (["Prison no. 4, Amani Street"], {"leila", "tullo", "zarema", "sueann", "oneill"}),
        (["Idris Tullo", "Oneill and Leila"], {"amani", "zarema", "sueann"}),
    ],
)
def test_a_part_names_one_where_nobody_else_is_called_by_it(others: list[str], halves: set[str]) -> None:
    assert half_names(PROTECTED, others) == halves


def test_where_nobody_is_protected_there_are_none() -> None:
    assert half_names([], ["Anyone At All"]) == frozenset()


@pytest.mark.parametrize(
    ("name", "words", "shown"),
    [
        ("བསྟན་འཛིན་ རྡོ་རྗེ་ལགས", "x བསྟན་འཛིན་ y", "x ▮▮▮་ y"),
        ("ئابدۇرېھىم تۇرسۇن", "تۇرسۇن كەلدى", "▮▮▮ كەلدى"),
        ("Леила Амани", "сказала Амани", "сказала ▮▮▮"),
        ("<script>alert Bell</script> Marta", "<b>Bell</b>", "<b>▮▮▮</b>"),
    ],
)
def test_a_part_is_withheld_in_its_own_script(name: str, words: str, shown: str) -> None:
    assert withhold(words, [], half_names([name], [])) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Ms Amani, held in cell 17, told us", "Ms ▮▮▮, held in cell 17, told us"),
        ("AMANI’s cell; Amanis; L. Amáni", "▮▮▮’s cell; Amanis; L. ▮▮▮"),
        ("Al-Amani and Zarema's brother", "Al-▮▮▮ and ▮▮▮'s brother"),
        ("Sue-Ann, Sue and Ann O'Neill", "▮▮▮, Sue and Ann ▮▮▮"),
        ("amani is a word in small letters", "amani is a word in small letters"),
        ("the police met Li", "the police met Li"),
    ],
)
def test_a_part_is_withheld_where_it_stands_like_a_name(words: str, shown: str) -> None:
    assert withhold(words, [], half_names(PROTECTED, [])) == shown


def test_places_are_those_of_the_words() -> None:
    assert {*half_places("met Amani", frozenset({"amani"}))} == {(4, 9)}


def test_whoever_is_outside_reads_no_part_of_a_name(tmp_path: Path) -> None:
    said = "Marta Bell said so; later Ms Bell, or Marta as they called her, was quiet. Mr Lam was not."
    casefile = CASEFILE.replace("\ncase:\n", f"\ncase:\n  summary: {said}\n", 1)
    assert casefile != CASEFILE
    with workspace(tmp_path, casefile) as opened:
        with opened.view(CANADA) as view:
            assert view.half_names == {"marta", "bell"}
            told = view.withheld(said)
        with opened.view(TEAM) as view:
            assert view.withheld(said) == said
    assert told == "▮▮▮ said so; later Ms ▮▮▮, or ▮▮▮ as they called her, was quiet. Mr Lam was not."
