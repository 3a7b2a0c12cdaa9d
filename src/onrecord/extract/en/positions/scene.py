"""One line of text with everything that positions hang on: persons, organizations, nations and places by word."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.en.names import nations
from onrecord.extract.en.names.nations import Nation
from onrecord.extract.en.names.words import Line, Word
from onrecord.extract.entities import Entities
from onrecord.languages.reading import Token
from onrecord.model import Organization, Person


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Words `first` to `last` (inclusive) that name `entity`."""

    first: int
    last: int
    entity: Person | Organization


@dataclass(slots=True, eq=False)
class Scene:
    """A line and what its words name. `persons` and `bodies` are keyed by each word of a mention."""

    line: Line
    entities: Entities
    nations: dict[int, Nation]
    places: frozenset[int]
    persons: dict[int, Mention] = field(default_factory=dict)
    bodies: dict[int, Mention] = field(default_factory=dict)
    by_token: dict[int, int] = field(default_factory=dict)

    @property
    def words(self) -> list[Word]:
        """The words of the line."""
        return self.line.words

    def word(self, at: int) -> Word | None:
        """Return the word of that number, or None outside the line."""
        return self.line.words[at] if 0 <= at < len(self.line.words) else None

    def text(self, at: int) -> str:
        """Return the word of that number in small letters, or an empty string outside the line."""
        word = self.word(at)
        return word.lower if word else ""

    def word_of(self, token: Token) -> int | None:
        """Return the number of the word that covers the token, or None where it is on another line."""
        return self.by_token.get(token.i)

    def mentions(self) -> list[Mention]:
        """Return the mentions of persons, in text order."""
        return list(dict.fromkeys(self.persons.values()))


def stage(line: Line, entities: Entities) -> Scene:
    """Set the scene of a line."""
    words = line.words
    scene = Scene(line, entities, nations.find(line), _places(line, entities))
    starts = {word.start: word.i for word in words}
    ends = {word.end: word.i for word in words}
    for span, entity in entities.within((words[0].start, words[-1].end)):
        first, last = starts.get(span.start), ends.get(span.end)
        if first is None or last is None:
            continue
        if isinstance(entity, Person):
            mention = Mention(first, last, entity)
            scene.persons.update(dict.fromkeys(range(first, last + 1), mention))
        elif isinstance(entity, Organization):
            mention = Mention(first, last, entity)
            scene.bodies.update(dict.fromkeys(range(first, last + 1), mention))
    known = scene.by_token
    for word in words:
        first, last = word.first.i, word.last.i
        known.setdefault(first, word.i)
        for i in range(first + 1, last + 1):
            known.setdefault(i, word.i)
    return scene


def _places(line: Line, entities: Entities) -> frozenset[int]:
    spans = [span for span, _ in entities.places_within((line.words[0].start, line.words[-1].end))]
    if not spans:
        return frozenset()
    return frozenset(word.i for word in line.words for span in spans if span.overlaps(word.span))


AT_THAT_TIME = (("until", "then"), ("at", "the", "time"), ("at", "that", "time"), ("back", "then"), ("in", "those", "days"))
"""Words between a name and an office that put the office into the past of what is told ("X, at the time ambassador")."""


def at_that_time(scene: Scene, at: int) -> bool:
    """Tell whether such words stand right before a word."""
    return any(all(scene.text(at - len(words) + k) == w for k, w in enumerate(words)) for words in AT_THAT_TIME)
