"""Titles that a verb gives to its subject or object: "X is director", "X was elected speaker", "X, who heads the institute"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.en.positions import callings
from onrecord.extract.en.positions.chains import Held, linked
from onrecord.extract.en.positions.phrase import Phrase
from onrecord.extract.en.positions.scene import Mention, Scene
from onrecord.languages.en import role_words, titles
from onrecord.languages.reading import Token
from onrecord.model import Organization


def find(scene: Scene, phrases: list[Phrase], last_person: list[Mention]) -> Iterator[Held]:
    """Yield who holds the phrases of one line that no name stands next to, by the grammar of the sentence."""
    before: list[Held] = []
    for number, phrase in enumerate(phrases):
        if phrase.taken:
            continue
        found = list(_predicate(scene, phrase, last_person))
        if not found and before and before[-1].phrase is phrases[number - 1] and linked(scene, before[-1].phrase, phrase):
            found = [replace(one, phrase=phrase) for one in before]  # "is a fellow of A in Lunde and a former adviser to B"
        before = found
        yield from found
    yield from _leaders(scene, last_person)
    for verb, calling, past in callings.find(scene):
        holder = None if _unreal(verb) else _holder(scene, verb, "calling", last_person)
        if holder is not None:
            yield Held(scene, calling, holder[0], "calling", "former" if past else None)


def _predicate(scene: Scene, phrase: Phrase, last_person: list[Mention]) -> Iterator[Held]:
    named = _named_as(scene, phrase)
    if named is not None:
        yield Held(scene, phrase, named, "as-title")
        return
    token = scene.words[phrase.head_last].last
    verb, rule = _governor(token)
    if verb is None:
        return
    if rule == "title-is-name":
        mention = _mention(scene, verb)
        if mention:
            past = token.head.lower in ("was", "were")
            yield Held(scene, phrase, mention, rule, "former" if past else None)
        return
    holder = None if _unreal(verb) else _holder(scene, verb, rule, last_person)
    if holder is None:
        return
    mention, sure = holder
    praised = "adjective-before" in phrase.links and phrase.determined
    if phrase.plural or (praised and not sure):
        return
    yield Held(scene, phrase, mention, rule, _tense(verb, rule))


def _named_as(scene: Scene, phrase: Phrase) -> Mention | None:
    """Return who is named right before "as" and the title, behind a word of appointment: "the election of X as head"."""
    at = phrase.outer - 2
    if scene.text(at + 1) != "as":
        return None
    if scene.text(at) == ")":  # "Admiral X (Ret.) as head"
        at = next((k for k in range(at, max(-1, at - 5), -1) if scene.text(k) == "("), 0) - 1
    mention = scene.persons.get(at)
    if mention is None:
        return None
    for k in range(mention.first - 1, max(-1, mention.first - _LONGEST_APPOINTMENT), -1):
        if scene.text(k) in ".;:!?":
            return None
        if scene.text(k) in titles.group("appoint") | titles.group("appointments"):
            return mention
    return None


_LONGEST_APPOINTMENT = 16
"""Words from "appointed" to the last of several who are, each with an office ("X as chair and Y as a member")."""


def _unreal(verb: Token) -> bool:
    """Tell whether the clause is denied or only imagined: "is not a lawyer", "if elected president", "would be head"."""
    for child in verb.children:
        if child.dep == "neg" or (child.dep == "mark" and child.lower in ("if", "unless", "whether")):
            return True
        if child.dep == "aux" and child.lower in ("would", "could", "might", "may", "should", "can"):
            return True
    return False


def _governor(token: Token) -> tuple[Token | None, str]:
    """Return the verb that gives the title and the name of the rule, or the person's token for "whose head is X"."""
    while token.dep == "conj" and token.head.tag.startswith("NN"):
        token = token.head
    head = token.head
    found: tuple[Token | None, str] = (None, "")
    if token.dep == "attr" and head.lower in titles.group("be") | titles.group("become"):
        found = head, "name-is-title"
    elif token.dep in ("attr", "oprd", "dobj", "xcomp", "acomp") and head.lower in titles.group("become"):
        found = head, "name-became-title"
    elif token.dep in ("oprd", "attr", "dobj", "ccomp", "xcomp", "npadvmod") and head.lower in titles.group("appoint"):
        found = head, "appointed-title"
    elif token.dep == "pobj" and head.lower == "as" and _sworn(head) is not None:
        found = _sworn(head), "sworn-in"
    elif token.dep == "pobj" and head.lower == "as":
        verb = head.head
        while verb.tag == "IN" and verb.lower != "on" and verb.head is not verb:
            verb = verb.head  # "served as X from 1979 to 1983 and as Y until 1996"
        if verb.lower == "on" and verb.head.tag.startswith("VB"):
            verb = verb.head  # "stays on as"
        fits = verb.lower in titles.group("serve") | titles.group("appoint") | titles.group("tenures") | titles.group("engage")
        found = (verb, "as-title") if fits or (verb.tag.startswith("VB") and head.i < verb.i) else found
    elif token.dep == "pobj" and head.lower == "of" and head.head.lower in titles.group("posts"):
        post = head.head
        verb = post.head.head if post.dep == "pobj" else post.head
        found = (verb, "post-of-title") if verb.tag.startswith("VB") else found
    elif token.dep in ("nsubj", "nsubjpass") and head.lower in titles.group("be"):
        found = head.child("attr"), "title-is-name"
    return found


