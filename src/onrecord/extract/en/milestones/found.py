"""What every rule for milestones works with: the document, its dates, and the making of one milestone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.en import clauses
from onrecord.extract.en.milestones.takers import Takers
from onrecord.extract.en.when import Dates
from onrecord.extract.entities import Entities
from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import milestone_words
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, Milestone, PartialDate, Span
from onrecord.model.facts import MilestoneKind


@dataclass(frozen=True, slots=True)
class Page:
    """One document on its way through the rules."""

    document: Document
    reading: Reading
    entities: Entities
    dates: Dates
    takers: Takers
    signed: DateMention | None
    """The day of the gathering that the page is about: what is signed there and dated nowhere was signed on it."""

    def when(self, verb: Token) -> DateMention | None:
        """Return the date of a verb's clause: its own, that of the verb before it, or that of the announcement of it."""
        sentence = self.reading.sentence_of(verb)
        stated = [d for d in self.dates.within(sentence.span) if d.date is not None and not self.is_term(d)]
        prefix = clauses.prefix_of(verb)  # "in 2019 she co-founded": the parser hangs the day on "co"
        for each in [verb, *clauses.joined_verbs(verb), *([prefix] if prefix is not None else [])]:
            own = [d for d in stated if self._governs(each, d)]
            if each is not verb and verb.tag == "VBG":  # "by closing the site in 1991 and giving up the arsenal"
                own = [d for d in own if not each.start < d.span.start < verb.start]
            if own:
                return min(own, key=lambda d: abs(d.span.start - verb.start))
        if verb.tag == "VBD" and (late := next((d for d in stated if self._is_behind_purpose(verb, d)), None)) is not None:
            return late
        first = clauses.first_joined(verb)
        above = clauses.verb_over(first)
        if (
            above is not None
            and first.dep == "ccomp"
            and (above.lower in milestone_words.verbs("announcing") or _is_set_ahead(above))
        ):
            return next((d for d in stated if self._governs(above, d)), None)
        past = clauses.tense(verb) == "past"
        entry = self.dates.opening(self.reading.paragraphs[sentence.paragraph].span) if past else None
        return entry or self._of_line(verb, past=past)

    def _of_line(self, verb: Token, *, past: bool) -> DateMention | None:
        """Return the date before the colon of a chronicle's line, where the line tells of the step: "May 1992: X signs …"."""
        chain = [verb, *clauses.joined_verbs(verb)]
        now = verb.tag == "NN" or any(t.tag in ("VBZ", "VBP") for v in chain for t in (v, *v.children))
        now = now and verb.dep not in ("relcl", "acl")
        return self.dates.of_line(verb.start) if past or now else None

    def _governs(self, verb: Token, date: DateMention) -> bool:
        head = self.dates.head_of(date)
        if head is None or self.bound(date):
            return False
        if verb.dep == "relcl" and date.span.overlaps(verb.head.span) and any(t.lower == "when" for t in verb.children):
            return True
        over = clauses.verb_over(head)
        if over is None or over is verb:
            return over is verb
        if over.dep in ("xcomp", "pcomp") and verb in (over.head, over.head.head):
            return True  # "began operating in 1949", "came into being in 2001"
        # "hours before it fell on Wednesday" dates the main clause too.
        before = self.reading.tokens[max(over.i - 8, 0) : over.i]
        return over.dep == "advcl" and over.head is verb and any(t.lower in ("hours", "minutes") for t in before)

    def _is_behind_purpose(self, verb: Token, date: DateMention) -> bool:
        """Tell whether a date hangs on the participle that tells what the verb's object is for.

        As in: "withdrew from the treaty banning missiles in the region in 2010".
        """
        head = self.dates.head_of(date)
        over = clauses.verb_over(head) if head is not None and not self.bound(date) else None
        return over is not None and over.dep == "acl" and over.tag == "VBG" and clauses.verb_over(over) is verb

    def is_term(self, date: DateMention) -> bool:
        """Tell whether a year is that of a noun or the term for which something was agreed ("a programme for 2024–2026")."""
        years = date.date is not None and date.date.month is None
        return date.basis == "modifier" or (years and self.document.text.endswith(" for ", 0, date.span.start))

    def bound(self, date: DateMention) -> str:
        """Return the word that makes a date the beginning or the end of a state ("since", "until"), or an empty string."""
        match = _BOUND.search(self.document.text[max(0, date.span.start - 16) : date.span.start])
        return match[1].lower().replace("till", "until") if match else ""

    def since(self, verb: Token, word: str = "since") -> DateMention | None:
        """Return the date at which the state that a verb tells began, or ended ("until"): "has existed since 2003"."""
        for date in self.dates.within(self.reading.sentence_of(verb).span):
            head = self.dates.head_of(date)
            if date.date is not None and head is not None and self.bound(date) == word and clauses.verb_over(head) is verb:
                return date
        return None

    def beside(self, tokens: list[Token]) -> DateMention | None:
        """Return the date inside a noun phrase, just behind it, or in the clause whose object it is."""
        start, end = tokens[0].start, tokens[-1].end
        near = self.dates.within((start, end + 12))
        near = [d for d in near if "\n" not in self.document.text[end : d.span.start]]
        found = next((d for d in near if d.date is not None and (d.basis != "modifier" or d.span.end < tokens[-1].start)), None)
        between = self.reading.between((end, found.span.start)) if found is not None and found.span.start > end else []
        return None if any(clauses.is_verb(t) and t.tag != "VBN" for t in between) else found  # "…, died on Monday"

    def made(
        self,
        kind: MilestoneKind,
        what: Span,
        text: Span,
        when: tuple[PartialDate, Span],
        *,
        rule: str,
        actor: str | None = None,
    ) -> Milestone:
        """Return the milestone, its words taken from the text."""
        words = self.document.text
        return Milestone(kind, what.of(words), what, text.of(words), text, when[0], when[1], actor, rule)


