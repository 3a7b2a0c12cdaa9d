"""How much in a text speaks for a run of capitals being a person's name: a table of named features with weights."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.en.names.labels import company, follows_counterpart, is_labelled
from onrecord.extract.en.names.runs import Run
from onrecord.extract.en.names.words import Word
from onrecord.languages.en import names, organizations, titles

WEIGHTS = {
    "base": -0.5,
    "title-before": 5.0,
    "plural-title-before": 2.5,
    "title-of-before": 3.0,
    "honorific": 5.0,
    "model-person": 2.5,
    "model-other": -1.0,
    "model-nation": -1.5,
    "given-name": 3.0,
    "korean-shape": 3.0,
    "korean-syllables": 1.0,
    "initial": 2.5,
    "suffix": 2.0,
    "capital-surname": 3.0,
    "surname-ending": 1.5,
    "agent-before": 5.0,
    "lettered": -6.0,
    "title-behind": 3.0,
    "titled-entry": 1.5,
    "qualified-medium": -7.0,
    "speaks": 1.5,
    "age": 3.0,
    "who": 3.0,
    "kin-before": 3.0,
    "person-joined": 1.5,
    "persons-around": 3.0,
    "met": 2.0,
    "several-words": 0.5,
    "one-word": -0.5,
    "listed": 0.7,
    "role-label-before": 4.0,
    "place-before": -3.0,
    "article-before": -3.0,
    "rules-out": -6.0,
    "headline": -1.5,
    "too-long": -3.0,
    "acronym": -3.0,
    "title-inside": -2.0,
    "common-word": -6.0,
    "medium-before": -6.0,
    "body-slot": -9.0,
    "reported-by": -2.0,
    "contract-with": -7.0,
    "dateline": -6.0,
    "acronym-of-title": -6.0,
    "dateline-agency": -9.0,
    "house": -12.0,
}
"""Weights set by hand on the development pages; a name is taken at THRESHOLD."""

THRESHOLD = 2.0

_DEALS = frozenset(("contract", "contracts", "tender", "tenders", "subcontract", "licence", "license", "loan", "shares"))
"""What one has of a firm, and of no person: "a contract with X", "a loan from X"."""

_FIELDS = frozenset(
    ("Affairs", "Affaires", "d'Affaires", "d’Affaires", "Relations", "Cooperation", "Nonproliferation", "Disarmament", "Staff")
)
"""Last words of the fields of offices, which are nobody's family name."""

_REPORTED = frozenset(("reported", "quoted", "published", "cited", "broadcast", "aired", "printed", "interviewed", "posted"))
_PLACES = frozenset(("in", "at", "near", "into", "across", "outside"))
_BETWEEN = frozenset(("a", "an", "the", "former", "its", "their", "his", "her", "who", "then", "now"))


def features(run: Run) -> list[str]:
    """Return the names of the features that hold for this occurrence of the name."""
    if run.features is None:
        run.features = [
            "base",
            *_inside(run),
            *_forms(run),
            *_before(run),
            *_behind(run),
            *_model(run),
            *(["headline"] if run.line.headline else []),
        ]
    return run.features


def weigh(run: Run) -> float:
    """Return the sum of the weights of the run's features."""
    return sum(WEIGHTS[name] for name in features(run))


