"""Compare the wordings of the pages with their translations.

    python scripts/messages.py            lists what is not translated, and what is translated but no longer used
    python scripts/messages.py --write    adds what is missing to locale/<code>/new.po, to be translated and moved

The catalogues are src/onrecord/serve/locale/<code>/*.po, one file a part of the pages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SERVE = Path(__file__).parents[1] / "src" / "onrecord" / "serve"
LANGUAGES = ("ko", "ru")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "translate": (2,), "say": None}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]
OPTIONS = {"**/templates/**.html": {"trimmed": "true", "silent": "false"}}

Wording = str | tuple[str, str]


def used() -> set[Wording]:
    """Return all wordings of pages and modules; one with a plural as a pair."""
    found = extract_from_dir(SERVE, METHODS, OPTIONS, keywords=KEYWORDS)
    return {message if isinstance(message, str) else (message[0], message[1]) for _, _, message, _, _ in found}


def translations(language: str) -> Iterator[Message]:
    """Yield what the catalogues of a language hold."""
    for path in sorted((SERVE / "locale" / language).glob("*.po")):
        with path.open("rb") as source:
            yield from (message for message in read_po(source, locale=language) if message.id)


def translated(language: str) -> set[Wording]:
    """Return the wordings that have a whole translation."""
    found: set[Wording] = set()
    for message in translations(language):
        parts = [message.string] if isinstance(message.string, str) else list(message.string or ())
        if all(parts) and not message.fuzzy:
            found.add(message.id if isinstance(message.id, str) else (message.id[0], message.id[1]))
    return found


def main() -> int:
    """Print the differences; 1 where there are some."""
    wordings, different = used(), 0
    for language in LANGUAGES:
        known = translated(language)
        missing, unused = sorted(wordings - known, key=str), sorted(known - wordings, key=str)
        different += len(missing) + len(unused)
        for title, words in (("missing", missing), ("unused", unused)):
            for word in words:
                print(f"{language} {title}: {word!r}")
        if missing and "--write" in sys.argv:
            made = Catalog(locale=language)
            for word in missing:
                made.add(word, None)
            with (SERVE / "locale" / language / "new.po").open("wb") as target:
                write_po(target, made, width=128, omit_header=False)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