_BOUND = re.compile(r"\b(since|until|till)(?:\s(?:last|this|early|late|mid))?[\s-]*$", re.IGNORECASE)


def _is_set_ahead(verb: Token) -> bool:
    """Tell whether a verb only sets a day ahead of what happened on it: "It was on 3 May that the site was closed"."""
    subject = verb.child("nsubj")
    return verb.lower in ("was", "is") and subject is not None and verb.subtree[0].lower == "it"


def clause(verb: Token) -> Span:
    """Return where a verb's clause stands; a clause that describes a noun begins with that noun's phrase."""
    alone = verb.child("nsubj", "nsubjpass") is not None
    first = verb if alone else clauses.first_joined(verb)
    tokens = [*clauses.own_tokens(verb), *clauses.own_tokens(first)]
    if first.dep in ("acl", "relcl"):
        tokens += [t for t in clauses.phrase(first.head) if t.dep != "punct"]
    tokens = sorted(set(tokens), key=lambda t: t.i)
    while len(tokens) > 1 and (tokens[-1].dep == "cc" or tokens[-1].text in (".", ",", ";", "!", ":")):
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].dep == "punct" or tokens[0].dep in ("cc", "mark")):
        tokens.pop(0)
    return Span(tokens[0].start, tokens[-1].end)


def behind_short_form(bracket: Token) -> Token | None:
    """Return the noun that goes on with a name behind its short form: "the Free Trade Area (AfCFTA) agreement"."""
    short, close = bracket.nbor(), bracket.nbor(2)
    noun = bracket.nbor(3)
    if bracket.text != "(" or short is None or close is None or noun is None or noun.sentence != bracket.sentence:
        return None
    capitals = sum(letter.isupper() for letter in short.text) > 1
    return noun if capitals and close.text == ")" and noun.tag in ("NN", "NNP", "NNPS") and noun.text.isalpha() else None


def noun_span(head: Token) -> Span:
    """Return where a noun phrase stands, without clauses, commas and dates behind it."""
    tokens = clauses.phrase(head)
    ends = (k for k, t in enumerate(tokens) if t.i > head.i and (t.text in (",", ";", "(") or t.entity == "DATE"))
    end = next(ends, None)
    if end is not None and (noun := behind_short_form(tokens[end])) is not None:
        return Span(tokens[0].start, noun.end)
    tokens = tokens[:end]
    while len(tokens) > 1 and tokens[-1].dep in ("prep", "punct", "cc"):
        tokens.pop()
    return Span(tokens[0].start, tokens[-1].end)


def is_of_person(page: Page, verb: Token) -> bool:
    """Tell whether a person is the subject of the verb."""
    return any(t.lower in ("he", "she") or page.entities.person_at(t) is not None for t in clauses.subjects(verb))
