"""Whether what somebody says tells what he or others do, or only speaks of it: X는 Y가 4일 방문한다고 밝혔다."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ko.gatherings import subjects
from onrecord.languages.ko import names
from onrecord.model import Organization, Person, Statement

_ANNOUNCED = ("밝혔", "밝힌", "전했", "전하였", "알렸", "발표했")
_DONE = re.compile(r"[가-힣]다$")
_DOUBLE_S = 20
"""The number of the final consonant ㅆ."""


def tells_no_deed(text: str, statement: Statement) -> bool:
    """Tell whether what somebody says tells no part of his own; a body that lets know what it does tells one."""
    if statement.rule in ("resolved-to", "answer"):
        return False
    if isinstance(statement.speaker, Organization):
        return not statement.cue.startswith(_ANNOUNCED)
    return isinstance(statement.speaker, Person) and not _reports_deed(text, statement)


def _reports_deed(text: str, statement: Statement) -> bool:
    """Tell whether somebody only lets know what has been done: X는 25일 Y 위원장과 만나 약정을 체결하였다고 밝혔다."""
    done = _is_done(statement.content_spans[-1].of(text))
    return done and not statement.direct and statement.cue.startswith(_ANNOUNCED)


def _is_done(content: str) -> bool:
    """Tell whether reported words end with a verb of the past."""
    return _DONE.search(content) is not None and names.final_consonant(content[-2]) == _DOUBLE_S


_REPORTED = re.compile(r"(?<!야 )(?:[가-힣]\s(?:것|예정|계획)(?:이라|이다)?|[한간진연된는]다)$")
"""How a report of what is to be ends: 방문할 것이라, 회담한다."""


def tells_of_another(text: str, statement: Statement, entities: Entities) -> bool:
    """Tell whether somebody reports what another does or will do: 대변인은 X 부상이 … 회담할 것이라고 설명했다."""
    content = statement.content_spans[-1]
    words = content.of(text)
    if statement.direct or not (_is_done(words) or _REPORTED.search(words)):
        return False
    return any(isinstance(who, Person) and subjects.acts(text, span, content) for span, who in entities.within(content))
