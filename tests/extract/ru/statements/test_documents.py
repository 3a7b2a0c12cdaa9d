"""Whose a document is that Russian text quotes, and which agency only carries it."""

import pytest

from onrecord import extract_text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("МИД Норвегии выразил протест. «Норвегия призывает обе стороны к диалогу», – говорится в заявлении.", "МИД Норвегии"),
        ("Минэнерго сообщило о запуске станции. В сообщении говорится, что станция даст ток осенью.", "Минэнерго"),
        ("Прошли консультации. «Норвегия призывает обе стороны к диалогу», – говорится в заявлении.", ""),
        (
            "— Норвегия приветствует итоги этой встречи, — говорится в заявлении МИД Норвегии, передает Fjordnews.kz",
            "МИД Норвегии",
        ),
        ("— Норвегия приветствует итоги этой встречи, — сообщили в МИД Норвегии, передает Fjordnews.kz", "МИД Норвегии"),
        ("— Норвегия приветствует итоги этой встречи, — сказал Азамат Кулов, сообщает Fjordnews.kz", "Азамат Кулов"),
    ],
)
def test_the_issuer_speaks_and_no_agency_that_carries_its_words(text: str, speaker: str):
    said = [s.speaker_name or "" for s in extract_text(text, language="ru").statements]
    assert said in ([speaker], [] if not speaker else None)
