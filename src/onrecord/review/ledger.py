"""The ledger of contradictions and doubts: worked out a little at a time, and after a change only where something changed.

Every contradiction is found within a unit: an occasion, a person's offices, what one speaker said of one moment, one quantity,
where one person was on one day. The ledger keeps, by unit, what was found and how much there was to compare, and reads anew the
units of which the record says that they may be shown otherwise than before. Of an empty ledger these are all: there is one way,
so that what is worked out bit by bit is what is worked out at once. Facts are in memory for a portion at a time; what stays are
the findings, and the few words by which units find each other.
"""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched
from typing import Any, Protocol

from onrecord.model import Document
from onrecord.model.recorded import GatheringRecord, MilestoneRecord, PositionRecord, RoleRecord, StatementRecord
from onrecord.review import doubts as doubting
from onrecord.review import questions as asking
from onrecord.review.conflicts import (
    DETECTORS,
    Case,
    Compared,
    Conflict,
    attendance,
    dates,
    encounter,
    meeting_form,
    offices,
    page_period,
    place,
    quantity,
    quotations,
    roles,
    sequel,
    sequence,
    steps,
    term,
    two_places,
    weekday,
    worst_first,
)
from onrecord.review.conflicts.finding import each_once
from onrecord.review.doubts import DOUBTFUL, Decided, Doubt
from onrecord.review.meetings import Meetings
from onrecord.review.questions import End, Question

OCCASION = (dates, page_period, weekday, attendance, place, meeting_form, roles)
"""Kinds that look at one occasion alone; `term`, `sequel` and `sequence` do so in a part."""

PAGES = (term.KIND, sequel.KIND)
"""Kinds of which two occasions of the same pages are one question."""

PORTION = {"g-": 100, "p-": 200, "s-": 2000, "m-": 2000}
"""Units whose facts are in memory at once, by how their keys begin: some ten megabytes."""


class Units(Protocol):
    """The part of `record.units.Units` that is read here."""

    def changed(self, before: Any) -> tuple[Any, set[str]]:
        """Return the roll of the record, and the keys of all clusters that may be shown otherwise than at an earlier roll."""

    def gatherings(self, keys: Collection[str]) -> list[GatheringRecord]:
        """Return these occasions."""

    def positions(self, persons: Collection[str]) -> list[PositionRecord]:
        """Return the positions of these persons."""

    def statements(self, keys: Collection[str]) -> list[StatementRecord]:
        """Return these statements."""

    def milestones(self, keys: Collection[str]) -> list[MilestoneRecord]:
        """Return these milestones."""

    def roles(self, gatherings: Collection[str], *, below: float) -> list[tuple[str, RoleRecord]]:
        """Return the roles of less than a confidence, each with the key of its occasion."""

    def texts(self, sources: Collection[str]) -> dict[str, str]:
        """Return the texts of sources."""

    def claims_behind(self, keys: Collection[str]) -> dict[str, int]:
        """Return how many claims stand behind each of these."""


class Answers(asking.Answers, Protocol):
    """The part of `record.View` that is read here."""

    @property
    def units(self) -> Units:
        """Return what contradictions are looked for in, some of it at a time."""

    def document(self, key: str) -> Document:
        """Return the page behind a source."""


@dataclass(slots=True)
class _Found:
    """What was found in one unit: contradictions, how much of each kind there was to compare, and what is in doubt."""

    conflicts: tuple[Conflict, ...] = ()
    compared: Counter[str] = field(default_factory=Counter)
    doubts: tuple[tuple[Doubt, Question], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.conflicts or self.compared or self.doubts)


Found = tuple[tuple[Conflict, ...], tuple[Compared, ...], tuple[Question, ...]]
"""Contradictions, how much there was to compare, and the open questions."""


