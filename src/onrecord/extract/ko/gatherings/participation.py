"""Who took part in Korean gatherings: by clauses, labels and statements, and which gathering each of them means."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from onrecord.extract.entities import Entities
from onrecord.extract.ko import role_words
from onrecord.extract.ko.gatherings import (
    apposed_roles,
    attendance,
    described_people,
    gapped_roles,
    occasions,
    roles,
    signings,
    subjects,
    told_deeds,
)
from onrecord.extract.ko.gatherings.occasions import Occasion, is_event
from onrecord.extract.ko.gatherings.roles import Part
from onrecord.extract.ko.names.nominals import Nominals
from onrecord.extract.ko.speakers import Speakers
from onrecord.extract.occasion import sentence_of
from onrecord.languages.first_letters import hastened
from onrecord.languages.ko import gathering_words, joined_countries, vocabulary
from onrecord.languages.ko.parse import Reading, Sentence
from onrecord.model import Document, Organization, Person, Span, Statement, Who
from onrecord.model.altering import altered
from onrecord.model.facts import Role

GUEST = re.compile(r"\s?중(?:인|이던|이었던)\s")
"""방한 중인 X: whoever stands behind it is on a visit, of which the sentence gives no date."""
BEFORE_VERB = 15
"""Code points before the end of a verb within which the occasion is named that its clause tells of."""

_OPENED = re.compile(r"(?:개막식|개회식|개막\s?(?:연설|인사|기조연설)|식사)(?:에서|를 통해|을 통해)")
"""Where he speaks who opens an occasion."""

_HERE = re.compile(r"(?:이|그) 자리에서|이날|당일|이 (?:행사|회의|간담회|면담)에서")

_BODIES = re.compile(rf"(?:양|두|세)\s?(?:{vocabulary.either('organizations', 'alike')})(?:은|는|이|가)\s")
"""Several bodies by what they all are: they are those that organize the main occasion."""

_HOLD = re.compile(
    r"(?:을|를)\s(?:[^.]{0,40}\s)?(?:열|개최하|갖|가지|마련하)(?:기로|겠다|려|게)|(?:열|개최할|가질|마련할)\s?(?:예정|계획|방침)"
)
"""How an occasion to come is told: 다음 회의를 내년에 열기로."""

_BOTH = re.compile(rf"(?:양|두)\s?(?:{vocabulary.either('titles', 'of_both')})(?:은|는|이|가)")
"""Two people by the office that both have: they are those who met."""

_VENUE = re.compile(
    r"(?:\s?\([^()\n]*\)|\))?(?:\s?측)?에서(?![는도]|\s(?:공동으로\s|함께\s)?(?:주최|주관|후원|마련|준비))|\s(?:청사|회의실|강당|본관|본부|건물|회관|캠퍼스|국제관)|\s[가-힣]{1,6}(?:관|홀)(?:\s\d+층)?(?:\s[가-힣]+)?에서"
)
"""What follows a body that is only where something takes place, or where somebody comes from."""


_ACTING = ("은", "는", "이", "가", "께서", "께서는")
"""Particles of whoever does something."""


def actors(text: str, entities: Entities, read: Nominals) -> Entities:
    """Return who can act: bodies that only tell where somebody works, or where one meets, take no part themselves."""
    employers = [titled.body for titled in read.titled if titled.body]
    acting = (body for body in entities.organizations if not joined_countries.are_joined(body.name))
    bodies = tuple(_acting(text, body, employers) for body in acting)
    return Entities(_by_office(text, entities, read), _by_kind(text, bodies), entities.places)


def _by_office(text: str, entities: Entities, read: Nominals) -> tuple[Person, ...]:
    """Add where an office alone acts that means the person who was named with it last: 청장은 … 의원과도 면담했다."""
    alone = [t for t in read.titled if t.name is None and t.title and len(t.run.words) == 1 and t.run.particle in _ACTING]
    if not alone:
        return entities.persons
    teller = Speakers(text, entities, read.titled)
    meant: dict[str, list[Span]] = {}
    for one in alone:
        spoken = teller.in_runs([one.run], None)
        if spoken and isinstance(spoken[0].who, Person):
            meant.setdefault(spoken[0].who.id, []).append(one.run.span)
    if not meant:
        return entities.persons
    return tuple(
        altered(p, mentions=tuple(sorted({*p.mentions, *meant[p.id]}))) if p.id in meant else p for p in entities.persons
    )


def _acting(text: str, body: Organization, employers: list[Span]) -> Organization:
    """Return a body with those of its mentions alone by which it can act."""
    kept = [m for m in body.mentions if not any(at.contains(m) for at in employers) and not _VENUE.match(text, m.end)]
    return body if len(kept) == len(body.mentions) else altered(body, mentions=tuple(kept))


def _by_kind(text: str, bodies: tuple[Organization, ...]) -> tuple[Organization, ...]:
    """Add where a kind of body acts that means the body of that kind named last: 재단은 내년 포럼을 연다."""
    meant: dict[str, list[Span]] = {}
    for match in _kinds().finditer(text):
        before = [
            (mention, body.id)
            for body in bodies
            if body.name.endswith(match[1])
            for mention in body.mentions
            if mention.end <= match.start()
        ]
        if before:
            meant.setdefault(max(before)[1], []).append(Span(*match.span(1)))
    if not meant:
        return bodies
    return tuple(altered(o, mentions=tuple(sorted((*o.mentions, *meant[o.id])))) if o.id in meant else o for o in bodies)


@cache
def _kinds() -> re.Pattern[str]:
    kinds = "|".join(word for word in vocabulary.longest_first("organizations", "generic") if len(word) > 1)
    return hastened(rf"(?<![가-힣])(?<![가-힣] )({kinds})(?=[은는이가]\s)")


def take_part(
    document: Document,
    reading: Reading,
    entities: Entities,
    current: dict[int, Occasion],
    found: list[Occasion],
    statements: tuple[Statement, ...],
) -> None:
    """Give each occasion those who did something there: by clauses, by what they said, and who is behind 방한 중인."""
    text = document.text
    told_by = sorted(span for s in statements if told_deeds.tells_no_deed(text, s) for span in s.content_spans)
    of_named = sorted(s for one in statements for s in one.content_spans if described_people.person_in(entities, s))
    of_others = {span for s in statements if told_deeds.tells_of_another(text, s, entities) for span in s.content_spans}
    held, described, titles = subjects.Held(text, entities), _describing(text, found), _titles(found)
    answers = [s for s in statements if s.rule == "answer"]
    for sentence in reading.sentences:
        occasion = _of_part(text, sentence, found) or current.get(sentence.i)
        if occasion is None or occasions.is_interview(text, sentence.span):
            continue
        begun = told_by[bisect_left(told_by, sentence.span[:1]) : bisect_left(told_by, (sentence.span.end,))]
        said = [s for s in begun if s.end <= sentence.span.end]
        silent = _apart([*said, *described.get(sentence.i, ())])
        carried = _answering(sentence, answers) or held.before(sentence)
        held.read(sentence)
        shared = gapped_roles.parts(text, sentence, entities)
        sharing = {part.span for part in shared}
        parts = [
            *shared,
            *(p for p in roles.parts(text, sentence, entities, silent, carried, said) if p.span not in sharing),
            *apposed_roles.parts(text, sentence, entities, silent),
        ]
        for part in parts:
            meant = _meant(part, sentence.i, found)
            told = [span for span in said if meant is None or span not in of_others]
            if not (_is_only_told(text, part, told) or any(title.contains(part.span) for title in titles)):
                _enter(part, meant or occasion, found)
        _on_the_way(text, sentence, entities, parts, found)
        _guests(text, entities, found, sentence)
        _both(text, sentence, of_named, occasion, found)
        _by_both(text, sentence, found)
        if occasion.attendance is None:
            attendance.take(text, occasion, sentence.span, sentence.span.start)
    interview = any(s.rule == "answer" for s in statements)
    for statement in statements:
        if interview and not _is_said_there(reading, current, statement):
            continue
        _speak(document, reading, current, found, statement)
    for occasion in found:
        occasion.parts = _without_pictured(occasion)


def _enter(part: Part, meant: Occasion, found: list[Occasion]) -> None:
    """Give an occasion somebody with a role; who signs does so at the ceremony for that."""
    where = _ceremony(part.role, found) or meant
    where.parts.append((part.who, part.role, part.span, part.printed))
    if part.role == "organizer" and isinstance(part.who, Person) and not is_event(where):
        where.parts.append((part.who, "participant", part.span, part.printed))


def _ceremony(role: Role, found: list[Occasion]) -> Occasion | None:
    """Return where somebody signs: the ceremony for that, where the page names one."""
    return next((o for o in found if o.first.head in signings.HEADS), None) if role == "signatory" else None


def _without_pictured(occasion: Occasion) -> list[tuple[Who, Role, Span, str]]:
    """Leave out that a picture shows somebody of whom the text tells what he did there."""
    doing = {who.id for who, _, _, printed in occasion.parts if isinstance(who, Person) and printed != apposed_roles.PICTURED}
    return [
        part
        for part in occasion.parts
        if part[3] != apposed_roles.PICTURED or not (isinstance(part[0], Person) and part[0].id in doing)
    ]


def _answering(sentence: Sentence, answers: list[Statement]) -> tuple[Span, Person] | None:
    """Return who tells of himself in a sentence of his answer of an interview, and where it begins."""
    answer = next((s for s in answers if any(span.overlaps(sentence.span) for span in s.content_spans)), None)
    if answer is None or not isinstance(answer.speaker, Person):
        return None
    return Span(sentence.span.start, sentence.span.start + 1), answer.speaker


_ASKED_AT = ("briefing", "dialogue", "roundtable")
"""Occasions that consist of questions and answers."""


def _is_said_there(reading: Reading, current: dict[int, Occasion], statement: Statement) -> bool:
    """Tell whether something on the page of an interview was said at the occasion that its sentence is about."""
    number = sentence_of(reading.sentences, statement)
    about = current.get(number) if number is not None else None
    if about is None or about.first.type in _ASKED_AT:
        return True
    return statement.rule != "answer" and number in about.sentences


def _speak(
    document: Document, reading: Reading, current: dict[int, Occasion], found: list[Occasion], statement: Statement
) -> None:
    """Give the occasion where somebody's words were said its speaker; he who speaks at a meeting is at it."""
    number = sentence_of(reading.sentences, statement)
    about = current.get(number) if number is not None else None
    who, span = statement.speaker, statement.speaker_span
    if about is None or number is None or not isinstance(who, Person) or span is None:
        return
    sentence, text = reading.sentences[number], document.text
    near = _is_near(text, statement, sentence)
    occasion = _spoken_at(who, about, found, mentioned=number in about.sentences, near=near)
    if occasion is not None and occasion is not found[0] and occasion.is_ahead(document) and statement.rule != "answer":
        occasion = found[0]  # “…”며 내년에 열리는 포럼에 초청했다: where he speaks is not what lies ahead
    if occasion is None or occasion.is_ahead(document):
        return
    if _OPENED.search(text, sentence.span.start, statement.content_spans[0].start):
        occasion.parts.append((who, "opening", span, statement.cue))
    occasion.parts.append((who, "speaker", span, statement.cue))
    if occasions.related(occasion.first.type, "meeting") or occasion.first.type == "call":
        occasion.parts.append((who, "participant", span, statement.cue))


