"""Persons, organizations and places in Korean text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.extract.entities import Entities
from onrecord.extract.ko import addressed, bare_names, bodies, joint_offices, name_shapes, people, proper
from onrecord.extract.ko.bodies import Body
from onrecord.extract.ko.proper import Proper
from onrecord.extract.ko.titled import Titled
from onrecord.languages.ko import names, proper_nouns, vocabulary
from onrecord.languages.ko.nominals import Run, runs
from onrecord.languages.ko.parse import Reading
from onrecord.languages.ko.proper_nouns import ProperNoun
from onrecord.model import Document, Organization, Person, Place, Span
from onrecord.model.span import Cover

SHORT = 5
"""Syllables up to which a word with the ending of a body is often none (기말고사, 대형교회)."""


SHORTEST_CLEAR = 3
"""Syllables from which on a body's name is known wherever it begins a word; 국회 also begins 국회의원."""

_SHORT_END = re.compile(
    r"(?:은|는|이|가|을|를|의|와|과|도|에|서|에서|에서는|에는|에도|에게|측|로|으로|까지|부터|나|인|,|및|라)?(?![가-힣])"
)
"""What may stand behind a short name."""

_VENUE_LINE = re.compile(r"[^가-힣\n]{0,6}(?:장\s*소|곳)\s?[:：]")
"""The beginning of a line that tells where something takes place."""

_VENUE_BEHIND = re.compile(
    r"\s(?:지하\s?)?\d+층|\s(?:대|소|중)?(?:강당|회의실|강의실|세미나실|다목적실|그랜드볼룸|콘퍼런스홀)|\s(?:앞|옆|뒤|마당|광장)(?:에서|에|으로)"
)
"""What follows a house in which, or before which, something takes place."""

_HALLS = ("본부", "시청", "도청", "군청", "구청")
"""Houses of local governments, which are venues where something takes place in them."""

LONGEST_NAME = 80
"""Code points that no person's name exceeds."""


@dataclass(slots=True)
class Nominals:
    """The runs of a document and what people-reading made of each, computed once for all kinds of facts."""

    runs: list[Run]
    titled: list[Titled]
    of_sentence: list[list[Run]]
    """The runs of each sentence, by its number."""
    called: list[Body]
    """The bodies that quotation marks name behind their kind."""


@dataclass(slots=True)
class _Group:
    """The mentions of one person or body while they are collected: spans by their words."""

    name: str
    rule: str
    spans: dict[str, set[Span]] = field(default_factory=dict)

    def add(self, words: str, span: Span) -> None:
        self.spans.setdefault(words, set()).add(span)

    @property
    def first(self) -> Span:
        return min(span for spans in self.spans.values() for span in spans)


def nominals(reading: Reading) -> Nominals:
    """Read all runs of a document for persons and offices."""
    of_sentence = [runs(reading, sentence) for sentence in reading.sentences]
    found = [run for listed in of_sentence for run in listed]
    titled = [one for run in found for one in people.read(run, reading.text)]
    titled += people.before_brackets(found, titled)
    called = list(bodies.called(reading.text, [p.span for p in reading.paragraphs]))
    words = {body.name.of(reading.text) for body in called}
    titled = [_without_body(one, reading.text, words) for one in joint_offices.part(titled)]
    titled = [addressed.surname_or_status(one, titled, reading.text) for one in titled]
    return Nominals(found, sorted(titled, key=lambda one: (one.run.span.start, one.name or one.run.span)), of_sentence, called)


def _without_body(one: Titled, text: str, called: set[str]) -> Titled:
    """Take what the text calls a body elsewhere (시민단체 핵없는내일) out of a person's name: 변다해 핵없는내일 사무국장."""
    first, _, rest = one.name.of(text).partition(" ") if one.name else ("", "", "")
    if one.name is None or rest not in called or names.surname_of(first) is None:
        return one
    start = one.name.start
    body = Span(start + len(first) + 1, one.name.end)
    return replace(one, name=Span(start, start + len(first)), body=body, foreign=False, employer=True)


