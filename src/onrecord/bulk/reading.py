"""One page of a bulk run, from its record to its claims: what a worker does, whatever machine it stands on."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.bulk.journal import Journal
from onrecord.bulk.payload import Payload, payload_of
from onrecord.bulk.progress import Tally
from onrecord.languages.tidying import Tidying
from onrecord.model import Extract, Snapshot
from onrecord.model.errors import OnrecordError
from onrecord.model.packing import packed

if TYPE_CHECKING:
    from onrecord.decode.gate import Gate

LONGEST_SECONDS = 120.0
"""For one page; ordinary pages take a tenth of a second. A worker that hangs on one is ended, and the page set aside."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a record.

    Attributes:
        state: "no-page" (an error, an image, a redirect), "refused" by the gate, "empty" (no fact), "read", "set-aside".
        sha256: of the page's bytes; an empty string where there is no page.
        facts: the extract, packed, where the page was read.
        claims: the page's claims as rows, where it was read.
        reason: why a page was set aside, in one line.
    """

    state: str
    sha256: str = ""
    media_type: str = ""
    language: str = ""
    content: bytes | None = None
    facts: str | None = None
    claims: tuple[dict[str, Any], ...] = ()
    reason: str | None = None


class FirstLook:
    """Tells from a record's bytes alone what no worker need see: in a crawl nearly all of it, which then does not travel.

    Args:
        about, gated: as for `PageReader`.
    """

    def __init__(self, *, about: str | None, gated: bool) -> None:
        self._gate = _gate(about, gated=gated)

    def passed_over(self, record: bytes, *, is_response: bool) -> str | None:
        """Return the state of a record without a page ("no-page") or without the field's terms ("refused"), else None."""
        try:
            page = payload_of(record, is_response=is_response)
        except ValueError:
            return None  # the worker says why
        if page is None or not page.content.strip():
            return "no-page"
        return "refused" if self._gate and not self._gate.admits(page.content) else None


class PageReader:
    """Reads the pages of one worker; language models load when the first page of their language comes, and stay.

    Args:
        about: a file with the user's own vocabulary for the gate; the field's where None.
        gated: False to read every page.
        journal: a folder in which the page at hand is noted, so that one that ends the worker is known; None for no notes.
        set_aside: sha256 of pages that are not to be tried again, each with the reason.
        alone: whether this is all that its process does (see `Tidying`).
    """

    def __init__(
        self, *, about: str | None, gated: bool, journal: str | None, set_aside: dict[str, str], alone: bool = False
    ) -> None:
        self._gate = _gate(about, gated=gated)
        self._journal = Journal(journal)
        self._set_aside = set_aside
        self._tidying = Tidying() if alone else None

    def read(self, record: bytes, url: str, captured_at: dt.datetime, *, is_response: bool) -> Outcome:
        """Return what a record tells; never raises for what a page may hold."""
        outcome = self._outcome(record, url, captured_at, is_response=is_response)
        found = outcome.state == "read"
        if self._tidying and outcome.state not in ("no-page", "refused"):
            self._tidying.after(len(record))
        self._journal.count(Tally(1, len(record), found))
        return outcome

    def pass_over(self, state: str, size: int) -> Outcome:
        """Count a record that the first look has settled; returns its outcome."""
        self._journal.count(Tally(1, size))
        return Outcome(state)

    def leave_out(self, reason: str) -> Outcome:
        """Count a page of which there are no bytes; returns its outcome, set aside for the reason."""
        self._journal.count(Tally(1, 0))
        return Outcome("set-aside", reason=reason)

    def _outcome(self, record: bytes, url: str, captured_at: dt.datetime, *, is_response: bool) -> Outcome:
        try:
            page = payload_of(record, is_response=is_response)
        except ValueError as error:
            return Outcome("set-aside", hashlib.sha256(record).hexdigest(), reason=str(error))
        if page is None or not page.content.strip():
            return Outcome("no-page")
        if self._gate and not (self._gate.admits(page.content) and self._gate.admits_text(page.content)):
            return Outcome("refused")
        sha256 = hashlib.sha256(page.content).hexdigest()
        if sha256 in self._set_aside:
            return Outcome("set-aside", sha256, page.media_type, content=page.content, reason=self._set_aside[sha256])
        self._begin(sha256)
        try:
            return _read(
                page, Snapshot(sha256, page.content, url, page.media_type or _sniffed(page), captured_at, page.headers)
            )
        finally:
            self._end()

    def _begin(self, sha256: str) -> None:
        """Note the page before it is read, and see to it that it does not take for ever."""
        if self._journal.kept:
            self._journal.begin(sha256)
            self._watch = threading.Timer(LONGEST_SECONDS, os._exit, (70,))
            self._watch.daemon = True
            self._watch.start()

    def _end(self) -> None:
        if self._journal.kept:
            self._watch.cancel()
            self._journal.end()


def _gate(about: str | None, *, gated: bool) -> Gate | None:
    from onrecord.decode.gate import field_gate, gate_about

    return (gate_about(about) if about else field_gate()) if gated else None


def _read(page: Payload, snapshot: Snapshot) -> Outcome:
    from onrecord.decode import decode
    from onrecord.extract import extract

    try:
        facts = extract(decode(snapshot))
    except OnrecordError as error:
        return Outcome("set-aside", snapshot.id, snapshot.media_type, content=page.content, reason=str(error))
    except Exception as error:  # a fault of ours on one page must not stop a run of millions
        reason = f"onrecord failed on this page ({type(error).__name__}: {error}): report it; the page is kept"
        return Outcome("set-aside", snapshot.id, snapshot.media_type, content=page.content, reason=reason)
    if not tells(facts):
        return Outcome("empty", snapshot.id, snapshot.media_type, facts.document.language)
    return Outcome(
        "read", snapshot.id, snapshot.media_type, facts.document.language, page.content, packed(facts), rows_of(facts)
    )


def tells(facts: Extract) -> bool:
    """Tell whether a page holds a fact and not names alone."""
    return bool(facts.positions or facts.gatherings or facts.statements or facts.milestones)


def rows_of(facts: Extract) -> tuple[dict[str, Any], ...]:
    """Return the claims of a page as rows of the table of claims, in the order of the extract."""
    from onrecord.extract.claims import claims

    return tuple(
        {
            "n": number, "subject": one.subject, "property": one.property, "value": one.value, "wording": one.wording,
            "spans": [{"start": start, "end": end} for start, end in one.spans], "rule": one.rule, "confidence": one.confidence,
        }
        for number, one in enumerate(claims(facts))
    )  # fmt: skip


def _sniffed(page: Payload) -> str:
    start = page.content[:1024].lstrip().lower()
    if start.startswith(b"%pdf"):
        return "application/pdf"
    return "text/html" if start.startswith((b"<!doctype", b"<html", b"<head", b"<?xml")) else "text/plain"
