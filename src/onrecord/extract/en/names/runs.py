"""Runs of capitalised words that may name a person: between bodies, nations, titles and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.extract.en.names.bodies import Body
from onrecord.extract.en.names.nations import Nation, joined
from onrecord.extract.en.names.words import Line, Word
from onrecord.languages import places
from onrecord.languages.en import names, organizations, titles

_NICKNAME_MARKS = "“\"'‘("
_LONGEST = 6
"""Words of a person's name; a run may be two words longer."""
_FIELD = re.compile(r"(?:ics|tions?|ments?|ity|ties|[ae]nce|ship|airs|logy|ture|ergy|ices?|ense|urces|iences)$")
_LAND = re.compile(r"(?:Region|Province|Oblast|District|County|Territory|Republic|City|State|Prefecture|Island|Islands)$")


@dataclass(slots=True, eq=False)
class Run:
    """Words `first` to `last` (inclusive) of a line; `title` is the number of the title word right before, or None."""

    line: Line
    first: int
    last: int
    title: int | None = None
    honorific: bool = False
    words: list[Word] = field(init=False)
    """The words, marks of a nickname included."""
    parts: tuple[str, ...] = field(init=False)
    """The words without marks."""
    features: list[str] | None = field(init=False, default=None)
    """What speaks for a name and against it, once it is weighed (see `evidence`)."""

    def __post_init__(self) -> None:
        self.words = self.line.words[self.first : self.last + 1]
        self.parts = tuple([word.text for word in self.words if not word.mark])


def starts(line: Line, nations: dict[int, Nation]) -> frozenset[int]:
    """Return the numbers of words at which a person's name is likely to begin, known before bodies are."""
    found = set()
    words = line.words
    for at, word in enumerate(words[:-1]):
        if not word.capital or word.mark or at in nations or word.possessive:
            continue
        following = words[at + 1]
        if not following.capital or following.mark or names.never_names(word.text) or "\n" in following.gap:
            continue
        pair = (word.text, following.text)
        ner = word.first.entity == "PERSON" and word.first.begins and following.first.entity == "PERSON"
        if (
            (names.is_given_name(word.text) and not _bodyish(words, at) and word.label not in ("GPE", "FAC"))
            or (ner and not titles.head_kind(word.text) and not _bodyish(words, at))
            or (names.is_korean(pair) and word.label in ("PERSON", "") and "-" in "".join(pair))
        ):
            found.add(at)
    return frozenset(found)


def _bodyish(words: list[Word], at: int) -> bool:
    """Tell whether the run of capitals from `at` on ends in the head noun of a body ("Jamestown Foundation")."""
    for word in words[at + 1 : at + 5]:
        if not word.capital or word.mark:
            return False
        if organizations.is_head(word.text) or organizations.rules_out(word.text):
            return True
        if word.possessive:
            return False
    return False


def find(line: Line, nations: dict[int, Nation], bodies: list[Body], shorts: frozenset[str] = frozenset()) -> list[Run]:
    """Return the runs of the line, in text order, titles and forms of address cut from their front.

    Args:
        line: the line.
        nations: countries and demonyms by word.
        bodies: the organizations of the line.
        shorts: abbreviations that the text puts in brackets somewhere; none is part of a name.
    """
    taken = {k for body in bodies for k in range(body.first, body.last + 1)}
    taken |= {word.i for word in line.words if word.text in shorts}
    found: list[Run] = []
    at = 0
    words = line.words
    while at < len(words):
        if not _opens(words[at], at, nations, taken):
            at += 1
            continue
        last = _extend(line, at, nations, taken)
        found += [run for run in _split(line, at, last) if not _is_family(run)]
        at = last + 1
    return found


def _is_family(run: Run) -> bool:
    """Tell whether a family name behind "the" means a house and no person: "the Kim regime", "the Berg family"."""
    words = run.line.words
    if len(run.parts) > 1 or run.first == 0 or run.last + 1 >= len(words):
        return False
    return words[run.first - 1].lower == "the" and names.means_family(words[run.last + 1].text)


def _opens(word: Word, at: int, nations: dict[int, Nation], taken: set[int]) -> bool:
    if at in taken or not word.capital or word.mark or joined(word):
        return False
    return not _is_nation(at, nations)


def _is_nation(at: int, nations: dict[int, Nation]) -> bool:
    return at in nations


def _extend(line: Line, at: int, nations: dict[int, Nation], taken: set[int]) -> int:
    words, last = line.words, at
    while last + 1 < len(words) and not words[last].possessive:
        k = last + 1
        word = words[k]
        if k in taken or ("\n" in word.gap and line.headline):
            break
        if word.capital and not word.mark:
            if k in nations and not (
                len(nations) and words[last].capital and nations[k].first == nations[k].last and _name_nation(word)
            ):
                break
            last = k
        elif names.is_particle(word.text) and _particle(words, k, taken):
            last = k
        elif word.text == "," and k + 1 < len(words) and names.is_suffix(words[k + 1].text):
            last = k + 1
        elif word.text in _NICKNAME_MARKS and (end := _nickname(words, k)) and end not in taken:
            last = end
        else:
            break
    return last


