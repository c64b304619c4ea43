"""What people do to a name that they know: other order, a word left out, slips of the pen."""

import random
import string
from collections.abc import Mapping

TWO_FROM = 12
"""A name of so many letters gets two slips, a shorter one gets one."""


def reordered(name: str, draw: random.Random) -> str:
    """Its words in another order; empty where there is none."""
    words = name.replace(",", " ").split()
    ways = [words[n:] + words[:n] for n in range(1, len(words))]
    ways = [way for way in ways if way != words]
    return " ".join(draw.choice(ways)) if ways else ""


def shortened(name: str, draw: random.Random, bearers: Mapping[str, int]) -> str:
    """One word left out, never the one that fewest names bear: without it nobody knows who is meant. Empty
    where fewer than two would stay.
    """
    words = name.replace(",", " ").split()
    rarest = min(words, key=lambda word: bearers[word.casefold()], default="")
    others = [place for place, word in enumerate(words) if word != rarest]
    if len(words) < 3 or not others:
        return ""
    gone = draw.choice(others)
    return " ".join(words[:gone] + words[gone + 1 :])


def slipped(name: str, draw: random.Random) -> str:
    """One or two letters left out, put in, replaced, or swapped with the next, each as likely; empty where
    that changed nothing.
    """
    letters = list(name)
    for _ in range(2 if sum(c.isalpha() for c in name) >= TWO_FROM else 1):
        at = draw.choice([place for place, c in enumerate(letters) if c.isalpha()])
        match draw.randrange(4):
            case 0:
                del letters[at]
            case 1:
                letters.insert(at, draw.choice(string.ascii_lowercase))
            case 2:
                letters[at] = draw.choice(string.ascii_lowercase)
            case _:
                letters[at : at + 2] = reversed(letters[at : at + 2])
    made = "".join(letters)
    return made if made.casefold() != name.casefold() else ""
