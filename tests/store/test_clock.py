"""Time, in UTC and to the second."""

from datetime import UTC, datetime, timedelta, timezone

from answerable.store.clock import stamp, system_clock


def test_a_moment_is_stamped_in_utc_whatever_the_zone() -> None:
    there = timezone(timedelta(hours=8))
    assert stamp(datetime(2031, 6, 1, 1, 2, 3, 999_999, tzinfo=there)) == "2031-05-31T17:02:03Z"
    assert stamp(datetime(2031, 6, 1, 1, 2, 3, tzinfo=UTC)) == "2031-06-01T01:02:03Z"


def test_the_machines_clock_tells_no_zone() -> None:
    assert system_clock().tzinfo is UTC
