"""Korean syllables and the ways in which Latin and Cyrillic letters spell them.

Romanising loses what tells two Korean names apart (Jung is 정 or 중, Yong is 용 or 영), so spellings are read backwards:
`readings("jung", "g")` gives every Hangul syllable that `jung` may stand for in a given name, with its probability. The
probabilities join three sources: counts of spellings (`data/syllables.tsv`), the official and scholarly systems
(`data/letters.tsv`), and, for a spelling never seen, counts of how single letters are spelled (`data/letter_spellings.tsv`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from onrecord.languages.spelling import data_rows

Role = Literal["s", "g"]
"""s: surname; g: a syllable of a given name."""

Readings = dict[str, float]
"""Hangul syllable (or surname of two syllables) → probability."""

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = "_ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
SYSTEM = 2.0
"""How many counts the systems are worth together for each syllable, at least."""
SYSTEM_SHARE = 0.05
"""What they are worth beside a syllable that was counted often."""
LETTERS = 4.0
"""How many counts the spelling letter by letter is worth for each syllable."""
FREE = 2.0
"""How many counts a free spelling of a letter is worth."""
COLUMNS = {"rr": (0, 0.6), "mr": (1, 0.3), "yale": (2, 0.1)}
RARE = 2e-5
"""The share of a syllable that was never counted."""
LONGEST = 7
"""Letters of the longest spelling of a syllable (`cheoung`, `kyoung'`)."""


def decompose(syllable: str) -> tuple[str, str, str]:
    """Return onset, vowel and coda of a Hangul syllable as compatibility letters; the coda is "-" where there is none."""
    at = ord(syllable) - 0xAC00
    return ONSETS[at // 588], VOWELS[at % 588 // 28], CODAS[at % 28].replace("_", "-")


@cache
def _systems() -> dict[tuple[str, str], list[tuple[str, ...]]]:
    """Place and letter → one tuple of alternatives for each of RR, MR, Yale and Kholodovich."""
    return {
        (row[0], row[1]): [tuple(run.replace("-", "") for run in column.split("/")) for column in row[2:]]
        for row in data_rows("ko", "letters.tsv")
    }


def romanise(text: str) -> str:
    """Return text with every Hangul syllable in Revised Romanization, letter by letter, syllables joined."""
    return re.sub("[가-힣]", lambda match: _system(match[0], 0)[0], text)


def _system(syllable: str, column: int) -> list[str]:
    """All spellings of a syllable in one system, the first alternatives first."""
    table = _systems()
    parts = []
    for place, letter in zip(("onset", "vowel", "coda"), decompose(syllable), strict=True):
        parts.append(table.get((place, letter), [("",)] * 4)[column])
    return ["".join(runs) for runs in product(*parts)]


@cache
def _counts() -> dict[tuple[str, str], dict[str, float]]:
    """Role and syllable → spelling → count, the share of the systems included."""
    counts: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for role, syllable, spelling, count in data_rows("ko", "syllables.tsv"):
        counts[role, syllable][spelling] = float(count)
    for role, surname, spellings, count in data_rows("ko", "surname_spellings.tsv"):
        for spelling in spellings.split("/"):
            row = counts[role, surname]
            row[spelling] = max(row.get(spelling, 0.0), float(count))
    for (_, syllable), row in counts.items():
        worth = max(SYSTEM, SYSTEM_SHARE * sum(row.values()))
        for column, share in COLUMNS.values():
            systematic = system_spellings(syllable, column)
            for spelling in systematic:
                row[spelling] = row.get(spelling, 0.0) + worth * share / len(systematic)
    return counts


def system_spellings(syllables: str, column: int) -> list[str]:
    """Spellings of one syllable, or of a surname of two, in one system (0 RR, 1 MR, 2 Yale, 3 Kholodovich)."""
    return ["".join(runs) for runs in product(*(_system(syllable, column) for syllable in syllables))]


@cache
def frequencies(role: Role) -> dict[str, float]:
    """How common each surname, or each syllable of given names, is; the values add up to about one.

    Surnames come from the census (`data/surnames.tsv`, in a thousand); one that it lacks (리 in the North) from the counts.
    """
    totals = {syllable: sum(row.values()) for (kind, syllable), row in _counts().items() if kind == role}
    whole = sum(totals.values())
    shares = {syllable: total / whole for syllable, total in totals.items()}
    if role == "s":
        shares.update((surname, float(share) / 1000) for surname, share in data_rows("ko", "surnames.tsv"))
    return shares


@cache
def _spelled(role: Role) -> dict[str, Readings]:
    """Spelling → syllable → P(spelling | syllable), Latin and Cyrillic in one table."""
    table: dict[str, Readings] = defaultdict(dict)
    for (kind, syllable), row in _counts().items():
        if kind != role:
            continue
        whole = sum(row.values()) + LETTERS
        for spelling, count in row.items():
            table[spelling][syllable] = count / whole
        cyrillic = system_spellings(syllable, 3)
        for at, spelling in enumerate(cyrillic):
            share = 1 / len(cyrillic) if at else 0.5
            table[spelling][syllable] = max(share, table[spelling].get(syllable, 0.0))
    for spelling in list(table):
        for letter, other, share in _LOOSE if role == "g" else _BREATHED:
            if letter in spelling:
                loose = table[spelling.replace(letter, other)]
                for syllable, p in table[spelling].items():
                    loose.setdefault(syllable, share * p)
    return table


_BREATHED = (("тх", "т", 0.1), ("пх", "п", 0.1), ("чх", "ч", 0.1), ("кх", "к", 0.1))
"""The breath behind a stop, which the press leaves out (Так Сын Мин for Тхак)."""
_LOOSE = (("э", "е", 0.15), ("е", "э", 0.05), ("ё", "е", 0.3), *_BREATHED)
"""Letters that stand for one another in Korean syllables (Мун Чжэ Ин, Мун Дже Ин; Гён, Ген), and how often."""


@cache
def _letter_spellings() -> dict[str, dict[str, dict[str, float]]]:
    """Place → run of Latin letters → letter → P(run | letter)."""
    counts: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for place, letter, run, count in data_rows("ko", "letter_spellings.tsv"):
        counts[place, letter][run.replace("-", "")] = float(count)
    for place, letter, runs in data_rows("ko", "free_spellings.tsv"):
        for run in runs.split("/"):
            counts[place, letter].setdefault(run.replace("-", ""), FREE)
    table: dict[str, dict[str, dict[str, float]]] = {place: defaultdict(dict) for place in ("onset", "vowel", "coda")}
    for (place, letter), row in counts.items():
        whole = sum(row.values()) + 10 * FREE
        for run, seen in row.items():
            table[place][run][letter] = seen / whole
    return table


@cache
def _letter_places() -> dict[str, dict[str, list[tuple[int, float]]]]:
    """Place → run of Latin letters → what the letter adds to the code point of a syllable, and P(run | letter)."""
    worth = {
        "onset": {letter: 0xAC00 + place * 588 for place, letter in enumerate(ONSETS)},
        "vowel": {letter: place * 28 for place, letter in enumerate(VOWELS)},
        "coda": {letter.replace("_", "-"): place for place, letter in enumerate(CODAS)} | {"_": 0},
    }
    return {
        place: {run: [(worth[place][letter], p) for letter, p in row.items()] for run, row in runs.items()}
        for place, runs in _letter_spellings().items()
    }


_WH = re.compile("^wh")
_PARTS = re.compile(r"([^aeiouyw]*)([aeiouyw]+h?(?![aeiouyw]))([^aeiouyw]*)")


@lru_cache(maxsize=8192)
def _by_letters(spelling: str) -> Readings:
    """P(spelling | syllable) for every syllable that a spelling may stand for through its three runs of letters."""
    match = _PARTS.fullmatch(_WH.sub("hw", spelling))
    if not match:
        return {}
    table = _letter_places()
    onset_run, vowel_run, coda_run = match.groups()
    if vowel_run.endswith("h") and vowel_run not in table["vowel"]:
        vowel_run, coda_run = vowel_run[:-1], "h" + coda_run
    if len(coda_run) == 2 and coda_run not in table["coda"] and coda_run[0] == coda_run[1]:
        coda_run = coda_run[0]
    onsets, vowels, codas = (
        table["onset"].get(onset_run, ()),
        table["vowel"].get(vowel_run, ()),
        table["coda"].get(coda_run, ()),
    )
    return {chr(onset + vowel + coda): p * q * r for onset, p in onsets for vowel, q in vowels for coda, r in codas}


@cache
def _variants() -> dict[str, dict[str, float]]:
    """Syllable → syllables that are another way to write it (the initial law: 류 and 유, 리 and 이, 렬 and 열)."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for one, other, share in data_rows("ko", "variants.tsv"):
        found[one][other] = found[other][one] = float(share)
    return found


