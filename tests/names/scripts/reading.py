"""What the tests of readings share."""

import re

from answerable.names.scripts import romanise


def fits(word: str, spelled: str) -> bool:
    """Whether a reading of the word is the spelling, ``°`` standing for one vowel or for nothing."""
    return any(
        re.fullmatch(reading.replace("°", "[aeiou]?"), spelled) is not None for reading in romanise(word)
    )
