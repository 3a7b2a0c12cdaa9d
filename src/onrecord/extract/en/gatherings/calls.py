"""A call by telephone that somebody makes, takes or returns: "placed a call to X", "received a call from Y"."""

from __future__ import annotations

from onrecord.extract.en import clauses
from onrecord.languages.en import gathering_words as lexicon
from onrecord.languages.reading import Token


def is_made_by(verb: Token) -> bool:
    """Tell whether a verb with a call as its object tells that the call was made ("placed", "received")."""
    return verb.lower in lexicon.verbs("calling")


def ends(call: Token, verb: Token) -> list[Token]:
    """Return the nouns for those at the other end of the line, whether they hang on the call or on its verb."""
    return [*clauses.objects(call, "to", "from"), *clauses.objects(verb, "to", "from")]
