"""Sign-on to a case's submission in an open workspace: who agreed, when, in which words; and who withdrew."""

from dataclasses import replace

from answerable.answer.submission.signatures import AUTHOR, ORGANISATION, PERSON, Signature, signatures
from answerable.answer.submission.told import Told
from answerable.answer.submission.words import words
from answerable.model.audience import TEAM, Audience
from answerable.model.errors import NothingCalled, ValueRefused
from answerable.model.nearest import nearest
from answerable.workspace.demanding import Cited, record_thing
from answerable.workspace.workspace import Workspace

AS = (ORGANISATION, PERSON, AUTHOR)


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

    It is shared with all who could see the sign-on, whatever ``cited`` says: nobody may go on reading that
    they stand by it. Raises `NothingCalled` where they do not.
    """
    standing = [one for one in signed_by(workspace, case) if not one.until]
    theirs = [one for one in standing if one.who == who]
    if not theirs:
        known = [one.who for one in standing]
        raise NothingCalled(kind="sign-on", name=who, nearest=nearest(who, known))
    for one in theirs:
        seen = {label for same in one.said for statement in same for label in statement.sharing}
        shared = replace(cited, sharing=",".join(sorted(seen)))
        record_thing(workspace, "SignOn", "", {"endDate": on}, shared, known=one.id)
    return [one.id for one in theirs]


def signed_by(workspace: Workspace, case: str, audience: Audience = TEAM) -> list[Signature]:
    """Everyone who signed on to a case's submission as an audience may see it; raise `NothingCalled`."""
    with workspace.view(audience) as view:
        view.case(case)
        return signatures(Told(view, words("en").say("withheld")), case)
