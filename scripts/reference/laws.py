"""The laws, rendered for review: a page for each, in our words, with provisions, gaps and open questions."""

from collections.abc import Iterable

from answerable.weigh.checks import Check
from answerable.weigh.law import Law, Limb, Requirement
from answerable.weigh.laws import shipped_laws
from scripts.reference.checks import in_words


def _line(words: str) -> str:
    return " ".join(words.split())


def _head(law: Law) -> list[str]:
    known = {
        "Cited as": law.citation,
        "Jurisdiction": law.jurisdiction,
        "Standard of proof": law.standard,
        "Who decides": law.decided_by,
        "Who may propose": law.proposed_by,
        "What it leads to": law.measure,
        "In force from": law.in_force or "not proven",
        "Amended": law.amended,
        "Lapsed": law.lapsed,
        "Enacted for the fiscal year": law.fiscal_year,
        "Official text": law.official_text,
        "Fetched from": law.address,
        "That text is current to": law.current_to,
        "Checked on": law.checked_on or "not checked against the official text",
        "Checked by": law.checked_by or "nobody",
        "It rests on": law.unverified,
    }
    rows = [f"| {name} | {_line(said)} |" for name, said in known.items() if said]
    return [f"# {law.title}", "", f"Short name: `{law.id}`.", "", "| | |", "|---|---|", *rows, ""]


def _limb(law: Law, limb: Limb) -> list[str]:
    rows = [
        f"| {one.about} | {one.provision} | [{_line(one.asks)}](#{one.id}) |" for one in law.required_by(limb)
    ]
    return [
        f"### {limb.provision}",
        "",
        f"{_line(limb.says)}. It reaches {', '.join(limb.reaches)}; {limb.beyond}.",
        "",
        "| about | provision | all of these are required |",
        "|---|---|---|",
        *rows,
        "",
    ]


def _looked_for(name: str, checks: Iterable[Check]) -> list[tuple[str, str]]:
    return [(name, in_words(check)) for check in checks]


def _requirement(one: Requirement) -> list[str]:
    told = _looked_for("Met by", one.met_by)
    told += [("Missing while", one.gap)]
    for ruled in one.against:
        told += [("Ruled out by", f"{in_words(ruled)} – {ruled.gap}")]
    told += _looked_for("Left open by", one.unsettled)
    told += [
        ("In these words since", one.since),
        ("Open question", one.open),
        ("Not checked", one.unverified),
    ]
    lines = [f"- {name}: {_line(said)}" for name, said in told if said]
    anchor = f'<a id="{one.id}"></a>'
    return [f"{anchor}**{one.id}**, {one.provision}: {_line(one.asks)}", "", *lines, ""]


def law_page(law: Law) -> str:
    """The page of one law."""
    parts = _head(law)
    parts += [f"- {ground.provision}: {_line(ground.says)}" for ground in law.background]
    parts += ["", "## Limbs", "", "One limb is enough.", ""]
    for limb in law.limbs:
        parts += _limb(law, limb)
    parts += ["## Requirements", ""]
    for one in law.requirements:
        parts += _requirement(one)
    return "\n".join(parts)


def law_pages() -> dict[str, str]:
    """The page of each law, by its short name."""
    return {law.id: law_page(law) for law in shipped_laws()}


def page() -> str:
    """The list of laws."""
    rows = [
        f"| [{law.id}](laws/{law.id}.md) | {law.title} | {_line(law.standard)} "
        f"| {law.checked_on or 'not checked'} |"
        for law in shipped_laws()
    ]
    return "\n".join(
        [
            "# Laws",
            "",
            "Laws are data with dates, told in our words; the official text alone is the law, and none of",
            "this is legal advice. A check holds for 90 days; after that every output that uses the law",
            "says so. What was not checked against the official text says so too, and on what it rests.",
            "",
            "| law | title | standard of proof | checked on |",
            "|---|---|---|---|",
            *rows,
        ]
    )
