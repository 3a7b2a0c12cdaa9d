"""What the application is told when it is made."""

from __future__ import annotations

from dataclasses import dataclass

LOCAL = ("127.0.0.1", "::1", "localhost")
"""Addresses that nobody off this machine reaches."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the record is served.

    Attributes:
        host: the address listened on.
        port: 0 to let the system choose a free one.
        hosts: names under which browsers may ask, as in their Host header; others are refused (DNS rebinding). `*` allows all.
        secure: whether browsers reach the server by HTTPS alone, through a proxy: cookies are then marked Secure.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    hosts: tuple[str, ...] = (*LOCAL, "[::1]")
    secure: bool = False

    @property
    def local(self) -> bool:
        """Whether only this machine reaches the server."""
        return self.host in LOCAL
