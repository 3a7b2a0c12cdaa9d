"""What is said in the passive, and by whom: Гостем была подчёркнута важность …; «…», – отмечено послом."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ru import clauses
from onrecord.extract.ru.names import people
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import cues, model, vocabulary
from onrecord.model import Organization, Person, Span

_SHORT = re.compile(r"(?:н|т)[аоы]?$")
"""How short passive participles end: подчеркнут, отмечено, осуждена."""


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is a short passive participle, which has no case."""
    return verb.tag.startswith("VERB Part Past") and not _CASE.search(verb.tag) and bool(_SHORT.search(verb.lower))


_CASE = re.compile(r" (?:Nom|Gen|Dat|Acc|Ins|Loc)\b")


def agent(entities: Entities, verb: Token) -> Token | None:
    """Return who does what a passive participle tells: a person, a body or a group in the instrumental beside it.

    Args:
        entities: who and what the text names.
        verb: the participle.
    """
    before = _beside(verb, -1)
    after = _beside(verb, 1)
    told = [t for t in verb.children if t.dep == "obl:agent"]
    near = [*told, *([before] if before is not None else []), *_noun_behind(after), *verb.children]
    return next((t for t in near if t.sentence == verb.sentence and _acts(entities, t)), None)


def named_before(entities: Entities, verb: Token) -> Token | None:
    """Return the person right before a passive, whom the parser may hang elsewhere: X был принят министром."""
    before = _beside(verb, -1)
    return before if before is not None and isinstance(entities.at(before), Person) else None


_ENDINGS = ("ом", "ем", "ём", "ым", "им", "ой", "ей", "ёй", "ою")
"""Endings of names in the instrumental."""


def _beside(verb: Token, step: int) -> Token | None:
    """Return the next word on one side, behind the forms of быть and the adverbs that part them."""
    token = verb.nbor(step)
    while token is not None and token.sentence == verb.sentence and token.tag.startswith(("AUX", "ADV", "PART")):
        token = token.nbor(step)
    return token if token is not None and token.sentence == verb.sentence else None


def _noun_behind(token: Token | None) -> list[Token]:
    """Return a word with the one behind it where it describes that: подчеркнуто корейским послом."""
    if token is None:
        return []
    after = token.nbor()
    return [token, after] if token.tag.startswith("ADJ Ins") and after is not None else [token]


def _acts(entities: Entities, token: Token) -> bool:
    who = entities.at(token)
    if isinstance(who, Person | Organization):
        first = next((s for s, e in entities.within(token.span) if e is who), token.span)
        lead = token
        words = [token]
        while lead.start > first.start and (back := lead.nbor(-1)) is not None:
            lead = back
            words.append(lead)
        preposition = lead.nbor(-1)
        case = _CASE.search(token.tag)
        governed = preposition is not None and preposition.sentence == token.sentence and preposition.tag.startswith("ADP")
        if isinstance(who, Person):  # the parser gives names in a row the case of the first or none
            case = next((c for w in words if (c := _CASE.search(w.tag)) and c[0] == " Ins"), case)
            by_ending = any(w.lower.endswith(_ENDINGS) for w in words)
            return not governed and (by_ending or (case is not None and case[0] == " Ins"))
        return not governed and (case is None or case[0] == " Ins")
    group = people.is_title(token) or model.lemma(token.text) in vocabulary.words("cues", "groups")
    return " Ins" in token.tag and token.child("case") is None and group


def said(reading: Reading, entities: Entities, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Return what is the subject of a passive of reporting with an agent, and the manner: послом отмечен вклад Казахстана."""
    manner = cues.manner("noun", verb.text) if is_passive(verb) else None
    by = agent(entities, verb) if manner is not None else None
    if manner is None or by is None:
        return None
    subject = next((t for t in sentence.tokens if _is_subject(entities, t, verb, by)), None)
    if subject is None:
        return None
    if subject.i < verb.i:
        words = [t for t in subject.subtree if t.i < min(verb.i, by.i if by.i > subject.i else verb.i)]
        return Span(words[0].start, words[-1].end), manner
    return Span(clauses.first_of(subject), clauses.end_of_object(reading, sentence, verb, subject)), manner


def _is_subject(entities: Entities, token: Token, verb: Token, by: Token) -> bool:
    """Tell whether a noun in the nominative is what the passive is about; the parser may hang it on the agent."""
    if not token.tag.startswith(("NOUN Nom", "PROPN Nom")) or isinstance(entities.at(token), Person):
        return False
    return token.dep in ("nsubj", "nsubj:pass", "obj") and token.head.i in (verb.i, by.i, verb.head.i)
