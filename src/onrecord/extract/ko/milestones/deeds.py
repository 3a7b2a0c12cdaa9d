"""Dated steps that Korean tells by the noun of the deed: 1991년 핵실험장 폐쇄 이후, 2002년 5월 CTBT 비준은, 2005년 공동성명."""

from __future__ import annotations

from onrecord.extract.ko.milestones.kinds import Kind, kinds, step_of
from onrecord.extract.ko.milestones.takers import undated
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.nominals import Run, Word
from onrecord.languages.ko.parse import Sentence
from onrecord.model import Milestone, Span

_TOLD_OF = frozenset({"은", "는", "이", "가", "도"})
"""Particles of what a sentence is about."""


def deeds(text: str, sentence: Sentence, runs: list[Run], mentions: list[DateMention]) -> list[Milestone]:
    """Read steps whose noun follows their day; a bare noun (2010년 설립 이후) is a step of what the sentence is about."""
    found: list[Milestone] = []
    for mention in mentions:
        if mention.date is None or mention.date.year is None or mention.end is not None:
            continue
        words, last = _behind(text, runs, mention.span.end)
        if not words or last is None or _is_wished(sentence, last):
            continue
        deed = _deed(words)
        if deed is None:
            continue
        kind, first, number = deed
        told = Span(mention.span.start, words[number].span.end)
        what = Span(words[first].span.start, words[max(first, number - 1)].span.end) if number else _about(runs, kind, mention)
        if kind.themselves and words[number].text.endswith(kind.themselves):
            what = Span(words[0].span.start, words[number].span.end)
        if what is not None:
            found.append(step_of(text, kind.name, what, Span(min(what.start, told.start), told.end), mention))
    return found


def happened(text: str, runs: list[Run], mention: DateMention) -> Milestone | None:
    """Read a step whose noun is the subject of a verb of taking place: CTBT 비준은 2002년 5월 14일에 이뤄졌다."""
    for number in range(len(runs) - 1, -1, -1):
        if runs[number].particle not in _TOLD_OF | {"을", "를"}:
            continue
        first = number
        while first and runs[first - 1].particle == "의" and runs[first].span.start - runs[first - 1].after <= 1:
            first -= 1
        start = undated(runs[first]).start
        words = [w for r in runs[first : number + 1] for w in r.words if w.span.start >= start]
        deed = _deed(words)
        if deed is not None and deed[2] == len(words) - 1 and len(words) > 1:
            kind, begin, end = deed
            what = Span(words[begin].span.start, words[max(begin, end - 1)].span.end)
            return step_of(text, kind.name, what, Span(what.start, words[end].span.end), mention)
    return None


def _behind(text: str, runs: list[Run], day: int) -> tuple[list[Word], Run | None]:
    """Return the nouns that follow a day, joined by 의, and the run that ends them."""
    words: list[Word] = []
    last: Run | None = None
    reached = day + 1 if text.startswith("의", day) else day
    for run in runs:
        own = [w for w in run.words if w.span.start >= day]
        if own and own[0].span.start - reached <= 1 and (last is None or last.particle == "의"):
            words, last, reached = words + own, run, run.after
    return words, last


def _deed(words: list[Word]) -> tuple[Kind, int, int] | None:
    """Return the kind of the last deed that nouns name, and the numbers of the words where it begins and where it is told.

    What follows the noun of the deed must not say more than when or how: 폐쇄 이후, 반출 작전, but not 비준 촉구.
    """
    for number in range(len(words) - 1, -1, -1):
        if number + 1 < len(words) and words[number + 1].text not in vocabulary.words("milestone_nouns", "after"):
            continue
        noun = _without_ceremony(words[number].text)
        for kind in kinds():
            if kind.themselves and noun.endswith(kind.themselves):
                return kind, 0, number
            if not kind.nouns or not noun.endswith(kind.nouns):
                continue
            named = [k for k in range(number + 1) if _is_object(words[k].text, kind)]
            if named or (not number and number + 1 < len(words)):
                return kind, 0, number
    return None


def _is_object(word: str, kind: Kind) -> bool:
    if kind.name == "organization-founded":
        return names.body_ending(word) is not None
    return any(o in word for o in kind.objects)


def _without_ceremony(word: str) -> str:
    """Return the noun of the deed that a ceremony marks: 준공식, 창립총회."""
    return next((word[: -len(end)] for end in vocabulary.words("milestone_nouns", "ceremony") if word.endswith(end)), word)


def _about(runs: list[Run], kind: Kind, mention: DateMention) -> Span | None:
    """Return what a bare noun of a deed is said of: the topic before its day, 누리재단은 2010년 설립 이후."""
    before = [r for r in runs if r.after <= mention.span.start and r.particle in _TOLD_OF | {"의"}]
    fit = [r for r in before if _is_object(r.words[-1].text, kind)]
    return undated(fit[-1]) if fit else None


def _is_wished(sentence: Sentence, last: Run) -> bool:
    """Tell whether the deed is only wished for or denied: 비준을 촉구했다, 발효를 앞두고."""
    stems = vocabulary.words("milestone_nouns", "wishing")
    return any(p.stem in stems and 0 <= p.span.start - last.after <= 1 for p in sentence.predicates)
