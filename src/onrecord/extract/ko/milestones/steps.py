"""Dated steps of the nuclear and diplomatic record in Korean text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onrecord.extract.entities import Entities
from onrecord.extract.ko.milestones.deeds import deeds, happened
from onrecord.extract.ko.milestones.kinds import Kind, kinds, step_of, with_nouns
from onrecord.extract.ko.milestones.nouns import anniversaries, entry, tests
from onrecord.extract.ko.milestones.takers import Takers, undated
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.extract.steps import UNDATED, dates_in, signing_day
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import dates, gathering_words, names, vocabulary
from onrecord.languages.ko.morphemes import Morpheme
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.model import Document, Gathering, Milestone, Span, trimmed
from onrecord.model.facts import OFFICES

_DECREED = re.compile(r"(?:대통령령|포고령|법령|시행령)(?=으로)")


def find(
    document: Document, reading: Reading, entities: Entities, read: Nominals, gatherings: tuple[Gathering, ...]
) -> tuple[Milestone, ...]:
    """Return the milestones, in text order; each is a clause with its verb, its object and a date."""
    found: list[Milestone] = []
    takers = Takers(document.text, entities, read, reading.sentences)
    signed = signing_day(gatherings)
    text = document.text
    number, mentions = -1, list[DateMention]()
    for sentence in reading.sentences:
        paragraph = reading.paragraphs[sentence.paragraph]
        if paragraph.kind in ("title", "heading") and not paragraph.span.of(text).rstrip().endswith("."):
            continue
        if sentence.paragraph != number:
            number, mentions = sentence.paragraph, dates_in(document, paragraph.span, dates.find_dates)
        inside = [d for d in mentions if sentence.span.contains(d.span)]
        years = "주년" in sentence.span.of(text)
        if not (inside or years or (signed and _can_take_day(sentence))):
            continue
        runs = [run for run in read.of_sentence[sentence.i] if run.host is None]
        line = entry(text, sentence, runs, inside, takers) if inside else None
        found += [line] if line else _sentence(text, sentence, runs, inside, signed, takers)
        found += anniversaries(document, runs, inside) if years and not line else []
    return tuple(step for step in found if not (_is_named_again(step, found) or _is_told_closer(step, found)))


def _is_named_again(step: Milestone, found: list[Milestone]) -> bool:
    """Tell whether a bare word for what was signed speaks of what is named elsewhere: 약정서에 서명."""
    if step.kind not in UNDATED or step.what not in vocabulary.words("takers", "documents"):
        return False
    return any(other.kind in UNDATED and other.date == step.date and len(other.what) > len(step.what) for other in found)


def _is_told_closer(step: Milestone, found: list[Milestone]) -> bool:
    """Tell whether another sentence tells the same step with its day: 2007년 원자로 폐쇄 때, 7월 14일 원자로가 멈췄다."""
    if step.date is None or step.date.day or step.kind in OFFICES:
        return False
    same = [m for m in found if m.kind == step.kind and (m.what in step.what or step.what in m.what)]
    return any(m.date is not None and m.date.day and m.date.agrees(step.date) for m in same)


def _can_take_day(sentence: Sentence) -> bool:
    """Tell whether a verb of the sentence can tell a step that takes the day of the page's gathering."""
    verbs = _verbs_of_signing()
    return not verbs.isdisjoint([p.stem for p in sentence.predicates]) or not verbs.isdisjoint(_MADE)


@cache
def _verbs_of_signing() -> frozenset[str]:
    """The verbs of the kinds that need no date of their own."""
    return frozenset().union(*(kind.verbs for kind in kinds() if kind.name in UNDATED))


_ASKED = ("라", "자", "십시오", "세요", "라고", "자고")
"""Endings by which something is asked for: 합의하라, 서명하자고."""

_MADE = ("이",)
"""The verb that `_sentence` makes of another word than a predicate's stem."""


