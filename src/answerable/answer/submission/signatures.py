"""Who signs on to a case's submission, as one View shows it: the same statements as a letter's sign-on."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.answer.submission.told import Said, Told
from answerable.record.pseudonyms import WITHHELD
from answerable.record.view import View

PAGE = 500
ORGANISATION, PERSON, AUTHOR, SPONSOR = "organisation", "person", "author", "sponsor"


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signed, with the statements that say so. ``until`` is empty while they stand by it."""

    id: str
    who: str
    signed_as: str
    since: str
    until: str
    said: tuple[Said, ...]


def signatures(told: Told, case: str) -> list[Signature]:
    """Those who signed the submission of the case of that short name, in the order of the days they did.

    Whoever is protected from this reader is not among them. Who has no ``signedAs`` signed as an
    organisation.
    """
    found = (_signature(told, own) for own in _every(told.view) if told.first(own, "case") == case)
    shown = (one for one in found if one.who and WITHHELD not in one.who)
    return sorted(shown, key=lambda one: (one.since or "9999", one.who))


def _every(view: View) -> Iterator[str]:
    after = ""
    while cards := view.cards("SignOn", after, PAGE):
        yield from (one.canonical for one in cards)
        after = cards[-1].canonical


def _signature(told: Told, own: str) -> Signature:
    return Signature(
        id=own,
        who=told.first(own, "signatory"),
        signed_as=told.first(own, "signedAs") or ORGANISATION,
        since=told.first(own, "startDate"),
        until=told.first(own, "endDate"),
        said=tuple(told.values(own, "signatory", "signedAs", "startDate")),
    )
