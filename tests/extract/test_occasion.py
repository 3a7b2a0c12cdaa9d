"""Assembly of a gathering from its mentions, whatever the language."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.occasion import Kind, Occasion, gathering, told_by_sentence
from onrecord.languages.date_mention import DateMention
from onrecord.model import Document, PartialDate, Person, Span


@dataclass(frozen=True)
class Words:
    name: Span
    weak: bool = True


@dataclass(frozen=True)
class Line:
    i: int
    paragraph: int
    span: Span


SPAN = Span(0, 4)
DAY = DateMention(SPAN, PartialDate.of(2024, 5, 6), None, "text")
SOMEBODY = Person("p1", "Алия Сейтова", (), (SPAN,), "entity")


def test_weak_words_name_an_occasion_only_beside_two_things_unless_the_page_is_about_it():
    dated = Occasion([Words(SPAN)], date=DAY)
    assert not dated.counts(main=False)
    assert dated.counts(main=True)
    assert dated.counts(main=False, numbered=True)
    dated.parts.append((SOMEBODY, "speaker", SPAN, ""))
    assert dated.counts(main=False)


def test_a_role_counts_once_for_each_in_the_order_of_the_text():
    held = Occasion([Words(SPAN)])
    held.parts += [(SOMEBODY, "speaker", Span(9, 11), "b"), (SOMEBODY, "speaker", Span(2, 4), "a")]
    held.parts.append((SOMEBODY, "host", SPAN, ""))
    listed = held.participations("ru")
    assert [(p.role, p.rank, p.rule, p.role_as_printed) for p in listed] == [
        ("host", 1, "ru-host", None),
        ("speaker", 2, "ru-speaker", "a"),
    ]


def test_a_sentence_is_about_what_it_mentions_else_what_was_told_before_it_in_the_paragraph_else_the_main_occasion():
    lines = [Line(k, paragraph, Span(10 * k, 10 * k + 9)) for k, paragraph in enumerate((0, 0, 1, 1, 2))]
    main, other = Occasion([Words(SPAN)], sentences={0}), Occasion([Words(SPAN)], sentences={2})
    assert told_by_sentence(lines, [main, other]) == {0: main, 1: main, 2: other, 3: other, 4: main}
    assert told_by_sentence(lines, [main, other], lambda line: line.i == 2)[3] is main


def test_the_record_of_an_occasion_takes_the_end_that_is_named_apart_where_no_day_begins_it():
    document = Document("d", "встреча", "ru", paragraphs=())
    kind = Kind("meeting", "unknown", "held", end=DAY)
    ended = gathering(document, Occasion([Words(SPAN)]), "g1", best=Words(SPAN), kind=kind, main=True, language="ru")
    assert (ended.start, ended.end, ended.name) == (None, DAY.date, "встр")
