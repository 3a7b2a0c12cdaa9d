"""Content given as somebody's by idiom: "For X, …", "in whose view …", "are of one mind that …", "paid tribute to …"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.statements.context import Context, Found, Passage
from onrecord.extract.en.statements.extent import extended
from onrecord.extract.en.statements.spans import content_span
from onrecord.extract.en.statements.speakers import agent, is_passive, speaker_of, subject_of
from onrecord.languages.en import gathering_words
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person

_FINITE = ("VBZ", "VBP")
_LONGEST = 14
"""Tokens between the one whose view it is and the comma behind what is told of her, at most."""


def by_viewpoint(context: Context, passage: Passage, used: set[int]) -> list[Found]:
    """Return the statements of a paragraph that an idiom ascribes to somebody; `used` receives the cue verbs."""
    found = []
    for token in passage.outside:
        made = None
        if token.lower in ("for", "to"):
            made = _for_whom(context, token)
        elif token.lower == "whose":
            made = _in_whose_view(context, token)
        elif token.lower in context.cues.minds:
            made = _of_one_mind(context, token)
        elif token.lower in context.cues.idioms:
            made = _idiom(context, token)
        if made is not None:
            used.update(t.i for t in made.cue)
            found.append(made)
    return found


def _for_whom(context: Context, prep: Token) -> Found | None:
    """Read "For X, the site is a warning", "To Y, it amounts to a gift"; not "For X, the visit was her third"."""
    sentence = context.reading.sentence_of(prep)
    source = prep.child("pobj")
    if prep.i != sentence.first or source is None or not isinstance(context.entities.at(source), Person | Organization):
        return None
    hung = next((c for c in source.children if c.dep == "relcl" and c.child("csubj")), None)  # "For X, what matters is …"
    verb = prep.head if clauses.is_verb(prep.head) else hung
    if verb is None or not _values(context, verb):
        return None
    marks = [t for t in sentence.tokens if source.i < t.i < verb.i and t.text == ","]
    comma = next((t for t in marks if hung is not None or t not in source.subtree), None)
    rest = [t for t in sentence.tokens if comma is not None and t.i > comma.i]
    if comma is None or comma.i - source.i > _LONGEST or any(t.lower in ("his", "her") for t in rest):
        return None  # "For X, the prize is her second"
    span = content_span(context, rest)
    return Found([span], [prep], source, "believes", "viewpoint-for") if span else None


def _values(context: Context, verb: Token) -> bool:
    """Tell whether a main verb says what something is worth: in the present, or of a clause ("what made it hard was …")."""
    if verb.lower not in context.cues.valuing or verb.dep not in ("ROOT", "relcl"):
        return False
    subject = next((c for c in verb.children if c.dep in ("nsubj", "csubj", "nsubjpass")), None)
    if subject is None or subject.lower in ("he", "she", "they", "we", "i"):
        return False
    modal = verb.child("aux")
    present = verb.tag in _FINITE or (modal is not None and modal.tag == "MD")
    return present or subject.dep == "csubj"


def _in_whose_view(context: Context, owner: Token) -> Found | None:
    """Read "given to X, in whose view inspections had failed"."""
    noun, prep = owner.nbor(1), owner.nbor(-1)
    verb = clauses.verb_over(owner)
    if noun is None or prep is None or verb is None or verb.dep not in ("relcl", "advcl", "ccomp", "conj"):
        return None
    if noun.lower not in context.cues.possessed or prep.lower not in ("in", "to"):
        return None
    before = prep.nbor(-2)
    source = verb.head if verb.dep == "relcl" else before
    span = content_span(context, [t for t in verb.subtree if t.i > noun.i])
    known = source is not None and (verb.dep == "relcl" or context.entities.at(source) is not None)
    return Found([span], [prep, owner, noun], source, "believes", "in-view") if span and known else None


def _of_one_mind(context: Context, noun: Token) -> Found | None:
    """Read "were of one mind that …", "is of the view that …", "are in agreement that …"."""
    prep = noun.head
    verb = prep.head
    if noun.dep != "pobj" or prep.lower not in ("of", "in", "at", "under") or verb.lower not in context.cues.copulas:
        return None
    subject = subject_of(context, verb)
    clause = next(
        (c for c in [*noun.rights, *verb.rights] if c.i > noun.i and c.dep in ("ccomp", "acl", "relcl", "advcl")), None
    )
    that = clause is not None and any(t.dep == "mark" and t.lower == "that" for t in clause.lefts)
    span = content_span(context, clause.subtree) if clause is not None and that else None
    if span is None or subject is None or subject.lower in ("it", "there", "who", "which"):
        return None
    return Found([span], [verb, prep, noun], subject, "believes", "of-one-mind")


def _idiom(context: Context, noun: Token) -> Found | None:
    """Read "paid tribute to …", "drew attention to …", "took note of …", also in the passive."""
    verb = noun.head
    known = context.cues.idioms[noun.lower].get(verb.lower)
    if known is None or noun.dep not in ("dobj", "nsubjpass") or clauses.is_unreal(verb):
        return None
    preposition, manner = known
    behind = [
        p for p in [*noun.rights, *verb.rights] if p.lower == preposition and p.dep in ("prep", "dative") and p.i > noun.i
    ]
    inner = next((t for p in behind for t in p.children if t.dep in ("pobj", "pcomp")), None)
    span = content_span(context, extended(context, verb, inner)) if inner is not None else None
    speaker = agent(verb) if is_passive(verb) else speaker_of(context, verb)
    if span is None or speaker is None or speaker.lower in context.cues.things | gathering_words.nouns().keys():
        return None
    return Found([span], sorted([verb, noun], key=clauses.PLACE), speaker, manner, "noun-idiom")
