"""Dated steps of the nuclear and diplomatic record in Russian text."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ru import clauses
from onrecord.extract.ru.milestones import kinds, nouns, terms
from onrecord.extract.ru.milestones.kinds import Kind
from onrecord.extract.ru.milestones.takers import Takers, is_object
from onrecord.extract.ru.names.people import is_title
from onrecord.extract.steps import UNDATED, dates_in, milestone, signing_day, taken
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import dates, model, vocabulary
from onrecord.model import Document, Gathering, Milestone, Organization, Position, Span
from onrecord.model.facts import OFFICES


def find(
    document: Document,
    reading: Reading,
    entities: Entities,
    positions: tuple[Position, ...],
    gatherings: tuple[Gathering, ...],
) -> tuple[Milestone, ...]:
    """Return the milestones, in text order; each is a clause with its verb, its object and a date."""
    signed = signing_day(gatherings)
    takers = Takers(reading, entities, positions)
    found: list[Milestone] = []
    lead: DateMention | None = None
    for sentence in reading.sentences:
        opens = clauses.sentence_before(reading, sentence) is None
        lead = None if opens else lead
        paragraph = reading.paragraphs[sentence.paragraph]
        if paragraph.kind in ("title", "heading") and not sentence.span.of(document.text).endswith("."):
            continue
        mentions = dates_in(document, sentence.span, dates.find_dates)
        dated = [m for m in mentions if m.date is not None and not _is_term(document.text, m)]
        found += _sentence(reading, sentence, entities, dated, (None if dated else lead) or signed, takers)
        found += nouns.find(document.text, sentence, dated, found, takers)
        found += nouns.anniversaries(document, sentence, dated, entities)
        found += terms.find(document.text, sentence, dated, found, takers)
        lead = _alone(document.text, sentence, mentions) if opens else lead
    return tuple(found)


def _alone(text: str, sentence: Sentence, mentions: list[DateMention]) -> DateMention | None:
    """Return the date that is a whole sentence, at the head of a chronicle's line: 1949 год. Взорвано …."""
    stated = [d for d in mentions if d.date is not None]
    alone = len(stated) == 1 and stated[0].span.of(text) == sentence.span.of(text).strip(" .:–—-")
    return stated[0] if alone else None


def _is_term(text: str, date: DateMention) -> bool:
    """Tell whether years are those that a plan is for: программа сотрудничества на 2022–2024 годы."""
    years = date.date is not None and date.date.month is None
    return (
        years and re.search(r"\bна\s(?:\d{4}\s?[–—-]\s?)?$", text[max(0, date.span.start - 10) : date.span.start]) is not None
    )


def _sentence(
    reading: Reading,
    sentence: Sentence,
    entities: Entities,
    mentions: list[DateMention],
    aside: DateMention | None,
    takers: Takers,
) -> list[Milestone]:
    text = reading.text
    found: list[Milestone] = []
    for token in sentence.tokens:
        rows = kinds.of_verb(model.lemma(token.text)) if token.tag.startswith(_VERBAL) else ()
        if not rows:
            continue
        clause = clause_of(token)
        inside = [d for d in mentions if clause.contains(d.span)]
        near = min(inside, key=lambda d: abs(d.span.start - token.start), default=_next_to(text, clause, mentions))
        for row in rows:
            kind = row.name
            elsewhere = aside if aside is not None and (aside.basis != "gathering" or kind in UNDATED) else None
            date = near or elsewhere
            if date is None or not _is_told(reading, token, kind, clause, date):
                continue
            target = _object(reading, token, clause, row, entities)
            if target is None or any(_is_same_step(m.kind, kind) and m.text_span.overlaps(clause) for m in found):
                continue
            step = milestone(text, kind, target, clause, date, language="ru", strip=" ,.\n–—")
            found.append(taken(step, takers.of_verb(kind, token)))
    return found


_VERBAL = ("VERB", "ADJ", "ADV")
"""Tags of words that may be verbs: the tagger takes short participles and rare verbs for adjectives and adverbs."""


