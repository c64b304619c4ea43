"""Taking a page over http or https: every hop is checked anew, and what arrived is kept whatever comes."""

import contextlib
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from answerable.model.errors import AddressRefused, CaptureFailed
from answerable.model.record import Verdict
from answerable.preserve.addresses import Policy, Resolve, check_address, system_resolve
from answerable.preserve.exchange import Exchange, Headers, Hop, take
from answerable.preserve.limits import DEFAULT_LIMITS, Limits, Meter, Ticks
from answerable.preserve.unpack import Unpacked, media_type, unpack
from answerable.preserve.wire import Wire
from answerable.store.clock import Clock, stamp

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PUBLIC_ONLY = Policy()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one fetch brought.

    *Complete*: the whole answer arrived, whatever its status. *Partial*: its head arrived and some of the
    rest. *Refused*: an address on the way may not be fetched. *Failed*: no answer that could be read.
    In every case the exchanges hold what went over the wire until then.
    """

    url: str
    at: str
    exchanges: tuple[Exchange, ...]
    verdict: Verdict
    reason: str
    body: bytes
    """Of the last exchange, unpacked."""
    media_type: str
    charset: str

    @property
    def status(self) -> int:
        """The HTTP status of the last exchange; 0 where there is none."""
        return self.exchanges[-1].status if self.exchanges else 0


def fetch(
    url: str,
    *,
    clock: Clock,
    policy: Policy = PUBLIC_ONLY,
    limits: Limits = DEFAULT_LIMITS,
    resolve: Resolve = system_resolve,
    tls: ssl.SSLContext | None = None,
    ticks: Ticks = time.monotonic,
    besides: Headers = (),
) -> Fetched:
    """Take a page as it is now; never raises for what the network or a server does.

    Up to ``limits.redirects`` redirects are followed, each checked and pinned anew. No cookie is kept and
    no page is told where we come from. ``tls`` replaces the public certificate authorities; ``besides`` are
    headers for each request. The limits of time do not cover ``resolve``, which the operating system bounds.
    """
    at, meter = stamp(clock()), Meter(limits, ticks)

    def visit(address: str) -> Hop:
        target = check_address(address, policy, resolve)
        return take(target, Wire(target, meter), stamp(clock()), tls, besides)

    hops, verdict, notes = _follow(url, visit, limits.redirects)
    if not hops:
        return Fetched(url, at, (), verdict, "; ".join(notes), b"", "", "")
    last = hops[-1]
    unpacked = unpack(last.content, last.exchange.header("content-encoding"), limits.unpacked_bytes)
    if verdict is Verdict.COMPLETE:
        verdict, found = _judge(last, unpacked)
        notes += found
    kind, charset = media_type(last.exchange.header("content-type"), unpacked)
    exchanges = tuple(hop.exchange for hop in hops)
    return Fetched(url, at, exchanges, verdict, "; ".join(notes), unpacked.body, kind, charset)


def _follow(url: str, visit: Callable[[str], Hop], most: int) -> tuple[list[Hop], Verdict, list[str]]:
    hops: list[Hop] = []
    notes: list[str] = []
    address, way = url, ""
    while True:
        try:
            hops.append(visit(address))
        except AddressRefused as error:
            return hops, Verdict.REFUSED, [*notes, f"{way}{error.facts['why']}"]
        except CaptureFailed as error:
            return hops, Verdict.FAILED, [*notes, f"{way}{error.facts['why']}"]
        onward = _onward(hops[-1].exchange)
        if not onward:
            return hops, Verdict.COMPLETE, notes
        if len(hops) > most:
            return hops, Verdict.FAILED, [*notes, f"it redirects more than {most} times"]
        if hops[-1].exchange.url.startswith("https:") and onward.startswith("http:"):
            notes.append(f"the way led from https to {_shown(onward)}, where anyone between can alter it")
        address, way = onward, f"it redirects to {_shown(onward)}: "


def _onward(exchange: Exchange) -> str:
    """Where a redirect leads; empty where it is none, or where no bytes or time are left to follow it."""
    location = next((value for name, value in exchange.headers if name.lower() == "location"), "")
    if exchange.status not in REDIRECTS or not location or exchange.truncated in ("length", "time"):
        return ""
    with contextlib.suppress(UnicodeDecodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urljoin(exchange.url, location)
    except ValueError:
        return location


def _judge(hop: Hop, unpacked: Unpacked) -> tuple[Verdict, list[str]]:
    """The verdict on the last answer, and what a caseworker should know about it."""
    exchange = hop.exchange
    if not exchange.status:
        return Verdict.FAILED, [hop.trouble]
    notes = [f"the server answered {exchange.status}"] if exchange.status >= 300 else []
    trouble = hop.trouble or unpacked.trouble
    if trouble:
        return Verdict.PARTIAL, [*notes, trouble]
    if unpacked.unread:
        notes.append(f"it came packed with {_shown(unpacked.unread)}, and is kept like that")
    if hop.content and not (exchange.header("content-length") or exchange.header("transfer-encoding")):
        notes.append("the server did not say how long it is; it ended when the server hung up")
    return Verdict.COMPLETE, notes


def _shown(theirs: str) -> str:
    """What a server wrote, fit to stand in a sentence of ours: no control characters, not without end."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in theirs[:200])
