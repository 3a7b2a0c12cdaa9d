"""Milestones of several pages → steps: what happened once stands once, with all that state it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from onrecord.languages.country_names import countries_in, country_of
from onrecord.languages.sites import sites, sites_in
from onrecord.model import PartialDate
from onrecord.model.facts import OFFICES, MilestoneKind


class Stating(Protocol):
    """A dated step as one page states it."""

    @property
    def key(self) -> str:
        """Of the milestone."""

    @property
    def kind(self) -> MilestoneKind:
        """What happened."""

    @property
    def what(self) -> str:
        """To what."""

    @property
    def date(self) -> PartialDate | None:
        """When."""

    @property
    def actor(self) -> str | None:
        """Who did it."""

    @property
    def text(self) -> str:
        """The clause that states it."""


_EMPTY = frozenset({"the", "a", "an", "its", "his", "her", "their", "this"})
"""Words before an object that tell nothing of it."""

TELLING_WORDS = 3
"""Words from which an object without a name in it tells what a step is about."""


def headline(milestone: Stating) -> str:
    """Return what a step is about: its object, or the clause that states it where "the treaty" alone leaves that open.

    Two words tell enough where who took the step stands beside them: "finance minister (X)".
    """
    what = milestone.what
    words = [word for word in what.split() if word.lower() not in _EMPTY]
    needed = TELLING_WORDS - 1 if milestone.actor and milestone.actor not in what else TELLING_WORDS
    telling = len(words) >= needed or len(what.split()) >= TELLING_WORDS or any(c.isupper() or c.isdigit() for c in what[1:])
    return what if telling or len(milestone.text) <= len(what) else " ".join(milestone.text.split())


@dataclass(slots=True)
class _Step[M: Stating]:
    stated: list[M]
    sources: set[str]
    date: PartialDate | None
    country: str
    sites: frozenset[str]
    holder: str
    """Who took or left the office that the step is about; empty for other kinds."""


def steps[M: Stating](milestones: Iterable[M], source: Callable[[M], str]) -> list[tuple[M, ...]]:
    """Group milestones: of one kind, on one date or within it, of one country, site and holder as far as stated.

    What one page states apart stays apart. A date that leaves open which of several steps is meant ("in 1995") joins none.

    Args:
        milestones: in any order; the steps come in the order of their first ones.
        source: the page of a milestone.
    """
    ordered = list(milestones)
    place = {milestone.key: n for n, milestone in enumerate(ordered)}
    made: dict[MilestoneKind, list[_Step[M]]] = {}
    # Exact dates first, so that a vaguer one finds all steps that it may mean.
    for milestone in sorted(ordered, key=lambda one: (-len(one.date.edtf) if one.date else 0, one.key)):
        page = source(milestone)
        known = made.setdefault(milestone.kind, [])
        holder = (milestone.actor or "") if milestone.kind in OFFICES else ""
        new = _Step([milestone], {page}, milestone.date, country_of_milestone(milestone), _sites(milestone), holder)
        fitting = [step for step in known if page not in step.sources and _one_step(step, new)]
        same_day = [step for step in fitting if step.date == new.date]
        fitting = same_day[:1] if same_day else fitting
        if len(fitting) != 1 or milestone.date is None:
            known.append(new)
            continue
        step = fitting[0]
        step.stated.append(milestone)
        step.sources.add(page)
        step.country = step.country or new.country
        step.holder = step.holder or new.holder
        step.sites |= new.sites
    found = [tuple(sorted(step.stated, key=lambda one: place[one.key])) for kind in made.values() for step in kind]
    return sorted(found, key=lambda step: place[step[0].key])


def country_of_milestone(milestone: Stating) -> str:
    """Return the country of a step: of who took it, of the place or thing it is about, else the only one named with it."""
    if milestone.actor and len(countries_in(milestone.actor)) > 1:
        return ""  # "Norway and Iceland"
    for words in filter(None, (milestone.actor, milestone.what)):
        code = country_of(words)
        if code:
            return code
    named = _countries_of_sites(_sites(milestone)) or countries_in(milestone.text)
    return next(iter(named)) if len(named) == 1 else ""


def country_of_step(step: Iterable[Stating]) -> str:
    """Return the country of the first of its milestones that has one; empty where none has."""
    return next(filter(None, map(country_of_milestone, step)), "")


def date_of_step(step: Iterable[Stating]) -> PartialDate | None:
    """Return the most precise date that is stated."""
    return max((one.date for one in step if one.date), key=lambda date: len(date.edtf), default=None)


def taker[M: Stating](step: Iterable[M]) -> M | None:
    """Return the milestone of a step that tells best who took it: whose words are the longest, by key among equals."""
    told = [one for one in step if one.actor]
    return min(told, key=lambda one: (-len(one.actor or ""), one.key), default=None)


def _one_step[M: Stating](a: _Step[M], b: _Step[M]) -> bool:
    if a.country and b.country and a.country != b.country:
        return False
    if a.sites and b.sites and a.sites.isdisjoint(b.sites):
        return False
    if a.holder != b.holder and a.holder and b.holder and not _one_person(a.holder, b.holder):
        return False
    return _within(a.date, b.date) or _within(b.date, a.date)


def _one_person(a: str, b: str) -> bool:
    from onrecord.match.names import compare_names  # only where two offices were taken on one day

    return compare_names(a, b).same


def _within(a: PartialDate | None, b: PartialDate | None) -> bool:
    """Tell whether the first date lies in the second one."""
    inner, outer = (date.bounds() if date else None for date in (a, b))
    return bool(inner and outer) and outer[0] <= inner[0] and inner[1] <= outer[1]  # type: ignore[index]


def _sites(milestone: Stating) -> frozenset[str]:
    return sites_in(f"{milestone.what} {milestone.text}")


def _countries_of_sites(names: frozenset[str]) -> frozenset[str]:
    return frozenset(site["country"] for site in sites() if names & sites_in(site["en"][0]))
