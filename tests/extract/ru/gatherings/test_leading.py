"""What a Russian page is about, and when and where that was."""

from __future__ import annotations

import onrecord
from onrecord.model import Extract


def read(text: str, published: str) -> Extract:
    return onrecord.extract_text(text, language="ru", published=published)


def test_a_title_that_only_speaks_of_talks_is_not_the_occasion():
    page = (
        "Студенты разыграли переговоры о разоружении\n\n5 апреля 2023 года\n\nИтоги деловой игры «Шестеро», которую 3 и 4 "
        "апреля провела в Алматы Школа дипломатии, подвели вчера. Модератором выступил доцент Олег Штерн."
    )
    main = read(page, "2023-04-05").gatherings[0]
    assert (main.name, str(main.start), str(main.end)) == ("деловой игры «Шестеро»", "2023-04-03", "2023-04-04")


def test_a_title_names_the_occasion_by_a_part_of_its_noun():
    page = (
        "Концерт памяти прошел в Семее\n\n30 августа 2021\n\nВечером 29 августа прозвучал концерт-реквием «Тишина». "
        "Гостей приветствовала врач Роза Мейрам."
    )
    (main,) = read(page, "2021-08-30").gatherings
    assert (str(main.start), main.place) == ("2021-08-29", "Семее")


def test_days_of_a_visit_count_from_the_dateline_across_its_sentences():
    page = "Визит завершён\n\nСЕУЛ. 22 февраля. ТОБОЛ-МЕДИА – Завершился двухдневный визит казахстанской делегации в Корею."
    main = read(page, "2024-02-22").gatherings[0]
    assert (str(main.start), str(main.end)) == ("2024-02-21", "2024-02-22")


def test_a_verb_tells_a_visit():
    page = "Вести\n\n3 октября делегация Института памяти посетила площадку «Северное поле». Пояснения давал Тимур Акимов."
    main = read(page, "2023-10-05").gatherings[0]
    assert (main.type, str(main.start), main.place) == ("visit", "2023-10-03", "Северное поле")


def test_what_somebody_is_asked_to_is_not_where_he_was_asked():
    page = (
        "Встреча в Сеуле\n\nНакануне министра Ерболата Даурена принял в Сеуле премьер-министр Хван Сын Юп. "
        "Он пригласил промышленников на выставку в Ульсане."
    )
    found = read(page, "2024-02-22").gatherings
    assert [gathering.type for gathering in found] == ["meeting"]


def test_a_day_before_counts_from_no_day_ahead_of_the_page():
    page = (
        "Меморандум\n\n4 октября в Курчатове прошла встреча экспертов. Конференция состоится 12 марта 2024 года в Сеуле.\n\n"
        "Накануне гости посетили площадку «Северное поле»."
    )
    visit = next(g for g in read(page, "2023-10-06").gatherings if g.type == "visit")
    assert not str(visit.start).startswith("2024")


def test_the_year_of_a_kazakh_date_line_completes_the_days_behind_it():
    page = (
        "Жастар диалогі өтті / Состоялся молодёжный диалог\n\n2023 жылғы 20 қараша\n\n"
        "18 ноября в Кокшетау состоялся молодёжный диалог «Голоса»."
    )
    found = onrecord.extract_text(page, language="ru").gatherings
    assert [str(g.start) for g in found if g.type == "dialogue"] == ["2023-11-18"]