def _inside(run: Run) -> Iterator[str]:
    parts = run.parts
    caps = [part for part in parts if part[0].isupper()]
    yield "several-words" if len(caps) > 1 else "one-word"
    if len(caps) > 1 and names.is_given_name(parts[0]):
        yield "given-name"
    if names.is_korean(parts):
        yield "korean-shape" if any("-" in part for part in parts) else "korean-syllables"
    if len(parts) > 1 and any(names.is_initial(part) for part in parts[:-1]):
        yield "initial"
    if names.is_suffix(parts[-1]):
        yield "suffix"
    if (
        len(parts) > 1
        and parts[-1].isupper()
        and len(parts[-1]) > 2
        and not parts[0].isupper()
        and not names.is_initial(parts[0])
    ):
        yield "capital-surname"
    named = names.is_korean(parts) or (names.is_given_name(parts[0]) and run.words[0].first.entity == "PERSON")
    ends = (parts[-1], parts[0])
    bodily = any(organizations.rules_out(part) or organizations.is_head(part) for part in ends)
    if (not named and bodily) or parts[-1] in _FIELDS:
        yield "rules-out"
    if len(caps) > 5:
        yield "too-long"
    if len(parts) == 1 and _is_common(run.words[0]):
        yield "common-word"
    if len(parts) == 1 and parts[0].isupper() and len(parts[0]) < 6:
        yield "acronym"
    if any(char.isdigit() for part in parts for char in part):
        yield "rules-out"
    if any(titles.head_kind(part) and not titles.is_name_too(part) for part in parts):
        yield "title-inside"


def _is_in_name_of_house(run: Run) -> bool:
    """Tell whether the name only names a room, a building or the like: "the John S. Berg Press Room", "Ann Berg Airport"."""
    if names.is_house(run.parts[-1]):
        return True
    behind = []
    for word in run.line.words[run.last + 1 : run.last + 5]:
        if not word.capital or word.mark:
            break
        behind.append(word.text)
    return any(map(names.is_house, behind))


def _forms(run: Run) -> Iterator[str]:
    """By the ending of the last word, and by the participle or label right before."""
    parts, words = run.parts, run.line.words
    if _is_in_name_of_house(run):
        yield "house"
    if len(parts) > 1 and parts[0][1:].islower() and names.has_surname_ending(parts[-1]):
        yield "surname-ending"
    if run.first == 0:
        return
    if run.first == 1 and words[0].text in ("By", "BY") and len(parts) > 1 and all(not w.tag.startswith("VB") for w in words):
        yield "agent-before"  # the line of the author
    if (
        run.first > 1
        and len(parts) > 1
        and words[run.first - 1].lower == "by"
        and names.is_person_agent(words[run.first - 2].text)
    ):
        yield "agent-before"
    if names.is_lettered(words[run.first - 1].text) and names.is_initial(parts[0]):
        yield "lettered"


def _is_common(word: Word) -> bool:
    """Tell whether the one word is capitalised only since it begins a sentence or belongs to a title."""
    plain = word.opening and word.tag not in ("NNP", "NNPS", "NN", "FW", "POS") and word.first.entity != "PERSON"
    crowd = word.tag == "NNPS" and word.text.endswith("s") and word.first.entity != "PERSON"
    return plain or crowd or (titles.is_modifier(word.text) and not names.is_given_name(word.text))


def _before(run: Run) -> Iterator[str]:
    words = run.line.words
    if (
        run.first == 0
        and all(part.isupper() for part in run.parts)
        and run.last + 1 < len(words)
        and words[run.last + 1].text in "–—-("
    ):
        yield "dateline"
    if run.honorific:
        yield "honorific"
    if run.title is not None:
        yield "plural-title-before" if titles.is_plural(words[run.title].text) else "title-before"
        return
    if run.first == 0:
        return
    acts = run.words[-1].last.dep == "nsubj" and run.words[-1].last.head.tag in ("VBD", "VBZ")
    if (len(run.parts) > 1 or acts) and _complemented_title(words, run.first - 1):
        yield "title-of-before"
    if is_labelled(run) or follows_counterpart(words, run.first):
        yield "role-label-before"
    yield from company(run)
    before = words[run.first - 1]
    if before.lower in _PLACES:
        yield "place-before"
    yield from _told_by_noun(words, run.first)
    if before.lower in ("the", "a", "an") or (
        before.tag == "JJ" and not before.capital and run.first > 1 and words[run.first - 2].lower in ("a", "an")
    ):
        yield "article-before"
    yield from _place_in_line(run)
    if names.is_kin(before.lower) or (before.text == "," and run.first > 1 and names.is_kin(words[run.first - 2].lower)):
        yield "kin-before"
    if before.lower == "by" and words[run.first - 2].lower in _REPORTED and run.first > 1:
        yield "reported-by"
    if before.text in (",", ":") and run.first > 1 and _title_ends(words, run.first - 2):
        yield "title-behind"


