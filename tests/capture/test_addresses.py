from __future__ import annotations

import socket
from collections.abc import Callable

import httpcore
import pytest

from onrecord.capture.addresses import GuardedBackend, is_public, resolve
from onrecord.model.errors import SourceForbidden, SourceUnreachable


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",  # noqa: S104
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1", "nonsense",
    ],
)  # fmt: skip
def test_private_addresses_are_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_told(address: str) -> None:
    assert is_public(address)


def resolver(*addresses: str) -> Callable[..., list[tuple[object, ...]]]:
    def lookup(_host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (address, port)) for address in addresses]

    return lookup


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolver("8.8.8.8", "10.0.0.1"))
    with pytest.raises(SourceForbidden, match="private"):
        resolve("example.org", 80, allow_private=False)
    assert resolve("example.org", 80, allow_private=True) == ["8.8.8.8", "10.0.0.1"]


def test_connection_goes_to_the_checked_address_and_not_to_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[str] = []

    def connect(_self: object, host: str, *_: object) -> None:
        reached.append(host)
        raise httpcore.ConnectError(host)

    monkeypatch.setattr(socket, "getaddrinfo", resolver("8.8.8.8", "1.1.1.1"))
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    with pytest.raises(httpcore.ConnectError):
        GuardedBackend(allow_private=False).connect_tcp("example.org", 80)
    assert reached == ["8.8.8.8", "1.1.1.1"]


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "localhost"])
def test_other_spellings_of_loopback_are_refused(host: str) -> None:
    with pytest.raises(SourceForbidden):
        resolve(host, 80, allow_private=False)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 70, "a..b"])
def test_unknown_host_is_unreachable(host: str) -> None:
    with pytest.raises(SourceUnreachable, match="no such host"):
        resolve(host, 80, allow_private=False)
