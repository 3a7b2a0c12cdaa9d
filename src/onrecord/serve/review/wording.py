"""Questions, answers and decisions in the reader's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model import PartialDate
from onrecord.model.decision import Correction, DecisionRecord, Judgement, Settlement
from onrecord.review.conflicts import Conflict
from onrecord.review.questions import Choice, Question, Side
from onrecord.serve.conflict_words import side_value
from onrecord.serve.dates import spoken
from onrecord.serve.languages import _
from onrecord.serve.safe_text import shortened
from onrecord.serve.terms import TERMS, term

if TYPE_CHECKING:
    from onrecord.serve.shown import Shown

ONE_OR_TWO = {
    "person": _("Are “%(a)s” and “%(b)s” one person?"),
    "organization": _("Are “%(a)s” and “%(b)s” one body?"),
    "gathering": _("Are “%(a)s” and “%(b)s” one occasion?"),
    "statement": _("Are “%(a)s” and “%(b)s” one statement?"),
}
SAME = {
    "person": _("Yes, one person"),
    "organization": _("Yes, one body"),
    "gathering": _("Yes, one occasion"),
    "statement": _("Yes, one statement"),
}
ANSWERS = {
    ("same", "n"): _("No, two"),
    ("same", "d"): _("Cannot be told"),
    ("value", "d"): _("Cannot be told"),
    ("fact", "y"): _("Yes, it is right"),
    ("fact", "n"): _("No, reject it"),
}
OF_OCCASION = {
    "start": _("Is %(value)s the date of “%(title)s”?"),
    "place": _("Is %(value)s the place of “%(title)s”?"),
}
VERDICTS = {
    "same": _("“%(a)s” and “%(b)s” are one"),
    "different": _("“%(a)s” and “%(b)s” are two"),
    "unsure": _("whether “%(a)s” and “%(b)s” are one cannot be told"),
}
CORRECTIONS = {
    "accept": _("“%(fact)s” is right"),
    "reject": _("“%(fact)s” is rejected"),
    "add": _("“%(fact)s” is added"),
}
LONGEST = 120
"""Letters of a value or a title inside a question."""

_ROLE = re.compile(rf"(?P<name>.+), (?P<role>{'|'.join(TERMS['role'])}) of (?P<gathering>.+)", re.DOTALL)
"""A role as questions have it in English."""


def question_words(shown: Shown, question: Question, conflict: Conflict | None = None) -> str:
    """Return what is asked; `conflict` is the contradiction that it is about."""
    if question.kind == "same":
        a, b = (side_name(shown, side) for side in question.sides)
        return shown.say(ONE_OR_TWO[question.about], a=a, b=b)
    if question.kind == "value":
        title = subject_name(shown, conflict) if conflict else question.words
        return shown.say(_("%(title)s: which holds?"), title=title)
    if question.about in OF_OCCASION:
        key = shown.catalogue.key_of(question.concerns[0])
        title = shown.occasion(key).text if key in shown.catalogue.occasions else question.sides[0].title
        return shown.say(OF_OCCASION[question.about], title=title, value=value_words(shown, question))
    return shown.say(_("Does the page say this: %(fact)s?"), fact=fact_words(shown, question))


def value_words(shown: Shown, question: Question) -> str:
    """Return the value that is asked about: a date in words, a place as it is printed."""
    decision = question.choices[0].decision
    value = (decision.value or "") if isinstance(decision, Correction) else ""
    return spoken(PartialDate(value), shown.language) if question.about == "start" else shortened(value, LONGEST)


def values_of(shown: Shown, conflict: Conflict) -> str:
    """Return the values among which a contradiction lets choose, for a line of a list."""
    return shortened(" / ".join(dict.fromkeys(side_value(side, shown.language) for side in conflict.sides)), 200)


def side_name(shown: Shown, side: Side) -> str:
    """Return what a side of a pair is called: in the reader's script where there is such a name, else as its page has it."""
    key = shown.catalogue.key_of(side.key)
    if key in shown.catalogue.names:
        return shown.name(key).text
    if key in shown.catalogue.occasions:
        return shown.occasion(key).text
    return shortened(side.title, LONGEST)


def subject_name(shown: Shown, conflict: Conflict) -> str:
    """Return what a contradiction is about."""
    key = shown.catalogue.key_of(conflict.subject)
    if key in shown.catalogue.names:
        return shown.name(key).text
    return shown.occasion(key).text if key in shown.catalogue.occasions else shortened(conflict.title, LONGEST)


def fact_words(shown: Shown, question: Question) -> str:
    """Return a fact in a few words; the kind of a step and a role in the reader's language."""
    title = question.sides[0].title
    if question.about == "milestone" and ": " in title:
        kind, what = title.split(": ", 1)
        title = f"{term(kind, 'milestone', shown.language)}: {what}"
    elif question.about == "role" and (found := _ROLE.fullmatch(title)):
        role = term(found["role"], "role", shown.language)
        title = shown.say(_("%(name)s, %(role)s at “%(gathering)s”"), **{**found.groupdict(), "role": role})
    return shortened(title, 200)


def answer_words(shown: Shown, question: Question, choice: Choice, conflict: Conflict | None = None) -> str:
    """Return an answer: what its button says."""
    if question.kind == "same" and choice.key == "y":
        return shown.say(SAME[question.about])
    if question.about in OF_OCCASION and choice.key == "n":
        return shown.say(_("No, take it away"))
    if (question.kind, choice.key) in ANSWERS:
        return shown.say(ANSWERS[question.kind, choice.key])
    side = next((side for side in conflict.sides if side.value == choice.words), None) if conflict else None
    return side_value(side, shown.language) if side else choice.words


def decision_words(shown: Shown, record: DecisionRecord) -> str:
    """Return what was decided, as a sentence without who and when; facts by the words they had then."""
    decision, words = record.decision, {ground.key: ground.words or ground.key for ground in record.ground}
    if isinstance(decision, Judgement):
        a, b = (words.get(key, key) for key in (decision.left_key, decision.right_key))
        told = shown.say(VERDICTS[decision.verdict], a=a, b=b)
    elif isinstance(decision, Settlement):
        about = ", ".join(words.get(key, key) for key in decision.facts) or decision.conflict
        told = shown.say(_("contradiction on “%(about)s”: %(choice)s"), about=about, choice=_settled(shown, decision))
    elif isinstance(decision, Correction):
        told = _corrected(shown, decision, words.get(decision.fact, decision.fact))
    else:
        told = shown.say(
            _("searched and not found: %(question)s (%(source)s)"), question=decision.question, source=decision.source
        )
    return shown.say(_("taken back: %(decision)s"), decision=told) if record.undoes else told


def _settled(shown: Shown, settlement: Settlement) -> str:
    if settlement.choice is None:
        return settlement.note or shown.say(_("Cannot be told"))
    held = shown.say(_("%(value)s holds"), value=settlement.choice)
    return f"{held} ({settlement.note})" if settlement.note else held


def _corrected(shown: Shown, correction: Correction, fact: str) -> str:
    if correction.kind != "edit":
        return shown.say(CORRECTIONS[correction.kind], fact=fact)
    name = term(correction.property, "property", shown.language)
    if correction.value is None:
        return shown.say(_("%(property)s of “%(fact)s” is taken away"), property=name, fact=fact)
    return shown.say(_("%(property)s of “%(fact)s” is: %(value)s"), property=name, fact=fact, value=correction.value)
