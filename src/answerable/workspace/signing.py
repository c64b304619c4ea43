"""Sign-on in an open workspace, to a submission or a letter: who agreed, in which words; who withdrew."""

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
from answerable.model.errors import NothingCalled, ValueRefused
from answerable.model.nearest import nearest
from answerable.workspace.demanding import Cited, record_thing
from answerable.workspace.workspace import Workspace

AS = (ORGANISATION, PERSON, AUTHOR, SPONSOR)


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
    with workspace.view() as view:
        view.case(case)
    said = {"case": case, "signatory": who, "signedAs": signed_as, "startDate": on}
    return record_thing(workspace, "SignOn", f"{case} {who} {on}", said, cited)


def withdraw_sign_on(workspace: Workspace, case: str, who: str, on: str, cited: Cited) -> list[str]:
    """Record that they withdrew; both stay to be read. Gives back the ids of the sign-ons it ends.

    It is told to all who could see the sign-on, with its words. Raises `NothingCalled` where they do not
    stand by it.
    """
    standing = {one.id: one.who for one in signed_by(workspace, case) if not one.until}
    return _end(workspace, standing, who, on, cited)


def sign_event(workspace: Workspace, event: str, who: str, on: str, cited: Cited) -> str:
    """Record that somebody signed a letter or petition, by its id; give back the sign-on's id.

    One that stands is added to; who withdrew and signs anew signs a second time. Raises what `record_thing`
    raises.
    """
    every = _signing(workspace, event)
    theirs = [one for one, (name, is_ended) in every.items() if name == who and not is_ended]
    again = any(name == who for name, _ in every.values()) and not theirs
    key = f"{event} {who} {on}" if again else f"{event} {who}"
    said = {"event": event, "signatory": who, "startDate": on}
    return record_thing(workspace, "SignOn", key, said, cited, theirs[0] if theirs else "")


def withdraw_from_event(workspace: Workspace, event: str, who: str, on: str, cited: Cited) -> list[str]:
    """Record that they withdrew from a letter or petition, as `withdraw_sign_on` does."""
    every = _signing(workspace, event)
    standing = {one: name for one, (name, is_ended) in every.items() if not is_ended}
    return _end(workspace, standing, who, on, cited)


def _end(workspace: Workspace, standing: dict[str, str], who: str, on: str, cited: Cited) -> list[str]:
    theirs = [one for one, name in standing.items() if name == who]
    if not theirs:
        raise NothingCalled(kind="sign-on", name=who, nearest=nearest(who, list(standing.values())))
    for one in theirs:
        record_thing(workspace, "SignOn", "", {"endDate": on}, cited, known=one)
    return theirs


def _signing(workspace: Workspace, event: str) -> dict[str, tuple[str, bool]]:
    """The sign-ons of an event by id, each with who signed and whether they withdrew."""
    found: dict[str, tuple[str, bool]] = {}
    with workspace.view() as view:
        for one in dict.fromkeys(said.canonical for said in view.referring(event, "event")):
            said = {each.prop: each.value for each in view.statements(one, ["signatory", "endDate"])}
            if "signatory" in said:
                found[one] = said["signatory"], "endDate" in said
    return found


def signed_by(workspace: Workspace, case: str, audience: Audience = TEAM) -> list[Signature]:
    """Everyone who signed on to a case's submission as an audience may see it; raise `NothingCalled`."""
    with workspace.view(audience) as view:
        view.case(case)
        return signatures(Told(view, words("en").say("withheld")), case)
