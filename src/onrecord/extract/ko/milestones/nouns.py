"""Dated steps that Korean tells by a noun: entries of a chronicle, jubilees, tests by their number."""

from __future__ import annotations

import re

from onrecord.extract.ko.milestones.kinds import Kind, kinds, step_of
from onrecord.extract.ko.milestones.takers import Takers
from onrecord.extract.steps import counted_from, years_before
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko.nominals import Run, Word
from onrecord.languages.ko.parse import Sentence
from onrecord.model import Document, Milestone, Span, trimmed


def tests(text: str, mentions: list[DateMention]) -> list[Milestone]:
    """Read nuclear tests that are told by number behind their date, without a verb: 2017년 9월 6차 핵실험 뒤에."""
    found = []
    for mention in mentions:
        test = _NUMBERED_TEST.match(text, mention.span.end) if mention.date is not None else None
        if test and ("핵" in test["what"] or _SITE in text[text.rfind("\n", 0, mention.span.start) + 1 : mention.span.start]):
            what = Span(*test.span("what"))
            found.append(step_of(text, "nuclear-test", what, Span(mention.span.start, what.end), mention))
    return found


_SITE = "핵실험장"
"""The site of which a bare 실험 is a nuclear test: 핵실험장은 1949년 8월 첫 실험 이후."""

_NUMBERED_TEST = re.compile(
    r"\s(?:북한의\s|실시된\s|실시한\s|있었던\s)?(?P<what>(?:제?\s?\d+차|첫|마지막|[가-힣]+\s?번째)\s(?:지하\s)?핵?실험)(?!장|금지|\s?(?:금지|계획|준비|예정))"
)


_BULLET = re.compile(r"[\s·•▲△▶○ㅇ◇◆□■\-–—*]*")


def entry(text: str, sentence: Sentence, runs: list[Run], mentions: list[DateMention], takers: Takers) -> Milestone | None:
    """Read an entry of a chronicle: a date, then nouns of which one of the last tells the step (1991. 8. 29. 핵실험장 폐쇄)."""
    bullet = _BULLET.match(text, *sentence.span)
    first = next((d for d in mentions if d.date is not None), None)
    if first is None or bullet is None or first.span.start != bullet.end() or not runs or runs[-1].particle:
        return None
    if runs[-1].span.end < sentence.span.end - 1 or len(mentions) > 1:
        return None
    words = [word for run in runs for word in run.words if word.span.start >= first.span.end]
    rest = text[first.span.end : sentence.span.end]
    fits = [(at, kind) for kind in kinds() for at in _told_by(words, kind) if not kind.objects or kind.is_named_in(rest)]
    if not fits:
        return None
    at, kind = max(fits, key=lambda fit: fit[0])
    named = words[at - 1] if at and not kind.is_named_in(words[at].text) else words[at]
    start = next(r.words[0].span.start for r in runs if named in r.words)
    what = Span(max(start, first.span.end), named.span.end)
    step = step_of(text, kind.name, trimmed(text, *what, " "), Span(bullet.end(), sentence.span.end), first)
    return takers.given(step, takers.of_entry(runs, first.span.end))


def anniversaries(document: Document, runs: list[Run], mentions: list[DateMention]) -> list[Milestone]:
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
        for kind in kinds():
            if not kind.objects or not kind.nouns or not words[-1].text.endswith(kind.nouns):
                continue
            named = [w for w in words if kind.is_named_in(w.text)]
            if not named:
                continue
            that_day = told is not None and _THAT_DAY.match(text, run.span.end) is not None
            date = years_before(base, int(years[1]), that_day=that_day)
            if date is None:
                continue
            what = Span(words[0].span.start, named[-1].span.end)
            day = DateMention(told.span if told is not None else run.span, date, None, "anniversary")
            whole = Span(min(day.span.start, run.span.start), max(day.span.end, run.span.end))
            found.append(step_of(text, kind.name, what, whole, day))
            break
    return found


_YEARS = re.compile(r"(\d{1,3})주년")
_THAT_DAY = re.compile(r"(?:이|을|를)?\s?(?:되는|맞는|맞은|맞이한)\s(?:날|이날|당일)")
"""What follows the years where the day itself is the step's: 27주년이 되는 날."""


def _told_by(words: list[Word], kind: Kind) -> list[int]:
    """Return the number of the word, among the last ones of an entry, that tells a step of this kind."""
    last = len(words) - 1
    near = 1 if kind.name == "nuclear-test" else 3
    return (
        [k for k in range(max(0, last - near + 1), last + 1) if words[k].text.endswith(kind.nouns)][-1:] if kind.nouns else []
    )
