"""What a "they" of invented texts takes up."""

import pytest

from onrecord import extract_text
from onrecord.decode import plain
from onrecord.extract.en import they
from onrecord.languages.en import parse


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The two leaders met in Lorvik. They talked for an hour.", "The two leaders"),
        ("The two sides met. It rained. The hall was full. They talked for an hour.", "The two sides"),
        ("Jonas Vale and Piet Arends met in Lorvik. They talked for an hour.", None),
        ("The lake is clean. They talked for an hour.", None),
    ],
)
def test_they_takes_up_the_phrase_for_several_people(text, phrase):
    reading = parse.read(plain.decode(f"A forum\n\n{text}", id="t", language="en"))
    token = [t for t in reading.tokens if t.text == "They"][-1]
    found = they.group(reading, token)
    assert (found and found.of(reading.text)) == phrase


@pytest.mark.parametrize(
    "before",
    [
        "Anna Berg and Peter Lund met with the Birk Institute.",
        "Anna Berg briefed Peter Lund on the work of the Birk Institute.",
    ],
)
def test_they_behind_two_persons_is_no_body_named_between_them(before):
    text = f"{before} They pledged to remain in close contact."
    (said,) = extract_text(text, language="en").statements
    assert said.speaker_name == "They"