def _sentence(
    text: str,
    sentence: Sentence,
    runs: list[Run],
    mentions: list[DateMention],
    signed: DateMention | None,
    takers: Takers,
) -> list[Milestone]:
    found: list[Milestone] = []
    boundary = sentence.span.start
    told = [
        p
        for p in sentence.predicates
        if not _denied(sentence.morphemes[p.first : p.last + 1]) and not p.ending.endswith(_ASKED)
    ]
    steps = [(p.stem, p.span, p.tag, p.ending) for p in told]
    steps += [("이", _with_ending(sentence.morphemes, k), "EF", "") for k, m in enumerate(sentence.morphemes) if m.tag == "VCP"]
    for verb, span, tag, ending in sorted(steps, key=lambda step: step[1]):
        if verb in _telling():
            for step in _told(text, Span(boundary, span.end), (verb, span, tag), runs, mentions, signed):
                office = takers.office(sentence, Span(boundary, span.end), verb, span) if step.kind in OFFICES else None
                if step.kind in OFFICES and office is None and not _names_office(step, runs, verb):
                    continue
                named = replace(step, what=office.of(text), what_span=office) if office else step
                if not _is_repeated(named, found):
                    found.append(takers.given(named, takers.of_verb(step.kind, sentence, verb, span, (ending, tag))))
        if tag in ("EF", "EC") and ending not in ("어", "아", "게"):
            boundary = span.end
    by_noun = [*tests(text, mentions), *deeds(text, sentence, runs, mentions, takers)]
    found += [takers.given(m, None) for m in by_noun if not _is_told(m, found)]
    by_day = {m.date: m for m in reversed(found) if m.kind == "nuclear-test"}
    return [*(m for m in found if m.kind != "nuclear-test"), *sorted(by_day.values(), key=lambda m: m.text_span)]


def _is_repeated(step: Milestone, found: list[Milestone]) -> bool:
    """Tell whether an earlier verb of the sentence told the same step: 공동선언이 나올 때 … 있었고."""
    return any((m.kind, m.what_span, m.date) == (step.kind, step.what_span, step.date) for m in found)


def _is_told(step: Milestone, found: list[Milestone]) -> bool:
    """Tell whether a verb already told the step that a noun names: 1991년 8월 핵실험장 폐쇄가 이뤄졌다."""
    same_day = [other for other in found if other.date == step.date]
    return any(other.kind == step.kind or other.what_span.overlaps(step.what_span) for other in same_day)


def _names_office(step: Milestone, runs: list[Run], verb: str) -> bool:
    """Tell whether what is taken for an office is one, where no words beside the verb or the person tell it."""
    if verb in vocabulary.words("takers", "beside_office"):
        return False
    return any(run.tells_office for run in runs if run.span.overlaps(step.what_span))


def _with_ending(morphemes: list[Morpheme], copula: int) -> Span:
    """Return where 이다 stands with its ending, which may share its syllable: 때문입니다."""
    end = morphemes[copula].end
    for after in morphemes[copula + 1 :]:
        if not after.tag.startswith("E"):
            break
        end = max(end, after.end)
    return Span(morphemes[copula].start, end)


def _told(
    text: str,
    clause: Span,
    step: tuple[str, Span, str],
    runs: list[Run],
    mentions: list[DateMention],
    signed: DateMention | None,
) -> list[Milestone]:
    """Read what the verb of a clause tells, given with its words and the tag of its ending."""
    verb, span, tag = step
    inside = [d for d in mentions if clause.contains(d.span) and d.date is not None]
    inside = [d for d in inside if text[d.span.end : d.span.end + 1] not in ("을", "를")] or inside  # 29일을 기념일로 정했다
    behind = _day_behind(mentions, span) if tag == "ETM" and not inside else None
    if behind:
        clause, inside = Span(clause.start, behind.span.end), [behind]
    within = [r for r in runs if clause.contains(r.span)]
    stem = _with_noun(verb, [r for r in within if r.span.end <= span.start])
    if verb == "열" and within and within[-1].particle in ("을", "를") and gathering_words.head_of(within[-1].words[-1].text):
        return []  # 회관에서 회의를 열었다
    resolved = verb == "합의하" and text[: span.start].rstrip().endswith("기로")  # to do what, not an agreement
    own = [] if resolved else _milestones(text, clause, stem, within, inside, signed)
    return own or (_attributive(text, span, stem, runs, inside) if tag == "ETM" and inside else [])


def _with_noun(verb: str, before: list[Run]) -> str:
    """Return a verb with the noun that it needs, where that stands before it: 문을 열 → 문을열."""
    if not before or verb not in with_nouns():
        return verb
    whole = before[-1].words[-1].text + before[-1].particle + verb
    return whole if whole in _telling() else verb


