"""The names of lists, made ready to be asked for: which of them are worth comparing, and how well each fits.

In: the entries of editions. Out: entries with the weight of their best name. Promises: the same answers
from memory and from disk, with and without the compiled kernel; only names that a publisher has made public
are kept on disk.
"""

from answerable.identify.index.files import open_index
from answerable.identify.index.nearest import Asked, Found, NameIndex

__all__ = ["Asked", "Found", "NameIndex", "open_index"]
