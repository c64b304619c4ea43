"""Addresses of the open internet, and those of somebody's inside in all their disguises."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.preserve.public import is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("192.0.2.1", False),  # documentation
        ("10.0.0.1", False),
        ("172.31.255.255", False),
        ("172.32.0.1", True),
        ("192.168.1.1", False),
        ("127.0.0.1", False),
        ("127.255.255.254", False),
        ("0.0.0.0", False),  # noqa: S104
        ("0.1.2.3", False),
        ("169.254.169.254", False),  # where clouds hand out their keys
        ("100.64.0.1", False),  # carriers' inner networks
        ("100.128.0.1", True),
        ("192.0.0.9", False),
        ("192.88.99.1", False),
        ("198.19.255.255", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("2606:2800:220:1::1", True),
        ("::", False),
        ("::1", False),
        ("::127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("::ffff:127.0.0.1", False),
        ("::ffff:169.254.169.254", False),
        ("::ffff:0:127.0.0.1", False),
        ("64:ff9b::93.184.216.34", True),  # how IPv4 sites look on networks with IPv6 alone
        ("64:ff9b::10.0.0.1", False),
        ("64:ff9b:1::93.184.216.34", False),
        ("2002:7f00:1::", False),  # 6to4 with 127.0.0.1 inside
        ("2002:5db8:d822::1", False),
        ("2001:0:4136:e378:8000:63bf:80ff:fffe", False),  # Teredo with 127.0.0.1 inside
        ("2001:db8::1", False),
        ("3fff::1", False),
        ("5f00::1", False),
        ("fc00::1", False),
        ("fd12:3456::1", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("2606:2800:220:1::1%eth0", False),
        ("fec0::1", False),
        ("ff0e::1", False),
        ("100::1", False),
        ("no address", False),
    ],
)
def test_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@given(st.ip_addresses(v=4))
def test_what_ipaddress_calls_private_is_never_public_however_it_is_wrapped(
    address: ipaddress.IPv4Address,
) -> None:
    wrapped = (f"::ffff:{address}", f"64:ff9b::{address}", str(address))
    answers = {is_public(form) for form in wrapped}
    assert len(answers) == 1
    assert address.is_global or answers == {False}