def find(document: Document, reading: Reading, read: Nominals) -> Entities:
    """Return who and what the reading names, in-document aliases joined."""
    text = document.text
    persons = _persons(text, reading, read.titled)
    taken = sorted(span for group in persons for spans in group.spans.values() for span in spans)
    stretches = [p.span for p in reading.paragraphs]
    learned = proper_nouns.learned().find(text, (sentence.morphemes for sentence in reading.sentences))
    organizations = _organizations(text, reading, _bodies(text, read, learned, taken), taken, _own_bodies(text, read))
    taken += sorted(span for group in organizations for spans in group.spans.values() for span in spans)
    organizations = [g for g in organizations if not all(_is_venue(text, s) for spans in g.spans.values() for s in spans)]
    bare = proper.find(text, stretches, learned, taken)
    bare = _repeat(text, reading, bare, taken)
    return Entities(
        tuple(_entity(Person, "p", k, g) for k, g in enumerate(_with_bare(text, persons, bare, "person"), 1)),
        tuple(_entity(Organization, "o", k, g) for k, g in enumerate(_with_bare(text, organizations, bare, "organization"), 1)),
        tuple(_place(f"l{k}", g) for k, g in enumerate(_with_bare(text, [], bare, "place"), 1)),
    )


def _with_bare(text: str, groups: list[_Group], bare: list[Proper], kind: proper.Kind) -> list[_Group]:
    """Join the proper nouns of a kind with what is named already; a surname or part of a name goes to the person named so."""
    known = list(groups)
    for found in sorted((p for p in bare if p.kind == kind), key=lambda p: (p.rule == "marked-name", p.span)):
        words = found.span.of(text)
        group = next((g for g in known if words in g.spans), None)
        if (
            group is None
            and kind == "person"
            and names.is_hanja(words)
            and text[found.span.start - 1 : found.span.start] == "("
        ):
            group = next((g for g in known for s in g.spans.get(g.name, ()) if s.end == found.span.start - 1), None)
        if group is None and kind == "person":
            group = next((g for g in known if _short_for(words, g.name)), None)
        if group is None:
            group = _Group(words, found.rule)
            known.append(group)
        group.add(words, found.span)
    return sorted(known, key=lambda g: g.first)


def _repeat(text: str, reading: Reading, bare: list[Proper], taken: list[Span]) -> list[Proper]:
    """Add where a person's name of three syllables or more stands again, though its neighbours do not tell it there."""
    occupied = {at for span in (*taken, *(one.span for one in bare)) for at in range(*span)}
    again: dict[Span, Proper] = {}
    for one in bare:
        if one.kind == "person" and one.span.end - one.span.start > 2:
            for span in _mentions(text, reading, one.span.of(text)):
                if occupied.isdisjoint(range(*span)):
                    again.setdefault(span, Proper("person", span, one.rule))
    return [*bare, *again.values()]


def _entity[E: (Person, Organization)](kind: type[E], letter: str, number: int, group: _Group) -> E:
    spans = sorted(span for spans in group.spans.values() for span in spans)
    aliases = sorted((words for words in group.spans if words != group.name), key=lambda words: min(group.spans[words]))
    return kind(f"{letter}{number}", group.name, tuple(aliases), tuple(spans), group.rule)


def _persons(text: str, reading: Reading, titled: Iterable[Titled]) -> list[_Group]:
    titled = list(titled)
    full: dict[str, _Group] = {}
    short: list[tuple[str, Span]] = []
    parts = {part for one in titled if one.name and " " in (full_name := one.name.of(text)) for part in full_name.split(" ")}
    for found in titled:
        if found.name is None:
            continue
        words = found.name.of(text)
        if found.surname_only or words in parts or (found.foreign and " " not in words and not found.glosses):
            short.append((words, found.name))
            continue
        group = full.setdefault(words, _Group(words, found.rule))
        group.add(words, found.name)
        for gloss in (name_shapes.spelling(text, gloss) for gloss in found.glosses):
            written = gloss.of(text)
            if names.is_latin_name(written) or names.is_hanja(written):
                group.add(written, gloss)
    for words, span in short:
        owner = next((g for g in full.values() if _short_for(words, g.name)), None)
        if owner:
            owner.add(words, span)
        elif len(words) > 2 or _is_surname(words):
            full.setdefault(words, _Group(words, "foreign-surname")).add(words, span)
    _add_bare_mentions(text, reading, full.values())
    _drop_inner(full.values())
    return sorted((g for g in full.values() if g.spans.get(g.name)), key=lambda g: g.first)


def _is_surname(word: str) -> bool:
    """Tell whether one syllable before an office must be a surname: a common one that is no other short word."""
    common = names.surnames().get(word, 0.0) >= bare_names.COMMON_SURNAME
    return common and word not in vocabulary.words("proper", "surnames_not")


