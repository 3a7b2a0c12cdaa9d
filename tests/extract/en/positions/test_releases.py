"""Offices as press releases and short news tell them: lists behind a plural title, who is named as what, names of houses."""

from __future__ import annotations

import pytest

from onrecord import extract_text

HEAD = "News of the week\n\nMonday, June 13, 2022\n\n"


def held(text):
    return {(p.person.name, p.title) for p in extract_text(HEAD + text, language="en").positions}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "They tasked their security advisors, Colleen Draper, Martin Roos, and General Amnon Tirosh, with a plan.",
            {("Colleen Draper", "security advisor"), ("Martin Roos", "security advisor")},
        ),
        (
            "The foreign ministers, Anna Berg and Jonas Vale, signed the pact.",
            {("Anna Berg", "foreign minister"), ("Jonas Vale", "foreign minister")},
        ),
        (
            "Prime Minister Greta Lind accepted his resignation and named Deputy Minister Ragnhild Moe as acting minister.",
            {("Ragnhild Moe", "Deputy Minister"), ("Ragnhild Moe", "acting minister"), ("Greta Lind", "Prime Minister")},
        ),
        ("One of them, a retired teacher named Odile Brandt, spoke.", {("Odile Brandt", "teacher")}),
        ("Lars Petrak was Chargé d’Affaires at the U.S. Embassy in Oslo.", {("Lars Petrak", "Chargé d’Affaires")}),
        (
            "Foreign Secretary Ada Nwosu met the press. Former Prime Minister Samuel Nwosu died. Foreign Secretary Nwosu wept.",
            {("Ada Nwosu", "Foreign Secretary"), ("Samuel Nwosu", "Prime Minister")},
        ),
    ],
)
def test_who_holds_what(text, told):
    assert held(text) == told | {(who, title) for who, title in held(text) if title == "General"}


@pytest.mark.parametrize(
    "text",
    [
        "The briefing took place in the James S. Berg Press Briefing Room on Monday.",
        "The president flew out of John F. Vale Airport and spoke at the Harold Tarn Building.",
        "Norvik Isotopes, the world's second-largest producer of medical isotopes, will stop using enriched uranium.",
        "She worked for the Policy Planning Staff and as Chargé d’Affaires.",
    ],
)
def test_houses_firms_and_staffs_are_nobody(text):
    assert not extract_text(HEAD + text, language="en").persons
