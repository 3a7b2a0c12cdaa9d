"""Whom an office, a noun for people or a capital stands for in Russian text, and where a title ends."""

import pytest

from onrecord import extract_text

MET = (
    "Заместитель министра иностранных дел Казахстана Алмаз Бектуров прибыл в Сеул.\n\n"
    "Он встретился с первым заместителем министра иностранных дел Кореи Ким Тэ Соном "
    "и председателем Комитета по делам мира Национального собрания Юн Чан До.\n\n"
)


def told(text: str) -> list[tuple[str, str]]:
    return [(s.speaker_name or "", " ".join(s.content)) for s in extract_text(text, language="ru").statements]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Заместитель министра подчеркнул, что доверие важнее любых договоров.", "Алмаз Бектуров"),
        ("Первый заместитель министра подчеркнул, что доверие важнее любых договоров.", "Ким Тэ Соном"),
        ("Парламентарий подчеркнул, что доверие важнее любых договоров.", "Юн Чан До"),
        ("Казахстанский дипломат подчеркнул, что доверие важнее любых договоров.", "Алмаз Бектуров"),
        ("В Пхеньяне заявили, что доверие важнее любых договоров.", "В Пхеньяне"),
    ],
)
def test_who_is_meant(sentence: str, speaker: str):
    assert (speaker, "доверие важнее любых договоров") in told(MET + sentence)


def test_what_is_pointed_at_and_agreed_on_is_told():
    found = told(
        "Министры условились о проведении в Астане в апреле новых консультаций. Сторона указала на важность мира в регионе."
    )
    assert [content for _, content in found] == [
        "о проведении в Астане в апреле новых консультаций",
        "на важность мира в регионе",
    ]


def test_a_question_behind_an_infinitive_is_its_content():
    assert told("Иван Петров предложил изучить, как в 1994 году работала программа помощи.") == [
        ("Иван Петров", "изучить, как в 1994 году работала программа помощи")
    ]


def test_a_quotation_behind_its_source_is_direct():
    (statement,) = extract_text("По мнению Ивана Петрова, «доверие реалистичнее полного запрета».", language="ru").statements
    assert statement.direct
    assert statement.content == ("доверие реалистичнее полного запрета",)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Выступил спецпредставитель Южной Кореи по вопросам мира на полуострове Ли До Сон.",
            "по вопросам мира на полуострове",
        ),
        ("Пришел бывший переговорщик от Южной Кореи Ли До Сон.", "переговорщик"),
        ("Собравшихся приветствовал проректор по научной работе, д.и.н. Лев Стариков.", "проректор по научной работе"),
        ("Лев Стариков с 1992 по 1996 год работал советником посольства.", "советником"),
    ],
)
def test_titles_end_where_they_end(text: str, title: str):
    assert any(p.title.endswith(title) for p in extract_text(text, language="ru").positions)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Посол Республики Корея Пан Чжун Хо сказал речь.", ["Пан Чжун Хо"]),
        ("Выступил Мо Сан Иль. По словам Мо Сан Иля, мир близок.", ["Мо Сан Иль"]),
        ("Он отметил, что Семипалатинский договор вступил в силу.", []),
        ("Слово взял Берик Нурланов из университета им. Л.Н. Толмачева.", ["Берик Нурланов"]),
        ("Преподаватель Университета иностранных языков Тэхан Мин Ёнсо улыбнулась.", ["Мин Ёнсо"]),
        ("Қазақстанның Корея Республикасындағы Елшілігі\n\nСегодня открылась выставка.", []),
    ],
)
def test_names_begin_where_they_begin(text: str, names: list[str]):
    assert [p.name for p in extract_text(text, language="ru").persons] == names
