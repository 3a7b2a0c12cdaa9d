"""Who signed what, where only their common office is told: По итогам встречи министры подписали план."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.occasion import Occasion
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.extract.ru.names.people import is_title
from onrecord.extract.ru.positions.office_holders import noun_of
from onrecord.languages.reading import Sentence
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Person, Position

_THERE = ("participant", "host", "speaker")


def take(occasion: Occasion[Mention], sentence: Sentence, positions: Sequence[Position]) -> None:
    """Add as signatories those who took part in an occasion and hold the office that a plural tells: министры подписали."""
    signing = vocabulary.load("gatherings")["signed"]["verbs"]
    for verb in sentence.tokens:
        if not verb.tag.startswith("VERB Fin Past Plur") or model.lemma(verb.text) not in signing:
            continue
        subject = verb.child("nsubj")
        if subject is None or " Nom Plur" not in subject.tag or not is_title(subject):
            continue
        office = model.lemma(subject.text)
        there = {part[0].id: part[0] for part in occasion.parts if part[1] in _THERE and isinstance(part[0], Person)}
        held = {p.person.id for p in positions if noun_of(p) == office}
        signed = [person for person in there.values() if person.id in held]
        if len(signed) > 1 and not any(part[1] == "signatory" for part in occasion.parts):
            occasion.parts += [(person, "signatory", subject.span, verb.text) for person in signed]
