import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import compare_names
from onrecord.match.names.comparison import SAME

ONE_NAME = [
    ("Baek Ju-hyun", "백주현"),
    ("Baek Ju-hyun", "Joo-Hyeon Baik"),
    ("Baek Ju-hyun", "Пэк Чу Хён"),
    ("백주현", "Пэк Чу Хён"),
    ("Paek Chu-hyŏn", "백주현"),
    ("Noh Kyu-duk", "노규덕"),
    ("Roh Moo-hyun", "No Mu-hyŏn"),
    ("Choe Son Hui", "Choi Sun-hee"),
    ("Ch'oe Sŏn-hŭi", "최선희"),
    ("Ri Yong Ho", "이용호"),
    ("Kim Jong Un", "Ким Чен Ын"),
    ("Kim Il Sung", "Ким Ир Сен"),
    ("Namgung Young", "남궁영"),
    ("Sung Kim", "성 김"),
    ("Kang Jungmin", "강정민"),
    ("KIM Gunn", "김건"),
    ("Ashikbaev", "Ashikbayev"),
    ("Ashikbayev", "Ашикбаев"),
    ("Ashikbaev", "아쉬크바예프"),
    ("Ашикбаев", "아쉬크바예프"),
    ("Dyussenbayev", "Dyusenbayev"),
    ("Dyussenbayev", "Дүйсенбаев"),
    ("Дюсенбаев", "Дүйсенбаев"),
    ("Düisenbaev", "Dyussenbayev"),
    ("Kassym-Jomart Tokayev", "Қасым-Жомарт Тоқаев"),
    ("Qasym-Jomart Toqaev", "Tokayev, Kassym-Jomart Kemelevich"),
    ("Nursultan Nazarbayev", "누르술탄 나자르바예프"),
    ("Yerzhan Ashikbayev", "Ержана Ашикбаева"),
    ("Yerzhan Ashikbayev", "Ержаном Ашикбаевым"),
    ("Ashikbayev", "Ашикбаевым"),
    ("Dariga Nazarbayeva", "Даригой Назарбаевой"),
    ("Y. Ashikbayev", "Yerzhan Ashikbayev"),
    ("President Moon Jae-in", "문재인 대통령"),
    ("Dr. Siegfried Hecker", "지그프리드 헤커"),
    ("Г-н Игорь Рогов", "ROGOV Igor"),
    ("Shinzō Abe", "Синдзо Абэ"),
    ("António Guterres", "Antonio Guterres"),
    ("Vladimir Vladimirovich Putin", "블라디미르 푸틴"),
    ("Клавдий", "클라우디우스"),
    ("Тиберий", "티베리우스"),
    ("Жуан", "주앙"),
    ("Норден", "노든"),
    ("Мун Дже Ин", "문재인"),
    ("Чо Тхе Ёль", "조태열"),
    ("Ли Хэ Рин", "Ли Херин"),
    ("Ким Чен Ына", "김정은"),
    ("Пан Ги Муном", "Ban Ki-moon"),
    ("О Сынуном", "오승운"),
    ("О Сынуном", "О Сын Ун"),
    ("И Сунсином", "이순신"),
    ("Ё Ун Хён", "여운형"),
    ("Шеннон", "섀넌"),
]
TWO_NAMES = [
    ("Пак Мина", "박민"),
    ("Пак Чин Хи", "Пак Чин Хе"),
    ("О Сын Ун", "О Сын Ук"),
    ("Moon Chung-in", "Moon Jae-in"),
    ("Sung Kim", "Kim Gunn"),
    ("Park Jin", "Park Jin-ho"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Park Geun-hye", "Park Geun-hee"),
    ("Cho Tae-yong", "조태열"),
    ("Nursultan Nazarbayev", "Dariga Nazarbayeva"),
    ("Sergey Lavrov", "Сергей Рябков"),
    ("Lavrov", "Sergey Lavrov"),
    ("Yerzhan Ashikbayev", "Yerzhan Saltybayev"),
    ("강정민", "강경민"),
]


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_spellings_of_one_name_are_the_same(a, b):
    assert compare_names(a, b).same


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_names_of_two_people_differ(a, b):
    assert not compare_names(a, b).same


def test_a_rare_surname_weighs_more_than_a_common_one():
    common, rare = compare_names("Kim Jung-min", "김정민"), compare_names("Namgung Jung-min", "남궁정민")
    assert rare.score > common.score
    assert "surname Kim is common: weighs less" in common.reasons
    assert not any("common" in reason for reason in rare.reasons)


def test_reasons_name_the_syllables_and_the_words():
    assert "백 is spelled Baek" in compare_names("Baek Ju-hyun", "백주현").reasons
    assert "given names differ: Chung-in / Jae-in" in compare_names("Moon Chung-in", "Moon Jae-in").reasons
    assert "Ashikbayev is spelled Ашикбаев" in compare_names("Yerzhan Ashikbayev", "Ержан Ашикбаев").reasons
    assert "initial Y fits Yerzhan" in compare_names("Y. Ashikbayev", "Yerzhan Ashikbayev").reasons
    assert "one side gives a single word" in compare_names("Lavrov", "Sergey Lavrov").reasons


def test_every_answer_gives_its_reasons():
    for a, b in ONE_NAME + TWO_NAMES:
        assert all(reason for reason in compare_names(a, b).reasons)
    assert "one of the two is declined" in compare_names("Ashikbayev", "Ашикбаевым").reasons
    assert "one of the two has an article" in compare_names("Omar Sabahi", "Омар ас-Сабахи").reasons
    assert compare_names("Kim Dotcom", "Kim Smith").reasons == ("Kim is in both", "Dotcom and Smith differ")


def test_text_without_a_name_is_like_nothing():
    assert compare_names("", "").score == 0.0
    assert not compare_names("...", "123 !").same


_NAMES = st.sampled_from([name for pair in ONE_NAME + TWO_NAMES for name in pair])
_ALPHABET = st.sampled_from("abcdefghijklmnopqrstuvwxyzéöşğАБВГДЕЖабвгдежзийкүқө김이박정현성영рстуфхцчшщъыьэюя -'.,")
_INVENTED = st.text(_ALPHABET, min_size=1, max_size=24)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_a_score_between_none_and_one(a, b):
    found = compare_names(a, b)
    assert 0.0 <= found.score <= 1.0
    assert found.same == (found.score >= SAME)
    assert all(isinstance(reason, str) and reason for reason in found.reasons)


@given(_INVENTED, _INVENTED)
def test_order_of_arguments_makes_no_difference(a, b):
    assert compare_names(a, b) == compare_names(b, a)


@given(st.one_of(_INVENTED, _NAMES).filter(lambda name: any(map(str.isalpha, name))))
def test_every_name_is_its_own_spelling(name):
    assert compare_names(name, name).score == 1.0


@settings(deadline=None)
@given(_NAMES, _NAMES)
def test_case_space_and_unicode_form_make_no_difference(a, b):
    plain = compare_names(a, b)
    assert compare_names(a.upper(), b) == plain
    assert compare_names(f"  {a.replace(' ', '   ')} ", b) == plain
    assert compare_names(unicodedata.normalize("NFD", a), unicodedata.normalize("NFD", b)) == plain


@given(_NAMES)
def test_hyphens_and_joined_syllables_are_one_name(name):
    assert compare_names(name.replace("-", " "), name).same
    assert compare_names(name.replace("-", ""), name).same


@given(_NAMES.filter(lambda name: len(name.split()) == 2 and "," not in name and "." not in name))
def test_a_comma_or_the_other_order_is_one_name(name):
    first, last = name.split()
    assert compare_names(f"{last}, {first}", name).score == 1.0
    assert compare_names(f"{last} {first}", name).same
