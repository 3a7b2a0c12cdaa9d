"""Nouns that mention an occasion: "the second round table", "his visit to Vienna", "talks on verification"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import calls
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.occasion_names import name_tokens
from onrecord.extract.en.gatherings.ordinals import ordinal_of
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en import titles
from onrecord.languages.reading import Reading, Token
from onrecord.model import Span
from onrecord.model.facts import GatheringType


def find(reading: Reading, entities: Entities) -> list[Mention]:
    """Return the nouns of the text that are words for an occasion."""
    table, words = lexicon.nouns(), lexicon.noun_words()
    found = []
    for token in reading.tokens:
        if token.lower not in words:
            continue
        after = token.nbor(1)
        labelled = after is not None and after.text in (":", "|")  # "Roundtable: …"
        if not token.tag.startswith("N") and token.dep not in _NOMINAL and not labelled and not _heads_entry(token):
            continue
        kind = _kind(token, table)
        if (
            kind is not None
            and kind[1] == "launch"
            and any(t.lower in lexicon.noun_set("launched_not") or t.lower == "such" for t in clauses.phrase(token))
        ):
            continue
        if kind is None or _is_part(token, table) or _is_body(token, entities) or _is_treaty(reading, token):
            continue
        if _is_duty(token):
            continue
        found.append(_noun(token, *kind))
    return found


def names_occasion(noun: Token) -> bool:
    """Tell whether a noun, alone or with the word before it ("round table"), is a word for an occasion."""
    before = noun.nbor(-1)
    pair = f"{before.lower} {noun.lower}" if before is not None and before.sentence == noun.sentence else ""
    return noun.lower in lexicon.nouns() or pair in lexicon.nouns()


def _heads_entry(token: Token) -> bool:
    """Tell whether what the tagger takes for a verb opens an entry: "Hearing in the Committee on Fuel"."""
    before = token.nbor(-1)
    first = before is None or before.sentence != token.sentence
    return first and token.tag == "VBG" and token.dep == "ROOT" and token.child("dobj", "aux", "nsubj") is None


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
    if token.lower == "course" and _is_of_time(token):
        return None  # "in the course of the day"
    after = token.nbor(1)
    if after is not None and (named := table.get(f"{token.lower} {after.lower}")) is not None:
        return named if after.tag in ("RP", "IN") else None  # "round table" is told by its second word
    paired = (after is not None and after.lower in ("with", "between")) or _is_placed_call(token)
    if token.lower in ("call", "calls") and not paired and not any(c.lower in ("with", "between") for c in token.children):
        return (
            ("call", "call")
            if before is not None and before.lower in ("the", "this", "that") and token.lower == "call"
            else None
        )
    return table.get(token.lower)


def _is_placed_call(token: Token) -> bool:
    """Tell whether a call is one by telephone for what is done with it: "placed a call to X", "took a call from X"."""
    made = token.dep == "dobj" and token.tag == "NN" and calls.is_made_by(token.head)
    return made and any(t.entity == "PERSON" for t in calls.ends(token, token.head))


def _is_of_time(token: Token) -> bool:
    """Tell whether a course is no lessons: "in the course of", "during the course of"."""
    return token.dep == "pobj" and token.head.lower in ("in", "during", "over") and any(c.lower == "of" for c in token.rights)


def _is_part(token: Token, table: dict[str, tuple[GatheringType, str]]) -> bool:
    """Tell whether the noun only qualifies another ("a meeting room", "the summit declaration", "round table meeting")."""
    after = token.nbor(1)
    if after is not None and after.text == "-" and token.end == after.start:
        return True
    if after is not None and after.text in (":", "|"):
        return False
    above = token.head.head
    if (
        token.dep == "pobj"
        and token.head.lower == "of"
        and above.lower in lexicon.noun_set("portions")
        and above.lower in table
    ):
        return True  # "a round of consultations" is one occasion
    apart = token.dep not in ("compound", "nmod") or token.head is token or token.head.i < token.i
    if apart or (token.head.lower in lexicon.verbs("occurring") and token.head.lower.endswith(("s", "ed"))):
        return False  # also in "Workshop Concludes in Lunde", whose verb is taken for a name
    if not token.head.tag.startswith("N") or _is_name(token.head):
        return False
    return True if token.head.lower in table else token.head.i - token.i <= 3


def _is_name(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and token.entity in ("PERSON", "GPE", "DATE")


def _is_body(token: Token, entities: Entities) -> bool:
    """Tell whether the noun is part of an organization's name ("the Seoul Forum for Arms Control")."""
    body = entities.organization_at(token)
    if body is None:
        return _is_where_one_works(token)
    spans = [span for span in body.mentions if span.overlaps(token.span)]
    prep = token.head
    inside = prep.lower == "of" and bool(spans) and spans[0].contains(prep.span)  # "the Organizing Committee of the Conference"
    if token.dep == "pobj" and ((prep.lower == "by" and prep.dep == "agent") or inside):
        return True  # "adopted by the UN General Assembly"
    if token.dep == "nsubj" and token.lower == "assembly" and token.head.child("dobj", "ccomp", "xcomp") is not None:
        return True  # "the UN General Assembly declares"
    # "UN General Assembly" is a body and its session.
    last = bool(spans) and spans[0].end == token.end
    if token.dep == "nsubj" and token.lower in ("forum", "symposium", "workshop", "dialogue") and _is_held(token):
        return False  # "The Lunde Forum on Fuel got under way"
    longer = bool(spans) and spans[0].end > token.end
    if longer and token.lower in lexicon.noun_set("held_bodies") and any(ordinal_of(t) is not None for t in token.lefts):
        return False  # "the VII Congress of Leaders": one of a series
    return bool(spans) and not (last and (token.lower in ("assembly", "summit", "conference") or _is_held(token)))


