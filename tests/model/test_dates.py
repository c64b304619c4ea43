"""Dates as sources give them, and the ones that are none."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.model.dates import parse_date
from answerable.model.errors import DateImpossible

NO_DATES = [
    "1975-19-25", "1975-02-30", "1975-00", "1975-02-00", "1975-00-00", "0000", "1975-2", "75",
    "1975-02-19T00:00", "1975/02/19", "19750219", " 1975", "1975\n", "", "c. 1975",
    "１９７５", "١٩٧٥", "1975-1٢-01", "-1975",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused_not_shortened(text: str) -> None:
    with pytest.raises(DateImpossible) as refused:
        parse_date(text)
    assert text in str(refused.value)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1975", date(1975, 1, 1), date(1975, 12, 31)),
        ("1975-02", date(1975, 2, 1), date(1975, 2, 28)),
        ("1976-02", date(1976, 2, 1), date(1976, 2, 29)),
        ("1975-02-19", date(1975, 2, 19), date(1975, 2, 19)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_spans_the_days_it_may_mean(text: str, first: date, last: date) -> None:
    read = parse_date(text)
    assert (read.text, read.first, read.last) == (text, first, last)


@pytest.mark.parametrize(
    ("left", "right", "may"),
    [
        ("1975", "1975-02-19", True),
        ("1975-02", "1975-02-19", True),
        ("1975-02-19", "1975-02-19", True),
        ("1975", "1976", False),
        ("1975-02", "1975-03-01", False),
    ],
)
def test_whether_two_dates_may_be_one(left: str, right: str, may: bool) -> None:
    assert parse_date(left).may_equal(parse_date(right)) is may
    assert parse_date(right).may_equal(parse_date(left)) is may


@settings(deadline=None)
@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_day_month_and_year_is_read_and_kept_as_it_was_written(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    read = parse_date(text)
    assert read.text == text
    assert read.first <= day <= read.last
    assert read.first.isoformat()[:length] == read.last.isoformat()[:length] == text
    for beyond in {read.first.toordinal() - 1, read.last.toordinal() + 1} & set(range(1, 3652060)):
        assert not (date.fromordinal(beyond).isoformat().startswith(text))


@settings(deadline=None)
@given(st.from_regex(r"\d{4}-\d{2}(-\d{2})?", fullmatch=True))
def test_a_string_of_that_form_is_a_real_date_or_refused(text: str) -> None:
    try:
        read = parse_date(text)
    except DateImpossible:
        with pytest.raises(ValueError, match=r".+"):
            date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    else:
        assert read.last - read.first < timedelta(days=31)
        assert read.first.isoformat().startswith(text)
