"""Pages taken from real servers on 127.0.0.1, honest and hostile."""

import contextlib
import gzip
import itertools
import socket
import ssl
import struct
import sys
import tracemalloc
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from ipaddress import IPv4Address

import pytest
from cryptography import x509

from answerable.model.record import Verdict
from answerable.preserve.addresses import Policy
from answerable.preserve.exchange import USER_AGENT
from answerable.preserve.fetch import Fetched, fetch
from answerable.preserve.limits import DEFAULT_LIMITS, Limits

from .certificates import Secured, certificate
from .servers import Answer, Server, page, says, serving

pytestmark = [pytest.mark.loopback, pytest.mark.allow_hosts(["127.0.0.1"])]

HTML = "Content-Type: text/html; charset=Big5"


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Secured:
    """For news.example and 127.0.0.1."""
    names = [x509.DNSName("news.example"), x509.IPAddress(IPv4Address("127.0.0.1"))]
    return certificate(tmp_path_factory.mktemp("tls"), names)


def clock() -> datetime:
    return datetime(2026, 11, 23, 9, 14, 5, tzinfo=UTC)


def take(
    server: Server, path: str = "/", limits: Limits = DEFAULT_LIMITS, tls: ssl.SSLContext | None = None
) -> Fetched:
    policy = Policy(frozenset({("127.0.0.1", server.port)}))
    return fetch(server.url(path), clock=clock, policy=policy, limits=limits, tls=tls)


def test_a_page_is_kept_as_it_came() -> None:
    answer = page("譚索".encode("big5"), HTML, "X-Odd:  two  spaces ", "Set-Cookie: a=1")
    with serving(says(answer)) as server:
        got = take(server, "/路?a=b#part")
    [exchange] = got.exchanges
    assert (got.verdict, got.reason, got.status) == (Verdict.COMPLETE, "", 200)
    assert (got.body, got.media_type, got.charset) == ("譚索".encode("big5"), "text/html", "big5")
    assert exchange.response_bytes == answer
    assert [exchange.request_bytes] == server.asked
    assert exchange.url == server.url("/%E8%B7%AF?a=b")
    assert (exchange.remote_address, exchange.at) == ("127.0.0.1", "2026-11-23T09:14:05Z")
    assert ("X-Odd", "two  spaces") in exchange.headers
    assert exchange.truncated == ""


def test_what_is_asked_is_the_same_for_everyone() -> None:
    with serving(says(page(b"x"))) as server:
        take(server, "/a?b")
        place = server.place
    assert server.asked[0].decode().split("\r\n") == [
        "GET /a?b HTTP/1.1",
        f"Host: {place}",
        f"User-Agent: {USER_AGENT}",
        "Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
        "Accept-Encoding: gzip, deflate",
        "Connection: close",
        "",
        "",
    ]


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says(page(b"from the proxy"))) as proxy, serving(says(page(b"from the site"))) as site:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        assert take(site).body == b"from the site"
    assert proxy.asked == []