def _name_nation(word: Word) -> bool:
    """Tell whether the country's name is inside a person's name for the model ("Michael Jordan")."""
    return word.first.entity == "PERSON" and not word.first.begins


def _particle(words: list[Word], k: int, taken: set[int]) -> bool:
    if words[k].text in ("e", "y", "i") and words[k].first.entity != "PERSON":
        return False
    for following in range(k + 1, min(k + 3, len(words))):
        word = words[following]
        if word.capital and not word.mark and following not in taken:
            return True
        if not names.is_particle(word.text):
            return False
    return False


def _nickname(words: list[Word], k: int) -> int | None:
    """Return the number of the closing mark of a nickname that a family name follows: Benjamin “Ben” Hall."""
    if k + 3 >= len(words) or not words[k + 1].capital:
        return None
    closing = {"“": "”", '"': '"', "'": "'", "‘": "’", "(": ")"}[words[k].text]
    if words[k + 2].text == closing and words[k + 3].capital and not words[k + 3].mark and words[k].gap:
        return k + 3
    return None


def _split(line: Line, first: int, last: int) -> list[Run]:
    """Cut titles, forms of address and function words off, and return what is left as runs."""
    words = line.words
    found: list[Run] = []
    start, title, honorific = first, None, False
    k = first
    while k <= last:
        word = words[k]
        if names.is_honorific(word.text):
            if start < k:
                found += _run(line, start, k - 1, title, honorific)
            start, honorific, k = k + 1, True, k + 1
            continue
        if _is_title(words, k, start, last):
            k += k < last and words[k + 1].lower in ("emeritus", "emerita")  # "Professor Emerita Lee Mi-ran"
            start, title, k = k + 1, k, k + 1
            honorific = False
            continue
        # "Lee Mi-ran": a part in small letters behind a hyphen may look like a verb.
        verb = k > start and word.tag in ("VBZ", "VBD", "VBP") and not word.text.isupper() and "-" not in word.text
        month = k > start and names.is_calendar(word.text) and _is_surname(words, k)
        other = names.never_names(word.text) and not month and not _initial_of_name(words, k, last)
        other = other or (line.headline and names.is_headline_verb(word.text))
        if verb or other or (k > start and _is_occasion(words, k)):
            if start < k:
                found += _run(line, start, k - 1, title, honorific)
            start, title, honorific, k = k + 1, None, False, k + 1
            continue
        k += 1
    if start <= last:
        if start == first and title is None and first > 0:
            title = _title_before(words, first)
            honorific = names.is_honorific(words[first - 1].text)
        found += _run(line, start, last, title, honorific)
    return found


def _is_occasion(words: list[Word], k: int) -> bool:
    """Tell whether the word begins what a headline has the one named before it do ("Anna Hall Phone Call with Jan Novak")."""
    at = k
    while at < len(words) and names.is_occasion_behind(words[at].text):
        at += 1
    return k < at < len(words) and words[at].text in ("with", "to", "on", "at", "in", "during", "following")


def _initial_of_name(words: list[Word], k: int, last: int) -> bool:
    """Tell whether a word such as "An" or "No" is a Korean family name here."""
    if k >= last or words[k].text not in ("An", "No", "So", "Do", "In"):
        return False
    if words[k].tag == "IN" and "-" not in words[k + 1].text:
        return False  # "In Vale's words, …"
    named = "-" in words[k + 1].text or words[k + 1].first.entity == "PERSON"
    return named and names.is_korean((words[k].text, words[k + 1].text))


def _is_surname(words: list[Word], k: int) -> bool:
    """Tell whether a month behind a given name is a family name ("Theresa May")."""
    dated = k + 1 < len(words) and words[k + 1].text[0].isdigit()
    return names.is_given_name(words[k - 1].text) and not dated and "." not in words[k].text


def _is_title(words: list[Word], k: int, start: int, last: int) -> bool:
    word = words[k]
    if _is_portfolio(words, k):
        return False
    if names.is_abbreviated_title(word.text):
        return True
    kind = titles.head_kind(word.text)
    if kind is None and k < last:
        kind = titles.head_kind(f"{word.text} {words[k + 1].text}") if not words[k + 1].mark else None
    if kind is None:
        # "Vice", "Deputy" before a head further on are part of the title; they are dropped with it.
        return False
    if titles.is_name_too(word.text) and k > start and (
        names.is_given_name(words[k - 1].text) or names.is_initial(words[k - 1].text)
    ) and not (k < last and names.is_given_name(words[k + 1].text)):  # fmt: skip
        return False
    if (
        k == start
        and k + 1 == last
        and titles.is_name_too(word.text)
        and names.is_given_name(word.text)
        and (word.first.entity == "PERSON" and word.first.begins)
    ):
        # "Dean Kamen" is a name, "Dean Mary Kamen" is not.
        return False
    # A last word that follows a name ("Lidia Ferrante Coordinator") is a title too, but one that is a family name stays.
    named = k == last and k > start and titles.is_name_too(word.text) and word.first.entity == "PERSON"
    return not (named and not titles.is_modifier(words[k - 1].text))


