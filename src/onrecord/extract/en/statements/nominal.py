"""Cues that are nouns and adjectives: "the ministry's claim that …", "expressed hope that …", "is confident that …"."""

from __future__ import annotations

from onrecord.extract.en.statements.context import Context, Found, Passage
from onrecord.extract.en.statements.extent import extended
from onrecord.extract.en.statements.forms import is_infinitive, whole
from onrecord.extract.en.statements.spans import content_span
from onrecord.extract.en.statements.speakers import agent, speaker_of
from onrecord.languages.en.cues import Cue
from onrecord.languages.reading import Token
from onrecord.model import Span


def by_nominal_cues(context: Context, passage: Passage, used: set[int]) -> list[Found]:
    """Return the statements of a paragraph whose cue is a noun or an adjective; `used` receives light verbs."""
    found = []
    for token in passage.outside:
        made = _by_noun(context, token) if token.tag in ("NN", "NNS") else _by_adjective(context, token)
        if made is not None:
            used.update(t.i for t in made.cue)
            found.append(made)
    return found


def _by_noun(context: Context, noun: Token) -> Found | None:
    cue = context.cues.nouns.get(noun.lower)
    if cue is None:
        return None
    light = _light_verb(context, noun)
    content = _clause_of_noun(context, noun, cue)
    reported = context.verb(noun.head) if noun.dep == "dobj" else None
    if reported is not None and {"object", "expression"} & set(reported.takes):
        # "expressed support for the deal": the verb has the whole object as content.
        content = content if content and content[0] == "clause" else None
    else:
        content = content or _phrase_of_noun(context, noun, cue)
    if content is None:
        return None
    construction, span = content
    speaker = _owner(noun)
    if speaker is None and light is not None:
        speaker = speaker_of(context, light)
    if speaker is None:
        return None
    words = [light, noun] if light is not None and _owner(noun) is None else [noun]
    return Found([span], words, speaker, cue.takes[construction], f"noun-{construction}")


def _clause_of_noun(context: Context, noun: Token, cue: Cue) -> tuple[str, Span] | None:
    for child in noun.rights:
        if child.dep not in ("acl", "ccomp", "relcl", "advcl", "xcomp"):
            continue
        that = any(c.dep == "mark" and c.lower == "that" for c in child.lefts) and "clause" in cue.takes
        to = is_infinitive(child) and "infinitive" in cue.takes
        if (that or to) and (span := content_span(context, child.subtree)) is not None:
            return ("clause" if that else "infinitive"), span
    light = noun.head if noun.dep == "dobj" or (noun.dep == "nsubj" and noun.head.lower in context.cues.copulas) else None
    if light is not None and "clause" in cue.takes:  # "gave a warning that …", "her message was that …"
        for child in light.rights:
            that = child.dep in ("ccomp", "advcl") and any(c.dep == "mark" and c.lower == "that" for c in child.lefts)
            if that and child.i > noun.i and (span := content_span(context, child.subtree)) is not None:
                return "clause", span
    return None


def _phrase_of_noun(context: Context, noun: Token, cue: Cue) -> tuple[str, Span] | None:
    for child in noun.rights:
        if child.dep == "prep" and child.lower in cue.takes:
            inner = [c for c in child.children if c.dep in ("pobj", "pcomp")]
            if inner and (span := content_span(context, whole(inner))) is not None:
                return child.lower, span
    return None


def _light_verb(context: Context, noun: Token) -> Token | None:
    head = noun.head
    if noun.dep == "pobj" and f"{head.head.lower} {head.lower}" in context.cues.light_verbs:
        return head.head
    if noun.dep in ("dobj", "attr", "pobj") and head.lower in context.cues.light_verbs and head.tag[:2] == "VB":
        return head
    return None


def _owner(noun: Token) -> Token | None:
    possessor = noun.child("poss")
    if possessor is not None:
        return possessor
    for child in noun.rights:
        if child.dep in ("prep", "agent") and child.lower in ("by", "from", "among") and (head := child.child("pobj")):
            return head
        clause = any(c.dep in ("mark", "nsubj", "nsubjpass") for c in child.children)
        if child.dep == "acl" and not clause and (head := agent(child)):
            return head
    return next((c for c in noun.lefts if c.dep in ("compound", "amod") and c.entity in ("ORG", "GPE", "NORP", "PERSON")), None)


def _by_adjective(context: Context, adjective: Token) -> Found | None:
    cue = context.cues.adjectives.get(adjective.lower)
    head = adjective.head
    participle = adjective.tag in ("VBN", "VBD") and any(c.dep == "auxpass" for c in adjective.children)
    if cue is None or not (
        participle or (adjective.dep in ("acomp", "oprd", "attr", "conj") and head.lower in context.cues.copulas)
    ):
        return None
    bearer = adjective if participle else head
    subject = next((c for c in bearer.children if c.dep in ("nsubj", "nsubjpass")), None)
    speaker = subject if participle else speaker_of(context, head)
    if speaker is None or speaker.lower in ("it", "there", "this", "that", "which"):
        return None
    if adjective.dep == "conj":
        return None
    for child in [*adjective.rights, *([c for c in head.rights if c.i > adjective.i] if not participle else [])]:
        if child.dep in ("ccomp", "xcomp", "advcl") and child.tag[:2] in ("VB", "MD"):
            construction = "infinitive" if is_infinitive(child) else "clause"
            if construction == "infinitive" and context.verb(child) is not None and cue.takes.get("infinitive") == "said":
                # "is pleased to announce that …": the verb reports, the adjective does not.
                return None
            tokens = child.subtree
        elif child.dep == "prep" and child.lower in cue.takes:
            construction = child.lower
            inner = [c for c in child.children if c.dep in ("pobj", "pcomp")]
            tokens = extended(context, child.head, inner[0]) if inner else []
        else:
            continue
        if construction in cue.takes and (span := content_span(context, tokens)) is not None:
            return Found([span], [adjective], speaker, cue.takes[construction], f"adjective-{construction}")
    return None
