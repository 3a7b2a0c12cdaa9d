"""Dated steps of the nuclear and diplomatic record in Korean text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, partial

from onrecord.extract.entities import Entities
from onrecord.extract.ko.milestones.takers import Takers, undated
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.extract.steps import UNDATED, counted_from, dates_in, milestone, signing_day, taken, years_before
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import dates, gathering_words, names, vocabulary
from onrecord.languages.ko.morphemes import Morpheme
from onrecord.languages.ko.nominals import Run, Word
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.model import Document, Gathering, Milestone, Span, trimmed
from onrecord.model.facts import OFFICES


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of step: stems of its verbs, one of the words that must stand beside them, nouns that end a chronicle's entry."""

    name: str
    verbs: frozenset[str]
    objects: tuple[str, ...]
    nouns: tuple[str, ...]


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            kind,
            frozenset(row["verbs"].replace("_", "").split()),
            tuple(row["objects"].split()),
            tuple(row.get("nouns", "").split()),
        )
        for kind, rule in vocabulary.load("milestones").items()
        for row in (rule, *rule.get("also", ()))
    )


@cache
def _with_nouns() -> frozenset[str]:
    """The verbs that need a noun before them: 열 of 문을 열다."""
    rules = vocabulary.load("milestones").values()
    return frozenset(verb.rpartition("_")[2] for rule in rules for verb in rule["verbs"].split() if "_" in verb)


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
        entry = _entry(text, sentence, runs, inside, takers) if inside else None
        found += [entry] if entry else _sentence(text, sentence, runs, inside, signed, takers)
        found += _anniversaries(document, runs, inside) if years and not entry else []
    return tuple(step for step in found if not _is_named_again(step, found))


def _is_named_again(step: Milestone, found: list[Milestone]) -> bool:
    """Tell whether a bare word for what was signed speaks of what is named elsewhere: 약정서에 서명."""
    if step.kind not in UNDATED or step.what not in vocabulary.words("takers", "documents"):
        return False
    return any(other.kind in UNDATED and other.date == step.date and len(other.what) > len(step.what) for other in found)


def _can_take_day(sentence: Sentence) -> bool:
    """Tell whether a verb of the sentence can tell a step that takes the day of the page's gathering."""
    verbs = _verbs_of_signing()
    return not verbs.isdisjoint([p.stem for p in sentence.predicates]) or not verbs.isdisjoint(_MADE)


@cache
def _verbs_of_signing() -> frozenset[str]:
    """The verbs of the kinds that need no date of their own."""
    return frozenset().union(*(kind.verbs for kind in _kinds() if kind.name in UNDATED))


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
                if step.kind in OFFICES and office is None and verb in vocabulary.words("takers", "beside_office"):
                    continue
                named = replace(step, what=office.of(text), what_span=office) if office else step
                found.append(_taken(named, takers.of_verb(step.kind, sentence, verb, span, (ending, tag)), takers))
        if tag in ("EF", "EC") and ending not in ("어", "아", "게"):
            boundary = span.end
    numbered = [_taken(m, None, takers) for m in _tests(text, mentions)]
    tests = {m.date: m for m in reversed([*found, *numbered]) if m.kind == "nuclear-test"}
    return [*(m for m in found if m.kind != "nuclear-test"), *sorted(tests.values(), key=lambda m: m.text_span)]


def _with_ending(morphemes: list[Morpheme], copula: int) -> Span:
    """Return where 이다 stands with its ending, which may share its syllable: 때문입니다."""
    end = morphemes[copula].end
    for after in morphemes[copula + 1 :]:
        if not after.tag.startswith("E"):
            break
        end = max(end, after.end)
    return Span(morphemes[copula].start, end)


def _taken(step: Milestone, who: str | None, takers: Takers) -> Milestone:
    """Return a step with who took it: whom its verb tells, else whose it is by its own words."""
    return taken(step, who or takers.of_noun(step.kind, step.what_span))


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
    behind = _day_behind(mentions, span) if tag == "ETM" and not inside else None
    if behind:
        clause, inside = Span(clause.start, behind.span.end), [behind]
    within = [r for r in runs if clause.contains(r.span)]
    stem = _with_noun(verb, [r for r in within if r.span.end <= span.start])
    if verb == "열" and within and within[-1].particle in ("을", "를") and gathering_words.head_of(within[-1].words[-1].text):
        return []  # 회관에서 회의를 열었다
    resolved = verb == "합의하" and text[: span.start].rstrip().endswith("기로")  # to do what, not an agreement
    own = [] if resolved else _milestones(text, clause, stem, within, inside, signed)
    return own or (_attributive(text, span, verb, runs, inside) if tag == "ETM" and inside else [])


