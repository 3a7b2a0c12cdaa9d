"""One scan for the words of a list: none that stands in the text is missed."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.word_scan import WordScan

WORDS = st.lists(st.text("가나다 ", min_size=1, max_size=4), min_size=1, max_size=6)


@given(WORDS, st.text("가나다 ", max_size=30))
def test_each_word_is_found_where_it_stands_last(words: list[str], text: str) -> None:
    scan = WordScan(words)
    assert scan.last(text) == {word: text.rfind(word) for word in words if word in text}
    assert scan.any_in(text) == any(word in text for word in words)
