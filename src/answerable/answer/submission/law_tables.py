"""What each law requires of each subject, limb by limb, with what is said for and against it."""

from collections.abc import Iterable
from datetime import date

from answerable.answer.document import Block, Content, Footnote, Heading, Paragraph, Run, Table
from answerable.answer.submission.acts import Acts
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.notes import Pair
from answerable.answer.submission.words import Words
from answerable.model.errors import WouldReveal
from answerable.weigh.findings import Finding
from answerable.weigh.law import Caution, Law, Requirement
from answerable.weigh.ledger import Evidence
from answerable.weigh.matrix import LimbResult, Line, Matrix, Row
from answerable.weigh.readiness import nearest_limb

STATES = ("carried", "thin", "contradicted", "nothing", "excluded")


def law_section(draft: Draft, acts: Acts, matrix: Matrix, today: date) -> list[Block]:
    """For each law: the law itself, then every subject under it.

    Raises `WouldReveal` where the matrix was weighed under a wider View than the draft's.
    """
    say = draft.words.say
    _check_view(draft, matrix)
    blocks: list[Block] = [Heading(1, draft.title("law")), Paragraph((Run(say("law.lead")),))]
    blocks += draft.narrative("law")
    if not matrix.rows:
        return [*blocks, Paragraph((Run(say("law.none")),))]
    legend = tuple(((Run(state_word(draft, one)),), (Run(say(f"legend.{one}")),)) for one in STATES)
    blocks.append(Table((say("law.word"), say("law.words")), legend))
    laws = list({row.law.id: row.law for row in matrix.rows}.values())
    for place, law in enumerate(laws):
        blocks.append(Heading(2, f"{draft.number('law')}.{place + 1} {law.title}"))
        if law.language != draft.words.language:
            blocks.append(Paragraph((Run(say("law.not-yet"), bold=True),)))
        blocks.append(_law(draft, law, today))
        for row in matrix.rows:
            if row.law.id == law.id:
                blocks += _row(draft, acts, row)
    return blocks


def state_word(draft: Draft, state: str) -> str:
    """How a requirement stands, in a word."""
    return draft.words.say(f"state.{state}")


def _check_view(draft: Draft, matrix: Matrix) -> None:
    audience = draft.told.view.audience
    for finding in (
        one for row in matrix.rows for limb in row.limbs for line in limb.lines for one in line.findings
    ):
        for item in (*finding.in_favour, *finding.against, *finding.unsettled):
            if not audience.may_see(item.statement.sharing):
                raise WouldReveal(audience=audience, where=draft.title("law"))


def _law(draft: Draft, law: Law, today: date) -> Table:
    say = draft.words.say
    checked = say("law.unverified", text=law.official_text)
    if not law.is_unverified:
        day = draft.words.date(law.checked_on)
        checked = say(
            "law.checked-on", date=day, by=draft.words.english(law.checked_by), text=law.official_text
        )
    notes = [caution(draft.words, *one) for one in law.cautions(today)] or [say("law.no-notes")]
    files = [(law.file, law.sha256), *([(law.words_file, law.words_sha256)] if law.words_file else [])]
    rows = (
        ("law.citation", say("cover.one-law", title=law.title, citation=law.citation)),
        ("law.standard", law.standard),
        ("law.decided-by", law.decided_by),
        ("law.measure", law.measure),
        ("law.checked", checked),
        ("law.notes", "\n".join(notes)),
        ("law.file", "\n".join(say("law.file-hash", file=file, sha256=sha256) for file, sha256 in files)),
    )
    cells = tuple(((Run(say(key)),), (Run(value),)) for key, value in rows)
    return Table((say("law.row"), say("law.value")), cells)


def caution(say: Words, kind: Caution, told: str) -> str:
    """What a reader must be told of a law, in a clause."""
    dated = kind in ("stale", "current-to", "not-begun", "lapsed")
    return say.say(f"law-note.{kind}", told=say.date(told) if dated else told)


def gap_words(draft: Draft, finding: Finding) -> str:
    """What is missing or in the way: the law's own sentence, or a fixed one."""
    if finding.lack in ("", "excluded", "missing"):
        return finding.gap
    return draft.words.say(f"gap.{finding.lack}", open=finding.requirement.open)


