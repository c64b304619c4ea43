"""What a fetch has used of its limits, by a clock that the test moves."""

import pytest

from answerable.preserve.limits import Limits, Meter

LIMITS = Limits(total_bytes=1000, total_seconds=60, grace_seconds=10, slowest=5)


@pytest.mark.parametrize(
    ("now", "received", "seconds", "room"),
    [(100, 0, 20, 1000), (139, 225, 20, 775), (145, 999, 15, 1), (160, 1000, 0, 0), (999, 1001, 0, 0)],
)
def test_what_is_left(now: float, received: int, seconds: float, room: int) -> None:
    times = iter([100.0, now])
    meter = Meter(LIMITS, lambda: next(times))
    meter.received = received
    assert (meter.seconds(20), meter.room()) == (seconds, room)


@pytest.mark.parametrize(
    ("now", "received", "slow"),
    [
        (140, 300, False),
        (150, 300, False),  # still in the time of grace
        (151, 300, True),
        (151, 354, True),
        (151, 355, False),
        (180, 499, True),
        (180, 500, False),
    ],
)
def test_a_body_is_timed_from_its_own_beginning(now: float, received: int, slow: bool) -> None:
    times = iter([100.0, 140.0, now])
    meter = Meter(LIMITS, lambda: next(times))
    meter.received = 300
    meter.begin_body()
    meter.received = received
    assert meter.too_slow() is slow
