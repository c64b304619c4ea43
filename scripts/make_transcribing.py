"""Learn what letters each Chinese character usually stands for in the names of foreigners.

In: words of names in Latin letters with their Chinese transcriptions (Wikidata). Out:
src/answerable/names/data/transcribing.tsv. Each round cuts every Latin word into one stretch a character,
as the counts so far make likeliest, and counts anew. Usage: python -m scripts.make_transcribing FOLDER
"""

import gzip
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from answerable.names.letters import alike
from answerable.names.phones import coded
from answerable.names.scripts import romanise
from answerable.names.tables import mandarin, simplify

TARGET = Path(__file__).parents[1] / "src" / "answerable" / "names" / "data" / "transcribing.tsv"
HEADER = """\
# What a Chinese character (simplified) usually stands for when it transcribes a foreign name.
# Columns: character, letters. Learned by scripts/make_transcribing.py from words of names in Latin letters
# and their Chinese transcriptions (Wikidata labels, CC0); characters seen fewer than 8 times are left out.
"""
ROUNDS = 4
LONGEST = 5
LEAST = 8
Stretch = tuple[str, str]


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            latin, han, _ = line.rstrip("\n").split("\t")
            characters = simplify(han.replace(" ", ""))
            word = romanise(latin.casefold())[:1]
            if word and 2 <= len(characters) <= 7 and len(characters) <= len(word[0]) <= 4 * len(characters):
                yield word[0], characters


def first(character: str, stretch: str) -> float:
    """Before anything was counted: how alike the letters are to the character's Pinyin."""
    pinyin = mandarin().get(character, "").replace("ü", "u")
    return max(-600, alike(coded(pinyin), coded(stretch))) / 100 if pinyin else -6.0


class Model:
    """How likely a character stands for a stretch of letters."""

    def __init__(self) -> None:
        self.counts: Counter[Stretch] = Counter()
        self.totals: Counter[str] = Counter()

    def weight(self, character: str, stretch: str) -> float:
        if not self.counts:
            return first(character, stretch)
        seen = self.counts[character, stretch] + 0.02 * math.exp(min(3.0, first(character, stretch)))
        return math.log(seen / (self.totals[character] + 1))

    def cut(self, word: str, characters: str) -> list[Stretch]:
        """The likeliest way to cut the word, one stretch a character."""
        best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
        for character in characters:
            here: dict[int, tuple[float, int]] = {}
            for start, (before, _) in best[-1].items():
                for end in range(start + 1, min(len(word), start + LONGEST) + 1):
                    weight = before + self.weight(character, word[start:end])
                    if end not in here or weight > here[end][0]:
                        here[end] = weight, start
            best.append(here)
        found, end = [], len(word)
        if end not in best[-1]:
            return []
        for place in range(len(characters), 0, -1):
            start = best[place][end][1]
            found.append((characters[place - 1], word[start:end]))
            end = start
        return found

    def learn(self, read: list[tuple[str, str]]) -> None:
        cuts = Counter(step for word, characters in read for step in self.cut(word, characters))
        self.counts = cuts
        self.totals = Counter()
        for (character, _), times in cuts.items():
            self.totals[character] += times


def main(folder: Path) -> None:
    read = list(pairs(folder / "names" / "tables" / "netransliteration" / "wd_chinese_80.gz"))
    model = Model()
    for _ in range(ROUNDS):
        model.learn(read)
    by_character: dict[str, Counter[str]] = defaultdict(Counter)
    for (character, stretch), times in model.counts.items():
        by_character[character][stretch] = times
    lines = (
        f"{character}\t{stretches.most_common(1)[0][0]}"
        for character, stretches in sorted(by_character.items())
        if stretches.total() >= LEAST
    )
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
