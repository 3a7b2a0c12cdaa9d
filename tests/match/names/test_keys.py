import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.match.names.keys import keys, part_keys


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Baek Ju-hyun", "백주현"),
        ("Joo-Hyeon Baik", "Пэк Чу Хён"),
        ("Ri Yong Ho", "이용호"),
        ("Yerzhan Ashikbayev", "Ержаном Ашикбаевым"),
        ("Yerzhan Ashikbayev", "예르잔 아쉬크바예프"),
        ("Bakyt Dyussenbayev", "Бақыт Дүйсенбаев"),
        ("Y. Ashikbayev", "Yerzhan Ashikbayev"),
        ("Siegfried Hecker", "지그프리드 헤커"),
    ],
)
def test_spellings_of_one_name_share_a_key(a, b):
    assert keys(a) & keys(b)


def test_korean_names_of_one_surname_are_kept_apart():
    assert not keys("김정은") & keys("김영남")
    assert not keys("Moon Chung-in") & keys("Moon Jae-in")


def test_a_single_word_is_found_among_the_parts_of_a_name():
    assert part_keys("Ashikbayev") & part_keys("Ержан Ашикбаев")


@given(st.text(max_size=40))
def test_any_text_has_keys_and_few_of_them(text):
    assert len(keys(text)) < 400
