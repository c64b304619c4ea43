"""The rows of a bulk list: who, in which post, for what reason, under which law, on which words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.answer.bulk_list.cited import Place, places
from answerable.answer.bulk_list.standing import already_listed, contradicted_of, contrary, meeting, under
from answerable.answer.submission.acts import kind_of
from answerable.answer.submission.draft import Draft
from answerable.identify.match import Listings, Match
from answerable.model.record import Stance, Statement
from answerable.names.scripts.detect import script_of
from answerable.record.view import NAMES
from answerable.weigh.matrix import Matrix, Row

COLUMNS = ("latin", "own", "aliases", "born", "posts", "reason", "under", "sources", "listed", "contrary")
_ROMAN = ("Latn", "Zyyy")


@dataclass(frozen=True, slots=True)
class Line:
    """One name. Every field is lines of words as they are shown; ``own`` is the name in its own script."""

    latin: tuple[str, ...]
    own: tuple[str, ...]
    aliases: tuple[str, ...]
    born: tuple[str, ...]
    posts: tuple[str, ...]
    reason: tuple[str, ...]
    under: tuple[str, ...]
    sources: tuple[Place, ...]
    listed: tuple[str, ...]
    contrary: tuple[str, ...]
    against: tuple[Place, ...]
    """The words that stand against it, which ``contrary`` comes before."""
    rests_on: tuple[str, ...]
    """The ids of the statements that are shown, and of those by which a limb is met."""


def lines(draft: Draft, matrix: Matrix, listings: Listings) -> list[Line]:
    """The names of the case in its order, as far as this reader may see them.

    Whoever has no name that may be shown, and whoever is protected, is left out as if they were not in it.
    """
    found = []
    for subject in draft.case.subjects:
        if names_of(draft, subject):
            rows = [row for row in matrix.rows if row.subject == subject]
            found.append(_line(draft, subject, rows, listings.matches.get(subject)))
    return found


def names_of(draft: Draft, subject: str) -> list[str]:
    """The names that may be shown of somebody, none where they are protected from this reader."""
    view = draft.told.view
    if view.is_outside and subject in view.protected:
        return []
    named = (draft.told.shown(said[0].value) for said in draft.told.values(subject, *NAMES))
    return list(dict.fromkeys(named))


def told_of(draft: Draft, subject: str, *props: str) -> list[Statement]:
    """Every statement that gives a value of these properties."""
    return [one for said in draft.told.values(subject, *props) for one in said]


def _line(draft: Draft, subject: str, rows: Sequence[Row], matches: Sequence[Match] | None) -> Line:
    names = names_of(draft, subject)
    latin = [name for name in names if script_of(name) in _ROMAN][:1]
    own = [name for name in names if script_of(name) not in _ROMAN][:1]
    born = (draft.words.date(said[0].value) for said in draft.told.values(subject, "birthDate"))
    used: dict[str, Statement] = {}
    posts = tuple(posts_of(draft, subject, used))
    reason = reason_of(draft, subject, used)
    sources = tuple(places(draft, used.values(), Stance.SUPPORTS))
    denied = contradicted_of(draft, subject)
    against = tuple(places(draft, denied, Stance.CONTRADICTS))
    shown = (*used.values(), *denied, *told_of(draft, subject, *NAMES, "birthDate"), *meeting(rows))
    return Line(
        latin=tuple(latin),
        own=tuple(own),
        aliases=tuple(name for name in names if name not in (*latin, *own)),
        born=tuple(born),
        posts=posts,
        reason=(reason or draft.words.say("bulk.no-reason"),),
        under=tuple(under(draft, rows)),
        sources=sources,
        listed=tuple(already_listed(draft, subject, matches)),
        contrary=tuple(contrary(draft, rows, against)),
        against=against,
        rests_on=tuple(dict.fromkeys(one.id for one in shown)),
    )


def posts_of(draft: Draft, subject: str, used: dict[str, Statement]) -> Iterator[str]:
    """A line for each post, with its body and dates. What they rest on is put into ``used``."""
    told = draft.told
    for occupancy in told.tied(subject, "Occupancy", "holder"):
        first, last, day = (told.first(occupancy, prop) for prop in ("startDate", "endDate", "date"))
        when = draft.words.span(first, last, day)
        for post in told.values(occupancy, "post"):
            body = told.first(post[0].value, "organization")
            yield "; ".join([told.caption(post[0].value), *([told.caption(body)] if body else []), when])
            used.update({one.id: one for one in (*post, *told.tie(occupancy, "holder", subject))})
    for said in told.values(subject, "position"):
        yield told.shown(said[0].value)
        used.update({one.id: one for one in said})


def reason_of(draft: Draft, subject: str, used: dict[str, Statement]) -> str:
    """What is alleged, in one sentence; empty where no part in an act may be shown. What it rests on is put
    into ``used``.
    """
    told, say = draft.told, draft.words.say
    parts: dict[str, dict[str, None]] = {}
    for involvement in told.tied(subject, "Involvement", "perpetrator"):
        tie = told.tie(involvement, "perpetrator", subject)
        degrees = told.values(involvement, "degree")
        for act in told.values(involvement, "act"):
            kinds = told.values(act[0].value, "violation")
            done = [
                say("bulk.part", degree=draft.words.one_of("choice.degree", one[0].value)) for one in degrees
            ]
            of_act = parts.setdefault(act_in_words(draft, act[0].value), {})
            of_act.update(dict.fromkeys(done or [say("bulk.part-unknown")]))
            told_by = [*tie, *act, *(one for said in (*degrees, *kinds) for one in said)]
            used.update({one.id: one for one in told_by})
    each = (say("bulk.act", act=act, part=say("bulk.and").join(some)) for act, some in parts.items())
    return say("bulk.reason", acts=say("between").join(each)) if parts else ""


def act_in_words(draft: Draft, act: str) -> str:
    """“torture (5 May 2031, Pier Nine)”: what it is alleged to be, when and where."""
    told = draft.told
    kind = kind_of(draft, act) or draft.words.say("violation-unknown")
    day, first, last = (told.first(act, prop) for prop in ("date", "startDate", "endDate"))
    when = draft.words.date(day) if day and not (first or last) else draft.words.span(first, last, day)
    place = told.shown(told.first(act, "location"))
    details = ", ".join(filter(None, (when if first or last or day else "", place)))
    return draft.words.say("bulk.details", kind=kind, details=details) if details else kind
