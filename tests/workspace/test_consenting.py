"""What a witness agreed to: who reads her words, what follows when she takes it back, and where they went."""

import json
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from answerable.answer.package.leaks import folded, texts_in
from answerable.identify.followup.sent import Sent
from answerable.model.audience import PUBLIC, TEAM, Audience, parse_audience
from answerable.model.errors import ConsentStands, DateImpossible, NothingCalled, ValueRefused
from answerable.record.consenting import FORGOTTEN, Agreed
from answerable.record.ftm_export import Profile
from answerable.store.log import rows
from answerable.workspace import Workspace
from answerable.workspace.answering import package, submit
from answerable.workspace.asking import Weighed, weigh_case
from answerable.workspace.briefing import write_brief
from answerable.workspace.bulk_list import bulk_list
from answerable.workspace.consenting import (
    Meant,
    consents,
    give_consent,
    outputs_with,
    override_consent,
    withdraw_consent,
)
from answerable.workspace.erasing import erase_person
from answerable.workspace.exchange import address_of, export_to, import_from
from answerable.workspace.following import note_submission
from answerable.workspace.publishing import Wanted, publish
from answerable.workspace.recording import export_ftm
from tests.answer.package.cases import CASEFILE, FILES, WITNESS, harbour
from tests.workspace.support import made as made_workspace

TODAY = date(2031, 6, 1)
CANADA, AMERICA = parse_audience("recipient:ca"), parse_audience("recipient:us")
ALL = Meant()
HERS = "stood by while"
"""Of the testimony, without her name: what is left of it where it is shown."""
HOW = "signed in Tamsorese, read to her by her sister"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with harbour(tmp_path) as made:
        yield made


def agrees(workspace: Workspace, uses: str, meant: Meant = ALL) -> str:
    return give_consent(workspace, WITNESS, meant, Agreed("2031-05-20", uses, HOW, "not to the press"))


def takes_back(workspace: Workspace, meant: Meant = ALL) -> None:
    withdraw_consent(workspace, WITNESS, meant, on="2031-05-30", because="her brother was questioned")


def weighed(workspace: Workspace, audience: Audience) -> Weighed:
    with workspace.view(audience) as view:
        return weigh_case(workspace, view, "harbour", ["ca-jvcfoa"], TODAY)


def words_of(path: Path) -> str:
    """Everything that can be read in a file, and in what it holds."""
    data = path.read_bytes()
    if path.suffix != ".zip":
        return folded(" ".join(texts_in(f"documents/{path.name}", data)))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return folded(
            " ".join(text for one in archive.namelist() for text in texts_in(one, archive.read(one)))
        )


def handed_out(workspace: Workspace, folder: Path, to: str) -> list[Path]:
    """The submission in every format, and the package."""
    _, paths = submit(workspace, "harbour", to, folder, formats=("docx", "pdf", "html"), today=TODAY)
    return [*paths, package(workspace, "harbour", to, folder, today=TODAY)]


@pytest.mark.parametrize("audience", [CANADA, PUBLIC, TEAM], ids=str)
def test_where_nobody_noted_whether_she_agrees_filing_is_blocked(
    workspace: Workspace, audience: Audience
) -> None:
    (one,) = weighed(workspace, audience).gate.unasked
    assert one.sentence in weighed(workspace, audience).gate.blocking
    assert one.person[:8] in one.sentence
    assert WITNESS not in one.sentence
    assert not weighed(workspace, audience).is_ready


@pytest.mark.parametrize(
    ("uses", "not_blocked"),
    [("recipient:ca", {CANADA, TEAM}), ("public", {CANADA, PUBLIC, TEAM}), ("recipients", {CANADA, TEAM})],
)
def test_consent_opens_the_gate_for_those_it_names(
    workspace: Workspace, uses: str, not_blocked: set[Audience]
) -> None:
    agrees(workspace, uses)
    for audience in (CANADA, PUBLIC, TEAM):
        assert not weighed(workspace, audience).gate.unasked  # for others there is nothing left to ask about
        with workspace.view(audience) as view:
            shown = [said for said in view.carried().values() if said]
        assert bool(shown) == (audience in not_blocked)


@pytest.mark.parametrize("uses", ["recipient:ca", "team"])
def test_her_words_are_in_no_output_that_she_did_not_agree_to(
    workspace: Workspace, tmp_path: Path, uses: str
) -> None:
    for path in handed_out(workspace, tmp_path / "before", "public"):
        assert folded(HERS) in words_of(path)
    agrees(workspace, uses)
    for path in handed_out(workspace, tmp_path / "after", "public"):
        assert folded(HERS) not in words_of(path)
    for path in handed_out(workspace, tmp_path / "canada", "ca"):
        assert (folded(HERS) in words_of(path)) == (uses == "recipient:ca")


