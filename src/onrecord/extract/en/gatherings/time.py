"""When a gathering took place: the dates of the clause that mentions it, else what the page says of it elsewhere."""

from __future__ import annotations

import re

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.mention import Mention
from onrecord.extract.en.gatherings.resumption import resumed
from onrecord.extract.en.when import Dates
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Reading, Token

_TAKING_PLACE = (
    r"(?:(?:which|that)\s+(?:was|were|is|are|will\s+be)\s+)?(?:to\s+be\s+)?(?:held|convened|hosted|staged|organi[sz]ed)"
    r"|(?:which\s+|that\s+|will\s+|is\s+to\s+|are\s+to\s+|to\s+){0,2}(?:takes?|took|taking)\s+place"
)
_NEAR_CITY = r"(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+(?:,?\s+[A-Z][\w’'-]+){0,3}"
_ADJACENT = re.compile(
    rf"(?:,?\s+(?:(?i:{_TAKING_PLACE}|set|scheduled|planned|due)\s+)?{_NEAR_CITY})?"
    rf"(?:\s*,?\s*(?i:(?:{_TAKING_PLACE}|set|scheduled|slated|planned|due)\s+)?(?i:on\s+|from\s+|for\s+)?"
    r"|\s+(?i:in|early|late|earlier)\s+(?i:in\s+)?)"
)
"""What may stand between an occasion and its day: "the talks in Lunde on", "the summit, held in May"."""

_THAT_SOMEBODY_HELD = re.compile(
    r",?\s+(?:that|which)\s(?:(?!\b(?:that|which|who)\b)[^.;:()\n]){3,110}\s(?:co-?)?(?:hosted|held|organi[sz]ed|convened|staged)"
    r"(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})?,?\s+(?:on|from|in)\s+"
)
"""A relative clause up to its day, whatever the parser makes of it: "a forum that the Mazhilis, …, hosted on 28 August"."""

_STRETCH = re.compile(r"\b(?:since|for\s+the\s+(?:years?|period)(?:\s+(?:of|from))?)\s+\Z")


