"""Sign-on in an open workspace, to a submission or a letter: who agreed, in which words; who withdrew."""

from dataclasses import dataclass

from answerable.answer.submission.signatures import (
    AUTHOR,
    ORGANISATION,
    PERSON,
    SPONSOR,
    Signature,
    signatures,
)
from answerable.answer.submission.told import Told
from answerable.answer.submission.words import words
from answerable.model.audience import TEAM, Audience
from answerable.model.dates import parse_date
from answerable.model.errors import NothingCalled, ValueRefused
from answerable.model.nearest import nearest
from answerable.workspace.demanding import Cited, record_thing
from answerable.workspace.workspace import Workspace

AS = (ORGANISATION, PERSON, AUTHOR, SPONSOR)


@dataclass(frozen=True, slots=True)
class _SignOn:
    """A sign-on to a letter or petition."""

    id: str
    who: str
    since: str
    is_ended: bool


def sign_on(
    workspace: Workspace, case: str, who: str, on: str, cited: Cited, signed_as: str = ORGANISATION
) -> str:
    """Record that somebody signs on to the submission of a case; give back the sign-on's id.

    ``cited`` has the words in which they agreed, which for a person are those in which they agreed to be
    named. Raises `NothingCalled`, `ValueRefused`, and what `record_thing` raises.
    """
    if not who.strip():
        raise ValueRefused(value=who, prop="signatory", why="it has no name")
    if signed_as not in AS:
        raise ValueRefused(value=signed_as, prop="signed as", why=f"it is none of {', '.join(AS)}")
    signed = signed_by(workspace, case)
    who = next((one.who for one in signed if one.who.casefold() == who.strip().casefold()), who)
    # Whoever withdrew and signs again signs anew, were it on the same day.
    ended = sum(one.until != "" and (one.who, one.since) == (who, on) for one in signed)
    key = " ".join([case, who, on, *([str(ended)] if ended else [])])
    said = {"case": case, "signatory": who, "signedAs": signed_as, "startDate": on}
    return record_thing(workspace, "SignOn", key, said, cited)


def withdraw_sign_on(workspace: Workspace, case: str, who: str, on: str, cited: Cited) -> list[str]:
    """Record that they withdrew; both stay to be read. Gives back the ids of the sign-ons it ends.

    It is told to all who could see the sign-on, with its words. Raises `NothingCalled` where they do not
    stand by it.
    """
    standing = {one.id: (one.who, one.since) for one in signed_by(workspace, case) if not one.until}
    return _end(workspace, standing, who, on, cited)


def sign_event(workspace: Workspace, event: str, who: str, on: str, cited: Cited) -> str:
    """Record that somebody signed a letter or petition, by its id; give back the sign-on's id.

    One that stands is added to; who withdrew and signs anew signs a second time. Raises what `record_thing`
    raises.
    """
    every = _signing(workspace, event)
    theirs = [one.id for one in every if one.who == who and not one.is_ended]
    again = any(one.who == who for one in every) and not theirs
    key = f"{event} {who} {on}" if again else f"{event} {who}"
    said = {"event": event, "signatory": who, "startDate": on}
    return record_thing(workspace, "SignOn", key, said, cited, theirs[0] if theirs else "")


def withdraw_from_event(workspace: Workspace, event: str, who: str, on: str, cited: Cited) -> list[str]:
    """Record that they withdrew from a letter or petition, as `withdraw_sign_on` does."""
    every = _signing(workspace, event)
    standing = {one.id: (one.who, one.since) for one in every if not one.is_ended}
    return _end(workspace, standing, who, on, cited)


def _end(
    workspace: Workspace, standing: dict[str, tuple[str, str]], who: str, on: str, cited: Cited
) -> list[str]:
    """End those of them; ``standing`` has who signed, and since when, by the sign-on's id."""
    theirs = [one for one, (name, _) in standing.items() if name.casefold() == who.casefold()]
    if not theirs:
        raise NothingCalled(
            kind="sign-on", name=who, nearest=nearest(who, [name for name, _ in standing.values()])
        )
    for one in theirs:
        since = standing[one][1]
        if since and parse_date(on).last < parse_date(since).first:
            raise ValueRefused(value=on, prop="the day they withdrew", why=f"they signed on {since}")
    for one in theirs:
        record_thing(workspace, "SignOn", "", {"endDate": on}, cited, known=one)
    return theirs


def _signing(workspace: Workspace, event: str) -> list[_SignOn]:
    """The sign-ons of an event."""
    found = []
    with workspace.view() as view:
        for one in dict.fromkeys(said.canonical for said in view.referring(event, "event")):
            said = {each.prop: each.value for each in view.statements(one)}
            if "signatory" in said:
                since, is_ended = said.get("startDate", ""), "endDate" in said
                found.append(_SignOn(one, said["signatory"], since, is_ended))
    return found


def signed_by(workspace: Workspace, case: str, audience: Audience = TEAM) -> list[Signature]:
    """Everyone who signed on to a case's submission as an audience may see it; raise `NothingCalled`."""
    with workspace.view(audience) as view:
        view.case(case)
        return signatures(Told(view, words("en").say("withheld")), case)
