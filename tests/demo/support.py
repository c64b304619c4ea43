"""What the tests of the invented case look at it with."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from answerable.record.casefile import Casefile, CiteSpec


def citations(casefile: Casefile) -> Iterator[CiteSpec]:
    """Every citation of a casefile, an entity's own and those of single values."""
    for fields in casefile.entities.values():
        yield from cites_of(fields)
        for given in fields.values():
            for one in given if isinstance(given, list) else [given]:
                if isinstance(one, dict) and "value" in one:
                    yield from cites_of(one)


def cites_of(fields: dict[str, Any]) -> Iterator[CiteSpec]:
    """The citations of an entity or a value, whether one or a list of them."""
    given = fields.get("cite", [])
    for one in given if isinstance(given, list) else [given]:
        yield CiteSpec.model_validate(one)


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a spreadsheet saved as CSV."""
    return list(csv.DictReader(io.StringIO(text)))