def _is_duty(token: Token) -> bool:
    """Tell whether talks that are not dated are what an office is for ("the special envoy for the six-party talks")."""
    prep = token.head
    office = prep.head
    if token.dep != "pobj" or prep.lower not in ("for", "to") or titles.head_kind(office.lower) != "office":
        return False
    return not any(t.entity in ("DATE", "GPE") and t.i > token.i for t in token.subtree) and prep.i == office.i + 1


def _is_where_one_works(token: Token) -> bool:
    """Tell whether a name in short is that of a body with people ("a senior fellow at the Forum")."""
    prep = token.head
    within = token.dep == "pobj" and prep.lower in ("at", "of") and token.text[:1].isupper()
    return within and token.lower in lexicon.noun_set("held_bodies") and titles.head_kind(prep.head.text) is not None


def _is_treaty(reading: Reading, token: Token) -> bool:
    """Tell whether a convention is a treaty on something ("joined the Convention on the Protection of Fish")."""
    after = token.nbor(1)
    if token.lower == "convention" and any(t.lower in _OF_TREATIES for t in reading.sentence_of(token).tokens):
        return True
    on = after is not None and after.lower in ("on", "against", "concerning", "relating")
    return token.text == "Convention" and on and not _is_dated(token)


_OF_TREATIES = frozenset(
    {"force", "ratify", "ratified", "ratifies", "ratification", "accede", "acceded", "accession", "signatory", "signatories"}
)


def _is_dated(token: Token) -> bool:
    return any(t.dep == "prep" and t.lower in ("in", "at") for t in token.children)


def _is_held(token: Token) -> bool:
    """Tell whether somebody holds or attends what could be a body ("the Lunde Forum, which Norland will host in May")."""
    if token.lower not in lexicon.noun_set("held_bodies"):
        return False
    verb = clauses.verb_over(token) if token.dep in ("dobj", "nsubjpass", "nsubj") else None
    if token.dep == "nsubj" and verb is not None:
        thing = verb.child("dobj")
        return verb.lower in lexicon.verbs("occurring") and (thing is None or thing.lower == "place")
    inner = [
        t for c in token.children if c.dep in ("relcl", "acl") for t in (c, *c.children) if t.dep in ("relcl", "acl", "xcomp")
    ]
    takes_place = any(v.lower in lexicon.verbs("occurring") and "place" in {c.lower for c in v.children} for v in inner)
    return takes_place or any(v is not None and v.lower in lexicon.verbs("organized") for v in (verb, *inner))


