"""How far the words reach that a verb of reporting governs: a clause with что, an infinitive, an object."""

from __future__ import annotations

from itertools import takewhile

from onrecord.languages.reading import Reading, Sentence, Token
from onrecord.languages.ru import cues, model, vocabulary
from onrecord.model import Span


def sentence_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence before one in its paragraph."""
    before = reading.sentences[sentence.i - 1] if sentence.i else None
    return before if before is not None and before.paragraph == sentence.paragraph else None


def near_infinitive(reading: Reading, verb: Token) -> Token | None:
    """An infinitive behind the verb and its object that the parser hung on the object (призвал стороны сохранить мир)."""
    for token in reading.tokens[verb.i + 1 : verb.i + 5]:
        if token.sentence != verb.sentence or token.tag.startswith("VERB Fin") or token.text in (",", "«", ":"):
            return None
        if token.tag.startswith("VERB Inf"):
            return token
    return None


def first_of(target: Token) -> int:
    """Return where the words of an object begin that stand behind its verb."""
    return min(t.start for t in target.subtree if t.i > target.head.i or t.i >= target.i)


def end_of_object(reading: Reading, sentence: Sentence, verb: Token, target: Token) -> int:
    """The end of what hangs on a verb behind its object, before the next verb that is joined to it."""
    joined = [c for c in verb.children if c.dep in ("conj", "parataxis") and c.tag.startswith("VERB") and c.i > target.i]
    if joined:
        return reading.tokens[_joint(joined[0], target) - 1].end
    if (further := _done_next(verb, target)) is not None:
        return reading.tokens[further.i - 2].end
    ends = _beside_done(reading, verb, target)
    last = max(t.end for t in [*verb.subtree, *target.subtree] if t.sentence == sentence.i and t.i < ends)
    return _past_misread(last, sentence, verb)


def opens_clause(token: Token) -> bool:
    """Tell whether a word opens a clause inside another: что, если, который."""
    return token.tag.startswith("SCONJ") or token.lower.startswith("котор")


def _done_next(verb: Token, target: Token) -> Token | None:
    """Return the verb of the same form that и joins to a verb behind its object, wherever the parser hangs it."""
    token = target.nbor()
    while token is not None and token.sentence == verb.sentence:
        if opens_clause(token) or token.text == "«":
            return None
        before = token.nbor(-1)
        if token.tag == verb.tag and before is not None and before.lower == "и":
            return token
        token = token.nbor()
    return None


def _past_misread(end: int, sentence: Sentence, verb: Token) -> int:
    """Return where the words of an object end that the parser hangs before its verb: подчеркнул важность … вблизи границ."""
    behind = list(takewhile(_goes_on, (t for t in sentence.tokens if t.start >= end)))
    top = next((t for t in behind[0].ancestors if t.start < end), None) if behind else None
    joined = verb.dep == "conj" and top is verb.head  # …, проинформировал о ходе работ и выразил признательность … за помощь
    misread = top is not None and top.i < verb.i and (joined or top not in verb.ancestors)
    return behind[-1].end if misread else end


def _goes_on(token: Token) -> bool:
    """Tell whether a word can belong to what stands before it: no mark, verb or conjunction."""
    return not token.tag.startswith(("PUNCT", "CCONJ", "VERB", "SCONJ")) and token.text not in "«»"


def _beside_done(reading: Reading, verb: Token, target: Token) -> int:
    """Return the number of the comma behind an object behind which a clause tells what else was done: …, пообещав …."""
    done = [c for c in verb.children if c.tag.startswith("VERB Conv") and c.i > target.i]
    starts = [min(t.i for t in c.subtree if t.i > target.i) for c in done]
    commas = [k if reading.tokens[k].text == "," else k - 1 for k in starts]
    return min((k for k in commas if k > target.i and reading.tokens[k].text == ","), default=len(reading.tokens))


def _joint(verb: Token, target: Token) -> int:
    """Return the number of the first word of a joined verb behind an object, less what the parser hangs on it before."""
    own = {t.i for t in verb.subtree if t.i > target.i}
    first = verb.i
    while first - 1 in own:
        first -= 1
    return first


def behind_that(reading: Reading, verb: Token) -> tuple[Span, Span] | None:
    """Return content and cue of V, что …: also behind a noun (выразила уверенность, что) or на то, (что)."""
    token, cue_end = verb.nbor(), verb.end
    steps = 0
    while token is not None and token.sentence == verb.sentence and steps < 12:
        links = _HOW if model.lemma(verb.text) in vocabulary.words("cues", "narrating") else _THAT
        if token.lower in links and token.nbor(-1) is not None and token.nbor(-1).text == ",":  # type: ignore[union-attr]  # checked
            before = reading.tokens[verb.i + 1 : token.i - 1]
            noun = [t for t in before if model.lemma(t.text) in vocabulary.words("cues", "phrases")]
            if noun:
                cue_end = noun[-1].end
            elif before and before[-1].lower in ("то", "того"):  # указал на то, что; исходит из того, что
                cue_end = before[-1].end
            return _clause(reading, verb, token), Span(verb.start, cue_end)
        nearer = token.tag.startswith("VERB Conv") and cues.manner("clause", token.text) is not None  # возразил, заметив, что
        told = _told_to(reading, token) if token.text == "«" and token.i == verb.i + 1 else None
        if nearer or token.tag.startswith("VERB Fin") or (token.text in (":", "«") and told is None):
            return None
        token, steps = (told or token).nbor(), steps + 1
    return None


def asked(reading: Reading, verb: Token) -> Span | None:
    """Return the question behind a verb of asking and a comma: поинтересовалась, не осложнит ли это отношения."""
    comma = verb.nbor()
    first = comma.nbor() if comma is not None and comma.text == "," and comma.sentence == verb.sentence else None
    if comma is None or first is None:
        return None
    lead = reading.tokens[first.i : first.i + 4]
    if first.lower not in _QUESTIONS and not any(t.lower == "ли" and t.sentence == verb.sentence for t in lead):
        return None
    return Span(first.start, reading.sentence_of(verb).tokens[-1].end)


def _told_to(reading: Reading, opening: Token) -> Token | None:
    """Return the end of the name in guillemets to whose bearer a verb tells something: заявил «Вестнику», что …."""
    closing = next((t for t in reading.tokens[opening.i : opening.i + 6] if t.text == "»"), None)
    rest = [t.text for t in reading.tokens[closing.i + 1 : closing.i + 3]] if closing is not None else []
    return closing if rest == [",", "что"] else None


_THAT = frozenset({"что", "чтобы"})
_HOW = _THAT | {"как"}
"""What leads to the content of a verb of reporting; вспоминал, как …: of one that tells a story."""


def _clause(reading: Reading, verb: Token, that: Token) -> Span:
    """The words behind что up to the end of the sentence, or to the next verb of reporting that is joined to this one."""
    last = reading.sentence_of(verb).tokens[-1]
    joined = [
        c
        for c in verb.children
        if c.dep == "conj" and c.i > that.i and (cues.manner("clause", c.text) or cues.manner("noun", c.text))
    ]
    end = reading.tokens[min(t.i for t in joined[0].subtree if t.i > that.i) - 1].end if joined else last.end
    resumed = next((t for t in reading.sentence_of(verb).tokens if t.i > that.i and resumes(t) is verb), None)
    if resumed is not None:
        end = min(end, reading.tokens[resumed.i - 3].end)
    start = that.nbor()
    return Span(start.start if start else that.end, end)


def resumes(verb: Token) -> Token | None:
    """Return the verb of reporting whose subject a verb behind its clause shares: X заверил, что …, и пригласил учёных."""
    link = verb.nbor(-1)
    comma = link.nbor(-1) if link is not None else None
    reports = cues.manner("clause", verb.text) or cues.manner("noun", verb.text) or cues.manner("infinitive", verb.text)
    if link is None or comma is None or link.lower not in ("и", "а") or comma.text != "," or not reports:
        return None
    if not verb.tag.startswith("VERB Fin Past") or verb.child("nsubj") is not None or comma.sentence != verb.sentence:
        return None
    token, led = comma.nbor(-1), False
    while token is not None and token.sentence == verb.sentence:
        led = led or token.lower in _THAT
        if led and token.tag == verb.tag and cues.manner("clause", token.text):
            return token
        token = token.nbor(-1)
    return None


def extent(inner: Token, verb: Token) -> Span:
    """Return the words of an infinitive behind the verb that governs it, with whom it asks (призвала восемь стран ускорить …).

    What follows without a mark is the infinitive's, also where the parser hangs it on the verb.
    """
    words = [t for t in inner.subtree if t.i > verb.i] or [inner]
    ends = next((c.i for c in verb.children if c.dep == "conj" and c.i > inner.i and c.tag.startswith("VERB Fin")), None)
    words = [t for t in words if ends is None or t.i < ends - 1] or words  # призвал вернуться и пообещал помощь
    asked = [t for t in verb.children if t.dep in ("obj", "iobj", "nummod:gov") and verb.i < t.i < words[0].i]
    first = min((t for head in asked for t in head.subtree if t.i > verb.i), key=lambda t: t.i, default=words[0])
    last = words[-1]
    while (after := last.nbor()) is not None and after.sentence == verb.sentence and _is_hung(after, verb, inner):
        last = max(after.subtree, key=lambda t: t.i)
    last = _asked(last, verb)
    return Span(first.start if first.i == verb.i + 1 else words[0].start, last.end)


def _asked(last: Token, verb: Token) -> Token:
    """Return the end of the question behind an infinitive, which the parser may hang elsewhere: изучить, как ….

    It goes on to the next comma behind its own verb, or to the end of the sentence.
    """
    comma = last.nbor()
    asks = comma.nbor() if comma is not None and comma.text == "," and comma.sentence == verb.sentence else None
    if comma is None or asks is None or asks.lower not in _QUESTIONS:
        return last
    token, told = asks, False
    while (after := token.nbor()) is not None and after.sentence == verb.sentence:
        if (after.text == "," and told) or after.text in ".!?":
            break
        told = told or after.tag.startswith("VERB Fin")
        token = after
    return token if told else last


_QUESTIONS = frozenset({"как", "какие", "какой", "какая", "какое", "почему", "зачем", "где", "когда", "кто", "куда", "сколько"})
"""Words that open a question inside a sentence."""


def _is_hung(token: Token, verb: Token, inner: Token) -> bool:
    """Tell whether a word right behind an infinitive hangs on a verb before it as its object or what goes with that."""
    above = {verb.i, verb.head.i, inner.i}
    head = token
    while head.head is not head and head.head.i > token.i:
        head = head.head  # an adjective or preposition leads to its noun
    return token.text[:1].isalnum() and head.dep in ("obj", "obl", "nmod", "iobj") and head.head.i in above


def is_editors(verb: Token) -> bool:
    """Tell whether those who write the page say something themselves (Напомним, что …)."""
    before = verb.nbor(-1)
    opens = before is None or before.sentence != verb.sentence
    return opens and verb.lower.endswith("м") and " Fin" in verb.tag and verb.child("nsubj") is None and " Past" not in verb.tag
