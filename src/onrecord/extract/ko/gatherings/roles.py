"""Who did what at a gathering: lists of actors before a phrase that tells a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.extract.entities import Entities
from onrecord.extract.ko import governments, role_words
from onrecord.extract.ko.enclosed import is_enclosed
from onrecord.extract.ko.gatherings import actor_chains, bare_deeds, described_people, held_events, own_parts, subjects
from onrecord.languages.ko import datelines, vocabulary
from onrecord.languages.ko.parse import Sentence
from onrecord.languages.ko.predicates import Predicate
from onrecord.languages.word_scan import WordScan
from onrecord.model import Organization, Person, Phrase, Span, Who
from onrecord.model.facts import Role

_Chain = actor_chains.Chain
_Acting = tuple[tuple[_Chain, str], Span | None]
"""Who acts, with the particle behind him (부상이 미국을 방문해 …), and the reported words in which he does."""

_LEADING = ("은", "는", "께서는", "이", "가", "께서")
_TOPIC = ("은", "는", "께서는")
"""Particles of what the clauses behind are about too, where they name no subject of their own."""
_POINT = re.compile(r"\d{1,2}[.)](?!\d)")
"""The number of a point of a release: 2. 서명은 X와 Y가 하였다."""

_NUMBERED = re.compile(r"^제?\d+")
"""The number of a part of a programme: 제1강연은 교수가 맡았다."""

_RECEIVED = re.compile(r"의\s(?:(?:예방|방문|내방)을\s받|(?:참석|배석|참여|입회|임석)\s?(?:하에|아래|속에))")
"""Whose call is received, or in whose presence something is done, takes part in it: 부서기의 예방을 받았다."""

_OF_TWO = re.compile(
    r"의\s(?:[가-힣0-9]+\s){0,2}[가-힣]{0,4}(?:회담|면담|회동|만남|통화|협의|대화|협상|간담회|오찬|만찬|조찬)[이을은에\s]"
)
"""What follows two whose talk it is: X 장관과 Y 장관의 회담이 열렸다."""

_DUE = re.compile(r"\s(?:계획|예정)")
LONGEST_DUE = 3
"""Code points behind a verb that it takes into the phrase."""

_DAY = re.compile(r"\s(?:지난\s|오는\s)?(?:\d{1,2}월\s)?\d{1,2}일(?:\s(?:오전|오후|저녁))?(?=\s)")
"""The day between a body and what it does: 연구소가 4일 연 토론회."""

_TOGETHER = re.compile(r"\s(?:함께|공동으로|나란히|처음|처음으로|[가-힣A-Za-z0-9]+에서)(?=\s)")
"""How and where bodies hold what they hold: 두 재단이 (서울에서) 함께 연 회의."""

_LECTURE = re.compile(r"[\s·▷▶○■□*-]*제\d{1,2}강(?:\([^()]*\))?[은는]\s")
"""The beginning of a sentence about a lecture of a course, which somebody gives: 제1강은 X 교수가 맡아."""

_MARKS = ",·-○●◎ㅇ□■◇◆▲△▷▶▪•*"
"""What may stand before the first word of a clause: marks of a list, and those that join clauses."""

PAIR = 2
"""Moderators that a discussion has at most: more of them discuss."""

_DELEGATION = re.compile(r"(?:대표|사절|협상|방문|실무)(?:단|팀)[은을]\s")
"""Whom somebody leads who takes part with them and leads no talk: 대표단은 X 보좌관이 이끌었다."""

_ACTS = re.compile(r"(?:\s?\([^()]*\))?(?:\s?측|\s?및\s|[은는이가도과와,·]|께서|\s등\s|\s[^\s]+(?:부|실|국|팀|센터)[은는이가])")
"""What follows a body that does something itself."""

_GOVERNS = re.compile(r"정부|[시도군구](?=[은는이가와과]\s)|(?:단|들|일행)(?=[은는이가]\s)")
"""What ends governments and groups, which act though no name of theirs is known: 우리 정부는, 세메이시는."""

_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody with a role in one clause; `start` is where his words stand."""

    who: Who
    role: Role
    span: Span
    printed: str
    until: int = 0
    """Where the clause ends that tells the role."""


