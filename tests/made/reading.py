"""A decoder and an extractor for pages of one kind of line, so that what surrounds them is tested fast and without any model.

    Aigerim Sultanova, minister, at Lake Forum on 2018-05-14 in Karatal: “Sites close slowly”

`RULES` is how good the rules are: with 0 no titles are found, with 1 everything, with 2 also lines that begin with a dash.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from onrecord.model import (
    Document,
    Extract,
    Gathering,
    Paragraph,
    PartialDate,
    Participation,
    Person,
    Position,
    Snapshot,
    Span,
    Statement,
)

LINE = re.compile(
    r"^(?P<dash>- )?(?P<name>\w+ \w+), (?P<title>[a-z]+), at (?P<event>[\w ]+) on (?P<date>\d{4}-\d\d-\d\d)"
    r" in (?P<place>\w+): “(?P<said>[^”]+)”$",
    re.MULTILINE,
)


class Rules:
    """How good the rules are."""

    level = 1


def decode(snapshot: Snapshot) -> Document:
    text = snapshot.content.decode()
    paragraphs = tuple(Paragraph(Span(*found.span()), "body", "en") for found in re.finditer(r"[^\n]+", text))
    return Document(snapshot.id[:8], text, "en", paragraphs, title=text.split("\n")[0], url=snapshot.url, snapshot=snapshot.id)


def extract(document: Document) -> Extract:
    persons: dict[str, Person] = {}
    positions: list[Position] = []
    gatherings: list[Gathering] = []
    statements: list[Statement] = []
    for found in LINE.finditer(document.text):
        if found["dash"] and Rules.level < 2:
            continue

        def at(part: str, found: re.Match[str] = found) -> Span:
            return Span(*found.span(part))

        name = found["name"]
        person = persons.get(name) or Person(f"p{len(persons) + 1}", name, (), (), "line", 0.9)
        persons[name] = person = Person(person.id, name, (), (*person.mentions, at("name")), "line", 0.9)
        if Rules.level:
            whole = Span(at("name").start, at("title").end)
            positions.append(Position(person, found["title"], at("title"), whole, rule="line"))
        number = len(gatherings) + 1
        gatherings.append(
            Gathering(
                f"g{number}", "forum", found["event"], at("event"), start=PartialDate(found["date"]), start_span=at("date"),
                place=found["place"], place_span=at("place"), main=True, rule="line",
                participations=(Participation(person, "speaker", at("name"), rank=1, rule="line"),),
            )
        )  # fmt: skip
        content = (found["said"],)
        said = Statement(f"s{number}", content, (at("said"),), person, at("name"), True, gathering=f"g{number}", rule="line")
        statements.append(said)
    return Extract(document, tuple(persons.values()), (), (), tuple(positions), tuple(gatherings), tuple(statements))


def snapshot(text: str, url: str, **more: object) -> Snapshot:
    content = text.encode()
    return Snapshot(hashlib.sha256(content).hexdigest(), content, url, "text/plain", **more)  # type: ignore[arg-type]  # captured_at


NOON = dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.UTC)
