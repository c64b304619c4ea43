"""A page for the file: what was asked, on which lists, what was found, and what that does not say."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.answer.document import Block, Content, Document, Heading, Paragraph, Run, Table
from answerable.answer.memo_names import Room, names_table
from answerable.answer.one_page import fitted
from answerable.answer.submission.setting import runs
from answerable.answer.submission.words import Words, words
from answerable.identify.lists import Edition
from answerable.identify.screened import Screened
from answerable.identify.tolerance import Tolerance

BRIEF, SHORT, LONG = Room(2, 60, 1), Room(2, 60, 3), Room(4, 170, 8)
WAYS = (
    *((5, LONG), (4, LONG), (3, LONG), (2, LONG), (2, SHORT), (2, BRIEF)),
    *((1, LONG), (1, SHORT), (1, BRIEF), (0, BRIEF)),
)
"""How many names are told with their reasons, and how: tried in turn until all of it is one page. Those
that are not are told by name and place."""
MANY = 4
"""More lists than this are told in a line each."""
SHORTENED = 16
ALIKE = (
    "Names are compared in every script and spelling known here, whatever the order of their parts. The"
    " tolerance was {tolerance}: among the {entries} entries asked, a name is put before a person from a"
    " score of {bar} on (of 1.00), or where it has the very same words. A birth one or two years apart,"
    " another country, or a name that the list calls weak lowers the score and is told; a birth further apart"
    " lowers it much. A spelling that shares too little with the listed one is not found."
)
NOT_SAID = (
    "No match is no clearance: the lists searched are those imported here, in the editions named, and no"
    " others. A possible match is no finding: people share names, and entries of one name may be several"
    " people."
    " A decision is that of the person named, until the day named, on the entry as it stood. Nothing here"
    " says that anyone did what a list or a source alleges."
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked: a name where one was given, else an opaque id; and for whom."""

    who: str
    organisation: str


def memo(screened: Screened, asker: Asker) -> Document:
    """The memo on one page; matches are told shorter, and never left out unsaid, until it fits."""
    found = len(screened.found)
    ways = (way for way in WAYS if way[0] <= found)
    return fitted(ways, lambda way: _composed(screened, asker, *way))[0]


def _composed(screened: Screened, asker: Asker, told: int, room: Room) -> Document:
    say = words("en")
    blocks: list[Block] = [Heading(1, f"Screening memo: {screened.asked.name}"), _result(screened)]
    blocks += [_asked(screened, asker, say), _lists(screened.editions, say)]
    blocks += names_table(screened, told, room)
    blocks.append(_reading(screened.tolerance))
    return Document(f"Screening memo: {screened.asked.name}", "en", tuple(blocks))


def _reading(tolerance: Tolerance) -> Table:
    alike = ALIKE.format(
        tolerance=tolerance.in_words, entries=f"{tolerance.listed_entries:,}", bar=tolerance.score
    )
    rows: tuple[tuple[Content, Content], ...] = (
        ((Run("How alike is alike enough"),), (Run(alike),)),
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
    found, matches = screened.found, screened.matches
    possible = sum(one.to_review for one in matches)
    held = filter(None, map(screened.on, matches))
    decided = sum(one.stands for one in held)
    entries = f"{possible} {'entry' if possible == 1 else 'entries'}"
    names = f"{len(found)} listed name{'' if len(found) == 1 else 's'}"
    more = f" No more than {screened.limit} names were asked for." if len(found) == screened.limit else ""
    return (
        f"{names}: {entries} possible, to be reviewed by a person, and"
        f" {len(matches) - possible} unlikely; decided: {decided} of {len(matches)}.{more}"
    )


def _asked(screened: Screened, asker: Asker, say: Words) -> Paragraph:
    asked = screened.asked
    said = (
        ("Name asked: ", asked.name),
        (". Birth given: ", asked.born or "none"),
        (". Country given: ", asked.country or "none"),
        (". Asked by: ", ", ".join(filter(None, (asker.who, asker.organisation)))),
        (". When: ", say.moment(screened.at)),
    )
    return Paragraph(tuple(run for label, words in said for run in (Run(label, bold=True), *runs(words))))


def _lists(editions: Sequence[Edition], say: Words) -> Table:
    """A row for each list; many stand in one, or they would leave no room for what was found."""
    if len(editions) > MANY:
        told = "; ".join(_in_short(one, say) for one in editions)
        heads = ("Lists searched", "Edition, entries, and how the SHA-256 of the file begins")
        return Table(heads, ((runs(f"{len(editions)} lists"), runs(told)),))
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


def _in_short(one: Edition, say: Words) -> str:
    return f"{one.info.title}, {_day(one.info.published, say)}, {one.entries}, {one.sha256[:SHORTENED]}…"


def _day(published: str, say: Words) -> str:
    try:
        return say.date(published)
    except (ValueError, IndexError):
        return published or "no date in it"
