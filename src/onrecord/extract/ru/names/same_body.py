"""When two Russian names mean one body: kinds and legal forms left out, countries in any form, abbreviations of all makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.countries import country_of
from onrecord.languages.ru.forms import same_word

_WORD = re.compile(r"[\w.’'`-]*\w", re.UNICODE)
_QUOTED = re.compile(r"[«\"“„]([^»\"”“]+)[»\"”“]?")
_SYLLABLE = 2
"""Letters that a part of a syllabic abbreviation takes at least from each word (Мин-обр-науки, Гос-деп)."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name taken apart: `words` without countries and legal forms as dictionary forms, `own` what is its own and no kind."""

    text: str
    words: tuple[str, ...]
    own: tuple[str, ...]
    countries: frozenset[str]
    capitals: bool = False
    """Without its country it is one word in capitals: МИД РК."""

    @property
    def short(self) -> bool:
        """Tell whether it is one word written in capitals (ФАС, DST)."""
        replaced = len(self.words) == 1 and self.words[0] in _short_names()
        return replaced or self.capitals


@cache
def parsed(text: str) -> BodyName:
    """Take a name apart."""
    words: list[str] = []
    own: list[str] = []
    written: list[str] = []
    tokens = _shortened(_WORD.findall(text))
    countries = [country_of(word) for word in tokens]
    for k, word in enumerate(tokens):
        lemma = word.lower() if word.lower() in _short_names() else model.lemma(word)
        state = lemma in vocabulary.words("countries", "state_words") and any(countries[max(0, k - 1) : k + 2])
        if countries[k] or state or lemma in vocabulary.words("organizations", "legal_forms"):
            continue
        words.append(lemma)
        written.append(word)
        latin = word.isascii() and word[:1].isalpha()
        if latin or (word[:1].isupper() and not _is_kind(lemma)):
            own.append(word.lower() if latin else lemma)
    if not any(_is_kind(word) for word in words):
        own = list(words)
    if quoted := _QUOTED.search(text):
        own = [model.lemma(word) for word in _WORD.findall(quoted[1])]
    capitals = len(written) == 1 and len(written[0]) > 1 and written[0].isupper() and "«" not in text
    return BodyName(text, tuple(words), tuple(own), frozenset(c for c in countries if c), capitals)


def _shortened(words: list[str]) -> list[str]:
    """Return the words of a name with a short name in place of each full one that it stands for (Европейского союза → ЕС)."""
    found: list[str] = []
    lemmas = [model.lemma(word) for word in words]
    k = 0
    while k < len(words):
        fits = (n for n in range(_LONGEST, 0, -1) if " ".join(lemmas[k : k + n]) in _short_for())
        size = next(fits, 0)
        word = _short_for()[" ".join(lemmas[k : k + size])].upper() if size else words[k]
        if not found or word != found[-1]:  # Международная федерация футбола ФИФА
            found.append(word)
        k += size or 1
    return found


_LONGEST = 6
"""Words of the longest full name of the table."""


@cache
def _short_names() -> frozenset[str]:
    return frozenset(_short_for().values())


def _short_for() -> Mapping[str, str]:
    return vocabulary.table("organizations", "short_for")


def _is_kind(lemma: str) -> bool:
    return lemma in vocabulary.words("organizations", "heads")


