"""A small invented case, and looks at what the record holds of it."""

from collections import Counter

from sqlalchemy import func, select

from answerable.record.recording import entity_id
from answerable.record.tables import entity, statement
from answerable.store.metadata import metadata
from answerable.workspace import Workspace

GAZETTE = (
    "Republic of Tamsor, Office of the Gazette.\n"
    "LAM Ka-ho (林嘉豪) was made Commissioner of Police on 2 January 2030.\n"
    "The Tamsor Police Force is a department of the Government.\n"
    "Mr Lam is a citizen of Tamsor.\n"
)
PAPER = (
    "Commissioner Lam ordered the clearing of Harbour Street on 3 May 2031.\n"
    "The ministry says that he did not order it.\n"
)
FILES: dict[str, str | bytes] = {"gazette.txt": GAZETTE, "paper.txt": PAPER}
CASEFILE = """\
casefile: harbour
organisation: Selwyn Rights Desk
sharing: public
grade: B2
sources:
  gazette: {file: gazette.txt, title: Gazette no. 18, grade: A1}
  paper: {file: paper.txt, title: Harbour Paper}
entities:
  lam:
    schema: Person
    cite: {source: gazette, quote: LAM Ka-ho (林嘉豪) was made Commissioner of Police}
    name: [LAM Ka-ho, 林嘉豪]
    nationality: {value: xt, cite: {source: gazette, quote: Mr Lam is a citizen of Tamsor}}
  lam-paper:
    schema: Person
    cite: {source: paper, quote: Commissioner Lam}
    name: Commissioner Lam
  clearing:
    schema: Act
    cite: {source: paper, quote: clearing of Harbour Street}
    violation: attack-on-assembly
    date: {value: "2031-05-03", cite: {source: paper, quote: on 3 May 2031}}
  part:
    schema: Involvement
    perpetrator: lam-paper
    act: clearing
    degree: ordered
    cite:
      - {source: paper, quote: Commissioner Lam ordered the clearing}
      - {source: paper, quote: he did not order it, stance: contradicts, said_by: ministry, via: Paper}
case:
  slug: harbour
  title: The clearing of Harbour Street
  subjects: lam
  narrative: {summary: A street was cleared.}
"""


def ident(workspace: Workspace, key: str, casefile: str = "harbour") -> str:
    """The id of what a casefile calls ``key``."""
    return entity_id(workspace.store.chain, casefile, key)


def canonical(workspace: Workspace, key: str) -> str:
    """Who that is held to be."""
    with workspace.view() as view:
        return view.resolve(ident(workspace, key))


def row_counts(workspace: Workspace) -> dict[str, int]:
    """How many rows each table has; of the evidence log, only what tells of what was said and kept."""
    told = ("entity", "statement", "citation", "passage", "identity", "capture", "text", "seal", "source")
    with workspace.store.reading() as connection:
        counts = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
            if table.name != "log_row"
        }
    with workspace.view() as view:
        logged = Counter(str(row.fields["action"]) for row in view.log_rows())
    return counts | {f"log of {name}": logged[name] for name in told}


def statement_id(workspace: Workspace, key: str, prop: str, value: str = "") -> str:
    """The id of the newest statement of a thing and property."""
    with workspace.store.reading() as connection:
        query = (
            select(statement.c.id)
            .where(statement.c.entity == ident(workspace, key), statement.c.prop == prop)
            .order_by(statement.c.at.desc())
        )
        if value:
            query = query.where(statement.c.value == value)
        return str(connection.execute(query).scalars().first())


def is_protected(workspace: Workspace, key: str) -> bool:
    """Whether the record marks them as protected."""
    with workspace.store.reading() as connection:
        query = select(entity.c.protected).where(entity.c.id == ident(workspace, key))
        return bool(connection.execute(query).scalar_one())
