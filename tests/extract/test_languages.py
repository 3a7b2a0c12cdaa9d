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
