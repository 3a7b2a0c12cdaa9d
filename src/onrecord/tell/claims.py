"""A fact laid open: what each source says of it (as stated), what follows (as resolved), and what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from onrecord.model.decision import DecisionRecord
from onrecord.model.keeping import Resolved
from onrecord.model.recorded import ClaimRecord
from onrecord.review.wording import counted
from onrecord.tell.deciding import told as decision_told
from onrecord.tell.layout import HEADING, QUIET, address, dotted, labelled, proofs, section, source_name


def told(
    resolved: Resolved, claims: Sequence[ClaimRecord], decisions: Sequence[DecisionRecord], *, evidence: bool
) -> list[RenderableType]:
    """Return a fact with all its claims, page by page; `evidence` opens each at its sentence."""
    parts: list[RenderableType] = [_resolved(resolved)]
    pages: dict[str, list[ClaimRecord]] = {}
    for claim in claims:
        pages.setdefault(claim.evidence.source.key, []).append(claim)
    parts += [
        section(f"As stated: {source_name(group[0].evidence.source)}", _page(group, evidence=evidence))
        for group in pages.values()
    ]
    if decisions:
        parts.append(section("Decided", map(decision_told, decisions)))
    return parts


def _resolved(resolved: Resolved) -> RenderableType:
    name = f"{resolved.name}  " if resolved.name else ""
    pages = counted(len(resolved.members), "report") if len(resolved.members) > 1 else "one report"
    marks = ["rejected"] if resolved.rejected else []
    return Text.assemble(
        "As resolved: ", (name, HEADING), (f"{resolved.key} · {resolved.kind} · ", QUIET), (", ".join([pages, *marks]), QUIET)
    )


def _page(claims: list[ClaimRecord], *, evidence: bool) -> list[RenderableType]:
    source, first = claims[0].evidence.source, claims[0]
    seen = " · ".join(
        f"{what} seen {when:%Y-%m-%d}" for what, when in (("first", first.first_seen), ("last", first.last_seen)) if when
    )
    parts: list[RenderableType] = [dotted(address(source), seen)]
    subjects: dict[str, list[ClaimRecord]] = {}
    for claim in claims:
        subjects.setdefault(claim.subject, []).append(claim)
    for subject, group in subjects.items():
        if len(subjects) > 1:
            parts.append(Text(subject, style=QUIET))
        if evidence:
            opened = ([labelled([(claim.property, _value(claim))]), *proofs([claim.evidence])] for claim in group)
            parts += [part for one in opened for part in one]
        else:
            parts.append(labelled([(claim.property, _value(claim)) for claim in group]))
    return parts


def _value(claim: ClaimRecord) -> Text:
    found = claim.evidence
    words = f"“{found.wording}”" if found.wording != claim.value else ""
    by = f"decided ({claim.decision})" if found.rule == "by-hand" else f"{found.rule} {found.confidence:.2f}"
    replaced = f"replaced by {claim.decision}" if claim.replaced else ""
    style = "strike" if claim.replaced else ""
    text = Text(claim.value, style=style, overflow="fold")
    return text.append_text(Text(f"  {' · '.join(part for part in (words, by, replaced) if part)}", style=QUIET))
