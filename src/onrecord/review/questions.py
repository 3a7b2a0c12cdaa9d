"""Open questions for an analyst, in the order in which an answer settles most: same or not, which value, right or wrong.

Every question carries the evidence of its sides and the decisions among which to choose, so that a terminal and a browser ask
the same ones. A question that somebody has decided, also as "cannot be told", is not asked again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from onrecord.model.decision import Correction, Decision, Judgement, Settlement
from onrecord.model.errors import UsageError
from onrecord.model.keeping import Resolved
from onrecord.model.recorded import ClaimRecord, Evidence
from onrecord.model.resolution import ClusterKind, Link, Verdict
from onrecord.review import doubts as doubting
from onrecord.review.conflicts import Conflict
from onrecord.review.doubts import Doubt, doubts
from onrecord.review.wording import listed

QuestionKind = Literal["same", "value", "fact"]

SHOWN = 3
"""Sentences of one side that are shown."""

_NOUNS: dict[ClusterKind, str] = {
    "person": "one person", "organization": "one body", "gathering": "one occasion", "statement": "one statement",
    "text": "copies of one text",
}  # fmt: skip

_PAIRED: dict[str, ClusterKind] = {"p-": "person", "o-": "organization", "g-": "gathering", "s-": "statement"}
"""What can be asked about two keys, by how both begin."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a question: what it says, and where."""

    title: str
    key: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: the one key to press, its meaning in words, and the decision that it makes, with nobody's name yet."""

    key: str
    words: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only somebody who reads can decide.

    Attributes:
        id: the same as long as the question is the same (`q-…`).
        kind: "same" (are two one?), "value" (which of several holds?), "fact" (is it right?).
        about: the kind of thing that is asked about, or the kind of contradiction.
        words: the question.
        reasons: what speaks for it, in words.
        settles: how many claims rest on the answer.
        concerns: keys of the persons, bodies, occasions or statements on whose pages it is of interest.
    """

    id: str
    kind: QuestionKind
    about: str
    words: str
    reasons: tuple[str, ...]
    sides: tuple[Side, ...]
    choices: tuple[Choice, ...]
    settles: int
    concerns: tuple[str, ...] = ()

    @property
    def matter(self) -> str:
        """What the decision will be about: decisions on one matter follow on each other."""
        return self.choices[0].decision.matter

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the facts or of the contradiction that the decision will name."""
        decision = self.choices[0].decision
        if isinstance(decision, Judgement):
            return decision.pair
        return (decision.fact if isinstance(decision, Correction) else decision.conflict,)  # type: ignore[union-attr]  # no question is about an absence

    def answered(self, key: str, *, by: str, why: str = "") -> Decision:
        """Return the decision that an answer makes.

        Raises:
            UsageError: the question has no such answer.
        """
        chosen = next((choice for choice in self.choices if choice.key == key), None)
        if chosen is None:
            known = ", ".join(f"{choice.key} ({choice.words})" for choice in self.choices)
            raise UsageError(f"{key!r} is no answer to this question", f"choose one of {known}")
        return replace(chosen.decision, by=by, why=why)


class Answers(doubting.Answers, Protocol):
    """The part of `record.View` that is read here."""

    def links(self, *, verdict: Verdict | None = None, keys: Sequence[str] | None = None) -> tuple[Link, ...]:
        """Return judged pairs."""

    def claims(self, subject: str) -> tuple[ClaimRecord, ...]:
        """Return the claims behind a record."""

    def resolved(self, key: str) -> Resolved:
        """Return what a key is taken for."""


def questions(view: Answers, conflicts: Sequence[Conflict]) -> tuple[Question, ...]:
    """Return all open questions, those first whose answer settles most; of equal ones, same before value before fact.

    Args:
        view: the record.
        conflicts: its contradictions.
    """
    found = [*same(view, {}), *_values(view, conflicts), *map(about_doubt, doubts(view))]
    return ordered(found)


def ordered(found: Iterable[Question]) -> tuple[Question, ...]:
    """Return questions, those first whose answer settles most; of equal ones, same before value before fact."""
    order = ("same", "value", "fact")
    return tuple(sorted(found, key=lambda one: (-one.settles, order.index(one.kind), one.id)))


