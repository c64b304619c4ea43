"""Lists of people and things: each once, in order, page by page, and nobody's place tells their name."""

from collections.abc import Iterator

import pytest

from answerable.model.audience import PUBLIC, TEAM
from answerable.record.view import View
from answerable.workspace import Workspace
from answerable.workspace.deciding import decide_identity, withdraw_statement
from answerable.workspace.rebuilding import rebuild
from tests.record.papers import ident, statement_id
from tests.support import recorded

NAMES = ["Ada", "Bo", "Cy", "Dee", "Ede", "Flo", "Gus"]
TEXT = " ".join(f"{name} was there." for name in NAMES)


def person(name: str, sharing: str) -> str:
    key, cite = name.lower(), f"{{source: list, quote: {name} was there}}"
    more = f"alias: {{value: A{name}, sharing: team}}, summary: {{value: Was there., sharing: coalition}}"
    return f"  {key}: {{schema: Person, sharing: {sharing}, name: {name}, {more}, cite: {cite}}}\n"


CASEFILE = (
    "casefile: harbour\norganisation: Selwyn Rights Desk\nsources: {list: {file: list.txt}}\nentities:\n"
    + "".join(person(name, "team" if name == "Cy" else "public") for name in NAMES)
    + "  nameless: {schema: Person, sharing: public, country: xt, cite: {source: list, quote: Ada}}\n"
    + "  hidden: {schema: Person, protected: yes, name: Eve, country: {value: xt, sharing: public},"
    " cite: {source: list, quote: Flo was there}}\n"
)


@pytest.fixture
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with recorded(tmp_path_factory.mktemp("cards"), CASEFILE, {"list.txt": TEXT}) as made:
        yield made


def paged(view: View, size: int) -> list[str]:
    captions, after = [], ""
    while page := view.cards("Person", after, size):
        captions += [card.caption for card in page]
        after = page[-1].canonical
    return captions


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_pages_hold_everyone_once_and_in_order(workspace: Workspace, size: int) -> None:
    with workspace.view(TEAM) as view:
        found = paged(view, size)
    assert found[2:] == NAMES
    assert sorted(found[:2]) == ["(person)", "Eve"]


@pytest.mark.parametrize("size", [1, 4, 100])
def test_an_outside_audience_has_a_list_of_its_own(workspace: Workspace, size: int) -> None:
    with workspace.view(PUBLIC) as view:
        found = paged(view, size)
        assert found[2:] == [name for name in NAMES if name != "Cy"]
        (hidden,) = [caption for caption in found[:2] if caption != "(person)"]
        assert hidden == view.caption(ident(workspace, "hidden")) != "Eve"


def test_counts_are_of_what_this_audience_may_see(workspace: Workspace) -> None:
    for audience, count in ((TEAM, 3), (PUBLIC, 1)):
        with workspace.view(audience) as view:
            assert {one.caption: one.statements for one in view.cards("Person")}["Ada"] == count


def test_cards_follow_withdrawals_and_decisions_and_are_the_same_made_anew(workspace: Workspace) -> None:
    withdraw_statement(workspace, statement_id(workspace, "ada", "name"), "misread")
    decide_identity(workspace, ident(workspace, "bo"), ident(workspace, "gus"), same=True, because="one man")
    decide_identity(workspace, ident(workspace, "dee"), ident(workspace, "hidden"), same=True, because="x")
    with workspace.view(PUBLIC) as view:
        cards = {one.caption: one.statements for one in view.cards("Person")}
        pseudonym = view.caption(view.resolve(ident(workspace, "dee")))
    assert "Ada" not in cards
    assert "Dee" not in cards
    assert cards.pop(pseudonym) == 1
    assert (cards.get("Bo") or cards.get("Gus")) == 2
    assert rebuild(workspace).same
