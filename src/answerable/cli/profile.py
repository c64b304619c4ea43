"""Everything that a View shows of one person or thing: what is said of it, and what is tied to it."""

from dataclasses import asdict
from typing import Any

from answerable.cli.output import say
from answerable.model.record import IdentityDecision, Passage, Statement
from answerable.model.schemata import schema
from answerable.record.pseudonyms import WITHHELD
from answerable.record.view import NAMES, View

TIED = 50
"""Things tied to it that are shown unless more are asked for."""
_SHORT = 4
"""Values by which a thing without a name is told."""


def profile_of(view: View, canonical: str, limit: int = TIED) -> dict[str, Any]:
    """What is said of it, the decisions on who it is, and at most ``limit`` things that point at it."""
    pointing: dict[str, list[Statement]] = {}
    for one in view.pointing_at(canonical):
        pointing.setdefault(one.canonical, []).append(one)
    shown = list(pointing)[:limit]
    return {
        "id": canonical,
        "caption": view.caption(canonical),
        "kind": schema(view.schema_of(canonical)).label,
        "statements": [
            _statement(view, one) for one in [*view.statements(canonical), *view.withdrawn(canonical)]
        ],
        "decisions": [_decision(view, one) for one in view.decisions(canonical)],
        "tied": [_tied(view, own, pointing[own]) for own in shown],
        "more_tied": len(pointing) - len(shown),
    }


def _statement(view: View, one: Statement) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": schema(one.schema).property(one.prop).label,
        "prop": one.prop,
        "value": one.value,
        "refers_to": view.caption(one.value) if one.is_ref else "",
        "grade": str(one.grade),
        "sharing": ", ".join(sorted(one.sharing)),
        "withdrawn": one.withdrawn,
        "history": view.history(one.id),
        "citations": [
            {
                "stance": str(cited.stance),
                "words": (passage := view.passage(cited.passage)).exact,
                "source": _title(view, passage),
                "text": passage.text_sha256,
                "start": passage.start,
                "end": passage.end,
            }
            for cited in view.citations(one.id)
        ],
    }


def _title(view: View, passage: Passage) -> str:
    """What the source is called; one that names a protected person stays unnamed to anyone outside."""
    if view.is_outside and view.is_sealed(passage.id):
        return WITHHELD
    return view.source(passage.source).title


def _decision(view: View, one: IdentityDecision) -> dict[str, Any]:
    return {**asdict(one), "names": [_recorded_as(view, own) for own in (one.left, one.right)]}


def _recorded_as(view: View, own: str) -> str:
    """What somebody was called before they were held to be anybody else too."""
    canonical = view.resolve(own)
    named = (one.value for one in view.statements(canonical, NAMES) if one.entity == own)
    return view.caption(canonical) if canonical in view.protected else next(named, view.caption(canonical))


def _tied(view: View, canonical: str, pointing: list[Statement]) -> dict[str, Any]:
    """A thing that points at it: as what, and what else is said there."""
    own = {one.id for one in pointing}
    kind = schema(view.schema_of(canonical))
    return {
        "id": canonical,
        "kind": kind.label,
        "as": list(dict.fromkeys(kind.property(one.prop).label for one in pointing)),
        "said": [
            {"label": schema(one.schema).property(one.prop).label, "value": _short(view, one)}
            for one in view.statements(canonical)
            if one.id not in own
        ],
    }


def _short(view: View, one: Statement) -> str:
    """A value in a line; a thing without a name by what is said of it."""
    if not one.is_ref:
        return one.value
    if view.names(one.value):
        return view.caption(one.value)
    said = [other.value for other in view.statements(one.value) if not other.is_ref]
    return ", ".join((view.caption(one.value), *said[:_SHORT]))


def tell_profile(profile: dict[str, Any]) -> None:
    """The profile as a person reads it."""
    say(f"{profile['caption']}  ({profile['kind']}, {profile['id']})")
    for line in profile["statements"]:
        _tell_statement(line)
    for decision in profile["decisions"]:
        _tell_decision(decision)
    if profile["tied"]:
        say()
        say("Tied to it, with the id by which each is shown with the words behind it:")
    for tied in profile["tied"]:
        said = "; ".join(f"{one['label']}: {one['value']}" for one in tied["said"])
        say(f"   {tied['kind']} (as {', '.join(tied['as'])}){': ' if said else ''}{said}   [{tied['id']}]")
    if more := profile["more_tied"]:
        say(f"   and {more:,} more: --limit shows them")


def _tell_statement(line: dict[str, Any]) -> None:
    say()
    taken_back = f"  WITHDRAWN: {line['withdrawn']}" if line["withdrawn"] else ""
    marks = f"{line['grade']}, shared with {line['sharing']}, {line['id'][:8]}"
    say(f"{line['label']}: {line['refers_to'] or line['value']}   [{marks}]{taken_back}")
    for cited in line["citations"]:
        say(f"   {cited['stance']}: “{cited['words']}” — {cited['source']}")
    for change in line["history"]:
        say(f"   {change.at}: {change.field} “{change.old}” → “{change.new}”, because {change.because}")


def _tell_decision(one: dict[str, Any]) -> None:
    told = "held to be the same" if one["same"] else "held to be two"
    say()
    say(f"{told}: {' and '.join(one['names'])}, {one['at'][:10]}, because {one['because']}   [{one['id']}]")
