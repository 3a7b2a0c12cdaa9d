"""Bodies that a text means by their kind alone: директор фонда, Наш институт проведёт форум, в университете прошла лекция."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.extract.ru.names import kazakh_bodies
from onrecord.languages.reading import Sentence, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.model import Organization, Span

_KINDS = {"вуз": ("университет", "институт", "академия"), "дипмиссия": ("посольство",), "ведомство": ("министерство", "мид")}
"""What a word for a kind of bodies can mean besides bodies that bear it in their name."""


def latest(entities: Entities, token: Token) -> Organization | None:
    """Return the body of the kind that a noun tells which was named last before it, else the first of the page."""
    lemma = model.lemma(token.text)
    kinds = _KINDS.get(lemma, (lemma,))
    fits = [body for body in entities.organizations if _is_of(body, kinds)]
    before = [(span, body) for span, body in entities.mentions if body in fits and span.end <= token.start]
    named = before[-1][1] if before else next(iter(fits), None)
    return named if isinstance(named, Organization) else None


def _is_of(body: Organization, kinds: tuple[str, ...]) -> bool:
    words = [word.strip('«»"') for name in body.names for word in name.split()]
    return any(model.lemma(word) in kinds or kazakh_bodies.kind_of(word) in kinds for word in words)


def is_bare(entities: Entities, token: Token) -> bool:
    """Tell whether a noun in small letters names no body but its kind, and says of none whose or which it is."""
    lemma = model.lemma(token.text)
    if lemma not in vocabulary.words("organizations", "generic") and lemma not in _KINDS:
        return False
    if not token.text[:1].islower() or entities.organization_at(token) is not None or not token.tag.startswith("NOUN"):
        return False
    before, after = token.nbor(-1), token.nbor()
    described = before is not None and before.sentence == token.sentence and before.tag.startswith("ADJ")
    told = (
        after is not None and after.sentence == token.sentence and (" Gen" in after.tag or after.text == "«" or _names(after))
    )
    return not described and not told and " Plur" not in token.tag


def _names(token: Token) -> bool:
    return token.text[:1].isupper() or token.lower in ("при", "имени", "им")


def meant(entities: Entities, sentence: Sentence) -> list[tuple[Span, Organization]]:
    """Return the subjects of a sentence that mean a body by its kind, and bodies that its writers call theirs (наш фонд)."""
    found: list[tuple[Span, Organization]] = []
    for token in sentence.tokens:
        if not is_bare(entities, token):
            continue
        before = token.nbor(-1)
        ours = before is not None and before.sentence == token.sentence and model.lemma(before.text) == "наш"
        if not ours and not (" Nom" in token.tag and token.dep in ("nsubj", "conj")):
            continue
        body = latest(entities, token)
        if body is not None:
            found.append((token.span, body))
    return found


def house(entities: Entities, sentence: Sentence) -> list[tuple[Span, Organization]]:
    """Return the bodies in whose house something is, told by the kind alone: в университете прошла лекция."""
    inside = [t for t in sentence.tokens if t.lower in ("в", "во") and t.nbor() is not None]
    nouns = [noun for t in inside if (noun := t.nbor()) is not None and " Loc" in noun.tag and is_bare(entities, noun)]
    return [(noun.span, body) for noun in nouns if (body := latest(entities, noun)) is not None]
