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


@pytest.mark.parametrize(
    ("office", "title", "country"),
    [
        ("Министр иностранных дел Северной Кореи Ли Ён Су", "Министр иностранных дел", "КНДР"),
        ("Президент Корейской Народно-Демократической Республики Ким Тэ Су", "Президент", "КНДР"),
        ("Президент Южной Кореи Ким Тэ Су", "Президент", "Корея"),
        ("Спецпредставитель США по КНДР Ян Ковальски", "Спецпредставитель США по КНДР", "США"),
        ("Глава оборонного ведомства Республики Корея Пак Чон Су", "Глава", "Корея"),
    ],
)
def test_the_state_of_an_office_is_told_from_what_it_is_in_charge_of(office: str, title: str, country: str):
    (position,) = extract_text(f"{office} прибыл в Вену.", language="ru").positions
    assert (position.title, position.country) == (title, country)


@pytest.mark.parametrize(
    "name", ["Фонд Первого Президента РК – Елбасы", "Фонд Первого Президента Республики Казахстан – Елбасы"]
)
def test_a_dash_inside_the_name_of_a_body_begins_no_office(name: str):
    found = extract_text(f"Директор {name.replace('Фонд', 'Фонда')} Дарига Сарсенова открыла форум.", language="ru")
    assert [(p.person.name, p.title) for p in found.positions] == [("Дарига Сарсенова", "Директор")]


@pytest.mark.parametrize(
    ("verb", "speaker"), [("отметила", "Марит Лунде"), ("отметил", "Азаматом Куловым"), ("заявил", "Азаматом Куловым")]
)
def test_a_feminine_verb_tells_which_of_two_ministers_speaks(verb: str, speaker: str):
    met = "Глава МИД Норвегии Марит Лунде встретилась в Осло с министром иностранных дел Азаматом Куловым."
    assert (speaker, "доверие важнее любых договоров") in told(f"{met} Министр {verb}, что доверие важнее любых договоров.")


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
