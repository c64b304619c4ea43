"""Why something was decided, changed or taken back: never left out, and in the log by its hash alone."""

from answerable.model.canonical import sha256_hex
from answerable.model.errors import ValueRefused


def needs_reason(because: str) -> None:
    """Raise `ValueRefused` where no reason is given: nothing is taken back or changed without one."""
    if not because.strip():
        raise ValueRefused(value=because, prop="because", why="a reason is needed")


def reason_hash(because: str) -> str:
    """A reason as the evidence log notes it: it may name people, and the log is never altered."""
    return sha256_hex(because.encode())
