from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.decode.gate import NUCLEAR, Gate, field_gate, gate_about
from onrecord.languages.gate import Term, of_other_subjects, vocabulary
from onrecord.model.errors import UsageError

ROOT = Path(__file__).parents[2]
ELSEWHERE = (ROOT / "tests" / "quality" / "other_subjects.txt").read_text("utf-8").splitlines()
OURS = sorted(
    page
    for page in (*(ROOT / "samples" / "pages").glob("*.*"), *(ROOT / "tests" / "quality").glob("**/pages/*.txt"))
    if page.stem not in ELSEWHERE
)
RUSSIAN = "Посол рассказал о нераспространении"
KOREAN = "외교부 장관은 비핵화를 논의했다"
OTHER = (
    "<html><body><h1>Apple cake</h1><p>Stir the butter and the sugar, add three eggs, and bake it.</p></body></html>",
    "<html><body><p>The striker scored twice, and the club president thanked the fans after the match.</p></body></html>",
    "<html><body><p>케이크를 굽는 방법: 버터와 설탕을 섞고 달걀을 넣는다.</p></body></html>",
    "<html><body><p>Смешайте масло с сахаром, добавьте яйца и выпекайте сорок минут.</p></body></html>",
)


@pytest.mark.parametrize("page", OURS, ids=lambda page: page.stem)
def test_pages_of_the_field_pass(page: Path):
    content = page.read_bytes()
    assert field_gate().admits(content)
    assert field_gate().admits_text(content)


@pytest.mark.parametrize("page", OTHER)
def test_pages_about_something_else_do_not(page: str):
    assert not field_gate().admits(page.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "utf-16"])
def test_russian_passes_in_every_encoding(encoding: str):
    assert field_gate().admits(RUSSIAN.encode(encoding))
    assert field_gate().admits(RUSSIAN.upper().encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "euc-kr", "utf-16"])
def test_korean_passes_in_every_encoding(encoding: str):
    assert field_gate().admits(KOREAN.encode(encoding))


@pytest.mark.parametrize("form", ["&#{};", "&#x{:x};", "&#X{:X};", "\\u{:04x}"])
def test_letters_written_as_references_are_seen(form: str):
    assert field_gate().admits("".join(form.format(ord(letter)) if letter != " " else " " for letter in RUSSIAN).encode())


def test_a_term_counts_where_it_begins_a_word_alone():
    gate = Gate([Term("minister", 9)])
    assert gate.admits(b"the Minister's words")
    assert gate.admits("“Minister".encode())
    assert not gate.admits(b"administer, administered")


def test_a_closed_term_ends_its_word():
    gate = Gate([Term("npt", 9, ends_word=True)])
    assert gate.admits(b"the NPT, again")
    assert not gate.admits(b"nptel course")


def test_terms_count_once():
    assert field_gate().weight(b"minister " * 50) == field_gate().weight(b"minister")


FIELD = "nuclear disarmament"


@pytest.mark.parametrize(
    "page",
    [
        f"<html><head><script>var menu = '{FIELD}'; a < b;</script></head><body><p>Bake for forty minutes.</p></body></html>",
        f"<html><body><p>Bake it.</p><script type='module'>{FIELD}</script><script>{FIELD}</script><p>For an hour.</p></body>",
    ],
)
def test_text_in_scripts_does_not_carry_a_page_through(page: str):
    assert not field_gate().admits(page.encode())
    assert not field_gate().admits_text(page.encode())


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><!-- <script> --><p>{FIELD}</p><script>var a;</script></body></html>",
        f"<html><body title='<script'><p>{FIELD}</p><script>var a;</script></body></html>",
        f"<html><body><script src='a.js'></script><p>{FIELD}</p></body></html>",
        f"<html><body><script>var a = '<p>b</p>';</script><p>{FIELD}</p><script>var c;</script></body></html>",
        f"<html><body><p>{FIELD}</p><script>",
        f"<p>A text on <script, or scripts: {FIELD}",
    ],
)
def test_text_beside_what_looks_like_a_script_is_seen(page: str):
    assert field_gate().admits(page.encode())


def test_a_page_of_unfinished_scripts_is_looked_through_once():
    assert not field_gate().admits(b"<script " * 200_000 + b"</p>")


def test_text_in_comments_does_not_carry_a_page_through_the_second_look():
    page = f"<html><head><!-- {FIELD} --></head><body><p>Bake for forty minutes.</p></body></html>".encode()
    assert field_gate().admits(page)
    assert not field_gate().admits_text(page)


POWER = (
    "<p>The price of power rose as turbines stood still and coal was short. Nuclear plants stay for ten years, "
    "the governor told households; a solar park and steel will follow.</p>"
)


def test_nuclear_matters_named_once_among_terms_of_another_subject_do_not_carry_a_page_through_the_second_look():
    assert field_gate().admits(POWER.encode())
    assert not field_gate().admits_text(POWER.encode())
    assert field_gate().admits_text(f"{POWER}<p>The IAEA will inspect them.</p>".encode())