_QUOTED = 2
"""Code points behind reported words that belong to their verb: 회담했다(고), 예정이(라고)."""


def _is_only_told(text: str, part: Part, told_by: list[Span]) -> bool:
    """Tell whether somebody only wishes a part or tells of it, unless its word stands before that: 축사에서 … 밝혔다."""
    return any(
        span.start < part.until - 1 < span.end + _QUOTED and text.find(part.printed, part.span.end, span.start) < 0
        for span in told_by
    )


def _titles(found: list[Occasion]) -> list[Span]:
    """Return the names of events: who is only named in one takes no part by it (‘한·미 비확산 대화’를 개최하였다)."""
    return [mention.name for occasion in found if is_event(occasion) for mention in occasion.mentions]


def _describing(text: str, found: list[Occasion]) -> dict[int, list[Span]]:
    """Return what describes an occasion before the noun for it, by the number of the sentence: (동포 초청) 만찬 간담회.

    Its words tell no role.
    """
    described: dict[int, list[Span]] = {}
    for mention in (m for occasion in found for m in occasion.mentions):
        head = mention.name.of(text).rfind(mention.head)
        if head > 1:
            described.setdefault(mention.sentence.i, []).append(Span(mention.name.start, mention.name.start + head))
    return described


def _apart(spans: list[Span]) -> list[Span]:
    """Return spans in text order, those left out that overlap one before them."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _meant(part: Part, number: int, found: list[Occasion]) -> Occasion | None:
    """Return the occasion that the clause names in which somebody has a role: the last one before its verb.

    The clause may stand before him: 대화에 참석했던 X.
    """
    start = part.span.end if part.span.end <= part.until else part.until - BEFORE_VERB
    named = [(m.name, o) for o in found for m in o.mentions if m.sentence.i == number and start <= m.name.end <= part.until]
    return max(named, key=lambda pair: pair[0])[1] if named else None


@cache
def _part() -> re.Pattern[str]:
    """A part of an occasion, named with its kind, that opens a sentence: 세미나 사회는 …, 포럼의 좌장은 …."""
    return re.compile(
        r"\s*(?:이날 |이번 |이 |해당 )?(?P<kind>[가-힣]{2,5}?)\s?(?:의\s)?"
        rf"{role_words.KIND_OF_PART}(?:{role_words.parts()})(?:(?<=[은는])|은|는|자)"
    )


def _of_part(text: str, sentence: Sentence, found: list[Occasion]) -> Occasion | None:
    """Return the occasion of whose part a sentence tells: the one of that kind that is named last before it."""
    match = _part().match(text, *sentence.span)
    head = gathering_words.head_of(match["kind"]) if match else None
    of_kind = [o for o in found if head and o.first.head == head[0] and o.first.name.start < sentence.span.start]
    return (
        max(of_kind, key=lambda o: max(m.name for m in o.mentions if m.name.start < sentence.span.start)) if of_kind else None
    )


def _guests(text: str, entities: Entities, here: list[Occasion], sentence: Sentence) -> None:
    """방한 중인 X: he is on the visit."""
    for occasion in here:
        for mention in occasion.mentions:
            guest = GUEST.match(text, mention.name.end) if mention.sentence.i == sentence.i else None
            person = described_people.person_behind(entities, guest.end()) if guest else None
            if person:
                occasion.parts.append((person[1], "participant", person[0], mention.name.of(text)))


_TO_ATTEND = re.compile(
    r"[’”」』》]?(?:에)?\s?(?:참석차|참가차|참석을\s위해|참가를\s위해|참석하기\s위해|참가하기\s위해|참석하러)"
)
"""What follows an occasion for which somebody travels."""


_TRAVELLER = re.compile(rf"[^.,\n]{{0,25}}?(?:방문|{vocabulary.either('gatherings', 'journeys')})\s?(?:중인|중이던|한|했던)\s")
"""What stands between that and somebody else who travels: … 포럼 참석차 (한국을 방문 중인) Y."""


def _on_the_way(text: str, sentence: Sentence, entities: Entities, here: list[Part], found: list[Occasion]) -> None:
    """X는 … 포럼 참석차 …를 방문한다: he takes part in that too; 포럼 참석차 방한 중인 Y: that is Y."""
    visiting = [part for part in here if part.role == "participant"]
    for occasion in found if visiting else ():
        for mention in occasion.mentions:
            attends = _TO_ATTEND.match(text, mention.name.end) if mention.sentence.i == sentence.i else None
            other = _TRAVELLER.match(text, attends.end()) if attends else None
            guest = described_people.person_behind(entities, other.end()) if other else None
            if guest:
                occasion.parts.append((guest[1], "participant", guest[0], "참석"))
            elif attends:
                occasion.parts += [(p.who, p.role, p.span, "참석") for p in visiting if p.span.end <= mention.name.start]


def _both(text: str, sentence: Sentence, reported: list[Span], occasion: Occasion, found: list[Occasion]) -> None:
    """두 정상은 …에 서명했다: they are the two who met."""
    match = _BOTH.search(text, *sentence.span)
    if match is None:
        return
    where = next((o for o in (occasion, *reversed(found)) if len(met_at(o)) > 1), None)
    role = role_words.role_of(roles.without(text, Span(match.end(), sentence.span.end), reported))
    if where is None or role is None or role[0] in ("organizer", "host"):
        return
    people = met_at(where)
    met = list(people)
    if role[0] == "participant" and (where is occasion or sentence.i not in occasion.sentences):
        return
    span = Span(*match.span())
    (_ceremony(role[0], found) or occasion).parts += [(people[who], role[0], span, role[1]) for who in met[:2]]


def _by_both(text: str, sentence: Sentence, found: list[Occasion]) -> None:
    """두 기관은 다음 회의를 … 열기로 했다: those who organized the main occasion organize the next one too."""
    match = _BODIES.search(text, *sentence.span)
    if match is None or not _HOLD.search(text, match.end(), sentence.span.end):
        return
    bodies = {who.id: who for who, role, _, _ in found[0].parts if isinstance(who, Organization) and role == "organizer"}
    for occasion in found[1:]:
        if sentence.i in occasion.sentences and not any(role == "organizer" for _, role, _, _ in occasion.parts):
            occasion.parts += [(who, "organizer", Span(match.start(), match.end() - 2), "열기로") for who in bodies.values()]


def met_at(occasion: Occasion) -> dict[str, Person]:
    """Return the persons who met at an occasion, by their ids, in the order in which they are told."""
    return {who.id: who for who, role, _, _ in occasion.parts if isinstance(who, Person) and role == "participant"}


def _spoken_at(speaker: Person, about: Occasion, found: list[Occasion], *, mentioned: bool, near: bool) -> Occasion | None:
    """Return where somebody spoke: at what his sentence is about, else, if that is a meeting without him, where he was."""
    closed = occasions.related(about.first.type, "meeting") or about.first.type == "call"
    if mentioned or not closed or _was_at(speaker, about):
        return about
    there = [o for o in found if _was_at(speaker, o)]
    return there[-1] if there else (about if near else None)


def _is_near(text: str, statement: Statement, sentence: Sentence) -> bool:
    """Tell whether a sentence says that its words were said where the one before was: 이 자리에서 X는."""
    return _HERE.search(text, sentence.span.start, max(sentence.span.start, statement.content_spans[0].start)) is not None


def _was_at(person: Person, occasion: Occasion) -> bool:
    return any(isinstance(who, Person) and who.id == person.id for who, _, _, _ in occasion.parts)
