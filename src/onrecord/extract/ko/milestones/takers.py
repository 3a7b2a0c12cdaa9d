"""Who took a dated step: 북한은 … 탈퇴를 선언했다, 북한의 6차 핵실험, 카자흐스탄 의회, NPT 가입 비준."""

from __future__ import annotations

import re
from itertools import takewhile

from onrecord.extract.entities import Entities
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.extract.steps import taken
from onrecord.languages.country_names import country_named
from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.nominals import Run, Word
from onrecord.languages.ko.parse import Sentence
from onrecord.model import Milestone, Organization, Person, Span
from onrecord.model.facts import OFFICES

_SUBJECT = frozenset({"이", "가", "께서"})
_OBJECT = frozenset({"을", "를"})
_TOPIC = frozenset({"은", "는", "도"})
_AND = frozenset({"와", "과", "및", "이랑", "랑"})

_GIVEN = frozenset({"로", "으로", "에", "에서"})
"""Particles of the office that is given; as the verb's object it stands right before the verb."""

_OWN_WHAT = frozenset({"nuclear-test", "missile-launch", "moratorium", "withdrawal", "accession", "treaty-ratified"})
"""Kinds whose object is the step itself, named with whose it is: 북한의 6차 핵실험, 이란의 탄도미사일 발사."""

_EMBEDDED = re.compile(r"(?:다|라|자|냐)(?:고|며|면서|는|던)$")
"""Endings of a clause that somebody tells: its topic is who tells it, its subject who did it."""

_ONCE = re.compile(r"\s(?:바(?![가-힣])|(?:적|일)(?:이|도)?\s있)")
"""What follows a clause that is a noun in form alone: 발사한 바 있음, 발사한 적이 있다."""

_STATES = re.compile(r"(?:\d+|[두세네]|다섯|여섯)\s?(?:개국|나라)$")
"""Several states by their number: 중앙아시아 5개국."""

_CITY = re.compile(r"[가-힣]{2,}[시군구도주]$")
"""A city, county or province, which acts by its government: 도래울시."""

_NEXT = 2
"""Code points between a verb and the name that it describes: white space, an opening mark."""

_BACK = 3
"""Sentences of a paragraph over which a Korean text goes on about one topic without naming it."""


