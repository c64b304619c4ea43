"""The origins behind sources: groups, which of them count, and where the record speaks against itself."""

from collections import defaultdict
from collections.abc import Sequence

from answerable.model.record import OriginDecision
from answerable.read.origins.joining import Joined
from answerable.read.origins.model import Contradiction, Group, Origins, SourceText, Tie


def origins(
    documents: Sequence[SourceText],
    ties: Sequence[Tie],
    decisions: Sequence[OriginDecision] = (),
    beside: Sequence[SourceText] = (),
) -> Origins:
    """Put every document into one group.

    Ties and decisions may run through sources ``beside`` these, which are in no group. A group counts where
    its first-hand source is known, by a declaration or because one person speaks in all that is cited from a
    source, or where people decided that it differs from every group that counts. All others are unknown:
    copies of a story of which nobody knows where it comes from are one unknown origin.
    """
    joined = Joined(decisions, ties)
    groups = _groups(documents, beside, joined)
    return Origins(groups, _contradictions(documents, joined), _counted(groups, joined))


def _groups(
    documents: Sequence[SourceText], beside: Sequence[SourceText], joined: Joined
) -> tuple[Group, ...]:
    members: dict[str, list[str]] = defaultdict(list)
    known: dict[str, list[str]] = defaultdict(list)
    for one in documents:
        members[joined.head(one.id)].append(one.id)
    for one in (*documents, *beside):
        if one.first_hand:
            known[joined.head(one.id)].append(one.first_hand)
    return tuple(Group(tuple(some), tuple(dict.fromkeys(known[head]))) for head, some in members.items())


def _counted(groups: Sequence[Group], joined: Joined) -> tuple[int, ...]:
    """Those that are known, then each that people decided to differ from all before it.

    A group that nobody knows the origin of begins the count only where somebody decided that it differs
    from another of these. What this leaves out could only have been counted more cleverly, never less.
    """
    heads = [one.sources[0] for one in groups]
    counted = [place for place, group in enumerate(groups) if group.known]
    for place, group in enumerate(groups):
        against = counted or [other for other in range(len(groups)) if other != place]
        parted = [bool(joined.parted(heads[place], heads[other])) for other in against]
        if not group.known and (all(parted) if counted else any(parted)):
            counted.append(place)
    return tuple(sorted(counted))


def _contradictions(documents: Sequence[SourceText], joined: Joined) -> tuple[Contradiction, ...]:
    shown = {one.id: one.title for one in documents}
    found = [
        Contradiction(
            one.left, one.right, f"decided to differ ({one.because}), and by other decisions to be the same"
        )
        for one in joined.contradicted
    ]
    for tie in joined.refused:
        parted = joined.parted(tie.one, tie.other)
        if not any({one.left, one.right} == tie.pair for one in parted):
            names = " and ".join(f"“{shown.get(side, side)}”" for side in (parted[0].left, parted[0].right))
            found.append(
                Contradiction(
                    tie.one,
                    tie.other,
                    f"{tie.because}, yet they stay apart because {names} were decided to differ",
                )
            )
    return tuple(one for one in found if {one.left, one.right} <= shown.keys())
