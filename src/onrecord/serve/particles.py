"""Korean particles that follow a name in a wording of ours: 은 or 는, 이 or 가, by the sound that the name ends with.

A wording holds both, as in "%(name)s은(는)"; which of them is meant is known when the name is put in. Behind Hangul and digits
one of the two is left; how letters of other scripts are read aloud is not known, and both stay, as is usual in Korean forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.languages.ko.names import final_consonant

_PAIRS = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "와(과)": ("과", "와"),
    "(으)로": ("으로", "로"),
}
"""Each pair as wordings have it, and the particles behind a consonant and behind a vowel."""

_PLACE = re.compile(rf"%\((?P<name>\w+)\)s(?P<closing>[”’」』]?)(?P<pair>{'|'.join(map(re.escape, _PAIRS))})")
_DIGITS = "영일이삼사오육칠팔구"
_R = 8
"""The number of the final consonant ㄹ, behind which it is 로 as behind a vowel (Unicode 3.12)."""


def with_particles(wording: str, values: Mapping[str, object]) -> str:
    """Return a wording with the particles that its values ask for; the values are not put in."""

    def fitting(place: re.Match[str]) -> str:
        particle = _particle(place["pair"], str(values.get(place["name"], "")))
        return f"%({place['name']})s{place['closing']}{particle}"

    return _PLACE.sub(fitting, wording)


def _particle(pair: str, word: str) -> str:
    last = word[-1:]
    syllable = _DIGITS[int(last)] if last in "0123456789" and last else last
    if not "가" <= syllable <= "힣":
        return pair
    final = final_consonant(syllable)
    behind_consonant, behind_vowel = _PAIRS[pair]
    return behind_consonant if final and not (final == _R and pair == "(으)로") else behind_vowel
