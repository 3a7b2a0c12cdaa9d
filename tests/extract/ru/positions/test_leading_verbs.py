"""What finite verbs say that somebody leads or holds, and names that are told with honour or signed in capitals."""

from __future__ import annotations

from onrecord import extract_text
from onrecord.model import Extract


def read(text: str) -> Extract:
    return extract_text(text, language="ru", published="2023-05-05")


def offices(extract: Extract) -> set[tuple[str, str, str | None, str]]:
    return {(p.person.name, p.title, p.organization.name if p.organization else None, p.status) for p in extract.positions}


def test_a_body_that_somebody_leads_is_the_object_of_a_finite_verb():
    found = read("Движение «Белый ковыль», которое возглавляет Айна Досова, провело опрос.")
    assert offices(found) == {("Айна Досова", "возглавляет", "Движение «Белый ковыль»", "current")}


def test_a_delegation_that_somebody_leads_is_no_office():
    assert offices(read("Корейскую делегацию возглавил Хан Мин Су.")) == set()


def test_a_post_that_somebody_holds_or_held_is_an_office():
    found = read("Марат Сулейменов занимает пост генерального директора Института мира.")
    assert offices(found) == {("Марат Сулейменов", "генерального директора", "Института мира", "current")}
    past = read("Ольга Ступина, ранее занимавшая должность декана Академии связи, промолчала.")
    assert offices(past) == {("Ольга Ступина", "декана", "Академии связи", "former")}


def test_where_a_body_is_led_is_no_part_of_the_office():
    found = read("Слово взял Ли Чэ Вон, возглавляющий в Сеуле Центр азиатского права.")
    assert offices(found) == {("Ли Чэ Вон", "возглавляющий", "Центр азиатского права", "current")}


def test_a_region_before_a_name_is_no_part_of_it():
    found = read("Слово взяла аким области Абай Динара Кусаинова.")
    assert [p.name for p in found.persons] == ["Динара Кусаинова"]


def test_an_honoured_given_name_is_that_of_the_one_named_before():
    found = read("Орынша Какимова видела взрыв. «Нас вывели в степь и велели лечь», – вспоминает Орынша-апа.")
    assert [(p.name, p.aliases) for p in found.persons] == [("Орынша Какимова", ("Орынша-апа",))]


def test_a_surname_in_capitals_belongs_to_the_given_name_that_signs():
    assert [p.name for p in read("Вечер закончился поздно.\n\nМарина ОВСИЕНКО").persons] == ["Марина ОВСИЕНКО"]
    assert [p.name for p in read("Так считает Марина НАТО.").persons] != ["Марина НАТО"]
