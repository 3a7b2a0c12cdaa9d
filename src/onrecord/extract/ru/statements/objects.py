"""What a verb of reporting has as its object: высоко оценил вклад …, заявил о готовности …, выступил за вступление …."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ru import clauses, passives
from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import cues, model, vocabulary
from onrecord.model import Span

_TO_SOMEBODY = frozenset({"поблагодарить", "поздравить", "пригласить"})
"""Verbs whose content begins with whom they are about, in any case: поздравил коллегу с назначением."""


def find(reading: Reading, entities: Entities, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Return the words that a verb has as its content, and the manner in which it reports them."""
    if passives.is_passive(verb):
        return passives.said(reading, entities, sentence, verb)
    return (
        _appeal(reading, sentence, verb)
        or _intention(reading, sentence, verb)
        or _for_or_against(reading, sentence, verb)
        or _attention(reading, sentence, verb)
        or _deemed(reading, sentence, verb)
        or _object(reading, sentence, verb)
    )


def _object(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    manner = cues.manner("noun", verb.text) or _characterises(reading, verb) or _gives(verb) or _regards(verb)
    if manner is None or "Inf" in verb.tag or (" Fut" in verb.tag and verb.dep == "ccomp"):
        return None  # заверил, что Казахстан поддержит усилия
    to_somebody = model.lemma(verb.text) in _TO_SOMEBODY
    behind = [t for t in verb.children if t.dep in ("obj", "iobj", "obl") and t.i > verb.i and t.child("case") is None]
    somebody = behind[0] if behind else _right_behind(verb) if to_somebody else None
    target = somebody if to_somebody else _nearest_object(verb)
    if target is None and model.lemma(verb.text) in ("назвать", "называть"):
        target = verb.child("xcomp")  # the parser takes the thing named for what describes its name
    if target is None or (target.i < verb.i and "назв" not in verb.lower):
        return None
    return Span(clauses.first_of(target), clauses.end_of_object(reading, sentence, verb, target)), manner


def _right_behind(verb: Token) -> Token | None:
    """Return the accusative right behind a verb, which the parser hung elsewhere: поблагодарила белорусскую сторону."""
    token = verb.nbor()
    while token is not None and token.sentence == verb.sentence and token.tag.startswith("ADJ Acc"):
        token = token.nbor()
    fits = (
        token is not None
        and token.sentence == verb.sentence
        and token.dep != "nsubj"
        and token.tag.startswith(("NOUN Acc", "PROPN Acc"))
    )
    return token if fits else None


def _appeal(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Read to what somebody called others: призвал все стороны к сдержанности."""
    if model.lemma(verb.text) not in ("призвать", "призывать"):
        return None
    asked = _nearest_object(verb)
    if asked is None:
        return _call(reading, sentence, verb)
    if asked.i < verb.i:
        return None
    leads = (t for t in [asked.nbor(), *asked.subtree, *verb.subtree] if t and t.lower in ("к", "ко") and t.i > asked.i)
    lead = next(leads, None)
    if lead is None:
        return None
    end = max(clauses.end_of_object(reading, sentence, verb, asked), lead.head.end if lead.head.i > lead.i else 0)
    return Span(clauses.first_of(asked), end), "called-for"


def _call(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Read to what somebody called, whoever is meant: призвал к сдержанности и диалогу."""
    to_what = next((t for t in verb.children if t.i > verb.i and " Dat" in t.tag), None)
    case = to_what.child("case") if to_what is not None else None
    if to_what is None or case is None or case.lower not in ("к", "ко"):
        return None
    return Span(case.start, clauses.end_of_object(reading, sentence, verb, to_what)), "called-for"


def _attention(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Read to what somebody called attention: обратил внимание партнёров на последствия испытаний."""
    called = verb.child("obj")
    if called is None or model.lemma(called.text) != "внимание" or called.i < verb.i:
        return None
    behind = (t for t in reading.tokens[called.i + 1 : called.i + _FAR] if t.sentence == verb.sentence)
    led = next((t for t in behind if t.lower in ("на", "к") or t.text in ",.;:«"), None)
    noun = next((t for t in led.ancestors if t.i > led.i), None) if led is not None and led.text.isalpha() else None
    if led is None or noun is None:
        return None
    return Span(led.start, clauses.end_of_object(reading, sentence, verb, noun)), "stressed"


def _deemed(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Read what somebody holds to be necessary or right: считает необходимым пересмотреть договор."""
    if model.lemma(verb.text) not in vocabulary.words("cues", "holding_true"):
        return None
    what = next((t for t in verb.children if t.tag.startswith("ADJ Ins") and t.i > verb.i), None)
    inner = next((t for t in reading.tokens[what.i + 1 : what.i + 3] if " Inf" in t.tag), None) if what is not None else None
    if what is None or inner is None or inner.sentence != sentence.i:
        return None
    return Span(what.start, clauses.end_of_object(reading, sentence, verb, inner)), "believes"


_FAR = 7
"""Words behind a noun within which stands what it governs."""


def _nearest_object(verb: Token) -> Token | None:
    """Return the object behind a verb that stands nearest, since the parser may give one verb two."""
    listed = [t for t in verb.children if t.dep == "obj"]
    return next((t for t in listed if t.i > verb.i), listed[0] if listed else None)


def _regards(verb: Token) -> str | None:
    """Return the manner of a verb that says what somebody holds a thing to be: считает пример лучшим аргументом."""
    named = next((c for c in verb.children if " Ins" in c.tag and c.child("case") is None and c.dep in ("xcomp", "obl")), None)
    thing = verb.child("obj")
    joined = named is not None and thing is not None and thing.i < named.i
    return "believes" if joined and model.lemma(verb.text) in vocabulary.words("cues", "holding_true") else None


def _gives(verb: Token) -> str | None:
    """Return the manner of a verb that only carries its object: дал оценку вкладу, передал приглашение посетить Сеул."""
    carried = vocabulary.table("cues", "carrying").get(model.lemma(verb.text))
    target = verb.child("obj") if carried is not None else None
    if target is None or model.lemma(target.text) != carried:
        return None
    if carried == "оценка":
        return "assessed"
    return "said" if any(" Inf" in t.tag for t in target.children) else None


def _characterises(reading: Reading, verb: Token) -> str | None:
    """Return the manner of a verb that says what somebody is: описала лектора как «человека, который …»."""
    if model.lemma(verb.text) not in vocabulary.words("cues", "characterising"):
        return None
    behind = reading.text[verb.end : reading.sentence_of(verb).span.end]
    return "said" if re.search(r"\bкак\s«", behind) else None


def _intention(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Read what somebody told of as meant or decided (сообщил о намерении провести …)."""
    manner = cues.manner("clause", verb.text)
    agreed = manner == "agreed"  # условились о проведении консультаций
    intentions = vocabulary.words("cues", "intentions")
    noun = next((c for c in verb.children if model.lemma(c.text) in intentions or (agreed and " Loc" in c.tag)), None)
    case = noun.child("case") if noun is not None else None
    links = ("о", "об", "на") if manner in ("stressed", "claimed", "called-for") else ("о", "об")  # указала на недопустимость
    if manner is None or noun is None or case is None or case.lower not in links or case.i < verb.i:
        return None
    return Span(case.start, clauses.end_of_object(reading, sentence, verb, noun)), manner


def _for_or_against(reading: Reading, sentence: Sentence, verb: Token) -> tuple[Span, str] | None:
    """Read what somebody spoke for or against, or judged: выступил за вступление в силу, высоко отозвался об инициативе."""
    for prepositions, kind, manner in (
        (("за", "против"), "for_or_against", "called-for"),
        (("о", "об"), "judging", "assessed"),
    ):
        if model.lemma(verb.text) not in vocabulary.words("cues", kind):
            continue
        for noun in verb.children:
            case = noun.child("case")
            if noun.i > verb.i and case is not None and case.lower in prepositions:
                return Span(case.start, clauses.end_of_object(reading, sentence, verb, noun)), manner
    return None