@pytest.mark.parametrize(
    ("answer", "body", "reason"),
    [
        (page(b"gone", status="404 Not Found"), b"gone", "the server answered 404"),
        (page(b"later", status="503 Busy"), b"later", "the server answered 503"),
        (page(b"whither?", status="302 Found"), b"whither?", "the server answered 302"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", b"", ""),
        (page(b""), b"", ""),
        (
            b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old",
            b"<p>old",
            "the server did not say how long it is; it ended when the server hung up",
        ),
        (
            page(b"3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nT: u\r\n\r\n", "Transfer-Encoding: chunked"),
            b"abcde",
            "",
        ),
        (b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + page(b"then this"), b"then this", ""),
        (page(b"short", "Content-Length: 3"), b"sho", ""),
        (page(gzip.compress(b"packed", mtime=0), "Content-Encoding: GZIP"), b"packed", ""),
        (page(zlib.compress(b"packed"), "Content-Encoding: deflate"), b"packed", ""),
        (
            page(b"\x0bno", "Content-Encoding: br", HTML),
            b"\x0bno",
            "it came packed with br, and is kept like that",
        ),
    ],
)
def test_whole_answers(answer: bytes, body: bytes, reason: str) -> None:
    with serving(says(answer)) as server:
        got = take(server)
    assert (got.verdict, got.body, got.reason) == (Verdict.COMPLETE, body, reason)
    assert got.exchanges[0].response_bytes == answer


def test_content_that_stays_packed_is_not_called_a_page() -> None:
    with serving(says(page(b"\x0bno", "Content-Encoding: br", HTML))) as server:
        got = take(server)
    assert (got.media_type, got.charset) == ("application/octet-stream", "")


@pytest.mark.parametrize(
    ("answer", "body", "truncated", "reason"),
    [
        (page(b"abc", "Content-Length: 10"), b"abc", "disconnect", "hung up before the answer was whole"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n5\r\nfg",
            b"abcdefg",
            "disconnect",
            "hung up before the answer was whole",
        ),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nno figure\r\n",
            b"abc",
            "unspecified",
            "does not keep to the rules of HTTP",
        ),
        (page(gzip.compress(b"a" * 999, mtime=0)[:-9], "Content-Encoding: gzip"), None, "", "ends too early"),
        (page(b"not gzip", "Content-Encoding: gzip"), b"", "", "packing is damaged"),
    ],
)
def test_cut_answers_keep_what_arrived(
    answer: bytes, body: bytes | None, truncated: str, reason: str
) -> None:
    with serving(says(answer)) as server:
        got = take(server)
    assert got.verdict is Verdict.PARTIAL
    assert reason in got.reason
    assert got.exchanges[0].response_bytes == answer
    assert got.exchanges[0].truncated == truncated
    assert body is None or got.body == body


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "the server hung up without an answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Ty", "hung up before the answer was whole"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "does not keep to the rules of HTTP"),
        (b"<html>HTTP/0.9</html>\r\n\r\n", "does not keep to the rules of HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "rules of HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 60 + b"\r\n\r\n", "rules of HTTP"),
        (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", "rules of HTTP"),
    ],
)
def test_no_answer_that_can_be_read(answer: bytes, reason: str) -> None:
    with serving(says(answer)) as server:
        got = take(server)
    assert got.verdict is Verdict.FAILED
    assert reason in got.reason
    assert (got.status, got.body) == (0, b"")
    assert got.exchanges[0].response_bytes == answer


def test_a_reset_midway_is_told_from_an_end() -> None:
    def reset(connection: socket.socket, path: str) -> None:
        connection.sendall(b"HTTP/1.0 200 OK\r\n\r\nhalf")
        connection.settimeout(0.5)
        with contextlib.suppress(TimeoutError):
            connection.recv(1)  # gives the client time to read; it has nothing more to say
        at_once = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)

    with serving(reset) as server:
        got = take(server)
    assert (got.verdict, got.body, got.reason) == (Verdict.PARTIAL, b"half", "the connection was cut")
    assert got.exchanges[0].truncated == "disconnect"


def test_a_stream_of_300_megabytes_is_stopped_at_the_limit() -> None:
    sent = itertools.count()

    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 300000000\r\n\r\n")
        for _ in range(300):
            connection.sendall(b"a" * 1_000_000)
            next(sent)

    with serving(answer) as server:
        tracemalloc.start()
        got = take(server, limits=Limits(total_bytes=2_000_000))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert (got.verdict, len(got.exchanges[0].response_bytes)) == (Verdict.PARTIAL, 2_000_000)
    assert got.reason == "it is larger than the limit of 2,000,000 bytes"
    assert got.exchanges[0].truncated == "length"
    assert set(got.body) == {ord("a")}
    assert next(sent) < 50
    assert peak < 20_000_000


def test_packing_that_unpacks_without_end() -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    with serving(says(page(bomb, "Content-Encoding: gzip"))) as server:
        got = take(server, limits=Limits(unpacked_bytes=1_000_000))
    assert (got.verdict, len(got.body)) == (Verdict.PARTIAL, 1_000_000)
    assert got.reason == "it unpacks to more than the limit of 1,000,000 bytes"
    assert got.exchanges[0].response_bytes.endswith(bomb)
    assert got.exchanges[0].truncated == ""


