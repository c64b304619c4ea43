"""Measure how alike names must be for so many false alerts: src/answerable/identify/data/tolerance.yaml.

In: four official lists, and names of people who are not listed (`bench.screening.strangers`). Each name is
asked of the lists, and of random parts of their entries; counted is whose best listed name reaches a score.
Usage: python -m bench.screening.tolerance DATE
"""

import gzip
import io
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.index import Asked, Found, NameIndex
from answerable.identify.readers import reader_for
from answerable.identify.tolerance import entries_in
from answerable.names import THRESHOLD, weight_of
from answerable.names.compare import score_of
from bench.names.data import SHARED
from bench.screening.strangers import SEED, unlisted
from bench.screening.work import ARABIC, LATIN, entities, questions

TARGET = Path(__file__).parents[2] / "src" / "answerable" / "identify" / "data" / "tolerance.yaml"
FILES = (
    "ofac_sdn_2024-05-07.xml.gz",
    "ofac_nonsdn_2024-05.xml.gz",
    "eu_fsf_2024-05-13.xml.gz",
    "un_consolidated_2026-02-27.xml.gz",
)
EACH = 5000
PARTS = (1, 2, 4, 8)
"""The whole lists, a half of their entries, a quarter, an eighth."""
WEIGHTS = range(weight_of(THRESHOLD), 1640, 20)
FEWEST = 10
"""Alerts that a share is counted from at least; stricter is not said to be measured."""
COUNTED = 50
"""Alerts that the growth is told from at least."""
WEAK = 0.05
"""What a weak alias takes off, as in `answerable.identify.screening`."""
Lists = dict[EditionInfo, list[ListEntry]]
Scores = NDArray[np.float64]


def main() -> None:
    lists = dict(map(_read, FILES))
    every = [entry for entries in lists.values() for entry in entries]
    names, same = unlisted(every, EACH)
    asked = [name for some in names.values() for name in some]
    print({kind: len(some) for kind, some in names.items()}, "left out, same words:", same, flush=True)
    sizes, scores = [], []
    for part in PARTS:
        index = NameIndex(_part(lists, part))
        sizes.append(entries_in(index))
        scores.append(_best(index, asked))
        print(sizes[-1], (scores[-1] >= THRESHOLD).mean(), flush=True)
    public = _public()
    bars = np.unique([round(score_of(weight), 4) for weight in WEIGHTS])
    shares = np.array([[(some >= bar).mean() for bar in bars] for some in scores])
    enough = shares[0] * len(asked) >= FEWEST
    exponent = _exponent(sizes, shares[:, enough])
    _tell_fit(sizes, shares[:, enough], exponent, bars[enough])
    _tell_public(public, asked, bars[enough], shares[0][enough], sizes[0], exponent)
    _write(
        sys.argv[1], names, same, sizes[0], exponent, bars[enough], shares[0][enough], _found(public, bars)
    )
    ends = np.cumsum([len(some) for some in names.values()])[:-1]
    for kind, some in zip(names, np.split(scores[0], ends), strict=True):
        print(kind, [f"{bar}: {(some >= bar).mean():.4f}" for bar in bars[enough][::6]])


def _read(file: str) -> tuple[EditionInfo, list[ListEntry]]:
    data = gzip.decompress((SHARED / "lists" / file).read_bytes())
    info, parts = reader_for(data, file.removesuffix(".gz")).read(io.BytesIO(data))
    return info, [part for part in parts if isinstance(part, ListEntry)]


def _part(lists: Lists, part: int) -> Lists:
    source = random.Random(SEED + part)
    return {info: [one for one in some if not source.randrange(part)] for info, some in lists.items()}


def _public() -> NameIndex:
    info = EditionInfo("public", "The public screening set", "benchmark", "2021-07-01")
    return NameIndex(
        {
            info: [
                ListEntry(one.id, "unknown", tuple(ListedName(name, "primary") for name in one.names))
                for one in entities()
            ]
        }
    )