def parts(
    text: str,
    sentence: Sentence,
    entities: Entities,
    told: Sequence[Span] = (),
    held: tuple[Span, Person] | None = None,
    said: Sequence[Span] = (),
) -> list[Part]:
    """Return who did what in a sentence, in the order of the text.

    Args:
        text: the text of the document.
        sentence: one of its sentences.
        entities: who is named in the document.
        told: what is said in the sentence or describes an occasion, whose words tell no role.
        said: what is said in it alone.
        held: whom the text is about, who does what a clause without a subject tells, or one about 그.
    """
    named = held or entities.within(sentence.span) or _GOVERNS.search(text, *sentence.span)
    if not named or not _can_tell(text, sentence.span, told):
        return []
    return _by_clauses(text, sentence, entities, told, held, said)


def _by_clauses(
    text: str,
    sentence: Sentence,
    entities: Entities,
    told: Sequence[Span],
    held: tuple[Span, Person] | None,
    said: Sequence[Span],
) -> list[Part]:
    """Return who did what, clause by clause; who acts in one acts in the next too where that names nobody."""
    found: list[Part] = []
    boundary = datelines.end(text, sentence.span)
    topic: tuple[_Chain, str] | None = None
    acting: _Acting | None = None
    opened = sentence.span.start + (held is not None and held[0].start == sentence.span.start)  # the mark before an answer
    for predicate in bare_deeds.among(text, sentence):
        if _inside_quotes(text, opened, predicate.span.start):
            continue
        if described_people.is_on_journey(text, predicate, entities):
            continue  # 차관은 한국을 방문한 X 대사와 면담했다: it is X who visits
        before = len(found)
        clause = Span(boundary, predicate.span.end)
        saying = _saying(said, predicate)
        named = _beyond(_actors(text, clause, predicate, entities), said, saying)
        chains = [(chain, actor_chains.particle_behind(text, chain[-1][0].end)) for chain in actor_chains.chains(text, named)]
        led = [one for one in chains if one[1] in _LEADING]
        ended = _ends(text, predicate)
        inner = len(led) > 1 and led[0][1] in _TOPIC and led[1][1] not in _TOPIC
        if (predicate.tag == "ETM" or inner) and len(led) > 1 and led[0][1] in _TOPIC:
            chains.remove(led[0])
            topic = led.pop(0)  # 차관은 12일 소장이 주최하는 오찬에서: it is not the subject of the clause inside
        if held and not led and not topic and ended and subjects.lacks(text, sentence, clause):
            found += _of_held(text, clause, held, predicate, told)
        goes_on = None if led else topic
        of_another = led or topic or any(particle == "의" for _, particle in chains)
        if acting and acting[1] == saying and not of_another and subjects.lacks(text, sentence, clause):
            goes_on = acting[0]
        if goes_on:
            found += _with_role(text, clause, goes_on, clause.start, predicate, told)
        for one in chains:
            found += _with_role(text, clause, one, min(one[0][-1][0].end, predicate.span.start), predicate, told)
        if led and (ended or predicate.tag != "ETM"):
            topic = led[0] if led[0][1] in _TOPIC else None
            acting = (led[0], saying) if topic is None and ended and not predicate.is_reported else None
        if ended or _parts_clauses(text, predicate) or (_is_particle(predicate) and len(found) > before):
            boundary = predicate.span.end
    return found


def _saying(said: Sequence[Span], predicate: Predicate) -> Span | None:
    """Return the reported words in which a verb stands."""
    return next((span for span in said if span.start <= predicate.span.start < span.end), None)


def _is_particle(predicate: Predicate) -> bool:
    """Tell whether a verb stands for a particle: 대사를 비롯하여."""
    return predicate.stem in vocabulary.words("roles", "postposed")


