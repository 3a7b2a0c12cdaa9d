"""Organizations by the form of their names: a head noun with what stands before and behind it, or a known name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.extract.en.names import context, firms
from onrecord.extract.en.names.extents import Extents
from onrecord.extract.en.names.nations import Nation, joined
from onrecord.extract.en.names.words import Line
from onrecord.languages.en import names, organizations, titles
from onrecord.languages.reading import Token

_ORDINALS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "inaugural", "annual")
)

_CLAUSE = 6
"""Words behind a name in which a clause begins that tells when it is held."""
_HELD = re.compile(
    r"(?:(?:is|was|were|is being|will be|to be|is to be) )?(?:(?:held|convened)|(?:scheduled|slated|set|planned) for) "
    r"|(?:took|takes|(?:will|to|is to|due to) take) place |open(?:s|ed) on "
)


@dataclass(frozen=True, slots=True)
class Body:
    """Words `first` to `last` (inclusive) of a line that name an organization."""

    first: int
    last: int
    rule: str


@dataclass(slots=True)
class Bodies:
    """Finds the bodies of one line. `nations` and `starts` say where countries stand and where persons' names begin."""

    line: Line
    nations: dict[int, Nation]
    starts: frozenset[int]
    found: list[Body] = field(default_factory=list)
    extents: Extents = field(init=False)

    def __post_init__(self) -> None:
        self.extents = Extents(self.line, self.nations, self.starts)

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
        if not word.text[0].isalpha() or not (word.capital or organizations.may_name(word.text)):
            return None
        known = self._known(at)
        headed = self._headed(at)
        if headed and (not known or headed.last - headed.first >= known.last - known.first):
            return headed
        return known or self._small(at) or self._alone(at) or self._of_people(at) or self._told(at)

    def _of_people(self, at: int) -> Body | None:
        """Find a body called by those who make it and what they are for: "Mayors for Peace", "Doctors Without Borders"."""
        words = self.line.words
        if not organizations.holds_people(words[at].text) or at + 2 >= len(words) or not words[at + 2].capital:
            return None
        before = words[at - 1] if at else None
        if words[at + 1].lower not in ("for", "against", "without") or (
            before is not None and before.capital and not before.mark
        ):
            return None
        last = at + 2
        while last + 1 < len(words) and words[last + 1].capital and not words[last + 1].mark and not words[last].possessive:
            last += 1
        return Body(at, last, "people-for")

    def _told(self, at: int) -> Body | None:
        """Find a body that the words before it tell of, and that nothing in its own form does."""
        found = firms.body_at(self.line, at, self.nations) or context.body_at(self.line, at, self.nations, self.starts)
        if found is None or any(self._headed(k) or self._known(k) for k in range(at, found[0] + 1)):
            return None
        return Body(at, *found)

    def _known(self, at: int) -> Body | None:
        words = self.line.words
        longest = organizations.longest_known(words[at].text)
        if not longest or (at in self.nations and self.nations[at].first < at):
            return None
        for length in range(min(longest, len(words) - at), 0, -1):
            part = words[at : at + length]
            if any(word.possessive for word in part[:-1]):
                continue
            name = " ".join(word.text for word in part)
            if length == 1 and self._is_portfolio(at):
                continue
            if organizations.is_known(name) and self._free(at, at + length - 1):
                last = at + length - 1
                following = self.extents.next(last)
                if part[-1].text == "State":
                    last = self._stated(self.extents.right(last))
                elif length > 1 and following is not None and self._is_completed(name, part[-1].text, following.lower):
                    last = self.extents.right(last)
                return Body(at, last, "known-name")
        return None

    @staticmethod
    def _is_completed(name: str, last: str, preposition: str) -> bool:
        """Tell whether more of a known name follows: "Preparatory Commission for the …", "Supreme Court of Norland"."""
        purpose = preposition == "for" and organizations.is_head(last)
        return purpose or (preposition == "of" and organizations.among("of_states", name))

    def _is_portfolio(self, at: int) -> bool:
        """Tell whether the word is what a minister is "of" ("Vice Minister of Labour"), be there a party of that name."""
        words = self.line.words
        of = at > 1 and words[at - 1].lower == "of" and titles.head_kind(words[at - 2].text) is not None
        return of and organizations.is_ministry_field(words[at].lower)

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
        following = self.extents.next(last)
        if following is not None and following.text[0].isdigit() and not self.line.words[first].text.isupper():
            return False
        return not (first == last and following and following.capital and organizations.rules_out(following.text) and len(
            self.line.words[first].text) > 5)  # fmt: skip

    def _headed(self, at: int) -> Body | None:
        words, word = self.line.words, self.line.words[at]
        if not organizations.is_head(word.text) or at in self.nations:
            return None
        at = self._last_head(at)
        word = self.line.words[at]
        first = self.extents.left(at)
        last = at if word.possessive else self.extents.right(at)
        while last > at and words[last].lower in ("of", "the", "for"):
            last -= 1  # "OFFICE OF THE | SPOKESPERSON"
        if first == last and organizations.is_weak_head(word.text):
            return None
        if first == last and not organizations.stands_alone(word.text):
            return None
        if self._is_event(first, at, last) or self._is_plain(first, at, last):
            return None
        return Body(first, last, "head-noun")

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
        if self._is_course_or_review(first, head, last):
            return True
        if organizations.among("held", text) and self._is_told_as_held(last):
            return True
        if organizations.among("occasions", text.capitalize()) and last == head:
            ordinal = any(word.text[0].isdigit() or word.lower in _ORDINALS for word in words[max(0, first - 1) : head])
            number = head + 1 < len(words) and words[head + 1].text[0].isdigit()
            compound = any(joined(word) for word in words[first:head])
            spoken_at = text == "Forum" and _is_where_one_speaks(words[head].first)
            return ordinal or number or compound or spoken_at or words[head].label not in ("ORG", "")
        following = self.extents.next(last)
        paper = following is not None and following.capital and not following.mark and organizations.rules_out(following.text)
        return paper and head == last and (first == last or organizations.is_weak_head(text))

    def _is_told_as_held(self, last: int) -> bool:
        """Tell whether a clause behind a name says when it is held: "the Lunde Forum of Parliaments, to be held on 3 May"."""
        behind = [word.lower for word in self.line.words[last + 1 : last + 1 + _CLAUSE]]
        told = " ".join(word for word in behind if word not in (",", "which", "that"))
        return _HELD.match(told) is not None

    def _is_course_or_review(self, first: int, head: int, last: int) -> bool:
        """Tell whether the words name a course ("Summer Academy on …") or the subject of a conference ("the NPT Review")."""
        words, text = self.line.words, self.line.words[head].text
        season = words[head - 1].lower if head > first else ""
        if season in ("summer", "winter", "spring", "autumn") and text in ("Academy", "School", "Institute", "University"):
            return True
        following = self.extents.next(last)
        return text == "Review" and following is not None and following.text in ("Conference", "Meeting", "Session", "Process")

    def _is_plain(self, first: int, head: int, last: int) -> bool:
        """Tell whether the words are no name here: "for Emerging Technologies", "Senior Administration officials"."""
        words = self.line.words
        text = words[head].text
        if text in ("Advisers", "Advisors") and first < head and self._are_officers(first, head, last):
            return True
        if text in ("Center", "Centre") and first < head == last and organizations.among("halls", words[head - 1].text):
            return True  # a hall to meet in
        before = words[first - 1].lower if first else ""
        if (
            organizations.among("plain", text)
            and last == head
            and before in ("and", "for", "of", "on", "in", "&")
            and words[head].label != "ORG"
        ):
            return True
        following = self.extents.next(last)
        office = following is not None and titles.head_kind(following.text) is not None
        office = office and (text.isupper() or not (following and following.capital))  # "SENIOR ADMINISTRATION OFFICIAL"
        ranked = organizations.among("ranking", words[first].text) and last == head
        if ranked and following is not None and titles.head_kind(following.text):
            return True  # "Chief Cabinet Secretary"
        pairs = (f"{words[head - 1].text} {text}", f"{text} {following.text}" if following is not None else "")
        return (text.capitalize() in ("Government", "Administration") and office) or (
            last == head and any(organizations.among("no_bodies", pair) for pair in pairs)
        )

    def _are_officers(self, first: int, head: int, last: int) -> bool:
        """Tell whether the words are the office of several: "Deputy Advisers X and Y", "Security Advisers of Norland"."""
        offices = all(titles.is_modifier(word.text) or titles.head_kind(word.text) for word in self.line.words[first:head])
        return offices or head + 1 in self.starts or any(k in self.nations for k in range(head + 1, last + 1))

    def _small(self, at: int) -> Body | None:
        """Find a head in small letters behind a capitalised name: "Umit association", "the foreign ministry"."""
        words = self.line.words
        word = words[at]
        if not organizations.is_small_head(word.text) or at == 0:
            return None
        if word.text == "ministry" and organizations.is_ministry_field(words[at - 1].lower) and not words[at - 1].possessive:
            first = self.nations[at - 2].first if at - 2 in self.nations else at - 1
            return Body(first, at, "field-ministry")
        first = self.extents.left(at)
        if not self._names_small(first, at):
            return None
        last = self.extents.right(at) if organizations.among("abroad", word.text) and not word.possessive else at
        return Body(first, last, "small-head")

    def _names_small(self, first: int, at: int) -> bool:
        """Tell whether the words from `first` on make the head in small letters at `at` a name."""
        words = self.line.words
        word, before = words[at].text, words[at - 1]
        following = words[at + 1] if at + 1 < len(words) else None
        if first == at or before.mark or before.possessive or names.is_function_word(before.text):
            return False
        titled = titles.head_kind(before.text) is not None
        office = following is not None and titles.head_kind(following.text) and word in ("police", "party", "senate")
        calls = (
            following is not None and following.capital and context.is_called(self.line, at + 1)
        )  # "International federation FIDE"
        local = organizations.among("local", word) and before.label in ("GPE", "LOC", "NORP")
        national = all(k in self.nations for k in range(first, at)) and not organizations.among("national", word)
        return not (titled or office or calls or local or national)

    def _alone(self, at: int) -> Body | None:
        words = self.line.words
        word = words[at]
        if not organizations.stands_alone(word.text) or (word.opening and word.tag not in ("NNP", "NNPS")):
            return None
        before = words[at - 1] if at else None
        following = self.extents.next(at)
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
        return Body(at, at, "known-short-form")


def _is_where_one_speaks(noun: Token) -> bool:
    """Tell whether a noun stands behind "at" and a verb other than one of work: "will present it at the Lunde Forum"."""
    prep = noun.head
    verb = prep.head.head if prep.head.dep == "dobj" else prep.head
    return noun.dep == "pobj" and prep.lower == "at" and verb.tag.startswith("VB") and not verb.lower.startswith(_WORKING)


_WORKING = ("work", "teach", "taught", "stud", "serv", "lectur", "research", "is", "was", "has", "be")
