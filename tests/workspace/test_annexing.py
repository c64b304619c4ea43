"""The sealed annex: whom it names and whom it does not, who can open it, and that it is traced."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyrage
import pytest

from answerable.answer.annex import Reader, annex
from answerable.answer.annex_people import Called, Named
from answerable.answer.frames import frames
from answerable.answer.package.leaks import folded, texts_in
from answerable.model.audience import parse_audience
from answerable.model.errors import AnswerableError, NamingNotAgreed, NothingCalled, ValueRefused, WouldReveal
from answerable.record.consenting import Agreed
from answerable.workspace import Workspace
from answerable.workspace.annexing import Annexed, Seal, write_annex
from answerable.workspace.answering import submit
from answerable.workspace.consenting import Meant, consents, give_consent, outputs_with, withdraw_consent
from answerable.workspace.deciding import decide_identity, reshare_statement, undo_identity
from tests.answer.package.cases import CASEFILE, FILES, WITNESS, harbour

TODAY = date(2031, 7, 1)
OTHER = "Ivo Marsh"
SAW = f"I, {OTHER}, saw that {WITNESS} was beaten and lay on the quay"
ACCOUNT = f"Account. {SAW}.\n"
TWO = CASEFILE.replace(
    "entities:\n",
    f"""  account: {{file: account.txt, title: Account of {OTHER}, said_by: clerk, names: [clerk, porter]}}
entities:
  clerk:
    schema: Person
    protected: "yes"
    name: {OTHER}
    birthDate: "1990-04-02"
    cite: {{source: account, quote: "I, {OTHER}"}}
