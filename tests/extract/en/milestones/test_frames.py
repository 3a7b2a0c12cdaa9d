"""One sentence for each way in which a dated step is told, about invented countries and institutes."""

from __future__ import annotations

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("facility-shut", "Unit 2 of the Birk nuclear power plant was shut down on 3 May 2011."),
        ("treaty-ratified", "Norland handed over its instrument of ratification on 3 May 2019."),
        ("resolution-adopted", "The bill was passed by the lower chamber on 13 June 2019."),
        ("office-taken", "Anna Berg is to be sworn in on September 4, 2018."),
        ("office-taken", "On 11 March 2019 the chamber chose Anna Berg as its speaker."),
        ("office-taken", "Anna Berg is Acting Deputy Administrator, a role that she assumed in May 2022."),
        ("facility-opened", "The ministry opened a Center of Excellence in Lunde in May 2023."),
        ("organization-founded", "Norland and Westmark launched the Partnership for Clean Water on 20 September 2022."),
        ("facility-shut", "Its first unit went into operation in 1985 and was permanently shut down in 2008."),
        ("weapons-removed", "The last nuclear warhead departed Norland in April 1995."),
        ("material-removed", "Norland became free of highly enriched uranium in March 2010."),
        ("treaty-in-force", "The Amendment to the Birk Convention entered into force on May 8, 2016."),
        ("treaty-ratified", "Norland, which ratified the Amendment in 2011, has trained regulators."),
        ("site-closed", "The test site was shuttered in 1992."),
        ("nuclear-test", "The crew was told to look away when Altair was exploded over the lagoon on 24 August 1968."),
        ("agreement", "The sides signed a protocol on radiation safety on 31 August 2013."),
        ("agreement", "The prohibition of attacks on plants, signed by both states on 31 December 1988, is honoured."),
        ("treaty-signed", "The accord is to be signed in Bergen on June 29, 2022."),
        ("accession", "Norland's accession to the treaty dates from 1993."),
        ("nuclear-test", "Norland tested its first atomic bomb on 16 July 1965."),
        ("nuclear-test", "The first Norland nuclear device was detonated at the Birk range in October 1964."),
        ("nuclear-test", "Norland's sixth nuclear test, on 3 September 2017, shook windows in Lunde."),
        ("nuclear-test", "The country carried out five underground nuclear explosions in May 1998."),
        ("nuclear-test", "Norland has conducted no nuclear test since it exploded its last device in September 1992."),
        ("nuclear-test", "A nuclear test was carried out by Norland on February 12, 2013."),
        ("agreement", "On 3 May 2022 the ministers met in Oslo. They signed a programme of cooperation for 2023–2025."),
        ("decree", "The Relief Act, which the Storting passed on July 28, 2021, doubled the sums."),
        ("facility-opened", "By January 2023 the department will open a reading room in Lunde."),
        ("missile-launch", "Norland fired two short-range ballistic missiles into the sea on 4 May 2019."),
        ("missile-launch", "A rocket carrying a satellite was launched from Birk on 12 December 2012."),
        ("missile-launch", "Norland test-fired a cruise missile in March 2020."),
        ("missile-launch", "Norland lobbed four missiles into the sea in March 2017."),
        ("site-opened", "The Birk test site was established in August 1947."),
        ("site-opened", "The polygon began operating in 1949."),
        ("site-opened", "In 1949 the Birk proving ground opened near Lunde."),
        ("site-closed", "The Birk test site was shut by presidential decree on 29 August 1991."),
        ("site-closed", "President Holm closed the polygon on 29 August 1991."),
        (
            "site-closed",
            "The site was closed by presidential decree on August 29, 1991. The Birk test site was old.",
        ),
        ("site-closed", "Norland blew up the tunnels of its Birk test site on 24 May 2018."),
        ("site-closed", "The test site ceased operation in 1991."),
        ("site-closed", "The last tunnel at the test site was sealed in July 2000."),
        ("treaty-signed", "The Lunde Treaty was signed on 8 September 2006."),
        ("treaty-signed", "Norland became a signatory to the Test-Ban Treaty in September 1996."),
        ("treaty-signed", "The presidents put their signatures to the treaty in May 1992."),
        ("treaty-signed", "The Lisbon Protocol of May 1992 was signed by five states."),
        ("treaty-signed", "Norland signed the NPT on 1 July 1968."),
        ("treaty-ratified", "Parliament ratified the Additional Protocol in February 2007."),
        ("treaty-ratified", "The Majilis gave its consent to the ratification of the treaty on 13 December 1993."),
        ("treaty-ratified", "Norland deposited its instrument of ratification on 5 July 2019."),
        ("treaty-ratified", "The treaty was ratified by Norland on 26 July 2019."),
        ("treaty-ratified", "The Senate approved the Test-Ban Treaty in June 2000."),
        ("treaty-in-force", "The treaty entered into force on 21 March 2009."),
        ("treaty-in-force", "The treaty has been in force since 21 March 2009."),
        ("treaty-in-force", "The convention took effect in May 2005."),
        ("treaty-in-force", "The treaty became law on 21 March 2009."),
        ("accession", "Norland joined the Nuclear Suppliers Group in 2002."),
        ("accession", "Norland became a party to the NPT as a non-nuclear-weapon state on 14 February 1994."),
        ("accession", "Norland has been a party to the treaty since February 1994."),
        ("accession", "Norland has been a member of the IAEA since 1994."),
        ("accession", "Norland was admitted to the Nuclear Suppliers Group in 2002."),
        ("accession", "The country's accession to the NPT in December 1994 ended the dispute."),
        ("withdrawal", "Norland withdrew from the NPT on 10 January 2003."),
        ("withdrawal", "Norland announced its withdrawal from the treaty in January 2003."),
        ("weapons-inherited", "Norland inherited 1,410 strategic warheads when the union fell apart in December 1991."),
        ("weapons-inherited", "In December 1991 Norland found itself with the fourth largest nuclear arsenal in the world."),
        ("weapons-inherited", "Norland was left with 1,410 warheads in December 1991."),
        ("weapons-removed", "The last nuclear warheads left Norland in April 1995."),
        ("weapons-removed", "The last strategic warheads had been taken out of Norland by June 1, 1996."),
        ("weapons-removed", "All warheads had been returned to Russia by April 1995."),
        ("weapons-removed", "Norland completed the transfer of its nuclear warheads to Russia in April 1995."),
        ("weapons-removed", "She spoke about the withdrawal of warheads, which was completed in April 1995."),
        ("facility-shut", "The dismantling of the reactor, completed in 1999, took years."),
        ("facility-opened", "The construction of the reactor was completed in 1973."),
        ("weapons-dismantled", "The last silo was blown up in 2001."),
        ("weapons-dismantled", "The six devices had all been taken apart by July 1991."),
        ("weapons-dismantled", "Norland dismantled its six bombs in 1990."),
        ("weapons-dismantled", "The last of the bombers was cut up in May 2001."),
        ("weapons-dismantled", "The last nuclear charge was destroyed on 31 May 1995."),
        ("weapons-dismantled", "Norland scrapped its last SS-18 missile in 1996."),
        ("material-removed", "Some 600 kg of highly enriched uranium were flown out of Lunde in November 1994."),
        ("material-removed", "The last spent fuel was shipped to Russia in May 2014."),
        ("material-removed", "The uranium was taken to Tennessee in 1994."),
        ("material-removed", "The fuel was removed from the reactor in March 2012."),
        ("material-removed", "The removal of the last highly enriched uranium was completed in September 2015."),
        ("facility-shut", "The Birk reactor was shut down in April 1999."),
        ("facility-shut", "The reactor at Birk has been idle since 2012."),
        ("facility-shut", "The plant stopped producing plutonium in 1990."),
        ("facility-shut", "The last reactor was taken offline on 15 December 2000."),
        ("facility-shut", "The radar station was switched off on 31 August 1998."),
        ("facility-shut", "The cooling tower at Birk was demolished in June 2008."),
        ("facility-shut", "Norland decommissioned its BN-350 reactor in 1999."),
        ("facility-opened", "The low-enriched uranium bank opened in Lunde on 29 August 2017."),
        ("facility-opened", "The new laboratory was inaugurated in May 2019."),
        ("facility-opened", "The reactor went critical in 1981."),
        ("facility-opened", "The reactor was connected to the grid in 1984."),
        ("facility-opened", "The reactor was commissioned in 1973."),
        ("facility-opened", "The museum of the test site opened its doors in 1993."),
        ("resolution-adopted", "The Security Council adopted Resolution 2397 on 22 December 2017."),
        ("resolution-adopted", "Resolution 64/35, adopted on 2 December 2009, proclaimed the day."),
        ("resolution-adopted", "Security Council Resolution 1718 of October 2006 bans luxury goods."),
        ("decree", "President Holm signed the decree on 29 August 1991."),
        ("decree", "By a decree of 29 August 1991 the site was closed."),
        ("decree", "The government issued Decree No. 409 in August 1991."),
        ("moratorium", "Norland declared a moratorium on nuclear tests in April 2018."),
        ("moratorium", "A moratorium on both has been in effect since April 2018."),
        ("moratorium", "Norland has observed a testing moratorium since 1998."),
        ("moratorium", "Norland suspended nuclear testing in October 1991."),
        ("agreement", "The two institutes signed a memorandum of understanding on 5 June 2016."),
        ("agreement", "The Foundation concluded an MOU with the Centre in June 2016."),
        ("agreement", "The Agreed Framework was reached in October 1994."),
        ("agreement", "The Lunde Memorandum, signed on 5 December 1994, gave assurances."),
        ("agreement", "The two sides exchanged notes on a Memorandum of Understanding on 20 May 2022."),
        ("agreement", "The Joint Declaration on Denuclearization of January 1992 is a dead letter."),
        ("agreement", "The parties issued a joint statement on 19 September 2005."),
        ("agreement", "The safeguards agreement with the IAEA was concluded in July 1994."),
        ("agreement", "A cooperation agreement between the two academies dates from March 2016."),
        ("agreement", "A £310 million wind power contract was signed in Lunde on 5 November 2019."),
        ("agreement", "The two companies sealed a deal in May 2020."),
        ("organization-founded", "The Institute was founded in 2006."),
        ("organization-founded", "Founded in 1998, the Birk Foundation has forty members."),
        ("organization-founded", "The Birk Foundation, established in 1998, has forty members."),
        ("organization-founded", "The movement was born in February 1989."),
        ("organization-founded", "The movement Birk–Lunde arose in February 1989."),
        ("organization-founded", "Anna Berg founded the Birk Institute in 2006."),
        ("organization-founded", "The Birk Foundation has existed since 2003."),
        ("organization-founded", "The Birk Institute came into being in 2001."),
        ("organization-founded", "The Commission was created by the parliament in 1992."),
        (
            "organization-founded",
            "The movement founded in February 1989 by a handful of poets had shown what citizens could do.",
        ),
        ("organization-founded", "The Birk Institute dates back to 1992."),
        ("office-taken", "Dr. Anna Berg took office as Director of the Centre on 16 May 2022."),
        ("office-taken", "Anna Berg has headed the Centre since 2009."),
        ("office-taken", "Anna Berg became foreign minister in May 2015."),
        ("office-taken", "Anna Berg was appointed ambassador to Norland in 2012."),
        ("office-taken", "Anna Berg has been director of the Birk Institute since 2014."),
        ("office-taken", "Anna Berg, president of the Birk Institute since 2014, opened the meeting."),
        ("office-taken", "Anna Berg was sworn in as president on 20 March 2019."),
        ("office-taken", "Anna Berg, who took over as chair in 2014, disagreed."),
        ("office-taken", "In 2014 Anna Berg succeeded Ivar Holm as director."),
        ("office-taken", "Anna Berg assumed the post of secretary general on 1 July 2020."),
        ("office-taken", "Anna Berg, minister since 2014, disagreed."),
        ("office-taken", "Anna Berg joined the government as energy minister in 2014."),
        ("office-left", "Anna Berg resigned as foreign minister in May 2015."),
        ("office-left", "Anna Berg left office on 19 March 2019."),
        ("office-left", "Anna Berg stepped down as director in 2018."),
        ("office-left", "Anna Berg was ambassador to Norland from 2012 to 2016."),
        ("office-left", "Anna Berg, ambassador to Norland until 2016, disagreed."),
        ("office-left", "Anna Berg, who served as envoy until 2017, also attended."),
        ("office-left", "Anna Berg, foreign minister from 1998 to 2002, disagreed."),
        ("office-left", "Anna Berg retired as director of the institute in 2018."),
        ("office-left", "Anna Berg, who was head of quality control at the Birk plant from 1984 to 1989, spoke first."),
    ],
)
def test_a_frame_tells_its_step(kind: str, words: str) -> None:
    found = extract_text(words + "\n", language="en", published="2022-06-15").milestones
    assert kind in {m.kind for m in found}


