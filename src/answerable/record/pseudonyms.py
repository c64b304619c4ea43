"""What protected people are called in an output.

The same within one audience, different between audiences, so that two outputs cannot be joined by it;
made with a key of the workspace, so that it cannot be tried out from the list of names.
"""

import hashlib
import hmac
from base64 import b32encode

from answerable.model.audience import Audience

WITHHELD = "▮▮▮"
"""What stands in a quotation in place of words withheld."""


def pseudonym(key: bytes, audience: Audience, entity: str) -> str:
    """“Protected person K7QWMB”: six letters, 30 bits, from a keyed hash of audience and entity."""
    digest = hmac.new(key, f"{audience}\x1f{entity}".encode(), hashlib.sha256).digest()
    return f"Protected person {b32encode(digest)[:6].decode()}"


def withhold(words: str, names: tuple[str, ...]) -> str:
    """The words with every one of ``names`` blacked out, longest first, whatever the case."""
    for name in sorted(names, key=len, reverse=True):
        at = words.casefold().find(name.casefold())
        while name and at >= 0 and len(words.casefold()) == len(words):
            words = words[:at] + WITHHELD + words[at + len(name) :]
            at = words.casefold().find(name.casefold(), at + len(WITHHELD))
    return words
