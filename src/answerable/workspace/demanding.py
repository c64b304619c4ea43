"""Demands in an open workspace: what is asked, what was done about it and for it, each with its words."""

from dataclasses import dataclass
from datetime import date, timedelta

from answerable.model.audience import parse_sharing
from answerable.model.dates import parse_date
from answerable.model.errors import ValueRefused
from answerable.model.ids import derived_id
from answerable.preserve.captures import find_capture, get_source
from answerable.read.passages import Finder
from answerable.read.reader import Reader
from answerable.read.texts import PassageWriter, Place, read_capture
from answerable.record.cards import refresh_cards
from answerable.record.search import index_statements
from answerable.record.statements import (
    NewCitation,
    NewEntity,
    NewStatement,
    StatementWriter,
    add_entities,
)
from answerable.store.clock import stamp
from answerable.workspace.workspace import Workspace

HAPPENED = ("Progress", "Stage", "SignOn")
"""What cannot be of a day that has not come; a demand's hearing may well be set for one."""


@dataclass(frozen=True, slots=True)
class Cited:
    """The words that something rests on: a source that is kept, and a quotation out of it."""

    source: str
    quote: str
    page: int = 0
    said_by: str = ""
    grade: str = "F6"
    sharing: str = ""
    """Who may see it; the team alone unless it is said, or for an end, whoever could see what ends."""


def find_thing(workspace: Workspace, name: str, kind: str) -> str:
    """The id of a demand or campaign event by its name; raise `NothingCalled` or `SeveralCalled`."""
    with workspace.view() as view:
        return view.find(name, kind)


def record_thing(
    workspace: Workspace, kind: str, key: str, said: dict[str, str], cited: Cited, known: str = ""
) -> str:
    """Record a thing of one of our kinds, with the words for it; give back its id.

    ``key`` is what makes it the same thing when it is said again; ``known`` is its id where it has one
    already. Its end is told to everyone who could see it before: nobody may go on reading that somebody
    stands by what they withdrew from. Its words go along, so a narrower sharing is refused. Raises
    `NothingCalled` for a source that is not kept, `QuoteNotFound`, `ValueRefused` and `DateImpossible`;
    nothing of it is recorded then, and the text that was read stays kept.
    """
    given = {prop: value for prop, value in said.items() if value}
    _check_days(kind, given, stamp(workspace.store.clock())[:10])
    with workspace.store.reading() as connection:
        capture = find_capture(connection, cited.source)
        title = get_source(connection, capture.source).title
    with workspace.changing(), Reader() as reader:
        text = read_capture(workspace.store, workspace.vault, reader, capture)
        words = workspace.vault.get(text.sha256).decode()
        span = Finder(words, text.pages).find(cited.quote, page=cited.page, source=title)
        own = known or derived_id("entity", workspace.settings.chain, kind, key)
        sharing = _sharing(workspace, own, cited.sharing, ends="endDate" in given)
        with workspace.store.change() as change:
            add_entities(change, {own: NewEntity(kind)})
            place = Place(text.sha256, capture.source)
            passage = PassageWriter(change, workspace.people).write(place, span)
            writer = StatementWriter(change, workspace.people, workspace.store.actor)
            citation = NewCitation(passage, said_by=cited.said_by, grade=cited.grade)
            for prop, value in given.items():
                writer.write(
                    NewStatement(
                        entity=own,
                        prop=prop,
                        value=value,
                        organisation=workspace.settings.organisation,
                        sharing=sharing,
                        citations=(citation,),
                        grade=cited.grade,
                    )
                )
            refresh_cards(change, [own])
            index_statements(change, [own])
            change.log("demand", {"entity": own, "schema": kind})
        workspace.index_texts([text.sha256])
    return own


def _sharing(workspace: Workspace, own: str, said: str, *, ends: bool) -> frozenset[str]:
    with workspace.view() as view:
        before = frozenset(label for one in view.statements(own) for label in one.sharing) if ends else None
    wanted = parse_sharing(said) if said else frozenset[str]()
    if not before:
        return wanted or parse_sharing("team")
    if said and "public" not in wanted and before - wanted - {"team"}:
        seen = ", ".join(sorted(before))
        why = f"whoever could see it ({seen}) reads that it ended, and in which words; cite words for them"
        raise ValueRefused(value=said, prop="sharing", why=why)
    return before | wanted


def _check_days(kind: str, said: dict[str, str], today: str) -> None:
    latest = date.fromisoformat(today) + timedelta(days=1)
    for prop in ("date", "startDate", "endDate"):
        if kind in HAPPENED and prop in said and parse_date(said[prop]).first > latest:
            raise ValueRefused(value=said[prop], prop=prop, why="that day has not come yet")
