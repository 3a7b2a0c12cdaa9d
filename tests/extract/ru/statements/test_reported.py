"""Reports told to a paper, behind как он сам, by a group named before, and words in guillemets that nobody says."""

from __future__ import annotations

from onrecord import extract_text


def said(text: str) -> list[tuple[str | None, str]]:
    found = extract_text(text, language="ru", published="2023-05-05")
    return [(s.speaker_name, " ".join(s.content)) for s in found.statements]


def test_something_told_to_a_paper_is_said():
    assert said("Директор Олег Тен заявил «Волне», что никаких писем в институт не приходило.") == [
        ("Олег Тен", "никаких писем в институт не приходило")
    ]


def test_what_somebody_himself_said_behind_how_is_a_quotation():
    text = "Рустам Каюмов продолжает работу. Как он сам сказал утром, «о моём уходе мечтают только лентяи»."
    assert said(text) == [("Рустам Каюмов", "о моём уходе мечтают только лентяи")]


def test_they_are_the_group_of_the_sentence_before():
    text = "Участники форума приняли обращение. В нём они призвали открыть новый фонд помощи семьям."
    assert said(text) == [("Участники форума", "открыть новый фонд помощи семьям")]


def test_the_listeners_whose_attention_is_drawn_do_not_say_it():
    text = "Пётр Орлов обратил внимание собравшихся на то, что зона охватывает пять стран региона."
    assert said(text) == [("Пётр Орлов", "зона охватывает пять стран региона")]


def test_he_is_the_one_whom_a_clause_of_the_sentence_before_names():
    text = "Делегация посетила институт, где её встретил ректор Чу Гён Ман. Он пригласил молодых учёных на стажировку в Сеул."
    assert said(text) == [("Чу Гён Ман", "молодых учёных на стажировку в Сеул")]


def test_the_speaker_of_parliament_is_who_holds_that_office():
    text = (
        "Анна Белова была принята спикером Сената Ом Тхэ Ёном. «Нам надо встречаться чаще, чем спортсменам», – пошутил спикер."
    )
    assert said(text) == [("Ом Тхэ Ёном", "Нам надо встречаться чаще, чем спортсменам")]
