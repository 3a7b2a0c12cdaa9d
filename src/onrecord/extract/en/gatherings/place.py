"""Where a gathering took place: the city, and the venue where one is named."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import resumption
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.place_phrases import city_at, is_city, named_town, read_place
from onrecord.extract.en.gatherings.time import is_argument, planned_verb, relative_head
from onrecord.extract.entities import Entities
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en import titles
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, Person, Span

_AT = frozenset({"in", "at"})


def attach(document: Document, reading: Reading, entities: Entities, mentions: list[Mention]) -> None:
    """Give each mention the city and the venue that its own words or its clause state."""
    for mention in mentions:
        behind = resumption.resumed(reading, mention)
        for token in resumption.places_in(reading, behind) if behind is not None else adverbials_of(mention):
            city, venue = read_place(
                document, entities, token, visited=mention.type == "visit" or mention.rule in ("lectured-at", "marched")
            )
            if city is not None and city.contains(mention.head.span):
                continue  # the model takes the occasion for a building
            if mention.place is not None and mention.place == mention.venue and city is not None and venue is None:
                mention.place = city  # "visited the Bank at Oskemen"
            mention.place = mention.place or city
            mention.venue = mention.venue or venue
        if mention.place is None:
            mention.place = _hosting_city(document, entities, mention)
        if mention.place is None:
            mention.place = _of_embassy(document, entities, mention)
        if mention.place is None:
            mention.place = _where(document, entities, mention)
        if mention.place is None and not mention.title:
            mention.place = _same_city(document, entities, mention) or _behind(document, entities, mention)
        mention.place_text = mention.place.of(document.text) if mention.place else ""
    for mention in mentions:
        if mention.rule == "travelled-to" and _leads_on(document, entities, mention):
            mention.place, mention.place_text, mention.venue = None, "", None
        if mention.place is None and (there := _arrived(mention, mentions)) is not None:
            mention.place, mention.place_text = there, there.of(document.text)


def _leads_on(document: Document, entities: Entities, mention: Mention) -> bool:
    """Tell whether a journey leads to several cities, so that none is its place: "will travel to Lunde and Oslo"."""
    to = [t for t in clauses.objects(mention.head, "to") if entities.place_at(t) is not None]
    return len({city for t in to if (city := read_place(document, entities, t, visited=False)[0]) is not None}) > 1


def _arrived(mention: Mention, mentions: list[Mention]) -> Span | None:
    """The city to which the verb before leads, or the clause that describes who meets.

    As in: "traveled to Lunde and met with survivors", "X, who flew to Lunde for the session, held talks with Y".
    """
    verb = mention.verb
    if verb is None or mention.type not in ("meeting", "talks"):
        return None
    before = clauses.joined_verbs(verb)[:1] if mention.rule == "met-with" else []
    described = clauses.subjects(verb)
    came = [m for m in mentions if m.rule == "travelled-to" and m.place is not None]
    led = [m for m in came if m.head in before or (m.head.dep == "relcl" and m.head.head in described)]
    return led[0].place if led and clauses.tense(led[0].head) == clauses.tense(verb) else None


def _same_city(document: Document, entities: Entities, mention: Mention) -> Span | None:
    """The city named last before "in the city for a conference"."""
    tokens = adverbials_of(mention) or (clauses.objects(mention.verb, "in", "to") if mention.verb is not None else [])
    for token in tokens:
        if token.lower in ("city", "town", "capital") and {t.lower for t in token.children} <= {"the", "same"}:
            known = cities_within(document.text, entities, (0, token.start))
            return known[-1] if known else None
    return None


def cities_within(text: str, entities: Entities, span: tuple[int, int]) -> list[Span]:
    """Return where a span names towns: places that are neither countries nor regions ("Europe", "the Gulf")."""
    found = [at for at, place in entities.places_within(span) if not place.country]
    return [at for at in found if at.of(text).lower() not in lexicon.words("regions")]


def _where(document: Document, entities: Entities, mention: Mention) -> Span | None:
    """The city that a clause describes in which the occasion is told: "Lunde, where she is due to sit down with X"."""
    verb, where = mention.verb, False
    while verb is not None and not (where := where or any(c.lower == "where" for c in verb.children)):
        verb = verb.head if verb.dep in ("xcomp", "conj") and clauses.is_verb(verb.head) else None
    while verb is not None and verb.dep in ("xcomp", "conj") and clauses.is_verb(verb.head):
        verb = verb.head
    if verb is None or verb.dep != "relcl":
        return None
    return read_place(document, entities, verb.head, visited=False)[0]


_IN = re.compile(
    r"(?:,?\s+[“\"][^“”\"\n]{3,90}[”\"])?(?:,?\s+(?:which\s+(?:was|is|will\s+be)\s+)?(?:(?:to\s+be\s+)?held|hosted|staged|organi[sz]ed|to\s+take\s+place|taking\s+place|scheduled|planned))?"
    r",?\s+(?:in|at)\s+(?:the\s+)?$"
)


def _behind(document: Document, entities: Entities, mention: Mention) -> Span | None:
    """The city right behind the noun ("a workshop in Lunde"), to which the parser may have given another head."""
    if mention.head is mention.verb or mention.type in ("visit", "call"):
        return _behind_partner(document, entities, mention) if mention.rule in ("met-with", "hosted") else None
    end = max(mention.span.end, mention.head.end)
    quoted = document.text[end : end + 2].strip()[:1] in ("“", '"')  # the title of the event, and then its city
    for span, place in entities.places_within((end, end + (140 if quoted else 40))):
        if not place.country and span.start > end and _IN.fullmatch(document.text, end, span.start):
            return None if place.name.lower() in lexicon.words("regions") else span
    return None


def _behind_partner(document: Document, entities: Entities, mention: Mention) -> Span | None:
    """The city right behind the name of whom somebody met, wherever the parser hangs it ("met with Minister X in Lunde")."""
    line = document.text.find("\n", mention.at)
    span = (mention.at, line if line >= 0 else len(document.text))
    partner = next((at for at, who in entities.within(span) if isinstance(who, Person)), None)
    if partner is None or "." in document.text[mention.at : partner.start]:
        return None
    cities = cities_within(document.text, entities, (partner.end, min(span[1], partner.end + 40)))
    return next((city for city in cities if _IN.fullmatch(document.text, partner.end, city.start)), None)


def _hosting_city(document: Document, entities: Entities, mention: Mention) -> Span | None:
    """The city that is the subject of a verb of hosting: "Lunde hosted the talks", "the forum is hosted by Lunde"."""
    verb = mention.verb
    if verb is mention.head:
        return None
    behind = [
        t
        for v in mention.head.children
        if v.dep == "acl" and v.tag == "VBN" and v.lower in lexicon.verbs("hosting_city")
        for t in clauses.objects(v, "by")
    ]
    host = verb.child("dobj") if verb is not None else None
    played = host is not None and host.lower == "host" and mention.head.dep == "pobj" and mention.head.head.lower == "to"
    if verb is None or not (played or verb.lower in lexicon.verbs("hosting_city")):
        heads = behind
    else:
        heads = clauses.objects(verb, "by") if verb.child("auxpass") else clauses.subjects(verb)
    towns = [t for head in heads for t in (head, *named_town(head))]
    return next((city_at(document, entities, t) for t in towns if entities.place_at(t) and is_city(entities, t)), None)


def _of_embassy(document: Document, entities: Entities, mention: Mention) -> Span | None:
    """The city of an embassy or office that hosts: "our embassy in Lunde hosted a reception"."""
    verb = mention.verb
    if verb is None or verb is mention.head or mention.head.dep not in ("dobj", "nsubjpass"):
        return None
    if verb.lower not in lexicon.verbs("hosting_city") and verb.lower not in lexicon.verbs("organized"):
        return None
    hosts = clauses.objects(verb, "by") if verb.child("auxpass") else clauses.subjects(verb)
    missions = [t for t in hosts if t.lower in ("embassy", "consulate", "mission", "legation", "high commission")]
    cities = [t for host in missions for t in clauses.objects(host, "in") if is_city(entities, t)]
    return next((city_at(document, entities, t) for t in cities if entities.place_at(t) is not None), None)


def adverbials_of(mention: Mention) -> list[Token]:
    """Return the nouns behind "in" and "at" in the mention's phrase, in clauses that describe it, and in its own clause."""
    verb = mention.verb
    if mention.rule in ("visited", "travelled-to", "stayed-in"):
        due = [
            t for c in mention.head.children if c.dep == "acomp" for t in clauses.objects(c, "in", "at")
        ]  # "is due in Lunde"
        return [*clauses.objects(mention.head), *clauses.objects(mention.head, "to", "in", "at"), *due]
    if mention.rule == "marched":
        places = clauses.objects(mention.head, *sorted(lexicon.words("crowd_at")))
        return [t for place in places for t in (place, *clauses.objects(place, "of", "in"))]
    if mention.rule == "lectured-at" and mention.head.child("dobj"):
        thing = mention.head.child("dobj")
        inner_at = clauses.objects(thing, "at", "in") if thing is not None else []
        return [*clauses.objects(mention.head, "at", "in"), *inner_at]
    preps: list[Token] = []
    if verb is not mention.head:
        at = _AT | {"to"} if mention.type == "visit" else _AT
        inner = [p for p in clauses.phrase(mention.head) if p.lower in at and p.i > mention.head.i]
        # "a panel on lessons from the 2021 exercise in X": another occasion's place
        preps += [p for p in inner if p.head is mention.head or not _is_dated(p.head) or p.head.entity == "DATE"]
        preps += [p for v in _describing(mention) for p in _adverbials(v)]
        drawing = [v for v in _describing(mention) if v.dep == "relcl"]
        drawing += [verb] if verb is not None and mention.head.dep == "nsubj" else []
        drawn = [v for v in drawing if v.lower in lexicon.verbs("drawing")]
        drawn += [verb] if verb is not None and verb.lower in lexicon.verbs("welcoming") and mention.head.dep == "pobj" else []
        preps += [p for v in drawn for p in v.children if p.lower == "to" and p.dep in ("prep", "dative")]
        fixed = [v for v in (*_describing(mention), verb) if v is not None and v.lower in lexicon.verbs("fixing")]
        preps += [p for v in fixed for p in v.children if p.lower == "for" and p.dep == "prep"]  # "slated for Lunde"
        planned = planned_verb(verb) if verb is not None else None
        preps += _adverbials(planned) if planned is not None else []
        if verb is not None and verb.lower in lexicon.verbs("departing") and mention.head.head.lower == "for":
            preps += [p for p in verb.children if p.lower == "for" and p.i < mention.head.head.i]  # "left for Lunde for talks"
    if verb is not None and (verb is mention.head or (is_argument(mention) and not _is_spoken_of(mention, verb))):
        prefix = clauses.prefix_of(verb)
        preps += [*_adverbials(verb), *(_adverbials(prefix) if prefix is not None else [])]
    found: list[Token] = []
    for prep in preps:
        found += [c for c in prep.children if c.dep == "pobj" and c not in found and c is not mention.head]
    return found


