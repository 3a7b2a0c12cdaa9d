"""The signing of an agreement that a Korean sentence tells by its verb: 두 대학은 업무협약을 체결했다."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extract.ko.gatherings.occasions import RELATED, Mention
from onrecord.languages.ko.nominals import Run
from onrecord.languages.review_words import review_words
from onrecord.model import Span

HEADS = ("체결식", "서명식", "조인식", "협약식")
"""Nouns for the occasion on which something is signed; the first stands for one that a verb tells."""

_OCCASIONS = frozenset({"event", "meeting", "ceremony"})
"""Kinds of occasion in the course of which something may be signed."""

_SIGNED = re.compile(
    r"(?:\([^)]{1,12}\))?(?:을|를|에)\s(?:공식\s|최종\s)?(?:체결(?:하였|했|하고)|맺(?:었|고)|서명(?:하였|했|하고)|교환(?:하였|했))(?:습니다|다)?"
)
"""What follows the text that was signed; what is only meant to be (체결하기로, 맺을 계획) does not count."""


_DAY = re.compile(r"\d(?:년|월|일)$")


def find(runs: list[Run], text: str, found: list[Mention]) -> list[Mention]:
    """Return the mentions of a signing, where the page names no occasion in the course of which something was signed."""
    if any(mention.head not in ("대화", "협상") and RELATED.get(mention.type, mention.type) in _OCCASIONS for mention in found):
        return []
    told: list[Mention] = []
    for run in runs:
        verb = _SIGNED.match(text, run.words[-1].span.end)
        if verb is not None and run.words[-1].text.endswith(_texts()):
            dated = max((k + 1 for k, word in enumerate(run.words) if _DAY.search(word.text)), default=0)
            name = Span(run.words[min(dated, len(run.words) - 1)].span.start, verb.end())
            told.append(Mention(run, run.sentence, "ceremony", HEADS[0], name, anaphoric=bool(told)))
    return told


def told_in(text: str, sentence: Span) -> re.Match[str] | None:
    """Return the words with which a sentence tells that something was signed: 협약을 체결했다."""
    return _whole().search(text, *sentence)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_texts())}){_SIGNED.pattern}")


@cache
def _texts() -> tuple[str, ...]:
    """Return the words for what two sides sign."""
    return tuple(word for word in review_words("ko")["agreements"] if word not in ("문서", "프로그램", "계획"))
