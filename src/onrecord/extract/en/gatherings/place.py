"""Where a gathering took place: the city, and the venue where one is named."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings import resumption
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.time import is_argument, planned_verb, relative_head
from onrecord.extract.entities import Entities
from onrecord.languages import places
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.en import organizations, titles
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, Person, Span

_AT = frozenset({"in", "at"})
_WITHIN = frozenset({"in", "at", "of", "near", "outside"})
_STATE = re.compile(r",?\s+(?:D\.\s?C\.|DC\b)")


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
    towns = [t for head in heads for t in (head, *_named_town(head))]
    return next((_city(document, entities, t) for t in towns if entities.place_at(t) and _is_city(entities, t)), None)


def _of_embassy(document: Document, entities: Entities, mention: Mention) -> Span | None:
    """The city of an embassy or office that hosts: "our embassy in Lunde hosted a reception"."""
    verb = mention.verb
    if verb is None or verb is mention.head or mention.head.dep not in ("dobj", "nsubjpass"):
        return None
    if verb.lower not in lexicon.verbs("hosting_city") and verb.lower not in lexicon.verbs("organized"):
        return None
    hosts = clauses.objects(verb, "by") if verb.child("auxpass") else clauses.subjects(verb)
    missions = [t for t in hosts if t.lower in ("embassy", "consulate", "mission", "legation", "high commission")]
    cities = [t for host in missions for t in clauses.objects(host, "in") if _is_city(entities, t)]
    return next((_city(document, entities, t) for t in cities if entities.place_at(t) is not None), None)


def _named_town(noun: Token) -> list[Token]:
    """The name behind "the city of" or "the capital"."""
    if noun.lower not in lexicon.words("settlements"):
        return []
    named = [t for t in noun.children if t.dep == "appos" and t.tag == "NNP"]
    return named + [t for p in noun.children if p.lower == "of" for t in p.children if t.dep == "pobj"]


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
        preps += [p for p in inner if p.head is mention.head or not _is_dated(p.head)]
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


def read_place(document: Document, entities: Entities, token: Token, *, visited: bool) -> tuple[Span | None, Span | None]:
    """Return city and venue of the noun phrase that a token heads; a country or a region alone is neither.

    Args:
        document: the document.
        entities: its persons, organizations and places.
        token: the noun behind "in" or "at", or the object of "visited".
        visited: whether it was visited, so that any organization is a venue.
    """
    place = entities.place_at(token)
    here = any(c.lower == "this" for c in token.children if c.dep == "det")  # "in this hall": where those are who speak
    if here or (place is not None and place.country and place.name.lower() not in lexicon.words("city_states")):
        return None, None
    inner = next((t for t in _inner(token) if _is_city(entities, t)), None)
    if place is None and token.lower in lexicon.words("settlements"):  # "Cape Town" is a place itself
        inner = inner or next((t for t in _named_town(token) if t.tag == "NNP"), None)
        known = entities.place_at(inner) if inner is not None else None
        is_town = known is None or not known.country
        return (_city(document, entities, inner), None) if inner is not None and is_town else (None, None)
    body = visited and entities.organization_at(token) is not None
    if visited and entities.at(token) is None and (town := inner or _taken_for_people(token, known=place is not None)):
        return _city(document, entities, town), None
    if token.lower in lexicon.words("venues") | lexicon.words("facilities") or token.entity == "FAC" or body:
        venue = _of_body(document, entities, token, _venue(token, inner)) if visited else _venue(token, inner)
        if inner is None:
            inner = _city_in_name(entities, token) or _owner(entities, token)
        if inner is None and (city := _behind_comma(document, entities, token, venue)) is not None:
            return city, venue
        return (_city(document, entities, inner), venue) if inner is not None else (venue, venue)
    return (_city(document, entities, token), None) if _is_city(entities, token) else (None, None)


def _owner(entities: Entities, venue: Token) -> Token | None:
    """The town whose venue it is: "at Lunde's Hotel Ulba", "at the University of Lunde"."""
    owner = venue.child("poss")
    if owner is not None and owner.tag == "NNP" and _is_city(entities, owner):
        return owner
    if venue.lower not in lexicon.words("local"):
        return None
    inside = [
        t
        for p in venue.children
        if p.lower == "of"
        for t in p.children
        if t.dep == "pobj" and t.lower not in lexicon.words("regions")
    ]
    return next((t for t in inside if t.tag == "NNP" and not ((place := entities.place_at(t)) and place.country)), None)


def _taken_for_people(token: Token, *, known: bool) -> Token | None:
    """The token itself where it is a town that the model takes for a people or a body."""
    before = [c for c in token.children if c.dep in ("compound", "det", "amod", "poss")]
    named = all(t.tag == "NNP" and t.text.istitle() and t.dep != "poss" for t in (token, *before))
    return token if named and token.entity in ("NORP", "ORG", "PERSON", "LOC", "") and not known else None


def _behind_comma(document: Document, entities: Entities, token: Token, venue: Span | None) -> Span | None:
    """The city set behind a venue by a comma ("at the Hotel Ulba, Lunde"), be it behind the street."""
    end = venue.end if venue is not None else token.end
    for span, place in entities.places_within((end, end + 60)):
        between = document.text[end : span.start]
        if not place.country and re.fullmatch(r",\s+(?:[^,.;()\n]{1,40},\s+)?", between):
            return span
    return None


def _inner(token: Token) -> list[Token]:
    """The nouns behind "in", "at" and "of" inside a noun phrase: "the plant in Ulba", "the village of Dolon"."""
    beside = {t.i for c in token.children if c.dep == "appos" for t in clauses.phrase(c)}  # "Lunde, the capital of Norland"
    inside = [p for p in clauses.phrase(token) if p.i > token.i and p.i not in beside]
    preps = [p for p in inside if p.dep == "prep" and p.lower in _WITHIN]
    return [t for p in preps for t in p.children if t.dep == "pobj"]


def _venue(token: Token, inner: Token | None) -> Span | None:
    """The name of a building or room, without article and without the city; a bare common noun ("the court") names none."""
    words = [t for t in clauses.phrase(token) if inner is None or t.i < inner.head.i]
    while words and words[0].lower in ("the", "a", "an", "its", "their"):
        words.pop(0)
    stop = next(
        (
            k
            for k, t in enumerate(words)
            if t.i > token.i and (t.text in (",", "(", "–") or (t.dep in ("prep",) and t.lower in ("in", "at")))
        ),
        None,
    )
    words = words[:stop]
    if not words or (len(words) == 1 and not words[0].text[:1].isupper()):
        return None
    return Span(words[0].start, words[-1].end)


def _of_body(document: Document, entities: Entities, token: Token, venue: Span | None) -> Span | None:
    """Cut a venue behind the name of the body that it is ("at the Lunde College | on women in arms control")."""
    body = entities.organization_at(token)
    ends = [s.end for s in body.mentions if s.overlaps(token.span)] if body is not None else []
    ends = [end for end in ends if re.match(r"\s+(?:on|about)\s", document.text[end : end + 8])]
    return Span(venue.start, min(venue.end, ends[0])) if venue is not None and ends and ends[0] > venue.start else venue


def _city_in_name(entities: Entities, token: Token) -> Token | None:
    """The city that a court is named for ("the Leeds District Court"), or a known one ("a Leeds hotel")."""
    before = [t for t in clauses.phrase(token) if t.i < token.i and t.dep == "compound"]
    if token.lower in lexicon.words("local"):
        return next((t for t in before if t.entity == "GPE" or entities.place_at(t)), None) or _first_of_name(token)
    called = token.text.islower() and token.lower in lexicon.words("venues")
    return next((t for t in before if t.text in places.english_names()), None) if called else None


def _first_of_name(token: Token) -> Token | None:
    """The first word of a body's name."""
    before = token.lefts
    return before[0] if before and before[0].tag == "NNP" else None


