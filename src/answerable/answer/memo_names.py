"""The names that were found, in the memo of a screening: each with its bearers, as far as there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.answer.document import Block, Content, Table
from answerable.answer.submission.setting import runs
from answerable.identify.match import Group, Match
from answerable.identify.screened import Screened
from answerable.identify.standing import Held


@dataclass(frozen=True, slots=True)
class Room:
    """How a name is told: reasons of each side, the characters of each, and bearers of the name."""

    reasons: int
    characters: int
    bearers: int


def names_table(screened: Screened, told: int, room: Room) -> Iterator[Block]:
    """A row for each listed name, ``told`` of them in full; then decisions whose entry is gone."""
    rows = [_group(screened, group, room) for group in screened.found[:told]]
    if rest := screened.found[told:]:
        named = "; ".join(f"{_counted(group)} ({_named(screened, group.members)})" for group in rest)
        count = f"{len(rest)} {'more' if told else 'in all'}"
        rows.append((runs(f"{count}, with reasons in answerable screen"), runs(named)))
    for held in screened.gone:
        where = f"{held.decision.list_id} {held.decision.key}"
        rows.append((runs(f"{where}, listed no longer"), runs(f"decided: {held.in_words()}")))
    if rows:
        yield Table(("Listed name", "For, against, who bears it, and decided"), tuple(rows))


def _counted(group: Group) -> str:
    return group.name if group.size == 1 else f"{group.name}, {group.size} entries"


def _named(screened: Screened, matches: Sequence[Match]) -> str:
    """The entries by place, score and decision alone."""
    return "; ".join(
        f"{' '.join(one.place)}, {one.score:.2f}, {_decided(screened.on(one))}" for one in matches
    )


def _decided(held: Held | None) -> str:
    """The decision in two words, where there is no room for its reason."""
    if held is None:
        return "not decided"
    answer, until = held.decision.answer, held.decision.reasons.until
    return f"{answer} until {until}" if held.stands else "decided once, and that stands no longer"


def _group(screened: Screened, group: Group, room: Room) -> tuple[Content, ...]:
    """One name with what its bearers share, and under it each with what is its own."""
    best = group.best
    bearers = best.namesakes if group.size == 1 else group.in_words
    lines = [group.name, f"{best.score:.2f}, {best.verdict}", bearers]
    of_all = "" if group.size == 1 else " that holds of them all"
    told = [
        *_reasons("for", group.reasons_for, room, of_all),
        *_reasons("against", group.reasons_against, room, of_all),
        *(_reasons("not known", group.not_known, room, of_all) if group.not_known else ()),
    ]
    if group.size == 1:
        lines[1:1] = [_about(best, room), _place(best)]
        told.append(_held(screened, best))
    else:
        members = group.members[: room.bearers]
        told += [f"{n}. {_bearer(screened, group, one, room)}" for n, one in enumerate(members, 1)]
        if rest := group.members[room.bearers :]:
            told.append(f"{len(rest)} more, with reasons in answerable screen: {_named(screened, rest)}")
    return runs("\n".join(filter(None, lines))), runs("\n".join(told))


def _about(match: Match, room: Room) -> str:
    entry = match.entry
    said = [*entry.birth_dates[:3], *entry.countries[:3], *entry.positions[:2]]
    return _short("; ".join(said), room.characters)


def _place(match: Match) -> str:
    entry = match.entry
    return f"{match.standing}, {match.edition.title}, {entry.key}; {entry.listed_in_words()}"


def _bearer(screened: Screened, group: Group, match: Match, room: Room) -> str:
    own_for, own_against, not_known = group.apart(match)
    own = [
        *(f"for: {_short(one, room.characters)}" for one in own_for),
        *(f"against: {_short(one, room.characters)}" for one in own_against),
        *(f"not known: {_short(one, room.characters)}" for one in not_known),
    ]
    score = f"{match.score:.2f}, {match.verdict}"
    place = f"{match.standing}, {' '.join(match.place)}; {match.entry.listed_in_words()}"
    return "; ".join(filter(None, [place, _about(match, room), score, *own, _held(screened, match)]))


def _held(screened: Screened, match: Match) -> str:
    held = screened.on(match)
    return f"decided: {held.in_words() if held else 'not yet'}"


def _reasons(side: str, reasons: Sequence[str], room: Room, of_all: str) -> list[str]:
    told = [f"{side}: {_short(one, room.characters)}" for one in reasons[: room.reasons]]
    more = len(reasons) - len(told)
    return [*told, *([f"{side}: {more} more"] if more else [])] or [f"{side}: nothing{of_all}"]


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
