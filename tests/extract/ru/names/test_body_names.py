"""Names of bodies in straight quotation marks, undeclined ones behind their kind, and where a name ends."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def bodies(text: str) -> list[set[str]]:
    return [set(one.names) for one in extract_text(text, language="ru").organizations]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            'Встречу открыл глава аналитического центра "Мост без границ" Андрей Фолк.',
            'аналитического центра "Мост без границ"',
        ),
        ('Форум провёл фонд "Зелёная степь".', 'фонд "Зелёная степь"'),
        ("Профессор Университета Чунхэ Пэк Ын Джон считает иначе.", "Университета Чунхэ"),
        (
            "Выступил глава Корейского комитета солидарности с жертвами испытаний Тан Хи Сук.",
            "Корейского комитета солидарности с жертвами испытаний",
        ),
        ("Модератором стал директор Института степных исследований проф. Ма Сын Бок.", "Института степных исследований"),
    ],
)
def test_a_name_is_read_to_its_end(text: str, name: str):
    assert name in set().union(*bodies(text))


def test_a_quotation_behind_a_kind_is_no_name():
    assert not any(
        "Мы ждали" in name for names in bodies('Об этом сообщил фонд "Мы ждали этого", - сказал Иван.') for name in names
    )


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Комитет передал больнице города Семей приборы.", "больнице"),
        ("Подготовил Руслан Оспанов", "Подготовил"),
        ("Следующая Зимняя школа пройдет в Бишкеке.", "Зимняя школа"),
    ],
)
def test_what_is_no_body(text: str, none: str):
    assert not any(none in name for names in bodies(text) for name in names)


def test_a_mission_is_one_with_and_without_its_post():
    text = "Посольство Республики Казахстан в Республике Корея провело встречу. Посольство Казахстана поблагодарило гостей."
    assert {"Посольство Республики Казахстан в Республике Корея", "Посольство Казахстана"} in bodies(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("День учреждён Генеральной Ассамблеей ООН по инициативе президента.", {"Генеральной Ассамблеей ООН"}),
        ("Заявление главы МИД Норвегии и исполнительного секретаря МАГАТЭ вышло утром.", {"МИД Норвегии", "МАГАТЭ"}),
        ("Учредителями Центра стали наш вуз и Университет Чунхэ.", {"Университет Чунхэ"}),
        ("Открыт Банк низкообогащенного урана МАГАТЭ.", {"МАГАТЭ"}),
        ("Он выступал в ГА ООН.", {"ГА ООН"}),
        ("Встреча прошла в Кремле, речь шла о строительстве АЭС.", set()),
        ("Взрыв прошёл на Степногорском испытательном ядерном полигоне (СИЯП).", set()),
        ("Указ размещён на сайте Акорды.", {"Акорды"}),
        ("Карим Сапаров был Чрезвычайным и Полномочным послом Китая в Норвегии.", set()),
    ],
)
def test_a_name_ends_before_what_is_told_of_its_bearer(text: str, names: set[str]) -> None:
    found = bodies(text)
    assert names <= set().union(*found) if names else not found
    assert len(found) == len(names)
    assert [p.name for p in extract_text(text, language="ru").persons] == (["Карим Сапаров"] if "Сапаров" in text else [])
