"""Outcomes that changed lists propose, and what a person answers to them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from answerable.identify.decisions import Answer, Reasons
from answerable.identify.followup.outcomes import Verdict
from answerable.identify.tables import outcome, response, submission
from answerable.model.audience import TEAM, parse_audience
from answerable.model.errors import (
    AnsweredAlready,
    ConfirmationNeedsMore,
    NothingCalled,
    ValueRefused,
    WorkspaceBusy,
)
from answerable.workspace import Workspace
from answerable.workspace.deciding import decide_identity
from answerable.workspace.exchange import import_from
from answerable.workspace.following import note_came_back, note_mistake
from answerable.workspace.matching import decide
from answerable.workspace.outcomes import answer, confirmed, proposed, side_by_side
from tests.identify.editions import SHUM, Listed
from tests.workspace.followed import LAM, NAMESAKE, put_list, quickly_drafted, send
from tests.workspace.support import KEY_FILE, made, rows_of
from tests.workspace.test_following import CAME
from tests.workspace.two import Two

BECAUSE = Reasons("born in 1969, the same post", "born 1969", "Ines Roe")
IN_HAN = Listed("70003", "林", "家豪", born="1969")


@pytest.fixture
def sent(tmp_path: Path) -> Iterator[Workspace]:
    """The case was sent on 1 June 2031, when the list of that day did not have him."""
    with quickly_drafted(tmp_path) as (workspace, paper):
        send(workspace, paper)
        put_list(workspace, tmp_path, "06/01/2031")
        yield workspace


AGAIN = """
casefile: again
organisation: Selwyn Rights Desk
sources: {gazette: {file: gazette.txt}}
entities:
  lam:
    schema: Person
    cite: {source: gazette, quote: LAM Ka-ho}
    name: LAM, Ka-ho
