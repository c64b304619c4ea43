"""The sections after the evidence: national interest, confidentiality, whatever else she wrote, method."""

from answerable.answer.document import Block, BulletList, Content, Heading, Paragraph, Run, Table
from answerable.answer.frames import Frame
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.exhibits import Exhibits


def national_interest_section(draft: Draft) -> list[Block]:
    """The lawyer's argument; the laws here leave it to a government whether to act."""
    title = draft.title("national-interest")
    return [Heading(1, title), *draft.narrative("national-interest", needed=True)]


def confidentiality_section(
    draft: Draft, frame: Frame, exhibits: Exhibits, written: list[Block], shown: str
) -> list[Block]:
    """The lawyer's words, ``written`` already; who may obtain it, what is public or for this reader alone,
    who has a pseudonym, what is withheld.

    Only what is in the document is counted; ``shown`` is all its text so far, in which pseudonyms stand.
    """
    say, count = draft.words.say, draft.words.count
    cited = draft.notes.statements.values()
    public = sum("public" in one.sharing for one in cited)
    items = [
        count("confidentiality.public", public),
        count("confidentiality.limited", len(cited) - public) if len(cited) > public else "",
        _pseudonyms(draft, shown),
        _withheld(draft, exhibits),
        say("confidentiality.rest"),
    ]
    bullets = BulletList(tuple((Run(item),) for item in items if item))
    lead = Paragraph((Run(say("confidentiality.lead")),))
    return [
        Heading(1, draft.title("confidentiality")),
        *written,
        *_obtain(draft, frame),
        lead,
        bullets,
    ]


def _obtain(draft: Draft, frame: Frame) -> list[Block]:
    if not frame.obtain_source:
        return []
    say = draft.words.say
    row, told = Run(say("frame.row.obtain"), bold=True), Run(" " + say(f"frame.{frame.id}.obtain"))
    return [Paragraph((row, Run(":", bold=True), told))]


def _pseudonyms(draft: Draft, shown: str) -> str:
    view = draft.told.view
    if not view.is_outside:
        return draft.words.say("confidentiality.no-pseudonyms")
    names = sorted(name for name in map(draft.told.caption, view.protected) if name in shown)
    if not names:
        return draft.words.say("confidentiality.no-pseudonyms")
    return draft.words.say("confidentiality.pseudonyms", names=", ".join(names))


def _withheld(draft: Draft, exhibits: Exhibits) -> str:
    numbers = exhibits.withheld()
    if not numbers:
        return draft.words.say("confidentiality.no-withheld")
    return draft.words.say("confidentiality.withheld", exhibits=", ".join(numbers))


def further_section(draft: Draft) -> list[Block]:
    """What the lawyer wrote under a name that no section has: shown, never dropped."""
    blocks = [block for key in draft.further() for block in draft.narrative(key)]
    return [Heading(1, draft.title("further")), *blocks] if blocks else []


def method_section(draft: Draft) -> list[Block]:
    """How it was made, and what the grades mean."""
    say = draft.words.say
    topics = ("notes", "languages", "kept", "independent", "names", "alleged", "grades")
    paragraphs = [
        Paragraph((Run(say(f"method.title.{topic}"), bold=True), Run(" "), Run(say(f"method.{topic}"))))
        for topic in topics
    ]
    header = say("method.source"), say("method.information")
    grades = Table(header, tuple(_grades(draft)), say("method.caption"))
    return [Heading(1, draft.title("method")), *paragraphs, grades]


def _grades(draft: Draft) -> list[tuple[Content, ...]]:
    rows = zip("ABCDEF", "123456", strict=True)
    return [
        tuple(
            (Run(draft.words.say("method.grade", mark=mark, words=draft.words.say(f"grade.{kind}.{mark}"))),)
            for kind, mark in zip(("source", "information"), marks, strict=True)
        )
        for marks in rows
    ]