def test_once_she_takes_it_back_nothing_outside_has_them_and_nobody_decides_otherwise(
    workspace: Workspace, tmp_path: Path
) -> None:
    agrees(workspace, "public")
    takes_back(workspace)
    for to in ("ca", "public"):
        for path in handed_out(workspace, tmp_path / to, to):
            assert folded(HERS) not in words_of(path)
    with pytest.raises(ConsentStands, match="took their consent back"):
        override_consent(workspace, "harbour", WITNESS, CANADA, because="we need it", decided_by="Ada Quell")
    agrees(workspace, "recipient:ca")
    assert any(folded(HERS) in words_of(path) for path in handed_out(workspace, tmp_path / "anew", "ca"))
    assert not any(folded(HERS) in words_of(path) for path in handed_out(workspace, tmp_path / "p", "public"))


def test_what_others_say_too_stays(workspace: Workspace) -> None:
    takes_back(workspace)
    with workspace.view(CANADA) as view:
        (lam,) = view.case("harbour").subjects
        (role,) = {said.canonical for said in view.referring(lam, "perpetrator")}
        degrees = view.statements(role, ["degree"])
        assert {one.value for one in degrees} == {"commanded", "ordered"}
        assert {str(one.stance) for said in degrees for one in view.citations(said.id)} == {"supports"}


def test_silence_may_be_decided_on_by_a_named_person(workspace: Workspace) -> None:
    override_consent(
        workspace, "harbour", WITNESS, CANADA, because="she cannot be reached", decided_by="A. Q."
    )
    (one,) = weighed(workspace, CANADA).gate.unasked
    assert one.override is not None
    assert weighed(workspace, CANADA).gate.blocking == ()
    assert weighed(workspace, PUBLIC).gate.blocking != ()
    agrees(workspace, "team")
    with pytest.raises(ConsentStands, match="agreed to other uses"):
        override_consent(workspace, "harbour", WITNESS, CANADA, because="still", decided_by="A. Q.")


