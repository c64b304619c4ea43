"""The document as PDF/A-2b and PDF/UA-1, set by typst from one fixed page design."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, cast

import pypdfium2
import typst

from answerable.answer.direction import directed, is_from_the_right
from answerable.answer.document import (
    Block,
    BulletList,
    Content,
    Cover,
    Document,
    Footnote,
    Heading,
    Narrative,
    NumberedList,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Table,
)
from answerable.answer.fonts import check_glyphs, families, folders, language_parts
from answerable.answer.scrub import scrub_pdf
from answerable.answer.shown import (
    body_text,
    column_shares,
    is_crowded,
    label_runs,
    paragraphs,
    texts,
    visible,
)

Data: TypeAlias = "str | int | bool | list[Data] | dict[str, Data] | None"

_PAGE = Path(__file__).with_name("page") / "page.typ"
_LONG = re.compile(r"([!-~]{21,})")
_PIECE = re.compile(r"[^/.?&=_-]{1,8}[/.?&=_-]*|[/.?&=_-]+")


def write_pdf(document: Document) -> bytes:
    """The PDF's bytes: the same for the same document, with no author, host, time or software in them.

    Only fonts of pinned packages are used. Raises `GlyphMissing` for a character they have no shape for.
    """
    check_glyphs(texts(document))
    data = _compiler(document).compile(_PAGE.read_bytes(), format="pdf", pdf_standards=["a-2b", "ua-1"])
    return scrub_pdf(cast(bytes, data))


def page_count(document: Document) -> int:
    """How many pages its PDF has, or about how many where the fonts lack a shape for some character."""
    data = _compiler(document).compile(_PAGE.read_bytes(), format="pdf")
    with pypdfium2.PdfDocument(cast(bytes, data)) as pdf:
        return len(pdf)


def _compiler(document: Document) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders())
    return typst.Compiler(font_paths=fonts, sys_inputs={"document": json.dumps(_document(document))})


def _document(document: Document) -> Data:
    blocks: list[Data] = [data for block in document.blocks for data in _blocks(block, document.is_wide)]
    style = _style(document.language)
    return {"title": visible(document.title), "style": style, "wide": document.is_wide, "blocks": blocks}


def _blocks(block: Block, is_wide: bool) -> list[Data]:
    match block:
        case Cover():
            return [_cover(block)]
        case Heading(level, text):
            return [{"kind": "heading", "level": level, "content": _plain(text)}]
        case Paragraph(content):
            return [{"kind": "paragraph", "content": _content(content)}]
        case Quotation(content):
            return [{"kind": "quotation", "content": _content(content)}]
        case BulletList(items):
            return [{"kind": "bullets", "items": [_content(item) for item in items]}]
        case NumberedList(items):
            return [{"kind": "numbers", "items": [_content(item) for item in items]}]
        case Table():
            return [_table(block, is_wide)]
        case PageBreak():
            return [{"kind": "page-break"}]
        case Narrative():
            return _narrative(block)


def _cover(cover: Cover) -> Data:
    return {
        "kind": "cover",
        "title": _plain(cover.title),
        "subtitle": _plain(cover.subtitle),
        "details": [[_plain(label), _content(value)] for label, value in cover.details],
        "notice": _plain(cover.notice) if cover.notice else None,
    }


def _table(table: Table, is_wide: bool) -> Data:
    return {
        "kind": "table",
        "caption": _plain(table.caption) if table.caption else None,
        "shares": list(column_shares(table, is_wide=is_wide)),
        "crowded": is_crowded(table, is_wide=is_wide),
        "header": [_plain(text) for text in table.header],
        "rows": [
            [{"content": _content(cell), "breakable": is_wide or _is_long(cell)} for cell in row]
            for row in table.rows
        ],
    }


def _is_long(cell: Content) -> bool:
    """Whether a cell may run on to the next page; one that may not, and is longer than a page, is cut off.
    The columns of a wide page are narrow and its lines few, so that there every cell may.
    """
    return len(body_text(cell)) > 600


def _narrative(narrative: Narrative) -> list[Data]:
    words: list[Data] = [_content(content) for content in paragraphs(narrative)]
    if narrative.written:
        return [{"kind": "paragraph", "content": content} for content in words]
    return [{"kind": "to-be-written", "label": _content(label_runs(narrative)), "paragraphs": words}]


def _plain(text: str) -> Data:
    return [_run(piece) for piece in _directed(Run(text))]


def _content(content: Content) -> Data:
    data: list[Data] = []
    for item in content:
        if isinstance(item, Footnote):
            data.append({"runs": [_run(piece) for run in item.runs for piece in _directed(run)]})
        else:
            data += [_run(piece) for piece in _directed(item)]
    return data


def _directed(run: Run) -> tuple[Run, ...]:
    return directed(replace(run, text=visible(run.text)))


def _run(run: Run) -> Data:
    style = _style(run.language) if run.language else {}
    if run.italic:
        style["style"] = "italic"
    return {
        "lines": [_pieces(line) for line in run.text.split("\n")],
        "bold": run.bold,
        "from_the_right": is_from_the_right(run.language),
        "style": style,
    }


def _style(tag: str) -> dict[str, Data]:
    language, script, region = language_parts(tag)
    if not language:
        return {}
    style: dict[str, Data] = {"lang": language, "font": [*families(tag)]}
    return style | ({"script": script.lower()} if script else {}) | ({"region": region} if region else {})


def _pieces(line: str) -> list[Data]:
    """The line in pieces between which it may break: long hashes and addresses have no spaces."""
    parts = _LONG.split(line)
    return [piece for part in parts for piece in (_PIECE.findall(part) if _LONG.fullmatch(part) else [part])]
