"""What people agreed to of what they said, noted in an open workspace, and traced to every output."""

from dataclasses import dataclass

from answerable.answer.recipients import Recipient, recipient
from answerable.model.audience import Audience, Kind
from answerable.model.consent import NAMED, Consent, Consented, Said, Scope, Withdrawal
from answerable.model.errors import ConsentStands, NothingCalled, ValueRefused
from answerable.preserve.captures import find_capture
from answerable.record.consenting import Agreed, give, take_back
from answerable.record.overrides import override
from answerable.record.pseudonyms import NAMES
from answerable.record.view import View
from answerable.weigh.consent import requirement_of
from answerable.workspace.tracing import Output, outputs_of
from answerable.workspace.workspace import Workspace

SHORTEST = 8
"""Figures of an id that are enough to name a protected person by, where no other begins with them."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person, and all that is noted of their consent."""

    id: str
    caption: str
    said: Said


@dataclass(frozen=True, slots=True)
class Meant:
    """What of all that a person said is meant, as somebody typed it: a source, or a statement."""

    source: str = ""
    statement: str = ""


def give_consent(workspace: Workspace, person: str, meant: Meant, agreed: Agreed) -> str:
    """Note that a person, by name or id, agreed; give back the row's id.

    Raises `NothingCalled`, also for a recipient to be named to that there is not, `ValueRefused` for the
    public as one, `SeveralCalled`, and what `answerable.record.consenting.give` raises.
    """
    for use in agreed.uses.split(","):
        if use.strip().startswith(NAMED):
            reader_of_names(use.strip().removeprefix(NAMED))
    found, scope = _found(workspace, person, meant)
    with workspace.view() as view:
        found = _member(view, found, person)
    with workspace.changing(), workspace.store.change() as change:
        return give(change, workspace.people, found, scope, agreed)


def reader_of_names(name: str) -> Recipient:
    """The recipient of that short name, to whom people may be named; raise `NothingCalled`, and
    `ValueRefused` for the public.
    """
    to = recipient(name)
    if to.audience.kind is not Kind.RECIPIENT:
        raise ValueRefused(value=name, prop="reader", why="nobody is named to the public")
    return to


def withdraw_consent(
    workspace: Workspace, person: str, meant: Meant, *, on: str, because: str
) -> tuple[str, list[Output]]:
    """Note that a person took consent back; give back the row's id and every output that carried the words.

    Raises `NothingCalled`, `SeveralCalled`, and what `answerable.record.consenting.take_back` raises.
    """
    found, scope = _found(workspace, person, meant)
    with workspace.view() as view:
        every = view.members(found)
    with workspace.changing(), workspace.store.change() as change:
        # Of all that are held to be them: that they are one may be taken back, and this may not be with it.
        own = [
            take_back(change, workspace.people, one, scope, on=on, because=because) for one in [found, *every]
        ]
    return own[0], outputs_of(workspace, found, scope)


def consents(workspace: Workspace, person: str = "") -> list[Person]:
    """What is noted of everyone, or of one person; raise `NothingCalled` and `SeveralCalled`."""
    with workspace.view() as view:
        noted = view.consents()
        wanted = [person_called(view, person)] if person else sorted(noted)
        return [Person(one, view.caption(one), noted.get(one, Said())) for one in wanted]


def outputs_with(workspace: Workspace, person: str, meant: Meant) -> list[Output]:
    """Every output that carried what a person said; raise `NothingCalled` and `SeveralCalled`."""
    return outputs_of(workspace, *_found(workspace, person, meant))


def override_consent(
    workspace: Workspace, slug: str, person: str, to: Audience, *, because: str, decided_by: str
) -> str:
    """Let a case be filed with a person's words although nobody noted whether they agree to that reader.

    Raises `ConsentStands` where they took it back or agreed to other uses alone: that is theirs to decide;
    `NothingCalled`, and `ValueRefused` without a reason or a name.
    """
    with workspace.view() as view:
        case, found = view.case(slug), person_called(view, person)
        said = view.consents().get(found, Said())
        if said.withdrawals or said.consents:
            states = {said.to(to, one.scope.source, one.scope.statement) for one in _noted(said)}
            if any(state.forbids for state in states):
                why = Consented.WITHDRAWN if Consented.WITHDRAWN in states else Consented.OTHERWISE
                raise ConsentStands(person=view.caption(found), audience=to, why=why)
    with workspace.changing(), workspace.store.change() as change:
        return override(
            change,
            case.id,
            subject=found,
            law="",
            requirement=requirement_of(to),
            because=because,
            decided_by=decided_by,
            by=workspace.store.actor,
        )


def _noted(said: Said) -> list[Consent | Withdrawal]:
    return [*said.consents, *said.withdrawals]


def person_called(view: View, person: str) -> str:
    """The canonical id of a person by name, by id, or by what a protected person's id begins with."""
    begins = [one for one in view.protected if len(person) >= SHORTEST and one.startswith(person)]
    return begins[0] if len(begins) == 1 else view.find(person, "Person")


def _member(view: View, canonical: str, person: str) -> str:
    """Who of those held to be one is meant: the one of that id, or the only one of that name."""
    every = view.members(canonical)
    if person in every:
        return person
    named = dict.fromkeys(one.entity for one in view.statements(canonical, NAMES) if one.value == person)
    return next(iter(named)) if len(named) == 1 else canonical


def _found(workspace: Workspace, person: str, meant: Meant) -> tuple[str, Scope]:
    with workspace.view() as view:
        found = person_called(view, person)
        said = view.statement(meant.statement) if meant.statement else None
        if meant.statement and said is None:
            raise NothingCalled(kind="statement", name=meant.statement, nearest="")
        statement = said.id if said else ""
    source = ""
    if meant.source:
        with workspace.store.reading() as connection:
            source = find_capture(connection, meant.source).source
    return found, Scope(source, statement)
