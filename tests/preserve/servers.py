"""Real servers on 127.0.0.1 that answer as a test tells them to, hostile ones included."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

Answer = Callable[[socket.socket, str], None]
"""Is handed the connection and the path asked for; the connection is closed when it returns."""


def says(*parts: bytes) -> Answer:
    """An answer sent as it is, in these parts, whatever is asked."""

    def answer(connection: socket.socket, path: str) -> None:
        for part in parts:
            connection.sendall(part)

    return answer


def page(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """A well-made answer, with its length unless the headers say it otherwise."""
    named = "".join(f"{line}\r\n" for line in headers)
    if "length" not in named.lower() and "chunked" not in named.lower():
        named += f"Content-Length: {len(body)}\r\n"
    return f"HTTP/1.1 {status}\r\n{named}\r\n".encode("latin-1") + body


class Server:
    """A listening socket with one thread; ``asked`` holds every request it read, in order."""

    def __init__(self, answer: Answer, tls: ssl.SSLContext | None) -> None:
        self.asked: list[bytes] = []
        self.sent = 0
        self._answer = answer
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"{'https' if self._tls else 'http'}://{self.place}{path}"

    def stop(self) -> None:
        self.stopping.set()
        with contextlib.suppress(OSError), socket.socket() as waker:
            waker.settimeout(1)
            waker.connect(("127.0.0.1", self.port))
        self._thread.join(5)
        self._listener.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self.stopping.is_set():
                connection.close()
                return
            with connection, contextlib.suppress(OSError):
                connection.settimeout(3)
                self._handle(connection)

    def _handle(self, connection: socket.socket) -> None:
        if self._tls is None:
            return self._speak(connection)
        with self._tls.wrap_socket(connection, server_side=True) as secured:
            self._speak(secured)
        return None

    def _speak(self, connection: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            part = connection.recv(65536)
            if not part:
                return
            request += part
        self.asked.append(request)
        self._answer(connection, request.split(b" ")[1].decode())


@contextlib.contextmanager
def serving(answer: Answer, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for as long as the block lasts."""
    server = Server(answer, tls)
    try:
        yield server
    finally:
        server.stop()
