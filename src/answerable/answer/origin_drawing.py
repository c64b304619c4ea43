"""The graph of origins as a drawing: a box for each origin, its sources in it, a line for each tie."""

from collections.abc import Iterator
from html import escape

from answerable.answer.shown import visible
from answerable.read.origins import Answer, Group
from answerable.weigh.origin_graph import CaseOrigins

WIDTH, ROW, HEAD, GAP, EDGE = 760, 24, 30, 16, 10
"""Units of the drawing: a text line is 13 high."""
LINES = 150
"""Room at the right, for the lines between sources of one box."""
LONGEST = 80
"""Characters of a title; the tables below the drawing have it whole."""


def drawing(found: CaseOrigins) -> str:
    """The graph as SVG: what it shows also stands in words beneath it.

    A whole border means that the first-hand source is known, a broken one that it is not.
    """
    rows: dict[str, int] = {}
    boxes, top = [], EDGE
    for number, group in enumerate(found.origins.groups, 1):
        boxes.append(_box(found, number, group, top))
        rows |= {source: top + HEAD + ROW * place for place, source in enumerate(group.sources)}
        top += HEAD + ROW * len(group.sources) + GAP
    lines = "".join(_lines(found, rows))
    return (
        f'<svg role="img" aria-labelledby="drawn told" viewBox="0 0 {WIDTH} {top}" '
        'xmlns="http://www.w3.org/2000/svg">\n<title id="drawn">Origins of the sources</title>\n'
        f'<desc id="told">{len(found.origins.groups)} boxes, one for each origin, with its sources in it; '
        f"all of it stands in the lists below.</desc>\n{''.join(boxes)}{lines}</svg>\n"
    )


def _box(found: CaseOrigins, number: int, group: Group, top: int) -> str:
    is_counted = number - 1 in found.origins.counted
    border = "" if is_counted else ' stroke-dasharray="6 4"'
    label = f"Origin {number}" + ("" if is_counted else " – unknown")
    height = HEAD + ROW * len(group.sources)
    titles = "".join(
        f'<text x="{2 * EDGE}" y="{top + HEAD + ROW * place + 12}">{_text(found.titles[source])}</text>\n'
        for place, source in enumerate(group.sources)
    )
    return (
        f'<rect x="2" y="{top}" width="{WIDTH - 4}" height="{height}" rx="6" fill="none" '
        f'stroke="#333"{border}/>\n'
        f'<text x="{EDGE}" y="{top + 20}" font-weight="bold">{label}</text>\n{titles}'
    )


def _lines(found: CaseOrigins, rows: dict[str, int]) -> Iterator[str]:
    """A curve for each pair that is tied directly, the wider the farther apart the two stand."""
    right = WIDTH - LINES
    for pair in found.pairs:
        if pair.answer is Answer.YES and not pair.through:
            first, second = sorted((rows[pair.left] + 8, rows[pair.right] + 8))
            bend = right + min(LINES - 2 * EDGE, 20 + (second - first))
            yield (
                f'<path d="M{right} {first} C{bend} {first} {bend} {second} {right} {second}" '
                'fill="none" stroke="#333"/>\n'
            )


def _text(title: str) -> str:
    return escape(visible(title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"))
