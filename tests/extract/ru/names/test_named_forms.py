"""Each form that Russian pages of this field must be read in, one by one, on sentences about invented people."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Extract, Gathering, Phrase

PAGE_DATE = "2023-11-27"


def read(text: str, published: str | None = PAGE_DATE) -> Extract:
    return extract_text(text, language="ru", published=published)


def roles(extract: Extract) -> set[tuple[str, str]]:
    return {
        (part.who.words if isinstance(part.who, Phrase) else part.who.name, part.role)
        for gathering in extract.gatherings
        for part in gathering.participations
    }


def first(extract: Extract) -> Gathering:
    return extract.gatherings[0]


# -- names


@pytest.mark.parametrize("case", ["Посольство", "Посольства", "Посольству", "Посольством", "Посольстве"])
def test_an_embassy_is_one_body_with_its_country_in_every_case(case: str):
    found = read(f"В письме названо {case} Республики Корея, ответа нет.").organizations
    assert [body.name for body in found] == [f"{case} Республики Корея"]


@pytest.mark.parametrize("name", ["Нам Гю Ри", "Чхве Сын Хо", "О Мин Соль", "Ли Сан А", "Хан Чхоль Су", "Мён Гванмин"])
def test_a_korean_name_is_surname_and_given_name_and_no_patronymic_triple(name: str):
    (person,) = read(f"С докладом выступил профессор Университета Мирэ {name}.").persons
    assert (person.name, person.rule) == (name, "korean-name")


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Канат Оразбеков", "К. Оразбеков"),
        ("Игорь Петрович Лазутин", "И. П. Лазутин"),
        ("Джамшид Рахимов", "Дж. Рахимов"),
        ("Рустам Ж. Ибраев", "Р. Ибраев"),
    ],
)
def test_initials_mean_the_person_named_in_full(full: str, short: str):
    (person,) = read(f"Форум открыл {full}. {short} пожелал гостям успеха.").persons
    assert {full, short} <= set(person.names)


@pytest.mark.parametrize("form", ["Асель Куатовой", "Асель Куатову"])
def test_a_declined_name_takes_the_base_form_that_the_text_has(form: str):
    (person,) = read(f"Слово передали {form}. Асель Куатова говорила недолго.").persons
    assert person.name == "Асель Куатова"


def test_given_name_and_patronymic_alone_mean_the_one_person_with_that_given_name():
    (person,) = read("Беседа с профессором Сауле Темирхан. Сауле Кайратовна недавно вернулась из Пусана.").persons
    assert set(person.names) == {"Сауле Темирхан", "Сауле Кайратовна"}


def test_a_patronymic_does_not_join_two_who_share_a_given_name():
    found = read("Пришли Сауле Темирхан и Сауле Ахметова. Сауле Кайратовна опоздала.").persons
    assert len(found) == 3


@pytest.mark.parametrize(
    ("words", "title", "status"),
    [
        ("вице-министр энергетики Бауржан Сеитов", "вице-министр энергетики", "current"),
        ("экс-посол Казахстана в Японии Бауржан Сеитов", "посол Казахстана в Японии", "former"),
        (
            "временный поверенный в делах Норвегии в Казахстане Бауржан Сеитов",
            "временный поверенный в делах Норвегии в Казахстане",
            "current",
        ),
        ("бывший аким города Бауржан Сеитов", "аким", "former"),
    ],
)  # fmt: skip
def test_an_office_is_read_before_the_name(words: str, title: str, status: str):
    found = read(f"Гостей встретил {words}.").positions
    assert [(p.person.name, p.title, p.status) for p in found] == [("Бауржан Сеитов", title, status)]


def test_two_offices_joined_by_a_dash_are_one_persons():
    found = read(
        "Участников приветствовал заместитель Премьер-Министра – министр иностранных дел РК Даурен Байсеркеулы."
    ).positions
    assert [p.title for p in found] == ["заместитель Премьер-Министра", "министр иностранных дел"]


def test_a_town_in_brackets_between_body_and_name_does_not_part_an_office_from_its_holder():
    (office,) = read("Выступила заместитель директора Института изучения мира (Осло) Марит Лунде.").positions
    assert (office.person.name, office.title) == ("Марит Лунде", "заместитель директора")
    assert office.organization is not None
    assert office.organization.name == "Института изучения мира"


def test_a_list_line_gives_the_office_behind_a_dash_whatever_the_next_line_names():
    found = read(
        "Спикеры:\nАйгерим Тулеубай – старший преподаватель Улытауского университета\nЙонас Хаугланд – советник фонда"
    ).positions
    assert (found[0].person.name, found[0].title) == ("Айгерим Тулеубай", "старший преподаватель")


def test_a_ship_or_craft_is_no_body_wherever_its_name_stands():
    found = read("Шаттл «Дискавери» вернулся на Землю. Экипаж «Дискавери» встретили врачи.").organizations
    assert not found


# -- statements


@pytest.mark.parametrize(
    ("text", "content", "direct"),
    [
        ("«Мы готовы открыть архив для всех», – сказала Асель Куатова.", "Мы готовы открыть архив для всех", True),
        ("«Мы готовы открыть архив для всех», сказала Асель Куатова.", "Мы готовы открыть архив для всех", True),
        ("По словам Асель Куатовой, архив откроют весной для всех.", "архив откроют весной для всех", False),
        ("Асель Куатова отметила, что архив откроют весной для всех.", "архив откроют весной для всех", False),
        ("Архив откроют весной для всех желающих, сообщила Асель Куатова.", "Архив откроют весной для всех желающих", False),
        ("Архив откроют весной для всех желающих, по словам Асель Куатовой.", "Архив откроют весной для всех желающих", False),
        ("При этом, уверена Асель Куатова, архив откроют весной для всех.", "архив откроют весной для всех", False),
        ("Асель Куатова убеждена: архив откроют весной для всех.", "архив откроют весной для всех", False),
        ("Как считает Асель Куатова, архив откроют весной для всех.", "архив откроют весной для всех", False),
        ("Асель Куатова призвала открыть архив для всех.", "открыть архив для всех", False),
    ],
)  # fmt: skip
def test_the_words_of_a_speaker_are_found_in_every_form_of_attribution(text: str, content: str, direct: bool):
    (said,) = read(text).statements
    assert (said.speaker_name or "").startswith("Асель Куатов")
    assert (said.content, said.direct) == ((content,), direct)


def test_a_source_inside_the_sentence_leaves_both_halves_of_what_is_said():
    (said,) = read("Итоговый документ, по данным Асель Куатовой, опубликуют в июле.").statements
    assert said.content == ("Итоговый документ", "опубликуют в июле")


def test_a_quotation_that_goes_on_in_small_letters_behind_its_attribution_is_one_statement():
    (said,) = read("«Этот случай сложнее, – предупредила Асель Куатова, – там нет соседей».").statements
    assert said.content == ("Этот случай сложнее", "там нет соседей")


def test_what_is_said_in_a_document_belongs_to_whose_document_it_is():
    (said,) = read("«Мир в регионе неделим и общий», – говорится в заявлении Фонда «Ясный день».").statements
    assert said.speaker_name == "Фонда «Ясный день»"


def test_who_signs_a_report_says_nothing():
    assert not read("В Астане открылся архив для всех желающих, передает корреспондент агентства.").statements


def test_a_headline_quotation_is_a_statement_unless_the_text_repeats_it():
    headline = "Асель Куатова: «Мы открыли архив для всех»\n\n"
    assert [s.rule for s in read(headline + "Архив работает с понедельника.").statements] == ["headline"]
    repeated = read(headline + "«Мы открыли архив для всех», – сказала Асель Куатова в понедельник.").statements
    assert [s.rule for s in repeated] == ["quotation"]


def test_she_is_the_woman_named_before_and_not_the_man_named_last():
    found = read("Докладчиком была Асель Куатова. Ей возразил Иван Петров. Она отметила, что архив открыт для всех.").statements
    assert [s.speaker_name for s in found][-1] == "Асель Куатова"


# -- gatherings


@pytest.mark.parametrize(
    ("words", "type"),
    [
        ("прошел круглый стол «Память»", "roundtable"),
        ("прошел вебинар «Память»", "webinar"),
        ("прошел форум «Память»", "forum"),
        ("состоялась встреча экспертов", "meeting"),
        ("состоялись переговоры экспертов", "talks"),
        ("начался визит министра", "visit"),
        ("состоялся телефонный разговор министров", "call"),
    ],
)
def test_each_word_for_a_gathering_has_its_type(words: str, type: str):
    found = read(f"25 ноября в Астане {words}. Модератором выступила Асель Куатова.").gatherings
    assert [(g.type, str(g.start), g.place) for g in found] == [(type, "2023-11-25", "Астане")]


@pytest.mark.parametrize(
    ("words", "who", "role"),
    [
        ("Организатором выступил Фонд «Ясный день».", "Фонд «Ясный день»", "organizer"),
        ("Форум прошел по инициативе Фонда «Ясный день».", "Фонда «Ясный день»", "organizer"),
        ("Форум прошел при поддержке Фонда «Ясный день».", "Фонда «Ясный день»", "organizer"),
        ("Модератором выступила Асель Куатова.", "Асель Куатова", "moderator"),
        ("Первую сессию модерировала Асель Куатова.", "Асель Куатова", "moderator"),
        ("Асель Куатова модерировала первую сессию.", "Асель Куатова", "moderator"),
        ("Ведущая – Асель Куатова.", "Асель Куатова", "moderator"),
        ("Спикером форума стала Асель Куатова.", "Асель Куатова", "speaker"),
        ("С докладом выступила Асель Куатова.", "Асель Куатова", "speaker"),
        ("Асель Куатова выступила с докладом.", "Асель Куатова", "speaker"),
        ("С приветственным словом выступила Асель Куатова.", "Асель Куатова", "opening"),
        ("Приветственное слово произнесет Асель Куатова.", "Асель Куатова", "opening"),
        ("Открывая форум, Асель Куатова поблагодарила гостей.", "Асель Куатова", "opening"),
        ("Среди гостей была Асель Куатова.", "Асель Куатова", "participant"),
        ("Участие в форуме приняла Асель Куатова.", "Асель Куатова", "participant"),
    ],
)
def test_each_word_for_a_role_gives_it(words: str, who: str, role: str):
    assert (who, role) in roles(read(f"25 ноября в Астане прошел форум «Память и право». {words}"))


def test_who_signed_on_a_day_long_past_signed_nothing_at_the_gathering():
    text = "25 ноября в Астане прошел форум «Память». Марат Оспанов напомнил: две страны подписали план еще в 2004 году."
    assert ("Марат Оспанов", "signatory") not in roles(read(text))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("25 ноября", "2023-11-25", None),
        ("В минувший вторник", "2023-11-21", None),
        ("Во вторник, 21 ноября,", "2023-11-21", None),
        ("С 20 по 22 ноября", "2023-11-20", "2023-11-22"),
        ("С 30 октября по 2 ноября", "2023-10-30", "2023-11-02"),
        ("20 и 21 ноября", "2023-11-20", "2023-11-21"),
        ("30 октября – 2 ноября 2023 года", "2023-10-30", "2023-11-02"),
        ("21–22 ноября т.г.", "2023-11-21", "2023-11-22"),
    ],
)
def test_each_form_of_a_date_is_completed_from_the_page(words: str, start: str, end: str | None):
    gathering = first(read(f"{words} в Астане прошел форум «Память и право»."))
    assert (str(gathering.start), str(gathering.end) if gathering.end else None) == (start, end)


@pytest.mark.parametrize(
    ("words", "day"), [("На следующий день", "2023-11-22"), ("В тот же день", "2023-11-21"), ("Днем ранее", "2023-11-20")]
)
def test_a_day_counts_from_the_one_that_the_text_told_last(words: str, day: str):
    text = f"21 ноября Иван Петров приехал в Астану. {words} он встретился с ректором Университета Мирэ Асель Куатовой."
    gathering = first(read(text))
    assert str(gathering.start) == day
    assert roles(read(text)) >= {("Иван Петров", "participant"), ("Асель Куатовой", "participant")}


def test_an_occasion_of_two_days_that_ended_today_began_the_day_before():
    gathering = first(read("В Астане сегодня завершился двухдневный форум «Память и право»."))
    assert (str(gathering.start), str(gathering.end)) == ("2023-11-26", "2023-11-27")


def test_the_last_day_is_read_from_how_long_an_occasion_goes_on():
    gathering = first(read("В Астане 27 ноября открылся форум «Память и право». Форум продлится до 29 ноября."))
    assert (str(gathering.start), str(gathering.end)) == ("2023-11-27", "2023-11-29")


def test_what_is_held_on_the_fringes_is_an_occasion_of_its_own():
    text = (
        "Международный форум «Память и право» прошел в Астане 20–21 ноября. "
        "На полях форума 21 ноября Асель Куатова встретилась с ректором Университета Мирэ Иваном Петровым."
    )
    forum, meeting = read(text).gatherings
    assert (str(forum.start), forum.type) == ("2023-11-20", "forum")
    assert (str(meeting.start), meeting.type, meeting.place) == ("2023-11-21", "meeting", "Астане")


def test_a_word_for_a_gathering_in_the_name_of_a_body_is_no_occasion():
    found = read("25 ноября в Астане прошел семинар «Память». Его организовал Секретариат Организации азиатского диалога.")
    assert [g.type for g in found.gatherings] == ["seminar"]


# -- programmes

PROGRAMME = """Форум «Память и право»

