"""Make the table of Chinese characters that the names room reads.

In: Unihan readings and variants, scripts/variants.tsv, the Hong Kong government's romanisation by character,
and counts of how public directories in Hong Kong spell each character. Out:
src/answerable/names/data/han.tsv, the same bytes for the same sources.
Usage: python -m scripts.make_han_table FOLDER
"""

import csv
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "answerable" / "names" / "data" / "han.tsv"
VARIANTS = Path(__file__).with_name("variants.tsv")
TONES = dict.fromkeys((0x300, 0x301, 0x304, 0x30C))
SYLLABLE = re.compile(r"[bcdfghjklmnpqrstwyz]{0,3}[aeiou]{1,3}(h|r|ng|[mnptkw])?|ng|m|ts?z")
MOST_SPELLINGS = 8
NEWEST = 0x30000
"""From here on characters are of Unicode 13 and later."""
HEADER = """\
# Chinese characters: simplified form, Mandarin readings (Hanyu Pinyin without tones), Hong Kong spellings.
# Readings and spellings stand in order, the most usual first; after a spelling, how often it was seen; the
# count says how often the character stands in 41,000 names of Hong Kong directories; s, that it is a surname.
# Made by scripts/make_han_table.py; do not edit.
# Sources: Unihan 14.0.0 of 2021-08-06 (kMandarin, kTGHZ2013, kXHC1983, kHanyuPinlu, kHangul,
# kSimplifiedVariant, kSemanticVariant, kZVariant; (c) 2021 Unicode, Inc., Unicode licence,
# https://www.unicode.org/terms_of_use.html); scripts/variants.tsv (drafted 2026-11-26 from general knowledge,
# not yet checked by a reader of the languages); Hong Kong government romanisation by character (MIT); counts
# of spellings in public directories of Hong Kong (facts); 509 surnames by region (facts). One-off spellings
# and those that are no syllable are left out.
"""

Fields = dict[str, dict[str, str]]


def unihan(path: Path) -> Fields:
    """Character to field to value, from one Unihan file."""
    found: Fields = defaultdict(dict)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                found[chr(int(code[2:], 16))][field] = value
    return found


def toneless(reading: str) -> str:
    """``lǜ`` becomes ``lü``: tone marks go, the diaeresis stays."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", reading).translate(TONES))


def unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def pinyin(fields: dict[str, str]) -> list[str]:
    """Modern Mandarin readings, the customary one first."""
    readings = fields.get("kMandarin", "").split()
    for field in ("kTGHZ2013", "kXHC1983"):
        for group in fields.get(field, "").split():
            readings += group.split(":")[1].split(",")
    readings += [entry.split("(")[0] for entry in fields.get("kHanyuPinlu", "").split()]
    return unique(toneless(reading) for reading in readings)


def targets(value: str) -> list[str]:
    return [chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", value)]


def simplified(character: str, variants: Fields, readings: Fields) -> str:
    """The simplified form that is not simplified further; one that only the newest fonts have is none."""
    seen = {character}
    while (other := _simplified(character, variants, readings)) not in seen:
        seen.add(other)
        character = other
    return character


def _simplified(character: str, variants: Fields, readings: Fields) -> str:
    """One step: for a rare variant (衞) the simplified form of the form it varies from (衛)."""
    fields = variants.get(character, {})
    for other in targets(fields.get("kSimplifiedVariant", "")):
        if other != character and ord(other) < NEWEST:
            return other
    if "kSimplifiedVariant" in fields or "kTGHZ2013" in readings.get(character, {}):
        return character
    for field in ("kZVariant", "kSemanticVariant"):
        for other in targets(fields.get(field, "")):
            shorter = targets(variants.get(other, {}).get("kSimplifiedVariant", ""))
            if shorter or "kTGHZ2013" in readings.get(other, {}):
                return shorter[0] if shorter and ord(shorter[0]) < NEWEST else other
    return character


def reviewed_variants() -> dict[str, str]:
    """Character to simplified form, where Unihan has none that serves."""
    rows = VARIANTS.read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows if not row.startswith("#"))


def is_korean_name(fields: dict[str, str]) -> bool:
    """Whether South Korea teaches the character or allows it in names, and its first standard has it."""
    marks = [set(entry.split(":")[1]) for entry in fields.get("kHangul", "").split()]
    return "kMandarin" in fields and any("0" in mark and mark & set("EN") for mark in marks)


def hong_kong(folder: Path) -> dict[str, tuple[list[str], int]]:
    """Spellings by character, those that directories use more than once first, and how often it was seen."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with (folder / "hk_char_romanisation_freq.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            counts[row["char"]][row["romanisation"]] += int(row["count"])
    spellings = json.loads((folder / "hkgov" / "charToRoman.json").read_text("utf-8"))
    found = {}
    for character in sorted(set(counts) | set(spellings)):
        seen = counts[character]
        total = seen.total()
        least = max(2, total // 200)
        ranked = sorted(seen, key=lambda one: (-seen[one], one))
        used = [one for one in ranked if seen[one] >= least and SYLLABLE.fullmatch(one)]
        kept = unique(used + spellings.get(character, []))[:MOST_SPELLINGS]
        found[character] = [f"{one}:{seen[one]}" if one in seen else one for one in kept], total
    return found


def lines(folder: Path) -> Iterable[str]:
    readings = unihan(folder / "Unihan_Readings.txt.gz")
    variants = unihan(folder / "Unihan_Variants.txt.gz")
    spelled = hong_kong(folder)
    by_region = json.loads((folder / "chinese_surnames_by_region.json").read_text("utf-8"))
    surnames = {row["zh_sim"] for row in by_region if len(row["zh_sim"]) == 1}
    modern = {character for character, fields in readings.items() if "kTGHZ2013" in fields}
    folded = reviewed_variants()
    korean = {character for character, fields in readings.items() if is_korean_name(fields)}
    for character in sorted(modern | set(spelled) | set(folded) | korean):
        spellings, count = spelled.get(character, ([], 0))
        simple = folded.get(character) or simplified(character, variants, readings)
        parts = (pinyin(readings.get(character, {})) or pinyin(readings.get(simple, {})), spellings)
        yield "\t".join(
            (
                character,
                "" if simple == character else simple,
                *(" ".join(part) for part in parts),
                str(count or ""),
                "s" if simple in surnames else "",
            )
        ).rstrip("\t")


def main(folder: Path) -> None:
    TARGET.write_text(HEADER + "\n".join(lines(folder)) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
