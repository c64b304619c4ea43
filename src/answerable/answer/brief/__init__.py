"""In: a View, a case and its matrix. Out: one page for a minister, with both sides and what is open.

Promises: it is one page however large the case; what is left out is counted; nothing is in it that the View
hides; the same record gives the same page.
"""

from answerable.answer.brief.making import Brief, NextStep, brief

__all__ = ["Brief", "NextStep", "brief"]