class Takers:
    """Finds who took a step, in a document whose names and runs of nouns are known.

    A step in the active is its subject's: the nearest one before the verb that names somebody; where the clause names no
    subject, what the sentence or the paragraph before it is about. A clause inside another one never takes that one's topic.
    """

    def __init__(self, text: str, entities: Entities, read: Nominals, sentences: list[Sentence]) -> None:
        self._text = text
        self._entities = entities
        self._read = read
        self._sentences = sentences

    def of_verb(self, kind: str, sentence: Sentence, stem: str, verb: Span, ending: tuple[str, str]) -> str | None:
        """Return who took the step that a verb tells.

        Args:
            kind: of the step.
            sentence: in which the verb stands.
            stem: of the verb.
            verb: where it stands.
            ending: its last ending, and the tag of that.
        """
        office = kind in OFFICES
        if office and stem in vocabulary.words("takers", "appointing"):
            given = [r for r in self._before(sentence, verb) if r.particle in _OBJECT]
            return next((who for r in reversed(given) if (who := self._person(r))), None)
        if not office and _happens(stem):
            return None
        runs = self._before(sentence, verb)
        described = ending[1] == "ETM" and not _ONCE.match(self._text, verb.end)
        for number in range(len(runs) - 1, -1, -1):
            run = runs[number]
            if run.particle in _SUBJECT or (run.particle in _TOPIC and not described):
                told = run.particle in _TOPIC and _EMBEDDED.search(ending[0]) is not None
                return None if self._quoted(run, verb) else self._taking(runs, number, office=office, told=told)
        if described:
            return self._described(sentence, verb, office=office)
        return None if self._text[sentence.span.start] in "“\"‘'" else self._of_topic(sentence, office=office)

    def of_noun(self, kind: str, what: Span) -> str | None:
        """Return whose step the words of its object name: 북한의 장거리 탄도미사일 발사, 북한 6차 핵실험."""
        if kind not in _OWN_WHAT:
            return None
        before = self._text[max(0, what.start - 20) : what.start]
        near = re.search(r"([가-힣]+?)(?:의|이|가)?\s?$", before)
        first = re.match(r"([가-힣]+?)(?:의)?\s", what.of(self._text))
        return next((found[1] for found in (first, near) if found and country_named(found[1])), None)

    def given(self, step: Milestone, who: str | None) -> Milestone:
        """Return a step with who took it: whom its verb or its entry tells, else whose it is by its own words."""
        return taken(step, who or self.of_noun(step.kind, step.what_span))

    def of_entry(self, runs: list[Run], after: int) -> str | None:
        """Return whom an entry of a chronicle names between its date and its comma: 2006. 10. 9. 북한, 1차 핵실험."""
        heads = [r for r in runs if r.span.end > after]
        if not heads or self._text[heads[0].span.end : heads[0].span.end + 1] != ",":
            return None
        return self._named([w for w in heads[0].words if w.span.start >= after], heads[0])

    def office(self, sentence: Sentence, clause: Span, stem: str, verb: Span) -> Span | None:
        """Return the words of the office that a verb says was taken or left.

        It stands beside the verb (새 이사로 선임했다), behind the name of who took it (오스파노바 대사는 … 부임했다), or
        with the name that the verb describes (지난달 부임한 X 대사).
        """
        runs = [r for r in self._before(sentence, verb) if r.span.start >= clause.start]
        beside = [r for r in runs if r.tells_office and (r.particle in _GIVEN or (r is runs[-1] and r.particle in _OBJECT))]
        given = next((r for r in reversed(beside) if self._joined(r)), None)
        if stem in vocabulary.words("takers", "beside_office"):
            last = runs[-1] if runs else None
            near = last is not None and last.tells_office and last.particle in (("이", "가") if stem == "되" else _GIVEN)
            return undated(last) if last is not None and near else None
        if given is not None:
            return undated(given)
        own = [t for t in self._read.titled if t.title is not None and sentence.span.contains(t.run.span)]
        before = [t.title for t in own if t.run in runs and t.run.particle in _SUBJECT | _TOPIC and t.title]
        behind = [t.title for t in own if t.title and verb.end <= t.run.span.start <= verb.end + _NEXT]
        return next(iter(before[-1:] + behind[:1]), None)

    def _joined(self, run: Run) -> bool:
        """Tell whether no comma parts a run from what follows: 핵연료 전문가로, 지난달 부임했다 tells no office taken."""
        return self._text[run.after : run.after + 1] != ","

    def _before(self, sentence: Sentence, verb: Span) -> list[Run]:
        return [r for r in self._read.of_sentence[sentence.i] if r.host is None and r.span.end <= verb.start]

    def _quoted(self, run: Run, verb: Span) -> bool:
        """Tell whether a quotation begins between a subject and the verb: the step is then told by the subject, not taken."""
        between = self._text[run.after : verb.start]
        return any(between.count(left) > between.count(right) for left, right in ("“”", "‘’")) or between.count('"') % 2 == 1

    def _described(self, sentence: Sentence, verb: Span, *, office: bool) -> str | None:
        """Return whom a verb describes that stands before a name: 지난 2월 부임한 X 대사, 핵실험장을 폐쇄한 카자흐스탄."""
        behind = next((r for r in self._read.of_sentence[sentence.i] if 0 < r.span.start - verb.end <= _NEXT), None)
        if behind is None:
            return None
        return self._person(behind) if office else self._named(behind.words, behind)

    def _taking(self, runs: list[Run], number: int, *, office: bool, told: bool = False) -> str | None:
        """Return who a subject names, with those who are joined to it: 도래울시와 세메이시는.

        Where a clause is `told`, a body tells of itself (합천군은 협약을 체결했다고 밝혔다), and a person of others too.
        """
        run = runs[number]
        if told and not office and self._person(run):
            return None
        who = self._person(run) if office else self._named(run.words, run)
        earlier = runs[number - 1] if number else None
        if who is None or earlier is None or earlier.particle not in _AND or run.span.start - earlier.after > 1 or office:
            return who
        joined = self._named(earlier.words, earlier) is not None
        return Span(earlier.span.start, run.span.end).of(self._text) if joined else who

    def _of_topic(self, sentence: Sentence, *, office: bool) -> str | None:
        """Return whom the sentences before one without a subject are about."""
        earlier = takewhile(lambda s: s.paragraph == sentence.paragraph, reversed(self._sentences[: sentence.i]))
        for _, other in zip(range(_BACK), earlier, strict=False):
            runs = [r for r in self._read.of_sentence[other.i] if r.host is None]
            told = [k for k, r in enumerate(runs) if r.particle in _TOPIC or r.particle in _SUBJECT]
            if told:
                first = next((k for k in told if runs[k].particle in _TOPIC), told[0])
                return self._taking(runs, first, office=office)
        return None

    def _person(self, run: Run) -> str | None:
        return next((e.name for _, e in reversed(self._entities.within(run.span)) if isinstance(e, Person)), None)

    def _named(self, words: list[Word], run: Run) -> str | None:
        """Return the person, body or country that a run of nouns names at its end."""
        if not words:
            return None
        person = self._person(run)
        if person:
            return person
        last = words[-1]
        if country_named(last.text):
            return last.text
        if len(words) > 1 and last.text in vocabulary.words("takers", "governing") and country_named(words[-2].text):
            return Span(words[-2].span.start, last.span.end).of(self._text)
        bodies = [(s, e) for s, e in self._entities.within(run.span) if isinstance(e, Organization)]
        if bodies and bodies[-1][0].end >= last.span.end:
            return bodies[-1][1].name
        several = _STATES.search(run.span.of(self._text)) is not None and len(words) > 1
        return run.span.of(self._text) if several else last.text if _CITY.match(last.text) else None


_DAY = re.compile(r"\d{1,4}[년월일]|올해|작년|지난해|\d+년간")


def undated(run: Run) -> Span:
    """Return what a run names without the day before it: 1991년 8월 29일 핵실험장."""
    first = max((k + 1 for k, word in enumerate(run.words[:-1]) if _DAY.fullmatch(word.text)), default=0)
    return Span(run.words[first].span.start, run.span.end)


def _happens(stem: str) -> bool:
    """Tell whether a verb tells what becomes of its subject and not what that does: 폐쇄되다, 무너지다, 문을 열다."""
    return stem.endswith("되") or stem in vocabulary.words("takers", "happening")
