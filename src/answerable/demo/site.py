"""Serves the invented pages on 127.0.0.1, as the servers of a real case would."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer

from answerable.demo.papers import inquest_pdf
from answerable.identify.lists import Issuer

FOLDER = Path(__file__).with_name("site")

MOVED = {"/news/harbour-street": "/wire/harbour-street.html", "/": "/index.html"}
"""Addresses that lead elsewhere."""

GONE = "/police/notice-of-3-may.html"
"""An address that pages link to and that answers 404, like every other that is not known."""

ISSUERS = {
    "/lists/norrmark.xml": Issuer(
        "demo-norrmark", "Designations (DEMONSTRATION)", "Treasury of the Federation of Norrmark (invented)"
    ),
    "/lists/aldermarch.xml": Issuer(
        "demo-aldermarch", "Special Measures (DEMONSTRATION)", "Confederation of Aldermarch (invented)"
    ),
}
"""Whose the two invented lists are: nobody's who exists."""

# Kept as UTF-8 here, served as such offices and papers long did.
_CHARSETS = {"/papers/suet-wan.html": "big5", "/ministry/statement.html": "gb18030"}
_TYPES = {".html": "text/html", ".css": "text/css", ".xml": "application/xml"}


@dataclass(frozen=True, slots=True)
class Served:
    """One answer: its bytes, and what its ``Content-Type`` says."""

    body: bytes
    content_type: str


def pages() -> dict[str, Served]:
    """Every page of the site by its path. Pages not in UTF-8 say so in their head and their header."""
    found = {}
    for file in sorted(FOLDER.rglob("*")):
        if file.suffix in _TYPES:
            path = "/" + file.relative_to(FOLDER).as_posix()
            found[path] = _page(file, _CHARSETS.get(path, "utf-8"))
    found["/court/inquest-44-2031.pdf"] = Served(inquest_pdf(), "application/pdf")
    return found


@contextmanager
def serve_site() -> Iterator[str]:
    """Serve the site on a free port, and give its base address without a slash at the end.

    No request is written down anywhere. It ends with the block.
    """
    with _Server(pages()) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def _page(file: Path, charset: str) -> Served:
    text = file.read_text("utf-8").replace('charset="utf-8"', f'charset="{charset}"')
    return Served(text.encode(charset), f"{_TYPES[file.suffix]}; charset={charset}")


class _Server(ThreadingTCPServer):
    # Of socketserver, not http.server: the latter asks the name service for the machine's own name.
    daemon_threads = True

    def __init__(self, served: Mapping[str, Served]) -> None:
        self.served = served
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in MOVED:
            self._answer(HTTPStatus.MOVED_PERMANENTLY, Served(b"", "text/html; charset=utf-8"), MOVED[path])
        elif path in self.server.served:
            self._answer(HTTPStatus.OK, self.server.served[path])
        else:
            self._answer(HTTPStatus.NOT_FOUND, self.server.served["/missing.html"])

    def _answer(self, status: HTTPStatus, page: Served, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", page.content_type)
        self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)

    def version_string(self) -> str:
        """What answers call the server: nothing of this machine."""
        return "demonstration"

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing: what was asked for is nobody's business."""
