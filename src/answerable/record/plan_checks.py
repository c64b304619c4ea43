"""What of a casefile cannot be so, beside single values: dates in the wrong order, marks on no section."""

from collections.abc import Iterable, Iterator, Mapping

from answerable.model.dates import parse_date
from answerable.record.casefile import CaseSpec

PERIODS = (
    ("startDate", "endDate"),
    ("birthDate", "deathDate"),
    ("incorporationDate", "dissolutionDate"),
)


def backward(said: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The property, and the sentence, of each period that ends before it begins. ``said``: properties and
    values of one thing, dates as they are recorded (2031, 2031-05, 2031-05-04); the widest reading counts.
    """
    values: dict[str, list[str]] = {}
    for prop, value in said:
        values.setdefault(prop, []).append(value)
    for first, last in PERIODS:
        begun, ended = values.get(first, []), values.get(last, [])
        if begun and ended and _first(begun) > _last(ended):
            yield last, f"it ends ({', '.join(ended)}) before it begins ({', '.join(begun)})."


def _first(dates: Iterable[str]) -> str:
    return min(parse_date(one).first.isoformat() for one in dates)


def _last(dates: Iterable[str]) -> str:
    return max(parse_date(one).last.isoformat() for one in dates)


def unwritten(case: CaseSpec) -> Mapping[int, str]:
    """By its place under `privileged`, the sentence for each name that no section has: a slip there would
    hand counsel's own work to whoever reads the case.
    """
    sections = ", ".join(case.narrative) or "none"
    return {
        place: f"no section of the narrative is called “{name}” (there are: {sections})."
        for place, name in enumerate(case.privileged)
        if name not in case.narrative
    }
