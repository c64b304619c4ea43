"""The fixed words of a submission, from one reviewed file a language."""

import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from answerable.answer.document import Footnote, Run
from answerable.answer.house import house_terms
from answerable.model.data_files import read_data
from answerable.model.errors import NothingCalled
from answerable.model.nearest import nearest

_FOLDER = Path(__file__).with_name("wording")
T = TypeVar("T", bound=Run | Footnote)
_PLACE = re.compile(r"\{(\w+)\}")


class Words:
    """The wording of one language for one recipient.

    A file may leave out words that ``instead`` has; they are then said as they stand there, and marked.
    Whatever no file has is a `KeyError`. ``terms`` are what the recipient calls places, by their codes.
    """

    def __init__(
        self,
        language: str,
        tree: dict[str, Any],
        instead: dict[str, str] | None = None,
        terms: dict[str, str] | None = None,
    ) -> None:
        self.language = language
        self._months: list[str] = tree.pop("months")
        self._singular: list[str] = tree.pop("singular")
        own = dict(_flat(tree))
        lacking = {key: text + own["not-yet"] for key, text in (instead or {}).items() if key not in own}
        self._said = own | lacking
        self._terms = terms or {}

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
        form = "one" if str(count) in self._singular else "many"
        return self.say(f"{key}.{form}", count=count, **parts)

    def one_of(self, kind: str, value: str) -> str:
        """The words for a value; the value itself where the file has none."""
        return self._said.get(f"{kind}.{value}", value)

    def english(self, text: str) -> str:
        """English words that no file translates, marked where they stand in another language."""
        return text if self.language == "en" else text + self._said["not-yet"]

    def country(self, code: str) -> str:
        """A country, or a region of one, by its code: ``cn-xz`` is “China (XZ)” where the recipient has no
        name of its own for it.
        """
        if code in self._terms:
            return self._terms[code]
        country, _, region = code.partition("-")
        named = self._terms.get(country) or self._said.get(f"country.{country}", country.upper())
        return f"{named} ({region.upper()})" if region else named

    def date(self, text: str) -> str:
        """A year, a month or a day in words."""
        year, month, day = (*text.split("-"), "", "")[:3]
        form = "date.day" if day else "date.month" if month else "date.year"
        form = "date.first" if day == "01" else form
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
def words(language: str, recipient: str = "") -> Words:
    """The wording of a language, with the house terms of a recipient (its short name).

    Raises `NothingCalled`, with the nearest there is, for a language that nobody wrote yet.
    """
    if language not in languages():
        raise NothingCalled(kind="language", name=language, nearest=nearest(language, languages()))
    english = _tree("en")
    del english["months"], english["singular"]
    instead = {} if language == "en" else dict(_flat(english))
    return Words(language, _tree(language), instead, house_terms(recipient, language))


def languages() -> list[str]:
    """The languages that a submission can be drafted in."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def _tree(language: str) -> dict[str, Any]:
    tree: dict[str, Any] = read_data(_FOLDER / f"{language}.yaml")
    return tree


def _flat(tree: dict[str, Any], above: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        found += _flat(value, f"{above}{key}.") if isinstance(value, dict) else [(above + key, value)]
    return found
