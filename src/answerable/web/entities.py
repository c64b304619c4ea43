"""Entries of lists and matches, in the shape of FollowTheMoney."""

import time
from collections.abc import Iterable
from typing import Any

from answerable.identify.countries import code_of
from answerable.identify.entry import EditionInfo, ListEntry
from answerable.identify.match import Group, Match
from answerable.identify.served import Listed, dataset_of, entry_id
from answerable.identify.tolerance import Tolerance
from answerable.model.dates import parse_date
from answerable.model.errors import DateImpossible
from answerable.web.shapes import Entity, Explanation, Scored, Stated

SCHEMATA = {
    "person": "Person",
    "entity": "Organization",
    "vessel": "Vessel",
    "aircraft": "Airplane",
    "unknown": "LegalEntity",
}
KINDS = {
    "Person": {"person"},
    "Organization": {"entity"},
    "Company": {"entity"},
    "PublicBody": {"entity"},
    "LegalEntity": {"person", "entity"},
    "Vessel": {"vessel"},
    "Airplane": {"aircraft"},
    "Vehicle": {"vessel", "aircraft"},
    "Thing": set(),
}
"""What can be asked about, and which kinds of entries that means; none named is all."""
PROPERTIES = {"name": "Name", "alias": "Other name", "birthDate": "Date of birth", "country": "Country"}
"""What can be asked of, and what a person calls it."""


def entity(info: EditionInfo, entry: ListEntry) -> Entity:
    """An entry with everything its list says of it."""
    return Entity(**_fields(info, entry))


def listed_entity(one: Listed) -> Entity:
    """An entry that was looked up."""
    return entity(one.edition.info, one.entry)


def as_stated(tolerance: Tolerance) -> Stated:
    """The tolerance of an answer, in words and as the score that it comes to."""
    return Stated(
        one_in=tolerance.one_in,
        in_words=tolerance.in_words,
        score=tolerance.bar,
        listed_entries=tolerance.listed_entries,
    )


def every_scored(groups: Iterable[Group], threshold: float | None) -> list[Scored]:
    """The matches of these names in their order, each told which name it is of; ``threshold``: the score
    from which on `match` is true where the asker states one instead of a tolerance.
    """
    return [
        _scored(match, group, place, match.to_review if threshold is None else match.score >= threshold)
        for place, group in enumerate(groups, 1)
        for match in group.members
    ]


def _scored(match: Match, group: Group, place: int, is_match: bool) -> Scored:
    """A match, with the reasons for and against in the list's own words."""
    against = (f"against: {one}" for one in match.reasons_against)
    not_known = (f"not known: {one}" for one in match.not_known)
    reasons = "; ".join((*match.reasons_for, *against, *not_known))
    why = Explanation(detail=reasons, score=match.score, candidate=match.listed_name.text)
    return Scored(
        **_fields(match.edition, match.entry),
        score=match.score,
        match=is_match,
        features={"name_and_birth": match.score},
        explanations={"name_and_birth": why},
        verdict=match.verdict,
        reasons_for=list(match.reasons_for),
        reasons_against=list(match.reasons_against),
        not_known=list(match.not_known),
        listed=match.entry.listed_in_words(),
        bearers=group.on_list(match.edition.list_id),
        group=place,
        group_size=group.size,
        namesakes=match.namesakes,
    )


def _fields(info: EditionInfo, entry: ListEntry) -> dict[str, Any]:
    proven = entry.listed_on if entry.listed_on_proven else None
    return {
        "id": entry_id(info.list_id, entry.key),
        "caption": entry.primary_name,
        "schema_": SCHEMATA[entry.kind],
        "properties": _properties(entry),
        "datasets": [dataset_of(info.list_id)],
        "first_seen": proven,
        "last_seen": info.published or None,
        "standing": str(info.standing),
    }


def _properties(entry: ListEntry) -> dict[str, list[str]]:
    others = entry.names[1:]
    is_person = entry.kind == "person"
    dates = [_as_date(date) for date in entry.birth_dates]
    said = {
        "name": [entry.primary_name],
        "alias": [one.text for one in others if one.quality != "weak"],
        "weakAlias": [one.text for one in others if one.quality == "weak"],
        "birthDate" if is_person else "incorporationDate": [date for date in dates if date],
        "country": [code_of(country) or country for country in entry.countries],
        "position" if is_person else "description": list(entry.positions),
        "idNumber": [one.number for one in entry.identifiers],
        "notes": [*_odd_dates(entry), *(one for one in (entry.remarks, entry.reason) if one)],
        "topics": ["sanction"],
    }
    return {name: list(dict.fromkeys(values)) for name, values in said.items() if values}


def _as_date(text: str) -> str:
    """The date as FollowTheMoney writes it; empty for “circa 1955”, which it has no way to say."""
    for form, wanted in (("%d %b %Y", "%Y-%m-%d"), ("%b %Y", "%Y-%m")):
        try:
            return time.strftime(wanted, time.strptime(text, form))
        except ValueError:
            continue
    try:
        parse_date(text)
    except DateImpossible:
        return ""
    return text


def _odd_dates(entry: ListEntry) -> list[str]:
    """Dates FollowTheMoney would drop, as the list prints them."""
    return [f"Born: {date}" for date in entry.birth_dates if not _as_date(date)]
