"""Generated pages of a record that grows: whom each names and what it says follows from its number alone.

A page has some 3,000 letters, four persons with offices, two bodies, one occasion and six statements, all of invented names.
A minister is on every second page. The others are drawn from a population that grows with the pages (six persons for five
pages): by Zipf's law, so that a few are on very many pages and most on one or two, as in `archive.py`. Somebody holds one
office, or one after the other, and a page tells it in one of four ways; the name is mostly given in full, sometimes in another
spelling, with an initial, or as a surname behind the title. Three pages tell of one occasion; one page in twenty is another's
text under a new headline.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from typing import NamedTuple

from onrecord.extract.claims import claims
from onrecord.match import copies
from onrecord.model import (
    Document,
    Extract,
    Gathering,
    Organization,
    Paragraph,
    PartialDate,
    Participation,
    Person,
    Position,
    Snapshot,
    Span,
    Statement,
)
from onrecord.record import Page

GIVEN_STARTS = ("Aig", "Bol", "Dan", "Er", "Gul", "Il", "Kam", "Mar", "Nur", "Sau", "Tim", "Zer", "Ol", "Pav", "Hel", "Vik")
GIVEN_ENDS = ("erim", "at", "iyar", "lan", "nar", "yas", "ila", "ek")
STARTS = ("Abd", "Bek", "Dos", "Kar", "Mus", "Nur", "Sar", "Tol", "Zhum", "Ibr", "Omar", "Yes", "Kuan", "Baim", "Syzd", "Altyn")
MIDDLES = ("ali", "ura", "emi", "yra", "ish", "oga", "eto", "aga", "ura", "ysh", "inb", "erg", "alm", "ond", "ukh", "ezh")
ENDS = ("enov", "imov", "yrbek", "alin", "baev", "tov", "ssov", "keyev", "tayev", "khan", "gulov", "ranov")
TITLES = ("Minister", "Deputy Minister", "Envoy", "Director", "Ambassador", "Professor", "Chairman", "Analyst")
SUBJECTS = ("Energy", "Foreign Affairs", "Strategy", "Policy", "History", "Ecology", "Security", "Science")
HEADS = ("Institute", "Agency", "Committee", "Ministry", "Academy", "Centre")
COUNTRIES = ("Kazakhstan", "Uzbekistan", "Japan", "Austria", "Norway", "Mongolia", "Ghana", "Chile")
PLACES = ("Karatal", "Almaty", "Vienna", "Seoul", "Astana", "Oslo", "Accra", "Semey")
WORDS = (
    "site",
    "test",
    "treaty",
    "closure",
    "region",
    "inspector",
    "archive",
    "health",
    "money",
    "water",
    "steppe",
    "survey",
    "monitoring",
    "decade",
    "record",
    "convoy",
    "verification",
    "agreement",
    "dialogue",
    "expert",
    "proposal",
    "measure",
    "step",
    "country",
    "neighbour",
    "parliament",
    "energy",
    "uranium",
    "reactor",
    "border",
    "trust",
    "promise",
)
SPREAD = 2654435761
"""A multiplier that spreads numbers over a table (Knuth, The Art of Computer Programming 3, 6.4)."""

EVERY_TWENTIETH, BEFORE = 20, 11
"""One page in twenty has the text of the page so many before it."""


class Somebody(NamedTuple):
    """A person of the population: names in the order of their frequency, and offices one after the other."""

    full: str
    spelled: str
    surname: str
    offices: tuple[tuple[str, str, str], ...]


def somebody(number: int) -> Somebody:
    """Return a person of the population; nearly all have a name of their own."""
    spread = number * SPREAD % 2**32
    given = GIVEN_STARTS[spread % 16] + GIVEN_ENDS[spread // 16 % 8]
    surname = STARTS[spread // 128 % 16] + MIDDLES[spread // 2048 % 16] + ENDS[spread // 32768 % 12]
    spelled = surname.replace("zh", "j").replace("kh", "h").replace("ss", "s").replace("y", "i")
    offices = []
    for turn in range(1 + number % 2):
        body, country = number // 3 + turn, COUNTRIES[number % 8]
        offices.append((TITLES[(number + turn) % 8], f"{HEADS[body % 6]} of {SUBJECTS[body // 6 % 8]} {body // 48}", country))
    return Somebody(f"{given} {surname}", f"{given} {spelled}", surname, tuple(offices))


class _Text:
    """A text that grows, and gives the places of what is added."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def add(self, words: str) -> Span:
        self.parts.append(words)
        self.length += len(words)
        return Span(self.length - len(words), self.length)


