"""What is alleged to have happened: event by event, act by act, who did what to whom, and how it is known."""

from answerable.answer.document import Block, Content, Footnote, Heading, Paragraph, Run, Table
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.told import Told

_WHEN = ("date", "startDate", "endDate")
_MORE = ("right", "gravity", "victimPursuit", "instrument", "summary", "description")


class Acts:
    """The acts that the case's subjects are alleged to have had a part in, by event, then by date."""

    def __init__(self, told: Told, subjects: tuple[str, ...]) -> None:
        self._told = told
        acts: dict[str, None] = {}
        for subject in subjects:
            for involvement in told.tied(subject, "Involvement", "perpetrator"):
                acts.update(dict.fromkeys(said[0].value for said in told.values(involvement, "act")))
        by_event: dict[str, list[str]] = {}
        for act in sorted(acts, key=self._begun):
            by_event.setdefault(told.first(act, "event"), []).append(act)
        self.by_event = by_event
        every = [act for some in by_event.values() for act in some]
        self.number = {act: place + 1 for place, act in enumerate(every)}

    def _begun(self, act: str) -> str:
        # An act without a date comes last.
        return next((day for prop in _WHEN if (day := self._told.first(act, prop))), "9999")

    def involvements(self, act: str) -> list[str]:
        """Everyone's part in it, the people outside the case included."""
        return self._told.tied(act, "Involvement", "act")


def facts_section(draft: Draft, acts: Acts) -> list[Block]:
    """The section of facts."""
    say = draft.words.say
    blocks: list[Block] = [Heading(1, draft.title("facts")), Paragraph((Run(say("facts.lead")),))]
    blocks += draft.narrative("facts")
    if not acts.number:
        return [*blocks, Paragraph((Run(say("facts.none")),))]
    for event, some in acts.by_event.items():
        blocks += _event(draft, event)
        for act in some:
            blocks += act_blocks(draft, acts, act)
    return blocks


def kind_of(draft: Draft, act: str) -> str:
    """What kind of act it is, in words; without notes, since it only calls the act by its name."""
    kinds = [said[0].value for said in draft.told.values(act, "violation")]
    return " / ".join(draft.words.one_of("choice.violation", kind) for kind in kinds)


def act_line(draft: Draft, acts: Acts, act: str) -> str:
    """“Act 2: torture”, by which other sections call it."""
    kind = kind_of(draft, act) or draft.words.say("violation-unknown")
    return draft.words.say("responsibility.act-line", number=acts.number[act], kind=kind)


def _event(draft: Draft, event: str) -> list[Block]:
    if not event:
        return [Heading(2, draft.words.say("facts.no-event"))]
    name = draft.told.caption(event)
    content: list[Run | Footnote] = []
    for said in draft.told.values(event, "name", *_WHEN, "location", "country", "summary", "description"):
        content += ((Run(draft.words.say("between")),) if content else ()) + draft.fact(said)
    heading = Heading(2, draft.words.say("facts.event", name=name))
    return [heading, Paragraph(tuple(content))] if content else [heading]


def act_blocks(draft: Draft, acts: Acts, act: str) -> list[Block]:
    """One act: who did what to whom, when, where, and how it is known."""
    say = draft.words.say
    kind = kind_of(draft, act)
    heading = Heading(
        3, say("facts.act" if kind else "facts.act-unknown", number=acts.number[act], kind=kind)
    )
    rows = _rows(draft, acts, act)
    if not rows:
        return [heading, Paragraph((Run(say("facts.hidden")),))]
    return [heading, Table((say("facts.question"), say("facts.answer")), tuple(rows))]


def _rows(draft: Draft, acts: Acts, act: str) -> list[tuple[Content, Content]]:
    say = draft.words.say
    before = len(draft.notes.index)
    rows = [
        (say("facts.who"), draft.lines([part(draft, one) for one in acts.involvements(act)])),
        (say("facts.what"), draft.facts(act, "violation")),
        (say("facts.whom"), draft.facts(act, "victim", "victimGroup")),
        (say("facts.when"), when(draft, act)),
        (say("facts.where"), draft.facts(act, "location")),
        (say("facts.country"), draft.facts(act, "country")),
        *((say(f"property.{prop}"), draft.facts(act, prop)) for prop in _MORE),
    ]
    if len(draft.notes.index) > before:
        rows.append((say("facts.known"), (Run(_known(draft, before)),)))
    return [((Run(label),), content) for label, content in rows if content]


def _known(draft: Draft, before: int) -> str:
    notes = draft.notes
    cited = {notes.exhibit(note.passage) for note in notes.index[before:]}
    numbers = ", ".join(one.label for one in sorted(cited, key=lambda one: one.number))
    return draft.words.count("facts.sources", len(cited), exhibits=numbers)


def part(draft: Draft, involvement: str) -> Content:
    """Who is alleged to have done what, with the notes for it."""
    told = draft.told
    lines: list[Content] = []
    for who in told.values(involvement, "perpetrator"):
        ties = [*who, *(one for said in told.values(involvement, "act") for one in said)]
        degrees = told.values(involvement, "degree")
        for degree in degrees:
            words = draft.shown(degree[0])
            sentence = draft.words.fill("facts.degree", who=draft.called(who[0].value), degree=words)
            lines.append((*sentence, *draft.notes.cite([*degree, *ties]), *draft.disputed([*degree, *ties])))
        if not degrees:
            sentence = draft.words.fill("facts.degree-unknown", who=draft.called(who[0].value))
            lines.append((*sentence, *draft.notes.cite(ties), *draft.disputed(ties)))
    return draft.lines(lines)


def when(draft: Draft, canonical: str) -> Content:
    """The days recorded, each with its notes, a line each."""
    return draft.lines(days(draft, canonical))


def days(draft: Draft, canonical: str, *, begins: bool = True) -> list[Content]:
    """The days recorded, each with its notes; ``begins``: each begins a line. A day beside a beginning or an
    end is one within it: a post held since 2023, of which a source of May 2025 tells.
    """
    found: list[Content] = []
    for prop in ("startDate", "endDate"):
        label = draft.words.say(f"property.{prop}")
        label = label if begins else label[:1].lower() + label[1:]
        for said in draft.told.values(canonical, prop):
            found.append((Run(f"{label} "), *draft.fact(said)))
    within = draft.words.say("date.as-at") if found else ""
    within = within if begins else within[:1].lower() + within[1:]
    for said in draft.told.values(canonical, "date"):
        found.append((Run(f"{within} "), *draft.fact(said)) if within else draft.fact(said))
    return found
