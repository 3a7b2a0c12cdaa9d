"""Who says what in Russian: turns of transcripts, gerunds, nations, verbs of any meaning behind a dash."""

from __future__ import annotations

import pytest

from onrecord import extract_text

PEOPLE = """В Астане прошел форум по безопасности.

В нем участвовали директор института Ерлан Сарбаев, министр иностранных дел Казахстана Азамат Кулов и министр иностранных дел \
Республики Корея Рю Мин Сик.

"""


def said(text: str) -> list[tuple[str | None, str, tuple[str, ...]]]:
    """Speaker, reporting words and content of each statement that a text makes behind the sentences about those present."""
    found = extract_text(PEOPLE + text, language="ru", published="2023-05-05").statements
    return [(s.speaker_name, s.cue or "", s.content) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Сарбаев возразил коллегам, заметив, что деньги без гарантий работают недолго.",
            ("Ерлан Сарбаев", "заметив", ("деньги без гарантий работают недолго",)),
        ),
        (
            "Отвечая на вопрос из зала, Сарбаев сказал: «Проверять нужно каждый год и без исключений».",
            ("Ерлан Сарбаев", "сказал", ("Проверять нужно каждый год и без исключений",)),
        ),
        (
            "Корейский министр заявил о готовности выделить средства на новые станции.",
            ("Рю Мин Сик", "заявил", ("о готовности выделить средства на новые станции",)),
        ),
        (
            "Казахстанская сторона выступила за скорейшее вступление договора в силу.",
            ("Казахстанская сторона", "выступила", ("за скорейшее вступление договора в силу",)),
        ),
        (
            "«Тишина над степью стоит дорого», – вздохнул Ерлан Сарбаев.",
            ("Ерлан Сарбаев", "вздохнул", ("Тишина над степью стоит дорого",)),
        ),
        (
            "— Тишина над степью — это общее завоевание, — обратился к собравшимся Ерлан Сарбаев.",
            ("Ерлан Сарбаев", "обратился", ("Тишина над степью — это общее завоевание",)),
        ),
        (
            "Он описал институт как «дом, в котором никогда не гаснет свет».",
            ("Ерлан Сарбаев", "описал", ("институт как «дом, в котором никогда не гаснет свет»",)),
        ),
        (
            "Сарбаев дал понять, что проект будет продолжен и в следующем году.",
            ("Ерлан Сарбаев", "дал понять", ("проект будет продолжен и в следующем году",)),
        ),
    ],
)
def test_a_statement_has_its_speaker_and_content(text: str, expected: tuple[str, str, tuple[str, ...]]):
    assert said(text) == [expected]


def test_what_the_editors_recall_is_nobodys_statement():
    assert said("Напомним, что в апреле институт был отмечен премией города.") == []


def test_a_house_speaks_where_nobody_is_named():
    (one,) = said("В институте сообщили, что переговоры продолжатся в июне в Женеве.")
    assert one[2] == ("переговоры продолжатся в июне в Женеве",)
    assert one[0] is not None


TRANSCRIPT = """Брифинг официального представителя МИД, 5 мая 2023 года

И. Л. Сарбаева: Добрый день, коллеги. Расскажу о подготовке визита министра.

Вопрос (газета «Степь»): Будут ли подписаны документы?

И. Л. Сарбаева: Да, готовятся два меморандума и одно соглашение.

О деталях мы сообщим позже.

Т. Ким (агентство «Ёнсин»): Директор института утверждает, что станции наблюдения скоро закроют. Это правда?

И. Л. Сарбаева: Мы рассчитываем, что консультации пройдут в Женеве 14 июня.
"""


def test_the_turns_of_a_transcript_are_statements_and_questions_are_none():
    found = extract_text(TRANSCRIPT, language="ru").statements
    turns = [(s.speaker_name, s.content, s.direct, s.cue) for s in found if s.rule == "turn"]
    name = "И. Л. Сарбаева"
    assert turns == [
        (name, ("Добрый день, коллеги. Расскажу о подготовке визита министра",), True, ""),
        (name, ("Да, готовятся два меморандума и одно соглашение", "О деталях мы сообщим позже"), True, ""),
        (name, ("Мы рассчитываем, что консультации пройдут в Женеве 14 июня",), True, ""),
    ]


def test_a_claim_reported_in_a_question_is_a_statement():
    found = extract_text(TRANSCRIPT, language="ru").statements
    assert [(s.cue, s.content) for s in found if s.rule != "turn"] == [("утверждает", ("станции наблюдения скоро закроют",))]


def test_labelled_lines_of_a_programme_are_no_transcript():
    text = "Программа семинара\n\nМодератор: Ерлан Сарбаев\n\nДокладчик: Анна Белова, профессор\n"
    assert extract_text(text, language="ru").statements == ()
