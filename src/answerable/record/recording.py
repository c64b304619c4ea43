"""Writing a casefile into the record: all of it or nothing, and twice is the same as once."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import func, select, update

from answerable.model.ids import derived_id
from answerable.model.schemata import schema
from answerable.preserve.tables import source
from answerable.preserve.vault import Vault
from answerable.read.texts import PassageWriter, Place
from answerable.record.cards import refresh_cards
from answerable.record.case_writing import NarrativeTold, write_case
from answerable.record.casefile import Casefile, CaseSpec
from answerable.record.changing import regrade, reshare
from answerable.record.gather import SourceInHand
from answerable.record.identity import canonical_of, decide
from answerable.record.pictures import note_pictures
from answerable.record.plan import PlannedCitation, PlannedStatement
from answerable.record.protect import protect, seal_capture
from answerable.record.search import index_statements
from answerable.record.sharing import as_text
from answerable.record.statements import (
    Differing,
    NewCitation,
    NewEntity,
    NewStatement,
    StatementWriter,
    add_entities,
)
from answerable.record.tables import entity, sharing_set, statement
from answerable.store.groups import in_groups
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change, Store

NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording a casefile came to."""

    entities: int
    statements: int
    new_statements: int
    differing: int
    """Statements that were there already with another grade or sharing, and were left so: a file that is
    recorded again must neither widen what a person narrowed since nor pass over what it meant to narrow
    in silence."""
    changed: int
    """Statements that were there already and were given the grade and sharing of the file, since that was
    asked for."""
    stay_withdrawn: int
    """Statements of the file that were withdrawn since and stay so: no further words are cited for them."""
    beside: Mapping[str, str]
    """By the id of a date that stood before, the property of which the file says another; both stand."""
    narrative: NarrativeTold


def entity_id(chain: str, casefile: str, key: str) -> str:
    """The id of the entity that a casefile of this workspace calls ``key``: always the same one."""
    return derived_id("entity", chain, casefile, key)


class Recorder:
    """Writes one casefile within one transaction."""

    def __init__(
        self, store: Store, vault: Vault, people: PeopleKeys, as_written: str = "", *, again: bool = False
    ) -> None:
        """``as_written``: why statements that are there already are to be given the grade and sharing that
        the file says; empty where they are left as they are. ``again``: whether what was withdrawn since is
        said again, and sections of the narrative that were changed since are as in the file again.
        """
        self._store = store
        self._vault = vault
        self._people = people
        self._as_written = as_written
        self._again = again

    def record(
        self,
        casefile: Casefile,
        planned: list[PlannedStatement],
        sources: dict[str, SourceInHand],
        known: Mapping[str, str] = NOBODY,
    ) -> Recorded:
        """Write the plan. ``known``: who of it was recorded before, by key; they are held to be the same.

        Raises nothing that leaves a part of it behind.
        """
        with self._store.change() as change:
            change.alone()
            writing = _Writing(
                change, self._store, self._vault, self._people, casefile, sources, again=self._again
            )
            before = writing.count()
            writing.entities()
            writing.sources(planned)
            differing = writing.statements(planned)
            changed = writing.as_written(differing, self._as_written) if self._as_written else 0
            writing.taken_up(known)
            writing.identity()
            if casefile.case:
                writing.case(casefile.case)
            new = writing.count() - before
            writing.derive()
            change.log("record", {"casefile": casefile.casefile, "new": new})
        left = len(differing) - changed
        return Recorded(
            entities=len(casefile.entities),
            statements=len(planned),
            new_statements=new,
            differing=left,
            changed=changed,
            stay_withdrawn=writing.stay_withdrawn,
            beside=writing.beside,
            narrative=writing.told,
        )


