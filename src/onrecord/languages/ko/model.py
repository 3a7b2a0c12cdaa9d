"""The Korean model: Kiwi's morphological analyser, loaded once and lazily, without the dictionaries that rules replace.

`load_multi_dict` would join names of several words that its dictionary knows, `load_typo_dict` would correct misspelt words:
both take 2 s and 200 MB more and change the text's own words, which evidence must not.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.languages.ko import vocabulary
from onrecord.model.errors import LanguageError

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

_lock = threading.Lock()


@lru_cache(maxsize=1)
def _load() -> Kiwi:
    try:
        from kiwipiepy import Kiwi
    except ImportError:
        raise LanguageError("the Korean model is not installed", "pip install kiwipiepy") from None
    kiwi = Kiwi(num_workers=1, load_multi_dict=False, load_typo_dict=False)
    for word, tag in vocabulary.user_words():
        kiwi.add_user_word(word, tag, 0.0)
    return kiwi


def load() -> Kiwi:
    """Return the one loaded analyser; the first call takes about a second.

    Raises:
        LanguageError: where kiwipiepy is not installed.
    """
    with _lock:
        return _load()