@pytest.mark.parametrize("line", [b"X: " + b"y" * 50 + b"\r\n", b"y" * 50, b"HTTP/1.1 100 Go on\r\n\r\n"])
def test_endless_heads(line: bytes) -> None:
    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n" if line[:4] != b"HTTP" else b"")
        for _ in range(5_000):
            connection.sendall(line * 10)

    with serving(answer) as server:
        got = take(server, limits=Limits(head_bytes=20_000))
    assert (got.verdict, got.status) == (Verdict.FAILED, 0)
    assert got.reason == "the head of its answer is longer than 20,000 bytes"
    assert 20_000 <= len(got.exchanges[0].response_bytes) < 20_000 + 65_536


def drips(connection: socket.socket, server: list[Server]) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(100):
        if server[0].stopping.wait(0.01):
            return
        connection.sendall(b"a")


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(grace_seconds=20, slowest=5000), "it came at less than 5000 bytes a second"),
        (Limits(total_seconds=40, slowest=0), "it took longer than 40 seconds"),
    ],
)
def test_a_page_that_drips(limits: Limits, reason: str) -> None:
    known: list[Server] = []
    with serving(lambda connection, path: drips(connection, known)) as server:
        known.append(server)
        policy = Policy(frozenset({("127.0.0.1", server.port)}))
        # A second passes whenever the time is looked at, so that the test need not wait for it.
        seconds = itertools.count(0.0)
        got = fetch(server.url(), clock=clock, policy=policy, limits=limits, ticks=lambda: next(seconds))
    assert (got.verdict, got.reason) == (Verdict.PARTIAL, reason)
    assert got.exchanges[0].truncated == "time"
    assert got.body.startswith(b"aa")


def test_a_server_that_falls_silent() -> None:
    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
        connection.recv(1)

    with serving(answer) as server:
        got = take(server, limits=Limits(read_seconds=0.2))
    assert (got.verdict, got.body, got.reason) == (Verdict.PARTIAL, b"abc", "nothing came for 0.2 seconds")


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    policy = Policy(frozenset({("127.0.0.1", port)}))
    got = fetch(f"http://127.0.0.1:{port}/", clock=clock, policy=policy)
    assert (got.verdict, got.exchanges, got.at) == (Verdict.FAILED, (), "2026-11-23T09:14:05Z")
    assert got.reason.startswith("no connection could be made (")


def test_an_address_that_may_not_be_fetched() -> None:
    with serving(says(page(b"inside"))) as server:
        got = fetch(server.url(), clock=clock)
    assert (got.verdict, got.reason) == (Verdict.REFUSED, "127.0.0.1 is not a public address")
    assert (got.exchanges, server.asked) == ((), [])


def test_a_host_that_is_not_found() -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        raise OSError

    got = fetch("http://news.example/", clock=clock, resolve=resolve)
    assert (got.verdict, got.reason) == (Verdict.FAILED, "the host news.example was not found")


def redirects(location: str, status: str = "302 Found", body: bytes = b"moved") -> Answer:
    def answer(connection: socket.socket, path: str) -> None:
        whole = page(body, f"Location: {location}", status=status)
        connection.sendall(whole if path == "/" else page(path.encode()))

    return answer


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 Other", "307 Now", "308 Forever"])
@pytest.mark.parametrize(
    ("location", "asked"),
    [("/new", "/new"), ("new?x", "/new?x"), ("new#part", "/new"), ("/a b", "/a%20b"), ("//{place}/n", "/n")],
)
def test_redirects_are_followed_and_every_hop_is_kept(status: str, location: str, asked: str) -> None:
    def answer(connection: socket.socket, path: str) -> None:
        redirects(location.format(place=server.place), status)(connection, path)

    with serving(answer) as server:
        got = take(server)
    assert (got.verdict, got.body) == (Verdict.COMPLETE, asked.encode())
    assert [exchange.url for exchange in got.exchanges] == [server.url(), server.url(asked)]
    assert b"Referer" not in server.asked[1]