""",
    1,
).replace(
    "    cite: {source: report, quote: A market porter was beaten in custody}",
    f'''    cite:
      - {{source: report, quote: A market porter was beaten in custody}}
      - {{source: account, quote: "{SAW}"}}''',
)
KEY = pyrage.x25519.Identity.generate()
SEAL = Seal(address=str(KEY.to_public()))
HOW = "signed"
CANADA = parse_audience("recipient:ca")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with harbour(tmp_path, TWO, {**FILES, "account.txt": ACCOUNT}) as made:
        yield made


def agrees(workspace: Workspace, person: str, uses: str = "recipient:ca, name:ca") -> None:
    give_consent(workspace, person, Meant(), Agreed("2031-05-20", uses, HOW))


def made(workspace: Workspace, folder: Path, *people: str, to: str = "ca", seal: Seal = SEAL) -> Annexed:
    return write_annex(workspace, "harbour", to, seal, folder, people=people, today=TODAY)


def words_in(data: bytes) -> str:
    return folded(" ".join(texts_in("annex.docx", data)))


def opened(annexed: Annexed) -> str:
    return words_in(pyrage.decrypt(annexed.path.read_bytes(), [KEY]))


def pseudonym(workspace: Workspace, person: str) -> str:
    [known] = consents(workspace, person)
    with workspace.view(CANADA) as view:
        return view.caption(known.id)


def test_it_names_who_agreed_under_the_pseudonym_of_the_submission(
    workspace: Workspace, tmp_path: Path
) -> None:
    agrees(workspace, WITNESS)
    agrees(workspace, OTHER, "recipient:ca")
    _, papers = submit(workspace, "harbour", "ca", tmp_path / "out", formats=("docx",), today=TODAY)
    annexed = made(workspace, tmp_path / "out")
    told = opened(annexed)
    assert annexed.path.name == "harbour-ca-annex.docx.age"
    for name in (WITNESS, pseudonym(workspace, WITNESS), f"stood by while {WITNESS} was beaten"):
        assert folded(name) in told
    assert folded(pseudonym(workspace, WITNESS)) in words_in(papers[0].read_bytes())
    assert folded(OTHER) not in told
    assert folded(f"saw that {WITNESS} was beaten") in told
    assert (len(annexed.named), len(annexed.silent)) == (1, 1)


def test_both_are_named_where_both_agreed(workspace: Workspace, tmp_path: Path) -> None:
    agrees(workspace, WITNESS)
    agrees(workspace, OTHER)
    told = opened(made(workspace, tmp_path / "out"))
    assert folded(SAW) in told
    assert folded("2 April 1990") in told
    told = opened(made(workspace, tmp_path / "out", OTHER))
    assert folded(OTHER) in told
    assert folded(WITNESS) not in told


def test_it_is_never_written_in_the_open(workspace: Workspace, tmp_path: Path) -> None:
    agrees(workspace, WITNESS)
    with pytest.raises(ValueRefused, match="never written in the open"):
        made(workspace, tmp_path / "out", seal=Seal())
    annexed = made(workspace, tmp_path / "out", seal=Seal(passphrase="told by telephone"))
    assert [path.name for path in (tmp_path / "out").iterdir()] == [annexed.path.name]
    assert WITNESS.encode() not in annexed.path.read_bytes()
    read = pyrage.passphrase.decrypt(annexed.path.read_bytes(), "told by telephone")
    assert folded(WITNESS) in words_in(read)


REFUSED: list[tuple[str, str, type[AnswerableError], str]] = [
    ("recipient:ca", "ca", NamingNotAgreed, "they agreed to nothing of the kind"),
    ("recipient:us, name:us", "ca", NamingNotAgreed, "says nothing of them"),
    ("recipients, name:us", "ca", NamingNotAgreed, "they agreed to nothing of the kind"),
    ("recipient:ca, name:ca", "public", ValueRefused, "nobody is named to the public"),
]


@pytest.mark.parametrize(("uses", "to", "error", "why"), REFUSED)
def test_nobody_is_named_who_did_not_agree_to_that_reader(
    workspace: Workspace, tmp_path: Path, uses: str, to: str, error: type[AnswerableError], why: str
) -> None:
    agrees(workspace, WITNESS, uses)
    with pytest.raises(error, match=why):
        made(workspace, tmp_path / "out", WITNESS, to=to)
    assert not (tmp_path / "out").exists()


def test_nobody_is_named_who_took_it_back(workspace: Workspace, tmp_path: Path) -> None:
    agrees(workspace, WITNESS)
    agrees(workspace, OTHER)
    annexed = made(workspace, tmp_path / "out")
    withdraw_consent(workspace, WITNESS, Meant(), on="2031-05-30", because="her brother was questioned")
    with pytest.raises(NamingNotAgreed):
        made(workspace, tmp_path / "again", WITNESS)
    assert folded(WITNESS) not in opened(made(workspace, tmp_path / "again"))
    found = outputs_with(workspace, WITNESS, Meant())
    assert [(one.action, list(one.files)) for one in found] == [("annex", [annexed.path.name])]
    assert found[0].is_sure


def test_who_is_not_in_the_case_is_not_named(workspace: Workspace, tmp_path: Path) -> None:
    agrees(workspace, WITNESS)
    with pytest.raises(NamingNotAgreed, match="says nothing of them under a pseudonym"):
        made(workspace, tmp_path / "out", "LAM Ka-ho")


def test_an_address_that_is_none_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    agrees(workspace, WITNESS)
    with pytest.raises(ValueRefused) as refused:
        made(workspace, tmp_path / "out", seal=Seal(address="correct horse battery"))
    assert "horse" not in str(refused.value)
    with pytest.raises(ValueRefused, match="never written in the open"):
        made(workspace, tmp_path / "out", seal=Seal(passphrase=" " * 20))


def test_words_that_name_somebody_else_stop_it(workspace: Workspace) -> None:
    reader = Reader("the Minister", CANADA, frames()["ca"], "2031-07-01")
    with workspace.view() as team:
        case = replace(team.case("harbour"), organisation=f"Friends of {OTHER}")
        [known] = consents(workspace, WITNESS)
        named = [Named(known.id, Called("Protected person K7QWMB"), (WITNESS,), (), "2031-05-20")]
        with pytest.raises(WouldReveal):
            annex(team, case, named, [], reader)


WRONG: list[tuple[str, type[AnswerableError]]] = [
    ("name:ca", ValueRefused),
    ("coalition, name:ca", ValueRefused),
    ("recipient:us, name:ca", ValueRefused),
    ("public, name:", NothingCalled),
    ("public, name:CA", NothingCalled),
    ("public, name:public", ValueRefused),
]


@pytest.mark.parametrize(("uses", "error"), WRONG)
def test_to_be_named_goes_with_being_read_by_a_reader_there_is(
    workspace: Workspace, uses: str, error: type[AnswerableError]
) -> None:
    with pytest.raises(error):
        agrees(workspace, WITNESS, uses)


def test_nobody_is_named_in_a_part_of_what_they_say(workspace: Workspace) -> None:
    agreed = Agreed("2031-05-20", "recipient:ca, name:ca", HOW)
    with pytest.raises(ValueRefused, match="leave out source and statement"):
        give_consent(workspace, WITNESS, Meant(source=f"Testimony of {WITNESS}"), agreed)


def test_half_a_name_at_the_end_of_a_quotation_is_withheld(tmp_path: Path) -> None:
    cut = TWO.replace(SAW, f"I, {OTHER.split()[0]}")
    with harbour(tmp_path, cut, {**FILES, "account.txt": ACCOUNT}) as workspace:
        agrees(workspace, WITNESS)
        agrees(workspace, OTHER, "recipient:ca")
        assert folded("Ivo") not in opened(made(workspace, tmp_path / "out"))


def test_a_title_that_leads_to_somebody_else_is_withheld(tmp_path: Path) -> None:
    titled = TWO.replace(f"Account of {OTHER}", "Interview with the night nurse of ward 3")
    with harbour(tmp_path, titled, {**FILES, "account.txt": ACCOUNT}) as workspace:
        agrees(workspace, WITNESS)
        told = opened(made(workspace, tmp_path / "out"))
        assert folded(f"saw that {WITNESS} was beaten") in told
        assert folded("night nurse") not in told
        agrees(workspace, OTHER)
        assert folded("night nurse") in opened(made(workspace, tmp_path / "out"))


def test_a_name_is_told_as_far_as_it_is_shared(tmp_path: Path) -> None:
    more = TWO.replace(
        "    position: porter\n",
        """    position: porter
    alias: {value: Nightjar, sharing: team}
    birthDate: {value: "1981-01-02", sharing: coalition}
    address: 4 Lower Quay
