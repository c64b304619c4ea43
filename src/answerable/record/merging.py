"""Joining another workspace's rows to this one's; doing it twice is the same as doing it once.

Ids are unique everywhere, so a row that is here already is the same row. What changed on either side
since (grades, sharing, withdrawals, identity) is worked out from the changes of both.
"""

from typing import Any

from sqlalchemy import Table, insert, select, update

from answerable.record.cards import rebuild_cards
from answerable.record.case_tables import case_file, gate_override
from answerable.record.identity import recompute_all
from answerable.record.sharing import vis_for
from answerable.record.tables import identity_decision, origin_decision, statement, statement_change
from answerable.store.groups import in_groups
from answerable.store.rows import kept_tables
from answerable.store.unit_of_work import Change

Rows = dict[str, list[dict[str, Any]]]


def merge(change: Change, rows: Rows) -> int:
    """Add the rows that are not here yet and work out what follows; give back how many were added."""
    renumbered = _renumber(change, rows)
    added = 0
    for table in kept_tables():
        if table.name != "sharing_set":
            added += _add_missing(change, table, _prepared(change, table, rows[table.name], renumbered))
    if added:
        _replay_changes(change, [row["statement"] for row in rows["statement_change"]])
        for table in (identity_decision, gate_override, origin_decision):
            _take_back(change, table, rows[table.name])
        recompute_all(change)
        rebuild_cards(change)
    return added


def _renumber(change: Change, rows: Rows) -> dict[int, int]:
    """Sharing sets are numbered in each workspace for itself; their labels are what they are."""
    return {row["vis"]: vis_for(change, frozenset(row["labels"].split(","))) for row in rows["sharing_set"]}


def _prepared(
    change: Change, table: Table, rows: list[dict[str, Any]], renumbered: dict[int, int]
) -> list[dict[str, Any]]:
    if "vis" in table.c:
        rows = [{**row, "vis": renumbered[row["vis"]]} for row in rows]
    if table is case_file:
        rows = [{**row, "slug": _free_slug(change, row)} for row in rows]
    return rows


def _free_slug(change: Change, row: dict[str, Any]) -> str:
    """Two workspaces may each have a case of that name; the one that comes gets a tail."""
    holder = change.connection.execute(select(case_file.c.id).where(case_file.c.slug == row["slug"])).scalar()
    return str(row["slug"]) if holder in (None, row["id"]) else f"{row['slug']}-{row['id'][:4]}"


def _add_missing(change: Change, table: Table, rows: list[dict[str, Any]]) -> int:
    keys = list(table.primary_key.columns)
    added = 0
    for group in in_groups(rows):
        values = [row[keys[0].name] for row in group]
        here = {
            tuple(row) for row in change.connection.execute(select(*keys).where(keys[0].in_(values))).all()
        }
        missing = [row for row in group if tuple(row[key.name] for key in keys) not in here]
        if missing:
            change.execute(insert(table), missing)
        added += len(missing)
    return added


def _take_back(change: Change, table: Table, decisions: list[dict[str, Any]]) -> None:
    """A decision that either side took back is taken back."""
    for row in decisions:
        if row["undone"]:
            change.execute(
                update(table)
                .where(table.c.id == row["id"], table.c.undone == "")
                .values(undone=row["undone"])
            )


def _replay_changes(change: Change, touched: list[str]) -> None:
    """Give statements the state that their changes, from both sides and in order of time, lead to."""
    for statement_id in dict.fromkeys(touched):
        found = change.connection.execute(
            select(statement_change)
            .where(statement_change.c.statement == statement_id)
            .order_by(statement_change.c.at, statement_change.c.id)
        )
        values: dict[str, Any] = {row.field: row.new for row in found}
        if "sharing" in values:
            values["vis"] = vis_for(change, frozenset(values.pop("sharing").split(",")))
        change.execute(update(statement).where(statement.c.id == statement_id).values(**values))
