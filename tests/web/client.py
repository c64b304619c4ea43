"""Asks an application in this process, without a socket: what goes in and what comes out."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

TOKEN = "ans_a-token-for-tests"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The code of the error it is."""
        return str(self.json()["code"])


@dataclass(frozen=True, slots=True)
class Client:
    """Asks as somebody with these headers."""

    app: Any
    headers: Mapping[str, str] = field(
        default_factory=lambda: {"Host": "127.0.0.1:8017", "Authorization": f"Bearer {TOKEN}"}
    )

    def without(self, *names: str, **more: str) -> "Client":
        """The same with headers left out or put in (their dashes written as underscores)."""
        kept = {name: value for name, value in self.headers.items() if name not in names}
        return Client(self.app, kept | {name.replace("_", "-"): value for name, value in more.items()})

    def get(self, path: str, **query: Any) -> Answer:
        """GET."""
        return self.send("GET", path, query=query)

    def post(self, path: str, value: Any, **query: Any) -> Answer:
        """POST of JSON."""
        return self.send("POST", path, json.dumps(value).encode(), "application/json", query)

    def form(self, path: str, query: Mapping[str, Any] | None = None, **fields: str) -> Answer:
        """POST of a form."""
        body = urlencode(fields).encode()
        return self.send("POST", path, body, "application/x-www-form-urlencoded", query or {})

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        media: str = "",
        query: Mapping[str, Any] | None = None,
    ) -> Answer:
        """One request."""
        headers = dict(self.headers) | ({"Content-Type": media} if media else {})
        return asyncio.run(self._send(method, path, body, headers, urlencode(query or {}, doseq=True)))

    async def _send(
        self, method: str, path: str, body: bytes, headers: Mapping[str, str], query: str
    ) -> Answer:
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
            "client": ("127.0.0.1", 50_000),
            "server": ("127.0.0.1", 8017),
        }
        parts = [body[at : at + 50_000] for at in range(0, len(body), 50_000)] or [b""]
        sent: list[Any] = []

        async def receive() -> Any:
            chunk = parts.pop(0) if parts else b""
            return {"type": "http.request", "body": chunk, "more_body": bool(parts)}

        async def send(message: Any) -> None:
            sent.append(message)

        await self.app(scope, receive, send)
        start = next(one for one in sent if one["type"] == "http.response.start")
        told = {name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]}
        return Answer(start["status"], told, b"".join(one.get("body", b"") for one in sent))
