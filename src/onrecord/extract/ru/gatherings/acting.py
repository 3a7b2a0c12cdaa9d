"""Who acted where a Russian page tells of an occasion, and of whom nothing else is told: Мэр X ударил в колокол."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.entities import Entities
from onrecord.extract.occasion import Occasion
from onrecord.extract.ru import passives
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import cues, model, vocabulary
from onrecord.model import Document, Person, Statement
from onrecord.model.facts import Role

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_PAST = ("л", "ла", "ли", "лся", "лась", "лись", "ёс", "ес", "ёз", "ез", "шёл", "рёк", "ек", "ёк", "ер", "ик", "ог")
"""How verbs in the past end; the parser takes господин for one."""
SHORTEST = 5
"""Words of a sentence that tells what somebody did; shorter ones say who wrote or took the picture: Записал X."""
_CHAIN = 8
"""Words at most between a name and the one of its list that hangs on the verb."""


def enter[O: Occasion[Mention]](
    document: Document,
    reading: Reading,
    actors: Entities,
    current: dict[int, O],
    kept: Sequence[O],
    statements: tuple[Statement, ...],
) -> None:
    """Add to each occasion that took place the persons without a role who do something there in the past tense.

    Only occasions that count without them are given. Who is quoted as well is left out: a page quotes those who comment
    from afar (`docs/decisions/roles.md`).
    """
    told = {who.id for one in kept for who, *_ in one.parts if isinstance(who, Person)}
    told |= {s.speaker.id for s in statements if isinstance(s.speaker, Person)}
    said = [span for s in statements for span in s.content_spans]
    for person in actors.persons:
        for at in person.mentions if person.id not in told and " " in person.name else ():
            tokens = reading.between(at)
            occasion = current.get(tokens[0].sentence) if tokens else None
            if occasion is None or all(one is not occasion for one in kept) or occasion.is_ahead(document):
                continue
            if occasion.first.name.start > at.end or any(span.overlaps(at) for span in said):
                continue  # what is told before the occasion is not done there
            sentence = reading.sentences[tokens[0].sentence]
            verb = _done_by(tokens)
            if verb is not None and _tells(document.text, sentence, verb, occasion):
                occasion.parts.append((person, _role(verb, sentence, occasion), at, verb.text))
                break


def _done_by(name: list[Token]) -> Token | None:
    """Return the verb in the past whose subject, or agent, a name is, alone or in a list."""
    token = next((t for t in name if t.head not in name), name[0])
    for _ in range(_CHAIN):
        if token.dep not in ("conj", "appos", "flat", "flat:name", "nmod") or token.head is token:
            break
        if token.dep == "nmod" and " Nom" not in token.tag:
            return None  # директор института имени X
        token = token.head
    verb = token.head
    subjects = [t for t in verb.children if t.dep in ("nsubj", "nsubj:pass")]
    if token.dep == "nsubj" and verb.tag.startswith("VERB Fin Past") and "acl" not in verb.dep and len(subjects) == 1:
        return verb
    return verb if token.dep == "obl:agent" and passives.is_passive(verb) else None


def _tells(text: str, sentence: Sentence, verb: Token, occasion: Occasion[Mention]) -> bool:
    """Tell whether a verb tells what was done at the occasion, and not in another year, elsewhere or for the page."""
    words = sentence.span.of(text)
    past = verb.lower.endswith(_PAST) or verb.tag.startswith("VERB Part")
    denied = any(child.lower == "не" for child in verb.children)
    if denied or not past or len(words.split()) < SHORTEST:
        return False
    years = {int(found[0]) for found in _YEAR.finditer(words)}
    held = {occasion.date.date.year} if occasion.date and occasion.date.date else set()
    if years - held or any(lemma in vocabulary.words("acting", "media") for lemma in _lemmas(sentence)):
        return False
    return model.lemma(verb.text) not in vocabulary.words("acting", "not_there")


def _lemmas(sentence: Sentence) -> Iterator[str]:
    return (model.lemma(t.text) for t in sentence.tokens if t.tag.startswith("NOUN"))


def _role(verb: Token, sentence: Sentence, occasion: Occasion[Mention]) -> Role:
    """The role that a verb tells, where it tells more than that somebody was there."""
    if any(t.lower.startswith("приветств") for t in sentence.tokens):
        return "opening"  # Приветственное слово зачитал советник X
    lemma = model.lemma(verb.text)
    talked = all(m.type in ("call", "talks") for m in occasion.mentions)  # those who talk take part
    speaks = lemma in vocabulary.words("acting", "speaking") or cues.manner("clause", lemma) or cues.manner("noun", lemma)
    message = any("обращение" in t.lower for t in sentence.tokens)
    return "speaker" if not talked and (speaks or message) else "participant"
