"""Ways to tell of a dated step that are not a plain verb with its object, about invented countries and institutes."""

from __future__ import annotations

import pytest

from onrecord import extract_text

WAYS = [
    (
        "facility-opened",
        "2017",
        "He praised Norland's role in establishing the bank of low-enriched uranium in Birk, which opened its doors in 2017.",
    ),
    ("facility-opened", "2017-05", "She visited the Training Center in Birk, which opened in May 2017 with Westmark's help."),
    ("facility-opened", "2008", "The embassy in Lunde has been working since 2008."),
    ("facility-opened", "1981", "The Birk reactor has been operating since 1981."),
    ("facility-opened", "2019-10-17", "The fuel bank has been storing uranium since 17 October 2019."),
    ("facility-opened", "1981", "The Birk reactor, built with Westmark's help and opened in 1981, is old."),
    ("facility-opened", "1984", "The plant, in operation since 1984, produces isotopes."),
    ("facility-opened", "2021-07", "Norland is to open the country's first seismic station in Lunde in July."),
    ("facility-opened", "2014-05", "The launch of the second unit of the power plant took place in May 2014."),
    ("facility-opened", "2019-05-03", "The minister cut the ribbon at the new laboratory on 3 May 2019."),
    ("facility-opened", "2010-06", "The infrasound station became operational in June 2010."),
    ("facility-shut", "1990", "The plant operated until 1990."),
    ("facility-shut", "1999-04", "The reactor ran until April 1999."),
    ("site-closed", "1991-08-29", "It was on 29 August 1991 that the proving ground was closed, and nobody has forgotten it."),
    ("treaty-ratified", "2002", '"I worked on the test ban treaty. Norland ratified it in 2002," she said.'),
    ("treaty-ratified", "2002", "The test ban treaty is dear to us. Norland ratified it in 2002."),
    (
        "treaty-ratified",
        "2021-06-12",
        "Norland became the 30th country to ratify the Treaty on Quiet Seas on Saturday, to loud applause.",
    ),
    ("treaty-ratified", "2021-06-15", "The Storting voted on Tuesday to ratify the Treaty on Quiet Seas."),
    ("treaty-ratified", "2019-05-03", "The law on ratification of the treaty was signed on 3 May 2019."),
    (
        "treaty-in-force",
        "2021-01-22",
        "She praised Norland's part in drafting the Treaty on Quiet Seas, which has been in force since 22 January 2021.",
    ),
    (
        "treaty-in-force",
        "2021-01-22",
        "We welcome the entry into force, on 22 January 2021, of the Treaty on Quiet Seas, noting views.",
    ),
    ("treaty-in-force", "2009", "The treaty, in force since 2009, covers five states."),
    ("treaty-in-force", "2009", "With the treaty's entry into force in 2009 a zone was born."),
    ("accession", "2023-03-01", "Norland, which joined the Birk Centre on 1 March 2023, will preside."),
    ("accession", "1994", "Norland has belonged to the agency since 1994."),
    ("accession", "2002", "Norland's admission to the Nuclear Suppliers Group in 2002 was smooth."),
    ("withdrawal", "2019-02", "Norland suspended its participation in the treaty in February 2019."),
    ("nuclear-test", "1992-09-23", "Norland has not tested a nuclear weapon since September 23, 1992."),
    ("nuclear-test", "2017-09", "Norland's last nuclear test was in September 2017."),
    ("nuclear-test", "2017-09-03", "The underground test of 3 September 2017 was felt in Lunde."),
    ("missile-launch", "2021-06-15", "A medium-range missile fired from Norland's coast came down in the sea on Tuesday."),
    ("missile-launch", "1998-08-31", "A Norland rocket flew over the islands on 31 August 1998."),
    ("missile-launch", "2021-06-15", "The missile launched on Tuesday flew 500 km."),
    ("missile-launch", "2021-06-15", "Two missiles flew over the islands on Tuesday."),
    ("missile-launch", "2021-06-15", "Norland launched the Falk-3, a solid-fuel missile, on Tuesday."),
    ("weapons-removed", "1995", "In 1995 she saw the last warhead leave the steppe."),
    ("weapons-dismantled", "1990", "Norland built six weapons and dismantled them in 1990."),
    ("weapons-dismantled", "1999", "The last silo, destroyed in 1999, is a pit."),
    ("material-removed", "2020-09", "The reactor's last highly enriched uranium fuel had left the country in September 2020."),
    ("material-removed", "2004-01", "The first centrifuge parts had been flown to Westmark in January 2004, five weeks later."),
    ("material-removed", "2014-05", "The last of the spent fuel left Birk in May 2014."),
    ("material-removed", "2011-05", "In May 2011 the HEU was blended down at the plant."),
    ("material-removed", "2018-08", "The repatriation of the fresh fuel to Westmark in August 2018 took a week."),
    ("decree", "1992-12-18", "He read out the law on pensions for widows of miners, adopted on 18 December 1992."),
    ("decree", "1992-12", "The law was signed by the president in December 1992."),
    ("decree", "1991-08-29", "A decree dated 29 August 1991 closed the range."),
    (
        "resolution-adopted",
        "2021-06-16",
        "The council voted 20 to 3 in Lunde on Wednesday evening for a resolution that asks Norland for records.",
    ),
    (
        "resolution-adopted",
        "2021-06-12",
        "All members of the Security Council voted on Saturday in favour of Resolution 2399, which bans exports.",
    ),
    ("moratorium", "2021-04-20", "Holm announced on April 20 that the North would shut its range and halt missile tests."),
    ("moratorium", "1991", "A moratorium declared in 1991 still holds."),
    (
        "agreement",
        "1992-01-20",
        "20 January 1992 – Norland and Westmark sign the Joint Declaration on the Quiet of the Peninsula.",
    ),
    ("agreement", "1994-10-21", "21 October 1994 – In Lunde Norland and Westmark sign the Agreed Framework."),
    (
        "agreement",
        "2021-05-30",
        "They praised the signature in Lunde on May 30 of the Agreement on Early Warning of Launches.",
    ),
    ("agreement", "2015-07", "He took part in the talks that led to the Joint Plan of Action, concluded in July 2015."),
    ("agreement", "2021-06-11", "We signed a protocol of intent in Lunde on 11 June."),
    ("agreement", "1994", "The Agreed Framework of 1994 collapsed."),
    ("agreement", "1994", "The 1994 Agreed Framework collapsed."),
    (
        "organization-founded",
        "2020-08-29",
        "This was our first meeting since the launch of the Birk Initiative in Lunde on 29 August 2020.",
    ),
    ("organization-founded", "1957", "The establishment of the Atomic Agency in 1957 was a milestone."),
    (
        "office-taken",
        "2017",
        "Before his appointment in 2017 Mr. Lind headed the Department of Europe of the Foreign Ministry.",
    ),
    ("office-taken", "2013-08", "Lind, a geophysicist who has been in charge of the organization since August 2013, spoke."),
    ("office-taken", "2014", "As Deputy Minister from 2014 to 2017, Olav Lind took part in the talks in Lunde."),
    ("office-left", "2017", "As Deputy Minister from 2014 to 2017, Olav Lind took part in the talks in Lunde."),
    ("office-taken", "2020-11", "In November 2020, Governor Berg appointed Anna Lind to chair the Energy Commission."),
    ("office-taken", "2020-11", "Anna Lind was appointed to chair the Energy Commission in November 2020."),
    (
        "office-taken",
        "1985",
        "He served as deputy director general of the Atomic Energy Agency (AEA) from 1985 to 1994. Olav Lind is a physicist.",
    ),
    (
        "office-taken",
        "1985",
        "Olav Lind served as deputy director general of the Atomic Energy Agency (AEA) from 1985 to 1994.",
    ),
    ("office-taken", "2021-01-20", "Anna Berg took the oath of office on 20 January 2021."),
    (
        "office-left",
        "2020",
        "The team is led by Anna Berg, a chemist who headed the agency's laboratory at Birk until last year.",
    ),
    ("office-left", "2020-12", "Ambassador Olav Lind, who until last December led the Norland mission to the agency, argued."),
    ("office-left", "2021-06-10", "Olav Lind, our Legal Adviser, retired last Thursday after thirty-one years."),
    ("office-left", "1999-05", "Parliament dismissed Prime Minister Olav Lind in May 1999."),
]


@pytest.mark.parametrize(("kind", "date", "words"), WAYS)
def test_a_step_is_found_however_it_is_told(kind, date, words):
    found = extract_text(f"The record\n\nJune 16, 2021\n\n{words}\n", language="en").milestones
    assert (kind, date) in {(m.kind, str(m.date)) for m in found}


@pytest.mark.parametrize(
    "words",
    [
        "The Birk reactor has not been in operation since 1981.",
        "The plant has not operated since 1991.",
        "The treaty has not been in force since 2003.",
    ],
)
def test_what_has_not_been_so_since_a_date_did_not_begin_on_it(words):
    assert extract_text(f"The record\n\nJune 16, 2021\n\n{words}\n", language="en").milestones == ()