class _Writing:
    def __init__(
        self,
        change: Change,
        store: Store,
        vault: Vault,
        people: PeopleKeys,
        casefile: Casefile,
        sources: dict[str, SourceInHand],
        *,
        again: bool,
    ) -> None:
        self._again = again
        self.stay_withdrawn = 0
        self.beside: Mapping[str, str] = NOBODY
        self.told = NarrativeTold()
        self._change = change
        self._store = store
        self._vault = vault
        self._people = people
        self._casefile = casefile
        self._sources = sources
        self._ids = {key: entity_id(store.chain, casefile.casefile, key) for key in casefile.entities}

    def count(self) -> int:
        return sum(
            self._change.connection.execute(
                select(func.count()).select_from(statement).where(statement.c.entity.in_(group))
            ).scalar_one()
            for group in in_groups(list(self._ids.values()))
        )

    def entities(self) -> None:
        wanted = {
            self._ids[key]: NewEntity(str(fields["schema"]), fields.get("protected", "") in ("yes", "true"))
            for key, fields in self._casefile.entities.items()
        }
        protected = [own for own, new in wanted.items() if new.protected]
        for own in protected:
            self._people.make(own)
        added = add_entities(self._change, wanted)
        for own in protected:
            if own not in added:
                protect(self._change, self._people, own)

    def sources(self, planned: list[PlannedStatement]) -> None:
        naming = self._naming(planned)
        for key, spec in self._casefile.sources.items():
            capture = self._sources[key].capture
            values = {
                "title": spec.title or key,
                "author": spec.author,
                "publisher": spec.publisher,
                "published": spec.published,
                "language": spec.language,
                "origin": spec.origin,
            }
            row = self._change.connection.execute(select(source).where(source.c.id == capture.source)).one()
            if any(row._mapping[name] != value for name, value in values.items()):
                self._change.execute(update(source).where(source.c.id == capture.source).values(**values))
                self._change.log("source", {"source": capture.source})
            if spec.pictures:
                note_pictures(self._change, capture.source, spec.pictures)
            named = [self._ids[name] for name in dict.fromkeys((*spec.names, *naming.get(key, ())))]
            for person in named:
                protect(self._change, self._people, person)
            seal_capture(self._change, self._vault, self._people, capture, named)

    def _naming(self, planned: list[PlannedStatement]) -> dict[str, list[str]]:
        """By source: protected people whose names rest on its words, and who so are named in it."""
        naming: dict[str, list[str]] = {}
        for one in planned:
            fields = self._casefile.entities[one.entity]
            prop = schema(str(fields["schema"])).property(one.prop)
            if prop.identifying and fields.get("protected", "") in ("yes", "true"):
                for cited in one.citations:
                    naming.setdefault(cited.source, []).append(one.entity)
        return naming

    def statements(self, planned: list[PlannedStatement]) -> Differing:
        passages = PassageWriter(self._change, self._people)
        writer = StatementWriter(self._change, self._people, self._store.actor, say_again=self._again)
        writer.look_up(list(self._ids.values()))
        for one in planned:
            writer.write(
                NewStatement(
                    entity=self._ids[one.entity],
                    prop=one.prop,
                    value=self._ids[one.value] if one.is_ref else one.value,
                    organisation=self._casefile.organisation,
                    sharing=one.sharing,
                    grade=one.grade,
                    citations=tuple(self._citation(passages, cited) for cited in one.citations),
                )
            )
        self.stay_withdrawn, self.beside = len(writer.stay_withdrawn), writer.beside
        return writer.differing

    def as_written(self, differing: Differing, because: str) -> int:
        """Give each what the file says, where it says one thing alone; back comes how many there were."""
        told = {own: one for own, said in differing.items() for one in said if len(said) == 1}
        by = self._store.actor
        for own, (grade, sharing) in told.items():
            stands = self._change.connection.execute(
                select(statement.c.grade, sharing_set.c.labels)
                .join(sharing_set, sharing_set.c.vis == statement.c.vis)
                .where(statement.c.id == own)
            ).one()
            if stands.grade != grade:
                regrade(self._change, own, grade, because, by)
            if stands.labels != as_text(sharing):
                reshare(self._change, own, as_text(sharing), because, by)
        return len(told)

    def _citation(self, passages: PassageWriter, cited: PlannedCitation) -> NewCitation:
        source_in_hand = self._sources[cited.source]
        place = Place(source_in_hand.text.sha256, source_in_hand.capture.source, cited.selector)
        said_by = self._ids.get(cited.said_by, cited.said_by)
        passage = passages.write(place, cited.span)
        return NewCitation(passage, cited.stance, said_by, cited.via, cited.grade)

    def taken_up(self, known: Mapping[str, str]) -> None:
        for key, found in known.items():
            because = f"they are one and the same in the casefile {self._casefile.casefile}"
            if canonical_of(self._change, found) != canonical_of(self._change, self._ids[key]):
                by = self._store.actor
                decide(self._change, self._ids[key], found, same=True, because=because, by=by)

    def identity(self) -> None:
        for decision in self._casefile.identity:
            left, right = (self._ids[key] for key in decision.same or decision.different)
            decide(
                self._change,
                left,
                right,
                same=bool(decision.same),
                because=decision.because,
                by=self._store.actor,
                reviewer=decision.reviewer,
            )

    def case(self, spec: CaseSpec) -> None:
        chain = self._store.chain
        self.told = write_case(self._change, chain, self._casefile, spec, self._ids, again=self._again)

    def derive(self) -> None:
        for group in in_groups(list(self._ids.values())):
            found = self._change.connection.execute(select(entity.c.canonical).where(entity.c.id.in_(group)))
            refresh_cards(self._change, [*group, *(str(row.canonical) for row in found)])
            index_statements(self._change, group)
