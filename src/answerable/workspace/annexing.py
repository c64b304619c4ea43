"""The sealed annex of an open workspace: made when asked, for one reader, encrypted before it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyrage import encrypt, passphrase

from answerable.answer.annex import Named, Reader, Shown, annex
from answerable.answer.frames import frames
from answerable.answer.package.reach import statements_of_case
from answerable.answer.recipients import Recipient, recipient
from answerable.answer.word import write_docx
from answerable.model.audience import Kind
from answerable.model.canonical import Json
from answerable.model.consent import Said
from answerable.model.errors import NamingNotAgreed, ValueRefused
from answerable.model.record import Case
from answerable.record.view import View
from answerable.workspace.consenting import person_called
from answerable.workspace.exchange import age_address
from answerable.workspace.handing import file_name, hand_out
from answerable.workspace.workspace import Workspace

NOT_AGREED = "they agreed to nothing of the kind, or took it back"
NOT_THERE = "the submission says nothing of them under a pseudonym"


@dataclass(frozen=True, slots=True)
class Seal:
    """What only the reader can open: their age address, or a passphrase that reaches them another way."""

    address: str = ""
    passphrase: str = ""

    def sealed(self, content: bytes) -> bytes:
        """The content encrypted with age; raise `ForeignBundle` for an address that is none."""
        if self.address:
            return bytes(encrypt(content, [age_address(self.address)]))
        if not self.passphrase:
            raise ValueRefused(value="", prop="passphrase", why="an annex is never written in the open")
        return bytes(passphrase.encrypt(content, self.passphrase))


@dataclass(frozen=True, slots=True)
class Annexed:
    """What was written, whom it names, and of whom it is silent since they did not agree; by canonical id."""

    path: Path
    named: tuple[str, ...]
    silent: tuple[str, ...]


def write_annex(
    workspace: Workspace,
    slug: str,
    to: str,
    seal: Seal,
    folder: Path,
    *,
    people: Sequence[str] = (),
    language: str = "en",
    today: date,
) -> Annexed:
    """Write who stands behind the pseudonyms that a case's submission to this recipient has.

    ``people``, by name or id, are those to be named; all who agreed to it where nobody is. Raises
    `NamingNotAgreed` for one who did not agree or is not in the case under a pseudonym, and where there is
    nobody to name; `ValueRefused` for the public, `NothingCalled`, `SeveralCalled` and `WouldReveal`.
    """
    written_to = recipient(to)
    if written_to.audience.kind is not Kind.RECIPIENT:
        raise ValueRefused(value=to, prop="to", why="nobody is named to the public")
    with workspace.view(written_to.audience) as view:
        case = view.case(slug)
        called = dict(_under_a_pseudonym(view, case))
        shown = list(_shown(view, case))
    with workspace.view() as team:
        wanted = [person_called(team, one) for one in people]
        named = _agreed(team, written_to, called, wanted)
        reader = Reader(written_to.name_in(language), written_to.audience, frames()[to], today.isoformat())
        document = annex(team, case, named, shown, reader, language)
    name = f"{file_name(slug, to, 'annex', language)}.docx.age"
    known = [one.person for one in named]
    about: dict[str, Json] = {"case": slug, "recipient": to, "on": today.isoformat(), "named": [*known]}
    files = {name: seal.sealed(write_docx(document))}
    (path,) = hand_out(workspace, "annex", {**about, "in": language}, folder, files)
    return Annexed(path, tuple(known), tuple(one for one in called if one not in known))


def _agreed(team: View, to: Recipient, called: dict[str, str], wanted: Sequence[str]) -> list[Named]:
    noted = team.consents()
    named: list[Named] = []
    for one in wanted or called:
        consent = noted.get(one, Said()).named_to(to.id)
        if one in called and consent:
            named.append(Named(one, called[one], consent.on))
        elif one in wanted:
            why = NOT_AGREED if one in called else NOT_THERE
            raise NamingNotAgreed(person=team.caption(one), recipient=to.id, why=why)
    if not named:
        raise NamingNotAgreed(person="Nobody", recipient=to.id, why="nobody in it agreed to that")
    return named


def _under_a_pseudonym(view: View, case: Case) -> Iterator[tuple[str, str]]:
    """The protected people of whom the case tells this audience something, and what it calls them."""
    reached = statements_of_case(view, case)
    speaking = view.carried([said.id for several in reached.values() for said in several])
    for person, has_key in view.protected.items():
        if has_key and (person in reached or person in speaking):
            yield person, view.caption(person)


def _shown(view: View, case: Case) -> Iterator[Shown]:
    """The passages that the case's statements rest on, as this audience may read them, each once."""
    statements = [said.id for several in statements_of_case(view, case).values() for said in several]
    cited = (one.passage for several in view.citations_of(statements).values() for one in several)
    for passage in dict.fromkeys(cited):
        yield Shown(passage, view.passage(passage).exact)
