"""All names of one text together: the vote on persons, the joining of organizations, the places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.extract.en.names import aliases, evidence
from onrecord.extract.en.names.bodies import Body
from onrecord.extract.en.names.nations import Nation
from onrecord.extract.en.names.runs import Run
from onrecord.extract.en.names.shortforms import Named, join
from onrecord.extract.en.names.words import Line, Word
from onrecord.extract.entities import Entities
from onrecord.languages.en import names, organizations, titles
from onrecord.model import Organization, Person, Place, Span

_LABELS = ("GPE", "LOC", "FAC")


class Gathered:
    """Collects what each line names, then decides for the whole text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[Line] = []
        self.nations: list[tuple[Line, Nation]] = []
        self.bodies: list[tuple[Line, Body]] = []
        self.runs: list[Run] = []

    def add(self, line: Line, nations: dict[int, Nation], bodies: list[Body], runs: list[Run]) -> None:
        """Take what one line names."""
        self.lines.append(line)
        self.nations += [(line, nation) for nation in dict.fromkeys(nations.values())]
        self.bodies += [(line, body) for body in bodies]
        self.runs += runs

    def entities(self) -> Entities:
        """Return the decision on all names."""
        persons, spans = self._persons()
        organizations_found = self._organizations(spans)
        taken = spans + [span for one in organizations_found for span in one.mentions]
        return Entities(persons, organizations_found, self._places(taken))

    def _forms(self) -> list[aliases.Form]:
        forms: dict[tuple[str, ...], aliases.Form] = {}
        for run in self.runs:
            key = tuple(names.folded(part) for part in run.parts)
            form = forms.setdefault(key, aliases.Form(run.parts))
            form.runs.append(run)
            form.score += max(-2.0, min(5.0, evidence.weigh(run)))
        return list(forms.values())

    def _persons(self) -> tuple[tuple[Person, ...], list[Span]]:
        forms = [form for form in self._forms() if form.folded]
        sure = [form for form in forms if form.score >= evidence.THRESHOLD]
        parts = {part for form in sure if form.full for part in form.folded if len(part) > 1}
        kept = [
            form for form in forms if form in sure or (not form.full and form.folded[0] in parts and self._may_be_short(form))
        ]
        full = [form for form in sure if form.full]
        for form in forms:
            if form not in kept and not form.full and any(aliases.close(form.folded[0], other.folded[-1]) for other in full):
                kept.append(form)
        people = aliases.cluster(kept)
        people.sort(key=lambda one: min(run.words[0].start for form in one.forms for run in form.runs))
        found, spans = [], []
        for number, one in enumerate(people, 1):
            mentions = sorted(self._span(run) for form in one.forms for run in form.runs)
            main = one.main
            name = self._span(main.runs[0]).of(self.text)
            others = dict.fromkeys(span.of(self.text) for span in mentions)
            score = max(form.score for form in one.forms)
            found.append(
                Person(
                    f"p{number}", name, tuple(other for other in others if other != name), tuple(mentions),
                    rule=self._rule(main), confidence=round(min(0.99, 0.6 + 0.06 * score), 2),
                )
            )  # fmt: skip
            spans += mentions
        return tuple(found), spans

    @staticmethod
    def _may_be_short(form: aliases.Form) -> bool:
        return form.score > -4.0 * len(form.runs)

    @staticmethod
    def _rule(form: aliases.Form) -> str:
        features = [name for name in evidence.features(form.runs[0]) if evidence.WEIGHTS[name] > 0]
        return max(features, key=lambda name: evidence.WEIGHTS[name], default="vote")

    @staticmethod
    def _span(run: Run) -> Span:
        return Span(run.words[0].start, run.words[-1].end)

    def _organizations(self, persons: list[Span]) -> tuple[Organization, ...]:
        named: list[Named] = []
        for line, body in self.bodies:
            if _is_venue(line, body) or _is_masthead(line, body) or _is_shared(line):
                continue
            words = line.words[body.first : body.last + 1]
            span = Span(words[0].start, words[-1].end)
            if not any(span.overlaps(person) for person in persons):
                named.append(Named(span, span.of(self.text), body.rule, body.confidence, line, body.first, body.last))
        nations = [Span(line.words[n.first].start, line.words[n.last].end) for line, n in self.nations]
        named += self._by_model([*persons, *nations, *(one.span for one in named)])
        return join(self.text, self.lines, named, persons)

    def _by_model(self, taken: list[Span]) -> Iterable[Named]:
        """Yield what the model calls an organization, cut to its name, where nothing else speaks against it."""
        for line in self.lines:
            if line.headline:
                continue
            for first, last in _model_spans(line, ("ORG",)):
                words = line.words[first : last + 1]
                span = Span(words[0].start, words[-1].end)
                if any(span.overlaps(other) for other in taken) or not _plausible(line, first, last):
                    continue
                yield Named(span, span.of(self.text), "model", 0.6, line, first, last)

    def _places(self, taken: list[Span]) -> tuple[Place, ...]:
        mentions: dict[str, list[Span]] = {}
        country: dict[str, bool] = {}
        for line, nation in self.nations:
            if nation.adjective:
                continue
            span = Span(line.words[nation.first].start, line.words[nation.last].end)
            mentions.setdefault(nation.country.name, []).append(span)
            country[nation.country.name] = True
        seen = [span for spans in mentions.values() for span in spans]
        nations = [Span(line.words[n.first].start, line.words[n.last].end) for line, n in self.nations]
        for line in self.lines:
            for first, last in _model_spans(line, _LABELS):
                words = line.words[first : last + 1]
                span = Span(words[0].start, words[-1].end)
                if not any(span.overlaps(other) for other in (*taken, *seen, *nations)):
                    mentions.setdefault(span.of(self.text), []).append(span)
        found = []
        for number, (name, spans) in enumerate(sorted(mentions.items(), key=lambda pair: min(pair[1])), 1):
            forms = list(dict.fromkeys(span.of(self.text) for span in sorted(spans)))
            longest = max(forms, key=len)
            is_country = country.get(name, False)
            found.append(
                Place(f"l{number}", longest, tuple(form for form in forms if form != longest), tuple(sorted(spans)),
                      rule="country-table" if is_country else "model", confidence=0.97 if is_country else 0.8,
                      country=is_country)
            )  # fmt: skip
        return tuple(found)


