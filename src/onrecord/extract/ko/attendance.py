"""How many were at a gathering, and who they were: 양국 전문가와 외교관 40여 명이 참석했다."""

from __future__ import annotations

import re

from onrecord.extract.ko.occasions import Occasion
from onrecord.model import Phrase, Span

_COUNT = re.compile(r"(\d[\d,]*)\s?여?\s?명(?!의 (?:전문가|기자))")
_ALL = re.compile(r"(?:모두|총)\s(\d[\d,]*)\s?여?\s?명")
_CROWD = re.compile(r"\s((?:[가-힣0-9·]+ ){0,6}[가-힣·]+)\s(?:등\s)?\d[\d,]*\s?여?\s?명이")
_ATTENDED = re.compile(r"참석|참가|참여|접속|시청|자리|모였|함께|동행|찾")
_ATTENDANTS = re.compile(r"(?:참가자|참석자|참여 인원|참석 인원)(?:는|은|가)")


def count(text: str, sentence: Span) -> tuple[int, Span] | None:
    """Return the number of attendants that a sentence tells."""
    match = _COUNT.search(text, *sentence)
    if match and not _ATTENDED.search(text, match.end(), sentence.end):
        match = None
    if match is None and _ATTENDANTS.search(text, *sentence):
        match = _ALL.search(text, *sentence)
    return (int(match[1].replace(",", "")), Span(*match.span(1))) if match else None


def crowd(text: str, start: int, end: int) -> Span | None:
    """Return the words that tell who the attendants were: 양국 전문가와 외교관 (40여 명)."""
    match = _CROWD.search(text, start, end)
    if match is None:
        return None
    span = Span(*match.span(1))
    return Span(span.start, span.end - 2) if span.of(text).endswith(" 등") else span


def take(text: str, occasion: Occasion, sentence: Span, start: int) -> None:
    """Give an occasion how many attended from a sentence, and who they were."""
    occasion.attendance = count(text, sentence)
    crowded = crowd(text, start, sentence.end) if occasion.attendance else None
    if crowded:
        occasion.parts.append((Phrase(crowded.of(text), crowded), "participant", crowded, "참석"))
