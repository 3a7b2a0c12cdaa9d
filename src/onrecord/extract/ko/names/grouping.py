"""Persons, organizations and places in Korean text."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.entities import Entities
from onrecord.extract.ko.names import bare_names, body_groups, name_shapes, proper
from onrecord.extract.ko.names.groups import Group, drop_inner, mentions
from onrecord.extract.ko.names.nominals import LONGEST_NATIVE, Nominals
from onrecord.extract.ko.names.proper import Proper
from onrecord.extract.ko.names.titled import Titled
from onrecord.languages.ko import names, proper_nouns, vocabulary
from onrecord.languages.ko.parse import Reading
from onrecord.languages.ko.proper_nouns import ProperNoun
from onrecord.model import Document, Organization, Person, Place, Span
from onrecord.model.span import Cover


def find(document: Document, reading: Reading, read: Nominals) -> Entities:
    """Return who and what the reading names, in-document aliases joined."""
    text = document.text
    persons = _persons(text, reading, read.titled)
    stretches = [p.span for p in reading.paragraphs]
    learned = proper_nouns.learned().find(text, (sentence.morphemes for sentence in reading.sentences))
    _complete(text, persons, learned)
    taken = sorted(span for group in persons for spans in group.spans.values() for span in spans)
    organizations = body_groups.collect(
        text, reading, body_groups.printed(text, read, learned, taken), taken, body_groups.own_bodies(text, read)
    )
    taken += sorted(span for group in organizations for spans in group.spans.values() for span in spans)
    offices = Cover(len(text), (one.title for one in read.titled if one.name and one.title))  # 하정란 안전조치실장
    bare = [b for b in proper.find(text, stretches, learned, taken) if b.kind != "person" or not offices.touches(b.span)]
    bare = _repeat(text, reading, bare, taken)
    named = body_groups.join_clippings(_with_bare(text, organizations, bare, "organization"))
    named = [g for g in named if not body_groups.is_venue_only(text, g)]
    return Entities(
        tuple(_entity(Person, "p", k, g) for k, g in enumerate(_with_bare(text, persons, bare, "person"), 1)),
        tuple(_entity(Organization, "o", k, g) for k, g in enumerate(named, 1)),
        tuple(_place(f"l{k}", g) for k, g in enumerate(_with_bare(text, [], bare, "place"), 1)),
    )


def _with_bare(text: str, groups: list[Group], bare: list[Proper], kind: proper.Kind) -> list[Group]:
    """Join the proper nouns of a kind with what is named already; a surname or part of a name goes to the person named so."""
    known = list(groups)
    for found in sorted((p for p in bare if p.kind == kind), key=lambda p: (p.rule == "marked-name", p.span)):
        words = found.span.of(text)
        group = next((g for g in known if words in g.spans), None)
        glosses = (kind == "person" and names.is_hanja(words)) or (
            kind == "organization" and words.isascii() and words.isupper()
        )
        if group is None and glosses and text[found.span.start - 1 : found.span.start] == "(":
            group = next((g for g in known for s in g.spans.get(g.name, ()) if s.end == found.span.start - 1), None)
        if group is None and kind == "person":
            group = next((g for g in known if _short_for(words, g.name)), None)
        if group is None and kind == "person":  # 진 박사 was read before 진태웅
            group = next((g for g in known if g.rule == "foreign-surname" and _short_for(g.name, words)), None)
            if group is not None:
                group.name = words
        if group is None:
            group = Group(words, found.rule)
            known.append(group)
        group.add(words, found.span)
    return sorted(known, key=lambda g: g.first)


def _complete(text: str, groups: list[Group], learned: Iterable[ProperNoun]) -> None:
    """Give whom an office calls by the surname alone the full name that stands elsewhere: 마시모 아파로네가, 아파로네 차장."""
    for one in learned:
        words = one.span.of(text)
        if one.kind != "person" or " " not in words:
            continue
        group = next((g for g in groups if g.rule == "foreign-surname" and words.endswith(f" {g.name}")), None)
        if group is not None:
            inner = group.spans[group.name]
            group.spans[group.name] = {span for span in inner if not one.span.contains(span)}
            group.name = words
            group.add(words, one.span)
    for group in groups:
        for words in [words for words, spans in group.spans.items() if not spans]:
            del group.spans[words]


def _repeat(text: str, reading: Reading, bare: list[Proper], taken: list[Span]) -> list[Proper]:
    """Add where a person's name of three syllables or more stands again, though its neighbours do not tell it there."""
    occupied = Cover(len(text), (*taken, *(one.span for one in bare)))
    again: dict[Span, Proper] = {}
    for one in bare:
        if one.kind == "person" and one.span.end - one.span.start > 2:
            for span in mentions(text, reading, one.span.of(text)):
                if not occupied.touches(span):
                    again.setdefault(span, Proper("person", span, one.rule))
    return [*bare, *again.values()]


