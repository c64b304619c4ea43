"""Protected people: no outside audience reads who they are in any part of a View; they can be forgotten."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from answerable.cli.profile import profile_of
from answerable.model.audience import PUBLIC, TEAM, Audience, parse_audience
from answerable.model.errors import AnswerableError, Erased, NothingCalled
from answerable.preserve.tables import kept_object, receipt_line
from answerable.read.tables import passage as passage_table
from answerable.record.letters import bare_letters, letters
from answerable.record.tables import citation, statement
from answerable.record.view import View
from answerable.weigh.origin_graph import case_origins
from answerable.workspace import Workspace
from answerable.workspace.deciding import decide_identity, reshare_statement
from answerable.workspace.erasing import erase_person
from answerable.workspace.rebuilding import rebuild
from tests.record.papers import ident, is_protected, row_counts, statement_id
from tests.support import recorded

NAME, CHINESE = "LING Sin-yau", "凌善柔"
OUTSIDE = [parse_audience(one) for one in ("coalition", "recipient:ca", "public")]
TESTIMONY = (
    f"Statement of {NAME} ({CHINESE}), born 1999-04-12 in Lower Quay.\n"
    f"On 3 May 2031 the officers called ling, sin yau by her name and struck her. {CHINESE}說。\n"
)
REPORT = f"Quayside Monitors spoke with {NAME} on 4 May 2031, and with LAM Ka-ho.\n"
CASEFILE = f"""\
casefile: harbour
organisation: Selwyn Rights Desk
sharing: public
sources:
  testimony:
    file: testimony.txt
    title: Testimony of {NAME}
    author: {NAME}
    published: 2031-05-04
    publisher: Friends of {CHINESE}
    origin: interview with {NAME.upper()}
    said_by: {NAME}
    names: witness
  report: {{file: report.txt, title: Report}}
entities:
  witness:
    schema: Person
    protected: "yes"
    cite: {{source: testimony, quote: "Statement of {NAME} ({CHINESE}), born 1999-04-12 in Lower Quay"}}
    name: [{NAME}, {CHINESE}]
    birthDate: 1999-04-12
    birthPlace: Lower Quay
    nationality: xt
  lam:
    schema: Person
    cite: {{source: report, quote: "and with LAM Ka-ho", via: "{NAME}, who was there"}}
    name: LAM Ka-ho
    summary: Spoke to Ling Sin Yau.
    sourceUrl: https://example.org/{CHINESE}
    notes: See https://example.org/%E5%87%8C%E5%96%84%E6%9F%94 for more.
  beating:
    schema: Act
    victim: witness
    cite: {{source: testimony, quote: the officers called ling}}
  body:
    schema: Organization
    name: Friends of {CHINESE}
    cite: {{source: testimony, quote: by her name and struck her}}
identity: [{{different: [lam, witness], because: {NAME} is a woman.}}]
case:
  slug: Ling-Sin-yau
  title: What {NAME} saw
  summary: Of {CHINESE}.
  subjects: lam
  narrative: {{summary: "The officers struck {NAME}; she is from Lower Quay.", {CHINESE[:1]}x: nothing}}