def _next_to(text: str, clause: Span, mentions: list[DateMention]) -> DateMention | None:
    """Return the date right behind a clause, which the parser hung on another verb: подписан и ратифицирован в 2002 г."""
    return next((d for d in mentions if text[clause.end : d.span.start] in (" ", " в ")), None)


def _is_told(reading: Reading, verb: Token, kind: str, clause: Span, date: DateMention) -> bool:
    """Tell whether a verb tells a step of a kind as taken on a date."""
    before = verb.nbor(-1)
    if before is not None and before.lower == "не":
        return False  # не вступил в силу
    if model.lemma(verb.text) in vocabulary.words("takers", "becoming") and not _is_beside(reading, verb, date):
        return False  # X, до 2019 года возглавлявшая отдел, стала экспертом
    not_yet = verb.dep == "ccomp" or " Fut" in verb.tag or " Inf" in verb.tag
    return not (date.basis == "gathering" and not_yet) and _fits(
        kind, verb, clause.of(reading.text), reading.text[: date.span.start]
    )


_ALIKE = (frozenset({"agreement", "treaty-signed"}), frozenset({"facility-opened", "organization-founded"}))


def _is_same_step(known: str, kind: str) -> bool:
    """Tell whether two kinds are one step of a clause: what is signed is a treaty or another agreement, a bank that opens."""
    return known == kind or any({known, kind} <= alike for alike in _ALIKE)


def _fits(kind: str, verb: Token, words: str, before: str) -> bool:
    """Tell whether words that two kinds share mean this one: вступил в силу, в должность; возглавлял с года, до года."""
    if kind in ("accession", "office-taken") and model.lemma(verb.text) == "вступить":
        return bool(re.search(r"\bв (?:должность|обязанности)\b" if kind == "office-taken" else r"\b(?:к|в) ", words)) and (
            "в силу" not in words
        )
    if kind == "weapons-removed" and model.lemma(verb.text) in ("завершить", "завершиться"):
        return bool(re.search(r"\b(?:вывоз|вывод)", words))  # Форум «Мир без ядерного оружия» завершился
    if kind == "organization-founded" and model.lemma(verb.text) in ("начать", "начало"):
        return bool(re.search(r"\b(?:работу|деятельность)\b", words))  # начало работу представительство
    if kind in UNDATED and re.search(r"\bс\s$", before.lower()):
        return False  # с 1996 года договор подписали 180 государств
    if model.lemma(verb.text) in vocabulary.words("takers", "lasting"):
        limit = re.search(r"\b(с|до)\s(?:[а-яё]+\s)?$", before.lower())
        return limit is not None and (limit[1] == "с") == (kind == "office-taken")
    return True


def clause_of(verb: Token) -> Span:
    """The words of a verb's clause: for a participle behind its noun the noun too; other clauses joined to it left out."""
    ahead = " Inf" in verb.tag and verb.dep in ("xcomp", "csubj", "ccomp")  # в мае X и Y намерены подписать договор
    top = verb.head if (ahead or verb.dep in ("acl", "amod")) and verb.head is not verb else verb
    joined = [c for c in top.children if c.dep in ("conj", "parataxis", "ccomp") and c.tag.startswith("VERB") and c is not verb]
    left_out = {t.i for c in joined for t in c.subtree}
    tokens = [t for t in top.subtree if t.i not in left_out and t.sentence == verb.sentence]
    if top is not verb and top.dep in ("nsubj", "obj", "obl", "nmod", "nsubj:pass"):
        tokens = [t for t in tokens if t.i >= min(x.i for x in tokens)]
    return Span(tokens[0].start, tokens[-1].end)


