"""Which quotation a verb attributes to its subject: behind its colon, before it with a dash, behind «как подчеркнул X»."""

from __future__ import annotations

import re

from onrecord.extract.ru.quotations import Quote
from onrecord.extract.ru.statements.speakers import Speakers
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import cues
from onrecord.model import Person, Span

FEWEST = 2
"""Words of what stands in guillemets and may be said, behind a colon; before its verb there are FEWEST_BEFORE."""

FEWEST_BEFORE = 4
"""Words in guillemets before a comma and a verb, which else are a name: X из группы «Корея – Казахстан», считает …."""

FEWEST_UNMARKED = 8
"""Words in guillemets from which on they are no name, where no mark stands before the verb behind them."""

_ATTRIBUTED = re.compile(r"[,.]?\s?[–—-]{1,2}\s|,\s$")
"""What stands between a quotation and the verb that attributes it: «…», – сказал X; «…», сказал X."""

_LED = re.compile(r"[,.]?\s?[–—-]{1,2}\s(?:[а-яё-]+[оеи]\s)?")

_SENT = ("обращени", "видеообращени", "приветстви", "послани", "письмо", "телеграмм", "записк")
"""What somebody sends that is then quoted behind a colon: прислал видеообращение: «…»."""

_WORDS = re.compile(
    r",?\s?[–—-]{1,2}\s(?P<cue>(?:с\s|вот\s)?(?:так|эт)[а-я]+\sслов[а-я]*|слова|так\s(?:нач|заверш|законч|откры|счита|дума|полага|говор|оцени|описа|объясн)[а-я]+)\s"
)
"""Words that point back at a quotation, before any verb: «…», – такими словами открыл форум X."""


def quote_of(reading: Reading, verb: Token, free: list[Quote], quoted: list[Quote]) -> Quote | None:
    """Return the quotation that a verb attributes, or None.

    Args:
        reading: the document's reading.
        verb: a verb of reporting, or any verb with a subject.
        free: the quotations of its sentence that have no speaker yet.
        quoted: all quotations of its sentence.
    """
    for quote in free:
        words = len(quote.inner.of(reading.text).split())
        if words < FEWEST:
            continue
        led = (reading.text[verb.end : quote.outer.start] if verb.end <= quote.outer.start else "").rstrip()
        first = not any(q.outer.start > verb.end and q.outer.end < quote.outer.start for q in quoted)
        nearer = led.endswith(":") and _is_taken(reading, verb, quote)
        if first and not nearer and (led.endswith(":") or (led.endswith(",") and _begins_with_as(verb))):
            return quote
        before = reading.text[quote.outer.end : verb.start] if quote.outer.end <= verb.start else None
        if before == " " and words >= FEWEST_UNMARKED and _opens(reading, verb, quote):
            return quote  # «…» написал X
        if before is not None and words >= FEWEST_BEFORE and _ATTRIBUTED.match(before) and len(before) < 60:
            return quote
    return None


def _opens(reading: Reading, verb: Token, quote: Quote) -> bool:
    """Tell whether a sentence begins with a quotation and the subject of the verb stands behind it."""
    subject = verb.child("nsubj")
    led = quote.outer.start - reading.sentence_of(verb).span.start <= 1
    return led and subject is not None and subject.i > verb.i and verb.tag.startswith("VERB Fin")


def is_attribution(reading: Reading, speakers: Speakers, verb: Token, quote: Quote) -> bool:
    """Tell whether a verb of any meaning attributes a quotation: – вздохнула X behind a dash; X повторял: «…»."""
    after = verb.nbor()
    if after is not None and after.text == ":" and 0 < quote.outer.start - after.end <= 1 and verb.tag.startswith("VERB Fin"):
        subject = verb.child("nsubj")
        return subject is not None and subject.i < verb.i and speakers.named(subject) is not None
    if _leads_behind_name(reading, speakers, verb, quote):
        return True
    sent = verb.child("obj") if verb.tag.startswith("VERB Fin Past") else None
    if sent is not None and sent.end + 1 <= quote.outer.start <= sent.end + 2 and sent.lower.startswith(_SENT):
        return True
    led = _LED.fullmatch(reading.text[quote.outer.end : verb.start]) is not None
    subject = verb.child("nsubj")
    behind = led and subject is not None and subject.i > verb.i
    if not behind or subject is None or not verb.tag.startswith("VERB Fin"):
        return False
    return speakers.named(subject) is not None or speakers.points(subject)


def _leads_behind_name(reading: Reading, speakers: Speakers, verb: Token, quote: Quote) -> bool:
    """Tell whether the name of who does something stands right before a colon and words: Слово взяла X: «…»."""
    subject = verb.child("nsubj")
    behind = subject is not None and subject.i > verb.i and verb.tag.startswith("VERB Fin Past")
    if not behind or subject is None or quote.outer.start < subject.end:
        return False
    led = reading.text[subject.start : quote.outer.start].rstrip()
    named = [s for s, e in speakers.entities.within(Span(subject.start, quote.outer.start)) if isinstance(e, Person)]
    return bool(named) and led.endswith(":") and named[-1].end - subject.start == len(led) - 1


def words_behind(text: str, quote: Quote, sentence: Span) -> Span | None:
    """Return the words behind a quotation that point back at it (с этих слов, такими словами), or None."""
    match = _WORDS.match(text, quote.outer.end, sentence.end)
    return Span(*match.span("cue")) if match else None


def is_own(verb: Token) -> bool:
    """Tell whether a verb inside speech is what the speaker does by speaking: я называю это чудом."""
    return verb.tag.endswith(" 1")


def _is_taken(reading: Reading, verb: Token, quote: Quote) -> bool:
    """Tell whether another verb of reporting stands nearer to a quotation: Отвечая на вопрос, X сказал: «…»."""
    between = reading.between(Span(verb.end, quote.outer.start))
    finite = [t for t in between if t.tag.startswith("VERB Fin") and cues.manner("clause", t.text)]
    return verb.tag.startswith("VERB Conv") and bool(finite)


def _begins_with_as(verb: Token) -> bool:
    before = verb.nbor(-1)
    while before is not None and before.sentence == verb.sentence and before.tag.startswith(("PRON", "ADJ", "ADV", "DET")):
        if before.lower == "как":
            break
        before = before.nbor(-1)  # Как он сам заявил
    return before is not None and before.lower == "как"
