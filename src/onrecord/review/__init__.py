"""Contradictions between sources; an analyst's judgements and corrections."""
