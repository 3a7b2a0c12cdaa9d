"""Dated steps that a Russian noun tells: вывоз урана в 1994 году, указ от 29 августа 1991 года, 30-летие закрытия полигона."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ru.milestones import kinds
from onrecord.extract.ru.milestones.takers import Takers
from onrecord.extract.ru.names.people import is_title
from onrecord.extract.steps import counted_from, milestone, taken, years_before
from onrecord.languages.date_mention import DateMention
from onrecord.languages.reading import Sentence, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Document, Milestone, Organization, Span, trimmed
from onrecord.model.facts import OFFICES

_NEAR = 12
"""Code points behind a noun phrase within which its date stands: вывоз урана из X в 1994 году."""

_STRIP = " ,.\n–—"


def find(text: str, sentence: Sentence, mentions: list[DateMention], known: list[Milestone], takers: Takers) -> list[Milestone]:
    """Return the steps that nouns of a sentence tell with their objects and dates, and the papers that bear theirs."""
    found: list[Milestone] = []
    nouns = [t for t in sentence.tokens if t.tag.startswith(("NOUN", "PROPN"))] if mentions else []
    for token in nouns:
        if token.dep == "obj" and model.lemma(token.head.text) in vocabulary.words("takers", "undoing"):
            continue
        lemma = model.lemma(token.text)
        steps = [_paper(text, token, lemma, mentions), _bare(text, token, lemma, mentions)]
        steps += [_governing(text, token, kind, objects, mentions) for kind, objects in kinds.of_noun().get(lemma, ())]
        for step in steps:
            if step is not None and not any(m.text_span.overlaps(step.text_span) for m in (*known, *found)):
                found.append(taken(step, takers.of_noun(step.kind, token)))
                break
    return found


def _governing(text: str, noun: Token, kind: str, objects: re.Pattern[str], mentions: list[DateMention]) -> Milestone | None:
    """Read a step that a noun tells with its object: вывоз урана из X в 1994 году, назначение послом в 2019 году."""
    words = [t for t in noun.subtree if t.i >= noun.i]
    end = next((k for k, t in enumerate(words) if t.i != noun.i + k or t.text == ","), len(words))
    phrase = Span(noun.start, words[end - 1].end)
    date = _date_of(text, noun, phrase, mentions)
    match = objects.match(text, noun.end + 1, phrase.end) or objects.search(text, noun.end, phrase.end)
    given = kind in OFFICES and any(" Ins" in t.tag and is_title(t) for t in words[1:end])
    if date is None or (match is None and not given):
        return None
    before = noun.end + 1 < date.span.start <= phrase.end
    target = trimmed(text, noun.end + 1, date.span.start if before else phrase.end, " ,.\nв")
    papers = text[date.span.end : noun.start] in _ABOUT
    told = phrase if papers else Span(min(phrase.start, date.span.start), max(phrase.end, date.span.end))
    return milestone(text, kind, target, told, date, language="ru", strip=_STRIP) if target.end > target.start else None


_ABOUT = (" о ", " об ")


def _date_of(text: str, noun: Token, phrase: Span, mentions: list[DateMention]) -> DateMention | None:
    """Return the date of a step that a noun tells: in or behind its phrase, of what says that it took place, of its paper."""
    near = next((d for d in mentions if noun.end <= d.span.start <= phrase.end + _NEAR), None)
    if near is not None:
        return near
    if (whole := _took_place(noun)) is not None:
        inside = [d for d in mentions if whole.contains(d.span)]
        return min(inside, key=lambda d: abs(d.span.start - noun.start), default=None)
    return next((d for d in mentions if text[d.span.end : noun.start] in _ABOUT), None)  # указ от 29 августа о закрытии


def _took_place(noun: Token) -> Span | None:
    """Return the words that say of a noun that it took place: вывоз завершился в 1994 году, назначением, состоявшимся 3 мая."""
    table = vocabulary.load("gatherings")
    told = [c for c in noun.subtree if c.i > noun.i and c.tag.startswith("VERB Part") and _agrees(c, noun)]
    verb = told[0] if told else noun.head
    lemma = model.lemma(verb.text)
    if not verb.tag.startswith("VERB"):
        return None
    if lemma in vocabulary.words("takers", "ending") and " Ins" in noun.tag and noun.dep.startswith("obl"):
        return _words(verb)
    held = lemma in table["took_place"] or lemma in table["organizing"]
    return _words(verb) if held and (told or noun.dep in ("nsubj", "nsubj:pass")) else None


def _agrees(participle: Token, noun: Token) -> bool:
    """Tell whether a participle behind a noun may describe it: назначением на пост, состоявшимся 3 апреля."""
    case = re.search(r" (?:Nom|Gen|Dat|Acc|Ins|Loc) ", f"{noun.tag} ")
    return participle.dep == "acl" and (participle.head is noun or (case is not None and case[0] in f"{participle.tag} "))


def _words(verb: Token) -> Span:
    tokens = list(verb.subtree)
    return Span(tokens[0].start, tokens[-1].end)


def _paper(text: str, noun: Token, lemma: str, mentions: list[DateMention]) -> Milestone | None:
    """Read a paper that bears its day: указа президента от 29 августа 1991 года."""
    kind = next((k for k in vocabulary.load("papers") if lemma in vocabulary.words("papers", k)), None)
    if kind is None:
        return None
    day = next((d for d in mentions if d.span.start > noun.end and d.date is not None and d.date.day is not None), None)
    between = text[noun.end : day.span.start] if day is not None else ""
    if day is None or not _BEARS.fullmatch(between):
        return None
    told = Span(noun.start, day.span.end)
    return milestone(text, kind, told, told, day, language="ru", strip=_STRIP)


_BEARS = re.compile(r"(?:\s[^\s,.;:()]+){0,6}\sот\s")
"""What stands between a paper and its day."""


def _bare(text: str, noun: Token, lemma: str, mentions: list[DateMention]) -> Milestone | None:
    """Read a test that nothing but its day tells: испытание 3 сентября 2017 года, взрыв 12 августа 1953 года."""
    if lemma not in vocabulary.words("takers", "tests") or not _ATOMIC.search(text):
        return None
    day = next((d for d in mentions if d.span.start == noun.end + 1 and d.date is not None and d.date.day is not None), None)
    if day is None:
        return None
    told = Span(noun.start, day.span.end)
    return milestone(text, "nuclear-test", Span(noun.start, noun.end), told, day, language="ru", strip=_STRIP)


_ATOMIC = re.compile(r"(?i:ядерн|атомн|полигон)")
"""Words of a page on nuclear matters, on which a blast is a test."""


_TENS = "десяти|двадцати|тридцати|сорока|пятидесяти|шестидесяти|семидесяти|восьмидесяти|девяносто|сто"
_COUNT = rf"(?P<years>\d{{1,3}}(?=[-\s])|{_TENS})"
_JUBILEE = re.compile(
    rf"\b{_COUNT}(?:-?(?:лети[еюяи]м?)|(?:-[а-я]{{1,3}})?\sгодовщин[аыеуой]{{1,2}})(?:\sсо дня)?\s(?P<noun>[А-ЯЁа-яё]+)\b",
    re.IGNORECASE,
)
"""Years counted from a step: 30-летие закрытия полигона, 25-я годовщина подписания договора, тридцатилетие закрытия."""


_THAT_DAY = re.compile(r"\bв день\s$")
"""What stands before the years where the day itself is the step's: в день 30-летия закрытия полигона."""


