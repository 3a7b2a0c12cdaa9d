"""What a word is by itself, whatever stands beside it: asked once for each word of the language and kept from page to page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.languages.ko import gathering_words, names, vocabulary

if TYPE_CHECKING:
    from onrecord.languages.ko.nominals import Word

REMEMBERED = 65_536
"""Words that are kept, some 2,000 bytes each."""

_kept: dict[tuple[object, ...], Lexeme] = {}


class Lexeme:
    """A word with its analysis; each of its properties is found out when it is first asked for.

    Args:
        word: any place where the word stands; words with the same letters and the same morphemes are one lexeme.
    """

    def __init__(self, word: Word) -> None:
        self._word = word
        self.text = word.text

    @cached_property
    def proper(self) -> bool:
        """Whether any part of it is a proper noun or unknown to the dictionary."""
        return any(m.tag == "NNP" or not m.known for m in self._word.morphemes)

    @cached_property
    def plain_noun(self) -> bool:
        """Whether the whole word is one common noun of the dictionary."""
        first, *rest = self._word.morphemes
        return not rest and first.tag in ("NNG", "NNB", "NR", "NP", "MM") and first.known

    @cached_property
    def compound(self) -> bool:
        """Whether it is made of words of the dictionary, two of them or more being nouns of two syllables: 한국방사선안전원."""
        morphemes = self._word.morphemes
        return all(m.known for m in morphemes) and sum(m.end - m.start > 1 for m in morphemes) > 1

    @cached_property
    def describes(self) -> bool:
        """Whether it is made of common nouns of the dictionary, as bodies of a state are called: 국제안보연구소."""
        return self.compound and not self.proper

    @cached_property
    def is_hangul(self) -> bool:
        """Whether it is Hangul syllables only."""
        return names.is_hangul(self.text)

    @cached_property
    def is_body(self) -> bool:
        """Whether it names a body by itself, see `names.is_body`."""
        return names.is_body(self._word)

    @cached_property
    def is_generic_body(self) -> bool:
        """Whether it is a kind of body that needs a name before it (재단, 대사관)."""
        return names.is_generic_body(self._word)

    @cached_property
    def can_be_native_name(self) -> bool:
        """Whether it has the shape of a native Korean full name, see `names.can_be_native_name`."""
        return names.can_be_native_name(self._word)

    @cached_property
    def can_be_foreign_part(self) -> bool:
        """Whether it can be part of a foreign name in Hangul, see `names.can_be_foreign_part`."""
        return names.can_be_foreign_part(self._word)

    @cached_property
    def title_head(self) -> str | None:
        """The office with which it ends (핵정책실장 → 실장), or None."""
        return names.title_head(self.text)

    @cached_property
    def fused_body(self) -> tuple[str, str] | None:
        """The body and its head that it joins (동북아비확산연구원장), or None."""
        return names.fused_body(self.text)

    @cached_property
    def is_honorific(self) -> bool:
        """Whether it is a form of address: 씨, 님."""
        return self.text in vocabulary.words("titles", "honorifics")

    @cached_property
    def tells_office(self) -> bool:
        """Whether an office, a body fused with its head, a form of address or a word for people is in it."""
        called = self.is_honorific or self.text in vocabulary.words("titles", "people")
        return called or self.title_head is not None or self.fused_body is not None

    @cached_property
    def can_be_name(self) -> bool:
        """Whether a person's name can begin with it."""
        return self.can_be_native_name or self.can_be_foreign_part

    @cached_property
    def of_nouns(self) -> bool:
        """Whether it is a noun of the dictionary, or several joined: 방사선의학."""
        morphemes = self._word.morphemes
        return self.plain_noun or (len(morphemes) > 1 and all(m.known and m.tag == "NNG" for m in morphemes))

    @cached_property
    def can_end_body(self) -> bool:
        """Whether the name of a body can end with it, in any neighbourhood: 포럼 of parliament, 이르티시대 before 교수."""
        return (
            self.is_body
            or self.is_generic_body
            or self.fused_body is not None
            or self.text.endswith(("포럼", "대", "위원회", "연구소", "연구원"))
        )

    @cached_property
    def can_name_occasion(self) -> bool:
        """Whether it names a gathering, or can where a verb tells that it is held."""
        return gathering_words.head_of(self.text) is not None or gathering_words.held_head(self.text) is not None


def lexeme(word: Word) -> Lexeme:
    """Return the lexeme of a word."""
    morphemes = word.morphemes
    first = morphemes[0]
    key: tuple[object, ...]
    if len(morphemes) == 1 and first.end - first.start == len(word.text):
        key = (word.text, first.tag, first.known)
    else:
        start = word.span.start
        key = (word.text, *[(m.tag, m.known, m.start - start, m.end - start) for m in morphemes])
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= REMEMBERED:
            _kept.clear()
        found = _kept[key] = Lexeme(word)
    return found
