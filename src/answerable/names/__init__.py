"""Are these two names the same, in any script, and why.

In: two names as they are written. Out: a score, words, and the reasons for and against, made from the same
numbers. Promises: never a yes, no name's text is changed, nothing crashes whatever the script.
"""

from answerable.names.compare import PRIOR, THRESHOLD, Comparison, compare, verdict, weight_of
from answerable.names.evidence import Aligned
from answerable.names.keys import asked_keys, keys
from answerable.names.parse import Name

__all__ = [
    "PRIOR",
    "THRESHOLD",
    "Aligned",
    "Comparison",
    "Name",
    "asked_keys",
    "compare",
    "keys",
    "verdict",
    "weight_of",
]
