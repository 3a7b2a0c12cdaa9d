"""Attributions that a sentence puts between commas: …, сообщила X. При этом, уверен X, … Документ, по данным X, опубликуют."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.entities import Entities
from onrecord.extract.ru import clauses
from onrecord.extract.ru.names import people
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import cues, model, vocabulary
from onrecord.model import Person, Span

LONGEST = 14
"""Words of an attribution between two commas, a name with its office and body."""

_CARRIERS = frozenset({"передать", "передавать"})
"""Verbs with which an agency signs its own report: передает корреспондент агентства."""


_REPORTERS = frozenset({"корреспондент", "собкор", "спецкор", "репортер"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a sentence says outside an attribution, and the verb or the noun of source that stands in it."""

    parts: tuple[Span, ...]
    head: Token
    source: tuple[Token, ...] | None
    """The words behind по словам, по данным, none behind по его словам; None where a verb reports."""

    aside: Span | None = None
    """Its words from their comma on, where как or a dash leads them, so that the rest may report somebody else besides."""


def find(sentence: Sentence, entities: Entities) -> Attribution | None:
    """Return the attribution that a sentence puts behind a comma, at its end or inside it, or None."""
    tokens = sentence.tokens
    commas = _commas(sentence, entities)
    for k, at in enumerate(commas):
        after = commas[k + 1] if k + 1 < len(commas) else None
        ends = after if after is not None else _last(tokens)
        inner = _behind_dash(tokens[at + 1 : ends])
        if not inner or len(inner) > LONGEST or at == 0:
            continue
        source = _source(inner)
        correlates = inner[0].lower == "как" and tokens[at - 1].lower in _CORRELATIVE  # после того, как
        verb = _reporting(inner) if source is None and not correlates else None
        if source is None and verb is None:
            continue
        if source is None and after is not None and _governs(tokens[after + 1 :]):
            continue
        before = Span(tokens[0].start, tokens[at - 1].end)
        goes_on = past_description(sentence, entities, after) if after is not None else ends
        behind = Span(tokens[goes_on + 1].start, tokens[-1].end) if after is not None and goes_on + 1 < len(tokens) else None
        if [t.lower for t in tokens[goes_on + 1 : goes_on + 3]] == ["об", "этом"]:
            behind = None  # …, рассказал X, об этом сообщает агентство
        if tokens[0].lower in ("о", "об") and tokens[1].lower in ("том", "этом", "чем"):
            return None  # О том, как устроена охрана, рассказал X: told about, not said
        parts = [before, behind] if behind is not None and _says(tokens[:at]) else [behind or before]
        head = verb or next(t for t in inner[1:3] if cues.is_source(inner[0].text, t.text))
        aside = Span(tokens[at].start, inner[-1].end) if inner[0].lower == "как" or len(inner) < ends - at - 1 else None
        return Attribution(tuple(p for p in parts if p is not None), head, source, aside)
    return None


def _commas(sentence: Sentence, entities: Entities) -> list[int]:
    """The commas outside guillemets, brackets and names, by their place in the sentence."""
    found, depth = [], 0
    for k, token in enumerate(sentence.tokens):
        depth += (token.text in "«(") - (token.text in "»)")
        if token.text == "," and depth == 0 and entities.at(token) is None:
            found.append(k)
    return found


def past_description(sentence: Sentence, entities: Entities, comma: int) -> int:
    """Return the place of the comma, or of the last word, at which the words for a source end.

    As in: По словам Анны Берг, директора музея, которая вела встречу, … and …, сообщила Анна Берг, директор музея.

    Args:
        sentence: the sentence.
        entities: what the text names.
        comma: the place in the sentence of the first comma behind the name.
    """
    tokens, commas = sentence.tokens, _commas(sentence, entities)
    for after in (*(at for at in commas if at > comma), _last(tokens)):
        if not _describes(tokens[comma + 1 : after], entities):
            break
        comma = after
    return comma


