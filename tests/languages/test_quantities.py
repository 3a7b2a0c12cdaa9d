from __future__ import annotations

import pytest

from onrecord.languages.quantities import quantities_in


def told(sentence: str, language: str) -> list[tuple[str, str, float]]:
    return [(one.unit, one.act, one.number) for one in quantities_in(sentence, language)]


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("The republic inherited 1,200 nuclear warheads.", "en", ("warhead", "held", 1200)),
        ("All 300 strategic missiles were removed.", "en", ("missile", "removed", 300)),
        ("The range saw one hundred and twenty nuclear explosions.", "en", ("test", "tested", 120)),
        ("It dismantled two dozen silos.", "en", ("silo", "dismantled", 24)),
        ("They flew out 2.5 tons of highly enriched uranium.", "en", ("heu", "removed", 2500)),
        ("Республика унаследовала 1 200 ядерных боеголовок.", "ru", ("warhead", "held", 1200)),
        ("На полигоне проведено 120 ядерных испытаний.", "ru", ("test", "tested", 120)),
        ("Вывезено 40 кг высокообогащенного урана.", "ru", ("heu", "removed", 40)),
        ("그 나라는 핵탄두 1,200기를 물려받았다.", "ko", ("warhead", "held", 1200)),
        ("이곳에서 120회의 핵실험을 실시했다.", "ko", ("test", "tested", 120)),
        ("고농축우라늄 40kg을 반출했다.", "ko", ("heu", "removed", 40)),
        ("1천200기의 핵탄두를 해체했다.", "ko", ("warhead", "dismantled", 1200)),
    ],
)
def test_numbers_are_read_in_three_languages(sentence: str, language: str, expected: tuple[str, str, float]) -> None:
    assert told(sentence, language) == [expected]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("In 1991 nuclear weapons were everywhere.", "en"),
        ("The last 98 warheads left.", "en"),
        ("Another 40 missiles followed.", "en"),
        ("One nuclear test was conducted.", "en"),
        ("Last 2 nuclear tests were seen", "en"),
        ("последние 40 ракет", "ru"),
        ("6차 핵실험을 실시했다", "ko"),
    ],
)
def test_years_parts_and_single_things_are_no_quantities(sentence: str, language: str) -> None:
    assert told(sentence, language) == []


def test_words_around_a_number_bound_it_and_its_span_is_to_the_letter() -> None:
    sentence = "More than 300 underground tests and some 100 atmospheric tests were conducted."
    more, some = quantities_in(sentence, "en")
    assert (more.low, more.high, more.sort) == (300, 450, ("underground",))
    assert some.low < 100 < some.high
    assert some.span.of(sentence) == "100 atmospheric tests"


def test_a_language_without_words_has_no_quantities() -> None:
    assert told("1,200 warheads", "und") == []
