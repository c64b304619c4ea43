"""Messages over a pipe: two lengths, a JSON header, a body."""

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">IQ")


def write_frame(pipe: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    """Write one message and flush it."""
    encoded = json.dumps(header).encode()
    pipe.write(_LENGTHS.pack(len(encoded), len(body)) + encoded)
    pipe.write(body)
    pipe.flush()


def read_frame(pipe: BinaryIO, limit: int) -> tuple[dict[str, Any], bytes]:
    """Read one message; raise `EOFError` where the pipe ends within it, or it is longer than ``limit``."""
    header_length, body_length = _LENGTHS.unpack(_exactly(pipe, _LENGTHS.size))
    if header_length + body_length > limit:
        raise EOFError(f"a message of {header_length + body_length} bytes is longer than {limit}")
    header = json.loads(_exactly(pipe, header_length))
    return header, _exactly(pipe, body_length)


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError("the pipe ended within a message")
    return data
