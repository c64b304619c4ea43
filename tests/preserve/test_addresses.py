"""Which addresses may be fetched: none of these cases opens a socket."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.model.errors import AddressRefused, CaptureFailed
from answerable.preserve.addresses import Policy, check_address
from answerable.preserve.public import is_public

PUBLIC = "93.184.216.34"
NOBODY = Policy()


def leads_to(*addresses: str):  # type: ignore[no-untyped-def]
    def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    return resolve


def unknown(host: str, port: int) -> Sequence[str]:
    raise OSError("no such host")


@pytest.mark.parametrize(
    ("written", "url", "host", "port", "path"),
    [
        ("http://News.Example", "http://news.example/", "news.example", 80, "/"),
        ("https://news.example:443/a#b", "https://news.example/a", "news.example", 443, "/a"),
        ("https://news.example:8443/", "https://news.example:8443/", "news.example", 8443, "/"),
        ("http://news.example:/", "http://news.example/", "news.example", 80, "/"),
        ("http://news.example./", "http://news.example/", "news.example", 80, "/"),
        ("http://news.example?q=1", "http://news.example/?q=1", "news.example", 80, "/?q=1"),
        (
            "http://譚索.example/路?問=是",
            "http://xn--vb0a340a.example/%E8%B7%AF?%E5%95%8F=%E6%98%AF",
            "xn--vb0a340a.example",
            80,
            "/%E8%B7%AF?%E5%95%8F=%E6%98%AF",
        ),
        ("http://譚索。example/", "http://xn--vb0a340a.example/", "xn--vb0a340a.example", 80, "/"),
        ("http://a.example/b c%20d", "http://a.example/b%20c%20d", "a.example", 80, "/b%20c%20d"),
        ("http://93.184.216.34/", "http://93.184.216.34/", "93.184.216.34", 80, "/"),
        ("http://[2606:2800:220:1:0:0:0:1]/", "http://[2606:2800:220:1::1]/", "2606:2800:220:1::1", 80, "/"),
    ],
)
def test_an_address_is_put_into_the_one_form_it_is_asked_for_in(
    written: str, url: str, host: str, port: int, path: str
) -> None:
    target = check_address(written, NOBODY, leads_to(PUBLIC))
    assert (target.url, target.host, target.port, target.path) == (url, host, port, path)
    assert check_address(url, NOBODY, leads_to(PUBLIC)) == target


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "does not begin"),
        ("news.example", "does not begin"),
        ("ftp://news.example/", "does not begin"),
        ("file:///etc/passwd", "does not begin"),
        ("javascript:alert(1)", "does not begin"),
        ("http://", "not written as hosts are"),
        ("http:///path", "not written as hosts are"),
        ("http://a..example/", "not written as hosts are"),
        ("http://./", "not written as hosts are"),
        ("http://news.example../", "not written as hosts are"),
        ("http://a b.example/", "not written as hosts are"),
        (f"http://{'a' * 64}.example/", "not written as hosts are"),
        (f"http://{'a.' * 200}example/", "not written as hosts are"),
        ("http://a\\b.example/", "not written as hosts are"),
        ("http://a%2e.example/", "escaped"),
        ("http://user@news.example/", "user name"),
        ("http://news.example@127.0.0.1/", "user name"),
        ("http://news.example\\@127.0.0.1/", "user name"),
        ("http://@news.example/", "user name"),
        ("http://news.example:22/", "port 22"),
        ("http://news.example:25/", "port 25"),
        ("http://news.example:0/", "port 0"),
        ("http://news.example:99999/", "not an address that can be read"),
        ("http://news.example:eighty/", "not an address that can be read"),
        ("http://[::1/", "not an address that can be read"),
        ("http://\ud800.example/", "not an address that can be read"),
        ("http://a\nb.example/", "control character"),
        ("http://a.example/\x00", "control character"),
        ("http://[fe80::1%25eth0]/", "zone"),
        ("http://[v1.x]/", "number written in an odd form"),
        ("http://fußball.example/", "two ways"),
        ("http://2130706433/", "odd form"),
        ("http://0x7f000001/", "odd form"),
        ("http://0x7f.1/", "odd form"),
        ("http://0177.0.0.1/", "odd form"),
        ("http://127.1/", "odd form"),
        ("http://127.0.0.1./", "127.0.0.1 is not a public address"),
        ("http://１２７.0.0.1/", "127.0.0.1 is not a public address"),
        ("http://[::ffff:7f00:1]/", "is not a public address"),
        ("http://169.254.169.254/latest/", "169.254.169.254 is not a public address"),
    ],
)
def test_refused_before_anything_is_looked_up(url: str, why: str) -> None:
    with pytest.raises(AddressRefused, match=why) as caught:
        check_address(url, NOBODY, unknown)
    caught.value.sentence().encode()


def test_one_inside_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(AddressRefused, match=r"news\.example leads to 10\.0\.0\.7, which is not a public"):
        check_address("http://news.example/", NOBODY, leads_to(PUBLIC, "10.0.0.7"))


def test_all_public_addresses_are_pinned_in_the_order_given() -> None:
    both = ("2606:2800:220:1::1", PUBLIC)
    assert check_address("http://news.example/", NOBODY, leads_to(*both)).addresses == both


@pytest.mark.parametrize("resolve", [unknown, leads_to()])
def test_a_host_without_an_address_is_a_failure_not_a_refusal(resolve) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CaptureFailed, match=r"news\.example was not found"):
        check_address("http://news.example/", NOBODY, resolve)


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("http://127.0.0.1:8001/", True),
        ("https://127.0.0.1:8001/", True),
        ("http://127.0.0.1:8002/", False),
        ("http://127.0.0.2:8001/", False),
        ("http://localhost:8001/", False),
        ("http://demo.example/", True),
        ("http://demo.example:81/", False),
        ("http://demo.example:79/", True),
        ("http://[::1]:8001/", True),
        ("http://a.demo.example/", False),
    ],
)
def test_a_permit_is_for_one_host_and_port(url: str, allowed: bool) -> None:
    places = {("127.0.0.1", 8001), ("demo.example", 80), ("demo.example", 79), ("::1", 8001)}
    policy = Policy(frozenset(places))
    if allowed:
        assert not is_public(check_address(url, policy, leads_to("127.0.0.1")).addresses[0])
    else:
        with pytest.raises(AddressRefused):
            check_address(url, policy, leads_to("127.0.0.1"))


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://[", "//"]))
def test_whatever_is_written_is_either_refused_or_pinned(text: str, start: str) -> None:
    try:
        target = check_address(start + text, NOBODY, leads_to(PUBLIC))
    except (AddressRefused, CaptureFailed):
        return
    assert target.url.isascii()
    assert target.url.isprintable()
    assert " " not in target.url
    assert all(is_public(address) for address in target.addresses)
