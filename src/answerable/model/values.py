"""Whether a value may stand as a property. A value is refused or kept as it is, never altered."""

import re
import unicodedata
from urllib.parse import urlsplit

from answerable.model.dates import parse_date
from answerable.model.errors import ValueRefused
from answerable.model.schemata import Property

_COUNTRY = re.compile(r"[a-z]{2}(-[a-z]{2,3})?")


def check_value(prop: Property, value: str) -> None:
    """Raise `ValueRefused` or `DateImpossible` where ``value`` cannot stand as ``prop``.

    Countries are ISO 3166-1 two-letter codes in lower case, with a region where FollowTheMoney has one
    (``cn-xz``); the codes ISO leaves to users (``xa`` … ``xz``) are allowed, for invented countries.
    """
    if not value.strip() or value != value.strip():
        raise ValueRefused(value=value, prop=prop.name, why="it is empty or has space around it")
    if any(unicodedata.category(one) in ("Cc", "Cs") and one not in "\n\t" for one in value):
        raise ValueRefused(value=value, prop=prop.name, why="it holds a control character")
    if prop.type == "date":
        parse_date(value)
    elif prop.type == "choice" and value not in prop.choices:
        raise ValueRefused(value=value, prop=prop.name, why=f"it is none of {', '.join(prop.choices)}")
    elif prop.type == "country" and not _COUNTRY.fullmatch(value):
        raise ValueRefused(
            value=value, prop=prop.name, why="it is not a two-letter country code in lower case"
        )
    elif prop.type == "url" and not _is_web_address(value):
        raise ValueRefused(value=value, prop=prop.name, why="it is not an http or https address")


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
