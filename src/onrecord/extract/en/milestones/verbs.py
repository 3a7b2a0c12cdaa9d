"""Steps that a verb states: "signed the treaty", "the site was closed", "the reactor, shut down in 1999"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.milestones.found import Page, behind_short_form, clause, is_of_person, noun_span
from onrecord.extract.steps import UNDATED
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import milestone_words
from onrecord.languages.en.milestone_words import Step
from onrecord.languages.reading import Token
from onrecord.model import Milestone, Organization, PartialDate, Span

_FIRSTS = frozenset(("first", "second", "third", "fourth", "fifth", "last", "latest"))


def find(page: Page) -> list[Milestone]:
    """Return the milestones that verbs state and date."""
    found = []
    table = milestone_words.verb_steps()
    for token in page.reading.tokens:
        if token.lower not in table or not token.tag.startswith("VB") or token.dep in ("aux", "auxpass", "amod", "compound"):
            continue
        since = any(
            c.lower == "since" and c.dep == "advmod" for c in token.children
        )  # "have since ratified it": at no stated time
        if since or clauses.is_only_possible(token) or _is_wish(token):
            continue
        made = next((m for step in table[token.lower] if (m := _made(page, token, step)) is not None), None)
        if made is not None:
            found.append(made)
    return found


def _is_wish(verb: Token) -> bool:
    """Tell whether an infinitive only says what is wanted or planned without a time ("to sign the treaty")."""
    if _is_by_first(verb):  # "became the second to ratify": what the first did was done
        above = clauses.verb_over(verb)
        return above is None or clauses.tense(above) is None
    journey = _journey_for(verb)
    told = journey is not None and clauses.tense(journey) is not None
    return verb.tag == "VB" and clauses.tense(verb) != "future" and not told


def _is_by_first(verb: Token) -> bool:
    """Tell whether an infinitive says what the first, or the 30th, did: "became the 30th state to ratify the treaty"."""
    if verb.dep == "relcl" and verb.head.lower in _FIRSTS:
        return True
    noun = verb.head if verb.dep in ("relcl", "acl") else None
    if verb.dep == "xcomp" and verb.head.lower in milestone_words.forms("become"):
        noun = verb.head.child("attr")
    return noun is not None and any(t.lower in _FIRSTS or _NTH.fullmatch(t.text) for t in noun.children if t.i < noun.i)


_NTH = re.compile(r"\d+(?:st|nd|rd|th)")


def _journey_for(verb: Token) -> Token | None:
    """Return the verb of the journey that an infinitive is the aim of: "will travel to X on 3 March to open the embassy"."""
    aim = verb.dep in ("advcl", "xcomp") and verb.head.lower in milestone_words.verbs("going")
    return verb.head if aim else None


def _made(page: Page, verb: Token, step: Step) -> Milestone | None:
    if step.particle and not any(c.lower == step.particle for c in verb.children) and not _follows(verb, step.particle):
        return None
    if step.complement and not _is_complete(verb, step):
        return None
    things = _things(verb, step)
    head = next((t for t in things if _fits(page, t, step)), None) or _meant(page, verb, things, step)
    if head is None:
        return None
    if step.kind in ("accession", "withdrawal") and is_of_person(page, verb):
        return None  # "She joined the Agency": what states accede to, people work for
    when = page.since(verb) if step.since else page.when(verb) or _years_since(page, verb) or _of_the_first(page, verb)
    when = when or (_of_its_time(page, verb) if not step.since else None)
    if when is None and verb.tag == "VB" and (journey := _journey_for(verb)) is not None:
        when = page.when(journey)
    lasting = verb.dep == "acl" or (verb.child("auxpass") and any(c.lower in ("has", "have") for c in verb.children))
    if when is None and lasting and verb.tag in ("VBN", "VBD") and step.kind in ("site-closed", "facility-shut"):
        when = page.since(verb)  # "the test site, closed since 1991", "has been shut down since 2011"
    if when is None and step.kind in UNDATED and _is_told_of_the_day(page, verb):
        when = page.dates.told.get(verb.sentence, page.signed)
    if when is None or when.date is None or (when.end is not None and when.end.year != when.date.year):
        return None  # "between 1988 and 1990" dates no step to a year
    actor = page.takers.of_verb(verb, head)
    kind = step.kind
    what = _with_other_side(verb, noun_span(head)) if kind == "agreement" else noun_span(head)
    if kind == "agreement" and _is_treaty(head):
        kind = "treaty-signed"
    if kind == "treaty-signed" and _is_of_two_sides(head):
        kind = "agreement"
    return page.made(kind, what, clause(verb), (when.date, when.span), rule=f"{kind}-verb", actor=actor)


def _with_other_side(verb: Token, what: Span) -> Span:
    """Return where an agreement is told with whoever else is party to it, which the parser may hang on the verb."""
    beside = next((t for t in verb.children if t.dep == "prep" and t.lower in _SIDES and t.start == what.end + 1), None)
    sides = clauses.objects(verb, beside.lower) if beside is not None else []
    return Span(what.start, noun_span(sides[-1]).end) if sides and all(t.tag.startswith("NNP") for t in sides) else what


_SIDES = ("with", "between")
"""Prepositions before the parties to an agreement: "an MOU with the fund", "a deal between X and Y"."""


def _is_told_of_the_day(page: Page, verb: Token) -> bool:
    """Tell whether a verb that is dated nowhere tells what was signed at the gathering that the page is about.

    It is a main verb in the simple past, and neither its sentence nor its words name another time or occasion.
    """
    sentence = page.reading.sentence_of(verb)
    main = clauses.first_joined(verb).dep in ("ROOT", "ccomp")
    perfect = any(t.lower in ("have", "has", "had") for t in verb.children)
    finite = verb.tag == "VBD" or any(t.lower in ("was", "were") for t in verb.children if t.dep == "auxpass")
    apart = any(t.lower in _OTHER_TIMES for t in clauses.own_tokens(verb))
    dated = any(not page.is_term(date) for date in page.dates.within(sentence.span))
    return verb.lower in _SIGNED and main and finite and not (perfect or apart or dated)


_SIGNED = frozenset({"signed", "initialled", "initialed", "exchanged", "concluded", "inked", "put", "affixed"})
"""What is done with a paper at a meeting; what "was agreed" or "entered into" may have been so at any time."""

_OTHER_TIMES = frozenset(
    {"earlier", "previously", "already", "later", "recently", "ago", "before", "last", "previous", "since"}
)
"""Words by which a clause tells of another time than that of the page."""


def _meant(page: Page, verb: Token, things: list[Token], step: Step) -> Token | None:
    """The thing that "it" means: the last one of the kind before it in the sentence."""
    bare = verb if not things and verb.dep == "relcl" and verb.head.lower in _FIRSTS else None
    pronoun = next((t for t in things if t.lower in ("it", "which", "they")), bare)
    if pronoun is None or step.thing is None:
        return None
    before = page.reading.tokens[page.reading.sentence_of(pronoun).first : pronoun.i]
    return next((t for t in reversed(before) if t.tag.startswith("N") and _fits(page, t, step)), None)


def _of_the_first(page: Page, verb: Token) -> DateMention | None:
    """The day of "became the first to ratify the treaty, on 27 July", which hangs on the verb above."""
    above = clauses.verb_over(verb) if _is_by_first(verb) else None
    return page.when(above) if above is not None else None


def _of_its_time(page: Page, verb: Token) -> DateMention | None:
    """The day of "inherited them when the union fell apart in December 1991", told by the clause beside it."""
    for clause_verb in verb.children:
        if clause_verb.dep == "advcl" and clauses.is_verb(clause_verb) and any(t.lower == "when" for t in clause_verb.children):
            return page.when(clause_verb)
    return None


def _years_since(page: Page, verb: Token) -> DateMention | None:
    """The day of "25 years since the site was closed", counted back from the clause around it; it may be another day."""
    since = verb.child("mark", "prep")
    if since is None or since.lower != "since":
        return None
    before = page.reading.tokens[max(since.i - 2, 0) : since.i]
    if len(before) < 2 or before[1].lower not in ("years", "year") or not (number := milestone_words.number(before[0].text)):
        return None
    above = clauses.verb_over(verb)
    while above is not None:
        told = page.when(above)
        if told is not None and told.date is not None and told.date.year is not None:
            date = PartialDate.of(told.date.year - number, told.date.month, told.date.day, mark="?")
            return DateMention(told.span, date, None, "anniversary")
        above = clauses.verb_over(above)
    return None


def _is_complete(verb: Token, step: Step) -> bool:
    """Tell whether the verb has the word that makes it a step: "took effect", "put their names to", "went into operation"."""
    words = [t.lower for t in verb.children if t.dep in ("dobj", "acomp", "oprd", "attr", "advmod", "prt", "xcomp")]
    words += [t.lower for head in clauses.objects(verb) for t in clauses.coordinated(head)]
    return bool(step.complement.intersection(words)) or any(t.lower in step.into for t in clauses.objects(verb, *_INTO))


_LEAVING = frozenset({"left", "leave", "leaves", "depart", "departed", "departs"})
"""Verbs whose object is what weapons leave: the weapons are the subject."""

_PARTS = frozenset({"last", "first", "all", "some", "most", "half", "none", "rest"})

_INTO = ("into", "in", "for", "to")
"""Prepositions behind which a state stands: "into force", "in effect", "for signature", "to the grid"."""


def _follows(verb: Token, particle: str) -> bool:
    after = verb.nbor(1)
    return after is not None and after.lower == particle


def _things(verb: Token, step: Step) -> list[Token]:
    """The nouns on which the verb acts."""
    found: list[Token] = []
    if step.complement:
        behind = clauses.objects(verb, *step.prepositions) if step.prepositions else clauses.subjects(verb)
        if step.prepositions:  # "exchanged copies of the memorandum", "has been a party to the treaty"
            inner = [t for t in verb.children if t.dep in ("dobj", "attr", "acomp") and t.lower in step.complement]
            behind = behind + [t for thing in inner for t in clauses.objects(thing, *step.prepositions)]
        return [verb.head] if not behind and verb.dep == "relcl" else [*behind, *_whole_of(verb)]
    if step.into:
        behind = clauses.objects(verb, "into")
        if step.intransitive:
            return clauses.subjects(verb) if any(t.lower in step.into for t in behind) else []
        if any(t.lower in ("force", "effect") for t in behind):
            return []
        found += behind
    if step.prepositions:
        found += clauses.objects(verb, *step.prepositions)
        if step.particle:  # "pulled out of the pact": the particle may be parsed as the head of "of"
            found += [
                t for child in verb.children if child.lower == step.particle for t in clauses.objects(child, *step.prepositions)
            ]
    relative = verb.dep == "relcl" and verb.head.tag.startswith("N")  # "an agreement that they signed in May"
    found += [verb.head if relative and t.tag == "WDT" else _behind_ordinal(t) for t in clauses.objects(verb)]
    found += _acted_on(verb)
    if not found and verb.dep == "relcl" and verb.head.lower not in _FIRSTS and step.prepositions != ("with",):
        found.append(verb.head)
    found = found or _described_before(verb)
    if step.intransitive and not clauses.objects(verb) and verb.lower not in _LEAVING:
        found += clauses.subjects(verb)
    elif step.kind == "weapons-removed" and verb.lower in _LEAVING:
        found = clauses.subjects(verb)
    return found + _of_which(verb) + _before_which(verb)


def _behind_ordinal(head: Token) -> Token:
    """The noun of "its first, and so far only, nuclear device", where the parser takes the ordinal for the object."""
    if head.lower not in _FIRSTS or head.tag != "JJ":
        return head
    after = head.nbor(1)
    for _ in range(_ASIDE):
        if after is None or after.sentence != head.sentence or clauses.is_verb(after) or after.lower == "of":
            return head
        if after.tag.startswith("N"):
            return after
        after = after.nbor(1)
    return head


_ASIDE = 9
"""Tokens behind an ordinal within which its noun stands."""


def _described_before(verb: Token) -> list[Token]:
    """The noun that the relative clause to which a verb is joined describes.

    A verb in the past is joined to no infinitive, but to the relative clause between them: "to give up the arms, of which
    it was the owner and inherited in 1991".
    """
    before = clauses.joined_verbs(verb)
    if not before:
        return []
    if before[-1].dep == "relcl":
        return [before[-1].head]
    if verb.tag != "VBD" or before[0].tag != "VB":
        return []
    return [t.head for t in before[-1].subtree if t.dep == "relcl" and t.i < verb.i and t.head.tag.startswith("N")][-1:]


def _of_which(verb: Token) -> list[Token]:
    """As in: "the warheads, the last of which left in June 1996"."""
    return [verb.head] if verb.dep == "relcl" and any(t.lower in _PARTS for t in clauses.subjects(verb)) else []


def _before_which(verb: Token) -> list[Token]:
    """The noun before "which" where the parser makes the rest a name beside it ("the accord, which our ministers signed")."""
    subject = verb.head
    if verb.dep not in ("acl", "relcl") or not subject.tag.startswith("N") or subject.dep not in ("appos", "conj", "relcl"):
        return []
    first = next(iter(subject.lefts), subject)
    before = first if first.tag == "WDT" else first.nbor(-1)
    noun = subject.head if before is not None and before.tag == "WDT" else None
    return [noun] if noun is not None and noun is subject.head and noun.tag.startswith("N") else []


def _acted_on(verb: Token) -> list[Token]:
    """The nouns of which a passive or a participle tells."""
    passive = verb.child("nsubjpass")
    if passive is None and verb.dep == "xcomp" and verb.child("auxpass") is not None:
        passive = verb.head.child("nsubj", "nsubjpass")  # "the accord is to be signed"
    if passive is not None:
        head = passive.head.head if passive.tag in ("WDT", "WP") and verb.dep == "relcl" else passive
        return clauses.coordinated(head)
    if verb.dep == "acl" and verb.tag in ("VBN", "VBD"):
        return [verb.head, *_whole_of(verb)]
    if verb.dep == "advcl" and verb.tag == "VBN" and verb.child("nsubj", "nsubjpass", "mark", "aux", "auxpass") is None:
        return [*_behind_comma(verb), *clauses.subjects(verb.head)]  # "Founded in 1998, the institute …"
    if verb.tag in ("VBN", "VBD") and verb.child("nsubj") is None and clauses.joined_verbs(verb):
        return _passive_before(verb)
    return []


def _behind_comma(participle: Token) -> list[Token]:
    """The noun before the comma of a participle that the parser hangs on the verb: "pointed to the treaty, signed in May"."""
    comma = participle.nbor(-1)
    before = comma.nbor(-1) if comma is not None and comma.text == "," else None
    return [before] if before is not None and before.tag.startswith("N") and before.i > participle.head.i else []


def _whole_of(verb: Token) -> list[Token]:
    """The nouns around the one that a clause behind a comma describes: of "the pact on X, signed in May" the pact."""
    if verb.dep not in ("acl", "relcl"):
        return []
    before, noun, found = min(verb.subtree, key=lambda token: token.i).nbor(-1), verb.head, list[Token]()
    while before is not None and before.text == "," and noun.dep == "pobj" and noun.head.head.tag.startswith("N"):
        noun = noun.head.head
        found.append(noun)
    return found


def _passive_before(verb: Token) -> list[Token]:
    head = clauses.first_joined(verb).child("nsubjpass")
    return clauses.coordinated(head) if head is not None else []


def _fits(page: Page, head: Token, step: Step) -> bool:
    """Tell whether a noun phrase is of the things that the step is about."""
    text = page.reading.text
    if step.named and isinstance(page.entities.at(head), Organization):
        return True
    span = noun_span(head)
    words = span.of(text)
    opening = head.nbor()
    named = behind_short_form(opening) if opening is not None else None  # "the Free Trade Area (AfCFTA) agreement"
    head = named or head
    if step.proper:
        return _is_code_name(page, head)
    if step.thing is None:
        return True
    if step.kind in ("site-closed", "site-opened") and _is_the_site(page, head):
        return bool(step.thing.search("test site"))
    last = head.end - span.start
    # What stands behind the head noun tells of something else ("a book about the treaty"), save behind "of".
    match = (
        step.thing.search(words[:last]) or step.thing.search(words)
        if step.kind != "organization-founded"
        else step.thing.search(words[:last])
    )
    told = milestone_words.noun_steps().get(head.lower, ())
    if match is None or _is_other_law(text, head, step) or (match.end() > last + 1 and any(s.kind != step.kind for s in told)):
        return False  # "the dismantling of the reactor was completed": no reactor was
    return match.end() <= last + 1 or bool(re.match(r"\s+(?:\d{1,2}\s+|[A-H]\s+)?of\b", words[last:]))  # "Unit 2 of the plant"


def _is_other_law(text: str, head: Token, step: Step) -> bool:
    """Tell whether a law that should ratify a treaty does not say so ("passed the bill on taxes")."""
    law = step.kind == "treaty-ratified" and head.lower in milestone_words.words("laws")
    return law and not _ON_RATIFICATION.match(text, head.end)


_ON_RATIFICATION = re.compile(r"\s[^.;,\n]{0,12}\bratif(?:ication|ying|y)\b", re.IGNORECASE)


def _is_code_name(page: Page, head: Token) -> bool:
    """Tell whether the subject of a passive is a name in capitals that is nobody's and no place's ("Canopus was exploded")."""
    named = head.tag == "NNP" and head.dep == "nsubjpass" and head.entity not in ("GPE", "LOC", "FAC", "DATE")
    return named and page.entities.at(head) is None and page.entities.place_at(head) is None


_SITE = re.compile(r"\b(?:test(?:ing)?\s+(?:site|range|ground)|polygon|proving\s+ground)s?\b", re.IGNORECASE)


def _is_the_site(page: Page, head: Token) -> bool:
    """Tell whether "the site" stands for a test site that the page names before or behind."""
    definite = any(c.lower in ("the", "this", "that") for c in head.children) and not clauses.objects(head, "of")
    return head.lower in ("site", "range") and definite and _SITE.search(page.document.text) is not None


def _is_of_two_sides(head: Token) -> bool:
    """Tell whether a protocol is what two sides agree on, and adds to no treaty ("signed a protocol on radiation safety")."""
    own = {t.lower for t in head.children}
    return (
        head.text == "protocol" and "on" in own and not own & {"the", "to"} and not any(t.tag == "NNP" for t in head.children)
    )


def _is_treaty(head: Token) -> bool:
    """Tell whether an agreement has a name in capitals, as treaties have ("the Ulba Free Passage Agreement")."""
    before = [t for t in clauses.phrase(head) if t.i < head.i and t.dep in ("compound", "amod", "nmod")]
    named = [t for t in before if t.tag in ("NNP", "NNPS")]
    return head.lower in ("agreement", "accord", "pact") and len(named) >= 3
