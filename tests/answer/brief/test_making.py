"""One page for a minister, however large the case, with both sides and what is left out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.answer.brief import Brief, NextStep, brief
from answerable.answer.brief.rows import Room, shortened
from answerable.answer.brief.strongest import strongest
from answerable.answer.document import Document, Table
from answerable.answer.frames import frames
from answerable.answer.pdf import page_count, write_pdf
from answerable.answer.shown import body_text, texts
from answerable.answer.submission.told import Told
from answerable.answer.word import write_docx
from answerable.model.audience import PUBLIC
from answerable.model.errors import GlyphMissing, ValueRefused
from answerable.record.view import View
from answerable.weigh.counting import OriginCounter
from answerable.workspace import Workspace
from tests.answer.readers import tree, words
from tests.answer.submission.case import CANADA, CASEFILE, weighed, workspace

NEXT = NextStep("A meeting on 4 July 2031.", (("answered", "2031-09-01"),))
MANY = 60
OFFICERS = [f"{'Officer ' * 9}number {number}" for number in range(MANY)]


def made(view: View, language: str = "en", to: str = "ca", step: NextStep = NEXT) -> Document:
    return brief_of(view, language, to, step).document


def brief_of(view: View, language: str = "en", to: str = "ca", step: NextStep = NEXT) -> Brief:
    return brief(
        view,
        view.case("harbour"),
        weighed(view, language),
        recipient="the Minister",
        frame=frames()[to],
        made_on="2031-07-01",
        step=step,
        language=language,
    )


def names_said(view: View, statement: str) -> list[str]:
    """The name that a statement gives; none where it gives something else."""
    said = view.statement(statement)
    assert said is not None
    return [said.value] if said.prop == "name" else []


def rows(document: Document) -> dict[str, str]:
    """What each row says, by its label."""
    [table] = [one for one in document.blocks if isinstance(one, Table)]
    return {body_text(label): body_text(what) for label, what in table.rows}


def large() -> str:
    """The case with many more named, each with a long name and a part in the same act."""
    named = "".join(
        f"""
  more-{number}:
    schema: Person
    cite: {{source: gazette, quote: a senior officer of the Government}}
    name: {OFFICERS[number]}
  more-{number}-holding:
    schema: Involvement
    cite: {{source: wire, quote: to speak for fair elections}}
    perpetrator: more-{number}
    act: holding
    degree: assisted"""
        for number in range(MANY)
    )
    subjects = ", ".join(f"more-{number}" for number in range(MANY))
    casefile = CASEFILE.replace("\ncase:\n", f"{named}\ncase:\n")
    return casefile.replace("subjects: [lam, police]", f"subjects: [lam, police, {subjects}]").replace(
        "title: The night in the customs shed\n  subjects",
        f"title: {'The night in the shed ' * 40}\n  subjects",
    )


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("harbour")) as opened:
        yield opened


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_a_small_case_is_one_page(harbour: Workspace, language: str) -> None:
    with harbour.view(CANADA) as view:
        document = made(view, language)
        assert made(view, language) == document
    assert page_count(document) == 1
    assert len(rows(document)) == 7


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_large_case_is_one_page_too_and_says_what_is_left_out(tmp_path: Path, language: str) -> None:
    with workspace(tmp_path, large()) as opened, opened.view(CANADA) as view:
        page = brief_of(view, language, step=NextStep("x " * 149))
        names = [name for said in page.rests_on for name in names_said(view, said)]
    assert page_count(page.document) == 1
    named = next(iter(rows(page.document).values())).splitlines()
    left = int("".join(filter(str.isdigit, named[-1])))
    assert left + len(named) - 1 == MANY + 2
    assert set(names) == {"LAM Ka-ho", "林家豪", "Port Selwyn Police", *OFFICERS[: len(named) - 3]}


def test_what_no_font_of_ours_draws_is_one_page_of_word(harbour: Workspace) -> None:
    with harbour.view(CANADA) as view:
        document = made(view, step=NextStep("བོད་ཀྱི་མི་རིགས།"))
    assert page_count(document) == 1
    assert "བོད་ཀྱི་མི་རིགས།" in words(tree(write_docx(document), "word/document.xml"))
    with pytest.raises(GlyphMissing, match="instead of PDF"):
        write_pdf(document)


SAID = "is alleged to have ordered it; 被指下令清場"
CUTS = [(60, SAID), (31, "is alleged to have ordered it…"), (24, "is alleged to have…"), (4, "is…")]


@pytest.mark.parametrize(("characters", "told"), [*CUTS, (3, "is…")])
def test_words_are_cut_after_a_word(characters: int, told: str) -> None:
    assert shortened(SAID, Room(1, 1, 1, 1, characters)) == told


def test_words_without_spaces_are_cut_anywhere() -> None:
    assert shortened("被指下令清場並拘留記者", Room(1, 1, 1, 1, 5)) == "被指下令…"


def test_it_says_who_what_is_asked_under_what_and_what_comes_next(harbour: Workspace) -> None:
    with harbour.view(CANADA) as view:
        told = rows(made(view))
    assert told["Who, and what is alleged"].startswith(
        "LAM Ka-ho 林家豪. Commissioner; Port Selwyn Police; from 1 March 2030; no end recorded."
        " Alleged arbitrary detention (3 May 2031, the customs shed in Port Selwyn): is alleged to have"
    )
    assert told["What is asked"].startswith("That the Minister recommend")
    under = told["Under"].splitlines()[0]
    assert under.endswith(
        " Something is recorded for every requirement of s. 4(2)(a), for 1 of 2 named (disputed in part for"
        " 1; thin in part for 1); s. 4(2)(b), for 1 of 2 named (disputed in part for 1; thin in part for 1)."
    )
    assert "ca-jvcfoa.yaml, SHA-256 " in told["Under"]
    assert told["Next"] == "A meeting on 4 July 2031.\nAn answer is awaited until 1 September 2031."


def test_a_capital_is_told_that_it_must_propose(harbour: Workspace) -> None:
    with harbour.view(CANADA) as view:
        assert "needs a sponsoring capital" in rows(made(view, to="eu"))["What is asked"]


def test_what_speaks_against_and_what_is_open_have_rows_of_their_own(harbour: Workspace) -> None:
    with harbour.view(CANADA) as view:
        told = rows(made(view, step=NextStep()))
    assert "“Nobody was beaten.” — Statement of 7 May 2031" in told["What speaks against it"]
    assert "Special Economic Measures (People's Republic of China) Regulations" in told["What is open"]
    assert told["Next"] == "No deadline is recorded that this reader may see."


def test_copies_of_one_report_are_one_source_and_unknown_ones_are_none(harbour: Workspace) -> None:
    with harbour.view(CANADA) as view:
        told = Told(view, "[withheld]")
        found = strongest(told, view.case("harbour"), weighed(view).rows)
        titles = [told.source(one.passage.source).title for one in found]
        grades = [str(one.citation.grade) for one in found]
        said = rows(made(view))["Strongest first-hand sources"]
    assert "Coast Mail, 5 May 2031" not in titles
    assert "Account of Marta Bell" not in titles
    assert grades == sorted(grades)
    assert len(said.splitlines()) == 3


def test_of_what_a_reader_may_not_see_nothing_is_hinted(harbour: Workspace) -> None:
    with harbour.view(PUBLIC) as view:
        document = made(view, to="public")
    told = "\n".join(texts(document))
    assert [word for word in ("torture", "Selwyn Wire", "Marta", "Nobody was beaten") if word in told] == []
    assert "None recorded" in rows(document)["What speaks against it"]
    assert "What is asked" not in rows(document)


def test_a_protected_person_is_not_among_those_named(tmp_path: Path) -> None:
    casefile = CASEFILE.replace("subjects: [lam, police]", "subjects: [witness, lam]")
    with workspace(tmp_path, casefile) as opened, opened.view(CANADA) as view:
        told = rows(made(view))
    assert told["Who, and what is alleged"].count("\n") == 0
    assert "of 1 named" in told["Under"]


def test_where_nobody_can_be_shown_nothing_is_said_to_be_complete(tmp_path: Path) -> None:
    casefile = CASEFILE.replace("subjects: [lam, police]", "subjects: [witness]")
    with workspace(tmp_path, casefile) as opened, opened.view(CANADA) as view:
        told = rows(made(view))
    nobody = "No name can be shown to this reader."
    assert (told["Who, and what is alleged"], told["What is open"]) == (nobody, nobody)
    assert told["Strongest first-hand sources"] == "No first-hand source is known that this reader may see."


def test_words_too_long_for_the_page_are_refused(harbour: Workspace) -> None:
    with harbour.view(CANADA) as view, pytest.raises(ValueRefused):
        made(view, step=NextStep("x" * 301))


def test_whoever_speaks_is_a_first_hand_source_where_no_origin_is_declared(tmp_path: Path) -> None:
    undeclared = re.sub(r"origin: [^,}\n]*", "origin: ''", CASEFILE)
    assert undeclared != CASEFILE
    with workspace(tmp_path, undeclared) as opened, opened.view(CANADA) as view:
        cited = [
            one
            for own in view.everything()
            for said in view.statements(own)
            for one in view.citations(said.id)
        ]
        found = OriginCounter(view).first_hand(cited)
    spoken = {one.id: one.said_by for one in cited if one.said_by}
    assert spoken
    assert spoken.keys() <= found.keys()
    assert len({found[one] for one in spoken}) == len({*spoken.values()})
