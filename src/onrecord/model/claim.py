"""The unit of provenance: one property of one subject, as one source states it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one document says.

    Attributes:
        subject: key of the subject inside the document, such as `p1`, `g1` or `position:2`.
        property: what is said of it: `name`, `title`, `start`, `speaker`, …
        value: the value in normal form, as text (an EDTF date, an id, a number, a word).
        wording: the words of the text, to the letter; empty where the value follows from several places.
        spans: where the words stand; never empty.
        rule: the rule or reader that made the claim.
        confidence: the rule's measured precision, 0 to 1.
    """

    subject: str
    property: str
    value: str
    wording: str
    spans: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
