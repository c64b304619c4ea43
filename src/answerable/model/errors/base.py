"""The root of every error, and the kinds there are."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar


class AnswerableError(Exception):
    """The root. ``facts`` fill the sentences; ``str()`` gives all three, ready for a caseworker."""

    code: ClassVar[str] = "answerable"
    happened: ClassVar[str] = "Something went wrong."
    kept: ClassVar[str] = "Nothing was changed."
    todo: ClassVar[str] = "Try again; if it happens again, report it with the code."

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence())

    def __reduce__(self) -> tuple[Callable[[], "AnswerableError"], tuple[()]]:
        """An error that another process met is the same here."""
        return partial(type(self), **self.facts), ()

    def sentence(self) -> str:
        """What happened, what was kept and what to do, with the facts filled in."""
        template = " ".join(filter(None, (self.happened, self.kept, self.what_to_do())))
        return template.format_map(self.facts)

    def what_to_do(self) -> str:
        """The last of the three, before the facts are filled in."""
        return self.todo


class InputError(AnswerableError):
    """What was handed in cannot be used."""

    code = "input"


class EvidenceError(AnswerableError):
    """The evidence does not carry what is asked of it."""

    code = "evidence"


class CaptureError(AnswerableError):
    """A source could not be taken."""

    code = "capture"


class WorkspaceError(AnswerableError):
    """The workspace itself cannot be used."""

    code = "workspace"


class RequestError(AnswerableError):
    """Sentences of these never repeat what was asked: they may be kept where queries must not be."""

    code = "request"


class ClusterError(AnswerableError):
    """Several machines cannot answer together."""

    code = "cluster"


class IntegrityError(AnswerableError):
    """Something kept is no longer what was kept."""

    code = "integrity"
