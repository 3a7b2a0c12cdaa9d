"""Whom a Korean text is about while its sentences name no subject: 석 대사는 …. 12일에는 연구소를 방문하여 …."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.languages.ko.morphemes import Morpheme
from onrecord.languages.ko.parse import Sentence
from onrecord.model import Person, Span

_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[가-하][.)]|[□■○●◎◇◆ㅇ▪▫·•\-–*]|[①-⑳])\s")
"""The beginning of an item of a list, which goes on with whom the items above are about."""

_PRONOUNS = ("그", "그녀")
_OFFICE = re.compile(r"(?:\s?\([^()]*\))?(?:\s[가-힣A-Za-z·]+){0,5}?(?:은|는)\s")
"""What stands between the name of whom a sentence is about and the rest: his body, his office and the particle."""


_ACTING = re.compile(r"(?:\s?\([^()]*\))?(?:\s[가-힣A-Za-z·]+(?:\([^()]*\))?){0,5}?(?:이|가)\s")
"""The same, where the sentence only tells what he did: 전 사찰관이 한국을 찾았다."""


def acts(text: str, name: Span, stretch: Span) -> bool:
    """Tell whether the particle behind a name and its office makes it the subject of a clause of a stretch."""
    return _ACTING.match(text, name.end, stretch.end) is not None


def _is_subject(morphemes: list[Morpheme], k: int) -> bool:
    m = morphemes[k]
    topic = m.tag == "JX" and m.form in ("은", "는", "도") and morphemes[k - 1].tag not in ("JKB", "EC")
    return m.tag == "JKS" or topic


def lacks(text: str, sentence: Sentence, clause: Span) -> bool:
    """Tell whether a clause names no subject or topic outside brackets and quotations, or only the pronoun 그."""
    morphemes = sentence.morphemes
    for k, m in enumerate(morphemes):
        if k and clause.start <= m.start < clause.end and _is_subject(morphemes, k):
            if _inside(text, clause.start, m.start):
                continue
            if morphemes[k - 1].form not in _PRONOUNS or morphemes[k - 1].tag != "NP":
                return False
    return True


def _inside(text: str, start: int, at: int) -> bool:
    if any(text.count(mark, start, at) % 2 for mark in "'\""):
        return True
    return any(text.count(left, start, at) > text.count(right, start, at) for left, right in ("()", "“”", "‘’", "「」"))


class Held:
    """Whom the text is about, sentence by sentence."""

    def __init__(self, text: str, entities: Entities) -> None:
        self._text = text
        self._entities = entities
        self._who: tuple[Span, Person] | None = None
        self._acting: tuple[Span, Person] | None = None
        self._paragraph = -1

    def before(self, sentence: Sentence) -> tuple[Span, Person] | None:
        """Return whom the sentences before are about, where the sentence can go on with him."""
        same = sentence.paragraph == self._paragraph or _ITEM.match(self._text, *sentence.span)
        return self._who if same and self._who else self._acting if self._pronoun(sentence) else None

    def _pronoun(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is about 그."""
        if self._text.find("그", *sentence.span) < 0:
            return False
        morphemes = sentence.morphemes
        return any(
            m.tag == "NP" and m.form in _PRONOUNS and k + 1 < len(morphemes) and _is_subject(morphemes, k + 1)
            for k, m in enumerate(morphemes)
        )

    def read(self, sentence: Sentence) -> None:
        """Keep whom a sentence is about, where it names him; 그 goes on with whoever acted last."""
        if self._acting and sentence.paragraph != self._paragraph and self._pronoun(sentence):
            self._who, self._paragraph = self._acting, sentence.paragraph
        for span, who in self._entities.within(sentence.span):
            if not isinstance(who, Person) or _inside(self._text, sentence.span.start, span.start):
                continue
            if _OFFICE.match(self._text, span.end, sentence.span.end):
                self._who, self._paragraph = (span, who), sentence.paragraph
                self._acting = self._who
                return
            if _ACTING.match(self._text, span.end, sentence.span.end):
                self._acting = (span, who)
        if (
            self._who
            and self._paragraph >= 0
            and sentence.paragraph != self._paragraph
            and _ITEM.match(self._text, *sentence.span)
        ):
            self._paragraph = sentence.paragraph
