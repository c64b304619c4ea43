"""What United States lists print among the numbers of an entry: some of it identifies nobody."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from answerable.identify.entry import Identifier
from answerable.model.data_files import read_data

FILE = Path(__file__).parents[1] / "data" / "no_numbers.yaml"


@cache
def _kinds() -> frozenset[str]:
    return frozenset(read_data(FILE))


def parted(found: Sequence[Identifier]) -> tuple[tuple[Identifier, ...], list[str]]:
    """The identifiers, and what is none as remarks (“Gender: Male”): whoever joins records by numbers would
    join thousands by it.
    """
    others = [one for one in found if one.kind in _kinds() or one.kind.endswith((":", "-"))]
    said = [f"{one.kind.rstrip(' :-')}: {one.number}" for one in others]
    return tuple(one for one in found if one not in others), said