def _with_noun(verb: str, before: list[Run]) -> str:
    """Return a verb with the noun that it needs, where that stands before it: 문을 열 → 문을열."""
    if not before or verb not in _with_nouns():
        return verb
    whole = before[-1].words[-1].text + before[-1].particle + verb
    return whole if whole in _telling() else verb


@cache
def _telling() -> frozenset[str]:
    """The verbs of which a step can come: all others are passed over."""
    return frozenset().union(_TOOK_PLACE, _HELD, _with_nouns(), *(kind.verbs for kind in _kinds()))


def _day_behind(mentions: list[DateMention], verb: Span) -> DateMention | None:
    """Return the day that a verb describes: 조약이 발효된 2009년 3월 21일."""
    return next((d for d in mentions if d.date is not None and d.date.day and 0 <= d.span.start - verb.end <= 1), None)


def _tests(text: str, mentions: list[DateMention]) -> list[Milestone]:
    """Read nuclear tests that are told by number behind their date, without a verb: 2017년 9월 6차 핵실험 뒤에."""
    found = []
    for mention in mentions:
        test = _NUMBERED_TEST.match(text, mention.span.end) if mention.date is not None else None
        if test:
            what = Span(*test.span("what"))
            found.append(_milestone(text, "nuclear-test", what, Span(mention.span.start, what.end), mention))
    return found


_NUMBERED_TEST = re.compile(
    r"\s(?:북한의\s|실시된\s|실시한\s|있었던\s)?(?P<what>(?:제?\s?\d+차|첫|마지막|[가-힣]+\s?번째)\s(?:지하\s)?핵실험)(?!장|금지|\s?(?:금지|계획|준비|예정))"
)

_SINCE = re.compile(r"이후|이래|부터|까지|[뒤후]\s")
"""Words between a day and a verb by which the day is not that of the step."""

_TOOK_PLACE = frozenset({"있", "감행하", "강행하", "이루어지", "이뤄지", "진행되", "벌어지", "단행되"})
"""Verbs of taking place: what took place is the noun behind (31일 있었던 미사일 발사)."""


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
    for kind in _kinds():
        noun = stem in _TOOK_PLACE and bool(kind.nouns) and last.endswith(kind.nouns)
        founded = kind.name == "organization-founded" and names.body_ending(last) is not None  # 1993년에 설립된 누리재단
        told = founded or any(o in words for o in kind.objects)
        if told and (noun or (stem in kind.verbs and stem not in _TOOK_PLACE)):
            return [_milestone(text, kind.name, named, Span(mentions[-1].span.start, named.end), mentions[-1])]
    return []


def _denied(morphemes: list[Morpheme]) -> bool:
    """Tell whether a predicate is denied: 서명하지 않았다, 가입하지 못했다."""
    return any(m.form in ("않", "못하", "못", "말") and m.tag in ("VX", "VV", "VA", "MAG") for m in morphemes[1:])


_BULLET = re.compile(r"[\s·•▲△▶○ㅇ◇◆□■\-–—*]*")


def _entry(text: str, sentence: Sentence, runs: list[Run], mentions: list[DateMention], takers: Takers) -> Milestone | None:
    """Read an entry of a chronicle: a date, then nouns of which one of the last tells the step (1991. 8. 29. 핵실험장 폐쇄)."""
    bullet = _BULLET.match(text, *sentence.span)
    first = next((d for d in mentions if d.date is not None), None)
    if first is None or bullet is None or first.span.start != bullet.end() or not runs or runs[-1].particle:
        return None
    if runs[-1].span.end < sentence.span.end - 1 or len(mentions) > 1:
        return None
    words = [word for run in runs for word in run.words if word.span.start >= first.span.end]
    rest = text[first.span.end : sentence.span.end]
    fits = [
        (at, kind)
        for kind in _kinds()
        for at in _told_by(words, kind)
        if not kind.objects or any(o in rest for o in kind.objects)
    ]
    if not fits:
        return None
    at, kind = max(fits, key=lambda fit: fit[0])
    named = words[at - 1] if at and not any(o in words[at].text for o in kind.objects) else words[at]
    start = next(r.words[0].span.start for r in runs if named in r.words)
    what = Span(max(start, first.span.end), named.span.end)
    step = _milestone(text, kind.name, trimmed(text, *what, " "), Span(bullet.end(), sentence.span.end), first)
    return _taken(step, takers.of_entry(runs, first.span.end), takers)


