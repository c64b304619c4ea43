"""Many pairs of names at once: what `score.weigh` says of each, by the compiled kernel where there is one."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from answerable.names.encode import BODIES, BODY, Encoded, encode
from answerable.names.kernel.flat import Flat
from answerable.names.kernel.links import Links, everything_linked
from answerable.names.kernel.load import kernel
from answerable.names.kernel.rules import rules
from answerable.names.kernel.tables import Table, pointer
from answerable.names.parse import Name
from answerable.names.score import weigh

Places = NDArray[np.int32]
_PER_NAT = 100


class Texts(Protocol):
    """Texts by their place."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> str: ...


class Book:
    """Names that are taken apart once and then compared as often as needed."""

    def __init__(self, texts: Texts, schemas: Sequence[str] | None = None) -> None:
        """``schemas`` says of each what bears it; see `encode`."""
        self._texts = texts
        self._schemas = schemas if schemas is not None else [""] * len(texts)
        if len(self._schemas) != len(texts):
            raise ValueError("one schema for each text")
        self._links: WeakKeyDictionary[Book, Links] = WeakKeyDictionary()

    def __len__(self) -> int:
        return len(self._texts)

    def name(self, place: int) -> Encoded:
        """One of the names, taken apart."""
        return encode(Name(self._texts[place]), self._schemas[place])

    def schema(self, place: int) -> str:
        """What bears one of the names; empty where that is not known."""
        return self._schemas[place]

    @cached_property
    def of_bodies(self) -> NDArray[np.bool_]:
        """Of each name whether it is stated to be a body's."""
        return np.fromiter((one in BODIES for one in self._schemas), bool, len(self))

    @cached_property
    def unstated(self) -> NDArray[np.bool_]:
        """Of each name whether nothing is said of what bears it."""
        return np.fromiter((not one for one in self._schemas), bool, len(self))

    def as_bodies(self, places: Places) -> tuple["Book", Places]:
        """The names at these places as those of bodies, and where each of them is now."""
        kept, now = np.unique(places, return_inverse=True)
        texts = [self._texts[place] for place in kept.tolist()]
        return Book(texts, [BODY] * len(texts)), now.astype(np.int32)

    @cached_property
    def names(self) -> tuple[Encoded, ...]:
        """All of them."""
        return tuple(map(self.name, range(len(self))))

    @cached_property
    def flat(self) -> Flat:
        """The names as the kernel reads them."""
        return Flat.of(self.names)

    @cached_property
    def asked_by(self) -> "AskedBy":
        """How any names at all speak for these."""
        units = everything_linked(self.flat.units)
        return AskedBy({unit: n for n, unit in enumerate(units)}, Links.between(units, self.flat.units))

    def links(self, other: "Book") -> Links:
        """How the units of these names speak for those of the other book."""
        if (found := self._links.get(other)) is None:
            found = self._links[other] = Links.between(self.flat.units, other.flat.units)
        return found

    def arrays(self) -> dict[str, Mapping[str, Table]]:
        """What of a book is kept on disk; nothing where there is no kernel to read it."""
        if not kernel_is_there():
            return {}
        return {"book": self.flat.arrays, "links": self.asked_by.links.arrays}

    def units(self) -> dict[str, list[str]]:
        """What its arrays mean by the numbers of units."""
        if not kernel_is_there():
            return {}
        return {"units": list(self.flat.units), "asked": list(self.asked_by.ids)}

    @classmethod
    def opened(
        cls,
        texts: Texts,
        schemas: Sequence[str],
        arrays: Mapping[str, Mapping[str, Table]],
        units: Mapping[str, Any],
    ) -> "Book":
        """From what `arrays` and `units` gave."""
        made = cls(texts, schemas)
        if "book" in arrays and kernel_is_there():
            made.flat = Flat.opened(arrays["book"], units["units"])
            ids = {unit: n for n, unit in enumerate(units["asked"])}
            made.asked_by = AskedBy(ids, Links(arrays["links"]))
        return made


class AskedBy:
    """The units of any names that speak for those of a book, by their numbers, and how they do."""

    def __init__(self, ids: Mapping[str, int], links: Links) -> None:
        self.ids = ids
        self.links = links


def kernel_is_there() -> bool:
    """Whether pairs are compared by the compiled kernel."""
    return kernel() is not None


def score_pairs(a: Book, ia: Places, b: Book, ib: Places) -> NDArray[np.float32]:
    """The weight of each pair in nats: the name at each place of the one book with that of the other."""
    return weigh_pairs(a, ia, b, ib).astype(np.float32) / np.float32(_PER_NAT)


def weigh_pairs(a: Book, ia: Places, b: Book, ib: Places) -> Places:
    """The same as `weigh` has it, in hundredths of a nat."""
    left, right = _checked(ia, ib)
    if not len(left) or not kernel_is_there():
        return _one_by_one(a, left, b, right)
    return _by_kernel(a.flat, left, b.flat, right, a.links(b))


def weigh_asked(questions: Book, ia: Places, book: Book, ib: Places) -> Places:
    """The same as `compare` has it, for names that are asked about once, and a book that is asked often."""
    left, right = _checked(ia, ib)
    found = _asked(questions, left, book, right)
    for where in (questions.unstated[left] & book.of_bodies[right]).nonzero():
        some, places = questions.as_bodies(left[where])
        found[where] = _asked(some, places, book, right[where])
    for where in (questions.of_bodies[left] & book.unstated[right]).nonzero():
        some, places = book.as_bodies(right[where])
        found[where] = _asked(questions, left[where], some, places)
    return found


def _asked(questions: Book, left: Places, book: Book, right: Places) -> Places:
    if not len(left) or not kernel_is_there():
        return _one_by_one(questions, left, book, right)
    flat = questions.flat.renumbered(book.asked_by.ids)
    return _by_kernel(flat, left, book.flat, right, book.asked_by.links)


def _by_kernel(a: Flat, left: Places, b: Flat, right: Places, links: Links) -> Places:
    found = np.empty(len(left), np.int32)
    places = (pointer(one, "int32_t") for one in (left, right))
    done = kernel().weigh_pairs(
        rules(), a.struct, b.struct, links.struct, *places, len(found), pointer(found, "int32_t")
    )
    if done < 0:
        raise IndexError("a place that the book has not")
    if not done:
        raise MemoryError
    return found


def _one_by_one(a: Book, left: Places, b: Book, right: Places) -> Places:
    pairs = zip(left.tolist(), right.tolist(), strict=True)
    return np.array([weigh(a.name(i), b.name(j)).weight for i, j in pairs], np.int32)


def _checked(ia: Places, ib: Places) -> tuple[Places, Places]:
    left, right = (np.ascontiguousarray(places, np.int32) for places in (ia, ib))
    if left.shape != right.shape or left.ndim != 1:
        raise ValueError("as many places in the one book as in the other, in a row")
    return left, right
