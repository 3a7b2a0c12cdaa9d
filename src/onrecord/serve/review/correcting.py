"""A fact as it can be corrected: its values as they stand, and the corrections that a form makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.model.decision import Correction, FactKind
from onrecord.model.errors import UsageError
from onrecord.model.recorded import ClaimRecord, Evidence, Source
from onrecord.record.catalogue import Fact, roles_of_report
from onrecord.record.facts import kind_of
from onrecord.serve.languages import _
from onrecord.serve.review.fields import Field, fields, fields_of_addition
from onrecord.serve.review.passages import places
from onrecord.serve.shown import Shown
from onrecord.serve.terms import term


@dataclass(frozen=True, slots=True)
class Value:
    """A property of a fact: the value as kept and as shown, and where the page states it; None where it does not."""

    field: Field
    value: str | None
    words: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact of one page.

    Attributes:
        parts: of an occasion: who took part, each role a fact of its own.
        contents: of a statement: its words, which are no property but the fact itself.
    """

    kind: FactKind
    key: str
    name: str
    source: Source
    values: tuple[Value, ...]
    rejected: bool
    parts: tuple[Fact, ...] = ()
    contents: tuple[Evidence, ...] = ()

    def value(self, name: str) -> Value | None:
        """Return one of its properties, or None where its kind has no such property."""
        return next((one for one in self.values if one.field.name == name), None)


class SeveralPlaces(UsageError):
    """Words that stand at several places of a page; `places` are these."""

    def __init__(self, fault: str, cure: str, found: list[tuple[Span, ...]]) -> None:
        super().__init__(fault, cure)
        self.places = found


def stated(shown: Shown, key: str) -> StatedFact:
    """Return a fact by its key; raises NotThere where no page that counts states it."""
    try:
        claims = [one for one in shown.books.view.claims(key) if one.subject == key]
        found = shown.books.view.resolved(key)
        kind = kind_of(key)
    except UsageError:
        raise shown.missing() from None
    if not claims:
        raise shown.missing()
    standing = {claim.property: claim for claim in reversed(claims) if not claim.replaced}
    return StatedFact(
        kind=kind,
        key=key,
        name=found.name,
        source=claims[0].evidence.source,
        values=tuple(_value(shown, field, standing.get(field.name)) for field in fields(kind)),
        rejected=found.rejected,
        parts=roles_of_report(shown.books.store, key) if kind == "gathering" else (),
        contents=(standing["content"].evidence,) if "content" in standing else (),
    )


def _value(shown: Shown, field: Field, claim: ClaimRecord | None) -> Value:
    if claim is None:
        usual = field.usual
        return Value(field, usual or None, _words(shown, field, usual), None)
    return Value(field, claim.value, _words(shown, field, claim.value), claim.evidence)


def _words(shown: Shown, field: Field, value: str) -> str:
    if field.input == "choice":
        return term(value, field.vocabulary, shown.language) if value else ""
    if field.input == "party" and value.startswith(("p-", "o-")):
        return shown.name(shown.catalogue.key_of(value)).text
    return value.removeprefix("=")


def edit(shown: Shown, fact: StatedFact, field: Field, get: Callable[[str], str], *, by: str) -> Correction:
    """Return the correction of a property that a form makes.

    Args:
        shown: the request.
        fact: what is corrected.
        field: the property.
        get: the fields of the form: `value`, `quote`, `start`, `end`, `why`, and `gone` to take the property away.
        by: who decides.

    Raises:
        SeveralPlaces: the words stand at several places, none of which was chosen.
        UsageError: they do not stand in the page, or no value is given.
    """
    if get("gone") and field.can_go:
        return Correction("edit", fact.key, field.name, None, by=by, why=get("why"))
    value = get("value").strip()
    if not value:
        raise UsageError(shown.say(_("no value is given")), shown.say(_("write the value that the page states")))
    spans = passage(shown, fact.source.key, get) if get("quote").strip() else ()
    return Correction("edit", fact.key, field.name, value, spans=spans, by=by, why=get("why"))


def addition(shown: Shown, document: str, kind: FactKind, get: Callable[[str], str], *, by: str) -> Correction:
    """Return the fact that a form adds; the fields of its values are named `is-PROPERTY`.

    Raises:
        SeveralPlaces: the words stand at several places, none of which was chosen.
        UsageError: no words of the page are given, or they do not stand there.
    """
    if not get("quote").strip():
        fault = shown.say(_("no words of the page are given"))
        raise UsageError(fault, shown.say(_("select the words that state the fact, or paste them")))
    spans = passage(shown, document, get)
    given = ((field.name, get(f"is-{field.name}").strip()) for field in fields_of_addition(kind))
    values = tuple((name, value) for name, value in given if value)
    return Correction("add", document=document, spans=spans, fact_kind=kind, values=values, by=by, why=get("why"))


def passage(shown: Shown, document: str, get: Callable[[str], str]) -> tuple[Span, ...]:
    """Return where the words of a form stand in the text of a page.

    Raises:
        UsageError: they do not stand there.
        SeveralPlaces: they stand at more than one place, and the form chooses none.
    """
    text = shown.books.view.document(document).text
    found = places(text, get("quote"), _number(get("start")), _number(get("end")))
    if not found:
        fault = shown.say(_("these words do not stand in the page"))
        raise UsageError(fault, shown.say(_("copy them from its text to the letter")))
    if len(found) > 1:
        fault = shown.say(_("these words stand at %(number)s places of the page"), number=len(found))
        raise SeveralPlaces(fault, shown.say(_("choose one of them, or give more words")), found)
    return found[0]


def _number(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() and len(typed) < 10 else None
