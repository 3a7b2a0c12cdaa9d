"""What happens to a page in each language."""

from __future__ import annotations

import pytest

from onrecord import extract_text
from onrecord.extract import READ_IN_PART


def test_a_language_without_a_reader_gives_no_facts_and_a_note():
    extract = extract_text("Das Treffen fand am 3. April in Wien statt.", language="de")
    assert not extract.persons
    assert "'de'" in extract.notes[0]


@pytest.mark.parametrize(
    ("text", "language", "noted"),
    [
        ("Институттың директоры Асқар Нұрғалиев 2019 жылғы 3 сәуірде Нұр-Сұлтанда кездесу өткізді.", "kk", True),
        ("Директор института Аскар Нургалиев провёл встречу 3 апреля 2019 года.", "ru", False),
    ],
)
def test_a_page_with_kazakh_says_that_it_was_read_in_part(text, language, noted):
    assert (READ_IN_PART in extract_text(text, language=language).notes) is noted


@pytest.mark.parametrize(
    "text",
    [
        "Qazaqstan Respublikasynyñ Syrtqy ister ministri Erlan Saghyntaev 2021 jylghy 5 maurymda elshimen kezdesti.",
        "Qazaqstan Respublikasınıñ Sırtqı ister ministri Erlan Sağıntaev 2021 jılğı 5 mamırda elşimen kezdesti.",
        "Қазақстан сарапшысы Ерлан Сағынтаев 2021 жылғы 5 мамырда Алматыда әріптесімен кездесті.",
    ],
)
def test_kazakh_is_recognised_in_either_script_and_said_to_be_read_in_part(text):
    extract = extract_text(text)
    assert extract.document.language == "kk"
    assert READ_IN_PART in extract.notes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Qazaqstan channel showed the Astana talks, and the ministri spoke of it in the evening.", "en"),
        ("Cumhurbaşkanı dün Ankara'da Kazakistan ve Kore büyükelçileri ile bir araya geldi ve görüştü.", "tr"),
    ],
)
def test_neighbours_are_not_taken_for_kazakh(text, language):
    assert extract_text(text).document.language == language


def test_names_on_a_kazakh_page_are_read_and_a_country_is_none():
    extract = extract_text("Алматыда Қазақстан институтының директоры Ерлан Сағынтаев пен профессор Пак Джи Хун кездесті.")
    assert {"Ерлан Сағынтаев", "Пак Джи Хун"} <= {p.name for p in extract.persons}
    assert not any("Қазақстан" in p.name for p in extract.persons)