def _anniversaries(document: Document, runs: list[Run], mentions: list[DateMention]) -> list[Milestone]:
    """Read steps of which a sentence counts the years: 핵실험장 폐쇄 30주년, 29일은 조약 서명 17주년이 되는 날이다.

    The year is counted from that of the sentence's date, else of the page; the day is the step's where the sentence says so.
    """
    found: list[Milestone] = []
    text = document.text
    told, base = counted_from(document, mentions)
    for run in runs if base is not None else ():
        number, years = next(((k, m) for k, w in enumerate(run.words) if (m := _YEARS.match(w.text))), (0, None))
        if years is None or not number or base is None:
            continue
        words = run.words[:number]
        for kind in _kinds():
            if not kind.objects or not kind.nouns or not words[-1].text.endswith(kind.nouns):
                continue
            named = [w for w in words if any(o in w.text for o in kind.objects)]
            if not named:
                continue
            that_day = told is not None and _THAT_DAY.match(text, run.span.end) is not None
            date = years_before(base, int(years[1]), that_day=that_day)
            if date is None:
                continue
            what = Span(words[0].span.start, named[-1].span.end)
            day = DateMention(told.span if told is not None else run.span, date, None, "anniversary")
            whole = Span(min(day.span.start, run.span.start), max(day.span.end, run.span.end))
            found.append(_milestone(text, kind.name, what, whole, day))
            break
    return found


_YEARS = re.compile(r"(\d{1,3})주년")
_THAT_DAY = re.compile(r"(?:이|을|를)?\s?(?:되는|맞는|맞은|맞이한)\s(?:날|이날|당일)")
"""What follows the years where the day itself is the step's: 27주년이 되는 날."""


def _told_by(words: list[Word], kind: _Kind) -> list[int]:
    """Return the number of the word, among the last ones of an entry, that tells a step of this kind."""
    last = len(words) - 1
    near = 1 if kind.name == "nuclear-test" else 3
    return (
        [k for k in range(max(0, last - near + 1), last + 1) if words[k].text.endswith(kind.nouns)][-1:] if kind.nouns else []
    )


def _milestones(
    text: str, clause: Span, stem: str, runs: list[Run], mentions: list[DateMention], signed: DateMention | None
) -> list[Milestone]:
    """Return the steps that one clause states: one of its verb, and the decree by which it was taken."""
    words = clause.of(text)
    if stem in _HELD and mentions and mentions[-1].end is not None and runs:
        return _term(text, clause, runs[-1].span, mentions[-1])
    for kind in _kinds():
        date = mentions[-1] if mentions else (signed if kind.name in UNDATED else None)
        if date is None or stem not in kind.verbs or (kind.objects and not any(o in words for o in kind.objects)):
            continue
        target = _object(
            runs,
            kind.objects,
            kind.name,
            made=stem in _MAKES and not _PASSIVE.search(text, clause.end - len("만들어졌다"), clause.end),
        )
        if target is None:
            continue
        found = [_milestone(text, kind.name, target, clause, date)]
        decree = _DECREED.search(text, *clause)
        if decree and kind.name != "decree":
            found.append(_milestone(text, "decree", Span(*decree.span()), clause, date))
        return found
    return []


_HELD = ("지내", "역임하", "맡")
"""Verbs of holding an office: with a period (2015년부터 2018년까지) they date its taking and its leaving."""


def _term(text: str, clause: Span, office: Span, period: DateMention) -> list[Milestone]:
    taken = _milestone(text, "office-taken", office, clause, period)
    left = _milestone(text, "office-left", office, clause, period)
    return [taken, replace(left, date=period.end)]


_milestone = partial(milestone, language="ko", strip=" ,.\n“")


_MAKES = frozenset({"만들", "세우", "꾸리", "설립하", "창립하", "결성하", "창설하"})
"""Verbs whose object comes into being."""
_PASSIVE = re.compile("[어워여]\\s?[졌져진지]")
"""What makes them tell what becomes of their subject: 세워졌다."""


def _object(runs: list[Run], objects: tuple[str, ...], kind: str, *, made: bool) -> Span | None:
    """The run that names the object: the one with an object word, else the topic for what came into being, else the last.

    Where the verb tells that somebody `made` it, a body that comes into being is its object.
    """
    if objects:
        named = [r for r in runs if any(o in w.text for w in r.words for o in objects)]
        if kind in ("nuclear-test", "site-opened"):  # 핵실험장 폐쇄 27주년 행사가 열렸다 tells of no test, and opens no site
            named = [r for r in named if r.words[-1].text.endswith(objects)]
        return undated(named[-1]) if named else None
    if kind == "organization-founded":
        bodies = [r for r in runs if names.body_ending(r.words[-1].text)]
        given = [r for r in bodies if r.particle in ("을", "를")]
        topics = [r for r in bodies if r.particle in ("은", "는", "이", "가")]
        if made or given:  # 재단은 1993년 연구소를 세웠다
            return undated(given[-1]) if given else None
        return undated(topics[0]) if topics else None
    return runs[-1].span if runs else None