"""
CASEFILE = CASEFILE.replace(f", {CHINESE[:1]}x: nothing", "")
FILES: dict[str, str | bytes] = {"testimony.txt": TESTIMONY, "report.txt": REPORT}
SECRETS = [NAME, CHINESE, "1999-04-12", "Lower Quay"]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with recorded(tmp_path_factory.mktemp("protect"), CASEFILE, FILES) as made:
        yield made


def words_in(shown: Any) -> Iterator[str]:
    """Every string in what a View handed out."""
    if isinstance(shown, str):
        yield shown
    elif is_dataclass(shown) and not isinstance(shown, type):
        yield from words_in(asdict(shown))
    elif isinstance(shown, dict):
        yield from (words for pair in shown.items() for words in words_in(pair))
    elif isinstance(shown, list | tuple | set | frozenset):
        yield from (words for one in shown for words in words_in(one))


def everything(view: View, entities: list[str], questions: list[str]) -> Iterator[Any]:
    """All that a View can be asked for."""
    for entity in entities:
        said = [*view.statements(entity), *view.withdrawn(entity)]
        yield [
            said,
            view.names(entity),
            view.caption(entity),
            view.decisions(entity),
            profile_of(view, entity),
        ]
        yield [view.referring(entity, prop) for prop in ("victim", "perpetrator", "act")]
        for one in said:
            yield view.history(one.id)
            for cited in view.citations(one.id):
                passage = view.passage(cited.passage)
                yield [cited, view.speaker(cited.said_by), passage, view.source(passage.source)]
                yield view.text(passage.text_sha256, passage.source)
                yield view.words_at(passage.text_sha256, passage.start, passage.end)
    yield [view.cards(kind) for kind in ("Thing", "Interval")]
    yield [[case, view.narratives(case.id)] for case in view.cases()]
    yield [case_origins(view, case) for case in view.cases()]
    for question in questions:
        yield view.search(question)
        try:
            yield view.find(question)
        except NothingCalled as error:
            yield error.facts["nearest"]


def revealed(view: View, entities: list[str], secrets: list[str]) -> list[str]:
    """What stands in a View that should not."""
    shown = [words for part in everything(view, entities, secrets) for words in words_in(part)]
    return [words for words in shown if any(any(letters(words).places(secret)) for secret in secrets)]


def entities_of(workspace: Workspace) -> list[str]:
    with workspace.store.reading() as connection:
        return sorted(set(connection.execute(select(statement.c.entity)).scalars()))


@pytest.mark.parametrize("audience", OUTSIDE, ids=str)
def test_no_part_of_a_view_names_the_witness_to_outsiders(workspace: Workspace, audience: Audience) -> None:
    with workspace.view(audience) as view:
        assert revealed(view, entities_of(workspace), SECRETS) == []


def test_the_own_team_reads_everything(workspace: Workspace) -> None:
    witness = ident(workspace, "witness")
    with workspace.view(TEAM) as view:
        assert view.names(witness) == [NAME, CHINESE]
        assert view.caption(witness) == NAME
        assert view.find("ling sin-yau") == view.find(CHINESE) == witness
        assert view.case("Ling-Sin-yau").title == f"What {NAME} saw"
        assert view.must_not_appear == ()


def test_what_is_withheld_leaves_the_rest(workspace: Workspace) -> None:
    lam = ident(workspace, "lam")
    with workspace.view(PUBLIC) as view:
        shown = {one.prop: one.value for one in view.statements(lam)}
        (cited,) = view.citations(view.statements(lam, ["summary"])[0].id)
        (victim,) = view.statements(ident(workspace, "beating"))
        passage = view.passage(view.citations(victim.id)[0].passage)
        case = view.case("Ling-Sin-yau")
        narrative = view.narratives(case.id)["summary"]
        source = view.source(passage.source)
    assert shown["summary"] == "Spoke to ▮▮▮."
    assert shown["notes"] == "See https://example.org/▮▮▮ for more."
    assert shown["sourceUrl"] == "https://example.org/▮▮▮"
    assert (cited.via, cited.said_by) == ("▮▮▮, who was there", "")
    assert (passage.exact, passage.suffix[:16]) == ("the officers called ▮▮▮", "▮▮▮ by her name ")
    assert (case.title, case.summary, case.slug) == ("What ▮▮▮ saw", "Of ▮▮▮.", "▮▮▮")
    assert narrative == "The officers struck ▮▮▮; she is from ▮▮▮."
    assert (source.title, source.publisher) == ("Testimony of ▮▮▮", "Friends of ▮▮▮")
    assert (source.author, source.published) == ("▮▮▮", "2031-05-04")
    assert source.origin == "interview with ▮▮▮"


def test_what_does_not_identify_them_may_be_shown_under_the_pseudonym(workspace: Workspace) -> None:
    witness = ident(workspace, "witness")
    with workspace.view(PUBLIC) as view:
        assert [(one.prop, one.value) for one in view.statements(witness)] == [("nationality", "xt")]
        assert view.caption(witness).startswith("Protected person ")
        (victim,) = view.referring(witness, "victim")
        assert view.caption(victim.value) == view.caption(witness)


def test_pseudonyms_hold_within_an_audience_and_differ_between_audiences_and_workspaces(
    workspace: Workspace, tmp_path: Path
) -> None:
    def called(made: Workspace) -> list[str]:
        names = []
        for audience in OUTSIDE * 2:
            with made.view(audience) as view:
                names.append(view.caption(ident(made, "witness")))
        return names

    here = called(workspace)
    assert here[:3] == here[3:]
    with recorded(tmp_path, CASEFILE, FILES) as made:
        assert len({*here, *called(made)}) == 3  # the same seed, and so the same key
    from tests.support import new_workspace

    (tmp_path / "other").mkdir()
    with new_workspace(tmp_path / "other", seed=2) as made:
        made.record(tmp_path / "casefile" / "case.yaml")
        assert not {*here} & {*called(made)}


def test_an_erroneous_search_does_not_name_them(workspace: Workspace) -> None:
    for asked in ("Ling Sin-yo", "凌善", "Friends of Ling"):
        with workspace.view(PUBLIC) as view, pytest.raises(NothingCalled) as caught:
            view.find(asked)
        assert not any(
            any(letters(str(caught.value)).places(secret)) for secret in SECRETS if secret not in asked
        )


LETTERS = "abcdeLNÉéüñ'’- 王毅林嘉凌善柔ئۇيغۇرабв"
NAMES = (
    st.text(alphabet=LETTERS, min_size=2, max_size=14)
    .map(str.strip)
    .filter(lambda name: len(bare_letters(name)) >= 2 and name == " ".join(name.split()))
)


def written(value: str) -> str:
    """The value as YAML takes it, in double quotes."""
    return json.dumps(value, ensure_ascii=False)


def generated(names: list[str], spoken: list[str]) -> tuple[str, dict[str, str | bytes]]:
    """A casefile with a protected person for each name, and sources and free words that hold the names."""
    words = "\n".join(f"Then {one} stood there, and nobody spoke of it again." for one in spoken)
    lines = ["casefile: many", "organisation: Desk", "sharing: public", "sources:"]
    lines += ["  notes: {file: notes.txt, title: " + written(f"Notes of {spoken[0]}") + "}", "entities:"]
    cites = [f"{{source: notes, quote: {written(f'Then {one} stood there')}}}" for one in spoken]
    for number, name in enumerate(names):
        lines.append(
            f"  p{number}: {{schema: Person, protected: yes, name: {written(name)}, cite: {cites[0]}}}"
        )
    for number, one in enumerate(spoken):
        told = f"summary: {written(f'Met {one} there.')}, cite: {cites[number]}"
        lines.append(f"  o{number}: {{schema: Person, name: {written(f'Someone {number}')}, {told}}}")
    title = written(f"About {spoken[-1]}")
    lines.append(f"case: {{slug: many, title: {title}, subjects: o0, narrative: {{n: {title}}}}}")
    return "\n".join(lines) + "\n", {"notes.txt": words}


def variants(name: str) -> list[str]:
    return [
        name,
        name.upper(),
        name.lower(),
        name.replace("-", " "),
        name.replace(" ", "\u00a0"),
        f"({name})",
    ]


@settings(max_examples=12, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=4, unique=True), st.data())
def test_whatever_their_names_no_outsider_reads_them(names: list[str], data: st.DataObject) -> None:
    every = [spoken for name in names for spoken in variants(name)]
    spoken = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=5))
    casefile, files = generated(names, spoken)
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        recorded(Path(folder), casefile, files) as workspace,
    ):
        for audience in OUTSIDE:
            with workspace.view(audience) as view:
                assert revealed(view, entities_of(workspace), names) == []


def test_someone_held_to_be_the_witness_is_protected_with_her(tmp_path: Path) -> None:
    ling = "  ling: {schema: Person, name: Lena Ling, cite: {source: report, quote: Quayside}}\n"
    twice = CASEFILE.replace("  lam:\n", f"{ling}  lam:\n")
    with recorded(tmp_path, twice, FILES) as workspace:
        with workspace.view(PUBLIC) as view:
            assert view.find("Lena Ling") == ident(workspace, "ling")
        decide_identity(
            workspace, ident(workspace, "ling"), ident(workspace, "witness"), same=True, because="x"
        )
        with workspace.view(PUBLIC) as view:
            assert revealed(view, entities_of(workspace), [*SECRETS, "Lena Ling"]) == []
            canonical = view.resolve(ident(workspace, "witness"))
            assert [one.prop for one in view.statements(canonical)] == ["nationality"]
        with workspace.view(TEAM) as view:
            assert view.find("Lena Ling") == view.find(NAME)


def open_first(casefile: str) -> str:
    return casefile.replace('    protected: "yes"\n', "").replace("    names: witness\n", "")


@pytest.mark.parametrize(
    "later", [CASEFILE, CASEFILE.replace("    names: witness\n", "")], ids=["named", "marked"]
)
def test_someone_protected_later_is_sealed_then(tmp_path: Path, later: str) -> None:
    with recorded(tmp_path, open_first(CASEFILE), FILES) as workspace:
        assert not is_protected(workspace, "witness")
        before = row_counts(workspace)
        (tmp_path / "casefile" / "case.yaml").write_text(later, "utf-8")
        assert workspace.record(tmp_path / "casefile" / "case.yaml").new_statements == 0
        assert is_protected(workspace, "witness")
        after = row_counts(workspace)
        assert (after["statement"], after["citation"]) == (before["statement"], before["citation"])
        check_sealed(workspace)
        with workspace.view(PUBLIC) as view:
            assert revealed(view, entities_of(workspace), SECRETS) == []
        with workspace.view(TEAM) as view:
            assert view.names(ident(workspace, "witness")) == [NAME, CHINESE]
        assert workspace.verify().holds
        assert rebuild(workspace).same


def check_sealed(workspace: Workspace) -> None:
    """Nothing of the testimony stands open in the database or in the vault."""
    with workspace.store.reading() as connection:
        values = connection.execute(
            select(statement.c.value).where(statement.c.entity == ident(workspace, "witness"))
        )
        assert not {NAME, CHINESE, "1999-04-12", "Lower Quay"} & set(values.scalars())
        sealed = (
            connection.execute(select(kept_object.c.sha256).where(kept_object.c.sealed_for != ""))
            .scalars()
            .all()
        )
        words = connection.execute(
            select(passage_table.c.exact, passage_table.c.prefix, passage_table.c.suffix).where(
                passage_table.c.text_sha256.in_(sealed)
            )
        ).all()
    assert len(sealed) == 1
    assert not [one for row in words for one in row if NAME in one or CHINESE in one]
    for path in workspace.vault.folder.rglob("*"):
        if path.is_file():
            assert TESTIMONY.encode() not in path.read_bytes()


def test_a_source_on_which_a_protected_name_rests_is_sealed_though_nobody_said_it_names_them(
    tmp_path: Path,
) -> None:
    with recorded(tmp_path, CASEFILE.replace("    names: witness\n", ""), FILES) as workspace:
        check_sealed(workspace)


TWO = """\
casefile: harbour
organisation: Selwyn Rights Desk
sharing: public
sources: {{testimony: {{file: testimony.txt, names: [{named}]}}}}
entities:
  witness: {{schema: Person, protected: yes, name: LING Sin-yau, cite: {{source: testimony, quote: born}}}}
  sister: {{schema: Person, {sister}name: Ling the Elder, cite: {{source: testimony, quote: struck her}}}}
