"""Search finds names in every script, the same on both databases, and nothing that is sealed or withheld."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from sqlalchemy import text

from answerable.model.audience import PUBLIC, TEAM, parse_audience
from answerable.record.search import search, search_row
from answerable.workspace import Workspace
from answerable.workspace.deciding import reshare_statement, withdraw_statement
from answerable.workspace.rebuilding import rebuild
from tests.record.papers import ident, statement_id
from tests.support import recorded

WITNESS = "LING Sin-yau"
FILLER = "的王府海旁街 " * 3_000
REPORT = (
    "王毅在譚索港獲准保釋。ئۇيغۇر ئاكتىپ ئابدۇرېھىم. José Núñez spoke in Port Selwyn on 3 May 2031.\n"
    f"{FILLER}\nAt the very end stands 岑礎衡, and so does Superintendent Kwong of Harbour Street.\n"
)
TESTIMONY = f"My name is {WITNESS} (凌善柔). I was held in Pier Nine, under a violet lamp.\n"


def word_file(words: str) -> bytes:
    made = docx.Document()
    made.add_paragraph(words)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


FILES: dict[str, str | bytes] = {
    "report.txt": REPORT,
    "testimony.txt": TESTIMONY,
    "second.docx": word_file(f"{WITNESS} again: the lamp was amber."),
}
CASEFILE = f"""\
casefile: harbour
organisation: Selwyn Rights Desk
sharing: public
sources:
  report: {{file: report.txt, title: Report on Harbour Street}}
  testimony: {{file: testimony.txt, title: Testimony 1, names: witness}}
  second: {{file: second.docx, title: Testimony 2, names: witness}}
entities:
  wang:
    schema: Person
    cite: {{source: report, quote: 王毅在譚索港獲准保釋}}
    name: [王毅, José Núñez]
    summary: Spoke with {WITNESS} about the pier.
    notes: {{value: A remark for the team., sharing: team}}
  witness:
    schema: Person
    protected: "yes"
    cite:
      - {{source: testimony, quote: "My name is {WITNESS} (凌善柔)"}}
      - {{source: second, quote: the lamp was amber}}
    name: [{WITNESS}, 凌善柔]
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with recorded(tmp_path_factory.mktemp("search"), CASEFILE, FILES) as made:
        yield made


def found(workspace: Workspace, query: str, audience: str = "team") -> list[tuple[str, str]]:
    with workspace.view(parse_audience(audience)) as view:
        return [(one.kind, one.title) for one in view.search(query)]


IN_REPORT = ("text", "Report on Harbour Street")
NAMED = ("statement", "Person · name")
ASKED = [
    ("王毅", [NAMED, IN_REPORT]),
    ("保釋", [IN_REPORT]),
    ("毅王", []),
    ("ئۇيغۇر", [IN_REPORT]),
    ("ئابدۇرېھىم", [IN_REPORT]),
    ("jose nunez", [NAMED, IN_REPORT]),
    ("JOSÉ NÚÑEZ", [NAMED, IN_REPORT]),
    ("“port selwyn”", [IN_REPORT]),
    ("“selwyn port”", []),
    ("selwyn port", [IN_REPORT]),
    ("王毅 kwong", [IN_REPORT]),
    ("岑礎衡", [IN_REPORT]),
    ("“Superintendent Kwong”", [IN_REPORT]),
    ("王府", [IN_REPORT]),
    ("2031", [IN_REPORT]),
    ("nothing", []),
    ('x"y* OR (a NEAR b)', []),
    ("' ; DROP TABLE entity --", []),
]


@pytest.mark.parametrize(("query", "expected"), ASKED)
def test_words_are_found_in_any_script(
    workspace: Workspace, query: str, expected: list[tuple[str, str]]
) -> None:
    assert found(workspace, query) == expected


