"""The fixed words of a submission, from one reviewed file a language."""

import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from answerable.answer.document import Footnote, Run

_FOLDER = Path(__file__).with_name("wording")
T = TypeVar("T", bound=Run | Footnote)
_PLACE = re.compile(r"\{(\w+)\}")


class Words:
    """The wording of one language; whatever is asked for and is not in the file is a `KeyError`."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self._months: list[str] = tree.pop("months")
        self._said = dict(_flat(tree))

    def say(self, key: str, **parts: object) -> str:
        """The words under that key, with their braces filled in; what is filled in is never a template."""
        return _PLACE.sub(lambda found: str(parts[found[1]]), self._said[key])

    def fill(self, key: str, **parts: tuple[T, ...]) -> tuple[Run | T, ...]:
        """The words under that key, with contents in the place of their braces."""
        pieces = _PLACE.split(self._said[key])
        filled: list[Run | T] = []
        for at, piece in enumerate(pieces):
            filled += parts[piece] if at % 2 else (Run(piece),) if piece else ()
        return tuple(filled)

    def count(self, key: str, count: int, **parts: object) -> str:
        """The words for one or for many."""
        return self.say(f"{key}.{'one' if count == 1 else 'many'}", count=count, **parts)

    def one_of(self, kind: str, value: str) -> str:
        """The words for a value; the value itself where the file has none."""
        return self._said.get(f"{kind}.{value}", value)

    def country(self, code: str) -> str:
        """A country, or a region of one, by its code: ``cn-xz`` is “China (XZ)”."""
        country, _, region = code.partition("-")
        named = self._said.get(f"country.{country}", country.upper())
        return f"{named} ({region.upper()})" if region else named

    def date(self, text: str) -> str:
        """A year, a month or a day in words."""
        year, month, day = (*text.split("-"), "", "")[:3]
        form = "date.day" if day else "date.month" if month else "date.year"
        named = self._months[int(month) - 1] if month else ""
        return self.say(form, year=year, month=named, day=day.lstrip("0"))

    def moment(self, stamp: str) -> str:
        """An RFC 3339 time, to the second."""
        return self.say("date.moment", date=self.date(stamp[:10]), time=stamp[11:19])

    def span(self, first: str, last: str, within: str) -> str:
        """From when to when, as far as it is recorded."""
        form = {
            (True, True): "date.span",
            (True, False): "date.since",
            (False, True): "date.until",
            (False, False): "date.within" if within else "date.unknown",
        }[bool(first), bool(last)]
        begun = first or within
        return self.say(form, first=begun and self.date(begun), last=last and self.date(last))


@cache
def words(language: str) -> Words:
    """The wording of a language; a `FileNotFoundError` where nobody wrote it yet."""
    text = (_FOLDER / f"{language}.yaml").read_text("utf-8")
    return Words(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506


def _flat(tree: dict[str, Any], above: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        found += _flat(value, f"{above}{key}.") if isinstance(value, dict) else [(above + key, value)]
    return found
