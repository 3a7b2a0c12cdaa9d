"""Words that mention an occasion: a noun ("the second round table"), a verb ("met with"), or the headline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.extract.en import clauses
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en.date_forms import words as date_words
from onrecord.languages.en.dates import DateMention
from onrecord.languages.reading import Reading, Token
from onrecord.model import Span
from onrecord.model.facts import GatheringType


@dataclass(slots=True, eq=False)
class Mention:
    """One mention of an occasion.

    Attributes:
        head: the noun or verb that mentions it.
        base: the noun or verb in its base form.
        span: the words that name it.
        verb: for a noun the verb that governs it, for a verb itself.
        words: what tells it from others of its kind, in lower case.
        refers_back: whether the words may point to an occasion already mentioned ("the meeting").
        strength: how sure the words make it that there was, or will be, such an occasion.
        who: ids of persons and organizations named with it.
    """

    head: Token
    type: GatheringType
    base: str
    span: Span
    verb: Token | None
    rule: str
    words: frozenset[str] = frozenset()
    ordinal: int | None = None
    plural: bool = False
    refers_back: bool = False
    strength: int = 0
    title: bool = False
    dates: list[DateMention] = field(default_factory=list)
    who: frozenset[str] = frozenset()
    place: Span | None = None
    place_text: str = ""
    venue: Span | None = None

    @property
    def at(self) -> int:
        """Where the mention stands in the text."""
        return self.head.start


_NAMED = re.compile(r"[A-Z0-9]")


def nouns(reading: Reading, entities: Entities) -> list[Mention]:
    """Return the nouns of the text that are words for an occasion."""
    table = lexicon.nouns()
    found = []
    for token in reading.tokens:
        if not token.tag.startswith("N") and token.tag not in ("VBG", "JJ"):
            continue
        kind = _kind(token, table)
        if kind is None or _is_part(token, table) or _is_body(token, entities):
            continue
        found.append(_noun(reading, token, *kind))
    return found


def _kind(token: Token, table: dict[str, tuple[GatheringType, str]]) -> tuple[GatheringType, str] | None:
    before = token.nbor(-1)
    if before is not None and before.sentence == token.sentence:
        first = token.nbor(-2) if before.text == "-" else before
        joint = "-" if before.text == "-" else " "
        pair = f"{first.lower}{joint}{token.lower}" if first is not None else ""
        if pair in lexicon.noun_set("not"):
            return None
        if pair in table:
            return table[pair]
    after = token.nbor(1)
    if after is not None and f"{token.lower} {after.lower}" in table and after.tag in ("RP", "IN"):
        return table[f"{token.lower} {after.lower}"]
    if token.lower in ("call", "calls") and not any(c.lower in ("with", "between") for c in token.children):
        return (
            ("call", "call")
            if before is not None and before.lower in ("the", "this", "that") and token.lower == "call"
            else None
        )
    return table.get(token.lower) if token.tag.startswith("N") else None


def _is_part(token: Token, table: dict[str, tuple[GatheringType, str]]) -> bool:
    """Tell whether the noun only qualifies another ("a meeting room", "the summit declaration", "round table meeting")."""
    after = token.nbor(1)
    if after is not None and after.text == "-" and token.end == after.start:
        return True
    if token.dep not in ("compound", "nmod") or token.head is token or token.head.i < token.i:
        return False
    if not token.head.tag.startswith("N") or _is_name(token.head):
        return False
    return True if token.head.lower in table else token.head.i - token.i <= 3


def _is_name(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and token.entity in ("PERSON", "GPE", "DATE")


def _is_body(token: Token, entities: Entities) -> bool:
    """Tell whether the noun is part of an organization's name ("the Seoul Forum for Arms Control")."""
    body = entities.organization_at(token)
    if body is None:
        return False
    spans = [span for span in body.mentions if span.overlaps(token.span)]
    # "IAEA General Conference", "UN General Assembly" are bodies and their sessions; as an occasion they stand with "at" or "session".
    return bool(spans) and not (spans[0].end == token.end and token.lower in ("assembly", "summit", "conference"))