Опубликовано 17.11.2023

Дата: 28–29 ноября, 10:00
Место: Астана, Дом дружбы

Организаторы: Фонд «Ясный день», Университет Мирэ
Партнер: Институт «Горизонт»

Спикеры:
Айгерим Тулеубай – старший преподаватель Университета Мирэ
Чхве Ын Джи – аспирантка

Приветственные слова:
Г-н Иван Петров, ректор

10.30–11.00 – доклад «Полигон», Нурлан Отарбаев
14.00–15.00 – круглый стол «Итоги». Ведущая – Асель Куатова
"""


def test_labelled_lines_tell_when_where_and_who_without_bullets():
    extract = read(PROGRAMME, published=None)
    (forum,) = extract.gatherings
    assert (str(forum.start), str(forum.end), forum.place) == ("2023-11-28", "2023-11-29", "Астана")
    assert roles(extract) == {
        ("Фонд «Ясный день»", "organizer"),
        ("Университет Мирэ", "organizer"),
        ("Институт «Горизонт»", "organizer"),
        ("Айгерим Тулеубай", "speaker"),
        ("Чхве Ын Джи", "speaker"),
        ("Иван Петров", "opening"),
        ("Нурлан Отарбаев", "speaker"),
        ("Асель Куатова", "moderator"),
    }


def test_a_body_is_not_named_for_its_press_service():
    text = "Встреча прошла в Астане по приглашению Института стратегии. Она была полезной, сообщила пресс-служба Института."
    assert [o.name for o in read(text).organizations] == ["Института стратегии"]


# -- whose office


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Встречу открыл посол Казахстана Сабит Орманов.", "Казахстан"),
        ("Встречу открыл посол Казахстана в Республике Корея Сабит Орманов.", "Казахстан"),
        ("Встречу открыл временный поверенный в делах Финляндии Юхани Салмела.", "Финляндия"),
        ("Встречу открыл норвежский министр Эрик Санд.", "Норвегия"),
        ("Встречу открыл министр обороны Республики Корея Юн Гын Хо.", "Корея"),
        ("Встречу открыл директор Корейского фонда мира Мо Тэ Ха.", None),
        ("Встречу открыл посол в Казахстане Эрик Санд.", None),
    ],
)
def test_the_country_of_an_office_is_told_in_the_nominative_and_an_envoy_has_that_which_sends(text: str, country: str | None):
    assert [p.country for p in read(text).positions] == [country]


# -- which republic


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Встречу открыл посол РК Пак Чон Ук.", "Корея"),
        ("Встречу открыл посол РК в Сеуле Бекболат Нұрланұлы. Казахстан ждет гостей.", "Казахстан"),
        ("Встречу открыл аким РК Бекболат Ахметов.", "Казахстан"),
        ("Встречу открыл министр обороны РК Иван Петров.", "Казахстан"),
    ],
)
def test_rk_is_decided_by_context(text: str, country: str):
    assert [p.country for p in read(text).positions] == [country]


# -- Kazakh


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Форумға Қазақстан зерттеулер институтының директоры Ерлан Сағынтаев қатысты, деп хабарлады.", "Ерлан Сағынтаев"),
        ("Кеше Астанада Ерлан Сағынтаев жаңа орталықты ашты және сөз сөйледі.", "Ерлан Сағынтаев"),
        ("Forumğa Turan institutynyñ direktory Rasul Ahmetuly qatysty jäne osy turaly aytty.", "Rasul Ahmetuly"),
    ],
)
def test_kazakh_in_both_alphabets_is_read_in_part_and_the_page_says_so(text: str, name: str):
    extract = extract_text(text, published=PAGE_DATE)
    assert extract.document.language == "kk"
    assert [p.name for p in extract.persons] == [name]
    assert extract.notes