@cache
def _initials() -> dict[str, Readings]:
    """Letter → syllable of a given name → the probability that its spelling begins with the letter."""
    table: dict[str, Readings] = defaultdict(lambda: defaultdict(float))
    for spelling, row in _spelled("g").items():
        for syllable, p in row.items():
            table[spelling[:1]][syllable] = min(1.0, table[spelling[:1]][syllable] + p)
    return table


def likelihoods(spelling: str, role: Role) -> Readings:
    """Return P(spelling | syllable) for every syllable that the spelling, or an initial ("h."), may stand for."""
    if "가" <= spelling[:1] <= "힣":
        return {spelling: 1.0, **_variants().get(spelling, {})}
    if spelling.endswith("."):
        return _initials().get(spelling[:-1], {})
    found = dict(_spelled(role).get(spelling, ()))
    if role == "g":
        counted = _counted()
        for syllable, p in _by_letters(spelling).items():
            share = p * LETTERS / counted.get(syllable, LETTERS)
            found[syllable] = found[syllable] + share if syllable in found else share
    return found


@cache
def _counted() -> dict[str, float]:
    """How often each syllable of given names was counted, the share of the systems and what `LETTERS` adds included."""
    return {syllable: sum(row.values()) + LETTERS for (role, syllable), row in _counts().items() if role == "g"}


