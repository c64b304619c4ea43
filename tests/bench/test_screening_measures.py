import pytest

from bench.screening.measures import Answer, Share, share_of
from bench.screening.work import UNLISTED, Question

FIRST_TEN = Share("found", ("exact",))
ABOVE = Share("above", ("exact",), alerts=UNLISTED)
LISTED = Question("Tarvo Elmsgard", "Person", "exact", "a")
NOBODY = Question("Nilo Brandt", "Person", UNLISTED, "")
TEN_OTHERS = [(f"other {n}", 0.9) for n in range(10)]


@pytest.mark.parametrize(
    ("answers", "share"),
    [
        ([[("a", 0.1)]], "1.000"),
        ([[*TEN_OTHERS[:9], ("a", 0.1)]], "1.000"),
        ([[*TEN_OTHERS, ("a", 0.9)]], "0.000"),  # the eleventh is not seen
        ([[]], "0.000"),
        ([[("a", 0.1)], []], "0.500"),
        ([], "-"),  # its time was over before
    ],
)
def test_who_is_meant_counts_among_the_first_ten(answers: list[Answer], share: str) -> None:
    assert share_of(FIRST_TEN, [LISTED] * len(answers), answers) == share


@pytest.mark.parametrize(
    ("score", "share"),
    [(0.81, "1.000"), (0.80, "0.000")],  # one of twenty unlisted names may reach 0.9; the next sets the bar
)
def test_the_bar_is_what_one_in_twenty_unlisted_names_pass(score: float, share: str) -> None:
    asked = [LISTED, *[NOBODY] * 20]
    answers: list[Answer] = [[("a", score)], [("b", 0.9)], [("b", 0.8)], *[[]] * 18]
    assert share_of(ABOVE, asked, answers) == share
