from __future__ import annotations

import pytest

from onrecord.decode import plain
from onrecord.extract.en import clauses, when
from onrecord.languages.en import parse
from onrecord.model import PartialDate


def reading_of(text):
    return parse.read(plain.decode(text, language="en"))


def token(reading, word):
    return next(t for t in reading.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("The forum opened in Lunde.", "opened", "past"),
        ("The forum will open in Lunde.", "open", "future"),
        ("The forum could open in Lunde.", "open", None),
        ("The forum is expected to open in Lunde.", "open", "future"),
        ("The forum, held in Lunde, drew a crowd.", "held", "past"),
    ],
)
def test_a_verb_tells_its_time(text, verb, tense):
    assert clauses.tense(token(reading_of(text), verb)) == tense


def test_joined_verbs_share_their_subject():
    reading = reading_of("The minister met the ambassador and visited the port.")
    assert [t.text for t in clauses.subjects(token(reading, "visited"))] == ["minister"]


def test_a_prefix_cut_off_by_the_parser_keeps_its_subject():
    reading = reading_of("On April 3, the Hanul Institute and the Birk Foundation co-organized the roundtable in Lunde.")
    assert {"Institute", "Foundation"} <= {t.text for t in clauses.subjects(token(reading, "organized"))}


def test_the_dateline_of_a_report_dates_the_report_and_no_event():
    document = plain.decode("LUNDE, July 8, 2021 (Birk News) -- The envoy will travel to Oslo on July 13.", language="en")
    dates = when.Dates.of(document, parse.read(document))
    assert dates.anchor == PartialDate("2021-07-08")
    assert [str(m.date) for m in dates.mentions] == ["2021-07-13"]
    assert when.city_of_report(document).of(document.text) == "LUNDE"
