"""An edited section joined with what the record has of it now, where that can be done without guessing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.answer.returned.sections import Section
from answerable.answer.shown import REFERENCE, parted
from answerable.model.audience import PRIVILEGED
from answerable.model.record import Written


@dataclass(frozen=True, slots=True)
class Joined:
    """A section as it would be kept. ``sharing`` is that of the version before; empty where there is none."""

    key: str
    old: str
    body: str
    sharing: frozenset[str]
    why_not: str
    """Why it cannot be taken in; empty where it can."""
    lost: tuple[str, ...]
    own_notes: tuple[str, ...]


OVERTAKEN = "the record's own text has changed since the file was made"
NEWER = "there is a newer version, which this recipient may not see"
HIDDEN = "a paragraph that was edited holds words withheld from this recipient"


def join(
    sections: Sequence[Section], shown: Sequence[Written], record: Sequence[Written]
) -> Iterator[Joined]:
    """Each edited section. ``shown`` is what the recipient may see of the lawyer's words, ``record`` all."""
    for one in sections:
        of_recipient = next((written for written in shown if written.section == one.key), None)
        of_team = next((written for written in record if written.section == one.key), None)
        if of_recipient is None and of_team is None:
            yield _joined(one, (), frozenset(), "")
        elif of_recipient is None or of_team is None or of_recipient.id != of_team.id:
            yield _joined(one, (), frozenset({PRIVILEGED}), NEWER)
        else:
            own = parted(of_team.body)
            yield _joined(one, own, of_team.sharing, _why_not(one, own))


def _why_not(section: Section, own: Sequence[str]) -> str:
    if section.overtaken or len(own) != len(section.before):
        return OVERTAKEN
    edited = [one.place for one in section.parts if one.place is not None and one.text]
    gone = set(range(len(own))) - {one.place for one in section.parts}
    hidden = [place for place in (*edited, *gone) if own[place] != section.before[place]]
    return HIDDEN if hidden else ""


def _joined(section: Section, own: Sequence[str], sharing: frozenset[str], why_not: str) -> Joined:
    body = "" if why_not else section.written(own)
    cited = [ref for part in own for ref in REFERENCE.findall(part)]
    lost = [ref for ref in dict.fromkeys(cited) if f"[^{ref}]" not in body]
    old = "\n\n".join(section.before)
    return Joined(section.key, old, body, sharing, why_not, () if why_not else tuple(lost), section.own_notes)
