"""The marks by which the paragraphs of a draft are found again, made with a key of the workspace."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import date

from answerable.answer.addresses import Marks
from answerable.answer.recipients import Recipient
from answerable.store.keys import Keys


def marks_for(keys: Keys, case: str, to: Recipient, laws: Sequence[str], on: date, language: str) -> Marks:
    """The marks of a draft of a case to one recipient: they say nothing without the key, and no two
    recipients' drafts can be joined by them. A name that begins so is not shown in Word's own list.
    """

    def mark(key: str) -> str:
        told = "\x1f".join(("address", case, to.id, key)).encode()
        return f"_{hmac.new(keys.people, told, hashlib.sha256).hexdigest()[:16]}"

    return Marks(mark, "\x1f".join((on.isoformat(), language, *laws)))
