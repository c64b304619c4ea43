"""Which addresses may be fetched: the host is looked up once, and only what was found then is used.

A page is fetched for somebody who does not control what it says or where it redirects. Without this, a
hostile page could send us to the user's router, a colleague's machine or a cloud's own data service.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from answerable.model.errors import AddressRefused, CaptureFailed
from answerable.preserve.public import is_public

Resolve = Callable[[str, int], Sequence[str]]
"""Gives the addresses of a host as text; raises OSError where it has none."""

PORTS = {"http": 80, "https": 443}

LONGEST_HOST = 253
"""Characters of a host name (RFC 1035, section 2.3.4, without the root's dot)."""

_NAME = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"(.*\.)?(\d+|0x[0-9a-f]*)")
_AMBIGUOUS = re.compile("[ßς\u200c\u200d]")
"""Letters that IDNA 2003 and 2008 send to different hosts (RFC 5894, section 7.2)."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be fetched besides public addresses: exact pairs of host and port.

    A permitted pair is reached wherever its name leads, also when a page redirects to it.
    """

    permit: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be fetched, and the only places where a connection for it may go."""

    url: str
    """As it is asked for: host in ASCII and lower case, everything escaped, no fragment."""
    scheme: str
    host: str
    port: int
    authority: str
    """Host and, where it is not the scheme's own, port: what the Host header says."""
    path: str
    """With the query, as the request line has it."""
    addresses: tuple[str, ...]


def system_resolve(host: str, port: int) -> list[str]:
    """The addresses the machine's own resolver gives, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def check_address(url: str, policy: Policy, resolve: Resolve = system_resolve) -> Target:
    """Look the host up once and pin what was found; raise `AddressRefused` or `CaptureFailed`.

    Every address found must be public, or none is used. Ports are 80, 443 and 1024 upwards: below lie
    mail, files and other services that are no web pages and must not be talked to in a page's name.
    """
    parts = _split(url)
    host = _host(url, parts)
    port = PORTS[parts.scheme] if parts.port is None else parts.port
    permitted = (host, port) in policy.permit
    if not permitted and port not in PORTS.values() and port < 1024:
        raise AddressRefused(url=url, why=f"port {port} is not one that web pages use")
    addresses = _look_up(url, host, port, resolve)
    inside = [address for address in addresses if not is_public(address)]
    if inside and not permitted:
        leads = host if host in inside else f"{host} leads to {inside[0]}, which"
        raise AddressRefused(url=url, why=f"{leads} is not a public address")
    return _target(parts, host, port, addresses)


def _target(parts: SplitResult, host: str, port: int, addresses: tuple[str, ...]) -> Target:
    path = quote(parts.path or "/", safe="%/:@!$&'()*+,;=~[]|^")
    query = quote(parts.query, safe="%/:@!$&'()*+,;=~[]|^?{}`")
    place = f"[{host}]" if ":" in host else host
    authority = place if port == PORTS[parts.scheme] else f"{place}:{port}"
    whole = urlunsplit((parts.scheme, authority, path, query, ""))
    asked = f"{path}?{query}" if query else path
    return Target(whole, parts.scheme, host, port, authority, asked, addresses)


def _split(url: str) -> SplitResult:
    try:
        url.encode()
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise AddressRefused(url=ascii(url)[1:-1], why="it is not an address that can be read") from error
    if any(ord(character) < 32 or character == "\x7f" for character in url):
        raise AddressRefused(url=ascii(url)[1:-1], why="it holds a control character")
    if parts.scheme not in PORTS:
        raise AddressRefused(url=url, why="it does not begin with http:// or https://")
    if "@" in parts.netloc:
        raise AddressRefused(url=url, why="it holds a user name, which can hide where it leads")
    return parts


def _host(url: str, parts: SplitResult) -> str:
    written = parts.hostname or ""
    if "%" in written:
        raise AddressRefused(url=url, why="its host is escaped, or names a zone of the local network")
    if "[" in parts.netloc:
        return _literal(url, IPv6Address, written)
    if _AMBIGUOUS.search(written):
        raise AddressRefused(url=url, why="its host can be read in two ways; write it in its xn-- form")
    try:
        host = written[:LONGEST_HOST].encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError as error:
        raise AddressRefused(url=url, why="its host is not written as hosts are") from error
    if len(written) > LONGEST_HOST or not _NAME.fullmatch(host):
        raise AddressRefused(url=url, why="its host is not written as hosts are")
    return _literal(url, IPv4Address, host) if _NUMBER.fullmatch(host) else host


def _literal(url: str, kind: type[IPv4Address] | type[IPv6Address], written: str) -> str:
    try:
        return str(kind(written))
    except ValueError as error:
        raise AddressRefused(url=url, why="its host is a number written in an odd form") from error


def _look_up(url: str, host: str, port: int, resolve: Resolve) -> tuple[str, ...]:
    try:
        return (str(ipaddress.ip_address(host)),)
    except ValueError:
        pass
    try:
        found = tuple(resolve(host, port))
    except (OSError, UnicodeError) as error:
        raise CaptureFailed(url=url, why=f"the host {host} was not found") from error
    if not found:
        raise CaptureFailed(url=url, why=f"the host {host} was not found")
    return found
