"""Demands with their progress and the events of a campaign: from the command's side, and from a casefile."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from answerable.answer.demands import Demand, demand, demands
from answerable.model.audience import parse_audience
from answerable.model.errors import DateImpossible, InputError, NothingCalled, QuoteNotFound, ValueRefused
from answerable.workspace import Workspace
from answerable.workspace.demanding import Cited, find_thing, record_thing
from answerable.workspace.exchange import import_from
from answerable.workspace.signing import sign_event, withdraw_from_event
from tests.support import recorded
from tests.workspace.support import KEY_FILE, made, rows_of
from tests.workspace.two import Two

LETTER = """Open letter of 1 February 2031 to the Government of Norrmark, by the Harbour Coalition.
We ask that the export of restraint equipment to Tamsor end.
Signed on that day: Guild of Reporters; Selwyn Rights Desk. The Guild withdrew on 3 April 2031.
The Minister of Trade said on 4 May 2031 that exports are suspended. On 20 May 2031 they went on.
The Restraint Equipment Bill had its first reading on 9 March 2031 and was sent to committee on 2 April.
Marta Bell says that nothing was suspended.
"""
CASEFILE = """
casefile: campaign
organisation: Harbour Coalition
sharing: public
sources: {letter: {file: letter.txt, title: The open letter}}
entities:
  exports:
    schema: Demand
    cite: {source: letter, quote: We ask that the export of restraint equipment to Tamsor end}
    name: End exports of restraint equipment
    addressee:
      value: the Government of Norrmark
      cite: {source: letter, quote: to the Government of Norrmark}
    askedBy: {value: Harbour Coalition, cite: {source: letter, quote: by the Harbour Coalition}}
    date: {value: 2031-02-01, cite: {source: letter, quote: 1 February 2031}}
  resumed:
    schema: Progress
    cite: {source: letter, quote: On 20 May 2031 they went on}
    demand: exports
    step: reversed
    summary: exports went on
    date: 2031-05-20
  suspended:
    schema: Progress
    cite:
      - {source: letter, quote: The Minister of Trade said on 4 May 2031 that exports are suspended}
      - {source: letter, quote: Marta Bell says that nothing was suspended, stance: contradicts}
    demand: exports
    step: partial
    summary: exports suspended
    actor: the Minister of Trade
    date: 2031-05-04
  bill:
    schema: CampaignEvent
    cite: {source: letter, quote: The Restraint Equipment Bill}
    kind: bill
    name: Restraint Equipment Bill
    demand: exports
    date: {value: 2031-03, cite: {source: letter, quote: 9 March 2031}}
  committee:
    schema: Stage
    cite: {source: letter, quote: sent to committee on 2 April}
    event: bill
    stage: in committee
    date: 2031-04-02
  reading:
    schema: Stage
    cite: {source: letter, quote: its first reading on 9 March 2031}
    event: bill
    stage: first reading
    date: 2031-03-09
  letter:
    schema: CampaignEvent
    cite: {source: letter, quote: Open letter of 1 February 2031 to the Government of Norrmark}
    kind: letter
    name: Open letter of 1 February
    demand: exports
    addressee: the Government of Norrmark
    date: 2031-02-01
  guild:
    schema: SignOn
    sharing: team
    cite: {source: letter, quote: Guild of Reporters}
    event: letter
    signatory: Guild of Reporters
    startDate: 2031-02-01
    endDate: {value: 2031-04-03, cite: {source: letter, quote: The Guild withdrew on 3 April 2031}}
  desk:
    schema: SignOn
    cite: {source: letter, quote: Selwyn Rights Desk}
    event: letter
    signatory: Selwyn Rights Desk
    startDate: 2031-02-01
"""
END = "End exports of restraint equipment"
CITED = Cited("The open letter", "exports are suspended")


@pytest.fixture
def campaign(tmp_path: Path) -> Iterator[Workspace]:
    with recorded(tmp_path, CASEFILE, {"letter.txt": LETTER}) as workspace:
        yield workspace


def read(workspace: Workspace, audience: str = "team") -> Demand:
    with workspace.view(parse_audience(audience)) as view:
        [one] = demands(view)
        assert one == demand(view, one.name)
    return one


def test_a_protected_person_who_signed_is_in_no_row_for_anyone_outside(tmp_path: Path) -> None:
    witness = """
  mara:
    schema: Person
    protected: yes
    cite: {source: letter, quote: Guild of Reporters}
    name: Guild of Reporters
"""
    casefile = CASEFILE.replace("    sharing: team\n", "    sharing: public\n").rstrip() + witness
    with recorded(tmp_path, casefile, {"letter.txt": LETTER}) as opened:
        signed = {
            audience: [line.what for event in read(opened, audience).events for line in event.signed]
            for audience in ("team", "public")
        }
    assert "Guild of Reporters" in signed["team"]
    assert signed["public"] == ["Selwyn Rights Desk"]


def test_a_casefile_carries_a_campaign(campaign: Workspace) -> None:
    one = read(campaign)
    assert (one.name, one.addressees, one.line.start) == (END, ("the Government of Norrmark",), "2031-02-01")
    assert [(step.start, step.kind, step.what, step.who) for step in one.progress] == [
        ("2031-05-04", "partial", "exports suspended", "the Minister of Trade"),
        ("2031-05-20", "reversed", "exports went on", ""),
    ]
    assert [moment.line.what for moment in one.events] == [
        "Open letter of 1 February",
        "Restraint Equipment Bill",
    ]
    letter, bill = one.events
    assert [stage.what for stage in bill.stages] == ["first reading", "in committee"]
    assert {(each.what, each.end) for each in letter.signed} == {
        ("Guild of Reporters", "2031-04-03"),
        ("Selwyn Rights Desk", ""),
    }


def test_every_line_stands_with_its_words_for_and_against(campaign: Workspace) -> None:
    words = read(campaign).progress[0].words
    assert {(str(one.stance), one.source) for one in words} == {
        ("supports", "The open letter"),
        ("contradicts", "The open letter"),
    }


def test_an_audience_sees_what_is_shared_with_it(campaign: Workspace) -> None:
    assert [one.what for one in read(campaign, "public").events[0].signed] == ["Selwyn Rights Desk"]


LETTER_OF_FEBRUARY, DESK, REPORTERS = "Open letter of 1 February", "Selwyn Rights Desk", "Guild of Reporters"
LEFT = replace(CITED, quote="The Guild withdrew on 3 April 2031")


def signed(campaign: Workspace, audience: str = "team") -> dict[str, list[tuple[str, str]]]:
    """From when until when each has signed the letter, as an audience reads it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in read(campaign, audience).events[0].signed:
        found.setdefault(one.what, []).append((one.start, one.end))
    return found


