"""A list in Latin letters alone asked for in Chinese characters, and back: the people of dev_pairs, true
romanisations only, among the 11,002 entities of the small work.
"""

import random
from collections import defaultdict
from collections.abc import Mapping

from bench.names.people import HAN as SCRIPTS
from bench.names.people import true_rows
from bench.screening.work import HAN, HAN_HELD_OUT, Entity, Question, entities

SEED = 20261127
ASKED = 1_000
"""So many people are asked for, each by one name; all of them are listed."""
Names = Mapping[str, tuple[str, ...]]
"""The names of each person in one script."""


def han(*, listed_latin: bool) -> tuple[list[Entity], list[Question]]:
    """The list and the queries, one way or the other."""
    latin, characters, held_out = _people()
    listed, other = (latin, characters) if listed_latin else (characters, latin)
    draw = random.Random(SEED)
    chosen = draw.sample(sorted(listed), min(ASKED, len(listed)))
    asked = [
        Question(draw.choice(other[one]), "Person", HAN_HELD_OUT if one in held_out else HAN, one)
        for one in chosen
    ]
    return [*entities(), *(Entity(one, "Person", names) for one, names in listed.items())], asked


def _people() -> tuple[Names, Names, set[str]]:
    """Latin names, Chinese names, and who is held out of the training."""
    latin: dict[str, list[str]] = defaultdict(list)
    characters: dict[str, list[str]] = defaultdict(list)
    rows = [row for row in true_rows() if row.script in SCRIPTS]
    for row in rows:
        characters[row.person].append(row.a)
        latin[row.person].append(row.b)
    return _each_once(latin), _each_once(characters), {row.person for row in rows if row.held_out}


def _each_once(names: Mapping[str, list[str]]) -> Names:
    return {one: tuple(dict.fromkeys(some)) for one, some in names.items()}
