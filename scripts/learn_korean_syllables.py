"""Count how Korean surnames and syllables of given names are spelled in Latin letters.

    python scripts/learn_korean_syllables.py NAMES.tsv src/onrecord/languages/ko/data

NAMES.tsv pairs full names in Latin letters with the same in Hangul, one pair a line (the file `names.en-ko.tsv` drawn from
NETransliteration-COLING2018, Wikidata, CC0). Only names of the shape `Surname Given-name` are read, because their syllables
need no guess; a spelling that is seen once and has no letters in common with the usual ones of its syllable is an error of
the list and left out. The result is the same on every run.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

SHAPE = re.compile(r"([a-z']+) ([a-z']+)-([a-z']+)")
PARTS = re.compile(r"(ch'?|[bcdfghjklmnpqrstvxz']*)([aeiouyw]+)(h?[bcdfgjklmnpqrstvxz]*|h)")
SOURCE = "NETransliteration-COLING2018 (Wikidata, CC0)"

Counts = dict[tuple[str, str], Counter[str]]


def letters(syllable: str) -> tuple[str, str, str]:
    """Return the three letters of a Hangul syllable as compatibility jamo, the last one empty where there is none."""
    at = ord(syllable) - 0xAC00
    codas = "_ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
    return (
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[at // 588],
        "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"[at % 588 // 28],
        codas[at % 28].strip("_"),
    )


def read(path: Path) -> Counts:
    """Return role and syllable → spelling → how often, from the names of plain shape."""
    counts: Counts = defaultdict(Counter)
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, hangul = line.split("\t")
        match = SHAPE.fullmatch(latin.lower())
        if match and re.fullmatch("[가-힣]{3}", hangul):
            for role, syllable, spelling in zip("sgg", hangul, match.groups(), strict=True):
                counts[role, syllable][spelling] += 1
    return counts


def letter_counts(counts: Counts) -> Counts:
    """Return place and letter → run of Latin letters → how often, from all syllables that fall into three parts."""
    found: Counts = defaultdict(Counter)
    for (_, syllable), row in counts.items():
        for spelling, count in row.items():
            match = PARTS.fullmatch(spelling)
            if match:
                for place, letter, run in zip(("onset", "vowel", "coda"), letters(syllable), match.groups(), strict=True):
                    found[place, letter][run] += count
    return found


def plausible(syllable: str, spelling: str, runs: Counts) -> bool:
    """Whether every part of the spelling is among the usual ones (1 % or more) of its letter."""
    match = PARTS.fullmatch(spelling)
    if not match:
        return False
    for place, letter, run in zip(("onset", "vowel", "coda"), letters(syllable), match.groups(), strict=True):
        row = runs[place, letter]
        if row[run] < 0.01 * sum(row.values()):
            return False
    return True


def main() -> None:
    """Read the list, write the two files of counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    counts = read(args.names)
    runs = letter_counts(counts)
    lines = [
        f"# How often Korean surnames (s) and syllables of given names (g) are spelled so in Latin letters. Source: {SOURCE},",
        "# learned by scripts/learn_korean_syllables.py. Columns: role, syllable, spelling, count.",
    ]
    for (role, syllable), row in sorted(counts.items()):
        lines += [
            f"{role}\t{syllable}\t{spelling}\t{count}"
            for spelling, count in sorted(row.items(), key=lambda item: (-item[1], item[0]))
            if (count >= 0.05 * sum(row.values()) and count > 1) or plausible(syllable, spelling, runs)
        ]
    (args.out / "syllables.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = [
        f"# How often the letters of a syllable are spelled so. Source: {SOURCE}, learned by",
        "# scripts/learn_korean_syllables.py. Columns: place, letter (- for none), run of Latin letters (- for none), count.",
    ]
    for (place, letter), row in sorted(runs.items()):
        lines += [
            f"{place}\t{letter or '-'}\t{run or '-'}\t{count}"
            for run, count in sorted(row.items(), key=lambda item: (-item[1], item[0]))
            if count >= 0.003 * sum(row.values()) and count > 1
        ]
    (args.out / "letter_spellings.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
