"""Bodies of requests: of a bounded size, of the one kind each address takes, and JSON without surprises."""

import json
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from answerable.model.errors import MediaTypeWrong, RequestError, RequestTooLarge, RequestWrong
from answerable.web.replies import as_reply

LARGEST = 1_000_000
"""Bytes; a hundred queries take a twentieth of it."""
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


def strict_json(data: str | bytes) -> Any:
    """What the text says; raise `RequestWrong` where it is no JSON, or two readers could differ on it."""
    try:
        value = json.loads(data, object_pairs_hook=_once_each, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode()
    except RecursionError as error:
        raise RequestWrong(why="its JSON is nested without end") from error
    except ValueError as error:
        raise RequestWrong(why="it is not JSON in UTF-8 that every reader reads alike") from error
    return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


class Bodies:
    """Reads a body to its end before anything else sees it, or answers with what is wrong with it."""

    def __init__(self, app: ASGIApp, form: str) -> None:
        self._app = app
        self._form = form
        """The beginning of the addresses that take a form; all others take JSON."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        try:
            body = await _read(scope, receive)
            self._check(scope, body)
        except RequestError as error:
            await as_reply(error)(scope, receive, send)
            return
        await self._app(scope, _again(body, receive), send)

    def _check(self, scope: Scope, body: bytes) -> None:
        wanted = FORM if scope["path"].startswith(self._form) else JSON
        media, _, charset = Headers(scope=scope).get("content-type", "").lower().partition(";")
        if media.strip() != wanted or charset.strip() not in ("", "charset=utf-8"):
            raise MediaTypeWrong(wanted=wanted)
        if wanted == JSON:
            strict_json(body)


async def _read(scope: Scope, receive: Receive) -> bytes:
    told = Headers(scope=scope).get("content-length", "0")
    parts: list[bytes] = []
    size, more = int(told) if told.isdecimal() else 0, True
    while more and size <= LARGEST:
        message = await receive()
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
        size = max(size, sum(map(len, parts)))
    if size > LARGEST:
        raise RequestTooLarge(limit=f"{LARGEST:,} bytes")
    return b"".join(parts)


def _again(body: bytes, receive: Receive) -> Receive:
    """Hands out what was read once, and then whatever comes after it."""
    left = [body]

    async def receive_again() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return receive_again
