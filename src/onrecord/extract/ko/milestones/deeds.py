"""Dated steps that Korean tells by the noun of the deed: 1991년 핵실험장 폐쇄 이후, 2002년 5월 CTBT 비준은, 2005년 공동성명."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.ko.milestones.kinds import Kind, kinds, step_of
from onrecord.extract.ko.milestones.takers import Takers, undated
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.nominals import Run, Word
from onrecord.languages.ko.parse import Sentence
from onrecord.model import Milestone, Span
from onrecord.model.facts import OFFICES

_TOLD_OF = frozenset({"은", "는", "이", "가", "도"})
"""Particles of what a sentence is about."""

_OBJECT = frozenset({"을", "를"})


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed that nouns name: its kind, the words that name it, how many of them come before the noun of the deed."""

    kind: Kind
    words: list[Word]
    named: int

    @property
    def what(self) -> Span:
        """What the deed was done to."""
        return Span(self.words[0].span.start, self.words[self.named].span.end)

    @property
    def end(self) -> int:
        """Where the noun of the deed ends."""
        return self.words[-1].span.end


def deeds(text: str, sentence: Sentence, runs: list[Run], mentions: list[DateMention], takers: Takers) -> list[Milestone]:
    """Read steps whose noun follows their day; a bare noun (2010년 설립 이후) is a step of what the sentence is about."""
    found: list[Milestone] = []
    for mention in mentions:
        if mention.date is None or mention.date.year is None or mention.end is not None:
            continue
        words, last = _behind(text, runs, mention.span.end)
        deed = _deed(words)
        if deed is None or last is None or _is_wished(sentence, last):
            continue
        what: Span | None = deed.what
        if deed.kind.name in OFFICES:
            what = takers.office(sentence, sentence.span, _BARE, deed.words[-1].span)
        elif len(deed.words) == 1 and not _is_object(deed.words[0].text, deed.kind):
            what = _about(runs, deed.kind, mention)
        if what is not None:
            told = Span(min(what.start, mention.span.start), deed.end)
            found.append(step_of(text, deed.kind.name, what, told, mention))
    return found


_BARE = "취임하"
"""The verb of the noun 취임, of which an office is asked for."""


def happened(text: str, runs: list[Run], mention: DateMention) -> Milestone | None:
    """Read a step whose noun is the subject of a verb of taking place: CTBT 비준은 2002년 5월 14일에 이뤄졌다."""
    last = next((k for k in range(len(runs) - 1, -1, -1) if runs[k].particle in _TOLD_OF | _OBJECT), None)
    if last is None:
        return None
    first = last
    while first and runs[first - 1].owns(runs[first]):
        first -= 1
    start = undated(runs[first]).start
    words = [w for r in runs[first : last + 1] for w in r.words if w.span.start >= start]
    deed = _deed(words)
    if deed is None or len(deed.words) < len(words) or len(words) == 1:
        return None
    return step_of(text, deed.kind.name, deed.what, Span(deed.what.start, deed.end), mention)


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


def _deed(words: list[Word]) -> _Deed | None:
    """Return the last deed that nouns name.

    What follows the noun of the deed must not say more than when or how: 폐쇄 이후, 반출 작전, but not 비준 촉구.
    """
    if any(_COUNT.match(word.text) for word in words):
        return None
    for number in range(len(words) - 1, -1, -1):
        behind = words[number + 1].text if number + 1 < len(words) else ""
        if behind and behind not in vocabulary.words("milestone_nouns", "after"):
            continue
        noun, own = _without_ceremony(words[number].text), words[: number + 1]
        for kind in kinds():
            if kind.themselves and noun.endswith(kind.themselves):
                return _Deed(kind, own, number)
            bare = not number and behind in vocabulary.words("milestone_nouns", "when")
            if kind.nouns and noun.endswith(kind.nouns) and (bare or any(_is_object(w.text, kind) for w in own)):
                return _Deed(kind, own, max(0, number - 1))
    return None


_COUNT = re.compile(r"\d+여?(?:차례|번|회)$")
"""How often something was done: 456차례의 핵실험."""


def _is_object(word: str, kind: Kind) -> bool:
    if kind.name == "organization-founded":
        return names.body_ending(word) is not None
    return kind.is_named_in(word)


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
