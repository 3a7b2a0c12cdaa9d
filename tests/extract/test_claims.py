"""Every property of every fact is a claim with its words."""

from __future__ import annotations

from onrecord.extract.claims import claims
from onrecord.model import (
    Document,
    Extract,
    Gathering,
    PartialDate,
    Participation,
    Person,
    Phrase,
    Position,
    Span,
    Statement,
)

TEXT = "Director Bolat Omarov spoke at the Lake Forum on 3 May 2019. “We go on,” Omarov said, “as before.” The guests met."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


PERSON = Person("p1", "Bolat Omarov", ("Omarov",), (at("Bolat Omarov"), Span(73, 79)), rule="name", confidence=0.9)
PAGE = Extract(
    Document("page", TEXT, "en"),
    persons=(PERSON,),
    positions=(Position(PERSON, "Director", at("Director"), at("Director Bolat Omarov"), rule="title-before-name"),),
    gatherings=(
        Gathering(
            "g1",
            "forum",
            "Lake Forum",
            at("Lake Forum"),
            start=PartialDate("2019-05-03"),
            start_span=at("3 May 2019"),
            participations=(Participation(Phrase("The guests", at("The guests")), "participant", at("The guests"), rank=1),),
            rule="named",
        ),
    ),
    statements=(
        Statement("s1", ("We go on,", "as before."), (at("We go on,"), at("as before.")), speaker=PERSON, rule="parted-quote"),
    ),
)
FOUND = {(claim.subject, claim.property): claim for claim in claims(PAGE)}


def test_each_property_has_its_words_and_the_rule_of_its_fact() -> None:
    claim = FOUND["g1", "start"]
    assert (claim.value, claim.wording, claim.spans, claim.rule) == ("2019-05-03", "3 May 2019", (at("3 May 2019"),), "named")
    assert FOUND["position:1", "title"].wording == "Director"
    assert FOUND["p1", "name"].confidence == 0.9


def test_a_quotation_in_two_parts_is_one_claim_with_two_spans() -> None:
    claim = FOUND["s1", "content"]
    assert claim.spans == (at("We go on,"), at("as before."))
    assert claim.wording == ""


def test_a_spelling_is_claimed_where_it_stands() -> None:
    assert FOUND["p1", "name"].spans == (at("Bolat Omarov"),)
    assert FOUND["p1", "alias"].spans == (Span(73, 79),)


def test_unnamed_parties_are_kept_in_their_words() -> None:
    assert FOUND["g1:participation:1", "who"].value == "=The guests"


def test_what_the_text_does_not_state_is_not_claimed() -> None:
    assert ("g1", "place") not in FOUND
    assert ("g1", "format") not in FOUND
    assert ("position:1", "organization") not in FOUND


def test_no_claim_is_without_words() -> None:
    for claim in claims(PAGE):
        assert claim.spans
        assert all(0 <= start < end <= len(TEXT) for start, end in claim.spans)
