"""Mentions of gatherings in Korean text: the words, their type, and whether they point back to one mentioned before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.nominals import Run, Word
from onrecord.languages.ko.parse import Sentence
from onrecord.model import Span
from onrecord.model.facts import GatheringType

_MET = re.compile(r"\s(?:[가-힣]+에서\s)?만[나났]")
_EDITION = re.compile(r"제\s?(\d+)\s?[차회]")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an occasion: `name` with what describes it, `anaphoric` where it is 이번 회의 or a bare noun."""

    run: Run
    sentence: Sentence
    type: GatheringType
    head: str
    name: Span
    anaphoric: bool
    weak: bool
    edition: int | None


def head_of(word: str) -> tuple[str, str] | None:
    """Return the gathering noun with which a word ends and its type, the longest that fits, or None."""
    bare = word.removesuffix("에서")
    heads = vocabulary.table("gatherings", "types")
    return next(((bare[k:], heads[bare[k:]]) for k in range(len(bare)) if bare[k:] in heads), None)


def find(runs: list[Run], text: str, people: list[Span]) -> list[Mention]:
    """Return the mentions among the runs of a document, in text order; `people` are where persons are named."""
    found = _encounters(runs, text, people)
    for run in runs:
        for k, word in enumerate(run.words):
            head = head_of(word.text)
            if head is None or not _is_occasion(run, k):
                continue
            found.append(_mention(run, k, head, text))
            break
    return sorted(found, key=lambda mention: mention.name)


def _encounters(runs: list[Run], text: str, people: list[Span]) -> list[Mention]:
    """Somebody meets somebody: 국성모 1차관과 만나, 사무차장을 만나."""
    found = []
    for run in runs:
        if not run.particle.startswith(("과", "와", "을", "를")) or not _MET.match(text, run.after):
            continue
        inside = [p for p in people if run.span.contains(p)]
        verb = _MET.match(text, run.after)
        if inside and verb:
            name = Span(inside[0].start, verb.end())
            found.append(Mention(run, run.sentence, "meeting", "만나", name, True, False, None))
    return found


def _is_occasion(run: Run, k: int) -> bool:
    """Tell whether the word ends its noun phrase: what follows may only tell what became of it (개최, 참석, 직후).

    A corner bracket behind it opens the title of the occasion: 국제학술회의 「비핵지대의 길」.
    """
    rest = [word.text for word in run.words[k + 1 :]]
    titled = bool(rest) and run.words[k + 1].span.start - run.words[k].span.end > 1
    if (
        rest
        and not titled
        and rest[0]
        not in (
            "개최",
            "참석",
            "직후",
            "자리",
            "기간",
            "현장",
            "당시",
            "중",
            "일정",
            "결과",
            "계기",
            "등",
            "취소",
            "연기",
        )
    ):
        return False
    return run.words[k].text != "대화" or k > 0


def _mention(run: Run, k: int, head: tuple[str, str], text: str) -> Mention:
    words = run.words
    first = _first_word(words, k)
    name = Span(words[first].span.start, words[k].span.end)
    name = _with_quotes(text, name, words[k])
    anaphoric = first == k and words[k].text == head[0] and name.start == words[k].span.start
    if k and words[k - 1].text in vocabulary.words("gatherings", "anaphors"):
        anaphoric = True
    edition = _EDITION.search(name.of(text))
    return Mention(
        run,
        run.sentence,
        cast("GatheringType", head[1]),
        head[0],
        name,
        anaphoric,
        words[k].text in vocabulary.words("gatherings", "weak"),
        int(edition[1]) if edition else None,
    )


def _first_word(words: list[Word], k: int) -> int:
    first = k
    while first and words[first - 1].text not in vocabulary.words("gatherings", "anaphors") and k - first < 8:
        if words[first - 1].text.endswith(("일", "월")) and words[first - 1].text[:1].isdigit():
            break
        first -= 1
    return first


def _with_quotes(text: str, name: Span, word: Word) -> Span:
    """Take a title in quotation marks before the noun into the name: ‘무엇이 필요한가’ 토론회."""
    before = text[max(0, name.start - 80) : name.start]
    if before.rstrip().endswith(("’", "”", "」", "』")) and name.start == word.span.start:
        opening = max(before.rfind(mark) for mark in "‘“「『")
        if opening >= 0 and "\n" not in before[opening:]:
            return Span(name.start - len(before) + opening, name.end)
    return name
