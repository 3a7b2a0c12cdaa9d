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
_HINTED = frozenset(
    (
        "model",
        "body-called",
        "contract-with",
        "medium-before-name",
        "name-title-body",
        "reported-by-name",
        "dateline-agency",
        "acronym-of-title",
    )
)
_OF = frozenset(["of", "the", "for", "and", "on", "in", "to", "de", "&", "a", "an", "at", "against"])


@dataclass(slots=True, eq=False)
class Named:
    """One occurrence of an organization's name; `first` and `last` are words of `line`."""

    span: Span
    name: str
    rule: str
    line: Line | None = None
    first: int = 0
    last: int = 0


_OF_REPUBLIC = re.compile(r"\bof (?:the )?(?:\w+ )?(?:republic|kingdom|federation|commonwealth) of (?:the )?")
"""A state's full name in the name of a body: "Embassy of the Republic of X" is "Embassy of X"."""

_MISSION = re.compile(
    r"(?:the )?(?:(?P<adjective>.+) )??(?P<kind>embassy|consulate general|consulate|permanent mission)"
    r"(?: of (?P<state>.+?))?(?: (?:in|to) (?:the )?(?P<host>.+))?",
    re.IGNORECASE,
)
"""A state's mission abroad: "Norlandic Embassy in Lorvia", "the Permanent Mission of Norland to the United Nations"."""

_STATES = re.compile(r"^(?:the )?(?:u\.s\.a?|us|usa|united states(?: of america)?)(?:'s)? ")


def key(name: str) -> str:
    """Return the name for comparison: small letters, no article, plain apostrophes, single spaces, one spelling of "US"."""
    text = re.sub(r"\s+", " ", name).replace("’", "'").replace("–", "-").casefold()
    text = re.sub(r"\b(?:u\.s\.|united states)(?= )", "us", text)
    text = re.sub(r"^(?:the )?(?:u\.n\.|united nations)(?= |$)", "un", text)
    return text[4:] if text.startswith("the ") else text


def _bare(name: str) -> str:
    """Return the key without the state's name before it and with a department or ministry in one order."""
    text = _STATES.sub("", name)
    text = text if " " in text else name
    turned = re.match(r"(department|ministry) of ([\w ]+)$", text)
    return f"{turned[2]} {turned[1]}" if turned else text


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
        if match and not countries.by_name(match[1]):
            _bracketed(one, Span(*match.span(1)), match[1], groups, same)
    _headless(text, lines, groups, same, persons)
    _later(text, lines, groups, same, persons)
    _shorter(groups, same)
    return _organizations(groups, same)


def _bracketed(one: Named, span: Span, form: str, groups: dict[str, list[Named]], same: dict[str, str]) -> None:
    """Join a form in brackets to the name before it, whichever of the two is the short one."""
    short, long = key(form), key(one.name)
    if short == long:
        return
    if short in groups and len(form) > len(one.name) and abbreviates(one.name, form):
        same.setdefault(long, short)
    elif abbreviates(form, one.name) or _shares(form, one.name) or re.fullmatch(r"[A-Z]{2,8}", form):
        same.setdefault(short, long)
        if not any(other.span == span for other in groups.get(short, [])):
            groups.setdefault(short, []).append(Named(span, form, "abbreviation"))


def _shares(short: str, long: str) -> bool:
    """Tell whether a bracketed form is a shorter form in words ("RST Limited" behind "RST Gyártó Kft.")."""
    first, *more = short.split()
    return bool(more) and long.startswith(first + " ")


def _later(text: str, lines: list[Line], groups: dict[str, list[Named]], same: dict[str, str], persons: list[Span]) -> None:
    """Find every other occurrence of the abbreviations and of names that the form alone does not show."""
    named = [name for name, group in groups.items() if name in same or group[0].rule in _HINTED]
    taken = sorted([one.span for group in groups.values() for one in group] + persons)
    for name in named:
        form = groups[name][0].name
        rule = "abbreviation" if name in same else groups[name][0].rule
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken) and any(
                line.words[0].start <= span.start < line.words[-1].end for line in lines
            ):
                groups[name].append(Named(span, form, rule))


