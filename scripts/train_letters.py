"""Learn how sounds are spelled from official spellings: src/answerable/names/data/letters.tsv.

In: pairs of spellings of one public official (dev_pairs.csv) and the names that a public list gives one
person (screening/list.jsonl.gz), without the people that are held out. Each round aligns the words of a pair
with the weights so far and counts which sounds met. Usage: python -m scripts.train_letters FOLDER
"""

import csv
import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from answerable.names import letters
from answerable.names.phones import SOUNDS, VOWELS, coded
from answerable.names.scripts import romanise
from bench.names.parts import is_held_out

TARGET = Path(__file__).parents[1] / "src" / "answerable" / "names" / "data" / "letters.tsv"
HEADER = """\
# Weights of sounds that meet in two spellings of one word, in hundredths of a nat: the logarithm of how much
# likelier they are there than by chance. Columns: sound, its weight with each sound in the order of the rows,
# and last its weight where it meets nothing. Made by scripts/train_letters.py from official spellings of
# public officials (Hong Kong directory 2018, EU and UN lists, everypolitician) and of listed persons; do
# not edit.
"""
ROUNDS = 4
CLASSES = ("aeiouy°", "bpvfw", "tdTD", "kgqcXGh", "sSzZYcCJj", "lr", "mn", "yijJ", "uvw")
"""Sounds that are likely to meet, for the first round and where too few were counted."""
WORTH = 4000
"""How many aligned sounds the first weights are worth beside what was counted."""
SLIP = -450
"""Any letter may be a slip of the pen for any other; nothing says more against than that."""
SKIPPED = {"Hans", "Hant", "Hani", "Hang"}
Words = list[list[bytes]]


def words(name: str) -> Words:
    parted = "".join(c if c.isalpha() or c in "'’-" else " " for c in name.casefold())
    bare = (word.replace("-", " ").replace("'", "").replace("’", "") for word in parted.split())
    return [list(dict.fromkeys(map(coded, romanise(one)))) for word in bare for one in word.split()]


def pairs(folder: Path) -> Iterator[tuple[Words, Words]]:
    with (folder / "names" / "dev_pairs.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            named = row["relation"].startswith("name") and "western" not in row["relation"]
            if named and row["script_a"] not in SKIPPED and not is_held_out(row["person"]):
                yield words(row["name_a"]), words(row["name_b"])
    with gzip.open(folder / "screening" / "list.jsonl.gz", "rt", encoding="utf-8") as lines_of_list:
        for line in lines_of_list:
            entry = json.loads(line)
            if entry["schema"] == "Person" and not is_held_out(entry["id"]):
                yield from combinations(map(words, entry["names"][:6]), 2)


def first_weights() -> tuple[list[list[int]], list[int]]:
    def weight(a: str, b: str) -> int:
        if a == b:
            return 260 if a in VOWELS else 320
        if any(a in one and b in one for one in CLASSES):
            return -60
        return -500

    gaps = [-30 if s == "°" else -160 if s in VOWELS or s == "h" else -350 for s in SOUNDS]
    return [[weight(a, b) for b in SOUNDS] for a in SOUNDS], gaps


def met(one: Words, other: Words) -> Iterator[tuple[bytes, bytes]]:
    """The words of two names that are surely the same word, each used once."""
    scored = sorted(
        ((letters.alike(a, b), i, j, a, b) for i, x in enumerate(one) for j, y in enumerate(other)
         for a in x for b in y if a and b),
        reverse=True,
    )  # fmt: skip
    left: set[int] = set()
    right: set[int] = set()
    for score, i, j, a, b in scored:
        if score > 80 * max(len(a), len(b)) and i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield a, b


def counted(read: Sequence[tuple[Words, Words]]) -> Counter[tuple[int, int]]:
    counts: Counter[tuple[int, int]] = Counter()
    seen: Counter[tuple[bytes, bytes]] = Counter(pair for names in read for pair in met(*names))
    for (a, b), times in seen.items():
        for step in letters.steps(a, b):
            counts[step] += min(times, 20)
    return counts


def learned(counts: Counter[tuple[int, int]]) -> tuple[list[list[int]], list[int]]:
    """Weights from counts, the same either way round, with the first weights as if `WORTH` pairs had shown
    them.
    """
    size = len(SOUNDS)
    both = [[float(counts[a, b] + counts[b, a]) for b in range(size)] for a in range(size)]
    alone = [float(counts[a, -1] + counts[-1, a]) for a in range(size)]
    seen = [sum(both[a]) + alone[a] + 5 for a in range(size)]
    share = [one / sum(seen) for one in seen]
    before, without = first_weights()
    for a in range(size):
        alone[a] += WORTH * share[a] * math.exp(without[a] / 100)
        for b in range(size):
            both[a][b] += WORTH * share[a] * share[b] * math.exp(before[a][b] / 100)
    total = sum(map(sum, both)) + sum(alone)

    def weight(seen_: float, by_chance: float) -> int:
        return max(SLIP, round(100 * math.log(seen_ / total / by_chance)))

    weighed = [[weight(both[a][b], share[a] * share[b]) for b in range(size)] for a in range(size)]
    return weighed, [max(SLIP + 50, weight(alone[a], share[a])) for a in range(size)]


def write(weighed: list[list[int]], gaps: list[int]) -> None:
    lines = ("\t".join(map(str, (s, *row, gap))) for s, row, gap in zip(SOUNDS, weighed, gaps, strict=True))
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", "utf-8", newline="\n")
    letters.weights.cache_clear()
    letters.alike.cache_clear()


def main(folder: Path) -> None:
    write(*first_weights())
    read = list(pairs(folder))
    for _ in range(ROUNDS):
        write(*learned(counted(read)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
