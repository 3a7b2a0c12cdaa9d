"""Transcripts: paragraphs that begin with the speaker's name or initials and a colon ("SMITH: …", "AB: …")."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile

from onrecord.extract.en.statements.context import Context, Found, Passage
from onrecord.languages.reading import Token
from onrecord.model import Person, Span, trimmed

_LABEL = re.compile(
    r"[\"“]?(?P<name>Q(?=\s?:\s|\s{2,}|\s[A-Z“\"(])|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4})(?: \([^)]{2,40}\))?"
    r"(?:\s?:\s+|(?<=Q)\s+)(?=\S)"
)
_LONGEST = 3
"""Letters of initials, at most."""
_MARKS = ' \t\r\n\u00a0"“”'
"""What stands around the words of a turn."""
_FEWEST = 2
"""Turns of one label that make a page a transcript; a single "Chair: …" is none."""


def turns_of_transcript(context: Context) -> tuple[list[Found], set[int]]:
    """Return the turns of speech of a transcript, and the numbers of their paragraphs.

    A label is a name in capitals, or the name of a person of the page; it counts where it labels two paragraphs or more.
    """
    labelled = [(passage, match) for passage in context.passages if (match := _label(context, passage)) is not None]
    names = [match["name"] for _, match in labelled]
    initials = _initials(context, labelled)
    answering = _interviewee(context, labelled)
    found: list[Found] = []
    paragraphs: set[int] = set()
    for passage, match in labelled:
        in_full = initials.get(match["name"])
        if in_full is None and len(match["name"]) < _LONGEST and match["name"] != "Q":
            continue  # "EU: …" is a heading unless somebody of the page has these initials
        known = in_full is not None or match["name"] in _in_initials(context, passage, match, initials)
        # An interview's labels are names in small letters.
        official = match["name"].isupper() and (len(labelled) > _FEWEST or _OFFICE.match(match["name"]) is not None)
        if not known and names.count(match["name"]) < _FEWEST and not official:
            continue
        span = trimmed(context.text, match.end(), passage.span.end, _MARKS)
        speaker = in_full or _holder(context, match["name"]) or _name_token(passage, match.end("name"))
        if speaker is not None and span.end > span.start:
            paragraphs.add(passage.number)
            speaker = _asker(context, match["name"], span) or speaker
            more = _going_on(context, passage, {p.number for p, _ in labelled}) if official or answering else []
            if answering is not None:
                more = _told_by(context, more, answering)
            paragraphs.update(other.number for other in more)
            told = [trimmed(context.text, *other.span, _MARKS) for other in more]
            turns = [([span, *told], speaker)] if answering is None else [([span], speaker), (told, answering)]
            found += [Found(words, [], who, "said", "transcript") for words, who in turns if words]
    return found, paragraphs


def _interviewee(context: Context, labelled: list[tuple[Passage, re.Match[str]]]) -> Token | None:
    """The name of who answers where a page labels its questions alone: the person named most often before the first one."""
    if len(labelled) < _FEWEST or not all(_QUESTION.fullmatch(match["name"]) for _, match in labelled):
        return None
    before = context.entities.within((0, labelled[0][0].span.start))
    named = [(entity.id, span) for span, entity in before if isinstance(entity, Person)]
    if not named:
        return None
    [(asked, _)] = Counter(person for person, _ in named).most_common(1)
    return context.reading.between(next(span for person, span in named if person == asked))[-1]


def _told_by(context: Context, passages: list[Passage], answering: Token) -> list[Passage]:
    """The paragraphs of an answer, up to one in which the page speaks of who answers by name."""
    person = context.entities.person_at(answering)
    return list(takewhile(lambda p: all(e is not person for _, e in context.entities.within(p.span)), passages))


def _going_on(context: Context, passage: Passage, labelled: set[int]) -> list[Passage]:
    """The paragraphs behind a labelled one in which the same speaker goes on, up to the next label, heading or bracket."""
    found = []
    for other in context.passages:
        if other.number <= passage.number:
            continue
        words = other.span.of(context.text).strip()
        if other.number in labelled or _CLOSING.match(words) or not words.endswith((".", "!", "?", "”", '"', ".)")):
            break
        found.append(other)
    return found


_OFFICE = re.compile(r"(?:THE|MADAM|MR\.|MISTER) (?P<office>[A-Z]{3,}(?: [A-Z]{2,}){0,3})$")


def _holder(context: Context, label: str) -> Token | None:
    """The one person whom the page first names behind an office that stands for the name ("THE VICE PRESIDENT: …")."""
    match = _OFFICE.match(label)
    if match is None:
        return None
    office = match["office"].lower()
    for person in context.entities.persons:
        first = min(person.mentions)
        before = context.text[max(0, first.start - _TITLE) : first.start].lower().rstrip()
        if before.endswith(office) and not _LESSER.search(before[: -len(office)]):
            named = [context.reading.between(span)[-1] for span in sorted(person.mentions)]
            alone = [t for t in named if t.dep != "conj" and not any(c.dep == "conj" for c in t.children)]
            return next(iter([*alone, *named]), None)
    return None


_TITLE = 60
"""Code points before a name in which its title stands."""
_LESSER = re.compile(r"\b(?:vice|deputy|former|under|assistant)[\s-]+$")
"""Words that make the office behind them another one: "Vice President" is not "the President"."""
_CLOSING = re.compile(
    r"[(\[#*]|END\b|###|[^a-z]*$|(?:The|This)\s+(?:interview|conversation|transcript|discussion|text)\s+(?:was|is|has\s+been)\b"
)
_QUESTION = re.compile(r"(?:Q|QUESTION|Question)$")
_ASKER = re.compile(
    r"(?:(?:Thank you|Thanks|Hi|Hello|Good (?:morning|afternoon|evening))[^.\n]{0,40}[.,]\s+)?"
    r"(?:(?:I['’]m|I am|This is|My name is)\s+)?$"
)


def _asker(context: Context, label: str, span: Span) -> Token | None:
    """The name with which somebody who asks introduces himself: "Thank you. Anna Berg, Ulba Daily. Will …"."""
    if not _QUESTION.fullmatch(label):
        return None
    for name, entity in context.entities.within(Span(span.start, min(span.end, span.start + _INTRODUCED))):
        behind = context.text[name.end : name.end + 1]
        if isinstance(entity, Person) and behind in (",", ".") and _ASKER.fullmatch(context.text[span.start : name.start]):
            return next((t for t in context.reading.between(name)), None)
    return None


_INTRODUCED = 90
"""Code points at the beginning of a question within which its speaker gives a name."""


def _label(context: Context, passage: Passage) -> re.Match[str] | None:
    match = _LABEL.match(context.text, *passage.span)
    if match is None:
        return None
    if match["name"].isupper() and (len(match["name"]) > 1 or match["name"] == "Q"):
        return match
    speaker = _name_token(passage, match.end("name"))
    return match if speaker is not None and context.entities.person_at(speaker) is not None else None


def _initials(context: Context, labelled: list[tuple[Passage, re.Match[str]]]) -> dict[str, Token]:
    """Return the name behind each label that is the initials of one person alone: "AB" where the page names Anna Berg."""
    found: dict[str, Token] = {}
    for label in sorted({match["name"] for _, match in labelled if match["name"].isupper() and len(match["name"]) <= _LONGEST}):
        persons = [p for p in context.entities.persons if "".join(part[0] for part in re.split(r"[\s-]+", p.name)) == label]
        persons = persons or [p for p in context.entities.persons if _outer(p.name) == label]
        if len(persons) == 1:
            at = next((t for t in context.reading.tokens if context.entities.person_at(t) is persons[0]), None)
            if at is not None:
                found[label] = at
    return found


def _outer(name: str) -> str:
    """The initials of the first and the last part of a name."""
    parts = name.split()
    return parts[0][0] + parts[-1][0]


def _in_initials(context: Context, passage: Passage, match: re.Match[str], initials: dict[str, Token]) -> tuple[str, ...]:
    """The label itself where a person of it speaks under initials further on: the first turn gives the name in full."""
    speaker = _name_token(passage, match.end("name"))
    person = context.entities.person_at(speaker) if speaker is not None else None
    spoken = any(context.entities.person_at(token) is person for token in initials.values())
    return (match["name"],) if person is not None and spoken else ()


def _name_token(passage: Passage, end: int) -> Token | None:
    return next((token for token in passage.tokens if token.start < end <= token.end), None)
