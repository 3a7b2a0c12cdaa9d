"""Kazakh: tokens, sentences, names, titles, reporting verbs, dates and transliteration."""