def _add_bare_mentions(text: str, reading: Reading, groups: Iterable[_Group]) -> None:
    """Add the places where a name stands without its office; names of one or two syllables are too ambiguous for that."""
    for group in groups:
        for words in [words for words in group.spans if len(words) > 2]:
            for span in _mentions(text, reading, words):
                group.add(words, span)


def _drop_inner(groups: Iterable[_Group]) -> None:
    """Drop a mention that lies inside a longer one (the surname inside the full name)."""
    spans = sorted(
        ((s, g, w) for g in groups for w, found in g.spans.items() for s in found), key=lambda x: (x[0].start, -x[0].end)
    )
    end = -1
    for span, group, words in spans:
        if span.end <= end:
            group.spans[words].discard(span)
            if not group.spans[words]:
                del group.spans[words]
        end = max(end, span.end)


def _short_for(short: str, full: str) -> bool:
    """Tell whether 변 is short for 변가윤, 카이르바예프 for 예르잔 카이르바예프."""
    if " " in full:
        return short in full.split(" ")
    chinese = len(short) == 1 and len(full) in (3, 4) and names.surname_of(full) is None  # 장 부소장 for 장웨이닝
    return names.surname_of(full) == short or (chinese and full[0] == short)


def _bodies(text: str, read: Nominals, learned: Iterable[ProperNoun], people_spans: list[Span]) -> Iterable[Body]:
    """Return the bodies of the runs; what only looks like one is let go where the learned chain sees no name in it."""
    named = [one.span for one in learned]
    offices = [titled.body for titled in read.titled if titled.body]
    sponsored = vocabulary.words("organizations", "sponsors")
    starts = [span.start for span in people_spans]
    for run in read.runs:
        if not run.can_end_body:
            continue
        first, last = bisect_left(starts, run.span.start - LONGEST_NAME), bisect_left(starts, run.after)
        for body in bodies.read(run, text, people_spans[first:last]):
            long = body.name.end - body.name.start > SHORT or " " in body.name.of(text) or _is_clear(body.name.of(text))
            before = text[max(0, body.name.start - 8) : body.name.start].split()
            long = long or (bool(before) and (before[-1] in sponsored or names.is_country(before[-1])))
            long = long and not body.name.of(text).endswith(vocabulary.longest_first("organizations", "unsure"))
            if long or body.aliases or any(body.name.overlaps(span) for span in (*named, *offices)):
                yield body
    yield from read.called
    yield from bodies.reporting(text)
    for titled in read.titled:
        if titled.body and (titled.employer or (titled.rule == "title-name" and _is_name_of_body(titled.body.of(text)))):
            yield Body(titled.body, rule="employer" if titled.employer else "body-in-title")


def _is_clear(words: str) -> bool:
    """Tell whether a short word can be nothing but a body's name: 누리연구원, 달빛재단."""
    return len(words) > SHORT - 2 and words.endswith(vocabulary.longest_first("organizations", "clear"))


def _is_name_of_body(words: str) -> bool:
    return " " not in words and names.body_ending(words) not in (None, words)


def _own_bodies(text: str, read: Nominals) -> set[Span]:
    """Return the words between native names and offices: where they work."""
    native = (one for one in read.titled if one.name and one.body and not one.foreign and not one.surname_only)
    return {one.body for one in native if one.body and one.name and names.is_given(one.name.of(text)[1:])}


def _organizations(
    text: str, reading: Reading, found: Iterable[Body], people_spans: list[Span], own: set[Span]
) -> list[_Group]:
    groups: dict[str, _Group] = {}
    by_alias: dict[str, _Group] = {}
    for body in found:
        words = body.name.of(text)
        if body.aliases or words not in by_alias:
            group = by_alias.get(words) or groups.setdefault(words, _Group(words, body.rule))
        else:
            group = by_alias[words]
        group.add(words, body.name)
        for alias in body.aliases:
            written = alias.of(text)
            group.add(written, alias)
            other = groups.get(written)
            if other is not None and other is not group:
                del groups[written]
            by_alias.setdefault(written, group)
    people = Cover(len(text), people_spans)
    for group in groups.values():
        for words in list(group.spans):
            for span in _mentions(text, reading, words):
                if not people.touches(span):
                    group.add(words, span)
    _join_spacings(groups)
    _join_short_universities(text, reading, groups)
    _join_bare_ministries(groups, own)
    _drop_inner(groups.values())
    return sorted((g for g in groups.values() if g.spans.get(g.name)), key=lambda g: g.first)


