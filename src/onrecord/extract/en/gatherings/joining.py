"""Which mentions grammar makes one occasion, before they are compared: "met in Niamey for a summit"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.languages.reading import Token


def join_by_grammar(mentions: list[Mention]) -> None:
    """Join what grammar makes one occasion: "met in Niamey for a summit", "visited the village, where he met its mayor"."""
    by_verb = {m.head.i: m for m in mentions if m.head is m.verb}
    journey = next((m for m in mentions if m.title and m.type == "visit" and m.rule == "headline"), None)
    for mention in mentions:
        head, verb = mention.head, mention.verb
        if (counted := _counted_visit(mention, by_verb)) is not None:
            mention.part_of = counted
        elif head is not verb:
            other = by_verb.get(verb.i) if verb is not None else None
            top = head.head if head.dep == "appos" else head
            preps = ("for", "on") if mention.type == "visit" else ("for",)  # "arrived in Lunde on a two-day visit"
            purpose = top.dep == "pobj" and top.head.lower in preps and not mention.plural
            sat = mention.type == "session" and top.dep == "pobj" and top.head.lower == "in"  # "met in emergency session"
            if other is not None and ((purpose and other.rule in _PURPOSEFUL) or (sat and other.rule in _SAT)):
                if (
                    journey is not None
                    and other.rule == "travelled-to"
                    and not (mention.ordinal or mention.head.text[0].isupper())
                ):
                    mention.part_of = journey  # "Travel to X": what it was for in general is no occasion beside it
                else:
                    _absorb(mention, other)
        elif mention.rule in ("met-with", "received-by") and (inner := _where_clause(head)) is not None:
            above = clauses.verb_over(inner)
            if above is not None and above.i in by_verb and by_verb[above.i].rule in ("visited", "travelled-to"):
                mention.part_of = by_verb[above.i]


def _counted_visit(mention: Mention, by_verb: dict[int, Mention]) -> Mention | None:
    """The visit that a verb tells and an apposition counts ("flew to Oslo to tour the plant, her third trip there")."""
    head = mention.head
    if mention.type != "visit" or head.dep != "appos" or head.child("poss") is None:
        return None
    above = next((by_verb[t.i] for t in head.ancestors if t.i in by_verb), None)
    return above if above is not None and above.type == "visit" else None


def _where_clause(verb: Token) -> Token | None:
    """The first verb of the clause "where she spoke and was received by X" that a verb belongs to, or None."""
    first = clauses.first_joined(verb)
    return first if first.dep == "relcl" and any(t.lower == "where" for t in first.children) else None


_SAT = frozenset({"met-with", "body-convened", "gathered"})


_PURPOSEFUL = frozenset({"met-with", "travelled-to", "convened-people", "gathered"})


def _absorb(noun: Mention, verbal: Mention) -> None:
    """Make the journey or the coming together a part of what it is for."""
    verbal.part_of = noun
    noun.dates += [d for d in verbal.dates if d not in noun.dates]
    noun.strength += 2
    if noun.place is None:
        noun.place, noun.place_text, noun.venue = verbal.place, verbal.place_text, verbal.venue