_SWEARING = frozenset(role_words.forms("swear"))


def _sworn(as_: Token) -> Token | None:
    """The name in "swore in X as director", whom the parser takes for a place: what "as" and its title hang on."""
    name = as_.head
    if name.dep == "pobj" and name.head.lower == "in" and name.head.head.lower in _SWEARING:
        return name
    return None


def _mention(scene: Scene, token: Token) -> Mention | None:
    at = scene.word_of(token)
    return scene.persons.get(at) if at is not None else None


def _beside(scene: Scene, thing: Token) -> Mention | None:
    """The one person inside the object, where the parser takes the title for its head ("named Deputy Minister X as envoy")."""
    first, last = scene.word_of(thing.subtree[0]), scene.word_of(thing.subtree[-1])
    if first is None or last is None or not thing.tag.startswith("NNP"):
        return None
    inside = [one for one in scene.mentions() if first <= one.first and one.last <= last]
    return inside[0] if len(inside) == 1 else None


def _holder(scene: Scene, verb: Token, rule: str, last_person: list[Mention]) -> tuple[Mention, bool] | None:
    """Return the mention of the verb's subject (or object, for "named X director"), and whether the text names it there."""
    oath = rule == "as-title" and verb.lower in _SWEARING and verb.child("nsubjpass", "auxpass") is None and verb.tag != "VBN"
    if rule == "sworn-in" or oath:
        at = scene.word_of(verb) or 0
        sworn = next((one for one in scene.mentions() if one.first > at), None) if oath else _mention(scene, verb)
        return (sworn, True) if sworn is not None else None
    thing = verb.child("dobj") if rule in ("appointed-title", "as-title") else None
    if thing is None and rule == "as-title" and verb.lower in titles.group("appoint"):
        thing = verb.child("oprd")  # "named Deputy Minister X as acting minister"
    passive = verb.child("nsubjpass", "auxpass") is not None or verb.dep in ("relcl", "acl")
    mention = _mention(scene, thing) or _beside(scene, thing) if thing is not None and not passive else None
    if mention:
        return mention, True
    if thing is not None and not passive and rule == "appointed-title":
        return None
    if verb.tag.startswith("NN"):
        owner = verb.child("poss")
        if owner is None and verb.head.tag.startswith("VB"):  # "spent ten years as director"
            return _subject(scene, verb.head, last_person) if verb.head.lower in titles.group("serve") else None
        return _resolved(scene, owner, last_person) if owner is not None else None
    return _subject(scene, verb, last_person)


def _subject(scene: Scene, verb: Token, last_person: list[Mention]) -> tuple[Mention, bool] | None:
    """Return the mention of a verb's subject, through joined, subordinate and relative clauses."""
    for _ in range(6):
        subject = verb.child("nsubj", "nsubjpass")
        if subject is not None and subject.lower not in ("who", "that", "which"):
            return _resolved(scene, subject, last_person)
        if verb.dep in ("relcl", "acl") and (subject is not None or verb.dep == "acl"):
            found = _antecedent(scene, verb, subject)
            return (found, True) if found else None
        if verb.dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp"):
            return None
        verb = verb.head.head if verb.dep == "pcomp" else verb.head
    return None


