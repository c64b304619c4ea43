"""YAML as people write it: strings only, each with its line, and nothing that unfolds."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.model.errors import CasefileWrong
from answerable.record.lined_yaml import DEEPEST, Lined, Problems, read_yaml


def read(text: str) -> Lined:
    return read_yaml(text, Problems("case.yaml"))


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "~", "null", "1975-02", "3.10", "0x1F", "1_000", "2031-05-03", ".inf", "=", ""],
)
def test_a_value_stays_the_words_that_were_typed(written: str) -> None:
    assert read(f"said: {written}").tree == {"said": written}


def test_every_value_has_its_line() -> None:
    lined = read("a: 1\nb:\n  - x\n  - y: 2\n    z:\n      deep: 3\n")
    lines = {("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1, "y"): 4, ("b", 1, "z"): 5, ("b", 1, "z", "deep"): 6}
    assert {path: lined.line(path) for path in lines} == lines
    assert lined.line(("b", 1, "z", "nothing", "there")) == 5
    assert lined.line(("nothing",)) == 1


LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
WRONG = [
    ("", 1, "it is empty"),
    ("# only a remark\n", 1, "it is empty"),
    ("a: 1\nb: &name [x]\n", 2, "anchors (&) and aliases (*) are not allowed"),
    ("a: 1\nb: *name\n", 2, "anchors (&) and aliases (*) are not allowed"),
    (LAUGHS, 1, "anchors (&) and aliases (*) are not allowed"),
    ("a: 1\nb: 2\na: 3\n", 3, "“a” stands twice"),
    ("a:\n  b: 1\n\tc: 2\n", 3, "it is not YAML"),
    ("a: [1, 2\nb: 3\n", 2, "it is not YAML"),
    ("a: 1\n---\nb: 2\n", 2, "a second document begins here, and a file holds one"),
    ("a: 1\nb: \x07\n", 2, "it is not YAML: it holds the control character U+0007"),
    ('a: 1\nb: "\\0"\n', 2, "it holds the control character U+0000"),
    ('a: 1\n"\\x1b": 2\n', 2, "it holds the control character U+001B"),
    ("a: 1\n? [x, y]\n: 2\n", 2, "a field's name should be a word"),
    ("[" * 100_000, 1, "it is nested too deeply"),
    ("a: " + "{b: " * 5_000, 1, "it is nested too deeply"),
    ("- " * 5_000 + "x", 1, "it is nested too deeply"),
]


@pytest.mark.parametrize(("text", "line", "told"), WRONG)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: int, told: str) -> None:
    with pytest.raises(CasefileWrong) as caught:
        read(text)
    assert f"line {line}: {told}" in str(caught.value)
    assert "has 1 thing to mend" in str(caught.value)


def test_several_keys_that_stand_twice_are_told_at_once() -> None:
    with pytest.raises(CasefileWrong, match=r"2 things to mend:\n  line 3: “b” .*\n  line 5: “a”"):
        read("a:\n  b: 1\n  b: 2\nc: 3\na: 4\n")


def test_as_deep_as_is_allowed_can_be_read() -> None:
    assert read("[" * DEEPEST + "]" * DEEPEST).tree is not None


def test_a_file_beyond_measure_is_not_even_parsed() -> None:
    with pytest.raises(CasefileWrong, match="longer than"):
        read("x" * 20_000_001)


@given(st.text())
def test_whatever_the_bytes_it_is_read_or_refused(text: str) -> None:
    problems = Problems("case.yaml")
    with suppress(CasefileWrong):
        read_yaml(text, problems)
        return
    assert problems.found
