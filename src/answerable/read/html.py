"""Words of a web page, as it shows them to a reader who runs no scripts."""

import re
from importlib.metadata import version

from inscriptis import Inscriptis
from inscriptis.html_properties import Display, WhiteSpace
from inscriptis.model.config import ParserConfig
from inscriptis.model.html_element import HtmlElement
from inscriptis.model.tag import CustomHtmlTagHandlerMapping
from lxml import etree

from answerable.model.errors import ReadingExceeded, TextUnreadable
from answerable.read.decoding import decode
from answerable.read.limits import ReadText

# HTML Standard 15.3.1 (hidden elements), and what holds data, drawings or programs in place of words.
_UNSEEN = (
    "area base datalist embed head iframe link meta noembed noframes object param rp script style "
    "template title audio video canvas defs desc metadata"
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
# HTML Standard 15.3.2–15.3.9: what begins and ends a line of its own.
_BLOCKS = (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol optgroup option p search section summary table caption thead tbody tfoot tr ul"
)
_PREFORMATTED = ("pre", "xmp", "listing", "plaintext", "textarea")
# Inline elements add nothing to the words. Old pages never close them, and so nest them by the thousand.
_INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rt "
    "rtc ruby s samp small span strike strong sub sup time tt u var wbr"
)
_SPACED_CELLS = ("td", "th")
# inscriptis collapses these, browsers do not (CSS Text 3, 4.1.1); and it resolves entities a second time.
_SPECIAL = re.compile(r"&|[^\S \t\n\r\f]")


def read_html(data: bytes, charset: str, name: str) -> ReadText:
    """Every word the page shows, in its order, blocks on lines of their own, table cells one after another.

    What the page hides is out, and so is what is no text of it: bullets, list numbers and the marks that
    ``<q>`` brings (the HTML Standard's ``innerText``). Raises `TextUnreadable`, or `ReadingExceeded` where
    elements are nested too deeply for all words to be reached.
    """
    decoded = decode(data, charset, name, html=True)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    clean = decoded.text.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        root = etree.fromstring(clean, parser)
    except etree.XMLSyntaxError as error:
        raise TextUnreadable(source=name, why="it is not a web page that can be parsed") from error
    if root is None:
        raise TextUnreadable(source=name, why="it holds no words")
    _refuse_depth(parser, name)
    _strip(root)
    try:
        text = Inscriptis(root, _CONFIG).get_text()
    except RecursionError as error:
        raise _too_deep(name) from error
    return ReadText("inscriptis", f"{version('inscriptis')}, lxml {version('lxml')}", text)


def _refuse_depth(parser: etree.HTMLParser, name: str) -> None:
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise _too_deep(name)


def _too_deep(name: str) -> ReadingExceeded:
    return ReadingExceeded(source=name, what="nesting of elements", limit="about 900 levels")


def _strip(root: etree._Element) -> None:
    hidden = [element for element in root.iter() if _is_hidden(element)]
    for element in hidden:
        element.tag = "template"
    etree.strip_elements(root, *_UNSEEN.split(), with_tail=False)
    etree.strip_tags(root, *_INLINE.split())
    for element in root.iter():
        element.attrib.clear()  # inscriptis turns style attributes into margins of any height
        element.text = _escape(element.text)
        element.tail = _escape(element.tail)
        if element.tag in _SPACED_CELLS:
            element.tail = " " + (element.tail or "")


def _is_hidden(element: etree._Element) -> bool:
    # Whole pages are hidden until a script has run; nothing that is only meant to flicker is lost.
    if element.tag in ("html", "body"):
        return False
    if element.tag == "dialog" and "open" not in element.attrib:
        return True
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    return element.get("type") == "hidden" or bool(_HIDDEN.search(element.get("style", "")))


def _escape(text: str | None) -> str | None:
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text) if text else text


def _config() -> ParserConfig:
    css = {tag: HtmlElement(display=Display.block) for tag in _BLOCKS.split()}
    css.update({tag: HtmlElement(display=Display.block, whitespace=WhiteSpace.pre) for tag in _PREFORMATTED})
    # Its table layout would run the lines of neighbouring cells into one another; its lists add bullets.
    plain = dict.fromkeys(("table", "tr", "td", "th", "ul", "ol", "li"))
    return ParserConfig(css=css, custom_html_tag_handler_mapping=CustomHtmlTagHandlerMapping(plain, plain))


_CONFIG = _config()
