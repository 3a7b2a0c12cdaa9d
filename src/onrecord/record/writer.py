"""Writing the record: one page a transaction, then what that says about who and what is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, update

from onrecord.model import Snapshot
from onrecord.model.decision import Absence, Correction, Decision, Judgement, Settlement
from onrecord.model.errors import UsageError
from onrecord.record import deciding, forgetting, runs, schema
from onrecord.record.faults import told_as_ours
from onrecord.record.keeping import Outcome, Page, Unread, keep_page, keep_unread, knows, replace_page
from onrecord.record.matching import Change, Matching
from onrecord.record.reader import Reader
from onrecord.record.search import entries


class Writer:
    """Writes pages and the resolved layer. Every method is one transaction: all of it is kept, or nothing."""

    def __init__(self, engine: Engine, writing: Engine, name: str) -> None:
        self._engine = engine
        self._writing = writing
        self._name = name
        self._run: int | None = None

    @contextmanager
    def running(self, kind: runs.Kind) -> Iterator[None]:
        """Note that this process works on the record, while the block runs: if it is killed, the next one tells of it."""
        with runs.running(self._writing, self._name, kind) as self._run:
            yield
        self._run = None

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with told_as_ours(self._name), self._writing.begin() as connection:
            yield connection

    def knows(self, snapshot: Snapshot) -> bool:
        """Tell whether these bytes at this address are in the record as a page that was read, so that nothing is to be done."""
        with told_as_ours(self._name), self._engine.connect() as connection:
            return knows(connection, snapshot)

    def add_page(self, page: Page) -> Outcome:
        """Keep a page with all its facts and claims.

        The same bytes at the same address change nothing. The same bytes at another address are one page with two addresses.
        Other bytes at a known address are a new version: the facts of the earlier capture stay in the record, marked as
        superseded, and count no longer in answers.

        Raises:
            RecordLocked: where another process keeps the record locked, or it may not be written.
        """
        return self.add_all([page])[0]

    def add_all(self, pages: Sequence[Page | Unread]) -> list[Outcome]:
        """Keep pages, each as `add_page` or `add_unread` does, all of them in one transaction; returns the outcome of each.

        Raises:
            RecordLocked: as `add_page`.
        """
        with self._transaction() as connection:
            touched: set[int] = set()
            outcomes: list[Outcome] = [
                keep_page(connection, page, touched) if isinstance(page, Page) else keep_unread(connection, page)
                for page in pages
            ]
            kept = sum(outcome not in ("unchanged", "unread") for outcome in outcomes)
            if touched:
                entries.refresh_documents(connection, touched)
            if kept and self._run is not None:
                runs.count(connection, self._run, kept)
            if kept:
                _count_changes(connection, kept)
            return outcomes

    def add_unread(self, snapshot: Snapshot, reason: str) -> Outcome:
        """Keep a snapshot that could not be read, with the reason in one line.

        Raises:
            RecordLocked: as `add_page`.
        """
        return self.add_all([Unread(snapshot, reason)])[0]

    def decide(self, decision: Decision, *, seen: str | None = None) -> Decision:
        """Keep a decision of any kind, and return it as kept; raises as the method of its kind."""
        if isinstance(decision, Judgement):
            return self.judge(decision, seen=seen)
        if isinstance(decision, Correction):
            return self.correct(decision, seen=seen)
        return self.settle(decision, seen=seen) if isinstance(decision, Settlement) else self.note_absence(decision)

    def judge(self, judgement: Judgement, *, seen: str | None = None) -> Judgement:
        """Keep a judgement whether two sightings are one, and return it with its id; the next resolution follows it.

        Args:
            judgement: with `by` filled in; the keys may be those of any two sightings or records of one kind.
            seen: id of the entry on the same pair that the judge had before them, or None.

        Raises:
            DecisionOverlap: somebody else has judged the pair meanwhile; the message names that judgement.
            DecisionClash: it cannot hold beside those that stand (A is B, B is C, A is not C); the message names them.
            UsageError: the record has not both, or they are not of one kind.
        """
        with self._transaction() as connection:
            kept = deciding.keep(connection, judgement, seen)
            _count_changes(connection)
            return kept

    def correct(self, correction: Correction, *, seen: str | None = None) -> Correction:
        """Keep a correction of a fact, and return it with its id (and the key of a fact that is added).

        Raises:
            DecisionOverlap: as `judge`.
            GroundingError: its quotation does not stand in the text.
            UsageError: the record has not the fact, or an added one lacks its kind, page or place.
        """
        with self._transaction() as connection:
            kept = deciding.keep(connection, correction, seen)
            _count_changes(connection)
            return kept

    def settle(self, settlement: Settlement, *, seen: str | None = None) -> Settlement:
        """Keep how a contradiction is settled, and return that with its id; raises as `judge`."""
        with self._transaction() as connection:
            return deciding.keep(connection, settlement, seen)

    def note_absence(self, absence: Absence) -> Absence:
        """Keep that something was searched and not found, and return that with its id; the same search is kept once."""
        with self._transaction() as connection:
            return deciding.keep(connection, absence, None)

    def undo(self, id: str, *, by: str, why: str = "") -> Decision:
        """Take a decision (or the undoing of one) back: one more entry of the log, which is returned with its own id.

        Raises:
            UsageError: there is no such entry, or later ones on the same matter rest on it.
            DecisionClash: what would stand again gainsays what was judged meanwhile.
        """
        with self._transaction() as connection:
            entry = deciding.undo(connection, id, by=by, why=why)
            _count_changes(connection)
            return entry

    def forget(self, url: str, *, by: str, why: str = "") -> tuple[str, ...]:
        """Withdraw a source: all that was captured at an address goes, a note that it was there stays.

        Returns:
            The ids of the snapshots whose bytes have to go from the web archive, too.

        Raises:
            UsageError: the record has no such source, or nobody is named.
            RecordLocked: as `add_page`.
        """
        if not by.strip():
            raise UsageError("withdrawing a source needs somebody who does it", "name yourself with --as NAME")
        with self._transaction() as connection:
            if connection.dialect.name == "sqlite":
                # What is deleted is overwritten, too, in the tables and in the index of words.
                connection.exec_driver_sql("PRAGMA secure_delete = ON")
            gone = forgetting.forget(connection, url, by=by, why=why)
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('optimize')")
            _count_changes(connection)
            return gone

    def withdrawn(self, snapshot: Snapshot) -> bool:
        """Tell whether this very capture was withdrawn with `forget`, so that it is not taken in again."""
        with told_as_ours(self._name), self._engine.connect() as connection:
            return forgetting.withdrawn(connection, snapshot.url, snapshot.id)

    def rebuild(self, pages: Iterable[Page], step: Callable[[Matching], Iterable[Change]]) -> int:
        """Replace all that is derived from these pages, and the resolved layer, in one transaction; return how many there were.

        No decision is touched: corrections and judgements hold for the new facts by their content keys. A page that was
        forgotten meanwhile stays so; one that came in meanwhile stays as it is.

        Args:
            pages: read anew from the snapshots that the record holds; taken one by one, so that they need not be in memory.
            step: as `match` takes it; it is given all of the record to match.

        Raises:
            RecordLocked: as `add_page`.
        """
        with self._transaction() as connection:
            number = 0
            for page in pages:
                number += replace_page(connection, page)
            _count_changes(connection)
            _match(connection, Matching(connection, anew=True), step)
            return number

    def stale(self) -> bool:
        """Tell whether pages were added since the resolved layer was written."""
        with told_as_ours(self._name), self._engine.connect() as connection:
            reader = Reader(connection)
            return reader.counter("resolved") != reader.counter("changes")

    def match(self, step: Callable[[Matching], Iterable[Change]]) -> None:
        """Bring the resolved layer up to date: what changed since matching last looked is worked out, and nothing else.

        Args:
            step: matches what changed, and returns what came of it.

        Raises:
            RecordLocked: as `add_page`.
        """
        with self._transaction() as connection:
            _match(connection, Matching(connection), step)


def _match(connection: Connection, matching: Matching, step: Callable[[Matching], Iterable[Change]]) -> None:
    state = Reader(connection).counter("changes")
    moved = matching.keep(step(matching))
    if moved is None:
        entries.rebuild(connection)
    else:
        entries.refresh_around(connection, moved | set(Reader(connection).cluster_of(moved).values()))
    _set(connection, "resolved", state)


def _count_changes(connection: Connection, number: int = 1) -> None:
    """Note that the resolved layer has something to catch up with."""
    _set(connection, "changes", Reader(connection).counter("changes") + number)


def _set(connection: Connection, name: str, value: int) -> None:
    connection.execute(update(schema.meta).where(schema.meta.c.name == name).values(value=str(value)))
