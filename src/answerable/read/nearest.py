"""The words of a text that come nearest to a quotation which is not in it."""

from collections import Counter

from rapidfuzz import fuzz

from answerable.read.folding import Folded, fold_cluster, parts_words

# Bounds that keep the search to a fifth of a second in a text of 5 MB, as measured on two laptop cores.
_LONGEST_QUOTE = 400
_WHOLE = 20_000
_SAMPLES = 40
_TOO_COMMON = 300
_REGIONS = 4
_WORD = 40


def nearest(text: str, folded: Folded, words: str) -> str:
    """The stretch of ``text`` most like ``words`` (both folded already), from word edge to word edge.

    In a long text only the stretches that share rare groups of letters with the quotation are looked at.
    """
    words = words[:_LONGEST_QUOTE]
    best, place = -1.0, (0, 0)
    for start, end in _regions(folded.text, words):
        found = fuzz.partial_ratio_alignment(words, folded.text[start:end])
        if found is not None and found.score > best and found.dest_end > found.dest_start:
            best, place = found.score, (start + found.dest_start, start + found.dest_end)
    if best <= 0:
        return ""
    return _at_word_edges(text, folded.starts[place[0]], folded.ends[place[1] - 1])


def _regions(text: str, words: str) -> list[tuple[int, int]]:
    if len(text) <= _WHOLE:
        return [(0, len(text))]
    size = max(2 * len(words), 200)
    votes = Counter(place // size for group in _groups(words) for place in _rare(text, group))
    chosen = [number for number, _ in votes.most_common(_REGIONS)] or [0]
    return [(max(0, (number - 1) * size), (number + 2) * size) for number in chosen]


def _groups(words: str) -> list[str]:
    """Groups of letters taken evenly from the quotation: six, or three where each is a word of its own."""
    length = 6 if words.isascii() or not any("\u3400" <= letter <= "\u9fff" for letter in words) else 3
    places = range(0, max(1, len(words) - length + 1), max(1, len(words) // _SAMPLES))
    return [words[place : place + length] for place in places]


def _rare(text: str, group: str) -> list[int]:
    places: list[int] = []
    place = text.find(group)
    while place >= 0 and len(places) <= _TOO_COMMON:
        places.append(place)
        place = text.find(group, place + 1)
    return places if len(places) <= _TOO_COMMON else []


def _at_word_edges(text: str, start: int, end: int) -> str:
    first, last = max(1, start - _WORD), min(len(text) - 1, end + _WORD)
    while start >= first and _same_word(text[start - 1], text[start]):
        start -= 1
    while end <= last and _same_word(text[end - 1], text[end]):
        end += 1
    return " ".join(text[start:end].split())


def _same_word(before: str, after: str) -> bool:
    left, right = fold_cluster(before), fold_cluster(after)
    return bool(left and right) and parts_words(left[-1], right[0])
