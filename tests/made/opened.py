"""An open record made by hand: the answers of `pipeline.Record` and `record.View`, without a database."""

from __future__ import annotations

from collections.abc import Collection
from types import SimpleNamespace
from typing import Any

from tests.made.records import CLOSURE, COUNTS, DAIR, DEPUTY, PERSON, ROUND_TABLE, SPOKEN

from onrecord.adding import PageResult
from onrecord.model import Document, Span
from onrecord.model.search import Hit, Hits, Snippet, Sought
from onrecord.pipeline import Summary


class MadeUnits:
    """Everything changed, and there are two of it."""

    def changed(self, before: object) -> tuple[Any, set[str]]:
        return SimpleNamespace(members={}), set() if before else {ROUND_TABLE.key, DEPUTY.person_key}

    def gatherings(self, _keys: Collection[str]):
        return [ROUND_TABLE]

    def positions(self, _persons: Collection[str]):
        return [DEPUTY]

    def statements(self, _keys: Collection[str]):
        return []

    def roles(self, _keys: Collection[str], **_below: float):
        return []

    def texts(self, _keys: Collection[str]):
        return {}


class MadeView:
    units = MadeUnits()

    def __init__(self, asked: dict[str, Any]) -> None:
        self.asked = asked

    def counts(self):
        return COUNTS

    def document(self, key: str) -> Document:
        return Document(key, "The text of the page.")

    def spellings(self, kind):
        return (("Dair Seitov", DAIR), ("Даир Сеитов", DAIR)) if kind == "person" else (("Mill Institute", "o-mill"),)

    def statements(self, **asked):
        self.asked |= asked
        return (SPOKEN,) if asked.get("about") in (None, "lake") else ()

    def gatherings(self, **asked):
        self.asked |= asked
        return (ROUND_TABLE,) if asked.get("type") in (None, "roundtable") else ()

    def positions(self, *, persons: Collection[str] | None = None):
        return (DEPUTY,) if persons is None or DAIR in persons else ()

    def decisions(self, **asked):
        self.asked |= asked
        return ()

    def milestones(self, **asked):
        self.asked |= asked
        return (CLOSURE,) if asked.get("kind") in (None, "site-closed") else ()


class MadeRecord:
    """Answers for every name that holds "seitov"; `pages` is what `add` says of its sources."""

    def __init__(self, pages: tuple[PageResult, ...] = ()) -> None:
        self.asked: dict[str, Any] = {}
        self.view = MadeView(self.asked)
        self.pages = pages
        self.store = SimpleNamespace(notices=())
        self.closed = False

    def who(self, name):
        return (PERSON,) if "seitov" in name.casefold() else ()

    def sought(self, words="", **narrowed):
        self.asked |= narrowed
        return Sought(words)

    def search(self, words="", *, order, limit, cursor, **narrowed):
        self.asked |= {"words": words, "order": order, "limit": limit, "cursor": cursor, **narrowed}
        if words == "glacier":
            return Hits((), 0)
        content = SPOKEN.content[0]
        hit = Hit(SPOKEN, Snippet(content, (Span(4, 8),)), 2.5)
        return Hits((hit,), 2000, more_than_counted=True, cursor="abc-20")

    def organization_keys(self, name):
        return ("o-mill",) if "mill" in name.casefold() else ()

    def add(self, *sources, progress=None, processes=1):
        self.asked |= {"sources": sources, "processes": processes}
        for page in self.pages:
            if progress:
                progress(page)
        return Summary(self.pages)

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


def opener(record: MadeRecord):
    """Return what stands in for `onrecord.open`, and notes where it was told to open."""

    def opened(where, *, create=True):
        record.asked |= {"where": where, "create": create}
        return record

    return opened
