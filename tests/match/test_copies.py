"""Wire copies are recognised, and reports that only quote one another are not taken for copies."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.match import copies
from onrecord.match.copies import contained, signature
from onrecord.match.resolve import resolve
from onrecord.model import Document, Paragraph, Span
from onrecord.model.resolution import Link, Sightings, TextSighting


def words(seed: int, number: int) -> str:
    chance = random.Random(seed)  # noqa: S311  a text, not a secret
    return " ".join("".join(chance.choices("aeioubdgklmnrst", k=chance.randint(2, 9))) for _ in range(number))


def sketch(text: str, key: str = "d-1") -> TextSighting:
    document = Document("page", text, "en", (Paragraph(Span(0, len(text)), "body", "en"),))
    return TextSighting(key, signature(document))


def judged(a: TextSighting, b: TextSighting) -> Link | None:
    return copies.judge(copies.prepared(a.key, [a]), copies.prepared(b.key, [b]))


def test_a_copy_with_another_ending_or_cut_short_is_a_copy() -> None:
    text = words(1, 400)
    for other in (text, f"{text} {words(2, 20)}", text[: len(text) // 2], text.upper().replace(" ", "\n")):
        assert judged(sketch(text), sketch(other, "d-2")) is not None


def test_a_report_that_shares_a_quotation_is_no_copy() -> None:
    quotation = words(3, 60)
    first, second = f"{words(4, 300)} {quotation}", f"{quotation} {words(5, 300)}"
    assert judged(sketch(first), sketch(second, "d-2")) is None


def test_the_share_is_estimated_within_a_tenth() -> None:
    text = words(6, 1000)
    for part in (0.3, 0.5, 0.9):
        other = text[: int(len(text) * part)] + " " + words(7, 700)
        true = part if part * 1000 + 700 >= 1000 else part * 1000 / (part * 1000 + 700)
        assert abs(contained(sketch(text).signature, sketch(other).signature) - true) < 0.1


def test_short_texts_are_copies_only_when_they_are_the_same() -> None:
    assert judged(sketch("The talks were held in Karatal today"), sketch("The talks were held in Karatal", "d-2")) is None
    assert judged(sketch("The talks were held in Karatal"), sketch("The talks were held in Karatal", "d-2")) is not None


def test_texts_without_words_are_no_copies_of_each_other() -> None:
    assert judged(sketch("…"), sketch("—", "d-2")) is None


def test_menus_do_not_make_a_copy() -> None:
    menu = words(8, 100)
    documents = []
    for seed in (9, 10):
        text = f"{menu}\n{words(seed, 100)}"
        lines = (Paragraph(Span(0, len(menu)), "furniture", "en"), Paragraph(Span(len(menu) + 1, len(text)), "body", "en"))
        documents.append(TextSighting(f"d-{seed}", signature(Document("page", text, "en", lines))))
    assert judged(documents[0], documents[1]) is None


def test_a_chain_of_copies_is_one_group() -> None:
    text = words(11, 300)
    texts = (sketch(text, "d-1"), sketch(f"{text} {words(12, 30)}", "d-2"), sketch(words(13, 300), "d-3"))
    found = resolve(Sightings(texts=texts))
    assert sorted(cluster.members for cluster in found.clusters) == [("d-1", "d-2"), ("d-3",)]


def test_texts_of_one_run_and_texts_of_common_runs_find_their_copies() -> None:
    common = tuple(range(1, copies.ASKED))
    many = [TextSighting(f"d-{n:04d}", (copies.ASKED, *common, 1000 + n)) for n in range(301)]
    short = [TextSighting(key, (1, 500)) for key in ("d-s1", "d-s2")]
    copied = [TextSighting(key, (copies.ASKED, *common, 900)) for key in ("d-t1", "d-t2")]
    found = resolve(Sightings(texts=(*many, *short, *copied)))
    assert [one.members for one in found.clusters if len(one.members) > 1] == [("d-s1", "d-s2"), ("d-t1", "d-t2")]


@given(st.sets(st.integers(0, 400), min_size=20, max_size=300), st.sets(st.integers(0, 400), min_size=20, max_size=300))
def test_texts_are_copies_by_their_share_alone_where_they_share_hashes(one: set[int], other: set[int]) -> None:
    a, b = (TextSighting(f"d-{n}", (len(found), *sorted(found)[: copies.KEPT])) for n, found in enumerate((one, other)))
    asked = [set(text.signature[1 : 1 + copies.ASKED]) for text in (a, b)]
    expected = a.signature == b.signature or (
        len(asked[0] & asked[1]) > 1 and contained(a.signature, b.signature) >= copies.COPY
    )
    assert bool(judged(a, b)) == expected
