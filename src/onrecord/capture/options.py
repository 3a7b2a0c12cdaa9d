"""How to capture, and what to say of a source that could not be."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from onrecord import __version__
from onrecord.model.errors import PageError, SourceError

AGENT = "onrecord"
"""The name by which robots.txt files can address this program."""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Options:
    """Limits and manners of capturing.

    Attributes:
        max_bytes: size above which a source is refused, in bytes after decompression.
        timeout_seconds: longest wait for a connection or for the next part of an answer.
        deadline_seconds: longest time that one page may take in all.
        delay_seconds: pause between two requests to one host; a longer `Crawl-delay` of robots.txt (up to 30 s) is kept.
        max_redirects: how many redirects are followed; each hop is checked as the first address is.
        obey_robots: whether robots.txt is asked and kept.
        allow_private: whether loopback, private and link-local addresses may be read (an intranet, a test server).
        user_agent: the name sent to servers.
        clock: gives the time of capture, with time zone.
        sleep: waits the given seconds.
        stdin: the stream that `-` reads; standard input where None.
    """

    max_bytes: int = 50_000_000
    timeout_seconds: float = 20.0
    deadline_seconds: float = 120.0
    delay_seconds: float = 1.0
    max_redirects: int = 5
    obey_robots: bool = True
    allow_private: bool = False
    user_agent: str = f"{AGENT}/{__version__}"
    clock: Callable[[], dt.datetime] = _now
    sleep: Callable[[float], None] = time.sleep
    stdin: BinaryIO | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no snapshot.

    Attributes:
        source: the path or address.
        error: why, as one line with its cure.
        skipped: True where a folder was read and this file in it is no page, so that nothing went wrong.
    """

    source: str
    error: SourceError | PageError
    skipped: bool = False
