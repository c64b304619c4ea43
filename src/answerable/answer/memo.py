"""A page for the file: what was asked, on which lists, what was found, and what that does not say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2

from answerable.answer.document import Block, Content, Document, Heading, Paragraph, Run, Table
from answerable.answer.pdf import write_pdf
from answerable.answer.submission.setting import runs
from answerable.answer.submission.words import Words, words
from answerable.identify.lists import Edition
from answerable.identify.screened import Beside, Screened
from answerable.names import THRESHOLD

Room = tuple[int, int]
SHORT, LONG = (2, 60), (4, 170)
"""Reasons of each side that a match is told with, and the characters of each."""
WAYS = ((5, LONG), (4, LONG), (3, LONG), (2, LONG), (2, SHORT), (1, LONG), (1, SHORT), (0, SHORT))
"""How many matches are told with their reasons, and how: tried in turn until all of it is one page. Those
that are not are told by name and place."""
TOLERANCE = (
    "Names are compared in every script and spelling known here, whatever the order of their parts; from a"
    f" score of {THRESHOLD:.2f} on (of 1.00) a pair is put before a person. A birth one or two years apart,"
    " another country, or a name that the list calls weak lowers the score and is told; a birth further apart"
    " lowers it much. A spelling that shares too little with the listed one is not found."
)
NOT_SAID = (
    "No match is no clearance: the lists searched are those imported here, in the editions named, and no"
    " others. A possible match is no finding: people share names, and how many bear this one is not known."
    " A decision is that of the person named, until the day named, on the entry as it stood. Nothing here"
    " says that anyone did what a list or a source alleges."
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked: a name where one was given, else an opaque id; and for whom."""

    who: str
    organisation: str


def memo(screened: Screened, asker: Asker) -> Document:
    """The memo on one page; matches are told shorter, and never left out unsaid, until it fits.

    Raises `GlyphMissing` for a character that no font has.
    """
    found = len(screened.found)
    for told, room in (way for way in WAYS if way[0] <= found):
        document = _composed(screened, asker, told, room)
        if _pages(document) == 1:
            break
    return document


def _pages(document: Document) -> int:
    with pypdfium2.PdfDocument(write_pdf(document)) as pdf:
        return len(pdf)


def _composed(screened: Screened, asker: Asker, told: int, room: Room) -> Document:
    say = words("en")
    blocks: list[Block] = [Heading(1, f"Screening memo: {screened.asked.name}"), _result(screened)]
    blocks += [_asked(screened, asker, say), _lists(screened.editions, say)]
    blocks += _matches(screened, told, room)
    blocks.append(_reading())
    return Document(f"Screening memo: {screened.asked.name}", "en", tuple(blocks))


def _reading() -> Table:
    rows: tuple[tuple[Content, Content], ...] = (
        ((Run("How alike is alike enough"),), (Run(TOLERANCE),)),
        ((Run("What this does not say"),), (Run(NOT_SAID),)),
    )
    return Table(("To read this page", "This is to be known"), rows)


def _result(screened: Screened) -> Paragraph:
    if not screened.editions:
        result = "No list is imported here, so nothing was searched. This is no clearance."
    elif not screened.found:
        result = "Nothing found on the lists searched. This is no clearance."
    else:
        result = _counted(screened)
    return Paragraph((Run(result, bold=True),))


def _counted(screened: Screened) -> str:
    found = screened.found
    possible = sum(one.match.score >= THRESHOLD for one in found)
    decided = sum(one.held is not None and one.held.stands for one in found)
    more = f" No more than {screened.limit} were asked for." if len(found) == screened.limit else ""
    return (
        f"By name {possible} possible, to be reviewed by a person, and {len(found) - possible} unlikely;"
        f" decided: {decided} of {len(found)}.{more}"
    )


def _asked(screened: Screened, asker: Asker, say: Words) -> Paragraph:
    asked = screened.asked
    said = (
        ("Name asked: ", asked.name),
        (". Birth given: ", asked.born or "none"),
        (". Country given: ", asked.country or "none"),
        (". Asked by: ", f"{asker.who}, {asker.organisation}"),
        (". When: ", say.moment(screened.at)),
    )
    return Paragraph(tuple(run for label, words in said for run in (Run(label, bold=True), *runs(words))))


def _lists(editions: Sequence[Edition], say: Words) -> Table:
    rows = [
        (
            runs(f"{one.info.title}, {one.info.publisher}"),
            (Run(_day(one.info.published, say)),),
            (Run(f"{one.entries}{f' ({one.unreadable} not read)' if one.unreadable else ''}"),),
            (Run(one.sha256),),
        )
        for one in editions
    ]
    header = ("List searched", "Edition", "Entries", "SHA-256 of the file")
    return Table(header, tuple(rows) or (((Run("none"),), (Run(""),), (Run(""),), (Run(""),)),))


def _day(published: str, say: Words) -> str:
    try:
        return say.date(published)
    except (ValueError, IndexError):
        return published or "no date in it"


def _matches(screened: Screened, told: int, room: Room) -> Iterator[Block]:
    rows = [_match(one, room) for one in screened.found[:told]]
    if rest := screened.found[told:]:
        named = "; ".join(
            f"{one.match.listed_name.text} ({one.match.edition.list_id} {one.match.entry.key},"
            f" {one.match.score:.2f}, {_decided(one)})"
            for one in rest
        )
        count = f"{len(rest)} {'more' if told else 'in all'}"
        rows.append((runs(f"{count}, with reasons in answerable screen"), runs(named)))
    for held in screened.gone:
        where = f"{held.decision.list_id} {held.decision.key}"
        rows.append((runs(f"{where}, listed no longer"), runs(f"decided: {held.in_words()}")))
    if rows:
        yield Table(("Match", "For, against, and decided"), tuple(rows))


def _decided(one: Beside) -> str:
    """The decision in two words, where there is no room for its reason."""
    if one.held is None:
        return "not decided"
    answer, until = one.held.decision.answer, one.held.decision.reasons.until
    return f"{answer} until {until}" if one.held.stands else f"{answer}, and that stands no longer"


def _match(one: Beside, room: Room) -> tuple[Content, ...]:
    match, entry = one.match, one.match.entry
    about = "; ".join([*entry.birth_dates[:3], *entry.countries[:3], *entry.positions[:2]])
    place = f"{match.standing}, {match.edition.title}, {entry.key}; {entry.listed_in_words()}"
    lines = [match.listed_name.text, _short(about, room[1]), place, f"{match.score:.2f}, {match.verdict}"]
    told = [
        *_reasons("for", match.reasons_for, room),
        *_reasons("against", match.reasons_against, room),
        f"decided: {one.held.in_words() if one.held else 'not yet'}",
    ]
    return runs("\n".join(filter(None, lines))), runs("\n".join(told))


def _reasons(side: str, reasons: Sequence[str], room: Room) -> list[str]:
    most, longest = room
    told = [f"{side}: {_short(one, longest)}" for one in reasons[:most]]
    more = len(reasons) - len(told)
    return [*told, *([f"{side}: {more} more"] if more else [])] or [f"{side}: nothing"]


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
