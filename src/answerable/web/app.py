"""The application put together: routes, what goes wrong, and what stands before them."""

from dataclasses import dataclass

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException

from answerable import __version__
from answerable.model.errors import AnswerableError, MethodWrong, NothingHere, RequestWrong, ServerFault
from answerable.web import catalog, entries, match, reconcile, suggest
from answerable.web.asking import Server
from answerable.web.bodies import Bodies
from answerable.web.gate import RECONCILE, Gate, Rules
from answerable.web.pages import as_page, first_page
from answerable.web.problems import in_words
from answerable.web.replies import Locked, as_reply
from answerable.workspace.screening import Lists

ROUTERS = (match.router, entries.router, catalog.router, reconcile.router, suggest.router)
ABOUT = """
Asks whether names may stand on the official lists imported here. `/match`, `/search`, `/entities`,
`/catalog`, `/healthz` and `/readyz` answer in the shapes of yente; `/reconcile` is the Reconciliation
Service API 0.2.

**Names are never a yes.** `match: true` in an answer of `/match` means *review this at the stated
tolerance*; it is never a finding that the entry is the person asked about. Nothing found is no clearance.

Every address but `/healthz` needs the token or key. Nothing asked is logged or repeated in an error.
Errors are JSON, `{"code", "message"}`; the codes stay the same.
"""
NO_TELEMETRY: TelemetryConfig = {
    "auto_configure": False,
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
}
"""The framework would hand requests, bodies and all, to whatever collector the environment names."""
SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "header": {"type": "apiKey", "in": "header", "name": "X-Answerable-Token"},
}


@dataclass(frozen=True, slots=True)
class Serving:
    """What the server serves, to whom, and where it is reached (empty: where the request says)."""

    lists: Lists
    rules: Rules
    address: str = ""


def make_app(serving: Serving) -> FastAPI:
    """The application. It opens nothing and starts nothing by itself."""
    app = described()
    openrefine = serving.rules.openrefine
    app.state.server = Server(serving.lists, serving.address, bool(openrefine))
    app.state.frames = openrefine
    app.add_middleware(Bodies, form=RECONCILE)
    app.add_middleware(Gate, rules=serving.rules)
    app.add_middleware(Locked)
    return app


def described() -> "Described":
    """The routes and what is said of them, with nothing to serve yet."""
    app = Described(
        title="Answerable: screening",
        version=__version__,
        description=ABOUT.strip(),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        openapi_url="/openapi.json",
        telemetry=NO_TELEMETRY,
    )
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/", _first, response_class=HTMLResponse, include_in_schema=False)
    _mind_errors(app)
    return app


class Described(FastAPI):
    """Says in its OpenAPI document how a key is shown."""

    def openapi(self) -> dict[str, object]:
        """The document."""
        if not self.openapi_schema:
            document = super().openapi()
            document["components"]["securitySchemes"] = SCHEMES
            document["security"] = [{name: []} for name in SCHEMES]
            document["paths"]["/healthz"]["get"]["security"] = []
        return self.openapi_schema or {}


def _first(request: Request) -> HTMLResponse:
    server: Server = request.app.state.server
    address = server.address or str(request.base_url).rstrip("/")
    return as_page("Answerable: screening", first_page(server.lists.now().editions, address))


def _mind_errors(app: FastAPI) -> None:
    @app.exception_handler(AnswerableError)
    def ours(_: Request, error: AnswerableError) -> Response:
        return as_reply(error)

    @app.exception_handler(RequestValidationError)
    def unfit(_: Request, error: RequestValidationError) -> Response:
        return as_reply(RequestWrong(why=in_words(error.errors())))

    @app.exception_handler(HTTPException)
    def astray(_: Request, error: HTTPException) -> Response:
        known = {404: NothingHere(what="address"), 405: MethodWrong()}
        reply = as_reply(known.get(error.status_code, RequestWrong(why="it cannot be read")))
        reply.headers.update(error.headers or {})
        return reply

    @app.exception_handler(Exception)
    def fault(_: Request, __: Exception) -> Response:
        return as_reply(ServerFault())