def _noun(token: Token, kind: GatheringType, base: str) -> Mention:
    tokens = name_tokens(token)
    before = [t for t in tokens if t.i < token.i]
    plain = lexicon.words("plain")
    parts = set(base.lower().replace("-", " ").split())
    telling = frozenset(
        t.lower
        for t in tokens
        if t.i != token.i
        and any(char.isalpha() for char in t.text)
        and t.tag[:1] in "NJVC"
        and t.entity not in ("DATE", "TIME")
        and t.lower not in plain
        and t.lower not in parts
        and t.dep != "punct"
    )
    ordinal = next(
        (n for t in before if t.dep in ("amod", "compound", "nmod", "ROOT") and (n := ordinal_of(t)) is not None), None
    )
    marked = any(t.lower in _DEFINITE for t in [tokens[0], tokens[0].nbor(-1), *token.lefts] if t is not None)
    if base in lexicon.words("parts") and not telling and (_is_numbered(token) or token.child("nummod") is not None):
        marked = True  # "Session 2", "Panel B": a part of the event
    verb = _governor(token)
    above = token.head.head
    if base == "discussion" and token.dep == "pobj" and above.lower in lexicon.noun_set("portions") and above is not token.head:
        kind = "talks"  # "three days of discussions"
    if kind == "other" and base in lexicon.words("meals") and _is_shared(token):
        kind = "meeting"
    if base in ("event", "occasion") and marked and not any(t.lower in telling for t in before):
        telling = frozenset()  # "the event with its sponsors": what follows does not tell it from another
    return Mention(
        token,
        kind,
        "roundtable" if kind == "roundtable" else base,  # "roundtable" and "round table" are one word
        Span(tokens[0].start, tokens[-1].end),
        verb,
        "gathering-noun",
        words=telling,
        ordinal=ordinal,
        plural=token.tag in ("NNS", "NNPS") and kind != "talks",
        refers_back=marked,
    )


def _is_shared(meal: Token) -> bool:
    """Tell whether a meal is had with somebody ("had lunch with the minister"), and not given for guests."""
    had = meal.dep == "dobj" and meal.head.lower in lexicon.verbs("having")
    return bool(clauses.objects(meal, "with") or (had and clauses.objects(meal.head, "with")))


def _governor(token: Token) -> Token | None:
    """The verb that governs a noun; in "held their first meeting focused on" the parser hangs the noun on the wrong one."""
    verb = clauses.verb_over(token)
    inner = verb.child("xcomp") if verb is not None and verb.lower in ("is", "are", "was", "were") else None
    if inner is not None and inner.tag in ("VB", "VBN") and token.dep in ("nsubj", "nsubjpass"):
        return inner  # "is to be held"
    if verb is None or verb.dep != "ccomp" or token.dep != "nsubj" or verb.i < token.i or verb.child("mark", "aux", "auxpass"):
        return verb
    above = verb.head
    return above if above.lower in lexicon.verbs("holding") and above.child("ccomp") is verb and above.i < token.i else verb


_NUMBER = re.compile(r"\d{1,2}|[IVX]{1,4}|[A-H]|one|two|three|four|five|six|seven|eight", re.IGNORECASE)


def _is_numbered(token: Token) -> bool:
    after = token.nbor(1)
    return after is not None and after.sentence == token.sentence and _NUMBER.fullmatch(after.text) is not None


_NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj"})
"""Labels under which a word stands as a noun, whatever its tag (the tagger takes "roundtable" for an adjective)."""

_DEFINITE = frozenset({"the", "this", "that", "our", "these", "their", "both"})
