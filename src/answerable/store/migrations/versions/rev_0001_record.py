"""The record as it first was: log, captures, texts, statements, cases, lists, search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

IMMUTABLE = {
    "log_chain": "SELECT 1 FROM log_chain WHERE id = NEW.id",
    "log_row": "SELECT 1 FROM log_row WHERE chain = NEW.chain AND seq = NEW.seq",
}
"""Tables that are only ever added to, with what finds a row that is there already."""

REFUSE = " BEGIN SELECT RAISE(ABORT, 'the evidence log is append-only'); END"


def upgrade() -> None:
    """Make every table, the search index, and the triggers that keep the log append-only."""
    make_tables()
    if op.get_bind().dialect.name == "postgresql":
        for_postgres()
    else:
        for_sqlite()


def for_sqlite() -> None:
    """FTS5 over folded words; one trigger for each way of altering the log.

    ``INSERT OR REPLACE`` takes a row away without asking the trigger for deletes.
    """
    op.execute(
        "CREATE VIRTUAL TABLE search_words USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')"
    )
    op.execute("INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1)")
    for table, there in IMMUTABLE.items():
        for way in ("UPDATE", "DELETE"):
            op.execute(f"CREATE TRIGGER {table}_no_{way.lower()} BEFORE {way} ON {table}" + REFUSE)
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS ({there})" + REFUSE
        )


def for_postgres() -> None:
    """A text search vector over folded words; one trigger function for the log."""
    op.execute("CREATE TABLE search_words (rowid bigint PRIMARY KEY, words tsvector NOT NULL)")
    op.execute("CREATE INDEX ix_search_words ON search_words USING gin (words)")
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'the evidence log is append-only'; END $$"
    )
    for table in IMMUTABLE:
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def make_tables() -> None:
    """The tables both databases have alike."""
    op.create_table(
        "case_file",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("laws", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("slug", name=op.f("uq_case_file_slug")),
    )
    op.create_table(
        "entity",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("canonical", sa.String(length=32), nullable=False),
        sa.Column("schema", sa.Text(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("erased", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
    )
    op.create_index(op.f("ix_entity_canonical"), "entity", ["canonical"], unique=False)
    op.create_table(
        "entity_card",
        sa.Column("canonical", sa.String(length=32), nullable=False),
        sa.Column("vis", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Text(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("canonical", "vis", name=op.f("pk_entity_card")),
    )
    op.create_index(
        op.f("ix_entity_card_caption_canonical"), "entity_card", ["caption", "canonical"], unique=False
    )
    op.create_table(
        "kept_object",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("sealed_for", sa.Text(), nullable=False),
        sa.Column("erased", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_kept_object")),
    )
    op.create_table(
        "list_edition",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("imported_at", sa.String(length=20), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("unreadable", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_edition")),
    )
    op.create_index(op.f("ix_list_edition_list"), "list_edition", ["list"], unique=False)
    op.create_table(
        "log_chain",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("public_key", sa.String(length=64), nullable=False),
        sa.Column("began", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_chain")),
    )
    op.create_table(
        "receipt_line",
        sa.Column("batch", sa.String(length=32), nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("input", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=11), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("capture", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("batch", "line", name=op.f("pk_receipt_line")),
    )
    op.create_table(
        "search_row",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=9), nullable=False),
        sa.Column("ref", sa.String(length=64), nullable=False),
        sa.Column("vis", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_row")),
    )
    op.create_index(op.f("ix_search_row_ref"), "search_row", ["ref"], unique=False)
    op.create_table(
        "sharing_set",
        sa.Column("vis", sa.Integer(), nullable=False),
        sa.Column("labels", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("vis", name=op.f("pk_sharing_set")),
        sa.UniqueConstraint("labels", name=op.f("uq_sharing_set_labels")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    op.create_index(op.f("ix_source_url"), "source", ["url"], unique=False)
    op.create_table(
        "capture",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("charset", sa.Text(), nullable=False),
        sa.Column("warc_sha256", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_capture_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_capture")),
    )
    op.create_index(op.f("ix_capture_sha256"), "capture", ["sha256"], unique=False)
    op.create_index(op.f("ix_capture_source"), "capture", ["source"], unique=False)
    op.create_table(
        "case_subject",
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("entity", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["case_file.id"], name=op.f("fk_case_subject_case")),
        sa.ForeignKeyConstraint(["entity"], ["entity.id"], name=op.f("fk_case_subject_entity")),
        sa.PrimaryKeyConstraint("case", "entity", name=op.f("pk_case_subject")),
    )
    op.create_table(
        "identity_decision",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("left", sa.String(length=32), nullable=False),
        sa.Column("right", sa.String(length=32), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("undone", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["left"], ["entity.id"], name=op.f("fk_identity_decision_left")),
        sa.ForeignKeyConstraint(["right"], ["entity.id"], name=op.f("fk_identity_decision_right")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_decision")),
    )
    op.create_index(op.f("ix_identity_decision_left"), "identity_decision", ["left"], unique=False)
    op.create_index(op.f("ix_identity_decision_right"), "identity_decision", ["right"], unique=False)
    op.create_table(
        "list_entry",
        sa.Column("edition", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["edition"], ["list_edition.id"], name=op.f("fk_list_entry_edition")),
        sa.PrimaryKeyConstraint("edition", "place", name=op.f("pk_list_entry")),
    )
    op.create_table(
        "log_row",
        sa.Column("chain", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("header", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chain"], ["log_chain.id"], name=op.f("fk_log_row_chain")),
        sa.PrimaryKeyConstraint("chain", "seq", name=op.f("pk_log_row")),
    )
    op.create_table(
        "narrative",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("vis", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["case_file.id"], name=op.f("fk_narrative_case")),
        sa.ForeignKeyConstraint(["vis"], ["sharing_set.vis"], name=op.f("fk_narrative_vis")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_narrative")),
    )
    op.create_index(op.f("ix_narrative_case"), "narrative", ["case"], unique=False)
    op.create_table(
        "passage",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("selector", sa.Text(), nullable=False),
        sa.Column("sealed_for", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_passage_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passage")),
    )
    op.create_index(op.f("ix_passage_source"), "passage", ["source"], unique=False)
    op.create_index(op.f("ix_passage_text_sha256"), "passage", ["text_sha256"], unique=False)
    op.create_table(
        "statement",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("content_key", sa.String(length=32), nullable=False),
        sa.Column("entity", sa.String(length=32), nullable=False),
        sa.Column("canonical", sa.String(length=32), nullable=False),
        sa.Column("schema", sa.Text(), nullable=False),
        sa.Column("prop", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("is_ref", sa.Boolean(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("vis", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("grade", sa.String(length=2), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("sealed_for", sa.String(length=32), nullable=False),
        sa.Column("withdrawn", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entity.id"], name=op.f("fk_statement_entity")),
        sa.ForeignKeyConstraint(["vis"], ["sharing_set.vis"], name=op.f("fk_statement_vis")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_index("ix_statement_content", "statement", ["content_key"], unique=False)
    op.create_index("ix_statement_entity", "statement", ["entity"], unique=False)
    op.create_index(
        "ix_statement_profile",
        "statement",
        ["canonical", "prop"],
        unique=False,
        sqlite_where=sa.text("withdrawn = ''"),
        postgresql_where=sa.text("withdrawn = ''"),
    )
    op.create_index(
        "ix_statement_referring",
        "statement",
        ["value", "prop"],
        unique=False,
        sqlite_where=sa.text("is_ref = 1 AND withdrawn = ''"),
        postgresql_where=sa.text("is_ref AND withdrawn = ''"),
    )
    op.create_table(
        "citation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("statement", sa.String(length=32), nullable=False),
        sa.Column("passage", sa.String(length=32), nullable=False),
        sa.Column("stance", sa.String(length=11), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=False),
        sa.Column("grade", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(["passage"], ["passage.id"], name=op.f("fk_citation_passage")),
        sa.ForeignKeyConstraint(["statement"], ["statement.id"], name=op.f("fk_citation_statement")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citation")),
    )
    op.create_index(op.f("ix_citation_passage"), "citation", ["passage"], unique=False)
    op.create_index(op.f("ix_citation_statement"), "citation", ["statement"], unique=False)
    op.create_table(
        "statement_change",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("statement", sa.String(length=32), nullable=False),
        sa.Column("field", sa.String(length=10), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statement.id"], name=op.f("fk_statement_change_statement")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_change")),
    )
    op.create_index(op.f("ix_statement_change_statement"), "statement_change", ["statement"], unique=False)
    op.create_table(
        "text",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("capture", sa.String(length=32), nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["capture.id"], name=op.f("fk_text_capture")),
        sa.PrimaryKeyConstraint("sha256", "capture", name=op.f("pk_text")),
    )
