"""Every wording of the pages is translated, and every translation is used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.made import scripts

import onrecord
from onrecord.languages.topics import taxonomy
from onrecord.model import PartialDate
from onrecord.model.facts import Format, GatheringStatus, GatheringType, MilestoneKind, Role, Track
from onrecord.review.conflicts import DETECTORS, Case, compared
from onrecord.serve import dates
from onrecord.serve.conflict_words import COMPARED
from onrecord.serve.languages import catalogue
from onrecord.serve.terms import TERMS, term

ROOT = Path(__file__).parents[2]


def script() -> Any:
    return scripts.script("messages")


@pytest.mark.parametrize("language", ["ko", "ru"])
def test_nothing_is_left_untranslated_and_nothing_is_translated_for_nothing(language: str):
    messages = script()
    used, translated = messages.used(), messages.translated(language)
    assert used - translated == set()
    assert translated - used == set()


@pytest.mark.parametrize("language", ["ko", "ru"])
def test_a_translation_names_the_values_of_its_wording(language: str):
    for message in script().translations(language):
        wordings = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        named = set(re.findall(r"%\((\w+)\)", " ".join(wordings)))
        for string in strings:
            assert set(re.findall(r"%\((\w+)\)", string)) <= named, message.id
        assert named - {"num"} <= set(re.findall(r"%\((\w+)\)", strings[-1])), message.id


def test_what_was_compared_is_told_in_the_words_of_the_search(sample_record: Path):
    with onrecord.open(sample_record) as record:
        assert {one.kind: one.what for one in compared(Case.of(record.view))} == COMPARED


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2022-09-17", "с 17 сентября 2022 года"),
        ("2022-09", "с сентября 2022 года"),
        ("2022", "с 2022 года"),
        ("2022?", "с 2022 года (предположительно)"),
        ("XXXX-09-17", "с 17 сентября, год не указан"),
    ],
)
def test_a_russian_date_that_something_lasts_from_stands_in_the_genitive(date: str, words: str):
    wording = catalogue("ru").gettext("since %(date)s")
    assert wording % {"date": dates.bound(PartialDate(date), "ru")} == words


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("type", get_args(GatheringType)),
        ("role", get_args(Role)),
        ("format", get_args(Format)),
        ("track", get_args(Track)),
        ("status", get_args(GatheringStatus)),
        ("milestone", get_args(MilestoneKind)),
        ("topic", [topic.key for topic in taxonomy()]),
        ("conflict", [detector.KIND for detector in DETECTORS]),
    ],
)
def test_every_word_of_a_vocabulary_has_its_wording(kind: str, values: tuple[str, ...]):
    assert set(values) <= set(TERMS[kind])


def test_a_word_outside_the_vocabulary_is_shown_as_it_is():
    assert term("new-kind", "type", "ko") == "new kind"


def test_english_needs_no_catalogue():
    assert catalogue("en").gettext("Places") == "Places"
    assert catalogue("ko").gettext("Places") == "장소"
