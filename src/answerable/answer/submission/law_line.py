"""A law in one line: what it is called, what a reader must be told of it, and the hash of its file."""

from datetime import date

from answerable.answer.submission.law_tables import caution
from answerable.answer.submission.words import Words
from answerable.weigh.law import Law

HASH_SHOWN = 16


def law_in_a_line(say: Words, law: Law, today: str, hash_shown: int = HASH_SHOWN) -> str:
    """“Title (citation); last checked on …; file …, SHA-256 …”. ``today`` is a day (2031-07-01)."""
    named = say.say("cover.one-law", title=law.title, citation=law.citation)
    told = [caution(say, *one) for one in law.cautions(date.fromisoformat(today))]
    stamped = say.say("law.file-hash", file=law.file, sha256=law.sha256[:hash_shown])
    return say.say("between").join([named, *told, stamped])
