"""The wire by itself; what it does in use is seen in the tests of fetching."""

import contextlib
import socket

import httpcore
import pytest

from answerable.model.errors import CaptureFailed
from answerable.preserve.addresses import Policy, check_address
from answerable.preserve.limits import DEFAULT_LIMITS, Limits, Meter
from answerable.preserve.wire import Wire

pytestmark = [pytest.mark.loopback, pytest.mark.allow_hosts(["127.0.0.1"])]


def wire(port: int, limits: Limits = DEFAULT_LIMITS) -> Wire:
    policy = Policy(frozenset({("news.example", port)}))
    target = check_address(f"http://news.example:{port}/", policy, lambda host, port: ["127.0.0.1"])
    return Wire(target, Meter(limits, lambda: 0.0))


@pytest.mark.parametrize(("host", "port"), [("other.example", 80), ("news.example", 81), ("127.0.0.1", 80)])
def test_a_wire_goes_nowhere_but_where_it_was_made_for(host: str, port: int) -> None:
    with pytest.raises(ValueError, match=r"the wire is for news\.example:80"):
        wire(80).connect_tcp(host, port)


def test_what_passes_is_kept_and_counted() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = wire(listener.getsockname()[1])
        stream = line.connect_tcp("news.example", line.target.port)
        far, _ = listener.accept()
        with far:
            stream.write(b"asked")
            assert far.recv(100) == b"asked"
            far.sendall(b"answered")
            assert stream.read(4) + stream.read(100) == b"answered"
        assert stream.read(100) == b""
        stream.close()
    assert (bytes(line.sent), bytes(line.received), line.meter.received) == (b"asked", b"answered", 8)
    assert line.ended


def test_a_question_that_cannot_be_sent_leaves_the_answer_to_be_read() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = wire(listener.getsockname()[1])
        stream = line.connect_tcp("news.example", line.target.port)
        listener.accept()[0].close()
        with contextlib.closing(stream), pytest.raises(httpcore.WriteError):
            stream.write(b"x" * 20_000_000)
    assert len(line.sent) < 20_000_000


def test_no_time_left_to_connect() -> None:
    with pytest.raises(CaptureFailed, match="no time was left to connect"):
        wire(80, Limits(total_seconds=0)).connect_tcp("news.example", 80)
