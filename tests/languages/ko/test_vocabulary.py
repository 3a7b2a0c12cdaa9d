"""Words of the Korean vocabularies at the end of other words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.ko import vocabulary

LISTS = (("titles", "heads"), ("organizations", "endings"), ("titles", "fused"))


@pytest.mark.parametrize(("name", "key"), LISTS)
@given(data=st.data())
def test_the_ending_of_a_word_is_the_first_that_fits_of_the_whole_list(name: str, key: str, data: st.DataObject) -> None:
    listed = vocabulary.longest_first(name, key)
    word = (
        data.draw(st.text("가나해담", max_size=3)) + data.draw(st.sampled_from(listed)) + data.draw(st.text("가장", max_size=1))
    )
    assert vocabulary.ending(name, key, word) == next((one for one in listed if word.endswith(one)), None)


def test_no_word_ends_with_what_is_in_no_list() -> None:
    assert vocabulary.ending("titles", "heads", "") is None
    assert vocabulary.ending("titles", "heads", "뷁") is None
