"""The brief of a case on one page, made in an open workspace."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from answerable.answer.brief import NextStep, brief
from answerable.answer.frames import frames
from answerable.answer.recipients import Recipient, recipient
from answerable.workspace.answering import USUAL, WRITERS, laws_for
from answerable.workspace.asking import weigh_case
from answerable.workspace.following import follow_up
from answerable.workspace.handing import check_formats, file_name, hand_out, noted
from answerable.workspace.workspace import Workspace


def write_brief(
    workspace: Workspace,
    slug: str,
    to: str,
    folder: Path,
    *,
    under: Sequence[str] = (),
    formats: Sequence[str] = USUAL,
    language: str = "en",
    said: str = "",
    today: date,
) -> list[Path]:
    """Write the brief of a case for one recipient into ``folder``. ``said`` is what comes next, in words.

    Deadlines are told as far as this recipient may know of them. Raises `NothingCalled`, `NoLawApplied`,
    `ValueRefused` for words that are too long, `WouldReveal` and `GlyphMissing`; then there is no file.
    """
    check_formats(formats, WRITERS)
    written_to = recipient(to)
    step = NextStep(said, _awaited(workspace, written_to, slug))
    with workspace.view(written_to.audience) as view:
        laws = laws_for(view, slug, written_to, under)
        weighed = weigh_case(workspace, view, slug, laws, today, language)
        made = brief(
            view,
            weighed.case,
            weighed.matrix,
            recipient=written_to.name_in(language),
            frame=frames()[to],
            made_on=today.isoformat(),
            step=step,
            language=language,
        )
        name = file_name(slug, to, "brief", language)
        files = {f"{name}.{form}": WRITERS[form](made.document, None) for form in formats}
        carried = view.carried(made.rests_on)
    about = noted(slug, to, today, laws, language, carried)
    return hand_out(workspace, "brief", about, folder, files)


def _awaited(workspace: Workspace, to: Recipient, slug: str) -> tuple[tuple[str, str], ...]:
    """What is awaited until which day for what was sent to them, the nearest first."""
    known = follow_up(workspace, to.audience, slug)
    sent = [one for one in known.of_case(slug) if one.recipient == to.id]
    steps = [step for one in sent for step in one.open_deadlines()]
    return tuple((step.awaits, step.due) for step in sorted(steps, key=lambda step: step.due))