def one_country(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether the countries of two names, none where they tell none, can be the same; РК is Kazakhstan or Korea."""
    if not a or not b or a == b:
        return True
    return "РК" in a ^ b and a ^ b <= {"РК", *_RK}


_RK = ("Казахстан", "Корея")
"""What РК can stand for: Республика Казахстан, Республика Корея."""


def same(a: str, b: str) -> bool:
    """Tell whether two names can mean one body of a document."""
    x, y = parsed(a), parsed(b)
    if _mission_without_post(x, y) or _mission_without_post(y, x):
        return True
    if not one_country(x.countries, y.countries):
        return False
    if (x.words and x.words == y.words) or _one_in_two_forms(a, b):
        return True
    if x.own and x.own == y.own:
        return _kinds_agree(x, y)
    return any(_shortens(p, q) or _begins(p, q) or _drops_the_country(p, q) for p, q in ((x, y), (y, x)))


def _one_in_two_forms(a: str, b: str) -> bool:
    """Tell whether two names are the same words in other cases that a dictionary reads apart (Большой, Большим театром)."""
    x, y = _WORD.findall(a), _WORD.findall(b)
    return len(x) == len(y) > 1 and all(same_word(p, q) for p, q in zip(x, y, strict=True))


def _mission_without_post(short: BodyName, full: BodyName) -> bool:
    """Tell whether a mission stands without the country of its post (Посольство Норвегии, Посольство Норвегии в Казахстане)."""
    mission = bool(short.words) and short.words[0] in vocabulary.words("organizations", "missions")
    if mission and " в " in full.text and " в " not in short.text:
        sender = parsed(full.text.split(" в ", 1)[0])  # Посольство Казахстана, Посольство Республики Казахстан в Корее
        if sender.words == short.words and sender.countries == short.countries and short.countries:
            return True
    begun = full.text.split()[: len(short.text.split())]
    sends = bool(short.countries) and short.countries < full.countries
    return mission and sends and all(same_word(a, b) for a, b in zip(short.text.split(), begun, strict=True))


def _kinds_agree(a: BodyName, b: BodyName) -> bool:
    """One of the two is the name alone, or both name the same kind (компания Vestas, Vestas; фонд «Степь», фонда «Степь»)."""
    kinds = [[w for w in name.words if w not in name.own and _is_kind(w)] for name in (a, b)]
    if any(
        x.short and set(other) & vocabulary.words("organizations", "parts_of_bodies")
        for x, other in ((a, kinds[1]), (b, kinds[0]))
    ):
        return False  # ФИДЕ, президентского совета ФИДЕ
    if any(not one and _is_part_of(other) for one, other in (kinds, kinds[::-1])):
        return False  # «Алмаз», совет директоров компании «Алмаз»
    quoted = any(_QUOTED.search(name.text) for name in (a, b))
    if quoted or not kinds[0] or not kinds[1]:
        return not kinds[0] or not kinds[1] or bool(set(kinds[0]) & set(kinds[1]))
    return kinds[0][0] == kinds[1][0]  # Центр безопасности Университета X is not Университет X


def _is_part_of(kinds: list[str]) -> bool:
    """Tell whether the kinds of a name, in its order, are those of a part and of the whole: совет … компании."""
    return len(kinds) > 1 and kinds[0] in vocabulary.words("organizations", "parts_of_bodies")


def _drops_the_country(short: BodyName, full: BodyName) -> bool:
    """Tell whether a name leaves out that the body is the whole country's: Федеральное авиационное управление."""
    wide = full.words[:1] and full.words[0] in vocabulary.words("organizations", "countrywide")
    return bool(wide) and len(short.words) > 1 and short.words == full.words[1:]


def _shortens(short: BodyName, full: BodyName) -> bool:
    """Tell whether a name is an abbreviation of another: of its first letters, of its syllables, or by a table."""
    if " " in short.text.strip() and (len(short.countries) != 1 or len(short.words) != 1):
        return False
    if len(full.text.split()) < 2:
        return False
    word = next((w for w in _WORD.findall(short.text) if country_of(w) is None), "")
    if word.isupper() and len(word) > 1:
        return any(_initials_fit(word, words) for words in _spelled(full.text))
    syllables = len(word) > 4 and word[:1].isupper() and model.lemma(word) not in full.words
    return syllables and _syllables_fit(model.lemma(word), list(full.words))


def _spelled(text: str) -> list[list[str]]:
    """Return the words whose letters an abbreviation may take: all, without those written small, behind the kind."""
    words = [w for part in _WORD.findall(text) for w in part.split("-") if w]
    content = [w for w in words if len(w) > 2 or w[:1].isupper()]
    inside = _QUOTED.search(text)
    found = [words, content]
    if inside:
        found.append(_WORD.findall(inside[1]))
    return found


def _initials_fit(letters: str, words: list[str]) -> bool:
    """ФАС: Федеральной антимонопольной службы; a country or town may follow what the letters stand for."""
    initials = "".join(w[0] for w in words).upper()
    if len(letters) == 2:
        return initials == letters and len(words) == 2
    return initials.startswith(letters) and len(initials) - len(letters) <= 2


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word has more than one capital: КГУ, КазНПУ."""
    return sum(letter.isupper() for letter in word) > 1


def _syllables_fit(word: str, words: list[str]) -> bool:
    """Минсельхоз: министерство сельского хозяйства; Госдепартамент: Государственный департамент."""
    if not word:
        return True
    if not words:
        return False
    first, rest = words[0], words[1:]
    if len(first) < _SYLLABLE or first in ("и", "по"):
        return _syllables_fit(word, rest)
    longest = next((k for k in range(min(len(word), len(first)), 0, -1) if word[:k] == first[:k]), 0)
    return any(_syllables_fit(word[k:], rest) for k in range(longest, _SYLLABLE - 1, -1))


def _begins(short: BodyName, full: BodyName) -> bool:
    """Tell whether a name is the beginning of a fuller one (Следственный комитет, Следственный комитет при прокуратуре)."""
    a, b = _WORD.findall(short.text), _WORD.findall(full.text)
    if not (0 < len(a) < len(b)) or _QUOTED.search(short.text) or not short.text[:1].isupper():
        return False
    latin = short.text.isascii() and full.text.isascii() and len(b) == 2 and not short.text.isupper()
    whole = len(a) > 1 or latin or (_is_kind(model.lemma(a[0])) and not short.text.isupper())
    whole = whole or (_is_abbreviation(a[0]) and b[1].lower() in ("имени", "им"))  # КазНПУ, КазНПУ имени Абая
    return whole and all(same_word(p, q) for p, q in zip(a, b, strict=False))
