"""Title phrases: a head with its modifiers and complements, and what they say of body, country, status."""

from __future__ import annotations

import re

from onrecord.extract.en.names.words import Word
from onrecord.extract.en.positions.complements import complete
from onrecord.extract.en.positions.phrase import DETERMINERS, ENVOYS, Phrase, organization_of
from onrecord.extract.en.positions.scene import Scene
from onrecord.languages.en import names, titles

_PREFIX = re.compile(r"(ex|then|former)[-‐–](?=\w{3})", re.IGNORECASE)
_LEGISLATORS = frozenset(
    ("lawmaker", "legislator", "politician", "senator", "mp", "deputy", "lawmakers", "legislators", "politicians")
)


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
        if phrase and found and _is_over_body(scene, phrase, found[-1]):
            found[-1].end = phrase.end
            at = phrase.end + 1
        elif phrase and found and _is_principal(scene, phrase, found[-1]):
            found[-1].last = found[-1].end = phrase.end
            at = phrase.end + 1
        elif phrase:
            found.append(phrase)
            at = max(phrase.end + 1, head + length)
        else:
            at = head + length
    return found


def _is_over_body(scene: Scene, phrase: Phrase, before: Phrase) -> bool:
    """Tell whether an office is the one under which a body stands: "Director of the Academy under the President of Norland"."""
    return before.organization is not None and phrase.outer == before.end + 2 and scene.text(before.end + 1) == "under"


def _is_principal(scene: Scene, phrase: Phrase, before: Phrase) -> bool:
    """Tell whether an office is the one that the holder of another stands for: "Envoy of the UN Secretary-General, X"."""
    beside = phrase.first == before.end + 1 and "body-behind" in before.links
    stands_for = scene.text(before.head) in titles.group("standing_for")
    return beside and stands_for and phrase.end + 1 not in scene.persons


def _next_head(scene: Scene, at: int) -> int | None:
    """Return the next head of the same title: at once, or behind modifiers ("Deputy" … "Foreign Minister"), or None."""
    words = scene.words
    capital = words[at - 1].capital
    for k in range(at, min(at + 5, len(words))):
        word = words[k]
        if words[k - 1].possessive or word.mark or k in scene.persons or k in scene.bodies or word.capital != capital:
            return None
        if _head_length(scene, k):
            # "Chairman Rep. X": two titles.
            return None if names.is_abbreviated_title(word.text) and not names.is_abbreviated_title(words[k - 1].text) else k
        if not titles.is_modifier(word.text):
            return None
    return None


def _head_length(scene: Scene, at: int) -> int:
    words = scene.line.words
    word = words[at]
    if word.mark or at in scene.bodies or (at in scene.places and "-" in word.text):
        return 0  # "in Nur-Sultan, Minister X": a city and no sultan
    for length in range(min(titles.longest_head(word.text), len(words) - at), 1, -1):
        if titles.head_kind(" ".join([each.text for each in words[at : at + length]])):
            return length
    return int(titles.head_kind(word.text) is not None and _is_noun(scene, at))


