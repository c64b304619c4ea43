"""Names that somebody asks about, kept: open to the workspace alone, and never longer than they may be.

What is asked about is as sensitive as any source: a list of staff, an applicant, a witness. It stands in
one table of the record, and nowhere in the evidence log. Where it names a protected person it is sealed
under that person's key, and goes with it when they are erased.
"""

import json
from collections.abc import Collection

from sqlalchemy import Connection, insert, select, update

from answerable.identify.tables import asked_name
from answerable.model.errors import Erased
from answerable.read.texts import lock_words, unlock_words
from answerable.record.naming import Naming
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change

Words = dict[str, str]
"""What is said of an asked name: the name itself, birth, country, and a person's reasons."""


def _named(naming: Naming, said: Words) -> list[str]:
    """The protected people whom any of these words name."""
    return list(dict.fromkeys(person for words in said.values() for person in naming.named_in(words)))


def keep_asked(change: Change, people: PeopleKeys, naming: Naming, said: list[Words]) -> list[str]:
    """Keep each of these, sealed where it names a protected person; give back their ids."""
    rows = []
    for words in said:
        persons = _named(naming, words)
        locked = lock_words(people, persons, json.dumps(words, ensure_ascii=False))
        rows.append({"id": change.new_id(), "said": locked, "sealed_for": " ".join(persons)})
    if rows:
        change.execute(insert(asked_name), rows)
    return [str(row["id"]) for row in rows]


def read_asked(connection: Connection, people: PeopleKeys, ids: Collection[str]) -> dict[str, Words]:
    """What is said under these ids; what was forgotten, or is locked under a key that is gone, is missing."""
    found: dict[str, Words] = {}
    wanted = set(ids)
    for row in connection.execute(select(asked_name).where(asked_name.c.said != "")):
        if row.id in wanted:
            try:
                found[row.id] = json.loads(unlock_words(people, row.sealed_for.split(), row.said))
            except Erased:
                continue
    return found


def forget_asked(change: Change, ids: Collection[str]) -> None:
    """Forget what is said under these ids; the rows stay, so that no other workspace brings it back."""
    for one in ids:
        change.execute(update(asked_name).where(asked_name.c.id == one).values(said="", sealed_for=""))


def seal_asked(change: Change, people: PeopleKeys, naming: Naming) -> int:
    """Seal what names people who became protected after it was kept; give back how much that was."""
    count = 0
    open_ones = select(asked_name).where(asked_name.c.sealed_for == "", asked_name.c.said != "")
    for row in change.connection.execute(open_ones).all():
        persons = _named(naming, json.loads(row.said))
        if persons:
            values = {"said": lock_words(people, persons, row.said), "sealed_for": " ".join(persons)}
            change.execute(update(asked_name).where(asked_name.c.id == row.id).values(**values))
            count += 1
    return count


def forget_person(change: Change, naming: Naming, person: str) -> int:
    """Forget every asked name that is sealed for this person, or that names them and is still open."""
    going = []
    for row in change.connection.execute(select(asked_name).where(asked_name.c.said != "")).all():
        named = row.sealed_for.split() or _named(naming, json.loads(row.said))
        if person in named:
            going.append(row.id)
    forget_asked(change, going)
    return len(going)