""",
    )
    files = {**FILES, "testimony.txt": f"{FILES['testimony.txt']!s}Nightjar lives at 4 Lower Quay.\n"}
    with harbour(tmp_path, more, {**files, "account.txt": ACCOUNT}) as workspace:
        agrees(workspace, WITNESS)
        annexed = made(workspace, tmp_path / "out", WITNESS, WITNESS)
        told = opened(annexed)
        assert len(annexed.named) == 1
        assert folded(WITNESS) in told
        assert [word for word in ("Nightjar", "1981", "Lower Quay") if folded(word) in told] == []


def test_whose_name_is_shared_with_nobody_is_not_named(tmp_path: Path) -> None:
    kept = TWO.replace(f"    name: {WITNESS}\n", f"    name: {{value: {WITNESS}, sharing: team}}\n")
    with harbour(tmp_path, kept, {**FILES, "account.txt": ACCOUNT}) as workspace:
        agrees(workspace, WITNESS)
        for people in ([], [WITNESS]):
            with pytest.raises(NamingNotAgreed, match="no name of theirs is shared"):
                made(workspace, tmp_path / "out", *people)
        with workspace.view() as view:
            [name] = view.statements(view.find(WITNESS), ["name"])
        reshare_statement(workspace, name.id[:8], "recipient:ca", "she agreed")
        assert folded(WITNESS) in opened(made(workspace, tmp_path / "out"))
        with workspace.view(CANADA) as view:
            assert WITNESS in view.must_not_appear
            assert view.names(name.canonical) == []


def merged(workspace: Workspace) -> str:
    with workspace.view() as view:
        porter, clerk = view.find(WITNESS), view.find(OTHER)
    return decide_identity(workspace, porter, clerk, same=True, because="one and the same, it was thought")


def test_who_was_held_to_be_two_is_found_under_what_earlier_drafts_call_them(
    workspace: Workspace, tmp_path: Path
) -> None:
    with workspace.view() as view:
        two = view.find(WITNESS), view.find(OTHER)
    with workspace.view(CANADA) as view:
        before = [view.caption(one) for one in two]
    agrees(workspace, WITNESS)
    assert folded("in earlier drafts") not in opened(made(workspace, tmp_path / "before"))
    merged(workspace)
    told = opened(made(workspace, tmp_path / "after"))
    assert folded("in earlier drafts") in told
    assert [called for called in before if folded(called) not in told] == []


def test_consent_is_theirs_whoever_they_were_held_to_be(workspace: Workspace, tmp_path: Path) -> None:
    decision = merged(workspace)
    agrees(workspace, WITNESS)
    together = made(workspace, tmp_path / "together")
    undo_identity(workspace, decision, "they are two")
    told = opened(made(workspace, tmp_path / "out"))
    assert folded(WITNESS) in told
    assert folded(OTHER) not in told
    for person in (WITNESS, OTHER):
        assert together.path.name in [
            name for one in outputs_with(workspace, person, Meant()) for name in one.files
        ]


def test_a_withdrawal_outlasts_a_merger(workspace: Workspace, tmp_path: Path) -> None:
    agrees(workspace, WITNESS)
    decision = merged(workspace)
    withdraw_consent(workspace, WITNESS, Meant(), on="2031-05-30", because="her brother was questioned")
    undo_identity(workspace, decision, "they are two")
    with pytest.raises(NamingNotAgreed):
        made(workspace, tmp_path / "out")


@pytest.mark.parametrize(
    "name", ["བསྟན་འཛིན་ནོར་བུ", "Oren <script>alert(1)</script> & Co", "ئەركىن توختى", "=cmd|calc"]
)
def test_a_name_in_any_letters_is_withheld_and_told(tmp_path: Path, name: str) -> None:
    casefile = CASEFILE.replace(f"name: {WITNESS}", f'name: "{name}"').replace(WITNESS, name)
    files = {file: str(words).replace(WITNESS, name) for file, words in FILES.items()}
    with harbour(tmp_path, casefile, files) as workspace:
        agrees(workspace, name)
        _, papers = submit(workspace, "harbour", "ca", tmp_path / "out", formats=("docx",), today=TODAY)
        assert folded(name) not in words_in(papers[0].read_bytes())
        assert folded(name) in opened(made(workspace, tmp_path / "out"))
