"""What was sent and what came back, as a coordinator notes it; and who may see it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from answerable.identify.followup.reading import FORGOTTEN
from answerable.identify.followup.responses import Step, Told
from answerable.identify.tables import response, submission
from answerable.model.audience import TEAM, parse_audience
from answerable.model.canonical import sha256_hex
from answerable.model.errors import (
    DateImpossible,
    FileUnreadable,
    InputError,
    NothingCalled,
    SeveralCalled,
    ValueRefused,
    VersionUnknown,
    WorkspaceBusy,
)
from answerable.workspace import Workspace
from answerable.workspace.erasing import erase_person
from answerable.workspace.exchange import import_from
from answerable.workspace.following import (
    WITHHELD,
    follow_up,
    note_came_back,
    note_mistake,
    note_submission,
)
from tests.workspace.followed import SENT, drafted, quickly_drafted, send
from tests.workspace.support import KEY_FILE, made, rows_of
from tests.workspace.two import Two

COALITION = parse_audience("coalition")
CAME = Told(Step.ACKNOWLEDGED, "2031-06-02", "they have it")


@pytest.fixture(scope="module")
def drafted_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Path]]:
    with drafted(tmp_path_factory.mktemp("followed")) as found:
        yield found


@pytest.fixture
def workspace(drafted_once: tuple[Workspace, Path]) -> Iterator[Workspace]:
    """The workspace, with nothing sent yet."""
    yield drafted_once[0]
    with drafted_once[0].store.change() as change:
        for table in (response, submission):
            change.execute(table.delete())
        change.log("tested", {})


@pytest.fixture
def paper(drafted_once: tuple[Workspace, Path]) -> Path:
    return drafted_once[1]


def test_what_was_sent_is_known_by_the_hash_of_its_file(workspace: Workspace, paper: Path) -> None:
    noted = note_submission(workspace, "harbour", replace(SENT, note="by courier"), str(paper))
    assert (noted.version.file, noted.version.recipient) == ("harbour-ca.docx", "ca")
    [one] = follow_up(workspace).of_case("harbour")
    assert one.version == sha256_hex(paper.read_bytes())
    assert (one.recipient, one.kind, one.sent_on, one.state) == ("ca", "government", "2031-06-01", "sent")
    assert (one.note, one.sharing, one.by) == ("by courier", "team", workspace.store.actor)
    assert send(workspace, paper, note="again") == one.id, "the same said again is the same"


def test_a_hash_can_be_given_instead_of_the_file(workspace: Workspace, paper: Path) -> None:
    begins = sha256_hex(paper.read_bytes())[:10].upper()
    assert note_submission(workspace, "harbour", SENT, begins).version.file == paper.name


WRONG = [
    ({"recipient": "cq"}, NothingCalled, "recipient called “cq”"),
    ({"recipient": " ", "kind": "company"}, ValueRefused, "it has no name"),
    ({"on": "2031-06-04"}, ValueRefused, "that day has not come yet"),
    ({"on": "2031-05-30"}, ValueRefused, "the version was made after that day"),
    ({"on": "2031-06-31"}, DateImpossible, "“2031-06-31” is not a date"),
    ({"on": "2031-06"}, DateImpossible, "“2031-06” is not a date"),
    ({"sharing": "everyone"}, ValueRefused, "everyone"),
]


@pytest.mark.parametrize(("said", "error", "why"), WRONG, ids=[str(one[0]) for one in WRONG])
def test_what_cannot_have_been_sent(
    workspace: Workspace, paper: Path, said: dict[str, str], error: type[InputError], why: str
) -> None:
    before = rows_of(workspace)
    with pytest.raises(error, match=why):
        send(workspace, paper, replace(SENT, **said))
    assert rows_of(workspace) == before


@pytest.mark.parametrize("wanted", ["0" * 64, "deadbeef", "", "0f", "%", "../harbour-ca.docx"])
def test_a_version_that_nobody_made(workspace: Workspace, wanted: str) -> None:
    with pytest.raises(VersionUnknown, match="No submission or package made of this case, and no file kept"):
        note_submission(workspace, "harbour", SENT, wanted)


def test_a_file_that_was_changed_after_it_was_made(workspace: Workspace, paper: Path, tmp_path: Path) -> None:
    edited = tmp_path / paper.name
    edited.write_bytes(paper.read_bytes() + b" ")
    with pytest.raises(VersionUnknown, match=sha256_hex(edited.read_bytes())):
        note_submission(workspace, "harbour", SENT, str(edited))


def test_a_version_made_for_another_is_noted_and_told(workspace: Workspace, paper: Path) -> None:
    noted = note_submission(
        workspace, "harbour", replace(SENT, recipient="Selwyn Mills", kind="company"), str(paper)
    )
    assert noted.remarks == (
        "This version was made for the Minister of Foreign Affairs of Canada: it may show what others may"
        " not see.",
    )
    [one] = follow_up(workspace).of_case("")
    assert (one.recipient, one.name, one.kind) == ("", "Selwyn Mills", "company")


def test_what_came_back_in_the_order_it_happened(workspace: Workspace, paper: Path, tmp_path: Path) -> None:
    send(workspace, paper)
    letter = tmp_path / "letter.txt"
    letter.write_text("Thank you. Who signed it?", "utf-8")
    asked = Told(Step.ASKED, "2031-06-02", "who signed it?", awaits="replied", due="2031-06-20")
    note_came_back(workspace, "harbour/ca", asked, str(letter))
    note_came_back(workspace, "Harbour/CA", replace(CAME, on="2031-06-01"))
    known = follow_up(workspace)
    [one] = known.of_case("harbour")
    assert [step.step for step in one.responses] == ["acknowledged", "asked"]
    assert [step.awaited for step in one.open_deadlines()] == ["our reply until 2031-06-20"]
    kept = known.letters[one.responses[1].letter]
    assert (kept.title, kept.sha256) == ("letter.txt", sha256_hex(letter.read_bytes()))
    assert workspace.vault.get(kept.sha256) == letter.read_bytes()
    note_came_back(workspace, one.id[:8], replace(CAME, step=Step.REPLIED), "letter.txt")
    assert follow_up(workspace).of_case("")[0].open_deadlines() == []


AMISS = [
    ({"on": "2031-05-31"}, ValueRefused, None),
    ({"on": "2031-05-29"}, ValueRefused, "the submission was sent on 2031-06-01"),
    ({"on": "2031-06-09"}, ValueRefused, "that day has not come yet"),
    ({"due": "2031-06-01", "awaits": "answered"}, ValueRefused, "before the one it was set on"),
    ({"due": "2031-06-20"}, ValueRefused, "a day and what is awaited go together"),
    ({"due": "2031-06-20", "awaits": "deadline"}, ValueRefused, "a day and what is awaited go together"),
    (
        {"step": Step.DEADLINE, "due": "2031-06-20", "awaits": "answered", "said": " "},
        ValueRefused,
        "who set the deadline",
    ),
    ({"step": Step.DEADLINE}, ValueRefused, "it has a command of its own"),
    ({"step": Step.TAKEN_BACK}, ValueRefused, "it has a command of its own"),
    ({"sharing": "nobody"}, ValueRefused, "nobody"),
]


@pytest.mark.parametrize(("said", "error", "why"), AMISS, ids=[str(one[0]) for one in AMISS])
def test_what_cannot_have_come_back(
    workspace: Workspace, paper: Path, said: dict[str, str], error: type[InputError], why: str | None
) -> None:
    send(workspace, paper)
    told = replace(CAME, **said)  # type: ignore[arg-type]
    if why is None:  # the day before: it may still be that day where they are
        note_came_back(workspace, "harbour/ca", told)
        return
    before = rows_of(workspace)
    with pytest.raises(error, match=why):
        note_came_back(workspace, "harbour/ca", told)
    assert rows_of(workspace) == before


def test_which_submission_is_meant(workspace: Workspace, paper: Path) -> None:
    with pytest.raises(NothingCalled, match="no submission called “harbour/ca”"):
        note_came_back(workspace, "harbour/ca", CAME)
    first = send(workspace, paper)
    with pytest.raises(NothingCalled, match="The nearest is “harbour/ca”"):
        note_came_back(workspace, "harbour/cb", CAME)
    second = send(workspace, paper, on="2031-06-02")
    with pytest.raises(SeveralCalled, match=f"{first[:8]} of 2031-06-01, {second[:8]} of 2031-06-02"):
        note_came_back(workspace, "harbour/ca", CAME)
    note_mistake(workspace, second[:8], "it was sent once")
    note_came_back(workspace, "harbour/ca", CAME)


def test_a_letter_that_is_not_there_is_refused_and_one_that_is_stays_kept(
    workspace: Workspace, paper: Path, tmp_path: Path
) -> None:
    send(workspace, paper)
    with pytest.raises(NothingCalled, match="no page or file called “gone"):
        note_came_back(workspace, "harbour/ca", CAME, "gone.txt")
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(FileUnreadable, match="empty"):
        note_came_back(workspace, "harbour/ca", CAME, str(empty))
    good = tmp_path / "good.txt"
    good.write_text("We have it.", "utf-8")
    with pytest.raises(ValueRefused):
        note_came_back(workspace, "harbour/ca", replace(CAME, on="2031-12-01"), str(good))
    assert workspace.vault.get(sha256_hex(b"We have it.")) == b"We have it."
    assert follow_up(workspace).of_case("")[0].responses == ()


def test_a_mistake_is_taken_back_and_stays_to_be_read(workspace: Workspace, paper: Path) -> None:
    send(workspace, paper)
    own = note_came_back(workspace, "harbour/ca", CAME)
    with pytest.raises(ValueRefused, match="a reason is needed"):
        note_mistake(workspace, own, " ")
    with pytest.raises(NothingCalled):
        note_mistake(workspace, "0" * 32, "it was another's")
    note_mistake(workspace, own[:8], "it was another's")
    [one] = follow_up(workspace).of_case("")
    assert (one.state, [step.taken_back for step in one.responses]) == ("sent", ["it was another's"])
    note_mistake(workspace, one.id, "it was never sent")
    known = follow_up(workspace)
    assert known.of_case("") == []
    assert [each.taken_back for each in known.submissions] == ["it was never sent"]


def test_each_is_one_transaction_with_its_line_in_the_log(workspace: Workspace, paper: Path) -> None:
    own = send(workspace, paper)
    step = note_came_back(workspace, "harbour/ca", CAME)
    with workspace.view() as view:
        fields = [row.fields for row in view.log_rows()]
    told = {one["action"]: one["about"] for one in fields if one["action"] in ("sent", "response")}
    assert told["sent"]["submission"] == own
    assert told["sent"]["version"] == sha256_hex(paper.read_bytes())
    assert told["response"]["response"] == step
    assert "they have it" not in str(fields), "what is said in words stands in the record alone"


def test_a_crash_between_its_rows_leaves_neither(
    workspace: Workspace, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    chance = iter([bytes(16)])

    def dying(size: int) -> bytes:
        """Enough for the submission's id, and no more for its line in the log."""
        try:
            return next(chance)
        except StopIteration:
            raise Killed from None

    before = rows_of(workspace)
    with monkeypatch.context() as patch:
        patch.setattr(workspace.store, "entropy", dying)
        with pytest.raises(Killed):
            send(workspace, paper)
    assert next(chance, None) is None, "it died after the first of its rows"
    assert rows_of(workspace) == before
    assert workspace.verify().holds