@dataclass(frozen=True, slots=True)
class End:
    """One end of a judged pair: the record that it belongs to, how many claims stand behind that, and the side to show."""

    home: str
    claims: int
    side: Side

    @classmethod
    def of(cls, key: str, claims: Sequence[ClaimRecord]) -> End:
        """Return the end that a key of a sighting names."""
        return cls(min((claim.subject for claim in claims), default=key), len(claims), _side(key, claims))


def same(view: Answers, ends: MutableMapping[str, End]) -> Iterator[Question]:
    """Yield the questions whether two are one.

    Args:
        view: the record.
        ends: what is known of the ends of pairs; what is looked up is added.
    """

    def records(a: str, b: str) -> frozenset[str]:
        """Return the two records that a pair of mentions belongs to."""
        for key in (a, b):
            if key not in ends:
                ends[key] = End.of(key, _claims(view, key))
        return frozenset((ends[a].home, ends[b].home))

    judged = [one.decision.pair for one in view.decisions(kind="judgement") if isinstance(one.decision, Judgement)]
    # Many pairs of mentions are one question, where those on either side are known to be one.
    asked = {records(*pair) for pair in judged}
    for link in sorted(view.links(verdict="unsure"), key=lambda link: (-link.score, link.a, link.b)):
        if link.kind == "text" or len(pair := records(link.a, link.b)) == 1 or pair in asked:
            continue
        asked.add(pair)
        yield _of_pair(link, ends[link.a], ends[link.b])


def about_pair(view: Answers, a: str, b: str) -> Question:
    """Return the question whether two sightings are one, whether it is open, decided, or never came up.

    Raises:
        UsageError: the record has not both, or they are of two kinds.
    """
    first, second = sorted((a, b))
    kind = _PAIRED.get(first[:2])
    if kind is None or first[:2] != second[:2] or first == second:
        raise UsageError(f"{a} and {b} cannot be one", "name two different persons, bodies, occasions or statements")
    between = [link for link in view.links(keys=[first]) if (link.a, link.b) == (first, second)]
    link = between[0] if between else Link(kind, first, second, 0.0, "unsure")
    return _of_pair(link, End.of(first, view.claims(first)), End.of(second, view.claims(second)))


def _of_pair(link: Link, one: End, other: End) -> Question:
    left, right = one.side, other.side
    verdicts: tuple[tuple[str, str, Verdict], ...] = (
        ("y", f"yes, {_NOUNS[link.kind]}", "same"),
        ("n", "no, two", "different"),
        ("d", "cannot be told", "unsure"),
    )
    return Question(
        id=_name("same", link.a, link.b),
        kind="same",
        about=link.kind,
        words=f"Are “{left.title}” and “{right.title}” {_NOUNS[link.kind]}?",
        reasons=link.reasons,
        sides=(left, right),
        choices=tuple(Choice(key, words, Judgement(link.a, link.b, verdict)) for key, words, verdict in verdicts),
        settles=min(one.claims, other.claims),
        concerns=(link.a, link.b),
    )


def _values(view: Answers, conflicts: Sequence[Conflict]) -> Iterator[Question]:
    settled = settled_conflicts(view)
    return (about_conflict(view, conflict) for conflict in conflicts if conflict.key not in settled)


def settled_conflicts(view: Answers) -> set[str]:
    """Return the keys of the contradictions that somebody settled."""
    return {one.decision.conflict for one in view.decisions(kind="settlement") if isinstance(one.decision, Settlement)}


def about_conflict(view: Answers, conflict: Conflict) -> Question:
    """Return the question which side of a contradiction holds, whether it is open or settled."""
    return which_holds(conflict, len(_claims(view, conflict.subject)))


def which_holds(conflict: Conflict, settles: int) -> Question:
    """Return the question which side of a contradiction holds, where so many claims rest on the answer."""
    values = list(dict.fromkeys(side.value for side in conflict.sides))[:9]
    facts = (conflict.subject,)
    choices = [Choice(str(n), value, Settlement(conflict.key, value, facts)) for n, value in enumerate(values, 1)]
    left_open = Settlement(conflict.key, None, facts, "cannot be told from these sources")
    choices.append(Choice("d", "cannot be told", left_open))
    return Question(
        id=_name("value", conflict.key),
        kind="value",
        about=conflict.kind,
        words=f"{conflict.title}: which holds, {listed(values, 'or')}?",
        reasons=(conflict.reason,),
        sides=tuple(Side(side.value, conflict.subject, (side.evidence,)) for side in conflict.sides),
        choices=tuple(choices),
        settles=settles,
        concerns=facts,
    )


