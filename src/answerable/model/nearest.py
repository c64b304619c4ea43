"""The word that was probably meant."""

from collections.abc import Iterable

from rapidfuzz import process


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of ``words`` that is written most like ``word``; empty where there are none."""
    known = list(words)
    return str(process.extractOne(word, known)[0]) if known else ""