def attach(reading: Reading, dates: Dates, mentions: list[Mention]) -> None:
    """Give each mention the dates that its own words or its clause state, the nearest first."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.head.sentence, []).append(mention)
    for number, here in by_sentence.items():
        told = dates.within(reading.sentences[number].span)
        rests = [(m, rest) for m in here if (rest := resumed(reading, m)) is not None] if told else []
        for date in told:
            if date.date is None or (date.date.month is None and _STRETCH.search(reading.text, 0, date.span.start)):
                continue  # "held every spring since 2013" dates a series, "a plan for the years 2027 to 2031" what is planned
            head = dates.head_of(date)
            if head is None:
                continue
            behind = [m for m, rest in rests if rest.contains(date.span)]
            when = [m for m in here if m.verb is not None and _is_when(m.verb, head)]  # "in 2014, when X hosted a conference"
            owners = behind[:1] or _owners(reading.text, head, date, here)
            if not owners and dates.anchor_basis == "page date":
                verb = clauses.verb_over(head)
                owners = [m for m in here if _speak_there(m, verb)]
            for owner in [*owners, *(m for m in when if m not in owners)]:
                if not (_is_long_ago(date) and owner.refers_back and not owner.span.contains(date.span)):
                    owner.dates.append(date)
    for mention in mentions:
        if not mention.dates and mention.verb is not None:
            mention.dates = _shared(mention, mentions)
        mention.dates = (
            mention.dates
            or _of_aside(mention, mentions)
            or (_borrowed if mention.head is mention.verb else _of_journey)(dates, reading, mention)
            or _of_entry(reading, dates, mention)
        )
        if mention.type == "exhibition":
            _set_apart_end(reading.text, mention)
        mention.dates.sort(key=lambda d: (d.basis == "modifier", abs(d.span.start - mention.at)))


def _speak_there(mention: Mention, verb: Token | None) -> bool:
    """Tell whether those at an occasion are the subject of a verb ("participants in a round table said on Tuesday")."""
    prep, crowd = mention.head.head, mention.head.head.head
    inside = mention.head.dep == "pobj" and prep.lower in ("in", "at") and crowd.dep == "nsubj"
    return inside and crowd.head is verb and crowd.lower in lexicon.noun_set("attendees")


_UNTIL = re.compile(r"\b(?:until|till|through)\s+\Z")


def _set_apart_end(text: str, mention: Mention) -> None:
    """Take the last day of "is open until 12 September" for the end: it may be the end of what opened days before."""
    ends = [d for d in mention.dates if _UNTIL.search(text[max(0, d.span.start - 12) : d.span.start])]
    if ends and len(ends) == len(mention.dates):
        mention.dates, mention.until = [], ends[0]


def _is_when(verb: Token, date: Token) -> bool:
    """Tell whether a clause with "when" hangs on a date, which is its time too."""
    near = verb.head is date or (verb.head.dep == "prep" and date.head is verb.head) or _is_before(verb, date)
    return verb.dep in ("relcl", "advcl") and near and any(c.lower == "when" for c in verb.children)


def _is_before(verb: Token, date: Token) -> bool:
    """Tell whether "when" stands right behind a date and its comma."""
    when = next((c for c in verb.children if c.lower == "when"), None)
    before = when.nbor(-1) if when is not None else None
    before = before.nbor(-1) if before is not None and before.text == "," else before
    return before is not None and before.i == date.i


def _is_of_others(head: Token) -> bool:
    """Tell whether a date is that of other occasions of a series ("the third summit, after those of 2000 and 2007")."""
    return any(t.lower in ("those", "that", "ones") and t.dep == "pobj" for t in list(head.ancestors)[:4])


def _qualifies_noun(head: Token, date: DateMention) -> bool:
    """Tell whether a year only says which thing is meant ("the 2015 accord")."""
    bare = date.date is not None and date.date.month is None and date.span == head.span
    return bare and head.dep in ("nummod", "amod", "compound") and head.head.tag[:2] == "NN" and head.i < head.head.i


def _is_long_ago(date: DateMention) -> bool:
    """Tell whether words only count years back: "opened the meeting with an account of the closure thirty years ago"."""
    return date.date is not None and date.date.month is None and date.date.mark == "~"


def _owners(text: str, head: Token, date: DateMention, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions whose time a date is: that whose noun phrase holds it, else those of the clause that it stands in."""
    if date.basis == "modifier" or _qualifies_noun(head, date):
        return [m for m in mentions if m.span.contains(date.span) and head.head.i <= m.head.i]  # not "talks on the 2015 accord"
    if _is_of_others(head):
        return []
    mentions = [m for m in mentions if not _is_counted_from(m) or m.span.contains(date.span) or is_adjacent(text, m, date)]
    mentions = [m for m in mentions if not _is_of_topic(m, head)]
    adjacent = [m for m in mentions if is_adjacent(text, m, date)]
    if adjacent and not is_margin(adjacent[-1]):
        return adjacent[-1:]
    inside = [m for m in mentions if m.head is not m.verb and _holds(m, head, date)]
    if inside:
        owner = min(inside, key=lambda m: abs(m.at - date.span.start))
        aside = [m for m in mentions if m.head is m.verb is clauses.verb_over(owner.head)] if is_margin(owner) else []
        return [owner, *aside]
    verb = clauses.verb_over(head)
    if verb is None:
        root = head.head
        while root.head is not root and root.lower not in ("co", "re"):
            root = root.head
        verb = _whole(root) if root.lower in ("co", "re") else None
    if verb is None:  # "Earlier in the day the envoy met": the parser hangs the verb on the day
        hung = [m for m in mentions if m.verb is not None and m.verb.dep == "relcl" and date.span.contains(m.verb.head.span)]
        return hung or (mentions if len(mentions) == 1 else [])
    verb = _whole(verb)
    above = [verb] if any(m.verb is verb for m in mentions) else [verb, *_borrowing(verb, mentions)]
    if verb.dep == "xcomp" and verb.head.lower in _PLANNING:
        above.append(verb.head)  # "is scheduled to take place in May"
    verbal = [m for m in mentions if m.head in above]
    nouns = [m for m in mentions if m.verb in above and m.head is not m.verb and is_argument(m, aside=bool(verbal))]
    if nouns:
        closed = verb.lower in lexicon.verbs("ending")  # "the visit will conclude on Friday with the signing of a pact"
        ended = [m for m in nouns if closed and m.head.dep == "nsubj" and m.verb is verb]
        nearest = min(nouns, key=lambda m: abs(m.at - date.span.start))
        nouns = [*ended, *(m for m in [nearest] if m not in ended)]
    return [*verbal, *nouns, *(m for m in adjacent[-1:] if m not in nouns)]


_PLANNING = frozenset({"scheduled", "planned", "expected", "set", "due", "slated", "supposed", "intended", "announced"})


def planned_verb(verb: Token) -> Token | None:
    """Return "take" of "is scheduled to take place": the verb that says when and where."""
    inner = verb.child("xcomp")
    return inner if inner is not None and verb.lower in _PLANNING else None


