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
        ("Выступил депутат Мажилиса РК Марат Оспанов.", "Казахстан"),
        ("КНДР и РК согласны, сказал советник президента РК Ли Ин Со.", "Корея"),
        ("Заместитель министра обороны РК Ерлан Сатубаев прибыл в Сеул. Республика Корея ждет.", "Казахстан"),
        ("Прибыл Иван Петров, министр обороны РК. Республика Казахстан ждет.", "Казахстан"),
        ("Прибыл Иван Петров, министр обороны РК. Республика Корея ждет.", "Корея"),
        ("В Сеул прибыл Иван Петров, министр обороны РК.", "Корея"),
        ("Прибыл Иван Петров, министр обороны РК. Корея ждет, Казахстан ждет.", "РК"),
        ("Прибыл Иван Петров, министр обороны РК.", "РК"),
    ],
)
def test_the_republic_is_told_by_its_surroundings_or_left_open(text: str, expected: str | None):
    assert country(text) == expected
