import numpy as np
import pytest

from bench.names.measures import NEVER, best_f1, recall_at_alarms, recall_at_precision, share
from bench.names.parts import is_held_out

LABELS = {"+": True, "-": False}


def _labels(marks: str) -> list[bool]:
    return [LABELS[mark] for mark in marks]


@pytest.mark.parametrize(
    ("scores", "marks", "recall", "threshold"),
    [
        ([0.9, 0.8, 0.7, 0.6], "++--", 1.0, 0.8),
        ([0.6, 0.7, 0.8, 0.9], "--++", 1.0, 0.8),  # the order of the pairs says nothing
        ([0.9, 0.8, 0.7, 0.6], "+-++", 1 / 3, 0.9),  # 3 of 4 is less than 95 %
        ([0.9, 0.8], "-+", 0.0, NEVER),  # a false pair on top: no threshold will do
        ([1.0, 1.0, 1.0], "++-", 0.0, NEVER),  # a tie is never parted
        ([1.0, 1.0, 0.5], "++-", 1.0, 1.0),
        ([0.0, 0.0], "++", 1.0, 0.0),
        ([0.5], "-", 0.0, NEVER),
        ([], "", 0.0, NEVER),
        # 19 true of 20 is exactly 95 %, and is enough: the fall in between at 0.9 does not end the search
        ([0.95, 0.9, *[0.8] * 18, 0.1, 0.1], "+-" + "+" * 18 + "--", 1.0, 0.8),
        ([0.95, 0.9, *[0.8] * 17, 0.1, 0.1], "+-" + "+" * 17 + "--", 1 / 18, 0.95),
    ],
)
def test_recall_at_95_percent_precision(
    scores: list[float], marks: str, recall: float, threshold: float
) -> None:
    best = recall_at_precision(scores, _labels(marks))
    assert best.value == pytest.approx(recall)
    assert best.threshold == threshold


def test_another_precision() -> None:
    assert recall_at_precision([0.9, 0.8, 0.7, 0.6], _labels("+-++"), 0.75) == (1.0, 0.6)


@pytest.mark.parametrize(
    ("scores", "marks", "f1", "threshold"),
    [
        ([0.9, 0.8, 0.7, 0.6], "++--", 1.0, 0.8),
        ([0.9, 0.8, 0.7, 0.6], "+-+-", 0.8, 0.7),  # 2 of 3 right, 2 of 2 found
        ([0.5, 0.5, 0.5], "++-", 0.8, 0.5),
        ([0.9, 0.1], "--", 0.0, NEVER),
    ],
)
def test_best_f1(scores: list[float], marks: str, f1: float, threshold: float) -> None:
    best = best_f1(scores, _labels(marks))
    assert best.value == pytest.approx(f1)
    assert best.threshold == threshold


@pytest.mark.parametrize(
    ("negatives", "rate", "recall", "bar"),
    [
        ([0.1, 0.2, 0.3, 0.4], 0.25, 0.75, 0.3),  # one may alert: 0.4 does
        ([0.4, 0.3, 0.2, 0.1], 0.25, 0.75, 0.3),
        ([0.1, 0.2, 0.3, 0.4], 0.1, 0.5, 0.4),  # too few to allow one: none alerts
        ([0.4, 0.4, 0.4, 0.4], 0.25, 0.5, 0.4),  # a tie is never parted
        ([0.1], 1.0, 1.0, -NEVER),
    ],
)
def test_recall_at_a_rate_of_false_alarms(
    negatives: list[float], rate: float, recall: float, bar: float
) -> None:
    assert recall_at_alarms([0.1, 0.4, 0.5, 0.6], negatives, rate) == (recall, bar)


@pytest.mark.parametrize(("scores", "labels"), [([0.1, float("nan")], [True, False]), ([0.1], [True, False])])
def test_what_is_no_score_is_refused(scores: list[float], labels: list[bool]) -> None:
    with pytest.raises(ValueError, match="one score"):
        best_f1(scores, labels)


def test_a_share_of_nothing_is_none() -> None:
    assert (share([]), share([True, False])) == (0.0, 0.5)


def test_a_fifth_of_the_people_is_held_out_and_always_the_same() -> None:
    held = [is_held_out(f"person-{number}") for number in range(10_000)]
    assert 0.19 < np.mean(held) < 0.21
    assert [is_held_out(one) for one in ("a8460a6103f1", "ofac:9340", "c", "d")] == [False, False, True, True]
