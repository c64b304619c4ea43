"""Making everything derived anew in an open workspace."""

import shutil
from dataclasses import dataclass

from answerable.identify.lists import rebuild_entries
from answerable.record.cards import rebuild_cards
from answerable.record.search import rebuild_index
from answerable.store.rows import derived_digest
from answerable.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What rebuilding the derived parts came to."""

    cards: int
    indexed: int
    listed: int
    same: bool
    """Whether everything derived came out as it was before."""


def rebuild(workspace: Workspace) -> Rebuilt:
    """Make everything derived anew: cards, search index, list entries."""
    with workspace.changing(), workspace.store.change() as change:
        before = derived_digest(change.connection)
        cards = rebuild_cards(change)
        indexed = rebuild_index(change, workspace.vault)
        listed = rebuild_entries(change, workspace.vault)
        for folder in (workspace.index_folder, workspace.left_folder):
            shutil.rmtree(folder, ignore_errors=True)
        rebuilt = Rebuilt(cards, indexed, listed, derived_digest(change.connection) == before)
        change.log("rebuild", {"cards": rebuilt.cards, "indexed": rebuilt.indexed, "listed": rebuilt.listed})
    return rebuilt
