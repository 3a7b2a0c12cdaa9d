"""Whose country stands beside a title that several share."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Presidents Ana Marin of Chile and Luis Ortega of Peru signed it.", {"Ana Marin": "Chile", "Luis Ortega": "Peru"}),
        (
            "U.S. Secretary of State Jane Field met her Japanese counterpart, Akira Sato, in Lunde.",
            {"Jane Field": "United States", "Akira Sato": "Japan"},
        ),
        (
            "Foreign Minister Anna Berg of Norway spoke with her counterparts Akira Sato of Japan and Bae Min-seo of the ROK.",
            {"Anna Berg": "Norway", "Akira Sato": "Japan", "Bae Min-seo": "South Korea"},
        ),
        ("Norwegian Foreign Minister Anna Berg met her counterpart, Akira Sato, in Lunde.",
         {"Anna Berg": "Norway", "Akira Sato": None}),
        ("People’s Republic of China Vice Minister Wu Lan spoke in Lunde.", {"Wu Lan": "China"}),
        ("Senator Jane Field of New Mexico spoke in Lunde.", {"Jane Field": None}),
    ],
)  # fmt: skip
def test_everybody_has_the_country_that_the_text_gives_them_and_nobody_that_of_another(positions_in, text, countries):
    assert {one.person.name: one.country for one in positions_in(text)} == countries


def test_the_office_of_a_department_is_a_body_of_its_own(positions_in):
    (one,) = positions_in("Rosa Hill, Director of the Department of Justice's Office on Water Rights, spoke in Lunde.")
    assert (one.title, one.organization.name) == ("Director", "Office on Water Rights")


def test_an_office_reaches_its_holder_past_its_seat_and_past_the_short_form_of_its_body(positions_in):
    seated = positions_in(
        "The meeting was attended by Vice Minister of Energy Ivar Holm, Permanent Representative of Norway to the "
        "International Organizations in Vienna Anna Berg and Director Siri Dahl."
    )
    assert [(one.person.name, one.title.split()[0]) for one in seated] == [
        ("Ivar Holm", "Vice"), ("Anna Berg", "Permanent"), ("Siri Dahl", "Director"),
    ]  # fmt: skip
    shortened = positions_in("He met with the Director General of the Northern Water Agency (NWA), Ambassador Karl Weiss.")
    assert [(one.title, one.organization and one.organization.name) for one in shortened] == [
        ("Director General", "Northern Water Agency"), ("Ambassador", None),
    ]  # fmt: skip
