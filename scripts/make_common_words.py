"""Make the table of the most usual words in names of persons that the names room reads.

In: the public lists and directories of the shared data folder. Out: the table common_words.tsv of
src/answerable/names/data, the same bytes for the same sources.
Usage: python -m scripts.make_common_words FOLDER
"""

import csv
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

TARGET = Path(__file__).parents[1] / "src" / "answerable" / "names" / "data" / "common_words.tsv"
LEAST = 5
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
APOSTROPHES = re.compile("['’‘ʼʻʾʿ`´′]")
HEADER = """\
# The most usual words in names of persons, and how many persons bear each: lower-case plain letters, two or
# more; apostrophes dropped, parted at anything else that is no letter. Made by scripts/make_common_words.py;
# do not edit.
# Columns: word, count. A person counts once for a word, however many names hold it; entries of several lists
# are taken for one person where they share the list's own number or a full name of three words or more.
# Words of fewer than {least} persons are left out. {persons} persons.
# Facts counted from: OFAC SDN 2024-05-07 and, through a screening list made of them, OFAC SDN 2021-07, OFAC
# non-SDN and the UN list (US government works; UN); EU financial sanctions file 2024-05-13; UN Security
# Council consolidated list 2026-02-27; Latin spellings in Hong Kong's government directory 2018 and of
# members of parliaments (everypolitician 2015 and 2019).
"""

Person = tuple[str, list[str]]


def tree(path: Path) -> Element:
    """The root of a compressed XML file, its names without their namespace."""
    with gzip.open(path) as file:
        root = parse(file).getroot()
    if root is None:
        raise ValueError(f"{path.name} holds no XML")
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def joined(element: Element, *fields: str) -> str:
    return " ".join(element.findtext(field) or "" for field in fields)


def screening(path: Path) -> Iterator[Person]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            if entry["schema"] == "Person":
                yield entry["id"].replace("cons-", "ofac-"), entry["names"]


def ofac(path: Path) -> Iterator[Person]:
    for entry in tree(path).iter("sdnEntry"):
        if entry.findtext("sdnType") == "Individual":
            forms = (entry, *entry.iterfind("akaList/aka"))
            yield f"ofac-{entry.findtext('uid')}", [joined(form, "firstName", "lastName") for form in forms]


def european(path: Path) -> Iterator[Person]:
    for entry in tree(path).iter("sanctionEntity"):
        kind = entry.find("subjectType")
        if kind is not None and kind.get("code") == "person":
            names = [form.get("wholeName", "") for form in entry.iter("nameAlias")]
            yield f"eu-{entry.get('logicalId')}", names


def united_nations(path: Path) -> Iterator[Person]:
    for entry in tree(path).iter("INDIVIDUAL"):
        name = joined(entry, "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
        aliases = [alias.text or "" for alias in entry.iterfind("INDIVIDUAL_ALIAS/ALIAS_NAME")]
        yield f"un-{entry.findtext('DATAID')}", [name, *aliases]


def pairs(path: Path) -> Iterator[Person]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if not row["relation"].startswith("orgname"):
                sides = [row[f"name_{side}"] for side in "ab" if row[f"script_{side}"] == "Latn"]
                yield f"pair-{row['person']}", sides


def people(folder: Path) -> Iterator[Person]:
    yield from screening(folder / "screening" / "list.jsonl.gz")
    yield from ofac(folder / "lists" / "ofac_sdn_2024-05-07.xml.gz")
    yield from european(folder / "lists" / "eu_fsf_2024-05-13.xml.gz")
    yield from united_nations(folder / "lists" / "un_consolidated_2026-02-27.xml.gz")
    yield from pairs(folder / "names" / "dev_pairs.csv")


def words(name: str) -> list[str]:
    """The words of a name that are in Latin letters, folded."""
    bare = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name).casefold()).translate(LETTERS)
    whole = "".join(character for character in bare if not unicodedata.combining(character))
    found = re.findall(r"[^\W\d_]+", whole)
    return [word for word in found if word.isascii() and len(word) >= 2]


def bearers(folder: Path) -> list[set[str]]:
    """Each person's words, entries of the same person put together."""
    known: dict[str, set[str]] = {}
    found: list[set[str]] = []
    for number, names in people(folder):
        split = [words(name) for name in names]
        keys = [number, *(" ".join(sorted(name)) for name in split if len(name) >= 3)]
        mine = next((known[key] for key in keys if key in known), None)
        if mine is None:
            mine = set()
            found.append(mine)
        mine.update(word for name in split for word in name)
        for key in keys:
            known.setdefault(key, mine)
    return [mine for mine in found if mine]


def main(folder: Path) -> None:
    persons = bearers(folder)
    counts = Counter(word for mine in persons for word in mine)
    rows = sorted(((word, n) for word, n in counts.items() if n >= LEAST), key=lambda row: (-row[1], row[0]))
    text = HEADER.format(least=LEAST, persons=f"{len(persons):,}")
    TARGET.write_text(text + "".join(f"{word}\t{n}\n" for word, n in rows), "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
