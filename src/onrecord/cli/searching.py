"""The command `search`: what was said, by words and by what narrows them down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.cli import screen
from onrecord.cli.groups import expanded
from onrecord.cli.opening import opened
from onrecord.cli.options import DEFAULT_RECORD, Evidence, Json, Record, Since, Until, one, period

if TYPE_CHECKING:
    from onrecord.model.search import Narrowed


@dataclass(frozen=True, slots=True)
class Facets:
    """What statements are narrowed down by beside words, speaker and dates."""

    office: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Said in this office: “deputy foreign minister”, “Kazakhstan”.")
    ] = None
    place: Annotated[str | None, typer.Option(metavar="WORDS", help="Said at this place or venue.")] = None
    source: Annotated[
        str | None, typer.Option(metavar="WORDS", help="In pages with these words in their address, site or title.")
    ] = None
    manner: Annotated[str | None, typer.Option(metavar="MANNER", help="said, asked, promised, denied, agreed, believes, …")] = (
        None
    )
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="Of this topic: verification, …")] = None
    direct: Annotated[
        bool | None, typer.Option("--direct/--indirect", help="Only the speaker's own words, or only what is reported.")
    ] = None
    language: Annotated[str | None, typer.Option(metavar="CODE", help="In pages in this language: en, ko, ru.")] = None

    @property
    def given(self) -> Narrowed:
        """Those that are given, as `Record.search` takes them."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}  # type: ignore[return-value]  # the same names


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Who said it, and when."""

    who: Annotated[str | None, typer.Option(metavar="NAME", help="Said by this person or body, in any spelling.")] = None
    since: Since = None
    until: Until = None


@dataclass(frozen=True, slots=True)
class Paging:
    """In which order, and how much at once."""

    order: Annotated[
        Literal["relevance", "newest", "oldest"],
        typer.Option(metavar="ORDER", help="What comes first: relevance, newest or oldest."),
    ] = "relevance"
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many are shown.")] = 20
    cursor: Annotated[str | None, typer.Option(metavar="CURSOR", help="Go on where an earlier answer ended.")] = None


_ALL, NO_FACETS, _FIRST = Narrowing(), Facets(), Paging()


@expanded
def search(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="Words, “phrases”, beginnings* of words, OR, -without.")
    ] = None,
    narrowing: Narrowing = _ALL,
    facets: Facets = NO_FACETS,
    paging: Paging = _FIRST,
    record: Record = DEFAULT_RECORD,
    evidence: Evidence = False,
    json: Json = False,
) -> None:
    """Search what was said, in English, Korean and Russian.

    Words are found in all their forms, Korean ones also inside others; a phrase in quotation marks is found to the letter: the
    shell needs marks of its own around these and around -without ('"security guarantees" -missile').

    Without words, all statements that fit the options are listed.
    """
    from onrecord.tell import found
    from onrecord.tell.plain import answer

    period(narrowing.since, narrowing.until)
    asked = facets.given
    if narrowing.who is not None:
        asked["who"] = narrowing.who
    if narrowing.since is not None:
        asked["since"] = narrowing.since
    if narrowing.until is not None:
        asked["until"] = narrowing.until
    with opened(record) as source:
        hits = source.search(one(words) or "", order=paging.order, limit=paging.limit, cursor=paging.cursor, **asked)
        if json:
            told = {"total": hits.total, "more_than_counted": hits.more_than_counted, "cursor": hits.cursor}
            screen.json({**told, **answer(hits=hits.hits)})
        else:
            screen.show(*found.told(hits, evidence=evidence))
