"""The fonts a PDF is set in: pinned packages only, and a character without a shape stops the document."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
import noto_cjk_sans_otc
from fontTools.ttLib import TTFont

from answerable.model.errors import GlyphMissing

LATIN = "Noto Sans"
ARABIC = "Noto Sans Arabic"
_LATIN_FILES = sorted(Path(fontpkg_noto_sans.ROOT, "files").glob("*.ttf"))
_ARABIC_FILE = next(Path(fontpkg_noto_sans_arabic.ROOT, "files").glob("*.ttf"))
_ARABIC_LANGUAGES = ("ar", "fa", "ps", "sd", "ug", "ur")
_CJK_FILE = Path(str(noto_cjk_sans_otc.FONT_PATH))
_SHAPELESS = re.compile("[\n\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}))?")


def folders() -> list[str]:
    """Where typst finds the fonts."""
    return [str(file.parent) for file in (_LATIN_FILES[0], _CJK_FILE, _ARABIC_FILE)]


def language_parts(tag: str) -> tuple[str, str, str]:
    """Language, script and region of a BCP 47 tag; all empty where it is not one we can set."""
    match = _TAG.fullmatch(tag)
    return (match[1], match[2] or "", match[3] or "") if match else ("", "", "")


def families(tag: str) -> list[str]:
    """The families for a language, first choice first: the shapes of one character differ by region."""
    language, script, region = language_parts(tag)
    if language in _ARABIC_LANGUAGES:
        return [ARABIC, LATIN, "Noto Sans CJK SC"]
    if language == "ja":
        return ["Noto Sans CJK JP", LATIN]
    if language == "ko":
        return ["Noto Sans CJK KR", LATIN]
    if language == "yue" or (language == "zh" and region in ("HK", "MO")):
        return ["Noto Sans CJK HK", LATIN]
    if language == "zh":
        return ["Noto Sans CJK TC" if script == "Hant" or region == "TW" else "Noto Sans CJK SC", LATIN]
    return [LATIN, "Noto Sans CJK SC"]


def check_glyphs(texts: Iterable[str]) -> None:
    """Raise `GlyphMissing` with every character that has no shape in the fonts, in order of code point."""
    characters = {c for text in texts for c in text if not _SHAPELESS.match(c)}
    # The large collection is opened only for what the small fonts lack.
    missing = {c for c in characters if not any(ord(c) in covered() for covered in (_latin, _arabic, _cjk))}
    if missing:
        raise GlyphMissing(characters=", ".join(_called(c) for c in sorted(missing)))


def _called(character: str) -> str:
    # A mark alone would sit on the comma before it.
    shown = f"\u25cc{character}" if unicodedata.combining(character) else character
    return f"U+{ord(character):04X} {shown}"


@cache
def _latin() -> frozenset[int]:
    return frozenset.intersection(*(_covered(path, -1) for path in _LATIN_FILES))


@cache
def _arabic() -> frozenset[int]:
    return _covered(_ARABIC_FILE, -1)


@cache
def _cjk() -> frozenset[int]:
    # Every face of the collection covers the same characters; the first stands for all.
    return _covered(_CJK_FILE, 0)


def _covered(path: Path, face: int) -> frozenset[int]:
    with TTFont(path, fontNumber=face, lazy=True) as font:
        return frozenset(font.getBestCmap())
