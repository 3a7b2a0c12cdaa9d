"""Cues added to a sentence that report the rest of it: "…, she said, …", "according to …", "as … put it", "in her view"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from onrecord.extract.en.statements.context import Context, Found, Passage
from onrecord.extract.en.statements.spans import content_span
from onrecord.extract.en.statements.speakers import speaker_of, subject_of
from onrecord.languages.reading import Token
from onrecord.model import Span

_BREAKS = frozenset((",", "–", "—", "-", "--", "―"))
RELAYING = frozenset(("report", "write", "post", "publish", "relay", "quote"))
"""Verbs of media, which pass on what others said."""

_NOMINAL = ("NN", "DT", "JJ", "PR", "CD")
_LONGEST = 16
"""Tokens of an added cue with its subject and adverbials, at most; a longer one is a clause of its own."""


def by_added_cues(context: Context, passage: Passage, used: set[int]) -> list[Found]:
    """Return the statements of a paragraph that a cue added to their sentence makes; `used` receives the cue verbs."""
    found = []
    for token in passage.outside:
        made = _parenthesis(context, token, used) or _according(context, token) or _possessed(context, token)
        if made is not None:
            used.update(t.i for t in made.cue)
            found.append(made)
    return found


# --- "…, she said, …" and "…, as she put it, …" ---------------------------------------------------------------------------


def _parenthesis(context: Context, verb: Token, used: set[int]) -> Found | None:
    cue = context.verb(verb)
    manner = cue.manner("speech") if cue else None
    if cue is None or manner is None or verb.i in used or verb.tag == "VB":
        return None
    subject = _inverted_subject(context, verb) or subject_of(context, verb)
    if subject is None or subject.tag in ("WDT", "WP", "EX") or subject.lower == "it":
        return None
    own = _own_words(context.cue_tokens(verb, cue), subject, spoken_to="person" in cue.takes)
    if not _is_set_off(context, own):
        return None
    clause = _clause_of(context.reading.sentence_of(verb).tokens, own)
    parts = rest_of(context, _behind_colon(clause, own), own)
    if not parts or not _is_clause(context, parts) or _is_told_on(context, verb, parts):
        return None
    rule = "as-parenthesis" if own[0].lower == "as" else "parenthesis"
    speaker = subject if subject.i > verb.i else speaker_of(context, verb)
    if cue.base in RELAYING and (reporting := _main_report(context, verb)) is not None and speaker is not None:
        context.relays[reporting.i] = speaker
        return None
    return Found(parts, context.cue_tokens(verb, cue), speaker, manner, rule)


def _is_told_on(context: Context, verb: Token, parts: list[Span]) -> bool:
    """Tell whether what stands around a cue tells of the saying itself: "Last week she ruled so, saying it was thin"."""
    tokens = context.reading.between(parts[-1])
    first = tokens[0] if tokens else None
    hangs = first is not None and first.head is verb and first.dep == "advcl" and first.tag == "VBG"
    return len(parts) > 1 and hangs and not _is_clause(context, parts[:1])


def _behind_colon(tokens: list[Token], own: list[Token]) -> list[Token]:
    """Leave out what introduces a reported clause: "Her colleague was more guarded: the text, she cautioned, needed …"."""
    colon = next((t for t in tokens if t.text == ":" and t.i < own[0].i), None)
    told = colon is not None and any(t.tag in ("VBD", "VBZ", "VBP") for t in tokens if t.i < colon.i)
    return [t for t in tokens if colon is None or not told or t.i > colon.i]


def _is_set_off(context: Context, own: list[Token]) -> bool:
    """Tell whether the cue's own words stand between marks, inside or at the end of their sentence."""
    before, behind = own[0].nbor(-1), own[-1].nbor()
    if behind is not None and behind.sentence == own[0].sentence and behind.text not in (*_BREAKS, ".", ";", "!", "?", ")"):
        return False
    if before is None or before.sentence != own[0].sentence:
        return own[0].lower == "as" and behind is not None and behind.text == ","
    return before.text in _BREAKS or own[0].lower == "as" or context.quotation_of(before) is not None


