"""Groups out of ties and decisions: decisions win, chains hold, and what is unknown never counts."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.model.record import OriginDecision
from answerable.read.origins import Answer, Kind, SourceText, Tie, origins, verdicts
from tests.read.origins.stories import source

KEYS = "abcde"


def text(one: str, other: str, share: float = 0.8) -> Tie:
    return Tie(one, other, Kind.TEXT, "one text", share=share)


def decided(left: str, right: str, *, same: bool, number: int = 0) -> OriginDecision:
    because = f"{left} and {right}"
    return OriginDecision(f"{number}", left, right, same, because, "Ada Quell", "", "2031-06-01T09:00:00Z")


def same(left: str, right: str) -> OriginDecision:
    return decided(left, right, same=True)


def different(left: str, right: str) -> OriginDecision:
    return decided(left, right, same=False)


def sources(keys: str, **declared: str) -> list[SourceText]:
    return [source(key, f"Text of {key}.", declared=declared.get(key, "")) for key in keys]


def groups(
    found: Sequence[SourceText], ties: Sequence[Tie], decisions: Sequence[OriginDecision] = ()
) -> list[str]:
    return ["".join(one.sources) for one in origins(found, ties, decisions).groups]


@pytest.mark.parametrize(
    ("declared", "ties", "decisions", "together", "known", "unknown"),
    [
        ({}, [], [], ["a", "b", "c"], 0, 3),
        ({}, [text("a", "b")], [], ["ab", "c"], 0, 2),
        ({"a": "Wire"}, [text("a", "b")], [], ["ab", "c"], 1, 1),
        ({"a": "Wire", "c": "Gazette"}, [], [], ["a", "b", "c"], 2, 1),
        ({"a": "Wire", "c": "Gazette"}, [text("a", "b"), text("b", "c")], [], ["abc"], 1, 0),
        ({"a": "Wire", "c": "Gazette"}, [], [same("a", "c")], ["ac", "b"], 1, 1),
        ({}, [text("a", "b")], [different("a", "b")], ["a", "b", "c"], 2, 1),
        ({}, [], [different("a", "b"), different("b", "c")], ["a", "b", "c"], 2, 1),
        ({}, [], [different("a", "b"), different("b", "c"), different("c", "a")], ["a", "b", "c"], 3, 0),
        ({"a": "Wire"}, [], [different("b", "c")], ["a", "b", "c"], 1, 2),
        ({"a": "Wire"}, [], [different("b", "a")], ["a", "b", "c"], 2, 1),
    ],
)  # fmt: skip
def test_what_is_known_counts_and_nothing_else(
    declared: dict[str, str], ties: list[Tie], decisions: list[OriginDecision], together: list[str],
    known: int, unknown: int,
) -> None:  # fmt: skip
    found = origins(sources("abc", **declared), ties, decisions)
    assert ["".join(one.sources) for one in found.groups] == together
    assert (found.known, found.unknown) == (known, unknown)


def test_two_are_tied_through_a_third_that_is_not_counted() -> None:
    found = sources("abc", a="Wire", b="Gazette")
    ties = [text("a", "c"), text("b", "c")]
    assert origins(found[:2], ties, beside=found[2:]).known == 1
    assert origins(found[:2], ties[:1], beside=found[2:]).known == 2
    assert groups(found[:2], [], [same("a", "z"), same("z", "b")]) == ["ab"]


def test_a_source_beside_makes_the_origin_of_its_copies_known() -> None:
    found = sources("ab", b="Wire")
    assert origins(found[:1], [text("a", "b")], beside=found[1:]).groups[0].known == (
        "declared to go back to Wire",
    )


def test_a_decision_wins_over_a_chain_and_the_tie_it_beats_is_told() -> None:
    ties = [text("a", "c", 0.9), text("b", "c", 0.5)]
    found = origins(sources("abc"), ties, [different("a", "b")])
    assert ["".join(one.sources) for one in found.groups] == ["ac", "b"]
    (against,) = found.contradictions
    assert {against.left, against.right} == {"b", "c"}
    assert "stay apart because “Title of a” and “Title of b” were decided to differ" in against.because


def test_a_person_who_overrules_a_tie_contradicts_nobody() -> None:
    assert not origins(sources("ab"), [text("a", "b")], [different("a", "b")]).contradictions


@pytest.mark.parametrize("others", [[same("a", "c"), same("c", "b")], [same("a", "b")]])
def test_decisions_that_contradict_each_other_are_told_and_count_as_one(others: list[OriginDecision]) -> None:
    found = origins(sources("abc", a="Wire", b="Gazette"), [], [different("a", "b"), *others])
    (against,) = found.contradictions
    assert (against.left, against.right) == ("a", "b")
    assert "by other decisions to be the same" in against.because
    assert found.known == 1


def test_each_pair_has_its_reason() -> None:
    found = sources("abcd", a="Wire", d="Gazette")
    ties = [text("a", "b"), text("b", "c"), Tie("c", "d", Kind.DOCUMENT, "both name a list", holds=False)]
    told = {one.left + one.right: (str(one.answer), one.because) for one in verdicts(found, ties)}
    assert told["ab"] == ("yes", "one text")
    assert told["ac"] == ("yes", "each goes together with “Title of b”")
    assert told["ad"] == (
        "no",
        "“Title of a” (declared to go back to Wire) differs from “Title of d” (declared to go back to "
        "Gazette)",
    )
    assert told["cd"][0] == "no"
    assert told["cd"][1].endswith("both name a list")
    told = {one.left + one.right: (str(one.answer), one.because) for one in verdicts(sources("abcd"), ties)}
    assert told["ad"] == ("unknown", "nothing in the record shows where both have it from")
    assert told["cd"] == ("unknown", "both name a list")


pairs = st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] != pair[1])
some_ties = st.lists(
    st.builds(lambda pair, share: text(pair[0], pair[1], share), pairs, st.sampled_from((0.4, 0.6, 0.9))),
    max_size=6,
)
some_decisions = st.lists(
    st.builds(lambda pair, is_same: decided(pair[0], pair[1], same=is_same), pairs, st.booleans()), max_size=4
)
declarations = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(("Wire", "Gazette")))


@given(some_ties, some_decisions, declarations, st.data())
def test_the_order_in_which_anything_is_told_changes_nothing(
    ties: list[Tie], decisions: list[OriginDecision], declared: dict[str, str], data: st.DataObject
) -> None:
    turned = [Tie(tie.other, tie.one, tie.kind, tie.because, share=tie.share) for tie in ties]
    other_ties = data.draw(st.permutations(turned))
    other_decisions = data.draw(st.permutations(decisions))
    found = sources(KEYS, **declared)
    assert origins(found, ties, decisions).groups == origins(found, other_ties, other_decisions).groups
    first = {frozenset((one.left, one.right)): one.answer for one in verdicts(found, ties, decisions)}
    again = verdicts(found[::-1], other_ties, other_decisions)
    assert {frozenset((one.left, one.right)): one.answer for one in again} == first


@given(some_ties, some_decisions, declarations)
def test_yes_holds_along_a_chain_no_counts_and_unknown_does_not(
    ties: list[Tie], decisions: list[OriginDecision], declared: dict[str, str]
) -> None:
    found = sources(KEYS, **declared)
    answer = {frozenset((one.left, one.right)): one.answer for one in verdicts(found, ties, decisions)}
    for one, other, third in combinations(KEYS, 3):
        yes = sum(answer[frozenset(pair)] is Answer.YES for pair in combinations((one, other, third), 2))
        assert yes != 2
    told = origins(found, ties, decisions)
    counted = [told.groups[place].sources[0] for place in told.counted]
    assert all(answer[frozenset(pair)] is Answer.NO for pair in combinations(counted, 2))
    for decision in decisions:
        if not decision.same and not told.contradictions:
            assert answer[frozenset((decision.left, decision.right))] is Answer.NO