def _best(index: NameIndex, asked: Sequence[str]) -> Scores:
    """Of each name the score of the listed name that is nearest; 0 where none reaches the lowest bar."""
    found = index.nearest([Asked(name) for name in asked], 5, weight_of(THRESHOLD))
    return np.array([max(map(_score, some), default=0.0) for some in found])


def _score(found: Found) -> float:
    weak = found.listed()[1].quality == "weak"
    return round(score_of(found.weight), 4) - (WEAK if weak else 0.0)


def _exponent(sizes: Sequence[int], shares: Scores) -> float:
    """How fast alerts grow with the listed entries: the slope of logarithms through the whole lists, over the
    bars at which enough alerts were counted in every part.
    """
    sound = shares[:, (shares * 4 * EACH >= COUNTED).all(axis=0)]
    x = np.log(np.array(sizes[1:]) / sizes[0])[:, None]
    y = np.log(sound[1:] / sound[0])
    return float((x * y).sum() / (x**2).sum() / sound.shape[1])


def _tell_fit(sizes: Sequence[int], shares: Scores, exponent: float, bars: Scores) -> None:
    """How far two models are off: a power of the entries, and an equal chance for each entry asked."""
    for size, measured in zip(sizes[1:], shares[1:], strict=True):
        power = shares[0] * (size / sizes[0]) ** exponent
        pairs = 1 - (1 - shares[0]) ** (size / sizes[0])
        kept = measured > 0
        off = [np.abs(np.log(model[kept] / measured[kept])).mean() for model in (power, pairs)]
        print(f"{size} entries: the power is off by {off[0]:.1%}, pairs by {off[1]:.1%}")
        print("  ", [f"{b}: {m:.4f} {p:.4f}" for b, m, p in zip(bars, measured, power, strict=True)][::6])


def _tell_public(
    public: NameIndex, asked: Sequence[str], bars: Scores, shares: Scores, size: int, exponent: float
) -> None:
    """The model against another list than those it was measured on."""
    scores = _best(public, asked)
    said = shares * (entries_in(public) / size) ** exponent
    for bar, share in list(zip(bars, said, strict=True))[::6]:
        print(f"public set, {bar}: said {share:.4f}, measured {(scores >= bar).mean():.4f}")


def _found(public: NameIndex, bars: Scores) -> list[float]:
    """The share of the public set's queries that find whom they mean at each bar."""
    asked = [one for one in questions() if one.kind in (*LATIN, ARABIC)]
    found = public.nearest([Asked(one.text, one.schema) for one in asked], 10, weight_of(THRESHOLD))
    reached = [
        max((_score(one) for one in some if one.listed()[0].key == query.truth), default=0.0)
        for query, some in zip(asked, found, strict=True)
    ]
    return [float((np.array(reached) >= bar).mean()) for bar in bars]


def _write(
    day: str, names: dict[str, list[str]], same: int, size: int, exponent: float, bars: Scores,
    shares: Scores, found: Sequence[float],
) -> None:  # fmt: skip
    TARGET.write_text(
        "\n".join(_lines(day, names, same, size, exponent, bars, shares, found)) + "\n", "utf-8"
    )


def _lines(
    day: str, names: dict[str, list[str]], same: int, size: int, exponent: float, bars: Scores,
    shares: Scores, found: Sequence[float],
) -> Iterator[str]:  # fmt: skip
    yield "# How many names of people who are not listed alert from each score on. Measured: do not edit."
    yield "# Made by bench/screening/tolerance.py; what the fields mean is in ../tolerance.py."
    yield f'measured: "{day}"'
    yield "lists: OFAC SDN 2024-05-07 and non-SDN 2024-05, EU 2024-05-13, UN 2026-02-27"
    yield f'listed_entries: "{size}"'
    yield f'exponent: "{exponent:.3f}"'
    yield f'same_words: "{same}"'
    yield "unlisted_names:"
    for kind, some in names.items():
        yield f'  {kind}: "{len(some)}"'
    yield "bars:"
    for bar, share, one in zip(bars, shares, found, strict=False):
        yield f'  - {{bar: "{bar:.4f}", alerts: "{share:.5f}", found: "{one:.3f}"}}'


if __name__ == "__main__":
    main()
