"""Who signs on to a submission: its author, who takes its names up, and the table of sign-on."""

from answerable.answer.document import Block, Content, Paragraph, Run, Table
from answerable.answer.frames import Frame
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.setting import runs
from answerable.answer.submission.signatures import AUTHOR, SPONSOR, Signature, signatures

PROPOSED_BY = "proposed-by"


def signed(draft: Draft, frame: Frame) -> list[Block]:
    """Those who stand by it now, with the words in which they agreed; nothing where nobody signed on.

    The author is the organisation unless somebody agreed to be named. A sponsor is told where somebody else
    must propose. Who withdrew is not told.
    """
    standing = _standing(draft)
    others = [one for one in standing if one.signed_as not in (AUTHOR, SPONSOR)]
    blocks: list[Block] = [
        Paragraph(draft.words.fill("submitter.author", who=_who(draft, one)))
        for one in standing
        if one.signed_as == AUTHOR
    ]
    blocks += [
        Paragraph(draft.words.fill("submitter.sponsor", who=_who(draft, one), since=_since(draft, one)))
        for one in standing
        if one.signed_as == SPONSOR and PROPOSED_BY in frame.cover
    ]
    if others:
        header = tuple(draft.words.say(f"submitter.{one}") for one in ("who", "as", "since"))
        rows = tuple(_row(draft, one) for one in others)
        blocks.append(Table(header, rows, draft.words.say("submitter.signed")))
    return blocks


def frame_row(draft: Draft, frame: Frame, row: str) -> Content:
    """What a recipient's frame says in a row; under who must propose it, also who took the names up."""
    told: list[Content] = [(Run(draft.words.say(f"frame.{frame.id}.{row}")),)]
    if row == PROPOSED_BY:
        sponsors = [one for one in _standing(draft) if one.signed_as == SPONSOR]
        told += [
            draft.words.fill("submitter.sponsor", who=runs(one.who), since=_since(draft, one))
            for one in sponsors
        ] or [(Run(draft.words.say("submitter.no-sponsor")),)]
    return draft.lines(told)


def _standing(draft: Draft) -> list[Signature]:
    return [one for one in signatures(draft.told, draft.case.slug) if not one.until]


def _since(draft: Draft, one: Signature) -> Content:
    return (Run(draft.words.date(one.since) if one.since else draft.words.say("date.unknown")),)


def _who(draft: Draft, one: Signature) -> Content:
    said = [statement for same in one.said for statement in same]
    return (*runs(one.who), *draft.notes.cite(said), *draft.disputed(said))


def _row(draft: Draft, one: Signature) -> tuple[Content, Content, Content]:
    signed_as = draft.words.one_of("choice.signedAs", one.signed_as)
    return _who(draft, one), (Run(signed_as),), _since(draft, one)