def _entity[E: (Person, Organization)](kind: type[E], letter: str, number: int, group: Group) -> E:
    spans = sorted(span for spans in group.spans.values() for span in spans)
    aliases = sorted((words for words in group.spans if words != group.name), key=lambda words: min(group.spans[words]))
    return kind(f"{letter}{number}", group.name, tuple(aliases), tuple(spans), group.rule)


def _persons(text: str, reading: Reading, titled: Iterable[Titled]) -> list[Group]:
    titled = list(titled)
    full: dict[str, Group] = {}
    short: list[tuple[str, Span, Titled]] = []
    parts = {part for one in titled if one.name and " " in (full_name := one.name.of(text)) for part in _parts(full_name)}
    for found in titled:
        if found.name is None:
            continue
        words = found.name.of(text)
        surname = len(words) == len("남궁") and words in names.surnames()
        if found.surname_only or surname or words in parts or (found.foreign and " " not in words and not found.glosses):
            short.append((words, found.name, found))
            continue
        group = full.setdefault(words, Group(words, found.rule))
        group.add(words, found.name)
        for gloss in (name_shapes.spelling(text, gloss) for gloss in found.glosses):
            written = gloss.of(text)
            if names.is_latin_name(written) or names.is_hanja(written):
                group.add(written, gloss)
    for words, span, found in short:
        owners = [g for g in full.values() if _short_for(words, g.name)]
        if owners:
            _holder(text, owners, found, titled).add(words, span)
        elif (len(words) > 2 and not words.isascii()) or _is_surname(words):
            full.setdefault(words, Group(words, "foreign-surname")).add(words, span)
    _add_bare_mentions(text, reading, full.values())
    drop_inner(full.values())
    return sorted((g for g in full.values() if g.spans.get(g.name)), key=lambda g: g.first)


def _holder(text: str, owners: list[Group], short: Titled, titled: list[Titled]) -> Group:
    """Return whom of several with a surname its bearer's office means (김 대사 is no 김 의원), else the one named first."""
    office = _office(text, short)
    if len(owners) == 1 or office is None:
        return owners[0]
    holding = {one.name.of(text) for one in titled if one.name is not None and _office(text, one) == office}
    return next((group for group in owners if group.name in holding), owners[0])


def _office(text: str, one: Titled) -> str | None:
    """Return the last part of somebody's office: 대사 of 주한 카자흐스탄 대사."""
    return names.title_head(one.title.of(text).rsplit(" ", 1)[-1]) if one.title is not None else None


def _parts(name: str) -> list[str]:
    """Return by what the bearer of a name of several words is called: each of them, of three also the last two (투 하)."""
    words = name.split(" ")
    return [*words, " ".join(words[-2:])] if len(words) > 2 else words


def _is_surname(word: str) -> bool:
    """Tell whether one syllable before an office must be a surname: a common one that is no other short word."""
    common = names.surnames().get(word, 0.0) >= bare_names.COMMON_SURNAME
    return common and word not in vocabulary.words("proper", "surnames_not")


def _add_bare_mentions(text: str, reading: Reading, groups: Iterable[Group]) -> None:
    """Add the places where a name stands without its office; names of one or two syllables are too ambiguous for that."""
    for group in groups:
        for words in [words for words in group.spans if len(words) > 2]:
            for span in mentions(text, reading, words):
                group.add(words, span)


def _short_for(short: str, full: str) -> bool:
    """Tell whether 변 is short for 변가윤, 카이르바예프 for 예르잔 카이르바예프."""
    if " " in full:
        return short in _parts(full)
    if len(short) > 1 and len(short) < len(full) <= LONGEST_NATIVE and short in names.surnames():
        return full.startswith(short)  # 남궁 위원
    chinese = len(short) == 1 and len(full) in (3, 4) and names.surname_of(full) is None  # 장 부소장 for 장웨이닝
    return names.surname_of(full) == short or (chinese and full[0] == short)


def _place(id: str, group: Group) -> Place:
    spans = tuple(sorted(group.spans[group.name]))
    return Place(id, group.name, (), spans, group.rule, country=names.is_country(group.name))