def _told_by_noun(words: list[Word], at: int) -> Iterator[str]:
    """By a noun before that calls the name a medium, or a firm with which one has a contract."""
    noun, earlier = words[at - 1].lower, words[at - 2].lower if at > 1 else ""
    if organizations.is_media_descriptor(noun):
        yield "medium-before"
        if organizations.is_media_qualifier(earlier):
            yield "qualified-medium"
    if noun in ("with", "from") and earlier in _DEALS:
        yield "contract-with"


def _place_in_line(run: Run) -> Iterator[str]:
    words = run.line.words
    if run.first == run.last and run.words[0].text.isupper() and 1 < len(run.words[0].text) < 9 and not run.line.headline:
        k = run.first - (2 if words[run.first - 1].lower == "the" else 1)
        if k > 0 and words[k].lower in ("of", "at") and titles.head_kind(words[k - 1].text):
            yield "acronym-of-title"
    if in_body_slot(run):
        yield "body-slot"
    if is_dateline_agency(run.line.words, run.first):
        yield "dateline-agency"
    if run.line.words[run.first - 1].text in ("•", "-", "–", "*", "·"):
        yield "listed"


def in_body_slot(run: Run) -> bool:
    """Tell whether the run ends an entry of a list, behind a name and a title: "A B, Chief Officer, Run"."""
    words = run.line.words
    if run.first < 4 or words[run.first - 1].text != ",":
        return False
    behind = words[run.last + 1] if run.last + 1 < len(words) else None
    if behind is not None and behind.text not in "-–—•;*":
        return False
    titled = False
    for k in range(run.first - 2, max(0, run.first - 16), -1):
        word = words[k]
        if word.text == ",":
            named = words[k - 1].capital and (words[k - 1].label == "PERSON" or names.is_given_name(words[k - 2].text))
            return titled and named
        if word.mark and word.text != "&":
            return False
        titled = titled or titles.head_kind(word.text) is not None
    return False


def is_dateline_agency(words: list[Word], at: int) -> bool:
    """Tell whether the word in capitals is the agency of a dateline: "ASTANA. May 5. STEPPE NEWS –"."""
    if at == 0 or at > 11 or not words[0].text.isupper():
        return False
    if words[at - 1].text == "(":
        return _is_bracketed_agency(words, at)
    if not words[at].text.isupper() or words[at - 1].text not in ".,":
        return False
    dated = any(names.is_calendar(word.text) for word in words[1:at])
    return dated and all(word.mark or names.is_calendar(word.text) or word.text[0].isdigit() for word in words[1:at])


def _is_bracketed_agency(words: list[Word], at: int) -> bool:
    """Tell whether the name in brackets is the agency of a dateline: "LUNDE, May 24 (Steppe Wire) -"."""
    end = at
    while end < len(words) and words[end].capital and not words[end].mark and end - at < 4:
        end += 1
    closed = end + 1 < len(words) and words[end].text == ")" and words[end + 1].text in ("-", "–", "—", "--", ":")
    return closed and any(names.is_calendar(word.text) for word in words[1:at])


def _complemented_title(words: list[Word], at: int) -> bool:
    """Tell whether the words up to `at` are a title with its complement: "President of Norway X", "akim of the region X"."""
    if words[at].mark or words[at].possessive or not words[at].tag.startswith("NN"):
        return False
    for k in range(at, max(0, at - 8), -1):
        word = words[k]
        if word.mark or word.possessive or word.tag.startswith(("VB", "MD", "PRP", "W")):
            return False
        if word.lower in ("of", "for") and titles.head_kind(words[k - 1].text):
            return True
    return False


