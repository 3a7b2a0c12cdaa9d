"""Russian facts, on sentences of our own about invented people."""

import pytest

from onrecord import extract_text
from onrecord.model import Extract, Phrase


def read(text: str, published: str | None = "2021-10-20") -> Extract:
    return extract_text(text, language="ru", published=published)


def offices(extract: Extract) -> list[tuple[str, str, str | None, str]]:
    return [(p.person.name, p.title, p.organization.name if p.organization else None, p.status) for p in extract.positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Форум открыл директор Фонда «Ясный день» Ерлан Дуйсенов.",
            ("Ерлан Дуйсенов", "директор", "Фонда «Ясный день»", "current"),
        ),
        (
            "Выступил бывший председатель Комитета ядерного контроля Марат Оспанбеков.",
            ("Марат Оспанбеков", "председатель", "Комитета ядерного контроля", "former"),
        ),
        (
            "Приехал Рю Сон Хо, профессор Университета Мирэ.",
            ("Рю Сон Хо", "профессор", "Университета Мирэ", "current"),
        ),
        (
            "Встречу вел заместитель министра иностранных дел Казахстана Айдос Сериккали.",
            ("Айдос Сериккали", "заместитель министра иностранных дел", None, "current"),
        ),
    ],
)
def test_office_body_and_status_are_read_from_one_phrase(text, expected):
    assert expected in offices(read(text))


def test_declined_and_shortened_names_are_one_person():
    extract = read("Ерлан Дуйсенов открыл форум. С Ерланом Дуйсеновым встретился посол. Е. Дуйсенов ответил на вопросы.")
    assert len(extract.persons) == 1
    assert set(extract.persons[0].names) == {"Ерлан Дуйсенов", "Ерланом Дуйсеновым", "Е. Дуйсенов"}


def test_an_embassy_is_one_body_with_its_republic():
    extract = read("Прием прошел в здании Посольства Республики Корея в Астане.")
    assert "Посольства Республики Корея" in [o.name for o in extract.organizations]


def test_an_embassy_takes_the_country_where_it_is_posted():
    extract = read("Прием прошел в здании Посольства Республики Корея в Казахстане.")
    assert [o.name for o in extract.organizations] == ["Посольства Республики Корея в Казахстане"]


def test_after_whom_a_house_is_called_is_no_person():
    assert not read("Семинар провел фонд имени Роберта Бауэра.").persons


def test_an_authority_is_named_by_its_country():
    found = read("Согласны японский МИД, парламент Грузии и российское посольство.").organizations
    assert {"парламент Грузии", "российское посольство"} <= {o.name for o in found}


def test_a_country_in_another_case_elsewhere_keeps_the_office():
    extract = read("Президент Эстонии Андрес Ламмас прибыл. Эстония ждет. Эстония верит.")
    assert [(p.title, p.person.name) for p in extract.positions] == [("Президент", "Андрес Ламмас")]


def test_an_abbreviation_in_brackets_names_the_body_from_then_on():
    extract = read("Институт новой безопасности (ИНБ) провел семинар. Директор ИНБ поблагодарил гостей.")
    assert extract.organizations[0].names == ("Институт новой безопасности", "ИНБ")
    assert len(extract.organizations[0].mentions) == 3


def said(extract: Extract) -> list[tuple[str | None, tuple[str, ...], bool, str]]:
    return [(s.speaker_name, s.content, s.direct, s.cue) for s in extract.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "«Сегодня мы делаем первый шаг», – сказал Ерлан Дуйсенов.",
            ("Ерлан Дуйсенов", ("Сегодня мы делаем первый шаг",), True, "сказал"),
        ),
        (
            "Ерлан Дуйсенов отметил, что проверка займет не меньше двух лет.",
            ("Ерлан Дуйсенов", ("проверка займет не меньше двух лет",), False, "отметил"),
        ),
        (
            "По словам Ерлана Дуйсенова, новый стенд заработает уже весной.",
            ("Ерлана Дуйсенова", ("новый стенд заработает уже весной",), False, "По словам"),
        ),
        (
            "Стороны договорились провести следующую встречу в Сеуле.",
            ("Стороны", ("провести следующую встречу в Сеуле",), False, "договорились"),
        ),
        (
            "– Нам важно слышать друг друга каждый день, – заметил Ерлан Дуйсенов.",
            ("Ерлан Дуйсенов", ("Нам важно слышать друг друга каждый день",), True, "заметил"),
        ),
    ],
)
def test_who_said_what_is_read_to_the_letter(text, expected):
    assert expected in said(read(text))


