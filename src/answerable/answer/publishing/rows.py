"""The rows of a list of names recommended: who, in which post, for what reason, on which sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.answer.submission.told import Told
from answerable.answer.submission.words import Words, words
from answerable.model.record import Case, Citation, Source, Stance, Statement
from answerable.record.view import NAMES, View

_WHEN = ("date", "startDate", "endDate")


@dataclass(frozen=True, slots=True)
class Row:
    """One person or body. ``kind`` is a schema; the other fields are words, a line each."""

    id: str
    kind: str
    names: tuple[str, ...]
    posts: tuple[str, ...]
    reasons: tuple[str, ...]
    sources: tuple[str, ...]
    addresses: tuple[str, ...]
    """Of the sources, where they have one."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One named in the case who is not on the list, and why."""

    id: str
    why: str


def gather_rows(view: View, case: Case) -> tuple[list[Row], list[LeftOut]]:
    """Those named in the case, in its order, as this View shows them; and those left out, with why.

    Nobody is recommended without a reason and a source that the reader can see, and no protected person.
    """
    gathering = _Gathering(view)
    rows: list[Row] = []
    left: list[LeftOut] = []
    for subject in case.subjects:
        found = gathering.row(subject)
        rows += [found] if isinstance(found, Row) else []
        left += [LeftOut(subject, found)] if isinstance(found, str) else []
    return rows, left


class _Gathering:
    def __init__(self, view: View) -> None:
        self._view = view
        self._words: Words = words("en")
        self._told = Told(view, self._words.say("withheld"), self._words.say("protected", code="{code}"))

    def row(self, subject: str) -> Row | str:
        """The row, or why there is none."""
        if subject in self._view.protected:
            return "protected people are on no list"
        named = self._told.values(subject, *NAMES)
        names = tuple(dict.fromkeys(self._told.shown(said[0].value) for said in named))
        if not names:
            return "it has no name that this audience may see"
        posts, held = self._posts(subject)
        reasons, because = self._reasons(subject)
        if not reasons:
            return "no part in an act is recorded that this audience may see"
        used = [*(one for said in named for one in said), *held, *because]
        supporting = (c for said in because for c in self._open(said) if c.stance is Stance.SUPPORTS)
        if not any(supporting):
            return "its reason rests on no source that this audience may see"
        every = [cited for said in used for cited in self._open(said)]
        sources = tuple(dict.fromkeys(self._source(one) for one in every))
        addresses = tuple(dict.fromkeys(filter(None, (self._source_of(one).url for one in every))))
        kind = self._told.schema_of(subject)
        return Row(subject, kind, names, tuple(posts), tuple(reasons), sources, addresses)

    def _posts(self, subject: str) -> tuple[list[str], list[Statement]]:
        posts = [self._told.shown(said[0].value) for said in self._told.values(subject, "position")]
        used = [one for said in self._told.values(subject, "position") for one in said]
        for occupancy in self._told.tied(subject, "Occupancy", "holder"):
            first, last, day = (
                self._told.first(occupancy, prop) for prop in ("startDate", "endDate", "date")
            )
            period = self._words.span(first, last, day)
            for post in self._told.values(occupancy, "post"):
                body = self._told.first(post[0].value, "organization")
                called = [self._told.caption(one) for one in (post[0].value, body) if one]
                posts.append(", ".join([*called, period]))
                used += [*post, *self._told.tie(occupancy, "holder", subject)]
        return posts, used

    def _reasons(self, subject: str) -> tuple[list[str], list[Statement]]:
        reasons: list[str] = []
        used: list[Statement] = []
        for involvement in self._told.tied(subject, "Involvement", "perpetrator"):
            tie = self._told.tie(involvement, "perpetrator", subject)
            degrees = self._told.values(involvement, "degree")
            for act in self._told.values(involvement, "act"):
                kinds = self._told.values(act[0].value, "violation")
                own = [*tie, *act, *(one for said in (*degrees, *kinds) for one in said)]
                part = [self._words.one_of("choice.degree", said[0].value) for said in degrees]
                parts = f"{self._act(act[0].value)}: {_part(part)}", self._withheld(tie), self._against(own)
                reasons.append("; ".join(filter(None, parts)))
                used += own
        return list(dict.fromkeys(reasons)), used

    def _act(self, act: str) -> str:
        """“alleged torture, 3 May 2031, in Port Selwyn”."""
        told = self._told
        kinds = [
            self._words.one_of("choice.violation", said[0].value) for said in told.values(act, "violation")
        ]
        kind = " / ".join(kinds) or self._words.say("violation-unknown")
        days = {prop: told.first(act, prop) for prop in _WHEN}
        if days["date"] and not (days["startDate"] or days["endDate"]):
            when = self._words.date(days["date"])
        else:
            when = self._words.span(days["startDate"], days["endDate"], days["date"])
        place = told.shown(told.first(act, "location"))
        whom = told.shown(told.first(act, "victimGroup"))
        return ", ".join(filter(None, (f"alleged {kind}", when, place, whom and f"against {whom}")))

    def _withheld(self, tie: list[Statement]) -> str:
        """Whether nothing that may be named says that this person had a part in it."""
        named = any(one.stance is Stance.SUPPORTS for said in tie for one in self._open(said))
        return "" if named else "the source for this part is withheld to protect people"

    def _against(self, used: Iterable[Statement]) -> str:
        """Which sources say otherwise: they stand beside the allegation."""
        cited = [one for said in used for one in self._told.cited(said, Stance.CONTRADICTS)]
        shown = dict.fromkeys(self._source_of(one).title for one in cited if self._may_name(one))
        return f"contradicted by {', '.join(shown)}" if shown else ""

    def _open(self, said: Statement) -> list[Citation]:
        return [one for one in self._told.citations(said.id) if self._may_name(one)]

    def _may_name(self, cited: Citation) -> bool:
        """A source that names a protected person stays unnamed to anyone outside: it leads to them."""
        return not (self._view.is_outside and self._told.is_sealed(cited.passage))

    def _source_of(self, cited: Citation) -> Source:
        return self._told.source(self._told.passage(cited.passage).source)

    def _source(self, cited: Citation) -> str:
        """“Selwyn Wire, 4 May 2031 (Selwyn Wire), https://…, as kept on 1 June 2031”."""
        passage = self._told.passage(cited.passage)
        source = self._told.source(passage.source)
        taken = self._told.capture(self._told.text(passage.text_sha256, passage.source).capture)
        title = self._told.shown(source.title)
        called = f"{title} ({self._told.shown(source.publisher)})" if source.publisher else title
        kept = f"as kept on {self._words.date(taken.at[:10])}"
        if cited.stance is Stance.CONTRADICTS:
            called = f"says otherwise: {called}"
        return ", ".join(filter(None, (called, self._told.shown(source.url), kept)))


def _part(degrees: list[str]) -> str:
    if not degrees:
        return "alleged to have been involved; how is not recorded"
    return f"alleged to have {' and '.join(degrees)}"
