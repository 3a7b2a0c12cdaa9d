"""Pages that readers add in the browser: one run after the other, each told page by page."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import logging
import re
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from onrecord.adding import PageResult
from onrecord.capture import Failure, Options, capture_all
from onrecord.capture.media import BY_ENDING, UNKNOWN
from onrecord.model import Snapshot
from onrecord.model.errors import OnrecordError, UsageError
from onrecord.pipeline import Record
from onrecord.serve.safe_text import harmless

log = logging.getLogger(__name__)

KEPT = 50
"""Runs remembered; older ones stand in the record, and are told of no more."""

MOST_ADDRESSES = 200
"""Of one run."""

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class Upload(NamedTuple):
    """A file as a browser sends it."""

    name: str
    content: bytes


@dataclass(slots=True)
class Run:
    """What is being added, and what became of it so far."""

    id: str
    by: str
    started: dt.datetime
    pages: list[PageResult] = field(default_factory=list)
    state: Literal["waiting", "reading", "done", "failed"] = "waiting"
    fault: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return self.state in ("done", "failed")


class Runs:
    """All runs of a server. One is worked on at a time: they would only wait for each other in the database.

    Args:
        record: the open record.
        options: how addresses are fetched. Addresses of this machine and its network are refused unless it allows them.
    """

    def __init__(self, record: Record, options: Options | None = None) -> None:
        self._record = record
        self._options = options
        self._runs: OrderedDict[str, Run] = OrderedDict()
        self._lock = threading.Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="adding")

    def start(self, typed: str, uploads: Sequence[Upload], by: str) -> Run:
        """Begin a run with what a form holds.

        Args:
            typed: addresses, one a line, or the text of a page.
            uploads: files.
            by: who adds.

        Raises:
            UsageError: there is nothing to add, or too much.
        """
        addresses, text = parted(typed)
        uploads = [one for one in uploads if one.name or one.content]
        if len(addresses) > MOST_ADDRESSES:
            raise UsageError(f"{len(addresses)} addresses at once", f"give at most {MOST_ADDRESSES}, or use `onrecord add`")
        if not addresses and not text and not uploads:
            raise UsageError("there is nothing to add", "give addresses, a text, or files")
        run = Run(secrets.token_urlsafe(9), by, dt.datetime.now(dt.UTC))
        with self._lock:
            self._runs[run.id] = run
            while len(self._runs) > KEPT:
                self._runs.popitem(last=False)
        given = [_snapshot(one.content, f"upload:{_plain(one.name)}", _media_type(one.name)) for one in uploads]
        if text:
            content = text.encode()
            given.append(_snapshot(content, f"pasted:{hashlib.sha256(content).hexdigest()[:12]}", "text/plain"))
        self._worker.submit(self._work, run, given, addresses)
        return run

    def get(self, id: str) -> Run | None:
        """Return a run by its id, or None where it is forgotten or never was."""
        with self._lock:
            return self._runs.get(id)

    def latest(self) -> tuple[Run, ...]:
        """Return the runs, the newest first."""
        with self._lock:
            return tuple(reversed(self._runs.values()))

    def close(self) -> None:
        """Finish the page at hand, and begin no other run."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _work(self, run: Run, given: Iterable[Snapshot], addresses: Sequence[str]) -> None:
        run.state = "reading"
        captured: Iterator[Snapshot | Failure] = itertools.chain(given, capture_all(addresses, options=self._options))
        try:
            self._record.add_captured(captured, progress=run.pages.append)
        except OnrecordError as error:
            log.error("%s", error)
            run.state, run.fault = "failed", f"{error.fault}: {error.cure}" if isinstance(error, UsageError) else ""
        except Exception:
            log.exception("a run of added pages failed")
            run.state = "failed"
        else:
            run.state = "done"


def parted(typed: str) -> tuple[list[str], str]:
    """Return the addresses in a field where every line is one; else no address, and the text itself."""
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if lines and all(_ADDRESS.fullmatch(line) for line in lines):
        return list(dict.fromkeys(lines)), ""
    return [], typed if typed.strip() else ""


def _snapshot(content: bytes, url: str, media_type: str) -> Snapshot:
    return Snapshot(hashlib.sha256(content).hexdigest(), content, url, media_type, dt.datetime.now(dt.UTC))


def _media_type(name: str) -> str:
    return BY_ENDING.get(PurePosixPath(name).suffix.lower(), UNKNOWN)


def _plain(name: str) -> str:
    """Return the name of a file without folders and marks that could mislead."""
    return " ".join(harmless(re.split(r"[/\\]", name)[-1]).split())[:200] or "file"
