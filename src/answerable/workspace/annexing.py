"""The sealed annex of an open workspace: made when asked, for one reader, encrypted before it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyrage import RecipientError, encrypt, passphrase, x25519

from answerable.answer.annex import Reader, Shown, annex
from answerable.answer.annex_people import Called, Named, named_for
from answerable.answer.document import Document
from answerable.answer.frames import frames
from answerable.answer.recipients import Recipient
from answerable.answer.shown import texts
from answerable.answer.word import write_docx
from answerable.model.canonical import Json
from answerable.model.consent import Said
from answerable.model.errors import NamingNotAgreed, ValueRefused
from answerable.record.view import View
from answerable.workspace.answering import composed
from answerable.workspace.consenting import person_called, reader_of_names
from answerable.workspace.handing import file_name, hand_out
from answerable.workspace.workspace import Workspace

NOT_AGREED = "they agreed to nothing of the kind, or took it back"
NOT_THERE = "the submission says nothing of them under a pseudonym"
NO_NAME = "no name of theirs is shared with this reader, as “answerable share” does it"
NOBODY = "nobody in the submission agreed to that"
SHORTEST_PASSPHRASE = 12


@dataclass(frozen=True, slots=True)
class Seal:
    """What only the reader can open: their age address, or a passphrase that reaches them another way."""

    address: str = ""
    passphrase: str = ""

    def sealed(self, content: bytes) -> bytes:
        """The content encrypted with age; raise `ValueRefused` for an address that is none, or no secret."""
        if self.address:
            return bytes(encrypt(content, [self._address()]))
        if len(self.passphrase.strip()) < SHORTEST_PASSPHRASE:
            why = f"an annex is never written in the open: take at least {SHORTEST_PASSPHRASE} characters"
            raise ValueRefused(value="what was typed", prop="passphrase", why=why)
        return bytes(passphrase.encrypt(content, self.passphrase))

    def _address(self) -> x25519.Recipient:
        # What was typed may be a passphrase in the wrong place, and is not told again.
        try:
            return x25519.Recipient.from_str(self.address)
        except RecipientError as error:
            raise ValueRefused(value="what was typed", prop="address", why="it is no age1…") from error


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
    under: Sequence[str] = (),
    language: str = "en",
    today: date,
) -> Annexed:
    """Write who stands behind the pseudonyms of a case's submission to this recipient, as drafted today.

    ``people``, by name or id, are those to be named; all who agreed to it where nobody is. Raises
    `NamingNotAgreed` for one who did not agree or is not in the submission under a pseudonym, and where there
    is nobody to name; `ValueRefused` for the public and for a seal that is none, `NothingCalled`,
    `SeveralCalled`, `NoLawApplied` and `WouldReveal`.
    """
    written_to = reader_of_names(to)
    with workspace.view(written_to.audience) as view:
        made = composed(workspace, view, slug, written_to, under, today, language).submission
        called = dict(_under_a_pseudonym(view, made.document))
        passages = dict.fromkeys(note.passage for note in made.notes)
        shown = [Shown(one, view.passage(one).exact) for one in passages]
    with workspace.view() as team:
        wanted = dict.fromkeys(person_called(team, one) for one in people)
        named = _agreed(team, written_to, called, list(wanted))
        known = [one for person in named for one in team.members(person.person)]
        reader = Reader(written_to.name_in(language), written_to.audience, frames()[to], today.isoformat())
        document = annex(team, team.case(slug), named, shown, reader, language)
    name = f"{file_name(slug, to, 'annex', language)}.docx.age"
    about: dict[str, Json] = {"case": slug, "recipient": to, "on": today.isoformat(), "named": [*known]}
    files = {name: seal.sealed(write_docx(document))}
    (path,) = hand_out(workspace, "annex", {**about, "in": language}, folder, files)
    own = [one.person for one in named]
    return Annexed(path, tuple(own), tuple(one for one in called if one not in own))


def _agreed(team: View, to: Recipient, called: dict[str, Called], wanted: Sequence[str]) -> list[Named]:
    noted = team.consents()
    named: list[Named] = []
    why = NOBODY
    for one in wanted or called:
        consent = noted.get(one, Said()).named_to(to.id)
        who = named_for(team, to.audience, one, called.get(one, Called()), consent.on if consent else "")
        lacks = {NOT_THERE: one not in called, NOT_AGREED: consent is None, NO_NAME: not who.names}
        lack = next((lack for lack, is_so in lacks.items() if is_so), "")
        if lack and one in wanted:
            raise NamingNotAgreed(person=team.caption(one), recipient=to.id, why=lack)
        why = NO_NAME if lack == NO_NAME else why
        if not lack:
            named.append(who)
    if not named:
        raise NamingNotAgreed(person="anybody", recipient=to.id, why=why)
    return named


def _under_a_pseudonym(view: View, document: Document) -> Iterator[tuple[str, Called]]:
    """The protected people whom the submission tells of, and what it and earlier ones call them."""
    told = "\n".join(texts(document))
    for person, has_key in view.protected.items():
        called = view.caption(person)
        if has_key and called in told:
            yield person, Called(called, tuple(view.called_before(person)))