def _is_counted_from(mention: Mention) -> bool:
    """Tell whether a day is told by how far it is from an occasion, and is not its own ("in May, days before the talks")."""
    prep = mention.head.head
    unit = prep.nbor(-1) if mention.head.dep == "pobj" and prep.lower in ("before", "after") else None
    return unit is not None and unit.lower in _UNITS


_UNITS = frozenset(f"{unit}{s}" for unit in ("hour", "day", "week", "month", "year") for s in ("", "s"))


def is_adjacent(text: str, mention: Mention, date: DateMention) -> bool:
    """Tell whether a day stands right behind an occasion, which may be held, set or planned for it."""
    end = max(mention.span.end, mention.head.end)
    between = text[end : date.span.start]
    return end <= date.span.start and bool(_ADJACENT.fullmatch(between) or _THAT_SOMEBODY_HELD.fullmatch(between))


def is_margin(mention: Mention) -> bool:
    """Tell whether another occasion is told on the margins of this one, whose day is that of both."""
    prep = mention.head.head
    return mention.head.dep == "pobj" and prep.lower == "of" and prep.head.lower in lexicon.noun_set("margins")


def _whole(verb: Token) -> Token:
    """The verb itself where the parser takes "co-" of "co-organized" for one."""
    inner = verb.nbor(2)
    return inner if inner is not None and clauses.prefix_of(inner) is verb else verb


def _borrowing(verb: Token, mentions: list[Mention]) -> list[Token]:
    """Verbs joined to this one that have no time of their own ("on Friday they met A and visited B")."""
    return [m.verb for m in mentions if m.verb is not None and verb in clauses.joined_verbs(m.verb)]


def is_argument(mention: Mention, *, aside: bool = False) -> bool:
    """Tell whether the noun is subject, object or adverbial of its verb, so that the verb's time is its time.

    Args:
        mention: a mention by a noun.
        aside: whether the verb is an occasion itself, so that only its purpose ("flew in for talks") shares its time.
    """
    head, verb = mention.head, mention.verb
    if verb is not None and verb.tag == "VB" and verb.dep == "advcl":
        return False  # "to continue consultations": a purpose
    while head.dep in ("conj", "appos", "compound") and head.head is not mention.verb:
        head = head.head
    if head.dep != "pobj":
        standing = head.dep in ("nsubj", "nsubjpass", "dobj", "attr", "dative", "npadvmod", "ROOT", "oprd", "advcl")
        return standing and (not aside or head.dep == "dobj")
    prep = head.head
    if aside or (prep.lower == "for" and verb is not None and verb.lower in lexicon.verbs("holding")):
        return prep.lower == "for"
    # "at the opening of the summit", "on the sidelines of": the time of the part is that of the whole
    whole = prep.lower == "of" and prep.head.dep == "pobj" and prep.head.head.head is verb
    # "three days of negotiations ended": the verb's time is theirs
    whole = whole or (prep.lower == "of" and prep.head.head is verb and prep.head.lower in lexicon.noun_set("portions"))
    return prep.head is verb or prep.dep in ("agent", "dative") or whole


def _is_of_topic(mention: Mention, head: Token) -> bool:
    """Tell whether a year belongs to what an occasion is about ("a conference on the lessons of 1994")."""
    path = [head, *head.ancestors]
    inside = path[: path.index(mention.head)] if mention.head in path else []
    return (
        any(t.dep == "prep" and t.lower in ("on", "about") and t.i > mention.head.i for t in inside) and head.head.lower == "of"
    )


def _holds(mention: Mention, head: Token, date: DateMention) -> bool:
    if _is_of_topic(mention, head):
        return False
    if mention.span.contains(date.span):
        return True
    verb = clauses.verb_over(head)
    if verb is not mention.verb and verb is not None:
        noun = relative_head(verb)
        if noun is not None and mention.head.dep == "appos" and noun is mention.head.head:
            return True
        inside = noun is not None and mention.span.contains(noun.span) and noun.i > mention.head.i
        # "a trip to the site, closed in 1991" tells the site's time, "the meeting of the group, which X hosts in May" its own.
        if mention.type == "visit" and (inside or verb.lower in lexicon.verbs("done_to_sites")):
            return False
        return noun is not None and ((noun is mention.head and not _is_of_one(verb)) or inside)
    return any(above is mention.head for above in head.ancestors)


def _is_of_one(verb: Token) -> bool:
    """Tell whether a clause tells of one of several ("the conference, the last of which ended in May")."""
    subject = verb.child("nsubj", "nsubjpass")
    return subject is not None and any(
        p.lower == "of" and p.child("pobj") is not None and p.children[0].lower == "which" for p in subject.children
    )


