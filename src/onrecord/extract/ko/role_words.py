"""Which role a Korean phrase tells, by the words for roles in it."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.predicates import Predicate
from onrecord.languages.word_scan import WordScan
from onrecord.model import Span
from onrecord.model.facts import Role

ORDER: tuple[Role, ...] = ("moderator", "opening", "organizer", "speaker", "signatory", "host", "participant")
"""The roles, those whose words outweigh the words of others first."""

_WISHED = re.compile(
    r"(?:하여|해)[줄주]|(?:를|을)?(?:요청|촉구|당부|제안|권|독려|희망|기대|바라|호소|부탁|원하|환영하|환영한|환영했|축하하|축하했)"
)
"""What stands behind a word of taking part where somebody only wishes it: 참여를 당부했다."""

_SPOKEN_OF = re.compile(
    r"[과와]관련|에(?:대|관)[해한]|의?(?:성과|의제|전망|필요성|가능성|후속조치|후속사업|날짜|시기|형식|여부)[을를이가은는나와의]|[을를]앞두"
)
"""What stands behind it where somebody only speaks of an occasion: 회담과 관련해 … 평가했다."""

_PART_OF_NOUN = {"강연": "회", "토론": "회", "발표": "회", "서명": "식에", "체결": "식에", "추모사": "업", "기념사": "업"}
"""A word of a role and what follows where it is the name of an occasion or a body: 강연회에 참석했다, 추모사업회."""

_ATTENDING = ("참석", "참가", "참여", "배석", "동석", "접속")
_ATTENDANTS = ("자", "국", "단", "팀", "비", "율", "기업", "기관")
"""What makes a noun of a word of taking part: 참가자, 참가국."""

OWN: tuple[Role, ...] = ("moderator", "opening", "speaker")
"""Roles whose words are also what somebody does there: 교수의 발표."""

TOPICS: tuple[Role, ...] = (*OWN, "signatory")
"""Roles whose word may stand first, as what the sentence is about: 사회는 X가 맡았다, 서명은 X와 Y가 하였다."""

KIND_OF_PART = "(?:기조|특별|초청|주제|지정|종합)?"
"""What may stand before the word for a part of a programme: (기조) 강연."""

NEAR = 14
"""Syllables before the end of the verb within which a word of another role outweighs one of taking part."""


_SPACED = 3
"""Syllables from which on the word of a role may be written with a blank in it: 자리를 함께."""

INSTEAD = re.compile(r"(?:(?:\s[가-힣]+){0,2}(?<![은는이가도])(?:[을를]\s?|\s))?대신(?![은이과])")
"""Who stands before it was not there: 시장 대신 국장이 발표했다."""

DENIED = re.compile(
    r"[가-힣]{0,2}려(?:던|다가?\s|고\s했)|[가-힣]{0,2}지(?:는|도|를)?\s?(?:않|못)|[가-힣]{0,3}\s수\s?없|[가-힣]{0,3}\s(?:예정|계획)이었(?:으나|지만|는데)"
    r"|(?:을|를)?\s?(?:거부|거절|취소|포기|철회|고사)"
)
"""What stands behind words that somebody did not do: 참석하지 않았다, 참석할 수 없었다, 참석을 취소했다."""
LONGEST_DENIAL = 9
"""Code points behind a verb within which a denial begins and ends."""


def role_of(phrase: str) -> tuple[Role, str] | None:
    """Return the role that a phrase tells, and its word: the one nearest to the verb at its end.

    Words for taking part (방문, 회담) also name what is spoken of: they count where no other role is told close to the verb.
    """
    squeezed = "".join(phrase.split())
    scan, roles = scan_words()
    last = scan.last(squeezed)
    if not last:
        return None
    kept = [k for k, letter in enumerate(phrase) if not letter.isspace()]
    found: list[tuple[bool, int, int, Role, str]] = []
    for word, at in last.items():
        end = at + len(word)
        for rank, role in roles[word]:
            if (word == "주재" or not squeezed.endswith(_idioms(role), 0, at)) and not _names_no_role(
                role, word, squeezed[end:]
            ):
                printed = phrase[_numbered_from(phrase, kept[at]) : kept[end - 1] + 1]
                if (len(word) < _SPACED and " " in printed) or _is_inside(word, squeezed, phrase, kept[at]):
                    continue  # 국경수비대 담당관
                found.append((role != "participant" and len(squeezed) - end <= NEAR, end, -rank, role, printed))
    return max(found)[3:] if found else None


_BY_ITSELF = ("사회를", "사회는", "사회자", "사회로")
"""Words of a role that other words end with: 이사회를."""

_ANNOUNCED = re.compile(r"[다라]고(?:\d{1,2}일)?$")
"""What stands before 발표 where somebody lets know what is said: 열겠다고 6일 발표했다."""


def _is_inside(word: str, squeezed: str, phrase: str, at: int) -> bool:
    """Tell whether a word of a role is the end of another word, or a verb of reporting."""
    if word in _BY_ITSELF:
        return at > 0 and "가" <= phrase[at - 1] <= "힣"
    before = len("".join(phrase[:at].split()))
    return word == "발표" and _ANNOUNCED.search(squeezed, 0, before) is not None


def _numbered_from(phrase: str, at: int) -> int:
    """Return where a word begins with its number: 제1강연."""
    start = at
    while start and (phrase[start - 1].isdigit() or (start < at and phrase[start - 1] == "제")):
        start -= 1
    return start


_RESIDENT = re.compile(r"[가-힣]{0,8}?(?:대사|총영사|공관|특파원|무관|외교관|외교단)")
"""What follows 주재 where somebody is posted somewhere: 카자흐스탄 주재 한국 대사."""


def _names_no_role(role: Role, word: str, rest: str) -> bool:
    """Tell whether a word of a role is part of the name of an occasion, or tells of what somebody is asked to do."""
    if word == "주재" and _RESIDENT.match(rest):
        return True
    if role == "participant":
        return (
            _WISHED.match(rest) is not None
            or _SPOKEN_OF.match(rest) is not None
            or (word in _ATTENDING and rest.startswith(_ATTENDANTS))
        )
    if role == "host" and rest.startswith(
        ("을수락", "을받", "에응", "을거절", "에감사", "에사의", "에화답", "을요청", "에고마")
    ):
        return True
    passive = role in ("organizer", "signatory") and rest.startswith(("된", "되", "돼", "은"))  # 체결된 각서, 협정을 맺은
    return passive or rest.startswith(_PART_OF_NOUN.get(word, "\n"))


TALKED = re.compile(r"(?:이야기|얘기|대화)를\s나[누눈눴]")
"""A talk, of which 와 or nobody at all tells with whom somebody had it: 그와 이야기를 나눴다."""


LEADS_PART = re.compile(
    r"[\s,·□ㅇ○-]*(?:각\s|제?\s?\d+\s?)?(?:회의|세션|분과|분과회의|부|주제|(?:종합|지정|패널)?\s?토론|오전|오후)(?:\s?[세회]션|\s?회의)?의?\s(?:공동\s?)?(?P<word>의장|좌장|사회자|진행자)(?:은|는)\s"
)
"""The beginning of a clause that tells who leads a part of a programme: 제2회의 의장은."""

_AS_WHAT = re.compile(
    r"(?P<word>(?:지정|종합|패널)?\s?토론자?|(?:주제|기조)?\s?발표자?|발제자?|패널|연사|강사|강연자|대담자?|사회자?|진행자|좌장)"
    r"(?:로는|로|으로는|으로|에는|엔)\s"
)
_MODERATES = ("사회자", "사회", "진행자", "좌장")


_IN_PART = re.compile(r"(?P<word>(?:지정|종합|패널)?\s?(?:토론|발표|대담|좌담))(?:에서는|에서|에선|에는)\s(?:[△▲▷▶]\s?)?$")
"""Where those exchange views who are named behind it: 이어진 토론에서는 X와 Y가 의견을 나눴다."""


def as_what(text: str, before: Span, predicate: Predicate) -> tuple[Role, str] | None:
    """Return the role in which those are there who are named behind it: 토론자로는 X와 Y가 함께했다."""
    if predicate.stem in vocabulary.words("roles", "exchanging") and (part := _IN_PART.search(text, *before)):
        return "speaker", part["word"].strip()
    together = predicate.stem == "하" and text.startswith("함께", predicate.span.start - 2)
    if predicate.stem not in vocabulary.words("roles", "appearing") and not together:
        return None
    match = _AS_WHAT.search(text, *before)
    return ("moderator" if match["word"] in _MODERATES else "speaker", match["word"]) if match else None


@cache
def _idioms(role: Role) -> tuple[str, ...]:
    """Return what stands before a word of a role where it tells none: 문을 열다, 장을 마련하다, 30주년을 맞아."""
    return tuple(vocabulary.load("roles")["idioms"].get(role, "").split())


def labels(key: str = "labels") -> dict[str, Role]:
    """Return the roles by the labels of a programme, or with the key `headings` by the headings above its lists."""
    return cast("dict[str, Role]", vocabulary.table("roles", key))


@cache
def parts() -> str:
    """Return the alternatives of a pattern for the parts of a programme: 사회, 축사, 발제."""
    return "|".join(sorted({word for role in OWN for word in vocabulary.words("roles", role)}, key=len, reverse=True))


@cache
def scan_words() -> tuple[WordScan, dict[str, list[tuple[int, Role]]]]:
    """The words of all roles, and the rank in `ORDER` and the role of each."""
    roles: dict[str, list[tuple[int, Role]]] = {}
    for rank, role in enumerate(ORDER):
        for word in vocabulary.words("roles", role):
            roles.setdefault(word, []).append((rank, role))
    return WordScan(sorted(roles)), roles
