"""The dateline of a Russian report is read apart from its first sentence, and tells where, when and by whom it was sent."""

from __future__ import annotations

import pytest

from onrecord.languages.ru import datelines, parse
from onrecord.model import Document, Paragraph, Span

REPORT = "Министр иностранных дел принял посла."
FORMS = [
    ("АСТАНА. 25 ноября. КАЗИНФОРМ – ", "АСТАНА", "25 ноября", "КАЗИНФОРМ"),
    ("НУР-СУЛТАН. 23 мая 2021 года. САРЫАРҚА ПРЕСС – ", "НУР-СУЛТАН", "23 мая 2021 года", "САРЫАРҚА ПРЕСС"),
    ("МОСКВА, 3 июн - РИА Новости. ", "МОСКВА", "3 июн", "РИА Новости"),
    ("АЛМАТЫ, 3 июн — Sputnik, Дана Омарова. ", "АЛМАТЫ", "3 июн", "Sputnik"),
    ("Алматы. 12 мая. /МИА «Казинформ»/ ", "Алматы", "12 мая", "МИА «Казинформ»"),
    ("Бишкек, 20 июня 2019. /Ала-Тоо Информ/. ", "Бишкек", "20 июня 2019", "Ала-Тоо Информ"),
    ("МОСКВА, 5 марта. /ТАСС/. ", "МОСКВА", "5 марта", "ТАСС"),
    ("СЕУЛ, 5 апреля. /Корр. СТЕПЬ-ПРЕСС Иван Лугин/. ", "СЕУЛ", "5 апреля", "СТЕПЬ-ПРЕСС"),
    ("Сеул, 5 апреля — ТАСС. ", "Сеул", "5 апреля", "ТАСС"),
    ("Сеул, 5 марта (Хангук Ньюс) -- ", "Сеул", "5 марта", "Хангук Ньюс"),
    ("Москва. 19 июня. INTERFAX.RU - ", "Москва", "19 июня", "INTERFAX.RU"),
    ("Алматы. 8 ноября 2022. ИА \"Туран-Экспресс\" - ", "Алматы", "8 ноября 2022", "ИА \"Туран-Экспресс\""),
    ("АЛМАТЫ. 12 мая. КАЗИНФОРМ. ", "АЛМАТЫ", "12 мая", "КАЗИНФОРМ"),
    ("АСТАНА. КазДала – ", "АСТАНА", None, "КазДала"),
    ("ТАШКЕНТ (Степь-Инфо) – ", "ТАШКЕНТ", None, "Степь-Инфо"),
    ("Астана, 9 октября 2023 года – ", "Астана", "9 октября 2023 года", None),
    ("г. Астана, 9 октября 2023 г. – ", "Астана", "9 октября 2023 г.", None),
    ("Инчхон, 27 октября. – ", "Инчхон", "27 октября", None),
    ("Вена, Австрия, 12 мая 2019 г. — ", "Вена", "12 мая 2019 г.", None),
    ("Курчатов (Казахстан), 12 мая – ", "Курчатов", "12 мая", None),
    ("Нью-Йорк. 12.05.2019. ", "Нью-Йорк", "12.05.2019", None),
    ("АСТАНА, 3 маусым – ", "АСТАНА", "3 маусым", None),
    ("10 октября 2024 г., Стокгольм – ", "Стокгольм", "10 октября 2024 г.", None),
    ('Астана. 4 мая. "Степь-Экспресс" - ', "Астана", "4 мая", "Степь-Экспресс"),
    ("КАЗИНФОРМ – ", None, None, "КАЗИНФОРМ"),
    ("СЕУЛ – ", "СЕУЛ", None, None),
]  # fmt: skip
NONE = [
    "МАГАТЭ – Международное агентство.",
    "Астана, 9 октября приняла гостей.",
    "Кайрат Сарымов – Директор центра.",
    "АКМАРАЛ САРСЕНОВА – Директор центра.",
    "Понедельник, 5 июня – День приезда.",
    "Модератор – Дана Омарова.",
    "5 марта – День памяти.",
    "Казахстан – Корея: форум.",
    "Москва (Россия) и Сеул договорились.",
    "Астана, 12 участников – Гости из Кореи.",
    "В Астане, 5 мая – Министр.",
]


@pytest.mark.parametrize(("head", "town", "day", "agency"), FORMS)
def test_a_dateline_tells_town_day_and_agency_and_ends_where_the_report_begins(head, town, day, agency):
    line = datelines.find(head + REPORT)
    assert line is not None
    assert line.end == len(head)
    told = [span and span.of(head) for span in (line.town, line.day, line.agency)]
    assert told == [town, day, agency]


@pytest.mark.parametrize("text", NONE)
def test_other_beginnings_are_none(text):
    assert datelines.find(text) is None


def test_it_is_a_sentence_of_its_own_and_the_report_keeps_its_place():
    text = "АСТАНА. 25 ноября. КАЗИНФОРМ – " + REPORT
    document = Document("d", text, "ru", paragraphs=(Paragraph(Span(0, len(text)), "body", "ru"),))
    line, report = parse.read(document).sentences
    assert line.span.of(text) == "АСТАНА. 25 ноября. КАЗИНФОРМ –"
    assert report.span.of(text) == REPORT
    assert [t.text for t in report.roots] == ["принял"]
