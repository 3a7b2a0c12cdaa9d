"""No fact stands in a dateline: contents and clauses are cut behind it, and its agency took part in nothing."""

from __future__ import annotations

from dataclasses import replace

from onrecord.languages.datelines import dateline_end
from onrecord.model import Extract, Gathering, Milestone, Span, Statement


def without_datelines(extract: Extract) -> Extract:
    """Return the extract with contents of statements and clauses of milestones cut behind datelines.

    Agencies and reporters that datelines name are taken off those who took part in gatherings.
    """
    text = extract.document.text
    heads = [
        Span(p.span.start, p.span.start + end)
        for p in extract.document.readable()
        if p.kind == "body" and (end := dateline_end(p.span.of(text)))
    ]
    if not heads:
        return extract
    return replace(
        extract,
        gatherings=tuple(_gathering(gathering, heads) for gathering in extract.gatherings),
        statements=tuple(_statement(statement, heads, text) for statement in extract.statements),
        milestones=tuple(_milestone(milestone, heads, text) for milestone in extract.milestones),
    )


def _behind(span: Span, heads: list[Span]) -> Span:
    head = next((h for h in heads if h.start <= span.start < h.end < span.end), None)
    return span if head is None else Span(head.end, span.end)


def _gathering(gathering: Gathering, heads: list[Span]) -> Gathering:
    present = tuple(p for p in gathering.participations if not any(head.contains(p.span) for head in heads))
    return gathering if len(present) == len(gathering.participations) else replace(gathering, participations=present)


def _statement(statement: Statement, heads: list[Span], text: str) -> Statement:
    spans = tuple(_behind(span, heads) for span in statement.content_spans)
    if spans == statement.content_spans:
        return statement
    return replace(statement, content_spans=spans, content=tuple(span.of(text) for span in spans))


def _milestone(milestone: Milestone, heads: list[Span], text: str) -> Milestone:
    span = _behind(milestone.text_span, heads)
    return milestone if span == milestone.text_span else replace(milestone, text_span=span, text=span.of(text))
