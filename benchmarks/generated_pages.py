"""Pages made from templates (pages.yml): of the field, and news and other pages about neighbouring and far subjects.

    from generated_pages import crawl, field, other

A page follows from its number alone, so that any program makes the same ones. The people, institutes and events are invented.
Around the text stands what a news site puts there: scripts, menus, teasers, a footer; 15 to 60 KB in all.
"""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TEMPLATES = Path(__file__).parent / "pages.yml"
NEIGHBOURS = ("trade", "health", "climate", "defence", "energy", "sports", "politics")
"""Subjects whose news name ministers, presidents, talks and summits, as the field's do."""
FAR = ("cooking", "technology", "travel", "sports")
ONE_IN, NEAR = 100, 20
"""In a mixed crawl: one page in so many is of the field, one in so many of a neighbouring subject."""
_SLOT = re.compile(r"\{(\w+)\}")


@cache
def templates() -> dict[str, Any]:
    """Return the templates, read once."""
    found: dict[str, Any] = yaml.safe_load(TEMPLATES.read_text("utf-8"))
    return found


def field(number: int) -> bytes:
    """Return a page of the field."""
    chance = random.Random(f"field {number}")  # noqa: S311 - a benchmark, the same every time
    return _page(templates()["field"], chance.randint(6, 11), chance)


def other(number: int, subjects: tuple[str, ...] | None = None) -> bytes:
    """Return a page about another subject: one of `subjects`, in turn, or of all."""
    chance = random.Random(f"other {number}")  # noqa: S311 - as above
    names = subjects or tuple(templates()["others"])
    return _page(templates()["others"][names[number % len(names)]], chance.randint(6, 11), chance)


def crawl(pages: int, *, start: int = 0) -> Iterator[bytes]:
    """Yield the pages of a mixed crawl: one in ONE_IN of the field, one in NEAR of a neighbouring subject, else far ones."""
    for number in range(start, start + pages):
        if number % ONE_IN == ONE_IN // 2:
            yield field(number)
        else:
            yield other(number, NEIGHBOURS if number % NEAR == 0 else FAR)


def _page(subject: dict[str, list[str]], paragraphs: int, chance: random.Random) -> bytes:
    names: dict[int, str] = {}
    headline = _filled(chance.choice(subject["headlines"]), chance, names)
    kinds = subject["paragraphs"]
    chosen = chance.sample(kinds, paragraphs) if paragraphs <= len(kinds) else chance.choices(kinds, k=paragraphs)
    text = [_filled(one, chance, names) for one in [*chosen, *chance.sample(templates()["any"], 2)]]
    return _furnished(headline, text, chance)


def _filled(template: str, chance: random.Random, names: dict[int, str]) -> str:
    """Return a template with its slots filled; a family name without a given one is the last person's of the page."""
    slots = templates()["slots"]

    def value(match: re.Match[str]) -> str:
        if match[1] == "last" and not template[: match.start()].endswith("{first} ") and 0 in names:
            return names[0]
        word: str = chance.choice(slots[match[1]])
        if match[1] == "last":
            names[0] = word
        return word

    return _SLOT.sub(value, template)


def _furnished(headline: str, text: list[str], chance: random.Random) -> bytes:
    script = f"var state='{chance.randbytes(chance.randint(6_000, 28_000)).hex()}';"  # packs to half, as scripts do at worst
    sections = ("Home", "News", "Business", "Culture", "Science", "Weather", "Letters", "Archive", "About us", "Contact")
    menu = "".join(f"<li><a href='/{name.lower().replace(' ', '-')}'>{name}</a></li>" for name in sections)
    teasers = "".join(f"<li><a href='/{n}'>Most read: story {chance.randrange(9999)}</a></li>" for n in range(12))
    published = f"20{chance.randint(17, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    data = json.dumps({"@type": "NewsArticle", "headline": headline, "datePublished": published})
    body = "\n".join(f"<p>{html.escape(one, quote=False)}</p>" for one in text)
    page = (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{html.escape(headline)} | The Courier</title>"
        f"<script type='application/ld+json'>{data}</script><script>{script}</script></head><body>"
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{html.escape(headline)}</h1>"
        f"<time datetime='{published}'>{published}</time>{body}</article></main>"
        f"<aside><ul>{teasers}</ul></aside><footer><p>All rights reserved.</p><ul>{menu}</ul></footer></body></html>"
    )
    return page.encode()
