"""What is kept of words from page to page."""

import pytest

from onrecord.decode import plain
from onrecord.extract import extract
from onrecord.languages.ko import lexemes, names
from onrecord.languages.ko.morphemes import Morpheme
from onrecord.languages.ko.nominals import Word
from onrecord.model import Span

PAGE = (
    "누리연구원, 비확산 세미나 개최\n\n"
    "길도연 누리연구원장은 지난 3일 알마티에서 열린 세미나에서 “무엇보다 검증이 먼저이고 말은 그다음이다”라고 말했다. "
    "이르티시대 교수 다우렌 제티바예프는 개회사를 했고, 카자흐스탄 외교부 차관 마디나 오스파노바는 협력을 제안했다."
)


def word(text: str, *morphemes: tuple[str, str, bool], at: int = 0) -> Word:
    made, start = [], at
    for form, tag, known in morphemes:
        made.append(Morpheme(form, tag, start, start + len(form), known))
        start += len(form)
    found = Word(text, Span(at, start), made)
    found.lexeme = lexemes.lexeme(found)
    return found


def test_a_word_is_one_lexeme_wherever_it_stands():
    here, there = (word("누리연구원", ("누리", "NNP", True), ("연구원", "NNG", True), at=at) for at in (0, 70))
    assert here.lexeme is there.lexeme
    assert here.lexeme.is_body


def test_words_that_are_read_otherwise_are_other_lexemes():
    assert word("길도연", ("길도연", "NNP", False)).lexeme.can_be_native_name
    assert word("대회", ("대회", "NNG", True)).lexeme.plain_noun
    assert not word("대회", ("대", "NNG", True), ("회", "NNG", True)).lexeme.plain_noun
    assert word("누리", ("누리", "NNG", False)).lexeme.proper
    assert not word("누리", ("누리", "NNG", True)).lexeme.proper


def test_facts_do_not_depend_on_the_words_that_were_read_before(monkeypatch):
    page = plain.decode(PAGE, id="page", language="ko")
    lexemes._kept.clear()
    first = extract(page)
    monkeypatch.setattr(lexemes, "REMEMBERED", 1)
    assert extract(page) == first
    monkeypatch.undo()
    assert extract(page) == extract(page) == first
    assert all((first.persons, first.gatherings, first.statements))


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("부산시", True),
        ("제주특별자치도", True),
        ("인천광역시", True),
        ("광역시", False),
        ("특별자치도", False),
        ("누리특별시", False),
    ],
)
def test_a_region_is_a_place_with_its_kind_and_no_kind_alone(word, told):
    assert names.is_region(word) is told