def _is_noun(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if word.text in ("major", "private"):
        return at + 1 in scene.persons
    if word.tag.startswith("NN") or word.capital:
        return not (word.lower in ("head", "lead", "chair", "aide", "model", "coach") and word.tag.startswith("VB"))
    if word.tag in ("JJ", "FW") and "-" in word.text:
        return not titles.is_modifier(word.text)
    return word.lower == "general" and at + 1 in scene.persons  # "retired general X", an adjective for the parser


def _phrase(scene: Scene, head: int, head_last: int, floor: int) -> Phrase | None:
    words = scene.words
    if words[head].lower in titles.group("roles") and head - 1 not in scene.bodies and not _is_job(scene, head):
        return None
    phrase = Phrase(head, head_last, head, head_last, head, head_last)
    phrase.plural = titles.is_plural(" ".join(word.text for word in words[head : head_last + 1]))
    _left(scene, phrase, floor)
    if not words[head_last].possessive:
        complete(scene, phrase)
    bare = words[head].text == "speaker" and phrase.first == phrase.last and phrase.organization is None
    if bare and phrase.owner not in ("its", "their"):
        return None
    prefix = _PREFIX.match(words[phrase.first].text)
    if prefix:
        phrase.cut = prefix.end()
        phrase.former = phrase.former or prefix[1].lower() != "then"
    for word in words[phrase.first : phrase.last + 1]:
        phrase.qualifier = phrase.qualifier or titles.qualifier(word.text)
    return phrase


def _is_job(scene: Scene, head: int) -> bool:
    """Tell whether a part played at occasions is a living: "hired as an interpreter", "a junior official at the ministry"."""
    k = head - 1
    while k > 0 and titles.is_modifier(scene.words[k].text):
        k -= 1
    if k < head - 1 and k in scene.bodies and head + 1 in scene.persons:
        return True  # "EU chief observer X"
    jobs = ("official", "interpreter", "translator", "driver", "worker", "agent")
    if scene.text(head) in jobs and scene.text(head + 1) in ("at", "with"):
        return any(k in scene.bodies for k in range(head + 2, head + 4))
    verb = scene.text(head - 3)
    hired = verb in titles.group("engage") or verb in ("work", "works", "worked", "working")
    return hired and scene.text(head - 2) == "as" and scene.text(head - 1) in ("a", "an")


def _left(scene: Scene, phrase: Phrase, floor: int) -> None:
    words, k = scene.words, phrase.head - 1
    while k > floor and k not in scene.persons:
        if ("\n" in words[k + 1].gap and scene.line.headline) or _ends_dateline(words[k], words[k + 1]):
            break
        step = _modifier(scene, phrase, k)
        if not step:
            break
        phrase.first = k - step + 1
        k = phrase.first - 1
    phrase.outer = phrase.first
    _frame(scene, phrase, floor)
    owner = phrase.outer - 1
    if (owner == floor >= 0 or owner in scene.persons) and words[owner].possessive:
        phrase.determined = True  # "the President's adviser": the owner is another title, or a name


def _ends_dateline(word: Word, following: Word) -> bool:
    """Tell whether a word in capitals is the agency of a dateline, which is read apart from the sentence behind it."""
    return word.text.isupper() and len(word.text) > 3 and word.last.sentence != following.first.sentence


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
    if words[phrase.head].text == "Attorney" and phrase.head == phrase.head_last and nation.last == k:
        return nation.last - nation.first + 1  # "U.S. Attorney"
    envoy = ENVOYS.fullmatch(words[phrase.head].text) and words[phrase.head].capital
    if not (nation.adjective and envoy and nation.last == k):
        return 0
    phrase.country = nation.country.name
    return nation.last - nation.first + 1


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
    if word.lower in titles.group("quality") or word.lower in DETERMINERS:
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
            phrase.organization = phrase.organization or organization_of(scene.bodies[k])
            phrase.outer = scene.bodies[k].first
            phrase.links.append("body-before")
            continue
        elif k in scene.nations and not phrase.determined:
            phrase.country = phrase.country or scene.nations[k].country.name
            phrase.outer = _past_rank(scene, phrase, scene.nations[k].first, floor)
            continue
        elif word.lower in DETERMINERS:
            phrase.determined = True
            phrase.owner = phrase.owner or (word.lower if word.lower in ("its", "their", "our", "whose") else None)
        elif word.possessive and not phrase.determined:
            phrase.determined = True
            phrase.owner, phrase.term = word.lower, word.capital
        elif k in scene.places and word.capital:
            phrase.links.append("place-before")
        elif not phrase.determined and word.capital and _lends_name(scene, phrase, k):
            phrase.links.append("name-before")
        elif not phrase.determined and _passed(word):
            phrase.links.append("adjective-before")
        else:
            return
        phrase.outer = k


def _past_rank(scene: Scene, phrase: Phrase, at: int, floor: int) -> int:
    """Take in a rank before the country at `at`, and return where the phrase begins: "assistant U.S. secretary of state"."""
    if at - 1 <= floor or scene.text(at - 1) not in titles.group("under"):
        return at
    phrase.first = at - 1
    return at - 1


def _lends_name(scene: Scene, phrase: Phrase, k: int) -> bool:
    """Tell whether a capitalised name that is no known body stands before a title in small letters ("Solidarity leader")."""
    word = scene.words[k]
    plain = not scene.words[phrase.head].capital and not word.opening and word.tag in ("NNP", "NNPS") and not word.possessive
    return plain and not names.is_honorific(word.text) and not names.is_function_word(word.text)


def _passed(word: Word) -> bool:
    """Tell whether the word may stand between an article and a title without being part of the title."""
    small = not word.capital and not word.mark and titles.head_kind(word.text) is None
    acting = word.tag == "VBG" and word.last.child("dobj") is not None  # "the agency quoting Norlandic minister X"
    return small and not acting and word.tag in ("JJ", "NN", "VBN", "VBG", "JJS", "JJR", "RB")
