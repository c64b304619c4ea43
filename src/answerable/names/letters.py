"""How far two strings of sounds speak for one word: the best alignment, in hundredths of a nat.

Each aligned pair of sounds counts by how much likelier it is in two spellings of one word than by chance; the
weights are learned from official spellings (data/letters.tsv, made by scripts/train_letters.py).
"""

from functools import cache, lru_cache

from answerable.names.tables import rows

FLOOR = -1200
"""However different two words are, they say no more against."""
SWAPPED = 450
"""What it costs that two neighbouring letters changed places."""
Steps = tuple[tuple[int, int], ...]


@cache
def weights() -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """The weight of each pair of sounds, and of each sound that meets nothing."""
    read = list(rows("letters.tsv"))
    pairs = tuple(tuple(map(int, row[1:-1])) for row in read)
    return pairs, tuple(int(row[-1]) for row in read)


@cache
def own_weights() -> tuple[int, ...]:
    """Of each sound the weight with itself."""
    return tuple(row[place] for place, row in enumerate(weights()[0]))


def own_weight(word: bytes) -> int:
    """The weight of a word with itself, sound by sound: what `alike` would give it, since no two sounds go
    better together than each with itself (but for a vowel with what is perhaps one, which is left out here).
    At least 1.
    """
    return max(1, sum(map(own_weights().__getitem__, word)))


@lru_cache(maxsize=1 << 20)
def alike(one: bytes, other: bytes) -> int:
    """The weight of the best alignment of two words, at least `FLOOR`. The same either way round."""
    pairs, gaps = weights()
    before: list[int] = []
    above = [0]
    for b in other:
        above.append(above[-1] + gaps[b])
    for i, a in enumerate(one):
        row, gap = pairs[a], gaps[a]
        left = above[0] + gap
        here = [left]
        for j, b in enumerate(other):
            left = max(above[j] + row[b], above[j + 1] + gap, left + gaps[b])
            if i and j and a == other[j - 1] and b == one[i - 1] and a != b:
                left = max(left, before[j - 1] + row[a] + pairs[b][b] - SWAPPED)
            here.append(left)
        before, above = above, here
    return max(FLOOR, above[-1])


def steps(one: bytes, other: bytes) -> Steps:
    """The best alignment itself, as pairs of sounds; -1 where a sound meets nothing."""
    pairs, gaps = weights()
    best: dict[tuple[int, int], tuple[int, tuple[int, int]]] = {(0, 0): (0, (-1, -1))}
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            ways = []
            if i and j:
                ways.append((best[i - 1, j - 1][0] + pairs[one[i - 1]][other[j - 1]], (1, 1)))
            if i:
                ways.append((best[i - 1, j][0] + gaps[one[i - 1]], (1, 0)))
            if j:
                ways.append((best[i, j - 1][0] + gaps[other[j - 1]], (0, 1)))
            if ways:
                best[i, j] = max(ways)
    found, i, j = [], len(one), len(other)
    while i or j:
        di, dj = best[i, j][1]
        found.append((one[i - 1] if di else -1, other[j - 1] if dj else -1))
        i, j = i - di, j - dj
    return tuple(reversed(found))
