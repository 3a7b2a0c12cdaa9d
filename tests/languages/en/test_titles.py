from __future__ import annotations

import pytest

from onrecord.languages.en import titles


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [("Minister", "office"), ("chairmen", "office"), ("minister-designate", "office"), ("Attorneys General", "office"),
     ("civil servant", "calling"),
     ("Akim", "office"), ("Gen.", "rank"), ("table", None), ("2 . Director-General", None)],
)  # fmt: skip
def test_heads_are_known_with_plurals_and_endings(phrase, kind):
    assert titles.head_kind(phrase) == kind


def test_modifiers_belong_to_titles():
    assert titles.is_modifier("Deputy")
    assert titles.is_modifier("non-resident")
    assert not titles.is_modifier("purple")


def test_qualifiers_are_read_from_words_and_endings():
    assert titles.qualifier("Acting") == "acting"
    assert titles.qualifier("Minister-designate") == "designate"
    assert titles.qualifier("Minister") is None


def test_a_plural_is_told_from_a_singular():
    assert titles.is_plural("Presidents")
    assert not titles.is_plural("President")
