"""Whether a name whose bearer is not stated is that of an organisation."""

from functools import lru_cache

from answerable.names.organisation import organisation_tokens
from answerable.names.parse import is_han
from answerable.names.tokens import Role, Token
from answerable.names.units import is_spelling


@lru_cache(maxsize=1 << 15)
def looks_like_body(text: str) -> bool:
    """Whether the words are those of an organisation: a legal form, or mostly concepts."""
    if not any(c.isalpha() for c in text):
        return False
    found = [token for token in organisation_tokens(text) if not _could_be_a_name(token)]
    strong = sum(token.role in (Role.FORM, Role.BODY, Role.TRADE) for token in found)
    if any(is_han(c) for c in text):
        return strong >= 1 and len(text) >= 4
    return strong >= 2 or any(token.role is Role.FORM for token in found)


def _could_be_a_name(token: Token) -> bool:
    """A short legal form or trade that is also a syllable or a single character (OU, AO, DOO, 金)."""
    return len(token.text) == 1 or (len(token.text) <= 3 and is_spelling(token.text))
