"""Offices in words, and which of many wordings tell of one office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.languages.offices import is_office_verb
from onrecord.languages.offices import office_words as telling_words
from onrecord.model.recorded import PositionRecord

_FORMER = {"en": "former", "ko": "전", "ru": "бывший"}
"""How each language says of an office that it was left; in the language of the title, which stands behind it."""


def office_words(position: PositionRecord) -> str:
    """Return an office in words: qualifier, title, body or country; "heads the Mill Institute" where the title is a verb."""
    former = _FORMER.get(position.evidence.source.language, "former") if position.status == "former" else ""
    status = position.qualifier or former
    where = position.organization or position.country
    if is_office_verb(position.title, position.evidence.source.language):
        return f"{position.title} {where}" if where else position.title
    title = position.title if not status or f" {status} " in f" {position.title.casefold()} " else f"{status} {position.title}"
    return f"{title}, {where}" if where and where not in title else title


def by_office(positions: Iterable[PositionRecord]) -> list[list[PositionRecord]]:
    """Group what is stated of one person by office, in the order of the first statement of each.

    One office: the same status and the same telling words in whatever language ("Deputy Foreign Minister" of Kazakhstan and
    차관 of 카자흐스탄 외교부), and no two bodies or countries.
    """
    found: list[list[PositionRecord]] = []
    for position in positions:
        group = next((group for group in found if all(_same_now(position, other) for other in group)), None)
        if group is None:
            found.append([position])
        else:
            group.append(position)
    return found


def fullest(group: Sequence[PositionRecord], language: str = "en") -> str:
    """Return the wording of an office that says most to a reader of a language.

    That is one of their language, else one in English; of several the one with its body or country, then the longest one.
    """
    return office_words(fullest_of(group, language))


def fullest_of(group: Sequence[PositionRecord], language: str = "en") -> PositionRecord:
    """Return the position whose wording `fullest` gives."""

    def said(position: PositionRecord) -> tuple[bool, bool, bool, bool, int]:
        of = position.evidence.source.language
        return of == language, of == "en", bool(position.organization), bool(position.country), len(position.title)

    return max(group, key=said)


def offices_line(positions: Iterable[PositionRecord], language: str = "en") -> str:
    """Return the offices of one person in one line for a reader of a language: current ones first, each once.

    Left out is what is but a shorter wording of another, and what tells less well of an office at a body that is told anyway:
    in another language, or by a verb ("teaches at").
    """
    groups = by_office(sorted(positions, key=lambda position: position.status != "current"))
    groups = [group for group in groups if not any(_tells_better(other, group, language) for other in groups)]
    words = [frozenset().union(*map(_whole, group)) for group in groups]
    kept = [
        fullest(group, language)
        for i, group in enumerate(groups)
        if not any(
            group[0].status == other[0].status and (words[i] < words[j] or (words[i] == words[j] and j < i))
            for j, other in enumerate(groups)
        )
    ]
    return "; ".join(dict.fromkeys(kept))


def _tells_better(a: Sequence[PositionRecord], b: Sequence[PositionRecord], language: str) -> bool:
    """Tell whether a reader learns from the first office what somebody is at the body of the second, and learns it better."""
    if a[0].status != b[0].status or not _share_body(a, b):
        return False
    return _telling_rank(a, language) > _telling_rank(b, language)


def _telling_rank(group: Sequence[PositionRecord], language: str) -> tuple[bool, bool]:
    """Return how well an office is told to a reader: by a title in their language, by one in another, by a verb."""
    titles = [p for p in group if not is_office_verb(p.title, p.evidence.source.language)]
    return bool(titles), any(p.evidence.source.language == language for p in titles)


def _share_body(a: Sequence[PositionRecord], b: Sequence[PositionRecord]) -> bool:
    bodies = {p.organization_key for p in a} - {None}
    return bool(bodies) and not bodies.isdisjoint(p.organization_key for p in b)


def one_office(a: PositionRecord, b: PositionRecord) -> bool:
    """Tell whether two positions are of one office, whoever holds it, and whether it is held or was left."""
    if _whole(a) and (_whole(a) == _whole(b) or (_core(a) == _core(b) and _alike(_beside(a), _beside(b)))):
        return True
    return _title(a) == _title(b) and _alike(_countries(a), _countries(b)) and _of_one_body(a, b)


def _same_now(a: PositionRecord, b: PositionRecord) -> bool:
    return (a.status, a.qualifier) == (b.status, b.qualifier) and one_office(a, b)


def _title(position: PositionRecord) -> frozenset[str]:
    """Return the telling words of a title without those of its body ("SIIP Director" of the SIIP is its director)."""
    words = _telling(position, position.title)
    return words - _telling(position, position.organization) or words


def _of_one_body(a: PositionRecord, b: PositionRecord) -> bool:
    if a.organization_key and b.organization_key:
        return a.organization_key == b.organization_key
    return _alike(_telling(a, a.organization), _telling(b, b.organization))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Compare what one of both may leave unsaid."""
    return not a or not b or a == b


def _countries(position: PositionRecord) -> frozenset[str]:
    return _telling(position, position.country)


def _whole(position: PositionRecord) -> frozenset[str]:
    """Return the telling words of an office with its body and country."""
    return _telling(position, position.title) | _telling(position, position.organization) | _countries(position)


def _core(position: PositionRecord) -> frozenset[str]:
    """Return the telling words of an office but for the country that stands outside its title."""
    return _telling(position, position.title) | _without_countries(_telling(position, position.organization))


def _beside(position: PositionRecord) -> frozenset[str]:
    """Return the countries of body and office that the title does not say."""
    outside = _telling(position, position.organization) | _countries(position)
    return outside - _without_countries(outside) - _telling(position, position.title)


def _without_countries(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not word.startswith("="))


def _telling(position: PositionRecord, words: str | None) -> frozenset[str]:
    return telling_words(words, position.evidence.source.language) if words else frozenset()
