"""A person's decisions, written into an open workspace."""

from answerable.model.audience import TEAM
from answerable.model.dates import parse_date
from answerable.model.errors import NothingCalled
from answerable.model.nearest import nearest
from answerable.record.cards import refresh_cards
from answerable.record.changing import regrade, reshare, withdraw
from answerable.record.identity import decide, undo
from answerable.record.origin_decisions import decide_origin, undo_origin
from answerable.record.overrides import override, undo_override
from answerable.weigh.laws import law_called
from answerable.workspace.workspace import Workspace

SHORTEST = 8
"""Figures of an id that are enough to name a statement by, where no other begins with them."""


def decide_identity(
    workspace: Workspace, left: str, right: str, *, same: bool, because: str, reviewer: str = ""
) -> str:
    """Record that two things, by name or id, are or are not the same; give back the decision's id."""
    with workspace.view(TEAM) as view:
        pair = view.find_entity(left), view.find_entity(right)
    with workspace.changing(), workspace.store.change() as change:
        by = workspace.store.actor
        decision = decide(change, *pair, same=same, because=because, by=by, reviewer=reviewer)
        refresh_cards(change, pair)
    return decision


def differing_births(workspace: Workspace, who: str) -> list[str]:
    """The births recorded of one person, where no one day could be all of them; else nothing."""
    with workspace.view(TEAM) as view:
        births = [one.value for one in view.statements(view.resolve(view.find_entity(who)), ["birthDate"])]
    dates = list(map(parse_date, dict.fromkeys(births)))
    if dates and max(one.first for one in dates) > min(one.last for one in dates):
        return sorted(dict.fromkeys(births))
    return []


def undo_identity(workspace: Workspace, decision: str, because: str) -> None:
    """Take a decision back; what it had joined is apart again."""
    with workspace.changing(), workspace.store.change() as change:
        refresh_cards(change, undo(change, decision, because))


def withdraw_statement(workspace: Workspace, statement: str, because: str) -> None:
    """Take a statement back, by its id or the first figures of it, with a reason; its history stays."""
    meant = _meant(workspace, statement)
    with workspace.changing(), workspace.store.change() as change:
        refresh_cards(change, [withdraw(change, meant, because, workspace.store.actor)])


def regrade_statement(workspace: Workspace, statement: str, grade: str, because: str) -> None:
    """Grade a statement anew."""
    meant = _meant(workspace, statement)
    with workspace.changing(), workspace.store.change() as change:
        regrade(change, meant, grade, because, workspace.store.actor)


def reshare_statement(workspace: Workspace, statement: str, sharing: str, because: str) -> None:
    """Change who may see a statement."""
    meant = _meant(workspace, statement)
    with workspace.changing(), workspace.store.change() as change:
        refresh_cards(change, [reshare(change, meant, sharing, because, workspace.store.actor)])


def _meant(workspace: Workspace, statement: str) -> str:
    """The standing statement that the first figures of an id name, at least 8; else what was typed."""
    with workspace.view() as view:
        found = view.statement(statement) if len(statement) >= SHORTEST else None
    return found.id if found else statement


def override_gate(
    workspace: Workspace,
    slug: str,
    subject: str,
    law: str,
    requirement: str,
    *,
    because: str,
    decided_by: str,
) -> str:
    """Let a case be filed against someone although a law's requirement is not met; give back the id.

    ``requirement`` is empty where the law as a whole is in the way. Raises `NothingCalled` for a case, a
    subject of it, a law or a requirement there is not, and `ValueRefused` without a reason or a name.
    """
    known = [one.id for one in law_called(law).requirements]
    if requirement and requirement not in known:
        raise NothingCalled(kind="requirement", name=requirement, nearest=nearest(requirement, known))
    with workspace.view(TEAM) as view:
        case, person = view.case(slug), view.find(subject)
        if person not in case.subjects:
            named = [view.caption(one) for one in case.subjects]
            raise NothingCalled(kind="subject", name=subject, nearest=nearest(subject, named))
    with workspace.changing(), workspace.store.change() as change:
        return override(
            change,
            case.id,
            subject=person,
            law=law,
            requirement=requirement,
            because=because,
            decided_by=decided_by,
            by=workspace.store.actor,
        )


def undo_gate_override(workspace: Workspace, override_id: str, because: str) -> None:
    """Take such a decision back; what is missing blocks again."""
    with workspace.changing(), workspace.store.change() as change:
        undo_override(change, override_id, because)


def decide_origins(
    workspace: Workspace, left: str, right: str, *, same: bool, because: str, decided_by: str = ""
) -> str:
    """Record that two sources, by id, address or title, do or do not go back to one; give back the id.

    It wins over what the method finds. Raises `NothingCalled`, `SeveralCalled` and `ValueRefused`.
    """
    with workspace.view(TEAM) as view:
        pair = view.find_source(left), view.find_source(right)
    with workspace.changing(), workspace.store.change() as change:
        by = workspace.store.actor
        return decide_origin(change, *pair, same=same, because=because, decided_by=decided_by, by=by)


def undo_origins(workspace: Workspace, decision: str, because: str) -> None:
    """Take such a decision back; what the method finds holds again."""
    with workspace.changing(), workspace.store.change() as change:
        undo_origin(change, decision, because)
