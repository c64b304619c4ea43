"""Make the table of units: how each Chinese character and Hangul syllable is spelled, and how usual it is.

In: the reviewed tables beside it (han, regional, sinoxenic, hangul, surnames). Out:
src/answerable/names/data/units.tsv, the same bytes for the same tables. Usage: python -m scripts.make_units
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from answerable.names.hangul import hangul_spellings, hangul_weight
from scripts.romanisation import pinyin, taiwan, wade_giles

DATA = Path(__file__).parents[1] / "src" / "answerable" / "names" / "data"
MAINLAND = Path(__file__).with_name("mainland_surnames.tsv")
MAINLAND_NAMES = 60_000
"""How many mainland names are set beside the 41,000 of Hong Kong."""
HEADER = """\
# How Chinese characters (simplified) and Hangul syllables are spelled in Latin letters in names.
# Columns: character, how much of the syllables in names it is, s for a surname, spellings, each with the
# systems that have it and, in two figures of per cent, how likely it is of a bearer who uses that system:
# p Hanyu Pinyin, h Hong Kong, w Wade-Giles, t Taiwan, k Hokkien and Teochew, a Hakka, m Macau, y Malaysia's
# Cantonese, e Korean, v Vietnamese. Made by scripts/make_units.py from the tables beside it, whose headers
# name the sources; do not edit.
"""
SPELLINGS_HEADER = """\
# The same as units.tsv from the spellings' side. Columns: spelling, how much of the syllables in names it is
# among the people who use the system in which it is most usual, what it is (u usual for some character,
# p Pinyin, s can be a surname), the characters that are spelled so. Made by scripts/make_units.py; do not
# edit.
"""
USUAL, SURNAME = 0.5, 0.12
"""From these credits on a spelling is usual, and one of a surname."""
LEAST_WEIGHT = 0.5
"""The weight of a character that no counted name had."""
CREDIT = {
    "p": 0.95, "h": 0.95, "w": 0.8, "t": 0.6, "k": 0.7, "a": 0.5, "m": 0.6, "y": 0.5, "e": 0.8, "v": 0.9,
}  # fmt: skip
"""How far a system is trusted to be meant where it fits. Set by hand, in the order of how many names on
official lists use it."""
HABITS = (
    ("i", "ee"), ("i", "ie"), ("ee", "i"), ("o", "or"), ("o", "oh"), ("o", "oo"), ("a", "ar"), ("a", "ah"),
    ("ik", "ick"), ("ok", "ock"), ("ak", "ack"), ("uk", "ook"), ("u", "oo"), ("un", "oon"), ("un", "uen"),
    ("um", "am"), ("am", "um"), ("an", "un"), ("ang", "ung"), ("ong", "oong"), ("at", "ut"), ("ui", "oi"),
    ("eung", "eong"), ("eong", "eung"), ("ei", "ay"), ("ki", "kay"), ("ai", "ay"), ("au", "ow"),
    ("iu", "ew"), ("wok", "wock"),
)  # fmt: skip
"""Endings of Hong Kong spellings and what families write for them; from general knowledge of names there."""
RARE_HABIT = 0.05
SEEN_ENOUGH = 40
"""In how many counted names without it a habit loses half of that."""
REGIONAL = {"hokkien": "k", "hakka": "a", "macau": "m", "malaysia": "y", "taiwan": "t"}
LEAST = 0.03
"""Spellings of less credit are left out."""
KOREAN_SURNAMES = frozenset(
    "김이리박최정강조윤장임림한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구라나진지엄채원천방공"
    "현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범"
    "좌팽승간상갈"
)
KOREAN_SHARE = 0.1
"""The share of Korean among the names that units are weighed for."""

Spelled = dict[str, dict[str, float]]
"""Spelling to system to credit."""


def rows(file: str) -> Iterator[list[str]]:
    for line in (DATA / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def ranked(spellings: Iterable[str]) -> Iterator[tuple[str, float]]:
    """The usual first, each with a share; the shares of the later ones fall."""
    kept = list(dict.fromkeys(spellings))
    most = 0.7 if len(kept) > 1 else 1.0
    for place, spelling in enumerate(kept):
        yield spelling, most / (1 + place)


def habits(spelling: str) -> Iterator[str]:
    """How a family may write a Hong Kong spelling of its own: chee, lor, yick."""
    for ending, other in HABITS:
        if spelling.endswith(ending):
            yield spelling.removesuffix(ending) + other


class Units:
    """The table as it grows."""

    def __init__(self) -> None:
        self.spelled: dict[str, Spelled] = defaultdict(lambda: defaultdict(dict))
        self.weight: dict[str, float] = defaultdict(float)
        self.simplified: dict[str, str] = {}
        self.surnames: set[str] = set()

    def add(self, character: str, system: str, spelling: str, share: float) -> None:
        if not spelling.isalpha() or not (spelling.isascii() or "가" <= spelling <= "힣"):
            return
        found = self.spelled[self.simplified.get(character, character)][spelling]
        found[system] = max(found.get(system, 0.0), CREDIT[system] * share)

    def add_han(self) -> None:
        as_surname = {text: readings.split() for text, readings in rows("surnames.tsv") if len(text) == 1}
        for row in rows("han.tsv"):
            text, simple, readings, hong_kong, count, surname = row + [""] * (6 - len(row))
            if surname or simple in as_surname or text in as_surname:
                self.surnames.add(simple or text)
            self.simplified[text] = simple or text
            self.weight[simple or text] += int(count or 0)
            mandarin = readings.split()
            for reading in as_surname.get(text, ()):
                self._mandarin(text, [reading])
            self._mandarin(text, mandarin)
            self._hong_kong(text, hong_kong.split(), int(count or 0))

        for line in MAINLAND.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                text, in_thousand = line.split("\t")
                self.weight[text] += int(in_thousand) / 1000 * MAINLAND_NAMES
                self.surnames.add(text)

    def _mandarin(self, text: str, readings: list[str]) -> None:
        forms = (("p", pinyin), ("w", wade_giles), ("t", taiwan))
        for reading, share in ranked(readings):
            for system, form in forms:
                for spelling, part in ranked(form(reading)):
                    self.add(text, system, spelling, share * part)

    def _hong_kong(self, text: str, spellings: list[str], count: int) -> None:
        for spelling in spellings:
            name, _, seen = spelling.partition(":")
            self.add(text, "h", name, max(int(seen or 0) / max(count, 1), 0.01 if count else 0.15))
        unseen = RARE_HABIT * SEEN_ENOUGH / (SEEN_ENOUGH + count)
        for spelling in [one.partition(":")[0] for one in spellings[:2]]:
            for habit in habits(spelling):
                self.add(text, "h", habit, unseen)

    def add_others(self) -> None:
        for text, system, spellings in rows("regional.tsv"):
            for spelling, share in ranked(spellings.split()):
                self.add(text, REGIONAL[system], spelling, share)
        for row in rows("sinoxenic.tsv"):
            text, korean, viet = [*row, "", ""][:3]
            for syllable in korean.split():
                self.add(text, "e", syllable, 1.0)
                for spelling, share in ranked(hangul_spellings(syllable)):
                    self.add(text, "e", spelling, share)
            for spelling, share in ranked(plain(one) for one in viet.split()[:3]):
                self.add(text, "v", spelling, share)

    def add_hangul(self) -> None:
        total = sum(self.weight.values())
        known = {text: hangul_weight(text) for text in map(chr, range(ord("가"), ord("힣") + 1))}
        scale = KOREAN_SHARE * total / sum(known.values())
        for text, weight in known.items():
            if weight:
                self.weight[text] = weight * scale
                if text in KOREAN_SURNAMES:
                    self.surnames.add(text)
                for spelling, share in ranked(hangul_spellings(text)):
                    self.add(text, "e", spelling, share)


def plain(syllable: str) -> str:
    """A Vietnamese syllable as it stands in documents without its marks."""
    bare = unicodedata.normalize("NFD", syllable.replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def written(system: str, credit: float) -> str:
    """A system's letter and two figures of per cent; nothing where it is less than one."""
    per_cent = min(99, round(100 * credit))
    return f"{system}{per_cent:02}" if per_cent else ""


