"""People who are not listed: public officials elsewhere, and near names of nobody."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from rapidfuzz import fuzz, process

from bench.names.data import rows
from bench.names.people import TRUE
from bench.screening.listed import by_country, listed
from bench.screening.recombined import bag, recombined, script_of

TOO_NEAR = 90
"""Who is spelled so much like a listed name (rapidfuzz's ratio of the sorted words) is left out: nobody could
tell that it is another's."""
ENOUGH = 20
"""So many people a country has at least, to put names together from theirs."""
OF_LISTS = ("eu-fsf-2024", "un-consolidated")


def officials(count: int, draw: random.Random) -> list[str]:
    """Latin names of members of parliaments and public servants, none of them listed."""
    names = sorted(
        {
            row["name_b"]
            for row in rows("dev_pairs.csv")
            if row["source"] not in OF_LISTS and row["script_b"] == "Latn" and row["relation"] in TRUE
        }
    )
    draw.shuffle(names)
    return list(islice(_far(names), count))


def near_names(count: int, draw: random.Random) -> list[str]:
    """Names of different listed people of one country and script put together; the whole is nobody's."""
    countries = [(name, people) for name, people in sorted(by_country().items()) if len(people) >= ENOUGH]
    sizes = [len(people) for _, people in countries]
    made = {name: recombined(people, draw.random()) for name, people in countries}
    drawn = (next(made[name])[1] for name, _ in draw.choices(countries, sizes, k=5 * count))
    people = (name for name in drawn if script_of(name) == "LATIN" and len(bag(name)) > 1)
    return list(islice(_far(dict.fromkeys(people)), count))


def _far(names: Iterable[str]) -> Iterator[str]:
    """Only those; of texts whose lengths differ more no two are that near."""
    known = _by_length()
    for name in names:
        text = " ".join(bag(name))
        lengths = range(len(text) * 8 // 10, len(text) * 5 // 4 + 2)
        near = (process.extractOne(text, known[n], scorer=fuzz.ratio, score_cutoff=TOO_NEAR) for n in lengths)
        if not any(near):
            yield name


@cache
def _by_length() -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for text in sorted({" ".join(bag(name)) for entity in listed() for name in entity.names}):
        found[len(text)].append(text)
    return found
