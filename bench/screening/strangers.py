"""Names of people who are not listed, on whom false alerts are counted: four kinds, as many of each.

US politicians alone, as in the public set, would flatter: few of those listed are called as they are.
"""

import json
import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from answerable.identify.entry import ListEntry
from answerable.identify.match import bearing
from bench.names.data import rows
from bench.screening.work import FOLDER, UNLISTED

SEED = 20261127
OFFICIAL = ("hk-gov", "everypolitician", "opencc")
"""Sources of public officials; those of the sanctions lists among the pairs are listed, and left out."""
ENOUGH = 10
"""People of a country, so that their words can be put together anew."""
Names = dict[str, list[str]]


def unlisted(entries: Sequence[ListEntry], each: int) -> tuple[Names, int]:
    """At most ``each`` names of every kind, and how many were left out as some listed name has the very same
    words: no score tells these apart, and they alert whatever the tolerance.
    """
    listed = {bearing(name.text) for entry in entries for name in entry.names}
    source = random.Random(SEED)
    found, same = {}, 0
    for kind, names in _kinds(entries, listed, source).items():
        chosen = source.sample(sorted(names), min(each, len(names)))
        kept = [name for name in chosen if bearing(name) not in listed]
        found[kind] = kept
        same += len(chosen) - len(kept)
    return found, same


def _kinds(entries: Sequence[ListEntry], listed: set[str], source: random.Random) -> dict[str, set[str]]:
    latin, others, by_country = _officials(listed)
    own: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "person" and entry.countries and entry.primary_name.isascii():
            own[entry.countries[0].casefold()].append(_in_order(entry.primary_name))
    return {
        "officials, in Latin letters": latin | set(_politicians()),
        "officials, in other scripts": others,
        "made of words in officials' names of one country": set(_made(by_country, source)),
        "made of words in listed people's names of one country": set(_made(own, source)),
    }


def _politicians() -> Iterator[str]:
    with (FOLDER / "queries.jsonl").open(encoding="utf-8") as lines:
        yield from (one["q"] for one in map(json.loads, lines) if one["kind"] == UNLISTED)


def _officials(listed: set[str]) -> tuple[set[str], set[str], dict[str, list[str]]]:
    """Names in Latin letters, in other scripts, and the first by country; of nobody any of whose names is
    listed.
    """
    every = rows("dev_pairs.csv")
    away = {row["person"] for row in every if not row["source"].startswith(OFFICIAL)}
    away |= {row["person"] for row in every if {bearing(row["name_a"]), bearing(row["name_b"])} & listed}
    kept = [row for row in every if row["person"] not in away]
    by_country: dict[str, set[str]] = defaultdict(set)
    for row in kept:
        by_country[row["country"]].add(row["name_b"])
    others = {row["name_a"] for row in kept}
    return (
        {row["name_b"] for row in kept},
        {name for name in others if not _is_latin(name)},
        {country: sorted(names) for country, names in by_country.items()},
    )


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(one, "") for one in name if one.isalpha())


def _in_order(name: str) -> str:
    """“LAST, First” with the last name last."""
    last, _, first = name.partition(", ")
    return f"{first} {last}".strip()


def _made(by_country: dict[str, list[str]], source: random.Random) -> Iterable[str]:
    """As many names as there are, each of the first word of one, words between of others, the last of
    another; as many words as yet another has.
    """
    for names in by_country.values():
        worded = [words for name in names if 2 <= len(words := name.split()) <= 4]
        if len(worded) < ENOUGH:
            continue
        between = [word for words in worded for word in words[1:-1]]
        for words in worded * 2:
            middle = [source.choice(between) for _ in words[2:]]
            yield " ".join([source.choice(worded)[0], *middle, source.choice(worded)[-1]])
