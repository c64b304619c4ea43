"""Tables of official lists, and of what people ask of them: decisions, watched names, published names, and
the follow-up, which is held against them."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from answerable.store.metadata import metadata

list_edition = Table(
    "list_edition",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("list", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("imported_at", String(20), nullable=False),
    Column("entries", Integer, nullable=False),
    Column("unreadable", Integer, nullable=False),
)

list_entry = Table(
    "list_entry",
    metadata,
    Column("edition", ForeignKey("list_edition.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""Derived: what the reader made of the edition's bytes, which are in the vault."""

asked_name = Table(
    "asked_name",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("said", Text, nullable=False),
    Column("sealed_for", Text, nullable=False),
)
"""A name that somebody asks about and what is said of it, as JSON: the only place where either stands.
Locked under the keys of ``sealed_for`` where it names protected people; empty once it was forgotten."""

match_decision = Table(
    "match_decision",
    metadata,
    Column("id", ForeignKey("asked_name.id"), primary_key=True),
    Column("list", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("entry", String(64), nullable=False),
    Column("edition", String(32), nullable=False),
    Column("answer", String(9), nullable=False),
    Column("until", String(10), nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""What a person decided on a match. ``entry`` is the hash of the list's entry as it stood then, in
``edition``; the newest decision on the same asked name and entry is the one that counts."""

watched_set = Table(
    "watched_set",
    metadata,
    Column("id", ForeignKey("asked_name.id"), primary_key=True),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""Names that are screened again whenever a list changes. What the set is called is an asked name too."""

watched_name = Table(
    "watched_name",
    metadata,
    Column("id", ForeignKey("asked_name.id"), primary_key=True),
    Column("set", ForeignKey("watched_set.id"), nullable=False, index=True),
    Column("place", Integer, nullable=False),
)

told_match = Table(
    "told_match",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", ForeignKey("watched_name.id"), nullable=False, index=True),
    Column("list", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("entry", String(64), nullable=False),
    Column("fell", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""A match of a watched name that was told, with the entry as it stood and the decision that had fallen;
told again only where one of the two is another."""

published_list = Table(
    "published_list",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("case", ForeignKey("case_file.id"), nullable=False, index=True),
    Column("audience", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("date", String(10), nullable=False),
    Column("dispute_to", Text, nullable=False),
    Column("manifest", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("marks", Text, nullable=False),
    Column("corrections", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""The versions of a case's list of names recommended. ``marks`` are keyed hashes of each row's fields, so
that what was published can be told apart from what is now, and no name is kept here."""

submission = Table(
    "submission",
    metadata,
    Column("id", ForeignKey("asked_name.id"), primary_key=True),
    Column("case", ForeignKey("case_file.id"), nullable=False, index=True),
    Column("recipient", Text, nullable=False),
    Column("version", String(64), nullable=False),
    Column("sent_on", String(10), nullable=False),
    Column("vis", ForeignKey("sharing_set.vis"), nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""What was sent to one recipient, in one version, by the hash of its file. ``recipient`` is empty for one
of our own choosing. Whatever is said in words of these three tables is an asked name, and goes with it."""

response = Table(
    "response",
    metadata,
    Column("id", ForeignKey("asked_name.id"), primary_key=True),
    Column("submission", ForeignKey("submission.id"), nullable=False, index=True),
    Column("step", String(12), nullable=False),
    Column("on", String(10), nullable=False),
    Column("awaits", String(12), nullable=False),
    Column("due", String(10), nullable=False),
    Column("letter", String(32), nullable=False),
    Column("takes_back", String(32), nullable=False),
    Column("vis", ForeignKey("sharing_set.vis"), nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""What came back, and by when something is awaited. Rows are only ever added: one that was wrong is taken
back by another row, so that two workspaces come to the same. ``letter`` is a capture."""

outcome = Table(
    "outcome",
    metadata,
    Column("id", ForeignKey("asked_name.id"), primary_key=True),
    Column("proposal", String(32), nullable=False, index=True),
    Column("submission", ForeignKey("submission.id"), nullable=False),
    Column("subject", ForeignKey("entity.id"), nullable=False),
    Column("change", String(7), nullable=False),
    Column("answer", String(9), nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""What a person answered to a proposed outcome. Which list and entry it is about stands among the words,
since it tells who the subject is; and so do the answers before it that the person knew of."""