def _antecedent(scene: Scene, verb: Token, who: Token | None) -> Mention | None:
    """Return whom a relative clause is about: the name right before "who", else the head it hangs on or what that names."""
    at = scene.word_of(who) if who is not None else None
    if at is not None:
        near = scene.persons.get(at - 1) or (scene.persons.get(at - 2) if scene.text(at - 1) in (",", "–", "—") else None)
        if near:
            return near
    head = verb.head
    mention = _mention(scene, head)
    # "X, the daughter of Y, who was elected": the relative clause belongs to the apposition, and that to X.
    while mention is None and head.dep in ("appos", "conj") and head.head is not head:
        head = head.head
        mention = _mention(scene, head)
    return mention or _nearest_apposed(scene, verb.head)


def succession(scene: Scene, held: list[Held], last_person: list[Mention]) -> Iterator[Held]:
    """Yield the office of somebody's predecessor: "X succeeded Y" gives Y what X holds, as former."""
    for word in scene.words:
        if word.lower not in (
            "succeeded",
            "succeeds",
            "succeeding",
            "replaced",
            "replaces",
            "replacing",
        ) or not word.tag.startswith("VB"):
            continue
        thing = word.first.child("dobj")
        other = _mention(scene, thing) if thing is not None else None
        holder = _subject(scene, word.first, last_person)
        if other is None or holder is None or holder[0].entity is other.entity:
            continue
        office = next((one for one in held if one.mention.entity is holder[0].entity and one.status != "former"), None)
        if office and not office.phrase.former:
            yield Held(office.scene, office.phrase, other, "predecessor", "former")


def _nearest_apposed(scene: Scene, noun: Token) -> Mention | None:
    """Return the person whose comma opens the noun phrase of `noun`: "X, the eldest daughter of Y, who …"."""
    at = scene.word_of(noun)
    if at is None:
        return None
    for k in range(at, max(-1, at - 10), -1):
        if scene.text(k) == "," and (k - 1) in scene.persons:
            return scene.persons[k - 1]
        if scene.words[k].mark:
            return None
    return None


def _resolved(scene: Scene, token: Token, last_person: list[Mention]) -> tuple[Mention, bool] | None:
    mention = _mention(scene, token)
    if mention is None and not token.tag.startswith("PRP"):
        mention = next((found for child in token.children if child.dep == "appos" and (found := _mention(scene, child))), None)
    if mention is not None:
        return mention, True
    if token.lower in ("his", "her"):
        at = scene.word_of(token) or 0
        before = [one for one in scene.mentions() if one.last < at]
        return (before[-1], False) if before else None
    if token.lower in ("he", "she"):
        return _pronoun(scene, token, last_person)
    return None


def _pronoun(scene: Scene, token: Token, last_person: list[Mention]) -> tuple[Mention, bool] | None:
    """Return whom "he" or "she" means where there is one person to choose: the last subject before, nobody named since."""
    at = scene.word_of(token) or 0
    before = [one for one in scene.mentions() if one.last < at]
    sentence = [one for one in before if scene.words[one.first].first.sentence == token.sentence]
    if len({one.entity.id for one in sentence}) > 1:
        return None
    if sentence:
        return sentence[0], False
    if before:
        last = scene.words[before[-1].first].first.sentence
        near = [one for one in before if scene.words[one.first].first.sentence == last]
        subjects = [one for one in near if scene.words[one.last].last.dep in ("nsubj", "nsubjpass")]
        return (subjects[0], False) if subjects else ((near[0], False) if len({one.entity.id for one in near}) == 1 else None)
    return (last_person[0], False) if last_person else None


def _tense(verb: Token, rule: str) -> str | None:
    words = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")} | {verb.lower}
    if rule == "appointed-title":
        return None
    if rule == "name-is-title":
        return "former" if words & {"was", "were"} or (verb.lower == "been" and "had" in words) else None
    if rule == "as-title" and verb.lower in titles.group("engage") and words & {"was", "were", "had"}:
        return "former"  # "was hired as an interpreter" tells of a job back then
    if rule in ("as-title", "post-of-title"):
        past = verb.tag == "VBD" and words.isdisjoint(
            titles.group("appoint") | {"sworn", "swore", "took", "resumed", "assumed"}
        )
        return "former" if past or verb.lower in ("resigned", "retired", "serving", "years", "stepped", "left") else None
    return None


