"""Who said what in invented texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import extract_text

T, V = "Mira Talgat", "Jonas Vale"


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Talgat said that the talks would resume in May.", T, "said", ("the talks would resume in May",)),
        ("Talgat said on Tuesday the talks would resume.", T, "said", ("the talks would resume",)),
        ("Talgat said at a hearing yesterday morning the talks would go on.", T, "said", ("the talks would go on",)),
        ("Talgat also said earlier she might close the site.", T, "said", ("she might close the site",)),
        (
            "The director of the Lorvik Centre for Site Rehabilitation, Hana Kolar, said that the land had been examined.",
            "Hana Kolar",
            "said",
            ("the land had been examined",),
        ),
        (
            "The head of the energy committee of the senate, Mira Talgat, noted that the land was safe.",
            T,
            "noted",
            ("the land was safe",),
        ),
        (
            "The reactor, Vale said, will be shut down in two stages.",
            V,
            "said",
            ("The reactor", "will be shut down in two stages"),
        ),
        ("There is no alternative to dialogue, stressed Vale.", V, "stressed", ("There is no alternative to dialogue",)),
        (
            "As Vale put it, the treaty is a promise between neighbours.",
            V,
            "put it",
            ("the treaty is a promise between neighbours",),
        ),
        (
            "According to the Lumen Institute, the reactor has been idle since 2011.",
            "Lumen Institute",
            "According to",
            ("the reactor has been idle since 2011",),
        ),
        (
            "The reactor, according to two engineers, has been idle since 2011.",
            "two engineers",
            "according to",
            ("The reactor", "has been idle since 2011"),
        ),
        ("In Talgat's view, the accord is a model for others.", T, "In Talgat's view", ("the accord is a model for others",)),
        ("Vale made it clear that no inspection would take place.", V, "made it clear", ("no inspection would take place",)),
        ("Talgat called for an immediate end to the tests.", T, "called", ("an immediate end to the tests",)),
        ("Vale urged both sides to return to the table.", V, "urged", ("both sides to return to the table",)),
        ("Talgat asked for the files to be opened soon.", T, "asked", ("the files to be opened soon",)),
        ("Vale pledged to invite observers to the site.", V, "pledged", ("to invite observers to the site",)),
        ("Talgat thanked the town for its hospitality.", T, "thanked", ("the town for its hospitality",)),
        ("Vale described the accord as a turning point.", V, "described", ("the accord as a turning point",)),
        (
            "Talgat accused her neighbours of breaking the moratorium.",
            T,
            "accused",
            ("her neighbours of breaking the moratorium",),
        ),
        ("Talgat expressed hope that the visa rules would change.", T, "expressed hope", ("the visa rules would change",)),
        (
            "Vale expressed readiness to host the next round.",
            V,
            "expressed",
            ("readiness to host the next round",),
        ),
        ("Talgat is convinced that the model can be repeated.", T, "convinced", ("the model can be repeated",)),
        (
            "The two sides underscored the need for further contacts.",
            "The two sides",
            "underscored",
            ("the need for further contacts",),
        ),
        ("Police alleged that the container had been moved.", "Police", "alleged", ("the container had been moved",)),
        ("It was announced that the summit would be postponed.", None, "announced", ("the summit would be postponed",)),
        ("Talgat told the audience she had burned her notes.", T, "told", ("she had burned her notes",)),
    ],
)
def test_a_report_gives_speaker_cue_and_content(said, text, speaker, cue, content):
    assert said(text) == [(speaker, cue, content)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ('"We are not afraid," Talgat told reporters on Tuesday.', T, ("We are not afraid,",)),
        ('Vale said, "The door is open."', V, ("The door is open.",)),
        ('"Who will pay?" asked Vale.', V, ("Who will pay?",)),
        ('"The door is open," said Vale. "It will stay open."', V, ("The door is open,", "It will stay open.")),
        ('"We have time," Talgat added, "but not much of it."', T, ("We have time,", "but not much of it.")),
        ("''Nobody asked us,'' Talgat said.", T, ("Nobody asked us,",)),
        ("«We shall return to the table», Vale said.", V, ("We shall return to the table",)),
        ("‘It was the workers’ idea,’ said Vale.", V, ("It was the workers’ idea,",)),
        ('Talgat: "We cannot wait for another year."', T, ("We cannot wait for another year.",)),
        ('"No one told us anything" Vale said.', V, ("No one told us anything",)),
        ("“Nobody warned the town.” — Mira Talgat", T, ("Nobody warned the town.",)),
        ('Vale answered: "We have only begun.', V, ("We have only begun.",)),
    ],
)
def test_a_quotation_is_direct_whatever_its_marks_and_its_cue(read, text, speaker, content):
    (statement,) = read(text)
    assert (statement.speaker_name, statement.content, statement.direct) == (speaker, content, True)


def test_a_quotation_is_told_once_by_the_one_who_is_named_beside_it(said):
    text = (
        "Hana Kolar, director of the Mill Institute, and Kim Dal-ho, president of the Lake Institute, had been invited.\n\n"
        "“We will sail when everyone who has something to say can be on the boat,” Foundation President Seo Min-ji said later."
    )
    assert [(speaker, cue) for speaker, cue, _ in said(text)] == [("Seo Min-ji", "said")]


def test_a_quotation_over_two_paragraphs_is_one_statement(read):
    (statement,) = read('Vale said: "Our people remember the tests.\n\n"They will not accept another one."')
    assert statement.content[0].startswith("Our people")
    assert statement.content[0].endswith("another one.")


def test_the_cue_may_stand_in_the_second_paragraph_of_a_quotation(said):
    ((speaker, cue, content),) = said('"Our people remember the tests.\n\n"They will not accept another one," said Vale.')
    assert (speaker, cue) == (V, "said")
    assert content[0].startswith("Our people")


def test_a_floating_quotation_belongs_to_who_spoke_in_the_paragraph_before(said):
    found = said('"The first step is trust," said Vale.\n\n"The second step is time, and nobody can do it in a year."')
    assert [speaker for speaker, _, _ in found] == [V, V]


def test_a_quotation_behind_an_indirect_report_belongs_to_its_speaker(said):
    found = said('Vale said that the lake was safe. "We measured it for ten years and found nothing."')
    assert [speaker for speaker, _, _ in found] == [V, V]


def test_several_verbs_are_several_statements_of_one_speaker(said):
    found = said(
        "Talgat welcomed the new treaty with the north, thanked the town for help and pledged to invite observers from abroad."
    )
    assert [(speaker, cue) for speaker, cue, _ in found] == [(T, "welcomed"), (T, "thanked"), (T, "pledged")]
    assert found[0][2] == ("the new treaty with the north",)


def test_a_joined_report_in_another_tense_is_not_content_of_the_first(said):
    found = said("Both sides reaffirmed that disarmament remains the goal and pledged to meet again in autumn.")
    assert [(who, cue) for who, cue, _ in found] == [("Both sides", "reaffirmed"), ("Both sides", "pledged")]
    assert found[0][2] == ("disarmament remains the goal",)


def test_an_added_participle_belongs_to_who_said_the_rest(said):
    found = said("Vale said the ministry had ordered the tests, adding that nobody had been warned.")
    assert [(who, cue) for who, cue, _ in found] == [(V, "said"), (V, "adding")]


def test_partly_quoted_content_runs_over_the_whole_clause(read):
    (statement,) = read('Vale said the corridor was "a mistake from the start".')
    assert statement.content == ('the corridor was "a mistake from the start"',)
    assert not statement.direct


def test_an_interrupted_clause_keeps_both_halves(said):
    ((speaker, _, content),) = said('The test, Vale said in an interview, "poisoned a whole generation."')
    assert (speaker, content) == (V, ("The test", "poisoned a whole generation."))


@pytest.mark.parametrize(
    ("text", "speaker", "medium"),
    [
        ("The Lorvik Times quoted Vale as saying that the archive was safe.", V, "Times"),
        ("According to the Lorvik Times, Vale said that the archive was safe.", V, "Times"),
        ("The ministry's spokesman said the archive was safe, the Lorvik Times reported.", "The ministry's spokesman", "Times"),
    ],
)
def test_who_passes_words_on_is_kept_apart_from_who_said_them(read, text, speaker, medium):
    (statement,) = read(text)
    assert statement.speaker_name == speaker
    assert medium in (getattr(statement.relayed_by, "name", None) or getattr(statement.relayed_by, "words", None) or "")


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Vale wrote that the archive would be opened.", "wrote"),
        ("Vale reported that the archive had been opened.", "said"),
        ("The Lorvik Courier reported that the archive had been opened.", "wrote"),
        ("Vale asked why the report had been delayed.", "asked"),
        ("Vale urged both sides to return to the table.", "requested"),
        ("Vale promised that the archive would be opened.", "promised"),
        ("Vale denied that the archive had been sold.", "denied"),
        ("Vale praised the courage of the first witnesses.", "praised"),
        ("Vale condemned the launch of the new missile.", "criticized"),
        ("Vale believes that the archive will be opened.", "believes"),
        ("Vale wants to open the archive next year.", "wants"),
        ("Vale did not say when the archive would be opened.", "withheld"),
        ("Vale does not believe that the archive will be opened.", "denied"),
        ("Figures show that exports fell by a third.", "found"),
    ],
)
def test_the_manner_tells_speech_from_belief_and_wish(read, text, manner):
    assert [statement.manner for statement in read(text)] == [manner]


@pytest.mark.parametrize(
    "text",
    [
        "Some forty experts discussed the future of the zone.",
        "The delegations exchanged views on safety and reviewed the progress made.",
        'The so-called "green corridor" was opened last week.',
        '"Never again" is the motto of the movement.',
        "The town was denied its share of the money for ten years.",
        "Vale went to Arden to promote trade and to support young researchers.",
        "If you want to see the archive, come early in the morning.",
        "Talgat left early.",
    ],
)
def test_what_nobody_says_is_no_statement(read, text):
    assert read(text) == ()


def test_a_transcript_gives_each_turn_to_its_label(said):
    found = said(
        "TALGAT: Let us begin with the lake.\n\nVALE: It is clean.\n\nTALGAT: Who measured it?\n\nVALE: We did, in May."
    )
    assert [(speaker, content) for speaker, _, content in found] == [
        (T, ("Let us begin with the lake.",)),
        (V, ("It is clean.",)),
        (T, ("Who measured it?",)),
        (V, ("We did, in May.",)),
    ]


def test_headlines_are_left_out(read):
    assert read("VALE SAYS LAKE IS SAFE\n\nThe lake froze in December.") == ()


def test_ids_count_in_text_order(read):
    found = read('Talgat said the lake was safe. "It is clean," she added. Vale denied that the lake was safe.')
    assert [s.id for s in found] == ["s1", "s2", "s3"]
    assert [s.content_spans[0].start for s in found] == sorted(s.content_spans[0].start for s in found)


@settings(max_examples=15)
@given(
    st.lists(
        st.sampled_from(['"', "“", "”", "'", "said", "Vale", "that", "he", ",", ".", ":", "we", "know", "it", "\n\n"]),
        max_size=25,
    )
)
def test_any_text_is_read_without_failing_and_to_the_letter(read, words):
    read(" ".join(words))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The letter, signed by forty scientists, warns that the lake may never recover.", "forty scientists"),
        ("The letter, obtained by forty scientists, warns that the lake may never recover.", "The letter"),
        ("Talgat's letter warns that the lake may never recover.", T),
        ("Both towns sent letters saying that the lake may never recover.", "Both towns"),
        (
            "President Mira Talgat and Minister Jonas Vale said that the lake was safe.",
            "President Mira Talgat and Minister Jonas Vale",
        ),
        ("Talgat met Vale, who said that the lake was safe.", V),
        ("The chairman said that the lake was safe.", V),
        ("Asked by residents about the lake, Vale said that it was safe to swim.", V),
    ],
)
def test_the_speaker_is_who_stands_behind_the_words(read, text, speaker):
    assert [statement.speaker_name for statement in read(text)] == [speaker]


def test_the_words_that_name_the_speaker_here_are_kept(read):
    document = "Talgat met Vale, who said that the lake was safe."
    (statement,) = read(document)
    assert statement.speaker_name == V
    assert statement.speaker_span is not None
    assert statement.speaker_span.end - statement.speaker_span.start == len("who")


def test_initials_in_an_interview_stand_for_the_person_who_has_them(read):
    text = (
        "Mira Talgat: What did you feel when the silo was closed?\n\nJonas Vale: Mostly cold, and a need to telephone home.\n\n"
        "MT: Would you do it all again?\n\nJV: I would do it in a warmer month and with better boots.\n\nEU: two new members"
    )
    assert [(s.speaker_name, s.rule) for s in read(text)] == [
        (T, "transcript"),
        (V, "transcript"),
        (T, "transcript"),
        (V, "transcript"),
    ]


def test_who_is_told_behind_the_verb_does_not_speak():
    page = "The road was closed on Sunday morning, a spokeswoman for the police, Greta Holm, told broadcaster VRT."
    said = extract_text(f"Convoy blocked\n\n{page}", language="en").statements
    assert [s.speaker_name for s in said] == ["Greta Holm"]


def test_a_second_report_behind_a_comma_has_the_speaker_of_the_first():
    first = "Professor Jonas Vale noted that the treaty was the first to bind former republics"
    page = f"{first}, and suggested that Seoul and Tokyo study its protocol."
    said = extract_text(f"Webinar\n\n{page}", language="en").statements
    assert [(s.speaker_name, s.cue) for s in said] == [("Jonas Vale", "noted"), ("Jonas Vale", "suggested")]


def test_the_latter_is_the_last_of_those_named():
    page = "Tomas Holm and Ilva Tarn addressed the webinar. The latter believes that a zone must begin with fishing."
    said = extract_text(f"Webinar\n\n{page}", language="en").statements
    assert [s.speaker_name for s in said] == ["Ilva Tarn"]


def test_what_is_expected_of_an_event_is_nobodys_statement():
    page = "Anna Berg demanded a hearing in parliament; it is expected to take place on March 15."
    said = extract_text(f"Convoy blocked\n\n{page}", language="en").statements
    assert all(s.speaker is not None for s in said)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "His aides say it is too early for a plan but noted that the talks went well.",
            [("His aides", ("it is too early for a plan",)), ("His aides", ("the talks went well",))],
        ),
        (
            "Talgat said the demands sometimes bring in barriers, though she noted the clients are kind to the staff.",
            [(T, ("the demands sometimes bring in barriers",)), (T, ("the clients are kind to the staff",))],
        ),
        (
            "The film could start this week, said Mira Talgat, a longtime political adviser to the family of miners who own "
            "the old mill of the town.",
            [(T, ("The film could start this week",))],
        ),
        (
            "Talks went on, with local diplomats saying that the south had walked back from its words.",
            [("local diplomats", ("the south had walked back from its words",))],
        ),
        (
            "Talgat appeared before the camera twice; the test, she said, was a breach of the rules.",
            [(T, ("the test", "was a breach of the rules"))],
        ),
        (
            "The launch, which Talgat described as a grave threat to the region, failed.",
            [(T, ("as a grave threat to the region",))],
        ),
        ("The plan was described by Talgat as a grave threat to the region.", [(T, ("as a grave threat to the region",))]),
    ],
)
def test_reports_beside_and_around_each_other(said, text, expected):
    assert [(speaker, content) for speaker, _, content in said(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has added the question, “Is she a citizen of Norland?”, to the census, with the stated aim of order.",
        "In late June, the Norland Supreme Court ruled against its initial attempt, saying the reasons given were “thin.”",
    ],
)
def test_a_participle_before_a_noun_and_a_ruling_report_nothing(text):
    found = extract_text(text, language="en").statements
    assert [said.content for said in found if said.rule in ("quotation-then-cue", "parenthesis")] == []


def test_a_page_of_one_sentence_says_what_its_sentence_says():
    (said,) = extract_text("President Mira Talgat said, “After the vote the lake gets a new name.”", language="en").statements
    assert (said.speaker_name, said.direct) == (T, True)


def test_a_participle_has_the_speaker_who_stands_behind_the_verb(said):
    text = "“We agree on this matter,” replied Talgat's envoy, adding that the inspections would go on."
    assert [(content, speaker) for speaker, _, content in said(text)][-1:] == [
        (("the inspections would go on",), "Talgat's envoy"),
    ]


def test_what_somebody_was_asked_he_does_not_say(said):
    text = "“We shall see in the spring,” Talgat told reporters when asked whether the talks would go on."
    assert [content for _, _, content in said(text)] == [("We shall see in the spring,",)]
