"""The sets with true pairs and false ones: recall at 95 % precision, best F1, and by category."""

from collections.abc import Sequence

import numpy as np

from bench.names.data import Labelled, bench_cases, hard_pairs
from bench.names.measures import Flags, Scores, best_f1, recall_at_precision, share
from bench.names.ours import Engine
from bench.names.table import table

CORE = (
    "han_simp_trad", "han_pinyin", "han_pinyin_polyphone", "pinyin_order_spacing", "han_cantonese",
    "cantonese_pinyin_latin", "wade_giles_taiwan",
)  # fmt: skip
CORE_NOT = ("han_han", "han_latin", "pinyin_latin", "cantonese_wg_latin")


def hard(engines: Sequence[Engine], misses: bool) -> None:
    """The hard pairs; what we miss and what we wrongly find is always listed."""
    chosen = hard_pairs()
    core = np.isin(chosen.categories, CORE) & chosen.labels
    core |= np.isin(chosen.categories, CORE_NOT) & ~chosen.labels
    found = {engine.name: engine.scores(chosen.pairs) for engine in engines}
    _summary(chosen, found, {"all": np.ones_like(core), "Chinese core": core})
    _by_category(chosen, found)
    _listed(chosen, engines[0].name, found[engines[0].name])


def cases(engines: Sequence[Engine], misses: bool) -> None:
    """nomenklatura's own cases."""
    chosen = bench_cases()
    found = {engine.name: engine.scores(chosen.pairs) for engine in engines}
    every = np.ones_like(chosen.labels)
    people = np.array([schema == "Person" for schema in chosen.pairs.schemas])[chosen.pairs.left]
    _summary(chosen, found, {"all": every, "people": people, "others": ~people})
    if misses:
        _listed(chosen, engines[0].name, found[engines[0].name])


def threshold_of(engine: Engine) -> float:
    """Where 95 % of an engine's alerts on the hard pairs are true."""
    chosen = hard_pairs()
    return recall_at_precision(engine.scores(chosen.pairs), chosen.labels).threshold


def _summary(chosen: Labelled, found: dict[str, Scores], parts: dict[str, Flags]) -> None:
    lines = []
    for name, scores in found.items():
        line = [name]
        for flags in parts.values():
            best = recall_at_precision(scores[flags], chosen.labels[flags])
            line += [f"{best.value:.3f}", f"{best_f1(scores[flags], chosen.labels[flags]).value:.3f}"]
        lines.append([*line, f"{recall_at_precision(scores, chosen.labels).threshold:.4f}"])
    head = [f"{part} {what}" for part in parts for what in ("R@P95", "F1")]
    table(["", *head, "threshold"], lines)


def _by_category(chosen: Labelled, found: dict[str, Scores]) -> None:
    bars = {n: recall_at_precision(scores, chosen.labels).threshold for n, scores in found.items()}
    lines = []
    for label, what in ((True, ""), (False, "NOT ")):
        for category in sorted(set(chosen.categories[chosen.labels == label].tolist())):
            flags = (chosen.categories == category) & (chosen.labels == label)
            shares = [f"{share(scores[flags] >= bars[n]):.2f}" for n, scores in found.items()]
            lines.append([what + category, str(flags.sum()), *shares])
    table(["share above the threshold", "pairs", *found], lines)


def _listed(chosen: Labelled, name: str, scores: Scores) -> None:
    bar = recall_at_precision(scores, chosen.labels).threshold
    for title, wrong in (
        ("missed", chosen.labels & (scores < bar)),
        ("false alarms", ~chosen.labels & (scores >= bar)),
    ):
        places = np.flatnonzero(wrong)
        print(f"{name}, {title}: {len(places)}")
        for place in sorted(places.tolist(), key=lambda p: (chosen.categories[p], -scores[p])):
            print(f"  {scores[place]:8.4f}  {chosen.categories[place]:22}  {chosen.pairs.shown(place)}")
    print()
