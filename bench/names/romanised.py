"""dev_pairs: how many true romanisations are found where one pair of different people in a million alerts."""

from collections.abc import Iterator, Sequence

import numpy as np

from bench.names.data import Pairs
from bench.names.measures import Alarms, Flags, Scores, recall_at_alarms, share
from bench.names.ours import Bulk, Engine, Single
from bench.names.people import Row, rows_apart_last, true_rows
from bench.names.strangers import SEED, different_people
from bench.names.table import table

DIFFERENT, FEWER = 30_000_000, 1_000_000
"""Pairs of different people: for ours, so many that 30 alerts set the bar (with 10 the share found moved by
0.05 from draw to draw), and at most for an engine that takes them one by one."""
RATE = 1e-6
SECONDS = 75.0
"""How long such an engine may take."""
_SHOWN = 40


def romanised(engines: Sequence[Engine], misses: bool) -> None:
    """Recall by script, for those held out, and of what no transliterator can find."""
    chosen, everyone = rows_apart_last(), len(true_rows())
    true = Pairs.of((row.a, row.b, _schema(row)) for row in chosen)
    different = different_people(true_rows(), DIFFERENT)
    found: dict[str, tuple[Scores, Scores, Alarms]] = {}
    for engine in _asked(engines):
        some, seconds = (different, None) if isinstance(engine, Bulk) else (different.part(0, FEWER), SECONDS)
        positives, negatives = engine.scores(true), engine.scores(some, seconds)
        alarms = recall_at_alarms(positives[:everyone], negatives, RATE)
        found[engine.name] = positives, negatives, alarms
        alerts = int((negatives > alarms.bar).sum())
        print(f"{engine.name}: {len(negatives):,} pairs of different people, {alerts} alert", flush=True)
    lines = []
    for name, flags in _parts(chosen, everyone):
        shares = [f"{share(positives[flags] > alarms.bar):.3f}" for positives, _, alarms in found.values()]
        lines.append([name, str(flags.sum()), *shares])
    table(["found where 1 in a million alerts", "pairs", *found], lines)
    if misses:
        _listed(chosen[:everyone], true, different, *next(iter(found.values())))


def _asked(engines: Sequence[Engine]) -> list[Engine]:
    """Ours in bulk where that is there: singly it would take hours."""
    bulk = any(isinstance(engine, Bulk) for engine in engines)
    return [engine for engine in engines if not (bulk and isinstance(engine, Single))]


def _schema(row: Row) -> str:
    return "Organization" if row.relation.startswith("orgname") else "Person"


def _parts(chosen: Sequence[Row], everyone: int) -> Iterator[tuple[str, Flags]]:
    first = np.arange(len(chosen)) < everyone
    held = np.array([row.held_out for row in chosen])
    scripts = np.array([row.script for row in chosen])
    relations = np.array([row.relation for row in chosen])
    yield "true romanisations", first
    yield "  of people held out", first & held
    yield "  of the others", first & ~held
    for script in sorted(set(scripts[first].tolist()), key=lambda s: -int((first & (scripts == s)).sum())):
        yield f"  {script}", first & (scripts == script)
        yield f"  {script}, held out", first & held & (scripts == script)
    for relation in sorted(set(relations[~first].tolist())):
        yield f"apart: {relation}", ~first & (relations == relation)


def _listed(
    chosen: Sequence[Row], true: Pairs, different: Pairs, found: Scores, others: Scores, alarms: Alarms
) -> None:
    """Misses and the worst alarms; never those of people held out, whom nobody is to learn from."""
    held = np.array([row.held_out for row in chosen])
    missed = np.flatnonzero((found[: len(chosen)] <= alarms.bar) & ~held)
    some = np.random.default_rng(SEED).permutation(missed)[:_SHOWN]
    print(f"missed: {len(missed)} of people not held out, {len(some)} of them:")
    for place in sorted(some.tolist(), key=lambda p: -found[p]):
        print(f"  {found[place]:8.4f}  {chosen[place].script}  {true.shown(place)}")
    print("different people, the highest scores (not held out):")
    highest = np.argsort(-others, kind="stable")[: 3 * _SHOWN].tolist()
    seen = [p for p in highest if not held[different.left[p]] and not held[different.right[p] - len(chosen)]]
    for place in seen[:_SHOWN]:
        print(f"  {others[place]:8.4f}  {different.shown(place)}")
    print()
