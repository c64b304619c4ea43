"""Plain text as runs, each in the language of its script, so that its characters get their right shapes."""

import re

from answerable.answer.document import Run
from answerable.names.tables import simplify

_EAST = "\u3040-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_EAST_RUN = re.compile(f"([{_EAST}][{_EAST}\u3000-\u303f\uff00-\uffef·]*)")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_EASTERN = ("zh", "yue", "ja", "ko")


def runs(text: str, language: str = "") -> tuple[Run, ...]:
    """The text in runs. ``language`` is that of its source; where it cannot be that of East Asian words in
    it, theirs is told from the characters.
    """
    eastern = language.split("-")[0] in _EASTERN
    around = "" if eastern or language == "en" else language
    pieces = _EAST_RUN.split(text)
    return tuple(
        Run(piece, language=(language if eastern else _told(piece)) if place % 2 else around)
        for place, piece in enumerate(pieces)
        if piece
    )


def _told(text: str) -> str:
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    return "zh-Hant" if simplify(text) != text else "zh-Hans"