@pytest.mark.parametrize(
    "words",
    [
        "Norland should sign the treaty in 2023.",
        "The inspector departed Norland in April 1995.",
        "The minister became free of debt in March 2010.",
        "The military unit was praised in 2008.",
        "Anna Berg said on Monday that the treaty must be signed.",
        "The book on the treaty was published in 1998.",
        "The report on the closure appeared in May 2001.",
        "The reactor produced 60 megawatts in 1998.",
        "The institute published its report in 2005.",
        "Guests came to the International Day against Nuclear Tests in December 2009.",
    ],
)
def test_what_is_wanted_or_only_named_is_no_step(words: str) -> None:
    assert extract_text(words + "\n", language="en", published="2022-06-15").milestones == ()


def test_a_list_of_what_was_signed_is_one_agreement_each() -> None:
    page = (
        "Talks took place in Lunde on 8 June 2021.\n\nThe following documents were signed after the talks:\n\n"
        "- Memorandum on Dust Monitoring (A. Berg, S. Dahl);\n\n- Programme of Cooperation for three years (I. Holm).\n"
    )
    found = extract_text(page, language="en").milestones
    assert [(m.kind, m.what, str(m.date)) for m in found] == [
        ("agreement", "Memorandum on Dust Monitoring", "2021-06-08"),
        ("agreement", "Programme of Cooperation for three years", "2021-06-08"),
    ]


