"""Reads documents that nobody vouches for, in a process that may be lost."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict, replace
from types import TracebackType
from typing import IO, Any

from answerable.model.errors import (
    AnswerableError,
    FileEmpty,
    FileUnreadable,
    ReadingExceeded,
    TextUnreadable,
)
from answerable.read.edited import EditedWord
from answerable.read.frames import read_frame, write_frame
from answerable.read.limits import Limits, ReadText, check_size
from answerable.read.sheets import Sheet, as_sheet

__all__ = ["Limits", "ReadText", "Reader"]

_ERRORS: dict[str, type[AnswerableError]] = {
    error.code: error for error in (FileEmpty, FileUnreadable, TextUnreadable, ReadingExceeded)
}
# -I: no PYTHON* variables, no user site, nothing from the folder the program happens to run in.
_COMMAND = [sys.executable, "-I", "-m", "answerable.read.worker"]
# Windows programs do not start without it. Nothing else of the parent's environment is handed on.
_HANDED_ON = ("SYSTEMROOT",)


class Reader:
    """Reads one document after another in one bounded process; a context manager.

    The process is started with the first document, and anew after one that it did not survive, so that
    no document harms the next. Use a Reader from one thread.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, data: bytes, media_type: str, charset: str, name: str) -> ReadText:
        """The words of ``data``; ``name`` is what an error calls the document.

        Raises `FileEmpty`, `TextUnreadable` with a plain reason, or `ReadingExceeded` for what took more
        time, memory or room than `Limits` allows. The Reader can be used on after each of them.
        """
        return self._ask({"media_type": media_type, "charset": charset, "name": name}, data)[0]

    def read_sheet(self, data: bytes, name: str, *, sheet: str = "", charset: str = "") -> Sheet:
        """One sheet of a workbook (the first, where none is named), or a CSV file, as rows of words.

        Raises what `read` raises, and `FileUnreadable` for what is no spreadsheet or has no such sheet.
        """
        found, reply = self._ask({"sheet": sheet, "charset": charset, "name": name}, data)
        return replace(as_sheet(reply["sheet"], reply["width"], found), others=tuple(reply["others"]))

    def read_edited(self, data: bytes, name: str) -> EditedWord:
        """A Word document paragraph by paragraph, as somebody left it. Raises what `read` raises."""
        found, _ = self._ask({"edited": True, "charset": "", "name": name}, data)
        return EditedWord.of(json.loads(found.text))

    def close(self) -> None:
        """End the process; the next `read` starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what a dead process did not take is still in the buffer
                    pipe.close()

    def _ask(self, request: dict[str, Any], data: bytes) -> tuple[ReadText, dict[str, Any]]:
        check_size("bytes", len(data), self._limits.size, request["name"])
        reply, body = self._exchange(request, data, request["name"])
        if reply.get("last"):
            self.close()
        if "error" in reply:
            raise _ERRORS[reply["error"]](**reply["facts"])
        found = ReadText(reply["tool"], reply["version"], body.decode(), tuple(reply["pages"]))
        return found, reply

    def _exchange(self, request: dict[str, Any], data: bytes, name: str) -> tuple[dict[str, Any], bytes]:
        process = self._started()
        rung, answered = threading.Event(), False
        clock = threading.Timer(self._limits.seconds, _ring, (process, rung))
        clock.start()
        try:
            write_frame(_pipe(process.stdin), request, data)
            reply = read_frame(_pipe(process.stdout), 4 * self._limits.characters + 1_000_000)
            answered = True
            return reply
        except (EOFError, OSError, ValueError) as error:
            code = process.wait(self._limits.seconds)
            raise self._lost(code, rung.is_set(), name) from error
        finally:
            clock.cancel()
            clock.join()
            # An answer that was not awaited must not reach the next document, nor may a late ring.
            if rung.is_set() or not answered:
                self.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            self._process = subprocess.Popen(
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={key: os.environ[key] for key in _HANDED_ON if key in os.environ},
            )
            write_frame(_pipe(self._process.stdin), asdict(self._limits))
        return self._process

    def _lost(self, code: int, rung: bool, name: str) -> AnswerableError:
        out_of_time = sys.platform != "win32" and code == -signal.SIGXCPU
        if rung or out_of_time:
            return ReadingExceeded(source=name, what="time", limit=f"{self._limits.seconds:g} seconds")
        return TextUnreadable(source=name, why="the program that reads such files broke down on it")


def _ring(process: "subprocess.Popen[bytes]", rung: threading.Event) -> None:
    rung.set()
    process.kill()


def _pipe(pipe: IO[bytes] | None) -> Any:
    if pipe is None:
        raise EOFError("the process has no pipe")
    return pipe
