"""Telling origins: which pairs of a small labelled set are found, and how long 200 sources take.

The set is invented and was written with the method (tests/read/origins/stories.py), hard cases and known
mistakes in it: it shows what is seen and what is not, and is no estimate for real news. The time is set
beside what rapidfuzz takes for the same pairs with its similarity of whole texts; both are times of the
processor.
"""

import random
import time
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from answerable.read.origins import Answer, FirstMethod, SourceText, Tie, origins, verdicts
from answerable.read.origins.first_method import LEAST
from answerable.read.origins.reading import read_text
from answerable.read.shingles import shared
from tests.read.origins.stories import Story, labelled, source

SOURCES, WORDS = 200, 2_000
SAMPLE = 300
"""Pairs that rapidfuzz is timed on."""


def _measured(stories: Sequence[Story], said: set[frozenset[str]]) -> str:
    truth = {
        frozenset((one.source.id, other.source.id))
        for one, other in combinations(stories, 2)
        if one.origin == other.origin
    }
    found = len(truth & said)
    precision = found / len(said) if said else 1.0
    return f"precision {precision:.2f}, recall {found / len(truth):.2f} ({found} of {len(truth)})"


def _pairs(sources: Sequence[SourceText], ties: Sequence[Tie]) -> set[frozenset[str]]:
    return {frozenset((one.left, one.right)) for one in verdicts(sources, ties) if one.answer is Answer.YES}


def _articles() -> list[SourceText]:
    """Articles of words drawn at random; every fifth repeats half of the one before it."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnop", k=chance.randint(2, 9))) for _ in range(20_000)]
    made: list[list[str]] = []
    for number in range(SOURCES):
        own = chance.choices(words, k=WORDS)
        made.append(own if number % 5 else [*(made[-1][: WORDS // 2] if made else []), *own][:WORDS])
    lines = ["\n".join(" ".join(one[i : i + 40]) for i in range(0, WORDS, 40)) for one in made]
    return [source(f"s{number}", text) for number, text in enumerate(lines)]


def run() -> None:
    """Print what is found, the shares behind the threshold, and the times."""
    stories = labelled()
    sources, method = [one.source for one in stories], FirstMethod()
    text = method.lasting(sources)
    every = [*text, *method.bearing(sources)]
    print(f"{len(stories)} labelled stories, text alone: {_measured(stories, _pairs(sources, text))}")
    print(f"with attribution and documents: {_measured(stories, _pairs(sources, every))}")
    print(_shares(stories))
    _time(_articles())


def _shares(stories: Sequence[Story]) -> str:
    """How far the threshold lies from what it divides; shorter texts are not compared."""
    read = [(one.origin, read_text(one.source.texts[0].words).story) for one in stories]
    both = [
        (one[0] == other[0], shared(one[1], other[1]))
        for one, other in combinations(read, 2)
        if min(len(one[1]), len(other[1])) >= LEAST
    ]
    same = sorted(f"{share:.2f}" for is_one, share in both if is_one)
    apart = sorted((f"{share:.2f}" for is_one, share in both if not is_one), reverse=True)
    return (
        f"shares of the shorter text: of one origin {' '.join(same)}; of others at most {' '.join(apart[:6])}"
    )


def _time(articles: Sequence[SourceText]) -> None:
    method, began = FirstMethod(), time.process_time()
    ties = [*method.lasting(articles), *method.bearing(articles)]
    found = origins(articles, ties)
    taken = time.process_time() - began
    pairs = list(combinations((one.texts[0].words for one in articles), 2))
    began = time.process_time()
    for one, other in random.Random(1).sample(pairs, SAMPLE):
        fuzz.ratio(one, other)
    peer = (time.process_time() - began) / SAMPLE * len(pairs)
    print(
        f"{len(articles)} sources of {WORDS} words, {len(found.groups)} origins: {taken:.1f} s; "
        f"rapidfuzz for the same {len(pairs)} pairs {peer:.1f} s, {peer / taken:.1f} times as long"
    )


if __name__ == "__main__":
    run()
