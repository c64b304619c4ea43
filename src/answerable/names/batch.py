"""Many pairs of names at once: what `score.weigh` says of each, by the compiled kernel where there is one."""

from collections.abc import Sequence
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from answerable.names.encode import Encoded, encode
from answerable.names.kernel.flat import Flat
from answerable.names.kernel.links import Links
from answerable.names.kernel.load import kernel
from answerable.names.kernel.rules import rules
from answerable.names.kernel.tables import pointer
from answerable.names.parse import Name
from answerable.names.score import weigh

Places = NDArray[np.int32]
_PER_NAT = 100


class Book:
    """Names that are taken apart once and then compared as often as needed."""

    def __init__(self, texts: Sequence[str], schemas: Sequence[str] | None = None) -> None:
        """``schemas`` says of each what bears it; see `encode`."""
        kinds = schemas if schemas is not None else [""] * len(texts)
        self.names: tuple[Encoded, ...] = tuple(
            encode(Name(text), schema) for text, schema in zip(texts, kinds, strict=True)
        )
        self._links: WeakKeyDictionary[Book, Links] = WeakKeyDictionary()

    def __len__(self) -> int:
        return len(self.names)

    @cached_property
    def flat(self) -> Flat:
        """The names as the kernel reads them."""
        return Flat(self.names)

    def links(self, other: "Book") -> Links:
        """How the units of these names speak for those of the other book."""
        if (found := self._links.get(other)) is None:
            found = self._links[other] = Links(self.flat.units, other.flat.units)
        return found


def kernel_is_there() -> bool:
    """Whether pairs are compared by the compiled kernel."""
    return kernel() is not None


def score_pairs(a: Book, ia: Places, b: Book, ib: Places) -> NDArray[np.float32]:
    """The weight of each pair in nats: the name at each place of the one book with that of the other."""
    return weigh_pairs(a, ia, b, ib).astype(np.float32) / np.float32(_PER_NAT)


def weigh_pairs(a: Book, ia: Places, b: Book, ib: Places) -> Places:
    """The same as `weigh` has it, in hundredths of a nat."""
    left, right = (np.ascontiguousarray(places, np.int32) for places in (ia, ib))
    _check(left, a)
    _check(right, b)
    if left.shape != right.shape or left.ndim != 1:
        raise ValueError("as many places in the one book as in the other, in a row")
    if not len(left) or not kernel_is_there():
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        return np.array([weigh(a.names[i], b.names[j]).weight for i, j in pairs], np.int32)
    found = np.empty(len(left), np.int32)
    places = (pointer(one, "int32_t") for one in (left, right))
    links = a.links(b)
    there = kernel().weigh_pairs(
        rules(), a.flat.struct, b.flat.struct, links.struct, *places, len(found), pointer(found, "int32_t")
    )
    if not there:
        raise MemoryError
    return found


def _check(places: Places, book: Book) -> None:
    if len(places) and not 0 <= places.min() <= places.max() < len(book):
        raise IndexError(f"places from 0 to {len(book) - 1} only")