_VENUES = frozenset(("White House", "Kremlin", "Blue House", "Pentagon", "Capitol"))


def _is_venue(line: Line, body: Body) -> bool:
    """Tell whether a house that stands for those who rule in it is only where something took place ("at the White House")."""
    name = " ".join(word.text for word in line.words[body.first : body.last + 1])
    before = [word.lower for word in line.words[max(0, body.first - 2) : body.first]]
    return (
        name in _VENUES
        and len(before) == 2
        and before[1] == "the"
        and before[0] in ("at", "in", "to", "near", "outside", "inside")
    )


def _is_masthead(line: Line, body: Body) -> bool:
    """Tell whether the line is nothing but the name of the medium that prints the page."""
    medium = line.words[body.last].text.capitalize() in (
        "Times",
        "Post",
        "News",
        "Herald",
        "Tribune",
        "Journal",
        "Gazette",
        "Chronicle",
    )
    return medium and body.first <= 1 and body.last == len(line.words) - 1


def _is_shared(line: Line) -> bool:
    """Tell whether the line offers to share the page in social networks."""
    words = [word.lower for word in line.words]
    return len(words) < 30 and any(
        word in ("share", "follow") and words[k + 1 : k + 2] in (["on"], [":"], ["us"]) for k, word in enumerate(words)
    )


def _model_spans(line: Line, labels: tuple[str, ...]) -> Iterable[tuple[int, int]]:
    words = line.words
    at = 0
    while at < len(words):
        if words[at].first.entity not in labels:
            at += 1
            continue
        label, last = words[at].first.entity, at
        while last + 1 < len(words) and words[last + 1].first.entity == label and not words[last + 1].first.begins:
            last += 1
        first, end = at, last
        while first <= end and (not words[first].capital or names.is_function_word(words[first].text)):
            first += 1
        while end >= first and (words[end].mark or not words[end].capital):
            end -= 1
        if first <= end:
            yield first, end
        at = last + 1


_PLAIN = re.compile(r"[^\W\d_][\w&.’'-]*$")


def _plausible(line: Line, first: int, last: int) -> bool:
    words: list[Word] = line.words[first : last + 1]
    if any(word.possessive for word in words[:-1]) or not _PLAIN.match(words[0].text):
        return False
    if organizations.rules_out(words[-1].text) or organizations.rules_out(words[0].text) or names.never_names(words[-1].text):
        return False
    if any(titles.head_kind(word.text) for word in words) or any(word.mark and word.text != "&" for word in words):
        return False
    before = line.words[max(0, first - 3) : first]
    if any(titles.head_kind(word.text) for word in before) and before[-1].lower in ("of", "for", "the"):
        return False
    following = line.words[last + 1] if last + 1 < len(line.words) else None
    if following is not None and following.capital and not words[-1].possessive and organizations.rules_out(following.text):
        return False
    return len(words) > 1 or (words[0].text.isupper() and 2 <= len(words[0].text) <= 7)
