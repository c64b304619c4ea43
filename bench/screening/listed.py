"""The larger work's list: OFAC 2024, EU 2024 and UN 2026, through our own readers; never kept by us."""

import gzip
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from answerable.identify.entry import ListEntry
from answerable.identify.index.segment import SCHEMATA
from answerable.identify.readers import reader_for
from bench.names.data import SHARED
from bench.screening.work import Entity

LISTS = SHARED / "lists"
FILES = (
    "ofac_sdn_2024-05-07.xml.gz",
    "ofac_nonsdn_2024-05.xml.gz",
    "eu_fsf_2024-05-13.xml.gz",
    "un_consolidated_2026-02-27.xml.gz",
)
_HEAD = 65_536


@cache
def listed() -> tuple[Entity, ...]:
    """Every entry of the four files that has a name; each of its names once."""
    return tuple(entity for entity, _ in _entries())


@cache
def by_country() -> Mapping[str, Sequence[Entity]]:
    """The people among them, by the country that their list puts first."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity, country in _entries():
        if country and entity.schema == "Person":
            found[country.casefold()].append(entity)
    return found


@cache
def _entries() -> tuple[tuple[Entity, str], ...]:
    return tuple(one for file in FILES for one in _of(file))


def _of(file: str) -> Iterator[tuple[Entity, str]]:
    with io.BufferedReader(gzip.open(LISTS / file)) as stream:
        reader = reader_for(stream.read(_HEAD), file.removesuffix(".gz"))
        stream.seek(0)
        for part in reader.read(stream)[1]:
            if isinstance(part, ListEntry) and part.names:
                names = tuple(dict.fromkeys(name.text for name in part.names))
                schema = SCHEMATA.get(part.kind, "Thing")
                yield Entity(f"{file[:4]} {part.key}", schema, names), (*part.countries, "")[0]
