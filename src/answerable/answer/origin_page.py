"""The origins of a case as a page to look at: the drawing, then the same in words."""

from collections.abc import Iterator

from answerable.answer.document import (
    Block,
    BulletList,
    Content,
    Cover,
    Heading,
    Paragraph,
    Quotation,
    Run,
    Table,
)
from answerable.answer.html import Page, page_around
from answerable.answer.origin_drawing import drawing
from answerable.read.origins import Answer
from answerable.weigh.origin_graph import CaseOrigins, Pair

TITLE = "First-hand sources: {case}"
HEADINGS = {
    Answer.YES: "One origin",
    Answer.NO: "Different origins",
    Answer.UNKNOWN: "Looked at, and still unknown",
}


def write_origin_page(found: CaseOrigins) -> bytes:
    """The file's bytes: no script, nothing fetched, nothing said by colour alone."""
    page, title = Page(), TITLE.format(case=found.title)
    head = page.block(Cover(title, _count(found), ()))
    words = "".join(
        page.block(block) for block in (*_origins(found), *_contradictions(found), *_pairs(found))
    )
    return page_around(f"{head}{drawing(found)}{words}", title, "en")


def _count(found: CaseOrigins) -> str:
    counts = found.origins
    return f"{len(found.titles)} sources: {counts.known} known first-hand, {counts.unknown} of unknown origin"


def _origins(found: CaseOrigins) -> Iterator[Block]:
    rows = []
    for number, group in enumerate(found.origins.groups, 1):
        name = f"{number}" if number - 1 in found.origins.counted else f"{number}, unknown"
        sources = "\n".join(found.titles[source] for source in group.sources)
        rows.append((_plain(name), _plain(sources), _plain("\n".join(group.known) or "nobody knows")))
    yield Heading(1, "Origins")
    yield Table(("No.", "Sources", "How it is known"), tuple(rows))


def _contradictions(found: CaseOrigins) -> Iterator[Block]:
    if found.contradictions:
        yield Heading(1, "Contradictions")
        yield BulletList(
            tuple(
                _plain(f"{found.titles[one.left]} / {found.titles[one.right]}: {one.because}")
                for one in found.contradictions
            )
        )


def _pairs(found: CaseOrigins) -> Iterator[Block]:
    for answer, heading in HEADINGS.items():
        some = [one for one in found.pairs if one.answer is answer and (one.kinds or one.decisions)]
        if some:
            yield Heading(1, heading)
        for pair in some:
            yield from _pair(found, pair)
    nothing = sum(one.answer is Answer.UNKNOWN and not one.kinds for one in found.pairs)
    if nothing:
        yield Paragraph(
            _plain(f"Of {nothing} more pairs nothing in the record shows where both have it from.")
        )


def _pair(found: CaseOrigins, pair: Pair) -> Iterator[Block]:
    yield Heading(2, f"{found.titles[pair.left]} / {found.titles[pair.right]}")
    yield Paragraph(_plain(pair.because))
    for one in pair.words:
        yield Quotation(_plain(f"{one.words} — {found.titles[one.source]}"))


def _plain(words: str) -> Content:
    return (Run(words),)
