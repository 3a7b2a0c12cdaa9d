"""Who speaks in a Korean clause: the run that a topic or subject particle marks, as a person, a body or words of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.extract.entities import Entities
from onrecord.extract.ko import governments
from onrecord.extract.ko.enclosed import is_enclosed
from onrecord.extract.ko.names.titled import Titled
from onrecord.languages.ko import cues, names
from onrecord.languages.ko.nominals import Run, Word
from onrecord.model import Organization, Person, Phrase, Span, Who

_TOPIC = ("은", "는", "도")
_SUBJECT = ("이", "가", "께서", "께서는", "이", "측은")
_PRONOUNS = frozenset({"그", "그녀", "이", "저"})
_ADDRESS = frozenset({"선생", "선생님", "박사", "박사님", "여사", "할머니", "할아버지", "어르신"})
_SOMEBODY = (" 한 ", "\n한 ", " 어느 ", " 익명의 ")
"""What stands before somebody who is not named."""

CHINESE = 3
"""Syllables that a Chinese name has in Hangul at most, of which the first is its surname."""

_SPEAKING_PARTS = frozenset({"측", "공보실", "대변인실", "공보국", "홍보실", "공보관실"})
"""Words behind a body that tell who speaks for it: 하원 공보실이 전했다."""

_BOTH = frozenset({"양", "두", "세", "네"})
_THEN = frozenset({"당시", "이날", "앞서", "이후", "이어", "이때", "그때", "현재", "최근", "실제", "또"})
"""Words of time that may stand before a pronoun without a comma: 당시 그는."""

_BARE = 2
"""Syllables of a document's kind that only stands for one by itself: 선언은, not 판문점 선언은."""

