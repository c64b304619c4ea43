"""Names in SECO's XML: parts in order, each with spellings in other scripts and languages."""

from collections import defaultdict
from collections.abc import Iterator

from answerable.identify.entry import ListedName, Quality
from answerable.identify.xml import Element, every, parts, text_of

PRIMARY = "primary-name"


def names_of(identity: Element) -> Iterator[ListedName]:
    """Every name of an identity, the primary one first, each followed by its other spellings."""
    for name in sorted(parts(identity, "name"), key=lambda one: one.get("name-type") != PRIMARY):
        kind = name.get("name-type", "")
        pieces = sorted(parts(name, "name-part"), key=_order)
        text = " ".join(filter(None, (" ".join(every(piece, "value")) for piece in pieces)))
        quality: Quality = (
            "weak" if name.get("quality") == "low" else "primary" if kind == PRIMARY else "strong"
        )
        if text:
            yield ListedName(text, quality, relation="" if kind == PRIMARY else kind)
        yield from _spellings(pieces, "weak" if quality == "weak" else "strong")


def _order(piece: Element) -> int:
    said = piece.get("order", "")
    return int(said) if said.isdecimal() else 0


def _spellings(pieces: list[Element], quality: Quality) -> Iterator[ListedName]:
    """One name for each language and script that a part is spelt in too.

    In Latin script the other parts stay as they are. In another script only what the list spells in it is
    given: half a name in one script and half in another is no spelling of it.
    """
    spelt: dict[tuple[str, str, int], dict[int, str]] = defaultdict(dict)
    for place, piece in enumerate(pieces):
        seen: dict[tuple[str, str], int] = defaultdict(int)
        for variant in parts(piece, "spelling-variant"):
            said = variant.get("script", "").capitalize(), variant.get("lang", "")
            spelt[*said, seen[said]][place] = text_of(variant)
            seen[said] += 1
    for (script, language, _), variants in spelt.items():
        own = {place: " ".join(every(piece, "value")) for place, piece in enumerate(pieces)}
        used = {**own, **variants} if script in ("", "Latn") else variants
        text = " ".join(filter(None, (used[place] for place in sorted(used))))
        if text:
            yield ListedName(text, quality, script, f"spelling variant {language.lower()}".strip())