def page(n: int) -> Page:
    """Return page number `n`: the same one every time."""
    told = n - BEFORE if n % EVERY_TWENTIETH == 0 and n > BEFORE else n
    chance, text = random.Random(told), _Text()  # noqa: S311 - nothing is secret here
    headline = random.Random(n + 1_000_000)  # noqa: S311 - nor here
    text.add(f"Page {n}: {' '.join(headline.choices(WORDS, k=8))}.\n")
    occasion = random.Random(told // 3)  # noqa: S311 - nor here
    day = dt.date(2000, 1, 1) + dt.timedelta(days=occasion.randrange(9000))
    name = f"{occasion.choice(WORDS).title()} {occasion.choice(WORDS).title()} Forum {told // 3 % 97}"
    population = 50 + told * 6 // 5
    people = [somebody(int(population ** chance.random())) for _ in range(4)]
    if told % 2:
        people[0] = somebody(0)
    persons: dict[str, Person] = {}
    bodies: dict[str, Organization] = {}
    positions: list[Position] = []
    statements: list[Statement] = []
    for number, one in enumerate(dict.fromkeys(people)):
        person = _introduced(text, chance, one, day.year, persons, bodies, positions)
        for _ in range(1 + number % 2):
            text.add("“")
            said = text.add(" ".join(chance.choices(WORDS, k=22)).capitalize())
            text.add(",” ")
            speaker = text.add(person.name)
            text.add(" said.\n")
            words = said.of("".join(text.parts))
            s = f"s{len(statements) + 1}"
            statements.append(Statement(s, (words,), (said,), person, speaker, True, "said", gathering="g1", rule="quote"))
        text.add(" ".join(chance.choices(WORDS, k=70)).capitalize() + ".\n")
    event = text.add(name)
    text.add(f" was held in {occasion.choice(PLACES)} on {day}.")
    parts = tuple(
        Participation(one, "participant", one.mentions[0], rank=rank, rule="took-part")
        for rank, one in enumerate(persons.values(), 1)
    )
    place = PLACES[occasion.randrange(8)]
    held = Gathering("g1", "forum", name, event, start=PartialDate(day.isoformat()), place=place, participations=parts)
    return _page(n, "".join(text.parts), day, Held(persons, bodies, positions, held, statements))


def _introduced(
    text: _Text,
    chance: random.Random,
    one: Somebody,
    year: int,
    persons: dict[str, Person],
    bodies: dict[str, Organization],
    positions: list[Position],
) -> Person:
    """Add the sentence that introduces somebody, and what it says of them."""
    title, body, country = one.offices[year >= 2012 and len(one.offices) > 1]
    way = chance.random()
    if way < 0.08:  # the surname behind the title
        whole = text.add(title)
        text.add(" ")
        person = persons.setdefault(one.surname, Person(f"p{len(persons) + 1}", one.surname, (), (text.add(one.surname),)))
        positions.append(Position(person, title, whole, whole, None, None, rule="title"))
        text.add(" spoke first.\n")
        return person
    given, surname = one.full.split()
    form = one.full if way < 0.8 else one.spelled if way < 0.93 else f"{given[0]}. {surname}"
    person = persons.setdefault(form, Person(f"p{len(persons) + 1}", form, (), (text.add(form),)))
    text.add(", ")
    if (told := chance.random()) < 0.7:
        post = text.add(title)
        held = None
        if told < 0.5:
            text.add(" of the ")
            held = bodies.setdefault(body, Organization(f"o{len(bodies) + 1}", body, (), (text.add(body),)))
        positions.append(Position(person, title, post, post, held, country if told > 0.4 else None, rule="title"))
    text.add(" came and spoke.\n")
    return person


class Held(NamedTuple):
    """What a page says."""

    persons: dict[str, Person]
    bodies: dict[str, Organization]
    positions: list[Position]
    occasion: Gathering
    statements: list[Statement]


def _page(n: int, text: str, day: dt.date, told: Held) -> Page:
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()
    seen = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    snapshot = Snapshot(digest, content, f"https://example.org/{n}", "text/plain", seen)
    at, paragraphs = 0, list[Paragraph]()
    for line in text.split("\n"):
        paragraphs.append(Paragraph(Span(at, at + len(line)), "body", "en"))
        at += len(line) + 1
    document = Document(
        digest[:12], text, "en", tuple(paragraphs), text.split("\n", 1)[0], None, PartialDate(day.isoformat()), None, "Example",
        url=snapshot.url, snapshot=digest,
    )  # fmt: skip
    facts = Extract(
        document,
        tuple(told.persons.values()),
        tuple(told.bodies.values()),
        (),
        tuple(told.positions),
        (told.occasion,),
        tuple(told.statements),
    )
    return Page(snapshot, facts, claims(facts), copies.signature(document))
