"""The search index: derived from statements and texts, and forgetting what is sealed.

``search_row`` says what was indexed; ``search_words`` holds the folded words (FTS5 in SQLite, a
``tsvector`` in PostgreSQL). Nothing that is sealed for a protected person is ever indexed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from answerable.preserve.tables import kept_object
from answerable.preserve.vault import Vault
from answerable.read.tables import text as text_table
from answerable.read.texts import sealed_people
from answerable.record.search_words import fold, phrases, pieces
from answerable.record.tables import statement
from answerable.store.groups import in_groups
from answerable.store.metadata import metadata
from answerable.store.unit_of_work import Change

search_row = Table(
    "search_row",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("kind", String(9), nullable=False),
    Column("ref", String(64), nullable=False),
    Column("vis", Integer, nullable=False),
    Index(None, "ref"),
)
"""One row for each piece of something. ``vis`` is 0 for texts, which the own team alone may search."""

TEXT, STATEMENT = "text", "statement"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: a text by its hash, or a statement by its id."""

    kind: str
    ref: str


def index_statements(change: Change, entities: Sequence[str]) -> None:
    """Index what is said in words of these entities, where it is not indexed yet."""
    indexed = select(search_row.c.ref).where(search_row.c.kind == STATEMENT)
    found = change.connection.execute(
        select(statement.c.id, statement.c.vis, statement.c.value).where(
            statement.c.entity.in_(entities),
            statement.c.sealed_for == "",
            ~statement.c.is_ref,
            statement.c.id.not_in(indexed),
        )
    ).all()
    _add(change, STATEMENT, [(row.id, row.vis, row.value) for row in found])


def index_text(change: Change, sha256: str, words: str) -> None:
    """Index a text, where it is not indexed yet and nobody protected is named in it."""
    known = change.connection.execute(select(search_row.c.id).where(search_row.c.ref == sha256)).scalar()
    if known is None and not sealed_people(change.connection, sha256):
        _add(change, TEXT, [(sha256, 0, words)])


def _add(change: Change, kind: str, found: Iterable[tuple[str, int, str]]) -> None:
    """Index things of one kind: of each its ref, its ``vis`` and its words."""
    cut = [(ref, vis, piece) for ref, vis, words in found for piece in pieces(fold(words))]
    if not cut:
        return
    add_rows = insert(search_row).returning(search_row.c.id, sort_by_parameter_order=True)
    ids = change.execute(add_rows, [{"kind": kind, "ref": ref, "vis": vis} for ref, vis, _ in cut]).scalars()
    words_of = "to_tsvector('simple', :words)" if _is_postgres(change.connection) else ":words"
    add_words = text(f"INSERT INTO search_words (rowid, words) VALUES (:id, {words_of})")  # noqa: S608
    change.execute(
        add_words, [{"id": own, "words": piece} for own, (*_, piece) in zip(ids, cut, strict=True)]
    )


def _is_postgres(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def move_statement(change: Change, ref: str, vis: int) -> None:
    """Follow a statement to those it is shared with now."""
    change.execute(update(search_row).where(search_row.c.ref == ref).values(vis=vis))


def forget_statements(change: Change, ids: Iterable[str]) -> None:
    """Take statements out of the index."""
    for ref in ids:
        forget_text(change, ref)


def forget_text(change: Change, ref: str) -> None:
    """Take one thing out of the index; its words are overwritten, not only unlinked."""
    for row in change.connection.execute(select(search_row.c.id).where(search_row.c.ref == ref)).all():
        change.execute(text("DELETE FROM search_words WHERE rowid = :id").bindparams(id=row.id))
        change.execute(delete(search_row).where(search_row.c.id == row.id))


def search(connection: Connection, query: str, visible: Iterable[int], limit: int = 50) -> list[Hit]:
    """What holds all of the query's phrases, newest last; texts only where 0 is in ``visible``."""
    wanted = phrases(query)
    if not wanted:
        return []
    allowed = list(visible)
    found = _holding(connection, wanted[0], allowed)
    for phrase in wanted[1:]:
        also = _holding(connection, phrase, allowed)
        found = {hit: place for hit, place in found.items() if hit in also}
    return sorted(found, key=lambda hit: found[hit])[:limit]


def _holding(connection: Connection, phrase: str, visible: list[int]) -> dict[Hit, int]:
    """What holds one phrase, and its place in the index."""
    if _is_postgres(connection):
        asks, asked = "words @@ phraseto_tsquery('simple', :phrase)", phrase
    else:
        asks, asked = "search_words.words MATCH :phrase", f'"{phrase}"'
    rows = text(
        "SELECT kind, ref, min(id) AS place FROM search_words"  # noqa: S608
        f" JOIN search_row ON id = search_words.rowid WHERE {asks} AND vis IN :visible GROUP BY kind, ref"
    ).bindparams(bindparam("visible", expanding=True))
    found = connection.execute(rows, {"phrase": asked, "visible": visible})
    return {Hit(row.kind, row.ref): row.place for row in found}


def rebuild_index(change: Change, vault: Vault) -> int:
    """Make the whole index anew from statements and texts; give back how many things it holds."""
    change.execute(text("DELETE FROM search_words"))
    change.execute(delete(search_row))
    entities = change.connection.execute(select(statement.c.entity).distinct()).scalars().all()
    for group in in_groups(entities):
        index_statements(change, group)
    open_texts = change.connection.execute(
        select(text_table.c.sha256)
        .distinct()
        .join(kept_object, kept_object.c.sha256 == text_table.c.sha256)
        .where(kept_object.c.sealed_for == "", kept_object.c.erased == "")
    )
    for row in open_texts.all():
        index_text(change, row.sha256, vault.get(row.sha256).decode())
    return change.connection.execute(select(func.count(search_row.c.ref.distinct()))).scalar_one()
