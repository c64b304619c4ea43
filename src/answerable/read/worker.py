"""The bounded process in which documents from anywhere are parsed; `answerable.read.reader` starts it.

One process reads many documents, one after another, and ends with its standard input. It opens no socket
and writes no file. On Linux its address space and processor time are bounded by the system. macOS takes
the bound on address space and does not hold it. Windows has neither: there the wall clock of the parent is
the only bound, and a document may take what memory the machine has until it rings.
"""

import json
import math
import os
import sys
import time
from typing import Any, BinaryIO

from answerable.model.errors import EvidenceError, FileEmpty, FileUnreadable, ReadingExceeded
from answerable.read.frames import read_frame, write_frame
from answerable.read.limits import Limits, ReadText, check_size
from answerable.read.reading import read_document

if sys.platform != "win32":
    import resource


def bound_memory(limit: int) -> None:
    """Bound this process's address space, where the system can (POSIX)."""
    if sys.platform != "win32":
        try:
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        except (OSError, ValueError):
            return  # macOS refuses what is below its own start-up mappings; the wall clock still holds


def bound_processor_time(seconds: float) -> None:
    """Let the system end this process when the next document has used that much processor time (POSIX).

    It matters where the parent was killed and its wall clock with it.
    """
    if sys.platform != "win32":
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds) + 1, most))


def answer(request: dict[str, Any], data: bytes, limits: Limits) -> tuple[dict[str, Any], bytes]:
    """The reply to one request: what was read, or which error with which facts."""
    name = request["name"]
    try:
        found, about = _read(request, data, limits)
        body = found.text.encode()
    except (EvidenceError, FileEmpty, FileUnreadable) as error:
        return {"error": error.code, "facts": error.facts}, b""
    except MemoryError:
        facts = {"source": name, "what": "memory", "limit": f"{limits.memory:,} bytes"}
        return {"error": ReadingExceeded.code, "facts": facts, "last": True}, b""
    return {"tool": found.tool, "version": found.version, "pages": found.pages, **about}, body


def _read(request: dict[str, Any], data: bytes, limits: Limits) -> tuple[ReadText, dict[str, Any]]:
    name, charset = request["name"], request["charset"]
    if request.get("edited"):
        from answerable.read.edited_docx import read_edited

        edited = json.dumps(read_edited(data, name, limits).as_data())
        check_size("characters", len(edited), 4 * limits.characters, name)
        return ReadText("python-docx", "", edited), {}
    if "sheet" not in request:
        return read_document(data, request["media_type"], charset, name, limits), {}
    from answerable.read.sheets import read_sheet

    found = read_sheet(data, name, sheet=request["sheet"], charset=charset, limits=limits)
    return found.read, {"sheet": found.name, "width": found.width, "others": found.others}


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer requests until they end; the first message holds the limits."""
    settings, _ = read_frame(requests, 1_000_000)
    limits = Limits(**settings)
    bound_memory(limits.memory)
    while True:
        try:
            request, data = read_frame(requests, limits.size + 1_000_000)
        except EOFError:
            return
        bound_processor_time(limits.seconds)
        reply, body = answer(request, data, limits)
        write_frame(replies, reply, body)
        if reply.get("last"):
            return  # memory that ran out once is in pieces; the parent starts a fresh process


def main() -> None:
    """Serve over standard input and output, and let nothing else that prints come between the messages."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, replies)


if __name__ == "__main__":
    main()
