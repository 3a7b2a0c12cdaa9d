"""Every wording of the pages is translated, and every translation is used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.made import scripts

from onrecord.languages.topics import taxonomy
from onrecord.model.facts import Format, GatheringStatus, GatheringType, MilestoneKind, Role, Track
from onrecord.review.conflicts import DETECTORS
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
