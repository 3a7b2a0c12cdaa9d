"""Who holds a meeting, and occasions that verbs and nouns tell only together."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.model import Extract, Phrase


def read(text: str) -> Extract:
    return extract_text(text, language="ru", published="2024-03-13")


def roles(extract: Extract) -> set[tuple[str, str]]:
    return {
        (part.who.words if isinstance(part.who, Phrase) else part.who.name, part.role)
        for gathering in extract.gatherings
        for part in gathering.participations
    }


@pytest.mark.parametrize(
    "words",
    [
        "у министра Олега Саврасова состоялась встреча с послом Иваном Лютиковым",
        "между министром Олегом Саврасовым и послом Иваном Лютиковым состоялась беседа",
        "министр Олег Саврасов имел встречу с послом Иваном Лютиковым",
        "министр Олег Саврасов вёл переговоры с послом Иваном Лютиковым",
        "министром Олегом Саврасовым проведена встреча с послом Иваном Лютиковым",
        "была проведена встреча министра Олега Саврасова с послом Иваном Лютиковым",
        "министр Олег Саврасов встречается с послом Иваном Лютиковым",
        "министр Олег Саврасов намерен встретиться с послом Иваном Лютиковым",
    ],
)
def test_both_sides_of_a_meeting_take_part_however_it_is_told(words: str):
    found = {(who.split()[1][:5], role) for who, role in roles(read(f"12 марта 2024 года в Астане {words}."))}
    assert found == {("Савра", "participant"), ("Лютик", "participant")}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("прошёл марш мира", "other"),
        ("состоялся деловой обед с участием посла Олега Саврасова", "other"),
        ("была организована ярмарка ремёсел", "exhibition"),
        ("состоялась закладка капсулы с землёй полигона", "ceremony"),
        ("посол Олег Саврасов выступил на научных чтениях", "other"),
        ("прошёл брифинг-завтрак для послов", "briefing"),
        ("посол Олег Саврасов возложил цветы к памятнику", "ceremony"),
        ("открыт памятник жертвам испытаний", "ceremony"),
        ("посол Олег Саврасов побывал в Институте ядерной физики", "visit"),
        ("министр Олег Саврасов переговорил по телефону с послом Иваном Лютиковым", "call"),
    ],
)
def test_what_a_verb_says_was_held_is_an_occasion(words: str, kind: str):
    assert [g.type for g in read(f"12 марта 2024 года в Астане {words}.").gatherings] == [kind]


@pytest.mark.parametrize(
    "words", ["министр прошёл курс лечения", "фонд планирует принять новых членов", "вечером на улицах было много людей"]
)
def test_what_nobody_held_is_no_occasion(words: str):
    assert read(f"12 марта 2024 года в Астане {words}.").gatherings == ()


@pytest.mark.parametrize("words", ["Вы встречались с министром?", "Министр не раз встречался с физиками."])
def test_a_habit_of_the_past_is_no_meeting(words: str):
    assert read(f"12 марта 2024 года в Астане открылся форум.\n\n{words}").gatherings[0].participations == ()


def test_signatories_stand_in_the_instrumental_before_a_passive():
    found = read("12 марта 2024 года в Сеуле министром Олегом Саврасовым и послом Иваном Лютиковым был подписан меморандум.")
    assert {role for _, role in roles(found)} == {"signatory"}
    assert len(roles(found)) == 2


def test_a_noun_for_any_occasion_takes_up_the_one_before():
    found = read("12 марта 2024 года в Сеуле прошёл форум. Мероприятие открыл посол Олег Саврасов.")
    assert [g.type for g in found.gatherings] == ["forum"]
    assert roles(found) == {("Олег Саврасов", "opening")}
