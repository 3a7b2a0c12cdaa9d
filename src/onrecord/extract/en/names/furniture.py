"""Names of bodies that the page only shows: in a path through the site, a masthead, a row of share links, as a venue."""

from __future__ import annotations

from onrecord.extract.en.names.bodies import Body
from onrecord.extract.en.names.words import Line
from onrecord.languages.en import organizations


def unsaid(line: Line, body: Body) -> bool:
    """Tell whether the name is not part of what the text says of bodies."""
    return _is_dateline(line, body) or _is_path(line) or _is_venue(line, body) or _is_masthead(line, body) or _is_shared(line)


def _is_dateline(line: Line, body: Body) -> bool:
    """Tell whether the name, in capitals at the head of a line that is not, is the place of a dateline."""
    words = line.words
    if body.first or body.last + 1 >= len(words) or words[body.last + 1].text not in ",(–—-":
        return False
    return all(word.text.isupper() for word in words[: body.last + 1]) and len(words) > 15


def _is_path(line: Line) -> bool:
    """Tell whether the line is a path through the site ("Press Releases | Bureau"), not text."""
    marks = sum(word.text in "|>»" for word in line.words)
    return marks > 0 and len(line.words) < 12 and not any(word.tag in ("VBD", "VBZ", "VBP", "MD") for word in line.words)


def _is_venue(line: Line, body: Body) -> bool:
    """Tell whether a house that stands for those who rule in it is only where something took place ("at the White House")."""
    name = " ".join(word.text for word in line.words[body.first : body.last + 1])
    before = [word.lower for word in line.words[max(0, body.first - 2) : body.first]]
    return (
        organizations.among("houses", name)
        and len(before) == 2
        and before[1] == "the"
        and before[0] in ("at", "in", "to", "near", "outside", "inside")
    )


def _is_masthead(line: Line, body: Body) -> bool:
    """Tell whether the line is nothing but the name of the medium that prints the page."""
    medium = organizations.among("mastheads", line.words[body.last].text.capitalize())
    return medium and body.first <= 2 and body.last == len(line.words) - 1


def _is_shared(line: Line) -> bool:
    """Tell whether the line offers to share the page in social networks."""
    words = [word.lower for word in line.words]
    return len(words) < 30 and any(
        word in ("share", "follow") and words[k + 1 : k + 2] in (["on"], [":"], ["us"]) for k, word in enumerate(words)
    )