def _row(draft: Draft, acts: Acts, row: Row) -> list[Block]:
    """The limbs that carry, or else the one of which most is met, in full; the others in a line each."""
    full = [limb for limb in row.limbs if limb.carries]
    full = full or [one for one in (nearest_limb(row),) if one.lines]
    blocks: list[Block] = [Heading(3, draft.told.caption(row.subject))]
    if not any(limb.carries for limb in full):
        blocks.append(Paragraph((Run(draft.words.say("law.not-met")),)))
    blocks += [_limb(draft, acts, row, limb) for limb in full]
    blocks += _overrides(draft, row, full)
    others = [line for limb in row.limbs for line in _other_lines(draft, acts, limb, limb in full)]
    if others:
        header = draft.words.say("law.limb"), draft.words.say("law.act"), draft.words.say("law.how")
        caption = draft.words.say("law.other", who=draft.told.caption(row.subject))
        blocks.append(Table(header, tuple(others), caption))
    return blocks


def _overrides(draft: Draft, row: Row, shown: list[LimbResult]) -> list[Block]:
    """What is filed although it is missing, with the reason that somebody gave for it."""
    blocking = {
        one.requirement.id: one.requirement.provision
        for limb in shown
        for one in limb.lines[0].findings
        if one.blocks
    }
    decided = [
        one
        for one in draft.told.view.overrides(draft.case.id)
        if (one.subject, one.law) == (row.subject, row.law.id)
        and (not one.requirement or one.requirement in blocking)
    ]
    say = draft.words.say
    return [
        Paragraph(
            (
                Run(
                    say("law.overridden", provision=blocking.get(one.requirement, row.law.citation)),
                    bold=True,
                ),
                Run(" " + draft.told.shown(one.because)),
            )
        )
        for one in decided
    ]


def _limb(draft: Draft, acts: Acts, row: Row, result: LimbResult) -> Table:
    line, limb = result.lines[0], result.limb
    caption = draft.words.say(
        "law.caption-act" if line.act else "law.caption",
        who=draft.told.caption(row.subject),
        number=acts.number.get(line.act, ""),
        provision=limb.provision,
        says=limb.says.rstrip("."),
        standard=row.law.standard.rstrip("."),
    )
    header = tuple(draft.words.say(f"law.{one}") for one in ("requirement", "state", "said", "origins"))
    return Table(header, tuple(_finding(draft, one) for one in line.findings), caption)


def _finding(draft: Draft, finding: Finding) -> tuple[Content, ...]:
    say = draft.words.say
    state = state_word(draft, "excluded" if finding.excluded else str(finding.state))
    gap = gap_words(draft, finding)
    gap = f"\n{gap[:1].upper()}{gap[1:]}" if gap else ""
    origins = say("law.known", known=finding.origins.known, unknown=finding.origins.unknown)
    return (
        _requirement(draft, finding.requirement),
        (Run(state, bold=True), Run(gap)),
        _both_sides(draft, finding),
        (Run(origins if finding.in_favour else "–"),),
    )


def _requirement(draft: Draft, required: Requirement) -> Content:
    say = draft.words.say
    content = [Run(required.provision, bold=True), Run(f"\n{required.asks}")]
    if required.open:
        content.append(Run("\n" + say("law.open", open=required.open), italic=True))
    if required.unverified:
        content.append(Run("\n" + say("law.not-checked", why=required.unverified), bold=True))
    return tuple(content)


def _both_sides(draft: Draft, finding: Finding) -> Content:
    lines = [
        _side(draft, finding.in_favour, "for") or (Run(draft.words.say("law.nothing-for")),),
        _side(draft, finding.against, "against") or (Run(draft.words.say("law.nothing-against")),),
        _side(draft, finding.unsettled, "unsettled"),
    ]
    return draft.lines(lines)


def _side(draft: Draft, side: tuple[Evidence, ...], key: str) -> tuple[Run | Footnote, ...]:
    if not side:
        return ()
    return (Run(draft.words.count(f"law.{key}", len(side))), *draft.notes.notes(pairs(side)))


def pairs(evidence: Iterable[Evidence]) -> list[Pair]:
    """Each statement with each of its citations that bears on the requirement."""
    return [(item.statement, citation) for item in evidence for citation in item.citations]


def _other_lines(draft: Draft, acts: Acts, result: LimbResult, in_full: bool) -> list[tuple[Content, ...]]:
    limb: Content = (Run(result.limb.provision, bold=True), Run(f"\n{result.limb.says}"))
    if result.beyond:
        return [(limb, (Run("–"),), (Run(result.beyond),))]
    lines = result.lines[1:] if in_full else result.lines
    return [(limb, _act_number(acts, line), (Run(_lacking(draft, line)),)) for line in lines]


def _act_number(acts: Acts, line: Line) -> Content:
    return (Run(str(acts.number.get(line.act, "–"))),)


def _lacking(draft: Draft, line: Line) -> str:
    blocking = [one for one in line.findings if one.blocks]
    told = [
        draft.words.say("law.lacking", provision=one.requirement.provision, gap=gap_words(draft, one))
        for one in blocking
    ]
    return "\n".join(told) or draft.words.say("law.carries")