def _main_report(context: Context, verb: Token) -> Token | None:
    """Return the reporting verb of the sentence that a medium's cue is added to: "X said that …, the agency reported"."""
    for token in context.reading.sentence_of(verb).tokens:
        cue = context.verb(token)
        if token is verb or cue is None or "speech" not in cue.takes or token.dep not in ("ROOT", "ccomp") or token.i > verb.i:
            continue
        if any(c.dep == "ccomp" and c.i > token.i for c in token.children) and subject_of(context, token) is not None:
            return token
    return None


def _inverted_subject(context: Context, verb: Token) -> Token | None:
    """Return the head of a noun phrase that stands alone between the verb and the next mark: "…, said Smith, …"."""
    before = verb.nbor(-1)
    if verb.tag not in ("VBD", "VBZ") or before is None or verb.lower in ("told", "tells"):
        return None  # behind "told" stands who was told ("…, the spokesman told broadcaster X")
    if before.text not in _BREAKS and context.quotation_of(before) is None:
        return None
    if any(before in c.subtree for c in verb.children if c.dep == "nsubj"):
        return None  # the comma closes an apposition: "its president, Anna Berg, recalled the hospitals of Lunde"
    behind = [t for t in context.reading.sentence_of(verb).tokens if t.i > verb.i]
    run = list(takewhile(lambda t: t.text not in (*_BREAKS, "."), behind))
    if len(run) > 8 or not all(t.tag[:2] in _NOMINAL or t.lower in ("of", "'s", "’s") for t in run):
        return None
    inside = {t.i for t in run}
    named = (t for t in run if t.tag[:2] in ("NN", "PR") and t.head.i not in inside)
    return next((t for t in named if t.entity not in ("DATE", "TIME")), None)  # "…, announced today": nobody is named


def _own_words(words: list[Token], subject: Token, *, spoken_to: bool) -> list[Token]:
    """Return the words of the cue's own clause: subject, auxiliaries, verb and what follows it directly up to a comma."""
    verb = words[0]
    phrase = subject.subtree
    closes = (end := phrase[-1].nbor()) is None or end.sentence != verb.sentence or end.tag == "."  # "…, said X, who …."
    own = {t.i: t for t in phrase if subject.i < verb.i or closes or t.i < verb.i + _LONGEST}
    for child in verb.children:
        if child.dep in ("aux", "neg", "advmod", "prt", "npadvmod", "mark") and abs(child.i - verb.i) < _LONGEST:
            own |= {t.i: t for t in child.subtree}
    own |= {t.i: t for t in words}
    low = min(own)
    for child in verb.rights:
        if (
            child.dep in ("prep", "dative", "npadvmod", "advmod", *(["dobj"] if spoken_to else []))
            and child.subtree[0].i == max(own) + 1
        ):
            own |= {t.i: t for t in child.subtree}
    tokens = [own[i] for i in sorted(own)]
    # What lies left of a gap belongs to the sentence, not to the cue.
    kept = [tokens[-1]]
    for token in reversed(tokens[:-1]):
        if kept[0].i - token.i > 1:
            break
        kept.insert(0, token)
    return kept if kept[0].i >= low and any(t is verb for t in kept) else tokens


def _is_clause(context: Context, parts: Iterable[Span]) -> bool:
    """Tell whether the parts hold a finite verb, as a reported sentence does."""
    return any(t.tag in ("VBZ", "VBP", "VBD", "MD") for part in parts for t in context.reading.between(part))


def rest_of(context: Context, tokens: list[Token], own: list[Token]) -> list[Span]:
    """Return the sentence without the words of the cue, in one part or in two."""
    runs = [[t for t in tokens if t.i < own[0].i], [t for t in tokens if t.i > own[-1].i]]
    while runs[0] and runs[0][0].tag == "CC":
        runs[0].pop(0)
    return [span for run in runs if run and (span := content_span(context, run)) is not None]


# --- "according to …", "in the view of …", "in her opinion" -----------------------------------------------------------------


