"""Who said what in Korean text: what a quotative ending closes, what a verb of reporting has as its object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onrecord.extract.entities import Entities
from onrecord.extract.ko import quotations, speaker_labels
from onrecord.extract.ko.quotations import Quote, ReportPoint
from onrecord.extract.ko.speakers import Speaker, Speakers
from onrecord.languages.ko import cues
from onrecord.languages.ko.morphemes import Morpheme
from onrecord.languages.ko.nominals import Run
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.model import Document, Person, Phrase, Span, Statement, Who, trimmed

LOOSE = 4
"""Code points that may stand between an object and its verb: 거듭 강조했다."""

FEWEST_WORDS = 4
"""Words (어절) that a content must have; shorter ones are phrases, not passages (the annotation guidelines)."""


_WHERE_SAID = ("에서", "에서는", "에게", "통해", "통하여", "관련해", "대해", "대해서는", "대해서", "묻자", "자리에서", "질문에")
"""How the words between a speaker and his quotation end that tell where or to whom he spoke."""


@dataclass(slots=True)
class _Clause:
    """What is known of a sentence while its statements are read."""

    sentence: Sentence
    runs: list[Run]
    predicates: list[Predicate]
    quotes: list[Quote]
    points: list[ReportPoint]
    speakers: list[Speaker]
    boundary: int
    found: list[Statement] = field(default_factory=list)


def _word_end(text: str, at: int, limit: int) -> int:
    """Return where the word ends that a quotative ending closes: “…”(이)라며."""
    return next((k for k in range(at, limit) if text[k].isspace()), limit)


def _noun_forms(clause: _Clause, particles: tuple[str, ...]) -> Iterator[tuple[int, Morpheme]]:
    """Yield the endings outside quotations that make a clause a noun, before one of the particles, with their numbers."""
    for k, (m, after) in enumerate(pairwise(clause.sentence.morphemes)):
        if m.tag == "ETN" and after.form in particles and not any(q.inner.contains(m.span) for q in clause.quotes):
            yield k, m


class Reader:
    """Reads the statements of one document, sentence by sentence, and keeps who spoke last."""

    def __init__(self, document: Document, reading: Reading, entities: Entities, runs: Sequence[Sequence[Run]]) -> None:
        self.text = document.text
        self.runs = runs
        self.reading = reading
        self.speakers = Speakers(self.text, entities)
        self.last: Who | None = None
        self.last_span: Span | None = None
        self.paragraph = -1
        self.announced: Predicate | None = None
        self.label: Person | None = None
        """Who speaks by the label of the line: 고리안 원장(발제): …."""

    def read(self) -> tuple[Statement, ...]:
        """Return the statements, in text order."""
        found: list[Statement] = []
        for sentence in self.reading.sentences:
            found += self._sentence(sentence)
        found.sort(key=lambda s: (s.content_spans[0], s.cue_span or s.content_spans[0]))
        return tuple(replace(s, id=f"s{k}") for k, s in enumerate(found, 1))

    def _sentence(self, sentence: Sentence) -> list[Statement]:
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.announced = sentence.paragraph, None
        text, morphemes = self.text, sentence.morphemes
        if not morphemes:
            return []
        quoted = quotations.quotes(text, sentence.span)
        outside = [run for run in self.runs[sentence.i] if not any(q.inner.contains(run.span) for q in quoted)]
        clause = _Clause(
            sentence,
            outside,
            [p for p in sentence.predicates if not any(q.inner.start <= p.span.start < q.inner.end for q in quoted)],
            quoted,
            quotations.report_points(text, morphemes, quoted),
            self.speakers.in_runs([run for run in outside if run.host is None], self.last),
            sentence.span.start,
        )
        self._take_label(clause)
        self._according_to(clause)
        self._reports(clause)
        self._objects(clause)
        self._nominalised(clause)
        self._resolutions(clause)
        self._bare_quotation(clause)
        self._labelled(clause)
        self._remember(clause)
        return clause.found

    def _take_label(self, clause: _Clause) -> None:
        """Read who speaks from the beginning of a line: a person and a colon, or the mark of an answer."""
        sentence = clause.sentence.span
        if not speaker_labels.begins_line(self.text, sentence.start):
            return
        self.label = None
        answer = speaker_labels.answer(self.text, self.speakers.entities, sentence)
        named = speaker_labels.label(self.text, self.speakers.entities, sentence)
        if answer:
            self.label = self.last = answer[0]
            self.last_span, clause.boundary = None, answer[1].start
            self._add(clause, [answer[1]], False, None, None, "answer")
        elif named:
            self.label = self.last = named[0]
            self.last_span, clause.boundary = named[1], named[2]
            clause.speakers = [s for s in clause.speakers if s.span.start >= named[2]]

    def _labelled(self, clause: _Clause) -> None:
        """A sentence behind the label of its speaker that reports nothing itself is what he said."""
        if clause.found or self.label is None or clause.boundary == clause.sentence.span.start:
            return
        last = clause.predicates[-1] if clause.predicates else None
        if (last and last.tag in ("EF", "ETN")) or self.text[clause.sentence.span.end - 2 : clause.sentence.span.end] == "함.":
            start = self._skip_adverbials(clause, clause.boundary, clause.sentence.span.end)
            self._add(clause, [Span(start, clause.sentence.span.end)], False, None, None, "speaker-label")

    def _remember(self, clause: _Clause) -> None:
        """Keep who was the topic of the sentence, and whether it announces a quotation (이렇게 말했다)."""
        topics = [s for s in clause.speakers if s.topic] or clause.speakers
        if topics:
            self.last, self.last_span = topics[-1].who, topics[-1].span
        words = clause.sentence.span.of(self.text)
        said = [p for p in clause.predicates if p.stem in cues.manners("clause")]
        self.announced = said[-1] if said and ("이렇게" in words or "다음과 같이" in words) and not clause.found else None

    def _reports(self, clause: _Clause) -> None:
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
            direct = point.quote is not None and self._only_adverbials(start, point.quote.outer.start)
            content = point.quote.inner if direct and point.quote else trimmed(self.text, start, point.end, " ,\n")
            if cue is None:
                if following is not None and (direct or clause.sentence.morphemes[point.index].form.endswith("면서")):
                    (pending if direct else waiting).append(content)
                    clause.boundary = _word_end(self.text, clause.sentence.morphemes[point.index].end, following.end)
                continue
            for earlier in waiting:
                self._add(clause, [earlier], False, cue, speaker, "clause")
            self._emit(clause, content, direct, cue, speaker, pending, "quotation" if direct else "clause")
            pending, waiting = [], []
            clause.boundary = cue[0].end

    def _cue_after(self, clause: _Clause, point: ReportPoint, following: ReportPoint | None) -> tuple[Span, str] | None:
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
            if manner:
                return predicate.span, manner
        return self._noun_cue(clause, at, limit)

    def _noun_cue(self, clause: _Clause, after: int, limit: int) -> tuple[Span, str] | None:
        """…이라고 평가. — minutes end in the noun of reporting."""
        run = next((r for r in clause.runs if r.span.start >= after), None)
        if run is None or limit != clause.sentence.span.end or self.text[run.span.end : limit].strip(" ."):
            return None
        noun = run.words[-1]
        manner = cues.manners("clause").get(noun.text + "하")
        return (noun.span, manner) if manner else None

    def _phrase_cue(self, clause: _Clause, predicate: Predicate, after: int) -> tuple[Span, str] | None:
        """의견을 같이하다, 감사를 표하다: a noun before a light verb."""
        if predicate.stem not in cues.words("light"):
            return None
        before = [run for run in clause.runs if after - 1 <= run.span.start and run.after <= predicate.span.start]
        if not before or before[-1].particle not in ("을", "를"):
            return None
        noun = before[-1].words[-1]
        manner = cues.manners("phrases").get(noun.text + before[-1].particle + predicate.stem)
        return (Span(noun.span.start, predicate.span.end), manner) if manner else None

    def _speaker_before(self, clause: _Clause, point: ReportPoint, cue: tuple[Span, str] | None) -> Speaker | None:
        inside = [s for s in clause.speakers if clause.boundary <= s.span.start < point.end]
        if point.quote:
            inside = [s for s in inside if s.span.end <= point.quote.outer.start]
        behind = self._speaker_behind(clause, point, cue[0].start) if cue else None
        if behind:
            return behind
        topics = [s for s in inside if s.topic] or [s for s in clause.speakers if s.topic and s.span.start < clause.boundary][
            -1:
        ]
        if topics or self.label is not None:
            return topics[0] if topics else None
        first = next((run for run in clause.runs if run.span.start >= clause.boundary), None)
        if inside and first is not None and inside[0].span.start <= first.span.end:
            return inside[0]
        return inside[0] if inside and point.quote else None

    def _speaker_behind(self, clause: _Clause, point: ReportPoint, before: int) -> Speaker | None:
        """…다고 카자흐스탄 외교부가 17일 밝혔다: the speaker between the words and the verb."""
        end = clause.sentence.morphemes[point.index].end
        return next((s for s in clause.speakers if end <= s.span.start < before), None)

    def _content_start(self, clause: _Clause, point: ReportPoint, speaker: Speaker | None) -> int:
        start = clause.boundary
        if start >= point.end:  # “…”고 말했다고 X는 덧붙였다: what was reported is reported again
            return self._skip_adverbials(clause, clause.sentence.span.start, point.end)
        if speaker and start <= speaker.span.start < point.end:
            start = speaker.particle_end
        return self._skip_adverbials(clause, start, point.quote.outer.start if point.quote else point.end)

    def _skip_adverbials(self, clause: _Clause, start: int, limit: int) -> int:
        """Go past connectives (또한), the occasion of speaking (개회사에서, 축사를 통해) and addressees (기자들에게)."""
        text = self.text
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
            run = next((r for r in clause.runs if start <= r.span.start <= start + 4 and r.after <= limit), None)
            through = run is not None and text.startswith((" 통해", " 통하여"), run.after)
            if run and text[start : run.span.start].strip() in ("", "이", "이번", "이날") and self._is_occasion(run, through):
                start = run.after + (len(text[run.after : limit].split(" ")[1]) + 1 if through else 0)
                moved = True
        return start

    def _is_occasion(self, run: Run, through: bool) -> bool:
        occasion = any(run.words[-1].text.endswith(word) for word in cues.words("adverbials"))
        return through or (occasion and run.particle in ("에서", "에서는")) or run.particle in ("에게", "에게는", "께")

    def _only_adverbials(self, start: int, quote_start: int) -> bool:
        left = self.text[start:quote_start].strip(" ,\n")
        return not left or left in cues.words("connectives") or left.endswith(_WHERE_SAID)

    def _emit(
        self,
        clause: _Clause,
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
        self, clause: _Clause, spans: list[Span], direct: bool, cue: tuple[Span, str] | None, speaker: Speaker | None, rule: str
    ) -> None:
        text = self.text
        spans = [trimmed(text, *span, " ,.\n" if not direct else " \n") for span in spans]
        if sum(len(span.of(text).split()) for span in spans) < FEWEST_WORDS:
            return
        who = speaker.who if speaker else self.last
        span = speaker.span if speaker else self.last_span
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

    def _objects(self, clause: _Clause) -> None:
        """…의 중요성을 강조했다, 결의의 철저한 이행을 촉구했다: the object of a verb of reporting is the content."""
        taken = [span for s in clause.found for span in (*s.content_spans, *([s.cue_span] if s.cue_span else []))]
        boundary = clause.sentence.span.start
        for predicate in clause.predicates:
            manner = cues.manners("noun").get(predicate.stem)
            before = [r for r in clause.runs if boundary <= r.span.start and r.after <= predicate.span.start]
            phrase = self._phrase_cue(clause, predicate, boundary) if manner is None else None
            target = before[-1] if before else None
            cue = (predicate.span, manner) if manner else phrase
            if phrase and len(before) > 1:
                target = before[-2] if before[-2].particle in ("에", "에도") else None
            overlaps = any(predicate.span.overlaps(span) for span in taken)
            joined = target and (target.particle in ("을", "를") if manner else target.particle in ("에", "에도"))
            if cue and target and joined and not overlaps and self._concludes(clause, predicate):
                inside = [s for s in clause.speakers if boundary <= s.span.start < target.span.end]
                speaker = next((s for s in inside if s.topic), inside[0] if inside else None)
                start = self._skip_adverbials(clause, speaker.particle_end if speaker else boundary, target.span.end)
                content = Span(start, target.span.end)
                if not any(content.overlaps(span) for span in taken):
                    self._add(clause, [content], False, cue, speaker, "object")
            if predicate.tag in ("EF", "EC") and predicate.pos in ("VV", "XSV"):
                boundary = predicate.span.end

    def _concludes(self, clause: _Clause, predicate: Predicate) -> bool:
        """Tell whether a predicate ends a clause; minutes end in a noun form (촉구함)."""
        minutes = predicate.tag == "ETN" and not self.text[predicate.span.end : clause.sentence.span.end].strip(" .")
        return predicate.tag in ("EF", "EC") or minutes

    def _nominalised(self, clause: _Clause) -> None:
        """…되돌아왔음을 강조했다: a clause made a noun is the object of a verb of reporting."""
        morphemes = clause.sentence.morphemes
        for k, m in _noun_forms(clause, ("을", "를")):
            verb = next((p for p in clause.predicates if p.span.start >= morphemes[k + 1].end), None)
            manner = cues.manners("noun").get(verb.stem) or cues.manners("clause").get(verb.stem) if verb else None
            taken = [span for s in clause.found for span in s.content_spans]
            if verb is None or manner is None or len(self.text[morphemes[k + 1].end : verb.span.start].strip()) > LOOSE:
                continue
            speaker = next((s for s in clause.speakers if s.topic and s.span.end <= m.start), None)
            start = self._skip_adverbials(clause, speaker.particle_end if speaker else clause.sentence.span.start, m.end)
            if not any(span.overlaps(Span(start, m.end)) for span in taken):
                self._add(clause, [Span(start, m.end)], False, (verb.span, manner), speaker, "object")

    def _resolutions(self, clause: _Clause) -> None:
        """…하기로 합의했다, …하기로 뜻을 모았다: what was agreed ends at 하기."""
        for _, m in _noun_forms(clause, ("로", "으로")):
            for predicate in clause.predicates:
                if predicate.span.start < m.end:
                    continue
                cue = self._phrase_cue(clause, predicate, m.end)
                manner = cue[1] if cue else ("said" if predicate.stem in cues.words("joint") else None)
                if manner:
                    speaker = next((s for s in clause.speakers if s.span.end <= m.start), None)
                    start = speaker.particle_end if speaker else clause.sentence.span.start
                    earlier = [s.cue_span.end for s in clause.found if s.cue_span and s.cue_span.end <= m.start]
                    start = self._skip_adverbials(clause, max([start, *earlier]), m.end)
                    self._add(clause, [Span(start, m.end)], False, cue or (predicate.span, manner), speaker, "resolved-to")
                break

    def _according_to(self, clause: _Clause) -> None:
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
            clause.boundary = clause.sentence.span.end
            clause.points = []
            return

    def _bare_quotation(self, clause: _Clause) -> None:
        """A sentence that is a quotation alone: of him whom the sentence before announced, or who spoke last."""
        if clause.found or len(clause.quotes) != 1 or self.last is None:
            return
        outer, inner = clause.quotes[0].outer, clause.quotes[0].inner
        if clause.sentence.span.end - outer.end > 1 or outer.start - clause.sentence.span.start > 1:
            return
        cue = (self.announced.span, cues.manners("clause")[self.announced.stem]) if self.announced else None
        self._add(clause, [inner], True, cue, None, "bare-quotation")


def find(document: Document, reading: Reading, entities: Entities, runs: Sequence[Sequence[Run]]) -> tuple[Statement, ...]:
    """Return the statements of a Korean document, in text order; `runs` are those of each sentence."""
    return Reader(document, reading, entities, runs).read()