def _is_city(entities: Entities, token: Token) -> bool:
    place = entities.place_at(token)
    if (place.name if place is not None else token.text).lower() in lexicon.words("regions"):
        return False
    if place is not None:
        return (not place.country or place.name.lower() in lexicon.words("city_states")) and token.lower not in lexicon.words(
            "venues"
        )
    if entities.at(token) is not None or organizations.rules_out(token.text):
        return False
    after = token.nbor(1)
    occasioned = after is not None and after.lower == "of"  # "in Recognition of" says why, not where
    led = token.head.lower == "in" or (token.head.lower == "to" and token.head.head.lower in lexicon.verbs("travel"))
    return token.entity == "GPE" or (
        token.tag == "NNP" and led and token.entity in ("ORG", "LOC", "", "PERSON") and not occasioned
    )


def _city(document: Document, entities: Entities, token: Token) -> Span:
    """The city's own words, with "D.C." behind Washington, without the country after the comma."""
    place = entities.place_at(token)
    if place is not None:
        span = next(s for s in place.mentions if s.overlaps(token.span))
    else:
        words = [t for t in clauses.phrase(token) if t.i == token.i or (t.tag == "NNP" and t.dep == "compound")]
        span = Span(words[0].start, token.end)
    behind = _STATE.match(document.text, span.end)
    return Span(span.start, behind.end()) if behind and span.of(document.text).endswith("Washington") else span
