"""The demands of a campaign as one audience may see them: of whom, what was done, what was done for them.

Everything told here is a statement, and stands with the words it rests on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.model.dates import parse_date
from answerable.model.record import Stance, Statement
from answerable.record.pseudonyms import WITHHELD
from answerable.record.view import View

PAGE = 500


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a line rests on, and the source's title."""

    exact: str
    source: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Line:
    """Something with its days. ``end`` is empty where it has not ended; ``what`` says it in words."""

    id: str
    start: str
    end: str
    kind: str
    what: str
    who: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A campaign event with its stages and those who signed, each the earliest first."""

    line: Line
    stages: tuple[Line, ...]
    signed: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand. ``line`` says since when it is asked, of whom, and by whom."""

    line: Line
    name: str
    addressees: tuple[str, ...]
    progress: tuple[Line, ...]
    events: tuple[Moment, ...]


def demands(view: View) -> list[Demand]:
    """Every demand this View shows, by name."""
    found, after = [], ""
    while cards := view.cards("Demand", after, PAGE):
        found += [_Reading(view).demand(one.canonical) for one in cards]
        after = cards[-1].canonical
    return found


def demand(view: View, name: str) -> Demand:
    """The demand of that name or id; raise `NothingCalled` or `SeveralCalled`."""
    return _Reading(view).demand(view.find(name, "Demand"))


class _Reading:
    def __init__(self, view: View) -> None:
        self._view = view

    def demand(self, own: str) -> Demand:
        pointing = self._view.referring(own, "demand")
        events = _those(pointing, "CampaignEvent")
        return Demand(
            line=self._line(own, "", "description", "askedBy"),
            name=self._view.caption(own),
            addressees=tuple(self._values(own, "addressee")),
            progress=self._lines(_those(pointing, "Progress"), "step", "summary", "actor"),
            events=tuple(sorted(map(self._moment, events), key=lambda one: _day(one.line))),
        )

    def _moment(self, own: str) -> Moment:
        tied = self._view.referring(own, "event")
        signed = self._lines(_those(tied, "SignOn"), "", "signatory", "")
        return Moment(
            line=self._line(own, "kind", "name", "addressee"),
            stages=self._lines(_those(tied, "Stage"), "", "stage", ""),
            # Whoever is protected is in no row, nor in a count of them: the letter itself would tell who.
            signed=tuple(one for one in signed if WITHHELD not in one.what),
        )

    def _lines(self, those: Sequence[str], kind: str, what: str, who: str) -> tuple[Line, ...]:
        return tuple(sorted((self._line(own, kind, what, who) for own in those), key=_day))

    def _line(self, own: str, kind: str, what: str, who: str) -> Line:
        said = self._view.statements(own)
        return Line(
            id=own,
            start=next((one.value for one in said if one.prop in ("date", "startDate")), ""),
            end=next((one.value for one in said if one.prop == "endDate"), ""),
            kind=next((one.value for one in said if one.prop == kind), ""),
            what="; ".join(one.value for one in said if one.prop == what),
            who=", ".join(one.value for one in said if one.prop == who),
            words=tuple(dict.fromkeys(self._words(said))),
        )

    def _values(self, own: str, prop: str) -> list[str]:
        return [one.value for one in self._view.statements(own, [prop])]

    def _words(self, said: Sequence[Statement]) -> Iterator[Words]:
        """A source that names a protected person stays unnamed to anyone outside: it leads to them."""
        for cited in (each for one in said for each in self._view.citations(one.id)):
            if not (self._view.is_outside and self._view.is_sealed(cited.passage)):
                passage = self._view.passage(cited.passage)
                yield Words(passage.exact, self._view.source(passage.source).title, cited.stance)


def _those(pointing: Sequence[Statement], schema: str) -> list[str]:
    return list(dict.fromkeys(one.canonical for one in pointing if one.schema == schema))


def _day(line: Line) -> tuple[str, str]:
    """What lines are put in order by; one without a day comes last."""
    return parse_date(line.start).first.isoformat() if line.start else "9999", line.id