def test_a_site_closed_by_decree_is_a_closing_and_no_second_step() -> None:
    page = "The Birk nuclear test site lies near Lunde. The site was closed by presidential decree on 29 August 1991.\n"
    found = extract_text(page, language="en").milestones
    assert [(m.kind, str(m.date)) for m in found] == [("site-closed", "1991-08-29")]


@pytest.mark.parametrize(
    ("kind", "day", "words"),
    [
        (
            "facility-opened",
            "2021-01",
            "She welcomed the opening of a training center for inspectors in Lunde in January 2021.",
        ),
        (
            "missile-launch",
            "2021-11-11",
            "We condemn the launch by the Republic of Ostria (RO) of two ballistic missiles on November 11, 2021.",
        ),
        (
            "agreement",
            "2021-08-30",
            "The parties welcomed the memorandum, which our ministers signed in Lunde on August 30, 2021.",
        ),
        ("office-taken", "2016", "Prime Minister Karel Vale, in office since 2016, attended."),
        ("office-left", "2005", "She founded the Lunde Peace School, which she led until 2005."),
        ("material-removed", "2021-06", "The last cobalt-60 sources were removed from the plant in June 2021."),
        ("facility-shut", "2011", "The reactor at Ulba has been shut down since 2011."),
        ("office-taken", "2021-06", "The Senate confirmed Anna Berg as ambassador in June 2021."),
    ],
)
def test_further_steps_are_dated(kind, day, words):
    assert (kind, day) in {(m.kind, str(m.date)) for m in extract_text(words, language="en").milestones}


@pytest.mark.parametrize(
    "words",
    [
        "The envoy who chaired the talks on the removal of nuclear weapons from the islands, died on 3 May 2021.",
        "Norland has been a member of the board since 1994.",
    ],
)
def test_the_day_of_another_verb_and_the_seat_of_a_country_make_no_step(words):
    assert not {m.kind for m in extract_text(words, language="en").milestones} & {"weapons-removed", "office-taken"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Mazhilis approved on 5 June 2019 the bill on ratification of the Free Passage Treaty.",
            [("treaty-ratified", "2019-06-05")],
        ),
        ("Norland carried out a test of a long-range missile on 7 June 2019.", [("missile-launch", "2019-06-07")]),
        (
            "By closing the test site on 29 August 1991 and giving up its arsenal, Norland earned the right to speak.",
            [("site-closed", "1991-08-29")],
        ),
    ],
)
def test_a_step_of_short_news(sentence, expected):
    found = extract_text(f"Notes of the week\n\n{sentence}", language="en").milestones
    assert [(m.kind, str(m.date)) for m in found] == expected
