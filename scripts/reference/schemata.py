"""The kinds of things a record can speak of, and what can be said of each."""

from answerable.model.schemata import Property, Schema, schemata


def _own(kind: Schema) -> list[Property]:
    taken_over = schemata()[kind.extends].properties if kind.extends else {}
    return [prop for name, prop in kind.properties.items() if taken_over.get(name) != prop]


def _row(prop: Property) -> str:
    of = (
        f"[{prop.range}](#{prop.range.lower()})"
        if prop.range
        else ", ".join(f"`{one}`" for one in prop.choices)
    )
    sealed = " Sealed for protected people." if prop.identifying else ""
    says = f"{prop.help}{sealed}"
    return f"| `{prop.name}` | {prop.label} | {prop.type}{': ' if of else ''}{of} | {prop.origin} | {says} |"


def _about(kind: Schema) -> list[str]:
    also = f" Also has what [{kind.extends}](#{kind.extends.lower()}) has." if kind.extends else ""
    parts = [f"## {kind.name}", "", f"*{kind.label}*: {kind.help.strip()}{also} Source: {kind.source}.", ""]
    if _own(kind):
        parts += ["| property | label | type | from | what it says |", "|---|---|---|---|---|"]
        parts += [*map(_row, _own(kind)), ""]
    return parts


def page() -> str:
    """The reference page."""
    parts = [
        "# Schemata",
        "",
        "The kinds of things a record can speak of. The vocabulary is FollowTheMoney's where it has a word;",
        "what is ours says so. A date is a year, a month or a day; a country is a two-letter code.",
        "",
    ]
    for kind in schemata().values():
        parts += _about(kind)
    return "\n".join(parts)