def _noun(reading: Reading, token: Token, kind: GatheringType, base: str) -> Mention:
    tokens = name_tokens(token)
    before = [t for t in tokens if t.i < token.i]
    plain = lexicon.words("plain")
    parts = set(base.lower().replace("-", " ").split())
    ordinals = date_words()["ordinals"]
    telling = frozenset(
        t.lower
        for t in tokens
        if t.i != token.i
        and t.tag[:1] in "NJVC"
        and t.entity not in ("DATE", "TIME")
        and t.lower not in plain
        and t.lower not in parts
        and t.dep != "punct"
    )
    ordinal = next((number for t in before if (number := _ordinal(t, ordinals)) is not None), None)
    marked = any(
        t.dep in ("det", "poss") and t.lower in ("the", "this", "that", "our", "these", "their", "both") for t in token.children
    )
    verb = clauses.verb_over(token)
    if base in ("event", "occasion") and marked and not any(t.lower in telling for t in before):
        telling = frozenset()  # "the event with its sponsors": what follows does not tell it from another
    return Mention(
        token,
        kind,
        base,
        Span(tokens[0].start, tokens[-1].end),
        verb,
        "gathering-noun",
        words=telling,
        ordinal=ordinal,
        plural=token.tag in ("NNS", "NNPS") and kind != "talks",
        refers_back=marked,
    )


_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


def _ordinal(token: Token, ordinals: dict[str, int]) -> int | None:
    match = _ORDINAL.match(token.lower)
    if match:
        return int(match[1])
    if token.tag[:1] not in "JRN" or token.entity == "DATE":
        return None
    return ordinals.get(token.lower)


_WITHIN_NAME = frozenset({"of", "on", "with", "between", "for", "to", "among", "about", "against"})


def name_tokens(head: Token) -> list[Token]:
    """Return the words that name an occasion: the noun, what stands before it, and the phrases of topic and parties behind it."""
    found = [head]
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
    tokens = sorted(set(found), key=lambda t: t.i)
    while tokens and tokens[0].dep == "punct" and tokens[0] is not head:
        tokens.pop(0)
    return tokens


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
        if token.text in (",", ";", ":", "(", "–", "—") and token.i > prep.i + 1:
            break
        found.append(token)
    return found if len(found) > 1 else []


def _dated(token: Token) -> bool:
    inside = token.child("pobj") if token.dep == "prep" else token
    return inside is not None and inside.entity in ("DATE", "TIME")


def verbs(reading: Reading, entities: Entities) -> list[Mention]:
    """Return the verbs that are an occasion in themselves."""
    found = []
    for token in reading.tokens:
        if not token.tag.startswith("VB") or token.dep in ("aux", "auxpass", "amod", "compound"):
            continue
        for rule in (_met, _spoke, _visited, _travelled, _stayed, _briefed, _convened, _appeared, _signed, _invited):
            made = rule(token, entities)
            if made is not None:
                found.append(made)
                break
    return found


def _verbal(verb: Token, kind: GatheringType, base: str, rule: str, *, to: list[Token], strength: int) -> Mention:
    """A mention by a verb, named by the verb and what follows it up to the end of its object."""
    if clauses.is_unreal(verb):
        strength -= 4
    last = max((t for head in to for t in clauses.phrase(head)), key=lambda t: t.i, default=verb)
    return Mention(verb, kind, base, Span(verb.start, max(last.end, verb.end)), verb, rule, strength=strength)


def _is_group(token: Token, entities: Entities) -> bool:
    """Tell whether a noun or pronoun stands for people or a body of people."""
    if entities.at(token) is not None or token.entity in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    return token.lower in lexicon.noun_set("groups")


