"""Keeping a record in order: read it anew, copy it, look it through, withdraw a source; and keep decisions."""

from __future__ import annotations

import datetime as dt
import pickle
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Literal, get_args

from onrecord import workers
from onrecord.capture import Archive
from onrecord.extract import extract
from onrecord.extract.claims import claims
from onrecord.match import copies
from onrecord.matching import match_changes
from onrecord.model import PartialDate
from onrecord.model.choice import check_choice
from onrecord.model.decision import Absence, Decision, DecisionRecord
from onrecord.model.errors import OnrecordError, PageError, RecordError, UsageError
from onrecord.model.keeping import Finding, Forgotten
from onrecord.pipeline import Record
from onrecord.record import Capture, Page

Stage = Literal["decode", "extract", "match"]
"""Where reading anew begins: at the kept bytes, at the kept texts, or at the kept facts."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did.

    Attributes:
        pages: how many pages were read anew.
        failed: address and reason of each page that could not be read anew; it stays as it was.
        gone: decisions that stand, but whose ground the pages no longer say.
    """

    pages: int
    failed: tuple[tuple[str, str], ...]
    gone: tuple[DecisionRecord, ...]


def rebuild(record: Record, *, start: Stage = "decode", progress: Callable[[str], None] | None = None) -> Rebuilt:
    """Read the record anew from what it has kept, in one transaction; decisions are not touched, and hold for what is found.

    The pages are read first, into a file that goes when this is done, so that others can work on the record meanwhile; what
    they add stays. Killed at any moment, the record is as it was before.

    Args:
        record: the open record.
        start: the first stage that is run again.
        progress: called with the address of each page that was read.

    Raises:
        UsageError: there is no such stage.
        RecordError: the record cannot be written.
    """
    check_choice("stage", start, get_args(Stage))
    writer = record.store.writer()
    failed: list[tuple[str, str]] = []
    with writer.running("rebuild"), tempfile.TemporaryFile() as spool:
        for capture in record.view.captures() if start != "match" else ():
            try:
                pickle.dump(_read(record, capture, start), spool)
            except OnrecordError as error:
                if capture.document is not None or start == "decode":
                    failed.append((capture.url, str(error)))
            if progress:
                progress(capture.url)
        spool.seek(0)
        number = writer.rebuild(_spooled(spool), match_changes)
    return Rebuilt(number, tuple(failed), record.view.decisions(gone=True))


def _read(record: Record, capture: Capture, start: Stage) -> Page:
    """Read one page anew."""
    if start == "extract":
        if capture.document is None:
            raise UsageError(f"{capture.url} could not be read", "rebuild from the first stage")
        document = record.view.document(capture.document)
        snapshot = capture.with_bytes(b"")  # its bytes are not looked at again
    else:
        snapshot = capture.with_bytes(record.archive().get(capture.snapshot).content)
        read = workers.read(snapshot)
        if read.extract is None:
            raise PageError(read.reason)
        return Page(replace(snapshot, content=b""), read.extract, read.claims, read.signature)
    facts = extract(document)
    return Page(snapshot, facts, claims(facts), copies.signature(document))


def _spooled(spool: IO[bytes]) -> Iterator[Page]:
    while True:
        try:
            yield pickle.load(spool)  # noqa: S301  written by this process a moment ago, in a file without a name
        except EOFError:
            return


def decide(record: Record, decision: Decision, *, seen: str | None = None) -> Decision:
    """Keep a decision, let it take effect at once, and return it as kept.

    Args:
        record: the open record.
        decision: with `by` filled in.
        seen: id of the entry on the same matter that was seen before, if there was one.

    Raises:
        DecisionOverlap: somebody else has decided the same matter meanwhile.
        DecisionClash: a judgement that cannot hold beside others.
        UsageError: it names what the record has not.
        GroundingError: its words do not stand in the text.
    """
    return record.decide(decision, seen=seen)


def undo(record: Record, id: str, *, by: str, why: str = "") -> Decision:
    """Take a decision back by one more entry of the log, and return that; raises UsageError where that cannot be."""
    return record.undo(id, by=by, why=why)


def note_absence(
    record: Record, question: str, source: str, *, by: str, when: str | None = None, note: str = "", about: tuple[str, ...] = ()
) -> Absence:
    """Keep that something was searched and not found.

    Args:
        record: the open record.
        question: what was looked for.
        source: where.
        by: who searched.
        when: the day of the search in EDTF; today where None.
        note: how it was searched.
        about: keys of records that it concerns.

    Raises:
        UsageError: the question or the source is empty.
        DateError: `when` is no date.
    """
    for what, words in (("question", question), ("source", source)):
        if not words.strip():
            raise UsageError(f"a search needs a {what}", 'write it as: onrecord absent "QUESTION" --source SOURCE')
    day = PartialDate(when).edtf if when else dt.datetime.now().astimezone().date().isoformat()
    return record.store.writer().note_absence(Absence(question.strip(), source.strip(), day, note, about, by=by))


def forget(record: Record, url: str, *, by: str, why: str = "") -> tuple[Forgotten, ...]:
    """Withdraw a source: text, facts and bytes of all its captures go; return the notes that stay.

    The address of a file may be given as its path.

    Should this be cut short after the text has gone and before the bytes have, `check` finds the bytes, and the same call on
    the address says that it is withdrawn and takes them out.

    Raises:
        UsageError: the record has no such source, or nobody is named.
        RecordError: record or archive cannot be written.
    """
    url = url if "://" in url else Path(url).resolve().as_uri()
    known = {note.snapshot for note in record.view.forgotten() if note.url == url}
    try:
        record.store.writer().forget(url, by=by, why=why)
    except UsageError:
        if not known:
            raise
    archive = record.archive()
    notes = tuple(note for note in record.view.forgotten() if note.url == url)
    held = {capture.snapshot for capture in record.view.captures()}
    if isinstance(archive, Archive):
        archive.forget({note.snapshot for note in notes} - held)
    record.settle()
    return tuple(note for note in notes if note.snapshot not in known) or notes


def check(record: Record, *, progress: Callable[[str], None] | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a record, its bytes included; nothing where it is in order."""
    return record.view.check(record.archive(), progress)


def backup(record: Record, target: Path) -> tuple[Path, ...]:
    """Copy a record and the bytes of its snapshots, and return the files that were made.

    Raises:
        RecordError: a file is there already, or cannot be written.
    """
    beside = target.with_suffix(".warc.gz")
    if beside.exists():
        raise RecordError(f"{beside} is there already", "give another name")
    record.store.copy(target)
    archive = record.archive()
    if isinstance(archive, Archive):
        archive.copy(beside)
    else:
        copy = Archive(beside)
        for sha256 in archive.ids():
            copy.add(archive.get(sha256))
    return tuple(path for path in (target, beside) if path.exists())
