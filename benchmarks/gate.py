"""How many pages of the field the gate lets through, how fast it refuses the others, and what that saves.

    python benchmarks/gate.py

Pages of the field: the sample pages, all annotated pages of tests/quality and, where they are beside the repo, those of
../shared, each as HTML inside a site's furniture. Others, 25 for each of them:

- far ones, generated from the vocabularies of twelve other subjects in three languages, inside the same furniture;
- near ones, generated as news (generated_pages.py) of trade, health, climate, conventional defence, energy, sports, politics:
  it names ministers, presidents, talks and summits.

Prints the share of pages of the field that pass, the share of others that pass by subject, MB a second on raw HTML, and the
pages a second of the whole pipeline with the gate and without it where one page in a hundred is of the field and the others are
far, near, or near for one in twenty. The narrower gate (`--about nuclear`) stands beside the usual one.
"""

from __future__ import annotations

import html
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from generated_pages import NEIGHBOURS, other

from onrecord.capture.files import snapshot
from onrecord.capture.options import Options
from onrecord.decode import decode
from onrecord.decode.gate import NUCLEAR, Gate, field_gate, gate_about
from onrecord.extract import extract
from onrecord.extract.claims import claims
from onrecord.model.errors import OnrecordError

ROOT = Path(__file__).parents[1]
FIELD = (
    ROOT / "samples" / "pages",
    *sorted((ROOT / "tests" / "quality").glob("**/pages")),
    ROOT.parent / "shared" / "pages",
)
ELSEWHERE = (ROOT / "tests" / "quality" / "other_subjects.txt").read_text("utf-8").splitlines()
"""Names of annotated pages that hold nothing of the field."""

TIMES = 25
"""Others for each page of the field."""

SUBJECTS = {
    "en": (
        "The striker scored twice as the home side won; the club president praised the coach of the conference leader.",
        "Stir the butter and the sugar until pale, fold in the flour, and bake the cake for forty minutes at a moderate heat.",
        "The phone has a brighter screen, a faster processor and a battery that lasts two days, from four hundred dollars.",
        "The actress wore a silver gown at the premiere, and the director told fans that a second season is being written.",
        "Heavy rain will move in from the west on Tuesday, with gusts near the coast and a high of eleven degrees.",
        "The town council approved the new bicycle lane on Mill Street after a long evening with residents and shopkeepers.",
        "Shares of the retailer fell after quarterly profit missed forecasts; the chief executive announced store closures.",
        "The hotel stands by the beach, has two pools and a spa, and is ten minutes from the old town by bus.",
        "We are hiring a junior accountant with two years of practice; send your letter and references by Friday.",
        "Install the package, import the module, and call the function with the path of the file; it returns a list of rows.",
        "The physicians' conference discussed a new therapy for asthma, and the panel recommended larger trials.",
        "Her second novel follows three sisters through one summer on a farm, and reads like a letter to a lost friend.",
    ),
    "ko": (
        "홈팀은 후반에 두 골을 넣어 승리했고 감독은 선수들을 칭찬했다.",
        "버터와 설탕을 섞고 밀가루를 넣은 뒤 사십 분 동안 굽는다.",
        "새 휴대전화는 화면이 더 밝고 배터리가 이틀 동안 간다.",
        "주말에는 전국에 비가 내리고 낮 기온은 십일 도에 머물겠다.",
    ),
    "ru": (
        "Хозяева забили дважды во втором тайме, и тренер похвалил защитников.",
        "Смешайте масло с сахаром, добавьте муку и выпекайте сорок минут.",
        "У нового телефона ярче экран, а батареи хватает на два дня.",
        "В выходные пройдут дожди, днём около одиннадцати градусов тепла.",
    ),
}  # fmt: skip


def furnished(text: str, chance: random.Random) -> bytes:
    """Return a text as a page of a site: head, scripts, styles and menus of 20 to 90 KB around it."""
    paragraphs = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    script = "".join(f"a[{chance.randrange(10**6)}]='{chance.getrandbits(64):x}';" for _ in range(chance.randint(600, 2800)))
    menu = "".join(
        f"<li><a href='/{chance.randrange(999)}'>{word}</a></li>" for word in ("Home", "News", "Sport", "Life", "Contact")
    )
    head = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Page</title><script>{script}</script></head>"
    return f"{head}<body><nav><ul>{menu}</ul></nav><main>{paragraphs}</main></body></html>".encode()


