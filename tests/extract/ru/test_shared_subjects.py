"""Whose the subject of a verb is that has none: of the verb it is joined to, or of the clause around a relative one."""

from __future__ import annotations

import pytest

from onrecord import extract_text


def said(text: str) -> list[tuple[str, str]]:
    found = extract_text(text, language="ru", published="2021-10-20").statements
    return [(s.speaker_name or "", s.content[0]) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Открывая круглый стол, Посол РК Ержан Абилов рассказал о договоре и подчеркнул, что решение было очень верным.",
            ("Ержан Абилов", "решение было очень верным"),
        ),
        (
            "Заместитель министра энергетики Ён Джэ Хи направил письмо, в котором назвал опыт образцом для соседей региона.",
            ("Ён Джэ Хи", "опыт образцом для соседей региона"),
        ),
    ],
)
def test_a_verb_shares_the_subject_of_the_one_before(text: str, expected: tuple[str, str]):
    told = said(text)
    assert expected in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Эксперт Анна Вебер призвала восемь государств ускорить ратификацию.", "восемь государств ускорить ратификацию"),
        (
            "Посол Иван Петров поблагодарил фонд и предложил провести в Оше в июне 2024 года конференцию юристов.",
            "провести в Оше в июне 2024 года конференцию юристов",
        ),
        (
            "Посол Иван Петров высоко оценил инициативы нашей страны в сфере проверок и выразил интерес к проведению учений.",
            "инициативы нашей страны в сфере проверок",
        ),
        (
            "Посол Иван Петров выразил обеспокоенность в связи с запуском ракеты.",
            "обеспокоенность в связи с запуском ракеты",
        ),
        ("Ей возразила эксперт Анна Вебер: мол, первой пострадает сама школа.", "первой пострадает сама школа"),
    ],
)
def test_how_far_the_content_of_a_verb_reaches(text: str, expected: str):
    assert expected in [content for _, content in said(text)]


def test_a_request_in_an_interview_is_no_answer():
    text = (
        "Анна Вебер: «Мы ещё не научились договариваться»\n\nЭксперт Анна Вебер вернулась из Оша.\n\n"
        "— Кто собрал участников?\n\n— Встречу созвал фонд из Женевы.\n\n— О чём вы спорили?\n\n"
        "— Спорили мы о цене одной проверки.\n\n— Весной вы меняете работу. Расскажите.\n\n"
        "— Меняю, но архив остаётся со мной.\n"
    )
    contents = [content for _, content in said(text)]
    assert "Меняю, но архив остаётся со мной" in contents
    assert not any("Расскажите" in content for content in contents)


def test_what_the_subject_did_besides_is_no_content():
    text = "Министр обороны Син Вон Ман назвал договор «незаконным и очень опасным», пообещав дать ему ответ."
    assert "договор «незаконным и очень опасным»" in [content for _, content in said(text)]


def test_a_guest_is_whom_the_text_names_last():
    text = "Вчера прошла встреча с Анной Вебер. 83-летняя гостья рассказала, что видела взрыв своими глазами."
    assert said(text) == [("Анной Вебер", "видела взрыв своими глазами")]


def test_the_leader_of_a_transcript_is_named_once():
    text = (
        "Стенограмма круглого стола «Чему учит полигон»\n\nОш, 5 октября 2021 года\n\n"
        "Ведущий (Данияр Кусаинов, Союз политологов): Добрый день, коллеги. Сегодня с нами два эксперта.\n\n"
        "Анна Вебер: Спасибо. Я впервые в этом прекрасном городе.\n\n"
        "Ведущий: Слово другому нашему эксперту из Женевы.\n\n"
        "Марат Сеитов: Благодарю вас за приглашение в этот зал.\n"
    )
    assert [who for who, _ in said(text)] == ["Данияр Кусаинов", "Анна Вебер", "Данияр Кусаинов", "Марат Сеитов"]
