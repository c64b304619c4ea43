"""What is counted: recall at a precision, best F1, and recall at a rate of false alarms.

A pair alerts when its score is at or above the threshold; pairs of equal score alert together, so a
threshold never parts a tie.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
NEVER = float("inf")


class Best(NamedTuple):
    """The most that was reached, and the threshold that reaches it (``NEVER``: none does)."""

    value: float
    threshold: float


class Alarms(NamedTuple):
    """A threshold by its false alarms: what is strictly above ``bar`` alerts."""

    recall: float
    bar: float


def _points(scores: npt.ArrayLike, labels: npt.ArrayLike) -> tuple[Scores, Scores, Scores, int]:
    """For each different score, highest first: itself, true pairs and all pairs that alert there."""
    values = np.asarray(scores, dtype=np.float64)
    truth = np.asarray(labels, dtype=np.bool_)
    if np.isnan(values).any() or values.shape != truth.shape:
        raise ValueError("each pair needs one score that is a number")
    order = np.argsort(-values, kind="stable")
    ordered = values[order]
    last = np.flatnonzero(np.append(ordered[1:] != ordered[:-1], True)) if len(ordered) else np.array([], int)
    found = np.cumsum(truth[order])[last].astype(np.float64)
    return ordered[last], found, (last + 1).astype(np.float64), int(truth.sum())


def recall_at_precision(scores: npt.ArrayLike, labels: npt.ArrayLike, precision: float = 0.95) -> Best:
    """The greatest recall over all thresholds at which at least ``precision`` of the alerts are true."""
    thresholds, found, alerts, true = _points(scores, labels)
    kept = np.flatnonzero((found / np.maximum(alerts, 1) >= precision) & (found > 0))
    if not len(kept) or not true:
        return Best(0.0, NEVER)
    return Best(float(found[kept[-1]] / true), float(thresholds[kept[-1]]))


def best_f1(scores: npt.ArrayLike, labels: npt.ArrayLike) -> Best:
    """The greatest harmonic mean of precision and recall over all thresholds."""
    thresholds, found, alerts, true = _points(scores, labels)
    if not true:
        return Best(0.0, NEVER)
    f1 = 2 * found / (alerts + true)
    place = int(np.argmax(f1))
    return Best(float(f1[place]), float(thresholds[place]))


def recall_at_alarms(positives: npt.ArrayLike, negatives: npt.ArrayLike, rate: float) -> Alarms:
    """Recall where at most ``rate`` of the pairs of different people alert: none, where they are too few."""
    values = np.asarray(negatives, dtype=np.float64)
    allowed = int(len(values) * rate + 1e-9)
    if allowed >= len(values):
        return Alarms(1.0, -NEVER)
    bar = float(np.partition(values, len(values) - 1 - allowed)[len(values) - 1 - allowed])
    return Alarms(share(np.asarray(positives, dtype=np.float64) > bar), bar)


def share(flags: Flags | Sequence[bool]) -> float:
    """Which part is true; none of nothing."""
    return float(np.mean(flags)) if len(flags) else 0.0
