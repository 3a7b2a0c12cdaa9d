"""Organizations of one text: abbreviations in brackets, later short forms, and what is one body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.en.names.words import Line
from onrecord.languages.en import countries, organizations
from onrecord.model import Organization, Span

_BRACKET = re.compile(
    r"\s?[(\[](?:the |hereinafter |hereafter |also known as )?[“\"‘']?([A-Z][\w&./’'-]*(?: [A-Z][\w&.’'-]*){0,2})[”\"’']?[)\]]"
)
_OF = frozenset(["of", "the", "for", "and", "on", "in", "to", "de", "&", "a", "an", "at", "against"])


@dataclass(slots=True, eq=False)
class Named:
    """One occurrence of an organization's name; `first` and `last` are words of `line`."""

    span: Span
    name: str
    rule: str
    confidence: float
    line: Line | None = None
    first: int = 0
    last: int = 0


def key(name: str) -> str:
    """Return the name for comparison: small letters, no article, plain apostrophes, single spaces."""
    text = re.sub(r"\s+", " ", name).replace("’", "'").replace("–", "-").casefold()
    return text[4:] if text.startswith("the ") else text


def abbreviates(short: str, long: str) -> bool:
    """Tell whether the letters of `short` are initials of `long`, in order, small words being optional."""
    letters = re.sub(r"[^A-Za-z]", "", short).lower()
    words = [word for word in re.split(r"[\s\-–/]+", long) if word]
    initials = [word[0].lower() for word in words if word[0].isalpha() and word.lower() not in _OF]
    if not letters or not initials:
        return False
    if "".join(initials).startswith(letters) or letters == "".join(word[0].lower() for word in words if word[0].isalpha()):
        return True
    at = 0
    flat = [word.lower() for word in words]
    # Letters in order, each the first letter of a word or inside a word already begun ("AfCFTA", "Interfax").
    joined = " ".join(flat)
    for number, letter in enumerate(letters):
        at = joined.find(letter, at)
        if at < 0 or (number == 0 and at != 0):
            return False
        at += 1
    return sum(joined.count(" " + letter) for letter in set(letters[1:])) >= min(2, len(letters) - 1)


def join(text: str, lines: list[Line], named: list[Named], persons: list[Span]) -> tuple[Organization, ...]:
    """Join the occurrences to organizations, adding abbreviations and where these stand."""
    groups: dict[str, list[Named]] = {}
    same: dict[str, str] = {}
    for one in sorted(named, key=lambda one: one.span):
        groups.setdefault(key(one.name), []).append(one)
    for one in sorted(named, key=lambda one: -len(one.name)):
        match = _BRACKET.match(text, one.span.end)
        if match and (abbreviates(match[1], one.name) or _shares(match[1], one.name)) and not countries.by_name(match[1]):
            short = key(match[1])
            if short != key(one.name):
                same.setdefault(short, key(one.name))
                span = Span(*match.span(1))
                if not any(other.span == span for other in groups.get(short, [])):
                    groups.setdefault(short, []).append(Named(span, match[1], "abbreviation", 0.95))
    _later(text, lines, groups, same, persons)
    _shorter(groups, same)
    return _organizations(groups, same)


def _shares(short: str, long: str) -> bool:
    """Tell whether a bracketed form is a shorter form in words ("HDT Limited" behind "HDT Védelmi Ipari Kft.")."""
    return short.split(maxsplit=1)[0] == long.split(maxsplit=1)[0] and len(short.split()) > 1


def _later(text: str, lines: list[Line], groups: dict[str, list[Named]], same: dict[str, str], persons: list[Span]) -> None:
    """Find every other occurrence of the abbreviations, and the part of longer names that they are."""
    for short in list(same):
        form = groups[short][0].name
        taken = [one.span for group in groups.values() for one in group] + persons
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken) and any(
                line.words[0].start <= span.start < line.words[-1].end for line in lines
            ):
                groups[short].append(Named(span, form, "abbreviation", 0.95))


def _shorter(groups: dict[str, list[Named]], same: dict[str, str]) -> None:
    """Join a name to the one longer name of which it is the beginning or the end ("Security Council")."""
    names = sorted(groups, key=len)
    for short in names:
        if short in same:
            continue
        words = short.split()
        homes = []
        for long in names:
            if long == short or len(long) <= len(short):
                continue
            parts = long.split()
            if _is_short(words, parts, groups[short][0]):
                homes.append(long)
            elif (
                len(words) == 1
                and short.isalpha()
                and groups[short][0].name.isupper()
                and len(short) > 2
                and abbreviates(short, long)
            ):
                initials = "".join(part[0] for part in re.split(r"[\s\-]+", long) if part not in _OF)
                if initials == short:
                    homes.append(long)
        roots = {_root(home, same) for home in homes}
        if len(roots) == 1 and short not in roots:
            same[short] = roots.pop()


def _is_short(words: list[str], parts: list[str], one: Named) -> bool:
    if len(words) == 1 and not organizations.is_head(one.name):
        return (
            parts[0] == words[0]
            and len(parts) == 2
            and parts[1] in ("association", "movement", "party", "foundation", "institute")
        )
    if parts[-len(words) :] == words and not countries.by_adjective(one.name.split()[0]):
        return True
    return len(words) > 1 and parts[: len(words)] == words and organizations.is_head(one.name.split()[-1])


def _root(name: str, same: dict[str, str]) -> str:
    seen = set()
    while name in same and name not in seen:
        seen.add(name)
        name = same[name]
    return name


def _organizations(groups: dict[str, list[Named]], same: dict[str, str]) -> tuple[Organization, ...]:
    joined: dict[str, list[Named]] = {}
    for name, group in groups.items():
        joined.setdefault(_root(name, same), []).extend(group)
    found: list[Organization] = []
    for group in sorted(joined.values(), key=lambda group: min(one.span for one in group)):
        group.sort(key=lambda one: one.span)
        longest = max(group, key=lambda one: len(one.name))
        forms = list(dict.fromkeys(one.name for one in group))
        found.append(
            Organization(
                f"o{len(found) + 1}", longest.name, tuple(form for form in forms if form != longest.name),
                tuple(dict.fromkeys(one.span for one in group)), rule=longest.rule,
                confidence=max(one.confidence for one in group),
            )
        )  # fmt: skip
    return tuple(found)
