"""Ties by whom texts name, beside words cited, as the one they have these from; and by what both quote."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from answerable.read.origins.attribution import Mention
from answerable.read.origins.model import Cited, Kind, Place, SourceText, Tie, name_key
from answerable.read.origins.reading import Quoted, Reading
from answerable.read.origins.voices import place_of

NEAR = 300
"""Characters between what a text names as its source and words cited, within which it is about them."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A source, whom its texts name, by kind and name, and what they quote; each with its text's hash."""

    source: SourceText
    mentions: dict[tuple[Kind, str], list[tuple[str, Mention]]]
    quotations: list[tuple[str, Quoted]]

    @classmethod
    def of(cls, source: SourceText, readings: Mapping[str, Reading]) -> "Heard":
        """What was read of a source in its texts."""
        mentions: dict[tuple[Kind, str], list[tuple[str, Mention]]] = defaultdict(list)
        quotations = []
        for text in source.texts:
            for one in readings[text.sha256].mentions:
                mentions[one.kind, one.key].append((text.sha256, one))
            quotations += [(text.sha256, one) for one in readings[text.sha256].quotations]
        return cls(source, dict(mentions), quotations)


def named(one: Heard, other: Heard) -> Iterator[Tie]:
    """Ties by an agency, person or set of documents that both name, or that one names and the other is.

    A tie holds where all that is cited from both stands beside such a name. By an agency it holds only where
    both are cited for one fact: an agency tells more than one story.
    """
    for key in sorted(one.mentions.keys() | other.mentions.keys()):
        sides = (one.mentions.get(key, []), other.mentions.get(key, []))
        pair = (one.source, other.source)
        if all(found or _is(key, source) for found, source in zip(sides, pair, strict=True)):
            yield _named_tie(*pair, sides)


def _is(key: tuple[Kind, str], source: SourceText) -> bool:
    """Whether a source is the agency itself, by its publisher or by the origin it is declared to have."""
    kind, name = key
    declared = name_key(source.declared_origin)
    is_declared = declared.startswith(name) and not declared[len(name) : len(name) + 1].isalnum()
    return kind is Kind.ATTRIBUTION and (is_declared or name_key(source.publisher) == name)


def _named_tie(one: SourceText, other: SourceText, sides: tuple[list[tuple[str, Mention]], ...]) -> Tie:
    mention = next(found for side in sides for _, found in side)
    beside = [_all_beside(source, found) for source, found in zip((one, other), sides, strict=True) if found]
    shared_fact = mention.kind is Kind.DOCUMENT or _cited_together(one, other)
    because = f"both {'rest on' if mention.kind is Kind.DOCUMENT else 'have it from'} {mention.name}"
    if not all(beside):
        because = f"both name {mention.name}, but not beside all the words that are cited"
    elif not shared_fact:
        because = f"both name {mention.name}, but they are cited for no fact in common"
    shown = tuple(
        Place(source.id, text, found.start, found.end)
        for source, side in zip((one, other), sides, strict=True)
        for text, found in side
    )
    return Tie(one.id, other.id, mention.kind, because, all(beside) and shared_fact, shown)


def _all_beside(source: SourceText, found: list[tuple[str, Mention]]) -> bool:
    return bool(source.cited) and all(
        any(text == cited.text_sha256 and _is_beside(mention, cited) for text, mention in found)
        for cited in source.cited
    )


def _is_beside(mention: Mention, cited: Cited) -> bool:
    return mention.for_all or (mention.start - NEAR <= cited.end and cited.start <= mention.end + NEAR)


def _cited_together(one: SourceText, other: SourceText) -> bool:
    first, second = ({key for cited in source.cited for key in cited.about} for source in (one, other))
    return bool(first & second)


def quoted(one: Heard, other: Heard) -> Iterator[Tie]:
    """Ties by a long quotation that both have; it holds where all that is cited from both stands in it."""
    first, second = one.source, other.source
    for (text, passage), (other_text, other_passage) in product(one.quotations, other.quotations):
        if passage.runs & other_passage.runs:
            holds = _all_within(first, text, passage) and _all_within(second, other_text, other_passage)
            because = "both quote the same long passage"
            shown = (
                Place(first.id, text, passage.start, passage.end),
                Place(second.id, other_text, other_passage.start, other_passage.end),
            )
            told = because if holds else f"{because}, but are cited for other words too"
            yield Tie(first.id, second.id, Kind.DOCUMENT, told, holds, shown)


def _all_within(source: SourceText, text: str, quotation: Quoted) -> bool:
    places = [place_of(source, cited) for cited in source.cited]
    return bool(places) and all(
        one.text_sha256 == text and one.start < quotation.end and quotation.start < one.end for one in places
    )
