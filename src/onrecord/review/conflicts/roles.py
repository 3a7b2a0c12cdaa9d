"""Sources that name different people or bodies for one role at an occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from onrecord.languages.review_words import review_words
from onrecord.languages.ru.forms import same_word
from onrecord.model.facts import Role
from onrecord.model.recorded import GatheringRecord, ParticipationRecord, PartyKind, Stated
from onrecord.review.conflicts.finding import SEVERITIES, Case, Compared, Conflict, Severity
from onrecord.review.conflicts.voices import voices
from onrecord.review.wording import listed

KIND = "role"

ROLES: dict[Role, str] = {
    "organizer": "organised it",
    "host": "hosted it",
    "moderator": "moderated it",
    "opening": "opened it",
    "signatory": "signed",
}
"""Roles that few hold, so that another name is another story; a list of speakers is hardly ever complete."""

ALONE: dict[Role, str] = {"moderator": "moderated", "signatory": "signed"}
"""Roles that a source which names their holders hardly leaves out: whoever has another role there did not have this one."""

_KINDS: tuple[PartyKind, ...] = ("person", "organization")

Holders = dict[str, ParticipationRecord]
"""Who holds a role according to one voice, by the key of the person or body."""


def find(case: Case) -> Iterator[Conflict]:
    """Yield roles for which two sources name different people, or which one gives to somebody whom the other has in another."""
    for gathering in case.gatherings:
        for role in ROLES:
            for kind in _KINDS:
                opposed = list(_of_role(gathering, role, kind))
                yield from opposed or _in_another_role(gathering, role, kind)


def compared(case: Case) -> Compared:
    """Count the roles for which two or more sources name somebody."""
    number = sum(len(_holders(gathering, role, kind)) > 1 for gathering in case.gatherings for role in ROLES for kind in _KINDS)
    return Compared(KIND, number, "roles at an occasion for which two or more sources name somebody")


def _of_role(gathering: GatheringRecord, role: Role, kind: PartyKind) -> Iterator[Conflict]:
    found: dict[frozenset[frozenset[str | None]], list[Conflict]] = {}
    for (voice, one), (other_voice, other) in combinations(_holders(gathering, role, kind).items(), 2):
        mine, theirs = _others(one, other), _others(other, one)
        # One list may just be shorter; only where each has a name of its own do the two stand against each other.
        if not mine or not theirs:
            continue
        shared = len(one) - len(mine)
        across = {_language(part) for part in mine}.isdisjoint(_language(part) for part in theirs)
        # A body's name is translated, and that two names are translations of each other cannot be told from them.
        if across and kind == "organization":
            continue
        known = _all_known(gathering, mine, other_voice) or _all_known(gathering, theirs, voice)
        told = Conflict(
            kind=KIND,
            severity="low" if across and not known else _severity(role, shared),
            subject=gathering.key,
            title=gathering.name,
            reason=f"One source says that {_names(mine)} {ROLES[role]}, another that {_names(theirs)} did.",
            sides=tuple(_side(part) for part in (*mine, *theirs)),
        )
        found.setdefault(frozenset(frozenset(part.who.key for part in parts) for parts in (mine, theirs)), []).append(told)
    yield from map(_joined, found.values())


def _joined(told: list[Conflict]) -> Conflict:
    """Return one contradiction for all pairs of voices in which the same stand against each other."""
    sides = dict.fromkeys(side for one in told for side in one.sides)
    return replace(told[0], severity=min((one.severity for one in told), key=SEVERITIES.index), sides=tuple(sides))


def _all_known(gathering: GatheringRecord, parts: list[ParticipationRecord], voice: str) -> bool:
    """Tell whether a voice has all of them at the occasion: they are no other spelling of those whom it names for the role."""
    return all(part.who.key and _elsewhere(gathering, part.who.key, voice) for part in parts)


def _in_another_role(gathering: GatheringRecord, role: Role, kind: PartyKind) -> Iterator[Conflict]:
    """Yield those to whom one voice gives a role that another, which names who held it, does not give them, but another."""
    holders = _holders(gathering, role, kind) if role in ALONE else {}
    for voice, held in holders.items():
        for key, part in held.items():
            for other in holders:
                elsewhere = None if other == voice or key in holders[other] else _elsewhere(gathering, key, other)
                # Who names the moderator of the first session alone says nothing of the second.
                if elsewhere is None or any(map(_of_a_sitting, holders[other].values())):
                    continue
                named = [one for one in holders[other].values() if one.who.key not in held] or list(holders[other].values())
                yield Conflict(
                    kind=KIND,
                    severity="low",
                    subject=gathering.key,
                    title=gathering.name,
                    reason=f"One source says that {part.who.name} {ALONE[role]}, another only that {_names(named)} did.",
                    sides=(_side(part), _side(elsewhere)),
                )


def _of_a_sitting(part: ParticipationRecord) -> bool:
    """Tell whether a source gives the role in a part of the occasion ("moderated the first session")."""
    sentence = part.evidence[0].sentence.casefold()
    return any(
        re.search(rf"(?<!\w){word}|{word}(?!\w)", sentence) for word in review_words(_language(part)).get("sittings", ())
    )


def _elsewhere(gathering: GatheringRecord, key: str, voice: str) -> ParticipationRecord | None:
    """Return what a voice makes of somebody who was there according to it."""
    parts = (part for report in gathering.reports for part in report.participations)
    return next((p for p in parts if p.who.key == key and p.evidence and p.evidence[0].source.text_group == voice), None)


def _others(one: Holders, other: Holders) -> list[ParticipationRecord]:
    """Return who holds the role for one voice alone; a body and a part of it ("the bureau of ...") are not two."""
    alone = [part for key, part in one.items() if key not in other]
    return [part for part in alone if not any(_one_within(part, theirs) for theirs in other.values())]


def _one_within(a: ParticipationRecord, b: ParticipationRecord) -> bool:
    shorter, longer = sorted((a.who.name.split(), b.who.name.split()), key=len)
    return a.who.kind == "organization" and all(any(same_word(word, other) for other in longer) for word in shorter)


def _severity(role: Role, shared: int) -> Severity:
    if role == "signatory":
        return "high" if not shared else "medium"
    return "medium" if not shared else "low"


def _holders(gathering: GatheringRecord, role: Role, kind: PartyKind) -> dict[str, Holders]:
    """Return who holds the role, by voice."""
    parts = {
        _side(part): part
        for report in gathering.reports
        for part in report.participations
        if part.role == role
        and part.who.kind == kind
        and part.who.key
        and part.evidence
        and not _supports(part)
        and not _congratulates(part)
    }
    return {
        voice: {key: parts[side] for side in sides if (key := parts[side].who.key)} for voice, sides in voices(parts).items()
    }


def _supports(part: ParticipationRecord) -> bool:
    """Tell whether a body is said to have supported an occasion, which others organise ("with the support of the Embassy")."""
    words, evidence = review_words(_language(part)), part.evidence[0]
    if part.role != "organizer" or "supports" not in words or not evidence.marks:
        return False
    behind = words["supports"].get("behind", False)
    mark, sentence = evidence.marks[0], evidence.sentence
    around = sentence[mark.end :] if behind else sentence[: mark.start]
    supports, organizes = ([*re.finditer(words["supports"][key], around, re.IGNORECASE)] for key in ("support", "organize"))
    if not supports or not organizes:
        return bool(supports)
    return supports[0].start() < organizes[0].start() if behind else supports[-1].start() > organizes[-1].start()


def _congratulates(part: ParticipationRecord) -> bool:
    """Tell whether somebody is said to have congratulated, as guests do beside the one who opens."""
    words = review_words(_language(part)).get("congratulations")
    return (
        part.role == "opening" and words is not None and re.search(words, part.role_as_printed or "", re.IGNORECASE) is not None
    )


def _language(part: ParticipationRecord) -> str:
    return part.evidence[0].source.language


def _side(part: ParticipationRecord) -> Stated:
    return Stated(part.role, part.who.name, part.evidence[0])


def _names(parts: list[ParticipationRecord]) -> str:
    return listed(dict.fromkeys(part.who.name for part in parts))
