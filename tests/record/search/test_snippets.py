from __future__ import annotations

from onrecord.record.search.query import parse
from onrecord.record.search.snippets import WIDTH, marks, snippet


def marked(text: str, words: str) -> list[str]:
    return [span.of(text) for span in marks(text, parse(words).sought)]


def test_all_forms_of_a_word_are_marked():
    assert marked("They tested it; a Test, and no protest.", "testing") == ["tested", "Test"]


def test_a_phrase_is_marked_as_one_and_to_the_letter():
    assert marked("An old site, an old-site rule, the site is old, old sites", "“old site”") == ["old site", "old-site"]


def test_letters_inside_a_korean_word_are_marked():
    assert marked("한반도의 비핵화를 지지한다", "핵화") == ["핵화"]
    assert marked("한반도의 비핵화를 지지한다", "핵") == ["핵"]


def test_what_must_not_be_there_is_not_looked_for():
    assert marked("a lake of salt", "lake -salt") == ["lake"]


def test_a_short_text_is_shown_whole():
    assert snippet("A lake.", parse("lake").sought).text == "A lake."


def test_of_a_long_text_the_part_with_most_hits_is_shown():
    text = (
        "A lake. "
        + "Nothing is said here. " * 30
        + "The lake has a shore, and the shore of the lake is long. "
        + "And so on. " * 30
    )
    found = snippet(text, parse("lake shore").sought)
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")
    assert len(found.text) <= WIDTH + 4
    assert [mark.of(found.text) for mark in found.marks] == ["lake", "shore", "shore", "lake"]
