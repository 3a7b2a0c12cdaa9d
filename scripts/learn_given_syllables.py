"""Count which syllables stand in native Korean given names.

    python scripts/learn_given_syllables.py names.en-ko.tsv > src/onrecord/languages/ko/data/given_syllables.tsv

The source is names.en-ko.tsv of NETransliteration-COLING2018 (Wikidata, CC0): full names in Latin letters and in Hangul. A
native name has three syllables, its first is a surname, and its Latin form begins or ends with a usual spelling of it.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

SURNAMES = {
    "김": "kim gim", "이": "lee yi rhee li", "박": "park pak bak", "최": "choi choe", "정": "jung jeong chung chong",
    "강": "kang gang", "조": "cho jo", "윤": "yoon yun", "장": "jang chang", "임": "lim im", "한": "han", "오": "oh o",
    "서": "seo suh", "신": "shin sin", "권": "kwon gwon", "황": "hwang", "안": "ahn an", "송": "song",
    "전": "jeon jun chun", "홍": "hong", "유": "yoo yu ryu", "고": "ko go", "문": "moon mun", "양": "yang",
    "손": "son sohn", "배": "bae", "백": "baek paik", "허": "heo hur huh", "남": "nam",
}  # fmt: skip
"""Surnames with their usual spellings in Latin letters: enough names have them."""

LEAST = 3
"""Names that must have a syllable at its place for it to be kept."""


def main(source: str) -> None:
    """Print the table."""
    places: dict[str, Counter[str]] = {"second": Counter(), "third": Counter()}
    for line in Path(source).read_text("utf-8").splitlines():
        latin, _, hangul = line.partition("\t")
        words = latin.lower().replace("-", " ").split()
        if len(hangul) == 3 and words and {words[0], words[-1]} & set(SURNAMES.get(hangul[0], "").split()):
            places["second"][hangul[1]] += 1
            places["third"][hangul[2]] += 1
    print("# Syllables of native Korean given names of two, with how many of the names have them at that place.")
    print("# Counted by scripts/learn_given_syllables.py in NETransliteration-COLING2018 (Wikidata, CC0).")
    for place, counts in places.items():
        for syllable, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
            if count >= LEAST:
                print(place, syllable, count, sep="\t")


main(sys.argv[1])