@cache
def _telling() -> frozenset[str]:
    """The verbs of which a step can come: all others are passed over."""
    return frozenset().union(_of_nouns(), _holding(), with_nouns(), *(kind.verbs for kind in kinds()))


def _day_behind(mentions: list[DateMention], verb: Span) -> DateMention | None:
    """Return the day that a verb describes: 조약이 발효된 2009년 3월 21일."""
    return next((d for d in mentions if d.date is not None and d.date.day and 0 <= d.span.start - verb.end <= 1), None)


_SINCE = re.compile(r"이후|이래|부터|까지|[뒤후]\s")
"""Words between a day and a verb by which the day is not that of the step."""


def _attributive(text: str, verb: Span, stem: str, runs: list[Run], mentions: list[DateMention]) -> list[Milestone]:
    """Read a step told of the noun behind its verb: 2000년 7월 폭파된 산악단지의 갱도, 1991년 문을 닫은 핵실험장."""
    phrase: list[Run] = []
    for run in runs:
        joined = phrase[-1].after if phrase and phrase[-1].particle == "의" else verb.end if not phrase else -1
        if 0 <= run.span.start - joined <= 1:
            phrase.append(run)
    if not phrase or _SINCE.search(text, mentions[-1].span.end, verb.start):
        return []
    named = Span(phrase[0].span.start, phrase[-1].span.end)
    words, last = named.of(text), phrase[-1].words[-1].text
    took_place = stem in vocabulary.words("milestone_nouns", "taking_place")
    for kind in kinds():
        noun = took_place and bool(kind.nouns) and last.endswith(kind.nouns)
        founded = kind.name == "organization-founded" and names.body_ending(last) is not None  # 1993년에 설립된 누리재단
        if (founded or kind.is_named_in(words)) and (noun or (stem in kind.verbs and not took_place)):
            what = (_name_behind(text, phrase[-1]) if founded else None) or named
            return [step_of(text, kind.name, what, Span(mentions[-1].span.start, what.end), mentions[-1])]
    return []


def _denied(morphemes: list[Morpheme]) -> bool:
    """Tell whether a predicate is denied: 서명하지 않았다, 가입하지 못했다."""
    return any(m.form in ("않", "못하", "못", "말") and m.tag in ("VX", "VV", "VA", "MAG") for m in morphemes[1:])


def _milestones(
    text: str, clause: Span, stem: str, runs: list[Run], mentions: list[DateMention], signed: DateMention | None
) -> list[Milestone]:
    """Return the steps that one clause states: one of its verb, and the decree by which it was taken."""
    words = clause.of(text)
    if stem in _holding() and mentions:
        held = _held_office(runs, stem)
        return _term(text, clause, stem, held, mentions[-1]) if held else []
    if stem in _of_nouns() and mentions:
        deed = happened(text, runs, mentions[-1])
        if deed:
            return [replace(deed, text=text[clause.start : clause.end].strip(), text_span=trimmed(text, *clause, " "))]
    for kind in kinds():
        date = mentions[-1] if mentions else (signed if kind.name in UNDATED else None)
        if date is None or stem not in kind.verbs or (kind.objects and not kind.is_named_in(words)):
            continue
        if kind.name == "nuclear-test" and _is_series(text, clause, date):
            continue
        target = _object(
            text,
            runs,
            kind,
            made=stem in _MAKES and not _PASSIVE.search(text, clause.end - len("만들어졌다"), clause.end),
        )
        if target is None:
            continue
        found = [step_of(text, kind.name, target, clause, date)]
        decree = _DECREED.search(text, *clause)
        if decree and kind.name != "decree":
            found.append(step_of(text, "decree", Span(*decree.span()), clause, date))
        return found
    return []


@cache
def _holding() -> frozenset[str]:
    """The verbs of holding an office: with a period (2015년부터 2018년까지) they date its taking and its leaving."""
    return vocabulary.words("takers", "holding") | vocabulary.words("takers", "working")


@cache
def _of_nouns() -> frozenset[str]:
    """The verbs that tell of a deed, which a noun names, that it took place or came to its end."""
    return vocabulary.words("milestone_nouns", "taking_place") | vocabulary.words("milestone_nouns", "ending")