def _ends(text: str, predicate: Predicate) -> bool:
    """Tell whether a clause ends with a verb: 맡았고, 만난 뒤."""
    ended = predicate.tag in ("EF", "EC") and predicate.stem not in vocabulary.words("roles", "open")
    return ended or text.startswith((" 데 이어", " 뒤", " 후"), predicate.span.end)


def _parts_clauses(text: str, predicate: Predicate) -> bool:
    """Tell whether a verb parts those before it from those behind it, whatever its ending: 재단이 주최한."""
    organizes = predicate.stem in vocabulary.words("roles", "giving") or text[slice(*predicate.span)] in ("여는", "연")
    return predicate.stem in ("맡", "주최하", "주관하", "꾸리") or (organizes and predicate.tag == "ETM")


def _of_held(text: str, clause: Span, held: tuple[Span, Person], predicate: Predicate, told: Sequence[Span]) -> Iterator[Part]:
    """Yield what whom the text is about does in a clause without a subject: 이어 연구소를 방문했다."""
    phrase = _BRACKETS.sub("", without(text, clause, told))
    role, printed = _role(text, clause, phrase, predicate)
    if role == "organizer" and held_events.is_met_at(text, clause, [held[1]]):
        role = "participant"
    if role in _OWN_DEEDS and not role_words.TALKED.search(phrase) and not predicate.stem.endswith(("되", "열리")):
        yield Part(held[1], role, held[0], printed, predicate.span.end)


_OWN_DEEDS = ("participant", "speaker", "signatory")
_OPENING = re.compile("['\"“‘「『]")
"""The marks behind which words are quoted."""


def _inside_quotes(text: str, start: int, at: int) -> bool:
    if _OPENING.search(text, start, at) is None:
        return False
    if any(text.count(mark, start, at) % 2 for mark in "'\""):
        return True
    return any(text.count(left, start, at) > text.count(right, start, at) for left, right in ("“”", "‘’", "「」", "『』"))


def _actors(text: str, clause: Span, predicate: Predicate, entities: Entities) -> _Chain:
    """Return who is named in a clause before its verb, outside brackets; cities too where they can organize."""
    inside: _Chain = [(s, e) for s, e in entities.within(clause) if s.start >= clause.start and s.end <= predicate.span.start]
    if text.find("대신", *clause) >= 0:
        inside = [(s, e) for s, e in inside if not role_words.INSTEAD.match(text, s.end)]
    if predicate.stem in vocabulary.words("roles", "by_governments"):
        inside = governments.among(text, Span(clause.start, predicate.span.start), inside)
    elif predicate.tag in ("EF", "EC"):
        inside = governments.groups(text, Span(clause.start, predicate.span.start), inside)
    if (
        text.find("「", *clause) >= 0
    ):  # 「외교부 간 협력 계획서」에 서명: a body in a document's title; 「…」 around a person is old style
        inside = [
            (s, e) for s, e in inside if not (isinstance(e, Organization) and is_enclosed(text, clause.start, s.start, "「」"))
        ]
    if text.find("(", *clause) < 0:
        return inside
    return [(s, e) for s, e in inside if not is_enclosed(text, clause.start, s.start)]


def _beyond(actors: _Chain, said: Sequence[Span], saying: Span | None) -> _Chain:
    """Leave out who is only named in what somebody says, where the verb stands outside it: X가 참석할 예정이라고 전하였다."""
    apart = [span for span in said if span is not saying]
    return [(s, who) for s, who in actors if not any(span.contains(s) for span in apart)] if apart else actors