def _headless(text: str, lines: list[Line], groups: dict[str, list[Named]], same: dict[str, str], persons: list[Span]) -> None:
    """Join what a body's name of three words or more is without its head, where it stands alone further on."""
    taken = sorted([one.span for group in groups.values() for one in group] + persons)
    for long, group in list(groups.items()):
        first = group[0]
        *words, head = first.name.split()
        if (
            not organizations.among("dropped", head)
            or len(words) < 2
            or not all(word[:1].isupper() and word.isalpha() for word in words)
        ):
            continue
        if any(countries.by_name(word) or countries.by_adjective(word) for word in (*words, " ".join(words))):
            continue
        form = " ".join(words)
        alone = rf"(?<![\w-]){re.escape(form)}(?!\s+[A-Z]|[\w-])"
        for match in re.finditer(alone, text[first.span.end :]):
            span = Span(first.span.end + match.start(), first.span.end + match.end())
            inside = any(line.words[0].start <= span.start < line.words[-1].end for line in lines)
            if inside and not any(span.overlaps(other) for other in taken):
                groups.setdefault(key(form), []).append(Named(span, form, "headless"))
                same.setdefault(key(form), long)


def _shorter(groups: dict[str, list[Named]], same: dict[str, str]) -> None:
    """Join a name to the longer name of which it is a part or the initials; of several, to the one named last before it."""
    for short in sorted(groups, key=len):
        if short in same:
            continue
        one = groups[short][0]
        homes = [
            long
            for long, group in groups.items()
            if long != short
            and (_leaves_host_away(one.name, group[0].name) or (len(long) >= len(short) and _is_short(short, long, one)))
        ]
        homes = [home for home in homes if _root(home, same) != short]
        if not homes:
            continue
        first = groups[short][0].span.start
        before = [home for home in homes if groups[home][0].span.start < first]
        same[short] = max(
            before or homes, key=lambda home: groups[home][0].span.start if before else -groups[home][0].span.start
        )


def _is_short(short: str, long: str, one: Named) -> bool:
    """Tell whether `short`, whose first occurrence is `one`, is a shorter form of `long`."""
    a, b = _bare(short), _bare(long)
    if a == b or _OF_REPUBLIC.sub("of ", a) == _OF_REPUBLIC.sub("of ", b):
        return True
    words, parts = a.split(), b.split()
    if len(words) == 1 or _is_another(words, parts, one):
        return not _is_another(words, parts, one) and _is_single(words[0], parts, one)
    national = countries.by_adjective(one.name.split()[0]) is not None
    if words[-1] != parts[-1] and words[-1].rstrip("s") == parts[-1].rstrip("s") and words[:-1] == parts[:-1]:
        return True
    if parts[-len(words) :] == words:
        return not national
    if parts[: len(words)] == words:
        return organizations.is_head(one.name.split()[-1])
    rest = iter(parts)
    return not national and words[-1] == parts[-1] and "of" not in parts and all(word in rest for word in words)


def _leaves_host_away(short: str, long: str) -> bool:
    """Tell whether both name a mission of one state, the longer name with its host: "Embassy of Norland [in Lorvia]"."""
    one, other = _mission(short), _mission(long)
    return one is not None and other is not None and one[:2] == other[:2] and one[2] in ("", other[2])


def _mission(name: str) -> tuple[str, str, str] | None:
    """Return what kind of mission a name says, of which state, and where, if it says so."""
    found = _MISSION.fullmatch(name)
    if not found:
        return None
    sender = countries.by_name(found["state"] or "") or countries.by_adjective(found["adjective"] or "")
    return (found["kind"].lower(), sender.name, found["host"] or "") if sender else None


def _is_another(words: list[str], parts: list[str], one: Named) -> bool:
    """Tell whether a short form names a body of its own: the UN's Security Council, the government that is in."""
    council = parts[0] == "national" and parts[1:] == words and organizations.stands_alone(one.name)
    return council or (words == ["administration"] and len(parts) > 2)


_KNOWN = {"un": ["united", "nations"], "eu": ["european", "union"]}
"""Initials that mean one body wherever no bracket gives them to another."""


def _is_single(word: str, parts: list[str], one: Named) -> bool:
    name = one.name.split()[-1]
    if organizations.is_head(name) or organizations.stands_alone(name):
        if parts in (["white", "house"], ["blue", "house"]):
            return False
        return parts[-1] == word or (parts[0] == word and len(parts) > 1 and parts[1] in ("of", "for", "on"))
    if parts[0] == word and len(parts) > 1:
        return name.isupper() or (len(parts) == 2 and organizations.is_small_head(parts[1])) or parts[1:] == ["news"]
    initials = "".join(part[0] for part in re.split(r"[\s\-]+", " ".join(parts)) if part and part not in _OF)
    short = word.replace(".", "")
    if short in _KNOWN and parts != _KNOWN[short]:
        return False  # the UN is not the University of Norland
    return name.isupper() and initials == short and (len(short) > 2 or organizations.is_known(one.name))


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
            )
        )  # fmt: skip
    return tuple(found)
