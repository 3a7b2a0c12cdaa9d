"""The form of a name under which a record is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.match.naming import shown

FORMS = ["Senova", "Aliya Senova", "Aliya SENOVA", "Алия Сенова", "알리야 세노바", "A. Senova"]


def test_the_most_frequent_whole_form_is_shown():
    assert shown(["Senova", "Senova", "Aliya Senova"]) == "Aliya Senova"
    assert shown(["Алия Сенова", "Алия Сенова", "Aliya Senova"]) == "Алия Сенова"
    assert shown(["Aliya SENOVA", "Aliya SENOVA", "A. Senova"]) == "A. Senova"


def test_of_forms_that_are_as_frequent_the_one_in_latin_letters_is_shown():
    assert shown(["Алия Сенова", "알리야 세노바", "Aliya Senova"]) == "Aliya Senova"
    assert shown(["«Арман» Институт политики", "Arman Institute"]) == "Arman Institute"


@given(st.lists(st.sampled_from(FORMS), min_size=1), st.randoms(use_true_random=False))
def test_the_order_of_pages_does_not_matter(names, shuffle):
    other = [*names]
    shuffle.shuffle(other)
    assert shown(other) == shown(names)


STRAIGHT = {"Алией Сеновой": "Алия Сенова", "Алию Сенову": "Алия Сенова", "СЕНОВОЙ": "СЕНОВА"}


@given(st.lists(st.sampled_from([*FORMS, *STRAIGHT, ""])))
def test_names_are_turned_only_where_it_matters_and_the_form_shown_is_the_same(names):
    def straight(name: str) -> str:
        return STRAIGHT.get(name, name)

    assert shown(names, straight) == shown(map(straight, names))


def test_no_name_is_turned_where_the_form_in_latin_letters_is_as_frequent_as_all_others():
    def never(name: str) -> str:
        raise AssertionError(name)

    assert shown(["Aliya Senova", "Алией Сеновой"], never) == "Aliya Senova"
