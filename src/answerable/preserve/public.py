"""Which internet addresses are public: the rest are somebody's inside, and no page may send us there."""

import ipaddress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_network

# Ranges of the IANA special-purpose address registries (RFC 6890 and later) that `ipaddress` calls
# global in some or all of its versions: site-local, 6to4 and Teredo (both retired; an inside address can
# be hidden in them), local-use NAT64, documentation, segment routing, benchmarking, relay anycast.
_NOT_PUBLIC = tuple(
    ip_network(text)
    for text in (
        "fec0::/10", "2002::/16", "2001::/23", "64:ff9b:1::/48", "3fff::/20", "5f00::/16",
        "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15",
    )
)  # fmt: skip
_EMBEDS_IPV4 = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
"""IPv4-mapped (RFC 4291) and the well-known NAT64 prefix (RFC 6052): judged by the address inside."""


def is_public(text: str) -> bool:
    """Whether the address is one of the open internet; an address that cannot be read is not."""
    try:
        address: IPv4Address | IPv6Address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return False
        if any(address in network for network in _EMBEDS_IPV4):
            address = IPv4Address(address.packed[-4:])
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return not any(address in network for network in _NOT_PUBLIC if network.version == address.version)
