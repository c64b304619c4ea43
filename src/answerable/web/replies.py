"""Errors as JSON, and the headers that every answer carries."""

from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from answerable.model import errors
from answerable.model.errors import AnswerableError, RequestTooLarge, TooManyRequests
from answerable.web.shapes import Problem

STATUS: dict[type[AnswerableError], int] = {
    errors.RequestWrong: 422,
    errors.ToleranceUnmeasured: 422,
    errors.HostRefused: 421,
    errors.OriginRefused: 403,
    errors.KeyWanted: 401,
    errors.TooManyRequests: 429,
    errors.RequestTooLarge: 413,
    errors.MediaTypeWrong: 415,
    errors.NothingHere: 404,
    errors.MethodWrong: 405,
    errors.WorkspaceError: 503,
}
"""What each error is in HTTP; a class that is not here is what the class above it is, and else 500."""

LOCKED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": LOCKED,
}


def status_of(error: AnswerableError) -> int:
    """The HTTP status of an error."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def as_reply(error: AnswerableError) -> JSONResponse:
    """The error as a program reads it: ``code``, and ``message`` in three sentences."""
    headers = {"WWW-Authenticate": "Bearer"} if isinstance(error, errors.KeyWanted) else {}
    if isinstance(error, TooManyRequests):
        headers["Retry-After"] = str(error.facts["seconds"])
    if isinstance(error, RequestTooLarge):
        headers["Connection"] = "close"  # what is left of the body is not read
    return JSONResponse({"code": error.code, "message": str(error)}, status_of(error), headers)


class Locked:
    """Puts the headers on every answer that says nothing of its own under that name."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_locked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_locked)


def _described(*kinds: type[AnswerableError]) -> dict[int | str, dict[str, Any]]:
    return {STATUS.get(one, 500): {"model": Problem, "description": one.happened} for one in kinds}


ALWAYS = _described(errors.OriginRefused, errors.HostRefused, errors.RequestWrong, errors.ServerFault)
"""How the OpenAPI document tells of what can go wrong at every address."""
PROBLEMS = {
    **ALWAYS,
    **_described(
        errors.KeyWanted,
        errors.NothingHere,
        errors.RequestTooLarge,
        errors.MediaTypeWrong,
        errors.TooManyRequests,
    ),
    503: {"model": Problem, "description": errors.NoLists.happened},
}
"""The same where lists are asked."""
AS_JSON = {
    status: {
        "description": told["description"],
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, told in PROBLEMS.items()
}
"""The same where the answer itself is no JSON."""
