"""What `extract` prints keeps the rules of the annotation guidelines: known words, known ids, strings to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord import extract_text
from onrecord.model import (
    Document,
    Extract,
    Gathering,
    Milestone,
    Organization,
    PageFact,
    PartialDate,
    Participation,
    Person,
    Phrase,
    Position,
    Span,
    Statement,
)
from onrecord.model.facts import GatheringType, MilestoneKind, Role
from onrecord.tell.page import page

PAGES = Path(__file__).parents[1] / "quality" / "en" / "own" / "pages"
TEXT = (
    "Views 12\nDirector Dair Seitov (Seitov) of the Mill Institute said at the forum on April 3: the lake is clean.\n"
    "The experts left."
)


FACTS = (
    PageFact("views", "Views", "12", Span(0, 8), number=12),
    PageFact("event_period", "Period", "April 3", Span(0, 8), dates=(PartialDate("2019-04-03"),)),
    PageFact("registered", "Registered", "April 4", Span(0, 8), dates=(PartialDate("2019-04-04"),)),
    PageFact("author", "By", "Lida", Span(0, 8)),
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def made() -> dict[str, Any]:
    person = Person("p1", "Dair Seitov", ("Seitov",), (span("Dair Seitov"),))
    mill = Organization("o1", "Mill Institute", (), (span("Mill Institute"),))
    experts = Phrase("The experts", span("The experts"))
    forum = Gathering(
        id="g1",
        type="forum",
        name="the forum",
        name_span=span("the forum"),
        spans=(span("the forum"),),
        start=PartialDate("XXXX-04-03"),
        participations=(
            Participation(person, "speaker", span("Dair Seitov"), rank=1),
            Participation(experts, "participant", experts.span, rank=2),
        ),
    )
    content = span("the lake is clean")
    return page(
        Extract(
            Document("page", TEXT, "en", facts=FACTS),
            persons=(person,),
            organizations=(mill,),
            positions=(Position(person, "Director", span("Director"), span("Director Dair Seitov"), mill),),
            gatherings=(forum,),
            statements=(
                Statement("s1", ("the lake is clean",), (content,), person, span("Dair Seitov"), cue="said", gathering="g1"),
            ),
            milestones=(Milestone("decree", "the lake", span("the lake"), "the lake is clean", content),),
        )
    )


def faults(found: dict[str, Any]) -> Iterator[str]:
    """Yield what breaks the rules that gold annotation is held to."""
    text, ids = found["text"], {one["id"] for kind in ("persons", "organizations") for one in found[kind]}
    strings = [
        (name, one["id"]) for k in ("persons", "organizations") for one in found[k] for name in [one["name"], *one["aliases"]]
    ]
    strings += [(one["title"], "title") for one in found["positions"]]
    strings += [(one[key], key) for one in found["gatherings"] for key in ("name", "place") if one[key] is not None]
    strings += [(part, "content") for one in found["statements"] for part in one["content"]]
    strings += [(one["cue"], "cue") for one in found["statements"] if one["cue"]]
    strings += [(one[key], key) for one in found["milestones"] for key in ("what", "text")]
    whos = [part["who"] for one in found["gatherings"] for part in one["participants"]]
    whos += [one["speaker"] for one in found["statements"] if one["speaker"] is not None]
    strings += [(who[1:], "words") for who in whos if who.startswith("=")]
    yield from (f"{where}: {words!r} is not in the text" for words, where in strings if not words or words not in text)
    known = [*(who for who in whos if not who.startswith("=")), *(one["person"] for one in found["positions"])]
    known += [one["organization"] for one in found["positions"] if one["organization"] is not None]
    yield from (f"{one} is no id" for one in known if one not in ids)
    if len(ids) != len(found["persons"]) + len(found["organizations"]):
        yield "an id stands twice"
    words = [(one["type"], GatheringType) for one in found["gatherings"]]
    words += [(part["role"], Role) for one in found["gatherings"] for part in one["participants"]]
    words += [(one["kind"], MilestoneKind) for one in found["milestones"]]
    yield from (f"{word} is no {kind}" for word, kind in words if word not in get_args(kind))
    dates = [one[key] for one in found["gatherings"] for key in ("start", "end")] + [one["date"] for one in found["milestones"]]
    yield from (f"{one} is no date" for one in dates if one is not None and PartialDate(one).edtf != one)
    for start, end in spans(found):
        if not 0 <= start <= end <= len(text):
            yield f"{start}-{end} is outside the text"


def spans(value: Any) -> Iterator[tuple[int, int]]:
    """Yield all spans, which stand under keys that end in "span", "spans" or are "mentions"."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if re.search(r"(^|_)span$", key) and inner is not None:
                yield tuple(inner)
            elif re.search(r"(^|_)spans$|^mentions$", key):
                yield from map(tuple, inner)
            else:
                yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_every_kind_of_fact_is_printed_with_the_keys_of_the_format():
    found = made()
    assert not list(faults(found))
    assert found["gatherings"][0]["start"] == "XXXX-04-03"
    assert [part["who"] for part in found["gatherings"][0]["participants"]] == ["p1", "=The experts"]
    assert found["page"] == {
        "views": 12,
        "event_period": ["2019-04-03", "2019-04-03"],
        "registered": "2019-04-04",
        "author": "Lida",
    }
    assert found["statements"][0]["gathering"] == "g1"


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("persons", "name", "Lida"),
        ("positions", "person", "p9"),
        ("gatherings", "type", "party"),
        ("statements", "content", ["the lake is dirty"]),
        ("statements", "speaker", "=Nobody"),
        ("milestones", "text_span", [0, 9999]),
    ],
)
def test_the_check_finds_what_breaks_the_rules(kind, key, value):
    found = made()
    found[kind][0][key] = value
    assert list(faults(found))


@pytest.mark.parametrize("name", ["own-en-01", "own-en-10", "own-en-21"])
def test_what_is_read_from_our_own_pages_keeps_the_rules(name):
    found = page(extract_text((PAGES / f"{name}.txt").read_text("utf-8"), id=name))
    assert list(faults(found)) == []
    assert found["persons"]
