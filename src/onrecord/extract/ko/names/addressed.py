"""Offices in which 현 or 전 may be a surname: 현 소장 is he who was named before as 현도진 소장, or the current one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.ko.names.titled import Titled
from onrecord.languages.ko import names

_BOTH = ("현", "전", "신")
"""Surnames that are also words before an office: current, former, new."""


def surname_or_status(one: Titled, titled: Sequence[Titled], text: str) -> Titled:
    """Take 현 in 현 소장 for a surname where the text names 현도진 소장 before, and for the word current elsewhere."""
    if one.name is not None or one.title is None:
        return one
    before = next((word for word in reversed(one.run.words) if word.span.end <= one.title.start), None)
    if before is None or before.text not in _BOTH:
        return one
    office = names.title_head(one.title.of(text).split(" ")[-1])
    named = any(
        other.name is not None
        and other.title is not None
        and other.status == "current"
        and not other.surname_only
        and names.surname_of(other.name.of(text)) == before.text
        and names.title_head(other.title.of(text).split(" ")[-1]) == office
        and other.name.start < before.span.start
        for other in titled
    )
    return replace(one, name=before.span, surname_only=True, status="current", rule="surname-title") if named else one
