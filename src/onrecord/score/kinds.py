"""How each kind of fact is compared: one function a kind, each of which counts what was right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from onrecord.score.likeness import Item, Named, folded, iso, joined, names, overlap, pair, says_as_much

GATHERING_FAMILIES = (
    # Types that texts use for one another.
    ("roundtable", "webinar", "forum", "conference", "seminar", "workshop", "symposium", "dialogue", "session", "briefing",
     "exhibition", "other"),
    ("summit", "meeting", "talks"),
    ("visit",),
    ("call",),
    ("ceremony",),
)  # fmt: skip
_FAMILY = {kind: family[0] for family in GATHERING_FAMILIES for kind in family}


class Count(NamedTuple):
    """How many facts of a kind are annotated, how many were found, and how many of these are right."""

    gold: int
    found: int
    right: int


@dataclass(slots=True)
class Comparison:
    """One page: its counts by kind, and the facts that were missed or found in excess."""

    gold: Item
    found: Item
    counts: dict[str, Count] = field(default_factory=dict)
    misses: dict[str, list[tuple[str, Item]]] = field(default_factory=dict)

    def same(self, gold_who: str | None, found_who: str | None) -> bool:
        """Tell whether an id or words of the gold and an id or words of the found page mean one."""
        return Named(self.gold).same(gold_who, Named(self.found), found_who)

    def note(self, kind: str, golds: list[Item], founds: list[Item], pairs: list[tuple[int, int]]) -> None:
        """Keep the facts that are in no pair."""
        kept = self.misses.setdefault(kind, [])
        paired_gold, paired_found = {i for i, _ in pairs}, {j for _, j in pairs}
        kept += [("missed", item) for i, item in enumerate(golds) if i not in paired_gold]
        kept += [("extra", item) for j, item in enumerate(founds) if j not in paired_found]


def compare(gold: Item, found: Item) -> Comparison:
    """Compare all kinds of one page; the order of the counts is the order in which figures are printed."""
    comparison = Comparison(gold, found)
    _entities(comparison, "persons", _person_likeness)
    _entities(comparison, "organizations", _organization_likeness)
    _positions(comparison)
    _gatherings(comparison)
    _statements(comparison, "statements", direct_alone=False)
    _statements(comparison, "statements:direct", direct_alone=True)
    _milestones(comparison)
    return comparison


def _person_likeness(gold: Item, found: Item) -> float:
    if folded(gold["name"]) == folded(found.get("name", "")):
        return 2.0
    shared = names(gold) & names(found)
    # A full name weighs more than a family name, which two persons of one page may share.
    if any(" " in name or not name.isascii() for name in shared):
        return 1.5
    return 1.0 if shared else 0.0


def _organization_likeness(gold: Item, found: Item) -> float:
    a, b = names(gold), names(found)
    if a & b:
        return 2.0
    best = max((overlap(x, y) for x in a for y in b), default=0.0)
    return best if best >= 0.8 else 0.0


def _entities(comparison: Comparison, kind: str, likeness: Callable[[Item, Item], float]) -> None:
    golds, founds = comparison.gold.get(kind, []), comparison.found.get(kind, [])
    pairs = pair(golds, founds, likeness)
    comparison.counts[kind] = Count(len(golds), len(founds), len(pairs))
    comparison.note(kind, golds, founds, pairs)


def _positions(comparison: Comparison) -> None:
    golds, founds = comparison.gold.get("positions", []), comparison.found.get("positions", [])

    def likeness(gold: Item, found: Item) -> float:
        if not comparison.same(gold["person"], found.get("person")):
            return 0.0
        alike = overlap(gold["title"], found.get("title", ""))
        return alike if alike >= 0.6 else 0.0

    pairs = pair(golds, founds, likeness)
    same_status = sum(golds[i]["status"] == founds[j].get("status") for i, j in pairs)
    comparison.counts["positions"] = Count(len(golds), len(founds), len(pairs))
    comparison.counts["positions+status"] = Count(len(golds), len(founds), same_status)
    comparison.note("positions", golds, founds, pairs)


def _gathering_likeness(gold: Item, found: Item) -> float:
    name = overlap(gold.get("name", ""), found.get("name", ""))
    family = _FAMILY.get(gold["type"]) == _FAMILY.get(found.get("type", ""))
    a, b = iso(gold.get("start")) or "", iso(found.get("start")) or ""
    dates_agree = a.startswith(b) or b.startswith(a)  # also where one is not stated
    if not (family or name >= 0.5) or (not dates_agree and name < 0.5):
        return 0.0
    place = folded(gold.get("place")) == folded(found.get("place")) != ""
    return 0.1 + name + 0.5 * family + 0.3 * bool(a and dates_agree and b) + 0.2 * place


def _gatherings(comparison: Comparison) -> None:
    golds, founds = comparison.gold.get("gatherings", []), comparison.found.get("gatherings", [])
    pairs = pair(golds, founds, _gathering_likeness, least=0.55)
    comparison.counts["gatherings"] = Count(len(golds), len(founds), len(pairs))
    comparison.note("gatherings", golds, founds, pairs)
    partner = {i: founds[j] for i, j in pairs}

    mains = [i for i, gold in enumerate(golds) if gold.get("main")]
    comparison.counts["gatherings:main"] = Count(len(mains), len(mains), sum(i in partner for i in mains))

    dated = [i for i, gold in enumerate(golds) if gold.get("start")]
    right = sum(i in partner and says_as_much(golds[i]["start"], partner[i].get("start")) for i in dated)
    comparison.counts["gatherings:start"] = Count(len(dated), sum(bool(iso(f.get("start"))) for f in founds), right)

    placed = [i for i, gold in enumerate(golds) if gold.get("place")]
    right = sum(i in partner and folded(golds[i]["place"]) == folded(partner[i].get("place")) for i in placed)
    comparison.counts["gatherings:place"] = Count(len(placed), sum(bool(f.get("place")) for f in founds), right)

    def same_role(gold: Item, found: Item) -> float:
        return float(gold["role"] == found.get("role") and comparison.same(gold["who"], found.get("who")))

    gold_roles = [role for gold in golds for role in gold.get("participants", [])]
    found_roles = [role for found in founds for role in found.get("participants", [])]
    at_gold, at_found = _starts(golds), _starts(founds)
    role_pairs = [
        (at_gold[i] + a, at_found[j] + b)
        for i, j in pairs
        for a, b in pair(golds[i].get("participants", []), founds[j].get("participants", []), same_role)
    ]
    comparison.counts["gatherings:roles"] = Count(len(gold_roles), len(found_roles), len(role_pairs))
    comparison.note("gatherings:roles", gold_roles, found_roles, role_pairs)


def _starts(gatherings: list[Item]) -> list[int]:
    """Return where the participants of each gathering begin in the list of all participants."""
    return list(accumulate((len(one.get("participants", [])) for one in gatherings), initial=0))


def _statements(comparison: Comparison, kind: str, *, direct_alone: bool) -> None:
    golds, founds = (
        [s for s in page.get("statements", []) if s.get("direct") or not direct_alone]
        for page in (comparison.gold, comparison.found)
    )
    pairs = pair(golds, founds, lambda g, f: overlap(joined(g["content"]), joined(f.get("content"))), least=0.5)
    right = [(i, j) for i, j in pairs if comparison.same(golds[i]["speaker"], founds[j].get("speaker"))]
    comparison.counts[f"{kind} (content)"] = Count(len(golds), len(founds), len(pairs))
    comparison.counts[f"{kind} (content+speaker)"] = Count(len(golds), len(founds), len(right))
    comparison.note(kind, golds, founds, right)


def _milestones(comparison: Comparison) -> None:
    golds, founds = comparison.gold.get("milestones", []), comparison.found.get("milestones", [])

    def likeness(gold: Item, found: Item) -> float:
        if gold["kind"] != found.get("kind"):
            return 0.0
        alike = max(
            overlap(gold.get("text", ""), found.get("text", "")),
            overlap(gold["what"], found.get("what", "")),
        )
        return alike if alike >= 0.4 else 0.0

    pairs = pair(golds, founds, likeness)
    comparison.counts["milestones"] = Count(len(golds), len(founds), len(pairs))
    comparison.counts["milestones:date"] = Count(
        sum(bool(g.get("date")) for g in golds),
        sum(bool(iso(f.get("date"))) for f in founds),
        sum(says_as_much(golds[i]["date"], founds[j].get("date")) for i, j in pairs if golds[i].get("date")),
    )
    comparison.note("milestones", golds, founds, pairs)
