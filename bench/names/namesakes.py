"""Namesakes in Latin letters whose characters differ must stay apart; aliases of the OFAC list, counted."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from answerable.names.tables import simplify
from bench.names.data import Pairs, rows
from bench.names.labelled import threshold_of
from bench.names.measures import share
from bench.names.ours import Engine
from bench.names.people import HAN, letters, true_rows
from bench.names.table import table


def namesakes(engines: Sequence[Engine], misses: bool) -> None:
    """How many stay under the threshold that the hard pairs set."""
    apart = Pairs.of((a, b, "Person") for a, b in _different_characters())
    aliases = Pairs.of(
        (row["primary_name"], row["alias"], "Person") for row in rows("ofac_alias_pairs_eastasia.csv")
    )
    lines, listed = [], []
    for engine in engines:
        bar = threshold_of(engine)
        scores = engine.scores(apart)
        found = share(engine.scores(aliases) >= bar)
        lines.append([engine.name, f"{bar:.4f}", f"{share(scores < bar):.4f}", f"{found:.3f}"])
        if engine is engines[0]:
            listed = [(scores[p], apart.shown(p)) for p in range(len(apart)) if scores[p] >= bar]
    head = ["", "threshold", f"{len(apart)} namesakes kept apart", f"{len(aliases)} OFAC aliases found"]
    table(head, lines)
    for score, pair in sorted(listed, reverse=True) if misses else ():
        print(f"  {score:8.4f}  {pair}")


def _different_characters() -> Iterator[tuple[str, str]]:
    """Names in characters of two people who are spelled the same in Latin letters."""
    spelled: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in true_rows():
        if row.script in HAN:
            spelled[letters(row.b)][row.person].add(row.a)
    for people in spelled.values():
        for one, other in combinations(sorted(people), 2):
            simple = [{simplify(name) for name in people[person]} for person in (one, other)]
            if not simple[0] & simple[1]:
                yield min(people[one]), min(people[other])
