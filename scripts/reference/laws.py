"""The laws, rendered for review: in our words, with provisions, gaps and open questions."""

from answerable.weigh.law import Law, Limb, Requirement
from answerable.weigh.laws import shipped_laws


def _head(law: Law) -> list[str]:
    known = {
        "Cited as": law.citation,
        "Jurisdiction": law.jurisdiction,
        "Standard of proof": law.standard,
        "Who decides": law.decided_by,
        "What it leads to": law.measure,
        "In force from": law.in_force or "not proven",
        "Amended": law.amended,
        "Lapsed": law.lapsed,
        "Official text": law.official_text,
        "That text is current to": law.current_to,
        "Checked on": law.checked_on or "not checked",
        "Checked by": law.checked_by or "nobody",
    }
    rows = [f"| {name} | {' '.join(said.split())} |" for name, said in known.items() if said]
    return [f"## {law.id}", "", f"**{law.title}**", "", "| | |", "|---|---|", *rows, ""]


def _limb(law: Law, limb: Limb) -> list[str]:
    needed = ", ".join(f"[{one.id}](#{_anchor(law, one)})" for one in law.required_by(limb))
    return [
        f"#### Limb {limb.id}, {limb.provision}",
        "",
        f"{limb.says.strip()}. It reaches {', '.join(limb.reaches)}; {limb.beyond}.",
        "",
        f"All of these are required: {needed}.",
        "",
    ]


def _anchor(law: Law, one: Requirement) -> str:
    return f"{law.id}-{one.id}"


def _requirement(law: Law, one: Requirement) -> list[str]:
    told = [("Missing while", one.gap)]
    told += [("Ruled out where", ruled.gap) for ruled in one.against]
    told += [
        ("In these words since", one.since),
        ("Open question", one.open),
        ("Not checked", one.unverified),
    ]
    lines = [f"- {name}: {' '.join(said.split())}" for name, said in told if said]
    asks = " ".join(one.asks.split())
    anchor = f'<a id="{_anchor(law, one)}"></a>'
    return [f"{anchor}**{one.id}**, {one.provision}: {asks}", "", *lines, ""]


def _law(law: Law) -> list[str]:
    parts = _head(law)
    parts += [f"- {ground.provision}: {' '.join(ground.says.split())}" for ground in law.background]
    parts += ["", f"### {law.id}: limbs", "", "One limb is enough.", ""]
    for limb in law.limbs:
        parts += _limb(law, limb)
    parts += [f"### {law.id}: requirements", ""]
    for one in law.requirements:
        parts += _requirement(law, one)
    return parts


def page() -> str:
    """The reference page."""
    parts = [
        "# Laws",
        "",
        "Laws are data with dates, told in our words; the official text alone is the law, and none of this",
        "is legal advice. A check holds for 90 days; after that every output that uses the law says so.",
        "",
    ]
    for law in shipped_laws():
        parts += _law(law)
    return "\n".join(parts)
