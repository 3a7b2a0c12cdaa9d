"""The stages in order: the one module that names them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from onrecord.decode import plain
from onrecord.extract import extract
from onrecord.model import Extract, PartialDate
from onrecord.model.recorded import GatheringRecord, PersonRecord, StatementRecord
from onrecord.record.view import View


@dataclass(frozen=True, slots=True)
class PageResult:
    """What became of one source: `outcome` as in `record.Outcome`, or "failed" with the fault and its cure as `reason`."""

    source: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of `add` did, page by page, in the order of the sources."""

    pages: tuple[PageResult, ...] = ()

    @property
    def added(self) -> tuple[PageResult, ...]:
        """Pages that are new in the record, new versions included."""
        return tuple(page for page in self.pages if page.outcome in ("added", "new-version", "new-address"))

    @property
    def unchanged(self) -> tuple[PageResult, ...]:
        """Pages that were there already."""
        return tuple(page for page in self.pages if page.outcome == "unchanged")

    @property
    def failed(self) -> tuple[PageResult, ...]:
        """Sources that could not be captured or read; those with bytes are kept as unread snapshots."""
        return tuple(page for page in self.pages if page.outcome in ("failed", "unread"))


def extract_text(text: str, language: str | None = None, published: str | None = None, *, id: str = "page") -> Extract:
    """Return what a plain text tells.

    Args:
        text: the page; spans in the result count its Unicode code points.
        language: ISO 639-1 code; found from the text where None.
        published: the page's own date in EDTF, where the text does not state it.
        id: a name for the page.

    Raises:
        DateError: where `published` is no date.
        LanguageError: where the language's model is not installed.
    """
    return extract(plain.decode(text, id=id, language=language, published=PartialDate(published) if published else None))


def extract_file(path: str | Path) -> Extract:
    """Return what one file tells, without any record.

    Raises:
        SourceError: the file cannot be read from the disk.
        PageError: its bytes cannot be decoded.
        LanguageError: where the language's model is not installed.
    """
    raise NotImplementedError


class Record:
    """An open record with the verbs of the command line; `view` has every other question. Use as a context manager."""

    def __init__(self) -> None: ...

    @property
    def view(self) -> View:
        """The reading side of the record, for `review`, `tell` and your own questions."""
        raise NotImplementedError

    def add(self, *sources: str | Path, progress: Callable[[PageResult], None] | None = None) -> Summary:
        """Read sources (files, folders, addresses) into the record; one that fails does not stop the others.

        Args:
            sources: each a path or a URL.
            progress: called after each page.

        Raises:
            RecordError: where the record itself cannot be written.
        """
        raise NotImplementedError

    def who(self, name: str) -> tuple[PersonRecord, ...]:
        """Return the persons whom `name` can mean, in any spelling and script, best match first; also a key (`p-…`)."""
        raise NotImplementedError

    def organization_keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of the organizations that `name` can mean."""
        raise NotImplementedError

    def said(
        self, who: str | None = None, *, about: str | None = None, since: str | None = None, until: str | None = None
    ) -> tuple[StatementRecord, ...]:
        """Return statements of a person or body (by any spelling), about something, within dates (EDTF, both included)."""
        raise NotImplementedError

    def gatherings(
        self,
        *,
        who: str | None = None,
        place: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> tuple[GatheringRecord, ...]:
        """Return occasions, filtered by a participant (any spelling), a place, a type, dates (EDTF, both included).

        Raises:
            UsageError: `type` is not a type of gathering; the message lists them.
            DateError: `since` or `until` is no date.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the database."""

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open(where: str | Path = "onrecord.db", *, create: bool = True) -> Record:  # noqa: A001 - onrecord.open(...) reads as it does
    """Open a record, made new where there is none and `create` is true.

    Args:
        where: a file, or a database URL.
        create: False to refuse where there is no record yet.

    Raises:
        RecordError: see `record.open_store`.
    """
    raise NotImplementedError


def add(record: Record, sources: Iterable[str | Path], *, progress: Callable[[PageResult], None] | None = None) -> Summary:
    """Carry sources through all stages into the record: see `Record.add`."""
    return record.add(*sources, progress=progress)