def _describes(part: list[Token], entities: Entities) -> bool:
    """Tell whether words between commas say who somebody is, and do not tell what happened or name somebody else."""
    if not part:
        return False
    if part[0].lower in _RELATIVE or part[0].tag.startswith("VERB Part"):
        return True
    if any(t.dep == "root" or t.tag.startswith("VERB Inf") for t in part):
        return False  # По его словам, дипломатам важно знать детали
    office = any(people.is_title(t) for t in part[:6])
    return office and not any(t.tag.startswith("VERB Fin") or isinstance(entities.at(t), Person) for t in part)


_RELATIVE = frozenset(
    {"который", "которая", "которое", "которые", "которого", "которой", "которых", "чей", "чья", "чьё", "чье", "чьи"}
)


def _last(tokens: list[Token]) -> int:
    return len(tokens) - 1 if tokens[-1].text in (".", "!", "…") else len(tokens)


def _source(inner: list[Token]) -> tuple[Token, ...] | None:
    """Return the words that tell whose view stands behind по словам, or None."""
    if len(inner) < 3:
        return None
    noun = next((k for k in (1, 2) if cues.is_source(inner[0].text, inner[k].text)), None)
    return tuple(inner[noun + 1 :]) if noun is not None else None


def _behind_dash(inner: list[Token]) -> list[Token]:
    """Return the words of an attribution without the dash that leads it: …, – уверен X."""
    return inner[1:] if inner and inner[0].text in ("–", "—", "-") else inner


def _reporting(inner: list[Token]) -> Token | None:
    """Return the verb of words that are nothing but a report: отметил X; как ранее отметил X; как он отметил."""
    if inner[0].lower != "как":
        return inner[0] if _reports(inner) else None
    at = next((k for k, t in enumerate(inner[:_FURTHEST]) if t.tag.startswith("VERB Fin")), None)
    if at is None:
        return None
    told = [t for t in inner[1:at] if not t.tag.startswith(("ADV", "PRON", "PART"))]
    if not told:
        pronoun = next((t for t in inner[1:at] if t.tag.startswith("PRON Nom")), None)
        alone = pronoun is not None and cues.manner("clause", inner[at].text) is not None
        return inner[at] if alone or _reports(inner[at:]) else None
    subject = inner[at].child("nsubj")  # как посол отметил
    return inner[at] if subject in told and cues.manner("clause", inner[at].text) is not None else None


_CORRELATIVE = frozenset(
    {"того", "тем", "так", "такой", "такого", "тому", "там", "тогда", "столь", "настолько", "такая", "такое"}
)
"""Words that как behind their comma answers, so that it leads to no report."""

_FURTHEST = 8
"""Words behind как within which its verb stands."""


def _says(before: list[Token]) -> bool:
    """Tell whether words before an attribution belong to what is said, and do not only lead to it (При этом, уверен X, …)."""
    return any(" Nom" in t.tag or t.tag.startswith(("VERB", "PROPN")) or t.dep.startswith("nsubj") for t in before)


def _reports(inner: list[Token]) -> bool:
    """Tell whether words are a verb of reporting and its subject behind it, and nothing else."""
    verb = inner[0]
    if not (verb.tag.startswith("VERB Fin") or cues.is_short(verb.text)) or len(inner) < 2:
        return False
    if cues.manner("clause", verb.text) is None or model.lemma(verb.text) in _CARRIERS or " First" in verb.tag:
        return False
    subject = verb.child("nsubj")
    if subject is not None and subject.i < verb.i:
        return False
    if any(model.lemma(t.text) in _REPORTERS for t in inner[1:3]):
        return False  # an agency signs its own report: сообщает корреспондент агентства
    others = [t for t in inner[1:] if t.tag.startswith("VERB") or t.lower in ("что", "чтобы", "как", "если", "о", "об")]
    housed = inner[1].lower in ("в", "во") and any(t.head is verb or t.head is inner[2] for t in inner[2:3])
    named = [t for t in inner[1:] if t.text[:1].isupper() or " Nom" in t.tag or housed]
    return not others and bool(named) and inner[1].text not in (":", "«", "–")


