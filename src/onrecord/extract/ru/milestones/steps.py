"""Dated steps of the nuclear and diplomatic record in Russian text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from onrecord.extract.entities import Entities
from onrecord.extract.ru import clauses
from onrecord.extract.ru.milestones.takers import Takers, is_object
from onrecord.extract.ru.names.people import is_title
from onrecord.extract.steps import UNDATED, counted_from, dates_in, milestone, signing_day, taken, years_before
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import dates, model, phrases, vocabulary
from onrecord.model import Document, Gathering, Milestone, Organization, Position, Span, trimmed
from onrecord.model.facts import OFFICES


class _Kind(NamedTuple):
    """Words that tell a kind of step: of which a clause, or what a noun governs, holds one; none where the verb is enough."""

    name: str
    verbs: frozenset[str]
    objects: re.Pattern[str] | None


@cache
def _kinds() -> tuple[_Kind, ...]:
    rows = [(kind, row) for kind, rule in vocabulary.load("milestones").items() for row in (rule, *rule.get("also", ()))]
    return tuple(_Kind(kind, frozenset(row["verbs"].split()), _phrases_of(row)) for kind, row in rows)


def _phrases_of(row: dict[str, Any]) -> re.Pattern[str] | None:
    """Return the objects of a row of the vocabulary, none where the verb is enough."""
    return phrases.pattern(row["objects"], not_behind=row.get("not_behind", "").split()) if "objects" in row else None


@cache
def _objects(kind: str) -> re.Pattern[str]:
    rule = vocabulary.load("milestones")[kind]
    return phrases.pattern(rule["objects"], not_behind=rule.get("not_behind", "").split())


@cache
def _nouns(*, counted: bool = False) -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """Nouns that tell a step (вывоз, подписание), with the kinds and what they must govern.

    Args:
        counted: whether those count too that tell one only where its years are counted (20-летие создания).
    """
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, rule in vocabulary.load("milestones").items():
        for noun in f"{rule.get('nouns', '')} {rule.get('counted', '') if counted else ''}".split():
            governed = re.compile(rule["governed"]) if "governed" in rule else _objects(kind)
            found.setdefault(noun, []).append((kind, governed))
    return {noun: tuple(kinds) for noun, kinds in found.items()}


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
        found += _nominal(document.text, sentence, dated, found, takers)
        found += _anniversaries(document, sentence, dated)
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
        if not token.tag.startswith(("VERB", "ADJ")):
            continue
        lemma = model.lemma(token.text)
        clause = _clause(token)
        words = clause.of(text)
        for kind, verbs, objects in _kinds():
            inside = [d for d in mentions if clause.contains(d.span)]
            elsewhere = aside if aside is not None and (aside.basis != "gathering" or kind in UNDATED) else None
            date = min(inside, key=lambda d: abs(d.span.start - token.start)) if inside else elsewhere
            if date is not None and lemma in vocabulary.words("takers", "becoming") and not _is_beside(reading, token, date):
                continue  # X, до 2019 года возглавлявшая отдел, стала экспертом
            if lemma not in verbs or date is None or (objects and not objects.search(words)):
                continue
            target = _object(reading, token, clause, objects, entities, kind)
            if target is None or any(_is_same_step(m.kind, kind) and m.text_span.overlaps(clause) for m in found):
                continue
            if (
                date.basis == "gathering" and (token.dep == "ccomp" or " Fut" in token.tag or " Inf" in token.tag)
            ) or not _fits(kind, token, words, text[: date.span.start]):
                continue
            step = milestone(text, kind, target, clause, date, language="ru", strip=" ,.\n–—")
            found.append(taken(step, takers.of_verb(kind, token)))
    return found


NEAR = 12
"""Code points behind a noun phrase within which its date stands: вывоз урана из X в 1994 году."""


def _nominal(
    text: str, sentence: Sentence, mentions: list[DateMention], known: list[Milestone], takers: Takers
) -> list[Milestone]:
    """Read a step that a noun tells with its object in the genitive and its date: вывоз урана из X в 1994 году."""
    found: list[Milestone] = []
    for token in sentence.tokens:
        undone = token.dep == "obj" and model.lemma(token.head.text) in vocabulary.words("takers", "undoing")
        kinds = _nouns().get(model.lemma(token.text), ()) if token.tag.startswith("NOUN") and not undone else ()
        words = [t for t in token.subtree if t.i >= token.i]
        end = next((k for k, t in enumerate(words) if t.i != token.i + k or t.text == ","), len(words))
        phrase = Span(token.start, words[end - 1].end)
        date = next((d for d in mentions if token.end <= d.span.start <= phrase.end + NEAR), None)
        if date is None and kinds and (whole := _took_place(token)) is not None:
            date = min(
                (d for d in mentions if whole.contains(d.span)), key=lambda d: abs(d.span.start - token.start), default=None
            )
        for kind, objects in kinds:
            match = objects.match(text, token.end + 1, phrase.end) or objects.search(text, token.end, phrase.end)
            if match is None or date is None or any(m.text_span.overlaps(phrase) for m in (*known, *found)):
                continue
            target = Span(token.end + 1, min(phrase.end, date.span.start)) if date.span.start > token.end + 1 else phrase
            target = Span(token.end + 1, phrase.end) if date.span.end <= token.start else target
            told = Span(min(phrase.start, date.span.start), max(phrase.end, date.span.end))
            target = trimmed(text, *target, " ,.\nв")
            step = milestone(text, kind, target, told, date, language="ru", strip=" ,.\n–—")
            found.append(taken(step, takers.of_noun(kind, token)))
    return found


def _took_place(noun: Token) -> Span | None:
    """Return the clause that says of a noun that it took place: Вывоз урана завершился в 1994 году."""
    verb = noun.head
    table = vocabulary.load("gatherings")
    held = model.lemma(verb.text) in table["took_place"] or model.lemma(verb.text) in table["organizing"]
    return _clause(verb) if held and noun.dep in ("nsubj", "nsubj:pass") and verb.tag.startswith("VERB") else None


_JUBILEE = re.compile(
    r"(?P<years>\d{1,3})(?:-?(?:лети[еюяи]м?)|(?:-[а-я]{1,3})?\sгодовщин[аыеуой]{1,2})(?:\sсо дня)?\s(?P<noun>[а-яё]+)\s",
    re.IGNORECASE,
)
"""Years counted from a step: 30-летие закрытия полигона, 25-я годовщина подписания договора."""


def _anniversaries(document: Document, sentence: Sentence, mentions: list[DateMention]) -> list[Milestone]:
    """Read steps of which a sentence counts the years, from the year of its date, else of the page."""
    found: list[Milestone] = []
    text = document.text
    _, base = counted_from(document, mentions)
    for match in _JUBILEE.finditer(text, *sentence.span) if base is not None else ():
        head = next((t for t in sentence.tokens if t.start == match.start("noun")), None)
        date = years_before(base, int(match["years"])) if base is not None else None
        if head is None or " Gen" not in head.tag or date is None:
            continue
        words = [t for t in head.subtree if t.i > head.i]
        end = next((k for k, t in enumerate(words) if t.i != head.i + 1 + k or t.text in (",", "(", ".")), len(words))
        for kind, objects in _nouns(counted=True).get(model.lemma(head.text), ()) if end else ():
            thing = Span(words[0].start, words[end - 1].end)
            if objects.search(thing.of(text)):
                day = DateMention(Span(match.start(), head.end), date, None, "anniversary")
                whole = Span(match.start(), thing.end)
                found.append(milestone(text, kind, thing, whole, day, language="ru", strip=" ,.\n–—"))
                break
    return found


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


def _clause(verb: Token) -> Span:
    """The words of a verb's clause: for a participle behind its noun the noun too; other clauses joined to it left out."""
    ahead = " Inf" in verb.tag and verb.dep in ("xcomp", "csubj", "ccomp")  # в мае X и Y намерены подписать договор
    top = verb.head if (ahead or verb.dep in ("acl", "amod")) and verb.head is not verb else verb
    joined = [c for c in top.children if c.dep in ("conj", "parataxis", "ccomp") and c.tag.startswith("VERB") and c is not verb]
    left_out = {t.i for c in joined for t in c.subtree}
    tokens = [t for t in top.subtree if t.i not in left_out and t.sentence == verb.sentence]
    if top is not verb and top.dep in ("nsubj", "obj", "obl", "nmod", "nsubj:pass"):
        tokens = [t for t in tokens if t.i >= min(x.i for x in tokens)]
    return Span(tokens[0].start, tokens[-1].end)


