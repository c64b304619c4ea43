"""In: two Views for one audience, of now and of the moment of the version sent last. Out: what is new to it.

Promises: only what that audience may see, and nothing of what others were shown; nothing is repeated that was
in the version sent; exhibits go on from its numbers only where those are proven.
"""

from answerable.answer.supplement.making import Earlier, supplement
from answerable.answer.supplement.news import News, Side, news

__all__ = ["Earlier", "News", "Side", "news", "supplement"]