def _held_office(runs: list[Run], stem: str) -> Run | None:
    """Return the words of the office of which a verb says that it was held: its object, or what somebody worked as."""
    marks = ("로", "으로") if stem in vocabulary.words("takers", "working") else ("을", "를")
    return next((run for run in reversed(runs) if run.particle in marks and run.tells_office), None)


def _term(text: str, clause: Span, stem: str, held: Run, period: DateMention) -> list[Milestone]:
    """Read when an office that is held was taken and left: 2015년부터 2018년까지, 2015년부터, 2018년까지 소장을 지냈다."""
    office = undated(held)
    taken = step_of(text, "office-taken", office, clause, period)
    left = step_of(text, "office-left", office, clause, period)
    if period.end is not None:
        return [taken, replace(left, date=period.end)]
    if text.startswith("까지", period.span.end):
        return [left]
    since = text.startswith("부터", period.span.end) or (stem == "맡" and period.span.end < office.end)
    return [taken] if since else []


_MAKES = frozenset({"만들", "세우", "꾸리", "설립하", "창립하", "결성하", "창설하"})
"""Verbs whose object comes into being."""
_PASSIVE = re.compile("[어워여]\\s?[졌져진지]")
"""What makes them tell what becomes of their subject: 세워졌다."""


_MANY = re.compile(r"\d\d여?\s?(?:차례|번|회)(?!째)")
"""How many tests were made over the years: 456차례의 핵실험."""


def _is_series(text: str, clause: Span, date: DateMention) -> bool:
    """Tell whether a clause counts the tests of many years: 1949년부터 40년간, 456차례의 핵실험."""
    return text.startswith("부터", date.span.end) or _MANY.search(text, *clause) is not None


_NAMED_LAST = ("nuclear-test", "site-opened", "decree")
"""Kinds whose object ends its words: 핵실험장 폐쇄 27주년 행사가 열렸다 tells of no test, and opens no site."""


def _object(text: str, runs: list[Run], kind: Kind, *, made: bool) -> Span | None:
    """The run that names the object: the one with an object word, else the topic for what came into being, else the last.

    Where the verb tells that somebody `made` it, a body that comes into being is its object.
    """
    if kind.objects:
        named = [r for r in runs if any(kind.is_named_in(w.text) for w in r.words)]
        if kind.name in _NAMED_LAST:
            named = [r for r in named if r.words[-1].text.endswith(kind.objects)]
        return _with_owner(named) if named else None
    if kind.name == "organization-founded":
        bodies = [r for r in runs if names.body_ending(r.words[-1].text)]
        quoted = [name for r in runs if (name := _name_behind(text, r))]
        if quoted:
            return quoted[-1]
        given = [r for r in bodies if r.particle in ("을", "를")]
        topics = [r for r in bodies if r.particle in ("은", "는", "이", "가")]
        if given:  # 재단은 1993년 연구소를 세웠다
            return undated(given[-1])
        if made and not (topics and topics[0].particle in ("은", "는") and _has_subject(runs, topics[0])):
            return None
        return undated(topics[0]) if topics else None
    return runs[-1].span if runs else None


_QUOTED = re.compile(r"\s?[‘'“\"<《「]([^’'”\">》」\n]{2,40})[’'”\">》」]")


def _name_behind(text: str, body: Run) -> Span | None:
    """Return the name in quotation marks behind the word for a body: 시민단체 ‘언덕의 사람들’."""
    last = body.words[-1].text
    called = names.body_ending(last) is not None or last in vocabulary.words("organizations", "called")
    name = _QUOTED.match(text, body.span.end) if called and not body.particle else None
    return Span(*name.span(1)) if name else None


def _with_owner(named: list[Run]) -> Span:
    """Return the last run that names an object, with the one of which it is a part: 핵실험장의 갱도."""
    last = undated(named[-1])
    whole = named[-2] if len(named) > 1 else None
    return Span(undated(whole).start, last.end) if whole is not None and whole.owns(named[-1]) else last


def _has_subject(runs: list[Run], topic: Run) -> bool:
    """Tell whether the clause has a subject behind its topic, which is then what was made: 재단은 장교들이 세웠다."""
    return not any(r.particle in ("을", "를") for r in runs) and any(
        r.particle in ("이", "가") and r.span.start > topic.span.end for r in runs
    )