HEALTH = (
    "<p>The health minister opened a conference of physicians; the president of the hospital and the governor thanked nurses. "
    "Parliament and the government will talk about vaccines, patients, ambulances, medicine and therapy at the next summit.</p>"
)


def test_offices_and_occasions_of_another_subject_do_not_carry_a_page_through_the_second_look():
    page = HEALTH.encode()
    assert field_gate().admits(page)
    assert not field_gate().admits_text(page)
    assert not field_gate().admits_text(HEALTH[3:-4].encode())


@pytest.mark.parametrize("more", ["The ambassador was there too.", "They also spoke about disarmament and nuclear tests."])
def test_a_term_of_diplomacy_or_two_of_nuclear_matters_outweigh_other_subjects(more: str):
    assert field_gate().admits_text(f"{HEALTH}<p>{more}</p>".encode())


ARMY = (
    "<p>The defence minister told parliament that the army would buy howitzers and ammunition; the government pays. Two "
    "battalions left the garrison in helicopters, the military said, and troops of the navy wait for a frigate.</p>",
    "<p>국방부 장관은 국회에서 정부가 자주포와 탄약을 산다고 말했다. 여단은 병영을 떠났고 헬기와 호위함이 뒤따랐다.</p>",
    "<p>Минобороны закупит гаубицы и боеприпасы, сообщило правительство. Министр и депутаты парламента посетили гарнизон: "
    "батальон десантников прилетел на вертолётах, фрегат ждут в июне.</p>",
)


@pytest.mark.parametrize("page", ARMY)
def test_news_of_armies_and_their_arms_does_not_pass_the_second_look(page: str):
    assert field_gate().admits(page.encode())
    assert not field_gate().admits_text(page.encode())


@pytest.mark.parametrize("page", ARMY)
@pytest.mark.parametrize("more", ["The ambassador was there too.", "They also spoke about disarmament and nuclear tests."])
def test_news_of_armies_passes_with_a_term_of_diplomacy_or_two_of_nuclear_matters(page: str, more: str):
    assert field_gate().admits_text(f"{page}<p>{more}</p>".encode())


def test_talks_of_ministers_of_defence_pass():
    page = (
        "<p>The defence ministers of both countries held talks in Oslo on Monday; a dialogue of their armies will follow.</p>"
    )
    assert field_gate().admits_text(page.encode())


def test_terms_of_other_subjects_do_not_speak_against_a_vocabulary_of_the_users_own(tmp_path: Path):
    (tmp_path / "words").write_text("hospital", "utf-8")
    assert gate_about(tmp_path / "words").admits_text(HEALTH.encode())


def test_what_cannot_be_scanned_is_read():
    assert field_gate().admits(b"%PDF-1.7 ...")


@given(st.binary(max_size=300), st.integers(0, 70_000))
def test_a_term_is_found_wherever_it_stands(noise: bytes, gap: int):
    assert field_gate().admits(noise.replace(b"<", b"") + b" " * gap + b" denuclearization and disarmament " + noise)


@given(st.binary(max_size=2000))
def test_no_bytes_stop_the_gate(content: bytes):
    field_gate().admits(content)
    field_gate().admits_text(content)


def test_a_vocabulary_of_the_users_own(tmp_path: Path):
    words = tmp_path / "words.txt"
    words.write_text("# bees\nvarroa\nhive|\t2\n", "utf-8")
    gate = gate_about(words)
    assert gate.admits(b"The Varroa mite")
    assert not gate.admits(b"a hive alone weighs too little, nuclear does not count")


@pytest.mark.parametrize("content", ["", "# nothing\n", "bee\tmany\n", "bee\t99\n"])
def test_a_vocabulary_without_terms_or_with_odd_weights_is_refused(tmp_path: Path, content: str):
    words = tmp_path / "words.txt"
    words.write_text(content, "utf-8")
    with pytest.raises(UsageError):
        gate_about(words)


def test_a_vocabulary_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(UsageError, match="cannot be read"):
        gate_about(tmp_path / "none.txt")


def test_no_term_of_other_subjects_is_one_of_the_field():
    assert not {term.text for term in of_other_subjects()} & {term.text for term in vocabulary()}


def test_the_vocabulary_is_in_small_letters_and_without_doubles():
    texts = [term.text for term in vocabulary()]
    assert texts == [text.lower() for text in texts]
    assert len(texts) == len(set(texts)) > 300


def test_the_narrower_gate_wants_a_nuclear_term_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    talks = b"The foreign minister and the ambassador spoke about timber, and the prime minister thanked both governments."
    narrow = gate_about(NUCLEAR)
    assert field_gate().admits(talks)
    assert not narrow.admits(talks)
    assert narrow.admits(talks + b" Then they turned to disarmament.")
    assert not narrow.admits(b"The nuclear family of four went to the beach.")  # one term alone


def test_a_file_called_nuclear_is_a_vocabulary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / NUCLEAR).write_text("timber\n", "utf-8")
    assert gate_about(NUCLEAR).admits(b"timber")


def test_the_narrower_gate_refuses_all_that_the_usual_one_does():
    assert not gate_about(NUCLEAR).admits_text(POWER.encode())
