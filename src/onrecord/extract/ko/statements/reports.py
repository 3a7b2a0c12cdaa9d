"""Reported words in a Korean clause: where they begin and end, who speaks, and which word reports them."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.extract.ko.speakers import Speaker, Speakers
from onrecord.extract.ko.statements import speaker_labels
from onrecord.extract.ko.statements.clauses import Clause, word_end
from onrecord.extract.ko.statements.quotations import Quote, ReportPoint
from onrecord.extract.ko.statements.reporting_words import WordsOfReporting, in_past
from onrecord.languages.ko import cues, gathering_words, names, vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Document, Person, Phrase, Span, Statement, Who, trimmed

_ITEM = re.compile(r"\s*(?:[oㅇ]|[가-하]\.|\d{1,2}[.)]|[가-하]\)|[①-⑳])\s")
"""The number of an item of a list."""

_WHOLE = re.compile(r"[가-힣](?:다|요|자|까|죠|라|것|때|길|점|일|뿐|셈)[.?!]?$")
"""How a quotation ends that is a sentence, with or without its copula: “…해야 한다”, “…할 것”."""

_ISSUED = re.compile(
    rf"(?:이날\s|같은 날\s)?(?:{vocabulary.either('cues', 'issued')})"
    r"(?:[을를]\s(?:내고|내어|내|발표하고|발표해|배포하고)|에서|[을를]\s통해),?\s"
    r"|(?:여는|닫는|맺는|마치는)\s(?:말|말씀|인사)(?:에서|[을를]\s통해),?\s"
)
"""What somebody issued in which he says what follows."""

_HELD_WHERE = re.compile(
    r"(?:[^.,“”\"\n]{0,50}\s)?(?:열린|개최된|가진|진행된|마련된)\s"
    r"(?:[^.,“”\"\n]{0,40}?)(?P<noun>[가-힣]+)[’'」』]?에서(?:는|도)?\s"
)
"""The occasion where somebody says what follows, with its day and place: 25일 누르술탄에서 열린 회의에서."""

_HOLDS = frozenset({"갖", "가지", "하", "열", "개최하", "진행하"})
"""Verbs of holding a talk."""

FEWEST_WORDS = 4
"""Words (어절) that a content must have; shorter ones are phrases, not passages (the annotation guidelines)."""


BLANK = 1
"""Code points of the blank between two words."""

_BEFORE_QUOTE = ("며", "면서", "고", "어", "아", "자", "는데", "면서도", "지만", "으나", "은데")
"""Endings of a clause of the speaker's own before a quotation."""

_WHERE_SAID = (
    "과 만나",
    "와 만나",
    "를 만나",
    "을 만나",
    "에서",
    "에서는",
    "에게",
    "통해",
    "통하여",
    "관련해",
    "대해",
    "대해서는",
    "대해서",
    "묻자",
    "자리에서",
    "질문에",
)
"""How the words between a speaker and his quotation end that tell where or to whom he spoke."""


