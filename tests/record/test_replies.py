"""Whether those named were asked for their side, as a casefile says it and as each reader sees it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from answerable.answer.shown import texts
from answerable.model.audience import PUBLIC, TEAM, Audience
from answerable.model.errors import CasefileWrong, ValueRefused
from answerable.workspace import Workspace
from answerable.workspace.asking import weigh_case
from tests.answer.submission.case import CANADA, CASEFILE, composed, workspace

REPLY = """  lam-reply:
    schema: Reply
    cite: {source: ministry, quote: The Commissioner was on leave on 3 May 2031 and gave no order.}
    by: lam
    words: He says that he was on leave and gave no order.
case:
"""
ASKED = """  replies:
    - to: lam
      sought: 2031-05-20
      how: a letter to his office
      through: the Ministry of Order
      reply: lam-reply
    - {to: police, not_sought: It would have told them that Marta Bell spoke to us., sharing: "recipient:ca"}
"""
TODAY = date(2031, 7, 1)


def with_replies(asked: str = ASKED) -> str:
    return CASEFILE.replace("case:\n", REPLY, 1).replace("  narrative:\n", f"{asked}  narrative:\n", 1)


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path, with_replies()) as opened:
        yield opened


def told(opened: Workspace, audience: Audience) -> str:
    with opened.view(audience) as view:
        return "\n".join(texts(composed(view).document))


def test_the_reply_stands_in_its_own_words_with_its_note(asked: Workspace) -> None:
    words = told(asked, CANADA)
    part = words.split("Replies of those named")[1]
    assert "20 May 2031" in part
    assert "a letter to his office" in part
    assert "the Ministry of Order" in part
    assert "The Commissioner was on leave on 3 May 2031 and gave no order." in part


def test_why_it_was_not_sought_is_told_without_the_protected_name(asked: Workspace) -> None:
    words = told(asked, CANADA)
    assert "Not sought: " in words
    assert "It would have told them that" in words
    assert "Marta Bell" not in words


def test_a_reader_who_may_not_know_is_told_that_much(asked: Workspace) -> None:
    words = told(asked, PUBLIC)
    assert "It would have told them that" not in words
    assert "What was done to hear this side is not shared with this reader." in words
    assert "A reply is recorded; its words are not shared with this reader." not in words


def test_a_reply_that_the_reader_may_not_see_is_owned_to(tmp_path: Path) -> None:
    hidden = with_replies().replace("    schema: Reply\n", "    schema: Reply\n    sharing: team\n")
    with workspace(tmp_path, hidden) as opened:
        assert "A reply is recorded; its words are not shared with this reader." in told(opened, CANADA)


@pytest.mark.parametrize("audience", [TEAM, CANADA, PUBLIC], ids=str)
@pytest.mark.parametrize(
    ("casefile", "unheard"),
    [
        (CASEFILE, ["LAM Ka-ho", "Port Selwyn Police"]),
        (
            with_replies(ASKED.partition("    - {to: police")[0]),
            ["Port Selwyn Police"],
        ),
        (with_replies(), []),
    ],
    ids=["none", "one", "both"],
)
def test_the_gate_says_of_whom_nothing_is_noted_and_blocks_nothing(
    tmp_path: Path, casefile: str, unheard: list[str], audience: Audience
) -> None:
    with workspace(tmp_path, casefile) as opened, opened.view(audience) as view:
        gate = weigh_case(opened, view, "harbour", [], TODAY).gate
    assert [name for name, told in zip(unheard, gate.unheard, strict=True) if name in told] == unheard
    assert not set(gate.unheard) & set(gate.blocking)


def test_where_nothing_is_noted_the_submission_says_so(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened:
        assert told(opened, CANADA).count("It is not recorded whether a reply was sought.") == 2


def test_the_newest_stands_and_the_same_again_is_none(asked: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "casefile" / "case.yaml"
    asked.record(file)
    later = with_replies().replace("a letter to his office", "a second letter")
    file.write_text(later, "utf-8")
    asked.record(file)
    with asked.view() as view:
        case = view.case("harbour")
        (lam, _) = case.subjects
        assert view.sought(case.id)[lam].how == "a second letter"


@pytest.mark.parametrize(
    ("one", "what"),
    [
        ("{to: witness, sought: 2031-05-20}", "“witness” is none of the subjects"),
        ("{to: lam}", "either that a reply was sought or came, or why it was not sought"),
        ("{to: lam, sought: 2031-05-20, not_sought: danger}", "either that a reply was sought"),
        ("{to: lam, how: a letter, reply: lam-reply}", "and not on which day"),
        ("{to: lam, sought: 2031-05}", "no whole day"),
        ("{to: lam, sought: soon}", "no whole day"),
        ("{to: lam, reply: night}", "no entity of this casefile with the schema Reply"),
        ("{to: lam, sought: 2031-05-20, sharing: moon}", "moon"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(tmp_path: Path, one: str, what: str) -> None:
    casefile = with_replies(f"  replies:\n    - {one}\n")
    line = next(number for number, text in enumerate(casefile.splitlines(), 1) if one in text)
    with pytest.raises(CasefileWrong, match=what) as caught, workspace(tmp_path, casefile):
        pass
    assert f"line {line}" in str(caught.value)


def test_a_day_that_has_not_come_is_refused(tmp_path: Path) -> None:
    casefile = with_replies("  replies:\n    - {to: lam, sought: 2035-05-20}\n")
    with pytest.raises(ValueRefused, match="has not come"), workspace(tmp_path, casefile):
        pass