def test_no_cookie_is_carried_onward() -> None:
    answer = page(b"", "Location: /next", "Set-Cookie: who=you", status="302 Found")
    with serving(
        lambda connection, path: connection.sendall(answer if path == "/" else page(b"x"))
    ) as server:
        take(server)
    assert len(server.asked) == 2
    assert b"cookie" not in server.asked[1].lower()


def test_a_redirect_written_in_utf_8() -> None:
    location = "/路".encode().decode("latin-1")
    with serving(redirects(location)) as server:
        assert take(server).body == b"/%E8%B7%AF"


def test_redirects_without_end() -> None:
    with serving(says(page(b"round", "Location: /", status="302 Found"))) as server:
        got = take(server, limits=Limits(redirects=3))
    assert (got.verdict, got.reason) == (Verdict.FAILED, "it redirects more than 3 times")
    assert (len(got.exchanges), len(server.asked), got.body) == (4, 4, b"round")


def test_a_redirect_is_followed_though_its_own_page_is_cut() -> None:
    cut = page(b"mov", "Location: /next", "Content-Length: 99", status="302 Found")
    with serving(lambda connection, path: connection.sendall(cut if path == "/" else page(b"x"))) as server:
        got = take(server)
    assert (got.verdict, got.body) == (Verdict.COMPLETE, b"x")
    assert [exchange.truncated for exchange in got.exchanges] == ["disconnect", ""]


def test_a_redirect_that_uses_up_the_limit_is_not_followed() -> None:
    with serving(redirects("/next", body=b"m" * 5_000)) as server:
        got = take(server, limits=Limits(total_bytes=1_000))
    assert (got.verdict, got.status, len(server.asked)) == (Verdict.PARTIAL, 302, 1)
    assert got.reason == "the server answered 302; it is larger than the limit of 1,000 bytes"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://127.0.0.1:{other}/admin", "127.0.0.1 is not a public address"),
        ("http://2130706433/", "its host is a number written in an odd form"),
        ("http://[::ffff:127.0.0.1]:{other}/", "::ffff:7f00:1 is not a public address"),
        ("http://169.254.169.254/latest/", "169.254.169.254 is not a public address"),
        ("file:///etc/passwd", "it does not begin with http:// or https://"),
        ("http://[::1", "it is not an address that can be read"),
        ("http://127.0.0.1:{port}@10.0.0.1/", "it holds a user name, which can hide where it leads"),
    ],
)
def test_a_redirect_to_where_nobody_may_go(location: str, reason: str) -> None:
    with serving(says(page(b"the secret"))) as inside:

        def answer(connection: socket.socket, path: str) -> None:
            where = location.format(other=inside.port, port=outside.port)
            redirects(where)(connection, path)

        with serving(answer) as outside:
            got = take(outside)
    assert got.verdict is Verdict.REFUSED
    assert got.reason.startswith("it redirects to ")
    assert got.reason.endswith(reason)
    assert (len(got.exchanges), got.body, got.status) == (1, b"moved", 302)
    assert inside.asked == []


def test_what_a_server_writes_does_not_reach_the_terminal() -> None:
    with serving(redirects("news:\x1b[2J" + "x" * 5_000)) as server:
        got = take(server)
    assert got.verdict is Verdict.REFUSED
    assert got.reason.isprintable()
    assert len(got.reason) < 300


