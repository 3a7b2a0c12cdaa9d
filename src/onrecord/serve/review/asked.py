"""A question as a reader is shown it: its address, its words, its sides, and everything that was decided on it so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.model.decision import Correction, DecisionRecord, Judgement, Settlement
from onrecord.model.errors import UsageError
from onrecord.review.conflicts import Conflict
from onrecord.review.questions import Question, QuestionKind, about_conflict, about_fact, about_pair, about_value
from onrecord.serve.review.reasons import Reason, reasons_in
from onrecord.serve.review.wording import answer_words, question_words, values_of
from onrecord.serve.shown import Shown

KINDS: tuple[QuestionKind, ...] = ("same", "value", "fact")


def path_of(question: Question) -> str:
    """Return the address of a question, which stays the same after it was decided."""
    decision = question.choices[0].decision
    if isinstance(decision, Judgement):
        return f"/review/same/{'/'.join(decision.pair)}"
    if isinstance(decision, Correction) and decision.kind == "edit":
        return f"/review/stated/{decision.fact}/{decision.property}"
    return f"/review/value/{decision.conflict}" if isinstance(decision, Settlement) else f"/review/fact/{question.keys[0]}"


def matter_path(record: DecisionRecord) -> str:
    """Return the address of the question that a decision answers; empty where there is none (an absence)."""
    decision = record.decision
    if isinstance(decision, Judgement):
        return f"/review/same/{'/'.join(decision.pair)}"
    if isinstance(decision, Settlement):
        return f"/review/value/{decision.conflict}"
    return f"/review/fact/{decision.fact}" if isinstance(decision, Correction) else ""


@dataclass(frozen=True)
class Asked:
    """A question for one reader.

    Attributes:
        log: every entry on its matter, oldest first.
        conflict: the contradiction that it is about, if it is about one.
        beside: of a fact: what was decided on its values, oldest first.
    """

    shown: Shown
    question: Question
    log: tuple[DecisionRecord, ...]
    conflict: Conflict | None = None
    beside: tuple[DecisionRecord, ...] = ()

    @property
    def path(self) -> str:
        """Its address."""
        return path_of(self.question)

    @cached_property
    def words(self) -> str:
        """The question, in the reader's language."""
        return question_words(self.shown, self.question, self.conflict)

    @property
    def seen(self) -> str:
        """The last entry on its matter, which an answer is made in knowledge of; empty where there is none."""
        return self.log[-1].id if self.log else ""

    @property
    def standing(self) -> DecisionRecord | None:
        """The decision that stands."""
        return next((one for one in self.log if one.state == "standing"), None)

    @cached_property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """The keys with what they answer, in the reader's language."""
        return tuple(
            (choice.key, answer_words(self.shown, self.question, choice, self.conflict)) for choice in self.question.choices
        )

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks for and against two being one."""
        return reasons_in(self.shown.language, self.question.reasons) if self.question.kind == "same" else ()


def of_pair(shown: Shown, a: str, b: str) -> Asked:
    """Return the question whether two are one; raises NotThere where the record has not both."""
    return asked(shown, _found(shown, lambda: about_pair(shown.books.view, a, b)))


def of_conflict(shown: Shown, key: str) -> Asked:
    """Return the question which side of a contradiction holds; raises NotThere where no page makes it any more."""
    conflict = next((one for one in shown.books.conflicts() if one.key == key), None)
    if conflict is None:
        raise shown.missing()
    return asked(shown, about_conflict(shown.books.view, conflict), conflict)


def of_fact(shown: Shown, key: str) -> Asked:
    """Return the question whether a page says a fact; raises NotThere where there is none."""
    return asked(shown, _found(shown, lambda: about_fact(shown.books.view, key)))


def of_value(shown: Shown, key: str, property: str) -> Asked:
    """Return the question whether a date or a place that was read is right; raises NotThere where none was read."""
    waiting = (one for one in shown.books.questions() if one.matter == f"value {key} {property}")
    return asked(shown, next(waiting, None) or _found(shown, lambda: about_value(shown.books.view, key, property)))


def asked(shown: Shown, question: Question, conflict: Conflict | None = None) -> Asked:
    """Return a question with what was decided on it."""
    found = shown.books.view.decisions(keys=question.keys, history=True)
    log = tuple(one for one in found if one.decision.matter == question.matter)
    values = f"value {question.keys[0]} "
    beside = tuple(one for one in found if question.matter.startswith("fact ") and one.decision.matter.startswith(values))
    return Asked(shown, question, log, conflict, beside)


def open_questions(shown: Shown, kind: str = "") -> tuple[Question, ...]:
    """Return the open questions in the order in which an answer settles most; of one kind alone where it is given.

    In a large record they are looked for beside the reading: what was decided since then is taken out here.
    """
    found = tuple(one for one in shown.books.questions() if kind in ("", one.kind))
    return still_open(shown, found) if shown.books.finding else found


def still_open(shown: Shown, questions: Sequence[Question]) -> tuple[Question, ...]:
    """Return those questions on which nothing stands."""
    keys = {key for question in questions for key in question.keys}
    decided = {one.decision.matter for one in shown.books.view.decisions(keys=keys)} if keys else set()
    return tuple(question for question in questions if question.matter not in decided)


@dataclass(frozen=True, slots=True)
class Line:
    """A question in a list: its address, its words, and for a contradiction the values among which to choose."""

    question: Question
    path: str
    words: str
    values: str


def listed(shown: Shown, questions: Iterable[Question]) -> list[Line]:
    """Return questions as lists have them."""
    conflicts = {one.key: one for one in shown.books.conflicts()}
    found = [(one, conflicts.get(one.keys[0])) for one in questions]
    return [Line(one, path_of(one), question_words(shown, one, of), values_of(shown, of) if of else "") for one, of in found]


def following(questions: Sequence[Question], id: str) -> Question | None:
    """Return the question behind one in the list; the first where that one is not in it, none at the end."""
    place = next((n for n, question in enumerate(questions) if question.id == id), -1)
    return questions[place + 1] if place + 1 < len(questions) else None


def _found(shown: Shown, find: Callable[[], Question]) -> Question:
    try:
        return find()
    except UsageError:
        raise shown.missing() from None