def test_a_section_that_cites_her_blocks_until_it_is_rewritten(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.view() as view:
        (porter,) = view.protected
        (said,) = view.statements(porter, ["position"])
    cited = CASEFILE + f"  narrative:\n    summary: A porter saw it.[^{said.id[:12]}]\n"
    (tmp_path / "casefile" / "case.yaml").write_text(cited, "utf-8")
    workspace.record(tmp_path / "casefile" / "case.yaml")
    assert weighed(workspace, PUBLIC).gate.rewrites == ()
    agrees(workspace, "recipient:ca")
    (sentence,) = weighed(workspace, PUBLIC).gate.rewrites
    assert "“summary”" in sentence
    assert sentence in weighed(workspace, PUBLIC).gate.blocking
    assert weighed(workspace, CANADA).gate.rewrites == ()


def test_every_output_that_carried_her_words_is_found(workspace: Workspace, tmp_path: Path) -> None:
    agrees(workspace, "public")
    paths = handed_out(workspace, tmp_path, "ca")
    publish(workspace, "harbour", tmp_path / "list", Wanted(PUBLIC, TODAY, "disputes@selwyn.example"))
    export_ftm(workspace, tmp_path / "all.ftm.json", Profile.ANSWERABLE, PUBLIC)
    export_to(workspace, tmp_path / "other.age", [address_of(workspace)])
    bulk_list(workspace, "harbour", "ca", tmp_path, today=TODAY)
    write_brief(workspace, "harbour", "ca", tmp_path, today=TODAY)
    note_submission(workspace, "harbour", Sent("ca", "", "", "2031-06-01"), str(paths[-1]))
    _, found = withdraw_consent(workspace, WITNESS, ALL, on="2031-06-01", because="her brother")
    assert [(one.action, one.to) for one in found] == [
        ("submit", "ca"),
        ("package", "ca"),
        ("publish", "public"),
        ("ftm-export", "public"),
        ("export", ""),
        ("bulk-list", "ca"),
        ("brief", "ca"),
    ]
    assert all(one.is_sure for one in found)
    assert {path.name for path in paths} <= {name for one in found for name in one.files}
    assert [(sent.called, sent.on) for one in found for sent in one.sent] == [("harbour/ca", "2031-06-01")]
    handed_out(workspace, tmp_path / "later", "ca")
    assert len(outputs_with(workspace, WITNESS, ALL)) == len(found)


def test_an_output_without_her_words_is_not_among_them(workspace: Workspace, tmp_path: Path) -> None:
    agrees(workspace, "recipient:ca")
    handed_out(workspace, tmp_path, "public")
    bulk_list(workspace, "harbour", "public", tmp_path, today=TODAY)
    write_brief(workspace, "harbour", "public", tmp_path, today=TODAY)
    assert outputs_with(workspace, WITNESS, ALL) == []


def test_one_source_or_statement_can_be_taken_back_alone(workspace: Workspace, tmp_path: Path) -> None:
    agrees(workspace, "public")
    handed_out(workspace, tmp_path, "ca")
    with workspace.view() as view:
        (porter,) = view.protected
        (said,) = view.statements(porter, ["position"])
    one = Meant(statement=said.id)
    takes_back(workspace, one)
    with workspace.view(PUBLIC) as view:
        (hers,) = view.carried().values()
        assert said.id not in hers
    assert outputs_with(workspace, WITNESS, one)[-1].statements == (said.id,)
    takes_back(workspace, Meant(source=f"Testimony of {WITNESS}"))
    with workspace.view(PUBLIC) as view:
        assert view.carried() == {}


def test_the_log_has_no_words_of_it_and_an_erasure_forgets_them(workspace: Workspace) -> None:
    agrees(workspace, "public")
    with workspace.store.reading() as connection:
        told = "".join(row.entry for row in rows(connection, workspace.store.chain))
    assert HOW not in told
    (before,) = consents(workspace)
    erase_person(workspace, before.id, "she asked")
    (after,) = consents(workspace)
    assert [one.how for one in before.said.consents] == [HOW]
    assert [one.how for one in after.said.consents] == [FORGOTTEN]
    assert WITNESS not in after.caption


def test_noting_it_twice_is_once(workspace: Workspace) -> None:
    assert agrees(workspace, "public") == agrees(workspace, "public")
    takes_back(workspace)
    takes_back(workspace)
    (noted,) = consents(workspace)
    assert (len(noted.said.consents), len(noted.said.withdrawals)) == (1, 1)


def test_a_consent_noted_elsewhere_does_not_undo_a_withdrawal(workspace: Workspace, tmp_path: Path) -> None:
    with made_workspace(tmp_path / "other", seed=9) as other:
        first, second = tmp_path / "first.age", tmp_path / "second.age"
        export_to(workspace, first, [address_of(other)])
        import_from(other, first)
        with other.view() as view:
            (porter,) = view.protected
        takes_back(workspace)
        give_consent(other, porter, ALL, Agreed("2031-05-20", "public", HOW))  # her key is not there
        export_to(other, second, [address_of(workspace)])
        assert import_from(workspace, second) > 0
        assert import_from(workspace, second) == 0
    with workspace.view(PUBLIC) as view:
        assert view.carried() == {}
    (noted,) = consents(workspace)
    assert [(one.uses, one.how) for one in noted.said.consents] == [(frozenset({"public"}), "")]


@pytest.mark.parametrize(
    ("agreed", "error"),
    [
        (Agreed("2031-05-20", "", HOW), ValueRefused),
        (Agreed("2031-05-20", "moon", HOW), ValueRefused),
        (Agreed("2031-05-20", "privileged", HOW), ValueRefused),
        (Agreed("2031-05-20", "public", " "), ValueRefused),
        (Agreed("2032-05-20", "public", HOW), ValueRefused),
        (Agreed("2031-05", "public", HOW), DateImpossible),
    ],
)
def test_what_cannot_be_noted_is_refused(
    workspace: Workspace, agreed: Agreed, error: type[Exception]
) -> None:
    with pytest.raises(error):
        give_consent(workspace, WITNESS, ALL, agreed)
    assert consents(workspace) == []


def test_a_withdrawal_has_a_reason_and_a_person(workspace: Workspace) -> None:
    with pytest.raises(ValueRefused):
        withdraw_consent(workspace, WITNESS, ALL, on="2031-05-30", because=" ")
    with pytest.raises(NothingCalled):
        withdraw_consent(workspace, "Nobody Known", ALL, on="2031-05-30", because="so")
    with pytest.raises(NothingCalled):
        takes_back(workspace, Meant(statement="ffffffff"))


def test_what_was_noted_before_she_was_protected_is_sealed_with_her(tmp_path: Path) -> None:
    opened = CASEFILE.replace('    protected: "yes"\n', "").replace(", names: porter}", "}")
    with harbour(tmp_path, opened, FILES) as workspace:
        agrees(workspace, "public")
        (tmp_path / "casefile" / "case.yaml").write_text(CASEFILE, "utf-8")
        workspace.record(tmp_path / "casefile" / "case.yaml")
        (before,) = consents(workspace)
        assert [one.how for one in before.said.consents] == [HOW]
        erase_person(workspace, before.id, "she asked")
        (after,) = consents(workspace)
        assert [one.how for one in after.said.consents] == [FORGOTTEN]


def test_the_log_tells_whose_words_an_output_carried_by_ids_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    submit(workspace, "harbour", "ca", tmp_path, today=TODAY)
    with workspace.store.reading() as connection:
        (row,) = [one for one in rows(connection, workspace.store.chain) if one.fields["action"] == "submit"]
    ((person, hers),) = row.fields["about"]["carried"].items()
    with workspace.view() as view:
        assert [person] == list(view.protected)
        assert all(view.statement(one) for one in hers)
    assert WITNESS not in json.dumps(row.fields)
