"""Bodies whose name ends as occasions do, told by what they do: 평화포럼이 주최한, 의원포럼의 공동대표."""

from __future__ import annotations

import re

from onrecord.languages.ko import vocabulary
from onrecord.languages.ko.nominals import Run

_BODY_BEHIND = re.compile(
    rf"\s?\((?:{vocabulary.either('titles', 'leaders')})\s[가-힣]"
    r"|[’”」』']?\s(?:창립|발족|출범|창립총회|정기총회|발족식|출범식|사무국|회원들?|초청(?!장))(?![가-힣]*\d)"
    rf"|의\s[가-힣]{{0,4}}(?:{vocabulary.either('gatherings', 'arranged_alone')})[은는이가을를에]"
    r"|[’”」』']?의\s(?:공동|상임)?(?:대표|회장|의장|이사장)"
)
"""What follows a forum that is a body: (이사장 도하람), ‘핵 없는 한반도 의원포럼’ 창립총회, 의원포럼의 공동대표."""

_HOLDS_ONE = re.compile(
    rf"\s[^.\n]{{0,60}}?(?:{vocabulary.either('gatherings', 'arranged', 'arranged_alone')})[’”」]?"
    r"[을를]\s?(?:[가-힣]+\s)?(?:열|개최|갖|가졌|발표|내)"
)
"""What follows a body that holds an occasion: 협의회는 4일 총회를 열고."""

_ARRANGES = re.compile(r"\s(?:[가-힣]+\s)?(?:마련|주최|주관|후원|개최|여는|연\s|준비|기획)")
"""What follows a body that arranges something: 국회 과학기술외교포럼이 마련한."""

LONG = 5
"""Syllables that the name of a body has at least which could be an occasion by its ending."""


def is_arranger(run: Run, k: int, text: str) -> bool:
    """Tell whether a word that could be an occasion is a body, because it arranges one: 평화포럼이 주최한."""
    word = run.words[k]
    if k and run.words[k - 1].text in vocabulary.words("gatherings", "legal_forms"):
        return True
    if word.text.endswith("포럼") and _BODY_BEHIND.match(text, word.span.end):
        return True
    if k + 1 < len(run.words) or run.particle not in ("이", "가", "은", "는"):
        return False
    if len(word.text) >= LONG and word.text.endswith(("협의회", "포럼")) and _HOLDS_ONE.match(text, run.after):
        return True
    acts = run.particle in ("이", "가") and word.text.endswith(("포럼", "대화"))
    return acts and _ARRANGES.match(text, run.after) is not None
