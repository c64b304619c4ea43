import re
from pathlib import Path

import pytest

from answerable.answer import submission
from answerable.answer.submission.words import words
from answerable.model.grade import INFORMATION, SOURCE
from answerable.model.schemata import schemata

EN = words("en")
PROPERTIES = [prop for one in schemata().values() for prop in one.properties.values()]


@pytest.mark.parametrize("prop", sorted({prop.name for prop in PROPERTIES}))
def test_every_property_has_a_label(prop: str) -> None:
    assert EN.one_of("property", prop) != prop


@pytest.mark.parametrize(
    ("prop", "value"), sorted({(prop.name, value) for prop in PROPERTIES for value in prop.choices})
)
def test_every_choice_has_words(prop: str, value: str) -> None:
    assert EN.say(f"choice.{prop}.{value}")


def test_the_grades_say_what_the_model_says() -> None:
    assert {mark: EN.say(f"grade.source.{mark}") for mark in SOURCE} == SOURCE
    assert {mark: EN.say(f"grade.information.{mark}") for mark in INFORMATION} == INFORMATION


def test_every_key_that_is_asked_for_in_so_many_words_is_there() -> None:
    code = "\n".join(path.read_text("utf-8") for path in Path(str(submission.__path__[0])).glob("*.py"))
    keys = re.findall(r'\b(?:say|fill)\(\s*"([a-z.-]+)"', code)
    assert len(keys) > 60
    assert [key for key in keys if not _known(key)] == []


def _known(key: str) -> bool:
    kind, _, value = key.partition(".")
    return (
        EN.one_of(kind, value) != value
        if value
        else key in ("withheld", "protected", "violation-unknown", "between")
    )


@pytest.mark.parametrize(
    ("text", "told"), [("1975", "1975"), ("1975-02", "February 1975"), ("1975-02-09", "9 February 1975")]
)
def test_a_date_says_no_more_than_was_recorded(text: str, told: str) -> None:
    assert EN.date(text) == told


def test_what_is_filled_in_is_never_a_template() -> None:
    assert EN.say("frame.public.title", case="{recipient}") == "Submission: {recipient}"


@pytest.mark.parametrize(
    ("code", "told"), [("ca", "Canada"), ("no", "Norway"), ("cn-xz", "China (XZ)"), ("zz", "ZZ")]
)
def test_a_country_is_named(code: str, told: str) -> None:
    assert EN.country(code) == told