def _leaders(scene: Scene, last_person: list[Mention]) -> Iterator[Held]:
    for word in scene.words:
        if not titles.is_leading_verb(word.lower) or not word.tag.startswith("VB") or (word.capital and not word.opening):
            continue
        token = word.first
        led = _object(scene, token)
        if led is None or any(child.lower == "as" and child.dep == "prep" and child.i < token.i for child in token.children):
            continue
        last, organization, passive = led
        held = None if passive else _holder(scene, token, "leads", last_person)
        holders = _agents(scene, token) if passive else [held[0]] if held is not None else []
        if not holders:
            continue
        phrase = Phrase(word.i, word.i if organization else last, word.i, word.i, word.i, last)
        phrase.organization = organization
        if not organization:
            _inner_body(scene, phrase, last)
        had = any(child.dep == "aux" and child.lower == "had" for child in token.children)
        past = (token.tag == "VBD" or had) and not passive
        for holder in holders:
            yield Held(scene, phrase, holder, "leads", "former" if past else None)


def _inner_body(scene: Scene, phrase: Phrase, last: int) -> None:
    for k in range(last + 1, min(last + 4, len(scene.words))):
        body = scene.bodies.get(k)
        if body and isinstance(body.entity, Organization):
            phrase.organization = body.entity
            phrase.end = body.last
            return
        if scene.text(k) not in ("of", "at", "in", "the"):
            return


def _object(scene: Scene, verb: Token) -> tuple[int, Organization | None, bool] | None:
    """Return the last word of what is led, the body that it is, and whether the verb is passive."""
    passive = verb.tag == "VBN" and (verb.child("agent") is not None)
    thing = _led_by(verb) if passive else _led_object(verb)
    if thing is None or (passive and _is_party_of(scene, thing)):
        return None
    at = scene.word_of(thing)
    if at is None:
        return None
    body = scene.bodies.get(at)
    if body and isinstance(body.entity, Organization):
        return (verb_word(scene, verb) if passive else body.last), body.entity, passive
    if passive or thing.lower not in titles.group("led"):
        return None
    if scene.words[at].capital:
        return verb_word(scene, verb), None, passive  # "headed the Centre": the verb alone is the title
    last = at
    if scene.text(at + 1) == "of" and scene.word(at + 2) and scene.words[at + 2].tag.startswith("NN"):
        last = at + 2
    return last, None, False


def _led_by(verb: Token) -> Token | None:
    """The noun that is led by somebody: the subject, what the participle hangs on, or the subject that it opens for."""
    if verb.dep == "advcl" and verb.i < verb.head.i:
        return verb.child("nsubjpass") or verb.head.child("nsubj")  # "Chaired by X, the Council meets"
    return verb.child("nsubjpass") or (verb.head if verb.dep == "acl" else None)


def _led_object(verb: Token) -> Token | None:
    """The noun that is led: the object, or what stands behind "over" ("presides over the union")."""
    thing = verb.child("dobj")
    over = next((p for p in verb.children if p.dep == "prep" and p.lower == "over"), None) if thing is None else None
    if over is not None and not verb.lower.startswith("presid"):
        return None
    thing = over.child("pobj") if over is not None else thing
    superlative = thing is not None and any(
        t.tag in ("JJS", "RBS") or t.lower == "first" for t in thing.subtree if t.i < thing.i
    )
    return None if superlative else thing  # "is leading the most … Administration in history", "led the first group to visit"


_PARTIES = frozenset(("team", "delegation", "mission", "group", "party", "staff", "crew", "inspectors", "experts"))


def _is_party_of(scene: Scene, thing: Token) -> bool:
    """Tell whether those led are sent by the body that the participle follows: "a team of the agency led by X"."""
    at = scene.word_of(thing)
    first = scene.bodies[at].first if at is not None and at in scene.bodies else None
    while first is not None and first > 0 and scene.text(first - 1) in ("the", "of", "from"):
        first -= 1
    return first is not None and first > 0 and scene.text(first - 1) in _PARTIES


def verb_word(scene: Scene, verb: Token) -> int:
    """Return the number of the verb's word."""
    return scene.word_of(verb) or 0


def _agents(scene: Scene, verb: Token) -> list[Mention]:
    by = verb.child("agent")
    thing = by.child("pobj") if by is not None else None
    found = []
    while thing is not None:
        mention = _mention(scene, thing)
        found += [mention] if mention is not None else []
        thing = thing.child("conj")
    return found
