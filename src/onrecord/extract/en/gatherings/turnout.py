"""Who was there, told by a list: "also attending were X and Y", "the panel heard from X and from Y"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from onrecord.extract.en import clauses
from onrecord.extract.en.gatherings.roll import Roll
from onrecord.extract.en.gatherings.sides import Named, Sides
from onrecord.languages import abbreviations
from onrecord.languages.en import gathering_words, role_words
from onrecord.languages.reading import Sentence, Token
from onrecord.model import Person, Span
from onrecord.model.facts import Role

_BE = r"(?:was|were|is|are|will\s+be)(?:\s+also)?"
_COMING = r"(?:attending|taking\s+part|participating|present|in\s+attendance|on\s+hand)"
_QUALIFIED = (
    rf"(?:\s+(?:of\s+honou?r|{_COMING}|who\s+(?:attended|took\s+part|came|spoke)|(?:at|in|from|for|on)\s+[^,.;:]{{1,50}}?))?"
)
_DELEGATION = r"(?:\bdelegations?\b|\b[A-Z][\w.-]*(?:['’]s)?\s(?:team|side)\b(?!\s+of\b))"
"""What a country sends: "the Korean side"; a team of no country may be any."""
_HEARD = r"\b(?:heard|hears|listened\s+to)\s+(?:(?:from|by)\s+|[^.;:]{0,60}?\s(?:from|by)\s+|)"

_STRETCH = rf"(?:{abbreviations.before_name()}|[^.;:])"
"""What may stand between the words that open a list and its verb: everything but marks, and those of titles and initials."""

_LISTS: tuple[tuple[str, Role, str], ...] = (
    ("were-there", "participant", rf"^(?:Also\s+|Among\s+those\s+)?{_COMING.capitalize()}\b[^.;:]{{0,60}}?\b{_BE}\s+"),
    ("were-there", "participant", rf"^(?:Also|Among\s+those|Those)\s+{_COMING}\b[^.;:]{{0,60}}?\b{_BE}\s+"),
    (
        "were-there",
        "participant",
        rf"^(?:Taking\s+part|In\s+attendance|On\s+hand|Joining|Attending|Present|Participating|(?:Leading|Heading)\s+(?:the|its|their)"
        rf"|(?:Travell?ing|Coming|Arriving|Flying)\s+with|Accompanying)\b{_STRETCH}{{0,60}}?\b{_BE}\s+",
    ),
    (
        "were-there",
        "participant",
        r"^(?:Also\s+)?(?:[Aa]cross|[Aa]round|[Rr]ound|[Aa]t)\s+the\s+(?:\w+\s+)?table\b[^.;:]{0,30}?\b(?:sat|was|were)\s+",
    ),
    ("were-there", "signatory", rf"^(?:Putting\s+pen\s+to\s+paper|Signing)\b{_STRETCH}{{0,80}}?\b{_BE}\s+"),
    (
        "guest-speaker",
        "speaker",
        r"\b(?:guest|keynote|invited|main|featured|sole|opening|closing)\s+(?:speaker|lecturer),\s+(?!and\s|who\s|which\s)",
    ),
    (
        "on-the-panel",
        "speaker",
        r"\bpanel\s+(?:of|with|comprising|featuring|consisting\s+of|composed\s+of|made\s+up\s+of)\s+(?=(?:[\w.-]+\s+){0,4}?[A-Z])",
    ),
    ("in-conversation-with", "speaker", r"\b(?:was|were|is|are|will\s+be|sat\s+down)\s+in\s+conversation\s+with\s+"),
    ("were-there", "signatory", r"\b(?:bears?|bore|carr(?:y|ies|ied))\s+the\s+signatures?\s+of\s+"),
    (
        "on-the-panel",
        "speaker",
        rf"^(?:(?:Seated|Sitting|Appearing|Together)\s+)?[Oo]n\s+(?:the|its)\s+(?:panel|podium|stage|dais)\s+{_BE}\s+",
    ),
    ("under-the-chair", "moderator", r"^(?:Moderated|Chaired|Facilitated)\s+by\s+"),
    ("on-the-panel", "moderator", rf"^In\s+the\s+chair\s+{_BE}\s+"),
    (
        "next-to-speak",
        "speaker",
        rf"^(?:The\s+)?(?:[Nn]ext|[Ff]irst|[Ll]ast|[Ss]econd|[Tt]hird|[Ff]inal)\s+(?:to\s+(?:speak|testify|present|give\s+evidence|take\s+the\s+(?:floor|stand|stage|podium))|speaker)\s+{_BE}\s+",
    ),
    (
        "next-to-speak",
        "speaker",
        rf"^Among\s+those\s+(?:(?:addressing|speaking\s+(?:at|to|before)|who\s+(?:addressed|spoke))\b[^.;:,]{{0,40}}?\s+){_BE}\s+",
    ),
    (
        "next-to-speak",
        "speaker",
        rf"^(?:Also\s+)?(?:[Gg]iving\s+(?:evidence|testimony)|[Tt]estifying)\b[^.;:]{{0,40}}?\s?{_BE}\s+",
    ),
    (
        "delegation-of",
        "participant",
        r"^(?:Led|Headed)\s+by\s+(?=[^.;:]{3,120}?,\s+(?:the|an?|its)\s+[^.;:,]{0,40}\b(?:delegation|team|group|side)\b)",
    ),
    ("next-to-speak", "speaker", rf"^(?:Also\s+)?[Ss]peaking\b[^.;:]{{0,40}}?\s{_BE}\s+"),
    (
        "represented-by",
        "participant",
        r"\b(?:was|were|is|are|will\s+be)\s+represented\s+(?:at\s+[^,.;]{1,40}\s+|there\s+)?by\s+",
    ),
    ("represented-by", "participant", rf"^Representing\s+[^.;:]{{1,80}}?\s{_BE}\s+"),
    ("represented-by", "participant", r"\s(?:sent|dispatched|delegated)\s+(?=[A-Z])"),
    (
        "discussion-with",
        "speaker",
        r"\b(?:followed|accompanied|concluded|rounded\s+off)\s+(?:by|with)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?"
        r"(?:discussion|conversation|debate|Q&A|exchange)\s+(?:with|between|among)\s+",
    ),
    ("delegation-of", "participant", rf"{_DELEGATION}[^.;:]{{0,40}}?\b(?:led|headed)\s+by\s+"),
    ("under-the-chair", "moderator", r"\b[Uu]nder\s+the\s+(?:chairmanship|chair|moderation|presidency)\s+of\s+"),
)
_OTHER_SIDE = re.compile(
    r"(?:,|;|,?\s(?:and|while))\s+(?:(?:the|that\s+of(?:\s+the)?)\s+)?[A-Z][\w.-]*(?:['’]s)?(?:\s(?:one|side|team|delegation))?\s+by\s+"
)
"""Who led another delegation, told without the verb: "the Norland one by X", "and the South's by Y"."""
_OF_ONE = ("delegation-of", "guest-speaker")
"""Rules whose words tell of one person alone."""
_BEHIND = tuple((name, role, re.compile(pattern)) for name, role, pattern in _LISTS)

_BEFORE: tuple[tuple[str, Role, re.Pattern[str]], ...] = (
    ("in-conversation-with", "speaker", re.compile(r"\s+(?:was|were|is|are|will\s+be)\s+in\s+conversation\s+with\b")),
    ("on-the-panel", "speaker", re.compile(r"\s+(?:was|were|sat)\s+(?:also\s+)?on\s+(?:the|its)\s+panel\b")),
    (
        "joined-online",
        "participant",
        re.compile(
            r"\s+joined\s+(?:in\s+|[^.,;:]{0,30}\s)?(?:online|remotely|virtually|(?:by|via|through|over)\s+(?:video|phone|telephone|zoom))\b"
        ),
    ),
    (
        "delegation-of",
        "participant",
        re.compile(
            r"\s+(?:(?:who|will)\s+)*(?:headed|led|heads|leads|lead|leading|heading|head)\s+(?:U\.S\.|[^.;:]){0,50}?"
            + _DELEGATION
            + r"(?!\s+to\b)"
        ),
    ),
    ("in-the-chair", "moderator", re.compile(r"\s+in\s+the\s+chair\b")),
    (
        "remarks",
        "speaker",
        re.compile(
            r",?\s+(?:presented|gave|delivered|read)\s+(?:their\s+|two\s+|three\s+|four\s+)?(?:papers|presentations|talks|lectures|reports)\b"
        ),
    ),
    (
        "in-the-chair",
        "moderator",
        re.compile(r"(?<=\w)\s+(?:presiding|moderating|chairing|facilitating)(?=[.,;]|\s+(?:and|at|over\s+the)\b|$)"),
    ),
    ("remarks", "opening", re.compile(r"\s+followed\s+with\s+(?:congratulatory|welcoming|opening|introductory)\s+\w+")),
    ("remarks", "speaker", re.compile(r"\s+followed\s+with\s+(?:an?\s+)?(?:remarks|presentation|talk|lecture|report|paper)\b")),
    (
        "in-the-chair",
        "moderator",
        re.compile(
            r"\s+(?:served|acted|was|were|is|serves)\s+(?:as\s+)?(?:the\s+)?(?:(?:master|mistress)\s+of\s+ceremonies|emcee|MC)\b"
        ),
    ),
)

_AMONG = re.compile(
    r"\s+(?:was|were|is|are)\s+(?:also\s+)?(?:among|one\s+of)\s+(?:the\s+|its\s+)?(?P<noun>those\s+(?:who\s+)?)?(?P<what>\w+)"
)
_INCLUDING = re.compile(
    r",?\s(?:including|among\s+them|among\s+whom\s+(?:was|were)|such\s+as|(?:which|that)\s+(?:also\s+)?included)\s+"
)
_NOUN_BE = re.compile(
    rf"\b(?P<noun>[A-Za-z]+){_QUALIFIED}\s+(?P<verb>{_BE}|includes?|included|comprised|featured|will\s+include)\s+"
)
_BY = re.compile(
    r"\b(?P<kind>(?:welcom\w+|opening|congratulatory|introductory|closing|concluding)\s+)?(?P<noun>[a-z]+)\s+"
    r"(?:(?:were|was)\s+(?:given|made|delivered|presented|read|offered)\s+|came\s+)?(?:by|from)\s+(?:,?\s*among\s+others,?\s+)?",
    re.IGNORECASE,
)
_FEATURED = re.compile(
    r"\b(?:brought|brings|bringing|bring)\s+together\s+|\b(?:featured|features|featuring|gathered|united|drew|attracted)\s+"
)
_HEARD_FROM = re.compile(_HEARD)
_AGENT_ROLES: dict[str, Role] = {
    "chaired": "moderator",
    "co-chaired": "moderator",
    "moderated": "moderator",
    "opened": "opening",
    "convened": "organizer",
}
_AGENTS = re.compile(rf"\b(?:was|were|been)\s+(?:jointly\s+)?(?P<verb>{'|'.join(_AGENT_ROLES)})\s+by\s+")
"""Whose agents may be a list with offices and bodies between, in which the parser loses its way."""
_TURN = re.compile(r",\s+(?:with|where|(?:in|at|during|after)\s+which|followed|joined)\s|;")
"""What turns from a list of agents to somebody else: "chaired by A, with B as the sole speaker"."""

SPOKEN = (
    "presentation",
    "talk",
    "lecture",
    "paper",
    "contribution",
    "address",
    "speech",
    "remark",
    "intervention",
    "keynote",
    "report",
)
"""Base forms of what is given before listeners, behind which "by" or "from" names the speakers."""


def enter(sides: Sides, roll_of: Callable[[int], Roll | None]) -> None:
    """Enter everybody whom a list tells of."""
    for sentence in sides.reading.sentences:
        words = sentence.span.of(sides.document.text)
        if not any(isinstance(e, Person) for _, e in sides.entities.within(sentence.span)):
            continue
        for name, role, named, at in _told(sides, sentence, words):
            roll = roll_of(at) if named else None
            if roll is not None:
                roll.add(named, role, name)


def _told(sides: Sides, sentence: Sentence, words: str) -> Iterator[tuple[str, Role, list[Named], int]]:
    start = sentence.span.start
    for name, role, pattern in _BEHIND:
        for match in pattern.finditer(words):
            if words.startswith("Joining"):  # "Joining X at the talks were Y and Z"
                yield name, role, _plain(sides, Span(start, start + match.end())), start
            first = name in _OF_ONE
            yield name, role, behind(sides, sentence, start + match.end())[: 1 if first else None], start + match.start()
            for other in _OTHER_SIDE.finditer(words, match.end()) if name == "delegation-of" else ():
                yield name, role, behind(sides, sentence, start + other.end())[:1], start + match.start()
    for name, role, pattern in _BEFORE:
        for match in pattern.finditer(words):
            told = before(sides, sentence, start + match.start())
            alone = words[: match.start()].endswith(" who")  # "X and Y, who joined by video link": Y alone did
            yield name, role, told[-1:] if alone else told, start + match.start()
    for match in _AGENTS.finditer(words):
        turn = _TURN.search(words, match.end())
        stop = start + (turn.start() if turn else len(words))
        listed = [n for n in behind(sides, sentence, start + match.end()) if n[1].end <= stop]
        agents = [n for n in listed if not any(t.dep in ("nsubj", "nsubjpass") for t in sides.reading.between(n[1]))]
        yield "passive-by", _AGENT_ROLES[match["verb"]], agents, start + match.start()
    yield from _among(sides, sentence, words)
    yield from _of_noun(sides, sentence, words)
    yield from _of_verb(sides, sentence, words)


def _among(sides: Sides, sentence: Sentence, words: str) -> Iterator[tuple[str, Role, list[Named], int]]:
    """As in: "X and Y were among the guests", "were among those who attended"."""
    start = sentence.span.start
    for match in _AMONG.finditer(words):
        role = _role_of(match["what"].lower()) or ("participant" if match["noun"] and match["what"] in _THERE else None)
        if role is not None:
            yield "among-them", role, before(sides, sentence, start + match.start()), start + match.start()
    for match in _INCLUDING.finditer(words):
        token = sides.reading.between((start + match.end(), start + match.end() + 1))
        verb = clauses.verb_over(token[0]) if token else None
        chain = [verb, *(verb.ancestors if verb is not None else [])]
        came = any(v is not None and v.lower in _CAME and not clauses.is_unreal(v) for v in chain)
        if came or (verb is not None and _is_audience(verb)):
            yield "among-them", "participant", behind(sides, sentence, start + match.end()), start + match.start()


_THERE = frozenset({"present", "attending", "attended", "spoke", "participated", "invited", "gathered"})
_CAME = frozenset(
    form
    for verb in ("attend", "participate", "come", "gather", "join", "take", "assemble", "convene", "meet", "inspect", "tour")
    for form in role_words.forms(verb)
)


def _is_audience(verb: Token) -> bool:
    """As in: "the audience, which included X, asked"."""
    return verb.dep == "relcl" and verb.lower in role_words.verbs("including") and verb.head.lower in ("audience", "delegation")


def _of_noun(sides: Sides, sentence: Sentence, words: str) -> Iterator[tuple[str, Role, list[Named], int]]:
    """As in: "the speakers were X and Y", "the guest of honour was X", "presentations were made by X and Y"."""
    start = sentence.span.start
    for match in _NOUN_BE.finditer(words):
        qualified = re.search(_COMING, match[0]) is not None
        role = _role_of(match["noun"].lower()) or ("participant" if qualified and match["noun"].lower() in _people() else None)
        named = behind(sides, sentence, start + match.end())
        if role is not None and named and _is_next(sides, start + match.end(), named[0][1]):
            yield "role-list", role, named, start + match.start()
    for match in _BY.finditer(words):
        if match["noun"].lower() not in _spoken():
            continue
        kind = (match["kind"] or "").strip().lower()
        told = kind or re.search(r"\b(?:given|made|delivered|presented|offered|came)\b", match[0])
        if not told and match["noun"].lower().startswith(_QUOTED):
            continue  # "remarks by X" are what a page quotes as often as what was said there
        opening = kind in role_words.words("opening_words")
        yield (
            "given-by",
            "opening" if opening else "speaker",
            behind(sides, sentence, start + match.end()),
            start + match.start(),
        )


def _of_verb(sides: Sides, sentence: Sentence, words: str) -> Iterator[tuple[str, Role, list[Named], int]]:
    """As in: "the event brought together X and Y", "the panel featured X", "the session heard from X"."""
    start = sentence.span.start
    for pattern, heard in ((_FEATURED, False), (_HEARD_FROM, True)):
        for match in pattern.finditer(words):
            verb = next(
                (t for t in sides.reading.between((start + match.start(), start + match.end())) if clauses.is_verb(t)), None
            )
            subject = clauses.subjects(verb) if verb is not None else []
            if not subject or not any(_is_event(t) or (heard and t.lower in _people()) for t in subject):
                continue
            role: Role = "speaker" if heard or match[0].startswith("feat") else "participant"
            yield "brought-together", role, behind(sides, sentence, start + match.end()), start + match.start()


def _is_event(token: Token) -> bool:
    return token.lower in gathering_words.nouns() or token.lower in ("programme", "program", "line-up", "it", "panel")


def _role_of(noun: str) -> Role | None:
    if noun in role_words.nouns("listed_speakers"):
        return "speaker"
    role = role_words.noun_roles().get(noun)
    return role if role in ("speaker", "participant", "moderator", "organizer", "host") and noun not in _OFFICES else None


_OFFICES = frozenset({"chairman", "chairwoman", "chairperson", "chair", "host", "hosts", "sponsor", "sponsors"})
"""Nouns that as often name an office: "the chairman was X" tells of a body."""


def _people() -> frozenset[str]:
    return role_words.nouns("groups") | gathering_words.noun_set("attendees") | frozenset({"audience", "they", "guests"})


_QUOTED = ("remark", "report", "speech", "address", "intervention", "paper")


def _spoken() -> frozenset[str]:
    return frozenset(form for noun in SPOKEN for form in (noun, f"{noun}s", f"{noun}es"))


def _is_next(sides: Sides, at: int, name: Span) -> bool:
    """Tell whether nothing but a title stands between the words of a list and its first name."""
    between = sides.reading.between((at, name.start)) if name.start > at else []
    return len(between) <= 8 and not any(clauses.is_verb(t) or t.text in (",", ";", ":") for t in between)


def behind(sides: Sides, sentence: Sentence, at: int) -> list[Named]:
    """Return the persons listed from a place on, up to the verb of another clause; what "who …" tells of one is passed over."""
    stop = sentence.span.end
    for token in sides.reading.between((at, sentence.span.end)):
        told_of = token.dep in ("relcl", "acl") or any(t.dep == "relcl" for t in token.ancestors)
        if clauses.is_verb(token) and token.tag in ("VBD", "VBZ", "VBP") and not told_of and token.start > at:
            stop = token.start
            break
        after = token.nbor(1)
        handed = token.tag == "VBN" and after is not None and after.lower == "by" and token.start > at  # ", and moderated by Z"
        if handed or token.lower in ("while", "whereas", "after", "before", "although"):
            stop = token.start
            break
    return _plain(sides, Span(at, stop))


def before(sides: Sides, sentence: Sentence, at: int) -> list[Named]:
    """Return the persons listed before a place, back to the verb of another clause."""
    begin = sentence.span.start
    for token in reversed(sides.reading.between((sentence.span.start, at))):
        told_of = token.dep in ("relcl", "acl") or any(t.dep in ("relcl", "acl") for t in token.ancestors)
        if clauses.is_verb(token) and token.tag in ("VBD", "VBZ", "VBP") and not told_of:
            begin = token.end
            break
    return _plain(sides, Span(begin, at))


def _plain(sides: Sides, span: Span) -> list[Named]:
    """The persons named in a stretch who are listed themselves: not "X's" and not "the widow of X"."""
    found: list[Named] = []
    if span.end <= span.start:
        return found
    for at, entity in sides.entities.within(span):
        inside = sides.reading.between(at)
        top = next((t for t in inside if t.head not in inside), inside[-1]) if inside else None
        if not isinstance(entity, Person) or top is None or at.start < span.start:
            continue
        of = top.dep == "pobj" and top.head.lower in ("of", "about", "against", "than", "for") and top.head.start >= span.start
        if top.dep != "poss" and not (of and sides.is_of(top.head, at)):
            found.append((entity, at))
    return found