def of_field(chance: random.Random) -> Iterator[bytes]:
    """Yield the pages of the field; PDF pages are left out, since the gate lets all of them pass."""
    for folder in FIELD:
        for path in sorted(path for path in folder.glob("*") if path.stem not in ELSEWHERE):
            if path.suffix in (".txt", ".md"):
                yield furnished(path.read_text("utf-8"), chance)
            elif path.suffix == ".html":
                yield path.read_bytes()


def others(number: int, chance: random.Random) -> Iterator[bytes]:
    """Yield generated pages about other subjects, nine of ten in English."""
    for _ in range(number):
        language = chance.choices(("en", "ko", "ru"), (90, 5, 5))[0]
        yield furnished("\n".join(chance.choices(SUBJECTS[language], k=chance.randint(8, 30))), chance)


def passes(gate: Gate, page: bytes) -> bool:
    """Tell whether a page passes both looks."""
    return gate.admits(page) and gate.admits_text(page)


def holds_fact(page: bytes) -> bool:
    """Read a page in full, and tell whether there is a fact in it."""
    try:
        facts = extract(decode(snapshot(page, "https://example.org/page.html", "text/html", Options())))
    except OnrecordError:
        return False
    claims(facts)
    return bool(facts.positions or facts.gatherings or facts.statements or facts.milestones)


def seconds_a_page(work: object, pages: list[bytes], rounds: int = 3) -> float:
    """Return the median over some rounds of the processor time that one page takes."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for page in pages:
            work(page)  # type: ignore[operator]
        times.append((time.process_time() - start) / len(pages))
    return median(times)


def main() -> int:
    """Measure and print."""
    chance = random.Random(20261122)  # noqa: S311 - a benchmark, the same every time
    field = [page for page in of_field(chance) if holds_fact(page)]
    far = list(others(TIMES * len(field), chance))
    near = {subject: [other(n, (subject,)) for n in range(TIMES * len(field) // len(NEIGHBOURS) + 1)] for subject in NEIGHBOURS}
    some = [page for pages in near.values() for page in pages[:8]]
    full = {"field": seconds_a_page(holds_fact, field[:60], 1), "far": seconds_a_page(holds_fact, far[:60], 1)}
    full["near"] = seconds_a_page(holds_fact, some, 1)
    print(f"far pages: {len(far)}; near pages: {sum(map(len, near.values()))}; of {len(some)} near ones", end=" ")
    print(f"{sum(map(holds_fact, some))} hold facts, such as statements")
    for name, gate in (("the usual gate", field_gate()), ("--about nuclear", gate_about(NUCLEAR))):
        print(f"\n{name}")
        passed = sum(passes(gate, page) for page in field)
        print(f"pages of the field that hold a fact: {len(field)}; pass: {passed} ({passed / len(field):.2%}, aim 99.5 %)")
        share = {"far": sum(passes(gate, page) for page in far) / len(far)}
        by = {subject: sum(passes(gate, page) for page in pages) / len(pages) for subject, pages in near.items()}
        share["near"] = sum(by.values()) / len(by)
        print(f"others that pass: {share['far']:.2%} of far ones; {share['near']:.1%} of near ones", end=": ")
        print(", ".join(f"{subject} {part:.1%}" for subject, part in by.items()))
        start = time.process_time()
        for page in far:
            gate.admits(page)
        print(f"raw HTML: {sum(map(len, far)) / 1e6 / (time.process_time() - start):.0f} MB/s a core (aim 150)")
        look = seconds_a_page(lambda page, gate=gate: passes(gate, page), far[:400])
        for what, part in (("far", 0.0), ("one in twenty near", 0.05), ("near", 1.0)):
            ungated = 0.01 * full["field"] + 0.99 * ((1 - part) * full["far"] + part * full["near"])
            read = 0.99 * ((1 - part) * share["far"] * full["far"] + part * share["near"] * full["near"])
            gated = look + 0.01 * full["field"] * passed / len(field) + read
            rates = f"{1 / ungated:.1f} pages/s without the gate, {1 / gated:.0f} with it"
            print(f"one page in a hundred of the field, others {what}: {rates}: {ungated / gated:.1f} times (aim 15)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
