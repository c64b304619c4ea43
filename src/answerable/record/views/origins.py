"""The part of a View that tells what is needed to say which sources go back to one first-hand source."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import select

from answerable.model.errors import Erased, NothingCalled, SeveralCalled
from answerable.model.nearest import nearest
from answerable.model.record import CitedWords, OriginDecision
from answerable.preserve.keeping import erased_on
from answerable.preserve.tables import source
from answerable.read.tables import passage
from answerable.record.pseudonyms import withhold_around
from answerable.record.tables import citation, entity, origin_decision, statement
from answerable.record.views.base import ID, Opened

AROUND = 60
"""Characters on either side of words, looked at so that no name is shown in half."""
_PLACE = (passage.c.id, passage.c.source, passage.c.text_sha256, passage.c.start, passage.c.end)
_INVOLVED = ("act", "parent", "perpetrator")


class Origins(Opened):
    """What sources say, who speaks in them, and what people decided about them."""

    def around(self, subjects: Iterable[str]) -> list[str]:
        """The subjects, what they are tied to, the acts and bodies behind that, and who else took part."""
        known = dict.fromkeys(subjects)
        known |= dict.fromkeys(self._pointing_at(known))
        for _ in ("acts and posts", "bodies, events and victims"):
            known |= dict.fromkeys(self._referred_by(known))
        known |= dict.fromkeys(self._pointing_at(known, _INVOLVED))
        known |= dict.fromkeys(self._referred_by(known))
        return list(known)

    def _pointing_at(self, canonicals: Collection[str], props: Collection[str] = ()) -> list[str]:
        members = select(entity.c.id).where(entity.c.canonical.in_(canonicals))
        query = select(statement.c.canonical).where(
            statement.c.value.in_(members), statement.c.is_ref, self._stands, self._shown
        )
        query = query.where(statement.c.prop.in_(props)) if props else query
        return list(self._connection.execute(query.distinct().order_by(statement.c.canonical)).scalars())

    def _referred_by(self, canonicals: Collection[str]) -> list[str]:
        query = (
            select(entity.c.canonical)
            .join(statement, statement.c.value == entity.c.id)
            .where(statement.c.canonical.in_(canonicals), statement.c.is_ref, self._stands, self._shown)
        )
        return list(self._connection.execute(query.distinct().order_by(entity.c.canonical)).scalars())

    def cited_of(self, canonicals: Collection[str]) -> list[CitedWords]:
        """The words cited for and against whatever is said of these, in the order of their sources' ids."""
        said = (statement.c.canonical, statement.c.prop, statement.c.value)
        found = self._connection.execute(
            select(citation.c.passage, citation.c.said_by, *said)
            .join(statement, statement.c.id == citation.c.statement)
            .where(statement.c.canonical.in_(canonicals), self._stands, self._shown, self._heard)
            .distinct()
        ).all()
        about: dict[str, set[str]] = defaultdict(set)
        for row in found:
            about[row.passage].add("\x1f".join(row[2:]))
        speakers = self._speakers((row.passage, row.said_by) for row in found if row.said_by)
        places = self._connection.execute(
            select(*_PLACE).where(passage.c.id.in_(about)).order_by(*_PLACE[1:])
        )
        return [_cited(row, speakers, about) for row in places]

    def cited_in(self, passages: Collection[str]) -> list[CitedWords]:
        """Where these passages stand and who speaks in them; those this audience may not see are left out."""
        seen = (
            select(citation.c.id)
            .join(statement, statement.c.id == citation.c.statement)
            .where(self._stands, self._shown, self._heard)
        )
        places = self._connection.execute(
            select(*_PLACE)
            .where(passage.c.id.in_(passages), seen.where(citation.c.passage == passage.c.id).exists())
            .order_by(*_PLACE[1:])
        ).all()
        spoken = seen.with_only_columns(citation.c.passage, citation.c.said_by).distinct()
        said = self._connection.execute(
            spoken.where(citation.c.passage.in_(passages), citation.c.said_by != "")
        )
        speakers = self._speakers((row.passage, row.said_by) for row in said)
        return [_cited(row, speakers, {}) for row in places]

    def _speakers(self, said: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
        """Who speaks in each passage."""
        every = list(said)
        self._learn_who(said_by for _, said_by in every if ID.fullmatch(said_by))
        speakers: dict[str, set[str]] = defaultdict(set)
        for passage_id, said_by in every:
            speakers[passage_id].add(self._who_speaks(said_by))
        return speakers

    def _who_speaks(self, said_by: str) -> str:
        return self.resolve(said_by) if ID.fullmatch(said_by) else self._withheld(said_by)

    def words(self, sha256: str) -> str:
        """A whole text, to compare with others and not to show; empty where it was erased."""
        if erased_on(self._connection, sha256):
            return ""
        try:
            return self._vault.get(sha256).decode()
        except Erased:
            return ""

    def words_at(self, sha256: str, start: int, end: int) -> str:
        """Words of a text as this audience may read them; none of a sealed one for anyone but the team."""
        if self.is_outside and self._vault.is_sealed(sha256):
            return ""
        text = self.words(sha256)
        parts = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
        return withhold_around(parts, self.must_not_appear, self.half_names)[1]

    def origin_decisions(self) -> list[OriginDecision]:
        """The standing decisions on sources this audience may see; who took them is for the team."""
        found = self._connection.execute(
            select(origin_decision)
            .where(origin_decision.c.undone == "")
            .order_by(origin_decision.c.at, origin_decision.c.id)
        ).all()
        shown = self._seen({side for row in found for side in (row.left, row.right)}) if found else set()
        return [self._told_of(row) for row in found if {row.left, row.right} <= shown]

    def _told_of(self, row: Any) -> OriginDecision:
        because = self._withheld(row.because)
        decided_by, by = ("", "") if self.is_outside else (row.decided_by, row.by)
        return OriginDecision(row.id, row.left, row.right, row.same, because, decided_by, by, row.at)

    def _seen(self, sources: Collection[str]) -> set[str]:
        """Those of the sources that something this audience may see rests on; all of them for the team."""
        if not self.is_outside:
            return set(sources)
        query = (
            select(passage.c.source)
            .join(citation, citation.c.passage == passage.c.id)
            .join(statement, statement.c.id == citation.c.statement)
            .where(passage.c.source.in_(sources), self._stands, self._shown, self._heard)
        )
        return set(self._connection.execute(query.distinct()).scalars())

    def find_source(self, words: str) -> str:
        """The id of the source of that id (or its first six figures), address or title.

        Raises `NothingCalled` with the nearest title, and `SeveralCalled`.
        """
        rows = self._connection.execute(select(source.c.id, source.c.url, source.c.title)).all()
        seen = self._seen([row.id for row in rows])
        known = [
            (row.id, self._withheld(row.url), self._withheld(row.title)) for row in rows if row.id in seen
        ]
        exact = [one[0] for one in known if words.casefold() in {part.casefold() for part in one} - {""}]
        begun = [one[0] for one in known if len(words) >= 6 and one[0].startswith(words)]
        found = exact or begun
        if len(found) > 1:
            raise SeveralCalled(count=len(found), name=words, ids=", ".join(sorted(found)))
        if not found:
            raise NothingCalled(kind="source", name=words, nearest=nearest(words, [one[2] for one in known]))
        return str(found[0])


def _cited(row: Any, speakers: Mapping[str, set[str]], about: Mapping[str, set[str]]) -> CitedWords:
    said, facts = frozenset(speakers.get(row.id, ())), frozenset(about.get(row.id, ()))
    return CitedWords(row.id, row.source, row.text_sha256, row.start, row.end, said, facts)
