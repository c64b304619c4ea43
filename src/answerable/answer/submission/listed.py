"""What official lists may say of those named: possible matches, and which editions were asked."""

from collections.abc import Iterator, Sequence

from answerable.answer.document import Block, Content, Paragraph, Run, Table
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.setting import runs
from answerable.answer.submission.words import Words
from answerable.identify.entry import EditionInfo
from answerable.identify.match import Listings, Match


def edition_in_words(say: Words, edition: EditionInfo) -> str:
    """A list by its title, its publisher and the day in the file."""
    day = say.date(edition.published) if edition.published else say.say("sheet.no-date")
    return say.say("sheet.edition", title=edition.title, publisher=edition.publisher, published=day)


def lists_in_words(say: Words, listings: Listings) -> Iterator[str]:
    """A line for each edition that was asked, below one that says what they are; none where nobody was asked
    about.
    """
    if listings.matches:
        yield say.say("sheet.searched")
        yield from (edition_in_words(say, one) for one in listings.lists)


def lists_asked(say: Words, listings: Listings) -> list[Block]:
    """The same as a paragraph, where there is anything to say."""
    told = "\n".join(lists_in_words(say, listings))
    return [Paragraph(runs(told))] if told else []


def listed(draft: Draft, matches: Sequence[Match] | None) -> list[Block]:
    """The possible matches of one of those named; ``matches`` is None where no list was asked for them.

    What is unlikely is no possible match, however alike the names: a birth or a country speaks against it.
    """
    say = draft.words.say
    if matches is None:
        return [Paragraph((Run(say("sheet.no-listings")),))]
    possible = [one for one in matches if one.to_review]
    if not possible:
        return [Paragraph((Run(say("sheet.no-matches")),))]
    header = say("sheet.list"), say("sheet.listed-name"), say("sheet.standing"), say("sheet.reasons")
    rows = tuple(_match(draft, match) for match in possible)
    return [Paragraph((Run(say("sheet.listings-said")),)), Table(header, rows, say("sheet.listings"))]


def _match(draft: Draft, match: Match) -> tuple[Content, ...]:
    say, entry = draft.words.say, match.entry
    about = [*entry.birth_dates, *entry.countries, *entry.positions]
    if entry.listed_on:
        about.append(draft.words.english(entry.listed_in_words()))
    name = (*runs(match.listed_name.text), *(run for one in about for run in runs(f"\n{one}")))
    reasons = [
        ("sheet.for", match.reasons_for),
        ("sheet.against", match.reasons_against),
        ("sheet.not-known", match.not_known),
    ]
    told = [runs(say(form, reasons=draft.words.english("; ".join(some)))) for form, some in reasons if some]
    standing = f"{say(f'standing.{match.standing}')}\n{say('sheet.possible')}"
    edition = runs(edition_in_words(draft.words, match.edition))
    return edition, name, (Run(standing),), draft.lines(list(told))
