"""One run of text in Word: its words, its weight, its language and the font for its script."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

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


def write_run(paragraph: Paragraph, run: Run) -> None:
    """Add the run's visible text to the paragraph."""
    added = paragraph.add_run(visible(run.text))
    added.bold = run.bold or None
    added.italic = run.italic or None
    if run.language:
        set_language(added._r.get_or_add_rPr(), run.language)


def set_language(properties: BaseOxmlElement, tag: str) -> None:
    """Mark run properties with a language; nothing is marked for a tag that is not one we can set."""
    east_asian = _east_asian(tag)
    if east_asian:
        fonts = _child(properties, "w:rFonts", first=True)
        fonts.set(qn("w:eastAsia"), _EAST_ASIAN_FONT[east_asian])
        _child(properties, "w:lang").set(qn("w:eastAsia"), east_asian)
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
