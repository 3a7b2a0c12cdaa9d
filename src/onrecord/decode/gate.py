"""The gate: whether a page can hold anything of the field, decided on its bytes in microseconds, then on its bare text.

A page passes where the distinct terms of the vocabulary on it weigh ENOUGH. The first look is at raw bytes, whatever their
encoding: each term is looked for as UTF-8, as the old encodings of its script, and as character references. The second look
is at the text alone, without scripts and markup: there, a page that has no term of diplomacy, and one of nuclear matters at
most, passes only where its weight exceeds its terms of other subjects by ENOUGH ("The health minister opened a conference of
physicians" is no page of the field, nor is one on the prices of power that names nuclear plants among others). Offices of
defence weigh as much as terms of diplomacy and are none: news of armies names them beside howitzers and frigates, which count
among other subjects. Only what passes both is decoded and read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import ahocorasick_rs

from onrecord.languages.gate import WEIGHTS, Term, of_other_subjects, parsed, vocabulary
from onrecord.model.errors import UsageError

ENOUGH = 4
"""Of weight: a minister and an embassy, say. Chosen on mixed pages (benchmarks/gate.py)."""

NUCLEAR = "nuclear"
"""Names the narrower gate in the place of a vocabulary's file."""

_CHUNK = 1 << 16
"""Bytes looked at before the weight is added up: a page that passes early is not looked through."""

_MARKED = 4096
"""First bytes of a page in which some markup stands, if it is HTML."""

_SCRIPT, _SCRIPT_END = b"<script", b"</script"

_ENCODINGS = {"latin": (), "hangul": ("cp949",), "cyrillic": ("cp1251", "koi8-r")}
_BINARY = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b")
"""How bytes begin in which text does not stand as itself (PDF, office files, UTF-16, gzip). They pass."""


class Gate:
    """A vocabulary, compiled for scanning.

    Args:
        terms: what to look for; the field's own vocabulary in all languages where None.
        needed: the weight that one term at least must have, whatever all of them weigh together.
        others: terms of other subjects, which speak against a page that has nothing but offices and occasions.
    """

    def __init__(self, terms: Iterable[Term] | None = None, *, needed: int = 1, others: Iterable[Term] = ()) -> None:
        self._needed = needed
        self._others = Gate(others) if others else None
        self._terms = tuple(vocabulary() if terms is None else terms)
        forms: dict[bytes, int] = {}
        for number, term in enumerate(self._terms):
            for form in _forms(term):
                forms.setdefault(form, number)
        self._numbers = tuple(forms.values())
        self._longest = max(map(len, forms), default=1)
        self._automaton = ahocorasick_rs.BytesAhoCorasick(list(forms), implementation=ahocorasick_rs.Implementation.DFA)

    def admits(self, content: bytes) -> bool:
        """Tell whether a page may hold anything of the field, from its raw bytes; what cannot be scanned may."""
        return content.startswith(_BINARY) or self._weighs(_without_scripts(content))

    def admits_text(self, content: bytes) -> bool:
        """Tell the same from the page's text, which a quick reader takes out of its markup."""
        if content.startswith(_BINARY):
            return True
        if b"<" not in content[:_MARKED]:
            return self._weighs(content) and not self._is_elsewhere(content)
        content = _without_scripts(content)
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding

        text = extract_plain_text(
            bytes_to_str(content, detect_encoding(content) or "utf-8"), links=False, alt_texts=False, comments=False
        )
        bare = text.encode()
        return self._weighs(bare) and not self._is_elsewhere(bare)

    def _is_elsewhere(self, content: bytes) -> bool:
        """Tell whether a text speaks of offices and occasions, names nuclear matters once at most, and is of another kind."""
        if self._others is None:
            return False
        small = content.lower()
        terms = [self._terms[number] for number in set(self._found(small))]
        groups = [term.group for term in terms]
        if "diplomacy" in groups or groups.count("field") > 1:
            return False
        return sum(term.weight for term in terms) - len(set(self._others._found(small))) < ENOUGH

    def weight(self, content: bytes) -> int:
        """Return what the distinct terms on a page weigh."""
        return sum(self._terms[number].weight for number in set(self._found(content.lower())))

    def _weighs(self, content: bytes) -> bool:
        seen: set[int] = set()
        weight = heaviest = 0
        for start in range(0, len(content), _CHUNK):
            for number in self._found(content[max(0, start - self._longest) : start + _CHUNK].lower()):
                if number not in seen:
                    seen.add(number)
                    weight += self._terms[number].weight
                    heaviest = max(heaviest, self._terms[number].weight)
            if weight >= ENOUGH and heaviest >= self._needed:
                return True
        return False

    def _found(self, small: bytes) -> Iterator[int]:
        """Yield the numbers of the terms in bytes whose ASCII letters are small."""
        for form, start, end in self._automaton.find_matches_as_indexes(small, overlapping=True):
            number = self._numbers[form]
            term = self._terms[number]
            if term.begins_word and start and _is_letter(small[start - 1]) and not _closes_escape(small, start):
                continue
            if term.ends_word and end < len(small) and _is_letter(small[end]):
                continue
            yield number


