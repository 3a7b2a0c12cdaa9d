"""The words that name an occasion around its noun: "the second Lunde Forum of Parliaments on Disarmament"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.ordinals import ordinal_of
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Token

_WITHIN_NAME = frozenset({"of", "on", "with", "between", "for", "to", "among", "about", "against"})


def name_tokens(head: Token) -> list[Token]:
    """Return the words that name an occasion: noun, what stands before it, and phrases of topic and parties behind."""
    found = [head]
    before = head.nbor(-1)
    if before is not None and f"{before.lower} {head.lower}" in lexicon.nouns() and before.head is not head:
        found += [t for t in clauses.phrase(before) if t.i <= before.i]  # "the Moscow book fair", whose parse is wrong
    for child in head.children:
        if child.i < head.i and child.dep in (
            "det",
            "poss",
            "amod",
            "compound",
            "nummod",
            "nmod",
            "quantmod",
            "punct",
            "advmod",
            "npadvmod",
        ):
            found += [t for t in clauses.phrase(child) if t.i < head.i]
        elif child.i > head.i and child.dep == "prep" and child.lower in _WITHIN_NAME and not _dated(child):
            found += _reach(child)
    found += _capitals_before(min(found, key=lambda t: t.i))
    tokens = sorted(set(found), key=lambda t: t.i)
    tokens += _capitals_behind(head, tokens[-1])
    while tokens and tokens[0].dep == "punct" and tokens[0] is not head:
        tokens.pop(0)
    return _whole_brackets(tokens)


def _capitals_before(first: Token) -> list[Token]:
    """The rest of a name in capitals that the parser cuts at a dash ("third Korea–Central Asia Forum")."""
    found: list[Token] = []
    if not first.text[:1].isupper():
        return found
    token = first.nbor(-1)
    while token is not None and token.sentence == first.sentence and token.dep not in ("det", "poss", "case"):
        dash = token.text in ("-", "–", "—") and token.start > 0
        if not (
            (dash and found == [])
            or token.tag in ("NNP", "NNPS")
            or (found and ordinal_of(token) is not None)
            or (found and dash)
        ):
            break
        found.append(token)
        token = token.nbor(-1)
    while found and found[-1].text in ("-", "–", "—"):
        found.pop()
    joined = any(t.text in ("-", "–", "—") and t.end == t.nbor(1).start for t in found if t.nbor(1) is not None)  # type: ignore[union-attr]
    return found if joined else []


def _capitals_behind(head: Token, last: Token) -> list[Token]:
    """The rest of a name in capitals that the parser hangs on another word ("the Forum of Parliaments | on Disarmament")."""
    prep = last.nbor(1)
    if not head.text[:1].isupper() or prep is None or prep.sentence != head.sentence or prep.lower not in ("on", "for"):
        return []
    found: list[Token] = []
    token = prep.nbor(1)
    while token is not None and token.sentence == head.sentence and _is_title_word(token):
        found.append(token)
        token = token.nbor(1)
    return [prep, *found] if found else []


def _is_title_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[1:2].islower() and token.entity not in ("DATE", "GPE", "PERSON")


def _whole_brackets(tokens: list[Token]) -> list[Token]:
    """Take in the full name where the parse leaves its short form alone: "United Nations (UN) General Assembly"."""
    marks = [t.text for t in tokens if t.text in ("(", ")")]
    if marks[:1] != [")"]:
        return tokens
    lead: list[Token] = []
    opened = False
    token = tokens[0].nbor(-1)
    while token is not None and token.sentence == tokens[0].sentence and (not opened or token.tag in ("NNP", "NNPS")):
        lead.append(token)
        opened = opened or token.text == "("
        token = token.nbor(-1)
    named = bool(lead) and lead[-1].text != "("
    return [*reversed(lead), *tokens] if opened and named else tokens


def _joins_another_thing(token: Token) -> bool:
    """Tell whether "and" behind a town begins what else there is: "a visit to Lunde and the exchange of archives"."""
    joined = token.head.child("conj")
    return joined is not None and joined.i > token.i and joined.tag in ("NN", "NNS")


def _reach(prep: Token) -> list[Token]:
    """The words of a prepositional phrase up to the first comma, place or date."""
    found: list[Token] = []
    for token in clauses.phrase(prep):
        if token.i < prep.i:
            continue
        if (token.dep == "prep" and token is not prep and token.lower in ("in", "at", "from", "during", "after")) or _dated(
            token
        ):
            break
        if token.dep == "cc" and token.head.entity == "GPE" and _joins_another_thing(token):
            break
        if token.text in (",", ";", ":", "(", "–", "—") and token.i > prep.i + 1:
            break
        found.append(token)
    return found if len(found) > 1 else []


def _dated(token: Token) -> bool:
    inside = token.child("pobj") if token.dep == "prep" else token
    return inside is not None and inside.entity in ("DATE", "TIME")
