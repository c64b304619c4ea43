"""Where a submission stands, from what came back."""

from dataclasses import replace

import pytest

from answerable.identify.followup.responses import Step
from answerable.identify.followup.standing import Response, Submission

A, D = Step.ACKNOWLEDGED, Step.DEADLINE


def step(name: Step, on: str, *, awaits: str = "", due: str = "", taken_back: str = "") -> Response:
    return Response(f"{name}{on}", name, on, awaits, due, "", "", "p", f"{on}T00:00:00Z", taken_back)


def sent(*steps: Response) -> Submission:
    return Submission(
        "s", "c", "ca", "Canada", "government", "0" * 64, "2031-01-01", "", "", "p", "", steps, ""
    )


ANSWER_DUE = step(D, "2031-01-05", awaits="answered", due="2031-02-01")
RECEIPT_DUE = step(D, "2031-01-05", awaits="acknowledged", due="2031-01-20")
ASKED = step(Step.ASKED, "2031-01-10", awaits="replied", due="2031-01-31")

STANDINGS = [
    ("nothing came", (), "sent", []),
    ("acknowledged", (step(A, "2031-01-08"),), "acknowledged", []),
    ("an answer is late", (ANSWER_DUE, step(A, "2031-01-08")), "acknowledged", [ANSWER_DUE]),
    ("an answer came", (ANSWER_DUE, step(Step.ANSWERED, "2031-01-30")), "answered", []),
    ("an answer acknowledges too", (RECEIPT_DUE, step(Step.ANSWERED, "2031-01-30")), "answered", []),
    ("an earlier answer is none", (step(Step.ANSWERED, "2031-01-04"), ANSWER_DUE), "answered", [ANSWER_DUE]),
    ("we owe a reply", (ASKED,), "asked", [ASKED]),
    ("we replied", (ASKED, step(Step.REPLIED, "2031-01-12")), "replied", []),
    ("their answer is no reply of ours", (ASKED, step(Step.ANSWERED, "2031-01-12")), "answered", [ASKED]),
    ("done ends it", (ASKED, ANSWER_DUE, step(Step.DONE, "2031-01-12")), "done", []),
    ("what was taken back", (step(A, "2031-01-08", taken_back="it was another's"),), "sent", []),
    ("a deadline taken back", (replace(ANSWER_DUE, taken_back="they set none"),), "sent", []),
]  # fmt: skip


@pytest.mark.parametrize(("told", "steps", "state", "overdue"), STANDINGS, ids=[one[0] for one in STANDINGS])
def test_state_and_what_is_overdue(
    told: str, steps: tuple[Response, ...], state: str, overdue: list[Response]
) -> None:
    one = sent(*steps)
    assert one.state == state
    assert one.overdue("2031-06-01") == overdue


def test_nothing_is_overdue_on_the_last_day_itself() -> None:
    one = sent(ANSWER_DUE, ASKED)
    assert one.overdue("2031-01-31") == []
    assert one.overdue("2031-02-01") == [ASKED]
    assert [each.awaited for each in one.open_deadlines()] == [
        "our reply until 2031-01-31",
        "an answer until 2031-02-01",
    ]
