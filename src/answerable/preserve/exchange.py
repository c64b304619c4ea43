"""One request and the answer to it, as they went over the wire."""

import ssl
from dataclasses import dataclass

import httpcore

from answerable.model.errors import CaptureFailed
from answerable.preserve.addresses import Target
from answerable.preserve.wire import Wire

USER_AGENT = "Mozilla/5.0 (compatible; Answerable/0.1; saves single pages at a person's request)"
"""Honest, and the same for everyone: nothing in it tells one user from another."""

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and what came back, exactly, once TLS was taken off."""

    url: str
    request_bytes: bytes
    response_bytes: bytes
    status: int
    """0 where not even the head of an answer arrived whole."""
    headers: Headers
    remote_address: str
    at: str
    truncated: str
    """Empty for a whole answer; else why it is cut: length, time, disconnect, unspecified (WARC 1.1)."""

    def header(self, name: str) -> str:
        """The values of a header, joined with commas as RFC 9110 has it; empty where it is absent."""
        return ", ".join(value for key, value in self.headers if key.lower() == name)


@dataclass(frozen=True, slots=True)
class Hop:
    """An exchange, what its answer carried, and why that is not all (empty where it is)."""

    exchange: Exchange
    content: bytes
    """Freed of the transfer's own packing (chunks), still in the packing of the content (gzip)."""
    trouble: str


def take(target: Target, wire: Wire, at: str, tls: ssl.SSLContext | None, besides: Headers = ()) -> Hop:
    """Ask for a target, with these headers besides the usual, and read the answer as far as it comes.

    Raises `CaptureFailed` only where nothing could even be asked; then there is nothing to keep.
    """
    origin = httpcore.Origin(target.scheme.encode(), target.host.encode(), target.port)
    connection = httpcore.HTTPConnection(origin, ssl_context=tls, network_backend=wire)
    status, headers, content, trouble = 0, Headers(), bytearray(), ""
    try:
        response = connection.handle_request(_request(target, besides))
        wire.head_arrived()
        status, headers = response.status, _as_text(response.headers)
        for part in response.iter_stream():
            content += part
    except CaptureFailed as error:
        if not wire.sent:
            raise
        trouble = str(error.facts["why"])
    except httpcore.RemoteProtocolError:
        wire.truncated = "disconnect" if wire.ended else "unspecified"
        trouble = _protocol_trouble(wire)
    finally:
        connection.close()
    return Hop(_exchange(target, wire, at, status, headers), bytes(content), trouble)


def _exchange(target: Target, wire: Wire, at: str, status: int, headers: Headers) -> Exchange:
    return Exchange(
        url=target.url,
        request_bytes=bytes(wire.sent),
        response_bytes=bytes(wire.received),
        status=status,
        headers=headers,
        remote_address=wire.remote_address,
        at=at,
        truncated=wire.truncated,
    )


def _request(target: Target, besides: Headers) -> httpcore.Request:
    """The request; what is asked ``besides`` stands in place of a header of the same name."""
    asked = {name.lower() for name, _ in besides}
    usual = [
        ("Host", target.authority),
        ("User-Agent", USER_AGENT),
        ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ]
    headers = [*((name, value) for name, value in usual if name.lower() not in asked), *besides]
    url = httpcore.URL(
        scheme=target.scheme.encode(),
        host=target.host.encode(),
        port=target.port,
        target=target.path.encode(),
    )
    return httpcore.Request("GET", url, headers=headers)


def _as_text(headers: list[tuple[bytes, bytes]]) -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)


def _protocol_trouble(wire: Wire) -> str:
    if not wire.received:
        return "the server hung up without an answer"
    if wire.ended:
        return "the server hung up before the answer was whole"
    return "the answer does not keep to the rules of HTTP"
