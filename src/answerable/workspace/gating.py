"""What is in the way of filing besides what the laws require: what those who speak did not agree to, and
whether those who are named were asked for their side.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from answerable.answer.shown import MARK, REFERENCE
from answerable.model.record import Case
from answerable.record.view import View
from answerable.weigh.consent import Unasked, unasked
from answerable.workspace.picturing import unvouched

UNVOUCHED = "two people have to note who took them, when, and where they come from"


@dataclass(frozen=True, slots=True)
class Gate:
    """What blocks filing, and what should be looked at before."""

    unasked: tuple[Unasked, ...]
    rewrites: tuple[str, ...]
    """A sentence for each of the lawyer's sections that cites what its reader is not to be told."""
    pictures: tuple[str, ...]
    """A sentence for each source whose file holds pictures that two people do not vouch for; looked for
    where something is drafted.
    """
    unseen: tuple[str, ...]
    """That there are those named of whom this audience may see nothing at all."""
    unheard: tuple[str, ...]
    """A sentence for each of those named of whom it is not noted whether their side was sought, and one for
    words against what is said that this audience is not told. They block nothing: what a law asks of a
    submission does not hang on them.
    """
    look_at: tuple[str, ...]
    """What else a person should see to before it goes out: references that call nothing, limits that somebody
    set to their consent.
    """

    @property
    def blocking(self) -> tuple[str, ...]:
        """The sentences of what blocks now."""
        return (
            *(one.sentence for one in self.unasked if one.override is None),
            *self.unseen,
            *self.rewrites,
            *self.pictures,
        )


def gate_of(view: View, case: Case, statements: Collection[str], passages: Collection[str] = ()) -> Gate:
    """What is in the way of filing a case that uses these statements, and hands on the sources of these
    passages, as this View's audience sees it.
    """
    seen = [one for one in case.subjects if view.statements(one)]
    return Gate(
        unasked=unasked(view, case, statements),
        rewrites=tuple(_rewrites(view, case)),
        pictures=tuple(f"“{title}” holds pictures: {UNVOUCHED}." for title in unvouched(view, passages)),
        unseen=tuple(_unseen(view, len(case.subjects) - len(seen))),
        unheard=(*_unheard(view, case, seen), *_kept_back(view, statements)),
        look_at=(*_lost(view, case), *_limits(view, statements)),
    )


def _kept_back(view: View, statements: Collection[str]) -> Iterator[str]:
    if count := view.unsaid_against(statements):
        words = "1 passage speaks" if count == 1 else f"{count} passages speak"
        why = f"{view.audience} is not told, for whoever said so does not agree"
        yield f"{words} against what is said, and {why}: ask them again, or leave out what they contradict."


def _unseen(view: View, count: int) -> Iterator[str]:
    if count:
        who = "of one of those named" if count == 1 else f"of {count} of those named"
        yield f"{view.audience} may see nothing {who}: share what is said of them, or leave them out."


def _rewrites(view: View, case: Case) -> list[str]:
    return [
        f"The section “{section}” cites what somebody said who does not agree to {view.audience}: rewrite it."
        for section, body in view.narratives(case.id).items()
        if any(map(view.is_unsaid, REFERENCE.findall(body)))
    ]


def _lost(view: View, case: Case) -> Iterator[str]:
    """References of the lawyer's sections that are no statement's, whoever may see it."""
    for section, body in view.narratives(case.id).items():
        for mark in dict.fromkeys(MARK.findall(body)):
            if not REFERENCE.fullmatch(f"[^{mark}]") or not view.is_recorded(mark):
                yield (
                    f"The section “{section}” cites [^{mark}], which is no standing statement of the record:"
                    " there is no note. A reference is 8 or more figures that an id begins with."
                )


def _limits(view: View, statements: Collection[str]) -> Iterator[str]:
    for person, limits in view.limits(statements).items():
        asked = "; ".join(f"“{one}”" for one in limits)
        yield f"The person {person[:8]}, whose words it uses, agreed within limits: {asked}. Keep to them."


def _unheard(view: View, case: Case, seen: Sequence[str]) -> list[str]:
    heard = view.sought(case.id)
    return [
        f"It is not noted whether {view.caption(one)} was asked for a reply, or why not."
        for one in seen
        if one not in heard
    ]