def _object(
    reading: Reading, verb: Token, clause: Span, objects: re.Pattern[str] | None, entities: Entities, kind: str
) -> Span | None:
    if objects:
        match = objects.search(reading.text, *clause)
        if match is None:
            return None
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
        subject = verb.child("nsubj", "nsubj:pass")
        if subject is not None and is_object(subject, verb):
            return None
        made = verb.child("obj")
        if made is not None and subject is not None and not isinstance(entities.at(subject), Organization):
            subject = made  # X основал институт
        body = entities.at(subject) if subject is not None else None
        return (
            next((s for s, e in entities.within(subject.span) if e is body), None)
            if subject and isinstance(body, Organization)
            else None
        )
    given = [t for t in verb.children if kind in OFFICES and " Ins" in t.tag and is_title(t)]  # был избран депутатом
    if given or model.lemma(verb.text) in vocabulary.words("takers", "becoming"):
        return _phrase(given[0], verb) if given and not _is_of_occasion(given[0]) else None
    led = verb.head if verb.dep == "amod" and verb.head.i > verb.i and " Acc" in verb.head.tag else None  # возглавлявшая отдел
    beside = (t for t in verb.children if t.dep == "obl" and not any(w.text[:1].isdigit() for w in t.subtree))
    target = verb.child("obj", "nsubj:pass") or led or next(beside, None)
    return _phrase(target, verb) if target is not None else None


def _is_beside(reading: Reading, verb: Token, date: DateMention) -> bool:
    """Tell whether a date stands in the clause of a verb itself, and not in one that describes its subject."""
    days = reading.between(date.span)
    verbs = [t for t in days[0].ancestors if t.tag.startswith("VERB")] if days else []
    return bool(verbs) and verbs[0].i == verb.i


def _is_of_occasion(title: Token) -> bool:
    """Tell whether somebody only was something at an occasion, or what is no office: стал модератором, стал участником."""
    lemma = model.lemma(title.text)
    return any(lemma in vocabulary.words("titles", kind) for kind in ("of_occasions", "lived"))


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
