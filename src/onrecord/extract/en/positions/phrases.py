"""Title phrases: a head with its modifiers and complements, and what they say of body, country, status."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.extract.en.names.words import Word
from onrecord.extract.en.positions.scene import Mention, Scene
from onrecord.languages.en import names, titles
from onrecord.model import Organization

_DETERMINERS = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "our", "whose", "another", "one", "this", "each", "my")
)
_ENVOYS = re.compile(r"(?:ambassador|ambassadors|envoy|consul|consul-general|consul general)", re.IGNORECASE)
_DELEGATES = frozenset(("representative", "delegate", "representatives", "envoy", "ambassador", "negotiator"))
_LEGISLATORS = frozenset(
    ("lawmaker", "legislator", "politician", "senator", "mp", "deputy", "lawmakers", "legislators", "politicians")
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")


@dataclass(slots=True, eq=False)
class Phrase:
    """Words `first` to `last` (inclusive) are the title; `outer` and `end` take in what belongs to it but is not title.

    `outer` begins at a determiner, "former", the country's adjective or the body's name before the title; `end` closes a body,
    a country or a date behind it.
    """

    first: int
    last: int
    head: int
    head_last: int
    outer: int
    end: int
    organization: Organization | None = None
    country: str | None = None
    former: bool = False
    qualifier: str | None = None
    plural: bool = False
    determined: bool = False
    complemented: bool = False
    owner: str | None = None
    since: int | None = None
    until: int | None = None
    taken: bool = False
    links: list[str] = field(default_factory=list)

    def organization_closed(self) -> bool:
        """Tell whether the body behind the title is named already."""
        return "body-behind" in self.links


def find(scene: Scene) -> list[Phrase]:
    """Return the title phrases of a line, in text order, without overlaps."""
    found: list[Phrase] = []
    words = scene.words
    at = 0
    while at < len(words):
        length = _head_length(scene, at)
        if not length or at in scene.persons:
            at += 1
            continue
        # "Deputy Director General": the last of adjoining heads rules, the ones before it are its modifiers.
        head = at
        while True:
            following = _next_head(scene, head + length)
            if following is None:
                break
            head, length = following, _head_length(scene, following)
        phrase = _phrase(scene, head, head + length - 1, found[-1].end if found else -1)
        if phrase:
            found.append(phrase)
            at = max(phrase.end + 1, head + length)
        else:
            at = head + length
    return found


def _next_head(scene: Scene, at: int) -> int | None:
    """Return the next head of the same title: at once, or behind modifiers ("Deputy" … "Foreign Minister"), or None."""
    words = scene.words
    capital = words[at - 1].capital
    for k in range(at, min(at + 5, len(words))):
        word = words[k]
        if words[k - 1].possessive or word.mark or k in scene.persons or k in scene.bodies or word.capital != capital:
            return None
        if _head_length(scene, k):
            return k
        if not titles.is_modifier(word.text):
            return None
    return None


def _head_length(scene: Scene, at: int) -> int:
    words = scene.words
    if words[at].mark or at in scene.bodies:
        return 0
    for length in range(titles.longest_head(), 0, -1):
        part = words[at : at + length]
        if len(part) == length and titles.head_kind(" ".join(word.text for word in part)):
            if length == 1 and not _is_noun(scene, at):
                return 0
            return length
    return 0


def _is_noun(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if word.tag.startswith("NN") or word.capital:
        return not (word.lower in ("head", "lead", "chair", "aide", "model", "coach") and word.tag.startswith("VB"))
    return word.tag in ("JJ", "FW") and "-" in word.text and not titles.is_modifier(word.text)


def _phrase(scene: Scene, head: int, head_last: int, floor: int) -> Phrase | None:
    words = scene.words
    if words[head].lower in titles.group("roles") and head - 1 not in scene.bodies:
        return None
    phrase = Phrase(head, head_last, head, head_last, head, head_last)
    phrase.plural = titles.is_plural(" ".join(word.text for word in words[head : head_last + 1]))
    _left(scene, phrase, floor)
    if not words[head_last].possessive:
        _right(scene, phrase)
    if words[head].text == "speaker" and phrase.first == phrase.last and phrase.organization is None:
        return None
    for word in words[phrase.first : phrase.last + 1]:
        phrase.qualifier = phrase.qualifier or titles.qualifier(word.text)
    return phrase


def _left(scene: Scene, phrase: Phrase, floor: int) -> None:
    words, k = scene.words, phrase.head - 1
    while k > floor and k not in scene.persons:
        if "\n" in words[k + 1].gap and scene.line.headline:
            break
        step = _modifier(scene, phrase, k)
        if not step:
            break
        phrase.first = k - step + 1
        k = phrase.first - 1
    phrase.outer = phrase.first
    _frame(scene, phrase, floor)


def _modifier(scene: Scene, phrase: Phrase, k: int) -> int:
    """Return how many words that end at `k` belong to the title as modifiers; 0 where it begins behind `k`."""
    word = scene.words[k]
    if word.mark or word.possessive or k in scene.bodies or titles.says_former(word.text):
        return 0
    if titles.says_current(word.text):
        return int(titles.qualifier(word.text) is not None)
    if k in scene.nations:
        return _nationality(scene, phrase, k)
    if word.lower in ("and", "&"):
        return _joined(scene, phrase, k) if k else 0
    return int(_capital_modifier(scene, phrase, k) if word.capital else _small_modifier(scene, phrase, k))


def _nationality(scene: Scene, phrase: Phrase, k: int) -> int:
    """Return the length of the adjective where it stays in the title: an ambassador is one of a country."""
    words, nation = scene.words, scene.nations[k]
    envoy = _ENVOYS.fullmatch(words[phrase.head].text) and words[phrase.head].capital
    return nation.last - nation.first + 1 if nation.adjective and envoy and nation.last == k else 0


def _capital_modifier(scene: Scene, phrase: Phrase, k: int) -> bool:
    word = scene.words[k]
    if titles.is_modifier(word.text) or titles.head_kind(word.text):
        return True
    name = names.is_function_word(word.text) or names.is_honorific(word.text) or names.is_given_name(word.text)
    place = k in scene.places or word.label in ("GPE", "NORP", "LOC")
    return scene.words[phrase.head].capital and not name and not place and not names.never_names(word.text)


def _small_modifier(scene: Scene, phrase: Phrase, k: int) -> bool:
    words = scene.words
    word = words[k]
    if word.lower in titles.group("quality") or word.lower in _DETERMINERS:
        return False
    if word.lower == "party" and words[phrase.head].lower in _LEGISLATORS:
        return False
    if words[phrase.head].capital:
        return word.lower in ("deputy", "vice", "acting", "interim", "senior", "chief")
    if titles.is_modifier(word.text) or (titles.head_kind(word.text) and word.tag.startswith("NN")):
        return True
    return word.tag in ("NN", "NNS") and not words[phrase.first].capital and word.last.dep in ("compound", "nmod", "amod")


def _joined(scene: Scene, phrase: Phrase, k: int) -> int:
    """Return 2 where "and" at `k` joins two modifiers of one head: "Police and Crime Commissioner"."""
    words = scene.words
    if phrase.first > phrase.head - 1:
        return 0
    before, behind = words[k - 1], words[k + 1]
    if before.mark or before.possessive or titles.head_kind(before.text) or k - 1 in scene.nations or k - 1 in scene.bodies:
        return 0
    if k - 1 in scene.persons or before.capital != behind.capital:
        return 0
    fits = titles.is_modifier(before.text) or (before.tag in ("NN", "NNP") and before.label not in ("GPE", "PERSON", "NORP"))
    return 2 if fits and not titles.head_kind(behind.text) else 0


def _frame(scene: Scene, phrase: Phrase, floor: int) -> None:
    """Take in what stands before the title: former, the country, the body, the determiner."""
    words = scene.words
    while phrase.outer - 1 > floor and phrase.outer - 1 not in scene.persons:
        k = phrase.outer - 1
        word = words[k]
        if "\n" in words[k + 1].gap and scene.line.headline:
            return
        if titles.says_former(word.text):
            phrase.former = True
        elif titles.says_current(word.text) or word.lower in titles.group("quality"):
            phrase.qualifier = phrase.qualifier or titles.qualifier(word.text)
        elif k in scene.bodies and not phrase.determined:
            phrase.organization = phrase.organization or _organization(scene.bodies[k])
            phrase.outer = scene.bodies[k].first
            phrase.links.append("body-before")
            continue
        elif k in scene.nations and not phrase.determined:
            phrase.country = phrase.country or scene.nations[k].country.name
            phrase.outer = scene.nations[k].first
            continue
        elif word.lower in _DETERMINERS:
            phrase.determined = True
            phrase.owner = phrase.owner or (word.lower if word.lower in ("its", "their", "our", "whose") else None)
        elif word.possessive and not phrase.determined:
            phrase.determined = True
            phrase.owner = word.lower
        elif k in scene.places and word.capital:
            phrase.links.append("place-before")
        elif not phrase.determined and _passed(word):
            phrase.links.append("adjective-before")
        else:
            return
        phrase.outer = k


def _passed(word: Word) -> bool:
    """Tell whether the word may stand between an article and a title without being part of the title."""
    small = not word.capital and not word.mark and titles.head_kind(word.text) is None
    return small and word.tag in ("JJ", "NN", "VBN", "VBG", "JJS", "JJR", "RB")


def _organization(mention: Mention) -> Organization | None:
    return mention.entity if isinstance(mention.entity, Organization) else None


def _right(scene: Scene, phrase: Phrase) -> None:
    """Take in what stands behind the head: complements, the body, the country, dates of office."""
    while True:
        k = phrase.end + 1
        word = scene.word(k)
        if word is None or k in scene.persons or scene.words[phrase.end].possessive:
            return
        if word.lower in ("emeritus", "emerita", "designate", "elect", "plenipotentiary", "extraordinary", "at-large"):
            phrase.last = phrase.end = k
        elif word.lower in ("since", "until", "till", "from", "between", "in") and _dates(scene, phrase, k):
            pass
        elif word.lower in ("of", "for", "on", "to", "at", "in", "with", "from", "under") and not phrase.organization_closed():
            if not _complement(scene, phrase, k):
                return
        elif word.lower in ("responsible", "charged") and scene.text(k + 1) in ("for", "with"):
            phrase.last = phrase.end = _charge(scene, k + 2)
        elif word.text == "(" and scene.text(k + 1).startswith("ret") and scene.text(k + 2) == ")":
            phrase.former, phrase.end = True, k + 2
        else:
            return


def _charge(scene: Scene, at: int) -> int:
    """Return the last word of what somebody is "responsible for": up to a full stop, or a comma before a new clause."""
    words, last = scene.words, at
    for k in range(at, len(words)):
        word = words[k]
        if word.text in ".;:!?()" or word.tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT"):
            break
        if word.text == "," and (scene.text(k + 1) in ("in", "who", "which", "whose", "the") or k + 1 in scene.persons):
            break
        last = k
    return last - 1 if words[last].mark or words[last].lower == "and" else last


def _dates(scene: Scene, phrase: Phrase, k: int) -> bool:
    """Take in "since 2015", "until 2016", "from 1967 to 1995"; return whether there was such a thing."""
    word = scene.words[k].lower
    year = k + 1
    while year < k + 4 and (
        names.is_calendar(scene.words[year].text if scene.word(year) else "")
        or scene.text(year) in ("early", "late", "then")
        or (scene.text(year).isdigit() and len(scene.text(year)) < 3)
    ):
        year += 1
    if not _YEAR.match(scene.text(year)):
        return False
    if word in ("until", "till"):
        phrase.until, phrase.former = year, True
    elif (
        word in ("from", "between")
        and scene.text(year + 1) in ("to", "until", "and", "till", "through")
        and _YEAR.match(scene.text(year + 2))
    ):
        phrase.since, phrase.until, phrase.former = year, year + 2, True
        year += 2
    elif word in ("since", "from"):
        phrase.since = year
    else:
        return False
    phrase.end = year
    return True


def _complement(scene: Scene, phrase: Phrase, k: int) -> bool:
    """Take in a complement whose preposition is word `k`; return whether the phrase goes on behind it."""
    preposition = scene.text(k)
    at = k + 1
    determined = scene.text(at) in _DETERMINERS
    at += determined
    word = scene.word(at)
    if word is None or word.mark or at in scene.persons:
        return False
    while determined and word.tag == "JJ" and not word.capital and at + 1 in scene.bodies:
        at += 1
    body = _body_at(scene, at)
    if body and preposition in ("of", "at", "for", "in", "with", "from", "to", "on"):
        if preposition in ("to",):
            phrase.last = phrase.end = body.last
            phrase.complemented = True
            return True
        phrase.organization = _organization(body)
        phrase.end, phrase.complemented = body.last, True
        phrase.links.append("body-behind")
        return True
    if at in scene.nations and not scene.nations[at].adjective:
        return _nation(scene, phrase, preposition, at)
    if preposition in ("at", "with", "from", "under"):
        return False
    return _noun_phrase(scene, phrase, preposition, at, determined=bool(determined))


def _body_at(scene: Scene, at: int) -> Mention | None:
    """Return the body named at `at`, the last one of a chain of possessives ("the ministry's Office on …")."""
    body = scene.bodies.get(at)
    while body and scene.words[body.last].possessive and body.last + 1 in scene.bodies:
        body = scene.bodies[body.last + 1]
    return body if body and (body.first == at or scene.bodies.get(at) is not None) else None


def _nation(scene: Scene, phrase: Phrase, preposition: str, at: int) -> bool:
    nation = scene.nations[at]
    words = scene.words
    envoy = words[phrase.head].lower in _DELEGATES or _ENVOYS.fullmatch(words[phrase.head].text)
    compound = nation.last + 1 < len(words) and words[nation.last + 1].capital and nation.last + 1 in scene.places
    if words[nation.last].possessive:
        return False
    if preposition == "to" or (preposition in ("in", "for") and envoy):
        phrase.last = phrase.end = nation.last
        phrase.complemented = True
        return True
    if preposition == "of":
        onward = scene.text(nation.last + 1) == "to"
        bare = phrase.first == phrase.head and words[phrase.head].lower in ("representative", "delegate")
        phrase.country = phrase.country or nation.country.name
        if onward or bare:
            phrase.last = nation.last
        phrase.end = nation.last
        while compound and phrase.end + 1 in scene.places:
            phrase.end += 1
        return True
    if preposition in ("on", "for") and not words[nation.last].possessive:
        phrase.last = phrase.end = nation.last
        return True
    return False


def _noun_phrase(scene: Scene, phrase: Phrase, preposition: str, at: int, *, determined: bool) -> bool:
    words = scene.words
    last = at - 1
    while last + 1 < len(words):
        k = last + 1
        word = words[k]
        if k in scene.persons or (k in scene.bodies and scene.bodies[k].first == k and k > at):
            break
        nominal = word.tag[:2] in ("NN", "JJ") or word.capital or (word.tag in ("VBG", "VBN", "CD", "PRP$") and k == at)
        joint = word.lower in ("and", "&") and k > at and k + 1 < len(words) and _nominal_after(scene, k + 1)
        if word.mark or not (nominal or joint) or names.is_honorific(word.text):
            break
        last = k
        if word.possessive and not (k + 1 < len(words) and words[k + 1].tag[:2] in ("NN", "JJ")):
            break
    if (
        last < at
        or words[last].lower in ("and", "&")
        or words[last].lower in ("years", "months", "terms", "decades", "weeks", "days")
    ):
        return False
    if last + 1 in scene.persons and titles.head_kind(words[last].text) and not determined:
        # "chief of staff to President X": the complement is a title of somebody else.
        return False
    capital = all(word.capital for word in words[at : last + 1])
    territory = " ".join(word.lower for word in words[phrase.first : phrase.head_last + 1]) in titles.group("territorial") or (
        words[phrase.head_last].lower in titles.group("territorial")
    )
    named = any(words[k].label in ("GPE", "LOC", "FAC") or k in scene.nations for k in range(at, last + 1))
    place = capital and (
        named
        or (territory and preposition == "of" and words[phrase.head_last].lower not in ("minister", "president", "chancellor"))
    )
    envoy = _ENVOYS.fullmatch(words[phrase.head].text)
    generic = determined and last == at and words[at].lower in titles.group("generic")
    if place and not envoy and preposition in ("of", "in"):
        phrase.end = last if preposition == "of" else phrase.end
        return preposition == "of"
    if preposition == "in" and not (envoy or words[at].capital):
        return False
    if generic:
        phrase.owner = words[at].lower
        phrase.end = last
        return True
    phrase.last = phrase.end = last
    phrase.complemented = True
    return not words[last].possessive


def _nominal_after(scene: Scene, k: int) -> bool:
    """Tell whether "and" joins a further noun of the complement and not another title, person or body."""
    word = scene.words[k]
    if word.mark or k in scene.persons or k in scene.bodies or titles.head_kind(word.text) or titles.says_former(word.text):
        return False
    following = scene.word(k + 1)
    if word.capital and following is not None and not following.mark and titles.head_kind(following.text):
        return False
    ahead = [scene.word(j) for j in range(k, min(k + 5, len(scene.words)))]
    for other in ahead:
        if other is None or other.mark or (other.tag[:2] not in ("NN", "JJ") and not other.capital):
            break
        if titles.head_kind(other.text):
            return False
    return word.tag[:2] in ("NN", "JJ") or word.capital
