"""Two records of people or bodies, not only two names: may they be one?

Contradictions count against, silence counts for nothing. Every part is a weight in hundredths of a nat, added
up as the names' own are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from answerable.names.births import birth_weight
from answerable.names.compare import score_of, verdict
from answerable.names.encode import Encoded, encode
from answerable.names.explain import against, in_favour
from answerable.names.parse import Name
from answerable.names.score import NOTHING, Weighed, weigh

MOST_NAMES = 20
"""Names of one record beyond which the rest are not compared."""
SAME_COUNTRY, OTHER_COUNTRY = 80, -150
SAME_GENDER, OTHER_GENDER = 30, -600
SAME_POST, OTHER_POST = 200, -80
POST_AGREES = 400
"""Two descriptions of posts agree from this weight on."""
NAMES_LEAST, HELP = 300, 200
"""Where the names say less than this, what else agrees helps no more than that: people born on one day
with one surname are many.
"""
CONTRADICTION = -350
NAMES_CONTRADICTED = 1000
"""What names say at most beside a birth or gender that contradicts: fathers and sons share rare names too."""
_PARTS = {"hk": "cn", "mo": "cn", "tw": "cn"}
"""Places whose people some lists count to another country: neither for nor against."""


@dataclass(frozen=True, slots=True)
class Record:
    """What one source says of someone: names in any script, the birth as far as it is known (1968, 1968-05,
    1968-05-03), countries, gender as stated, and posts held. Empty where it says nothing.
    """

    names: tuple[str, ...]
    births: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    gender: str = ""
    posts: tuple[str, ...] = ()
    schema: str = ""


@dataclass(frozen=True, slots=True)
class RecordComparison:
    """How far two records agree, and the reasons for and against."""

    score: float
    verdict: str
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    weight: int


Said = tuple[int, str]
"""A weight and the sentence for it; empty where there is nothing to say."""


def record(fields: Mapping[str, Any]) -> Record:
    """A record from a JSON object; each field is one text or a list of texts, and unknown fields are
    passed over.
    """
    gender = _texts(fields.get("gender"))
    schema = _texts(fields.get("schema"))
    return Record(
        _texts(fields.get("names")) + _texts(fields.get("name")),
        _texts(fields.get("birth")) + _texts(fields.get("births")),
        tuple(text.casefold() for text in _texts(fields.get("country")) + _texts(fields.get("countries"))),
        gender[0].casefold()[:1] if gender else "",
        _texts(fields.get("post")) + _texts(fields.get("posts")),
        schema[0] if schema else "",
    )


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(one).strip() for one in value if str(one).strip())
    return (str(value).strip(),) if value is not None and str(value).strip() else ()


def compare_records(a: Record, b: Record) -> RecordComparison:
    """Compare two records; at most “possible, review”. Characters that differ outweigh Latin forms that
    agree.
    """
    found = _names(a, b)
    others = [_birth(a, b), _country(a, b), _gender(a, b), _posts(a, b)]
    contradicted = any(part <= CONTRADICTION for part, _ in others)
    weight = min(found.weight, NAMES_CONTRADICTED) if contradicted else found.weight
    helped = sum(part for part, _ in others if part > 0)
    weight += min(helped, HELP) if found.weight < NAMES_LEAST else helped
    weight += sum(part for part, _ in others if part < 0)
    score = round(score_of(weight), 4)
    said_for = tuple(said for part, said in others if part > 0)
    said_against = tuple(said for part, said in others if part < 0)
    return RecordComparison(
        score,
        verdict(score),
        in_favour(found.weight, found.pieces) + said_for,
        against(found.pieces) + said_against,
        weight,
    )


def _names(a: Record, b: Record) -> Weighed:
    """The pair of names that agrees best; where both records have Chinese characters, the best of those
    pairs, if it speaks against.
    """
    left, right = _encoded(a.names, a.schema), _encoded(b.names, b.schema)
    pairs = [(one, other, weigh(one, other)) for one, other in product(left, right)]
    nothing = Weighed(NOTHING, ())
    best = max((found for _, _, found in pairs), key=lambda found: found.weight, default=nothing)
    in_characters = [
        found
        for one, other, found in pairs
        if one.is_han and other.is_han and not (one.is_transcribed or other.is_transcribed)
    ]
    decisive = max(in_characters, key=lambda found: found.weight, default=best)
    return decisive if decisive.weight < 0 else best


def _encoded(names: Iterable[str], schema: str) -> list[Encoded]:
    return [encode(Name(name, schema)) for name in list(dict.fromkeys(names))[:MOST_NAMES]]


def _birth(a: Record, b: Record) -> Said:
    weighed = [(birth_weight(one, other), one, other) for one, other in product(a.births, b.births)]
    if not weighed:
        return 0, ""
    weight, one, other = max(weighed)
    return weight, f"the births {'agree' if weight > 0 else 'differ'}: {one}, {other}"


def _country(a: Record, b: Record) -> Said:
    if not a.countries or not b.countries:
        return 0, ""
    if set(a.countries) & set(b.countries):
        return SAME_COUNTRY, f"the country agrees: {', '.join(sorted(set(a.countries) & set(b.countries)))}"
    if {_PARTS.get(c, c) for c in a.countries} & {_PARTS.get(c, c) for c in b.countries}:
        return 0, ""
    return OTHER_COUNTRY, f"the country differs: {', '.join(a.countries)}, {', '.join(b.countries)}"


def _gender(a: Record, b: Record) -> Said:
    if not a.gender or not b.gender:
        return 0, ""
    if a.gender == b.gender:
        return SAME_GENDER, "the gender stated agrees"
    return OTHER_GENDER, "the gender stated differs"


def _posts(a: Record, b: Record) -> Said:
    weighed = [(_post_weight(one, other), one, other) for one, other in product(a.posts, b.posts)]
    if not weighed:
        return 0, ""
    weight, one, other = max(weighed)
    if weight >= POST_AGREES:
        return SAME_POST, f"a post agrees: {one}, {other}"
    return OTHER_POST, "no post of one is a post of the other"


def _post_weight(one: str, other: str) -> int:
    left, right = (encode(Name(text, "PublicBody")) for text in (one, other))
    return weigh(left, right).weight
