"""РК is Kazakhstan or Korea by what stands beside it, and stays open where nothing tells."""

import pytest

from onrecord import extract_text


def country(text: str) -> str | None:
    (position,) = extract_text(text, language="ru").positions
    return position.country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Выступил посол РК Пак Чон Ук.", "Корея"),
        ("Выступил министр энергетики РК Бекболат Нұрланұлы.", "Казахстан"),
        ("Выступил депутат Мажилиса РК Марат Оспанов.", None),
        ("КНДР и РК согласны, сказал советник президента РК Ли Ин Со.", "Корея"),
        ("Министр обороны РК Иван Петров прибыл. Республика Казахстан ждет.", "Казахстан"),
        ("Министр обороны РК Иван Петров прибыл. Республика Корея ждет.", "Корея"),
        ("Министр обороны РК Иван Петров прибыл в Сеул.", "Корея"),
        ("Министр обороны РК Иван Петров прибыл. Корея ждет, Казахстан ждет.", "РК"),
        ("Министр обороны РК Иван Петров прибыл.", "РК"),
    ],
)
def test_the_republic_is_told_by_its_surroundings_or_left_open(text: str, expected: str | None):
    assert country(text) == expected