def test_a_silent_server_is_not_waited_for_longer_than_the_whole_may_take() -> None:
    def answer(connection: socket.socket, path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
        connection.recv(1)

    with serving(answer) as server:
        got = take(server, limits=Limits(read_seconds=2, total_seconds=0.5))
    assert (got.verdict, got.reason) == (Verdict.PARTIAL, "it took longer than 0.5 seconds")


def test_a_name_that_changes_where_it_leads_is_looked_up_once_a_hop() -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    asked = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return next(answers)

    # The socket guard of the tests stands in for the open internet: it refuses the pinned address, and
    # says which one was tried. The second answer of the resolver must never be.
    with (
        serving(says(page(b"the secret"))) as inside,
        pytest.warns(UserWarning, match=r"93\.184\.216\.34"),
        pytest.raises(RuntimeError, match=r"93\.184\.216\.34"),
    ):
        fetch(f"http://news.example:{inside.port}/", clock=clock, resolve=resolve)
    assert (asked, inside.asked) == (["news.example"], [])


def test_a_name_that_leads_inward_at_the_second_hop_is_refused() -> None:
    def answer(connection: socket.socket, path: str) -> None:
        redirects(f"http://other.example:{server.port}/")(connection, path)

    with serving(answer) as server:
        got = fetch(
            f"http://news.example:{server.port}/",
            clock=clock,
            policy=Policy(frozenset({("news.example", server.port)})),
            resolve=lambda host, port: ["127.0.0.1"],
        )
    assert got.verdict is Verdict.REFUSED
    assert got.reason.endswith("other.example leads to 127.0.0.1, which is not a public address")
    assert len(server.asked) == 1


@pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2"])
def test_the_next_pinned_address_is_tried_where_the_first_is_dead() -> None:
    with serving(says(page(b"here"))) as server:
        got = fetch(
            f"http://news.example:{server.port}/",
            clock=clock,
            policy=Policy(frozenset({("news.example", server.port)})),
            limits=Limits(connect_seconds=1),
            resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"],
        )
    assert (got.body, got.exchanges[0].remote_address) == (b"here", "127.0.0.1")


def test_a_certificate_nobody_vouches_for(secured: Secured) -> None:
    with serving(says(page(b"x")), secured.server) as server:
        got = take(server)
    assert (got.verdict, got.exchanges, server.asked) == (Verdict.FAILED, (), [])
    assert got.reason.startswith("its certificate is not trusted (")


def test_a_secure_page_is_kept_as_it_is_under_tls(secured: Secured) -> None:
    with serving(says(page(b"kept")), secured.server) as server:
        got = take(server, tls=secured.trusting)
    assert (got.verdict, got.body) == (Verdict.COMPLETE, b"kept")
    assert got.exchanges[0].response_bytes == page(b"kept")
    assert [got.exchanges[0].request_bytes] == server.asked


@pytest.mark.parametrize(("host", "verdict"), [("news.example", "complete"), ("other.example", "failed")])
def test_a_certificate_is_checked_against_the_name_not_the_address(
    secured: Secured, host: str, verdict: str
) -> None:
    with serving(says(page(b"kept")), secured.server) as server:
        got = fetch(
            f"https://{host}:{server.port}/",
            clock=clock,
            policy=Policy(frozenset({(host, server.port)})),
            resolve=lambda host, port: ["127.0.0.1"],
            tls=secured.trusting,
        )
    assert got.verdict == verdict
    assert got.exchanges or "Hostname mismatch" in got.reason


def test_a_secure_connection_cut_without_goodbye_is_no_end(secured: Secured) -> None:
    with serving(says(b"HTTP/1.0 200 OK\r\n\r\nhalf"), secured.server) as server:
        got = take(server, tls=secured.trusting)
    assert (got.verdict, got.body, got.reason) == (Verdict.PARTIAL, b"half", "the connection was cut")


def test_plain_http_where_tls_was_expected(secured: Secured) -> None:
    with serving(says(page(b"x"))) as server:
        policy = Policy(frozenset({("127.0.0.1", server.port)}))
        url = server.url().replace("http:", "https:")
        got = fetch(url, clock=clock, policy=policy, limits=Limits(connect_seconds=1))
    assert (got.verdict, got.reason) == (Verdict.FAILED, "no secure connection could be made")


def test_a_way_from_https_to_http_is_told(secured: Secured) -> None:
    with serving(says(page(b"plain"))) as plain, serving(redirects(plain.url("/x")), secured.server) as safe:
        places = {("127.0.0.1", plain.port), ("127.0.0.1", safe.port)}
        got = fetch(safe.url(), clock=clock, policy=Policy(frozenset(places)), tls=secured.trusting)
    assert (got.verdict, got.body) == (Verdict.COMPLETE, b"plain")
    assert got.reason == (f"the way led from https to {plain.url('/x')}, where anyone between can alter it")


def test_our_own_faults_are_not_swallowed() -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        raise KeyError(host)

    with pytest.raises(KeyError):
        fetch("http://news.example/", clock=clock, resolve=resolve)