def _is_spoken_of(mention: Mention, verb: Token) -> bool:
    """Tell whether somebody elsewhere only speaks of an occasion known already: "In Oslo, X called the meeting an insult"."""
    known = mention.head.dep == "dobj" and mention.refers_back and not mention.words
    return known and verb.child("oprd") is not None


def _is_dated(noun: Token) -> bool:
    """Tell whether a noun has a year of its own before it ("the 2021 exercise")."""
    return any(c.i < noun.i and (c.entity == "DATE" or re.fullmatch(r"(?:19|20)\d\d", c.text)) for c in noun.children)


def _describing(mention: Mention) -> list[Token]:
    """The verbs of clauses that describe the noun ("which is due to open in Riga")."""
    found = []
    for token in mention.head.subtree:
        if token.i > mention.head.i and clauses.is_verb(token):
            noun = relative_head(token)
            if noun is mention.head or (noun is not None and noun.i > mention.head.i and mention.span.contains(noun.span)):
                found.append(token)
    return found


def _adverbials(verb: Token) -> list[Token]:
    """The prepositions "in" and "at" of a clause, save those inside its subject ("the embassy in Vienna organised")."""
    found = []
    for prep in clauses.own_tokens(verb):
        if prep.dep != "prep" or prep.lower not in ("in", "at"):
            continue
        path = [prep, *prep.ancestors]
        timed = prep.head.entity == "DATE"  # "is planned for the spring of 2019 in Lunde"
        if prep.head is not verb and (prep.head.lower in lexicon.nouns() or (_is_dated(prep.head) and not timed)):
            continue  # another occasion's place
        inside = path[: path.index(verb)] if verb in path else []
        if any(t.dep == "pobj" and t.lower in lexicon.nouns() for t in inside[1:]):
            continue  # "builds on the meeting with the leaders of five states in New York": that meeting's place
        # "chaired by X, a professor at the University of Y": where somebody works is no place of what he chairs
        calling = any(t.dep == "appos" and titles.head_kind(t.text) is not None for t in inside)
        if not calling and not any(t.dep in ("nsubj", "nsubjpass") for t in inside):
            found.append(prep)
    return found