def _met(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("meeting") or verb.child("auxpass"):
        return None
    partners = [t for t in [*clauses.objects(verb, "with"), *clauses.objects(verb)] if _is_group(t, entities)]
    sides = [t for t in clauses.subjects(verb) if _is_group(t, entities)]
    direct = clauses.objects(verb)
    if (direct and not any(_is_group(t, entities) for t in direct)) or not (partners or sides):
        return None
    if not partners and not any(t.entity in ("DATE", "GPE", "TIME") for t in clauses.own_tokens(verb)):
        return None
    return _verbal(verb, "meeting", "meet", "met-with", to=partners, strength=3)


def _spoke(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("call"):
        return None
    own = {t.lower for t in clauses.own_tokens(verb)}
    by_phone = bool(own & lexicon.words("by_phone")) or verb.lower.startswith(("phon", "telephon"))
    partners = [t for t in [*clauses.objects(verb, "with", "to"), *clauses.objects(verb)] if _is_group(t, entities)]
    sides = [t for t in clauses.subjects(verb) if _is_group(t, entities)]
    if by_phone and (partners or len(sides) > 1):
        return _verbal(verb, "call", "call", "spoke-by-phone", to=partners, strength=3)
    named = [t for t in clauses.objects(verb, "with") if entities.person_at(t) is not None]
    speaker = any(entities.person_at(t) is not None for t in clauses.subjects(verb))
    if named and speaker and verb.lower.startswith(("speak", "spoke", "talk")):
        return _verbal(verb, "talks", "call", "spoke-with", to=named, strength=3)
    return None


def _visited(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("visit") or verb.child("auxpass"):
        return None
    to = clauses.objects(verb)
    if not to or not any(_is_group(t, entities) for t in clauses.subjects(verb)):
        return None
    return _verbal(verb, "visit", "visit", "visited", to=to, strength=3 if to[0].tag.startswith("NNP") or to[0].entity else 2)


def _travelled(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("travel"):
        return None
    to = [t for t in clauses.objects(verb, "to", "in") if t.entity in ("GPE", "LOC", "FAC") or entities.place_at(t)]
    if not to or not any(_is_group(t, entities) for t in clauses.subjects(verb)):
        return None
    nouns_table = lexicon.nouns()
    purpose = any(t.lower in nouns_table for t in clauses.objects(verb, "for"))
    return _verbal(verb, "visit", "travel", "travelled-to", to=to[:1], strength=1 if purpose else 2)


def _briefed(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("briefing"):
        return None
    to = [*clauses.objects(verb), *clauses.objects(verb, "to")]
    if not any(t.lower in lexicon.words("press") for t in to) or not clauses.subjects(verb):
        return None
    if not any(_is_group(t, entities) for t in clauses.subjects(verb)):
        return None
    return _verbal(verb, "briefing", "briefing", "addressed-press", to=to, strength=3)


def _convened(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("convening"):
        return None
    nouns_table = lexicon.nouns()
    to = [] if verb.child("auxpass") else clauses.objects(verb)
    if to:
        if to[0].lower in nouns_table or not _is_group(to[0], entities):
            return None
        return _verbal(verb, "meeting", "convening", "convened-people", to=to, strength=3)
    head = verb.child("nsubj", "nsubjpass")
    if head is None or head.lower in nouns_table:
        return None
    if head.lower not in lexicon.noun_set("bodies") and entities.organization_at(head) is None and not head.text.isupper():
        return None
    made = _verbal(verb, "meeting", "convening", "body-convened", to=[], strength=3)
    tokens = name_tokens(head)
    made.span = Span(tokens[0].start, max(tokens[-1].end, head.end))
    made.ordinal = next((n for t in tokens if (n := _ordinal(t, date_words()["ordinals"])) is not None), None)
    made.words = frozenset(t.lower for t in tokens if t.tag[:1] in "NJ")
    return made


def _stayed(verb: Token, entities: Entities) -> Mention | None:
    """ "was in Kazakhstan from August 27 to 31": a stay with a beginning and an end."""
    if verb.lower not in ("was", "were", "is", "be", "stayed") or not any(
        entities.person_at(t) for t in clauses.subjects(verb)
    ):
        return None
    to = [t for t in clauses.objects(verb, "in") if entities.place_at(t) is not None]
    own = {t.lower for t in clauses.own_tokens(verb)}
    if (
        not to
        or not ({"from", "between", "visit", "trip"} & own)
        or not any(t.entity == "DATE" for t in clauses.own_tokens(verb))
    ):
        return None
    return _verbal(verb, "visit", "stay", "stayed-in", to=to[:1], strength=2)


def _appeared(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("court") or not any(_is_group(t, entities) for t in clauses.subjects(verb)):
        return None
    to = [t for t in clauses.objects(verb, "in", "before", "at") if t.lower in lexicon.noun_set("courts")]
    return _verbal(verb, "session", "hearing", "appeared-before", to=to, strength=2) if to else None


def _signed(verb: Token, entities: Entities) -> Mention | None:
    """A signing at a stated place on a stated day is a ceremony; how near that day must be is decided with the dates."""
    if verb.lower not in lexicon.verbs("signing"):
        return None
    passive = verb.child("nsubjpass")
    to = clauses.coordinated(passive) if passive is not None else clauses.objects(verb)
    if not any(t.lower in lexicon.noun_set("signed") for t in to):
        return None
    made = _verbal(verb, "ceremony", "signing", "signed", to=to, strength=0)
    if passive is not None:
        made.span = Span(min(t.start for t in clauses.phrase(passive)), verb.end)
    return made


def _invited(verb: Token, entities: Entities) -> Mention | None:
    if verb.lower not in lexicon.verbs("invite") or not any(_is_group(t, entities) for t in clauses.objects(verb)):
        return None
    cities = [
        t for t in clauses.own_tokens(verb) if t.dep == "pobj" and t.head.lower == "to" and entities.place_at(t) is not None
    ]
    if not cities or not any(t.entity == "DATE" for t in clauses.own_tokens(verb)):
        return None
    return _verbal(verb, "visit", "visit", "invited-to", to=[*clauses.objects(verb), *cities[:1]], strength=2)
