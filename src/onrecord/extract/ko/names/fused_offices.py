"""Offices that are written together with the body that they head: 동북아비확산연구원장, 한결대학교 국제대학원장."""

from __future__ import annotations

from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.nominals import Word
from onrecord.model import Span

DEPARTMENT_HEADS = ("국장", "실장", "부장", "과장", "팀장", "처장", "센터장", "학장", "단장")
"""Heads of departments: behind a body (외교부 국제안보국장) the department belongs to the office and is no body of its own."""

_UMBRELLAS = ("유엔", "국회", "국제연합", "국제")
"""Bodies before the name of another body (유엔 군축연구소장): what stands behind is no department of theirs."""


def fused_span(words: list[Word], at: int, fused: tuple[str, str]) -> Span:
    """Return the body that word `at` joins with its head, with the country to which it belongs before it: UAE 원자력청(장)."""
    start = words[at].span.start
    end = start + len(fused[0])
    of_state = words[at].lexeme.describes or fused[0] in vocabulary.words("organizations", "headed")
    owned = at and of_state and names.is_country(words[at - 1].text)
    return Span(words[at - 1].span.start if owned else start, end)


def is_department(words: list[Word], at: int, fused: tuple[str, str]) -> bool:
    """Tell whether word `at`, a body fused with its head, is part of the body before it: 한결대학교 국제대학원장."""
    if not at or not (words[at - 1].lexeme.is_body or words[at - 1].lexeme.is_generic_body):
        return False
    inner = fused[1].endswith(DEPARTMENT_HEADS) or fused[0].endswith("대학원")
    return inner and words[at - 1].text not in _UMBRELLAS
