"""The kernel's structs as NumPy tables."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from answerable.names.kernel.load import declared

Table = NDArray[Any]
_TYPES = {"uint64_t": "u8", "int32_t": "i4", "int16_t": "i2", "uint16_t": "u2", "uint8_t": "u1"}


@cache
def row_type(struct: str) -> np.dtype[Any]:
    """How a row lies in memory, as the C source declares it."""
    ctype = declared().typeof(struct)
    fields = [(name, _TYPES[field.type.cname], field.offset) for name, field in ctype.fields or ()]
    names, formats, offsets = (list(column) for column in zip(*fields, strict=True))
    size = declared().sizeof(struct)
    return np.dtype({"names": names, "formats": formats, "offsets": offsets, "itemsize": size})


def table(struct: str, columns: Mapping[str, ArrayLike]) -> Table:
    """The rows of one table from its columns."""
    length = len(np.asarray(next(iter(columns.values()))))
    made = np.zeros(length, row_type(struct))
    for name, column in columns.items():
        made[name] = column
    return made


def pointer(array: Table, ctype: str) -> Any:
    """Where an array begins, to be kept in a struct for as long as the array is kept."""
    return declared().cast(f"{ctype} *", array.ctypes.data)


def starts(sizes: Table) -> Table:
    """Where each part begins that follows the other."""
    return np.cumsum(sizes) - sizes


def spread(at: Table, sizes: Table) -> Table:
    """The places of parts that begin anywhere, one part after the other."""
    places: Table = np.arange(int(sizes.sum())) + np.repeat(at - starts(sizes), sizes)
    return places
