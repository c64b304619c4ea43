"""Who signs on to a submission: its author where one agreed to be named, and the table of sign-on."""

from answerable.answer.document import Block, Content, Paragraph, Run, Table
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.setting import runs
from answerable.answer.submission.signatures import AUTHOR, Signature, signatures


def signed(draft: Draft) -> list[Block]:
    """Those who stand by it now, with the words in which they agreed; nothing where nobody signed on.

    The author is the organisation unless somebody agreed to be named. Who withdrew is not told.
    """
    standing = [one for one in signatures(draft.told, draft.case.slug) if not one.until]
    authors = [one for one in standing if one.signed_as == AUTHOR]
    others = [one for one in standing if one.signed_as != AUTHOR]
    blocks: list[Block] = [
        Paragraph(draft.words.fill("submitter.author", who=_who(draft, one))) for one in authors
    ]
    if others:
        header = tuple(draft.words.say(f"submitter.{one}") for one in ("who", "as", "since"))
        rows = tuple(_row(draft, one) for one in others)
        blocks.append(Table(header, rows, draft.words.say("submitter.signed")))
    return blocks


def _who(draft: Draft, one: Signature) -> Content:
    said = [statement for same in one.said for statement in same]
    return (*runs(one.who), *draft.notes.cite(said), *draft.disputed(said))


def _row(draft: Draft, one: Signature) -> tuple[Content, Content, Content]:
    since = draft.words.date(one.since) if one.since else draft.words.say("date.unknown")
    signed_as = draft.words.one_of("choice.signedAs", one.signed_as)
    return _who(draft, one), (Run(signed_as),), (Run(since),)
