"""The occasion of a headline that only a label calls one: [웨비나 안내] 비핵지대 20년, 동북아에 던지는 질문."""

from __future__ import annotations

import re
from typing import cast

from onrecord.extract.ko.gatherings.occasions import Mention
from onrecord.languages.ko import gathering_words
from onrecord.languages.ko.nominals import Run
from onrecord.model import Span
from onrecord.model.facts import GatheringType

_LABEL = re.compile(
    r"\s*[\[<【〔](?:[가-힣]+\s)??(?P<kind>[가-힣]{2,8})(?:\s(?:개최\s)?(?:안내|개최|초대|공지|알림|모집|예고|후기|성료))?[\]>】〕]"
    r"\s*(?P<title>[^\n]{4,80})"
)
"""The first line of a page: a label that tells the kind of an occasion, and the title."""


def find(text: str, runs: list[Run], named: list[Mention]) -> list[Mention]:
    """Return the occasion whose kind the label of the headline tells, where the headline itself names none."""
    label = _LABEL.match(text)
    head = gathering_words.head_of(label["kind"]) if label else None
    if label is None or head is None:
        return []
    kind, title = Span(*label.span("kind")), Span(label.start("title"), label.end("title"))
    run = next((run for run in runs if run.span.contains(kind)), None)
    if run is None or any(title.contains(mention.name) for mention in named):
        return []
    name = Span(title.start, title.start + len(title.of(text).rstrip()))
    return [Mention(run, run.sentence, cast("GatheringType", head[1]), head[0], name)]
