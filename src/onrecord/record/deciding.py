"""Keeping decisions: checked against what the record holds and against what others have decided, then appended."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select
from sqlalchemy.exc import IntegrityError

from onrecord.model.clash import clashes
from onrecord.model.decision import Absence, Correction, Decision, DecisionKind, FactKind, Ground, Judgement, Settlement
from onrecord.model.errors import DecisionClash, DecisionOverlap, GroundingError, UsageError
from onrecord.record import by_hand, schema
from onrecord.record.corrections import refresh, versions
from onrecord.record.decided import NOUNS, body_of, decision_of, judgements, states
from onrecord.record.facts import PREFIXES, Place, grounds, key_in, kind_of, located, parts_of
from onrecord.record.keys import digest
from onrecord.record.properties import AS_PRINTED, can_go, value_of
from onrecord.record.reader import Reader

_KINDS: dict[type[Any], DecisionKind] = {noun: kind for kind, noun in NOUNS.items()}
_LETTERS: dict[DecisionKind, str] = {"judgement": "j", "correction": "k", "settlement": "e", "absence": "a"}
_CURE = "look at it again, and decide with --seen {} if you still differ"


def keep[D: (Judgement, Correction, Settlement, Absence)](connection: Connection, decision: D, seen: str | None) -> D:
    """Append a decision to the log and return it as kept, with id and time; one that stands already is returned as it stands.

    Args:
        connection: a transaction for writing.
        decision: what was decided, with `by` filled in.
        seen: id of the entry on the same matter that the decider had before them; None where there was none.

    Raises:
        DecisionOverlap: somebody else has decided the same matter meanwhile; the message names that decision.
        DecisionClash: a judgement that cannot hold beside those that stand; the message names them.
        UsageError: it names nobody who decided, or facts that the record has not.
        GroundingError: its quotation does not stand in the text.
    """
    if not decision.by.strip():
        raise UsageError("a decision needs somebody who made it", "name yourself with --as NAME")
    reader = Reader(connection)
    decision = _checked(reader, decision)
    chain = _chain(connection, decision.matter)
    standing = _standing(chain)
    if standing is not None and standing["kind"] == _KINDS[type(decision)] and standing["body"] == body_of(decision):
        return decision_of(standing)  # type: ignore[return-value]  # of this kind, as the line above asks
    _check_seen(chain, seen)
    if isinstance(decision, Judgement):
        _check_clash(reader, decision)
    ground = grounds(reader, _keys(decision))
    if isinstance(decision, Correction) and decision.kind == "add":
        ground = (_ground_of_addition(reader, decision),)
    kept = _append(connection, dataclasses.replace(decision, at=decision.at or dt.datetime.now(dt.UTC)), chain, ground)
    if isinstance(kept, Correction):
        refresh(connection, versions(connection, {one.url for one in ground}), strict=kept.id)
    return kept


def undo(connection: Connection, id: str, *, by: str, why: str = "") -> Decision:
    """Take an entry of the log back by one more entry, and return that one; what stood before the entry stands again.

    Raises:
        UsageError: there is no such entry, or later ones on the same matter rest on it.
    """
    if not by.strip():
        raise UsageError("undoing needs somebody who does it", "name yourself with --as NAME")
    table = schema.decision
    row = connection.execute(select(table).where(table.c.id == id)).mappings().first()
    if row is None:
        raise UsageError(f"the record has no decision {id!r}", "see the list of decisions")
    chain = _chain(connection, row["matter"])
    standing, last = _standing(chain), chain[-1]
    if id not in {last["id"], standing["id"] if standing else last["id"]}:
        raise UsageError(f"the decision {id} does not stand any more", f"the latest entry on the matter is {last['id']}")
    if row["kind"] == "judgement":
        # What stands again may gainsay what was judged meanwhile.
        entry = {"id": "", "matter": row["matter"], "seen": last["id"], "undoes": id}
        after = states([*chain, entry])
        for one in chain:
            if after[one["id"]] == "standing":
                _check_clash(Reader(connection), decision_of(one))  # type: ignore[arg-type]  # of this kind: one matter, one kind
    again = dataclasses.replace(decision_of(row), by=by, at=dt.datetime.now(dt.UTC), why=why)
    kept: Decision = _append(connection, again, chain, row["ground"], undoes=id)
    if row["kind"] == "correction":
        refresh(connection, versions(connection, {one["url"] for one in row["ground"]}))
    return kept


def _keys(decision: Decision) -> tuple[str, ...]:
    """Return the keys of the facts that a decision names."""
    if isinstance(decision, Judgement):
        return decision.pair
    if isinstance(decision, Correction):
        return (decision.document,) if decision.kind == "add" else (decision.fact,)
    return decision.facts if isinstance(decision, Settlement) else decision.about


def _checked[D: (Judgement, Correction, Settlement, Absence)](reader: Reader, decision: D) -> D:
    """Return the decision in its normal form, or say what is wrong with it."""
    if isinstance(decision, Correction) and decision.document:
        decision = _with_key(reader, decision)
    wanted = _keys(decision)
    places = located(reader, wanted)
    for key in wanted:
        if key not in places:
            raise UsageError(f"the record has nothing with the key {key!r}", "keys stand in the output of --json")
    if isinstance(decision, Judgement):
        left, right = decision.pair
        if left == right or left[:1] != right[:1]:
            raise UsageError(f"{left} and {right} cannot be one", "name two different facts of one kind")
        return dataclasses.replace(decision, left_key=left, right_key=right)
    if isinstance(decision, Correction) and decision.kind == "edit":
        _check_edit(reader, decision, places[decision.fact])
        return _quoted(reader, decision, places[decision.fact]) if decision.spans else decision
    return decision


def _quoted(reader: Reader, correction: Correction, place: Place) -> Correction:
    """Return the correction with the words at its spans as quotation; a quotation that does not stand there is refused."""
    text = reader.text(place.document)
    if any(not 0 <= start < end <= len(text) for start, end in correction.spans):
        raise GroundingError(f"the spans lie outside the text of {place.url}", "count them in the page's text")
    words = " … ".join(span.of(text) for span in correction.spans)
    if correction.quote and correction.quote != words:
        raise GroundingError(
            f"the page says “{words[:80]}” there, not “{correction.quote[:80]}”", "quote the text to the letter"
        )
    return dataclasses.replace(correction, quote=words)


def _with_key(reader: Reader, correction: Correction) -> Correction:
    """Return the addition of a fact with the words that prove it, and with the key that follows from what it says."""
    places = located(reader, [correction.document])
    if correction.document not in places or correction.fact_kind is None or not correction.spans:
        raise UsageError("an added fact needs its kind, its page and its place there", "give --document and --quote")
    place = places[correction.document]
    by_hand.check(correction)
    made = dataclasses.replace(_quoted(reader, correction, place), values=tuple(sorted(correction.values)))
    for name, value in made.values:
        _check_printed(reader, place, correction.fact_kind, name, value)
    return dataclasses.replace(made, fact=key_in(place.snapshot, _parts(reader, made, place)))


def _parts(reader: Reader, addition: Correction, page: Place) -> tuple[str, ...]:
    """Return what the key of an added fact is made of, as if a rule had found the fact (see `keys.fact_keys`)."""
    assert addition.fact_kind is not None  # noqa: S101  looked at before
    values, prefix, text = dict(addition.values), PREFIXES[addition.fact_kind], reader.text(page.document)
    said: dict[str, tuple[str, ...]] = {
        "t": (values.get("person", ""), values.get("title", ""), values.get("organization", "")),
        "s": tuple(span.of(text) for span in addition.spans),
        "m": (values.get("kind", ""), values.get("what", ""), addition.quote),
    }
    if prefix == "r":
        gathering = located(reader, [values["gathering"]]).get(values["gathering"])
        if gathering is None or gathering.document != page.document:
            raise UsageError(f"the page reports no gathering {values['gathering']!r}", "give the key of a report of this page")
        whole = json.dumps(parts_of(reader, gathering), ensure_ascii=False)
        said["r"] = (whole, values["who"].removeprefix("="), values["role"])
    return (prefix, *said.get(prefix, (values.get("name", ""),)), "1")


def _ground_of_addition(reader: Reader, addition: Correction) -> Ground:
    page = located(reader, [addition.document])[addition.document]
    return Ground(addition.fact, page.url, _parts(reader, addition, page), addition.quote)


def _check_edit(reader: Reader, edit: Correction, place: Place) -> None:
    kind = kind_of(edit.fact)
    if edit.value is None:
        if not can_go(kind, edit.property):
            raise UsageError(f"a {kind} cannot be without its {edit.property or 'property'}", "give a value")
        return
    value_of(kind, edit.property, edit.value)
    _check_printed(reader, place, kind, edit.property, edit.value)


def _check_printed(reader: Reader, place: Place, kind: FactKind, property: str, value: str) -> None:
    """Refuse words that the page does not have where the property is words of the page."""
    if property in AS_PRINTED[kind] and value not in reader.text(place.document):
        raise GroundingError(f"the page does not say {value!r}", "give the words as the page prints them")


def _chain(connection: Connection, matter: str) -> list[RowMapping]:
    table = schema.decision
    return list(connection.execute(select(table).where(table.c.matter == matter).order_by(table.c.number)).mappings())


def _standing(chain: list[RowMapping]) -> RowMapping | None:
    found = states(chain)
    return next((row for row in chain if found[row["id"]] == "standing"), None)


def _check_seen(chain: list[RowMapping], seen: str | None) -> None:
    last = chain[-1] if chain else None
    if (seen or "") == (last["id"] if last else ""):
        return
    if last is None:
        raise UsageError(f"the record has no decision {seen!r} on this", "leave it out")
    # Who undid everything has left the matter open: a fresh decision need not name that.
    if not seen and _standing(chain) is None:
        return
    raise _overlap(last)


def _overlap(other: RowMapping) -> DecisionOverlap:
    said = " ".join(str(value) for value in _told(decision_of(other), undone=other["undoes"] is not None))
    why = f" ({other['why']})" if other["why"] else ""
    return DecisionOverlap(f"{other['by']} decided on this on {other['at'][:16]}: {said}{why}", _CURE.format(other["id"]))


def _told(decision: Decision, *, undone: bool) -> tuple[str, ...]:
    start = ("took back:",) if undone else ()
    if isinstance(decision, Judgement):
        return (*start, decision.verdict)
    if isinstance(decision, Correction):
        return (*start, decision.kind, *filter(None, (decision.property, decision.value)))
    if isinstance(decision, Settlement):
        return (*start, decision.choice or decision.note)
    return (*start, "not found")


def _check_clash(reader: Reader, judgement: Judgement) -> None:
    others = [one for one in judgements(reader) if one.pair != judgement.pair]
    found = clashes([*others, judgement])
    if not found:
        return
    told = "; ".join(
        f"{one.id or 'this one'}: {' and '.join(one.pair)} {one.verdict}{f', says {one.by}' if one.by else ''}"
        for one in found[0].judgements
    )
    raise DecisionClash(f"these judgements cannot all hold: {told}", "undo one of them first")


def _append[D: Decision](
    connection: Connection, decision: D, chain: list[RowMapping], ground: Any, *, undoes: str | None = None
) -> D:
    seen = chain[-1]["id"] if chain else ""
    kind, body = _KINDS[type(decision)], body_of(decision)
    at = (decision.at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    told = json.dumps(body, ensure_ascii=False, sort_keys=True)
    name = digest("u" if undoes else _LETTERS[kind], decision.matter, seen, decision.by, at, decision.why, told, undoes or "")
    row = {"id": name, "kind": kind, "matter": decision.matter, "seen": seen, "undoes": undoes, "by": decision.by, "at": at}
    plain = [dataclasses.asdict(one) if isinstance(one, Ground) else one for one in ground]
    try:
        made = connection.execute(
            insert(schema.decision).values(**row, why=decision.why, body=body, ground=plain)
        ).inserted_primary_key
    except IntegrityError:
        other = "another decision on the same matter was kept at the same moment"
        raise DecisionOverlap(other, "look at it, then decide again") from None
    assert made is not None  # noqa: S101  an insert of one row gives its key
    # Under the addresses, too: a page that is captured anew has other keys.
    keys = {one[name] for one in plain for name in ("key", "url") if one[name]} | _named(decision)
    if keys:
        connection.execute(insert(schema.decision_key), [{"number": made[0], "key": key} for key in sorted(keys)])
    return dataclasses.replace(decision, id=name)


def _named(decision: Decision) -> set[str]:
    if isinstance(decision, Settlement):
        return {decision.conflict, *decision.facts}
    return {decision.fact} if isinstance(decision, Correction) else set()
