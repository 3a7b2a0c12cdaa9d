"""The bodies that a Korean text names, each with its mentions: spellings, short forms and bare ministries joined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from onrecord.extract.ko.names import bodies, body_joining
from onrecord.extract.ko.names.bodies import Body
from onrecord.extract.ko.names.groups import Group, drop_inner, mentions
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.languages.ko import names, vocabulary
from onrecord.languages.ko.parse import Reading
from onrecord.languages.ko.proper_nouns import ProperNoun
from onrecord.model import Span
from onrecord.model.span import Cover

SHORT = 5
"""Syllables up to which a word with the ending of a body is often none (기말고사, 대형교회)."""


_VENUE_LINE = re.compile(r"[^가-힣\n]{0,6}(?:장\s*소|곳)\s?[:：]")
"""The beginning of a line that tells where something takes place."""


_VENUE_BEHIND = re.compile(
    rf"\s(?:지하\s?)?\d+층|\s(?:대|소|중)?(?:{vocabulary.either('gatherings', 'rooms')})"
    r"|\s(?:앞|옆|뒤|마당|광장)(?:에서|에|으로)"
)
"""What follows a house in which, or before which, something takes place."""


_HALLS = ("본부", "시청", "도청", "군청", "구청")
"""Houses of local governments, which are venues where something takes place in them."""

_CENTRES = ("컨벤션센터", "국제회의센터", "글로벌센터", "평화센터", "컨퍼런스센터", "전망대")
"""Houses that are let, which are venues too."""


_CLIPPED = ("위", "부", "협", "련", "원", "청")
"""Last syllables of bodies' names that keep one syllable of each word: 원안위 of 원자력안전위원회."""


LONGEST_CLIPPED = 6


def printed(text: str, read: Nominals, learned: Iterable[ProperNoun], people_spans: list[Span]) -> Iterable[Body]:
    """Return the bodies of the runs; what only looks like one is let go where the learned chain sees no name in it."""
    named = [one.span for one in learned]
    offices = [titled.body for titled in read.titled if titled.body]
    sponsored = vocabulary.words("organizations", "sponsors")
    starts = [span.start for span in people_spans]
    for run in read.runs:
        if not run.can_end_body:
            continue
        first, last = bisect_left(starts, run.span.start - LONGEST_NAME), bisect_left(starts, run.after)
        for body in bodies.read(run, text, people_spans[first:last]):
            if _is_consultation(body.name.of(text)):
                continue
            long = body.name.end - body.name.start > SHORT or " " in body.name.of(text) or _is_clear(body.name.of(text))
            before = text[max(0, body.name.start - 8) : body.name.start].split()
            long = long or (bool(before) and (before[-1] in sponsored or names.is_country(before[-1])))
            long = long and not body.name.of(text).endswith(vocabulary.longest_first("organizations", "unsure"))
            if long or body.aliases or any(body.name.overlaps(span) for span in (*named, *offices)):
                yield body
    yield from read.called
    yield from bodies.reporting(text)
    for titled in read.titled:
        if titled.body and (titled.employer or (titled.rule == "title-name" and _is_name_of_body(titled.body.of(text)))):
            yield Body(titled.body, rule="employer" if titled.employer else "body-in-title")


LONGEST_NAME = 80
"""Code points that no person's name exceeds."""


def _is_consultation(words: str) -> bool:
    """Tell whether what ends like a body is talks of countries: 한·카자흐스탄·일본 비확산 협의회."""
    return words.endswith("협의회") and bodies.joined_countries(words.split(" ", 1)[0])


def _is_clear(words: str) -> bool:
    """Tell whether a short word can be nothing but a body's name: 누리연구원, 달빛재단."""
    return len(words) > SHORT - 2 and words.endswith(vocabulary.longest_first("organizations", "clear"))


def _is_name_of_body(words: str) -> bool:
    return " " not in words and names.body_ending(words) not in (None, words)


def own_bodies(text: str, read: Nominals) -> set[Span]:
    """Return the words between native names and offices: where they work."""
    native = (one for one in read.titled if one.name and one.body and not one.foreign and not one.surname_only)
    return {one.body for one in native if one.body and one.name and names.is_given(one.name.of(text)[1:])}


def collect(text: str, reading: Reading, found: Iterable[Body], people_spans: list[Span], own: set[Span]) -> list[Group]:
    """Return the bodies with all their mentions; `people_spans` are where persons are named, `own` their places of work."""
    groups: dict[str, Group] = {}
    by_alias: dict[str, Group] = {}
    for body in found:
        words = body.name.of(text)
        if body.aliases or words not in by_alias:
            group = by_alias.get(words) or groups.setdefault(words, Group(words, body.rule))
        else:
            group = by_alias[words]
        group.add(words, body.name)
        for alias in body.aliases:
            written = alias.of(text)
            group.add(written, alias)
            other = groups.get(written)
            if other is not None and other is not group:
                del groups[written]
            by_alias.setdefault(written, group)
    people = Cover(len(text), people_spans)
    for group in groups.values():
        for words in list(group.spans):
            for span in mentions(text, reading, words):
                if not people.touches(span):
                    group.add(words, span)
    _join_spacings(groups)
    _join_short_universities(text, reading, groups)
    _join_short_countries(groups)
    _join_bare_ministries(groups, own)
    body_joining.join(groups)
    drop_inner(groups.values())
    return sorted((g for g in groups.values() if g.spans.get(g.name)), key=lambda g: g.first)


