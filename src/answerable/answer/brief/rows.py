"""The rows of a brief: who, what is asked, under what, the strongest sources, both sides, what is open."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.answer.brief.strongest import strongest
from answerable.answer.bulk_list.cited import passages
from answerable.answer.bulk_list.rows import names_of, posts_of, reason_of, told_of
from answerable.answer.bulk_list.standing import carried, contradicted_of, lacking, meeting, shaky
from answerable.answer.document import Content, Run
from answerable.answer.frames import Frame
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.law_line import law_in_a_line
from answerable.answer.submission.setting import runs
from answerable.answer.submission.signed import PROPOSED_BY, frame_row
from answerable.model.record import Passage, Stance, Statement
from answerable.record.view import NAMES
from answerable.weigh.findings import State
from answerable.weigh.matrix import Row
from answerable.weigh.readiness import nearest_limb

MOST_SOURCES = 3


@dataclass(frozen=True, slots=True)
class Room:
    """How much is told: names, words against and gaps, and how many characters of each."""

    names: int
    against: int
    gaps: int
    laws: int
    characters: int


def shortened(words: str, room: Room, parts: int = 1) -> str:
    """The words, cut after one of them at the room there is or a part of it; that they were cut shows."""
    most = room.characters // parts
    if len(words) <= most:
        return words
    begun = words[: most - 1]
    whole = begun.rpartition(" ")[0] if words[most - 1] != " " else begun
    # Chinese and Japanese have no spaces, and may be cut anywhere.
    return (whole if len(whole) > most // 2 else begun).rstrip(" .,;") + "…"


def named(draft: Draft, subjects: Sequence[str], room: Room) -> Content:
    """Each with names, posts and what is alleged, as many as there is room for."""
    lines: list[Content] = []
    for subject in subjects[: room.names]:
        called = shortened(" ".join(names_of(draft, subject)[:2]), room, 3)
        posts = draft.words.say("between").join(posts_of(draft, subject, {}))
        reason = reason_of(draft, subject, {}) or draft.words.say("bulk.no-reason")
        bold = tuple(Run(one.text, bold=True, language=one.language) for one in runs(called))
        told = [shortened(posts, room, 3), shortened(reason, room)] if posts else [shortened(reason, room)]
        # What was cut ends in its own mark, and no stop follows it.
        lines.append((*bold, *runs("".join(f". {words}" for words in told).replace("…. ", "… "))))
    return _with_rest(draft, lines, len(subjects) - room.names, "names")


def asked(draft: Draft, frame: Frame) -> Content:
    """What is asked of this reader, and who must propose it where they alone can."""
    rows = [row for row in frame.cover if row in ("asks", PROPOSED_BY)]
    return draft.lines([frame_row(draft, frame, row) for row in rows])


def laws(draft: Draft, rows: Sequence[Row], today: str, room: Room) -> Content:
    """Each law with the limbs that are met for somebody, each for how many of those named, and how surely."""
    by_law: dict[str, list[Row]] = {}
    for row in rows:
        by_law.setdefault(row.law.id, []).append(row)
    lines: list[Content] = []
    for some in list(by_law.values())[: room.laws]:
        law = draft.words.say("brief.law", law=law_in_a_line(draft.words, some[0].law, today))
        lines.append((Run(f"{law} "), Run(_met(draft, some), bold=True)))
    return _with_rest(draft, lines, len(by_law) - room.laws, "laws")


def _met(draft: Draft, rows: Sequence[Row]) -> str:
    """The limbs of one law that are met, each for how many of those named, and how surely."""
    by_limb: dict[str, list[list[State]]] = {}
    for limb in (one for row in rows for one in carried(row)):
        by_limb.setdefault(limb.limb.provision, []).append(shaky(limb))
    say, between = draft.words.say, draft.words.say("between")
    told = []
    for provision, found in by_limb.items():
        counts = Counter(state for states in found for state in states)
        how = between.join(say(f"in-part.{one}-for", some=count) for one, count in counts.items())
        how = say("in-part.how", words=how) if how else ""
        told.append(say("brief.limb", provision=provision, some=len(found), of=len(rows), how=how))
    return say("brief.met", limbs=between.join(told)) if told else say("brief.not-met", of=len(rows))


def sources(draft: Draft, rows: Sequence[Row], room: Room) -> Content:
    """The three strongest first-hand sources, each with its words, grade and how much it bears on."""
    found = strongest(draft.told, draft.case, rows)
    lines: list[Content] = []
    for one in found[:MOST_SOURCES]:
        grade = draft.words.count("brief.bears", one.statements, grade=one.citation.grade)
        lines.append((*_quoted(draft, one.passage, room), Run(f" {grade}")))
    if not found:
        lines.append((Run(draft.words.say("brief.no-source")),))
    elif len(found) < MOST_SOURCES:
        lines.append((Run(draft.words.count("brief.known", len(found))),))
    return draft.lines(lines)


def against(draft: Draft, subjects: Sequence[str], room: Room) -> Content:
    """The words that stand against it, as many as there is room for, and how many there are."""
    said = [one for subject in subjects for one in contradicted_of(draft, subject)]
    found = passages(draft.told, said, Stance.CONTRADICTS)
    lines = [_quoted(draft, one, room) for one in found[: room.against]]
    if not found:
        lines = [(Run(draft.words.say("bulk.no-contrary")),)]
    return _with_rest(draft, lines, len(found) - room.against, "against")


def gaps(draft: Draft, rows: Sequence[Row], room: Room) -> Content:
    """What the nearest limb of each law lacks, with for whom of those named."""
    lacks: dict[tuple[str, str, str], list[str]] = {}
    for row in rows:
        limb = nearest_limb(row)
        if not limb.carries:
            for gap in lacking(draft, limb):
                lacks.setdefault((row.law.title, limb.limb.provision, gap), []).append(row.subject)
    lines: list[Content] = []
    for (law, provision, gap), whose in list(lacks.items())[: room.gaps]:
        who = shortened(draft.told.caption(whose[0]), room, 4)
        told = draft.words.count("brief.gap", len(whose), law=law, provision=provision, gap=gap, who=who)
        lines.append(runs(shortened(told, room)))
    if not lacks:
        lines = [(Run(draft.words.say("brief.no-gap" if rows else "bulk.nobody")),)]
    return _with_rest(draft, lines, len(lacks) - room.gaps, "gaps")


def rests_on(draft: Draft, subjects: Sequence[str], rows: Sequence[Row], room: Room) -> Iterator[str]:
    """The ids of the statements that these rows show, or by which a limb is met."""
    used: dict[str, Statement] = {}
    for subject in subjects[: room.names]:
        yield from (one.id for one in told_of(draft, subject, *NAMES))
        list(posts_of(draft, subject, used))
        reason_of(draft, subject, used)
    yield from used
    yield from (one.id for one in meeting(rows))
    yield from (one.citation.statement for one in strongest(draft.told, draft.case, rows)[:MOST_SOURCES])
    said = [one for subject in subjects for one in contradicted_of(draft, subject)]
    quoted = {one.id for one in passages(draft.told, said, Stance.CONTRADICTS)[: room.against]}
    for one in said:
        if any(cited.passage in quoted for cited in draft.told.cited(one, Stance.CONTRADICTS)):
            yield one.id


def _quoted(draft: Draft, passage: Passage, room: Room) -> Content:
    """“The words” — source; one that names a protected person stays unnamed to anyone outside."""
    words = shortened("".join(run.text for run in draft.notes.words_of(passage)), room)
    source = draft.told.source(passage.source)
    sealed = draft.told.view.is_outside and draft.told.is_sealed(passage.id)
    title = draft.words.say("bulk.withheld") if sealed else shortened(draft.told.shown(source.title), room, 3)
    return draft.words.fill(
        "brief.quoted", quote=runs(words, "" if sealed else source.language), source=runs(title)
    )


def _with_rest(draft: Draft, lines: list[Content], left: int, what: str) -> Content:
    """The lines, and how many more there are."""
    if left > 0:
        lines = [*lines, (Run(draft.words.count(f"brief.more-{what}", left), italic=True),)]
    return draft.lines(lines)
