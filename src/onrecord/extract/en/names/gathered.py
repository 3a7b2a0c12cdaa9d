"""All names of one text together: the vote on persons, the joining of organizations, the places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.extract.en.names import aliases, evidence, furniture, modelled
from onrecord.extract.en.names.bodies import Body
from onrecord.extract.en.names.nations import Nation
from onrecord.extract.en.names.runs import Run
from onrecord.extract.en.names.shortforms import Named, join
from onrecord.extract.en.names.words import Line
from onrecord.extract.entities import Entities
from onrecord.languages.en import names
from onrecord.model import Cover, Organization, Person, Place, Span

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
        called = {
            tuple(names.folded(word.text) for word in line.words[body.first : body.last + 1])
            for line, body in self.bodies
            if body.rule == "body-called"
        }
        return [form for key, form in forms.items() if key not in called]

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
            found.append(
                Person(
                    f"p{number}", name, tuple(other for other in others if other != name), tuple(mentions),
                    rule=self._rule(main),
                )
            )  # fmt: skip
            spans += mentions
        return tuple(found), spans

    @staticmethod
    def _may_be_short(form: aliases.Form) -> bool:
        return form.score > -4.0 * len(form.runs) and any("common-word" not in evidence.features(run) for run in form.runs)

    @staticmethod
    def _rule(form: aliases.Form) -> str:
        features = [name for name in evidence.features(form.runs[0]) if evidence.WEIGHTS[name] > 0]
        return max(features, key=lambda name: evidence.WEIGHTS[name], default="vote")

    @staticmethod
    def _span(run: Run) -> Span:
        return Span(run.words[0].start, run.words[-1].end)

    def _organizations(self, persons: list[Span]) -> tuple[Organization, ...]:
        named: list[Named] = []
        taken = Cover(len(self.text), persons)
        for line, body in self.bodies:
            if furniture.unsaid(line, body):
                continue
            words = line.words[body.first : body.last + 1]
            span = Span(words[0].start, words[-1].end)
            if not taken.touches(span):
                named.append(Named(span, span.of(self.text), body.rule, line, body.first, body.last))
        nations = [Span(line.words[n.first].start, line.words[n.last].end) for line, n in self.nations]
        named += self._by_context([*persons, *nations, *(one.span for one in named)])
        named += self._by_model([*persons, *nations, *(one.span for one in named)])
        return join(self.text, self.lines, named, persons)

    def _by_context(self, taken: list[Span]) -> list[Named]:
        """Return runs that stand where bodies stand: behind "newspaper", "contract with", ending an entry, in a dateline."""
        rules = {
            "medium-before": "medium-before-name",
            "body-slot": "name-title-body",
            "dateline-agency": "dateline-agency",
            "acronym-of-title": "acronym-of-title",
            "contract-with": "contract-with",
        }
        keys: dict[tuple[str, ...], str] = {}
        for run in self.runs:
            found = evidence.features(run)
            rule = next((rules[name] for name in found if name in rules), None)
            if rule is None and "reported-by" in found and "model-person" not in found and not run.line.headline:
                rule = "reported-by-name"
            if rule:
                keys.setdefault(run.parts, rule)
        named = []
        cover = Cover(len(self.text), taken)
        for run in self.runs:
            span = self._span(run)
            if run.parts in keys and not cover.touches(span):
                named.append(Named(span, span.of(self.text), keys[run.parts], run.line, run.first, run.last))
        return named

    def _by_model(self, taken: list[Span]) -> Iterable[Named]:
        """Yield what the model calls an organization where the text makes it one that acts, or names it often."""
        found: list[Named] = []
        cover = Cover(len(self.text), taken)
        for line in self.lines:
            for begin, last in () if line.headline else modelled.spans(line, ("ORG",)):
                first = modelled.cut(line, begin, last)
                words = line.words[first : last + 1]
                span = Span(words[0].start, words[-1].end)
                if not cover.touches(span) and modelled.plausible(line, first, last):
                    found.append(Named(span, span.of(self.text), "model", line, first, last))
        often = Counter(one.name for one in found)
        papers = {name for line in self.lines for name in modelled.papers(line)}
        found = [one for one in found if one.name not in papers]
        yield from (one for one in found if often[one.name] > 1 or modelled.acts(one, self.text))

    def _places(self, taken: list[Span]) -> tuple[Place, ...]:
        mentions: dict[str, list[Span]] = {}
        country: dict[str, bool] = {}
        for line, nation in self.nations:
            if nation.adjective:
                continue
            span = Span(line.words[nation.first].start, line.words[nation.last].end)
            mentions.setdefault(nation.country.name, []).append(span)
            country[nation.country.name] = True
        nations = [Span(line.words[n.first].start, line.words[n.last].end) for line, n in self.nations]
        cover = Cover(len(self.text), [*taken, *nations])
        for line in self.lines:
            for first, last in modelled.spans(line, _LABELS):
                words = line.words[first : last + 1]
                span = Span(words[0].start, words[-1].end)
                if not cover.touches(span):
                    mentions.setdefault(span.of(self.text), []).append(span)
            for span in modelled.known_cities(line):
                if not cover.touches(span):
                    mentions.setdefault(span.of(self.text), []).append(span)
        found = []
        for number, (name, spans) in enumerate(sorted(mentions.items(), key=lambda pair: min(pair[1])), 1):
            forms = list(dict.fromkeys(span.of(self.text) for span in sorted(spans)))
            longest = max(forms, key=len)
            is_country = country.get(name, False)
            found.append(
                Place(f"l{number}", longest, tuple(form for form in forms if form != longest), tuple(sorted(spans)),
                      rule="country-table" if is_country else "model",
                      country=is_country)
            )  # fmt: skip
        return tuple(found)