"""


def test_a_second_person_named_later_seals_what_was_sealed_for_the_first(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"testimony.txt": TESTIMONY}
    with recorded(tmp_path, TWO.format(named="witness", sister=""), files) as workspace:
        more = TWO.format(named="witness, sister", sister="protected: yes, ")
        (tmp_path / "casefile" / "case.yaml").write_text(more, "utf-8")
        workspace.record(tmp_path / "casefile" / "case.yaml")
        with workspace.view(TEAM) as view:
            assert view.caption(ident(workspace, "sister")) == "Ling the Elder"
        erase_person(workspace, ident(workspace, "sister"), "she asked for it")
        with workspace.store.reading() as connection:
            cited = connection.execute(select(citation.c.passage)).scalars().all()
        with workspace.view(TEAM) as view:
            assert {view.passage(one).exact for one in cited} == {""}
            assert view.names(ident(workspace, "witness")) == [NAME]
        assert workspace.verify().holds


def test_what_is_erased_is_gone_for_everyone_and_the_log_still_holds(tmp_path: Path) -> None:
    with recorded(tmp_path, CASEFILE, FILES) as workspace:
        witness = ident(workspace, "witness")
        with workspace.view(TEAM) as view:
            cited = [one for said in view.statements(witness) for one in view.citations(said.id)]
            sha256 = view.passage(cited[0].passage).text_sha256
        erase_person(workspace, witness, "she asked for it")
        for audience in (TEAM, *OUTSIDE):
            with workspace.view(audience) as view:
                assert [one.prop for one in view.statements(witness)] == ["nationality"]
                assert view.caption(witness).startswith("Protected person ")
                assert view.passage(cited[0].passage).exact == ""
                assert view.source(view.passage(cited[0].passage).source).title == "(erased)"
        with workspace.view(TEAM) as view, pytest.raises(NothingCalled):
            view.find(CHINESE)
        with pytest.raises(AnswerableError):
            workspace.vault.get(sha256)
        with pytest.raises(Erased):
            workspace.people.get(witness)
        assert workspace.verify().holds
        assert rebuild(workspace).same


def test_the_name_of_a_file_that_was_erased_is_forgotten_too(tmp_path: Path) -> None:
    named = tmp_path / "casefile" / "ling-sin-yau.txt"
    casefile = CASEFILE.replace("file: testimony.txt", "file: ling-sin-yau.txt")
    with recorded(tmp_path, CASEFILE, {**FILES, named.name: TESTIMONY + "More.\n"}) as workspace:
        workspace.import_files([named])
        (tmp_path / "casefile" / "case.yaml").write_text(casefile, "utf-8")
        workspace.record(tmp_path / "casefile" / "case.yaml")
        erase_person(workspace, ident(workspace, "witness"), "she asked for it")
        with workspace.store.reading() as connection:
            inputs = connection.execute(select(receipt_line.c.input)).scalars().all()
        assert inputs == ["(erased)"]


def test_only_the_protected_can_be_erased(workspace: Workspace) -> None:
    for key in ("lam", "nobody"):
        with pytest.raises(NothingCalled):
            erase_person(workspace, ident(workspace, key), "x")


def test_a_name_shared_more_widely_by_mistake_is_still_sealed(tmp_path: Path) -> None:
    with recorded(tmp_path, CASEFILE, FILES) as workspace:
        reshare_statement(
            workspace, statement_id(workspace, "witness", "name"), "public, recipients", "mistake"
        )
        with workspace.view(PUBLIC) as view:
            assert revealed(view, entities_of(workspace), SECRETS) == []


def test_the_evidence_log_names_nobody(workspace: Workspace) -> None:
    with workspace.view(TEAM) as view:
        told = [words for row in view.log_rows() for words in words_in(row.fields)]
    assert not [words for words in told if any(any(letters(words).places(secret)) for secret in SECRETS)]
