"""How a source is named: the reviewed forms of each citation style, and their filling in."""

import re
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from answerable.answer.document import Run
from answerable.answer.submission.setting import runs
from answerable.answer.submission.told import Told
from answerable.answer.submission.words import Words
from answerable.model.data_files import read_data
from answerable.model.errors import NothingCalled
from answerable.model.nearest import nearest
from answerable.model.record import Source

FILE = Path(__file__).with_name("citations.yaml")
HOUSE = "house"
"""Names the exhibit alone."""
_PLACE = re.compile(r"\{(author|by|title|publisher|host|site|published|url|day|accessed|note)\}")


class Form(BaseModel):
    """What names a source, in parts; a part whose field is empty is left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    online: tuple[str, ...]
    """Where it has an address."""
    kept: tuple[str, ...]
    """Where it is a file that was handed in."""
    again: tuple[str, ...]
    """In notes after the first."""


class Style(Form):
    """A style. ``source`` says where its forms were learnt, ``checked`` on which day, and ``unverified`` on
    what they rest where the guide itself was not read.
    """

    id: str
    name: str = Field(min_length=1)
    source: str = Field(min_length=1)
    checked: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    unverified: str
    others: dict[str, Form] = Field({}, alias="in")

    def form(self, language: str) -> Form:
        """The forms for a submission in that language."""
        return self.others.get(language, self)


@cache
def styles() -> dict[str, Style]:
    """Every style by short name; raise pydantic's `ValidationError` where the table itself is wrong."""
    table = read_data(FILE)
    return {name: Style.model_validate({"id": name, **row}) for name, row in table.items()}


def style_called(name: str) -> Style:
    """The style of that short name; raise `NothingCalled` with the nearest there is."""
    if name not in styles():
        raise NothingCalled(kind="citation style", name=name, nearest=nearest(name, styles()))
    return styles()[name]


class Citing:
    """Names the sources of one submission in one style, by their exhibits' texts."""

    def __init__(self, told: Told, words: Words, style: Style) -> None:
        self._told = told
        self._words = words
        self._form = style.form(words.language)
        self._noted: dict[tuple[str, str], int] = {}

    def in_note(self, source: str, text: str, number: int) -> tuple[Run, ...]:
        """What names it in note ``number``; nothing in a style that names the exhibit alone."""
        first = self._noted.setdefault((source, text), number)
        if first == number:
            return self.in_full(source, text)
        return self._filled(self._form.again, source, text, str(first))

    def in_full(self, source: str, text: str) -> tuple[Run, ...]:
        """What names it where it is met first, and in the list of exhibits."""
        form = self._form.online if self._told.source(source).url else self._form.kept
        return self._filled(form, source, text, "")

    def _filled(self, parts: tuple[str, ...], source: str, text: str, note: str) -> tuple[Run, ...]:
        fields = self._fields(self._told.source(source), text) | {"note": (Run(note),) if note else ()}
        content: list[Run] = []
        for part in parts:
            pieces = _PLACE.split(part)
            if all(fields[name] for name in pieces[1::2]):
                for place, piece in enumerate(pieces):
                    content += fields[piece] if place % 2 else (Run(piece),) if piece else ()
        return tuple(content)

    def _fields(self, source: Source, text: str) -> dict[str, tuple[Run, ...]]:
        capture = self._told.capture(self._told.text(text, source.id).capture)
        shown, day = self._told.shown, self._words.date(capture.at[:10])
        author, publisher = shown(source.author), shown(source.publisher)
        host = publisher if author else ""
        published = self._words.date(source.published) if source.published else ""
        return {
            "title": runs(shown(source.title), source.language),
            "author": runs(author),
            "by": runs(author or publisher),
            "publisher": runs(publisher),
            "host": runs(host),
            "published": runs(published),
            "site": runs(", ".join(filter(None, (host, published)))),
            "url": runs(shown(source.url)),
            "day": runs(day),
            "accessed": runs("" if published else day),
        }
