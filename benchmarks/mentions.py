"""Mentions of people with known truth, for measuring how well and how fast they are put together.

Names and all their spellings come from open name lists (NETransliteration-COLING2018, drawn from Wikidata, CC0), which are read
at run time and are no part of onrecord: `names.en-ko.tsv` (full names in Latin letters and Hangul) and `tokens.en-ru.tsv`
(single words in Latin and Cyrillic letters). A Korean given name is spelled as the list spells it for anybody who has it;
another name's word as any word that has the same Cyrillic form; whatever the list spells in one way is spelled in one way.

People belong to circles (an institute, a ministry and whom it meets), hold offices in time, and are seen on pages with others
of their circle. One person in thirty has the name of somebody else. A page may give a surname alone, an initial, capitals, the
surname first, no office, or an office without its body. Everything is drawn from a seed. The lists hold some 54,000 names: of
more people than a few thousand many share one by chance as well, unless each is to have a name of their own (`own`).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

CIRCLE = 12
"""People of a circle."""
A_PAGE = (2, 6)
"""People on a page, least and most."""
NAMESAKES = 1 / 30
"""Share of people who have the name of somebody else."""
TITLES = (
    *("Minister", "Deputy Minister", "Vice Minister", "Ambassador", "Director", "Deputy Director", "Director General"),
    *("President", "Vice President", "Chairman", "Senior Research Fellow", "Research Fellow", "Professor", "Envoy", "Adviser"),
    *("Special Representative", "Head of Department", "Secretary General", "Spokesperson", "Executive Director"),
)
COUNTRIES = (
    *("Kazakhstan", "South Korea", "Russia", "United States", "Japan"),
    *("China", "Uzbekistan", "Germany", "France", "North Korea"),
)
SUBJECTS = (
    *("Foreign Affairs", "Defense", "Energy", "Nuclear Policy", "Strategic Studies", "Disarmament", "Unification", "Science"),
    *("Peace", "Nonproliferation", "World Economy", "National Security", "Atomic Energy", "Environment", "Trade"),
)
HEADS = ("Ministry", "Institute", "Center", "Committee", "Agency", "Department", "Foundation", "Council")
LETTERS = "abdegiklmnorstuvz"


class Mention(NamedTuple):
    """A person on a page: `person` is the truth."""

    key: str
    page: str
    person: int
    name: str
    title: str | None
    body: str | None
    country: str | None
    year: int
    company: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Post:
    title: str
    body: str
    country: str
    since: int


@dataclass(frozen=True, slots=True)
class _Person:
    latin: tuple[tuple[str, ...], ...]
    """The spellings of each word, surname last."""
    hangul: str
    cyrillic: tuple[str, ...]
    korean: bool
    posts: tuple[_Post, ...]


class Lists:
    """The name lists, with all spellings that they hold of a word."""

    def __init__(self, folder: Path) -> None:
        self.cyrillic: dict[str, str] = {}
        latin: defaultdict[str, list[str]] = defaultdict(list)
        for word, russian in _rows(folder / "tokens.en-ru.tsv"):
            self.cyrillic.setdefault(word, russian)
            latin[russian].append(word)
        self._latin = latin
        self.names: list[tuple[str, str]] = []
        self._given: defaultdict[str, set[str]] = defaultdict(set)
        self._surnames: defaultdict[str, set[str]] = defaultdict(set)
        for name, hangul in _rows(folder / "names.en-ko.tsv"):
            if len(name.split()) != 2 or not all(part.replace("-", "").isalpha() for part in name.split()):
                continue
            self.names.append((name, hangul))
            if _korean(hangul, name):
                surname, given = name.split() if _surname_first(name) else name.split()[::-1]
                self._given[hangul[1:]].add(given)
                self._surnames[hangul[0]].add(surname)

    def mixed(self, chance: random.Random) -> tuple[str, str]:
        """Return a name, with its Hangul, that has the given name of one listed name and the surname of another."""
        while True:
            (name, hangul), (other, other_hangul) = chance.choice(self.names), chance.choice(self.names)
            given, surname = _in_two(name, hangul), _in_two(other, other_hangul)
            if given and surname and given.korean == surname.korean:
                return _Parted(given.given, surname.surname, given.korean).joined()

    def spellings(self, name: str, hangul: str) -> tuple[tuple[str, ...], ...]:
        """Return the spellings of the two words of a name, the listed one first, surname last."""
        words = name.split()
        if _korean(hangul, name):
            surname, given = words if _surname_first(name) else words[::-1]
            return (_first(given, self._given[hangul[1:]]), _first(surname, self._surnames[hangul[0]]))
        return tuple(_first(word, {other.capitalize() for other in self._same(word)}) for word in words)

    def _same(self, word: str) -> list[str]:
        russian = self.cyrillic.get(word.lower(), "")
        return [other for other in self._latin.get(russian, ()) if other[0] == word[0].lower() and len(russian) > 4]


class _Parted(NamedTuple):
    """A name as (Latin, Hangul) of its given name and of its surname."""

    given: tuple[str, str]
    surname: tuple[str, str]
    korean: bool

    def joined(self) -> tuple[str, str]:
        """Return the name as the list writes it."""
        if self.korean:
            return f"{self.surname[0]} {self.given[0]}", self.surname[1] + self.given[1]
        return f"{self.given[0]} {self.surname[0]}", f"{self.given[1]} {self.surname[1]}"


def _in_two(name: str, hangul: str) -> _Parted | None:
    """Part a name and its Hangul; none where the Hangul of a foreign name is not in two words."""
    first, last = name.split()
    if _korean(hangul, name):
        surname, given = (first, last) if _surname_first(name) else (last, first)
        return _Parted((given, hangul[1:]), (surname, hangul[0]), korean=True)
    words = hangul.split()
    return _Parted((first, words[0]), (last, words[1]), korean=False) if len(words) == 2 else None


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        one, other, *_ = line.split("\t")
        yield one, other


def _first(word: str, others: set[str]) -> tuple[str, ...]:
    return (word, *sorted(others - {word})[:4])


def _surname_first(name: str) -> bool:
    return "-" in name.split()[1] or "-" not in name


def _korean(hangul: str, name: str) -> bool:
    return len(hangul) == 3 and " " not in hangul and "-" in name


def _bodies(chance: random.Random, number: int) -> list[tuple[str, str]]:
    """Return (name, country) of invented bodies: a head, a subject, and a place that does not exist."""
    found = []
    for _ in range(number):
        place = "".join(chance.choice(LETTERS) for _ in range(chance.randint(5, 8))).capitalize()
        name = f"{place} {chance.choice(HEADS)} {chance.choice(('for', 'of'))} {chance.choice(SUBJECTS)}"
        found.append((name, chance.choice(COUNTRIES)))
    return found


def _people(lists: Lists, number: int, chance: random.Random, *, own: bool) -> list[_Person]:
    bodies = _bodies(chance, max(1, number // 6))
    people: list[_Person] = []
    borne: set[str] = set()
    for n in range(number):
        circle = n // CIRCLE
        near = [bodies[(circle * 2 + k) % len(bodies)] for k in range(2)]
        posts = []
        for since in sorted(chance.sample(range(2008, 2024), chance.choice((1, 1, 2)))):
            body, country = chance.choice(near)
            posts.append(_Post(chance.choice(TITLES), body, country, since))
        if people and chance.random() < NAMESAKES:
            other = chance.choice(people)
            people.append(_Person(other.latin, other.hangul, other.cyrillic, other.korean, tuple(posts)))
            continue
        name, hangul = chance.choice(lists.names)
        while own and name in borne:
            name, hangul = lists.mixed(chance)
        borne.add(name)
        latin = lists.spellings(name, hangul)
        cyrillic = tuple(lists.cyrillic.get(words[0].lower(), "").capitalize() for words in latin)
        people.append(_Person(latin, hangul, cyrillic if all(cyrillic) else (), _korean(hangul, name), tuple(posts)))
    return people


def _name(person: _Person, script: str, chance: random.Random) -> str:
    """Return the name as one page gives it."""
    if script == "ko":
        return person.hangul
    if script == "ru" and person.cyrillic:
        given, surname = person.cyrillic
    else:
        given, surname = (words[0] if chance.random() < 0.6 else chance.choice(words) for words in person.latin)
    way = chance.random()
    if way < 0.04:
        return surname
    if way < 0.09:
        return f"{given[0]}. {surname}"
    if way < 0.14:
        return f"{given} {surname.upper()}"
    if way < (0.6 if person.korean else 0.17):
        return f"{surname} {given}"
    return f"{given} {surname}"


def mentions(lists: Lists, number: int, seed: int = 1, *, own: bool = False) -> list[Mention]:
    """Return about `number` mentions (the last page is whole), of a fifth as many people.

    Args:
        lists: what names are drawn from.
        number: how many.
        seed: of what is drawn.
        own: whether only `NAMESAKES` share a name, however many people there are: whoever would be given one that is borne
            already has the given name of one listed name and the surname of another.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    people = _people(lists, number // 5, chance, own=own)
    found: list[Mention] = []
    page = 0
    while len(found) < number:
        page += 1
        circle = chance.randrange(0, len(people), CIRCLE)
        members = range(circle, min(len(people), circle + CIRCLE))
        # Some of a circle are in the news far more often than others.
        there = sorted(set(chance.choices(members, [1 / (k + 1) for k in range(len(members))], k=chance.randint(*A_PAGE))))
        script = chance.choices(("en", "ko", "ru"), (0.7, 0.2, 0.1))[0]
        year = chance.randint(2010, 2024)
        names = {one: _name(people[one], script, chance) for one in there}
        found += [_mention(f"{page:07}", one, people[one], names, year, chance) for one in there]
    return found


def _mention(page: str, one: int, person: _Person, names: dict[int, str], year: int, chance: random.Random) -> Mention:
    held = [post for post in person.posts if post.since <= year] or list(person.posts[:1])
    post, told = held[-1], chance.random()
    title = post.title if told < 0.75 else None
    body = post.body if told < 0.5 else None
    country = post.country if told < 0.6 and chance.random() < 0.7 else None
    others: Sequence[str] = [name for other, name in names.items() if other != one]
    key = f"p-{chance.getrandbits(64):016x}"
    return Mention(key, f"d-{page}", one, names[one], title, body, country, year, tuple(others))
