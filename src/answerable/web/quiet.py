"""What the server writes for its keeper: faults by where they arose, and never what was asked."""

import logging
import sys
import traceback

LOGGERS = ("uvicorn", "uvicorn.error", "asyncio", "fastapi")


class Quiet(logging.Formatter):
    """One line a message, then the places a fault came through; the words of an exception are left out.

    They can hold what was asked: a value that was refused, a name that could not be written.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The lines for one record."""
        if not record.exc_info:
            return f"{record.levelname}: {record.getMessage().partition(chr(10))[0]}"  # asyncio adds more
        kind, _, trace = record.exc_info
        places = "".join(traceback.format_tb(trace)).rstrip()
        return f"{record.levelname}: {kind.__name__ if kind else 'a fault'}\n{places}"


def be_quiet() -> None:
    """Let only warnings and faults be written, in that form; there is no log of requests at all."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Quiet())
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.WARNING)
    logging.getLogger("uvicorn.access").disabled = True
