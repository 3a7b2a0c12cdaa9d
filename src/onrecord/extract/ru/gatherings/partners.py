"""Whom the words for a meeting name as met: переговоры с послом X, встретился с министром Y."""

from __future__ import annotations

import re

from onrecord.extract.entities import Entities
from onrecord.extract.ru.gatherings import occasions, receptions, sequels
from onrecord.extract.ru.gatherings.occasions import Mention
from onrecord.extract.ru.names.people import is_title
from onrecord.languages.reading import Reading, Token
from onrecord.model import Person, Span

_TO_MARK = re.compile(r"(?:«[^«»\n]{1,90}»|\([A-ZА-ЯЁ][A-ZА-ЯЁ-]{1,11}\)(?=\s)|[^,;:.(«–—])*")
"""What a clause goes on with to its next mark, names in guillemets and the letters of a body in brackets among it."""
_CASE = re.compile(r"\s(?:Gen|Dat|Acc|Ins|Loc)\b")


def clause(reading: Reading, actors: Entities, mention: Mention) -> Span:
    """Return the words from a mention to the next mark, past those between the offices of whoever is named behind them.

    Переговоры с заместителем секретаря, представителем по торговле X; визит вице-премьера – министра финансов Y.

    Args:
        reading: the page's reading.
        actors: who can act.
        mention: the words for the meeting or visit.
    """
    limit = mention.sentence.span.end
    end = _mark(reading.text, mention.name.end, limit)
    while _is_between_offices(reading, actors, Span(mention.name.start, end), limit):
        end = _mark(reading.text, end + 1, limit)
    return Span(mention.name.start, end)


def words_of(reading: Reading, actors: Entities, mention: Mention) -> Span:
    """Return the words in which a mention names who is there: those of its verb, or from its noun to the next mark.

    Args:
        reading: the page's reading.
        actors: who can act.
        mention: the words for the meeting.
    """
    return mention.name if mention.verb is not None else clause(reading, actors, mention)


def _mark(text: str, start: int, limit: int) -> int:
    rest = _TO_MARK.match(text, start, limit)
    return rest.end() if rest else limit


def _is_between_offices(reading: Reading, actors: Entities, words: Span, limit: int) -> bool:
    """Tell whether the mark behind words stands between two offices, in one case, of somebody who is named only then."""
    if not reading.text.startswith((",", "–", "—"), words.end) or words.end >= limit:
        return False
    if any(isinstance(who, Person) for _, who in actors.within(words)):
        return False
    cases = {_case(t) for t in reading.between(words) if is_title(t)}
    behind = reading.between(Span(words.end + 1, limit))[:4]
    following = next((t for t in behind if not t.tag.startswith("ADJ")), None)
    return following is not None and is_title(following) and _case(following) in cases - {""}


def _case(token: Token) -> str:
    found = _CASE.search(token.tag)
    return found.group() if found else ""


def met(reading: Reading, actors: Entities, mention: Mention) -> frozenset[str]:
    """Return the ids of the people whom the words for a meeting name as met, behind с or as received.

    Args:
        reading: the page's reading.
        actors: who can act.
        mention: the words for the meeting.
    """
    words = words_of(reading, actors, mention)
    if mention.verb is not None:
        guest = receptions.guest(mention.verb) if mention.head == "прием" else occasions.partner(mention.verb)
    else:
        after = mention.token.nbor()
        guest = after if sequels.names_guest(mention) and after is not None and after.lower != "между" else None
    if guest is None or guest.start >= words.end:
        return frozenset()
    received = mention.verb is not None and guest.i < mention.verb.i  # Гостью принял министр X
    end = max(t.end for t in guest.subtree if t.i < mention.token.i) if received else words.end
    named = actors.within(Span(guest.start, end))
    return frozenset(who.id for _, who in named if isinstance(who, Person))
