"""An open question: what is asked, why, the sentences of its sides, and the keys that answer it."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from onrecord.review.questions import Question
from onrecord.review.wording import counted
from onrecord.tell.layout import DOT, HEADING, QUIET, indented, line, proofs


def told(question: Question, waiting: int) -> list[RenderableType]:
    """Return the question; `waiting` are all that are open."""
    parts: list[RenderableType] = [
        Text(),
        line((question.words, HEADING)),
        line((f"{question.about}{DOT}settles {counted(question.settles, 'claim')}{DOT}{waiting:,} open", QUIET)),
    ]
    parts += [line((reason, QUIET)) for reason in question.reasons]
    for side in question.sides:
        parts += [line(side.title), *(indented(proof) for proof in proofs(side.evidence))]
    keys = [*((choice.key, choice.words) for choice in question.choices), ("s", "skip"), ("z", "undo"), ("q", "quit")]
    parts.append(line(*(part for key, words in keys for part in ((f"[{key}] ", HEADING), f"{words}  "))))
    return parts
