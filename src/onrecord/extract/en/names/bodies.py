"""Organizations by the form of their names: a head noun with what stands before and behind it, or a known name."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.en.names.nations import Nation, joined
from onrecord.extract.en.names.words import Line, Word
from onrecord.languages.en import names, organizations, titles

_INSIDE = ("of", "for", "on", "against", "de", "des", "to")
_ABROAD = ("Embassy", "Consulate", "Mission", "embassy", "consulate", "Consulate-General", "Delegation")
_LONGEST_COMPLEMENT = 15
_COMPANY = frozenset(("Inc.", "Inc", "Ltd.", "Ltd", "LLC", "LLP", "PLC", "S.A.", "Corp.", "Co."))
_EVENTS = frozenset(("Forum", "Panel", "Session", "Alliance", "Mission", "Services", "Service", "Review", "Front"))
_PARTICIPLES = ("-led", "-based", "-owned", "-backed", "-run", "-sponsored", "-born", "-funded", "-linked")
_LOCAL = frozenset(("bank", "party", "university", "hospital", "band", "museum", "airline", "council"))
_NATIONAL = frozenset(("parliament", "embassy", "consulate", "ministry", "senate"))
_PURPOSE = frozenset(
    ("Force", "Committee", "Commission", "Mission", "Council", "Campaign", "Coalition", "Delegation", "Embassy", "Taskforce")
)
_OF_OFFICE = frozenset(("Office", "Secretariat", "Bureau", "Administration", "Chancellery", "Cabinet", "Council", "Executive"))
_SOFT = frozenset(
    (  # plain nouns too: a body's name needs more than a preposition or 'and' before
        "Technologies",
        "Systems",
        "Solutions",
        "Capital",
        "Management",
        "Industries",
        "Services",
        "Service",
        "Workers",
        "Teachers",
        "Forces",
        "Force",
        "Energy",
        "Gas",
        "Oil",
        "Securities",
        "Investments",
        "Network",
        "Media",
        "Press",
    )
)


@dataclass(frozen=True, slots=True)
class Body:
    """Words `first` to `last` (inclusive) of a line that name an organization."""

    first: int
    last: int
    rule: str
    confidence: float


@dataclass(slots=True)
class Bodies:
    """Finds the bodies of one line. `nations` and `starts` say where countries stand and where persons' names begin."""

    line: Line
    nations: dict[int, Nation]
    starts: frozenset[int]
    found: list[Body] = field(default_factory=list)

    def find(self) -> list[Body]:
        """Return the bodies, in text order, without overlaps."""
        at = 0
        while at < len(self.line.words):
            body = self._at(at)
            if body:
                while self.found and self.found[-1].last >= body.first:
                    self.found.pop()
                self.found.append(body)
                at = body.last
            at += 1
        return self.found

    def _at(self, at: int) -> Body | None:
        word = self.line.words[at]
        if not word.text[0].isalpha():
            return None
        known = self._known(at)
        headed = self._headed(at)
        if headed and (not known or headed.last - headed.first >= known.last - known.first):
            return headed
        return known or self._small(at) or self._alone(at)

    def _known(self, at: int) -> Body | None:
        words = self.line.words
        if at in self.nations and self.nations[at].first < at:
            return None
        for length in range(min(organizations.longest_known(), len(words) - at), 0, -1):
            part = words[at : at + length]
            if any(word.possessive for word in part[:-1]):
                continue
            name = " ".join(word.text for word in part)
            if organizations.is_known(name) and self._free(at, at + length - 1):
                last = self._stated(self._right(at + length - 1)) if part[-1].text == "State" else at + length - 1
                return Body(at, last, "known-name", 0.95)
        return None

    def _stated(self, last: int) -> int:
        """Return the end of the Islamic State's name behind "of Iraq": "and Syria", "and the Levant"."""
        words = self.line.words
        at = last + 1
        if last not in self.nations or at + 1 >= len(words) or words[at].lower != "and":
            return last
        at += 2 if words[at + 1].lower == "the" else 1
        return at if at < len(words) and words[at].capital and words[at].first.entity in ("ORG", "GPE", "LOC") else last

    def _free(self, first: int, last: int) -> bool:
        """Tell whether a known name stands alone, not inside a longer name that is no body ("Apple Street")."""
        following = self._next(last)
        if following is not None and following.text[0].isdigit() and not self.line.words[first].text.isupper():
            return False
        return not (first == last and following and following.capital and organizations.rules_out(following.text) and len(
            self.line.words[first].text) > 5)  # fmt: skip

    def _next(self, at: int) -> Word | None:
        words = self.line.words
        return words[at + 1] if at + 1 < len(words) and not words[at].possessive else None

    def _headed(self, at: int) -> Body | None:
        word = self.line.words[at]
        if not organizations.is_head(word.text) or at in self.nations:
            return None
        at = self._last_head(at)
        word = self.line.words[at]
        first = self._left(at)
        last = at if word.possessive else self._right(at)
        if first == last and organizations.is_weak_head(word.text):
            return None
        if first == last and not organizations.stands_alone(word.text):
            return None
        if self._is_event(first, at, last) or self._is_plain(first, at, last):
            return None
        return Body(first, last, "head-noun", 0.93 if not organizations.is_weak_head(word.text) else 0.85)

    def _last_head(self, at: int) -> int:
        """Return the last head of the run of capitals that begins at this head ("Defence University Press")."""
        words, best, k = self.line.words, at, at
        while not words[k].possessive and k + 1 < len(words):
            following = words[k + 1]
            if not following.capital or following.mark or k + 1 in self.starts or titles.head_kind(following.text):
                break
            k += 1
            if organizations.is_head(following.text) and k - best <= 3:
                best = k
        return best

    def _is_event(self, first: int, head: int, last: int) -> bool:
        words = self.line.words
        text = words[head].text
        if text.capitalize() in _EVENTS and last == head:
            ordinal = any(word.text[0].isdigit() for word in words[max(0, first - 1) : head])
            number = head + 1 < len(words) and words[head + 1].text[0].isdigit()
            compound = any(joined(word) for word in words[first:head])
            return ordinal or number or compound or words[head].label not in ("ORG", "")
        following = self._next(last)
        paper = following is not None and following.capital and not following.mark and organizations.rules_out(following.text)
        return paper and head == last and (first == last or organizations.is_weak_head(text))

    def _is_plain(self, first: int, head: int, last: int) -> bool:
        """Tell whether the words are no name here: "for Emerging Technologies", "Senior Administration officials"."""
        words = self.line.words
        text = words[head].text
        before = words[first - 1].lower if first else ""
        if text in _SOFT and last == head and before in ("and", "for", "of", "on", "in", "&") and words[head].label != "ORG":
            return True
        following = self._next(last)
        office = following is not None and not following.capital and titles.head_kind(following.text) is not None
        return (text in ("Government", "Administration") and office) or (
            last == head
            and f"{words[head - 1].text} {text}"
            in ("West Bank", "Left Bank", "Gaza Strip", "Armed Forces", "Oval Office", "Air Force One", "Box Office")
        )

    def _left(self, at: int) -> int:
        words, first = self.line.words, at
        while first > 0:
            before = words[first - 1]
            if "\n\n" in words[first].gap or (before.mark and before.text not in ("&", ",")):
                break
            if before.text in ("&", ",") or before.lower == "and":
                start = self._joined_left(first - 1, at)
                if start is None:
                    break
                first = start
                continue
            if not self._belongs_left(first - 1, at):
                break
            first -= 1
        while first < at and (
            (names.is_function_word(words[first].text) and words[first].text not in ("Her", "His"))
            or words[first].lower.endswith(_PARTICIPLES)
            or words[first].mark
        ):
            first += 1
        return first

    def _belongs_left(self, k: int, at: int) -> bool:
        word = self.line.words[k]
        if word.possessive:
            return organizations.holds_possessive(word.text) or (
                self.line.words[at].lower == "government" and word.text == "Majesty"
            )
        if word.text[0].isdigit():
            return word.text[-2:] in ("st", "nd", "rd", "th") and self.line.words[at].text == "Congress"
        if word.text in ("Her", "His") and self.line.words[k + 1].text == "Majesty":
            return True
        if not word.capital or names.is_function_word(word.text):
            return False
        kind = titles.head_kind(word.text)
        if kind and not titles.is_plural(word.text) and not titles.is_modifier(word.text):
            return False
        return not names.is_honorific(word.text) and not (word.opening and word.tag in ("VBG", "VB", "VBN", "VBD", "RB"))

    def _joined_left(self, k: int, at: int) -> int | None:
        """Return where a name that runs over "and", "&" or a comma at `k` begins, or None where the mark parts two names.

        It runs over the mark only where "the" or a possessive stands before the whole, and every part is made of capitalised
        words that are neither countries nor bodies nor persons.
        """
        words = self.line.words
        if words[k].text == "," and words[k + 1].text in _COMPANY:
            return k - 1 if k and words[k - 1].capital else None
        if words[k].text == "," and not (words[k + 1].lower == "and" or self._and_follows(k, at)):
            return None
        first = self._joined_start(k)
        nation = self.nations.get(k - 1)
        if first is None or first >= k or (nation and not nation.adjective):
            return None
        before = words[first - 1] if first else None
        if before is None:
            return first
        determined = (
            before.lower in ("the", "a", "its", "their")
            or before.possessive
            or (before.lower == "of" and not (first > 1 and words[first - 2].capital))
        )
        lead = organizations.is_known(before.text) or titles.head_kind(before.text) is not None
        spanned = words[first].label == "ORG" and words[k].label == "ORG" and not words[k + 1].first.begins
        return first if determined or lead or spanned else None

    def _joined_start(self, k: int) -> int | None:
        """Return the first of the capitalised words, commas and "and" before `k`; None where another name is among them."""
        words, first = self.line.words, k
        while first > 0 and (
            words[first - 1].capital or words[first - 1].text in (",", "&") or words[first - 1].lower == "and"
        ):
            first -= 1
            word = words[first]
            if word.possessive or (word.capital and (names.is_function_word(word.text) or organizations.is_known(word.text))):
                first += 1
                break
            other_body = organizations.is_head(word.text) and not organizations.is_weak_head(word.text)
            if other_body or first in self.starts or names.is_honorific(word.text):
                return None
        while first < k and not words[first].capital:
            first += 1
        return first

    def _and_follows(self, k: int, at: int) -> bool:
        return any(word.lower == "and" or word.text == "&" for word in self.line.words[k:at])

    def _right(self, at: int) -> int:
        words, last = self.line.words, at
        abroad = words[at].text in _ABROAD
        while last + 1 < len(words) and last - at < _LONGEST_COMPLEMENT:
            word = words[last + 1]
            if words[last].possessive:
                break
            if word.lower == "to" and words[at].text not in _PURPOSE:
                break
            if word.lower in _INSIDE or (word.lower == "in" and (abroad or self._region(last + 2))):
                end = self._complement(last + 2, word.lower)
            elif last > at and (word.lower == "and" or word.text in ("&", ",")):
                end = self._more(last + 1)
            else:
                break
            if end is None:
                break
            last = end
        return last

    def _region(self, at: int) -> bool:
        words = self.line.words
        return at < len(words) and (organizations.is_region(words[at].text) or (
            at + 1 < len(words) and organizations.is_region(words[at + 1].text)))  # fmt: skip

    def _complement(self, at: int, preposition: str) -> int | None:
        """Return the last word of a complement that begins at `at`, or None where none does."""
        words = self.line.words
        if at < len(words) and words[at].text in ("the", "The"):
            at += 1
        if at >= len(words) or not words[at].capital or names.is_function_word(words[at].text) or at in self.starts:
            return None
        if names.is_calendar(words[at].text):
            return None
        if preposition == "to" and at in self.nations and not self.nations[at].adjective:
            return None
        last = at
        if at in self.nations:
            last = self.nations[at].last
        while not words[last].possessive and last + 1 < len(words):
            word = words[last + 1]
            if not word.capital or word.mark or last + 1 in self.starts or names.is_honorific(word.text):
                break
            if "\n" in word.gap and self.line.headline:
                break
            last += 1
        return self._without_name(at, last)

    def _without_name(self, at: int, last: int) -> int | None:
        """Cut a title and the name behind it from the end of a complement ("… of Energy Deputy Director Kim")."""
        words = self.line.words
        for k in range(at + 1, last + 1):
            following = self._next(k)
            named = k < last or k + 1 in self.starts or (following is not None and following.capital and not following.mark)
            if not named or not titles.head_kind(words[k].text) or titles.is_plural(words[k].text) or words[at].text == "First":
                continue
            cut = k - 1
            while cut > at and titles.is_modifier(words[cut].text) and words[cut].text not in ("Security", "Defense", "Energy"):
                cut -= 1
            return cut
        return last

    def _more(self, at: int) -> int | None:
        """Return the end of a further part of a complement behind "and", "&" or a comma, or None where another name begins."""
        words = self.line.words
        start = at + 1
        if words[at].text == "," and start < len(words) and words[start].lower == "and":
            start += 1
        spanned = start < len(words) and words[at].first.entity == "ORG" and not words[at].first.begins
        if spanned and words[start].lower == "the" and start + 1 < len(words) and words[start + 1].first.entity == "ORG":
            start += 1
        if start >= len(words) or not words[start].capital or start in self.starts or names.is_function_word(words[start].text):
            return None
        if words[at].text == ",":
            return self._listed(at, start)
        if (start in self.nations and not (spanned and at - 1 in self.nations)) or organizations.is_known(words[start].text):
            return None
        last = start
        while not words[last].possessive and last + 1 < len(words) and words[last + 1].capital and not words[last + 1].mark:
            if last + 1 in self.starts:
                break
            last += 1
        part = words[start : last + 1]
        other = any(organizations.is_head(word.text) or titles.head_kind(word.text) for word in part)
        return None if other else last

    def _listed(self, at: int, start: int) -> int | None:
        """Return the end of what a comma at `at` adds: one of several fields, or the state of a ministry."""
        words = self.line.words
        nation = self.nations.get(start)
        if nation:
            stated = (
                not nation.adjective and nation.last > nation.first and words[start].text in ("Republic", "Kingdom", "State")
            )
            return nation.last if stated else None
        following = words[start + 1] if start + 1 < len(words) else None
        listed = following is not None and (following.lower == "and" or following.text in ("&", ","))
        same = words[at].label == "ORG" and words[start].label == "ORG" and not words[start].first.begins
        return start if listed and same else None

    def _small(self, at: int) -> Body | None:
        """Find a head in small letters behind a capitalised name: "Umit association", "the foreign ministry"."""
        words = self.line.words
        word = words[at]
        if not organizations.is_small_head(word.text) or at == 0:
            return None
        if word.text == "ministry" and organizations.is_ministry_field(words[at - 1].lower) and not words[at - 1].possessive:
            first = self.nations[at - 2].first if at - 2 in self.nations else at - 1
            return Body(first, at, "field-ministry", 0.85)
        first = self._left(at)
        if not self._names_small(first, at):
            return None
        last = self._right(at) if word.text in _ABROAD and not word.possessive else at
        return Body(first, last, "small-head", 0.85)

    def _names_small(self, first: int, at: int) -> bool:
        """Tell whether the words from `first` on make the head in small letters at `at` a name."""
        words = self.line.words
        word, before = words[at].text, words[at - 1]
        following = words[at + 1] if at + 1 < len(words) else None
        if first == at or before.mark or before.possessive or names.is_function_word(before.text):
            return False
        titled = titles.head_kind(before.text) is not None
        office = following is not None and titles.head_kind(following.text) and word in ("police", "party", "senate")
        local = word in _LOCAL and before.label in ("GPE", "LOC", "NORP")
        national = all(k in self.nations for k in range(first, at)) and word not in _NATIONAL
        return not (titled or office or local or national)

    def _alone(self, at: int) -> Body | None:
        words = self.line.words
        word = words[at]
        if not organizations.stands_alone(word.text) or (word.opening and word.tag not in ("NNP", "NNPS")):
            return None
        before = words[at - 1] if at else None
        following = self._next(at)
        if following and following.capital and not titles.head_kind(following.text) and not titles.is_modifier(following.text):
            return None
        if before is not None and before.capital and not before.mark and not names.is_function_word(before.text):
            return None
        determined = before is not None and before.lower == "the"
        if word.text in ("House", "Commission", "Assembly", "Exchequer", "Cabinet", "Diet") and not determined:
            titled = (
                following is not None
                and word.text != "Cabinet"
                and (titles.head_kind(following.text) is not None or titles.is_modifier(following.text))
            )
            if not titled and not (word.text == "Cabinet" and before is not None and before.lower in ("to", "by", "of")):
                return None
        return Body(at, at, "known-short-form", 0.8)