class Ledger:
    """All contradictions and doubts of one record, as it was when last asked; may be used from several threads."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._roll: Any = None
        self._found: dict[tuple[str, Any], _Found] = {}
        self._number: Counter[str] = Counter()
        self._steps: dict[str, MilestoneRecord] = {}
        self._of_page: defaultdict[str, set[str]] = defaultdict(set)
        self._counted: defaultdict[tuple[object, ...], dict[str, tuple[quantity.Counted, ...]]] = defaultdict(dict)
        self._names: dict[str, set[tuple[object, ...]]] = {}
        self._quoted = Meetings[tuple[str, str]]()
        self._present = Meetings[two_places.Moment]()
        self._told = Meetings[str]()
        self._apart: dict[two_places.Moment, dict[two_places.Occasions, Conflict | None]] = {}
        self._ends: dict[str, End] = {}
        self._behind: dict[str, int] = {}
        self._asked: dict[str, tuple[Conflict, Question]] = {}

    def contradictions(self, view: Answers) -> tuple[tuple[Conflict, ...], tuple[Compared, ...]]:
        """Return the contradictions of the record, the most severe first, and how much there was to compare."""
        with self._lock:
            self.update(view)
            return self._conflicts(), self._compared()

    def found(self, view: Answers) -> Found:
        """Return contradictions, how much there was to compare, and all open questions, the weightiest first."""
        with self._lock:
            conflicts, compared = self.contradictions(view)
            return conflicts, compared, self._questions(view, conflicts)

    # -- bringing it up to date

    def update(self, view: Answers) -> int:
        """Look at everything of the record that changed since the last time; return how many units these were."""
        roll, changed = view.units.changed(self._roll)
        if self._roll is not None:
            self._forget_counts(changed, roll)
        self._roll = roll
        of_kind: dict[str, list[str]] = {kind: sorted(key for key in changed if key.startswith(kind)) for kind in PORTION}
        names = self._read_milestones(view.units, of_kind["m-"])
        names |= self._read_statements(view.units, of_kind["s-"])
        self._read_gatherings(view, of_kind["g-"])
        self._read_positions(view.units, of_kind["p-"])
        for name in names:
            group = [one for told in self._counted.get(name, {}).values() for one in told]
            if not group:
                self._counted.pop(name, None)
            self._keep("quantity", name, quantity.of_one(group), Counter({quantity.KIND: quantity.by_several(group)}))
        self._compare_quotations(view.units)
        self._compare_presences(view.units)
        self._compare_encounters(view.units)
        return len(changed)

    def _forget_counts(self, changed: set[str], roll: Any) -> None:
        """Forget how many claims stand behind what changed, and the ends of pairs that belong to it."""
        for kept in (self._behind, self._ends):
            for key in [key for key in kept if {key, self._roll.members.get(key), roll.members.get(key)} & changed]:
                del kept[key]

    def _keep(
        self,
        part: str,
        unit: Any,
        conflicts: Iterable[Conflict] = (),
        compared: Counter[str] | None = None,
        doubts: Iterable[Doubt] = (),
    ) -> None:
        """Put what was found in a unit in the place of what was found there before."""
        before = self._found.pop((part, unit), None)
        if before:
            self._number.subtract(before.compared)
        found = _Found(tuple(conflicts), +(compared or Counter()), tuple((one, asking.about_doubt(one)) for one in doubts))
        if found:
            self._found[part, unit] = found
            self._number.update(found.compared)

    def _read_milestones(self, units: Units, keys: Sequence[str]) -> set[tuple[object, ...]]:
        touched = self._uncount(keys)
        for key in keys:
            if gone := self._steps.pop(key, None):
                self._of_page[gone.evidence.source.key].discard(key)
            self._keep("milestone", key)
        for portion in batched(keys, PORTION["m-"]):
            for one in units.milestones(portion):
                self._steps[one.key] = one
                self._of_page[one.evidence.source.key].add(one.key)
                self._keep("milestone", one.key, doubts=doubting.of_milestones([one]))
                touched |= self._count(one)
        if keys:
            taken = self._steps.values()
            number = Counter({sequence.KIND: len(list(steps.pairs(taken)))})
            self._keep("steps", "", steps.find(sequence.KIND, taken), number)
        return touched

    def _read_statements(self, units: Units, keys: Sequence[str]) -> set[tuple[object, ...]]:
        touched = self._uncount(keys)
        self._quoted.leave(keys)
        for portion in batched(keys, PORTION["s-"]):
            read = {one.key: one for one in units.statements(portion)}
            for key in portion:
                self._keep("statement", key, doubts=doubting.of_statements([read[key]] if key in read else ()))
            for one in read.values():
                touched |= self._count(one)
                if moment := quotations.moment(one):
                    self._quoted.come(moment, one.key, frozenset((voice, "") for voice in quotations.voices_of(one)))
        return touched

    def _count(self, fact: MilestoneRecord | StatementRecord) -> set[tuple[object, ...]]:
        """Keep the quantities of a fact; return what they are of."""
        told: defaultdict[tuple[object, ...], list[quantity.Counted]] = defaultdict(list)
        for one in quantity.counted(fact):
            told[one.name].append(one)
        for name, numbers in told.items():
            self._counted[name][fact.key] = tuple(numbers)
        if told:
            self._names[fact.key] = set(told)
        return set(told)

    def _uncount(self, keys: Iterable[str]) -> set[tuple[object, ...]]:
        touched = set()
        for key in keys:
            for name in self._names.pop(key, ()):
                del self._counted[name][key]
                touched.add(name)
        return touched

    def _read_gatherings(self, view: Answers, keys: Sequence[str]) -> None:
        self._present.leave(keys)
        self._told.leave(keys)
        for portion in batched(keys, PORTION["g-"]):
            uncertain: defaultdict[str, list[RoleRecord]] = defaultdict(list)
            for key, role in view.units.roles(portion, below=DOUBTFUL):
                uncertain[key].append(role)
            read = {one.key: one for one in view.units.gatherings(portion)}
            # Only where two voices speak of an occasion are their texts compared.
            texts = view.units.texts({s.key for one in read.values() if one.independent_sources > 1 for s in one.sources})
            for key in portion:
                if key in read:
                    self._read_gathering(self._case(read[key], texts, view.document), uncertain[key])
                else:
                    self._keep("gathering", key)

    def _case(self, one: GatheringRecord, texts: dict[str, str], document: Callable[[str], Document]) -> Case:
        on_pages = (self._steps[key] for source in one.sources for key in sorted(self._of_page.get(source.key, ())))
        return Case((one,), text=lambda key: texts.get(key, ""), milestones=tuple(on_pages), document=document)

    def _read_gathering(self, case: Case, uncertain: Iterable[RoleRecord]) -> None:
        (one,) = case.gatherings
        number = Counter({detector.KIND: detector.compared(case).number for detector in (*OCCASION, term, sequel)})
        number[sequence.KIND] += sequence.order_told(case)
        found = [conflict for detector in OCCASION for conflict in detector.find(case)]
        found += (*term.of_occasions(case), *sequel.of_occasions(case), *sequence.of_occasions(case))
        self._keep("gathering", one.key, found, number, (*doubting.of_roles(uncertain), *doubting.of_gatherings([one])))
        together: defaultdict[two_places.Moment, set[tuple[str, str]]] = defaultdict(set)
        for presence in two_places.presences(one):
            together[presence.moment].add((presence.voice, presence.place))
        for moment, told in together.items():
            self._present.come(moment, one.key, frozenset(told))
        for source in one.sources:
            # Also those that are no part of a contradiction: whom a page has in one place alone, all its occasions tell.
            self._told.come(source.key, one.key, frozenset((part, "") for part in encounter.parts(one, source.key)))

    def _read_positions(self, units: Units, keys: Sequence[str]) -> None:
        for portion in batched(keys, PORTION["p-"]):
            held: defaultdict[str, list[PositionRecord]] = defaultdict(list)
            for one in units.positions(portion):
                held[one.person_key].append(one)
            for key in portion:
                case = Case(positions=tuple(held[key]))
                number = Counter({offices.KIND: offices.compared(case).number, sequence.KIND: sequence.order_told(case)})
                found = (*offices.find(case), *sequence.of_offices(case))
                self._keep("offices", key, found, number, doubting.of_positions(held[key]))

    def _compare_quotations(self, units: Units) -> None:
        touched, wanted = self._quoted.touched(), []
        for moment in touched:
            self._keep("quotations", moment)
            if self._quoted.meet(moment, lambda a, b: a[0] != b[0]):
                wanted.append(moment)
        for moment, together in self._quoted.read(wanted, units.statements, PORTION["s-"]):
            case = Case(statements=tuple(one for one in together if quotations.moment(one) == moment))
            number = Counter({quotations.KIND: quotations.compared(case).number})
            self._keep("quotations", moment, quotations.find(case), number)

    def _compare_presences(self, units: Units) -> None:
        touched, wanted = self._present.touched(), []
        for moment in touched:
            self._apart.pop(moment, None)
            if self._present.meet(moment, lambda a, b: a[0] != b[0] and two_places.comparable(a[1], b[1])):
                wanted.append(moment)
        for moment, together in self._present.read(wanted, units.gatherings, PORTION["g-"]):
            here = (presence for one in together for presence in two_places.presences(one) if presence.moment == moment)
            if apart := two_places.of_one_day(here):
                self._apart[moment] = apart

    def _compare_encounters(self, units: Units) -> None:
        touched, wanted = self._told.touched(), []
        for page in touched:
            self._keep("encounters", page)
            if self._told.meet(page, lambda a, b: a[0] != b[0]):
                wanted.append(page)
        for page, together in self._told.read(wanted, units.gatherings, PORTION["g-"]):
            number = Counter({encounter.KIND: encounter.beside(page, together)})
            self._keep("encounters", page, encounter.of_page(page, together), number)

    # -- what stands in it

    def _conflicts(self) -> tuple[Conflict, ...]:
        found = [conflict for one in self._found.values() for conflict in one.conflicts]
        of_pages = [one for kind in PAGES for one in each_once(c for c in found if c.kind == kind)]
        once: dict[two_places.Occasions, Conflict] = {}
        for _, apart in sorted(self._apart.items()):
            for occasions, conflict in apart.items():
                if conflict:
                    once.setdefault(occasions, conflict)
        return worst_first([*(one for one in found if one.kind not in PAGES), *of_pages, *once.values()])

    def _compared(self) -> tuple[Compared, ...]:
        number = self._number.copy()
        number[two_places.KIND] = len({occasions for apart in self._apart.values() for occasions in apart})
        return tuple(Compared(one.kind, number[one.kind], one.what) for one in (kind.compared(Case()) for kind in DETECTORS))

    def _questions(self, view: Answers, conflicts: Iterable[Conflict]) -> tuple[Question, ...]:
        decided = Decided.of(view.decisions(kind="correction"))
        doubtful = (asked for one in self._found.values() for doubt, asked in one.doubts if decided.leaves_open(doubt))
        return asking.ordered([*asking.same(view, self._ends), *self._values(view, conflicts), *doubtful])

    def _values(self, view: Answers, conflicts: Iterable[Conflict]) -> Iterator[Question]:
        settled = asking.settled_conflicts(view)
        left_open = {key: one for one in conflicts if (key := one.key) not in settled}
        missing = {one.subject for one in left_open.values()} - self._behind.keys()
        self._behind.update(view.units.claims_behind(missing))
        before, self._asked = self._asked, {}
        for key, one in left_open.items():
            found, asked = before.get(key, (None, None))
            number = self._behind[one.subject]
            # The key tells which sources state which values, not where they do: what was found anew is asked anew.
            if asked is None or found is not one or asked.settles != number:
                asked = asking.which_holds(one, number)
            self._asked[key] = one, asked
            yield asked