@cache
def field_gate() -> Gate:
    """Return the gate of the field, compiled once a process."""
    return Gate(others=of_other_subjects())


@cache
def _nuclear_gate() -> Gate:
    return Gate(needed=WEIGHTS["field"], others=of_other_subjects())


def is_nuclear(about: str | Path) -> bool:
    """Tell whether NUCLEAR is meant, and not a file of that name."""
    return str(about) == NUCLEAR and not Path(NUCLEAR).exists()


def gate_about(path: str | Path) -> Gate:
    """Return a gate for a vocabulary of the user's own: one term a line, `#` begins a comment; one term admits a page.

    NUCLEAR in the place of a file stands for the field's own vocabulary, of which a term of nuclear matters must be on the
    page: news of ministers, summits and talks about anything else is refused.

    A term counts where it begins a word, whatever ends it, unless `|` closes it. A weight may follow a tab: 1 to ENOUGH.

    Raises:
        UsageError: the file cannot be read, or names no term.
    """
    if is_nuclear(path):
        return _nuclear_gate()
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the vocabulary cannot be read", "give a text file in UTF-8 with one term a line") from error
    terms = [_term(line, path) for line in lines if line.strip() and not line.startswith("#")]
    if not terms:
        raise UsageError(f"{path}: no term in it", "write one term a line")
    return Gate(terms)


def _term(line: str, path: str | Path) -> Term:
    text, _, weight = line.partition("\t")
    if weight.strip() and not (weight.strip().isdigit() and 0 < int(weight) <= ENOUGH):
        raise UsageError(f"{path}: {weight.strip()!r} is no weight", f"write a number from 1 to {ENOUGH} behind the tab")
    return parsed(text, int(weight) if weight.strip() else ENOUGH)


def _without_scripts(content: bytes) -> bytes:
    """Return a page without its scripts: most of its bytes, and none of its text, which the second look goes by."""
    if b"<" not in content[:_MARKED]:
        return content
    pieces, kept, opens = [], 0, content.find(_SCRIPT)
    while opens >= 0 and (end := _next_end(content, opens)) >= 0:
        # Where another tag ends first, it was opened in a comment or an attribute, or has text in it.
        if content.startswith(_SCRIPT_END, end):
            pieces.append(content[kept:opens])
            kept = end
        opens = content.find(_SCRIPT, end)
    return b"".join((*pieces, content[kept:])) if pieces else content


def _next_end(content: bytes, at: int) -> int:
    """Return where the next tag ends, or -1."""
    while (at := content.find(b"<", at + 1)) >= 0:  # one byte is found many times as fast as two
        if content.startswith(b"</", at):
            return at
    return -1


def _forms(term: Term) -> Iterator[bytes]:
    """Yield the bytes as which a term may stand on a page whose ASCII letters were made small."""
    script = "hangul" if not term.begins_word else "latin" if term.text.isascii() else "cyrillic"
    variants = dict.fromkeys((term.text, term.text.capitalize(), term.text.title(), term.text.upper()))
    for text in variants if script == "cyrillic" else (term.text, term.text.capitalize()):
        yield text.encode().lower()
        for encoding in _ENCODINGS[script]:
            encoded = text.encode(encoding, "ignore").lower()
            if len(encoded) >= len(text):  # else the encoding lacks a letter of it
                yield encoded
        if not text.isascii():
            yield "".join(f"&#{ord(letter)};" if ord(letter) > 127 else letter for letter in text).encode().lower()
            yield "".join(f"&#x{ord(letter):x};" if ord(letter) > 127 else letter for letter in text).encode().lower()
            yield "".join(f"\\u{ord(letter):04x}" if ord(letter) > 127 else letter for letter in text).encode().lower()


def _is_letter(byte: int) -> bool:
    """Tell whether a byte is part of a word: an ASCII letter or figure, or part of a letter of another script."""
    return byte >= 0x80 or 0x61 <= byte <= 0x7A or 0x30 <= byte <= 0x39


def _closes_escape(content: bytes, start: int) -> bool:
    r"""Tell whether what stands before a match is a mark of several bytes, and no letter: a quotation mark, `\n`."""
    return content[max(0, start - 3) : start].startswith(b"\xe2\x80") or content[max(0, start - 2) : start] in (b"\\n", b"\\t")