def _title_ends(words: list[Word], at: int) -> bool:
    """Tell whether the words up to `at` look like a title with its body: "the museum's director, X"."""
    for k in range(at, max(-1, at - 9), -1):
        if words[k].text in ",.;:•)" and words[k].mark:
            return False
        if titles.head_kind(words[k].text) and not titles.is_plural(words[k].text):
            return True
    return False


def _behind(run: Run) -> Iterator[str]:
    words = run.line.words
    last = words[run.last]
    if last.possessive or run.last + 1 >= len(words):
        return
    following = words[run.last + 1]
    if names.is_speaking(following.lower):
        yield "speaks"
    if following.text in (",", "–", "—", ";", "(", ":") and run.last + 2 < len(words):
        behind = words[run.last + 2]
        if following.text == "," and _is_ranked(words, run.last + 2):
            yield "rules-out"
        elif following.text == "," and behind.text.isdigit() and len(behind.text) < 3 and _closed(words, run.last + 3):
            yield "age"
        elif behind.lower in ("who", "whose") or _once_of(words, run.last + 2):
            yield "who"
        elif following.text != ":" and (_title_begins(words, run.last + 2) or _described(words, run.last + 2)):
            yield "title-behind"
            if run.first and len(run.parts) > 1 and _opens_entry(words, run.first - 1):
                yield "titled-entry"
    elif following.lower in ("who", "whose"):
        yield "who"
    before = words[run.first - 1] if run.first else None
    if before is not None and before.lower in ("said", "says", "asked", "replied", "added"):
        yield "speaks"


def _is_ranked(words: list[Word], at: int) -> bool:
    """Tell whether a rank by size stands at `at`, as firms have it: "the country's second-largest producer of isotopes"."""
    near = words[at : at + 7]
    end = next((k for k, word in enumerate(near) if word.mark and word.text not in "-’'"), len(near))
    return any(word.lower.endswith(("largest", "biggest")) for word in near[:end])


def _once_of(words: list[Word], at: int) -> bool:
    """Tell whether somebody's former place of work stands at `at`: "formerly of the agency", "previously with"."""
    return words[at].lower in _ONCE and at + 1 < len(words) and words[at + 1].lower in ("of", "at", "with", "from")


_ONCE = frozenset(("formerly", "previously", "lately", "latterly", "late"))


def _opens_entry(words: list[Word], at: int) -> bool:
    """Tell whether the word at `at` parts two entries of a list: "; X, director of …", "; and X, …"."""
    return words[at].text == ";" or (at > 0 and words[at].lower == "and" and words[at - 1].text == ";")


def _closed(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].text in ",.;)"


def _title_begins(words: list[Word], at: int) -> bool:
    """Tell whether a title stands within six words from `at` on, before any mark or verb."""
    for k in range(at, min(at + 7, len(words))):
        word = words[k]
        if word.mark and word.text not in "&-":
            return False
        if titles.head_kind(word.text):
            return True
        if word.tag in ("VBD", "VBZ", "VBP", "MD") and word.lower not in _BETWEEN:
            return False
        if word.lower in ("of", "for", "and", "in", "at"):
            return False
    return False


def _described(words: list[Word], at: int) -> bool:
    """Tell whether "a" or "an" and a noun for a human being stand at `at`: "a Norwegian woman", "a survivor of the blast"."""
    if words[at].lower not in ("a", "an"):
        return False
    for word in words[at + 1 : at + 5]:
        if names.is_human(word.text):
            return True
        if word.mark or word.tag[:2] not in ("JJ", "NN", "VB", "CD"):
            return False
    return False


def _model(run: Run) -> Iterator[str]:
    labels = [word.label for word in run.words if word.capital and not word.mark]
    if labels.count("PERSON") * 2 > len(labels):
        yield "model-person"
    elif labels[0] in ("GPE", "LOC", "FAC", "NORP", "LANGUAGE"):
        yield "model-nation"
    elif labels[0] in ("ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"):
        yield "model-other"
