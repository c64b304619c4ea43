"""The document as one HTML file: no script, nothing fetched, headings and notes that can be followed."""

from html import escape
from pathlib import Path

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
from answerable.answer.fonts import language_parts
from answerable.answer.shown import label_runs, paragraphs, visible

_STYLE = Path(__file__).with_name("page") / "page.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(document: Document) -> bytes:
    """The file's bytes: the same for the same document, with no author, host, time or software in them.

    Every run is isolated, so that words written from right to left turn nothing around them. The page
    itself forbids scripts and anything from elsewhere.
    """
    page = Page()
    body = "".join(map(page.block, document.blocks))
    return page_around(f"{body}{page.notes()}", document.title, document.language)


def page_around(body: str, title: str, language: str) -> bytes:
    """A whole page around what stands in it, which is HTML; title and language are plain words."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>\n<main>\n"
        f"{body}</main>\n</body>\n</html>\n"
    ).encode()


class Page:
    """One page, written from the top; it numbers the notes as they are met and keeps them for its end."""

    def __init__(self) -> None:
        self._notes: list[Footnote] = []

    def block(self, block: Block) -> str:
        """One block in HTML."""
        match block:
            case Cover():
                return self._cover(block)
            case Heading(level, text):
                # The title of the document is the only h1.
                return f'<h{level + 1} dir="auto">{_text(text)}</h{level + 1}>\n'
            case Paragraph(content):
                return f"<p>{self._content(content)}</p>\n"
            case Quotation(content):
                return f"<blockquote><p>{self._content(content)}</p></blockquote>\n"
            case BulletList(items):
                return f"<ul>\n{self._items(items)}</ul>\n"
            case NumberedList(items):
                return f"<ol>\n{self._items(items)}</ol>\n"
            case Table():
                return self._table(block)
            case PageBreak():
                return '<div class="page-break"></div>\n'
            case Narrative():
                return self._narrative(block)

    def notes(self) -> str:
        """The notes, each with a link back to where it is called."""
        items = "".join(
            f'<li id="note-{n}">{self._content(note.runs)} '
            f'<a href="#call-{n}" role="doc-backlink">↩</a></li>\n'
            for n, note in enumerate(self._notes, 1)
        )
        return f'<section role="doc-endnotes">\n<ol>\n{items}</ol>\n</section>\n' if items else ""

    def _cover(self, cover: Cover) -> str:
        rows = "".join(
            f"<dt>{_text(label)}</dt><dd>{self._content(value)}</dd>\n" for label, value in cover.details
        )
        notice = f'<p class="notice">{_text(cover.notice)}</p>\n' if cover.notice else ""
        head = f'<h1 dir="auto">{_text(cover.title)}</h1>\n<p class="subtitle">{_text(cover.subtitle)}</p>\n'
        return f"<header>\n{head}{f'<dl>{rows}</dl>' if rows else ''}\n{notice}</header>\n"

    def _items(self, items: tuple[Content, ...]) -> str:
        return "".join(f"<li>{self._content(item)}</li>\n" for item in items)

    def _table(self, table: Table) -> str:
        caption = f"<caption>{_text(table.caption)}</caption>\n" if table.caption else ""
        header = "".join(f'<th scope="col">{_text(text)}</th>' for text in table.header)
        rows = "".join(
            f"<tr>{''.join(f'<td>{self._content(cell)}</td>' for cell in row)}</tr>\n" for row in table.rows
        )
        head = f"<thead><tr>{header}</tr></thead>"
        return f"<table>\n{caption}{head}\n<tbody>\n{rows}</tbody>\n</table>\n"

    def _narrative(self, narrative: Narrative) -> str:
        told = "".join(f'<p dir="auto">{self._content(one)}</p>\n' for one in paragraphs(narrative))
        if narrative.written:
            return told
        label = self._content(label_runs(narrative))
        return f'<div class="to-be-written">\n<p>{label}</p>\n{told}</div>\n'

    def _content(self, content: Content) -> str:
        return "".join(_run(one) if isinstance(one, Run) else self._call(one) for one in content)

    def _call(self, note: Footnote) -> str:
        self._notes.append(note)
        n = len(self._notes)
        return f'<sup><a id="call-{n}" href="#note-{n}" role="doc-noteref">{n}</a></sup>'


def _run(run: Run) -> str:
    language = f' lang="{escape(run.language)}"' if language_parts(run.language)[0] else ""
    said = _text(run.text)
    if language or not run.text.isascii():
        said = f'<bdi dir="auto"{language}>{said}</bdi>'
    said = f"<em>{said}</em>" if run.italic else said
    return f"<strong>{said}</strong>" if run.bold else said


def _text(text: str) -> str:
    return escape(visible(text)).replace("\n", "<br>")
