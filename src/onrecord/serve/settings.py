"""What the application is told when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LOCAL = ("127.0.0.1", "::1", "localhost")
"""Addresses that nobody off this machine reaches."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the record is served.

    Attributes:
        host: the address listened on.
        port: 0 to let the system choose a free one.
        hosts: names under which browsers may ask, as in their Host header; others are refused (DNS rebinding). `*` allows all.
        reviewer: who decides where there are no accounts: whoever sits at this machine.
        accounts: the file of accounts; where it holds any, everybody has to sign in.
        largest_upload: bytes of one file or form.
        processes: how many make pages beside the one that takes connections; 0 where that one makes them itself.
        secure: whether browsers reach the server by HTTPS alone, through a proxy: cookies are then marked Secure.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    hosts: tuple[str, ...] = (*LOCAL, "[::1]")
    secure: bool = False
    reviewer: str = "local"
    accounts: Path | None = None
    largest_upload: int = 50_000_000
    processes: int = 0

    @property
    def local(self) -> bool:
        """Whether only this machine reaches the server."""
        return self.host in LOCAL
