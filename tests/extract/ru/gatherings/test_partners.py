"""Who is met with whom: several meetings of one page, by sentences of our own about invented people."""

from onrecord import extract_text
from onrecord.model import Extract, Gathering, Organization, Person


def read(text: str) -> Extract:
    return extract_text(text, language="ru", published="2024-05-14")


def people(gathering: Gathering) -> dict[str, set[str]]:
    roles: dict[str, set[str]] = {}
    for part in gathering.participations:
        if isinstance(part.who, Person):
            roles.setdefault(part.who.name.split()[-1], set()).add(part.role)
    return roles


def test_a_name_stands_behind_the_letters_of_its_body_in_brackets():
    extract = read("12 мая министр Алибек Сарсенов провёл встречу с директором Агентства по изотопам (АПИ) Рикардо Монти.")
    (met,) = extract.gatherings
    assert set(people(met)) == {"Сарсенов", "Монти"}


def test_a_name_stands_behind_two_offices():
    extract = read(
        "12 мая Алибек Сарсенов провёл встречу с заместителем министра, высоким представителем по торговле Рикардо Монти."
    )
    (met,) = extract.gatherings
    assert set(people(met)) == {"Сарсенов", "Монти"}


def test_another_guest_is_another_meeting_of_the_same_host():
    extract = read(
        "12 мая в Вене министр Алибек Сарсенов встретился с директором института Рикардо Монти.\n\n"
        "В ходе встречи с министром энергетики Гансом Мюллером обсуждены поставки урана."
    )
    first, second = extract.gatherings
    assert set(people(first)) == {"Сарсенов", "Монти"}
    assert set(people(second)) == {"Сарсенов", "Мюллером"}
    assert (str(second.start), second.place) == ("2024-05-12", "Вене")


def test_whoever_was_named_as_met_is_met_once():
    extract = read(
        "12 мая в Вене министр Алибек Сарсенов встретился с директором института Рикардо Монти.\n\n"
        "В ходе встречи с Рикардо Монти обсуждены поставки урана. На встрече с Алибеком Сарсеновым речь шла о науке."
    )
    assert len(extract.gatherings) == 1


def test_talks_with_one_are_no_row_of_meetings():
    extract = read("12 мая Алибек Сарсенов провел переговоры с Гансом Мюллером. Ранее Сарсенов провел встречу с Рикардо Монти.")
    assert [set(people(g)) for g in extract.gatherings] == [{"Сарсенов", "Мюллером"}, {"Сарсенов", "Монти"}]


def test_a_new_office_in_the_words_of_a_verb_makes_no_other_meeting():
    extract = read(
        "Министр Алибек Сарсенов встретился с послом\n\nСарсенов после прихода в новый кабинет 12 мая встретился "
        "с послом Гансом Мюллером."
    )
    assert len(extract.gatherings) == 1


def test_those_who_hold_a_conversation_with_each_other_do_not_moderate_it():
    extract = read("Президент Алибек Сарсенов и министр Ганс Мюллер 12 мая провели телефонный разговор.")
    (call,) = extract.gatherings
    assert people(call) == {"Сарсенов": {"participant"}, "Мюллер": {"participant"}}


def test_who_is_meant_was_named_before_any_gathering():
    extract = read(
        "Об открытии лаборатории сообщил академик Алибек Сарсенов.\n\nОн выступил модератором сессии «Атом и море» в Алматы."
    )
    (session,) = extract.gatherings
    assert people(session) == {"Сарсенов": {"moderator"}}


def test_a_dateline_shortens_its_month():
    extract = read("СЕУЛ, 12 фев – РИА Новости. Министр Алибек Сарсенов встретился с послом Гансом Мюллером.")
    (met,) = extract.gatherings
    assert str(met.start) == "2024-02-12"


def test_a_body_behind_the_office_of_whoever_is_met_is_not_met():
    extract = read("12 мая Алибек Сарсенов встретился с директором Горного института.")
    assert all(not isinstance(p.who, Organization) for g in extract.gatherings for p in g.participations)


def test_a_day_in_a_passive_clause_about_another_noun_is_none_of_the_occasion():
    extract = read("Форум «Степь» в Алматы посвящен памяти о взрыве на полигоне, который был произведен 19 октября 1989 года.")
    assert [str(g.start) for g in extract.gatherings] == ["None"]


def test_a_country_of_two_words_is_no_town():
    first = read("12 мая в Посольстве Кореи в Российской Федерации состоялся прием посла Пак Ро Бёка.")
    assert [g.place for g in first.gatherings] == ["Посольстве Кореи"]


def test_who_stands_in_the_genitive_of_a_relative_clause_did_not_speak():
    extract = read(
        "12 мая прошел форум «Степь». На нём выступил Алибек Сарсенов, который поддержал предложение президента Ганса Мюллера."
    )
    (forum,) = extract.gatherings
    assert people(forum) == {"Сарсенов": {"speaker"}}
