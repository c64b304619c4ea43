"""The word that was probably meant."""

from collections.abc import Iterable

from rapidfuzz import process


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of ``words`` written most like ``word``, in whatever case; empty where there are none."""
    known = list(words)
    return str(process.extractOne(word, known, processor=str.casefold)[0]) if known else ""
