"""What happens after a submission, on the invented case: an answer, a changed list, five demands.

It is the winter of 2031 in it, as everything in the case is of that year: the workspace is opened with a
clock of its own.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from answerable.answer.demands import demands
from answerable.demo.site import ISSUERS, pages
from answerable.identify.decisions import Reasons
from answerable.identify.followup.outcomes import Verdict
from answerable.identify.followup.responses import Step, Told
from answerable.identify.followup.sent import Sent
from answerable.store.clock import Clock
from answerable.workspace import Workspace
from answerable.workspace.following import follow_up, note_came_back, note_submission
from answerable.workspace.outcomes import answer, proposed

LIST = "/lists/norrmark.xml"
SENT, ACKNOWLEDGED, AWAITED, NOW = "2031-07-15", "2031-07-29", "2031-12-15", datetime(2032, 1, 10, tzinfo=UTC)
LETTER = "DEMONSTRATION. We have received your submission of 15 July 2031 and given it the number X-0.\n"
LISTED = """<sdnEntry><uid>90099</uid><lastName>鄺綽賢</lastName><title>Superintendent</title>
<sdnType>Individual</sdnType><programList><program>TAMSOR</program></programList>
<remarks>DEMONSTRATION: this person does not exist. Had charge of Pier Nine in May 2031.</remarks></sdnEntry>
</sdnList>"""


def clock_of_the_case() -> Clock:
    """A clock that stands at the end of the invented story, and moves a second each time."""
    seconds = count(NOW.timestamp())
    return lambda: datetime.fromtimestamp(next(seconds), UTC)


def changed_list() -> bytes:
    """The list of Norrmark half a year on, with one entry more, in characters alone."""
    text = pages()[LIST].body.decode()
    for was, now in (
        ("06/30/2031", "12/31/2031"),
        ("<Record_Count>12<", "<Record_Count>13<"),
        ("</sdnList>", LISTED),
    ):
        if was not in text:
            raise ValueError(f"the list of the demonstration has no {was}")
        text = text.replace(was, now)
    return text.encode()


def send(workspace: Workspace, case: str, paper: Path, beside: Path) -> Iterator[str]:
    """Note that the package was sent and acknowledged; a line for each."""
    noted = note_submission(workspace, case, Sent("ca", "", "", SENT, note="by courier"), str(paper))
    yield f"sent to {noted.name} on {SENT}, version {noted.version.sha256[:12]}…"
    letter = beside / "acknowledgement.txt"
    letter.write_text(LETTER, "utf-8")
    note_came_back(workspace, f"{case}/ca", Told(Step.ACKNOWLEDGED, ACKNOWLEDGED, "number X-0"), str(letter))
    wait = Told(Step.DEADLINE, ACKNOWLEDGED, "ourselves", awaits=str(Step.ANSWERED), due=AWAITED)
    note_came_back(workspace, f"{case}/ca", wait)
    known = follow_up(workspace)
    for one in known.of_case(case):
        late = [step.awaited for step in one.overdue(known.today)]
        yield f"{one.state}; overdue on {known.today}: {', '.join(late) or 'nothing'}"


def change_list(workspace: Workspace, beside: Path) -> Iterator[str]:
    """Import the changed list, and confirm the outcome that it proposes of the superintendent."""
    file = beside / "norrmark-2031-12.xml"
    file.write_bytes(changed_list())
    workspace.import_list(file, ISSUERS[LIST])
    for one in proposed(workspace).open:
        if one.match.entry.key == "90099":
            yield f"proposed: {one.person.caption}: {one.told()}"
            told = "the characters and the post agree, and both sources were read"
            reasons = Reasons(told, "Superintendent, Pier Nine", "Ines Roe", "M. Ode")
            answer(workspace, one.id, Verdict.CONFIRMED, reasons)
            yield "confirmed by Ines Roe, and M. Ode agrees"


def ask(workspace: Workspace, campaign: Path) -> Iterator[str]:
    """Record the five demands, and tell how far each came."""
    workspace.record(campaign)
    with workspace.view() as view:
        for one in demands(view):
            last = one.progress[-1] if one.progress else None
            yield f"{one.name}: {f'{last.kind}, {last.what}, {last.start}' if last else 'nothing yet'}"