def test_a_pronoun_is_the_speaker_before():
    extract = read("Ерлан Дуйсенов открыл форум. Он подчеркнул, что работа только начинается сегодня.")
    assert [s.speaker_name for s in extract.statements] == ["Ерлан Дуйсенов"]


def test_less_than_four_words_are_no_statement():
    assert not read("«Хороший день», – сказал Ерлан Дуйсенов.").statements


EVENT = (
    "14 октября в Алматы прошел круглый стол «Уроки Семея», организаторами которого выступили Фонд «Ясный день» "
    "и Институт новой безопасности. Модератором стала профессор Алия Жунисбек. "
    "С докладами выступили Рю Сон Хо и Марат Оспанбеков. В круглом столе участвовали около 40 экспертов."
)


def test_a_gathering_has_name_date_place_attendance_and_roles():
    gathering = read(EVENT).gatherings[0]
    assert (gathering.type, gathering.name) == ("roundtable", "круглый стол «Уроки Семея»")
    assert (str(gathering.start), gathering.place, gathering.attendance) == ("2021-10-14", "Алматы", 40)
    roles = {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in gathering.participations}
    assert roles >= {
        ("Фонд «Ясный день»", "organizer"),
        ("Институт новой безопасности", "organizer"),
        ("Алия Жунисбек", "moderator"),
        ("Рю Сон Хо", "speaker"),
        ("Марат Оспанбеков", "speaker"),
    }


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Семипалатинский полигон был закрыт 29 августа 1991 года.", "site-closed", "1991-08-29"),
        ("Последние боеголовки вывезены из республики в апреле 1995 года.", "weapons-removed", "1995-04"),
        ("Договор вступил в силу 21 марта 2009 года.", "treaty-in-force", "2009-03-21"),
        ("Институт новой безопасности создан в 2003 году.", "organization-founded", "2003"),
    ],
)
def test_dated_steps_are_milestones(text, kind, date):
    assert (kind, date) in [(m.kind, str(m.date)) for m in read(text).milestones]


def test_a_limit_inside_what_is_said_is_no_date_of_the_gathering():
    text = "Открывая семинар 14 октября в Алматы, Ерлан Дуйсенов отметил, что хранилище построят до 2030 года."
    assert str(read(text).gatherings[0].start) == "2021-10-14"


def test_who_hosts_in_his_house_and_who_has_not_spoken_yet():
    text = "В Институте новой безопасности 3 декабря пройдет семинар. «Мы ждем много гостей», – говорит Алия Жунисбек."
    roles = {(p.who.name, p.role) for p in read(text).gatherings[0].participations}
    assert roles == {("Институте новой безопасности", "host")}


def test_the_same_text_gives_the_same_facts():
    assert read(EVENT) == read(EVENT)


def test_dialogue_in_what_somebody_says_is_no_occasion_and_plans_that_are_welcomed_open_none():
    text = (
        "Визит в Лунде\n\nМинистр Марат Оспанбеков прибыл в Лунде 6 января 2022 года и подчеркнул, что дверь к диалогу "
        "должна оставаться открытой. Он также приветствовал планы Института новой безопасности."
    )
    found = read(text).gatherings
    assert "dialogue" not in {g.type for g in found}
    assert "opening" not in {p.role for g in found for p in g.participations}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("С докладом выступил Пак Джи Хун (Park Ji-hoon), профессор.", {"Пак Джи Хун", "Park Ji-hoon"}),
        ("Об этом заявил глава совета Фил О’Рейли.", {"Фил О’Рейли"}),
    ],
)
def test_a_spelling_in_brackets_and_an_apostrophe_belong_to_one_name(text, names):
    (person,) = read(text).persons
    assert set(person.names) == names


def test_declined_korean_names_in_a_row_are_told_apart():
    assert [p.name for p in read("Он знал отца Кима Сон Ира Пака Чен Сена.").persons] == ["Кима Сон Ира", "Пака Чен Сена"]


