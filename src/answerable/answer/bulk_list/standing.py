"""Where a name stands: under which limbs, on which lists already, and what speaks against it."""

from collections.abc import Iterator, Sequence

from answerable.answer.bulk_list.cited import Place
from answerable.answer.submission.contrary import around, findings
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.law_tables import gap_words
from answerable.answer.submission.listed import edition_in_words
from answerable.identify.match import Match
from answerable.model.record import Stance, Statement
from answerable.weigh.findings import State
from answerable.weigh.matrix import LimbResult, Row
from answerable.weigh.readiness import nearest_limb

MOST = 3
"""Possible matches that are told one by one; the others are counted."""
_LISTING = ("authority", "program", "listingDate")


def under(draft: Draft, rows: Sequence[Row]) -> Iterator[str]:
    """A line for each law: the limbs that the record meets and how surely, or what the nearest one lacks."""
    say = draft.words.say
    for row in rows:
        law = row.law.title
        met = [say("bulk.limb", provision=one.limb.provision, how=_how(draft, one)) for one in carried(row)]
        if met:
            yield say("bulk.met", law=law, provisions=say("between").join(met))
        else:
            nearest = nearest_limb(row)
            lacks = lacking(draft, nearest)
            yield say(
                "bulk.not-met", law=law, provision=nearest.limb.provision, gaps=say("between").join(lacks)
            )


def carried(row: Row) -> list[LimbResult]:
    """The limbs for every requirement of which something is recorded, and nothing that the law rules out."""
    return [limb for limb in row.limbs if limb.carries]


def shaky(limb: LimbResult) -> list[State]:
    """How what is recorded for a limb that carries is less than shown: disputed in part, thin in part."""
    states = {one.state for one in limb.lines[0].findings}
    return [one for one in (State.CONTRADICTED, State.THIN) if one in states]


def _how(draft: Draft, limb: LimbResult) -> str:
    found = [draft.words.say(f"in-part.{one}") for one in shaky(limb)]
    return draft.words.say("in-part.how", words=draft.words.say("between").join(found)) if found else ""


def meeting(rows: Sequence[Row]) -> list[Statement]:
    """The statements by which limbs are met."""
    lines = [limb.lines[0] for row in rows for limb in carried(row)]
    return [item.statement for line in lines for one in line.findings for item in one.in_favour]


def lacking(draft: Draft, limb: LimbResult) -> list[str]:
    """What a limb lacks, a sentence each."""
    if not limb.lines:
        return [limb.beyond]
    return [gap_words(draft, one) for one in limb.lines[0].findings if one.blocks]


def already_listed(draft: Draft, subject: str, matches: Sequence[Match] | None) -> Iterator[str]:
    """What a person confirmed, then what may be meant: a match by name is possible and never a yes.

    ``matches`` is None where no list was asked for them.
    """
    say = draft.words.say
    for listing in draft.told.tied(subject, "Sanction", "entity"):
        told = (draft.shown(said[0]) for said in draft.told.values(listing, *_LISTING))
        words = ["".join(run.text for run in one if hasattr(run, "text")) for one in told]
        yield say("bulk.confirmed", listing=", ".join(words))
    if matches is None:
        yield say("sheet.no-listings")
        return
    possible = [one for one in matches if one.to_review]
    for match in possible[:MOST]:
        edition = edition_in_words(draft.words, match.edition)
        yield say("bulk.possible", name=match.listed_name.text, edition=edition)
    if len(possible) > MOST:
        yield draft.words.count("bulk.more-possible", len(possible) - MOST)
    if not possible:
        yield say("bulk.none-possible")


def contrary(draft: Draft, rows: Sequence[Row], against: Sequence[Place]) -> Iterator[str]:
    """Whether there is contrary information, and what a law rules out. The words themselves come after."""
    ruled = {
        draft.words.say("bulk.ruled-out", provision=one.requirement.provision, gap=one.gap): None
        for row in rows
        for _, one in findings(row)
        if one.excluded
    }
    yield draft.words.say("bulk.contrary" if against or ruled else "bulk.no-contrary")
    yield from ruled


def contradicted_of(draft: Draft, subject: str) -> list[Statement]:
    """What is said of the subject, its ties and its acts that words are cited against."""
    told = draft.told
    own = around(told, subject)
    acts = (
        one.value for tie in own for one in told.statements(tie) if one.is_ref and one.prop in ("act", "post")
    )
    things = dict.fromkeys([*own, *acts])
    return [one for thing in things for one in told.statements(thing) if told.cited(one, Stance.CONTRADICTS)]
