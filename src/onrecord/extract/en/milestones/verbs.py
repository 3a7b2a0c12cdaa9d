"""Steps that a verb states: "signed the treaty", "the site was closed", "the reactor, shut down in 1999"."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.milestones import things
from onrecord.extract.en.milestones.found import Page, behind_short_form, clause, is_of_person, noun_span
from onrecord.extract.steps import UNDATED
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import milestone_words
from onrecord.languages.en.milestone_words import Step
from onrecord.languages.reading import Token
from onrecord.model import Milestone, Organization, PartialDate, Span


def find(page: Page) -> list[Milestone]:
    """Return the milestones that verbs state and date."""
    found = []
    table = milestone_words.verb_steps()
    for token in page.reading.tokens:
        if token.lower not in table or token.dep in ("aux", "auxpass", "amod", "compound") or not _is_verb(page, token):
            continue
        # "have since ratified it": at no stated time
        since = any(c.lower == "since" and c.dep == "advmod" for c in token.children)
        if since or (clauses.is_only_possible(token) and not _is_never_since(page, token)) or _is_wish(token):
            continue
        made = next((m for step in table[token.lower] if (m := _made(page, token, step)) is not None), None)
        if made is not None:
            found.append(made)
    return found


def _is_verb(page: Page, token: Token) -> bool:
    """Tell whether a form is that of a verb; in a chronicle's line the parser takes "sign" for a noun with an object."""
    if token.tag.startswith("VB"):
        return True
    return token.tag == "NN" and token.child("dobj") is not None and page.dates.of_line(token.start) is not None


def _is_never_since(page: Page, verb: Token) -> bool:
    """Tell whether a denial dates the last time: "has not tested a device since September 1992"."""
    perfect = any(t.lower in ("has", "have", "had") for t in verb.children if t.dep == "aux")
    return perfect and clauses.is_negated(verb) and page.since(verb) is not None


def _is_wish(verb: Token) -> bool:
    """Tell whether an infinitive only says what is wanted or planned without a time ("to sign the treaty")."""
    if verb.tag != "VB":
        return False
    if _is_by_first(verb):  # "became the second to ratify": what the first did was done
        return clauses.tense(clauses.verb_over(verb)) is None
    return clauses.tense(verb) != "future" and clauses.tense(_telling_of(verb)) is None


def _is_by_first(verb: Token) -> bool:
    """Tell whether an infinitive says what the first, or the 30th, did: "became the 30th state to ratify the treaty"."""
    if verb.dep == "relcl" and verb.head.lower in things.FIRSTS:
        return True
    noun = verb.head if verb.dep in ("relcl", "acl") else None
    if verb.dep in ("xcomp", "advcl") and verb.head.lower in milestone_words.forms("become"):
        noun = verb.head.child("attr")
    return noun is not None and any(t.lower in things.FIRSTS or _NTH.fullmatch(t.text) for t in noun.children if t.i < noun.i)


_NTH = re.compile(r"\d+(?:st|nd|rd|th)")


def _telling_of(verb: Token) -> Token | None:
    """Return the verb whose time is that of an infinitive: of a journey that it is the aim of, or of seeing it done.

    As in: "will travel to X on 3 March to open the embassy", "saw the last warhead leave".
    """
    aim = verb.dep in ("advcl", "xcomp") and verb.head.lower in milestone_words.verbs("going")
    seen = verb.dep == "ccomp" and verb.head.lower in milestone_words.verbs("seeing")
    return verb.head if aim or seen else None


def _made(page: Page, verb: Token, step: Step) -> Milestone | None:
    if step.particle and not any(c.lower == step.particle for c in verb.children) and not _follows(verb, step.particle):
        return None
    if step.complement and not _is_complete(verb, step):
        return None
    acted_on = things.of_verb(verb, step)
    head = next((t for t in acted_on if _fits(page, t, step) or _is_called(page, t, step)), None) or _meant(
        page, verb, acted_on, step
    )
    if head is None or _is_no_step(page, verb, step):
        return None
    when = _when(page, verb, step)
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


def _is_no_step(page: Page, verb: Token, step: Step) -> bool:
    """Tell whether a law is only expected to be signed, or a person joins what states accede to ("She joined the Agency")."""
    if step.kind == "decree":
        return clauses.tense(verb) == "future"
    return step.kind in ("accession", "withdrawal") and is_of_person(page, verb)


def _when(page: Page, verb: Token, step: Step) -> DateMention | None:
    """The date that the words around the verb tell."""
    if clauses.is_negated(verb):
        return page.since(verb) if step.kind in _REPEATED else None
    if step.since or step.until:
        return page.since(verb, "since" if step.since else "until")
    when = page.when(verb) or _years_since(page, verb) or _of_the_first(page, verb) or _of_its_time(page, verb)
    if when is None and verb.tag == "VB" and (above := _telling_of(verb)) is not None:
        when = page.when(above)
    if when is None and (main := things.told_of_participle(verb)) is not None:
        when = page.when(main)
    lasting = verb.dep == "acl" or (verb.child("auxpass") and any(c.lower in ("has", "have") for c in verb.children))
    if when is None and lasting and verb.tag in ("VBN", "VBD") and step.kind in ("site-closed", "facility-shut"):
        when = page.since(verb)  # "the test site, closed since 1991", "has been shut down since 2011"
    return when


_REPEATED = ("nuclear-test", "missile-launch")
"""Kinds of which a state takes many steps, so that the last one may be dated by what has not happened since."""


def _is_called(page: Page, noun: Token, step: Step) -> bool:
    """Tell whether the words beside a name tell what it is: "launched the Falk-3, a solid-fuel missile"."""
    return step.thing is not None and any(t.dep == "appos" and t.i > noun.i and _fits(page, t, step) for t in noun.children)


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


def _meant(page: Page, verb: Token, acted_on: list[Token], step: Step) -> Token | None:
    """The thing that "it" means: the last one of the kind before it, in its sentence or those before."""
    bare = verb if not acted_on and verb.dep == "relcl" and verb.head.lower in things.FIRSTS else None
    pronoun = next((t for t in acted_on if t.lower in ("it", "which", "they", "them")), bare)
    if pronoun is None or step.thing is None:
        return None
    sentence = page.reading.sentence_of(pronoun)
    back = _BACK if pronoun.lower == "it" else 0
    first = page.reading.sentences[max(sentence.i - back, 0)].first
    before = page.reading.tokens[first : pronoun.i]
    return next((t for t in reversed(before) if t.tag.startswith("N") and _fits(page, t, step)), None)


_BACK = 2
"""Sentences before that of "it" in which what it means may be named."""


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
    return bool(step.complement.intersection(words)) or any(t.lower in step.into for t in clauses.objects(verb, *things.INTO))


def _follows(verb: Token, particle: str) -> bool:
    after = verb.nbor(1)
    return after is not None and after.lower == particle


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
        head.text == "protocol"
        and ("on" in own or any(t.lower in _INTENT for t in clauses.objects(head, "of")))
        and not own & {"the", "to"}
        and not any(t.tag == "NNP" for t in head.children)
    )


_INTENT = ("intent", "intents", "intention", "intentions")
"""What a protocol of two sides may be of ("a protocol of intent")."""


def _is_treaty(head: Token) -> bool:
    """Tell whether an agreement has a name in capitals, as treaties have ("the Ulba Free Passage Agreement")."""
    before = [t for t in clauses.phrase(head) if t.i < head.i and t.dep in ("compound", "amod", "nmod")]
    named = [t for t in before if t.tag in ("NNP", "NNPS")]
    return head.lower in ("agreement", "accord", "pact") and len(named) >= 3
