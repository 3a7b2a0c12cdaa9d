"""The cue of a quotation in its own sentence: after the marks, before them, or in a paragraph that ends with a colon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from onrecord.extract.en.statements.context import Context, Passage
from onrecord.extract.en.statements.forms import is_infinitive
from onrecord.extract.en.statements.speakers import speaker_of, subject_of
from onrecord.languages.en.quotation import Quotation
from onrecord.languages.reading import Token
from onrecord.model import Span

REACH = 40
"""Tokens outside of quotation marks between a quotation and its cue, at most."""

ENDS = frozenset((".", "!", "?", ";"))
_DASHES = (",", "-", "–", "—", "―", "--")
_DEPENDENT = ("relcl", "acl", "pcomp", "advcl", "xcomp")
_INNER_MARKS = " '’\"”»"
_SIGNED = re.compile(r"\s*(?:[―—–]|--?)\s*(?=[A-Z])")
_RELATIVES = ("who", "which", "that")


@dataclass(slots=True)
class Attribution:
    """A cue of a quotation: its words, its speaker and the manner."""

    cue: list[Token]
    speaker: Token | None
    manner: str
    rule: str


def attribution(context: Context, passage: Passage, quotation: Quotation) -> Attribution | None:
    """Find the cue of a quotation in its own sentence, or the name with which it is signed."""
    return (
        after(context, passage, quotation) or before(context, passage, quotation) or _signed(context.text, passage, quotation)
    )


def ending(context: Context, quotation: Quotation) -> str:
    """Return the last mark inside a quotation, marks of quotations inside it left out."""
    return context.text[quotation.inner.start : quotation.inner.end].rstrip(_INNER_MARKS)[-1:]


def clause_start(context: Context, passage: Passage, quotation: Quotation) -> int | None:
    """Return where the reported clause begins whose end is a quotation ("The plan ''is misguided,'' said X."), or None.

    None where the quotation begins its sentence, or stands behind a comma, a colon or a dash.
    """
    leading = context.text[passage.span.start : quotation.outer.start].rstrip(" \u00a0\n")
    tokens = [t for t in passage.tokens if t.end <= quotation.outer.start]
    if not leading or not tokens or leading[-1] in ".!?:;,—–-―”\"’'":
        return None
    sentence = [t for t in context.reading.sentence_of(tokens[-1]).tokens if t.end <= quotation.outer.start]
    if not sentence or _crosses(passage, sentence[0].start, quotation.outer.start):
        return None
    while sentence and sentence[0].tag in ("CC", ",", ":"):
        sentence.pop(0)
    return sentence[0].start if sentence else None


def clause_before(context: Context, verb: Token, quotation: Quotation) -> Span | None:
    """Return the first part of a clause that its cue interrupts (The test, X said, "poisoned a generation"), or None.

    The quotation goes on in small letters, and what stands before the cue begins with a noun phrase, not with an adverbial.
    """
    subject = subject_of(context, verb)
    if subject is None or subject.i > verb.i or not context.text[quotation.inner.start].islower():
        return None
    first = subject.subtree[0]
    comma = first.nbor(-1)
    sentence = [t for t in context.reading.sentence_of(verb).tokens if comma is not None and t.i < comma.i]
    while sentence and sentence[0].tag == "CC":
        sentence.pop(0)
    if comma is None or comma.text not in _DASHES or not sentence or any(context.quotation_of(t) for t in sentence):
        return None
    if (
        sentence[0].tag not in ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "EX")
        or sentence[0].entity == "DATE"
    ):
        return None
    return Span(sentence[0].start, sentence[-1].end)


def reported_start(context: Context, verb: Token, quotation: Quotation) -> int | None:
    """Return where the reported clause begins that ends with a quotation (said although it rains, "all is well"), or None."""
    between = [t for t in context.reading.between((verb.end, quotation.outer.start)) if context.quotation_of(t) is None]
    that = next((k for k, t in enumerate(between) if t.lower == "that" and t.tag == "IN"), None)
    if that is not None:
        return next((t.start for t in between[that + 1 :] if t.text not in _DASHES), None)
    while between and between[0].tag in ("RP", "RB"):
        between.pop(0)
    if not between or between[0].text in (*_DASHES, ":") or not any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in between):
        return None
    subject = subject_of(context, verb)
    if (subject is not None and subject.i > verb.i) or (between[0].tag in ("IN", "TO") and between[0].dep == "prep"):
        return None
    return between[0].start


def _signed(text: str, passage: Passage, quotation: Quotation) -> Attribution | None:
    """Read "…" — Name: a quotation with its author's name behind a dash, as collections of readers' voices print it."""
    tail = [t for t in passage.outside if t.start >= quotation.outer.end][:REACH]
    tail = list(takewhile(lambda t: not _crosses(passage, quotation.outer.end, t.start), tail))
    dash = _SIGNED.match(text, quotation.outer.end)
    tail = [t for t in tail if dash is not None and t.end > dash.end()]
    if not tail:
        return None
    if any(t.text[:1].isdigit() for t in tail):
        # A title with its source and date, as in a list of references.
        return None
    name = list(takewhile(lambda t: t.text not in (",", ".", "("), tail))
    if not name or len(name) > 6 or any(t.tag[:2] in ("VB", "MD") and t.text[:1].islower() for t in name):
        return None
    return Attribution([], _head_of(name), "said", "signed-quotation")


def after(context: Context, passage: Passage, quotation: Quotation) -> Attribution | None:
    """Find the cue in "…," X said and in "…," said X."""
    follow = [t for t in passage.outside if t.start >= quotation.outer.end][:REACH]
    follow = list(takewhile(lambda t: not _crosses(passage, quotation.outer.end, t.start), follow))
    if not follow or not _can_be_attributed(context, passage, quotation, follow):
        return None
    for token in takewhile(lambda t: t.text not in ENDS, follow):
        manner = _speech_manner(context, token)
        if manner is None or _is_attribute(token) or (token.dep in _DEPENDENT and not _is_main(context, token)):
            continue
        embedded = clause_start(context, passage, quotation) is not None
        return _attribution_after(context, quotation, token, follow, manner, embedded=embedded)
    return None


def _is_attribute(token: Token) -> bool:
    """Tell whether a participle stands between an article and its noun ("with the stated aim of")."""
    before = token.nbor(-1)
    return token.tag == "VBN" and token.dep == "amod" and before is not None and before.tag in ("DT", "PRP$", "JJ")


def _is_main(context: Context, verb: Token) -> bool:
    """Tell whether a verb that the parser takes for a relative clause has a subject of its own ("…" Smith said.)."""
    subject = subject_of(context, verb)
    return verb.dep == "relcl" and subject is not None and subject.lower not in _RELATIVES


def _attribution_after(
    context: Context, quotation: Quotation, verb: Token, follow: list[Token], manner: str, *, embedded: bool
) -> Attribution | None:
    if embedded and has_own_content(context, verb, quotation):
        return None
    if is_infinitive(verb) or (ending(context, quotation) in "?!." and has_own_content(context, verb, quotation)):
        return None
    speaker = _speaker(context, verb, quotation, follow)
    cue = context.verb(verb)
    joined = any(t.tag == "CC" for t in follow if t.i < verb.i and t.head is not speaker)
    if speaker is None or cue is None or (joined and embedded):
        return None
    return Attribution(context.cue_tokens(verb, cue), speaker, manner, "quotation-then-cue")


def _can_be_attributed(context: Context, passage: Passage, quotation: Quotation, follow: list[Token]) -> bool:
    """Tell whether the marks leave room for a cue behind: a comma, a question mark, a full stop before a short tail."""
    last = ending(context, quotation)
    if follow[0].text in _DASHES:
        return True
    if last == "." and (follow[-1].text in (",", ":") or clause_start(context, passage, quotation) is not None):
        # The sentence is over; what follows introduces the next quotation, or is a new sentence.
        return False
    if last in ",?!…—–-":
        return True
    tail = list(takewhile(lambda t: t.text not in ENDS, follow))
    if last != "." and clause_start(context, passage, quotation) is not None:
        return False
    return len(tail) <= 8 and not any(has_own_content(context, t, quotation) for t in tail if t.tag[:2] == "VB")


def before(context: Context, passage: Passage, quotation: Quotation) -> Attribution | None:
    """Find the cue in X said, "…", in X said: "…" and in X said "…"."""
    leading = [t for t in passage.outside if t.end <= quotation.outer.start]
    if not leading or _crosses(passage, leading[-1].end, quotation.outer.start):
        return None
    last = leading[-1]
    colon = last.text == ":"
    if last.text not in (*_DASHES, ":") and _speech_manner(context, last) is None:
        return None
    for back, token in enumerate(reversed(leading)):
        if (back and token.text in ENDS) or back > REACH:
            break
        if _crosses(passage, token.end, quotation.outer.start) and not colon:
            break
        manner = _speech_manner(context, token)
        if manner is None or (not colon and has_own_content(context, token, quotation)):
            continue
        speaker, cue = speaker_of(context, token), context.verb(token)
        if speaker is not None and context.quotation_of(speaker) is not None:
            speaker = None
        if cue is not None and (speaker is not None or colon):
            return Attribution(context.cue_tokens(token, cue), speaker, manner, "cue-then-quotation")
    return _after_colon(context, quotation, last) if colon else None


def _after_colon(context: Context, quotation: Quotation, colon: Token) -> Attribution | None:
    """Read a colon before a quoted sentence as the cue: who is the subject of the sentence before it speaks."""
    words = [t for t in context.reading.between(quotation.inner) if t.text.isalpha()]
    if len(words) < 4 or not any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in context.reading.between(quotation.inner)):
        return None
    sentence = [t for t in context.reading.sentence_of(colon).tokens if t.i < colon.i]
    root = next((t for t in sentence if t.tag[:2] == "VB" and t.dep in ("ROOT", "ccomp", "conj")), None)
    subject = subject_of(context, root) if root is not None else None
    if root is None and sentence and len(sentence) <= 6:
        # A name and a colon: Smith: "…"
        subject = sentence[-1]
    if subject is None or not (subject.lower in ("he", "she", "they") or context.entities.person_at(subject)):
        return None
    return Attribution([], subject, "said", "colon-quotation")


def announcement(context: Context, passage: Passage) -> Attribution | None:
    """Read a paragraph that ends with a colon or a comma as the cue of the quotation that follows."""
    if not passage.outside or passage.outside[-1].text not in (":", ",") or passage.outside[-1] is not passage.tokens[-1]:
        return None
    for back, token in enumerate(reversed(passage.outside)):
        if (back and token.text in ENDS) or back > REACH:
            return None
        cue, manner = context.verb(token), _speech_manner(context, token)
        if cue is not None and manner is not None:
            return Attribution(context.cue_tokens(token, cue), speaker_of(context, token), manner, "announced-quotation")
    return None


def has_own_content(context: Context, verb: Token, quotation: Quotation) -> bool:
    """Tell whether the verb reports something else than the quotation: a clause or a thing outside of the marks."""
    cue = context.verb(verb)
    for child in verb.rights:
        if context.quotation_of(child) is not None:
            continue
        if child.dep in ("ccomp", "xcomp"):
            subtree = child.subtree
            if not Span(subtree[0].start, subtree[-1].end).overlaps(quotation.outer):
                return True
        spoken_to = cue is not None and "person" in cue.takes
        if child.dep == "dobj" and not spoken_to and child.tag[:2] == "NN" and not child.entity:
            return True
    return False


def _speech_manner(context: Context, token: Token) -> str | None:
    cue = context.verb(token)
    return cue.manner("speech") if cue else None


def _crosses(passage: Passage, start: int, end: int) -> bool:
    return any(start <= q.outer.start and q.outer.end <= end for q in passage.quotations)


def _speaker(context: Context, verb: Token, quotation: Quotation, follow: list[Token]) -> Token | None:
    """Return the speaker by the parse, or by the order of words where the parse puts it inside the quotation."""
    subject = subject_of(context, verb)
    if subject is not None and subject.lower != "this":
        return subject if subject.lower not in _RELATIVES else speaker_of(context, verb)
    nominal = [t for t in follow if t.i < verb.i and _is_nominal(t) and t.start >= quotation.outer.end]
    if not nominal:
        later = takewhile(
            lambda t: t.text not in (",", ".") and t.tag[:2] not in ("VB", "IN"), [t for t in follow if t.i > verb.i][:12]
        )
        nominal = [t for t in later if _is_nominal(t)]
    if nominal:
        return _head_of(nominal)
    found = speaker_of(context, verb)
    return found if found is not None and context.quotation_of(found) is None else None


def _head_of(tokens: list[Token]) -> Token:
    """Return the head word of a run of nominal words: the one whose governor lies outside of the run."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside), tokens[-1])


def _is_nominal(token: Token) -> bool:
    """Tell whether a token may be who speaks: a noun, a pronoun, or "one" ("said one who asked not to be named")."""
    return token.tag[:2] in ("NN", "PR") or token.lower == "one"
