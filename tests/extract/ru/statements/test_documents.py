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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Об этом сообщило МИД Норвегии. Национальный центр сейсмологии заметил толчки, говорится в сообщении.",
            "МИД Норвегии",
        ),
        ("МИД Норвегии выразил протест. «Норвегия призывает обе стороны к диалогу», – сказано в заявлении.", "МИД Норвегии"),
        (
            "Норвегия осуждает взрыв, говорится в заявлении МИД Норвегии. В нём отмечается, что толчки заметили все станции.",
            "МИД Норвегии",
        ),
        ("По некоторым данным, мощность взрыва составила около пяти килотонн.", ""),
    ],
)
def test_a_document_stays_its_issuers(text: str, speaker: str) -> None:
    assert (extract_text(text, language="ru").statements[-1].speaker_name or "") == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Министр Азамат Кулов осудил новое испытание на полигоне, передает Fjordnews.kz со ссылкой на министерство.",
        "Как отметил Азамат Кулов, Норвегия осуждает испытание на полигоне, сообщает корреспондент Fjordnews.kz.",
        "Норвегия осуждает испытание на полигоне, рассказал Азамат Кулов, об этом сообщает Fjordnews.kz.",
    ],
)
def test_what_an_agency_signs_is_no_part_of_what_is_said(text: str) -> None:
    (said,) = extract_text(text, language="ru").statements
    assert (said.speaker_name, said.content[-1].endswith("на полигоне")) == ("Азамат Кулов", True)
