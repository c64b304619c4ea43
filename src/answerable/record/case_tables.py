"""Tables of cases: subjects, what was decided and written for them, who agreed, who was heard."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from answerable.store.metadata import metadata

case_file = Table(
    "case_file",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("slug", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("laws", Text, nullable=False),
)

case_subject = Table(
    "case_subject",
    metadata,
    Column("case", ForeignKey("case_file.id"), primary_key=True),
    Column("entity", ForeignKey("entity.id"), primary_key=True),
    Column("place", Integer, nullable=False),
)

gate_override = Table(
    "gate_override",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("case", ForeignKey("case_file.id"), nullable=False, index=True),
    Column("subject", ForeignKey("entity.id"), nullable=False),
    Column("law", Text, nullable=False),
    Column("requirement", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
    Column("undone", Text, nullable=False),
)
"""That a person lets a case be filed although a law's requirement is not met."""

narrative = Table(
    "narrative",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("case", ForeignKey("case_file.id"), nullable=False, index=True),
    Column("section", Text, nullable=False),
    Column("vis", ForeignKey("sharing_set.vis"), nullable=False),
    Column("body", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""What the lawyer wrote for a section, each version a row; the newest one stands."""

comment = Table(
    "comment",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("case", ForeignKey("case_file.id"), nullable=False, index=True),
    Column("recipient", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("said_at", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("paragraph", Text, nullable=False),
    Column("privileged", Boolean, nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""A comment that somebody made on a draft in Word. ``author`` and ``said_at`` are what the file says, and
``paragraph`` is how the words it is on read there. It is for the own team, and in no output."""

consent = Table(
    "consent",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("person", ForeignKey("entity.id"), nullable=False, index=True),
    Column("source", String(32), nullable=False),
    Column("statement", String(32), nullable=False),
    Column("uses", Text, nullable=False),
    Column("on", String(10), nullable=False),
    Column("said", Text, nullable=False),
    Column("sealed_for", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""What a person agreed to of what they said: of all of it, or of one ``source`` or ``statement``. ``said`` is
how they agreed and within what limits, locked under the keys of ``sealed_for``; ``after`` names the
withdrawals that were known then."""

consent_withdrawal = Table(
    "consent_withdrawal",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("person", ForeignKey("entity.id"), nullable=False, index=True),
    Column("source", String(32), nullable=False),
    Column("statement", String(32), nullable=False),
    Column("on", String(10), nullable=False),
    Column("said", Text, nullable=False),
    Column("sealed_for", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)

reply_sought = Table(
    "reply_sought",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("case", ForeignKey("case_file.id"), nullable=False, index=True),
    Column("subject", ForeignKey("entity.id"), nullable=False),
    Column("sought_on", String(10), nullable=False),
    Column("how", Text, nullable=False),
    Column("through", Text, nullable=False),
    Column("not_sought", Text, nullable=False),
    Column("reply", String(32), nullable=False),
    Column("vis", ForeignKey("sharing_set.vis"), nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""Whether someone named in a case was asked for their side, or why not, each version a row; the newest one
stands. ``reply`` is what came of it, a thing that statements are about; empty where nothing did."""
