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
