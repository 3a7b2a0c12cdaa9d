"""Who a speaker is: a named person or body, a pronoun or description resolved, or a phrase in the words of the text."""

from __future__ import annotations

from onrecord.extract.en import they
from onrecord.extract.en.coreference import Referents
from onrecord.extract.en.statements.context import Context
from onrecord.extract.en.statements.speakers import owner, subject_of
from onrecord.languages.en.titles import head_kind
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person, Phrase, Span, Who

_OUTSIDE = ("relcl", "acl", "advcl", "appos", "punct", "cc", "prep")


def identified(context: Context, referents: Referents, head: Token | None) -> tuple[Who | None, Span | None]:
    """Return the speaker and the words that name the speaker here; both None for nobody."""
    if head is None:
        return None, None
    if head.text == "Q":  # the mark of a question in a transcript
        return Phrase("Q", head.span), head.span
    head = owner(context, head) or head
    if head.tag == "PRP$" and referents.resolve(head) is None:
        head = _subject_around(context, head) or head
    alone = not any(child.dep == "conj" for child in head.children)
    meant = referents.resolve(head) if alone else None
    span = speaker_words(context, head)
    phrase = they.group(referents.reading, head) or span
    return named(context, head) or meant or Phrase(phrase.of(context.text), phrase), span


def _subject_around(context: Context, pronoun: Token) -> Token | None:
    """Return the subject of the clause in which a possessive stands that names nobody: "Norland indicated its readiness"."""
    verb = next((t for t in pronoun.ancestors if t.tag.startswith("VB")), None)
    subject = subject_of(context, verb) if verb is not None else None
    return subject if subject is not None and subject.i < pronoun.i and subject.tag.startswith("N") else None


def named(context: Context, head: Token) -> Person | Organization | None:
    """Return the person or organization that a speaker's head word, its apposition or its title names."""
    if any(child.dep == "conj" for child in head.children) or _are_several(context, head):
        return None
    found = context.entities.at(head)
    if found is not None:
        return _officer(context, head, found) if isinstance(found, Organization) else found
    beside = [c for c in head.children if c.dep == "appos"]
    for child in beside:
        if (entity := context.entities.at(child)) is not None:
            return entity
    return _titled(context, head) or _set_beside(context, head)


def _officer(context: Context, head: Token, body: Organization) -> Person | Organization:
    """Return who is named right behind a body, as its officer: "Director of the Fuel Agency Anna Berg said"."""
    name = next((span for span in body.mentions if span.overlaps(head.span)), None)
    behind = context.entities.within((name.end, name.end + _ADDRESS)) if name is not None else []
    for span, entity in behind:
        between = context.text[name.end : span.start] if name is not None else ""
        if isinstance(entity, Person) and (between == " " or (between.endswith(". ") and between.count(" ") == 2)):
            return entity
    return body


_ADDRESS = 8
"""Code points behind a body within which the name of its officer begins, behind a form of address ("Dr. ")."""


def _set_beside(context: Context, head: Token) -> Person | None:
    """Read the one name between commas behind an office, on whatever noun of it the parser hangs the name.

    As in: "the director of the Centre for Site Rehabilitation, Anna Berg, said".
    """
    if head_kind(head.lower) is None:
        return None
    tokens = head.subtree
    inside = context.entities.within((head.end, tokens[-1].end))
    found = [span for span, entity in inside if isinstance(entity, Person)]
    if len(found) != 1:
        return None
    before, behind = context.text[head.end : found[0].start], context.text[found[0].end : found[0].end + 1]
    rank = before.rpartition(", ")[2].split()  # "a spokesman for the ministry, Colonel X, said"
    set_off = before.count(", ") == 1 and before.count(",") == 1 and behind in (",", "")
    set_off = set_off and all(head_kind(word.lower()) is not None or word.istitle() for word in rank)
    return context.entities.person_at(context.reading.between(found[0])[-1]) if set_off else None


def _are_several(context: Context, head: Token) -> bool:
    """Tell whether two persons are joined in one noun phrase whatever the parser makes of it ("President X and Minister Y")."""
    words = speaker_words(context, head)
    before = [t for t in context.reading.between(words) if t.i < head.i]
    named_before = {id(entity) for t in before if (entity := context.entities.person_at(t)) is not None}
    own = context.entities.person_at(head)
    return any(t.tag == "CC" for t in before) and own is not None and bool(named_before - {id(own)})


def _titled(context: Context, head: Token) -> Person | None:
    """Read a title that the parser took for the head: "Prime Minister of X | Name", "Acting | Under Secretary Name"."""
    if not head.text[:1].isupper() or head.entity == "GPE":
        return None
    tokens = head.subtree
    last = next((t for t in tokens if t.i > head.i and t.tag in (",", "-LRB-", ":")), None)
    end = last.i if last is not None else tokens[-1].i + 1
    words = Span(tokens[0].start, context.reading.tokens[end - 1].end)
    inside = [(span, entity) for span, entity in context.entities.within(words) if isinstance(entity, Person)]
    return inside[0][1] if len(inside) == 1 and abs(inside[0][0].end - words.end) <= 2 else None


def speaker_words(context: Context, head: Token) -> Span:
    """Return the words that name a speaker: the noun phrase of its head, without clauses and appositions behind it."""
    tokens = [head]
    for child in head.children:
        if child.dep in _OUTSIDE and not (child.dep in ("prep", "cc") and _belongs(head, child)):
            continue
        if child.dep == "conj" or child.i < head.i or child.dep in ("prep", "nummod", "flat", "cc"):
            tokens += [token for token in child.subtree if context.quotation_of(token) is context.quotation_of(head)]
    tokens.sort(key=lambda token: token.i)
    # A phrase is contiguous: what the parser hangs on it from afar is left out.
    first = last = next(k for k, token in enumerate(tokens) if token is head)
    while first and tokens[first].i - tokens[first - 1].i <= 2:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i - tokens[last].i <= 2:
        last += 1
    kept = tokens[first : last + 1]
    while kept[0].tag in (",", "``", "''", ":", "CC", "IN") and kept[0] is not head:
        kept.pop(0)
    while kept[-1].tag in (",", "``", "''", ":", ".", "CC") and kept[-1] is not head:
        kept.pop()
    return Span(kept[0].start, kept[-1].end)


def _belongs(head: Token, child: Token) -> bool:
    if child.dep == "cc":
        return any(other.dep == "conj" for other in head.children)
    follows = child.i - head.i <= 2
    return follows and child.lower in ("of", "from", "for", "in", "at", "with")
