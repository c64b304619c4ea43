"""Ties by who is speaking in the words cited."""

from collections.abc import Iterator

from answerable.read.origins.model import Cited, Kind, Place, SourceText, Speaker, Tie, name_key


def spoken(one: SourceText, other: SourceText) -> Iterator[Tie]:
    """Ties by one person who speaks in both, or who is declared to be the origin of the other.

    It holds where this person speaks in all that is cited from both. Papers that each report for themselves
    and both quote a minister are two origins for what they saw; what the minister said is weighed by itself.
    """
    for key in one.speakers.keys() & other.speakers.keys():
        speaker = one.speakers[key]
        holds = all(speaker in cited.speakers for cited in (*one.cited, *other.cited))
        yield _tie(one, other, speaker, f"{speaker.name or 'one person'} speaks in both", holds)
    for first, second in ((one, other), (other, one)):
        for speaker in first.speakers.values():
            if speaker.name and name_key(speaker.name) == name_key(second.declared_origin):
                holds = all(speaker in cited.speakers for cited in first.cited)
                because = (
                    f"{speaker.name} speaks in “{first.title}” and is declared to be the origin of the other"
                )
                yield _tie(one, other, speaker, because, holds)


def _tie(one: SourceText, other: SourceText, speaker: Speaker, because: str, holds: bool) -> Tie:
    told = (
        because
        if holds
        else f"{because}, and so do others: only what {speaker.name or 'this person'} says is one"
    )
    shown = (*_places(one, speaker), *_places(other, speaker))
    return Tie(one.id, other.id, Kind.WITNESS, told, holds, shown)


def _places(source: SourceText, speaker: Speaker) -> Iterator[Place]:
    for cited in source.cited:
        if speaker in cited.speakers:
            yield place_of(source, cited)


def place_of(source: SourceText, cited: Cited) -> Place:
    """Where words that are cited stand."""
    return Place(source.id, cited.text_sha256, cited.start, cited.end)
