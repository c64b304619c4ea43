"""Ten thousand statements recorded from FollowTheMoney, against the rows alone put into a bare database."""

import json
import tempfile
import time
from pathlib import Path

from sqlalchemy import create_engine, insert, select

from answerable.preserve.tables import capture, kept_object, source
from answerable.read.tables import passage, text
from answerable.record.ftm_import import Terms
from answerable.record.tables import citation, entity, sharing_set, statement
from answerable.store.metadata import metadata
from answerable.store.tables import log_chain, log_row
from answerable.workspace import Workspace
from answerable.workspace.recording import import_ftm
from bench.measure import peak_megabytes
from tests.support import new_workspace

PEOPLE = 2_500
"""Each of them four statements, which cite one line."""
WRITTEN = (
    *(kept_object, source, capture, text, sharing_set, entity, statement, passage, citation),
    *(log_chain, log_row),
)


def run() -> None:
    with tempfile.TemporaryDirectory() as name, new_workspace(Path(name)) as workspace:
        file = Path(name) / "people.ftm.json"
        file.write_text("\n".join(map(_line, range(PEOPLE))) + "\n", "utf-8")
        first, again = _recorded(workspace, file), _recorded(workspace, file)
        bare = _bare(workspace, Path(name) / "bare.db")
    said = 4 * PEOPLE
    print(f"{said} statements in {first:.1f} s, {said / first:.0f} a second; once more {again:.1f} s")
    print(f"{first / bare:.1f} times as long as their rows alone; peak memory {peak_megabytes():.0f} MB")


def _line(number: int) -> str:
    said = {
        "name": [f"Person {number}"],
        "birthDate": [str(1940 + number % 50)],
        "nationality": ["xt"],
        "notes": [f"Said to have commanded post {number} in the spring."],
    }
    return json.dumps({"id": f"person-{number}", "schema": "Person", "properties": said})


def _recorded(workspace: Workspace, file: Path) -> float:
    began = time.perf_counter()
    import_ftm(workspace, file, Terms("Bench"))
    return time.perf_counter() - began


def _bare(workspace: Workspace, database: Path) -> float:
    """How long the same rows take, many at a time, in a database that is not encrypted."""
    with workspace.store.reading() as connection:
        rows = {table: list(map(dict, connection.execute(select(table)).mappings())) for table in WRITTEN}
    engine = create_engine(f"sqlite:///{database}")
    metadata.create_all(engine)
    began = time.perf_counter()
    with engine.begin() as connection:
        for table in WRITTEN:
            connection.execute(insert(table), rows[table])
    taken = time.perf_counter() - began
    engine.dispose()
    return taken
