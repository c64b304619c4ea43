"""The wire under httpcore: goes only to the pinned addresses, keeps every byte, and knows when to stop.

Bytes are kept as they are once TLS is taken off, as the WARC standard has them: what the server was asked
and what it said, word for word. Nothing here reads proxy variables; neither does httpcore.
"""

import socket
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from answerable.model.errors import CaptureFailed
from answerable.preserve.addresses import Target
from answerable.preserve.limits import Meter


class Wire(httpcore.NetworkBackend):
    """The connection for one hop, and the record of what went over it."""

    def __init__(self, target: Target, meter: Meter) -> None:
        self.target = target
        self.meter = meter
        self.sent = bytearray()
        self.received = bytearray()
        self.remote_address = ""
        self.ended = False
        """Whether the server said that it will send no more."""
        self.in_head = True
        """Whether the head of the answer is still awaited, so that its limit applies."""
        self.truncated = ""
        """Why the answer is cut, in the words of WARC 1.1: length, time, disconnect, unspecified."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first pinned address that answers; the host is not looked up again."""
        if (host, port) != (self.target.host, self.target.port):
            raise ValueError(f"the wire is for {self.target.host}:{self.target.port}, not {host}:{port}")
        why = "no time was left to connect"
        for address in self.target.addresses[: self.meter.limits.addresses]:
            seconds = self.meter.seconds(self.meter.limits.connect_seconds)
            if not seconds:
                break
            try:
                sock = socket.create_connection((address, port), seconds)
            except OSError as error:
                why = f"no connection could be made ({error.strerror or 'nobody answered in time'})"
                continue
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.remote_address = address
            return _Stream(sock, self)
        raise self.failed(why)

    def head_arrived(self) -> None:
        """From here on the limits of the body hold, not those of the head."""
        self.in_head = False
        self.meter.begin_body()

    def failed(self, why: str) -> CaptureFailed:
        """The error that tells why there is no answer, or no more of it."""
        return CaptureFailed(url=self.target.url, why=why)

    def cut(self, truncated: str, why: str) -> CaptureFailed:
        """The same, for an answer that is cut in its midst."""
        self.truncated = truncated
        return self.failed(why)

    def before_reading(self) -> float:
        """How many seconds the next bytes may take; raise where no more may be read."""
        limits, meter = self.meter.limits, self.meter
        if self.in_head and len(self.received) >= limits.head_bytes:
            raise self.cut("length", f"the head of its answer is longer than {limits.head_bytes:,} bytes")
        if not meter.room():
            raise self.cut("length", f"it is larger than the limit of {limits.total_bytes:,} bytes")
        seconds = meter.seconds(limits.read_seconds)
        if not seconds:
            raise self.cut("time", f"it took longer than {limits.total_seconds:g} seconds")
        if not self.in_head and meter.too_slow():
            raise self.cut("time", f"it came at less than {limits.slowest} bytes a second")
        return seconds


class _Stream(httpcore.NetworkStream):
    """A socket that keeps what passes through it with its `Wire`."""

    def __init__(self, sock: socket.socket, wire: Wire) -> None:
        self._sock = sock
        self._wire = wire

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        seconds = self._wire.before_reading()
        try:
            self._sock.settimeout(seconds)
            data = self._sock.recv(min(max_bytes, self._wire.meter.room()))
        except TimeoutError as error:
            self._wire.before_reading()
            raise self._wire.cut("time", f"nothing came for {seconds:g} seconds") from error
        except OSError as error:
            raise self._wire.cut("disconnect", "the connection was cut") from error
        self._wire.ended = not data
        self._wire.received += data
        self._wire.meter.received += len(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._sock.settimeout(self._wire.meter.seconds(self._wire.meter.limits.read_seconds) or 0.001)
            while buffer:
                sent = self._sock.send(buffer)
                self._wire.sent += buffer[:sent]
                buffer = buffer[sent:]
        except OSError as error:
            # A server may answer before it has read the question: httpcore then reads the answer.
            raise httpcore.WriteError(str(error)) from error

    def close(self) -> None:
        self._sock.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        try:
            self._sock.settimeout(self._wire.meter.seconds(self._wire.meter.limits.connect_seconds) or 0.001)
            # A connection cut without TLS's own goodbye must not pass for the end of the page.
            sock = ssl_context.wrap_socket(
                self._sock, server_hostname=server_hostname, suppress_ragged_eofs=False
            )
        except ssl.SSLCertVerificationError as error:
            self.close()
            raise self._wire.failed(f"its certificate is not trusted ({error.verify_message})") from error
        except OSError as error:
            self.close()
            raise self._wire.failed("no secure connection could be made") from error
        return _Stream(sock, self._wire)

    def get_extra_info(self, info: str) -> Any:
        return None
