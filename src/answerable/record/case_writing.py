"""Writing the case of a casefile: whom it names, under which laws, the lawyer's sections, replies."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from answerable.model.audience import PRIVILEGED, parse_sharing
from answerable.model.ids import derived_id
from answerable.record.case_tables import case_file, case_subject
from answerable.record.casefile import Casefile, CaseSpec
from answerable.record.narratives import is_overtaken, is_privileged, whose, write_narrative
from answerable.record.replies import note_sought
from answerable.store.unit_of_work import Change


@dataclass(frozen=True, slots=True)
class NarrativeTold:
    """What became of the sections that a casefile has of the narrative, by name."""

    sections: tuple[str, ...] = ()
    """Those that were taken in, since they are new or changed."""
    overtaken: tuple[str, ...] = ()
    """Those of which the record has newer words than the file, which stand."""
    privileged: tuple[str, ...] = ()
    """Those that are counsel's own work in the record and not in the file, and were left as they are."""


def write_case(
    change: Change, chain: str, casefile: Casefile, spec: CaseSpec, ids: Mapping[str, str], *, again: bool
) -> NarrativeTold:
    """Write the case of a casefile whose entities have these ids, by key. ``again``: see `Recorder`."""
    case = derived_id("case", chain, spec.slug)
    _write_head(change, case, casefile, spec)
    change.execute(delete(case_subject).where(case_subject.c.case == case))
    for place, key in enumerate(spec.subjects):
        change.execute(insert(case_subject).values(case=case, entity=ids[key], place=place))
    told = _write_sections(change, case, casefile, spec, again=again)
    for one in spec.replies:
        labels = parse_sharing(one.sharing or casefile.sharing)
        note_sought(change, case, ids[one.to], ids.get(one.reply, ""), one, labels)
    return told


def _write_head(change: Change, case: str, casefile: Casefile, spec: CaseSpec) -> None:
    values = {
        "slug": spec.slug,
        "title": spec.title,
        "organisation": casefile.organisation,
        "summary": spec.summary,
        "laws": ",".join(spec.laws),
    }
    if change.connection.execute(select(case_file.c.id).where(case_file.c.id == case)).scalar():
        change.execute(update(case_file).where(case_file.c.id == case).values(**values))
    else:
        change.execute(insert(case_file).values(id=case, **values))


def _write_sections(
    change: Change, case: str, casefile: Casefile, spec: CaseSpec, *, again: bool
) -> NarrativeTold:
    taken, overtaken, privileged = list[str](), list[str](), list[str]()
    sharing = parse_sharing(casefile.sharing)
    for section, body in spec.narrative.items():
        labels = frozenset({PRIVILEGED}) if section in spec.privileged else whose(section, sharing)
        if not again and is_overtaken(change, case, section, body):
            overtaken.append(section)
        elif not again and PRIVILEGED not in labels and is_privileged(change, case, section):
            privileged.append(section)
        elif write_narrative(change, case, section, body, labels):
            taken.append(section)
    return NarrativeTold(tuple(taken), tuple(overtaken), tuple(privileged))