def is_venue_only(text: str, group: Group) -> bool:
    """Tell whether all mentions of a body are where something takes place."""
    return all(_is_venue(text, span) for spans in group.spans.values() for span in spans)


def _is_venue(text: str, span: Span) -> bool:
    """Tell whether what is named is only where something takes place: 장소: 누리문화원 3층, 역사관 앞에서."""
    line = text.rfind("\n", 0, span.start) + 1
    if text[span.start : span.end].endswith(_CENTRES) and text.startswith(("에서", " "), span.end):
        return True
    if text.startswith(_HALLS, span.end - 2) and text.startswith(("에서", " 앞", " 광장"), span.end):
        return True
    return _VENUE_LINE.match(text, line, span.start) is not None or _VENUE_BEHIND.match(text, span.end) is not None


def _join_spacings(groups: dict[str, Group]) -> None:
    """세메이 의과대학 and 세메이의과대학 are one body: only the blank differs."""
    first: dict[str, str] = {}
    for words in sorted(groups, key=lambda words: groups[words].first):
        known = first.setdefault(words.replace(" ", ""), words)
        if known != words:
            for written, spans in groups.pop(words).spans.items():
                for span in spans:
                    groups[known].add(written, span)


def _join_short_universities(text: str, reading: Reading, groups: dict[str, Group]) -> None:
    """해담대 is short for 해담대학교 where both stand in the text."""
    for words in [words for words in groups if "대 " in words]:
        whole = groups.get(words.replace("대 ", "대학교 ", 1))
        if whole:
            for span in groups.pop(words).spans.get(words, ()):
                whole.add(words, span)
    for words in [words for words in groups if words.endswith("대학교")]:
        short = words.removesuffix("학교")
        groups.pop(short, None)
        for span in mentions(text, reading, short):
            if not text.startswith("학", span.end):
                groups[words].add(short, span)


def _join_short_countries(groups: dict[str, Group]) -> None:
    """카자흐 상원 in a headline is 카자흐스탄 상원: the country is cut short."""
    for words in [words for words in groups if " " in words]:
        first, rest = words.split(" ", 1)
        whole = [
            w
            for w in groups
            if w.endswith(f" {rest}") and w != words and w.startswith(first) and w.count(" ") == words.count(" ")
        ]
        if len(whole) == 1 and names.is_country(whole[0].split(" ", 1)[0]):
            for written, spans in groups.pop(words).spans.items():
                for span in spans:
                    groups[whole[0]].add(written, span)


def _join_bare_ministries(groups: dict[str, Group], own: set[Span]) -> None:
    """외교부 alone, behind 카자흐스탄 외교부, is that ministry; where it comes first it is the page's own.

    `own` are the words between native names and their offices (진다해 외교부 국장): a ministry there is Korean.
    """
    ministries = vocabulary.words("organizations", "ministries")
    of_country = {words.split(" ", 1)[1] for words in groups if " " in words and _is_owner(words.split(" ")[0])}
    for bare in [words for words in groups if words in ministries or words in of_country]:
        fuller = [g for words, g in groups.items() if words.endswith(f" {bare}")]
        before = [g for g in fuller if g.first < groups[bare].first]
        if before:
            spans = groups[bare].spans.get(bare, set())
            korean = {span for span in spans if bare in ministries and any(body.contains(span) for body in own)}
            groups[bare].spans[bare] = korean
            if not korean:
                groups.pop(bare)
            for span in spans - korean:
                last = max(
                    (g for g in before if g.first < span),
                    key=lambda g: max(s for spans in g.spans.values() for s in spans if s < span),
                )
                last.add(bare, span)


def join_clippings(groups: list[Group]) -> list[Group]:
    """원안위 is short for 원자력안전위원회 where both stand in the text: its syllables are some of that in their order."""
    kept = list(groups)
    clipped = [g for g in groups if g.name.endswith(_CLIPPED) and " " not in g.name and len(g.name) <= LONGEST_CLIPPED]
    for short in sorted(clipped, key=lambda g: -len(g.name)):
        whole = [g for g in kept if len(g.name) > len(short.name) + 1 and _clips(short.name, g.name)]
        if len(whole) == 1:
            kept.remove(short)
            for written, spans in short.spans.items():
                for span in spans:
                    whole[0].add(written, span)
    return sorted(kept, key=lambda g: g.first)


def _clips(short: str, whole: str) -> bool:
    """Tell whether the syllables of one word stand in another in their order."""
    letters = iter(whole)
    return short[0] == whole[0] and all(letter in letters for letter in short)


def _is_owner(word: str) -> bool:
    """Tell whether a word before a body says whose it is: a country, 유엔 (안보리), a university."""
    return names.is_country(word) or word in ("유엔", "국제연합") or word.endswith("대학교")
