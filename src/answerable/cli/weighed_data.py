"""A weighed case for programs: its matrix, how each subject stands, and what else is in the way."""

from dataclasses import asdict

from answerable.model.record import Override
from answerable.record.view import View
from answerable.weigh.readiness import Readiness
from answerable.workspace.asking import Weighed
from answerable.workspace.gating import Gate


def weighed_as_data(view: View, weighed: Weighed) -> dict[str, object]:
    """The matrix for programs, how each subject stands under each law, and what else is in the way."""
    return {
        "findings": _findings(view, weighed),
        "readiness": [_readiness(view, ready) for ready in weighed.readiness],
        "gate": _gate(weighed.gate),
        "lists": [asdict(one) for one in weighed.listings.lists],
        "listings": [_listings(view, weighed, subject) for subject in weighed.case.subjects],
    }


def _readiness(view: View, ready: Readiness) -> dict[str, object]:
    return {
        "subject": view.caption(ready.subject),
        "law": ready.law.id,
        "limb": ready.limb.provision,
        "ready": ready.is_ready,
        "missing": [_missing(gap.provision, gap.sentence, gap.override) for gap in ready.gaps],
        "notes": ready.notes,
    }


def _gate(gate: Gate) -> dict[str, object]:
    consent = [_missing("", one.sentence, one.override) for one in gate.unasked]
    return {
        "blocks": gate.blocking,
        "consent": consent,
        "unseen": gate.unseen,
        "rewrites": gate.rewrites,
        "unheard": gate.unheard,
        "look_at": gate.look_at,
    }


def _listings(view: View, weighed: Weighed, subject: str) -> dict[str, object]:
    """Whether official lists were asked about one of those named, and what may be meant there."""
    found = weighed.listings.matches.get(subject)
    matches = [asdict(match) for match in found or ()]
    return {"subject": view.caption(subject), "asked": found is not None, "matches": matches}


def _missing(provision: str, sentence: str, override: Override | None) -> dict[str, str]:
    because = override.because if override else ""
    return {"provision": provision, "sentence": sentence, "override": because}


def _findings(view: View, weighed: Weighed) -> list[dict[str, object]]:
    """One object for each subject, law, limb and requirement."""
    decided = {
        (ready.subject, ready.law.id, gap.requirement): gap.override.because
        for ready in weighed.readiness
        for gap in ready.gaps
        if gap.override
    }
    return [
        {
            "subject": view.caption(row.subject),
            "law": row.law.id,
            "standard": row.law.standard,
            "limb": result.limb.provision,
            "act": line.act,
            "requirement": one.requirement.id,
            "about": one.requirement.about,
            "provision": one.requirement.provision,
            "state": str(one.state),
            "for": [item.statement.id for item in one.in_favour],
            "against": [item.statement.id for item in one.against],
            "unsettled": [item.statement.id for item in one.unsettled],
            "grades": one.grades,
            "blocks": one.blocks,
            "override": decided.get((row.subject, row.law.id, one.requirement.id), ""),
            "origins": {"known": one.origins.known, "unknown": one.origins.unknown},
            "gap": one.gap,
        }
        for row in weighed.matrix.rows
        for result in row.limbs
        for line in result.lines[:1]
        for one in line.findings
    ]
