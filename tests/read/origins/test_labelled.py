"""The method on the labelled set: what it finds, and where it is known to be mistaken."""

from itertools import combinations

from answerable.read.origins import Answer, FirstMethod, verdicts
from answerable.read.origins.first_method import REPEATED
from answerable.read.shingles import shared, shingles
from tests.read.origins.stories import APART, WIRE, copies, labelled, 中文另報, 中文轉載, 中文電訊

MISSED = {"french"}
"""A translation that names nobody: the method says that it does not know."""


JOINED = {"page-1", "page-2"}
"""A long footer that no word gives away, under stories of one sentence: held to be one, the safer error."""


def test_every_pair_of_one_origin_is_found_and_no_other() -> None:
    stories = labelled()
    method, sources = FirstMethod(), [one.source for one in stories]
    ties = [*method.lasting(sources), *method.bearing(sources)]
    origin = {one.source.id: one.origin for one in stories}
    for one in verdicts(sources, ties):
        pair = {one.left, one.right}
        is_one = origin[one.left] == origin[one.right] and not pair & MISSED
        assert (one.answer is Answer.YES) == (is_one or pair == JOINED), (one.left, one.right, one.because)


def test_without_evidence_no_pair_is_held_to_differ() -> None:
    sources = [one.source for one in labelled()]
    ties = FirstMethod().lasting(sources)
    assert {one.answer for one in verdicts(sources, ties)} == {Answer.YES, Answer.UNKNOWN}


def test_the_threshold_lies_between_copies_and_reports_made_apart() -> None:
    same = [shared(shingles(one), shingles(other)) for one, other in combinations(copies(), 2)]
    same.append(shared(shingles(中文電訊), shingles(中文轉載)))
    apart = [shared(shingles(one), shingles(other)) for one, other in combinations([*APART, WIRE], 2)]
    apart.append(shared(shingles(中文電訊), shingles(中文另報)))
    assert max(apart) < REPEATED - 0.1
    assert min(same) > REPEATED + 0.1
