"""One run of text in Word: its words, its weight, its language, its direction and the font for its script."""

from dataclasses import replace

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from answerable.answer.direction import LEFT_TO_RIGHT_MARK, directed, is_from_the_right
from answerable.answer.document import Run
from answerable.answer.fonts import language_parts
from answerable.answer.shown import visible

_EAST_ASIAN_FONT = {
    "zh-CN": "Microsoft YaHei",
    "zh-TW": "Microsoft JhengHei",
    "zh-HK": "Microsoft JhengHei",
    "ja-JP": "Yu Gothic",
    "ko-KR": "Malgun Gothic",
}
"""Faces that come with Word itself on Windows and on the Mac."""


_FONT_FROM_THE_RIGHT = "Arial"
"""It has the letters of Arabic, Persian, Uyghur and Hebrew on Windows and on the Mac."""


def write_run(paragraph: Paragraph, run: Run) -> None:
    """Add the run's visible text to the paragraph; what is read from the right is a run of its own."""
    for piece in directed(replace(run, text=visible(run.text))):
        added = paragraph.add_run(piece.text)
        added.bold = run.bold or None
        added.italic = run.italic or None
        if piece.language:
            set_language(added._r.get_or_add_rPr(), piece.language)
        if is_from_the_right(piece.language):
            _set_from_the_right(paragraph, added)


def _set_from_the_right(paragraph: Paragraph, added: WordRun) -> None:
    added.font.rtl = True
    added.font.cs_bold = added.bold
    added.font.cs_italic = added.italic
    _child(added._r.get_or_add_rPr(), "w:rFonts", first=True).set(qn("w:cs"), _FONT_FROM_THE_RIGHT)
    paragraph.add_run(LEFT_TO_RIGHT_MARK)


def set_language(properties: BaseOxmlElement, tag: str) -> None:
    """Mark run properties with a language; nothing is marked for a tag that is not one we can set."""
    east_asian = _east_asian(tag)
    if east_asian:
        fonts = _child(properties, "w:rFonts", first=True)
        fonts.set(qn("w:eastAsia"), _EAST_ASIAN_FONT[east_asian])
        _child(properties, "w:lang").set(qn("w:eastAsia"), east_asian)
    elif is_from_the_right(tag):
        _child(properties, "w:lang").set(qn("w:bidi"), tag)
    elif language_parts(tag)[0]:
        _child(properties, "w:lang").set(qn("w:val"), tag)


def _child(properties: BaseOxmlElement, name: str, *, first: bool = False) -> BaseOxmlElement:
    found: BaseOxmlElement | None = properties.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        properties.insert(0 if first else len(properties), found)
    return found


def _east_asian(tag: str) -> str:
    """The language as Word names it where its script is East Asian: by region, never by script."""
    language, script, region = language_parts(tag)
    if language == "yue" or (language == "zh" and region in ("HK", "MO")):
        return "zh-HK"
    if language == "zh":
        return "zh-TW" if script == "Hant" or region == "TW" else "zh-CN"
    return {"ja": "ja-JP", "ko": "ko-KR"}.get(language, "")
