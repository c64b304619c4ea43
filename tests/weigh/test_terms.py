"""Who held a post on the day: what the dates recorded prove, and what they leave open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.model.dates import parse_date
from answerable.model.errors import DateImpossible
from answerable.weigh.terms import Held, Mark, Term, Time, on


def a_term(starts: str, ends: str, within: str) -> Term:
    return Term(
        *(tuple(Mark(parse_date(day), ()) for day in days.split()) for days in (starts, ends, within))
    )


# from, until, a day within it, the day of the act, and whether the post was held then
TERMS = [
    ("2016", "2018-02", "", "2017-05-03", Held.YES),
    ("2016", "2018-02", "", "2017", Held.YES),
    ("2016", "2018-02", "", "2018-02-03", Held.OPEN),
    ("2016", "2018-02", "", "2016-05", Held.OPEN),
    ("2016", "2018-02", "", "2018-03-01", Held.NO),
    ("2016", "2018-02", "", "2015-12-31", Held.NO),
    ("2016", "", "", "2017-05-03", Held.OPEN),
    ("", "2018-02", "", "2017-05-03", Held.OPEN),
    ("", "", "", "2017-05-03", Held.OPEN),
    ("", "", "2017-05-03", "2017-05-03", Held.YES),
    ("", "", "2017-05", "2017-05-03", Held.OPEN),
    ("2016", "", "2017-06-01", "2017-05-03", Held.YES),
    ("", "2018-02", "2017-01", "2017-05-03", Held.YES),
    ("", "", "2017-01 2017-09", "2017-05-03", Held.YES),
    ("2016 2017-04", "2018", "", "2017-05-03", Held.YES),
    ("2016 2017-06", "2018", "", "2017-05-03", Held.OPEN),
    ("2016", "2017-04 2018", "", "2017-05-03", Held.OPEN),
    ("2017-05-03", "2017-05-03", "", "2017-05-03", Held.YES),
]


@pytest.mark.parametrize(("starts", "ends", "within", "day", "held"), TERMS)
def test_dates_prove_it_rule_it_out_or_leave_it_open(
    starts: str, ends: str, within: str, day: str, held: Held
) -> None:
    assert a_term(starts, ends, within).held(on(day))[0] is held


# what lasted from May to July 2017: held on any day of it is held on a day of the act
LASTED = [
    ("2016", "2017-06-15", Held.YES),
    ("2017-06", "2018", Held.YES),
    ("2017-08", "2018", Held.NO),
    ("2016", "2017-04", Held.NO),
    ("2016", "2017-05", Held.YES),
    ("2016", "2017", Held.OPEN),
    ("2018", "2017-06", Held.NO),
]


@pytest.mark.parametrize(("starts", "ends", "held"), LASTED)
def test_of_what_lasted_a_part_is_enough(starts: str, ends: str, held: Held) -> None:
    time = Time(date(2017, 5, 1), date(2017, 7, 31), lasted=True, parts=())
    assert a_term(starts, ends, "").held(time)[0] is held


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(DateImpossible):
        on("3 May 2017")


DAYS = st.dates(date(2016, 1, 1), date(2019, 1, 1))


@given(DAYS, DAYS, DAYS)
def test_between_two_known_days_every_day_is_settled(first: date, last: date, asked: date) -> None:
    first, last = sorted((first, last))
    held, _ = a_term(str(first), str(last), "").held(on(str(asked)))
    assert held is (Held.YES if first <= asked <= last else Held.NO)


@given(DAYS, DAYS, DAYS, st.integers(4, 10))
def test_a_vaguer_date_proves_no_more(first: date, last: date, asked: date, cut: int) -> None:
    """A year in place of a day may open what was settled; it never turns yes into no or no into yes."""
    first, last = sorted((first, last))
    vague = str(first)[: {4: 4, 5: 4, 6: 4, 7: 7, 8: 7, 9: 7, 10: 10}[cut]]
    held, _ = a_term(vague, str(last), "").held(on(str(asked)))
    assert held in (Held.OPEN, a_term(str(first), str(last), "").held(on(str(asked)))[0])
