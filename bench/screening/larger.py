"""The larger work: queries of each kind about the entries of `listed`, with a fixed seed.

An alias that is asked for is taken out of the list, and so are the names of an entry in other scripts where
one of them is asked for. A query is made of a name that no other entry bears, so that it is known who is
meant. Aircraft are not asked for: their names are marks.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from bench.screening.findable import parted
from bench.screening.listed import listed
from bench.screening.recombined import bag, script_of
from bench.screening.slips import reordered, shortened, slipped
from bench.screening.unlisted import near_names, officials
from bench.screening.work import ALIAS, ARABIC, CYRILLIC, NEAR, OTHER_SCRIPT, UNLISTED, Entity, Question

SEED = 20261127
EACH, ALIASES, SCRIPTS, NOBODY = 200, 300, 150, 600
"""How many queries of a plain kind, of aliases, of each script, and of either kind of unlisted name."""
PLAIN = ("exact", "reorder", "droptoken", "typo")
_SCRIPTS = {"ARABIC": ARABIC, "CYRILLIC": CYRILLIC}


class _Taken:
    """The entries in an order of chance, each asked for once, and the names taken out of them."""

    def __init__(self, entities: Sequence[Entity], draw: random.Random) -> None:
        self.left = [one for one in entities if one.schema != "Airplane"]
        draw.shuffle(self.left)
        self.out: dict[str, set[str]] = defaultdict(set)
        self.draw = draw
        every = [name for one in entities for name in one.names]
        self.words = Counter(word for name in every for word in name.casefold().replace(",", " ").split())
        self.bearers = Counter(made for one in entities for made in {bag(name) for name in one.names})

    def questions(self, count: int, ask: Callable[[Entity], Question | None]) -> list[Question]:
        found: list[Question] = []
        passed: list[Entity] = []
        while self.left and len(found) < count:
            one = self.left.pop()
            question = ask(one)
            if question:
                found.append(question)
            else:
                passed.append(one)
        self.left[:0] = passed
        return found

    def own(self, entity: Entity, *, latin: bool = True) -> list[str]:
        """Its names in Latin letters, or in others, that no other entry bears."""
        return [
            name
            for name in entity.names
            if (script_of(name) == "LATIN") is latin and self.bearers[bag(name)] == 1 and bag(name)
        ]

    def plain(self, kind: str) -> Callable[[Entity], Question | None]:
        def ask(entity: Entity) -> Question | None:
            names = self.own(entity)
            text = self._made(kind, self.draw.choice(names)) if names else ""
            return Question(text, entity.schema, kind, entity.id) if text else None

        return ask

    def _made(self, kind: str, name: str) -> str:
        match kind:
            case "reorder":
                return reordered(name, self.draw)
            case "droptoken":
                return shortened(name, self.draw, self.words)
            case "typo":
                return slipped(name, self.draw)
        return name

    def alias(self, entity: Entity) -> Question | None:
        first = bag(entity.names[0])
        names = [name for name in self.own(entity) if bag(name) != first]
        if not names or script_of(entity.names[0]) != "LATIN":
            return None
        text = self.draw.choice(names)
        self.out[entity.id] = {name for name in entity.names if bag(name) == bag(text)}
        return Question(text, entity.schema, ALIAS, entity.id)

    def script(self, kind: str) -> Callable[[Entity], Question | None]:
        def ask(entity: Entity) -> Question | None:
            others = [name for name in entity.names if script_of(name) not in ("LATIN", "")]
            names = [
                n for n in self.own(entity, latin=False) if _SCRIPTS.get(script_of(n), OTHER_SCRIPT) == kind
            ]
            if not names or len(others) == len(entity.names) or script_of(names[0]) == "":
                return None
            self.out[entity.id] = set(others)
            return Question(self.draw.choice(names), entity.schema, kind, entity.id)

        return ask


def larger() -> tuple[list[Entity], list[Question]]:
    """The list without what was taken out, and the queries."""
    draw = random.Random(SEED)
    taken = _Taken(listed(), draw)
    asked = [
        one
        for kind in (OTHER_SCRIPT, ARABIC, CYRILLIC)
        for one in taken.questions(SCRIPTS, taken.script(kind))
    ]
    asked += taken.questions(ALIASES, taken.alias)
    asked += [one for kind in PLAIN for one in taken.questions(EACH, taken.plain(kind))]
    asked += [Question(name, "Person", UNLISTED, "") for name in officials(NOBODY, random.Random(SEED))]
    asked += [Question(name, "Person", NEAR, "") for name in near_names(NOBODY, random.Random(SEED))]
    stays = [
        replace(one, names=tuple(name for name in one.names if name not in taken.out.get(one.id, ())))
        for one in listed()
    ]
    return stays, parted(asked, stays)
