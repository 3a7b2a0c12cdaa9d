"""Which network addresses may be read: public ones, so that a page cannot lead the program into the house network.

Names are resolved once, all their addresses are checked, and the connection goes to a checked one, so that a name that
changes its address between check and connection gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

import httpcore

from onrecord.model.errors import SourceForbidden, SourceUnreachable

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet; also for IPv4 addresses wrapped in IPv6 ones."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64 or int(ip) < 2**32:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """Return the IP addresses of a host.

    Raises:
        SourceUnreachable: where the name is not known.
        SourceForbidden: where one of the addresses is not public and `allow_private` is False.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SourceUnreachable(f"{host}: no such host", "check the spelling of the address and the network") from None
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    if not allow_private and not all(map(is_public, addresses)):
        raise SourceForbidden(f"{host}: a private address", "save the page to a file, or allow private addresses")
    return addresses


class GuardedBackend(httpcore.SyncBackend):
    """Opens connections to checked addresses only.

    Args:
        allow_private: whether addresses that are not public may be connected to.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check and connect; the addresses of a host are tried in turn."""
        problem: Exception | None = None
        for address in resolve(host, port, allow_private=self._allow_private):
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem or httpcore.ConnectError(f"no address for {host}")