def _with_role(
    text: str, clause: Span, actors: tuple[_Chain, str], start: int, predicate: Predicate, told: Sequence[Span]
) -> Iterator[Part]:
    """Yield the part of actors, given with the particle behind the last of them."""
    chain, particle = actors
    own = own_parts.of(text, chain[-1][0].end, predicate.span.end) if particle == "의" else None
    if own:
        for span, who in chain:
            if isinstance(who, Person):
                yield Part(who, own[0], span, own[1], predicate.span.end)
        return
    due = _DUE.match(text, predicate.span.end) if predicate.stem == "열" else None
    phrase = _BRACKETS.sub("", without(text, Span(start, due.end() if due else predicate.span.end), told))
    role, printed = _role(text, clause, phrase, predicate)
    words = phrase + text[predicate.span.end : predicate.span.end + role_words.LONGEST_DENIAL]
    if role is not None and role_words.DENIED.match(words, words.rfind(printed) + len(printed)):
        return
    if _is_open(role, predicate):
        role, printed = _beside_other_words(text, clause, chain, predicate) or (role, printed)
    if role and _is_no_act(role, predicate):
        return
    if (role == "organizer" or printed.startswith("진행")) and held_events.is_met_at(text, clause, [who for _, who in chain]):
        role = "participant"
    of_two = role == "participant" and len(chain) > 1 and _OF_TWO.search(phrase) is not None
    if role is None or not (of_two or _fits(role, particle, phrase)):
        return
    chain = _who_can(text, chain, role, particle)
    if not chain:
        return
    visited = role == "participant" and actor_chains.particle_behind(text, chain[-1][0].end) in ("을", "를")
    discussing = len(chain) > PAIR and "토론을 진행" in phrase  # X, Y, Z가 토론을 진행한다
    for span, who in chain:
        toured = printed.startswith("둘러") and not isinstance(who, Person)
        if isinstance(who, Who) and not (visited and isinstance(who, Organization)) and not toured:
            yield Part(who, _borne_by(who, role, printed, discussing=discussing), span, printed, predicate.span.end)


def _is_open(role: Role | None, predicate: Predicate) -> bool:
    """Tell whether other words of the clause can tell more than the word for a role does: 연사로 초청됐다."""
    return role in ("participant", None) or predicate.stem in vocabulary.words("roles", "invited")


def _beside_other_words(text: str, clause: Span, chain: _Chain, predicate: Predicate) -> tuple[Role, str] | None:
    """Return the role in which the words before a verb say that its subject is there, or in which a body holds an event."""
    end = predicate.span.start if predicate.stem in vocabulary.words("roles", "invited") else chain[0][0].start
    told = role_words.as_what(text, Span(clause.start, end), predicate)
    if told is None and all(isinstance(who, Organization) for _, who in chain) and held_events.holds(text, clause, predicate):
        return "organizer", predicate.span.of(text)
    return told


def _borne_by(who: Who, role: Role, printed: str, *, discussing: bool) -> Role:
    """Return the role of somebody: a body holds what it runs (재단은 강좌를 진행했다), and a lecture too."""
    if discussing and role == "moderator":
        return "speaker"
    holds = role == "moderator" or (role == "speaker" and printed.startswith(vocabulary.longest_first("roles", "lectures")))
    return "organizer" if holds and isinstance(who, Organization) else role


def _who_can(text: str, chain: _Chain, role: Role, particle: str) -> _Chain:
    """Return those of a chain who can have a role: governments organize and sign, groups take part, others do all."""
    if role in ("organizer", "signatory"):
        return chain
    # 주제발표를 한 연구원 박사, 합참 관계관이 참석했다: a body without a particle is where somebody works
    if role != "participant" or particle in ("", *_LEADING):
        chain = [(span, who) for span, who in chain if not isinstance(who, Organization) or _ACTS.match(text, span.end)]
    takes_part = role == "participant" and particle in (*_LEADING, "과", "와")
    return [
        (span, who)
        for span, who in chain
        if not isinstance(who, Phrase) or (takes_part and not governments.acts_in(text, who.words))
    ]


def _is_no_act(role: Role, predicate: Predicate) -> bool:
    """Tell whether a verb gives its subject no role: the passive (개최된), an invitation to what is to come (초청하였다)."""
    if role == "host":
        return predicate.stem in ("초청받", "받", "초청되") or (predicate.stem == "초청하" and predicate.tag in ("EF", "EC"))
    return role in ("organizer", "signatory") and predicate.stem.endswith(("되", "열리"))