def _title_before(words: list[Word], first: int) -> int | None:
    """Return the number of the title word right before a run, past "(ret.)", or None."""
    k = first - 1
    if words[k].text == ")" and k >= 2 and words[k - 1].lower.startswith("ret"):
        k -= 3
    if k >= 0 and not words[k].possessive and titles.head_kind(words[k].text) and not words[k].mark:
        return k
    if k >= 1 and not words[k].possessive and not words[k].mark and titles.head_kind(f"{words[k - 1].text} {words[k].text}"):
        return k
    return None


def _run(line: Line, first: int, last: int, title: int | None, honorific: bool) -> list[Run]:
    """Return the run without what stands before the name or behind it, or nothing where too much is left."""
    words = line.words
    while first <= last and (words[first].mark or (names.is_particle(words[first].text) and not words[first].capital)):
        first += 1
    land = next((k for k in range(last - 2, first - 1, -1) if _LAND.match(words[k].text)), None)
    first = first if land is None else land + 1
    cut = _name_start(words, first, last)
    # "president of the ABCD Anna Steen": the letters are a body's, and a run of their own.
    letters = cut == first + 1 and words[first].text.isupper() and 1 < len(words[first].text) < 9
    lead = [Run(line, first, first)] if letters else []
    first = cut
    last = _name_end(words, first, last)
    if first > last or last - first >= _LONGEST + 2:
        return lead
    return [*lead, Run(line, first, last, title if title is not None and first > 0 else None, honorific)]


def _name_start(words: list[Word], first: int, last: int) -> int:
    """Return where the name begins: words before a known given name or before the model's person are no part of it."""
    for length in (3, 2):
        part = tuple(word.text for word in words[first : first + length])
        if first + length - 1 == last and names.is_korean(part) and not (_FIELD.search(part[0]) or _is_portfolio(words, first)):
            return first
    if names.is_given_name(words[first].text) if first <= last else True:
        return first
    if first + 1 < last and (_is_posting(words, first) or _heads_body(words, first)):
        return first + 1
    if _complements(words, first):
        k = first
        while k < last and not names.is_given_name(words[k].text):
            field = (k < last - 1 or words[k].text == "Affairs") and _FIELD.search(words[k].text)
            if not (field or titles.is_modifier(words[k].text) or organizations.is_ministry_field(words[k].lower)):
                break
            k += 1
        if first < k <= last:
            return k
    for k in range(first + 1, last):
        word = words[k]
        if words[first].first.entity == "PERSON":
            break
        begins = word.first.begins or (not word.first.entity or _complements(words, first))
        if (word.first.entity == "PERSON" and word.first.begins) or (names.is_given_name(word.text) and begins):
            return k
    return first


def _is_posting(words: list[Word], at: int) -> bool:
    """Tell whether the word is the city of an office ("Consul General in Lunde Anna Steen")."""
    placed = at > 1 and words[at - 1].lower == "in" and words[at].text in places.english_names()
    return placed and titles.head_kind(f"{words[max(0, at - 3)].text} {words[at - 2].text}") is not None


def _heads_body(words: list[Word], at: int) -> bool:
    """Tell whether the word alone is the body of an office before it ("Rector of the Academy Anna Steen")."""
    of = at > 2 and words[at - 1].lower == "the" and words[at - 2].lower == "of"
    return of and organizations.is_head(words[at].text) and titles.head_kind(words[at - 3].text) is not None


def _is_portfolio(words: list[Word], at: int) -> bool:
    """Tell whether the word is what a minister is "of" ("Minister of Justice Anna Steen")."""
    of = at > 1 and words[at - 1].lower == "of" and titles.head_kind(words[at - 2].text) is not None
    return of and organizations.is_ministry_field(words[at].lower)


def _complements(words: list[Word], first: int) -> bool:
    """Tell whether the run begins as the complement of a title ("Secretary of State Anna Steen")."""
    while first > 1 and words[first - 1].capital and titles.is_modifier(words[first - 1].text):
        first -= 1
    if first < 2 or words[first - 1].lower not in ("of", "for", "on", "to", "the"):
        return False
    return any(titles.head_kind(word.text) for word in words[max(0, first - 4) : first - 1])


def _name_end(words: list[Word], first: int, last: int) -> int:
    """Return where the name ends: a plain noun behind the model's person of two or more words is no part of it."""
    while last > first + 1:
        word = words[last]
        person = (
            words[last - 1].last.entity == "PERSON"
            and words[last - 2].last.entity == "PERSON"
            and word.first.entity != "PERSON"
        )
        if not (word.mark or not word.capital or (person and word.tag in ("NN", "NNS", "VBZ", "VBD"))):
            break
        last -= 1
    while last >= first and (words[last].mark or not words[last].capital):
        last -= 1
    return last