def about_doubt(doubt: Doubt) -> Question:
    """Return the question whether a doubtful fact or value is right."""
    side = Side(doubt.title, doubt.key, (doubt.evidence,))
    if not doubt.property:
        return _of_fact(doubt.about, side, doubt.concerns, doubt.settles)
    return Question(
        id=_name("fact", doubt.key, doubt.property),
        kind="fact",
        about=doubt.about,
        words=doubt.words,
        reasons=(doubt.reason,),
        sides=(side,),
        choices=(Choice("y", "yes, it is right", doubt.yes), Choice("n", "no, reject it", doubt.no)),
        settles=doubt.settles,
        concerns=doubt.concerns,
    )


def about_fact(view: Answers, key: str) -> Question:
    """Return the question whether a page says a fact, whether it is open, decided, or never came up.

    Raises:
        UsageError: the record has no such fact.
    """
    found = view.resolved(key)
    own = [claim for claim in view.claims(key) if claim.subject == key]
    if not own:
        raise UsageError(f"the record has no fact with the key {key!r}", "keys stand in the output of --json")
    evidence = max((claim.evidence for claim in own), key=lambda one: one.spans[-1].end - one.spans[0].start)
    person = next((claim.value for claim in own if claim.property == "person"), "")
    return _of_fact(found.kind, Side(found.name, key, (evidence,)), (person,) if person.startswith("p-") else (found.key,))


def about_value(view: Answers, key: str, property: str) -> Question:
    """Return the question whether a value that was read is right, whether it is open, decided, or never came up.

    Args:
        view: the record.
        key: of the report of an occasion.
        property: "start" or "place".

    Raises:
        UsageError: no rule has read such a value.
    """
    found = view.resolved(key)
    read = [one for one in view.claims(key) if (one.subject, one.property) == (key, property)]
    claim = next((one for one in read if one.evidence.rule != "by-hand"), None)
    if claim is None or property not in ("start", "place"):
        raise UsageError(f"no rule has read a {property} of {key!r}", "see the claims behind it")
    value = claim.value.rstrip("?~%") if property == "start" else claim.value
    return Question(
        id=_name("fact", key, property),
        kind="fact",
        about=property,
        words=f"Is {value} the {'date' if property == 'start' else 'place'} of “{found.name}”?",
        reasons=(f"rule {claim.evidence.rule}, right in {claim.evidence.confidence:.0%} of the cases that were measured",),
        sides=(Side(f"{found.name}: {value}", key, (claim.evidence,)),),
        choices=(
            Choice("y", "yes, it is right", Correction("edit", key, property, value)),
            Choice("n", "no, reject it", Correction("edit", key, property, None)),
        ),
        settles=1,
        concerns=(found.key,),
    )


def _of_fact(about: str, side: Side, concerns: tuple[str, ...], settles: int = 1) -> Question:
    (evidence,) = side.evidence
    return Question(
        id=_name("fact", side.key),
        kind="fact",
        about=about,
        words=f"Does the page say this: {side.title}?",
        reasons=(f"rule {evidence.rule}, right in {evidence.confidence:.0%} of the cases that were measured",),
        sides=(side,),
        choices=(
            Choice("y", "yes, it is right", Correction("accept", side.key)),
            Choice("n", "no, reject it", Correction("reject", side.key)),
        ),
        settles=settles,
        concerns=concerns,
    )


def _claims(view: Answers, key: str) -> tuple[ClaimRecord, ...]:
    try:
        return view.claims(key)
    except UsageError:
        return ()


def _side(key: str, claims: Sequence[ClaimRecord]) -> Side:
    own = [claim for claim in claims if claim.subject == key and not claim.replaced] or list(claims)
    name = next((claim.value for claim in own if claim.property in ("name", "content")), own[0].value if own else key)
    sentences = {(claim.evidence.source.key, claim.evidence.sentence_span): claim.evidence for claim in own}
    return Side(name, key, tuple(sentences.values())[:SHOWN])


def _name(*parts: str) -> str:
    return f"q-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:12]}"
