"""Whether words that are kept beside the record name one of its protected people."""

from base64 import b64decode

from sqlalchemy import Connection, select

from answerable.record.letters import bare_letters, letters
from answerable.record.pseudonyms import NAMES, black_out, turned_round
from answerable.record.tables import entity, statement
from answerable.store.keys import PeopleKeys


class Naming:
    """The names of the protected people whose keys are still here.

    It is read with the keys, so that words can be sealed or forgotten with the person they name; what it
    knows is never handed on.
    """

    def __init__(self, connection: Connection, people: PeopleKeys) -> None:
        self._names: list[tuple[str, str]] = []
        found = connection.execute(
            select(statement.c.entity, statement.c.sealed_for, statement.c.value)
            .join(entity, entity.c.id == statement.c.entity)
            .where(entity.c.protected, statement.c.prop.in_(NAMES))
            .order_by(statement.c.entity, statement.c.id)
        )
        for row in found:
            if not row.sealed_for:
                self._names.append((row.entity, row.value))
            elif people.has(row.sealed_for):
                value = people.unseal(row.sealed_for, b64decode(row.value)).decode()
                self._names.append((row.entity, value))

    def without(self, words: str, person: str) -> str:
        """The words with every name of one of them blacked out, also where its parts are turned round."""
        own = [name for whose, name in self._names if whose == person]
        return black_out(words, [*own, *(turned for name in own for turned in turned_round(name, 0))])

    def named_in(self, words: str) -> list[str]:
        """The protected people whom the words name, however written and in whichever order of its parts."""
        if not self._names:
            return []
        found, parts = letters(words), _parts(words)
        named = (
            person
            for person, name in self._names
            if any(found.places(name)) or (len(_parts(name)) > 1 and _parts(name) <= parts)
        )
        return list(dict.fromkeys(named))


def _parts(words: str) -> frozenset[str]:
    bare = (bare_letters(part) for part in words.replace(",", " ").split())
    return frozenset(part for part in bare if part)
