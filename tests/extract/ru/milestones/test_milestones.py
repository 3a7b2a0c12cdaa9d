"""Dated steps in Russian: what an anniversary counts from; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Форум приурочен к 30-летию закрытия Семипалатинского полигона.", ("site-closed", "1991")),
        ("В Астане отметили 25-ю годовщину подписания Договора о запрещении испытаний.", ("treaty-signed", "1996")),
        ("Выставка посвящена 20-летию создания Фонда «Тихая степь».", ("organization-founded", "2001")),
        ("Конференция прошла к 10-летию вступления в силу Договора о зоне.", ("treaty-in-force", "2011")),
    ],
)
def test_an_anniversary_dates_its_step(text, step):
    assert step in [
        (found.kind, str(found.date)) for found in extract_text(text, language="ru", published="2021-08-30").milestones
    ]


@pytest.mark.parametrize(
    "text", ["Форум приурочен к 30-летию независимости Казахстана.", "Посол отметил 60-летие закрытием полигона."]
)
def test_other_jubilees_are_no_steps(text):
    assert extract_text(text, language="ru", published="2021-08-30").milestones == ()
