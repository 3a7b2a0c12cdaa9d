from __future__ import annotations

import pytest

from onrecord.languages.en.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("say", ("say", "says", "said", "saying")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("convey", ("convey", "conveys", "conveyed", "conveying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("urge", ("urge", "urges", "urged", "urging")),
        ("admit", ("admit", "admits", "admitted", "admitting")),
        ("write", ("write", "writes", "wrote", "written", "writing")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
        ("point out", ("point out", "points out", "pointed out", "pointing out")),
        ("read", ("read", "reads", "reading")),
    ],
)
def test_all_forms_of_a_verb_are_given(base, forms):
    assert verb_forms(base) == forms


def test_plurals_are_regular():
    assert [noun_forms(noun)[1] for noun in ("claim", "wish", "promise", "apology")] == [
        "claims",
        "wishes",
        "promises",
        "apologies",
    ]