def test_who_may_not_see_a_submission_learns_nothing_of_it(workspace: Workspace, paper: Path) -> None:
    send(workspace, paper)
    send(workspace, paper, recipient="Selwyn Mills", kind="company", sharing="coalition")
    note_came_back(workspace, "harbour/ca", replace(CAME, sharing="coalition"))
    note_came_back(workspace, "harbour/Selwyn Mills", replace(CAME, said="Marta Bell wrote it"))
    note_came_back(workspace, "harbour/Selwyn Mills", replace(CAME, said="ours alone", sharing="team"))
    known = follow_up(workspace, COALITION)
    [one] = known.submissions
    assert (one.name, one.sharing) == ("Selwyn Mills", "")
    assert [step.said for step in one.responses] == ["▮▮▮ wrote it"]
    assert "Canada" not in str(known)
    assert len(follow_up(workspace, TEAM).submissions) == 2
    assert follow_up(workspace, parse_audience("public")).submissions == []


def test_a_letter_that_names_a_protected_person_is_not_named(workspace: Workspace, paper: Path) -> None:
    send(workspace, paper, sharing="coalition")
    note_came_back(workspace, "harbour/ca", CAME, "Account of Marta Bell")
    [letter] = follow_up(workspace, COALITION).letters.values()
    assert (letter.title, letter.sha256) == (WITHHELD, "")
    [letter] = follow_up(workspace).letters.values()
    assert letter.title == "Account of Marta Bell"


