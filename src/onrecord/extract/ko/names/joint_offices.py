"""Two offices that 겸 joins: 부총리 겸 외교부 장관, 연구소장 겸 교수."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.extract.ko.names import fused_offices, people
from onrecord.extract.ko.names.titled import Titled
from onrecord.model import Span


def part(titled: Iterable[Titled]) -> Iterator[Titled]:
    """Yield the persons with their offices, those before 겸 apart from those behind it."""
    for one in titled:
        at = next((k for k, word in enumerate(one.run.words) if k and word.text == "겸"), None)
        first = one.run.words[at - 1] if at else None
        if at is None or first is None or one.name is None or one.title is None or first.lexeme.title_head is None:
            yield one
            continue
        words = one.run.words
        start = (
            next((k for k, word in enumerate(words) if word.span.start >= one.name.end), 0)
            if words[at].span.start > one.name.start
            else 0
        )
        fused = first.lexeme.fused_body
        body, country = people.body_of(words[start : at - 1])
        title = first.span
        if fused and not fused_offices.is_department(words, at - 1, fused):
            body = body or Span(title.start, title.start + len(fused[0]))
            title = Span(title.end - len(fused[1]), title.end)
        yield replace(one, title=title, body=body, country=country or one.country)
        behind = [w for w in words[at + 1 :] if w.span.end <= one.title.start and w.span.start >= words[at].span.end]
        if words[at].span.end <= one.title.start:
            body, country = people.body_of(behind)
            yield replace(one, body=body, country=country or one.country)