def test_what_is_found_is_shown_with_what_stands_beside_it(workspace: Workspace) -> None:
    with workspace.view() as view:
        shown = {query: view.search(query)[-1].words for query in ("岑礎衡", "jose", "保釋")}
    assert shown["岑礎衡"].endswith("At the very end stands 岑礎衡, and so does Superintendent Kwong of Ha")
    assert "José Núñez spoke" in shown["jose"]
    assert shown["保釋"].startswith("王毅在譚索港獲准保釋。")


@pytest.mark.parametrize("audience", ["coalition", "recipient:ca", "public"])
def test_only_the_own_team_searches_whole_texts(workspace: Workspace, audience: str) -> None:
    assert found(workspace, "王毅", audience) == [NAMED]
    assert found(workspace, "保釋", audience) == []


@pytest.mark.parametrize("query", ["violet", "amber", "lamp", WITNESS, "凌善柔", "善柔", "pier nine"])
@pytest.mark.parametrize("audience", ["team", "coalition", "public"])
def test_a_sealed_text_is_never_found(workspace: Workspace, query: str, audience: str) -> None:
    titles = [title for _, title in found(workspace, query, audience)]
    assert not [title for title in titles if title.startswith("Testimony")]


@pytest.mark.parametrize("words", ["violet", "amber", "凌善柔", "Sin-yau held"])
def test_after_reading_and_rebuilding_a_sealed_text_is_still_not_in_the_index(
    workspace: Workspace, words: str
) -> None:
    for source in ("Testimony 1", "Testimony 2"):
        workspace.read(source)
    assert rebuild(workspace).same
    with workspace.store.reading() as connection:
        everything = [row.vis for row in connection.execute(search_row.select())]
        assert search(connection, words, everything) == []


@pytest.mark.parametrize("query", [WITNESS, "ling", "sin yau", "“with ling”"])
def test_an_outsider_cannot_confirm_a_name_by_asking_for_it(workspace: Workspace, query: str) -> None:
    assert found(workspace, query) == [("statement", "Person · summary")]
    assert found(workspace, query, "public") == []
    assert found(workspace, "pier", "public") == [("statement", "Person · summary")]
    with workspace.view(PUBLIC) as view:
        assert [one.words for one in view.search("pier")] == ["Spoke with ▮▮▮ about the pier."]


def test_a_statement_is_found_by_those_it_is_shared_with_now(tmp_path: Path) -> None:
    with recorded(tmp_path, CASEFILE, FILES) as workspace:
        name = statement_id(workspace, "wang", "name", "王毅")
        notes = statement_id(workspace, "wang", "notes")
        reshare_statement(workspace, name, "team", "too early")
        reshare_statement(workspace, notes, "public", "agreed with Mr Wang")
        assert found(workspace, "王毅", "public") == []
        assert found(workspace, "王毅") == [NAMED, IN_REPORT]
        assert found(workspace, "remark", "public") == [("statement", "Person · notes")]
        assert rebuild(workspace).same
        withdraw_statement(workspace, notes, "it was wrong")
        assert found(workspace, "remark") == found(workspace, "remark", "public") == []


def test_no_more_are_given_than_were_asked_for(workspace: Workspace) -> None:
    with workspace.view(TEAM) as view:
        assert len(view.search("王毅", limit=1)) == 1
        assert view.search("王毅", limit=0) == []


def test_what_is_forgotten_leaves_no_words_behind(tmp_path: Path) -> None:
    open_first = CASEFILE.replace(", names: witness", "").replace('    protected: "yes"\n', "")
    with recorded(tmp_path, open_first, FILES) as workspace:
        assert ("text", "Testimony 1") in found(workspace, "violet")
        (tmp_path / "casefile" / "case.yaml").write_text(CASEFILE, "utf-8")
        workspace.record(tmp_path / "casefile" / "case.yaml")
        assert found(workspace, "violet") == found(workspace, "凌善柔") == []
        with workspace.store.reading() as connection:
            orphans = "SELECT count(*) FROM search_words WHERE rowid NOT IN (SELECT id FROM search_row)"
            assert connection.execute(text(orphans)).scalar_one() == 0
        with workspace.view() as view:
            assert view.find(WITNESS) == ident(workspace, "witness")