def test_words_that_name_a_protected_person_are_sealed_and_go_with_them(tmp_path: Path) -> None:
    with quickly_drafted(tmp_path) as (workspace, paper):
        own = send(workspace, paper, note="Marta Bell carried it there")
        [row] = [one for one in rows_of(workspace)["asked_name"] if one["id"] == own]
        assert row["sealed_for"]
        assert "Marta" not in row["said"]
        assert follow_up(workspace).of_case("")[0].note == "Marta Bell carried it there"
        erase_person(workspace, row["sealed_for"], "she asked for it")
        assert follow_up(workspace).of_case("")[0].note == FORGOTTEN


def test_two_who_note_the_same_at_once_note_it_once(workspace: Workspace, paper: Path) -> None:
    def noted(_: int) -> str:
        with suppress(WorkspaceBusy):
            return send(workspace, paper)
        return ""

    with ThreadPoolExecutor(4) as all_at_once:
        ids = {*all_at_once.map(noted, range(4)), send(workspace, paper)}
    assert len(ids - {""}) == 1
    with workspace.store.reading() as connection:
        assert len(connection.execute(select(submission)).all()) == 1


def test_merging_carries_it_twice_as_once(tmp_path: Path) -> None:
    with (
        quickly_drafted(tmp_path) as (workspace, paper),
        made(tmp_path / "b", secret=KEY_FILE, seed=2) as guild,
    ):
        two = Two(workspace, guild, tmp_path)
        send(workspace, paper, sharing="coalition")
        own = note_came_back(workspace, "harbour/ca", CAME)
        note_mistake(workspace, own, "it was another's")
        assert two.hand_over(workspace, two.guild) > 0
        there = follow_up(two.guild, COALITION)
        [one] = there.submissions
        assert [step.taken_back for step in one.responses] == ["it was another's"]
        assert there.called(one).endswith("/ca")
        assert import_from(guild, tmp_path / "bundle.age") == 0
        note_came_back(two.guild, one.id, replace(CAME, step=Step.ANSWERED))
        assert two.hand_over(two.guild, workspace) > 0
        assert follow_up(workspace).of_case("harbour")[0].state == "answered"
        assert two.guild.verify().holds
        send(two.guild, paper, on="2031-06-02")  # the log it took over knows the version


def test_what_was_filed_before_there_was_a_record_is_a_file_that_is_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    paper = tmp_path / "filed-in-2029.txt"
    paper.write_text("What was filed on paper.", "utf-8")
    with pytest.raises(VersionUnknown, match="answerable import FILE"):
        send(workspace, paper, on="2029-07-15")
    workspace.import_files([paper])
    noted = note_submission(workspace, "harbour", replace(SENT, on="2029-07-15"), str(paper))
    assert (noted.version.file, noted.version.recipient) == ("filed-in-2029.txt", "")
    assert follow_up(workspace).of_case("")[0].sent_on == "2029-07-15"
