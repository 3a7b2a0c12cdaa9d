"""Spans: the form of all evidence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Cover, Span, trimmed

spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def test_the_end_is_exclusive():
    assert Span(4, 9).of("The rector spoke") == "recto"


def test_neighbours_do_not_overlap():
    assert not Span(0, 4).overlaps((4, 8))
    assert Span(0, 5).overlaps((4, 8))


def test_a_span_contains_itself_and_nothing_beyond_its_ends():
    assert Span(3, 7).contains((3, 7))
    assert not Span(3, 7).contains((3, 8))
    assert not Span(3, 7).contains((2, 7))


def test_offsets_count_code_points_and_not_bytes():
    text = "Президент 김민서 spoke"
    assert Span(10, 13).of(text) == "김민서"


@given(spans, spans)
def test_two_spans_overlap_exactly_when_they_share_a_code_point(a: Span, b: Span):
    assert a.overlaps(b) == bool(set(range(*a)) & set(range(*b)))
    assert a.overlaps(b) == b.overlaps(a)


@given(st.text(alphabet="ab \t\n\u00a0\u200bй", max_size=30), st.data())
def test_trimming_keeps_all_words_and_ends_at_words(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = trimmed(text, start, end)
    assert Span(start, end).contains(span)
    assert span.of(text) == text[start:end].strip(" \t\r\n\u00a0\u200b")


@given(spans, st.integers(-20, 20))
def test_a_shifted_span_keeps_its_length_and_comes_back(span: Span, by: int):
    moved = span.shifted(by)
    assert moved.end - moved.start == span.end - span.start
    assert moved.shifted(-by) == span


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=6), st.integers(0, 25), st.integers(1, 5))
def test_a_cover_tells_what_asking_every_span_tells(spans: list[tuple[int, int]], start: int, length: int) -> None:
    covered = [Span(begin, begin + size) for begin, size in spans]
    asked = Span(start, start + length)
    assert Cover(40, covered).touches(asked) == any(asked.overlaps(one) for one in covered)
