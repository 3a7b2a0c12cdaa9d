"""English: tokens, sentences, names, titles, reporting verbs and dates."""