def _object(reading: Reading, verb: Token, clause: Span, row: Kind, entities: Entities) -> Span | None:
    kind = row.name
    if row.things:
        thing = kinds.befallen(verb)
        told = thing is not None and (row.objects is None or row.objects.search(clause.of(reading.text)))
        return _phrase(thing, verb) if thing is not None and told and model.lemma(thing.text) in row.things else None
    if row.objects:
        match = row.objects.search(reading.text, *clause)
        if match is None:
            return _borrowed(reading, verb, row.objects)
        token = reading.between(Span(*match.span()))[-1]
        head = token
        while (
            head.head is not head
            and head.head.i != verb.i
            and clause.contains(head.head.span)
            and head.dep in ("amod", "nmod", "appos")
        ):
            head = head.head
        return _phrase(head, verb)
    if kind == "organization-founded":
        return _founded(verb, entities)
    given = [t for t in verb.children if kind in OFFICES and " Ins" in t.tag and is_title(t)]  # был избран депутатом
    if given or model.lemma(verb.text) in vocabulary.words("takers", "becoming"):
        return _phrase(given[0], verb) if given and not terms.is_of_occasion(given[0]) else None
    return _any_object(verb, kind)


def _founded(verb: Token, entities: Entities) -> Span | None:
    """Return the body that a verb says was founded, by its name."""
    subject = verb.child("nsubj", "nsubj:pass") or kinds.befallen(verb)
    if subject is not None and is_object(subject, verb):
        return None
    made = verb.child("obj")
    if made is not None and model.lemma(made.text) not in vocabulary.words("takers", "operation"):
        subject = made  # X основал институт
    body = entities.at(subject) if subject is not None else None
    return (
        next((s for s, e in entities.within(subject.span) if e is body), None)
        if subject and isinstance(body, Organization)
        else None
    )


def _any_object(verb: Token, kind: str) -> Span | None:
    """Return what a verb that tells a step by itself has beside it: its object, or the noun that it leans on."""
    led = verb.head if verb.dep == "amod" and verb.head.i > verb.i and " Acc" in verb.head.tag else None  # возглавлявшая отдел
    beside = (t for t in verb.children if t.dep == "obl" and not any(w.text[:1].isdigit() for w in t.subtree))
    shared = _shared(verb) if kind not in OFFICES else None
    target = verb.child("obj", "nsubj:pass") or shared or led or next(beside, None)
    return _phrase(target, verb) if target is not None else None


_SHARING = ("acl:relcl", "conj")
"""Relations of a verb whose object stands outside its clause."""


def _shared(verb: Token) -> Token | None:
    """Return what a verb tells something of where that stands outside its clause."""
    return kinds.befallen(verb) if verb.dep in _SHARING else None


def _borrowed(reading: Reading, verb: Token, objects: re.Pattern[str]) -> Span | None:
    """Return the object that stands outside a verb's clause: договора, который был подписан; создан и закрыт."""
    thing = _shared(verb)
    if thing is None:
        return None
    phrase = _phrase(thing, verb)
    return phrase if objects.search(phrase.of(reading.text)) else None


def _is_beside(reading: Reading, verb: Token, date: DateMention) -> bool:
    """Tell whether a date stands in the clause of a verb itself, and not in one that describes its subject."""
    days = reading.between(date.span)
    verbs = [t for t in days[0].ancestors if t.tag.startswith("VERB")] if days else []
    return bool(verbs) and verbs[0].i == verb.i


def _phrase(head: Token, verb: Token) -> Span:
    """A noun with its adjectives and genitives, up to a comma."""
    words = sorted((t for t in head.subtree if (t is not verb and t not in verb.subtree) or t is head), key=lambda t: t.i)
    if head in verb.subtree:
        words = list(head.subtree)
    kept = [head]
    for t in reversed([w for w in words if w.i < head.i]):
        if t.i != kept[0].i - 1 or t.text == "," or t.tag.startswith(("ADP", "VERB")):
            break
        kept.insert(0, t)
    for t in [w for w in words if w.i > head.i]:
        if t.i != kept[-1].i + 1 or t.text in (",", "(", "–") or t.tag.startswith("VERB"):
            break
        kept.append(t)
    return Span(kept[0].start, kept[-1].end)