@lru_cache(maxsize=16384)
def readings(spelling: str, role: Role) -> Readings:
    """Return the Hangul syllables that a spelling may stand for, with probabilities that add up to one.

    Args:
        spelling: one syllable in lower-case Latin, Cyrillic or Hangul letters.
        role: whether it is a surname or part of a given name.
    """
    known = frequencies(role)
    rare = RARE
    joint = {syllable: p * known.get(syllable, rare) for syllable, p in likelihoods(spelling, role).items()}
    whole = sum(joint.values())
    return {syllable: p / whole for syllable, p in joint.items()} if whole > 0 else {}


@lru_cache(maxsize=16384)
def weight(spelling: str, role: Role) -> float:
    """Return how probable a spelling is among all spellings of surnames, or of syllables of given names."""
    known = frequencies(role)
    return sum([p * known[syllable] if syllable in known else p * RARE for syllable, p in likelihoods(spelling, role).items()])


def is_surname(spelling: str) -> bool:
    """Tell whether a spelling, in whatever script, may stand for a Korean surname."""
    return "가" <= spelling[:1] <= "힣" or spelling in _spelled("s")


def is_syllable(spelling: str) -> bool:
    """Tell whether a spelling may stand for a syllable of a Korean given name: whether `weight` of it is above zero."""
    return "가" <= spelling[:1] <= "힣" or spelling in _spelled("g") or bool(likelihoods(spelling, "g"))


@lru_cache(maxsize=16384)
def syllables(word: str, most: int = 3) -> tuple[tuple[str, ...], ...]:
    """Return the ways to part a joined given name (`jungmin`) into at most `most` syllables, the likeliest first.

    Only syllables with a known spelling count; at most three ways are given, none for a word that is no Korean name.
    """
    known = _spelled("g")
    ways: list[list[tuple[float, tuple[str, ...]]]] = [[] for _ in range(len(word) + 1)]
    ways[0].append((1.0, ()))
    for end in range(1, len(word) + 1):
        found = []
        for begin in range(max(0, end - LONGEST), end):
            piece = word[begin:end]
            if ways[begin] and piece in known:
                share = weight(piece, "g")
                found += [(p * share, (*way, piece)) for p, way in ways[begin] if len(way) < most]
        ways[end] = sorted(found, key=lambda way: (-way[0], way[1]))[:4]
    if not ways[-1]:
        return ()
    least = ways[-1][0][0] * 0.01
    return tuple(way for p, way in ways[-1] if p >= least)[:3]
