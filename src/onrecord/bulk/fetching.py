"""The pages of a list of addresses, asked for one after the other."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.capture.options import Options
from onrecord.capture.sources import is_web_address
from onrecord.capture.web import Web
from onrecord.model.errors import SourceError

_NO_ADDRESS = "no web address: write it as https://example.org/page"


class Fetched(NamedTuple):
    """The bytes of a page and when they came; without bytes, why there are none, with a cure."""

    content: bytes | None
    captured_at: str
    fault: str | None


class Fetcher:
    """Fetches addresses with the manners of `onrecord add`: robots.txt files and pauses are of the whole list."""

    def __init__(self, options: Options | None = None) -> None:
        self._options = options or Options()
        self._web = Web(self._options)

    def fetch(self, url: str) -> Fetched:
        """Return what an address gave."""
        if not is_web_address(url):
            return self._without_bytes(_NO_ADDRESS)
        try:
            page = self._web.fetch(url)
        except SourceError as error:
            return self._without_bytes(str(error))
        return Fetched(page.content, page.captured_at.isoformat(timespec="seconds"), None)

    def _without_bytes(self, fault: str) -> Fetched:
        return Fetched(None, self._options.clock().isoformat(timespec="seconds"), fault)
