"""Who said what in Korean text: what a quotative ending closes, what a verb of reporting has as its object."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.entities import Entities
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.extract.ko.speakers import Speaker
from onrecord.extract.ko.statements import quotations, speaker_labels
from onrecord.extract.ko.statements.clauses import Clause, noun_forms
from onrecord.extract.ko.statements.reports import Reports
from onrecord.languages.ko import cues, names, vocabulary
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Document, Person, Phrase, Span, Statement, Who, trimmed
from onrecord.model.altering import altered

_IT_WAS = re.compile(r"(?:\s?\([^()]*\))?(?:\s[가-힣]+){0,3}?(?:이었|였|이)(?:다|습니다|지요|죠)\.?")
"""What stands behind whom a sentence introduces: X(58) 씨였다."""

_ABOUT = re.compile(
    r"(?P<of>[가-힣A-Za-z0-9”’」)]+?)(?:(?<=데)|에|(?<=데)에)(?:\s?(?:대해|대하여)(?:서)?)?\s(?:[가-힣]+(?:한|은|운|된|어린)\s){0,2}"
    r"(?:뜻을\s|[가-힣]{2,3}의\s)?$"
)
"""What stands before a noun of feeling: 데 대해 (강한), 방문에."""

LOOSE = 4
"""Code points that may stand between an object and its verb: 거듭 강조했다."""


def _is_country_acting(subject: Speaker) -> bool:
    """Tell whether a subject is a country, which behind the topic of a sentence does what is asked: 중국이 … 할 것을."""
    return isinstance(subject.who, Phrase) and not subject.topic and names.is_country(subject.who.words)


class Reader(Reports):
    """Reads the statements of one document, sentence by sentence, and keeps who spoke last."""

    def read(self) -> tuple[Statement, ...]:
        """Return the statements, in text order."""
        found: list[Statement] = []
        for sentence in self.reading.sentences:
            found += self._sentence(sentence)
        found.sort(key=lambda s: (s.content_spans[0], s.cue_span or s.content_spans[0]))
        return tuple(altered(s, id=f"s{k}") for k, s in enumerate(found, 1))

    def _sentence(self, sentence: Sentence) -> list[Statement]:
        new = sentence.paragraph != self.paragraph
        if new:
            self.paragraph, self.announced, self.spoken = sentence.paragraph, None, False
        text, morphemes = self.text, sentence.morphemes
        if not morphemes or speaker_labels.is_marked_question(text, sentence.span):
            return []
        quoted = quotations.quotes(text, sentence.span)
        outside, told = self.runs[sentence.i], sentence.predicates
        if quoted:
            outside = [run for run in outside if not any(q.inner.contains(run.span) for q in quoted)]
            told = [p for p in told if not any(q.inner.start <= p.span.start < q.inner.end for q in quoted)]
        pronoun = self._answerer() if new else self.last
        clause = Clause(
            sentence,
            outside,
            told,
            quoted,
            quotations.report_points(text, morphemes, quoted),
            self.speakers.in_runs([run for run in outside if run.host is None], pronoun),
            sentence.span.start,
        )
        self._take_label(clause)
        self._according_to(clause)
        self._reports(clause)
        self._objects(clause)
        self._felt(clause)
        self._nominalised(clause)
        self._expectations(clause)
        self._resolutions(clause)
        self._quoted_objects(clause)
        self._in_sum(clause)
        self._bare_quotation(clause)
        self._labelled(clause)
        self._nested(clause)
        self.asked = speaker_labels.is_question(text, sentence.span)
        if not self.asked:
            self._remember(clause)
        self.spoken = self.spoken or bool(clause.found)
        return self._beyond_answer(clause)

    def _answerer(self) -> Who | None:
        """Return whom a pronoun means that opens a paragraph: in an interview him who answers, else who spoke last."""
        return self.answering[0] if self.answering else self.last

    def _beyond_answer(self, clause: Clause) -> list[Statement]:
        """Return what is told besides an answer of an interview that holds the sentence: the words of others in it."""
        if self.answering is None or not self._in_answer(clause):
            return clause.found
        who = self.answering[0]
        return [
            s
            for s in clause.found
            if s.rule == "answer"
            or (s.speaker is not who and s.speaker_span is not None and clause.sentence.span.contains(s.speaker_span))
        ]

    def _take_label(self, clause: Clause) -> None:
        """Read who speaks from the beginning of a line: a person and a colon, or the mark of an answer."""
        sentence = clause.sentence.span
        if not speaker_labels.begins_line(self.text, sentence.start):
            return
        self.label = None
        answer = speaker_labels.answer(self.text, self.speakers.entities, sentence)
        named = speaker_labels.label(self.text, self.speakers.entities, sentence)
        if answer:
            self.label = self.last = answer[0]
            self.answering = answer
            self.last_span, clause.boundary = None, answer[1].start
            self._add(clause, [answer[1]], False, None, None, "answer")
        elif named:
            self.label = self.last = named[0]
            self.last_span, clause.boundary = named[1], named[2]
            clause.speakers = [s for s in clause.speakers if s.span.start >= named[2]]

    def _labelled(self, clause: Clause) -> None:
        """A sentence behind the label of its speaker that reports nothing itself is what he said."""
        if clause.found or self.label is None or clause.boundary == clause.sentence.span.start:
            return
        last = clause.predicates[-1] if clause.predicates else None
        if (last and last.tag in ("EF", "ETN")) or self.text[clause.sentence.span.end - 2 : clause.sentence.span.end] == "함.":
            start = self._skip_adverbials(clause, clause.boundary, clause.sentence.span.end)
            self._add(clause, [Span(start, clause.sentence.span.end)], False, None, None, "speaker-label")

    def _remember(self, clause: Clause) -> None:
        """Keep who was the topic of the sentence, and whether it announces a quotation (이렇게 말했다)."""
        told = [span for s in clause.found for span in s.content_spans]
        topics = [s for s in clause.speakers if s.topic] or clause.speakers
        topics = [s for s in topics if not any(span.contains(s.span) for span in told)] or topics
        if not clause.found:  # 심포지엄에는 X도 참여한다: whom a sentence adds is not whom the text is about
            topics = [s for s in topics if not self.text[: s.particle_end].endswith("도")]
        whose = None if topics else self._whose_view(clause)
        if whose:
            self.last, self.last_span = whose.who, whose.span
        topics = topics or self._introduced(clause)
        # A group or a country that a sentence is about without reporting its words is not who speaks next.
        if topics and (clause.found or not isinstance(topics[-1].who, Phrase)):
            self.last, self.last_span = topics[-1].who, topics[-1].span
        words = clause.sentence.span.of(self.text)
        said = [p for p in clause.predicates if p.stem in cues.manners("clause")]
        self.announced = said[-1] if said and ("이렇게" in words or "다음과 같이" in words) and not clause.found else None

    def _introduced(self, clause: Clause) -> list[Speaker]:
        """…에서 온 바킷굴 세리코바 씨였다: whom a sentence without a topic names at its end is whom the text is about."""
        named = [(s, e) for s, e in self.speakers.entities.within(clause.sentence.span) if isinstance(e, Person)]
        if not named or not _IT_WAS.fullmatch(self.text, named[-1][0].end, clause.sentence.span.end):
            return []
        return [Speaker(named[-1][1], named[-1][0], named[-1][0].end, True)]

    def _whose_view(self, clause: Clause) -> Speaker | None:
        """X의 생각은 달랐다: who speaks next, where the sentence is about what he thinks."""
        for run, behind in pairwise(clause.runs):
            about = behind.particle in ("은", "는") and behind.words[-1].text in cues.words("content_nouns")
            if about and run.owns(behind):
                named = self.speakers.in_runs([replace(run, particle="은", tag="JX")], self.last)
                return next((one for one in named if isinstance(one.who, Person)), None)
        return None

    def _objects(self, clause: Clause) -> None:
        """…의 중요성을 강조했다, 결의의 철저한 이행을 촉구했다: the object of a verb of reporting is the content."""
        taken = [span for s in clause.found for span in (*s.content_spans, *([s.cue_span] if s.cue_span else []))]
        boundary = clause.sentence.span.start
        for predicate in clause.predicates:
            if not self._concludes(clause, predicate):
                continue
            before = [r for r in clause.runs if boundary <= r.span.start and r.after <= predicate.span.start]
            manner = cues.manners("noun").get(predicate.stem) or self._brought_forward(predicate, before)
            phrase = self._phrase_cue(clause, predicate, boundary) if manner is None else None
            target = before[-1] if before else None
            cue = (predicate.span, manner) if manner else phrase
            if phrase and len(before) > 1:
                target = before[-2] if before[-2].particle in ("에", "에도") else None
            joined = target and cue and target.particle in (("을", "를") if manner else ("에", "에도"))
            if cue and target and joined and not self._is_taken(clause, predicate, target, taken):
                inside = [s for s in clause.speakers if boundary <= s.span.start < target.span.end]
                speaker = next((s for s in inside if s.topic), inside[0] if inside else None)
                topics = [s for s in clause.speakers if s.topic and s.span.start < boundary]
                if speaker and not speaker.topic and self._is_of_noun(clause, speaker, target):
                    speaker = None
                if speaker and (self._goes_on(speaker) or (topics and _is_country_acting(speaker))):
                    speaker = None
                start = self._skip_adverbials(clause, speaker.particle_end if speaker else boundary, target.span.end)
                speaker = speaker or (topics[-1] if topics else None)
                content = Span(start, target.span.end)
                if not any(content.overlaps(span) for span in taken):
                    self._add(clause, [content], False, cue, speaker, "object")
            ended = predicate.tag in ("EF", "EC") and predicate.pos in ("VV", "XSV")
            if ended and predicate.stem not in vocabulary.words("roles", "postposed"):  # 평화를 위해 노력할 것을 촉구했다
                boundary = predicate.span.end

    def _is_of_noun(self, clause: Clause, subject: Speaker, target: Run) -> bool:
        """Tell whether a subject does what describes a noun of the object: 협회가 8월에 여는 회의에 관심을 요청하였다."""
        verb = next((p for p in clause.predicates if p.span.start >= subject.particle_end), None)
        return verb is not None and verb.tag == "ETM" and verb.span.end < target.span.start and isinstance(self.last, Who)

    def _is_taken(self, clause: Clause, predicate: Predicate, target: Run, taken: list[Span]) -> bool:
        """Tell whether another verb stands between a run and a predicate, or the predicate in what is read already."""
        apart = any(target.after <= p.span.start < predicate.span.start for p in clause.predicates)
        return apart or any(predicate.span.overlaps(span) for span in taken)

    def _felt(self, clause: Clause) -> None:
        """…한 데 대해 강한 유감을 표했다, 초청에 감사를 표했다: what a noun of feeling is about stands before 에 or 데."""
        for run in clause.runs:
            if run.particle not in ("을", "를") or not self._names_feeling(run):
                continue
            verb = next((p for p in clause.predicates if p.span.start >= run.after), None)
            cue = self._phrase_cue(clause, verb, clause.sentence.span.start) if verb and self._concludes(clause, verb) else None
            about = _ABOUT.search(self.text, clause.sentence.span.start, run.words[-1].span.start)
            if cue is None or about is None:
                continue
            topics = [s for s in clause.speakers if s.topic and s.particle_end <= about.start("of")]
            speaker = self._in_last_clause(clause, topics) if topics else None
            said = [s.cue_span.end for s in clause.found if s.cue_span and s.cue_span.end <= about.start("of")]
            start = max([speaker.particle_end if speaker else clause.sentence.span.start, *said])
            content = Span(self._skip_adverbials(clause, start, about.end("of")), about.end("of"))
            if not any(content.overlaps(span) for s in clause.found for span in s.content_spans):
                self._add(clause, [content], False, cue, speaker, "object")

    def _names_feeling(self, run: Run) -> bool:
        """Tell whether a run ends in a noun of feeling, alone or with 뜻: 감사를, 위로의 뜻을."""
        if run.words[-1].text in cues.words("feelings"):
            return True
        before = (
            self.text[: run.words[-1].span.start].rsplit(None, 1)[-1:] if run.words[-1].text in ("뜻", "말", "마음") else []
        )
        return bool(before) and before[0].endswith("의") and before[0][:-1] in cues.words("feelings")

    def _expectations(self, clause: Clause) -> None:
        """…할 것으로 내다봤다: what is expected ends at 것."""
        taken = [span for s in clause.found for span in s.content_spans]
        for run in clause.runs:
            if run.particle != "으로" or run.words[-1].text != "것":
                continue
            verb = next((p for p in clause.predicates if p.span.start >= run.after), None)
            manner = cues.manners("expected").get(verb.stem) if verb and self._concludes(clause, verb) else None
            if manner is None or verb is None:
                continue
            if len(self.text[run.after : verb.span.start].strip()) > LOOSE:
                continue
            speaker = next((s for s in clause.speakers if s.topic and s.span.end <= run.span.start), None)
            if speaker is None:
                continue
            start = self._skip_adverbials(clause, speaker.particle_end, run.span.end)
            content = Span(start, run.span.end)
            if not any(content.overlaps(span) for span in taken):
                self._add(clause, [content], False, (verb.span, manner), speaker, "object")

    def _nominalised(self, clause: Clause) -> None:
        """…되돌아왔음을 강조했다: a clause made a noun is the object of a verb of reporting."""
        morphemes = clause.sentence.morphemes
        for k, m in noun_forms(clause, ("을", "를")):
            verb = next((p for p in clause.predicates if p.span.start >= morphemes[k + 1].end), None)
            manner = cues.manners("noun").get(verb.stem) or cues.manners("clause").get(verb.stem) if verb else None
            taken = [span for s in clause.found for span in s.content_spans]
            if verb is None or manner is None or len(self.text[morphemes[k + 1].end : verb.span.start].strip()) > LOOSE:
                continue
            topics = [s for s in clause.speakers if s.topic and s.span.end <= m.start]
            speaker = self._in_last_clause(clause, topics) if topics else None
            said = [s.cue_span.end for s in clause.found if s.cue_span and s.cue_span.end <= m.start]
            start = max([speaker.particle_end if speaker else clause.sentence.span.start, *said])
            start = self._skip_adverbials(clause, start, m.end)
            if not any(span.overlaps(Span(start, m.end)) for span in taken):
                self._add(clause, [Span(start, m.end)], False, (verb.span, manner), speaker, "object")

    def _resolutions(self, clause: Clause) -> None:
        """…하기로 합의했다, …하기로 뜻을 모았다: what was agreed ends at 하기."""
        for _, m in noun_forms(clause, ("로", "으로")):
            for predicate in clause.predicates:
                if predicate.span.start < m.end:
                    continue
                cue = self._phrase_cue(clause, predicate, m.end)
                manner = cue[1] if cue else ("said" if predicate.stem in cues.words("joint") else None)
                if manner:
                    before = [s for s in clause.speakers if s.span.end <= m.start]
                    speaker = self._in_last_clause(clause, [s for s in before if s.topic] or before) if before else None
                    start = speaker.particle_end if speaker else clause.sentence.span.start
                    earlier = [s.cue_span.end for s in clause.found if s.cue_span and s.cue_span.end <= m.start]
                    start = self._skip_adverbials(clause, max([start, *earlier]), m.end)
                    self._add(clause, [Span(start, m.end)], False, cue or (predicate.span, manner), speaker, "resolved-to")
                break

    def _according_to(self, clause: Clause) -> None:
        """X에 따르면 …: the rest of the sentence is what X says."""
        for predicate in clause.predicates:
            if predicate.stem != "따르" or not predicate.ending.endswith("면"):
                continue
            source = [r for r in clause.runs if r.after <= predicate.span.start and r.particle == "에"]
            if not source:
                return
            run = replace(source[-1], particle="은", tag="JX")
            words = run.words
            while len(words) > 1 and words[-1].text in ("발표", "설명", "보고서", "보도", "자료", "성명", "측", "말"):
                words = words[:-1]
            named = self.speakers.in_runs([replace(run, words=words)], self.last) or self.speakers.in_runs([run], self.last)
            if not named:
                named = [Speaker(Phrase(run.span.of(self.text), run.span), run.span, run.after, True)]
            content = trimmed(self.text, predicate.span.end, clause.sentence.span.end, " ,.\n")
            self._add(clause, [content], False, (predicate.span, "said"), named[0] if named else None, "according-to")
            clause.points = [p for p in clause.points if p.end > predicate.span.end]
            if named and any(s.topic and s.span.start >= predicate.span.end for s in clause.speakers):
                clause.speakers = [s for s in clause.speakers if s.span.start >= predicate.span.end]
                clause.boundary = predicate.span.end
            else:
                clause.boundary, clause.points = clause.sentence.span.end, []
            return

    def _quoted_objects(self, clause: Clause) -> None:
        """‘…라는 사실’을 강조했다: a quotation that is the object of a verb of reporting."""
        taken = [span for s in clause.found for span in s.content_spans]
        for quote in clause.quotes:
            verb = next((p for p in clause.predicates if p.span.start >= quote.outer.end), None)
            manner = cues.manners("noun").get(verb.stem) if verb else None
            likened = verb is not None and verb.stem in cues.words("likened") and self.text[quote.outer.end] == "에"
            manner = "said" if likened else manner
            object_of = likened or self.text[quote.outer.end : quote.outer.end + 1] in ("을", "를")
            if verb is None or manner is None or not object_of or any(quote.outer.overlaps(span) for span in taken):
                continue
            if len(self.text[quote.outer.end + 1 : verb.span.start].strip()) <= LOOSE:
                speaker = next((s for s in clause.speakers if s.topic and s.span.end <= quote.outer.start), None)
                self._add(clause, [quote.inner], True, (verb.span, manner), speaker, "object")

    def _in_sum(self, clause: Clause) -> None:
        """…뿐이라는 것이다, …다는 게 X의 설명이다: the words of who spoke before, or of him who is named."""
        sum_up = quotations.SUMMED.search(self.text, *clause.sentence.span) if not clause.found else None
        point = next((p for p in clause.points if sum_up and sum_up.start() - 1 <= p.end <= sum_up.end()), None)
        quote = next((q for q in clause.quotes if sum_up and q.outer.end == sum_up.start()), None)
        if sum_up is None or (point is None and quote is None):
            return
        whose = [r for r in clause.runs if sum_up.start() <= r.span.start and r.particle == "의"]
        named = self.speakers.in_runs([replace(whose[-1], particle="은", tag="JX")], self.last) if whose else []
        if (whose and not named) or not (named or isinstance(self.last, Who)):
            return
        end = quote.outer.start if quote else point.end if point else sum_up.start()
        start = self._skip_adverbials(clause, clause.sentence.span.start, end)
        direct = quote is not None and not self.text[start:end].strip(" ,")
        content = quote.inner if quote and direct else Span(start, quote.outer.end if quote else end)
        self._add(clause, [content], direct, None, named[0] if named else None, "in-sum")

    def _nested(self, clause: Clause) -> None:
        """“… 단장이 ‘…’고 말하더군요 …”: what somebody who is quoted tells of another's words."""
        said = [q for s in clause.found if s.direct for q in clause.quotes if q.inner in s.content_spans]
        keep = self.last, self.last_span
        for quote in said:
            inner = quotations.nested(self.text, quote)
            if not inner:
                continue
            within = [r for r in self.runs[clause.sentence.i] if quote.inner.contains(r.span)]
            runs = [r for r in within if not any(q.inner.contains(r.span) for q in inner)]
            told = [p for p in clause.sentence.predicates if quote.inner.contains(p.span)]
            part = replace(
                clause,
                runs=runs,
                predicates=[p for p in told if not any(q.inner.contains(p.span) for q in inner)],
                quotes=inner,
                points=[p for p in quotations.report_points(self.text, clause.sentence.morphemes, inner) if p.quote],
                speakers=self.speakers.in_runs(runs, None),
                boundary=quote.inner.start,
                found=[],
            )
            self._reports(part)
            clause.found += [s for s in part.found if s.direct and s.speaker_span and quote.inner.contains(s.speaker_span)]
        self.last, self.last_span = keep

    def _bare_quotation(self, clause: Clause) -> None:
        """A sentence that is a quotation alone: of him whom the sentence before announced, or who spoke last."""
        asked = self.asked and bool(self.speakers.entities.persons)
        if clause.found or len(clause.quotes) != 1 or not (asked or self.last):
            return
        outer, inner = clause.quotes[0].outer, clause.quotes[0].inner
        if clause.sentence.span.end - outer.end > 1 or outer.start - clause.sentence.span.start > 1:
            return
        if not inner.of(self.text).rstrip().endswith((".", "?", "!", "…", "다", "요", "까", "죠")):
            return  # the title of a talk in a programme
        if asked and self.last is None:
            self.last, self.last_span = max(self.speakers.entities.persons, key=lambda person: len(person.mentions)), None
        cue = (self.announced.span, cues.manners("clause")[self.announced.stem]) if self.announced else None
        self._add(clause, [inner], True, cue, None, "answer" if asked and cue is None else "bare-quotation")


def find(document: Document, reading: Reading, entities: Entities, read: Nominals) -> tuple[Statement, ...]:
    """Return the statements of a Korean document, in text order."""
    return Reader(document, reading, entities, read).read()
