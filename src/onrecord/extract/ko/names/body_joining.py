"""Bodies of one text that are one: an embassy under several names, an institute with and without its university."""

from __future__ import annotations

from onrecord.extract.ko.names.groups import Group
from onrecord.languages.ko import names, vocabulary

_MISSIONS = ("대사관", "총영사관", "영사관", "대표부")
_OF_KOREA = ("대한민국", "한국", "우리")


def join(groups: dict[str, Group]) -> None:
    """Join the groups of bodies, by their names, that are one; the fuller name stays."""
    _join_missions(groups)
    _join_institutes(groups)


def _join_missions(groups: dict[str, Group]) -> None:
    """주카자흐스탄 대한민국 대사관, 주카자흐스탄 대사관, and 한국 대사관 where the text knows one posting of Korea alone."""
    posts = [
        words
        for words in groups
        if words.endswith(_MISSIONS) and names.is_posting(words.split(" ")[0]) and not words.startswith("주한")
    ]
    first: dict[str, str] = {}
    for words in sorted(posts, key=lambda words: (-len(words), words)):
        known = first.setdefault(_bare(words), words)
        if known != words:
            _move(groups, words, known)
    for words in [words for words in groups if words.split(" ")[0].startswith(_OF_KOREA) and words.endswith(_MISSIONS)]:
        own = [known for post, known in first.items() if post.endswith(_bare(words))]
        if len(first) == 1 and own:
            _move(groups, words, own[0])


def _bare(words: str) -> str:
    """Return a mission without the words for Korea and without blanks."""
    kept = words.replace(" ", "")
    for country in _OF_KOREA:
        kept = kept.replace(country, "")
    return kept


def _join_institutes(groups: dict[str, Group]) -> None:
    """중앙아시아연구소 is 한빛대 중앙아시아연구소 where the text has one of that name alone; 동방대 is 국립동방대."""
    kinds = vocabulary.words("organizations", "generic")
    for words in [words for words in groups if " " not in words and words not in kinds]:
        fuller = [other for other in groups if _is_fuller(other, words, groups[other])]
        if len(fuller) == 1:
            _move(groups, words, fuller[0])


def _is_fuller(other: str, words: str, group: Group) -> bool:
    """Tell whether one of a body's names is a university's or parliament's and then the words, or the words behind 국립."""
    if other == words:
        return False
    if any(
        name.endswith(f" {words}") and name.split(" ")[0].endswith(("대", "대학교", "국회", "아카데미")) for name in group.spans
    ):
        return True
    return words.endswith(("대", "대학교")) and any(name.endswith(f"국립{words}") for name in group.spans)


def _move(groups: dict[str, Group], words: str, known: str) -> None:
    """Give all mentions of one group to another."""
    for written, spans in groups.pop(words).spans.items():
        for span in spans:
            groups[known].add(written, span)
