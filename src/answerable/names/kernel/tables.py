"""The kernel's structs as bytes and as NumPy tables."""

from collections.abc import Callable, Mapping
from functools import cache
from struct import Struct
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from answerable.names.kernel.load import declared

Table = NDArray[Any]
_TYPES = {"uint64_t": "Q", "int32_t": "i", "int16_t": "h", "uint16_t": "H", "uint8_t": "B"}


@cache
def _fields(struct: str) -> tuple[tuple[str, str, int], ...]:
    """What a struct holds: names, types as Python's `struct` writes them, and how far in they stand."""
    fields = declared().typeof(struct).fields or ()
    return tuple((name, _TYPES[field.type.cname], field.offset) for name, field in fields)


@cache
def row_type(ctype: str) -> np.dtype[Any]:
    """How a number, or a row of a struct, lies in memory, as the C source declares it."""
    if ctype in _TYPES:
        return np.dtype(_TYPES[ctype])
    names, formats, offsets = (list(column) for column in zip(*_fields(ctype), strict=True))
    size = declared().sizeof(ctype)
    return np.dtype({"names": names, "formats": formats, "offsets": offsets, "itemsize": size})


@cache
def _packing(struct: str) -> tuple[dict[str, int], Callable[..., bytes]]:
    """Nothing for every field, in order, and what makes the bytes of a row."""
    made = Struct("@" + "".join(kind for _, kind, _ in _fields(struct)) + "0Q")
    return {name: 0 for name, _, _ in _fields(struct)}, made.pack


def row(struct: str, **fields: int) -> bytes:
    """One row; a field that is not given is nothing."""
    nothing, pack = _packing(struct)
    return pack(*(nothing | fields).values())


def table(struct: str, columns: Mapping[str, ArrayLike]) -> Table:
    """The rows of one table from its columns."""
    length = len(np.asarray(next(iter(columns.values()))))
    made = np.zeros(length, row_type(struct))
    for name, column in columns.items():
        made[name] = column
    return made


@cache
def _many(ctype: str) -> Any:
    return declared().typeof(f"{ctype}[]")


def pointer(held: Any, ctype: str) -> Any:
    """Where bytes or an array begin, to be kept in a struct for as long as these are kept."""
    return declared().from_buffer(_many(ctype), held)
