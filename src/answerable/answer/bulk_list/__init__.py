"""In: a View, a case and its matrix. Out: the bulk list, one row a name, as visa offices are handed it.

Promises: nobody this audience may not read of is on it or hinted at; every row says what is alleged, where
the words stand, and what speaks against it; the same record gives the same bytes.
"""

from answerable.answer.bulk_list.making import BulkList, make_bulk_list
from answerable.answer.bulk_list.sheets import write_sheets

__all__ = ["BulkList", "make_bulk_list", "write_sheets"]
