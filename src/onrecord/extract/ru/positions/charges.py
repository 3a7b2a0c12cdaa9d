"""Functions that a verb of leading tells.

By a participle: X, возглавляющая группу дружбы; Y, руководивший в девяностые годы отделом проверки. By a finite form with a
body: фонд «Степь» возглавляет X; движение, которым руководит Y.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Organization, Person, Position, Span
from onrecord.model.facts import Status

LONGEST = 14
"""Words of such a clause behind its participle at most."""

FARTHEST = 20
"""Words between a name and the participle at most, another description between commas among them."""

_CASES = re.compile(r"Nom|Gen|Dat|Acc|Ins|Loc")


def find(reading: Reading, entities: Entities) -> Iterator[Position]:
    """Yield what persons are said to lead by a participle behind their name, in text order."""
    for token in reading.tokens:
        if token.tag.startswith("VERB Fin") and model.lemma(token.text) in vocabulary.words("titles", "leading"):
            led = _finite(reading, entities, token)
            if led is not None:
                yield led
            continue
        leads = token.tag.startswith("VERB Part") and model.lemma(token.text) in vocabulary.words("titles", "leading")
        if not leads and not (token.tag.startswith("ADJ") and token.lower.startswith("руководящ")):
            continue
        if token.lower.endswith(_PASSIVE) or token.i == 0:
            continue
        person = bearer(reading, entities, token)
        if person is None:
            continue
        position = _position(reading, entities, person, token)
        if position is not None:
            yield position


_PASSIVE = ("мый", "мая", "мого", "мой", "мым", "мому", "мую", "мом", "мые", "мых", "мыми")
"""Endings of passive participles: возглавляемая им группа."""


def _finite(reading: Reading, entities: Entities, verb: Token) -> Position | None:
    """Return what a person is said to lead by a finite verb whose object is a body, or points at the one named before."""
    subject = verb.child("nsubj")
    person = _named(entities, subject) if subject is not None else None
    led = next((t for t in verb.children if t is not subject and (" Acc" in t.tag or " Ins" in t.tag or _points(t))), None)
    if person is None or led is None or " Fut" in verb.tag:
        return None
    body = entities.organization_at(led)
    if body is None and _points(led):
        start = reading.sentence_of(verb).span.start
        named = [e for _, e in entities.within(Span(start, verb.start)) if isinstance(e, Organization)]
        body = named[-1] if named else None
    if body is None:
        return None
    status: Status = "former" if " Past" in verb.tag and model.lemma(verb.text) != "возглавить" else "current"
    nearest = min(person.mentions, key=lambda s: abs(s.start - verb.start))
    whole = Span(min(nearest.start, verb.start), max(nearest.end, verb.end))
    return Position(person, verb.text, verb.span, whole, organization=body, status=status, rule="title-by-verb-of-leading")


def _named(entities: Entities, subject: Token) -> Person | None:
    """Return the person whom a subject names at its head or behind its office: академик X, X."""
    near = [subject, *(t for t in subject.subtree if t.dep in ("appos", "flat:name") and t.i > subject.i)]
    return next((who for t in near if (who := entities.person_at(t)) is not None), None)


def _points(token: Token) -> bool:
    return token.lower.startswith("котор") or token.lower in ("его", "её", "ее", "им", "ею", "ей")


def bearer(reading: Reading, entities: Entities, participle: Token) -> Person | None:
    """Return whom a participle describes: who is named right before its comma, or before another description in commas."""
    person, commas, k = None, 0, participle.i - 1
    while k >= 0 and participle.i - k <= FARTHEST and reading.tokens[k].sentence == participle.sentence:
        token = reading.tokens[k]
        person = entities.person_at(token)
        if person is not None or token.tag.startswith("VERB Fin") or token.text in (".", ";", "»"):
            break
        commas += token.text == ","
        k -= 1
    if person is None or not commas or reading.tokens[k + 1].text != ",":
        return None
    straight = " Nom" in participle.tag and " Plur" not in participle.tag
    return person if commas == 1 or straight else None


def _position(reading: Reading, entities: Entities, person: Person, participle: Token) -> Position | None:
    """Return what stands behind a participle up to the comma that closes its clause, the body at its end left out."""
    words: list[Token] = [participle]
    organization: Organization | None = None
    quoted = 0
    while (after := words[-1].nbor()) is not None and after.sentence == participle.sentence and len(words) < LONGEST:
        body = entities.organization_at(after)
        quoted += (after.text == "«") - (after.text == "»")
        if (after.text in (",", ".", ";", "(", "–", ":") and not quoted) or after.tag.startswith("VERB Fin"):
            break
        if body is not None and (after.text[:1].isupper() or not words[-1].tag.startswith(("VERB Part", "ADJ"))):
            organization = body
            break
        words.append(after)
    while len(words) > 1 and words[-1].tag.startswith("ADP"):
        words.pop()  # возглавлявший отдел России в МИД Японии
    if organization is not None and len(words) > 1 and words[1].lower in ("в", "во", "с", "на"):
        words = words[:1]  # возглавляющий в Сеуле Центр мира
    if any(model.lemma(t.text) == "делегация" for t in words):
        return None  # who leads a delegation has a part in an occasion
    governed = any(_CASES.search(t.tag) and t.tag.startswith(("NOUN", "PROPN")) for t in words[1:])
    alone = len(words) == 1 and organization is not None
    if not (governed or alone) or entities.person_at(words[-1]) is not None:
        return None
    title = Span(words[0].start, words[-1].end)
    status: Status = "former" if " Past" in participle.tag and not participle.lower.startswith("возглави") else "current"
    nearest = max((s for s in person.mentions if s.end <= title.start), default=title)
    whole = Span(nearest.start, title.end)
    return Position(
        person, title.of(reading.text), title, whole, organization=organization, status=status, rule="title-by-participle"
    )
