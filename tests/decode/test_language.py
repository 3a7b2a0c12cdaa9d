"""Which language a page of few words is in."""

from __future__ import annotations

import pytest

from onrecord.decode import language


@pytest.mark.parametrize(
    "text",
    [
        "Ambassador Ramon Delgado met Carlos Mendes and Marta Oliveira in Madrid.",
        "Minister Juan Carlos Ortega and Ana Lucia Barros signed the memorandum.",
        "Isabel Moreno, Diego Alvarez, Maria del Carmen Soto: panel speakers.",
        "President Lucas da Rocha visited Hiroshima.",
        "Chair: Giulia Bianchi, Università di Trento",
    ],
)
def test_a_line_full_of_names_is_in_the_language_of_the_words_between_them(text: str):
    assert language.of_paragraphs([text]) == ("en", ["en"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El ministro se reunió ayer con los embajadores en la capital para hablar de desarme nuclear.", "es"),
        ("Le ministre a rencontré hier les ambassadeurs à Paris pour parler du désarmement.", "fr"),
        ("Der Minister traf gestern die Botschafter in Berlin und sprach über Abrüstung.", "de"),
        ("O ministro recebeu ontem os embaixadores em Brasília para falar de desarmamento.", "pt"),
        ("Il ministro ha incontrato gli ambasciatori per parlare della pace e del disarmo.", "it"),
        ("Bakan dün Ankara'da büyükelçiler ile bir araya geldi ve görüşmeler yaptı.", "tr"),
    ],
)
def test_small_words_and_letters_of_another_language_speak_against_english(text: str, code: str):
    assert language.of_paragraphs([text])[0] == code


def test_a_long_text_without_a_word_of_english_is_left_to_the_model():
    text = "Menteri luar negeri bertemu para duta besar untuk membahas perlucutan senjata nuklir serta kerja sama kedua negara"
    assert language.of_paragraphs([text])[0] != "en"
