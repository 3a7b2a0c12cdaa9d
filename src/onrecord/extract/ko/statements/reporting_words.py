"""Which word of a Korean clause reports what ends in a quotative ending: the verb behind it, or a noun before a light verb."""

from __future__ import annotations

import re

from onrecord.extract.ko.statements import quotations
from onrecord.extract.ko.statements.clauses import Clause
from onrecord.extract.ko.statements.quotations import ReportPoint
from onrecord.languages.ko import cues, names
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Span

NEAR_VERB = 4
"""Code points that may stand between a noun of speaking and its verb: 뜻을 거듭 밝혔다."""

_ASKED = re.compile(r"해\s?(?:달라|줄|주[기길])")
"""하다 where it tells what somebody is asked to do, and reports nothing: 역할을 해 달라고."""

_SPEECH_NOUN = re.compile(
    r"\s(?:[가-힣]+\s){0,2}(?:말씀?|인사|조언|농담|당부|이야기|소감|제안|질문|답|충고)(?:으로|로|을|를|도|과 함께)\s"
)
"""What stands behind a quotation and its ending -는: (농담 섞인) 조언도."""

_HAPPENS = re.compile(r"(?:때문|바람)에\s")
"""What stands behind reported words where the verb behind them tells what came of them."""

_TOLD = re.compile(r"[가-힣](?:으며|고|으나|지만|는데|으면서)$")
"""The end of a clause that tells of its own: with the past tense before it (초청하였으며)."""


_DOUBLE_S = 20
"""The number of the final consonant ㅆ."""


def in_past(words: str) -> bool:
    """Tell whether a clause ends in the past tense: the syllable before its ending closes with ㅆ."""
    match = _TOLD.search(words)
    return match is not None and names.final_consonant(words[match.start()]) == _DOUBLE_S


_PAST = re.compile(r"[가-힣](?:다|습니다|며|고|면서)$")
"""The end of a finite clause."""


class WordsOfReporting:
    """Finds the words of reporting in the clauses of a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _cue_after(self, clause: Clause, point: ReportPoint, following: ReportPoint | None) -> tuple[Span, str] | None:
        """Return the words of reporting behind a report point and their manner."""
        limit = following.end if following else clause.sentence.span.end
        morphemes = clause.sentence.morphemes
        at = morphemes[point.index].end
        for predicate in clause.predicates:
            if predicate.span.start < at:
                continue
            if predicate.span.start > limit:
                return None
            found = self._phrase_cue(clause, predicate, at)
            if found:
                return found
            manner = cues.manners("clause").get(predicate.stem)
            if manner and not (predicate.stem == "하" and _ASKED.match(self.text, predicate.span.start)):
                return predicate.span, manner
        return self._noun_cue(clause, at, limit) or self._any_cue(clause, point, limit)

    def _any_cue(self, clause: Clause, point: ReportPoint, limit: int) -> tuple[Span, str] | None:
        """Return the verb behind a quotation, or behind -다며 and its like, whatever it is: they report by themselves."""
        ending = clause.sentence.morphemes[point.index]
        if point.attributive:
            return self._speech_noun_cue(clause, point, limit) if point.quote else None
        if not (point.quote or ending.form.endswith(quotations.SAYING)):
            return self._cue_beside(clause, ending.end)
        for predicate in clause.predicates:
            if not ending.end <= predicate.span.start <= limit or predicate.tag not in ("EF", "EC"):
                continue
            words = self.text[point.end : predicate.span.start]
            told = predicate.stem not in cues.words("inscribed") and not _HAPPENS.search(words)
            return (predicate.span, "said") if told else None
        return None

    def _speech_noun_cue(self, clause: Clause, point: ReportPoint, limit: int) -> tuple[Span, str] | None:
        """“…”는 말로 강의를 열었다, “…”는 농담 섞인 조언도 잊지 않았다: the verb behind a noun of speech, whatever it is."""
        after = clause.sentence.morphemes[point.index].end
        told = clause.predicates if _SPEECH_NOUN.match(self.text, after, limit) else []
        return next(((p.span, "said") for p in told if after <= p.span.start <= limit and p.tag in ("EF", "EC")), None)

    def _noun_cue(self, clause: Clause, after: int, limit: int) -> tuple[Span, str] | None:
        """…이라고 평가. — minutes end in the noun of reporting."""
        run = next((r for r in clause.runs if r.span.start >= after), None)
        if run is None or limit != clause.sentence.span.end or self.text[run.span.end : limit].strip(" ."):
            return None
        noun = run.words[-1]
        manner = cues.manners("clause").get(noun.text + "하")
        return (noun.span, manner) if manner else None

    def _phrase_cue(self, clause: Clause, predicate: Predicate, after: int) -> tuple[Span, str] | None:
        """의견을 같이하다, 감사를 표하다: a noun before a light verb."""
        before = [run for run in clause.runs if after - 1 <= run.span.start and run.after <= predicate.span.start]
        if not before or before[-1].particle not in ("을", "를"):
            return None
        noun = before[-1].words[-1]
        manner = cues.manners("phrases").get(noun.text + before[-1].particle + predicate.stem)
        close = len(self.text[before[-1].after : predicate.span.start].strip()) <= NEAR_VERB
        if manner is None and close and predicate.stem not in cues.words("received"):
            manner = cues.manners("speech").get(noun.text)
        return (Span(noun.span.start, predicate.span.end), manner) if manner else None

    def _cue_beside(self, clause: Clause, at: int) -> tuple[Span, str] | None:
        """Return the verb right behind -다고, whatever it is: …없다고 전제하고, …먼저라고 결론지었다."""
        predicate = next((p for p in clause.predicates if p.span.start >= at), None)
        if (
            predicate is None
            or predicate.tag not in ("EF", "EC")
            or len(self.text[at : predicate.span.start].strip()) > NEAR_VERB
        ):
            return None
        passive = predicate.stem in cues.words("inscribed") or (
            predicate.stem.endswith(("되", "지", "받")) and predicate.stem != "결론지"
        )
        told = in_past(predicate.span.of(self.text)) or predicate.pos == "XSV" or _PAST.search(predicate.span.of(self.text))
        return (predicate.span, "said") if told and not passive else None
