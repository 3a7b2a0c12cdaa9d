import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.ru import phrases

EVENT = "(?:форум|встреч)[а-я]*"


def found(phrase: str, text: str, unless: tuple[str, ...] = ()) -> str | None:
    match = phrases.pattern([phrase], unless, event=EVENT).search(text)
    return match[0] if match else None


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("модератор* ... (стал|был)*", "Модератором первой сессии стала Дана Омар.", "Модератором первой сессии стала"),
        ("модератор* ... (стал|был)*", "Модератором Дана Омар стала.", None),
        ("модератор*( {event}|) –", "модератор встречи – Дана Омар", "модератор встречи –"),
        ("модератор*( {event}|) –", "модератор - Дана Омар", "модератор -"),
        ("докладчик*:", "Докладчик: Дана Омар", "Докладчик:"),
        ("(совместно |)провел*", "Совместно провели Дана и Ерлан", "Совместно провели"),
        ("на базе", "на базеле", None),
        ("на базе", "сана базе", None),
        ("котор* > наш", "который наш фонд провел", "который"),
        ("{event} {title}", "форум «Степь без бомб» прошел", "форум «Степь без бомб»"),
        ("провел* {words}переговор*", "провел с Послом Кореи в Астане переговоры", "провел с Послом Кореи в Астане переговоры"),
        ("прием ... дал*", "Прием в честь гостей дал посол", "Прием в честь гостей дал"),
    ],
)
def test_a_phrase_tells_its_words(phrase, text, expected):
    assert found(phrase, text) == expected


def test_a_phrase_of_unless_takes_back_what_begins_with_it():
    unless = ("провел* (встреч|бесед)*",)
    assert found("провел*", "Институт провел форум", unless) == "провел"
    assert found("провел*", "Институт провел встречу", unless) is None


def test_a_phrase_does_not_stand_behind_some_words():
    pattern = phrases.pattern(["ядерн* испытани*"], not_behind=["против"])
    assert pattern.search("провел ядерные испытания")
    assert pattern.search("акция против ядерных испытаний") is None


def test_the_first_phrase_that_fits_is_taken():
    assert phrases.pattern(["выступил* с докладом", "выступил*"]).findall("выступила с докладом, выступил") == [
        "выступила с докладом",
        "выступил",
    ]


@given(st.text(alphabet="абв", min_size=1, max_size=8))
def test_a_plain_word_tells_itself_and_no_part_of_a_word(word):
    pattern = phrases.pattern([word])
    assert pattern.fullmatch(word)
    assert pattern.fullmatch(word.capitalize())
    assert pattern.search(f"г{word}") is None
    assert pattern.search(f"{word}г") is None