class Reports(WordsOfReporting):
    """Reads what quotative endings report, and keeps who spoke last in the document."""

    def __init__(self, document: Document, reading: Reading, entities: Entities, read: Nominals) -> None:
        super().__init__(document.text)
        self.runs = read.of_sentence
        self.reading = reading
        self.speakers = Speakers(self.text, entities, read.titled)
        self.last: Who | None = None
        self.last_span: Span | None = None
        self.paragraph = -1
        self.asked = False
        """Whether the sentence before was the question of an interview."""
        self.spoken = False
        """Whether somebody has spoken in the paragraph."""
        self.answering: tuple[Person, Span] | None = None
        """Who gave the last answer of an interview, and the answer."""
        self.announced: Predicate | None = None
        self.label: Person | None = None
        """Who speaks by the label of the line: 고리안 원장(발제): …."""

    def _reports(self, clause: Clause) -> None:
        """Content that ends in a quotative ending, with the verb that follows it."""
        pending: list[Span] = []
        waiting: list[Span] = []
        speaker: Speaker | None = None
        for k, point in enumerate(clause.points):
            following = clause.points[k + 1] if k + 1 < len(clause.points) else None
            cue = self._cue_after(clause, point, following)
            speaker = speaker if pending or waiting else self._speaker_before(clause, point, cue)
            start = clause.boundary if pending or waiting else self._content_start(clause, point, speaker)
            if waiting:
                start = self._skip_adverbials(clause, start, point.quote.outer.start if point.quote else point.end)
            direct = point.quote is not None and (
                self._only_adverbials(start, point.quote.outer.start) or self._behind_clause(clause, start, point.quote)
            )
            content = point.quote.inner if direct and point.quote else trimmed(self.text, start, point.end, " ,\n")
            if cue is None:
                if following is not None and (direct or clause.sentence.morphemes[point.index].form.endswith("면서")):
                    (pending if direct else waiting).append(content)
                    clause.boundary = word_end(self.text, clause.sentence.morphemes[point.index].end, following.end)
                continue
            for earlier in waiting:
                self._add(clause, [earlier], False, cue, speaker, "clause")
            self._emit(clause, content, direct, cue, speaker, pending, "quotation" if direct else "clause")
            pending, waiting = [], []
            if not self._inside_noun_phrase(clause, cue[0], following):
                clause.boundary = cue[0].end

    def _inside_noun_phrase(self, clause: Clause, cue: Span, following: ReportPoint | None) -> bool:
        """Tell whether a word of reporting describes a noun of what is reported behind it: “…”고 말했던 일을 떠올린다고."""
        predicate = next((p for p in clause.predicates if p.span == cue), None)
        topics = [s for s in clause.speakers if s.topic and clause.boundary <= s.span.start and following]
        return (
            following is not None
            and predicate is not None
            and predicate.tag == "ETM"
            and bool(topics)
            and topics[0].particle_end < predicate.span.start
            and not any(s.span.start > cue.end for s in topics)
        )

    def _speaker_before(self, clause: Clause, point: ReportPoint, cue: tuple[Span, str] | None) -> Speaker | None:
        inside = [s for s in clause.speakers if clause.boundary <= s.span.start < point.end]
        if point.quote:
            inside = [s for s in inside if s.span.end <= point.quote.outer.start]
        if cue and (described := self._described(clause, cue[0])):
            return described
        beside = self._right_before(clause, point.quote) if point.quote else None
        behind = self._speaker_behind(clause, point, cue[0].start) if cue and not beside else None
        if behind and point.quote and not behind.topic and any(s.topic and isinstance(s.who, Person) for s in inside):
            behind = None  # 차관은 “…”며 양국이 공조하자고 했다: the nations are those of whom he goes on to speak
        if beside or behind:
            return beside or behind
        told = [span for s in clause.found for span in s.content_spans]
        before = [s for s in clause.speakers if s.topic and s.span.start < clause.boundary]
        topics = [s for s in inside if s.topic] or [s for s in before if not any(span.contains(s.span) for span in told)][-1:]
        if topics or (self.label is not None and not self._in_answer(clause)):
            return self._in_last_clause(clause, topics) if topics else None
        first = next((run for run in clause.runs if run.span.start >= clause.boundary), None)
        if isinstance(self.last, Who) and self.text.startswith("그러면서", clause.boundary):
            return None  # the same speaker goes on
        if inside and first is not None and inside[0].span.start <= first.span.end:
            return None if self._goes_on(inside[0]) else inside[0]
        return self._of_quotation(clause, point.quote, inside) if point.quote else None

    def _described(self, clause: Clause, cue: Span) -> Speaker | None:
        """“…”고 말한 X 장관은: the speaker right behind a verb of reporting that describes him."""
        if not any(p.span == cue and p.tag == "ETM" for p in clause.predicates):
            return None
        near = (s for s in clause.speakers if 0 < s.span.start - cue.end <= BLANK)
        return next((s for s in near if isinstance(s.who, Person)), None)

    def _of_quotation(self, clause: Clause, quote: Quote, inside: list[Speaker]) -> Speaker | None:
        """Return who speaks a quotation before which nobody known stands as its topic."""
        if inside:
            return inside[0]
        beside = self._right_before(clause, quote, ("은", "는"))
        office = beside is not None and names.title_head(beside.span.of(self.text).removesuffix("님")) is not None
        return None if office and not self._in_answer(clause) else beside

    def _in_answer(self, clause: Clause) -> bool:
        """Tell whether a sentence is part of an answer of an interview."""
        return self.answering is not None and self.answering[1].overlaps(clause.sentence.span)

    def _in_last_clause(self, clause: Clause, topics: list[Speaker]) -> Speaker:
        """Return the first topic, or the one behind a clause in the past tense: A는 …했으며, B는 …하겠다고 답했다."""
        chosen = topics[0]
        for topic in topics[1:]:
            ended = [p for p in clause.predicates if chosen.particle_end < p.span.end <= topic.span.start and p.tag != "ETM"]
            if (
                ended
                and ended[-1].tag == "EC"
                and topic.who != chosen.who
                and not (isinstance(topic.who, Phrase) and names.is_country(topic.who.words))
                and in_past(ended[-1].span.of(self.text))
                and self._stands_behind(ended[-1].span.end, topic)
            ):
                chosen = topic
        return chosen

    def _stands_behind(self, at: int, topic: Speaker) -> bool:
        """Tell whether only marks, connectives and what describes him stand between a clause and its topic."""
        return len(self.text[at : topic.span.start].split()) <= FEWEST_WORDS

    def _goes_on(self, subject: Speaker) -> bool:
        """Tell whether a subject that is no person or body belongs to the words of him who spoke before in the paragraph."""
        if subject.topic or not self.spoken or not isinstance(subject.who, Phrase):
            return False
        group = isinstance(self.last, Phrase) and names.is_country(subject.who.words) and not names.is_country(self.last.words)
        return group or isinstance(self.last, Person)

    def _right_before(self, clause: Clause, quote: Quote, particles: tuple[str, ...] = ("이", "가")) -> Speaker | None:
        """한 대학원생이 ‘…’고 묻자: the subject right before a quotation, also somebody whom no list knows."""
        known = [s for s in clause.speakers if clause.boundary <= s.span.start and s.particle_end <= quote.outer.start]
        if known and not self.text[known[-1].particle_end : quote.outer.start].strip(" ,"):
            return known[-1]
        before = [r for r in clause.runs if clause.boundary <= r.span.start and r.after <= quote.outer.start]
        run = before[-1] if before else None
        if run is None or run.particle not in particles or self.text[run.after : quote.outer.start].strip():
            return None
        return Speaker(Phrase(run.span.of(self.text), run.span), run.span, run.after, False)

    def _speaker_behind(self, clause: Clause, point: ReportPoint, before: int) -> Speaker | None:
        """…다고 카자흐스탄 외교부가 17일 밝혔다: the speaker between the words and the verb."""
        end = clause.sentence.morphemes[point.index].end
        return next((s for s in clause.speakers if end <= s.span.start < before), None)

    def _content_start(self, clause: Clause, point: ReportPoint, speaker: Speaker | None) -> int:
        start = clause.boundary
        if start >= point.end:  # “…”고 말했다고 X는 덧붙였다: what was reported is reported again
            return self._skip_adverbials(clause, clause.sentence.span.start, point.end)
        if speaker and start <= speaker.span.start < point.end:
            start = speaker.particle_end
        proposes = clause.sentence.morphemes[point.index].form == "자고" and speaker is not None and speaker.topic
        reported = [
            p.span.end
            for p in clause.predicates
            if start < p.span.start
            and p.span.end < point.end
            and (self._reports_object(clause, p) or (proposes and p.tag == "EC" and self._meets(clause, p)))
        ]
        start = max([start, *reported])
        return self._skip_adverbials(clause, start, point.quote.outer.start if point.quote else point.end)

    def _reports_object(self, clause: Clause, predicate: Predicate) -> bool:
        """Tell whether a clause before the last reports something of its own: …한 것임을 지적하고, …한 점을 상기시키며."""
        if predicate.tag != "EC" or not predicate.ending.endswith(("고", "며", "면서")):
            return False
        if self._phrase_cue(clause, predicate, clause.sentence.span.start):
            return True
        if self._brought_forward(predicate, [r for r in clause.runs if r.after <= predicate.span.start]):
            return True
        before = self.text[max(0, predicate.span.start - 3) : predicate.span.start]
        return predicate.stem in cues.manners("noun") and before.rstrip().endswith(("을", "를"))

    def _meets(self, clause: Clause, predicate: Predicate) -> bool:
        """Tell whether a clause before the last tells that the speaker meets somebody: 통화를 갖고, 차관을 만나."""
        if predicate.stem == "만나":
            return True
        if predicate.stem not in _HOLDS:
            return False
        before = [r for r in clause.runs if r.after <= predicate.span.start and predicate.span.start - r.after <= 1]
        head = gathering_words.head_of(before[-1].words[-1].text) if before and before[-1].particle in ("을", "를") else None
        return head is not None and head[1] in ("meeting", "call", "talks")

    def _brought_forward(self, predicate: Predicate, before: list[Run]) -> str | None:
        """…하는 구상을 내놨다: verbs that report where their object is a thought."""
        thought = bool(before) and before[-1].words[-1].text.endswith(tuple(cues.words("proposals")))
        return cues.manners("brought").get(predicate.stem) if thought else None

    def _skip_adverbials(self, clause: Clause, start: int, limit: int) -> int:
        """Go past connectives (또한), the occasion of speaking (개회사에서, 축사를 통해) and addressees (기자들에게)."""
        text = self.text
        item = _ITEM.match(text, start, limit) if start == clause.sentence.span.start else None
        start = item.end() if item else start
        moved = True
        while moved:
            moved = False
            while start < limit and text[start] in speaker_labels.BULLETS:
                start += 1
            word = text[start:limit].split(" ", 1)[0].rstrip(",")
            if word in cues.words("connectives"):
                start += len(word)
                moved = True
                continue
            behind = self._behind_setting(start, limit)
            if behind:
                start, moved = behind, True
                continue
            run = next((r for r in clause.runs if start <= r.span.start <= start + 4 and r.after <= limit), None)
            through = run is not None and text.startswith((" 통해", " 통하여"), run.after)
            if run and text[start : run.span.start].strip() in ("", "이", "이번", "이날") and self._is_occasion(run, through):
                start = run.after + (len(text[run.after : limit].split(" ")[1]) + 1 if through else 0)
                moved = True
        return start

    def _behind_setting(self, start: int, limit: int) -> int | None:
        """Return the end of words that tell where somebody spoke or what he issued: 25일 열린 회의에서, 보도자료를 내고."""
        first = start + (len(self.text[start:limit]) - len(self.text[start:limit].lstrip(" ,")))
        issued = _ISSUED.match(self.text, first, limit)
        if issued:
            return issued.end()
        held = _HELD_WHERE.match(self.text, first, limit)
        return held.end() if held and gathering_words.head_of(held["noun"]) else None

    def _is_occasion(self, run: Run, through: bool) -> bool:
        if through or run.particle in ("에게", "에게는", "께"):
            return True
        if run.particle not in ("에서", "에서는"):
            return False
        last = run.words[-1].text
        return last.endswith(cues.endings("adverbials")) or gathering_words.head_of(last) is not None

    def _only_adverbials(self, start: int, quote_start: int) -> bool:
        left = self.text[start:quote_start].strip(" ,\n")
        return not left or left in cues.words("connectives") or left.endswith(_WHERE_SAID)

    def _behind_clause(self, clause: Clause, start: int, quote: Quote) -> bool:
        """Tell whether a clause of the speaker's own ends right before a quotation: 기억을 떠올리며 “…”."""
        before = [p for p in clause.predicates if start <= p.span.start and p.span.end <= quote.outer.start]
        ended = before and before[-1].tag == "EC" and before[-1].ending.endswith(_BEFORE_QUOTE)
        if not ended or not (before[-1].ending.endswith(("며", "면서")) or _WHOLE.search(quote.inner.of(self.text))):
            return False
        return not self.text[before[-1].span.end : quote.outer.start].strip(" ,도")

    def _emit(
        self,
        clause: Clause,
        content: Span,
        direct: bool,
        cue: tuple[Span, str],
        speaker: Speaker | None,
        pending: list[Span],
        rule: str,
    ) -> None:
        spans = [*pending, content]
        if pending and not direct:
            for part in spans[:-1]:
                self._add(clause, [part], True, cue, speaker, "quotation")
            spans = spans[-1:]
        self._add(clause, spans, direct, cue, speaker, rule)

    def _add(
        self, clause: Clause, spans: list[Span], direct: bool, cue: tuple[Span, str] | None, speaker: Speaker | None, rule: str
    ) -> None:
        text = self.text
        spans = [trimmed(text, *span, " ,.\n" if not direct else " \n") for span in spans]
        if sum(len(span.of(text).split()) for span in spans) < FEWEST_WORDS:
            return
        who = speaker.who if speaker else self.last
        span = speaker.span if speaker else self.last_span
        if speaker is None and cue and rule == "object" and cue[1] == "believes":
            return  # a wish of the page itself: 많은 참여를 바랍니다
        if speaker:
            self.last, self.last_span = who, span
        clause.found.append(
            Statement(
                "",
                tuple(span.of(text) for span in spans),
                tuple(spans),
                speaker=who,
                speaker_span=span,
                direct=direct,
                cue=cue[0].of(text) if cue else "",
                cue_span=cue[0] if cue else None,
                manner=cue[1] if cue else "said",
                rule=rule,
            )
        )

    def _concludes(self, clause: Clause, predicate: Predicate) -> bool:
        """Tell whether a predicate ends a clause; minutes end in a noun form (촉구함)."""
        minutes = predicate.tag == "ETN" and not self.text[predicate.span.end : clause.sentence.span.end].strip(" .")
        return predicate.tag in ("EF", "EC") or minutes
