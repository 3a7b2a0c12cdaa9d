"""Offices in words, and which of many wordings tell of one office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.languages.offices import is_office_verb
from onrecord.languages.offices import office_words as telling_words
from onrecord.model.recorded import PositionRecord


def office_words(position: PositionRecord) -> str:
    """Return an office in words: qualifier, title, body or country; "heads the Mill Institute" where the title is a verb."""
    status = position.qualifier or ("former" if position.status == "former" else "")
    where = position.organization or position.country
    if is_office_verb(position.title, position.evidence.source.language):
        return f"{position.title} {where}" if where else position.title
    title = position.title if not status or status in position.title.casefold() else f"{status} {position.title}"
    return f"{title}, {where}" if where and where not in title else title


def by_office(positions: Iterable[PositionRecord]) -> list[list[PositionRecord]]:
    """Group what is stated of one person by office, in the order of the first statement of each.

    One office: the same status and the same telling words ("Deputy Foreign Minister" and "Deputy Minister of Foreign Affairs"),
    and no two bodies or countries.
    """
    found: list[list[PositionRecord]] = []
    for position in positions:
        group = next((group for group in found if all(_one_office(position, other) for other in group)), None)
        if group is None:
            found.append([position])
        else:
            group.append(position)
    return found


def fullest(group: Sequence[PositionRecord]) -> str:
    """Return the wording of an office that says most: with its body or country, then the longest, then the first."""
    return office_words(max(group, key=lambda p: (bool(p.organization), bool(p.country), len(p.title))))


def offices_line(positions: Iterable[PositionRecord]) -> str:
    """Return the offices of one person in one line: current ones first, none that is but a shorter wording of another."""
    ordered = sorted(positions, key=lambda position: position.status != "current")
    groups = by_office(ordered)
    all_words = [_all_words(group) for group in groups]
    kept = [
        fullest(group)
        for i, group in enumerate(groups)
        if not any(
            group[0].status == other[0].status and (all_words[i] < all_words[j] or (all_words[i] == all_words[j] and j < i))
            for j, other in enumerate(groups)
        )
    ]
    return "; ".join(dict.fromkeys(kept))


def _one_office(a: PositionRecord, b: PositionRecord) -> bool:
    return (
        (a.status, a.qualifier) == (b.status, b.qualifier)
        and _title(a) == _title(b)
        and (None in (a.country, b.country) or a.country == b.country)
        and (None in (a.organization, b.organization) or _body(a) == _body(b))
    )


def _title(position: PositionRecord) -> frozenset[str]:
    return telling_words(position.title, position.evidence.source.language)


def _body(position: PositionRecord) -> str:
    return position.organization_key or (position.organization or "").casefold()


def _all_words(group: Sequence[PositionRecord]) -> frozenset[str]:
    """Return the telling words of the fullest wording, body or country included."""
    return telling_words(fullest(group), group[0].evidence.source.language)
