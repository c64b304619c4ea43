"""What is new to a reader: statements, sources, corrections, requirements, contrary words, listings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from answerable.answer.submission.acts import Acts
from answerable.answer.submission.contrary import relevant
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.notes import Pair
from answerable.identify.match import Listings, Match
from answerable.model.record import Stance, Statement
from answerable.weigh.findings import Finding
from answerable.weigh.matrix import Matrix, Row


@dataclass(frozen=True, slots=True)
class Side:
    """The record as the reader sees it now, or saw it when the version sent last was made."""

    draft: Draft
    matrix: Matrix
    listings: Listings

    def acts(self) -> Acts:
        """The acts of the case."""
        return Acts(self.draft.told, self.draft.case.subjects)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A statement that was withdrawn, and what is said in its place, if anything."""

    was: Statement
    instead: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement that was not met and is now, or the other way round."""

    row: Row
    finding: Finding


@dataclass(frozen=True, slots=True)
class Listed:
    """A possible match on an official list that came or went."""

    subject: str
    match: Match
    came: bool


@dataclass(frozen=True, slots=True)
class News:
    """What is new, in the order in which it is told."""

    acts: tuple[str, ...]
    statements: tuple[Statement, ...]
    sources: tuple[Pair, ...]
    """Sources for what was said before."""
    corrected: tuple[Corrected, ...]
    regraded: tuple[tuple[Statement, str], ...]
    """Statements with the grade that they had."""
    requirements: tuple[Asked, ...]
    against: tuple[Pair, ...]
    listed: tuple[Listed, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is new."""
        return not any(getattr(self, one.name) for one in fields(self))


def news(now: Side, before: Side) -> News:
    """What the reader may see now and was not shown before."""
    acts = now.acts()
    said, was = _by_id(now), _by_id(before)
    known_acts = before.acts().number
    new_acts = tuple(act for act in acts.number if act not in known_acts)
    of_new = {*new_acts, *(one for act in new_acts for one in acts.involvements(act))}
    fresh = [one for one in said.values() if one.id not in was]
    told = now.draft.told
    supported = [one for one in fresh if told.cited(one, Stance.SUPPORTS)]
    return News(
        acts=new_acts,
        statements=tuple(one for one in supported if one.canonical not in of_new),
        sources=tuple(_cited_since(now, before, said, was, Stance.SUPPORTS)),
        corrected=tuple(_corrected(now, said, was)),
        regraded=tuple((one, str(was[own].grade)) for own, one in said.items() if _regraded(one, was)),
        requirements=tuple(_requirements(now.matrix, before.matrix)),
        against=tuple(_cited_since(now, before, said, was, Stance.CONTRADICTS)),
        listed=tuple(_listed(now.listings.matches, before.listings.matches)),
    )


def _by_id(side: Side) -> dict[str, Statement]:
    return {one.id: one for one in relevant(side.draft, side.acts(), side.matrix)}


def _regraded(one: Statement, was: dict[str, Statement]) -> bool:
    return one.id in was and was[one.id].grade != one.grade


def _cited_since(
    now: Side, before: Side, said: dict[str, Statement], was: dict[str, Statement], stance: Stance
) -> list[Pair]:
    """The citations added since. For a new statement only those against it: the others stand with it."""
    found: list[Pair] = []
    for one in said.values():
        if one.id in was or stance is Stance.CONTRADICTS:
            known = {cited.id for cited in before.draft.told.cited(one, stance)} if one.id in was else set()
            found += ((one, cited) for cited in now.draft.told.cited(one, stance) if cited.id not in known)
    return found


def _corrected(now: Side, said: dict[str, Statement], was: dict[str, Statement]) -> list[Corrected]:
    """What was withdrawn. What is merely not shared with the reader any more is not told of."""
    found = []
    for canonical in dict.fromkeys(one.canonical for own, one in was.items() if own not in said):
        for gone in now.draft.told.view.withdrawn(canonical):
            if gone.id in was:
                instead = [
                    one
                    for one in said.values()
                    if one.id not in was and (one.canonical, one.prop) == (canonical, gone.prop)
                ]
                found.append(Corrected(gone, tuple(instead)))
    return found


def _requirements(now: Matrix, before: Matrix) -> list[Asked]:
    """Requirements that stand otherwise than before, each once a subject and law."""
    was = {key: met for key, (_, _, met) in _states(before).items()}
    return [
        Asked(row, finding) for key, (row, finding, met) in _states(now).items() if was.get(key, met) != met
    ]


def _states(matrix: Matrix) -> dict[tuple[str, str, str], tuple[Row, Finding, bool]]:
    """By subject, law and requirement: a finding, one that meets it if any does, and whether it does."""
    found: dict[tuple[str, str, str], tuple[Row, Finding, bool]] = {}
    for row in matrix.rows:
        every = (one for limb in row.limbs for line in limb.lines for one in line.findings)
        for one in every:
            key = row.subject, row.law.id, one.requirement.id
            if key not in found or (not one.blocks and not found[key][2]):
                found[key] = row, one, not one.blocks
    return found


def _listed(now: Mapping[str, Sequence[Match]], before: Mapping[str, Sequence[Match]]) -> list[Listed]:
    found = []
    for subject, matches in now.items():
        then = before.get(subject, [])
        found += [Listed(subject, one, came=True) for one in _only_in(matches, then)]
        found += [Listed(subject, one, came=False) for one in _only_in(then, matches)]
    return found


def _only_in(some: Sequence[Match], others: Sequence[Match]) -> list[Match]:
    places = {one.place for one in others if one.to_review}
    return [one for one in some if one.to_review and one.place not in places]
