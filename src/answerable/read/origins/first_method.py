"""The first method of telling origins: declarations, repeated text, speakers, names and quotations."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from answerable.read.origins.model import Kind, ReadText, SourceText, Tie, name_key
from answerable.read.origins.named import Heard, named, quoted
from answerable.read.origins.reading import Reading, read_text
from answerable.read.origins.voices import spoken
from answerable.read.shingles import shares

REPEATED = 0.4
"""A source repeats another where it shares this much of the shorter one's shingles.

Measured on invented stories made for this, a small set (``python -m bench origins`` prints the shares). A
paper that puts a few sentences of a wire story into a long article of its own falls below it, and is held to
be no copy.
"""
LEAST = 20
"""Below this many shingles (24 words, 27 Chinese characters) two texts can be alike by chance."""


class FirstMethod:
    """Ties sources by what is recorded of them and by what their texts say.

    Reads each text once, by its hash. It does not see translations of a story, nor stories told in other
    words that do not name whom they have it from.
    """

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}
        self._shares: dict[tuple[str, str], float] = {}
        self._compared: set[tuple[str, str]] = set()

    def lasting(self, documents: Sequence[SourceText]) -> list[Tie]:
        """Ties by one declared origin, and by text that one has from the other."""
        self._read(documents)
        self._compare([text for one in documents for text in one.texts])
        return [tie for one, other in combinations(documents, 2) for tie in self._alike(one, other)]

    def bearing(self, documents: Sequence[SourceText]) -> list[Tie]:
        """Ties by who speaks in what is cited, and by what is named or quoted beside it."""
        self._read(documents)
        heard = [Heard.of(one, self._readings) for one in documents]
        return [
            tie
            for one, other in combinations(heard, 2)
            for tie in (*spoken(one.source, other.source), *named(one, other), *quoted(one, other))
        ]

    def _read(self, documents: Sequence[SourceText]) -> None:
        for text in (text for one in documents for text in one.texts):
            if text.sha256 not in self._readings:
                self._readings[text.sha256] = read_text(text.words)

    def _compare(self, texts: Sequence[ReadText]) -> None:
        """Learn what each two of these share, where that is not known yet."""
        known = {one.sha256: self._readings[one.sha256].story for one in texts}
        stories = {sha256: story for sha256, story in known.items() if len(story) >= LEAST}
        if not self._compared.issuperset(combinations(sorted(stories), 2)):
            self._shares.update(shares(stories))
            self._compared.update(combinations(sorted(stories), 2))

    def _alike(self, one: SourceText, other: SourceText) -> Iterator[Tie]:
        if one.declared_origin.strip() and name_key(one.declared_origin) == name_key(other.declared_origin):
            because = f"both are declared to go back to {one.declared_origin.strip()}"
            yield Tie(one.id, other.id, Kind.DECLARED, because)
        share = max((self._share(*pair) for pair in product(one.texts, other.texts)), default=0.0)
        if share >= REPEATED:
            because = f"{share:.0%} of the shorter text is in the other, word for word"
            yield Tie(one.id, other.id, Kind.TEXT, because, share=share)

    def _share(self, one: ReadText, other: ReadText) -> float:
        """How much of the shorter story is in the other; 0 where one is too short to tell."""
        if one.sha256 == other.sha256:
            return 1.0 if len(self._readings[one.sha256].story) >= LEAST else 0.0
        return self._shares.get((min(one.sha256, other.sha256), max(one.sha256, other.sha256)), 0.0)
