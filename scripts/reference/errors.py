"""The errors, with their codes and sentences."""

from answerable.model.errors import AnswerableError


def every(kind: type[AnswerableError] = AnswerableError) -> list[type[AnswerableError]]:
    """All errors a person can meet, in the order of the tree."""
    below = kind.__subclasses__()
    return [one for child in below for one in every(child)] if below else [kind]


def _about(error: type[AnswerableError]) -> list[str]:
    above = error.__mro__[1]
    return [
        f"## {error.code}",
        "",
        f"`{error.__name__}`, one of `{above.__name__}`",
        "",
        f"- What happened: {_in_code(error.happened)}",
        f"- What was kept: {_in_code(error.kept)}",
        f"- What to do: {_in_code(error.todo)}",
        "",
    ]


def _in_code(sentence: str) -> str:
    """A sentence on one line, with what is filled in set apart."""
    return " ".join(sentence.split()).replace("{", "`{").replace("}", "}`")


def page() -> str:
    """The reference page."""
    parts = [
        "# Errors",
        "",
        "Each ends a command with exit code 1 and three sentences. Its code, in brackets after them, stays",
        "the same. What stands here as `{file}` is filled in with the facts. The server gives the same code",
        "and sentences as JSON.",
        "",
    ]
    for error in every():
        parts += _about(error)
    return "\n".join(parts)
