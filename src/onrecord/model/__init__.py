"""The nouns of onrecord. Imports nothing of ours; everything else imports from here."""

from onrecord.model.claim import Claim
from onrecord.model.dates import PartialDate
from onrecord.model.document import Document, PageFact, Paragraph, ParagraphKind, Snapshot
from onrecord.model.facts import (
    Entity,
    Extract,
    Gathering,
    Milestone,
    Organization,
    Participation,
    Person,
    Phrase,
    Place,
    Position,
    Statement,
    Who,
)
from onrecord.model.span import Cover, Span, trimmed

__all__ = [
    "Claim",
    "Cover",
    "Document",
    "Entity",
    "Extract",
    "Gathering",
    "Milestone",
    "Organization",
    "PageFact",
    "Paragraph",
    "ParagraphKind",
    "PartialDate",
    "Participation",
    "Person",
    "Phrase",
    "Place",
    "Position",
    "Snapshot",
    "Span",
    "Statement",
    "Who",
    "trimmed",
]
