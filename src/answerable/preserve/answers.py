"""HTTP answers read again from their kept bytes."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import h11


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer's status (0 where its head is not whole), headers by lower-case name, and content."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    """Freed of the transfer's chunks, still in its own packing; as far as it arrived."""


def read_answer(block: bytes) -> Answer:
    """Read an answer by the same rules as when it was fetched; never raises for what it holds."""
    reader = h11.Connection(our_role=h11.CLIENT, max_incomplete_event_size=len(block) + 1)
    reader.send(h11.Request(method="GET", target="/", headers=[("Host", "archive")]))
    reader.send(h11.EndOfMessage())
    status, headers, content = 0, dict[str, str](), bytearray()
    with contextlib.suppress(h11.RemoteProtocolError):
        for event in _events(reader, block):
            if isinstance(event, h11.Response):
                status, headers = event.status_code, _joined(event.headers)
            elif isinstance(event, h11.Data):
                content += event.data
    return Answer(status, headers, bytes(content))


def _events(reader: h11.Connection, block: bytes) -> Iterator[h11.Event]:
    """What the block says, and then that nothing more comes."""
    for data in (block, b""):
        reader.receive_data(data)
        while isinstance(event := reader.next_event(), h11.Event):
            yield event
            if isinstance(event, h11.EndOfMessage):
                return


def _joined(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in headers:
        key, text = name.decode("ascii"), value.decode("latin-1")
        joined[key] = f"{joined[key]}, {text}" if key in joined else text
    return joined
