"""Which names of one text are one person: the longest form is the name, the others are aliases."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.en.names.runs import Run
from onrecord.languages.en import names


@dataclass(slots=True, eq=False)
class Form:
    """One spelling of a name in the text and its occurrences."""

    parts: tuple[str, ...]
    runs: list[Run] = field(default_factory=list)
    score: float = 0.0
    folded: tuple[str, ...] = field(init=False)
    """The parts in small letters, without accents, suffixes and particles."""

    def __post_init__(self) -> None:
        kept = [names.folded(part) for part in self.parts if not names.is_suffix(part)]
        self.folded = tuple([part for part in kept if part])

    @property
    def full(self) -> bool:
        """Whether the form has more than one part."""
        return len(self.folded) > 1


@dataclass(slots=True, eq=False)
class Cluster:
    """One person: forms, the longest first."""

    forms: list[Form]

    @property
    def main(self) -> Form:
        """The longest form."""
        return max(self.forms, key=lambda form: (len(form.folded), sum(map(len, form.parts)), -form.runs[0].words[0].start))


def cluster(forms: list[Form]) -> list[Cluster]:
    """Join the full forms of one person, then give each short form to the full one it belongs to, or to itself."""
    found: list[Cluster] = []
    for form in sorted(
        (form for form in forms if form.full), key=lambda form: (-len(form.folded), form.runs[0].words[0].start)
    ):
        home = next((one for one in found if same_full(one.main.folded, form.folded)), None)
        if home:
            home.forms.append(form)
        else:
            found.append(Cluster([form]))
    for form in sorted((form for form in forms if not form.full), key=lambda form: form.runs[0].words[0].start):
        homes = [one for one in found if any(_has(other, form.folded[0]) for other in one.forms)]
        homes = homes or [one for one in found if any(_sounds(other, form.folded[0]) for other in one.forms)]
        if not homes:
            found.append(Cluster([form]))
        elif len(homes) == 1:
            homes[0].forms.append(form)
        else:
            _share(form, homes)
    return found


def _has(form: Form, part: str) -> bool:
    return part in form.folded


def _sounds(form: Form, part: str) -> bool:
    if len(part) < 5:
        return False
    return any(len(other) >= 5 and close(part, other) for other in form.folded)


def close(a: str, b: str) -> bool:
    """Tell whether two spellings in one text are one name: alike in sound, or two letters exchanged, but not -ov and -ova."""
    if a == b:
        return True
    if {a, b} == {a, a + "a"} or {a, b} == {b, b + "a"}:
        return False
    if names.sounded(a) == names.sounded(b):
        return True
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    if len(a) == len(b):
        wrong = [k for k in range(len(a)) if a[k] != b[k]]
        return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
    return False


def same_full(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two full forms are one person: initials, short forms, left-out middle names, either order, spellings."""
    if a == b or sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return True
    if len(a) < len(b):
        a, b = b, a
    if close(a[-1], b[-1]):
        return _given(a[0], b[0]) or (len(b) == 2 and any(_given(part, b[0]) for part in a[:-1]) and len(b[0]) > 1)
    # "Mohammed bin Salman Al Saud" and "Mohammed bin Salman": the shorter form is how the longer one begins.
    return len(b) >= 2 and a[: len(b)] == b


def _given(a: str, b: str) -> bool:
    if len(a) <= 2 or len(b) <= 2:
        return a.startswith(b) or b.startswith(a)
    full_a, full_b = names.full_given_name(a.capitalize()), names.full_given_name(b.capitalize())
    return close(a, b) or full_a == full_b or (len(a) > 3 and close(full_a, full_b))


def _titled_alike(run: Run, homes: list[Cluster]) -> int | None:
    """Return the one of several homes whose full name stands behind the title that the short one has, or None."""
    title = _title(run)
    if not title:
        return None
    alike = [k for k, home in enumerate(homes) if any(_title(r) == title for f in home.forms if f.full for r in f.runs)]
    return alike[0] if len(alike) == 1 else None


def _title(run: Run) -> tuple[str, ...]:
    """The last two words of the title that stands before a name."""
    if run.title is None:
        return ()
    words = run.line.words[max(0, run.title - 1) : run.title + 1]
    return tuple(word.lower for word in words if word.capital)


def _share(form: Form, homes: list[Cluster]) -> None:
    """Give every occurrence of a shared family name to a person of that name.

    The one of whom the text speaks by full name clearly more often keeps it; else the one named in full nearest before.
    """
    by_home: dict[int, list[Run]] = {}
    for run in form.runs:
        start = run.words[0].start
        full = [[other.words[0].start for f in home.forms if f.full for other in f.runs] for home in homes]
        before = [[at for at in places if at < start] for places in full]
        titled = _titled_alike(run, homes)
        if titled is not None:
            by_home.setdefault(titled, []).append(run)
            continue
        counts = [len(places) for places in full]
        most = max(counts)
        leaders = [k for k, count in enumerate(counts) if count == most]
        if (
            len(leaders) == 1
            and before[leaders[0]]
            and all(most - count > 1 for k, count in enumerate(counts) if k != leaders[0])
        ):
            chosen = leaders[0]
        else:
            chosen = max(range(len(homes)), key=lambda k: (max(before[k], default=-1), -k))
        by_home.setdefault(chosen, []).append(run)
    for k, runs in by_home.items():
        homes[k].forms.append(Form(form.parts, runs, form.score))
