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
from answerable.model.record import Statement
from answerable.record.view import View
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

    It is told to all who could see the sign-on. Raises `NothingCalled` where they do not stand by it.
    """
    standing = [one for one in signed_by(workspace, case) if not one.until]
    theirs = [one for one in standing if one.who == who]
    if not theirs:
        known = [one.who for one in standing]
        raise NothingCalled(kind="sign-on", name=who, nearest=nearest(who, known))
    for one in theirs:
        record_thing(workspace, "SignOn", "", {"endDate": on}, cited, known=one.id)
    return [one.id for one in theirs]


def sign_event(workspace: Workspace, event: str, who: str, on: str, withdrawn: str, cited: Cited) -> str:
    """Record that somebody signed a letter or petition, or when they withdrew; give back the sign-on's id.

    ``event`` is its id. A sign-on that is known already, however it came to be recorded, is the one that
    ends. Raises what `record_thing` raises.
    """
    with workspace.view() as view:
        theirs = [one.canonical for one in view.referring(event, "event") if _signed_as(view, one, who)]
    said = {"event": event, "signatory": who, "startDate": on, "endDate": withdrawn}
    known = theirs[0] if theirs else ""
    return record_thing(workspace, "SignOn", f"{event} {who}", said, cited, known)


def _signed_as(view: View, said: Statement, who: str) -> bool:
    return any(one.value == who for one in view.statements(said.canonical, ["signatory"]))


def signed_by(workspace: Workspace, case: str, audience: Audience = TEAM) -> list[Signature]:
    """Everyone who signed on to a case's submission as an audience may see it; raise `NothingCalled`."""
    with workspace.view(audience) as view:
        view.case(case)
        return signatures(Told(view, words("en").say("withheld")), case)