def relative_head(verb: Token) -> Token | None:
    """Return the noun that a clause describes: for "due to open in May" in "a fair that is due to open in May" the fair."""
    while verb.dep in ("xcomp", "ccomp", "acomp", "conj", "pcomp") and verb.head is not verb:
        verb = verb.head
        while not clauses.is_verb(verb) and verb.dep in ("acomp", "prep") and verb.head is not verb:
            verb = verb.head
    return verb.head if verb.dep in ("acl", "relcl") else None


def _shared(mention: Mention, mentions: list[Mention]) -> list[DateMention]:
    """The day at the head of a sentence, which holds for all verbs joined in it ("On Monday X visited A and met B")."""
    before = clauses.joined_verbs(mention.verb) if mention.verb is not None else []
    if mention.verb is not None and any(c.lower in ("has", "have") for c in mention.verb.children if c.dep == "aux"):
        before = [v for v in before if any(c.lower in ("has", "have") for c in v.children if c.dep == "aux")]
    shared = [m for m in mentions if m.verb in before and m is not mention]
    found = [d for m in shared for d in m.dates if m.verb is not None and d.span.end <= m.verb.start][:1]
    if not found and mention.head is mention.verb:  # "went to Lunde in May and met with the mayor"
        came = [m for m in shared if m.rule == "travelled-to"]
        found = [d for m in came for d in m.dates if d.span.end <= mention.at][:1]
    return found or _at_end(mention, mentions)


def _at_end(mention: Mention, mentions: list[Mention]) -> list[DateMention]:
    """The day behind the last of two verbs that have one subject and one tense ("met A and visited B on Monday")."""
    verb = mention.verb
    if mention.head is not verb or verb is None or any(d for m in mentions if m.verb is verb for d in m.dates):
        return []
    last = [m for m in mentions if m.head is m.verb and m.verb is not verb and verb in clauses.joined_verbs(m.head)]
    own = [m for m in last if m.head.child("nsubj", "nsubjpass") is None and clauses.tense(m.head) == clauses.tense(verb)]
    return [d for m in own for d in m.dates if d.span.start > m.at][:1] if len(own) == 1 else []


def _of_aside(mention: Mention, mentions: list[Mention]) -> list[DateMention]:
    """The month in which two met on the margins of an occasion ("met in May on the margins of a conference"), and no day."""
    if not is_margin(mention):
        return []
    beside = [m for m in mentions if m.head is m.verb is mention.verb]
    return [d for m in beside for d in m.dates if d.date is not None and d.date.day is None][:1]


def _borrowed(dates: Dates, reading: Reading, mention: Mention) -> list[DateMention]:
    """The day of the clause around "who was visiting the plant", where the verb has none of its own."""
    verb = mention.head
    above = clauses.verb_over(verb)
    if (
        above is None
        or mention.rule == "travelled-to"  # "who arrived in Lunde": before what the clause around it tells
        or verb.dep not in ("relcl", "advcl")
        or clauses.tense(verb) != clauses.tense(above)
        or clauses.tense(verb) is None
    ):
        return []
    days = [d for d in dates.within(reading.sentence_of(verb).span) if d.date is not None and d.date.day is not None]
    return [d for d in days if (head := dates.head_of(d)) is not None and clauses.verb_over(head) is above][:1]


def _of_journey(dates: Dates, reading: Reading, mention: Mention) -> list[DateMention]:
    """The day on which somebody travels to where it is held: "Tomorrow she travels to Lunde, where she will open a seminar"."""
    if mention.verb is None or not is_argument(mention):
        return []
    first = clauses.first_joined(mention.verb)
    above = clauses.verb_over(first)
    if above is None or first.dep != "relcl" or not any(c.lower == "where" for c in first.children):
        return []
    days = [d for d in dates.within(reading.sentence_of(first).span) if d.date is not None and d.date.day is not None]
    own = [d for d in days if (head := dates.head_of(d)) is not None and clauses.verb_over(head) is above]
    return own[:1] if len(own) == 1 and own[0].end is None and clauses.tense(first) == clauses.tense(above) else []


def _of_entry(reading: Reading, dates: Dates, mention: Mention) -> list[DateMention]:
    """The day that opens an entry of a chronicle, for the sentence behind it ("9 June. In Lunde, the envoy opened …")."""
    sentence = reading.sentence_of(mention.head)
    date = dates.opening(reading.paragraphs[sentence.paragraph].span)
    if date is None:
        return []
    behind = next((s for s in reading.sentences if s.span.end > date.span.end + 2), None)
    return [date] if behind is not None and behind.span == sentence.span else []