def test_a_list_of_foreign_names_is_read_whatever_language_it_looks_like():
    listed = "• Милан Козак (Чехия) • Ян Ковач (Словакия) • Зоран Вукич (Сербия) • Мирко Славич (Хорватия)"
    extract = read(f"В списке:\n\n{listed}")
    assert "bg" in {p.language for p in extract.document.paragraphs}
    assert [p.name for p in extract.persons] == ["Милан Козак", "Ян Ковач", "Зоран Вукич", "Мирко Славич"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Переговоры провел министр О Се Бин.", ["О Се Бин"]),
        ("О Маратове и договоре писали газеты.", ["Маратове"]),
        ("Заседание открыл Бекзат Нурпеисович Абильданов.", ["Бекзат Нурпеисович Абильданов"]),
        ("Об этом заявил Уильям Девенпорт-младший. Девенпорт добавил, что готов.", ["Уильям Девенпорт-младший"]),
    ],
)
def test_names_of_one_letter_patronymics_and_juniors(text, names):
    assert [p.name for p in read(text).persons] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Решение принял Комитет ветеранов против пыток.", "Комитет ветеранов против пыток"),
        ("Об этом сообщил Водный комитет при правительстве.", "Водный комитет при правительстве"),
        ("Приехала сборная Казахстана по бобслею и скелетону.", "сборная Казахстана по бобслею и скелетону"),
        ("Об этом сообщила горнолыжная федерация Узбекистана.", "горнолыжная федерация Узбекистана"),
        ("Выступил депутат муниципального собрания района Северный.", "муниципального собрания района Северный"),
        ("Письмо передали в МИДе.", "МИДе"),
        ("Помощь привез Международный Красный Крест.", "Международный Красный Крест"),
        ("АСТАНА. 3 мая. Дала-Ақпарат – В столице прошел форум.", "Дала-Ақпарат"),
        ("Он работает в компании Vertex Systems.", "компании Vertex Systems"),
        ("ООН грозной резолюции не приняла.", "ООН"),
    ],
)
def test_a_body_ends_where_its_name_ends(text, expected):
    assert expected in [o.name for o in read(text).organizations]


@pytest.mark.parametrize("text", ["КОРОТКО", "В Белом доме прошла встреча.", "Стороны присоединились к ДНЯО."])
def test_headings_venues_and_treaties_are_no_bodies(text):
    assert not read(text).organizations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Леван Дугладзе является депутатом парламента.", ("Леван Дугладзе", "депутатом", None, "current")),
        ("Иван Петров был послом в Японии.", ("Иван Петров", "послом", None, "former")),
        ("Сопредседателями избраны Марат Оспанов и Лиза Чэпмен.", ("Лиза Чэпмен", "Сопредседателями", None, "current")),
        (
            "Приехал министр по делам печати, глава Комиссии по языку Иван Маридов.",
            ("Иван Маридов", "министр по делам печати", None, "current"),
        ),
        (
            "Выступил глава Винной компании и совладелец Vertex Артур Пелкин.",
            ("Артур Пелкин", "совладелец", "Vertex", "current"),
        ),
        ("Выступил представитель ведомства полковник Иван Сергеев.", ("Иван Сергеев", "полковник", None, "current")),
        (
            "Пак Джи Хун (Park Ji-hoon), профессор Корейской горной академии.",
            ("Пак Джи Хун", "профессор", "Корейской горной академии", "current"),
        ),
        (
            "Пришла координатор проекта «Степь» Асель Жумабекова.",
            ("Асель Жумабекова", "координатор проекта «Степь»", None, "current"),
        ),
        ("Вопрос задал доктор юридических наук Т. Б. Жүнісов.", ("Т. Б. Жүнісов", "доктор юридических наук", None, "current")),
    ],
)
def test_offices_told_by_verbs_ranks_degrees_and_joined_titles(text, expected):
    assert expected in offices(read(text))


def test_many_officials_before_one_name_give_him_no_office():
    assert not read("Здесь были представители Иван Петров.").positions


def test_kazakh_letters_in_a_name_do_not_make_it_a_body():
    found = extract_text("Встречу открыла директор фонда Айнаш Құрманбай.", language="ru")
    assert ([p.name for p in found.persons], found.organizations) == (["Айнаш Құрманбай"], ())
