"""In: a draft as it was made, and the Word file that came back. Out: what is different, and whose it is.

Promises: the lawyer's own words come back as she left them, with the citations that are still called; what
was made from the record is flagged and never taken in; nothing is passed over in silence.
"""

from answerable.answer.returned.alignment import is_address
from answerable.answer.returned.comparing import Difference, Kind, Returned, compare
from answerable.answer.returned.original import Original, originals

__all__ = ["Difference", "Kind", "Original", "Returned", "compare", "is_address", "originals"]
