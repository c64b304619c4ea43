"""The door of the server: under which name it is asked, from which page, by whom, and how often."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from answerable.model.errors import HostRefused, KeyWanted, OriginRefused, RequestError, TooManyRequests
from answerable.web.keys import Knows
from answerable.web.rate import Buckets
from answerable.web.replies import as_reply

LOOPBACK = frozenset(["localhost", "127.0.0.1", "::1"])
OPEN_TO_ALL = "/healthz"
FIRST_PAGE = "/"
RECONCILE = "/reconcile/"
SCHEMES = ("bearer", "apikey")


@dataclass(frozen=True, slots=True)
class Rules:
    """Who is let in. ``openrefine`` is the origin of the one page of another site that may ask, or empty.

    A browser page cannot send the header that carries the key, so for that one, and for the first page,
    the key may stand in the address.
    """

    hosts: frozenset[str]
    knows: Knows
    buckets: Buckets | None = None
    openrefine: str = ""


class Gate:
    """Lets a request through, or answers it with what is wrong."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if self._is_openrefine(headers.get("origin", ""), scope["path"]):
            send = _sharing(send, self._rules.openrefine)
        try:
            self._check(scope, headers)
        except RequestError as error:
            await as_reply(error)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _check(self, scope: Scope, headers: Headers) -> None:
        host, origin, path = headers.get("host", ""), headers.get("origin"), scope["path"]
        if host_name(host) not in self._rules.hosts:
            raise HostRefused
        own = origin in (f"http://{host}", f"https://{host}")
        if origin is not None and not own and not self._is_openrefine(origin, path):
            raise OriginRefused
        if path == OPEN_TO_ALL:
            return
        name = self._rules.knows(self._presented(scope, headers))
        if not name:
            raise KeyWanted
        seconds = self._rules.buckets.take(name) if self._rules.buckets else 0
        if seconds:
            raise TooManyRequests(seconds=seconds)

    def _is_openrefine(self, origin: str, path: str) -> bool:
        return bool(origin) and origin == self._rules.openrefine and path.startswith(RECONCILE)

    def _presented(self, scope: Scope, headers: Headers) -> str:
        scheme, _, secret = headers.get("authorization", "").partition(" ")
        if scheme.lower() in SCHEMES:
            return secret.strip()
        if "x-answerable-token" in headers:
            return headers["x-answerable-token"]
        path: str = scope["path"]
        if path == FIRST_PAGE or (self._rules.openrefine and path.startswith(RECONCILE)):
            query: str = scope["query_string"].decode("latin-1")
            return parse_qs(query).get("token", [""])[0]
        return ""


def host_name(host: str) -> str:
    """The name in a Host header without its port; empty where it is none."""
    try:
        parts = urlsplit(f"//{host}")
    except ValueError:
        return ""
    return (parts.hostname or "").rstrip(".") if parts.netloc == host and "@" not in host else ""


def _sharing(send: Send, origin: str) -> Send:
    """Lets the pages of that origin read the answer."""

    async def send_shared(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Access-Control-Allow-Origin"] = origin
            headers["Vary"] = "Origin"
        await send(message)

    return send_shared
