"""Decisions, told: what was decided, by whom, when and why, and whether its ground is still there."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from onrecord.model.decision import Absence, Correction, Decision, DecisionRecord, Judgement, Settlement
from onrecord.tell.layout import HEADING, QUIET, dotted, entry, spaced

VERDICTS = {"same": "are one", "different": "are not one", "unsure": "may be one or not"}
STATES = {"standing": "", "replaced": "replaced by a later decision", "undone": "taken back", "undoing": ""}
CORRECTIONS = {"accept": "right", "reject": "rejected", "add": "added"}


NONE = "Nothing was decided."


def listed(records: Sequence[DecisionRecord], *, none: str = NONE) -> list[RenderableType]:
    """Return the decisions, oldest first, or the sentence `none` where there is none."""
    if not records:
        return [Text(none, style=QUIET)]
    return spaced(told(record) for record in records)


def told(record: DecisionRecord) -> RenderableType:
    """Return one decision: its day, what was decided on what, who decided and why, and what has become of it."""
    decision = record.decision
    start = "took back: " if record.undoes else ""
    lines: list[RenderableType] = [Text(f"{start}{sentence(record)}", style=HEADING if record.state == "standing" else "")]
    lines.append(dotted(f"by {decision.by}", decision.why, record.id, STATES[record.state]))
    if record.gone:
        lines.append(Text(f"no page that counts says this any more: {', '.join(record.gone)}", style="yellow"))
    return entry(f"{decision.at:%Y-%m-%d}" if decision.at else "", *lines)


def sentence(record: DecisionRecord) -> str:
    """Return what was decided as one sentence."""
    words = {ground.key: ground.words or ground.key for ground in record.ground}
    return _sentence(record.decision, Words(words))


class Words:
    """The words for keys."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def __call__(self, key: str) -> str:
        """Return a fact in words, with its key."""
        return f"“{self._words[key]}” ({key})" if key in self._words else key


def _sentence(decision: Decision, words: Words) -> str:
    if isinstance(decision, Judgement):
        return f"{words(decision.left_key)} and {words(decision.right_key)} {VERDICTS[decision.verdict]}"
    if isinstance(decision, Correction):
        if decision.kind == "edit":
            value = "nothing" if decision.value is None else decision.value
            return f"{decision.property} of {words(decision.fact)} is {value}"
        what = f"{decision.fact_kind} " if decision.fact_kind else ""
        return f"{what}{words(decision.fact)} is {CORRECTIONS[decision.kind]}"
    if isinstance(decision, Settlement):
        settled = f": {decision.choice} holds" if decision.choice is not None else ""
        return f"contradiction {decision.conflict} is settled{settled}{f' ({decision.note})' if decision.note else ''}"
    assert isinstance(decision, Absence)  # noqa: S101  the last of the four
    note = f" ({decision.note})" if decision.note else ""
    return f"searched on {decision.when} and not found: {decision.question}, in {decision.source}{note}"
