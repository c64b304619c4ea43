"""Finds quotations in a text, and says where they stand and what stands around them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from answerable.model.errors import QuoteEmpty, QuoteNotFound
from answerable.read.folding import BREAK, fold
from answerable.read.nearest import nearest

CONTEXT = 32
"""Characters kept before and after a passage: as annotation tools on the W3C model do."""
LONGEST_CONTEXT = 512
MOST_PLACES = 100_000
"""Places looked at to choose between them: a word that stands there more often needs its page."""
_HYPHEN = f"[{BREAK}-]"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a quotation stands: ``text[start:end] == exact``, with what stands before and after it."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    page: int
    """From 1; 0 where the text has no pages."""


class Finder:
    """Finds many quotations in one text, which is folded once."""

    def __init__(self, text: str, pages: Sequence[int] = (0,)) -> None:
        self._text = text
        self._pages = tuple(pages)
        self._folded = fold(text)
        self._hyphened = self._folded.text.replace(BREAK, "-")

    def find(self, quote: str, *, prefix: str = "", page: int = 0, source: str = "the text") -> Span:
        """Where ``quote`` stands; ``prefix`` and ``page`` choose between several places, else the first.

        It may differ from the text in white space, hyphens at line ends, the shapes of punctuation and
        Unicode's compatibility forms; not in letters, figures or case. ``exact`` is what the text has.
        The span's own prefix is long enough to find this place again, up to 512 characters. Raises
        `QuoteEmpty`, or `QuoteNotFound` with the nearest words there are; ``source`` is its name in both.
        """
        words = _bare(quote)
        if not words:
            raise QuoteEmpty(source=source)
        found = self._best(words, prefix, page)
        if found is None:
            near = nearest(self._text, self._folded, words)
            raise QuoteNotFound(quote=quote, source=source, nearest=near or "(nothing like it)")
        return self._span(*found)

    def _best(self, words: str, prefix: str, page: int) -> tuple[int, int] | None:
        before = fold(prefix).text.replace(BREAK, "-")
        first, last = self._stretch(page)
        chosen, most = None, -1
        for start, end in islice(self._places(words, first, last), MOST_PLACES):
            shared = _shared_end(self._hyphened, start, before)
            if shared > most:
                chosen, most = (start, end), shared
            if most == len(before):
                break
        if chosen is None and (first, last) != (0, len(self._folded.text)):
            return self._best(words, prefix, 0)
        return chosen

    def _stretch(self, page: int) -> tuple[int, int]:
        """Where a page begins and ends in the folded text; the whole text where there is no such page."""
        if not 0 < page <= len(self._pages):
            return 0, len(self._folded.text)
        first = bisect_left(self._folded.starts, self._pages[page - 1])
        if page == len(self._pages):
            return first, len(self._folded.text)
        return first, bisect_left(self._folded.starts, self._pages[page])

    def _places(self, words: str, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Every place that begins in the stretch, from the first on, overlapping ones too."""
        for start, end in _occurrences(self._folded.text, words, first):
            if start >= last:
                return
            if self._folded.whole(start, end):
                yield start, end

    def _span(self, start: int, end: int) -> Span:
        begin = self._folded.starts[start]
        exact = self._text[begin : self._folded.ends[end - 1]].rstrip()
        finish = begin + len(exact)
        return Span(
            start=begin,
            end=finish,
            exact=exact,
            prefix=self._prefix(begin, exact),
            suffix=self._text[finish : finish + CONTEXT],
            page=self._page(begin),
        )

    def _prefix(self, begin: int, exact: str) -> str:
        words = _bare(exact)
        length = CONTEXT
        while True:
            prefix = self._text[max(0, begin - length) : begin]
            found = self._best(words, prefix, 0)
            if found is None or self._folded.starts[found[0]] == begin or length >= LONGEST_CONTEXT:
                return prefix
            length *= 2

    def _page(self, begin: int) -> int:
        if len(self._pages) == 1:
            return 0
        return bisect_right(self._pages, begin)


def find(
    text: str,
    quote: str,
    *,
    prefix: str = "",
    page: int = 0,
    pages: Sequence[int] = (0,),
    source: str = "the text",
) -> Span:
    """`Finder.find` for a single quotation."""
    return Finder(text, pages).find(quote, prefix=prefix, page=page, source=source)


def same_words(one: str, other: str) -> bool:
    """Whether two quotations differ in nothing but what `Finder.find` allows."""
    words, others = _bare(one), _bare(other)
    return words == others or bool(_pattern(words).fullmatch(others))


def _bare(quote: str) -> str:
    """A quotation folded, without soft hyphens at its edges, which tell nothing there."""
    return fold(quote).text.strip(f"{BREAK} ")


def _occurrences(text: str, words: str, first: int) -> Iterator[tuple[int, int]]:
    if BREAK not in text and BREAK not in words:
        start = text.find(words, first)
        while start >= 0:
            yield start, start + len(words)
            start = text.find(words, start + 1)
        return
    pattern = _pattern(words)
    match = pattern.search(text, first)
    while match:
        yield match.span()
        match = pattern.search(text, match.start() + 1)


def _pattern(words: str) -> re.Pattern[str]:
    """A hyphen at a line's end may belong to the word, or only to the line."""
    forms = {BREAK: f"{_HYPHEN}?", "-": _HYPHEN}
    return re.compile(f"{BREAK}?".join(forms.get(character) or re.escape(character) for character in words))


def _shared_end(text: str, end: int, before: str) -> int:
    """How many characters of ``before``, from its end, stand right before ``end``."""
    end -= text[end - 1 : end] == " "
    if text.endswith(before, 0, end):
        return len(before)
    shared = 0
    while shared < min(len(before), end) and text[end - 1 - shared] == before[-1 - shared]:
        shared += 1
    return shared
