"""When two Russian names mean one body."""

import pytest

from onrecord.extract.ru.same_body import same


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("КСД", "Комиссии степных дорог"),
        ("КСД", "Комиссия по степным дорогам Узбекистана"),
        ("NPF", "Northern Peace Forum"),
        ("Минсельхоза", "Министерство сельского хозяйства"),
        ("Еврокомиссия", "Европейская комиссия"),
        ("Госдепартамент", "Государственным департаментом США"),
        ("Vertex", "корпорация Vertex"),
        ("ООО «Вертекс»", "компания «Вертекс»"),
        ("Тихая степь", "Фонда «Тихая степь»"),
        ("российский МИД", "МИД России"),
        ("правительство Китая", "китайского правительства"),
        ("Водный комитет", "Водный комитет при правительстве"),
        ("Институт", "Институт Севера"),
        ("МИД РК", "МИД Казахстана"),
        ("МИД РК", "МИД Республики Корея"),
    ],
)
def test_short_forms_and_other_forms_mean_the_same_body(short: str, full: str):
    assert same(short, full)
    assert same(full, short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("МИД РФ", "МИД Грузии"),
        ("МИД РК", "МИД Японии"),
        ("фонд «Степь»", "институт «Степь»"),
        ("Институт мира", "Институт безопасности"),
        ("Министерство обороны Республики Корея", "Министерство обороны США"),
        ("ООН", "ОБСЕ"),
    ],
)
def test_bodies_of_other_countries_and_kinds_are_kept_apart(one: str, other: str):
    assert not same(one, other)
