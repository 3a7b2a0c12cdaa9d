"""Which spellings stand for Korean syllables."""

import pytest

from onrecord.languages.ko.transliteration import frequencies, is_syllable, syllables, weight
from onrecord.match.names.korean import LONGEST


@pytest.mark.parametrize(
    "spelling", ["jung", "чжун", "hyeon", "hyŏn", "хён", "qwrt", "stan", "лександр", "민", "kyoung", "x", "wh"]
)
def test_a_spelling_is_a_syllable_where_it_has_weight(spelling):
    assert is_syllable(spelling) == (weight(spelling, "g") > 0)


def test_a_syllable_that_parts_a_name_is_one_by_itself():
    for name in ("jungmin", "seonghun", "чжухён", "il", "myongnam"):
        assert all(is_syllable(syllable) for way in syllables(name) for syllable in way)


def test_no_name_is_longer_than_the_longest_surname_and_three_syllables():
    assert max(map(len, frequencies("s"))) + 3 == LONGEST
