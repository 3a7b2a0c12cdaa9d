"""Which way a source is captured: by its form, from an explicit list."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from onrecord.capture import files
from onrecord.capture.options import Failure, Options
from onrecord.model import Snapshot
from onrecord.model.errors import SourceError, SourceNotFound, SourceUnreachable

if TYPE_CHECKING:
    from onrecord.capture.web import Web

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_HOST_LIKE = re.compile(
    r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|net|kr|kz|ru|uz|int|gov|edu|eu|info)(?:/|$))", re.IGNORECASE
)


def capture(source: str, *, options: Options | None = None) -> Iterator[Snapshot | Failure]:
    """Yield the snapshots of one source, in a fixed order, and a Failure for each page of it that could not be had.

    Args:
        source: a file, a folder, an http, https or file address, or `-` for standard input.
        options: limits and manners; the defaults where None.
    """
    yield from capture_all([source], options=options)


def capture_all(sources: Iterable[str], *, options: Options | None = None) -> Iterator[Snapshot | Failure]:
    """Yield the snapshots of many sources in their order; robots.txt files and pauses between requests are shared.

    Args:
        sources: as for `capture`.
        options: limits and manners; the defaults where None.
    """
    options = options or Options()
    with contextlib.ExitStack() as opened:
        web: Web | None = None
        for source in sources:
            if web is None and is_web_address(source):
                from onrecord.capture.web import Web  # takes 0.2 s, which files do not need

                web = opened.enter_context(Web(options))
            yield from _one(source, options, web)


def is_web_address(source: str) -> bool:
    """Tell whether a source is an http or https address, by its form."""
    return _WEB.match(source) is not None


def _one(source: str, options: Options, web: Web | None) -> Iterator[Snapshot | Failure]:
    scheme = _SCHEME.match(source)
    try:
        if source == "-":
            yield files.standard_input(options)
        elif web is not None and is_web_address(source):
            yield web.fetch(source)
        elif scheme and scheme[1].lower() == "file":
            yield from files.walk(Path(unquote(urlsplit(source).path)), options)
        elif scheme:
            raise SourceUnreachable(f"{source}: {scheme[1]} addresses are not read", "give an http or https address, or a file")
        else:
            yield from files.walk(_existing(source), options)
    except SourceError as error:
        yield Failure(source, error)


def _existing(source: str) -> Path:
    if not source.strip():  # a variable that is not set, and not the folder at hand
        raise SourceNotFound("a source without a name", "give a file, a folder or a web address")
    path = Path(source).expanduser()
    try:
        there = path.exists()
    except (OSError, ValueError):
        there = False
    if not there:
        cure = f"for a web page write https://{source}" if _HOST_LIKE.match(source) else "check the spelling of the path"
        raise SourceNotFound(f"{source}: no such file or folder", cure)
    return path
