"""The vocabulary of attribution holds together."""

from __future__ import annotations

from importlib.resources import files

import yaml

from onrecord.languages.en.cues import cues


def test_every_manner_is_documented():
    data = yaml.safe_load(files("onrecord.languages.en").joinpath("data/cues.yml").read_text("utf-8"))
    known = set(data["manners"])
    vocabulary = cues()
    used = {
        manner
        for table in (vocabulary.verbs, vocabulary.nouns, vocabulary.adjectives)
        for cue in table.values()
        for manner in cue.takes.values()
    }
    assert used <= known


def test_constructions_are_words():
    # An unquoted `on` is a truth value in YAML.
    vocabulary = cues()
    assert all(
        isinstance(c, str) for table in (vocabulary.verbs, vocabulary.nouns) for cue in table.values() for c in cue.takes
    )


def test_a_verb_is_found_by_all_its_forms_with_its_particle():
    verbs = cues().verbs
    assert {verbs[form].base for form in ("say", "says", "said", "saying")} == {"say"}
    assert verbs["pointed out"].base == "point out"
    assert verbs["reiterating"].manner("clause") == "said"


def test_hundreds_of_verbs_report():
    assert len({cue.base for cue in cues().verbs.values()}) > 400
