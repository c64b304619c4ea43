"""What of a casefile cannot be so: an end before its beginning, a label on no section."""

import pytest

from answerable.record.casefile import CaseSpec
from answerable.record.plan_checks import backward, unwritten


@pytest.mark.parametrize(
    ("said", "props"),
    [
        ([("startDate", "2031-05-03"), ("endDate", "2031-05-02")], ["endDate"]),
        ([("startDate", "2031-05"), ("endDate", "2031-05-02")], []),
        ([("startDate", "2031-05-03"), ("endDate", "2031")], []),
        ([("startDate", "2031"), ("startDate", "2029"), ("endDate", "2030")], []),
        ([("birthDate", "1971"), ("deathDate", "1969-01-01"), ("startDate", "2031")], ["deathDate"]),
        ([("endDate", "2031-05-02")], []),
        ([], []),
    ],
)
def test_a_period_does_not_end_before_it_begins(said: list[tuple[str, str]], props: list[str]) -> None:
    assert [prop for prop, _ in backward(said)] == props


def test_the_sentence_has_both_dates() -> None:
    [(_, told)] = backward([("startDate", "2023"), ("endDate", "2022-03-01")])
    assert told == "it ends (2022-03-01) before it begins (2023)."


def test_a_label_on_no_section_is_told() -> None:
    said = {"slug": "x", "title": "X", "subjects": ["a"], "narrative": {"advice": "…"}}
    case = CaseSpec.model_validate({**said, "privileged": ["advice", "advise"]})
    assert unwritten(case) == {1: "no section of the narrative is called “advise” (there are: advice)."}
