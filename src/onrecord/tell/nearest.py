"""The spellings in the record that are nearest to a name that is not in it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MOST = 2000
"""So many spellings are compared by sound; of more, those first that look alike by their letters."""


def nearest(name: str, spellings: Iterable[str], most: int = 3) -> list[str]:
    """Return the spellings most like `name`, best first: by letters, and by sound across scripts."""
    from onrecord.match.names import compare_names

    by_fold = {spelling.casefold(): spelling for spelling in spellings}
    alike = get_close_matches(name.casefold(), by_fold, n=most, cutoff=0.6)
    pool = list(by_fold) if len(by_fold) <= MOST else get_close_matches(name.casefold(), by_fold, n=200, cutoff=0.3)
    scored = sorted(((-compare_names(name, by_fold[fold]).score, fold) for fold in pool), key=lambda pair: pair)
    sounding = [fold for score, fold in scored if -score >= 0.3]
    return [by_fold[fold] for fold in dict.fromkeys([*alike, *sounding])][:most]
