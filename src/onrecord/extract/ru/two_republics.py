"""Which republic РК is: Казахстан or Корея, by what stands beside it, else by the page; left open where both can be meant."""

from __future__ import annotations

from functools import cached_property

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading, Token
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.forms import has_kazakh_letter
from onrecord.model import Span

RK = "РК"
NEAR = 3
"""Words between РК and the other party of a pair: РК и Казахстан, посол Казахстана в РК."""

_OTHER = {"Казахстан": "Корея", "Корея": "Казахстан"}


class Republics:
    """Decides each РК of one document.

    Args:
        reading: the document's reading.
        entities: the persons it names, whose names may be Korean.
    """

    def __init__(self, reading: Reading, entities: Entities) -> None:
        self._reading = reading
        self._entities = entities
        self._koreans = {p.id for p in entities.persons if p.rule == "korean-name"}

    def meaning(self, token: Token) -> str | None:
        """Return Казахстан or Корея for a token РК, or None where the text leaves it open."""
        return self._told(token) or self._of_page

    def spelled(self, words: Span) -> str:
        """Return words of the text with the name of the republic for each РК, where that is known: МИД Республика Казахстан."""
        found = words.of(self._reading.text)
        if RK not in found:
            return found
        known = [self.meaning(t) for t in self._reading.between(words) if t.text == RK]
        return found if len(known) != 1 or known[0] is None else found.replace(RK, f"Республики {known[0]}")

    def _told(self, token: Token) -> str | None:
        return self._beside(token) or self._by_word(token) or self._by_name(token)

    def _beside(self, token: Token) -> str | None:
        """The other party of a pair is the other republic; КНДР is paired with Korea."""
        first, last = token.i - NEAR, token.i + NEAR
        near = [t for t in self._reading.tokens[max(0, first) : last + 1] if t.sentence == token.sentence and t is not token]
        for other in near:
            between = self._reading.tokens[min(other.i, token.i) + 1 : max(other.i, token.i)]
            if not any(t.lower in ("и", "в", "–", "—", "-", "с", "между") for t in between):
                continue
            if other.text == "КНДР":
                return "Корея"
            named = _republic(other)
            if named:
                return _OTHER[named]
        return None

    def _by_word(self, token: Token) -> str | None:
        """An institution that one of the two alone has: Мажилис, аким, Министерство объединения."""
        before = self._reading.tokens[max(0, token.i - NEAR) : token.i]
        for word in (model.lemma(t.text) for t in before if t.sentence == token.sentence):
            known = vocabulary.table("countries", "rk").get(word)
            if known:
                return known
        return None

    def _by_name(self, token: Token) -> str | None:
        """The name of who holds the office in whose words РК stands: посол РК Пак Чон Ук.

        Officials of Korea have Korean names; full names of another kind (Ерлан Бектуров, Виктор Ким) are of Kazakhstan.
        """
        person = next((p for t in self._after(token) if (p := self._entities.person_at(t)) is not None), None)
        if person is None:
            return None
        if person.id in self._koreans:
            return "Корея"
        return "Казахстан" if _is_kazakh(person.name) or " " in person.name.strip() else None

    def _after(self, token: Token) -> list[Token]:
        """The next words up to a mark, a verb or a preposition: the name that an office stands before."""
        found: list[Token] = []
        for after in self._reading.tokens[token.i + 1 : token.i + 1 + NEAR]:
            if after.sentence != token.sentence or after.tag.startswith(("VERB", "ADP", "PUNCT")):
                break
            found.append(after)
        return found

    @cached_property
    def _of_page(self) -> str | None:
        """What the page's own words tell elsewhere, else which of the two it names in full, or the only one that it names."""
        told = {self._told(t) for t in self._reading.tokens if t.text == RK} - {None}
        named = [(t, name) for t in self._reading.tokens if (name := _republic(t))]
        full = {name for t, name in named if (before := t.nbor(-1)) and model.lemma(before.text) == "республика"}
        one = next((names for names in (told, full, {name for _, name in named}) if len(names) == 1), ())
        return next(iter(one), None)


def _republic(token: Token) -> str | None:
    """Return which of the two a word names, as a noun, an adjective or a capital (Сеул, казахстанский)."""
    lemma = model.lemma(token.text)
    name = lemma.capitalize()
    if name in _OTHER and token.text[:1].isupper():
        return name
    adjective = vocabulary.table("countries", "adjectives").get(lemma)
    return adjective if adjective in _OTHER else vocabulary.table("countries", "capitals").get(name)


def _is_kazakh(name: str) -> bool:
    """Tell whether a name has letters of Kazakh or an ending of a father's name in it (Бекболат Нұрланұлы)."""
    return has_kazakh_letter(name) or name.lower().endswith(("улы", "кызы"))