"""


def told(workspace: Workspace) -> list[str]:
    return [f"{one.person.caption}: {one.told()}" for one in proposed(workspace).open]


LISTED = (
    "LAM Ka-ho: listed: Norrmark list (Treasury of Norrmark), after 2031-06-01, on or before 2031-07-01,"
    " at most 30 days after the submission of 2031-06-01"
)


@pytest.mark.parametrize("listed", [LAM, IN_HAN], ids=["in Latin letters", "in Chinese"])
def test_who_came_to_a_list_is_proposed(sent: Workspace, tmp_path: Path, listed: Listed) -> None:
    assert told(sent) == []
    put_list(sent, tmp_path, "07/01/2031", listed)
    assert told(sent) == [LISTED]
    assert rows_of(sent)["outcome"] == [], "nothing is written until a person answers"


def test_who_left_a_list_is_proposed(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", LAM)
    put_list(sent, tmp_path, "08/01/2031")
    assert told(sent) == [
        "LAM Ka-ho: removed: Norrmark list (Treasury of Norrmark), after 2031-07-01, on or before 2031-08-01,"
        " at most 61 days after the submission of 2031-06-01"
    ]


def test_who_was_listed_before_is_no_outcome(tmp_path: Path) -> None:
    with quickly_drafted(tmp_path) as (workspace, paper):
        put_list(workspace, tmp_path, "05/01/2031", LAM)
        put_list(workspace, tmp_path, "07/01/2031", LAM)
        assert (told(workspace), proposed(workspace).proposed.before) == ([], 0), "nothing was sent"
        send(workspace, paper)
        assert (told(workspace), proposed(workspace).proposed.before) == ([], 1)


def test_where_no_edition_shows_the_days_before_it_says_so(tmp_path: Path) -> None:
    with quickly_drafted(tmp_path) as (workspace, paper):
        send(workspace, paper)
        put_list(workspace, tmp_path, "07/01/2031", LAM)
        assert told(workspace) == [
            "LAM Ka-ho: listed: Norrmark list (Treasury of Norrmark), on or before 2031-07-01, the editions"
            " here do not show whether after the submission of 2031-06-01; at most 30 days after it"
        ]


def test_somebody_else_of_the_name_is_not(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", NAMESAKE, SHUM)
    assert (told(sent), proposed(sent).proposed.unlikely) == ([], 1)
    put_list(sent, tmp_path, "08/01/2031", LAM)
    decide(sent, proposed(sent).open[0].asked, ("ca-norrmark", "70001"), Answer.CLEARED, BECAUSE)
    assert (told(sent), proposed(sent).proposed.decided) == ([], 1)


def test_a_protected_person_is_held_against_no_list(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", Listed("9", "BELL", "Marta"), Listed("10", "Bell", "M. Marta"))
    assert told(sent) == []


def test_it_counts_from_what_was_sent_to_the_one_who_lists(tmp_path: Path) -> None:
    with quickly_drafted(tmp_path) as (workspace, paper):
        send(workspace, paper, recipient="Selwyn Mills", kind="company", on="2031-05-31")
        own = send(workspace, paper, on="2031-06-02")
        put_list(workspace, tmp_path, "06/02/2031")
        put_list(workspace, tmp_path, "07/01/2031", LAM)
        assert [one.submission.id for one in proposed(workspace).open] == [own]
        note_mistake(workspace, own, "it was not sent")
        assert [one.submission.name for one in proposed(workspace, "harbour").open] == ["Selwyn Mills"]
        with pytest.raises(NothingCalled, match="no case called “harbor”"):
            proposed(workspace, "harbor")


def test_what_the_list_says_stands_beside_what_was_submitted(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", LAM)
    beside = side_by_side(sent, proposed(sent).open[0])
    assert beside.published == ("Held a choir in a shed.", "programme: TAMSOR")
    assert beside.submitted[0].startswith("alleged arbitrary detention, 3 May 2031")
    assert "commanded those" not in str(beside.submitted), "what is the coalition's was not submitted"


def test_a_person_confirms_by_more_than_the_name(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", LAM)
    [one] = proposed(sent).open
    before = rows_of(sent)
    for reasons in (Reasons("the same name", by="Ines Roe"), Reasons("the same", identifier="LAM Ka-ho")):
        with pytest.raises(ConfirmationNeedsMore):
            answer(sent, one.id, Verdict.CONFIRMED, reasons)
    for verdict in (Verdict.CONFIRMED, Verdict.REJECTED):
        with pytest.raises(ValueRefused, match="a reason is needed"):
            answer(sent, one.id, verdict, replace(BECAUSE, because=" "))
    with pytest.raises(NothingCalled, match=one.id[:8]):
        answer(sent, "0" * 8, Verdict.CONFIRMED, BECAUSE)
    assert rows_of(sent) == before
    assert answer(sent, one.id[:8], Verdict.CONFIRMED, BECAUSE) == LISTED
    known = proposed(sent)
    assert known.open == []
    assert (
        known.answers[one.id].in_words().endswith("by Ines Roe (by born 1969): born in 1969, the same post")
    )


def test_an_answer_stands_until_somebody_opens_it_again(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", LAM)
    [one] = proposed(sent).open
    answer(sent, one.id, Verdict.REJECTED, BECAUSE)
    with pytest.raises(AnsweredAlready, match="was rejected on 2031-06-01 by Ines Roe"):
        answer(sent, one.id, Verdict.CONFIRMED, BECAUSE)
    with pytest.raises(ValueRefused, match="a reason is needed"):
        answer(sent, one.id, Verdict.OPEN, Reasons(""))
    answer(sent, one.id, Verdict.OPEN, Reasons("I read the wrong entry", by="Ines Roe"))
    assert told(sent) == [LISTED]
    with pytest.raises(NothingCalled, match="proposed outcome"):
        answer(sent, one.id, Verdict.OPEN, Reasons("again"))
    answer(sent, one.id, Verdict.CONFIRMED, BECAUSE)
    assert [row["answer"] for row in rows_of(sent)["outcome"]].count("rejected") == 1, "it stays to be read"


def test_of_two_who_answer_at_once_one_is_told_what_the_other_answered(
    sent: Workspace, tmp_path: Path
) -> None:
    put_list(sent, tmp_path, "07/01/2031", LAM)
    [one] = proposed(sent).open

    def answered(verdict: Verdict) -> str:
        try:
            return answer(sent, one.id, verdict, BECAUSE)
        except (AnsweredAlready, WorkspaceBusy) as error:
            return error.code

    with ThreadPoolExecutor(2) as both:
        came = sorted(both.map(answered, [Verdict.CONFIRMED, Verdict.REJECTED]))
    assert came[0] == LISTED
    assert came[1] in ("answered-already", "workspace-busy")
    assert len(rows_of(sent)["outcome"]) == 1


def test_the_log_tells_that_it_was_answered_and_not_of_whom(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", LAM)
    [one] = proposed(sent).open
    answer(sent, one.id, Verdict.CONFIRMED, BECAUSE)
    with sent.view() as view:
        [about] = [row.fields["about"] for row in view.log_rows() if row.fields["action"] == "outcome"]
    assert set(about) == {"outcome", "proposal", "answer"}


def test_an_answer_holds_when_the_person_is_found_to_be_another_too(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", LAM)
    answer(sent, proposed(sent).open[0].id, Verdict.CONFIRMED, BECAUSE)
    again = tmp_path / "casefile" / "again.yaml"
    again.write_text(AGAIN, "utf-8")
    sent.record(again)
    decide_identity(sent, "LAM, Ka-ho", "LAM Ka-ho", same=True, because="the gazette has him once")
    known = proposed(sent)
    assert len(known.answers) == 1
    assert known.open == []


def test_a_confirmed_outcome_is_told_to_those_who_may_see_the_submission(tmp_path: Path) -> None:
    coalition, public = parse_audience("coalition"), parse_audience("public")
    with quickly_drafted(tmp_path) as (workspace, paper):
        send(workspace, paper, sharing="coalition")
        put_list(workspace, tmp_path, "06/01/2031")
        put_list(workspace, tmp_path, "07/01/2031", LAM)
        [one] = proposed(workspace).open
        assert confirmed(workspace, coalition) == []
        answer(workspace, one.id, Verdict.CONFIRMED, replace(BECAUSE, because="Marta Bell knows him"))
        [told] = confirmed(workspace, coalition)
        assert f"{told.caption}: {told.told}" == LISTED
        assert "Marta" not in str(told)
        assert confirmed(workspace, public) == []


def test_merging_carries_answers_twice_as_once(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", LAM)
    answer(sent, proposed(sent).open[0].id, Verdict.CONFIRMED, BECAUSE)
    with made(tmp_path / "b", secret=KEY_FILE, seed=2) as guild:
        two = Two(sent, guild, tmp_path)
        assert two.hand_over(sent, guild) > 0
        assert import_from(guild, tmp_path / "bundle.age") == 0
        known = proposed(guild)
        assert (known.open, [one.answer for one in known.answers.values()]) == ([], [Verdict.CONFIRMED])
        answer(guild, next(iter(known.answers)), Verdict.OPEN, Reasons("another Lam"))
        assert two.hand_over(guild, sent) > 0
        assert told(sent) == [LISTED]


def test_two_workspaces_that_answer_differently_leave_it_open(sent: Workspace, tmp_path: Path) -> None:
    put_list(sent, tmp_path, "07/01/2031", LAM)
    own = proposed(sent).open[0].id
    with made(tmp_path / "b", secret=KEY_FILE, seed=2) as guild:
        two = Two(sent, guild, tmp_path)
        two.hand_over(sent, guild)
        answer(sent, own, Verdict.CONFIRMED, BECAUSE)
        answer(guild, own, Verdict.REJECTED, Reasons("another Lam", by="M. Ode"))
        two.hand_over(guild, sent)
    assert told(sent) == [LISTED]
    assert {one.answer for one in proposed(sent).said[own]} == {Verdict.CONFIRMED, Verdict.REJECTED}
    assert confirmed(sent, TEAM) == []
    answer(sent, own, Verdict.CONFIRMED, BECAUSE)
    assert told(sent) == []
    assert len(confirmed(sent, TEAM)) == 1


def test_the_tables_of_it_are_kept_whatever_was_imported_first(sent: Workspace) -> None:
    assert {submission.name, response.name, outcome.name} <= set(rows_of(sent))
    note_came_back(sent, "harbour/ca", CAME)
    assert len(rows_of(sent)["response"]) == 1
