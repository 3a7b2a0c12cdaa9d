"""Pages about invented people, made by hand, so that the store is tested without any model."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.made import postgres

from onrecord.extract.claims import claims
from onrecord.extract.grounding import grounded
from onrecord.match import copies
from onrecord.matching import match_changes
from onrecord.model import (
    Document,
    Extract,
    Gathering,
    Milestone,
    Organization,
    PageFact,
    Paragraph,
    PartialDate,
    Participation,
    Person,
    Phrase,
    Position,
    Snapshot,
    Span,
    Statement,
)
from onrecord.record import Page, Store, open_store

NOON = dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.UTC)


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@dataclass
class Report:
    """A page about the Lake Forum; every part of it can be told otherwise."""

    person: str = "Aigerim Sultanova"
    title: str = "Deputy Energy Minister"
    country: str = "Kazakhstan"
    day: str = "14 May 2018"
    date: str = "2018-05-14"
    said: str = "Closing a site is work for decades"
    number: str = "120"
    more: str = ""
    url: str = "https://example.org/forum"
    seen: dt.datetime = field(default=NOON)
    published: str | None = "2018-05-15"

    def text(self) -> str:
        return (
            f"The Steppe Institute (STI) held the Lake Forum in Karatal on {self.day}.\n"
            f"{self.title} {self.person} of {self.country} opened it before {self.number} guests.\n"
            f"“{self.said}, and {self.person} said so,” reads the report; “{self.said},” {self.person} said.\n"
            f"The institute was founded in 1994. {self.more}"
        )

    def snapshot(self) -> Snapshot:
        content = self.text().encode()
        return Snapshot(hashlib.sha256(content).hexdigest(), content, self.url, "text/plain", self.seen, {"server": "x"})

    def page(self) -> Page:
        snapshot = self.snapshot()
        extract = grounded(self.extract(snapshot))
        assert extract.refused == 0
        return Page(snapshot, extract, claims(extract), copies.signature(extract.document))

    def extract(self, snapshot: Snapshot) -> Extract:
        text = self.text()
        lines, start = [], 0
        for line in text.split("\n"):
            lines.append(Paragraph(Span(start, start + len(line)), "body", "en"))
            start += len(line) + 1
        person = Person("p1", self.person, (), (at(text, self.person),), "name", 0.9)
        body = Organization("o1", "Steppe Institute", ("STI",), (at(text, "Steppe Institute"), at(text, "STI")), "name", 0.9)
        where = Span(at(text, self.title).start, at(text, self.person).end)
        office = Position(person, self.title, at(text, self.title), where, None, self.country, rule="title-before-name")
        guests = Phrase("guests", at(text, "guests"))
        forum = Gathering(
            "g1",
            "forum",
            "Lake Forum",
            at(text, "Lake Forum"),
            start=PartialDate(self.date),
            start_span=at(text, self.day),
            place="Karatal",
            place_span=at(text, "Karatal"),
            attendance=int(self.number),
            attendance_span=at(text, self.number),
            main=True,
            participations=(
                Participation(body, "organizer", at(text, "Steppe Institute"), rank=1, rule="held"),
                Participation(person, "opening", at(text, self.person), rank=2, rule="opened"),
                Participation(guests, "participant", guests.span, rank=3, rule="before"),
            ),
            rule="held",
        )
        content = text.rindex(self.said)
        said = Statement(
            "s1",
            (self.said,),
            (Span(content, content + len(self.said)),),
            person,
            at(text, self.person),
            True,
            "said",
            Span(text.rindex("said."), text.rindex("said.") + 4),
            gathering="g1",
            topics=("test-site",),
            rule="quote",
        )
        founded = Milestone(
            "organization-founded",
            "institute",
            at(text, "institute"),
            "The institute was founded in 1994.",
            at(text, "The institute was founded in 1994."),
            PartialDate("1994"),
            at(text, "1994"),
            rule="founded",
        )
        document = Document(
            "forum",
            text,
            "en",
            tuple(lines),
            title="A forum at the lake",
            published=PartialDate(self.published) if self.published else None,
            site="Example",
            url=self.url,
            facts=(PageFact("views", "views", "120", at(text, self.number), (), 120),),
            snapshot=snapshot.id,
        )
        return Extract(
            document,
            (person,),
            (body,),
            (),
            (office,),
            (forum,),
            (said,),
            (founded,),
            notes=("a note",),
        )


@pytest.fixture
def report() -> type[Report]:
    return Report


BOTH = ("sqlite", "postgresql")


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record can be made: what is true of the store is true on both."""
    return str(tmp_path / "record.db") if request.param == "sqlite" else request.getfixturevalue("databases")()


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    opened = open_store(place)
    yield opened
    opened.close()


@pytest.fixture
def filled() -> Callable[..., Store]:
    return fill


def fill(store: Store, *reports: Report) -> Store:
    writer = store.writer()
    for one in reports:
        writer.add_page(one.page())
    writer.match(match_changes)
    return store


@pytest.fixture(scope="session")
def originals() -> dict[tuple[str, str], str]:
    """Return where the records are that `copied` copies, by their kind and pages."""
    return {}


@pytest.fixture(params=BOTH)
def copied(
    request: pytest.FixtureRequest,
    originals: dict[tuple[str, str], str],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., Store]]:
    """Return what opens a test's own record of some pages: a copy of one that was filled once, since filling takes longest."""
    make: postgres.Make | None = request.getfixturevalue("databases") if request.param == "postgresql" else None
    with ExitStack() as opened:

        def copy(*reports: Report) -> Store:
            key = (request.param, repr(reports))
            if key not in originals:
                where = make() if make else str(tmp_path_factory.mktemp("original") / "record.db")
                with closing(open_store(where)) as store:
                    fill(store, *reports)
                originals[key] = where
            store = open_store(make(originals[key]) if make else shutil.copy(originals[key], tmp_path / "record.db"))
            opened.callback(store.close)
            return store

        yield copy