def test_a_withdrawal_is_told_to_all_who_could_see_the_signature(campaign: Workspace) -> None:
    letter = find_thing(campaign, LETTER_OF_FEBRUARY, "CampaignEvent")
    with pytest.raises(ValueRefused, match="reads that it ended"):
        withdraw_from_event(campaign, letter, DESK, "2031-04-03", replace(LEFT, sharing="team"))
    assert signed(campaign, "public") == {DESK: [("2031-02-01", "")]}
    withdraw_from_event(campaign, letter, DESK, "2031-04-03", LEFT)
    for audience in ("public", "team"):
        assert signed(campaign, audience)[DESK] == [("2031-02-01", "2031-04-03")]


def test_only_who_signed_can_withdraw(campaign: Workspace) -> None:
    letter = find_thing(campaign, LETTER_OF_FEBRUARY, "CampaignEvent")
    for who, nearest in (("Selwyn Right Desk", DESK), (REPORTERS, DESK)):
        with pytest.raises(NothingCalled, match=nearest):
            withdraw_from_event(campaign, letter, who, "2031-04-03", LEFT)


def test_who_withdrew_can_sign_anew_and_withdraw_again(campaign: Workspace) -> None:
    letter = find_thing(campaign, LETTER_OF_FEBRUARY, "CampaignEvent")
    again = sign_event(campaign, letter, REPORTERS, "2031-05-01", replace(CITED, sharing="public"))
    assert sign_event(campaign, letter, REPORTERS, "2031-05-01", replace(CITED, sharing="public")) == again
    assert signed(campaign)[REPORTERS] == [("2031-02-01", "2031-04-03"), ("2031-05-01", "")]
    assert signed(campaign, "public")[REPORTERS] == [("2031-05-01", "")]
    assert withdraw_from_event(campaign, letter, REPORTERS, "2031-05-20", LEFT) == [again]
    assert signed(campaign, "public")[REPORTERS] == [("2031-05-01", "2031-05-20")]


def test_a_progress_entry_without_words_is_refused(campaign: Workspace) -> None:
    before = rows_of(campaign)
    said = {"demand": find_thing(campaign, END, "Demand"), "step": "partial", "date": "2031-05-04"}
    for cited, error in (
        (replace(CITED, quote="exports are ended"), QuoteNotFound),
        (replace(CITED, source="nowhere.txt"), NothingCalled),
    ):
        with pytest.raises(error):
            record_thing(campaign, "Progress", "x", said, cited)
    assert rows_of(campaign)["statement"] == before["statement"]


WRONG: list[tuple[str, str, type[InputError]]] = [
    ("date", "2031-06-09", ValueRefused),
    ("date", "2032", ValueRefused),
    ("date", "4 May 2031", DateImpossible),
    ("date", "2031-02-30", DateImpossible),
    ("step", "halfway", ValueRefused),
    ("summary", " exports ", ValueRefused),
]


@pytest.mark.parametrize(("prop", "value", "error"), WRONG, ids=[one[1] for one in WRONG])
def test_what_cannot_be_progress(campaign: Workspace, prop: str, value: str, error: type[InputError]) -> None:
    of = find_thing(campaign, END, "Demand")
    said = {"demand": of, "step": "partial", "summary": "exports suspended", prop: value}
    before = rows_of(campaign)
    with pytest.raises(error):
        record_thing(campaign, "Progress", "x", said, CITED)
    assert rows_of(campaign)["statement"] == before["statement"]
    assert rows_of(campaign)["entity"] == before["entity"]


def test_saying_it_twice_is_saying_it_once(campaign: Workspace) -> None:
    of = find_thing(campaign, END, "Demand")
    said = {"demand": of, "step": "promised", "summary": "a review", "date": "2031-05-04"}
    first = record_thing(campaign, "Progress", f"{of} a review", said, CITED)
    before = len(rows_of(campaign)["statement"])
    assert record_thing(campaign, "Progress", f"{of} a review", said, CITED) == first
    assert len(rows_of(campaign)["statement"]) == before
    assert [step.what for step in read(campaign).progress].count("a review") == 1


def test_a_demand_recorded_in_one_workspace_arrives_in_another_once(
    campaign: Workspace, tmp_path: Path
) -> None:
    with made(tmp_path / "b", secret=KEY_FILE, seed=2) as guild:
        Two(campaign, guild, tmp_path).hand_over(campaign, guild)
        assert import_from(guild, tmp_path / "bundle.age") == 0
        assert read(guild) == read(campaign)


def test_what_is_not_a_demand_is_not_found_as_one(campaign: Workspace) -> None:
    with pytest.raises(NothingCalled, match=END):
        find_thing(campaign, "End exports", "Demand")
    with pytest.raises(NothingCalled):
        find_thing(campaign, END, "CampaignEvent")
