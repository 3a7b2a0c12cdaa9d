"""The closed vocabularies of the record (types, roles, kinds of milestones …) in the reader's language.

Their English forms are looked up in the catalogues like any other wording. They are listed here, so that the check that nothing
is left untranslated sees them.
"""

from __future__ import annotations

from onrecord.serve.languages import catalogue


def _(words: str) -> str:
    """Mark words as a wording to translate."""
    return words


TERMS: dict[str, dict[str, str]] = {
    "type": {
        "roundtable": _("round table"),
        "webinar": _("webinar"),
        "forum": _("forum"),
        "conference": _("conference"),
        "seminar": _("seminar"),
        "workshop": _("workshop"),
        "symposium": _("symposium"),
        "dialogue": _("dialogue"),
        "summit": _("summit"),
        "meeting": _("meeting"),
        "talks": _("talks"),
        "visit": _("visit"),
        "call": _("call"),
        "ceremony": _("ceremony"),
        "session": _("session"),
        "briefing": _("briefing"),
        "exhibition": _("exhibition"),
        "other": _("other gathering"),
    },
    "outcome": {
        "added": _("added"),
        "unchanged": _("there already"),
        "new-address": _("there already, at another address"),
        "new-version": _("a new version"),
        "unread": _("kept, and not read"),
        "failed": _("not fetched"),
        "skipped": _("left out"),
    },
    "run": {
        "waiting": _("waiting for another run"),
        "reading": _("reading"),
        "done": _("done"),
        "failed": _("failed: what was read until then is in the record"),
    },
    "role": {
        "organizer": _("organizer"),
        "host": _("host"),
        "moderator": _("moderator"),
        "opening": _("opening remarks"),
        "speaker": _("speaker"),
        "participant": _("participant"),
        "signatory": _("signatory"),
    },
    "format": {
        "in-person": _("in person"),
        "online": _("online"),
        "hybrid": _("in person and online"),
        "unknown": _("form not stated"),
    },
    "track": {"1": _("track 1"), "1.5": _("track 1.5"), "2": _("track 2"), "unknown": _("track not stated")},
    "status": {
        "planned": _("planned"),
        "held": _("held"),
        "postponed": _("postponed"),
        "cancelled": _("cancelled"),
        "current": _("current"),
        "former": _("former"),
    },
    "milestone": {
        "nuclear-test": _("nuclear test"),
        "missile-launch": _("missile launch"),
        "site-opened": _("site opened"),
        "site-closed": _("site closed"),
        "treaty-signed": _("treaty signed"),
        "treaty-ratified": _("treaty ratified"),
        "treaty-in-force": _("treaty in force"),
        "accession": _("accession"),
        "withdrawal": _("withdrawal"),
        "weapons-inherited": _("weapons inherited"),
        "weapons-removed": _("weapons removed"),
        "weapons-dismantled": _("weapons dismantled"),
        "material-removed": _("material removed"),
        "facility-shut": _("facility shut"),
        "facility-opened": _("facility opened"),
        "resolution-adopted": _("resolution adopted"),
        "decree": _("decree"),
        "moratorium": _("moratorium"),
        "agreement": _("agreement"),
        "organization-founded": _("organization founded"),
        "office-taken": _("office taken"),
        "office-left": _("office left"),
    },
    "topic": {
        "leaders-will": _("a leader’s will"),
        "security-guarantees": _("security guarantees"),
        "economic-incentives": _("economic incentives"),
        "sanctions": _("sanctions"),
        "verification": _("verification"),
        "technical-financial-assistance": _("technical and financial assistance"),
        "health-environment": _("health and environment"),
        "public-opinion": _("public opinion"),
        "regional-zone": _("regional zone"),
        "step-by-step": _("step by step or all at once"),
        "peace-regime": _("peace regime"),
        "dialogue": _("dialogue"),
        "model-precedent": _("model or precedent"),
    },
    "property": {
        "start": _("date"),
        "end": _("until"),
        "place": _("place"),
        "venue": _("venue"),
        "format": _("form of the meeting"),
        "attendance": _("attendance"),
        "type": _("type"),
        "status": _("status"),
        "track": _("track"),
    },
    "severity": {"high": _("high"), "medium": _("medium"), "low": _("low")},
    "conflict": {
        "date": _("date"),
        "page-period": _("period on the page"),
        "weekday": _("weekday"),
        "attendance": _("attendance"),
        "place": _("place"),
        "format": _("form of the meeting"),
        "role": _("role"),
        "office": _("office"),
        "term": _("term of office"),
        "quotation": _("wording of a quotation"),
    },
    "section": {
        "gatherings": _("Gatherings"),
        "persons": _("People"),
        "organizations": _("Organizations"),
        "statements": _("Statements"),
        "sources": _("Sources"),
        "places": _("Places"),
        "timeline": _("Timeline"),
        "network": _("Network"),
        "topics": _("Topics"),
        "contradictions": _("Contradictions"),
    },
    "language": {"en": _("English"), "ko": _("Korean"), "ru": _("Russian"), "kk": _("Kazakh"), "und": _("language unknown")},
    "script": {"Latn": _("Latin letters"), "Cyrl": _("Cyrillic letters"), "Hang": _("Hangul"), "Hani": _("Chinese characters")},
    "theme": {"auto": _("as the system"), "light": _("light"), "dark": _("dark")},
}
"""Each vocabulary: the word of the record, and how pages say it in English."""


def term(value: str, kind: str, language: str) -> str:
    """Return a word of a vocabulary in the reader's language; a word that is not listed as it is."""
    listed = TERMS.get(kind, {}).get(value, value.replace("-", " "))
    return catalogue(language).gettext(listed) if listed else ""
