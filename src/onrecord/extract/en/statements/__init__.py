"""Who said what in English text."""

from __future__ import annotations

from onrecord.extract.en.coreference import Referents
from onrecord.extract.en.statements.added import by_added_cues
from onrecord.extract.en.statements.complements import contents
from onrecord.extract.en.statements.context import Context, Found, Passage
from onrecord.extract.en.statements.forms import negated
from onrecord.extract.en.statements.nominal import by_nominal_cues
from onrecord.extract.en.statements.spans import is_direct
from onrecord.extract.en.statements.speakers import relative_of, relay_of, speaker_of
from onrecord.extract.en.statements.transcripts import turns_of_transcript
from onrecord.extract.en.statements.turns import Turns
from onrecord.extract.en.statements.viewpoints import by_viewpoint
from onrecord.extract.en.statements.who import identified
from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading
from onrecord.model import Person, Span, Statement, Who

LEAST_WORDS = 4
"""Words of a reported content, at least: a shorter one is a remark about a word, not a statement."""


def find(reading: Reading, entities: Entities, referents: Referents) -> tuple[Statement, ...]:
    """Return the statements, in text order."""
    context = Context(reading, entities)
    found, labelled = turns_of_transcript(context)
    turns = Turns(context, labelled)
    found += turns.read()
    used = turns.used
    for passage in context.passages:
        if passage.number in labelled:
            continue
        found += by_added_cues(context, passage, used)
        found += by_viewpoint(context, passage, used)
        found += by_nominal_cues(context, passage, used)
        found += _verbal(context, passage, used)
    found = [f for f in found if f.parts and _is_long_enough(context, f) and not _is_thing(context, f)]
    return tuple(_statement(context, referents, f, n) for n, f in enumerate(_kept(context, found), 1))


def _verbal(context: Context, passage: Passage, used: set[int]) -> list[Found]:
    found = []
    for token in passage.outside:
        cue = context.verb(token)
        if cue is None or token.i in used:
            continue
        found += [
            Found(
                spans,
                context.cue_tokens(token, cue),
                speaker_of(context, token),
                negated(token, cue.takes[construction]),
                f"verb-{construction}",
                relay_of(token) or context.relays.get(token.i),
                relative_of(context, token),
            )
            for construction, spans in contents(context, token, cue)
        ]
    return found


def _kept(context: Context, found: list[Found]) -> list[Found]:
    """Leave out what stands inside another statement's content; quotations and added cues win, then the longer content."""

    def rank(f: Found) -> tuple[bool, int, int]:
        inner = f.rule.startswith(("verb", "noun", "adjective"))
        return inner, -sum(part.end - part.start for part in f.parts), f.parts[0].start

    # What names its speaker beside the words is surer than whose turn it would be.
    found = [f for f in found if f.cue or not any(other.cue and other.parts == f.parts for other in found)]
    found = [f for f in found if not any(_reports(context, other, f) for other in found)]
    kept: list[Found] = []
    for candidate in sorted(found, key=rank):
        place = candidate.cue[0].span if candidate.cue else candidate.parts[0]
        if not any(part.contains(place) for other in kept for part in other.parts):
            kept.append(candidate)
    return sorted(kept, key=lambda f: (f.parts[0].start, -f.parts[-1].end, f.cue[0].start if f.cue else 0))


def _reports(context: Context, outer: Found, inner: Found) -> bool:
    """Tell whether a few quoted words and their cue stand in a clause that is reported ("said he had told them “no”")."""
    if outer.rule != "verb-clause" or inner.rule not in ("quotation-then-cue", "cue-then-quotation"):
        return False
    if _words(context, inner) >= LEAST_WORDS:
        return False
    spans = [inner.cue[0].span, *inner.parts]
    return all(any(part.contains(span) for part in outer.parts) for span in spans)


def _is_long_enough(context: Context, found: Found) -> bool:
    """Tell whether a reported content has four words (LEAST_WORDS); a quotation may be shorter."""
    if not found.rule.startswith(("verb", "noun", "adjective", "according", "in-view", "as-", "viewpoint", "of-one")):
        return True
    return _words(context, found) >= LEAST_WORDS


def _words(context: Context, found: Found) -> int:
    return sum(t.text[:1].isalnum() for part in found.parts for t in context.reading.between(part))


def _is_thing(context: Context, found: Found) -> bool:
    """Tell whether nobody speaks: the reader ("you"), or a thing that neither wants, asks nor praises anything."""
    head = found.speaker
    told = head is not None and any(c.dep in ("prep", "relcl") for c in head.children)  # "one of the marchers", "one who asked"
    if head is not None and head.lower in ("you", "one") and not told and context.quotation_of(head) is None:
        return True
    if found.manner == "wants" and found.mention is not None and head is not None and head.tag in ("NN", "NNS"):
        # "those who want to see the archive": the clause tells which ones are meant, and reports nobody's wish.
        return True
    if head is None and found.manner == "wants" and found.rule == "verb-infinitive":
        return True  # "it is expected to take place in May"
    if head is None and found.rule == "verb-charging" and found.cue and found.cue[0].lower == "thank":
        return True  # "Thank you for being here tonight."
    if head is None or found.manner == "found" or found.rule in ("verb-clause", "according-to"):
        return False
    return head.lower in context.cues.things and head.tag[:3] != "NNP" and context.entities.at(head) is None


def _statement(context: Context, referents: Referents, found: Found, number: int) -> Statement:
    text = context.text
    speaker, span = identified(context, referents, found.speaker)
    if found.mention is not None and span is not None:
        span = found.mention.span
    relayed_by, _ = identified(context, referents, found.relay)
    cue = Span(found.cue[0].start, found.cue[-1].end) if found.cue else None
    return Statement(
        id=f"s{number}",
        content=tuple(part.of(text) for part in found.parts),
        content_spans=tuple(found.parts),
        speaker=speaker,
        speaker_span=span,
        direct=is_direct(context, found.parts),
        cue=cue.of(text) if cue else "",
        cue_span=cue,
        manner=_manner(context, found, speaker),
        relayed_by=relayed_by,
        rule=found.rule,
    )


def _manner(context: Context, found: Found, speaker: Who | None) -> str:
    """Return how it was said: a medium reports in writing, a person who reports speaks ("the director reported that …")."""
    spoken = found.manner == "wrote" and isinstance(speaker, Person)
    verbs = [cue.base for token in found.cue if (cue := context.verb(token))] if spoken else []
    return "said" if "report" in verbs else found.manner
