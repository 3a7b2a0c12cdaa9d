"""The stages in order: the one module that names them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import batched
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Unpack, get_args

from onrecord import adding, workers
from onrecord import record as rooms
from onrecord.adding import PageResult
from onrecord.decode import decode, plain
from onrecord.extract import LANGUAGES, extract
from onrecord.languages.manners import manners
from onrecord.languages.topics import taxonomy
from onrecord.match.lookup import bodies_named, persons_named
from onrecord.matching import match_changes
from onrecord.matching.beside import Submit
from onrecord.model import Extract, PartialDate, Snapshot
from onrecord.model.choice import check_choice
from onrecord.model.decision import Decision
from onrecord.model.errors import PageError, UsageError
from onrecord.model.facts import GatheringType, MilestoneKind
from onrecord.model.recorded import GatheringRecord, MilestoneRecord, PersonRecord, StatementRecord
from onrecord.model.search import PAGE, Hits, Narrowed, Order, Sought

if TYPE_CHECKING:
    from onrecord.capture import Archive, Failure, Options
    from onrecord.review.conflicts import Conflict
    from onrecord.review.ledger import Ledger
    from onrecord.review.questions import Question


_NARROWED_TO: dict[str, Callable[[], tuple[str, ...]]] = {
    "manner": manners,
    "topic": lambda: tuple(one.key for one in taxonomy()),
    "language": lambda: LANGUAGES,
}
"""The values that a search for statements may be narrowed to, by the name of the argument."""


def check_narrowed(given: Mapping[str, object]) -> None:
    """Look whether what narrows a search, by the name of the argument, is among what there is.

    Raises:
        UsageError: there is no such manner, topic or language.
    """
    for name, values in _NARROWED_TO.items():
        if value := given.get(name):
            check_choice(name, str(value), values())


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

    @property
    def skipped(self) -> tuple[PageResult, ...]:
        """Files of a folder that are of no known type of page, and were not tried."""
        return tuple(page for page in self.pages if page.outcome == "skipped")


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


def extract_file(path: str | Path, language: str | None = None, published: str | None = None) -> Extract:
    """Return what one file tells, without any record.

    Args:
        path: of the file; a web address, or `-` for standard input, is read as well.
        language: ISO 639-1 code of the page; found from its text where None.
        published: the page's own date in EDTF, where the page does not state it.

    Raises:
        DateError: where `published` is no date.
        SourceError: the file cannot be read from the disk, or the address from the web.
        PageError: its bytes cannot be decoded.
        LanguageError: where the language's model is not installed.
        UsageError: `path` is a folder.
    """
    from onrecord.capture import Failure, capture

    dated = PartialDate(published) if published else None
    if Path(path).is_dir():
        raise UsageError(f"{path} is a folder", "give one file; `onrecord add` reads folders")
    found = next(iter(capture(str(path))))
    if isinstance(found, Failure):
        raise found.error
    try:
        document = decode(found, language=language, published=dated)
    except PageError as error:
        name = "standard input" if str(path) == "-" else str(path)
        raise type(error)(error.fault.replace(found.url, name), error.cure) from None
    return extract(document)


class Record:
    """An open record with the verbs of the command line; `view` has every other question. Use as a context manager.

    Attributes:
        store: the open database; its `notices` are what was found and done on opening, one line each.
        view: all questions.
    """

    def __init__(self, store: rooms.Store) -> None:
        self.store = self._store = store
        self.view: rooms.View = store.view()

    def __repr__(self) -> str:
        return f"<onrecord.Record {self.store.path or 'in a database'}>"

    def add(
        self,
        *sources: str | Path,
        progress: Callable[[PageResult], None] | None = None,
        options: Options | None = None,
        processes: int = 1,
    ) -> Summary:
        """Read sources (files, folders, addresses) into the record; one that fails does not stop the others.

        Each page is kept as soon as it is read. What is one person, body or occasion across pages is worked out at the end;
        a run that is cut short leaves that to the next one.

        Args:
            sources: each a path or a URL.
            progress: called after each page.
            options: limits and manners of capturing.
            processes: how many read pages side by side, once there are more than a few; the record is the same with any number.
                With more than one, a script that calls this needs the usual `if __name__ == "__main__":`.

        Raises:
            RecordError: where the record itself cannot be written.
        """
        from onrecord.capture import capture_all

        captured = capture_all([str(source) for source in sources], options=options)
        return self.add_captured(captured, progress=progress, processes=processes)

    def add_captured(
        self,
        captured: Iterable[Snapshot | Failure],
        *,
        progress: Callable[[PageResult], None] | None = None,
        processes: int = 1,
    ) -> Summary:
        """Read pages into the record whose bytes are here already (an upload, say); else as `add`.

        Args:
            captured: what `capture` yields.
            progress: called after each page.
            processes: as for `add`.

        Raises:
            RecordError: where the record itself cannot be written.
        """
        writer = self._store.writer()
        archive = self.archive()
        results: list[PageResult] = []

        def unread(found: Snapshot | Failure) -> Snapshot | None:
            return found if isinstance(found, Snapshot) and not writer.knows(found) else None

        with workers.Readers(processes) as readers, writer.running("add"):
            for group in workers.in_order(captured, unread, readers):
                for result in adding.add_all(writer, archive, group):
                    results.append(result)
                    if progress:
                        progress(result)
            self.settle(readers.submit if processes > 1 else None)
        return Summary(tuple(results))

    def add_extracts(
        self, pages: Iterable[tuple[Snapshot, Extract]], *, progress: Callable[[PageResult], None] | None = None
    ) -> Summary:
        """Keep pages whose facts were read elsewhere (a bulk run), as `add` keeps those that it reads itself.

        Args:
            pages: each a snapshot and what was extracted from it.
            progress: called after each page.

        Raises:
            RecordError: where the record itself cannot be written.
        """
        writer = self._store.writer()
        archive = self.archive()
        results: list[PageResult] = []
        with writer.running("add"):
            for group in batched(pages, adding.TOGETHER):
                for result in adding.add_read(writer, archive, group):
                    results.append(result)
                    if progress:
                        progress(result)
            self.settle()
        return Summary(tuple(results))

    def settle(self, submit: Submit | None = None) -> None:
        """Work out who and what is the same; pages added meanwhile are left to those who add them.

        Args:
            submit: gives work to another process, which takes a part where there is much to do.
        """
        writer = self.store.writer()
        if writer.stale():
            writer.match(partial(match_changes, submit=submit))

    def archive(self) -> Archive | rooms.Payloads:
        """Return what keeps the bytes: the web archive beside the file, or the database itself."""
        from onrecord.capture import Archive

        return Archive(self.store.path.with_suffix(".warc.gz")) if self.store.path else self.store.payloads()

    def who(self, name: str) -> tuple[PersonRecord, ...]:
        """Return the persons whom `name` can mean, in any spelling and script, best match first; also a key (`p-…`)."""
        if name.startswith("p-"):
            return (self.view.person(name),)
        return tuple(self.view.person(key) for key in persons_named(name, self.view.spellings("person")))

    def organization_keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of the organizations that `name` can mean, best match first."""
        return (name,) if name.startswith("o-") else bodies_named(name, self.view.spellings("organization"))

    def _keys(self, name: str) -> tuple[str, ...]:
        people = (name,) if name.startswith("p-") else persons_named(name, self.view.spellings("person"))
        return (*people, *self.organization_keys(name))

    def said(
        self, who: str | None = None, *, about: str | None = None, since: str | None = None, until: str | None = None
    ) -> tuple[StatementRecord, ...]:
        """Return statements of a person or body (by any spelling), about something, within dates (EDTF, both included).

        Raises:
            DateError: `since` or `until` is no date.
        """
        return self.view.statements(
            speakers=None if who is None else self._keys(who), about=about, since=_date(since), until=_date(until)
        )

    def search(
        self,
        words: str = "",
        *,
        order: Order = "relevance",
        limit: int = PAGE,
        cursor: str | None = None,
        **narrowed: Unpack[Narrowed],
    ) -> Hits:
        """Return one page of what was said that matches words (see `model.search.Sought`) and all that narrows them down.

        Args:
            words: words in all their forms, "phrases", beginnings* of words, `OR`, `-without`; all statements without any.
            order: most relevant, newest or oldest first.
            limit: hits on the page.
            cursor: of the page before.
            narrowed: see `model.search.Narrowed`; names in any spelling, dates in EDTF.

        Raises:
            UsageError: the words cannot be looked for; there is no such order, manner, topic, language or date.
        """
        check_choice("order", order, get_args(Order))
        return self.view.search(self.sought(words, **narrowed), order=order, limit=limit, cursor=cursor)

    def sought(self, words: str = "", **narrowed: Unpack[Narrowed]) -> Sought:
        """Return what is sought, with names as keys of records; the arguments are those of `search`, which see."""
        check_narrowed(narrowed)
        keys = self._keys(narrowed["who"]) if "who" in narrowed else None
        days = {name: _date(narrowed.get(name)) for name in ("since", "until")}  # type: ignore[arg-type]  # these two are text
        rest = {name: value for name, value in narrowed.items() if name not in ("who", *days)}
        return Sought(words, keys, **days, **rest)  # type: ignore[arg-type]  # the names and types of `Narrowed`

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
        if type is not None:
            check_choice("type of gathering", type, get_args(GatheringType))
        return self.view.gatherings(
            who=None if who is None else self._keys(who),
            place=place,
            type=type,  # type: ignore[arg-type]  # checked above
            since=_date(since),
            until=_date(until),
        )

    def timeline(
        self, *, kind: str | None = None, since: str | None = None, until: str | None = None
    ) -> tuple[MilestoneRecord, ...]:
        """Return dated steps, oldest first, of a kind, within dates (EDTF, both included).

        Raises:
            UsageError: `kind` is not a kind of step; the message lists them.
            DateError: `since` or `until` is no date.
        """
        if kind is not None:
            check_choice("kind of milestone", kind, get_args(MilestoneKind))
        return self.view.milestones(kind=kind, since=_date(since), until=_date(until))  # type: ignore[arg-type]  # checked above

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the contradictions between sources, the most severe first."""
        return self._ledger.contradictions(self.view)[0]

    def settle_conflict(self, key: str, choice: str | None = None, *, note: str = "", by: str) -> Decision:
        """Keep how a contradiction is settled; see `review.settling.settlement`."""
        from onrecord.review.settling import settlement

        return self.decide(settlement(self.conflicts(), key, choice, note=note, by=by))

    def questions(self) -> tuple[Question, ...]:
        """Return what only a reader can decide, those questions first whose answer settles most."""
        return self._ledger.found(self.view)[2]

    @cached_property
    def _ledger(self) -> Ledger:
        from onrecord.review.ledger import Ledger

        return Ledger()

    def decide(self, decision: Decision, *, seen: str | None = None) -> Decision:
        """Keep a decision (such as `question.answered("y", by="Ana")`) and let it take effect; see `record.Writer.decide`."""
        kept = self.store.writer().decide(decision, seen=seen)
        self.settle()
        return kept

    def undo(self, id: str, *, by: str, why: str = "") -> Decision:
        """Take a decision back by one more entry of the log, and return that; raises UsageError where that cannot be."""
        entry = self.store.writer().undo(id, by=by, why=why)
        self.settle()
        return entry

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

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
    return Record(rooms.open_store(where, create=create))


def _date(edtf: str | None) -> PartialDate | None:
    return None if edtf is None else PartialDate(edtf)