def before_carrier(verb: Token, end: int) -> int:
    """Return where the words for a speaker end: at `end`, or where an agency signs: – сообщили в МИД, передает Интерфакс."""
    comma = verb.nbor()
    while comma is not None and comma.end <= end and comma.sentence == verb.sentence:
        after = comma.nbor()
        told = after is not None and (model.lemma(after.text) in _CARRIERS or cues.manner("clause", after.text) is not None)
        if comma.text == "," and after is not None and told and after.tag.startswith("VERB Fin"):
            return comma.start
        comma = after
    return end


def without_carrier(reading: Reading, entities: Entities, words: Span) -> Span:
    """Return words up to where an agency signs its report: осудило испытание, передает Stepnews.kz со ссылкой на МИД."""
    for token in reading.between(words):
        verb = token.nbor() if token.text == "," else None
        if verb is not None and verb.text in "–—-":
            verb = verb.nbor()
        if verb is not None and words.start < token.start and verb.end <= words.end and _signs(verb, entities):
            return Span(words.start, token.start)
    return words


def _signs(verb: Token, entities: Entities) -> bool:
    """Tell whether a verb in the present tense and who reports behind it sign a report: сообщает корреспондент агентства."""
    said = model.lemma(verb.text) in _CARRIERS or cues.manner("clause", verb.text) == "said"
    who = verb.nbor() if verb.tag.startswith("VERB Fin Pres") and said else None
    while who is not None and (who.text == "«" or who.tag.startswith("ADJ")):
        who = who.nbor()
    if who is None or who.sentence != verb.sentence:
        return False
    press = model.lemma(who.text) in _REPORTERS or model.lemma(who.text) in vocabulary.words("organizations", "press")
    return press or entities.organization_at(who) is not None


def only_carries(entities: Entities, verb: Token, comma: Token, sentence: Sentence) -> bool:
    """Tell whether an agency leads what it says that somebody said: Как сообщает Интерфакс, министр заявил, что …."""
    behind = (t for t in sentence.tokens if verb.i < t.i < comma.i)
    body = next((t for t in behind if entities.organization_at(t) is not None), None)
    if not verb.tag.startswith("VERB Fin Pres") or body is None:
        return False
    links = [t for t in sentence.tokens if t.i > comma.i and t.text == "," and (after := t.nbor()) and after.lower == "что"]
    return any(_is_report(t) for link in links if (t := link.nbor(-1)) is not None)


def _governs(rest: list[Token]) -> bool:
    """Tell whether what follows a comma is what the verb before it governs: отметил министр, что X придет."""
    first = rest[0].lower if rest else ""
    return first in _GOVERNED


_GOVERNED = frozenset(
    {"что", "чтобы", "который", "которая", "которое", "которые", "которого", "которую", "где", "комментируя", "как"}
)


def about_this(reading: Reading, sentence: Sentence) -> tuple[Span, Token] | None:
    """Return what a sentence says the words before it are whose, or it itself, and the verb.

    As in: Об этом сообщил X. Такое мнение высказал X. О том, что …, сообщил X. …, об этом сообщил X.
    """
    if (inside := _about_that(sentence)) is not None:
        return inside
    before = clauses.sentence_before(reading, sentence)
    words = sentence.span.of(reading.text)
    leads = vocabulary.load("cues")["pointing_back"]
    lead = next((lead for lead in leads if words.startswith((f"{lead} ", f"{lead},"))), None) if before is not None else None
    if before is None or lead is None:
        return None
    verb = next((t for t in sentence.tokens if t.tag.startswith("VERB Fin")), None)
    reporter = any(" Dat" not in t.tag and model.lemma(t.text) in _REPORTERS for t in sentence.tokens)
    carried = reporter or verb is None or model.lemma(verb.text) in _CARRIERS
    reports = leads[lead] == "view" or (verb is not None and cues.manner("clause", verb.text) is not None)
    return None if verb is None or carried or not reports else (before.span, verb)


