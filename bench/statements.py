"""A million statements: a profile page, a list, and the matrix of a case, on SQLite and PostgreSQL.

The record is generated: people with names and posts, acts with involvements, each statement with a
citation. The bar is 100 ms at the 95th percentile.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from answerable.model.audience import PUBLIC, TEAM
from answerable.preserve.tables import source
from answerable.read.tables import passage
from answerable.record.cards import rebuild_cards
from answerable.record.case_tables import case_file, case_subject
from answerable.record.tables import citation, entity, sharing_set, statement
from answerable.store.unit_of_work import Change
from answerable.workspace import Workspace
from answerable.workspace.asking import weigh_case
from bench.measure import in_words, milliseconds, peak_megabytes
from tests.support import new_workspace

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "50000"))
"""Twenty statements each."""
DATABASE = "ANSWERABLE_TEST_DATABASE"
ASKED = 200


def run() -> None:
    for kind in ("sqlite", "postgres"):
        environment = {**os.environ, DATABASE: kind}
        subprocess.run([sys.executable, "-m", "bench.statements"], check=True, env=environment)


def _said(number: int) -> Iterator[tuple[str, str, str, str, bool]]:
    """What is said of one person and their act: entity, schema, property, value, is it a reference."""
    person, post, held, act, part = (f"{kind}{number:031}" for kind in "abcde")
    yield person, "Person", "name", f"Person {number:06}", False
    yield person, "Person", "alias", f"P. {number:06}", False
    yield person, "Person", "nationality", "xt", False
    yield person, "Person", "birthDate", str(1940 + number % 50), False
    yield post, "Position", "name", f"Commander of post {number:06}", False
    yield post, "Position", "branch", "government", False
    yield held, "Occupancy", "holder", person, True
    yield held, "Occupancy", "post", post, True
    yield held, "Occupancy", "startDate", "2029", False
    for prop, value in (
        ("violation", "torture"), ("gravity", "gross"), ("country", "xt"), ("victimGroup", "detainees"),
        ("victimPursuit", "expression"), ("date", "2031-05-03"), ("location", "Pier Nine"),
        ("right", "physical-integrity"),
    ):  # fmt: skip
        yield act, "Act", prop, value, False
    yield part, "Involvement", "perpetrator", person, True
    yield part, "Involvement", "act", act, True
    yield part, "Involvement", "degree", "ordered", False


def _fill(workspace: Workspace) -> int:
    count = 0
    with workspace.store.change() as change:
        change.execute(insert(sharing_set).values(vis=900, labels="public"))
        where = {"title": "A page", "url": "", "publisher": "", "language": "en", "origin": "one"}
        words = workspace.vault.put(b"Words of the page.")
        shape = {"text_sha256": words, "start": 0, "end": 5, "exact": "Words"}
        rest = {"prefix": "", "suffix": " of", "page": 0, "selector": "", "sealed_for": ""}
        for begin in range(0, PEOPLE, 1000):
            page = f"f{begin:031}"
            change.execute(insert(source).values(id=page, **where))
            change.execute(insert(passage).values(id=page, source=page, **shape, **rest))
            count += _fill_some(change, range(begin, min(begin + 1000, PEOPLE)), count, page)
        _case(change)
        rebuild_cards(change)
        change.execute(text("ANALYZE"))  # as PostgreSQL does by itself within a minute of such a change
        change.log("bench", {"statements": count})
    return count


def _fill_some(change: Change, numbers: range, offset: int, page: str) -> int:
    said = [one for number in numbers for one in _said(number)]
    things = {one[0]: one[1] for one in said}
    change.execute(
        insert(entity),
        [{"id": i, "canonical": i, "schema": s, "protected": False, "erased": ""} for i, s in things.items()],
    )
    rows: list[dict[str, Any]] = [
        {
            "id": f"{offset + place:032x}", "content_key": f"{offset + place:032x}", "entity": one[0],
            "canonical": one[0], "schema": one[1], "prop": one[2], "value": one[3], "is_ref": one[4],
            "organisation": "Bench", "vis": 900, "by": "b" * 32, "at": "2031-06-01T09:00:00Z", "place": place,
            "grade": "B2", "sealed_for": "", "withdrawn": "",
        }
        for place, one in enumerate(said)
    ]  # fmt: skip
    change.execute(insert(statement), rows)
    cited = {"passage": page, "stance": "supports", "said_by": "", "via": "", "grade": "B2"}
    change.execute(insert(citation), [{"id": row["id"], "statement": row["id"], **cited} for row in rows])
    return len(rows)


def _case(change: Change) -> None:
    fields = {"title": "Bench", "organisation": "Bench", "summary": "", "laws": "ca-jvcfoa,ca-sema-prc"}
    change.execute(insert(case_file).values(id="c" * 32, slug="bench", **fields))
    for place in range(10):
        subject = f"a{place * 7:031}"
        change.execute(insert(case_subject).values(case="c" * 32, entity=subject, place=place))


def measure() -> None:
    """Fill a record and time the three questions, for the team and for the public."""
    chosen = random.Random(1)  # the same people each time
    with tempfile.TemporaryDirectory() as name, new_workspace(Path(name)) as workspace:
        began = time.perf_counter()
        count = _fill(workspace)
        filled = time.perf_counter() - began
        file = workspace.root / "record.sqlite"
        size = f", {file.stat().st_size / 1e6:.0f} MB" if file.exists() else ""
        print(f"-- {os.environ.get(DATABASE, 'sqlite')}: {count} statements in {filled:.0f} s{size}")
        for audience in (TEAM, PUBLIC):
            with workspace.view(audience) as view:

                def profile() -> None:
                    person = f"a{chosen.randrange(PEOPLE):031}"
                    for one in view.statements(person):
                        view.citations(one.id)
                    for held in view.referring(person, "holder"):
                        view.statements(held.canonical)

                print(f"{audience}: profile {in_words(milliseconds(profile, ASKED))}")
                some = lambda: view.cards("Person", after=f"a{chosen.randrange(PEOPLE):031}")  # noqa: E731
                print(f"{audience}: list of 100 {in_words(milliseconds(some, ASKED))}")
        today = date(2031, 6, 2)

        def matrix() -> None:
            with workspace.view(TEAM) as view:
                weigh_case(workspace, view, "bench", [], today)

        print(f"team: matrix of 10 subjects under 2 laws {in_words(milliseconds(matrix, 20))}")
        print(f"peak memory {peak_megabytes():.0f} MB")


if __name__ == "__main__":
    measure()