class Table:
    """The table of characters, and the same from the spellings' side."""

    def __init__(self, units: Units) -> None:
        total = sum(units.weight[text] + LEAST_WEIGHT for text in units.spelled)
        self.units = units
        self.share = {text: (units.weight[text] + LEAST_WEIGHT) / total for text in units.spelled}
        self.behind: dict[str, list[str]] = defaultdict(list)
        self.within: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.flags: dict[str, set[str]] = defaultdict(set)
        self.characters = [self._character(text) for text in sorted(units.spelled)]

    def _character(self, text: str) -> str:
        spelled = {name: by for name, by in self.units.spelled[text].items() if max(by.values()) >= LEAST}
        surname = "s" if text in self.units.surnames else ""
        for name, by in spelled.items():
            self._spelling(text, name, by, surname)
        cells = (
            f"{name}:{''.join(written(system, by[system]) for system in sorted(by))}"
            for name, by in sorted(spelled.items(), key=lambda item: (-max(item[1].values()), item[0]))
        )
        return f"{text}\t{self.share[text]:.3g}\t{surname}\t{' '.join(cells)}"

    def _spelling(self, text: str, name: str, by: dict[str, float], surname: str) -> None:
        self.behind[name].append(text)
        for system, credit in by.items():
            self.within[name][system] += self.share[text] * credit
        most = max(by.values())
        self.flags[name] |= {flag for flag, holds in (
            ("u", most >= USUAL), ("p", by.get("p", 0) >= USUAL), ("s", surname and most >= SURNAME),
        ) if holds}  # fmt: skip

    def spellings(self) -> Iterator[str]:
        for name in sorted(self.behind):
            flags = "".join(sorted(self.flags[name]))
            yield f"{name}\t{max(self.within[name].values()):.3g}\t{flags}\t{''.join(self.behind[name])}"


def made() -> dict[str, str]:
    """Each file and what it holds."""
    units = Units()
    units.add_han()
    units.add_others()
    units.add_hangul()
    table = Table(units)
    return {
        "units.tsv": HEADER + "\n".join(table.characters) + "\n",
        "spellings.tsv": SPELLINGS_HEADER + "\n".join(table.spellings()) + "\n",
    }


def main() -> None:
    for file, text in made().items():
        (DATA / file).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