def _according(context: Context, token: Token) -> Found | None:
    for words in context.cues.according.get(token.lower, ()):
        tokens = context.reading.tokens[token.i : token.i + len(words)]
        if len(tokens) == len(words) and all(t.lower == word for t, word in zip(tokens, words, strict=True)):
            source = tokens[-1].child("pobj") or next((t for t in tokens[-1].rights if t.tag[:2] in ("NN", "PR")), None)
            if source is None or context.quotation_of(source) is not None or _is_reported(context, token):
                return None
            reporting = _reporting_verb(context, token)
            if reporting is not None:
                context.relays[reporting.i] = source
                return None
            return _whole_sentence(context, tokens, source, "according-to")
    return None


def _reporting_verb(context: Context, token: Token) -> Token | None:
    """Return the verb of the main clause where that reports somebody's words itself, so that a source beside it relays them."""
    verb = next((above for above in token.ancestors if above.tag[:2] == "VB"), None)
    cue = context.verb(verb) if verb is not None else None
    if verb is None or cue is None or "speech" not in cue.takes or context.quotation_of(verb) is not None:
        return None
    reports = any(child.dep == "ccomp" and child.i > verb.i for child in verb.children)
    return verb if reports and subject_of(context, verb) is not None else None


def _is_reported(context: Context, token: Token) -> bool:
    """Tell whether a word stands in the clause of a reporting verb before it ("noted that according to … it is")."""
    below = token
    for above in token.ancestors:
        if below.dep == "ccomp" and above.i < token.i and context.verb(above) is not None:
            return True
        below = above
    return False


def _possessed(context: Context, token: Token) -> Found | None:
    """Read "in her view", "in the minister's words"."""
    if token.lower not in ("in", "to") or token.dep != "prep":
        return None
    noun = token.child("pobj")
    owner = noun.child("poss") if noun is not None and noun.lower in context.cues.possessed else None
    if noun is None or owner is None or not _stands_alone(noun, token):
        return None
    return _whole_sentence(context, [token, noun], owner, "in-view", last=noun)


def _stands_alone(last: Token, first: Token) -> bool:
    behind, before = last.nbor(), first.nbor(-1)
    starts = before is None or before.sentence != first.sentence or before.text in _BREAKS
    ends = behind is None or behind.text in (*_BREAKS, ".")
    return starts and ends


def _whole_sentence(context: Context, cue: list[Token], source: Token, rule: str, *, last: Token | None = None) -> Found | None:
    sentence = context.reading.sentence_of(cue[0])
    end = last or _phrase_end(source)
    own = [t for t in sentence.tokens if cue[0].i <= t.i <= end.i]
    tokens = _clause_of(sentence.tokens, own)
    quoted = _quotation_behind(context, end) if own[0].i > sentence.first else None
    parts = [quoted] if quoted is not None else rest_of(context, tokens, own)
    return Found(parts, cue, source, "said", rule) if parts else None


def _quotation_behind(context: Context, end: Token) -> Span | None:
    """Return the quotation that follows a source inside its sentence: "it rained and, in the words of X, “nobody cared”"."""
    behind = end.nbor()
    while (
        behind is not None and behind.sentence == end.sentence and behind.text == "," and context.quotation_of(behind) is None
    ):
        behind = behind.nbor()
    quotation = context.quotation_of(behind) if behind is not None and behind.sentence == end.sentence else None
    return quotation.inner if quotation is not None else None


def _clause_of(tokens: list[Token], own: list[Token]) -> list[Token]:
    """Return the part of the sentence that a cue reports: up to a semicolon on either side."""
    first = max((t.i + 1 for t in tokens if t.text == ";" and t.i < own[0].i), default=tokens[0].i)
    last = min((t.i for t in tokens if t.text == ";" and t.i > own[-1].i), default=tokens[-1].i + 1)
    return [t for t in tokens if first <= t.i < last]


def _phrase_end(source: Token) -> Token:
    """Return the last word of the source's noun phrase; appositions and clauses set off by commas belong to it."""
    end = source.subtree[-1]
    tokens = source.subtree
    for k, token in enumerate(tokens):
        if (
            token.i > source.i
            and token.text == ","
            and not any(t.dep in ("appos", "relcl", "conj") for t in tokens[k + 1 : k + 8])
        ):
            return tokens[k - 1]
    return end
