"""What stands behind the head of a title: complements, the body, the country, the years of office."""

from __future__ import annotations

import re

from onrecord.extract.en.names.nations import Nation
from onrecord.extract.en.positions.phrase import DETERMINERS, ENVOYS, Phrase, organization_of
from onrecord.extract.en.positions.scene import Mention, Scene
from onrecord.languages.en import names, organizations, titles

_DELEGATES = frozenset(("representative", "delegate", "representatives", "envoy", "ambassador", "negotiator"))
_RETIRED = frozenset(("ret", "retd", "rtd", "retired"))
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")


def complete(scene: Scene, phrase: Phrase) -> None:
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
        elif word.lower == "of" and phrase.organization_closed() and (nation := _nation_at(scene, k + 1)):
            phrase.country, phrase.end = nation.country.name, nation.last
        elif word.lower == "and" and scene.text(k + 1) == "plenipotentiary":
            phrase.last = phrase.end = k + 1
        elif word.lower == "by" and scene.text(k + 1) in ("training", "profession", "trade", "education"):
            phrase.end = k + 1  # "a lawyer by training"
        elif word.lower in ("responsible", "charged") and scene.text(k + 1) in ("for", "with"):
            phrase.last = phrase.end = _charge(scene, k + 2)
        elif word.text == "(" and scene.text(k + 1).rstrip(".") in _RETIRED and scene.text(k + 2) == ")":
            phrase.former, phrase.end = True, k + 2
        else:
            return


def _head(scene: Scene, phrase: Phrase) -> str:
    """Return the head of a title, "High" of a High Commissioner included."""
    first = phrase.head - (scene.text(phrase.head - 1) == "high")
    return " ".join(word.text for word in scene.words[first : phrase.head_last + 1])


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
    determined = scene.text(at) in DETERMINERS
    at += determined
    word = scene.word(at)
    dated = (
        word is not None and word.text.isdigit() and at + 1 < len(scene.words) and names.is_calendar(scene.words[at + 1].text)
    )
    dated = dated or (preposition == "in" and word is not None and _YEAR.match(word.text) is not None)
    if word is None or word.mark or at in scene.persons or names.is_calendar(word.text) or dated:
        return False  # "director of the centre on 16 May"
    while determined and at + 1 in scene.bodies and ((word.tag == "JJ" and not word.capital) or word.lower.endswith("-based")):
        at += 1
    owner = scene.nations.get(at)
    if owner and scene.words[owner.last].possessive and owner.last + 1 in scene.bodies:
        # "of Japan's National Secretariat": the state first, then its body.
        phrase.country, at = phrase.country or owner.country.name, owner.last + 1
    body = _body_at(scene, at)
    body = None if body is not None and _lends_noun(scene, body) else body
    if body and preposition in ("of", "at", "for", "in", "with", "from", "to", "on"):
        if preposition in ("to",):
            phrase.last = phrase.end = body.last
            phrase.complemented = True
            return True
        phrase.organization = organization_of(body)
        phrase.end, phrase.complemented = _past_short_form(scene, body), True
        phrase.links.append("body-behind")
        return True
    if at in scene.nations and not scene.nations[at].adjective and not _compounded(scene, scene.nations[at].last):
        return _nation(scene, phrase, preposition, at)
    if preposition in ("at", "with", "from", "under"):
        return False
    return _noun_phrase(scene, phrase, preposition, at, determined=bool(determined))


def _lends_noun(scene: Scene, body: Mention) -> bool:
    """Tell whether a body only says of which kind the noun behind it is ("coordinator for Security Council sanctions")."""
    last, behind = scene.words[body.last].last, scene.word(body.last + 1)
    if behind is None or last.dep not in ("compound", "nmod") or behind.capital or behind.mark:
        return False
    return behind.tag in ("NN", "NNS") and titles.head_kind(behind.text) is None and last.head is behind.last


def _past_short_form(scene: Scene, body: Mention) -> int:
    """Return the last word of a body's name, past its short form in brackets: "of the Northern Water Agency (NWA)"."""
    short = scene.bodies.get(body.last + 2)
    bracketed = scene.text(body.last + 1) == "(" and scene.text(body.last + 3) == ")"
    return body.last + 3 if bracketed and short is not None and short.entity is body.entity else body.last


def _body_at(scene: Scene, at: int) -> Mention | None:
    """Return the body named at `at`, the last one of a chain of possessives ("the ministry's Office on …")."""
    body = scene.bodies.get(at)
    while body and scene.words[body.last].possessive and body.last + 1 in scene.bodies:
        body = scene.bodies[body.last + 1]
    return body if body and (body.first == at or scene.bodies.get(at) is not None) else None


def _nation_at(scene: Scene, at: int) -> Nation | None:
    """Return the country named at `at`, past an article."""
    nation = scene.nations.get(at + (scene.text(at) == "the"))
    return None if nation is None or nation.adjective else nation


def _compounded(scene: Scene, at: int) -> bool:
    """Tell whether the country's name only begins a longer noun ("North Korea Policy")."""
    while scene.text(at + 1) in ("and", "&") and at + 2 in scene.nations:
        at = scene.nations[at + 2].last
    word = scene.word(at + 1)
    if (
        word is None
        or scene.words[at].possessive
        or at + 1 in scene.persons
        or at + 1 in scene.places
        or at + 1 in scene.bodies
    ):
        return False
    return word.capital and not word.mark and word.tag.startswith("NN") and titles.head_kind(word.text) is None


def _nation(scene: Scene, phrase: Phrase, preposition: str, at: int) -> bool:
    nation = scene.nations[at]
    words = scene.words
    envoy = words[phrase.head].lower in _DELEGATES or ENVOYS.fullmatch(_head(scene, phrase))
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
    portfolio = last == at and preposition == "of" and organizations.is_ministry_field(words[at].lower)
    if last + 1 in scene.persons and titles.head_kind(words[last].text) and not determined and not portfolio:
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
    envoy = ENVOYS.fullmatch(_head(scene, phrase))
    generic = determined and last == at and words[at].lower in titles.group("generic")
    if place and not envoy and preposition in ("of", "in"):
        phrase.end = last if preposition == "of" else phrase.end
        return preposition == "of"
    if preposition == "in" and not (envoy or words[at].capital):
        return False
    if generic:
        phrase.owner, phrase.term = words[at].lower, words[at].capital
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
