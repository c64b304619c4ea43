"""What is new to one recipient since the version that was sent to them last."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from answerable.answer.package.leaks import texts_in
from answerable.identify.followup.sent import Sent
from answerable.model.errors import NothingNew, NothingSent
from answerable.workspace import Workspace
from answerable.workspace.answering import submit
from answerable.workspace.deciding import regrade_statement, reshare_statement, withdraw_statement
from answerable.workspace.following import note_submission
from answerable.workspace.supplementing import write_supplement
from tests.answer.submission.case import CASEFILE, workspace
from tests.record.test_since import statement
from tests.workspace.followed import LAM, put_list

DAY = date(2031, 6, 1)
ACT = """
  questioning:
    schema: Act
    cite: {source: wire, quote: police held 40 members of the Harbour Choir}
    event: night
    violation: unfair-trial
    country: xt
    date: 2031-05-03
  lam-questioning:
    schema: Involvement
    cite:
      - {source: wire, quote: police held 40 members of the Harbour Choir}
      - {source: ministry, quote: The Commissioner was on leave on 3 May 2031, stance: contradicts}
    perpetrator: lam
    act: questioning
    degree: planned
"""
NAME = "      - LAM Ka-ho\n"
NAMED = "      - {value: Kelvin LAM, cite: {source: gazette, quote: a senior officer of the Government}}\n"


@contextmanager
def sent(folder: Path, casefile: str = CASEFILE, to: str = "ca") -> Iterator[Workspace]:
    """A workspace in which the submission was drafted and sent."""
    with workspace(folder, casefile) as opened:
        _, paths = submit(opened, "harbour", to, folder / "out", today=DAY, formats=["docx"])
        note_submission(opened, "harbour", Sent(to, "", "", "2031-06-01"), str(paths[0]))
        yield opened


def record(opened: Workspace, folder: Path, casefile: str) -> None:
    path = folder / "casefile" / "case.yaml"
    path.write_text(casefile, "utf-8")
    opened.record(path)


def told(opened: Workspace, folder: Path, to: str = "ca", language: str = "en") -> str:
    """The words of the supplement, white space made one."""
    out = folder / "supplement"
    _, paths = write_supplement(opened, "harbour", to, out, today=DAY, formats=["html"], language=language)
    [page] = [path.read_bytes() for path in paths]
    return " ".join(list(texts_in("documents/page.html", page))[-1].split())


def test_nothing_new_is_said_and_not_drafted(tmp_path: Path) -> None:
    with sent(tmp_path) as opened:
        with pytest.raises(NothingNew, match="is new since what was sent on 2031-06-01"):
            told(opened, tmp_path)
        with pytest.raises(NothingSent):
            told(opened, tmp_path, to="us")
    assert not (tmp_path / "supplement").exists()


def test_a_version_that_was_not_made_here_is_no_beginning(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened:
        paper = tmp_path / "paper.txt"
        paper.write_text("What was filed on paper.", "utf-8")
        opened.import_files([paper])
        note_submission(opened, "harbour", Sent("ca", "", "", "2031-06-01"), str(paper))
        with pytest.raises(NothingSent):
            told(opened, tmp_path)


def test_a_new_act_is_told_with_its_notes_and_what_stands_against_it(tmp_path: Path) -> None:
    with sent(tmp_path) as opened:
        record(opened, tmp_path, CASEFILE.replace("\ncase:\n", f"{ACT}\ncase:\n"))
        words = told(opened, tmp_path)
    assert "Act 3: alleged unfair trial" in words
    assert "LAM Ka-ho is alleged to have planned it" in words
    assert "LAM Ka-ho, in act 3, alleged part: planned it" in words
    assert "“The Commissioner was on leave on 3 May 2031”" in words
    assert "New: 1 act, 0 statements and sources, 0 corrections" in words
    assert "1 passage against what is said" in words


def test_acts_and_exhibits_go_on_from_a_version_that_comes_out_the_same(tmp_path: Path) -> None:
    with sent(tmp_path) as opened:
        page = tmp_path / "casefile" / "new.txt"
        page.write_text("The choir was told that LAM Ka-ho is also called Kelvin.", "utf-8")
        fresh = CASEFILE.replace("sources:\n", "sources:\n  new: {file: new.txt, title: New paper}\n", 1)
        named = NAMED.replace(
            "source: gazette, quote: a senior officer of the Government", "source: new, quote: Kelvin"
        )
        record(opened, tmp_path, fresh.replace(NAME, NAME + named, 1))
        words = told(opened, tmp_path)
    assert "came out word for word the same" in words
    assert "Exhibit 7: “Kelvin”" in words, "the version sent has six exhibits"
    assert "a number may mean another act" not in words


def test_numbers_are_for_the_supplement_alone_where_the_version_does_not_come_out(tmp_path: Path) -> None:
    with sent(tmp_path) as opened:
        record(
            opened,
            tmp_path,
            CASEFILE.replace("title: The night", "title: That night").replace(NAME, NAME + NAMED),
        )
        words = told(opened, tmp_path)
    assert "could not be made again word for word" in words
    assert re.search("Exhibit S1: “a senior officer", words)
    acts = r"Here these are act 1: [^;]+ \(3 May 2031[^)]*\); act 2: .+ a number may mean another act\."
    assert re.search(acts, words)


def withdraw_citizenship(opened: Workspace, _: Path) -> None:
    for prop in ("nationality", "citizenship"):
        withdraw_statement(opened, statement(opened, prop, "xt"), "a slip")


Done = Callable[[Workspace, Path], object]
CHANGED: dict[str, tuple[Done, list[str]]] = {
    "withdrawn": (
        lambda opened, _: withdraw_statement(opened, statement(opened, "birthDate", "1969"), "another Lam"),
        ["LAM Ka-ho, date of birth: 1969", "Withdrawn. Reason given: another Lam"],
    ),
    "graded otherwise": (
        lambda opened, _: regrade_statement(opened, statement(opened, "birthDate", "1969"), "E5", "a slip"),
        ["Graded E5; it was graded "],
    ),
    "a new source": (
        lambda opened, folder: record(
            opened,
            folder,
            CASEFILE.replace(
                "violation: arbitrary-detention",
                "violation: {value: arbitrary-detention, cite: {source: reprint, quote: two officers said}}",
            ),
        ),
        [
            "What was said before",
            "Act 1: arbitrary detention, kind: arbitrary detention",
            "two officers said",
        ],
    ),
    "a requirement met no longer": (
        withdraw_citizenship,
        ["No longer met: no statement says of which country the person is a citizen"],
    ),
    "a list": (
        lambda opened, folder: put_list(opened, folder, "06/30/2031", LAM),
        ["Possible match, to be reviewed: LAM, Ka-ho, Norrmark list"],
    ),
}


@pytest.mark.parametrize("what", CHANGED)
def test_what_changed_is_told(tmp_path: Path, what: str) -> None:
    done, expected = CHANGED[what]
    with sent(tmp_path) as opened:
        done(opened, tmp_path)
        words = told(opened, tmp_path)
    assert [one for one in expected if one not in words] == []


def test_what_was_shared_with_them_since_is_new_though_recorded_before(tmp_path: Path) -> None:
    with sent(
        tmp_path, CASEFILE.replace('birthDate: "1969"', 'birthDate: {value: "1969", sharing: team}')
    ) as opened:
        reshare_statement(opened, statement(opened, "birthDate", "1969"), "recipient:ca", "they agreed")
        words = told(opened, tmp_path)
    assert "LAM Ka-ho, date of birth: 1969" in words
    assert "they agreed" not in words


def test_what_is_shared_with_another_is_neither_told_nor_hinted_at(tmp_path: Path) -> None:
    with sent(tmp_path) as opened:
        reshare_statement(opened, statement(opened, "degree", "commanded"), "recipient:uk", "they asked")
        reshare_statement(opened, statement(opened, "birthDate", "1969"), "recipient:uk", "a slip")
        with pytest.raises(NothingNew):
            told(opened, tmp_path)


def test_somebody_named_since_is_new_with_what_was_recorded_before(tmp_path: Path) -> None:
    with sent(tmp_path, CASEFILE.replace("subjects: [lam, police]", "subjects: [police]")) as opened:
        record(opened, tmp_path, CASEFILE)
        words = told(opened, tmp_path)
    assert "LAM Ka-ho, date of birth: 1969" in words
    assert "alleged arbitrary detention" in words


def test_a_second_supplement_tells_only_what_came_after_the_first(tmp_path: Path) -> None:
    with sent(tmp_path) as opened:
        record(opened, tmp_path, CASEFILE.replace(NAME, NAME + NAMED, 1))
        _, paths = write_supplement(opened, "harbour", "ca", tmp_path / "one", today=DAY, formats=["docx"])
        note_submission(opened, "harbour", Sent("ca", "", "", "2031-06-02"), str(paths[0]))
        with pytest.raises(NothingNew):
            told(opened, tmp_path)
        withdraw_statement(opened, statement(opened, "birthDate", "1969"), "another Lam")
        words = told(opened, tmp_path, language="fr")
    assert "Motif donné\u202f: another Lam" in words or "Motif donné : another Lam" in words
    assert "Kelvin" not in words