def without(text: str, phrase: Span, told: Sequence[Span]) -> str:
    """Return a phrase with one mark in the place of all that is said in it."""
    words, at = [], phrase.start
    for span in told:
        if at <= span.start and span.end <= phrase.end:
            words += [text[at : span.start], "□"]
            at = span.end
    return "".join((*words, text[at : phrase.end]))


def _role(text: str, clause: Span, phrase: str, predicate: Predicate) -> tuple[Role | None, str]:
    found = role_words.role_of(phrase)
    if found:
        leads = found[0] == "moderator" and _DELEGATION.search(text, clause.start, predicate.span.start)
        return ("participant", found[1]) if leads else found
    if text[slice(*predicate.span)] in ("여는", "연") and len(_TOGETHER.sub("", _DAY.sub("", phrase)).split()) < 3:
        return "organizer", phrase.rsplit(maxsplit=1)[-1]  # 연구소가 여는 심포지엄
    if predicate.stem == "맡" and _LECTURE.match(text, *clause):
        return "speaker", text[clause.start : clause.end].split("강", 1)[0].strip(" ·▷-") + "강"
    if predicate.stem == "맡" and (leads := role_words.LEADS_PART.match(text, clause.start)):
        return "moderator", leads["word"]
    if predicate.stem in ("맡", "담당하", "하", "보", "나서"):
        before = _POINT.sub("", text[clause.start : clause.end].replace(" ", "")).lstrip(_MARKS)
        number = _NUMBERED.match(before)
        before = before[number.end() :] if number else before
        kind = _kind_of_part().match(before)
        before = before[kind.end() :] if kind else before
        for role in role_words.TOPICS:
            for word in vocabulary.longest_first("roles", role):
                if before.startswith(word) and (role != "signatory" or before[len(word) : len(word) + 1] in "은을"):
                    return role, f"{number[0]}{word}" if number else word
    return None, ""


@cache
def _kind_of_part() -> re.Pattern[str]:
    """What may stand before the word for a part: (세미나) 사회는, (포럼의 기조) 강연은."""
    kinds = "|".join(sorted(vocabulary.table("gatherings", "types"), key=len, reverse=True))
    return re.compile(rf"(?:이날|이번)?(?:(?:{kinds})의?)?{role_words.KIND_OF_PART}(?={role_words.parts()})")


@cache
def _telling() -> WordScan:
    """All that tells a role, written without blanks: where none of it stands, neither a phrase nor a programme tells one."""
    return WordScan(
        [*role_words.scan_words()[0].words, *vocabulary.words("roles", "holding_forms"), *own_parts.MODERATION, "의장은"]
    )


def _can_tell(text: str, sentence: Span, told: Sequence[Span]) -> bool:
    """Tell whether any clause of a sentence can tell a role, with or without what stands in brackets."""
    words = text[sentence.start : sentence.end + LONGEST_DUE]
    bracket = "(" in words
    if bracket and told:  # what is cut out may part a bracket from its other half
        return True
    if " 연 " in words or " 여는 " in words:
        return True
    scan, squeezed = _telling(), "".join(words.split())
    return scan.any_in(squeezed) or (bracket and scan.any_in(_BRACKETS.sub("", squeezed)))


def _fits(role: Role, particle: str, phrase: str) -> bool:
    if role == "host" and particle in _LEADING and "안내로" in phrase:
        return False  # 특사는 소장의 안내로 둘러봤다: he is shown around
    if particle in ("에게", "을", "를") and role != "participant":
        return False
    if particle in ("과", "와") and role == "speaker" and role_words.TALKED.search(phrase):
        return False
    if particle == "의":
        if role == "participant":
            return _RECEIVED.search(phrase) is not None
        return role in ("organizer", "host") and ("후원" in phrase or "주최" in phrase or "안내" in phrase)
    return True