_DETERMINERS = ("양", "두", "세", "네", "각", "여러", "모든", "이들", "한")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with the words that name him at this place; `particle_end` is where his phrase ends."""

    who: Who
    span: Span
    particle_end: int
    topic: bool


class Speakers:
    """Finds the speakers of one document's clauses.

    Args:
        text: the document's text.
        entities: who and what it names.
        titled: the persons with their offices, in text order.
    """

    def __init__(self, text: str, entities: Entities, titled: Iterable[Titled] = ()) -> None:
        self.text = text
        self.entities = entities
        self._holders = [(head, one.name) for one in titled if one.name and one.title and (head := _head(one.title.of(text)))]

    def in_runs(self, runs: list[Run], last: Who | None) -> list[Speaker]:
        """Return the speakers among runs with a topic or subject particle, in text order; `last` resolves pronouns."""
        found = []
        for before, run in zip([None, *runs], runs, strict=False):
            if not run.particle:
                continue
            topic = (
                run.particle.endswith(_TOPIC)
                and run.tag.startswith("J")
                and not run.particle.startswith(("에", "으로", "로", "만", "과", "와"))
            )
            if not topic and run.particle not in _SUBJECT:
                continue
            speaker = self._of(run, last)
            if speaker and topic and before is not None:
                speaker = self._both(before, run, speaker)
            if speaker:
                found.append(Speaker(speaker[0], speaker[1], run.after, topic))
        return found

    def _both(self, before: Run, run: Run, speaker: tuple[Who, Span]) -> tuple[Who, Span]:
        """국 총장과 셰르하노바 소장은: two persons whom 과 joins speak with one voice, as the words that name both."""
        joined = before.particle in ("과", "와") and run.span.start - before.after == 1 and isinstance(speaker[0], Person)
        if not joined or not any(isinstance(who, Person) for _, who in self.entities.within(before.span)):
            return speaker
        span = Span(before.span.start, run.span.end)
        return Phrase(span.of(self.text), span), span

    def _of(self, run: Run, last: Who | None) -> tuple[Who, Span] | None:
        words = run.words[1:] if run.words[0].text in ("o", "O") and len(run.words) > 1 else run.words
        span = Span(words[0].span.start, run.span.end)
        if words[-1].text in _PRONOUNS and all(word.text in _THEN for word in words[:-1]):
            span = words[-1].span
            return (last, span) if isinstance(last, Person) else (Phrase(words[-1].text, span), span)
        if words[-1].text in _SPEAKING_PARTS and len(words) > 1:
            words = words[:-1]
        inside = self.entities.within(Span(words[0].span.start, words[-1].span.end))
        last_word = words[-1]
        # 한결대학교(총장 국누리) 연구소는: who stands in brackets is not whom the words around them name.
        people = [(s, e) for s, e in inside if isinstance(e, Person) and not is_enclosed(self.text, span.start, s.start)]
        if people and (words[0].text not in _DETERMINERS or self._is_surname(words, people[-1][1])):
            return people[-1][1], people[-1][0]
        bodies = [(s, e) for s, e in inside if isinstance(e, Organization) and s.end == last_word.span.end]
        if bodies:
            return bodies[-1][1], bodies[-1][0]
        holder = self._holder(words) or (self._body_of_kind(words) if len(words) < len(run.words) else None)
        if holder or not self._is_group(run):
            return (holder, span) if holder else None
        return Phrase(span.of(self.text), span), span

    def _is_surname(self, words: list[Word], who: Person) -> bool:
        """Tell whether 한 or 양 before an office is the surname of him alone who was named with that office before."""
        office, at = _head(words[-1].text), words[0].span.start
        named = [name for head, name in self._holders if head == office and name.end <= at]
        surnamed = [name for name in named if name.of(self.text)[0] == words[0].text]
        both = words[0].text in _BOTH and len({name.of(self.text) for name in named}) > 1
        return bool(surnamed) and who.name.startswith(words[0].text) and not both

    def _body_of_kind(self, words: list[Word]) -> Organization | None:
        """Return the body that a kind alone means (지부 측, 재단 측): the one of that kind that is named last before."""
        if len(words) > 1 or not names.is_generic_body(words[0]):
            return None
        before = [
            (mention, body)
            for body in self.entities.organizations
            for mention in body.mentions
            if mention.end <= words[0].span.start and mention.of(self.text).endswith(words[0].text)
        ]
        return max(before, key=lambda one: one[0])[1] if before else None

    def _holder(self, words: list[Word]) -> Person | None:
        """대사는, 소장님은: an office alone is that of him who was named with it last."""
        if len(words) == 1 and words[0].text in _ADDRESS:
            return self._addressed(words[0])
        head = _head(words[0].text) if len(words) == 1 else None
        if head is None:
            return None
        surname = self._surname_before(words[0].span.start)
        if surname:
            return surname
        before = [name for known, name in self._holders if known == head and name.end <= words[0].span.start]
        named = self.entities.within(before[-1]) if before else []
        return next((who for _, who in named if isinstance(who, Person)), None)

    def _addressed(self, word: Word) -> Person | None:
        """선생은, 박사는: who was named with the same form of address last."""
        before = [
            (mention, who)
            for who in self.entities.persons
            for mention in who.mentions
            if mention.end < word.span.start and self.text.startswith(f" {word.text}", mention.end)
        ]
        return max(before, key=lambda one: one[0])[1] if before else None

    def _surname_before(self, at: int) -> Person | None:
        """Return who has the surname that stands before an office, where the analyser took it for another word: 어 원장님은."""
        letter = self.text[max(0, at - 2) : at - 1]
        if self.text[at - 1 : at] != " " or not letter or (at > 2 and not self.text[at - 3].isspace()):
            return None
        before = [one for one in self.entities.persons if one.mentions[0].end <= at]
        known = next((one for one in before if names.surname_of(one.name) == letter), None)
        # 쉬 대표: a Chinese surname, which no list of Korean ones holds
        return known or next((one for one in before if one.name[0] == letter and len(one.name) <= CHINESE), None)

    def _is_group(self, run: Run) -> bool:
        text = run.words[-1].text
        if self.text.endswith(_SOMEBODY, 0, run.words[0].span.start) or self.text.endswith(
            _SOMEBODY, 0, run.words[-1].span.start
        ):
            return True  # 한 대학원생이, 청중 가운데 한 분이
        if len(run.words) == 2 and run.words[0].text in _BOTH and run.words[-1].plain_noun:
            return True  # 두 지자체는
        if text[-1] in "시도군구" and governments.acts_in(self.text, text):
            return True
        if text in cues.words("documents") and (len(text) > _BARE or len(run.words) == 1):
            return True
        if text in cues.words("speakers") or (text.endswith(("들", "측", "단")) and len(text) > 1) or names.is_country(text):
            return True
        return names.title_head(text) is not None or names.is_generic_body(run.words[-1])


def _head(title: str) -> str | None:
    """Return the last part of an office (소장 of 부소장님), None for what is no office."""
    return names.title_head(title.removesuffix("님").rsplit(" ", 1)[-1])
