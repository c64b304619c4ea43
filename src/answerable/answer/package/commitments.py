"""What stands in an outside package in place of the ids, hashes and times of protected people and sources.

One secret of 32 bytes belongs to one package and is in none. Whoever kept it can open a commitment: hand
over the salt and the exact words, and nothing else of the source is told.
"""

import hashlib
import hmac
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Secret:
    """The secret of one package; two packages never share one, so neither do they share what it makes."""

    key: bytes

    def stand_in(self, kind: str, own_id: str) -> str:
        """The id that stands for another one in this package alone."""
        return self._derive(kind, own_id)[:16].hex()

    def salt(self, passage: str) -> bytes:
        """The salt of a passage's commitment, told only to those it is opened to."""
        return self._derive("salt", passage)

    def commitment(self, passage: str, words: str) -> str:
        """SHA-256 over the salt and the exact words in UTF-8, one after the other."""
        return hashlib.sha256(self.salt(passage) + words.encode()).hexdigest()

    def _derive(self, kind: str, own_id: str) -> bytes:
        return hmac.new(self.key, f"{kind}\x1f{own_id}".encode(), hashlib.sha256).digest()
