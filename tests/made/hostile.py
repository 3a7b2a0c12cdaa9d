"""A page whose every field attacks the one who shows it: script, event handlers, SVG, addresses that run, bidi tricks."""

from __future__ import annotations

import datetime as dt
import hashlib

from onrecord.extract.claims import claims
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
    Position,
    Snapshot,
    Span,
    Statement,
)
from onrecord.record import Page, open_store

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "<svg/onload=alert(3)>",
    "</title><script>alert(4)</script>",
    "javascript:alert(5)",
    "{{ 7*7 }}{% raw %}",
    "\u202emoc.live\u202c\u2066\u200f",
    "' onmouseover='alert(6)",
)
PERSON = f"Ivan {ATTACKS[0]} Petrov"
BODY = f"Institute {ATTACKS[1]} of {ATTACKS[6]} Law"
OCCASION = f"Forum {ATTACKS[2]} on {ATTACKS[5]} Peace"
OFFICE = f"Director {ATTACKS[7]}"
PLACE = f"Town {ATTACKS[3]}"
SAID = f"we say {ATTACKS[4]} and {ATTACKS[1]} and {ATTACKS[6]} loudly"
STEP = f"treaty {ATTACKS[0]}"
TEXT = (
    f"{OCCASION} met in {PLACE} on 3 April 2019. {PERSON}, {OFFICE} of {BODY}, said: “{SAID}.” The {STEP} was signed in 1996."
)


def _at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def hostile_page(title: str = "".join(ATTACKS)) -> Page:
    content = TEXT.encode() + title[:100].encode("utf-8", "replace")
    snapshot = Snapshot(
        hashlib.sha256(content).hexdigest(), content, ATTACKS[4], "text/html<b>", dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    )
    person = Person("p1", PERSON, (f"Petrov {ATTACKS[6]}",), (_at(PERSON),))
    body = Organization("o1", BODY, (), (_at(BODY),))
    gathering = Gathering(
        "g1",
        "forum",
        OCCASION,
        _at(OCCASION),
        start=PartialDate("2019-04-03"),
        start_span=_at("3 April 2019"),
        place=PLACE,
        place_span=_at(PLACE),
        venue=ATTACKS[2],
        series=ATTACKS[0],
        main=True,
        participations=(
            Participation(person, "speaker", _at(PERSON), delegation=ATTACKS[1], role_as_printed=ATTACKS[2], rank=1),
            Participation(body, "organizer", _at(BODY), rank=2),
        ),
    )
    said = Statement(
        "s1", (SAID,), (_at(SAID),), person, _at(PERSON), True, "said", _at("said"), gathering="g1", topics=("dialogue",)
    )
    step = Milestone("treaty-signed", STEP, _at(STEP), STEP, _at(STEP), PartialDate("1996"), _at("1996"), actor=ATTACKS[1])
    document = Document(
        "hostile",
        TEXT,
        "en",
        (Paragraph(Span(0, len(TEXT)), "body", "en"),),
        title=title,
        published=PartialDate("2019-04-04"),
        site=ATTACKS[1],
        url=ATTACKS[4],
        facts=(PageFact("other", ATTACKS[0], ATTACKS[2], Span(0, 5)),),
        snapshot=snapshot.id,
    )
    office = Position(person, OFFICE, _at(OFFICE), _at(OFFICE), body, ATTACKS[3])
    extract = Extract(document, (person,), (body,), (), (office,), (gathering,), (said,), (step,))
    return Page(snapshot, extract, claims(extract), copies.signature(document))


def hostile_record(where: object) -> None:
    """Write a record of hostile pages: one with every attack in its title, one with a title of ten million letters."""
    store = open_store(str(where))
    writer = store.writer()
    writer.add_page(hostile_page())
    writer.add_page(hostile_page("<b onclick=alert(9)>" + "A" * 10_000_000))
    unread = Snapshot("0" * 64, b"x", f"https://example.org/{ATTACKS[1]}", "x/y", dt.datetime(2024, 1, 1, tzinfo=dt.UTC))
    writer.add_unread(unread, f"cannot be read {ATTACKS[0]}")
    writer.match(match_changes)
    store.close()