def anniversaries(document: Document, sentence: Sentence, mentions: list[DateMention], entities: Entities) -> list[Milestone]:
    """Read steps of which a sentence counts the years, from the year of its date, else of the page."""
    found: list[Milestone] = []
    text = document.text
    stated, base = counted_from(document, mentions)
    if base is None:
        return found
    for match in _JUBILEE.finditer(text, *sentence.span):
        head = next((t for t in sentence.tokens if t.start == match.start("noun")), None)
        number = match["years"].lower()
        years = int(number) if number.isdecimal() else vocabulary.load("numbers")["cardinals"][number]
        day_of = stated if base.day is not None and _THAT_DAY.search(text, 0, match.start()) else None
        date = years_before(base, years, that_day=day_of is not None)
        if head is None or date is None:
            continue
        told = _counted(text, head, entities)
        if told is not None:
            kind, thing = told
            words = day_of.span if day_of is not None else Span(match.start(), head.end)
            day = DateMention(words, date, None, "anniversary")
            found.append(milestone(text, kind, thing, Span(match.start(), thing.end), day, language="ru", strip=_STRIP))
    return found


def _counted(text: str, head: Token, entities: Entities) -> tuple[str, Span] | None:
    """Return the kind and the object of what a jubilee is of: закрытия полигона, or a body, which was founded then."""
    body = next((s for s, e in entities.within(head.span) if isinstance(e, Organization) and s.start == head.start), None)
    if body is not None:
        return "organization-founded", body
    words = [t for t in head.subtree if t.i > head.i]
    end = next((k for k, t in enumerate(words) if t.i != head.i + 1 + k or t.text in (",", "(", ".")), len(words))
    if not end or " Gen" not in head.tag:
        return None
    thing = Span(words[0].start, words[end - 1].end)
    rows = kinds.of_noun(counted=True).get(model.lemma(head.text), ())
    return next(((kind, thing) for kind, objects in rows if objects.search(thing.of(text))), None)