def _about_that(sentence: Sentence) -> tuple[Span, Token] | None:
    """Return the words of a sentence that an об этом or о том, что inside it stands for, and its verb."""
    tokens = sentence.tokens
    words = [t.lower for t in tokens]
    if words[:4] == ["о", "том", ",", "что"]:
        ends = next((k for k in range(len(tokens) - 2, 3, -1) if words[k] == "," and _is_report(tokens[k + 1])), None)
        return (Span(tokens[4].start, tokens[ends - 1].end), tokens[ends + 1]) if ends is not None and ends > 4 else None
    at = next((k for k in range(3, len(tokens) - 2) if words[k : k + 2] == ["об", "этом"]), None)
    if at is None or words[at - 1] not in (",", "–", "—"):
        return None
    verb = next((t for t in tokens[at + 2 :] if t.tag.startswith("VERB Fin")), None)
    if (
        verb is not None
        and " Pres" in verb.tag
        and any(t.text == "," and _reports(tokens[k + 1 : at - 1]) for k, t in enumerate(tokens[: at - 2]))
    ):
        return None  # …, рассказал X, об этом сообщает агентство
    last = tokens[at - 3 if words[at - 2] == "," else at - 2]
    return (Span(tokens[0].start, last.end), verb) if verb is not None and _is_report(verb) else None


def _is_report(verb: Token) -> bool:
    """Tell whether a verb reports what its subject says, and does not only carry the news."""
    carries = model.lemma(verb.text) in _CARRIERS or any(model.lemma(t.text) in _REPORTERS for t in verb.children)
    return verb.tag.startswith("VERB Fin") and cues.manner("clause", verb.text) is not None and not carries


def colon_behind(verb: Token) -> Token | None:
    """Return the colon behind a verb and its subject: уточнила: …; ей возразила эксперт Y: мол, …."""
    mark = _past_listeners(verb)
    if mark is not None and mark.text != ":":
        subject = next((t for t in verb.children if t.dep == "nsubj" and t.i > verb.i), None)
        words = [t for t in subject.subtree if t.i > verb.i and t.text != ":"] if subject is not None else []
        mark = max(words, key=lambda t: t.i).nbor() if words and len(words) <= LONGEST else None
    return mark if mark is not None and mark.text == ":" and mark.sentence == verb.sentence else None


def _past_listeners(verb: Token) -> Token | None:
    """Return what stands behind a verb, and behind those whom or where it tells something: напомнил собравшимся: …."""
    mark = verb.nbor()
    words: list[Token] = []
    while mark is not None and mark.sentence == verb.sentence and mark.text != ":" and len(words) < LONGEST:
        words.append(mark)
        mark = mark.nbor()
    told = all(t.tag.startswith(("NOUN", "ADJ", "PROPN", "DET", "ADP", "VERB Part")) for t in words)
    heard = words and (" Dat" in words[0].tag or words[0].lower in ("в", "на"))
    ends = mark is not None and mark.text == ":" and mark.sentence == verb.sentence
    return mark if told and heard and ends else verb.nbor()


def behind_particle(colon: Token) -> Token:
    """Return the colon, or the comma behind мол, дескать that says that another's words follow."""
    particle = colon.nbor()
    comma = particle.nbor() if particle is not None and particle.lower in ("мол", "дескать") else None
    return comma if comma is not None and comma.text == "," else colon


_ASKS = re.compile(r"(?:^|[.!?…]\s)[А-ЯЁ][а-яё]+(?:ите|йте|итесь|йтесь)(?:,?\s[^.!?…]{1,80})?[.…]?$")
"""How a question of an interview ends that has no question mark: … Расскажите. Опишите, пожалуйста, ваш первый день."""


def asks(words: str) -> bool:
    """Tell whether what is said in an interview asks for an answer."""
    return words.endswith("?") or _ASKS.search(words.rstrip()) is not None
