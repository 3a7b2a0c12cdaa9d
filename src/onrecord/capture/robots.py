"""What a site asks of programs that read it: robots.txt (RFC 9309), read with protego."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from onrecord.capture.options import AGENT
from onrecord.model.errors import SourceError, SourceForbidden

LONGEST = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB at least."""

LONGEST_DELAY = 30.0
"""Seconds of a `Crawl-delay` beyond which it is not kept in full."""


@dataclass(slots=True)
class Rules:
    """The robots.txt files of one run, each asked for once.

    Args:
        fetch: gives status and body of an address; raises SourceError where there is no answer.
    """

    fetch: Callable[[str], tuple[int, bytes]]
    _known: dict[str, Protego | None] = field(default_factory=dict)

    def check(self, origin: str, url: str) -> float:
        """Return the pause in seconds that the site asks for.

        Args:
            origin: scheme, host and port, as `https://example.org`.
            url: the address to be read.

        Raises:
            SourceForbidden: where the site does not want the address read, or fails to say (RFC 9309, 2.3.1.4).
        """
        if origin not in self._known:
            self._known[origin] = self._load(origin)
        rules = self._known[origin]
        if rules is None:
            raise SourceForbidden(f"{url}: the site cannot say whether it may be read", "try later, or save the page to a file")
        if not rules.can_fetch(url, AGENT):
            raise SourceForbidden(
                f"{url}: robots.txt asks programs not to read it", "save the page in a browser and add the file"
            )
        return min(float(rules.crawl_delay(AGENT) or 0.0), LONGEST_DELAY)

    def _load(self, origin: str) -> Protego | None:
        """Return the rules: none where there is no file (status 4xx), None where the site fails (5xx)."""
        try:
            status, body = self.fetch(f"{origin}/robots.txt")
        except SourceForbidden:
            raise
        except SourceError:
            return Protego.parse("")  # no answer at all: the page itself will tell why
        if status >= 500:
            return None
        return Protego.parse(body[:LONGEST].decode("utf-8", "replace") if status < 400 else "")
