"""Admiralty grades."""

import itertools

import pytest

from answerable.model.errors import ValueRefused
from answerable.model.grade import INFORMATION, SOURCE, UNGRADED, parse_grade


def test_every_letter_with_every_figure_is_a_grade() -> None:
    for letter, figure in itertools.product("ABCDEF", "123456"):
        grade = parse_grade(letter + figure)
        assert str(grade) == letter + figure
        assert grade.in_words() == f"source {SOURCE[letter]}, information {INFORMATION[figure]}"


def test_what_nobody_judged_is_f6() -> None:
    assert parse_grade("F6") == UNGRADED


@pytest.mark.parametrize("text", ["", "B", "2B", "b2", "B7", "G1", "B2 ", "B22", "Ｂ2", "B２"])
def test_what_is_no_grade_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused):
        parse_grade(text)
