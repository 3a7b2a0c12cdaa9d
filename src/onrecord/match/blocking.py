"""Which names of persons are worth comparing: those that share a key, whatever script each is in.

Whole names are found under their Hangul ("h") and the sounds of two words ("f"), each also with one sound lost ("l"); a name
with an initial finds others, and is found ("i"), by the initial and the other word; single words find each other ("1"), and
whole names by any word ("p"). Keys of a kind that tells little count only where few names hold them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from onrecord.match import names
from onrecord.match.kinds import Keys
from onrecord.match.names.keys import KeysOfName

LIMITS: Mapping[str, int] = {"h": 300, "f": 300, "l": 12, "I": 60, "i": 60, "1": 60, "P": 60, "p": 60, "u": 60}
"""Names that may hold a key of each kind and be compared for that. Capitals: held by whole names, looked for by parts.

"u": units that may bear a name which is a part alone. A surname that more of them bear is nobody's in particular, and is joined
by its office alone, where one person has it; comparing its units all with all would be quadratic in pages.
"""


@lru_cache(maxsize=65536)
def keys(forms: tuple[str, ...]) -> Keys:
    """Return the keys of a person's names.

    Args:
        forms: the names, upper and lower case aside.
    """
    held: dict[str, None] = {}
    looks: dict[tuple[str, str], None] = {}
    for form in forms:
        found = names.sorted_keys(form)
        _whole(found, held, looks)
        _parts(found, held, looks)
    return Keys(tuple(held), tuple(looks))


def _whole(found: KeysOfName, held: dict[str, None], looks: dict[tuple[str, str], None]) -> None:
    for key in (*(f"h {key}" for key in found.hangul), *(f"f {key}" for key in found.full)):
        held[key] = looks[key, key] = None
    for key in found.full:
        looks[f"l {key}", f"l {key}"] = None
    for key in found.lost:
        held[f"l {key}"] = looks[f"f {key}", f"l {key}"] = None


def _parts(found: KeysOfName, held: dict[str, None], looks: dict[tuple[str, str], None]) -> None:
    whole, part = ("I", "P"), ("i", "p")
    for kind, own in ((0, found.initial), (1, found.parts)):
        is_part = found.has_initial if kind == 0 else found.single
        for key in own:
            mine = f"{(part if is_part else whole)[kind]} {key}"
            held[mine] = None
            if is_part:
                looks[mine, mine] = None
                looks[f"{whole[kind]} {key}", f"{whole[kind]} {key}"] = None
            else:
                looks[f"{part[kind]} {key}", mine] = None
    for key in found.one:
        held[f"1 {key}"] = looks[f"1 {key}", f"1 {key}"] = None
