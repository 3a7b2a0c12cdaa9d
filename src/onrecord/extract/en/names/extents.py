"""How far the name of a body reaches from its head noun to the left and to the right."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.en.names.nations import Nation
from onrecord.extract.en.names.words import Line, Word
from onrecord.languages.en import names, organizations, titles

_INSIDE = ("of", "for", "on", "against", "de", "des", "to")
_LONGEST_COMPLEMENT = 15
"""Words behind its head over which the name of a body may go on ("Committee for the Control of …")."""
_PARTICIPLES = ("-led", "-based", "-owned", "-backed", "-run", "-sponsored", "-born", "-funded", "-linked")


@dataclass(slots=True)
class Extents:
    """The words of one line. `nations` and `starts` say where countries stand and where persons' names begin."""

    line: Line
    nations: dict[int, Nation]
    starts: frozenset[int]

    def next(self, at: int) -> Word | None:
        """Return the word behind `at`, or None at the end of the line or behind a possessive."""
        words = self.line.words
        return words[at + 1] if at + 1 < len(words) and not words[at].possessive else None

    def left(self, at: int) -> int:
        """Return the first word of the name whose head is `at`."""
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
            or titles.says_former(words[first].text)
            or words[first].lower.endswith(_PARTICIPLES)
            or words[first].mark
        ):
            first += 1
        return first

    def _belongs_left(self, k: int, at: int) -> bool:
        word = self.line.words[k]
        if word.possessive:
            owned = k > 0 and self.line.words[k - 1].lower == "of"  # "the Department of Justice's Office"
            office = self.line.words[at].text == "Office" and titles.head_kind(word.text) == "office" and not owned
            return (
                organizations.holds_possessive(word.text)
                or (office and at == k + 1)
                or (
                    at == k + 1
                    and word.capital
                    and word.lower.endswith("s")
                    and organizations.joins_people(self.line.words[at].text)
                )
                or (self.line.words[at].lower == "government" and word.text == "Majesty")
            )
        if word.text[0].isdigit():
            return word.text[-2:] in ("st", "nd", "rd", "th") and self.line.words[at].text == "Congress"
        if word.text in ("Her", "His") and self.line.words[k + 1].text == "Majesty":
            return True
        if not word.capital or names.is_function_word(word.text):
            return False
        kind = titles.head_kind(word.text)
        office = kind is not None and not titles.is_plural(word.text) and not titles.is_modifier(word.text)
        if office and word.text != "Metropolitan":  # "Ulba Metropolitan University"
            return False
        visits = self.line.headline and names.is_headline_verb(word.text)  # "Ambassador Visits Lunde University"
        return (
            not visits
            and not names.is_honorific(word.text)
            and not (word.opening and word.tag in ("VBG", "VB", "VBN", "VBD", "RB"))
        )

    def _joined_left(self, k: int, at: int) -> int | None:
        """Return where a name that runs over "and", "&" or a comma at `k` begins, or None where the mark parts two names.

        It runs over the mark only where "the" or a possessive stands before the whole, and every part is made of capitalised
        words that are neither countries nor bodies nor persons.
        """
        words = self.line.words
        if words[k].text == "," and organizations.among("company_forms", words[k + 1].text):
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
            or (before.lower in ("of", "for") and first > 1 and self._fits_office(first - 2, at))
        )
        lead = organizations.is_known(before.text) or titles.head_kind(before.text) is not None
        spanned = words[first].label == "ORG" and words[k].label == "ORG" and not words[k + 1].first.begins
        return first if determined or lead or spanned else None

    def _fits_office(self, office: int, head: int) -> bool:
        """Tell whether a body that joins two names follows its officer ("Director of Asia and Africa Department")."""
        words = self.line.words
        part = organizations.among("departments", words[head].text)
        return part and titles.head_kind(words[office].text) == "office"

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

    def right(self, at: int) -> int:
        """Return the last word of the name whose head is `at`: complements, and what "and" adds to them."""
        words, last = self.line.words, at
        pair = " ".join(word.text for word in words[max(0, at - 1) : at + 1])
        abroad = organizations.among("abroad", words[at].text) or organizations.among("abroad", pair)
        while last + 1 < len(words) and last - at < _LONGEST_COMPLEMENT:
            word = words[last + 1]
            if words[last].possessive:
                break
            if word.lower == "to" and not organizations.among("for_purposes", words[at].text):
                break
            if word.lower == "on" and organizations.among("without_subject", words[at].text):
                break
            if (
                last > at
                and word.lower == "of"
                and not organizations.among("of_states", words[at].text)
                and self._state(last + 2)
            ):
                break
            if word.lower in _INSIDE or (word.lower == "in" and (abroad or self._region(last + 2))):
                end = self._complement(last + 2, word.lower, at)
            elif last > at and (word.lower == "and" or word.text in ("&", ",")):
                end = self._more(last + 1)
            else:
                break
            if end is None:
                break
            last = end
        return last

    def _state(self, at: int) -> bool:
        """Tell whether a country stands at `at`, past an article."""
        words = self.line.words
        at += at < len(words) and words[at].lower == "the"
        return at in self.nations and not self.nations[at].adjective

    def _region(self, at: int) -> bool:
        words = self.line.words
        return at < len(words) and (organizations.is_region(words[at].text) or (
            at + 1 < len(words) and organizations.is_region(words[at + 1].text)))  # fmt: skip

    def _complement(self, at: int, preposition: str, head: int) -> int | None:
        """Return the last word of a complement that begins at `at`, or None where none does."""
        words = self.line.words
        if at < len(words) and words[at].text in ("the", "The"):
            at += 1
        if at >= len(words) or not words[at].capital or names.is_function_word(words[at].text) or at in self.starts:
            return None
        if names.is_calendar(words[at].text) or (
            preposition == "on"
            and not organizations.among("parted", words[head].text)
            and words[at].label in ("GPE", "LOC", "FAC", "PRODUCT", "DATE")
        ):
            return None
        if preposition == "to" and at in self.nations and not self.nations[at].adjective:
            return None
        last = at
        if at in self.nations:
            last = self.nations[at].last
            if not self.nations[at].adjective and not self._heads_behind(last):
                return last  # "of the Ministry of Foreign Affairs of Norland | Anna Steen"
        while not words[last].possessive and last + 1 < len(words):
            word = words[last + 1]
            if not word.capital or word.mark or last + 1 in self.starts or names.is_honorific(word.text):
                break
            if "\n" in word.gap and self.line.headline:
                break
            last += 1
        if organizations.among("parted", words[head].text) and self._is_body(at, last):
            return None  # "the Foreign Affairs Committee of the National Assembly" are two bodies
        return self._without_name(at, last, head)

    def _heads_behind(self, at: int) -> bool:
        """Tell whether the run of capitals behind a country has the head of a body, or a word that is in no name."""
        words, k = self.line.words, at + 1
        while k < len(words) and words[k].capital and not words[k].mark and not words[k - 1].possessive:
            if organizations.is_head(words[k].text) or organizations.rules_out(words[k].text):
                return True
            k += 1
        return False

    def _is_body(self, at: int, last: int) -> bool:
        words = self.line.words
        if organizations.is_known(" ".join(word.text for word in words[at : last + 1])):
            return True
        return at not in self.nations and any(organizations.is_whole(word.text) for word in words[at : last + 1])

    def _without_name(self, at: int, last: int, head: int) -> int | None:
        """Cut a title and the name behind it from the end of a complement ("… of Energy Deputy Director Kim")."""
        words = self.line.words
        for k in range(at + 1, last + 1):
            following = self.next(k)
            named = (
                k < last
                or k + 1 in self.starts
                or not organizations.among("of_offices", words[head].text)
                or (following is not None and following.capital and not following.mark)
            )
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
        other = names.is_honorific(words[start].text) or any(
            organizations.is_head(word.text) or titles.head_kind(word.text) for word in part
        )
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
        return start if listed and (same or self._is_field(start)) else None

    def _is_field(self, at: int) -> bool:
        """Tell whether a comma adds one more field to those of a committee, the last behind "and": ", Defence and Security"."""
        words = self.line.words
        if not organizations.is_ministry_field(words[at].lower) or at + 2 >= len(words) or words[at + 1].lower != "and":
            return False
        behind = words[at + 2]
        return behind.capital and at + 2 not in self.starts and not titles.head_kind(behind.text) and at + 2 not in self.nations
