from __future__ import annotations

import pytest

from onrecord import extract_text


def steps(text, published="2022-06-15"):
    return [(m.kind, str(m.date)) for m in extract_text(text, language="en", published=published).milestones]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Norland conducted its second nuclear test on May 25, 2009.", "nuclear-test", "2009-05-25"),
        ("The minister condemned Norland's launch of a ballistic missile on April 13.", "missile-launch", "2022-04-13"),
        ("The Ulba test site was closed on 29 August 1991.", "site-closed", "1991-08-29"),
        ("The treaty was signed in Lunde in December 1987.", "treaty-signed", "1987-12"),
        ("The Norland parliament ratified the treaty last year.", "treaty-ratified", "2021"),
        ("The convention entered into force on 21 March 2009.", "treaty-in-force", "2009-03-21"),
        ("Norland withdrew from the treaty in January 2003.", "withdrawal", "2003-01"),
        ("The last warheads left the country in 1995.", "weapons-removed", "1995"),
        ("The research reactor, shut down in 1999, is a museum now.", "facility-shut", "1999"),
        ("The council adopted Resolution 77 on June 3.", "resolution-adopted", "2022-06-03"),
        ("On Friday the president signed a decree on export controls.", "decree", "2022-06-10"),
        ("The two institutes signed a memorandum of understanding in 2015.", "agreement", "2015"),
        ("The Birk Foundation was established in 2005.", "organization-founded", "2005"),
        ("Anna Berg became finance minister in 1982.", "office-taken", "1982"),
        ("Anna Berg left office on March 19, 2019.", "office-left", "2019-03-19"),
    ],
)
def test_dated_steps_are_found_with_their_dates(text, kind, date):
    assert steps(text) == [(kind, date)]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("The pact took effect in March 2009.", "treaty-in-force", "2009-03"),
        ("The protocol became binding on 3 May 2001.", "treaty-in-force", "2001-05-03"),
        ("The ministers put their names to the treaty on 8 September 2006.", "treaty-signed", "2006-09-08"),
        ("Both rectors affixed their signatures to a memorandum in May 2015.", "agreement", "2015-05"),
        ("The Ulba reactor has stood idle since January 2012.", "facility-shut", "2012-01"),
        ("The research reactor went critical in 1981.", "facility-opened", "1981"),
        ("The centre has existed since 2003.", "organization-founded", "2003"),
        ("Norland became a party to the convention in 1994.", "accession", "1994"),
        ("Norland deposited its instrument of ratification in May 2012.", "treaty-ratified", "2012-05"),
        ("Norland was the first to ratify the treaty, on July 27, 2007.", "treaty-ratified", "2007-07-27"),
        ("Norland pulled out of the pact in 2002.", "withdrawal", "2002"),
        ("The last silo was blown up in September 1996.", "weapons-dismantled", "1996-09"),
        ("The last missiles were shipped home and withdrawn in November 1996.", "weapons-removed", "1996-11"),
        ("Norland halted nuclear testing in 1990.", "moratorium", "1990"),
        ("The first nuclear test took place in 1949.", "nuclear-test", "1949"),
        ("They deplored Norland's firing of two missiles into the sea on May 2.", "missile-launch", "2022-05-02"),
        ("Anna Berg was hired as an interpreter in 1986.", "office-taken", "1986"),
    ],
)
def test_steps_in_other_words_are_found_with_their_dates(text, kind, date):
    assert (kind, date) in steps(text)


def test_a_span_of_years_dates_no_step():
    assert steps("The silos were blown up between 1988 and 1990.") == []


def test_an_anniversary_gives_the_date_from_which_it_counts():
    text = "In August 2021, Norland will mark the 30th anniversary of its decree on nuclear waste."
    assert steps(text) == [("decree", "1991-08")]


def test_a_term_of_office_has_two_ends():
    assert set(steps("Anna Berg was mayor of Lunde from 1977 to 1995.")) == {("office-taken", "1977"), ("office-left", "1995")}


@pytest.mark.parametrize(
    "text",
    [
        "Norland wants to sign the treaty.",
        "The treaty was not ratified in 2019.",
        "The company should close the reactor in 2030.",
        "The plant was closed.",
        "Troops left the country in 1995.",
    ],
)
def test_what_is_wished_denied_or_undated_is_no_milestone(text):
    assert steps(text) == []


def test_words_of_a_milestone_are_in_the_text():
    extract = extract_text(
        "In 1999 Norland shut down the old research reactor in Lunde.", language="en", published="2022-06-15"
    )
    (milestone,) = extract.milestones
    assert milestone.what_span.of(extract.document.text) == milestone.what
    assert milestone.text_span.of(extract.document.text) == milestone.text
    assert milestone.actor == "Norland"


def test_what_is_about_past_tests_is_no_test():
    assert steps("The guests visited the memorial to the victims of nuclear tests on June 5.") == []
    assert steps("Norland carried out a series of nuclear tests in May 1998.") == [("nuclear-test", "1998-05")]


@pytest.mark.parametrize(
    ("line", "kind", "date"),
    [
        ("- 3 December 1987: Japan and Kazakhstan sign the Lunde Treaty in Ost.", "treaty-signed", "1987-12-03"),
        ("24 April 1995 – The last warhead leaves Norland for good.", "weapons-removed", "1995-04-24"),
        ("• May 1993: Parliament ratifies the treaty; the press takes no notice.", "treaty-ratified", "1993-05"),
        ("August 1991: The president signs a decree that bans the tests.", "decree", "1991-08"),
        ("- November 1994: Project Cedar. Some 60 kg of uranium are flown out by night.", "material-removed", "1994-11"),
        ("12 May 1952 – Second nuclear test, above ground", "nuclear-test", "1952-05-12"),
    ],
)
def test_the_date_before_the_colon_of_a_line_dates_the_step_it_tells_in_the_present(line, kind, date):
    assert (kind, date) in steps(f"Milestones on the road of Norland\n\n{line}\n")


def test_a_line_takes_no_date_from_the_next():
    text = "Chronicle\n\n- The council met on the closure of the test site.\n- May 23, 1992: Norland opens its borders.\n"
    assert steps(text) == []


def test_what_a_line_only_hopes_for_is_no_step_on_its_day():
    assert steps("Chronicle\n\n- 3 May 1992: Norland may sign the treaty one day.\n") == []


def test_what_was_signed_at_the_gathering_of_a_page_was_signed_on_its_day():
    page = (
        "The Steppe Institute held a workshop in Astana on 4 May 2023. Experts of both countries spoke about verification.\n\n"
        "Rector Aliya Senova and Director Bekzat Orynov signed a memorandum of understanding on joint sampling.\n\n"
        "The two institutes had earlier signed a memorandum on archives."
    )
    steps = extract_text(page, language="en").milestones
    assert [(step.kind, str(step.date), step.actor) for step in steps] == [
        ("agreement", "2023-05-04", "Rector Aliya Senova and Director Bekzat Orynov")
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The reactor reached criticality on 24 September 1996.", "facility-opened"),
        ("The plant was put into operation on 24 September 1996.", "facility-opened"),
        ("The Norland test site ceased to operate on 24 September 1996.", "site-closed"),
    ],
)
def test_a_step_by_its_other_verbs(words, kind):
    assert [(m.kind, str(m.date)) for m in extract_text(f"News\n\n{words}", language="en").milestones] == [(kind, "1996-09-24")]
