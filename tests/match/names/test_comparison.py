import pytest

from onrecord import compare_names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Baek Ju-hyun", "백주현"),
        ("Baek Ju-hyun", "Joo-Hyeon Baik"),
        ("Ashikbaev", "Ашикбаев"),
        ("Dyussenbayev", "Дюсенбаев"),
        ("Baek Ju-hyun", "Пэк Чу Хён"),
    ],
)
def test_spellings_of_one_name_are_the_same(a, b):
    assert compare_names(a, b).same
    assert compare_names(b, a) == compare_names(a, b)


@pytest.mark.parametrize(("a", "b"), [("Moon Chung-in", "Moon Jae-in"), ("Sung Kim", "Kim Gunn"), ("Park Jin", "Park Jin-ho")])
def test_names_of_two_people_differ(a, b):
    assert not compare_names(a, b).same