def _is_venue(text: str, span: Span) -> bool:
    """Tell whether what is named is only where something takes place: 장소: 누리문화원 3층, 역사관 앞에서."""
    line = text.rfind("\n", 0, span.start) + 1
    if text.endswith("컨벤션센터", *span) and text.startswith(("에서", " "), span.end):
        return True
    if text.startswith(_HALLS, span.end - 2) and text.startswith(("에서", " 앞", " 광장"), span.end):
        return True
    return _VENUE_LINE.match(text, line, span.start) is not None or _VENUE_BEHIND.match(text, span.end) is not None


def _join_spacings(groups: dict[str, _Group]) -> None:
    """세메이 의과대학 and 세메이의과대학 are one body: only the blank differs."""
    first: dict[str, str] = {}
    for words in sorted(groups, key=lambda words: groups[words].first):
        known = first.setdefault(words.replace(" ", ""), words)
        if known != words:
            for written, spans in groups.pop(words).spans.items():
                for span in spans:
                    groups[known].add(written, span)


def _join_short_universities(text: str, reading: Reading, groups: dict[str, _Group]) -> None:
    """해담대 is short for 해담대학교 where both stand in the text."""
    for words in [words for words in groups if "대 " in words]:
        whole = groups.get(words.replace("대 ", "대학교 ", 1))
        if whole:
            for span in groups.pop(words).spans.get(words, ()):
                whole.add(words, span)
    for words in [words for words in groups if words.endswith("대학교")]:
        short = words.removesuffix("학교")
        groups.pop(short, None)
        for span in _mentions(text, reading, short):
            if not text.startswith("학", span.end):
                groups[words].add(short, span)


def _join_bare_ministries(groups: dict[str, _Group], own: set[Span]) -> None:
    """외교부 alone, behind 카자흐스탄 외교부, is that ministry; where it comes first it is the page's own.

    `own` are the words between native names and their offices (진다해 외교부 국장): a ministry there is Korean.
    """
    ministries = vocabulary.words("organizations", "ministries")
    of_country = {words.split(" ", 1)[1] for words in groups if " " in words and _is_owner(words.split(" ")[0])}
    for bare in [words for words in groups if words in ministries or words in of_country]:
        fuller = [g for words, g in groups.items() if words.endswith(f" {bare}")]
        before = [g for g in fuller if g.first < groups[bare].first]
        if before:
            spans = groups[bare].spans.get(bare, set())
            korean = {span for span in spans if bare in ministries and any(body.contains(span) for body in own)}
            groups[bare].spans[bare] = korean
            if not korean:
                groups.pop(bare)
            for span in spans - korean:
                last = max((g for g in before if g.first < span), key=lambda g: max(s for s in g.spans[g.name] if s < span))
                last.add(bare, span)


def _is_owner(word: str) -> bool:
    """Tell whether a word before a body says whose it is: a country, 유엔 (안보리), a university."""
    return names.is_country(word) or word in ("유엔", "국제연합") or word.endswith("대학교")


def _mentions(text: str, reading: Reading, words: str) -> list[Span]:
    """Return where the words stand in the readable paragraphs, not inside a longer word to the left."""
    latin = words.isascii()
    found: list[Span] = []
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        paragraph = reading.paragraph_at(at)
        if paragraph and end <= paragraph.end and _stands_alone(text, at, end, paragraph.end, latin=latin):
            found.append(Span(at, end))
            at = end - 1
        at = text.find(words, at + 1)
    return found


def _stands_alone(text: str, start: int, end: int, limit: int, *, latin: bool) -> bool:
    """Tell whether letters before `start` or behind `end` (up to `limit`) make no other word of what is between them."""
    before, after = text[start - 1 : start], text[end : min(end + 1, limit)]
    if latin:
        return not (_is_latin(before) or _is_latin(after))
    if "가" <= before <= "힣":
        return False
    return end - start >= SHORTEST_CLEAR or _SHORT_END.match(text, end, limit) is not None


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def _place(id: str, group: _Group) -> Place:
    spans = tuple(sorted(group.spans[group.name]))
    return Place(id, group.name, (), spans, group.rule, country=names.is_country(group.name))
