"""Who is found among those listed, how fast, beside the peers: every engine on one core, in one run.

``python -m bench.screening`` measures everything; ``--only small,large`` these works alone; ``--no-peers``
ours alone. The indexes are kept in build/bench (or ``--folder``), since making one takes a millisecond a
name: the first run takes some minutes more.

- ``small``: ../shared/data/screening, 11,002 entities and 1,700 queries with the truth, on which the peers'
  published figures were taken.
- ``large``: OFAC 2024, EU 2024 and UN 2026 through our own readers, with queries of each kind, other people
  and near names of nobody (`larger`).
- ``han``: people's Latin names listed and their Chinese names asked for, and back (`han`).
- ``million``: memory, opening and speed of a million names (`million`); only where ``--build`` made the index
  before, which takes half an hour.

What an alias taken out can be found by is told by a rule from names alone (`findable`).
"""


def run() -> None:
    """Everything that needs no building of an hour, as ``python -m bench`` asks for it."""
    from bench.screening.__main__ import measure

    measure([])
