"""A person's decisions, written into an open workspace."""

from answerable.model.audience import TEAM
from answerable.record.cards import refresh_cards
from answerable.record.identity import decide, undo
from answerable.record.statements import regrade, reshare, withdraw
from answerable.workspace.workspace import Workspace


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


def undo_identity(workspace: Workspace, decision: str, because: str) -> None:
    """Take a decision back; what it had joined is apart again."""
    with workspace.changing(), workspace.store.change() as change:
        refresh_cards(change, undo(change, decision, because))


def withdraw_statement(workspace: Workspace, statement: str, because: str) -> None:
    """Take a statement back, with a reason; its history stays."""
    with workspace.changing(), workspace.store.change() as change:
        refresh_cards(change, [withdraw(change, statement, because, workspace.store.actor)])


def regrade_statement(workspace: Workspace, statement: str, grade: str, because: str) -> None:
    """Grade a statement anew."""
    with workspace.changing(), workspace.store.change() as change:
        regrade(change, statement, grade, because, workspace.store.actor)


def reshare_statement(workspace: Workspace, statement: str, sharing: str, because: str) -> None:
    """Change who may see a statement."""
    with workspace.changing(), workspace.store.change() as change:
        refresh_cards(change, [reshare(change, statement, sharing, because, workspace.store.actor)])
