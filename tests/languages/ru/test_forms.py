import pytest

from onrecord.languages.ru.forms import same_word, same_words


@pytest.mark.parametrize("form", ["Дуйсенова", "Дуйсенову", "Дуйсеновым", "Дуйсенове"])
def test_a_declined_name_is_the_same_word(form):
    assert same_word("Дуйсенов", form)


@pytest.mark.parametrize(("a", "b"), [("Ким", "Кима"), ("Дуйсенов", "Дуйсебаев"), ("Пак", "Пэк")])
def test_other_names_and_short_ones_are_not(a, b):
    assert not same_word(a, b)


def test_phrases_are_compared_word_by_word():
    assert same_words("Институт ядерной физики", "Институтом ядерной физики")
    assert not same_words("Институт ядерной физики", "Институт физики")
