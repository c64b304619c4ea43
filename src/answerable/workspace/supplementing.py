"""A supplement to what was sent to a recipient, made in an open workspace."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from answerable.answer.recipients import Recipient, recipient
from answerable.answer.submission.drafting import draft_for
from answerable.answer.submission.words import Words, words
from answerable.answer.supplement import Earlier, News, Side, news, supplement
from answerable.answer.supplement.sections import filled
from answerable.identify.followup.standing import Submission as Sent
from answerable.model.errors import NothingNew, NothingSent
from answerable.record.view import Moment, View
from answerable.store.log import rows
from answerable.weigh.matrix import Matrix
from answerable.workspace.answering import USUAL, WRITERS, composed, laws_for
from answerable.workspace.asking import Weighed, weigh_case
from answerable.workspace.following import follow_up
from answerable.workspace.handing import check_formats, file_name, hand_out, noted
from answerable.workspace.workspace import Workspace

WHOLE = ("submit", "package")


@dataclass(frozen=True, slots=True)
class Baseline:
    """The version sent last, what the log tells of its making, and the exhibits it numbers where known."""

    sent: Sent
    file: str
    made: dict[str, Any]
    moment: Moment
    exhibits: tuple[tuple[str, str], ...] = ()
    is_proven: bool = False

    @property
    def named(self) -> list[str] | None:
        """Whom it named, by their ids; None where the log does not tell."""
        named: list[str] | None = self.made["about"].get("named")
        return named


def write_supplement(
    workspace: Workspace,
    slug: str,
    to: str,
    folder: Path,
    *,
    formats: Sequence[str] = USUAL,
    language: str = "en",
    today: date,
) -> tuple[News, list[Path]]:
    """Write what is new for a recipient since the version sent to them last into ``folder``.

    Raises `NothingSent`, `NothingNew`, `NothingCalled`, `NoLawApplied`, `WouldReveal` and `GlyphMissing`;
    then there is no file.
    """
    check_formats(formats, WRITERS)
    written_to = recipient(to)
    base = _proven(workspace, _baseline(workspace, slug, written_to), slug, written_to)
    audience = written_to.audience
    with workspace.view(audience) as view, workspace.view(audience, base.moment) as earlier:
        laws = laws_for(view, slug, written_to, ())
        wording = words(language, to)

        now = side(weigh_case(workspace, view, slug, laws, today, language), view, wording)
        then = weigh_case(workspace, earlier, slug, laws, today, language, base.moment.at)
        before = side(then, earlier, wording, base.named)
        found = news(now, before)
        if found.is_empty:
            raise NothingNew(recipient=written_to.name, case=slug, day=base.sent.sent_on)
        prefix, order = "" if base.is_proven else "S", filled(found)
        draft = draft_for(view, view.case(slug), wording, known=base.exhibits, prefix=prefix, order=order)
        now = replace(now, draft=draft)
        made = supplement(
            view,
            now,
            before,
            found,
            Earlier(base.sent.sent_on, base.file, base.sent.version, base.is_proven),
            recipient=written_to.name_in(language),
            made_on=today.isoformat(),
        )
        name = file_name(slug, to, "supplement", language)
        files = {f"{name}.{form}": WRITERS[form](made.document, None) for form in formats}
        carried = view.carried([note.statement for note in made.notes])
    about = noted(slug, to, today, laws, language, carried) | {
        "supplements": base.sent.version,
        "named": [*now.draft.case.subjects],
    }
    return found, hand_out(workspace, "supplement", about, folder, files)


def side(weighed: Weighed, view: View, wording: Words, named: list[str] | None = None) -> Side:
    """One side of the comparison, about those of the case who are ``named`` where that is known."""
    case, matrix = weighed.case, weighed.matrix
    if named is not None:
        subjects = tuple(one for one in case.subjects if one in {view.resolve(own) for own in named})
        case = replace(case, subjects=subjects)
        matrix = Matrix(case, tuple(row for row in matrix.rows if row.subject in subjects))
    found = {one: some for one, some in weighed.listings.matches.items() if one in case.subjects}
    return Side(draft_for(view, case, wording), matrix, replace(weighed.listings, matches=found))


def _baseline(workspace: Workspace, slug: str, to: Recipient) -> Baseline:
    """The submission, package or supplement that was sent to them last and made here, or edited from one."""
    sent = [one for one in follow_up(workspace, case=slug).of_case(slug) if one.recipient == to.id]
    with workspace.store.reading() as connection:
        made = {
            sha256: (file, row.fields)
            for row in rows(connection, workspace.store.chain)
            if row.fields["action"] in (*WHOLE, "supplement", "edited")
            for file, sha256 in row.fields["about"]["files"].items()
            if row.fields["about"]["recipient"] == to.id
        }
    known = [one for one in sent if one.version in made]
    if not known:
        raise NothingSent(case=slug, recipient=to.name)
    last = max(known, key=lambda one: (one.sent_on, one.at))
    file, fields = made[last.version]
    return Baseline(last, file, fields, Moment(fields["about"].get("drafted", fields["at"])))


def _proven(workspace: Workspace, base: Baseline, slug: str, to: Recipient) -> Baseline:
    """The same with its exhibits, where the version sent comes out word for word from the record as it stood.

    Where others' records were merged in since, it is tried without them too; where neither comes out, they
    count as new, since nobody can tell when they came.
    """
    with workspace.store.reading() as connection:
        merged = any(
            row.fields["action"] == "merge" and row.fields["at"] > base.moment.at
            for row in rows(connection, workspace.store.chain)
        )
    tried = [base.moment, *([Moment(base.moment.at, is_own=True)] if merged else [])]
    for moment in tried:
        exhibits = _made_again(workspace, base, moment, slug, to)
        if exhibits is not None:
            return replace(base, moment=moment, exhibits=exhibits, is_proven=True)
    return replace(base, moment=tried[-1])


def _made_again(
    workspace: Workspace, base: Baseline, moment: Moment, slug: str, to: Recipient
) -> tuple[tuple[str, str], ...] | None:
    """The exhibits of a whole submission in their order; None where it does not come out the same."""
    about = base.made["about"]
    if base.made["action"] not in WHOLE or "draft" not in about:
        return None
    on = date.fromisoformat(about["on"])
    with workspace.view(to.audience, moment) as view:
        style = about["citations"]
        again = composed(workspace, view, slug, to, about["under"], on, about["in"], style, moment.at)
        if again.marks.draft(again.submission.document) != about["draft"]:
            return None
        passages = [view.passage(note.passage) for note in again.submission.notes]
    return tuple(dict.fromkeys((one.source, one.text_sha256) for one in passages))
