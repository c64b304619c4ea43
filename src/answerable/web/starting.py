"""Starting the server: where it listens, who may ask, and what its keeper is told."""

import ipaddress
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from starlette.types import ASGIApp

from answerable.identify.served import EVERY_LIST, Served
from answerable.identify.tolerance import Tolerance
from answerable.model.errors import AddressTaken, KeysNeeded, RequestWrong
from answerable.web.app import Serving, make_app
from answerable.web.gate import LOOPBACK, Rules
from answerable.web.keys import add_key, holders, new_secret, one_token, read_keys
from answerable.web.quiet import be_quiet
from answerable.web.rate import Buckets
from answerable.workspace import Workspace
from answerable.workspace.screening import Lists

AT_ONCE = 64
"""Requests that are worked on or wait; more are told to come again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens and how it is reached."""

    host: str = "127.0.0.1"
    port: int = 0
    keys: Path | None = None
    rate: int = 600
    address: str = ""
    openrefine: str = ""


@dataclass(frozen=True, slots=True)
class Started:
    """What its keeper is told. ``token`` is empty where keys are asked for."""

    address: str
    token: str
    lists: int
    entries: int
    tolerance: Tolerance | None
    """That of its keeper, over every list; nothing as long as there is none."""


def make_key(file: Path | None, name: str) -> str:
    """Make a key for somebody; raise `KeysNeeded` where no file is named, or `KeysFileWrong`."""
    if file is None:
        raise KeysNeeded(host="any other host")
    return add_key(file, name)


def serve_lists(workspace: Workspace, place: Place, one_in: int, tell: Callable[[Started], None]) -> None:
    """Serve until interrupted, at a tolerance of one false alert in ``one_in`` names.

    Raises `ToleranceUnmeasured`, `KeysNeeded`, `FileUnreadable`, `KeysFileWrong` or `AddressTaken` before
    anything is served.
    """
    token = "" if place.keys else new_secret()
    rules = rules_for(place, token)
    with listening(place) as sock:
        port = sock.getsockname()[1]
        address = place.address.rstrip("/") or f"http://{_in_url(place.host)}:{port}"
        lists = Lists(workspace, one_in=one_in)
        app = make_app(Serving(lists, rules, place.address.rstrip("/")))
        server = _server(app)
        be_quiet()
        tell(_started(lists.now(), address, token))
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):  # which is how it ends; uvicorn raises it or not, as it happens
            server.run(sockets=[sock])


def _started(served: Served, address: str, token: str) -> Started:
    editions = served.editions
    tolerance = served.tolerance(served.within(EVERY_LIST)) if editions else None
    return Started(address, token, len(editions), sum(one.entries for one in editions), tolerance)


def _server(app: ASGIApp) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
    )
    return uvicorn.Server(config)


def rules_for(place: Place, token: str) -> Rules:
    """Who is let in there; raise `KeysNeeded` where keys are due and none are named."""
    if place.keys is None and not is_loopback(place.host):
        raise KeysNeeded(host=place.host)
    hosts = set(LOOPBACK) | {place.host.lower()}
    if place.address:
        hosts.add(_web_address(place.address, "--address"))
    if place.openrefine:
        _web_address(place.openrefine, "--openrefine")
    openrefine = place.openrefine.rstrip("/")
    if place.keys is None:
        return Rules(frozenset(hosts), one_token(token), None, openrefine)
    buckets = Buckets(place.rate, max(10, place.rate // 6), time.monotonic)
    return Rules(frozenset(hosts), holders(read_keys(place.keys)), buckets, openrefine)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _web_address(text: str, option: str) -> str:
    """The host name in an address; raise `RequestWrong` where it is none."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise RequestWrong(why=f"{option} is no address such as https://lists.example.org")
    return parts.hostname


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def listening(place: Place) -> socket.socket:
    """A socket that listens there; raise `AddressTaken`."""
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio sends at once only then
    try:
        if sys.platform != "win32":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((place.host, place.port))
        sock.listen(AT_ONCE)
    except OSError as error:
        sock.close()
        why = error.strerror or "the system refuses it"
        raise AddressTaken(host=place.host, port=place.port, why=why) from error
    return sock
